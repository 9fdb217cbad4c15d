"""English sentences of undated documents: present passives, titles of goals, bases far behind, sums and additions."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

UNDATED = Context(language="en")
GOALS = Context(language="en", section_titles=("Key 2019 targets",))


def read(sentence: str, context: Context = UNDATED) -> tuple[Statement, ...]:
    return read_english(sentence, context).statements


@pytest.mark.parametrize(
    "sentence",
    [
        "The share of homes with water is increased from 85% to 90%.",
        "40,000 more homes are connected to the grid and 5,000 have power of their own.",
        "20,000 participants reached by the works programme.",
    ],
)
def test_what_stands_under_a_title_of_goals_is_to_come(sentence: str) -> None:
    assert {s.kind for s in read(sentence, GOALS)} <= {"target", "project"}


def test_what_was_done_is_a_fact_under_a_title_of_goals_too() -> None:
    assert read("40,000 homes were connected to the grid.", GOALS)[0].kind == "fact"


def test_a_present_passive_with_a_deadline_is_to_come() -> None:
    found = read("By 2030, the death rate is reduced to less than 70 per 100,000 people.")[0]
    assert (found.kind, found.target_year) == ("target", 2030)


def test_a_base_may_stand_far_behind_its_value() -> None:
    found = read("About 57% of the country's energy came from coal in 2020, down from 70% in 2009.")[0]
    assert (found.value, found.base_value, found.reference_year) == (57, 70, 2020)


def test_a_base_belongs_to_the_value_right_before_it() -> None:
    found = read("Rail carries 5% of trips and buses carry 12%, up from 9% in 2009.")
    assert [s.base_value for s in found] == [None, 9]


def test_down_to_zero() -> None:
    found = read("Reduce the share of poor households from 39 % to zero.")[0]
    assert (found.value, found.base_value, found.unit) == (0, 39, "%")


@pytest.mark.parametrize(
    ("sentence", "kind", "direction"),
    [
        ("The budget will show a $225 million operating surplus.", "target", "reach"),
        ("The government has promised $60 million for clinics.", "project", "build"),
        ("The state must install an additional 3,758 GW by 2030.", "project", "add"),
        ("A maximum of 25% of towns receive a qualified audit by 2030.", "limit", "maintain"),
    ],
)
def test_sums_additions_and_bounds(sentence: str, kind: str, direction: str) -> None:
    found = read(sentence)[0]
    assert (found.kind, found.direction) == (kind, direction)


def test_a_number_that_looks_like_a_year_counts_what_is_added() -> None:
    assert read("The state will put an additional 1966 police on the streets.")[0].unit == "persons"


def test_a_value_in_another_measure_in_brackets_is_no_second_value() -> None:
    sentence = "In 2020, wind gave 8.4% (338TWh), water power 7.3% (291TWh) and the sun 2.3% of the power (91TWh)."
    assert [s.value for s in read(sentence)] == [8.4, 7.3, 2.3]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inflation will be kept at 4% plus or minus 1 percentage point.", [(4, "eq", "%")]),
        ("At a minimum, 70% of the funds will go to towns.", [(70, "ge", "%")]),
        ("The deficit is capped at 3% of GDP.", [(3, "eq", "%")]),
        ("Unemployment fell 0.4 points to 6.1 percent.", [(0.4, "eq", "pp"), (6.1, "eq", "%")]),
        ("Keep the rate of unemployment at or below 4.6 per cent.", [(4.6, "le", "%")]),
        ("Growth of 5pc is expected.", [(5, "eq", "%")]),
    ],
)
def test_comparators_and_units_of_shares(sentence: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(s.value, s.comparator, s.unit) for s in read(sentence)] == expected


def test_what_remains_is_of_the_things_counted_before() -> None:
    found = read("In 2020, 125 million people had water, and the remaining 75 million are to be connected by 2025.")[-1]
    assert (found.value, found.unit, found.target_year) == (75e6, "persons", 2025)


def test_what_is_planned_for_a_year() -> None:
    assert read("A 20 per cent increase in pay is planned for 2022.")[0].target_year == 2022


def test_the_end_of_a_year_with_a_hyphen() -> None:
    found = read("Public debt stood at 58.4% of GDP at end-2020 and is projected to decline to 52% by end-2025.")
    assert [(s.reference_year, s.target_year) for s in found] == [(2020, None), (None, 2025)]


def test_each_label_behind_a_semicolon_has_its_value() -> None:
    found = read("By 2025, maternal mortality: 70; infant mortality: 12.")
    assert [(s.indicator, s.value) for s in found] == [("maternal mortality", 70), ("infant mortality", 12)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The gap is estimated at US$130 billion-US$170 billion.", [(130e9, 170e9)]),
        ("Reduce landfill to a maximum of 10% of waste.", [(10, None)]),
        ("Plants with a capacity of 5 megawatts (MW) or above must meet the rules.", []),
        ("Only 34 percent of villagers live within two kilometres of a road.", [(34, None)]),
    ],
)
def test_ranges_of_sums_and_sizes_that_only_describe(sentence: str, expected: list[tuple[float, float | None]]) -> None:
    assert [(s.value, s.value_max) for s in read(sentence)] == expected


def test_a_goal_that_one_has_is_still_to_come() -> None:
    found = read("The plan has the target of raising the share from 25 percent in 2005 to 35 percent in 2015.")[0]
    assert (found.kind, found.target_year, found.base_value) == ("target", 2015, 25)


def test_a_ceiling_that_is_fixed_for_a_year() -> None:
    found = read("The ceiling for borrowing is fixed at 4.5 per cent of output for 2026.")[0]
    assert (found.kind, found.target_year) == ("limit", 2026)
