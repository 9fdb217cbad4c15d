"""Two names of one place are found in the gazetteer, whatever script or romanisation they are in."""

from __future__ import annotations

import pytest

from extractors.language.gazetteer import is_one_place, places


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mainling", "米林"), ("Erenhot", "二连浩特"), ("Cocodala", "Kokdala"), ("Zayu", "Chayu"), ("Peking", "Beijing")],
)
def test_names_of_one_place(one: str, other: str) -> None:
    assert is_one_place(one, other)


@pytest.mark.parametrize(("one", "other"), [("Hebei", "Hubei"), ("Jizha", "Jilong"), ("", "Beijing"), ('"', "{")])
def test_names_of_two_places_or_none(one: str, other: str) -> None:
    assert not is_one_place(one, other)


def test_a_name_that_no_place_has() -> None:
    assert places("Xyzzyx") == frozenset()
