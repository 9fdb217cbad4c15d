"""Numbers, labels and names of a series."""

from __future__ import annotations

import pytest
from checked_texts import Checking


def chapters(*numbers: str, label: str = "Chapter") -> str:
    places = ("Dykes", "Ports", "Fish", "Salt", "Roads", "Schools", "Towns", "Parks")
    parts = [
        f"{label} {n} {p}\n\nWe will look after them in chapter {p}." for n, p in zip(numbers, places, strict=False)
    ]
    return "\n\n".join(parts) + "\n"


def test_a_series_without_fault_is_left_alone(checked: Checking) -> None:
    assert not checked(chapters("1", "2", "3", "4", "5", "6")).names


def test_an_excerpt_begins_where_it_begins(checked: Checking) -> None:
    assert not checked(chapters("31", "32", "33", "34")).names


def test_a_misprinted_number_is_told_with_the_one_that_has_it(checked: Checking) -> None:
    row = checked(chapters("I", "II", "III", "II", "V", "VI", label="Article")).of("numbering_repeats")[0]
    assert (row.value, row.other_value, row.severity) == ("2", "4", "error")
    assert row.other_document_id == "made-up"


def test_a_number_that_is_left_out_is_told(checked: Checking) -> None:
    rows = checked(chapters("1", "2", "4", "5", "6")).of("numbering_jumps")
    assert [(r.value, r.other_value) for r in rows] == [("4", "3")]


def test_sections_begin_anew_under_each_chinese_chapter(checked: Checking) -> None:
    text = "".join(
        f"第{n}章　港口{n}\n\n第一节　码头\n\n建设码头。\n\n第二节　航道\n\n疏浚航道。\n\n" for n in "一二三"
    )
    assert not checked(text, "zh").names


def test_a_box_among_tables_is_told(checked: Checking) -> None:
    boxes = [
        f"{'Box' if n == 4 else 'Table'} {n}. Works in the {place}\n01 Dykes\n\nWe will raise {place} dykes.\n\n"
        f"02 Ports\n\nWe will dredge {place} ports."
        for n, place in enumerate(("north", "south", "east", "west", "far"), 1)
    ]
    text = "Chapter 1 Works\n\n" + "\n\nWe will go on with the works along the coast.\n\n".join(boxes) + "\n"
    assert [(r.value, r.other_value) for r in checked(text).of("label_differs")] == [("Box", "Table")]


def test_two_items_of_a_box_with_one_name_are_told(checked: Checking) -> None:
    text = (
        "Chapter 1 Works\n\nTable 1. Works\n01 Zone of the Grey River (upper reaches)\n\nWe will plant trees."
        "\n\n02 Zone of the Grey River (delta)\n\nWe will plant reeds.\n\n03 Zone of the lakes\n\nWe will rest them.\n"
    )
    rows = checked(text).of("repeated_name")
    assert len(rows) == 1
    assert "delta" in (rows[0].value or "")


def test_a_chinese_list_that_names_a_place_twice_is_told(checked: Checking) -> None:
    text = "一、口岸\n升级东港、西港、南港、北港、西港、中港等口岸。\n"
    assert [r.value for r in checked(text, "zh").of("repeated_name")] == ["西港"]


def test_announced_members_are_counted(checked: Checking) -> None:
    members = "一是修堤，二是疏浚，三是造林。\n"
    text = f"一、任务\n抓好以下四项任务：{members}抓好以下三项任务：{members}"
    assert [(r.value, r.other_value) for r in checked(text, "zh").of("stated_count")] == [("4", "3")]


@pytest.mark.parametrize(
    ("total", "told"),
    [("100", ["105"]), ("105", []), ("105.3", []), ("300", [])],
    ids=("near", "right", "rounded", "far"),
)
def test_parts_add_up_to_their_total(checked: Checking, total: str, told: list[str]) -> None:
    text = f"一、任务\n计划投资{total}亿元，其中中央投资50亿元、省级投资30亿元、市县投资25亿元。\n"
    rows = checked(text, "zh").of("sum_of_parts")
    assert [f"{float(r.other_value or 0) / 1e8:g}" for r in rows] == told


def test_ordinals_that_leave_one_out_are_told(checked: Checking) -> None:
    text = "We do this. First, we dredge. Second, we build. Fourth, we plant trees along the coast.\n"
    assert [(r.value, r.other_value) for r in checked(text).of("stated_count")] == [("4", "3")]


def test_a_heading_that_announces_what_stands_below_it(checked: Checking) -> None:
    below = "".join(
        f"（{n}）建设{p}\n\n建好{p}并管好{p}。\n\n"
        for n, p in zip("一二三四五", ("码头", "航道", "堤坝", "灯塔", "渔港"), strict=True)
    )
    assert [
        r.value for r in checked(f"一、现状\n\n情况良好。\n\n二、六大路径\n\n{below}", "zh").of("stated_count")
    ] == ["6"]
    assert not checked(f"一、现状\n\n情况良好。\n\n二、五大路径\n\n{below}", "zh").of("stated_count")
