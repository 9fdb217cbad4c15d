"""What is read in an English sentence: one example a construction."""

import sys

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context("en", plan_start=2026, plan_end=2030)


def read(sentence: str, context: Context = PLAN) -> tuple[Statement, ...]:
    return read_english(sentence, context).statements


def one(sentence: str, context: Context = PLAN) -> Statement:
    found = read(sentence, context)
    assert len(found) == 1, found
    return found[0]


def test_a_verb_with_object_and_level_gives_a_target() -> None:
    found = one("We will raise the enrollment rate of rural schools to over 90%.")
    assert (found.indicator, found.value, found.unit, found.comparator) == (
        "enrollment rate of rural schools",
        90,
        "%",
        "gt",
    )
    assert (found.kind, found.direction, found.target_year, found.time_basis) == ("target", "reach", 2030, "document")


def test_a_subject_that_will_fall_by_so_much() -> None:
    found = one("Water use per unit of GDP will be reduced by about 16%.")
    assert (found.indicator, found.direction, found.comparator) == ("Water use per unit of GDP", "reduce_by", "approx")
    assert found.change_period == "cumulative"


def test_annual_growth() -> None:
    found = one("Research spending will increase by more than 7% annually.")
    assert (found.direction, found.change_period, found.comparator) == ("increase_by", "annual", "gt")


def test_respectively_pairs_things_and_values_in_order() -> None:
    first, second = read(
        "Energy consumption and carbon emissions per unit of GDP will be cut by 13% and 18% respectively."
    )
    assert (first.indicator, first.value) == ("Energy consumption per unit of GDP", 13)
    assert (second.indicator, second.value) == ("carbon emissions per unit of GDP", 18)
    assert {first.direction, second.direction} == {"reduce_by"}


def test_each_is_one_record() -> None:
    found = one("Reduce nitrogen oxide emissions and sulfur emissions by 8% each.")
    assert (found.value, found.indicator) == (8, "nitrogen oxide emissions and sulfur emissions")


def test_from_a_to_b_is_one_record_with_base_value_and_year() -> None:
    found = one("The urbanization rate will rise from 64.7% in 2024 to 70% in 2029.")
    assert (found.value, found.base_value, found.base_year, found.target_year) == (70, 64.7, 2024, 2029)
    assert found.time_basis == "explicit"


def test_up_from_names_the_base_behind_the_value() -> None:
    found = one("The share of clean power should reach 10%, up from 7.8% in 2020.")
    assert (found.value, found.base_value, found.base_year) == (10, 7.8, 2020)


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("Keep the jobless rate below 5.5%.", "lt"),
        ("Limit new building land to within 29.5 million mu.", "le"),
        ("Maintain the share of natural shoreline at no less than 35%.", "ge"),
        ("The jobless rate must not exceed 5.5 percent.", "le"),
        ("Strictly observe the red line of 1.8 billion mu of arable land.", "ge"),
    ],
)
def test_thresholds_are_limits_to_be_kept(sentence: str, comparator: str) -> None:
    found = one(sentence)
    assert (found.kind, found.direction, found.comparator) == ("limit", "maintain", comparator)


def test_a_comparator_behind_the_number() -> None:
    assert one("Increase the enrollment rate to 92% or higher.").comparator == "ge"


def test_things_to_build_are_projects_with_their_count() -> None:
    found = one("We will construct about 20 general airports in border areas.")
    assert (found.kind, found.direction, found.unit, found.comparator) == ("project", "build", "count", "approx")
    assert (found.indicator, found.counted_object) == ("general airports in border areas", "general airports")


def test_the_construction_of_things_is_their_construction() -> None:
    assert one("Promote the construction of 120 logistics hubs.").indicator == "logistics hubs"


def test_verbs_that_say_more_than_building_stay_in_the_indicator() -> None:
    assert one("Build, renovate, and expand 2,000 schools.").indicator == "schools built, renovated, and expanded"


def test_a_shared_head_noun_belongs_to_every_member() -> None:
    found = read("Build one national and 6 regional waste treatment centers and 20 regional depots.")
    assert [(s.value, s.indicator) for s in found] == [
        (1, "national waste treatment centers"),
        (6, "regional waste treatment centers"),
        (20, "regional depots"),
    ]


def test_an_amount_to_be_added_keeps_its_unit() -> None:
    first, second = read("Add 2 million hectares of eroded land and 800,000 hectares of desert for restoration.")
    assert (first.value, first.unit, first.direction) == (2_000_000, "ha", "add")
    assert (first.indicator, second.indicator) == ("eroded land for restoration", "desert for restoration")


def test_a_rate_per_people_has_its_denominator_in_the_unit() -> None:
    reading = read_english("Increase the number of registered nurses per 1,000 people to 3.8.", PLAN)
    assert [(s.value, s.unit) for s in reading.statements] == [(3.8, "persons/1000 persons")]
    assert [r.reason for r in reading.rejected] == ["denominator"]


def test_doubling_is_a_relation() -> None:
    found = one("We will double the income of farmers by 2035.")
    assert (found.value, found.unit, found.direction, found.target_year) == (2, "times", "increase_by", 2035)
    assert found.indicator == "income of farmers"


def test_zero_landfill_is_a_target_of_zero() -> None:
    found = one("Achieve zero landfill for primary waste.")
    assert (found.value, found.kind, found.direction) == (0, "target", "reach")


def test_a_share_of_a_total_says_of_what() -> None:
    found = one("Raise the added value of new industries to more than 17% of GDP.")
    assert found.indicator == "added value of new industries as a share of GDP"


@pytest.mark.parametrize(
    "sentence",
    [
        "GDP exceeded 100 trillion yuan.",
        "More than 60 million jobs have been created in cities.",
        "The goal of moving 100 million people to towns has been achieved.",
        "The country has built 38,000 km of railways.",
    ],
)
def test_what_was_reached_is_a_fact_without_target_year(sentence: str) -> None:
    found = one(sentence)
    assert (found.kind, found.direction, found.target_year) == ("fact", "none", None)


def test_a_section_that_looks_back_makes_facts() -> None:
    review = Context("en", 2026, 2030, section_titles=("Achievements of the past five years",))
    assert one("Total output of 5 million tons of steel.", review).kind == "fact"


def test_will_have_been_is_still_to_come() -> None:
    found = one("By 2029, at least 10 parks will have been established.")
    assert (found.kind, found.comparator, found.target_year) == ("project", "ge", 2029)


def test_a_qualifying_year_is_no_deadline() -> None:
    assert one("Renovate 219,000 communities built before the end of 2000.").target_year == 2030


def test_must_and_strive_are_hard_and_soft() -> None:
    assert one("Farmland must not fall below 1.8 billion mu.").wording_strength == "hard"
    assert one("Strive to increase forest coverage to 25%.").wording_strength == "soft"


def test_spans_hold_the_printed_number() -> None:
    sentence = "Build 12 parks, add 1.5 million jobs and lower the tax by 3%."
    assert [sentence[s.number_start : s.number_end] for s in read(sentence)] == ["12", "1.5 million", "3%"]


@pytest.mark.parametrize(
    "unit", ["1,", "5 per 1000 ", "build 5 schools and ", "from 5 ", "the rate of 5% of ", "[", "1 "]
)
def test_reading_stays_linear_on_hostile_sentences(unit: str) -> None:
    # Counted in calls, not seconds: ten times the length may take about ten times the steps.
    def steps(length: int) -> int:
        count = 0

        def tick(_frame: object, _event: str, _argument: object) -> None:
            nonlocal count
            count += 1

        text = unit * (length // len(unit)) + "5%"
        sys.setprofile(tick)
        try:
            read_english(text, PLAN)
        finally:
            sys.setprofile(None)
        return count

    steps(400)
    assert steps(5_000) < 15 * steps(500)
