"""Headings: their level, number and title, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

from extractors.structure.model import Outline

PROSE = (
    "The region will build roads and schools and open its markets to\n"
    "all who live there in the coming years and it will do so with care\n"
    "and at a cost that all can bear, because roads join the towns.\n"
)


def heads(found: Outline) -> list[tuple[str, str | None, str]]:
    return [(s.level, s.number, s.title) for s in found.sections]


def test_english_labels_with_words_roman_and_arabic_numbers(read_outline: Callable[..., Outline]) -> None:
    text = f"Part One Aims\n\nChapter II: Where we stand\n\n{PROSE}\nSection 3. Roads\n\n{PROSE}"
    assert heads(read_outline(text)) == [
        ("part", "1", "Aims"),
        ("chapter", "2", "Where we stand"),
        ("section", "3", "Roads"),
    ]


def test_article_that_holds_sections_is_a_chapter(read_outline: Callable[..., Outline]) -> None:
    text = f"Part One Aims\n\nArticle I Roads\n\nSection 1. Long roads\n\n{PROSE}\nSection 2. Short roads\n\n{PROSE}"
    assert [level for level, _, _ in heads(read_outline(text))] == ["part", "chapter", "section", "section"]


def test_article_of_a_law_has_text_and_no_title(read_outline: Callable[..., Outline]) -> None:
    found = read_outline("第一章 总则\n第一条 为了修路，制定本条例。\n第二条 本条例适用于本市。\n", "zh")
    assert heads(found)[1:] == [("article", "1", ""), ("article", "2", "")]
    assert "为了修路，制定本条例。" in [b.text.text for b in found.blocks]


def test_title_over_lines_and_text_right_below_it(read_outline: Callable[..., Outline]) -> None:
    text = f"Section 1. Where the people of the region stand and what they need in\nthe years to come\n{PROSE}"
    found = read_outline(text + "\n" + PROSE)
    assert found.sections[0].title == "Where the people of the region stand and what they need in the years to come"
    assert found.blocks[1].text.text.startswith("The region will build")


def test_title_below_its_number(read_outline: Callable[..., Outline]) -> None:
    found = read_outline(f"Section 1\n\nRoads of the North\n\n{PROSE}\nSection 2\n\nRoads of the South\n\n{PROSE}")
    assert [title for _, _, title in heads(found)] == ["Roads of the North", "Roads of the South"]


def test_chinese_labels_and_a_title_on_two_lines(read_outline: Callable[..., Outline]) -> None:
    text = "第一篇　坚持发展\n全面修路\n\n第一章　总体要求\n\n要修路，要造桥，也要办学校，让城镇相连。\n\n"
    text += "第一节　指导思想\n\n要造桥。\n"
    assert heads(read_outline(text, "zh")) == [
        ("part", "1", "坚持发展 全面修路"),
        ("chapter", "1", "总体要求"),
        ("section", "1", "指导思想"),
    ]


def test_bare_chinese_numbers_nest(read_outline: Callable[..., Outline]) -> None:
    text = "一、目标\n全市修路。\n（一）道路。新建道路100公里。\n（二）桥梁。新建桥梁3座。\n二、任务\n"
    text += "1. 组织保障\n成立小组。\n2. 资金保障\n安排资金。\n"
    assert heads(read_outline(text, "zh")) == [
        ("chapter", "1", "目标"),
        ("section", "1", "道路"),
        ("section", "2", "桥梁"),
        ("chapter", "2", "任务"),
        ("subsection", "1", "组织保障"),
        ("subsection", "2", "资金保障"),
    ]


def test_numbers_that_run_through_the_document_are_articles(read_outline: Callable[..., Outline]) -> None:
    text = "三、道路\n要修路。\n（8）省道。修省道。\n（9）县道。修县道。\n四、桥梁\n要造桥。\n（10）长桥。造长桥。\n"
    assert [(level, n) for level, n, _ in heads(read_outline(text, "zh"))] == [
        ("part", "3"),
        ("article", "8"),
        ("article", "9"),
        ("part", "4"),
        ("article", "10"),
    ]


def test_lists_are_no_headings(read_outline: Callable[..., Outline]) -> None:
    text = f"Section 1. Roads\n\n{PROSE}\n1. Build 200 km of roads.\n2. Build 30 bridges.\n\n"
    text += "1. Roads\n2. Bridges\n3. Mines\n"
    assert len(read_outline(text).sections) == 1
    assert len(read_outline("第一章 道路\n要修路：\n1.新建道路3条。\n2.改造道路5条。\n", "zh").sections) == 1


def test_mentions_in_prose_are_no_headings(read_outline: Callable[..., Outline]) -> None:
    text = f"Chapter 1 Roads\n\n{PROSE}\nChapter 2 describes the bridges of the region and what they cost to build.\n"
    assert len(read_outline(text).sections) == 1
    assert (
        len(read_outline("第一章 道路\n\n第二章提出的任务必须完成。\n“第三章”说明了修路的任务。\n", "zh").sections) == 1
    )


def test_misprinted_number_is_set_right_and_kept(read_outline: Callable[..., Outline]) -> None:
    text = "\n".join(f"Article {n} Roads of {n}\n\n{PROSE}" for n in ("I", "II", "II", "IV", "IX", "X"))
    found = read_outline(text)
    assert [s.number for s in found.sections] == ["1", "2", "3", "4", "9", "10"]
    assert found.sections[2].number_printed == "II"


def test_contents_are_no_sections(read_outline: Callable[..., Outline]) -> None:
    text = "目  录\n\n第一章 道路……1\n第一节 省道……2\n第二章 桥梁……5\n\n"
    text += "第一章 道路\n\n第一节 省道\n\n要修路。\n\n第二章 桥梁\n\n要造桥。\n"
    assert [title for _, _, title in heads(read_outline(text, "zh"))] == ["道路", "省道", "桥梁"]


def test_facing_columns_are_two_texts(read_outline: Callable[..., Outline]) -> None:
    text = (
        "九、道路\n要加快修路，\n让城镇相连。\nIX. Roads\n\nRoads are to join the\n\n联通城乡。\n十、桥梁\n要造桥。\n"
    )
    text += "towns of the region.\n\nX. Bridges\n\nBridges are to be built.\n"
    found = read_outline(text, "zh", "en")
    assert [(s.language, s.number, s.title) for s in found.sections] == [
        ("zh", "9", "道路"),
        ("en", "9", "Roads"),
        ("zh", "10", "桥梁"),
        ("en", "10", "Bridges"),
    ]


def test_parents_bodies_and_offsets(read_outline: Callable[..., Outline]) -> None:
    text = "第一章 道路\n要修路。\n第一节 省道\n要修省道。\n第二章 桥梁\n要造桥。\n"
    first, inner, second = read_outline(text, "zh").sections
    assert inner.parent_id == first.section_id
    assert second.parent_id is None
    assert text[inner.char_start : inner.char_end] == "第一节 省道"
    assert text[first.char_end : first.body_char_end].strip() == "要修路。\n第一节 省道\n要修省道。"


def test_title_over_lines_of_a_narrow_column(read_outline: Callable[..., Outline]) -> None:
    narrow = "Water use is to drop by a lot and\nroads are to join the towns, so\nthat all can reach the market\n"
    narrow += "and the schools of the towns and\nthe ports where ships land now.\n"
    found = read_outline(f"{PROSE}\n{PROSE}\n{PROSE}\nChapter 5 Roads and a Clean\nEnvironment\n{narrow}{narrow}")
    assert heads(found) == [("chapter", "5", "Roads and a Clean Environment")]


def test_reports_numbered_by_digits(read_outline: Callable[..., Outline]) -> None:
    text = f"1. Introduction\n\n{PROSE}\n1.1 Background\n\n{PROSE}\n1.2 Aims\n\n{PROSE}\n2. Roads\n\n{PROSE}"
    assert [(level, n) for level, n, _ in heads(read_outline(text))] == [
        ("chapter", "1"),
        ("section", "1.1"),
        ("section", "1.2"),
        ("chapter", "2"),
    ]
