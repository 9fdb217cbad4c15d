"""Stretches that translate each other."""

from __future__ import annotations

from extractors.language.align_stretches import Side, Stretch, stretches
from extractors.mapped import MappedText
from extractors.records import Box, Section
from extractors.structure.model import Block

ZH = "加强巡护并建立覆盖所有自然保护区的监测网络。" * 4
EN = "Patrols will be strengthened, and a network of monitors for all of the nature reserves is to be set up. " * 4


def section(number: str, language: str) -> Section:
    return Section(f"{language}-{number}", "made", None, "chapter", None, number, number, "t", language, None, 0, 1, 1)


def block(text: str, language: str, number: str | None, box: str | None = None, item: str | None = None) -> Block:
    return Block(
        MappedText.of(text),
        "box" if box else "prose",
        language,
        section_id=f"{language}-{number}" if number else None,
        box_id=box,
        item_number=item,
    )


def box(name: str, number: str | None, section_id: str) -> Box:
    return Box(name, "made", number, "Box", "t", section_id, None, None, 0, 1)


def side(language: str, *parts: tuple[str, str], boxes: tuple[Box, ...] = (), more: tuple[Block, ...] = ()) -> Side:
    """A text of chapters: pairs of a number and a text."""
    sections = tuple(section(number, language) for number, _text in parts)
    return Side(sections, boxes, (*(block(text, language, number) for number, text in parts), *more))


def sizes(found: list[Stretch]) -> list[tuple[int, int]]:
    return [(sum(len(s.text) for s in x.zh), sum(len(s.text) for s in x.en)) for x in found if x.zh or x.en]


def test_text_under_a_lost_heading_is_found_in_the_section_before() -> None:
    zh = side("zh", ("1", ZH), ("2", ZH), ("3", ZH))
    en = side("en", ("1", EN + EN), ("3", EN))
    found = [x for x in stretches(zh, en) if x.zh or x.en]
    assert [len(x.zh) for x in found] == [8, 4]


def test_a_section_that_one_side_lacks_stays_alone() -> None:
    zh = side("zh", ("1", ZH), ("2", ZH), ("3", ZH))
    en = side("en", ("1", EN), ("3", EN))
    found = [x for x in stretches(zh, en) if x.zh or x.en]
    assert [(bool(x.zh), bool(x.en)) for x in found] == [(True, True), (True, False), (True, True)]


def test_only_the_last_of_the_running_text_is_last() -> None:
    zh, en = side("zh", ("1", ZH), ("2", ZH)), side("en", ("1", EN), ("2", EN))
    assert [x.last for x in stretches(zh, en) if x.zh] == [False, True]


def test_boxes_are_paired_by_number_wherever_they_stand() -> None:
    more_zh = (block("恢复湿地。", "zh", "1", "z1"), block("新增风电。", "zh", "2", "z2"))
    more_en = (block("Add wind power.", "en", "1", "e2"), block("Restore wetlands.", "en", "2", "e1"))
    zh = side("zh", ("1", ZH), ("2", ZH), boxes=(box("z1", "1", "zh-1"), box("z2", "2", "zh-2")), more=more_zh)
    en = side("en", ("1", EN), ("2", EN), boxes=(box("e2", "2", "en-1"), box("e1", "1", "en-2")), more=more_en)
    boxed = [(x.zh[0].text.text, x.en[0].text.text) for x in stretches(zh, en)[-2:]]
    assert boxed == [("恢复湿地。", "Restore wetlands."), ("新增风电。", "Add wind power.")]


def test_boxes_without_numbers_are_paired_by_their_section() -> None:
    zh = side("zh", ("1", ZH), boxes=(box("z", None, "zh-1"),), more=(block("恢复湿地。", "zh", "1", "z"),))
    en = side("en", ("1", EN), boxes=(box("e", None, "en-1"),), more=(block("Restore wetlands.", "en", "1", "e"),))
    assert [(s.zh[0].text.text, s.en[0].text.text) for s in stretches(zh, en)[-1:]] == [
        ("恢复湿地。", "Restore wetlands.")
    ]


def test_items_of_one_number_are_a_stretch_each() -> None:
    more_zh = (block("恢复湿地。", "zh", "1", "z", "01"), block("造林。", "zh", "1", "z", "02"))
    more_en = (block("Plant trees.", "en", "1", "e", "02"), block("Restore wetlands.", "en", "1", "e", "01"))
    zh = side("zh", ("1", ZH), boxes=(box("z", "1", "zh-1"),), more=more_zh)
    en = side("en", ("1", EN), boxes=(box("e", "1", "en-1"),), more=more_en)
    assert sizes(stretches(zh, en))[-2:] == [(5, 17), (3, 12)]
