"""Paragraphs in their places, and the spans of numbers that are none."""

from __future__ import annotations

from collections.abc import Callable

from extractors.structure.model import Outline

LINES = (
    "The region will build roads and schools and open its markets to",
    "all who live there in the coming years and it will do so with care",
    "and at a cost that all can bear, because roads join the towns and",
)


def test_a_sentence_goes_on_behind_a_page_number(read_outline: Callable[..., Outline]) -> None:
    page = "\n".join(LINES)
    text = "\n\n\n".join(f"{page}\n\n\n{number}" for number in (12, 13, 14)) + "\n\n\nthe sea.\n"
    (block,) = read_outline(text).blocks
    assert "roads join the towns and The region" in block.text.text
    assert block.text.text.endswith("roads join the towns and the sea.")


def test_blocks_know_their_place_and_headings_are_marked(read_outline: Callable[..., Outline]) -> None:
    text = "第一章 道路\n\n第一节 省道\n\n要修路100公里。\n\n专栏1 工程\n01县道\n新建200公里。\n"
    found = read_outline(text, "zh")
    prose = next(b for b in found.blocks if b.text.text == "要修路100公里。")
    assert prose.section_titles == ("道路", "省道")
    assert prose.section_id == found.sections[1].section_id
    item = found.blocks[-1]
    assert (item.element, item.item_number, item.item_title, item.box_title) == ("box", "01", "县道", "工程")
    assert [b.text.text for b in found.blocks if b.is_heading] == ["道路", "省道", "工程", "县道"]


def test_block_characters_map_to_the_text(read_outline: Callable[..., Outline]) -> None:
    text = "\n".join(LINES) + " ends.\n"
    block = read_outline(text).blocks[0]
    at = block.text.text.index("markets")
    start, end = block.text.raw_span(at, at + len("markets"))
    assert text[start:end] == "markets"


def test_bullets_stand_apart(read_outline: Callable[..., Outline]) -> None:
    found = read_outline("The tasks are:\n\n• build 20 roads;\n\n• build 3 bridges.\n")
    assert [(b.text.text, b.is_bullet) for b in found.blocks[1:]] == [
        ("build 20 roads;", True),
        ("build 3 bridges.", True),
    ]


def test_structural_numbers_are_passed(read_outline: Callable[..., Outline]) -> None:
    text = "Section 4. Roads\n\nRoads are built.\n\n1. Build 200 km.\n\nTable 2. Works\n01 Bridges\nBuild 3 bridges.\n"
    passed = {text[p.start : p.end].strip() for p in read_outline(text).passed if p.reason == "list_or_heading_number"}
    assert {"Section 4.", "1.", "Table 2.", "01"} <= passed


def test_same_words_same_ids(read_outline: Callable[..., Outline]) -> None:
    text = "第一章 道路\n要修路。\n第二章 道路\n要修路。\n"
    one, other = read_outline(text, "zh"), read_outline("前言。\n" + text, "zh")
    assert [s.section_id for s in one.sections] == [s.section_id for s in other.sections]
    assert len({s.section_id for s in one.sections}) == 2


def test_nothing_gives_nothing(read_outline: Callable[..., Outline]) -> None:
    found = read_outline("")
    assert not (found.sections or found.boxes or found.blocks or found.passed)


def test_a_bracket_cut_by_a_blank_line_holds_its_paragraph_together(read_outline: Callable[..., Outline]) -> None:
    text = "We will build 30 bases, 7 ports and many village markets (Village\n\nMarkets), and 20 more roads.\n"
    (block,) = read_outline(f"{text}\nNext year will bring schools.\n").blocks[:1]
    assert block.text.text.endswith("(Village Markets), and 20 more roads.")


def test_a_bracket_that_is_never_closed_holds_nothing_together(read_outline: Callable[..., Outline]) -> None:
    found = read_outline("Markets (in villages.\n\nSchools are to be built.\n")
    assert [b.text.text for b in found.blocks] == ["Markets (in villages.", "Schools are to be built."]


def test_a_chinese_bracket_cut_by_a_blank_line(read_outline: Callable[..., Outline]) -> None:
    found = read_outline("要修路（含县道、\n\n乡道）一百公里。\n\n要造桥。\n", "zh")
    assert [b.text.text for b in found.blocks] == ["要修路（含县道、乡道）一百公里。", "要造桥。"]
