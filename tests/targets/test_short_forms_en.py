"""English numbers beside signs, contractions, ages in brackets, averages of the past and sizes of each."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def read(sentence: str) -> tuple[Statement, ...]:
    return read_english(sentence, PLAN).statements


@pytest.mark.parametrize(
    ("sentence", "comparator", "value"),
    [
        ("The urban share will reach >55%.", "gt", 55),
        ("The jobless rate will stay at <3%.", "lt", 3),
        ("Forest cover is to reach ≥ 40%.", "ge", 40),
        ("The loss of water is to fall to ≤9%.", "le", 9),
    ],
)
def test_a_sign_before_a_number_compares(sentence: str, comparator: str, value: float) -> None:
    (found,) = read(sentence)
    assert (found.comparator, found.value) == (comparator, value)


def test_a_scale_word_may_stand_in_the_plural() -> None:
    (found,) = read("The volume of exports will reach US$13.5 billions.")
    assert (found.value, found.unit) == (13.5e9, "USD")


def test_a_contraction_holds_a_pronoun_and_a_verb() -> None:
    first, second = read("The length of roads is 800 km, and it's expected to reach 900 km by 2025.")
    assert (first.value, second.value, second.target_year) == (800, 900, 2025)


def test_what_is_only_supposed_is_no_row() -> None:
    assert read("If the labour force grows at 2.75% a year, the city will need more homes.") == ()


def test_a_subject_goes_on_behind_a_span_of_years() -> None:
    found = read("Its GDP is to grow by 8 percent each year from 2021 to 2025 and reach 1.5 trillion yuan.")
    assert [s.value for s in found] == [8, 1.5e12]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The network will reach 180,000 km, of which 60,000 km will be high-speed rail.", "high-speed rail"),
        ("The network will reach 180,000 km, 60,000 km of which will be motorways.", "motorways"),
        ("The network will reach 180,000 km, including 60,000 km of high-speed rail.", "high-speed rail"),
        ("The length of roads is 900 km, of which 300 km are gravel roads.", "gravel roads"),
    ],
)
def test_a_part_is_named_and_of_the_kind_of_its_whole(sentence: str, name: str) -> None:
    whole, part = read(sentence)
    assert (part.indicator, part.kind, part.change_period) == (name, whole.kind, whole.change_period)


def test_a_part_that_has_no_name_keeps_that_of_its_whole() -> None:
    whole, part = read("The city will have 900 km of roads, of which 300 km is under construction.")
    assert part.indicator == whole.indicator


def test_what_things_are_for_is_no_name_of_them() -> None:
    (found,) = read("An additional 800 beds will be added to cope with rising demand.")
    assert found.indicator == "beds added"


def test_a_cap_with_a_deadline_is_a_limit() -> None:
    (found,) = read("The city capped its population at 18 million by 2025.")
    assert (found.kind, found.target_year) == ("limit", 2025)


def test_a_flow_over_the_period_adds_up() -> None:
    (found,) = read("Investment in rail is expected to rise to 3 trillion yuan over the five-year period.")
    assert found.change_period == "cumulative"


def test_square_km_is_an_area() -> None:
    (found,) = read("Built-up land will be reduced to 320 square km.")
    assert found.unit == "km2"


def test_tonnes_over_a_year_are_a_rate() -> None:
    (found,) = read("The capacity of the plants will reach 30,000 tons/year.")
    assert found.unit == "t/a"


def test_a_second_amount_has_the_unit_of_the_first() -> None:
    units = [s.unit for s in read("Build 20 million kilowatts of solar and 15 million of wind.")]
    assert units == ["kW", "kW"]


@pytest.mark.parametrize("ages", ["(15 years and above)", "(0–6 years)", "(aged 25 to 34)"])
def test_ages_in_brackets_are_no_values(ages: str) -> None:
    assert [s.value for s in read(f"Raise the reading rate of pupils {ages} to 70 percent.")] == [70]


def test_the_average_of_past_years_is_no_row() -> None:
    values = [s.value for s in read("The goal is growth of 6.5%, against the yearly average of 5.3% since 2016.")]
    assert values == [6.5]


def test_a_size_of_each_is_no_value_of_its_own() -> None:
    values = [s.value for s in read("Foster 300 firms each with an output value of more than 100 million yuan.")]
    assert values == [300]


def test_what_is_allowed_is_not_aimed_at() -> None:
    assert read("The country allowed all couples to have two children.") == ()


def test_what_a_list_consists_of_is_no_value() -> None:
    assert read("This list has 24 indicators.") == ()


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Industry is forecast to grow 5.3 percent on average.", "annual"),
        ("Industry is forecast to grow 5.3 percent.", "cumulative"),
    ],
)
def test_growth_on_average_is_a_rate_a_year(sentence: str, period: str) -> None:
    (found,) = read(sentence)
    assert found.change_period == period


def test_a_change_from_an_early_year_took_more_than_one() -> None:
    (found,) = read("The network was extended by 50 percent from the end of 2015, up to the end of last year.")
    assert found.change_period == "cumulative"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The plan targets steel production to reach 30 million tons by 2025.", "steel production"),
        ("Build 500 km of roads in rural areas during the 14th five year plan period.", "roads in rural areas"),
    ],
)
def test_a_name_holds_neither_the_plan_nor_its_period(sentence: str, name: str) -> None:
    assert [s.indicator for s in read(sentence)] == [name]
