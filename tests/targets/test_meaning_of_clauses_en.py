"""English kinds, directions and periods that the clause, the title or the list around a number decides."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def read(sentence: str, context: Context = PLAN) -> tuple[Statement, ...]:
    return read_english(sentence, context).statements


@pytest.mark.parametrize(
    ("sentence", "kind", "direction", "period"),
    [
        ("The agency will have 713 offices.", "target", "reach", "level"),
        ("The city will maintain at least 15 clinics.", "target", "maintain", "level"),
        ("No district should have over 140 open cases.", "limit", "maintain", "level"),
        ("Farming made up 12 percent of output.", "fact", "none", "level"),
        ("Output hit 6.5 trillion yuan.", "fact", "none", "level"),
        ("The share continues to remain above 75 percent.", "fact", "none", "level"),
        ("The ministry also proposes raising life expectancy to 80 years.", "target", "reach", "level"),
        ("The state will take life expectancy to 71 years.", "target", "reach", "level"),
        ("The mission aims to achieve 5 million tonnes of hydrogen production.", "target", "reach", "level"),
        ("Output is to grow at between 4 and 5 percent annually.", "target", "increase_by", "annual"),
        ("New installed capacity will reach 160 GW.", "target", "reach", "cumulative"),
        ("The rise in consumer prices was kept at 2.2%.", "fact", "none", "annual"),
        ("The benchmark of 40 percent was met in 2020.", "fact", "none", "level"),
    ],
)
def test_what_a_clause_means(sentence: str, kind: str, direction: str, period: str) -> None:
    found = read(sentence)[0]
    assert (found.kind, found.direction, found.change_period) == (kind, direction, period)


def test_none_may_exceed_is_at_most() -> None:
    assert read("By 2025, no district should have over 140 open cases.")[0].comparator == "le"


def test_some_may_exceed_is_more() -> None:
    assert read("By 2025, the district should have over 140 open cases.")[0].comparator == "gt"


def test_a_year_named_once_holds_for_the_list() -> None:
    found = read("Farming is expected to grow by 1.5% a year, mining by 2.8% and services by 5.2%.")
    assert [s.change_period for s in found] == ["annual"] * 3


def test_a_year_named_once_does_not_hold_beyond_another_verb() -> None:
    found = read("Farming will grow by 3% annually and contribute 19% of output.")
    assert [s.change_period for s in found] == ["annual", "level"]


def test_members_behind_semicolons_share_the_missing_verb() -> None:
    found = read("Growth of about 7 percent; more than 700,000 new jobs; 26,000 new stations.")
    assert [s.value for s in found] == [7, 700000, 26000]


def test_a_second_dated_count_counts_the_same_things() -> None:
    found = read("The region plans to build 4,500 stations in 2021 and 5,500 in 2023.")
    assert [(s.value, s.target_year, s.counted_object) for s in found] == [
        (4500, 2021, "stations"),
        (5500, 2023, "stations"),
    ]


def test_the_present_tense_under_a_title_of_goals_is_to_come() -> None:
    goals = Context(language="en", plan_start=2021, plan_end=2025, section_titles=("Main targets",))
    sentence = "The urbanization rate is about 40%."
    assert [read(sentence, goals)[0].kind, read(sentence)[0].kind] == ["target", "fact"]


def test_a_title_of_goals_that_were_met_looks_back() -> None:
    met = Context(language="en", plan_start=2021, plan_end=2025, section_titles=("Progress towards targets",))
    assert read("The urbanization rate is about 40%.", met)[0].kind == "fact"


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan sets out 15 key targets.",
        "The strategy contains 238 specific measures.",
        "Twelve of the works belong to Fortune 500 companies.",
        "Work began in the first half of the year.",
    ],
)
def test_what_a_text_consists_of_and_names_are_no_quantities(sentence: str) -> None:
    assert read(sentence) == ()


def test_rates_over_people_may_be_small() -> None:
    found = read("There were 4.55 beds for every 1,000 people and 2.05 nurses for every 1,000 people.")
    assert [s.value for s in found] == [4.55, 2.05]
