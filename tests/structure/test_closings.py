"""Where the last subsection of a chapter ends: what follows is its chapter's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.structure.model import Outline

Outliner = Callable[..., Outline]

FIRST = "一、回首去年\n去年修路不少。\n（一）道路延长。新修道路三百公里，桥梁十座，村村相连。\n"
LAST = "（二）河流变清。治理河流二十条，湖泊五个，水质好转。\n"
NEXT = "二、展望今年\n今年再修道路。\n"


def placed(found: Outline, words: str) -> tuple[str, ...]:
    """Titles of the sections in which the paragraph with these words stands."""
    return next(b.section_titles for b in found.blocks if words in b.text.text)


@pytest.mark.parametrize(
    "opening",
    [
        "各位代表！我们修了路",
        "各位代表，我们修了路",
        "同志们！修了路",
        "五年来，修了路",
        "让我们更加努力修路",
        "过去一年，修了路",
    ],
)
def test_an_address_or_a_summary_ends_the_last_subsection(read_outline: Outliner, opening: str) -> None:
    text = f"{FIRST}{LAST}{opening}也治了水。\n——港口更大。货运增长一成。\n{NEXT}"
    found = read_outline(text, "zh")
    assert placed(found, "治理河流") == ("回首去年", "河流变清")
    assert placed(found, opening) == placed(found, "港口更大") == ("回首去年",)
    last = next(s for s in found.sections if s.title == "河流变清")
    assert text[: last.body_char_end].endswith("水质好转。")
    chapter = next(s for s in found.sections if s.title == "回首去年")
    assert text[: chapter.body_char_end].endswith("货运增长一成。")


def test_the_address_on_a_line_of_its_own(read_outline: Outliner) -> None:
    found = read_outline(f"{FIRST}{LAST}各位代表！\n前路还长，大家同行。\n{NEXT}", "zh")
    assert placed(found, "前路还长") == ("回首去年",)


def test_a_summary_before_the_next_sibling_is_its_own(read_outline: Outliner) -> None:
    found = read_outline(f"{FIRST}五年来，道路翻番。\n{LAST}{NEXT}", "zh")
    assert placed(found, "道路翻番") == ("回首去年", "道路延长")


def test_a_summary_that_each_subsection_has_is_its_own(read_outline: Outliner) -> None:
    found = read_outline(f"{FIRST}五年来，道路翻番。\n{LAST}五年来，水质好转。\n{NEXT}", "zh")
    assert placed(found, "五年来，水质") == ("回首去年", "河流变清")


def test_an_address_between_subsections_takes_a_list_with_it(read_outline: Outliner) -> None:
    wishes = "各位代表！今年办好两件实事。\n1.道路方面。修路九十公里。\n2.桥梁方面。造桥八座。\n"
    found = read_outline(f"{FIRST}{wishes}{LAST}{NEXT}", "zh")
    assert placed(found, "造桥八座") == ("回首去年",)
    assert placed(found, "治理河流") == ("回首去年", "河流变清")


def test_an_address_between_subsections_alone_ends_nothing(read_outline: Outliner) -> None:
    found = read_outline(f"{FIRST}各位代表！道路就是希望。\n{LAST}{NEXT}", "zh")
    assert placed(found, "道路就是希望") == ("回首去年", "道路延长")


def test_an_address_that_each_subsection_has_is_its_own(read_outline: Outliner) -> None:
    three = "（三）学校变多。新建学校四十所，新招教师两千名，学位充足。\n各位代表！学校就是未来。\n"
    text = f"{FIRST}各位代表！道路就是希望。\n{LAST}各位代表！河流就是生命。\n{three}各位代表！再接再厉。\n{NEXT}"
    found = read_outline(text, "zh")
    assert placed(found, "学校就是未来") == ("回首去年", "学校变多")
    assert placed(found, "再接再厉") == ("回首去年",)


def test_plans_without_subsections_keep_their_paragraphs(read_outline: Outliner) -> None:
    found = read_outline("第一章 道路\n要修路。\n五年来，道路翻番。\n第二章 桥梁\n要造桥。\n", "zh")
    assert placed(found, "道路翻番") == ("道路",)


@pytest.mark.parametrize("title", ["名词解释", "附件", "附件1", "附录："])
def test_an_annex_is_a_section_beside_the_chapters(read_outline: Outliner, title: str) -> None:
    text = f"{FIRST}{LAST}{NEXT}{title}\n1.“两通”：指通路、通水。\n"
    found = read_outline(text, "zh")
    annex = found.sections[-1]
    assert (annex.title, annex.level, annex.parent_id, annex.number) == (title, found.sections[0].level, None, None)
    assert placed(found, "通水") == (title,)
    assert text[: found.sections[-2].body_char_end].endswith("今年再修道路。")


def test_an_annex_in_english(read_outline: Outliner) -> None:
    prose = "Roads are to join the towns of the region.\n"
    found = read_outline(f"Chapter 1 Roads\n\n{prose}\nChapter 2 Ports\n\n{prose}\nGlossary\n\nTEU means a unit.\n")
    assert [(s.level, s.title) for s in found.sections][-1] == ("chapter", "Glossary")


def test_the_word_in_a_sentence_opens_no_annex(read_outline: Outliner) -> None:
    found = read_outline(f"{FIRST}{LAST}附件由各市另行印发。\n{NEXT}", "zh")
    assert [s.title for s in found.sections][-1] == "展望今年"
    assert placed(found, "附件由各市") == ("回首去年", "河流变清")


def test_an_annex_numbers_its_parts_anew(read_outline: Outliner) -> None:
    found = read_outline(f"{FIRST}{LAST}{NEXT}附件\n本表列出道路。\n一、县道\n县道十条。\n二、省道\n省道两条。\n", "zh")
    numbers = [(s.number, s.title) for s in found.sections if s.parent_id is None]
    assert numbers == [("1", "回首去年"), ("2", "展望今年"), (None, "附件"), ("1", "县道"), ("2", "省道")]
