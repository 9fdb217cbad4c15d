"""Tests for the last look at English names: repairs, and what stands in for a name that says nothing."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context

PLAN = Context(language="en", plan_start=2026, plan_end=2030)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Put right from its own words.
        ("Renovate 5,300 compounds built before 2000.", ["compounds renovated"]),
        ("The schools will get the bulk of the allocation at $30 million.", ["allocation"]),
        ("About 70% of firms are expected to be using the cloud by 2030.", ["share of firms using cloud"]),
        # What stands in for a name that is none.
        ("We will develop 35,000 hectares by finding suitable sites.", ["area developed"]),
        ("200 hectares will be used for new parks.", ["area used for new parks"]),
        ("The network will total 700 km, of which 300 km will be railways.", ["network", "railways"]),
        # Whole names for the parts of a list.
        (
            "The contribution of farming and industry in the GDP will be 22 percent and 20 percent respectively.",
            ["contribution of farming in the GDP", "contribution of industry in the GDP"],
        ),
        (
            "Railways will stretch to a total length of 50,000 kilometers in 2030.",
            ["total length of Railways"],
        ),
    ],
)
def test_name(sentence: str, expected: list[str]) -> None:
    assert [one.indicator for one in read_english(sentence, PLAN).statements] == expected


def test_a_name_that_had_to_be_sought_is_less_sure() -> None:
    found = read_english("We will develop 35,000 hectares by finding suitable sites.", PLAN).statements[0]
    assert found.rule_id == "en.name_of_quantity"
    assert found.confidence <= 0.55


def test_a_bare_plural_is_no_scope() -> None:
    found = read_english("Raise the coverage of clinics in counties to 80%.", PLAN).statements[0]
    assert found.scope is None
