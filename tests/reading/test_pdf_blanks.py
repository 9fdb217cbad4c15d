"""Blanks between the words of a line: what is printed as one, and what only spreads the line."""

from __future__ import annotations

import pytest

from extractors.reading.engine import Char
from extractors.reading.pdf_layout import side_lines

SIZE = 10.0
WIDTHS = {" ": 2.3, "“": 4.4, "”": 4.4, '"': 4.8, "(": 3.3, ")": 3.3, ",": 2.5}


def line(text: str, spread: float = 0.0) -> list[Char]:
    """The characters of a line, so many points of white between any two of them."""
    found, x = [], 50.0
    for character in text:
        width = WIDTHS.get(character, 5.0 if character.isascii() else SIZE)
        found.append(Char(character, x, 100, x + width, 110, SIZE, "F", False, True, False))
        x += width + spread
    return found


def text(chars: list[Char]) -> str:
    (found,) = side_lines(chars)
    return "".join(run.before + run.text for run in found.runs)


@pytest.mark.parametrize("spread", [0.0, 0.5, 1.5])
def test_a_blank_between_the_halves_of_a_title_is_printed(spread: float) -> None:
    title = "第三篇　办好农田水利 建设宜居乡村"
    assert text(line(title, spread)).split() == title.split()


def test_several_names_in_a_line_stay_apart() -> None:
    assert text(line("水利部门 农业部门 林业部门")) == "水利部门 农业部门 林业部门"


@pytest.mark.parametrize("spread", [0.0, 1.0])
def test_blanks_between_all_characters_only_spread_the_line(spread: float) -> None:
    assert text(line(" ".join("建设宜居乡村"), spread)) == "建设宜居乡村"


def test_blanks_between_most_characters_only_spread_the_line() -> None:
    assert text(line("投入强 度 高 于 上 年 水 平")) == "投入强度高于上年水平"


def test_white_without_a_blank_is_no_blank() -> None:
    left, right = line("办好农田水利"), line("建设宜居乡村")
    apart = [c._replace(x0=c.x0 + 63, x1=c.x1 + 63) for c in right]
    assert text([*left, *apart]) == "办好农田水利建设宜居乡村"


@pytest.mark.parametrize("spread", [1.5, 2.1, 3.0])
def test_quotation_marks_and_brackets_of_a_spread_line_stick_to_their_words(spread: float) -> None:
    printed = '高于"十三五"时期(规划)水平'
    assert text(line(printed, spread)) == printed


def test_a_quotation_mark_apart_from_its_word_in_a_close_line_stays_apart() -> None:
    assert text(line('专栏 "十三五"时期')) == '专栏 "十三五"时期'


def test_spread_blanks_about_quotation_marks_are_none() -> None:
    assert text(line('高 于 " 十 三 五 "时')) == '高于"十三五"时'


def test_curly_quotation_marks_of_latin_print_keep_their_blanks() -> None:
    printed = "“Drain the fields,” “Mend the dykes,” and a few more"
    assert text(line(printed)) == printed


def test_a_number_in_chinese_keeps_its_blanks() -> None:
    assert text(line("到 2030 年增长 5 倍")) == "到 2030 年增长 5 倍"
