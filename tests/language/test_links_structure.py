"""Sections, boxes and items of two editions are linked whatever they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from small_editions import source

from extractors.language.editions import Edition
from extractors.language.links import crosswalk, link
from extractors.language.links_structure import Structure, link_structure
from extractors.language.links_wording import Wording
from extractors.records import Box, BoxItem, Section


def section(name: str, level: str, number: str | None, title: str, parent: str | None, label: str, n: int) -> Section:
    return Section(name, "d", parent, level, label, number, number, title, "en", None, n, n + 1, n + 2)


def chapters(
    titles: Sequence[str], label: str = "Chapter", *, first: int = 1, parent: str | None = None, language: str = "en"
) -> tuple[Section, ...]:
    made = [section(f"{label}{n}", "chapter", str(n), t, parent, label, n) for n, t in enumerate(titles, first)]
    return tuple(replace(s, language=language) for s in made)


def linked(left: Edition, right: Edition) -> Structure:
    return link_structure(left, right, Wording())


def numbers(found: Structure) -> list[tuple[str | None, str | None]]:
    return [(p.left.number, p.right.number) for p in found.sections]


def test_levels_are_linked_by_number_over_languages_and_labels_are_told() -> None:
    zh = Edition(source("z", "zh"), "", sections=chapters(["總則", "產業"], "章", language="zh"))
    en = Edition(source("e"), "", sections=chapters(["General", "Industry"], "Article"))
    found = linked(zh, en)
    assert numbers(found) == [("1", "1"), ("2", "2")]
    assert found.sections[0].differences == ("label: 章 / Article",)


def test_a_label_of_another_word_is_no_difference_of_the_thing() -> None:
    left = Edition(source("a"), "", sections=chapters(["General", "Industry"]))
    right = Edition(source("b"), "", sections=chapters(["General", "Industry"], "Article"))
    rows = crosswalk([link(left, right)])
    assert [(row.agreement, row.difference) for row in rows] == [("same", None), ("same", None)]
    moved = Edition(source("b"), "", sections=chapters(["General", "Industry"], "Article", first=2))
    assert [row.difference for row in crosswalk([link(left, moved)])] == ["number: 1 / 2", "number: 2 / 3"]


def test_the_usual_label_of_the_other_language_is_no_difference() -> None:
    zh = Edition(source("z", "zh"), "", sections=chapters(["总则"], "章", language="zh"))
    assert linked(zh, Edition(source("e"), "", sections=chapters(["General"]))).sections[0].differences == ()


def test_an_excerpt_finds_its_chapter_inside_the_parts_of_the_whole() -> None:
    parts = [section(f"p{n}", "part", str(n), f"Part {n}", None, "Part", 100 * n) for n in (1, 2)]
    inside = [replace(s, parent_id=f"p{1 + n // 8}") for n, s in enumerate(chapters([f"T{n}" for n in range(15)]))]
    whole = Edition(source("w", "zh"), "", sections=(*parts, *inside))
    excerpt = Edition(source("x"), "", sections=chapters(["Energy"], first=11))
    assert numbers(linked(whole, excerpt)) == [("11", "11")]


def test_a_chapter_put_in_between_shifts_numbers_not_links() -> None:
    titles = ["Water supply", "Digital services", "Road transport", "Public health"]
    old = Edition(source("a"), "", sections=chapters([titles[0], *titles[2:]]))
    new = Edition(source("b"), "", sections=chapters(titles))
    found = linked(old, new)
    assert numbers(found) == [("1", "1"), ("2", "3"), ("3", "4")]
    assert found.sections[1].differences == ("number: 2 / 3",)


def box(name: str, number: str, title: str, label: str = "Box") -> Box:
    return Box(name, "d", number, label, title, None, None, None, 0, 1)


def item(box_id: str, number: str, title: str) -> BoxItem:
    return BoxItem(box_id, number, "d", title, "", (), None, (), 0, 1)


def test_boxes_and_items_are_linked_and_a_missing_item_is_told() -> None:
    items = (item("b1", "01", "Lines"), item("b1", "02", "Stores"))
    left = Edition(source("a"), "", boxes=(box("b1", "3", "Grids"),), box_items=items)
    others = (item("c1", "1", "Lines"),)
    right = Edition(source("b"), "", boxes=(box("c1", "3", "Grids", "Table"),), box_items=others)
    found = linked(left, right)
    assert found.boxes[0].differences == ("label: Box / Table", "items: 2 / 1")
    assert [(p.left.item_number, p.right.item_number) for p in found.items] == [("01", "1")]


def test_another_place_in_a_title_is_told_and_the_item_linked_all_the_same() -> None:
    left = Edition(source("a", "zh"), "", boxes=(box("b1", "3", "公园"),), box_items=(item("b1", "01", "珠江公园"),))
    others = (item("c1", "01", "Yellow River parks"),)
    right = Edition(source("b"), "", boxes=(box("c1", "3", "Parks"),), box_items=others)
    (found,) = linked(left, right).items
    assert found.differences == ("place: 珠江 / Yellow River",)


def test_other_numbers_in_a_title_are_told() -> None:
    left = Edition(source("a"), "", sections=chapters(["Goals for 2035"]))
    right = Edition(source("b"), "", sections=chapters(["Goals for 2036"]))
    assert linked(left, right).sections[0].differences == ("title: Goals for 2035 / Goals for 2036",)
