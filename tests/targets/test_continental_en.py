"""Decimal commas and points between thousands, read only where the sentence shows that they are used so."""

from __future__ import annotations

import pytest

from extractors.targets.continental_en import in_plain_form
from extractors.targets.english import read_english
from extractors.targets.statement import Context
from extractors.targets.tokens_en import tokens_of

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def values(sentence: str) -> list[float]:
    return [s.value for s in read_english(sentence, PLAN).statements]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Unemployment will fall to 7,5% by 2025.", [7.5]),
        ("Growth will reach 6,5 per cent a year.", [6.5]),
        ("Exports will reach 2,4 million tonnes.", [2.4e6]),
        ("The fund will reach 1.234,5 million euros.", [1234.5e6]),
        ("The province will plant 1.234.567 trees.", [1234567]),
        ("Unemployment will fall to 7,5% and exports will reach 23.900 tonnes.", [7.5, 23900]),
    ],
)
def test_commas_before_decimals_and_points_between_thousands(sentence: str, expected: list[float]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Output will reach 23.900 tonnes.", [23.9]),
        ("Output will reach 23,900 tonnes.", [23900]),
    ],
)
def test_nothing_is_changed_where_no_number_shows_the_form(sentence: str, expected: list[float]) -> None:
    assert values(sentence) == expected


def test_a_list_of_numbers_is_no_decimal() -> None:
    tokens = tokens_of("Clauses 1,2 and 3 apply; zones 1,2,3 km apart.")
    assert in_plain_form("Clauses 1,2 and 3 apply; zones 1,2,3 km apart.", tokens) == tokens


def test_a_range_of_decimal_commas() -> None:
    (found,) = read_english("Growth will be 6,5-7,2% a year.", PLAN).statements
    assert (found.value, found.value_max) == (6.5, 7.2)


def test_the_number_is_quoted_as_printed() -> None:
    sentence = "The province will plant 1.234.567 trees."
    (found,) = read_english(sentence, PLAN).statements
    assert sentence[found.number_start : found.number_end] == "1.234.567"


def test_cells_of_a_table_are_no_thousands() -> None:
    assert 6500 not in values("6\t500\thouseholds will be moved")
