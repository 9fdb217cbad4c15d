"""English values, units, kinds and years that hang on a short form, a bracket, a supposition or a list of goals."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2026, plan_end=2030)


def read(sentence: str) -> tuple[Statement, ...]:
    return read_english(sentence, PLAN).statements


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Raise coal output from 950 million tonnes (MT) in 2024 to 1,200 MT in 2029.", 1.2e9, "t"),
        ("Port capacity will reach 10,000 MTPA by 2030.", 1e10, "t/a"),
        ("The plan envisions a thirtyfold increase in electric vehicles.", 30.0, "times"),
        ("Limit warming to 1.5°C.", 1.5, "degC"),
        ("The number of days with good air quality will reach 310.", 310.0, "days"),
        ("The number of the insured will reach 3.5 million.", 3.5e6, "persons"),
        ("The goal is 2 million employed specialists.", 2e6, "persons"),
        ("In 2024 the number of clinics increased by 1916.", 1916.0, "count"),
        ("Milk output will rise to 5 lakh MT.", 5e5, "t"),
        ("The number of users will grow from 7m to 40m.", 4e7, "persons"),
        ("Our goals for 2030: 40 million people are on treatment.", 4e7, "persons"),
    ],
)
def test_value_and_unit(sentence: str, value: float, unit: str) -> None:
    found = read(sentence)[0]
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Losses in the grid can be as high as 40 percent.", "fact"),
        ("Access to water in urban areas: 98.3% (2016).", "fact"),
        ("Currently, growth is projected at 3.9 percent.", "fact"),
        ("Only 54% of households have clean water.", "fact"),
        ("The city has set the goal for its sales of consumer goods to increase by 7%.", "target"),
        ("The hubs will handle 17 million passengers a year.", "target"),
        ("The city aims for 5 million electric cars.", "project"),
        ("The contribution is not to exceed 60 percent of emissions.", "limit"),
        ("The budget has proposals to increase the allocation to 5 million yuan.", "target"),
        ("We set the main goals of the city for this year: ensure that unemployment stays below 4%.", "limit"),
    ],
)
def test_kind(sentence: str, kind: str) -> None:
    assert read(sentence)[0].kind == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry presented a $6 billion plan to modernise the ports.",
        "The city ranked third among 15 provincial cities.",
        "Grades 11 and 12 will be merged.",
        "Build 10x exascale supercomputing centers.",
        "Extend the network to 500 km compared to the current length of 54 km in 27 cities.",
    ],
)
def test_a_number_in_a_name_is_no_row(sentence: str) -> None:
    assert [s.value for s in read(sentence) if s.value != 500] == []


def test_a_small_spelled_count_of_what_there_is_to_be() -> None:
    assert [(s.value, s.kind) for s in read("By 2030 the province will have five airports.")] == [(5.0, "target")]


def test_the_base_behind_present_is_no_end_of_a_range() -> None:
    found = read("Enrolment will increase from the present 4.7 per cent to 10 per cent by 2028.")[0]
    assert (found.value, found.value_max, found.base_value) == (10.0, None, 4.7)


def test_a_year_in_brackets_dates_its_value() -> None:
    found = read("The share rose from 45% (2015) to 61% (2020).")[0]
    assert (found.base_year, found.reference_year) == (2015, 2020)


def test_the_year_of_the_goals_is_that_of_their_values() -> None:
    assert read("The 2028 targets are a 90% cut in deaths.")[0].target_year == 2028


def test_a_year_behind_a_compared_value_is_no_base() -> None:
    found = read("Raise the standardization rate of clinics to over 80% in 2028.")[0]
    assert (found.target_year, found.base_year) == (2028, None)


def test_a_share_to_be_protected_is_reached() -> None:
    assert read("30% of the land should be protected.")[0].direction == "reach"


def test_a_least_share_in_a_profile() -> None:
    assert read("The share of adults with skills will be min. 80%.")[0].comparator == "ge"


def test_an_estimate_in_a_review_is_a_fact() -> None:
    context = Context(language="en", plan_start=2026, plan_end=2026, section_titles=("Review of the Work in 2025",))
    found = read_english("Output per head is estimated to reach 88,500 yuan.", context).statements[0]
    assert (found.kind, found.reference_year) == ("fact", 2025)


def test_the_size_of_things_that_are_counted() -> None:
    assert [s.value for s in read("Build 71 berths of 10,000 tons or more.")] == [71.0]


def test_the_people_that_a_share_is_of() -> None:
    assert [s.value for s in read("The poverty rate stood at 17% of the country's 220 million people.")] == [17.0]


def test_a_rate_keeps_the_people_of_its_base() -> None:
    found = read("Reduce infant deaths from 75 per 1,000 to 50 and maternal deaths from 435 per 100,000 to 350.")
    assert [s.unit for s in found] == ["persons/1000 persons", "persons/100000 persons"]


def test_a_relation_beside_a_rate_is_no_rate() -> None:
    found = read("Keep an annual growth of 7 percent, and double the income of farmers.")
    assert [s.change_period for s in found] == ["annual", "cumulative"]


def test_a_size_in_a_name_is_no_count() -> None:
    assert read("Every district will be connected by 4 lane roads.") == ()


def test_an_age_group_is_no_count() -> None:
    found = read("Cut the under five mortality rate to 25 per 1,000 live births.")
    assert [s.value for s in found] == [25.0]


def test_the_goal_behind_a_fact() -> None:
    found = read("The city planted about 7,500 hectares in 2025 and the target for 2028 is 4,600 hectares.")
    assert [(s.kind, s.target_year) for s in found] == [("fact", None), ("target", 2028)]


@pytest.mark.parametrize("change", ["up 22 from 2025", "up by 22"])
def test_a_change_in_the_same_measure_behind_a_level(change: str) -> None:
    found = read(f"Certified airports totaled 263, {change}.")
    assert [(s.value, s.change_period) for s in found] == [(263.0, "level"), (22.0, "cumulative")]
