"""Bases of English changes: their scale, and 'up to' behind them."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def only(sentence: str) -> Statement:
    (found,) = read_english(sentence, PLAN).statements
    return found


@pytest.mark.parametrize(
    ("sentence", "base", "value"),
    [
        ("Raise the irrigated area from 360 to 530 million hectares.", 360e6, 530e6),
        ("Raise the irrigated area from 900,000 to 1.2 million hectares.", 900000, 1.2e6),
        ("Raise output from 5 up to 8 million tons by 2025.", 5e6, 8e6),
        ("Increase the number of schools from 40 up to 65.", 40, 65),
        ("Coverage will rise to 18 percent from a level of 16 percent.", 16, 18),
    ],
)
def test_a_base_shares_the_scale_of_its_value(sentence: str, base: float, value: float) -> None:
    found = only(sentence)
    assert (found.base_value, found.value, found.comparator) == (base, value, "eq")


def test_up_to_without_a_base_is_a_bound() -> None:
    assert only("Build up to 40 schools by 2025.").comparator == "le"


def test_a_rate_printed_over_a_round_number() -> None:
    found = only("The maternal mortality rate will fall from 19.9/100000 to 14/100000.")
    assert (found.value, found.base_value, found.unit) == (14, 19.9, "persons/100000 persons")


def test_a_period_behind_over_is_nothing_to_compare_with() -> None:
    assert only("The country will cut energy intensity by 15 percent over 2021-2025.").direction == "reduce_by"


def test_over_an_area_is_no_comparison() -> None:
    found = read_english("The country will plant 12 billion trees over 32 million hectares.", PLAN).statements
    assert [s.comparator for s in found] == ["eq"] * len(found)


@pytest.mark.parametrize(
    ("sentence", "value", "base", "unit"),
    [
        ("Raise per capita income from R50 000 in 2010 to R120 000 by 2030.", 120000, 50000, "ZAR"),
        ("Raise per capita income to 4,000 dollars.", 4000, None, "USD"),
        ("Goals such as increasing life expectancy to 79 years.", 79, None, "years"),
    ],
)
def test_objects_that_begin_with_a_preposition_or_follow_such_as(
    sentence: str, value: float, base: float | None, unit: str
) -> None:
    found = only(sentence)
    assert (found.value, found.base_value, found.unit) == (value, base, unit)


def test_a_base_behind_a_semicolon_belongs_to_what_stands_there() -> None:
    found = read_english("The share reaches 47%; home ownership rises to 65% from 49% in 2016.", PLAN).statements
    assert [s.base_value for s in found] == [None, 49]
