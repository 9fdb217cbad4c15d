"""The unit of an indicator, from what its table prints and from its name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractors.tables.cell_values import words
from extractors.targets.units import units

_FIRST_LINES = 6  # lines of a table in which the unit of all its rows stands
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class TableUnit:
    """A unit of `schemas/units.csv`, the factor that expands the printed scale, and what is counted."""

    symbol: str | None
    factor: float
    counted_object: str | None = None


@cache
def _known() -> list[tuple[str, str]]:
    """Unit words, longest first, so that 吨标准煤 is not read as 吨."""
    pairs = [(_fold(word), symbol) for symbol, known in words()["units"].items() for word in known]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))


@cache
def _of_record() -> dict[str, str]:
    """Symbols of `schemas/units.csv` by their printed forms, for what tables print seldom: 万元/人."""
    return {_fold(word): u.symbol for u in reversed(units().values()) for word in (*u.words_en, *u.words_zh)}


def _fold(text: str) -> str:
    return _WHITE.sub(" ", text).strip().lower()


def unit_of(printed: str | None, name: str) -> TableUnit:
    """Resolve a printed unit with the help of the indicator's name.

    Args:
        printed: The unit as printed, such as `100 million metric tons` or 亿吨.
        name: The indicator; its denominator ("per 1,000 people") belongs to the unit.

    Returns:
        A unit whose `symbol` is null where nothing is known of it.
    """
    text = _fold(printed or "")
    factor, rest = _scale(text)
    symbol = next((symbol for word, symbol in _known() if word == rest), None)
    if symbol is None and "/" in rest:
        symbol = _rate(rest)
    if symbol is None:
        symbol = _of_record().get(rest)
    folded = _fold(name).replace(",", "")
    for by_name, parts in words()["unit_by_name"].items():
        if symbol in (None, "%") and any(part in folded for part in parts):
            return TableUnit(by_name, 1.0)
    if not text and any(folded.startswith(word) for word in words()["shares"]):
        return TableUnit("%", 1.0)
    counted = words()["counted_objects"].get(rest)
    if symbol in ("count", "persons", "person-times"):
        for size, forms in words()["per_people"].items():
            if any(form in folded for form in forms):
                return TableUnit(_per(symbol, size), factor, counted)
    return TableUnit(symbol, factor, counted)


@cache
def _unit_line() -> re.Pattern[str]:
    label = "|".join(re.escape(word) for word in sorted(words()["unit_labels"], key=len, reverse=True))
    return re.compile(rf"(?i)\s*[(（]?\s*(?:{label})\s*[:：]\s*([^\s:：][^:：]{{0,30}}?)\s*[)）]?\s*")


def unit_of_line(text: str) -> str | None:
    """The unit that a line over a table's corner prints for all of it, 单位：%; null for any other line."""
    match = _unit_line().fullmatch(text)
    return match.group(1) if match else None


def unit_of_all(lines: Iterable[str]) -> str | None:
    """The unit that is printed once for a whole table, in one of its first lines."""
    return next(filter(None, map(unit_of_line, itertools.islice(lines, _FIRST_LINES))), None)


def _per(symbol: str, size: str) -> str:
    rate = f"{'count' if symbol == 'count' else 'persons'}/{size} persons"
    return rate if rate != "count/100000 persons" else symbol


def _rate(text: str) -> str | None:
    """Units printed as rates: 件/万人, persons/1,000 persons."""
    over, _, under = text.partition("/")
    sizes = {"千人": "1000", "万人": "10000", "十万人": "100000"}
    above = next((symbol for word, symbol in _known() if word == over.strip()), None)
    if above in ("count", "persons") and under.strip() in sizes:
        return _per(above, sizes[under.strip()])
    return None


def _scale(text: str) -> tuple[float, str]:
    for word in sorted(words()["scales"], key=len, reverse=True):
        if text.startswith(word):
            rest = text[len(word) :].strip()
            if rest:
                return float(words()["scales"][word]), rest
    return 1.0, text
