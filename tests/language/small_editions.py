"""Small editions of plans that nobody wrote: read from text, as a release reads them."""

from __future__ import annotations

from pathlib import Path

from extractors.language.editions import Edition
from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import Box, BoxItem, Indicator, NumericTarget, Section
from extractors.source import Authority, Source


def source(
    name: str,
    language: str = "en",
    authority: Authority = "translation",
    translation_of: str | None = "harbour-zh",
    period: tuple[int, int] = (2021, 2025),
) -> Source:
    return Source(
        name,
        name,
        f"{name}.txt",
        (language,),
        "plan_outline",
        authority,
        "full",
        "CC0-1.0",
        jurisdiction="XH",
        period_start=period[0],
        period_end=period[1],
        translation_of=translation_of,
    )


def edition(folder: Path, text: str, described: Source) -> Edition:
    """A text as the comparison of editions sees it."""
    path = folder / described.file
    path.write_text(text, encoding="utf-8")
    document = read(path)
    found = extract(document, described)
    rows = found.rows
    return Edition(
        described,
        document.text,
        found.blocks,
        tuple(r for r in rows["sections"] if isinstance(r, Section)),
        tuple(r for r in rows["boxes"] if isinstance(r, Box)),
        tuple(r for r in rows["box_items"] if isinstance(r, BoxItem)),
        (),
        tuple(r for r in rows["indicators"] if isinstance(r, Indicator)),
        tuple(r for r in rows["numeric_targets"] if isinstance(r, NumericTarget)),
    )


CHINESE = """\
第一篇　海港發展

第一章　總體目標

第一節　經濟增長

地區生產總值年均增長6%左右。城鎮新增就業超過120萬人。森林覆蓋率提高到31%。

第二節　社會事業

新建中小學校800所以上，改擴建醫院45家。勞動年齡人口平均受教育年限提高到11.8年。

第二章　基礎設施

第一節　港口

到2025年集裝箱吞吐量達到2.5億標箱，新增泊位60個。

專欄1　重點工程

01　海港擴建
建設深水泊位12個，新增航道里程340公里。

02　清潔能源
新增海上風電裝機容量200萬千瓦。建設充電站500座以上。
"""

ENGLISH = """\
Part 1 Development of the Harbour

Article I Overall goals

Section 1 Economic growth

The gross regional product will grow by about 6% annually. More than 1.2 million new urban jobs will be created. \
Forest coverage will be raised to 31%.

Section 2 Social affairs

Build 800 new primary and secondary schools, and renovate and expand 45 hospitals. The average years of schooling \
of the working-age population will be raised to 11.8%.

Article II Infrastructure

Section 1 Ports

By 2025, container throughput will reach 25 million TEU, and 60 new berths will be added.

Table 1 Key projects

01 Extension of the seaport
Build 12 deep-water berths, and add 340 kilometers of shipping channels.

02 Clean energy
Add 20 million kilowatts of installed offshore wind power capacity. Build more than 500 charging stations.
"""
