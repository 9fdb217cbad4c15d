"""Lines of main-indicator tables that are the same: in two editions, and in two plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isclose

from extractors.language.editions import Edition
from extractors.language.links_alignment import align
from extractors.language.links_structure import Pair, Structure, box_of_lines, difference
from extractors.language.links_wording import Wording
from extractors.records import Indicator

_FLOOR = 0.4
_COMPARED = (
    "unit",
    "base_year",
    "base_value",
    "target_year",
    "target_value",
    "target_comparator",
    "change_period",
    "change_value",
    "change_comparator",
    "bindingness",
)


def row_id(row: Indicator) -> str:
    """How links name a line of a main-indicator table."""
    return f"{row.table_id}/{row.row_number}"


def link_indicators(
    left: Edition, right: Edition, structure: Structure, wording: Wording
) -> tuple[Pair[Indicator], ...]:
    """The lines of linked tables that are the same, tables in the order of the left edition."""
    tables = _tables(left), _tables(right)
    within = [{box: table for (table, _), box in box_of_lines(side).items()} for side in (left, right)]
    paired = [
        (within[0][p.left.box_id], within[1][p.right.box_id])
        for p in structure.boxes
        if p.left.box_id in within[0] and p.right.box_id in within[1]
    ]
    if not paired and len(tables[0]) == len(tables[1]) == 1:
        paired = [(next(iter(tables[0])), next(iter(tables[1])))]
    found: list[Pair[Indicator]] = []
    for mine, other in paired:
        found += _lines(tables[0][mine], tables[1][other], (left.source.language[0], right.source.language[0]), wording)
    return tuple(found)


def _tables(edition: Edition) -> dict[str, list[Indicator]]:
    tables: dict[str, list[Indicator]] = {}
    for row in edition.indicators:
        tables.setdefault(row.table_id, []).append(row)
    return tables


def _lines(
    left: Sequence[Indicator], right: Sequence[Indicator], languages: tuple[str, str], wording: Wording
) -> list[Pair[Indicator]]:
    def score(a: Indicator, b: Indicator) -> float:
        if a.indicator_id and b.indicator_id:
            named = 1.0 if a.indicator_id == b.indicator_id else 0.0
        else:
            named = 0.6 * wording.likeness(a.indicator, languages[0], b.indicator, languages[1])
        numbers = [(a.base_value, b.base_value), (a.target_value, b.target_value), (a.change_value, b.change_value)]
        known = [(x, y) for x, y in numbers if x is not None or y is not None]
        agree = sum(x is not None and y is not None and isclose(x, y) for x, y in known) / len(known) if known else 0.0
        place = a.row_number == b.row_number and len(left) == len(right)
        return 0.4 * named + 0.35 * agree + 0.15 * place + 0.1 * (a.unit == b.unit)

    return [
        Pair(left[i], right[j], _differences(left[i], right[j]), round(min(1.0, 0.2 + score(left[i], right[j])), 3))
        for i, j in align(left, right, score, _FLOOR)
    ]


def _differences(a: Indicator, b: Indicator) -> tuple[str, ...]:
    told = []
    for name in _COMPARED:
        mine, other = getattr(a, name), getattr(b, name)
        same = isclose(mine, other) if isinstance(mine, float) and isinstance(other, float) else mine == other
        if not same:
            told.append(difference(name, mine, other))
    return tuple(told)


def by_indicator(rows: Sequence[Indicator]) -> Mapping[str, Indicator]:
    """The lines whose indicator the vocabulary knows; one that stands in several lines is left out."""
    known: dict[str, list[Indicator]] = {}
    for row in rows:
        if row.indicator_id:
            known.setdefault(row.indicator_id, []).append(row)
    return {name: lines[0] for name, lines in known.items() if len(lines) == 1}
