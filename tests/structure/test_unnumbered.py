"""Items of boxes without printed numbers, and what is no item."""

from __future__ import annotations

from collections.abc import Callable

from extractors.structure.model import Outline

Outliner = Callable[..., Outline]
BEHIND = "All counties are to answer for the works in the years to come, and will report on them.\n"


def items(found: Outline) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(i.item_number, i.title, i.text, i.bullets) for i in found.box_items]


def test_bullets_are_counted(read_outline: Outliner) -> None:
    text = f"Box 1: Works\n\n• Build 30 roads.\n• Repair 20 bridges.\n\n{BEHIND}"
    found = read_outline(text)
    assert items(found) == [("1", "", "Build 30 roads.", ()), ("2", "", "Repair 20 bridges.", ())]
    assert text[: found.boxes[0].char_end].endswith("bridges.")
    assert [b.element for b in found.blocks][-1] == "prose"


def test_signs_of_symbol_fonts_are_bullets(read_outline: Outliner) -> None:
    found = read_outline("专栏1：重点工程\n\uf06c新建公路30公里。\n\uf06c改造桥梁20座。\n", "zh")
    assert [i.text for i in found.box_items] == ["新建公路30公里。", "改造桥梁20座。"]


def test_words_before_a_colon_are_the_title(read_outline: Outliner) -> None:
    text = "专栏1 重点工程\n\n省道：新建100公里。\n县道：新建200公里。\n\n各地区要加快建设，抓好落实。\n"
    found = read_outline(text, "zh")
    assert items(found) == [("1", "省道", "新建100公里。", ()), ("2", "县道", "新建200公里。", ())]
    assert text[: found.boxes[0].char_end].endswith("200公里。")


def test_bullets_of_another_sign_belong_to_an_item(read_outline: Outliner) -> None:
    text = "Box 1: Works\n\n■ Roads: Build 30 of them.\n– In the north.\n– In the south.\n■ Bridges: Repair 20.\n"
    assert items(read_outline(text)) == [
        ("1", "Roads", "Build 30 of them. In the north. In the south.", ("In the north.", "In the south.")),
        ("2", "Bridges", "Repair 20.", ()),
    ]


def test_one_bullet_is_no_list(read_outline: Outliner) -> None:
    found = read_outline(f"Box 1: Works\n\n• Build 30 roads.\n\n{BEHIND}")
    assert len(found.boxes) == 1
    assert not found.box_items


def test_text_of_two_lists_in_brackets_is_no_footnote(read_outline: Outliner) -> None:
    lists = "（1）省道：新建100公里。\n（2）县道：新建200公里。\n"
    found = read_outline(f"专栏1 北部工程\n{lists}\n要修路。\n\n专栏2 南部工程\n{lists}\n", "zh")
    assert not found.footnotes
    assert [i.item_number for i in found.box_items] == ["1", "2", "1", "2"]


def test_prose_behind_the_bullets_of_the_last_item_is_outside(read_outline: Outliner) -> None:
    text = f"Box 1: Works\n\n01 Roads\nBuild 30 roads.\n\n02 Bridges\n• Repair 20.\n• Build 2.\n\n{BEHIND}"
    found = read_outline(text)
    assert [i.bullets for i in found.box_items] == [(), ("Repair 20.", "Build 2.")]
    assert text[: found.boxes[0].char_end].endswith("Build 2.")


def test_sections_go_on_behind_items_of_the_same_form(read_outline: Outliner) -> None:
    items_of_box = "一、省道：新建100公里，改造桥梁。\n二、县道：新建200公里，改造桥梁。\n"
    text = f"一、总体要求\n要修路。\n二、重点任务\n要造桥。\n专栏1 工程\n{items_of_box}三、保障措施\n要抓好落实。\n"
    found = read_outline(text, "zh")
    assert [s.title for s in found.sections] == ["总体要求", "重点任务", "保障措施"]
    assert [i.title for i in found.box_items] == ["省道", "县道"]
