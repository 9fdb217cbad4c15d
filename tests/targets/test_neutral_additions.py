"""A heading or a footnote that says nothing of numbers changes no record but its offsets and section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import NumericTarget
from extractors.source import Source

TEXTS = {
    "en": [
        "Chapter 1 Growth",
        "By 2025, the share of services will reach 60%. Output will grow by 5% a year on average.",
        "We will build 120 kilometers of rural roads and 30 to 40 bridges. Losses will be kept within 3%.",
        "Chapter 2 Review of the past five years",
        "Over the past five years, 12 million people left poverty. In 2020, grain output was 1.3 trillion jin.",
        "Chapter 3 Environment",
        "Forest cover will rise from 23.2% to 24.1%. Emissions will fall by 18%.",
        "We will protect more than 1.8 billion mu of farmland, and set up one national and 6 regional centers.",
    ],
    "zh": [
        "第一章 主要目标",
        "到2025年，服务业增加值比重达到60%。地区生产总值年均增长5%左右。",
        "新建农村公路120公里、桥梁30至40座。损耗控制在3%以内。",
        "第二章 “十三五”时期回顾",
        "五年来，1200万人摆脱贫困。2020年，粮食产量达到1.3万亿斤。",
        "第三章 生态环境",
        "森林覆盖率由23.2%提高到24.1%。主要污染物排放总量下降18%。",
        "守住18亿亩耕地红线，设立1个国家级和6个区域性中心。",
    ],
}
HEADINGS = {"en": "Section 1 General remarks", "zh": "第一节 一般事项"}
NOTES = {"en": "See the atlas of the county.", "zh": "见全县地图集。"}
MOVED = {"char_start", "char_end", "number_char_start", "number_char_end", "section_id"}


def targets(paragraphs: Sequence[str], language: str, folder: Path) -> dict[str, dict[str, Any]]:
    """What is read of a text, without its places: by id, in the order of the text."""
    path = folder / f"{language}.md"
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    source = Source(
        id="made-up", title="x", file=path.name, language=(language,), document_type="plan_outline",
        authority="unknown", licence="CC0", redistribution="full", plan="14", period_start=2021, period_end=2025,
    )  # fmt: skip
    rows = [asdict(r) for r in extract(read(path), source).rows["numeric_targets"] if isinstance(r, NumericTarget)]
    return {row["target_id"]: {k: v for k, v in row.items() if k not in MOVED} for row in rows}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("neutral")


@pytest.mark.parametrize("language", TEXTS)
def test_the_texts_have_targets_of_every_kind(language: str, folder: Path) -> None:
    found = targets(TEXTS[language], language, folder)
    assert len(found) == 12
    assert {row["kind"] for row in found.values()} == {"target", "project", "limit", "fact"}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("at", range(1, 8))
def test_a_heading_changes_no_target(at: int, language: str, folder: Path) -> None:
    before = TEXTS[language]
    after = [*before[:at], HEADINGS[language], *before[at:]]
    assert targets(after, language, folder) == targets(before, language, folder)


@pytest.mark.parametrize("language", TEXTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.sets(st.sampled_from([1, 2, 4, 6, 7]), min_size=1))
def test_footnotes_change_no_target(places: set[int], language: str, folder: Path) -> None:
    before = TEXTS[language]
    marked = [f"{text}[^{n}]" if n in places else text for n, text in enumerate(before)]
    notes = [f"[^{n}]: {NOTES[language]}" for n in sorted(places)]
    assert targets([*marked, *notes], language, folder) == targets(before, language, folder)


@pytest.mark.parametrize("language", TEXTS)
def test_ids_do_not_depend_on_what_stands_before(language: str, folder: Path) -> None:
    first, one, other, *rest = TEXTS[language]
    assert set(targets([first, other, one, *rest], language, folder)) == set(targets(TEXTS[language], language, folder))
