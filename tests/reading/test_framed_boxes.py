"""Boxes of a plan in PDFs: where the frame ends, the box ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from drawn_tables import Sheet, edges, pages

from extractors.document import Document
from extractors.pipeline import extract
from extractors.reading import read
from extractors.source import Source


@dataclass(frozen=True)
class Words:
    """What the pages of one language say."""

    language: str
    font: str
    before: str
    captions: tuple[str, str]
    titles: tuple[str, str]
    items: tuple[tuple[str, str], ...]
    entries: tuple[str, ...]
    more: str
    behind: tuple[str, ...]


EN = Words(
    "en",
    "Helvetica",
    "Roads and bridges are to be built in all regions of the country.",
    ("Box 1 Works of the north", "Box 2 Works of the south"),
    ("Works of the north", "Works of the south"),
    (("01 Roads", "Build 30 km of roads in the plain."), ("02 Bridges", "Repair 20 bridges over the river.")),
    ("Build 30 km of roads.", "Repair 20 old bridges.", "Open 4 new ports."),
    "Every county keeps a list of its works.",
    ("All counties are to answer for the works in the years to come.", "Results are looked at in the middle."),
)
ZH = Words(
    "zh",
    "STSong-Light",
    "各地区要加快道路和桥梁建设，完善基础设施网络。",
    ("专栏1 北部工程", "专栏2 南部工程"),
    ("北部工程", "南部工程"),
    (("01 道路", "新建公路30公里，改善平原交通。"), ("02 桥梁", "维修跨河桥梁20座。")),
    ("新建公路30公里。", "维修旧桥20座。", "开放4个新港口。"),
    "各县建立工程清单。",
    ("各县要对今后几年的工程负责，抓好落实。", "中期对成果进行评估。"),
)
BOTH = pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])


def sheet_of(words: Words) -> Sheet:
    sheet = Sheet(words.font)
    sheet.text(60, 90, words.before)
    return sheet


def lines(sheet: Sheet, top: float, *texts: str, x: float = 60) -> float:
    for text in texts:
        sheet.text(x, top, text)
        top += 14
    return top


def flat(items: tuple[tuple[str, str], ...]) -> list[str]:
    return [text for item in items for text in item]


def read_pages(tmp_path: Path, words: Words, *sheets: Sheet) -> tuple[Document, dict[str, list[Any]]]:
    pages(tmp_path, *sheets)
    document = read(tmp_path / "page.pdf")
    source = Source(
        id="made-up",
        title="",
        file="page.pdf",
        language=(words.language,),
        document_type="plan",
        authority="unknown",
        redistribution="full",
        licence="",
    )
    return document, extract(document, source).rows


def box_text(document: Document, box: Any) -> str:
    return " ".join(document.text[box.char_start : box.char_end].split())


def assert_items(words: Words, rows: dict[str, list[Any]]) -> None:
    assert [f"{i.item_number} {i.title}" for i in rows["box_items"]] == [title for title, _ in words.items]
    assert [i.text for i in rows["box_items"]] == [text for _, text in words.items]


@BOTH
def test_a_ruled_frame_with_its_caption_inside(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.box(50, 140, 540, 230)
    end = lines(sheet, 150, words.captions[0], *flat(words.items))
    lines(sheet, end + 24, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    (box,) = rows["boxes"]
    assert box.title == words.titles[0]
    assert_items(words, rows)
    assert box_text(document, box).endswith(words.items[-1][1])


@BOTH
def test_rows_of_a_frame_below_its_caption(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.text(60, 130, words.captions[0])
    sheet.grid([50, 540], edges(150, 40, 40))
    lines(sheet, 155, *words.items[0])
    lines(sheet, 195, *words.items[1])
    lines(sheet, 245, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    assert len(document.frames[0].rows) == 2
    (box,) = rows["boxes"]
    assert_items(words, rows)
    assert box_text(document, box).endswith(words.items[-1][1])


@BOTH
def test_a_shaded_block_without_items_holds_all_its_paragraphs(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.fill(50, 140, 540, 240)
    sheet.text(60, 146, words.captions[0])
    for top, text in zip((170, 192, 214), words.entries, strict=True):
        sheet.text(60, top, text)
    lines(sheet, 260, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    (frame,) = document.frames
    assert frame.kind == "shaded"
    (box,) = rows["boxes"]
    assert box_text(document, box) == " ".join((words.captions[0], *words.entries))


@BOTH
def test_a_bar_at_the_left(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.line(54, 138, 54, 216, width=3)
    lines(sheet, 140, words.captions[0], *flat(words.items))
    lines(sheet, 230, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    assert [f.kind for f in document.frames] == ["barred"]
    (box,) = rows["boxes"]
    assert_items(words, rows)
    assert box_text(document, box).endswith(words.items[-1][1])


def cut_frame(words: Words, first_lines: list[str], second_lines: list[str]) -> tuple[Sheet, Sheet]:
    """A frame without a lower edge on one page and without an upper one on the next."""
    first, second = sheet_of(words), Sheet(words.font)
    first.line(50, 640, 540, 640)
    first.line(50, 640, 50, 725)
    first.line(540, 640, 540, 725)
    lines(first, 650, *first_lines)
    bottom = 75 + 14 * len(second_lines) + 10
    second.line(50, 70, 50, bottom)
    second.line(540, 70, 540, bottom)
    second.line(50, bottom, 540, bottom)
    lines(second, 78, *second_lines)
    lines(second, bottom + 20, *words.behind)
    return first, second


@BOTH
def test_a_box_cut_by_a_page_end(tmp_path: Path, words: Words) -> None:
    first = [words.captions[0], *words.items[0], words.items[1][0]]
    document, rows = read_pages(tmp_path, words, *cut_frame(words, first, [words.items[1][1], words.more]))
    assert [(f.page, f.page_end) for f in document.frames] == [(1, 2)]
    (box,) = rows["boxes"]
    assert (box.page, box.page_end) == (1, 2)
    assert box_text(document, box).endswith(words.more)
    last = rows["box_items"][-1]
    assert words.items[1][1] in last.text and last.text.endswith(words.more)


@BOTH
def test_boxes_that_meet_at_a_page_end_are_parted_by_their_captions(tmp_path: Path, words: Words) -> None:
    first = [words.captions[0], *words.entries]
    second = [words.captions[1], *words.entries[:2]]
    document, rows = read_pages(tmp_path, words, *cut_frame(words, first, second))
    assert [box_text(document, b) for b in rows["boxes"]] == [" ".join(first), " ".join(second)]


@BOTH
def test_two_boxes_on_a_page(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    for top, caption in zip((130, 300), words.captions, strict=True):
        sheet.box(50, top, 540, top + 80)
        lines(sheet, top + 8, caption, *flat(words.items))
        lines(sheet, top + 100, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    assert [b.title for b in rows["boxes"]] == list(words.titles)
    assert all(box_text(document, b).endswith(words.items[-1][1]) for b in rows["boxes"])
    assert len(rows["box_items"]) == 4


@BOTH
def test_bulleted_items(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    bullets = [f"\u2022 {entry}" for entry in words.entries]
    sheet.box(50, 130, 540, 250)
    lines(sheet, 138, words.captions[0], words.items[0][0], *bullets[:2], words.items[1][0], bullets[2])
    lines(sheet, 270, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    assert [i.bullets for i in rows["box_items"]] == [words.entries[:2], words.entries[2:]]
    (box,) = rows["boxes"]
    assert box_text(document, box).endswith(words.entries[-1])


@BOTH
def test_a_frame_without_a_label_is_no_box(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.box(50, 130, 540, 180)
    lines(sheet, 140, *words.entries)
    lines(sheet, 210, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    assert len(document.frames) == 1
    assert not rows["boxes"]
    assert not rows["box_items"]


@BOTH
def test_a_bar_behind_the_first_items_title_is_no_box_of_its_own(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.text(60, 120, words.captions[0])
    for top, (title, text) in zip((140, 180), words.items, strict=True):
        sheet.fill(50, top, 540, top + 16)
        lines(sheet, top + 2, title, text)
    document, rows = read_pages(tmp_path, words, sheet)
    assert document.frames
    assert_items(words, rows)


@BOTH
def test_rows_without_numbers_are_counted_items_of_the_box(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.text(60, 130, words.captions[0])
    sheet.grid([50, 540], edges(150, 30, 30, 30))
    for top, text in zip((160, 190, 220), words.entries, strict=True):
        sheet.text(60, top, text)
    lines(sheet, 255, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    assert [document.text[a:b].strip() for a, b in document.frames[0].rows] == list(words.entries)
    (box,) = rows["boxes"]
    assert [i.item_number for i in rows["box_items"]] == ["1", "2", "3"]
    assert [(i.title, i.text) for i in rows["box_items"]] == [("", text) for text in words.entries]
    assert box_text(document, box) == " ".join((words.captions[0], *words.entries))


@BOTH
def test_a_list_inside_a_frame_with_other_text_before_it(tmp_path: Path, words: Words) -> None:
    sheet = sheet_of(words)
    sheet.box(50, 130, 540, 280)
    lines(sheet, 138, words.captions[0], *words.entries, words.more, *flat(words.items), words.more)
    lines(sheet, 300, *words.behind)
    document, rows = read_pages(tmp_path, words, sheet)
    (box,) = rows["boxes"]
    assert [i.item_number for i in rows["box_items"]] == ["01", "02"]
    assert rows["box_items"][-1].text.endswith(words.more)
    assert box_text(document, box).endswith(words.more)


def test_a_frame_around_sections_of_the_text_ends_no_box(tmp_path: Path) -> None:
    sheet = Sheet(ZH.font)
    top = lines(sheet, 90, "一、总体要求", ZH.before)
    sheet.box(50, 120, 540, 330)
    top = lines(sheet, 130, ZH.captions[0], *flat(ZH.items))
    top = lines(sheet, top + 24, "二、重点任务", *ZH.behind)
    top = lines(sheet, top + 10, "三、保障措施", *ZH.behind)
    _, rows = read_pages(tmp_path, ZH, sheet)
    assert [s.title for s in rows["sections"]] == ["总体要求", "重点任务", "保障措施"]
    assert [i.text for i in rows["box_items"]] == [text for _, text in ZH.items]
