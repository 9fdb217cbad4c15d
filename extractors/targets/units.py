"""The units of `schemas/units.csv`: symbol, UCUM code, SI form."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit; `si_factor` times a value gives it in `si_unit`, null for money and the like.

    `words_en` and `words_zh` are its printed forms.
    """

    symbol: str
    ucum: str | None
    quantity: str
    si_unit: str | None
    si_factor: float | None
    words_en: tuple[str, ...]
    words_zh: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """All units by symbol."""
    with (files("schemas") / "units.csv").open("r", encoding="utf-8") as lines:
        return {
            row["symbol"]: Unit(
                symbol=row["symbol"],
                ucum=row["ucum"] or None,
                quantity=row["quantity"],
                si_unit=row["si_unit"] or None,
                si_factor=float(row["si_factor"]) if row["si_factor"] else None,
                words_en=tuple(filter(None, row["words_en"].split("|"))),
                words_zh=tuple(filter(None, row["words_zh"].split("|"))),
            )
            for row in csv.DictReader(lines)
        }


def in_si(value: float | None, symbol: str | None) -> tuple[float | None, str | None]:
    """A value in SI and the SI unit; both null where the unit has no SI form."""
    unit = units().get(symbol) if symbol else None
    if value is None or unit is None or unit.si_factor is None:
        return None, None
    return float(f"{value * unit.si_factor:.15g}"), unit.si_unit  # without the dust of binary fractions
