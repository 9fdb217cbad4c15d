"""How English numbers are meant: target or fact, which change, over which period, until which year."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2021, plan_end=2025)
LONG = Context(language="en", plan_start=2020, plan_end=2040)
UNDATED = Context(language="en")


def read(sentence: str, context: Context = PLAN) -> tuple[Statement, ...]:
    return read_english(sentence, context).statements


def last(sentence: str, context: Context = PLAN) -> Statement:
    return read(sentence, context)[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council has set a target to raise the recycling rate to 60%.",
        "The ministry set the goal of a literacy rate of 95%.",
        "It was decided to bring the share of rail freight to 30%.",
        "The programme has targets to lower the poverty rate to 12% and to lift the employment rate to 70%.",
        "Among the other goals of the long and detailed roadmap for the islands are raising the savings rate to 25%.",
        "The strategy lists several goals, such as cutting the dropout rate to 4%.",
        "The cabinet asked the regions to raise the vaccination rate to 90%.",
        "The unemployment rate was 9%, while the plan wants 4.5 to 5%.",
        "The rate of saving reached 18% against a target of 22%.",
        "The revised law raises the renewable target to 40%.",
        "Traffic is expected to grow to 5 million tons.",
        "Growth has been estimated at 6% for the next five years.",
    ],
)
@pytest.mark.parametrize("context", [PLAN, UNDATED])
def test_what_is_aimed_at_is_no_fact_though_told_in_the_past(sentence: str, context: Context) -> None:
    assert last(sentence, context).kind == "target"


@pytest.mark.parametrize(
    "sentence",
    [
        "Heavy industry currently accounts for 30% of emissions.",
        "Buildings and transport currently account for 55% of emissions.",
        "At present 40% of households have piped water.",
        "During the previous plan period, the district was able to rehabilitate and pave 800 km of roads.",
        "Attendance stands at 70%; to raise it further, the county needs more teachers.",
        "Coal and gas each took up 30% and 20% of the supply in 2019.",
        "Roads received top priority with 36% of the budget.",
        "In 2015, 45% of villages with a clinic.",
        "1,500 initiatives launched (300 in health)",
        "They cover about 131,000 ha of the island.",
        "The goal of moving 900 families out of the flood plain of the two rivers has been achieved.",
        "The city met its target of 500 buses.",
    ],
)
def test_what_is_over_or_only_described_is_a_fact(sentence: str) -> None:
    found = read(sentence)[0]
    assert (found.kind, found.direction, found.target_year) == ("fact", "none", None)


@pytest.mark.parametrize(
    ("sentence", "direction", "base_year"),
    [
        ("Cut emissions 31% below 2010 levels by 2024.", "reduce_by", 2010),
        ("Emissions will be 20% lower than in 2015.", "reduce_by", 2015),
        ("The plan sets a course for cutting emissions to 50% below 2008 levels.", "reduce_by", 2008),
        ("The code will ensure a nearly 30 percent additional reduction in waste.", "reduce_by", None),
        ("The plan brings a total emissions reduction of 40 percent.", "reduce_by", None),
        ("The aim is to bring down the poverty ratio by 10 percentage points.", "reduce_by", None),
        ("The council has set 20% waste reduction targets.", "reduce_by", None),
        ("Wages should stand at 15% above the baseline.", "increase_by", None),
    ],
)
def test_less_or_more_by_so_much_is_a_change(sentence: str, direction: str, base_year: int | None) -> None:
    found = last(sentence)
    assert (found.direction, found.change_period, found.base_year) == (direction, "cumulative", base_year)


@pytest.mark.parametrize(
    "sentence",
    [
        "Increase the proportion of wind and hydropower to 20 percent and 12 percent by 2023, and 25 percent by 2025.",
        "Increase the share of women in the assembly from 20% to 35%.",
        "Increase the share of electric cars to a combined 40% in 2025.",
        "Reduce the average journey from 15 to 12 km.",
    ],
)
def test_the_end_of_a_change_is_a_level_to_reach(sentence: str) -> None:
    assert {(s.kind, s.direction, s.change_period) for s in read(sentence)} == {("target", "reach", "level")}


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Open 40 schools by 2030, and train 600 teachers and 90 nurses by 2035.", [2030, 2035, 2035]),
        ("By 2030, build 40 schools, train 600 teachers and hire 90 nurses.", [2030, 2030, 2030]),
        ("Raise coverage to 60% by 2025; raise it to 80% by 2035.", [2025, 2035]),
        ("Clear the land by 2027, and build 400 homes on half of the sites by 2032.", [2032]),
        ("Build 40 schools over the next five years.", [2024]),
        ("Growth is expected to reach 7% in the 2021-2030 period and 6% in the 2031-2040 phase.", [2030, 2040]),
        (
            "Aims for 2030 are to build 90 homes and train 50 nurses, and to open 40 schools by 2035.",
            [2030, 2030, 2035],
        ),
        ("The rate was 5% in 2023, against a target of 6.5%.", [None, 2040]),
        ("Growth of 6% this year and 7% annually from 2024 to 2028 is planned.", [2020, 2028]),
    ],
)
def test_each_number_takes_its_own_year(sentence: str, years: list[int]) -> None:
    found = [s.target_year for s in read(sentence, LONG) if s.unit != "ratio"]
    assert found == years


def test_years_ahead_count_from_the_start_of_the_plan() -> None:
    assert last("Build 40 schools over the next five years.").target_year == 2025
    assert last("Raise coverage to 60% in the next ten years.").target_year == 2030
    assert last("Build 40 schools over the next five years.", UNDATED).target_year is None


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Between 2015 and 2020, water use fell by 13.2 percent.", 2020),
        ("Growth stood at 5% in the 2019 baseline.", 2019),
    ],
)
def test_a_fact_is_about_the_year_that_it_names(sentence: str, year: int) -> None:
    assert last(sentence).reference_year == year


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Emissions will be reduced by 4.2% annually.", "annual"),
        ("Output should grow by 5% per annum.", "annual"),
        ("Key aims are an annual growth rate of 6%.", "annual"),
        ("Maintain high levels of economic growth of 6 percent.", "annual"),
        ("The farms are expected to achieve over 6 per cent annual growth.", "annual"),
        ("Raise growth to 10 percent annually and create 200,000 jobs.", "cumulative"),
        ("Between 2015 and 2020, water use fell by 13.2 percent.", "cumulative"),
        ("The measures displace 9 million tons of coal annually.", "annual"),
        ("Raise exports by 20% and lower annual losses to 3 million tons.", "level"),
        ("Total housing supply will reach 170,000 units in the next five years.", "cumulative"),
        ("The population will reach 170,000 in the next five years.", "level"),
        ("By 2025, the province will have 260 airports.", "level"),
        ("Build 260 airports.", "cumulative"),
        ("The network will add 600 km a year.", "annual"),
    ],
)
def test_a_period_is_a_year_the_plan_or_a_date(sentence: str, period: str) -> None:
    assert last(sentence).change_period == period


@pytest.mark.parametrize(
    ("sentence", "kind", "comparator"),
    [
        ("Keep the deficit within 3% of GDP.", "limit", "le"),
        ("The debt must not exceed 60% of GDP.", "limit", "le"),
        ("Raise forest coverage to at least 30%.", "target", "ge"),
        ("Plant and maintain at least 90,000 trees.", "project", "ge"),
        ("Achieve a minimum growth of 5%.", "target", "ge"),
    ],
)
def test_a_limit_is_not_to_be_crossed(sentence: str, kind: str, comparator: str) -> None:
    found = last(sentence)
    assert (found.kind, found.comparator) == (kind, comparator)
