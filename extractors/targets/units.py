"""The units of `schemas/units.csv`: symbol, UCUM code, printed forms; and what pint makes of them in SI."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import Quantity, UnitRegistry

_POWER = re.compile(r"([a-z])(-?\d)")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    Attributes:
        symbol: Its name in every dataset.
        ucum: Its UCUM code; null where UCUM has none.
        quantity: What it measures.
        si_unit: UCUM code of its coherent SI unit; null for money and the like.
        definition: What it is in the words of `schemas/units.txt`; null where it is on a scale of its own.
        words_en, words_zh: Its printed forms.
    """

    symbol: str
    ucum: str | None
    quantity: str
    si_unit: str | None
    definition: str | None
    words_en: tuple[str, ...]
    words_zh: tuple[str, ...]

    @property
    def si_factor(self) -> float | None:
        """What a value is multiplied with to be in `si_unit`; null where that is null."""
        return _si_factor(self.definition, self.si_unit) if self.definition and self.si_unit else None


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
                definition=row["definition"] or None,
                words_en=tuple(filter(None, row["words_en"].split("|"))),
                words_zh=tuple(filter(None, row["words_zh"].split("|"))),
            )
            for row in csv.DictReader(lines)
        }


@cache
def registry() -> UnitRegistry[float]:
    """Pint with the definitions of `schemas/units.txt` and no others."""
    # Imported here: reading a document without a number, and asking for help, must not pay for it.
    from pint import UnitRegistry

    known: UnitRegistry[float] = UnitRegistry(None)
    text = (files("schemas") / "units.txt").read_text(encoding="utf-8")
    known.load_definitions(text.splitlines())
    return known


def in_pint(ucum: str) -> str:
    """A UCUM code of an SI unit in pint's notation: `kg.m2/s` as `kg*m**2/s`."""
    return _POWER.sub(r"\1**\2", ucum).replace(".", "*")


@cache
def _si_factor(definition: str, si_unit: str) -> float:
    one: Quantity[float] = registry().Quantity(definition)
    return float(one.to(in_pint(si_unit)).magnitude)


def in_si(value: float | None, symbol: str | None) -> tuple[float | None, str | None]:
    """A value in SI and the SI unit; both null where the unit has no SI form."""
    unit = units().get(symbol) if symbol else None
    if value is None or unit is None or unit.si_factor is None:
        return None, None
    return float(f"{value * unit.si_factor:.15g}"), unit.si_unit  # without the dust of binary fractions
