"""Numbers of headings in every script."""

from __future__ import annotations

import pytest

from extractors.structure.numerals import integer


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("28", 28),
        ("２８", 28),
        ("XXXVIII", 38),
        ("LXII", 62),
        ("Nineteen", 19),
        ("twenty-one", 21),
        ("十", 10),
        ("十二", 12),
        ("六十五", 65),
        ("一百零三", 103),
        ("②", 2),
        ("roads", None),
        ("IIX", None),
        ("", None),
    ],
)
def test_integer(printed: str, number: int | None) -> None:
    assert integer(printed) == number
