"""Passages of documents in two languages, from their texts to the rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.language.editions import Edition
from extractors.language.facing import edition_texts
from extractors.language_records import ParallelText
from extractors.pipeline import Extraction, extract
from extractors.reading import read
from extractors.source import Source


@dataclass(frozen=True)
class Desk:
    """Reads made-up documents."""

    folder: Path

    def read(self, name: str, languages: tuple[str, ...], text: str) -> tuple[Source, str, Extraction]:
        path = self.folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        source = Source(
            id=name,
            title=name,
            file=path.name,
            language=languages,
            document_type="plan_outline",
            authority="official",
            redistribution="full",
            licence="none",
        )
        document = read(path)
        return source, document.text, extract(document, source)

    def facing(self, text: str, languages: tuple[str, ...] = ("zh", "en")) -> list[ParallelText]:
        rows = self.read("facing", languages, text)[2].rows["parallel_texts"]
        return [row for row in rows if isinstance(row, ParallelText)]

    def edition(self, name: str, language: str, text: str) -> Edition:
        source, raw, found = self.read(name, (language,), text)
        rows = found.rows
        return Edition(
            source,
            raw,
            found.blocks,
            tuple(rows["sections"]),  # type: ignore[arg-type]
            tuple(rows["boxes"]),  # type: ignore[arg-type]
            tuple(rows["box_items"]),  # type: ignore[arg-type]
            tuple(rows["footnotes"]),  # type: ignore[arg-type]
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def texts(rows: list[ParallelText]) -> list[tuple[str | None, str | None]]:
    return [(row.text_zh, row.text_en) for row in rows]


FACING = """第一条 供水
到2028年建成水库12座。农村住户安装水表，
城市管网漏损率降至8%。

Article 1 Water Supply
Another 12 reservoirs will be completed by 2028. Meters are to be in-
stalled in rural households. Leakage of city pipes shall fall to 8 percent.

第二条 道路
硬化村道340公里。

Article 2 Roads
A total of 340 kilometers of village roads will be paved.

The bus lines of the county will be extended.

第三条 学校
班额不超过45人。
"""


def test_articles_of_facing_languages_are_paired_with_their_headings(desk: Desk) -> None:
    rows = desk.facing(FACING)
    assert ("供水", "Water Supply") in texts(rows)
    assert ("硬化村道340公里。", "A total of 340 kilometers of village roads will be paved.") in texts(rows)
    assert {row.section_number for row in rows} == {"1", "2"}


def test_one_sentence_is_paired_with_two(desk: Desk) -> None:
    row = next(r for r in desk.facing(FACING) if r.alignment == "1-n")
    assert row.text_zh == "农村住户安装水表，城市管网漏损率降至8%。"
    assert row.text_en == (
        "Meters are to be installed in rural households. Leakage of city pipes shall fall to 8 percent."
    )


def test_offsets_point_at_the_words(desk: Desk) -> None:
    for row in desk.facing(FACING):
        zh = FACING[row.zh_char_start : row.zh_char_end].replace("\n", "")
        assert zh == row.text_zh
        assert FACING[row.en_char_start : row.en_char_end][:9] == (row.text_en or "")[:9]


def test_sequences_count_from_one_in_each_section(desk: Desk) -> None:
    rows = desk.facing(FACING)
    by_section: dict[str | None, list[int]] = {}
    for row in rows:
        by_section.setdefault(row.section_id, []).append(row.sequence)
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_section.values())
    assert len({row.passage_id for row in rows}) == len(rows)


def test_the_order_of_the_columns_does_not_matter(desk: Desk) -> None:
    parts = FACING.split("\n\n")
    swapped = "\n\n".join([parts[1], parts[0], parts[3], parts[4], parts[2], parts[5]])
    assert sorted(texts(desk.facing(swapped, ("en", "zh")))) == sorted(texts(desk.facing(FACING)))


def test_a_document_in_one_language_has_no_passages(desk: Desk) -> None:
    assert desk.facing(FACING, ("zh",)) == []


PLAN_ZH = """第一章 总则
第一节 目标
到2030年建成水库12座。
第二节 原则
坚持节约用水。
第二章 工程
第一节 河道
整治河道340公里。
第二节 泵站
改造泵站25座。
"""
PLAN_EN = """Chapter II Projects
Section 1 Rivers
Some 340 kilometers of river channels will be restored.
Section 2 Pumping stations
We will refit 25 pumping stations.
"""


def test_an_edition_of_one_chapter_is_paired_with_that_chapter(desk: Desk) -> None:
    rows = edition_texts([desk.edition("plan-en", "en", PLAN_EN), desk.edition("plan-zh", "zh", PLAN_ZH)])
    assert ("整治河道340公里。", "Some 340 kilometers of river channels will be restored.") in texts(rows)
    assert ("改造泵站25座。", "We will refit 25 pumping stations.") in texts(rows)
    assert {(row.document_id, row.other_document_id) for row in rows} == {("plan-zh", "plan-en")}
    assert {row.section_number for row in rows} == {"2", "2.1", "2.2"}


def test_two_editions_in_one_language_have_no_passages(desk: Desk) -> None:
    assert edition_texts([desk.edition("a", "zh", PLAN_ZH), desk.edition("b", "zh", PLAN_ZH)]) == []
