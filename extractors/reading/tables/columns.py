"""Columns of text that nothing but white parts: x ranges that lines share, with white between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.tables.text_lines import Segment, TextLine

_CORRIDOR = 0.45  # font sizes of white between two columns
_STRAY = 0.12  # share of lines whose text may run across white that parts columns: spanning heads, notes
_FEW = 3  # lines of a head, or stray texts
_FEW_SHARE = 0.3

@dataclass(frozen=True, slots=True)
class Column:
    """Left and right end of the text of a column."""

    x0: float
    x1: float


def columns_of(lines: Sequence[TextLine]) -> list[Column]:
    """Columns that the segments of lines keep to; one where they keep to none.

    Args:
        lines: Lines of a supposed table; those of one segment say nothing of its columns.
    """
    many = [line for line in lines if len(line.segments) >= 2]
    if not many:
        return []
    size = sorted(line.size for line in many)[len(many) // 2]
    stray = max(1, int(_STRAY * len(many))) if len(many) > 5 else 0
    columns = _covered([s for line in many for s in line.segments], stray, _CORRIDOR * size)
    # A column with fewer texts than lines may stray is one too, if its texts stand in the white of the others.
    missed = [s for line in many for s in line.segments if not any(s.x1 > c.x0 and s.x0 < c.x1 for c in columns)]
    columns += _covered(missed, 0, _CORRIDOR * size)
    columns.sort(key=lambda c: c.x0)
    return _complements_joined(columns, lines)


def _complements_joined(columns: list[Column], lines: Sequence[TextLine]) -> list[Column]:
    """Neighbours joined of which each line has text in one only: a head set off from the figures under it."""
    held = [_lines_in(c, lines) for c in columns]
    at = 1
    while at < len(columns):
        left, right = held[at - 1], held[at]
        few, many = sorted((len(left), len(right)))
        if few <= max(_FEW, _FEW_SHARE * many) and many > few and not left & right and at > 1:
            columns[at - 1 : at + 1] = [Column(columns[at - 1].x0, columns[at].x1)]
            held[at - 1 : at + 1] = [left | right]
        else:
            at += 1
    return columns


def _lines_in(column: Column, lines: Sequence[TextLine]) -> set[int]:
    """Which lines have text over a column, apart from texts that reach far beyond it."""
    reach = 1.0 * (column.x1 - column.x0) + 2.0
    return {
        number
        for number, line in enumerate(lines)
        for s in line.segments
        if s.x1 > column.x0 and s.x0 < column.x1 and s.x0 > column.x0 - reach and s.x1 < column.x1 + reach
    }


def _covered(segments: Sequence[Segment], stray: int, corridor: float) -> list[Column]:
    """Ranges that more than `stray` segments cover, those with less than `corridor` between them joined."""
    events = sorted([(s.x0, 1) for s in segments] + [(s.x1, -1) for s in segments])
    columns: list[Column] = []
    depth = 0
    begun = 0.0
    for at, step in events:
        before = depth
        depth += step
        if before <= stray < depth:
            begun = at
        elif depth <= stray < before and at > begun:
            if columns and begun - columns[-1].x1 < corridor:
                columns[-1] = Column(columns[-1].x0, at)
            else:
                columns.append(Column(begun, at))
    return columns


def edges_of(columns: Sequence[Column]) -> list[float]:
    """Left end, the middles of the white between columns, right end."""
    inner = [(a.x1 + b.x0) / 2 for a, b in itertools.pairwise(columns)]
    return [columns[0].x0, *inner, columns[-1].x1]
