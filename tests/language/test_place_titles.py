"""Titles of one thing that name other places contradict each other; what one leaves out is no contradiction."""

from __future__ import annotations

import pytest

from extractors.language.place_titles import other_places


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("珠江沿岸公园（含闽赣林地）", "Yellow River parks (with Fujian–Jiangxi woods)", ("珠江", "Yellow River")),
        ("黃河水庫", "Reservoirs of the Yangtze", ("黃河", "Yangtze")),
        ("Farms in Hunan and Hebei", "Farms in Hebei and Hubei", ("Hunan", "Hubei")),
        ("山西煤矿", "Coal mines in Shaanxi", ("山西", "Shaanxi")),
        ("内蒙古、青藏牧场", "Pastures of Sichuan and Gansu", ("内蒙古, 青藏", "Sichuan, Gansu")),
    ],
)
def test_other_places_are_told_as_printed(left: str, right: str, told: tuple[str, str]) -> None:
    assert other_places(left, right) == told
    assert other_places(right, left) == told[::-1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("珠江公园", "Parks of the Pearl River"),
        ("长三角和黄河码头", "Piers of the Yangtze Delta and the Yellow River"),
        ("川滇林地和长江", "Woods of Sichuan and Yunnan on the Changjiang"),
        ("青藏高原", "Plateau of Qinghai and Tibet"),
        ("青藏牧场", "Qinghai–Tibet pastures"),
        ("黄河码头", "Piers"),
        ("太湖南岸与安徽", "South of Lake Tai in Jiangsu and Anhui"),
        ("码头", "Piers in Tibetan style"),
    ],
)
def test_what_is_left_out_or_said_in_short_is_not(left: str, right: str) -> None:
    assert other_places(left, right) is None
