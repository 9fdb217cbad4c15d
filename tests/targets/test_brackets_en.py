"""English values in brackets behind what they measure."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def read(sentence: str) -> tuple[Statement, ...]:
    return read_english(sentence, PLAN).statements


def test_each_value_belongs_to_the_noun_before_its_bracket() -> None:
    found = read(
        "Main targets: forest coverage (24.1%), life expectancy (78.3 years), grain output (650 million tons)."
    )
    assert [(s.indicator, s.value, s.unit) for s in found] == [
        ("forest coverage", 24.1, "%"),
        ("life expectancy", 78.3, "years"),
        ("grain output", 650e6, "t"),
    ]


def test_a_bracket_of_dated_counts() -> None:
    found = read("Build new clinics (15 by 2022 and 40 by 2025).")
    assert [(s.value, s.target_year, s.kind) for s in found] == [(15, 2022, "project"), (40, 2025, "project")]


def test_a_preposition_may_stand_in_the_bracket() -> None:
    found = read("Raise forest coverage (to 24.1%) and urbanization (to 65%).")
    assert [(s.indicator, s.direction) for s in found] == [("forest coverage", "reach"), ("urbanization", "reach")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Long River (6,300 km) is the longest.",
        "Grain production capacity (100 million tons)",
        "Roads in the south (5) will be mended.",
    ],
)
def test_descriptions_units_of_tables_and_notes_are_none(sentence: str) -> None:
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "period"),
    [
        ("The state will build power stations with a capacity of 120 million kw.", "project", "cumulative"),
        ("The state will lay pipelines of about 150,000 kilometers.", "project", "cumulative"),
        ("The state will achieve an installed capacity of 5 GW.", "target", "level"),
    ],
)
def test_the_size_of_works_is_to_be_made(sentence: str, kind: str, period: str) -> None:
    found = read(sentence)[0]
    assert (found.kind, found.change_period) == (kind, period)
