"""Tests for the check that an English name is a noun phrase."""

from __future__ import annotations

import pytest

from extractors.targets.noun_phrases_en import fault


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("forest coverage", ""),
        ("homes delivered", ""),
        ("required investment", ""),
        ("per capita income", ""),
        ("share of villages that are connected", ""),
        ("", "no_word"),
        ("share of firms expected to be", "loose_end"),
        ("within the single-digit range", "opens_badly"),
        ("least amount of money", "empty"),
        ("annual growth rate", "empty"),
        ("just the first three years of the term", "span_of_time"),
        ("invested", "no_noun"),
        ("grants in grants", "repeated"),
        ("share of sales as a share of sales", "repeated"),
        ("the rate is low", "clause"),
    ],
)
def test_fault_of_a_name(name: str, expected: str) -> None:
    assert fault(name) == expected
