"""Names of places in English text, told by their letters and by the lists that they stand in."""

from __future__ import annotations

import pytest

from extractors.language.place_names import place_names


def names(text: str) -> list[str]:
    return [n.text for n in place_names(text)]


def test_members_of_a_list_are_places_when_enough_of_them_are() -> None:
    text = "Upgrade the ports at Zhangmu, Mohan, Khorgas, Ruili, and Irkeshtam."
    assert names(text) == ["Zhangmu", "Mohan", "Khorgas", "Ruili", "Irkeshtam"]


def test_routes_are_lists() -> None:
    assert names("roads from Ji'an to Huanren and Erenhot to Saihantala") == [
        "Ji'an",
        "Huanren",
        "Erenhot",
        "Saihantala",
    ]


@pytest.mark.parametrize(
    "text",
    ["Deepen the reform.", "The Communist Party leads.", "Build Ministries.", "Xi Jinping said so."],
)
def test_what_is_no_place(text: str) -> None:
    assert names(text) == []


def test_words_for_kinds_of_places_are_no_part_of_the_sound() -> None:
    (name,) = place_names("Relocate the Longzi International Airport.")
    assert (name.text, name.proper, name.key) == ("Longzi International Airport", "Longzi", "longzi")


def test_names_apart_are_in_series_of_their_own() -> None:
    one, two = place_names("Kunming grows while Chengdu shrinks.")
    assert one.series != two.series
