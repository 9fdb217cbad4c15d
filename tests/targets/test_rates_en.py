"""English rates per so many people, and units that only their neighbours tell."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def read(sentence: str) -> tuple[Statement, ...]:
    return read_english(sentence, PLAN).statements


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("There will be 6 hospital beds for every 1,000 people.", "count/1000 persons"),
        ("There will be 2 general practitioners for every 10,000 people.", "persons/10000 persons"),
        ("Deaths of mothers will fall to 104 in 100,000 live births.", "persons/100000 persons"),
        ("The state will build 2,000 gyms in 1,000 towns.", "count"),
        ("Exports will reach 5 million barrels and each school will get 200 desks per 1,000 pupils.", "count"),
        ("The projects will save 26bn m³ of water.", "m3"),
        ("The tower will have 12 m² of glass.", "m2"),
        ("The strategy will create 5m jobs.", "count"),
        ("The state will lift 100 million Nigerians out of poverty.", "persons"),
        ("The state will publish 300 Chinese classics.", "count"),
    ],
)
def test_units(sentence: str, unit: str) -> None:
    assert read(sentence)[0].unit == unit


def test_both_counts_share_the_rate_behind_them() -> None:
    found = read("There were 2.59 licensed doctors and 2.94 registered nurses per 1,000 people.")
    assert [(s.value, s.unit) for s in found] == [(2.59, "persons/1000 persons"), (2.94, "persons/1000 persons")]


def test_a_rate_is_a_level_to_reach() -> None:
    found = read("The country will provide 30 beds in homes and centres for every 1,000 old people.")[0]
    assert (found.kind, found.direction, found.change_period) == ("target", "reach", "level")


@pytest.mark.parametrize(("printed", "value"), [("5m jobs", 5e6), ("5 million jobs", 5e6)])
def test_millions_in_one_letter(printed: str, value: float) -> None:
    assert read(f"The strategy will create {printed}.")[0].value == value
