"""Names of one place sound alike over romanisations; names of two places need not be spelled far apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.place_sounds import folded, is_pinyin, likeness, pinyin, readings

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mainling", "Milin"),
        ("Horgos", "Khorgas"),
        ("Erenhot", "Erlianhot"),
        ("Taxkorgan", "Tashkurgan"),
        ("Ürümqi", "Urumchi"),
        ("Qinghai", "Ch'inghai"),
        ("Xi’an", "Xi'an"),
    ],
)
def test_romanisations_of_one_place_sound_alike(one: str, other: str) -> None:
    assert likeness(folded(one), folded(other)) >= 0.7


@pytest.mark.parametrize(("one", "other"), [("Tacheng", "Tayu"), ("Jilong", "Jizha"), ("Kunming", "Lhasa")])
def test_other_places_do_not(one: str, other: str) -> None:
    assert likeness(folded(one), folded(other)) < 0.7


def test_a_syllable_that_begins_with_h_keeps_it() -> None:
    assert folded("Qinghe") == "qinghe"
    assert folded("Ghulja") == "gulja"


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_likeness_is_one_for_equals_and_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(one, one) == (1.0 if one else 0.0)
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0.0 <= likeness(one, other) <= 1.0


@pytest.mark.parametrize("name", ["Beijing", "Xi'an", "Manzhouli", "Lizi"])
def test_pinyin_is_known(name: str) -> None:
    assert is_pinyin(name)


@pytest.mark.parametrize("name", ["Khunjerab", "Tibet", "Party", "Build", ""])
def test_what_is_no_pinyin(name: str) -> None:
    assert not is_pinyin(name)


def test_readings_keep_every_place_and_every_way_to_read() -> None:
    assert readings("珲a") == (("hui", "hun"), ())
    assert pinyin("米林。") == ("mi", "lin", "")
