"""Boxes: titles, items, bullets, their end, and tables of main indicators."""

from __future__ import annotations

from collections.abc import Callable

from extractors.structure.model import Outline

PADDED = """Table 2. Bridges of the region
01 Long bridges

Build 3 long bridges over
the river.

02 Short bridges

Build 40 short bridges.

The north will be joined to the south, and all towns will have a bridge of their own in the end.
"""


def test_padded_items_and_the_prose_behind_the_last(read_outline: Callable[..., Outline]) -> None:
    found = read_outline(PADDED)
    (box,) = found.boxes
    assert (box.label, box.number, box.title) == ("Table", "2", "Bridges of the region")
    assert [(i.item_number, i.title, i.text) for i in found.box_items] == [
        ("01", "Long bridges", "Build 3 long bridges over the river."),
        ("02", "Short bridges", "Build 40 short bridges."),
    ]
    assert PADDED[: box.char_end].endswith("Build 40 short bridges.")
    assert found.blocks[-1].element == "prose"


def test_bullets_of_items(read_outline: Callable[..., Outline]) -> None:
    text = "Box 7\nBorder Towns\n\n01 Roads\n\n- Build 30 roads;\n- Repair 20 roads.\n\n02 Ports\n\n- Build 2 ports.\n"
    found = read_outline(text)
    assert found.boxes[0].title == "Border Towns"
    assert [i.bullets for i in found.box_items] == [("Build 30 roads;", "Repair 20 roads."), ("Build 2 ports.",)]
    assert found.box_items[0].text == "Build 30 roads; Repair 20 roads."


def test_run_in_items_of_a_chinese_box(read_outline: Callable[..., Outline]) -> None:
    text = "第一章 道路\n专栏 3：重点工程\n1.省道：新建100公里。\n2.县道：新建200公里。\n要加快建设，到明年提高20%。\n"
    found = read_outline(text, "zh")
    assert [(i.title, i.text) for i in found.box_items] == [("省道", "新建100公里。"), ("县道", "新建200公里。")]
    assert [b.element for b in found.blocks][-1] == "prose"


def test_item_whose_line_end_was_lost_and_number_on_a_line_of_its_own(read_outline: Callable[..., Outline]) -> None:
    text = "专栏3道路工程\n01省道\n新建100公里。02县道\n新建200公里。\n03\n乡道\n新建300公里。\n"
    found = read_outline(text, "zh")
    assert [(i.item_number, i.title, i.text) for i in found.box_items] == [
        ("01", "省道", "新建100公里。"),
        ("02", "县道", "新建200公里。"),
        ("03", "乡道", "新建300公里。"),
    ]


def test_a_table_that_prose_speaks_of_is_no_box(read_outline: Callable[..., Outline]) -> None:
    assert not read_outline("Roads grow.\n\nTable 2 shows how many roads there are.\n").boxes
    assert not read_outline("道路增长。\n表1显示了道路的长度。\n", "zh").boxes


def test_headings_inside_a_box_are_items(read_outline: Callable[..., Outline]) -> None:
    text = "第一章 道路\n要修路。\n专栏1 工程\n（一）省道。新建100公里。\n（二）县道。修路。\n第二章 桥梁\n要造桥。\n"
    found = read_outline(text, "zh")
    assert [s.title for s in found.sections] == ["道路", "桥梁"]
    assert [i.title for i in found.box_items] == ["省道", "县道"]


def test_markdown_indicator_table(read_outline: Callable[..., Outline]) -> None:
    text = "# 专栏1 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 1.人口 | 20 | 30 |\n\n"
    text += "注：均为预计数。\n\n人口要增加。\n"
    found = read_outline(text, "zh")
    (region,) = found.indicator_regions
    assert region.box_id == found.boxes[0].box_id
    assert [line.text.text for line in region.lines if line.text][-1] == "| 1.人口 | 20 | 30 |"
    assert [line.text.text for line in region.notes] == ["注：均为预计数。"]
    assert not found.box_items
    assert [b.text.text for b in found.blocks] == ["主要指标", "人口要增加。"]


def test_indicator_table_in_scrambled_text(read_outline: Callable[..., Outline]) -> None:
    text = "Table 1. Main indicators\n\nIndicator 2020 2025\n1. Roads (km) 100\n200\n2. Bridges 3 4\n\n"
    text += "Notes: (1) All values are estimates.\n\nSection 2. Roads\n\nRoads are to be built.\n"
    found = read_outline(text)
    (region,) = found.indicator_regions
    assert region.lines[-1].text.text in ("2. Bridges 3 4", "")
    assert [line.text.text for line in region.notes] == ["Notes: (1) All values are estimates."]
    assert [s.title for s in found.sections] == ["Roads"]


def test_a_box_continued_on_the_next_page_is_one(read_outline: Callable[..., Outline]) -> None:
    text = (
        "第一章 道路\n\n专栏 1-1 工程\n01 省道\n新建100公里，\n专栏 1-1（续）\n改造50公里。\n02 县道\n新建200公里。\n"
    )
    found = read_outline(text, "zh")
    assert [b.number for b in found.boxes] == ["1-1"]
    assert [i.text for i in found.box_items] == ["新建100公里，改造50公里。", "新建200公里。"]


def test_a_list_behind_a_box_is_not_counted_on(read_outline: Callable[..., Outline]) -> None:
    text = "Table 2. Works\n\n1. North: 30 km of road.\n2. South: 20 km of road.\n\nRoads are to be built.\n\n"
    text += "They are long.\n\nAll agree.\n\n3. Bridges are to be built.\n"
    assert [i.item_number for i in read_outline(text).box_items] == ["1", "2"]


def test_text_behind_a_table_of_cells_is_outside_the_box(read_outline: Callable[..., Outline]) -> None:
    cells = "".join(f"{k}\t指标{k}\t{k}0\t{k}5\n" for k in range(1, 6))
    behind = "以上指标由各地区分解落实，到2025年新建公路300公里。\n"
    found = read_outline(f"专栏1　主要指标\n\n序号\t指标\t2020年\t2025年\n{cells}\n{behind}", "zh")
    (region,) = found.indicator_regions
    assert "300" not in "".join(line.text.text for line in region.lines)
    assert (found.blocks[-1].element, found.blocks[-1].text.text) == ("prose", behind.strip())
