"""Where two editions of one work contradict each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractors.checks.edition_numbers import slips
from extractors.checks.editions import check_editions
from extractors.language.editions import Edition
from extractors.language.links import link_editions
from extractors.language_records import GlossaryTerm, ParallelText
from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import Box, BoxItem, Discrepancy, Indicator, NumericTarget, PageRow, Section
from extractors.source import Authority, Source

CHINESE = """第一篇　海港

第一章　码头

新建码头{value}公里。渔业产量稳定在500万吨以上。

第二章　灯塔

坚持以大海为中心，建设白沙湾灯塔。
"""
ENGLISH = """Part One Harbours

Article 1 Quays

We will build {value} of new quays. Fish output will stay {bound} 5 million tons.

Article 2 Lighthouses

We will be sea-centered (以海为中心) and build the lighthouse of {name}.
"""


def edition(folder: Path, name: str, language: str, authority: Authority, text: str) -> Edition:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    source = Source(
        name, name, path.name, (language,), "plan_outline", authority, "full", "CC0-1.0", period_start=2031,
        period_end=2035, translation_of=None if authority == "official" else "zh",
    )  # fmt: skip
    document = read(path)
    found = extract(document, source)
    rows = found.rows
    return Edition(
        source=source,
        text=document.text,
        blocks=found.blocks,
        sections=tuple(r for r in rows["sections"] if isinstance(r, Section)),
        boxes=tuple(r for r in rows["boxes"] if isinstance(r, Box)),
        box_items=tuple(r for r in rows["box_items"] if isinstance(r, BoxItem)),
        indicators=tuple(r for r in rows["indicators"] if isinstance(r, Indicator)),
        targets=tuple(r for r in rows["numeric_targets"] if isinstance(r, NumericTarget)),
        terms=tuple(r for r in rows["glossary"] if isinstance(r, GlossaryTerm)),
    )


def passages(zh: Edition, en: Edition) -> list[ParallelText]:
    """The bodies of the two texts side by side."""
    spans = [(zh.text.index(a), zh.text.index("。", zh.text.index(a)) + 1) for a in ("新建", "坚持")]
    others = [(en.text.index(a), en.text.index("\n", en.text.index(a))) for a in ("We will build", "We will be")]
    return [
        ParallelText(f"p{k}", zh.id, None, k, "1-1", None, None, *mine, *other, other_document_id=en.id, score=0.9)
        for k, (mine, other) in enumerate(zip(spans, others, strict=True))
    ]


def compared(
    folder: Path, zh: str = "30", en: str = "30 kilometers", bound: str = "at or above", name: str = "Baishawan"
) -> tuple[tuple[Discrepancy, ...], str]:
    """What is found between a Chinese plan and its translation, and the translation's text."""
    left = edition(folder, "zh", "zh", "official", CHINESE.format(value=zh))
    right = edition(folder, "en", "en", "translation", ENGLISH.format(value=en, bound=bound, name=name))
    family = (right, left)
    return check_editions(family, link_editions(family), (), passages(left, right)), right.text


def of(rows: tuple[Discrepancy, ...], check: str) -> list[Discrepancy]:
    return [row for row in rows if row.check == check]


def test_editions_that_agree_differ_only_in_labels_and_the_gloss(tmp_path: Path) -> None:
    rows, _ = compared(tmp_path)
    assert {row.check for row in rows} == {"edition_labels", "gloss_not_in_original"}
    assert {row.document_id for row in rows} == {"en"}


def test_a_slip_of_a_scale_is_told_at_its_number_with_the_other_one(tmp_path: Path) -> None:
    rows, text = compared(tmp_path, en="300 kilometers")
    row = of(rows, "edition_value")[0]
    assert text[row.char_start : row.char_end] == "300"
    assert (row.value, row.other_value, row.other_document_id) == ("300", "30", "zh")
    assert "scale word" in row.message


def test_a_bound_turned_round_is_an_error(tmp_path: Path) -> None:
    rows, _ = compared(tmp_path, bound="below")
    assert [r.severity for r in of(rows, "edition_comparator_reversed")] == ["error"]


def test_a_limit_that_counts_here_only_is_for_information(tmp_path: Path) -> None:
    rows, _ = compared(tmp_path, bound="above")
    assert [(r.severity, r.value, r.other_value) for r in of(rows, "edition_limit")] == [
        ("info", "above 5 million", "500万吨以上")
    ]
    assert of(rows, "edition_limit")[0].message.endswith(
        ": more than 5 million (above) here, 500万 or more (以上) in zh."
    )


def test_another_river_in_a_title_is_told_of_the_translation(tmp_path: Path) -> None:
    chinese, english = (
        CHINESE.replace("灯塔\n", "长江灯塔\n"),
        ENGLISH.replace("Lighthouses\n", "Yellow River Lighthouses\n"),
    )
    zh = edition(tmp_path, "zh", "zh", "official", chinese.format(value=30))
    en = edition(tmp_path, "en", "en", "translation", english.format(value="30 km", bound="above", name="Baishawan"))
    rows = of(check_editions((en, zh), link_editions((en, zh)), (), ()), "place_differs")
    assert [(r.document_id, r.value, r.other_value) for r in rows] == [("en", "Yellow River", "长江")]


def test_the_page_of_a_row_is_that_of_its_place(tmp_path: Path) -> None:
    zh = edition(tmp_path, "zh", "zh", "official", CHINESE.format(value=30))
    en = edition(tmp_path, "en", "en", "translation", ENGLISH.format(value="30 km", bound="above", name="Bailiwan"))
    second = en.text.index("Article 2")
    spans = ((1, 0, second), (2, second, len(en.text)))
    en = replace(
        en, pages=tuple(PageRow("en", n, None, None, None, None, "good", (), start, end) for n, start, end in spans)
    )
    rows = check_editions((en, zh), link_editions((en, zh)), (), passages(zh, en))
    assert [r.page for r in of(rows, "name_differs")] == [2]
    assert {r.page for r in rows if (r.char_start or 0) >= second} == {2}


def test_a_number_that_one_edition_alone_has_is_told(tmp_path: Path) -> None:
    rows, text = compared(tmp_path, bound="of 17 ports at or above")
    row = of(rows, "edition_only_here")[0]
    assert (text[row.char_start : row.char_end], row.other_document_id) == ("17", "zh")


def test_a_name_a_syllable_off_is_told(tmp_path: Path) -> None:
    rows, _ = compared(tmp_path, name="Bailiwan")
    assert [(r.value, r.other_value) for r in of(rows, "name_differs")] == [("Bailiwan", "白沙湾")]


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("投资3.2亿元。", "We will invest 3.2 billion yuan.", [("3200000000", "320000000")]),
        ("投资3.2亿元。", "We will invest 320 million yuan.", []),
        ("投资3.2亿元。", "We will invest 4.5 billion yuan.", []),
        ("建设1个港口。", "We will build 10 ports.", []),
    ],
)
def test_numbers_of_the_same_digits_are_slips_of_scale(zh: str, en: str, told: list[tuple[str, str]]) -> None:
    passage = ParallelText("p", "zh", None, 1, "1-1", None, None, 0, len(zh), 0, len(en), other_document_id="en")
    assert [(f.value, f.other_value) for f in slips(passage, (zh, en), "zh")] == told
