"""Columns of text that nothing but white parts: x ranges that lines share, with white between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.tables.text_lines import Segment, TextLine

_CORRIDOR = 0.45  # font sizes of white between two columns
_STRAY = 0.12  # share of lines whose text may run across white that parts columns: spanning heads, notes


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
    for column in _covered(missed, 0, _CORRIDOR * size):
        columns.append(column)
    return sorted(columns, key=lambda c: c.x0)


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
