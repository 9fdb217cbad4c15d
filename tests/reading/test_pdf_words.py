"""Words from characters, drawn in any order and with or without blanks between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from extractors.reading.engine import Char
from extractors.reading.pdf_words import lines_of_words


def chars(text: str, x: float = 0, top: float = 0, size: float = 10, width: float = 5) -> list[Char]:
    return [
        Char(c, x + i * width, top, x + (i + 1) * width, top + size, size, "F", False, True, False)
        for i, c in enumerate(text)
    ]


def words(found: Sequence[Char]) -> list[list[str]]:
    return [[word.text for word in line] for line in lines_of_words(found)]


def test_blanks_part_words() -> None:
    assert words(chars("two words")) == [["two", "words"]]


def test_white_parts_words_where_no_blank_is_drawn() -> None:
    assert words([*chars("two"), *chars("words", x=18)]) == [["two", "words"]]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_pieces_that_touch_are_one_word_in_any_order(order: tuple[int, ...]) -> None:
    parts = [chars("de"), chars("vel", x=10), chars("op", x=25)]
    assert words([c for i in order for c in parts[i]]) == [["develop"]]


def test_a_blank_drawn_by_itself_parts_words() -> None:
    assert words([*chars("two", x=17), *chars("one"), *chars(" ", x=15, width=2)]) == [["one", "two"]]


def test_a_wide_blank_parts_words_of_one_object() -> None:
    wide = [*chars("Year"), *chars(" ", x=20, width=12), *chars("Plan", x=32)]
    assert words(wide) == [["Year", "Plan"]]
    uneven = [*chars("Five-Year"), *chars(" ", x=45, width=3), *chars("Plan", x=60), *chars("s", x=84)]
    assert words(uneven) == [["Five-Year", "Plan", "s"]]


def test_a_raised_digit_is_a_word_on_the_same_line() -> None:
    assert words([*chars("river"), *chars("16", x=25, top=-1, size=6, width=3)]) == [["river", "16"]]


def test_control_characters_are_left_out_and_private_ones_kept() -> None:
    assert words(chars("a\x07b\ue001")) == [["ab\ue001"]]


def test_lines_come_from_top_to_bottom() -> None:
    assert words([*chars("below", top=30), *chars("above", top=10)]) == [["above"], ["below"]]
