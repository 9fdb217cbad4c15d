"""Columns of text that nothing but white parts: x ranges that lines share, with white between them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.tables.text_lines import Segment, TextLine

_CORRIDOR = 0.45  # font sizes of white between two columns
_STRAY = 0.12  # share of lines whose text may run across white that parts columns: spanning heads, notes
_HEAD_LINES = 4  # lines at a table's top among which heads over several columns stand
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
    heads = [
        s
        for at, line in enumerate(many[:_HEAD_LINES])
        for s in line.segments
        if _crosses(s, many[at + 1 :], _CORRIDOR * size)
    ]
    kept = [s for line in many for s in line.segments if s not in heads] if heads else None
    columns = _covered(kept or [s for line in many for s in line.segments], stray, _CORRIDOR * size)
    # A column with fewer texts than lines may stray is one too, if its texts stand in the white of the others.
    missed = [s for line in many for s in line.segments if not any(s.x1 > c.x0 and s.x0 < c.x1 for c in columns)]
    columns += _covered(missed, 0, _CORRIDOR * size)
    columns.sort(key=lambda c: c.x0)
    return _complements_joined(columns, many)


def _crosses(segment: Segment, below: Sequence[TextLine], corridor: float) -> bool:
    """Whether a text stands over two columns or more of the lines under it: the head of several columns."""
    if len(below) < 2:
        return False
    over = sum(sum(s.x1 > segment.x0 and s.x0 < segment.x1 for s in line.segments) > 1 for line in below)
    if over >= 2 and 2 * over >= len(below):
        return True
    columns = _covered([s for line in below for s in line.segments], 0, corridor)
    return sum(c.x1 > segment.x0 and c.x0 < segment.x1 for c in columns) > 1


def _complements_joined(columns: list[Column], lines: Sequence[TextLine]) -> list[Column]:
    """Neighbours joined of which each line has text in one only: a head set off from the figures under it."""
    held = _lines_of(columns, lines)
    few = [k for k in range(1, len(columns)) if _is_few(k, held)]
    if not few:
        return columns
    for side in (1, -1):
        if all(
            0 < k + side < len(columns) and k + side not in few and _complement(held[k], held[k + side]) for k in few
        ):
            return _joined([(min(k, k + side), max(k, k + side)) for k in few], columns)
    pairs = [(k - 1, k) for k in range(2, len(columns)) if _complement(held[k - 1], held[k])]
    pairs.sort(key=lambda pair: columns[pair[1]].x0 - columns[pair[0]].x1)
    return _joined(pairs, columns)


def _is_few(column: int, held: Sequence[set[int]]) -> bool:
    """Whether a column holds little and a neighbour behind the first column fits it."""
    return any(
        0 < other < len(held) and len(held[column]) < len(held[other]) and _complement(held[column], held[other])
        for other in (column - 1, column + 1)
    )


def _joined(pairs: Sequence[tuple[int, int]], columns: Sequence[Column]) -> list[Column]:
    """The columns with pairs of neighbours made one, each column in one pair only."""
    taken: set[int] = set()
    out = []
    for left, right in pairs:
        if not {left, right} & taken:
            taken |= {left, right}
            out.append(Column(columns[left].x0, columns[right].x1))
    out += [c for k, c in enumerate(columns) if k not in taken]
    return sorted(out, key=lambda c: c.x0)


def _complement(left: set[int], right: set[int]) -> bool:
    few, many = sorted((len(left), len(right)))
    return few < many and few <= max(_FEW, _FEW_SHARE * many) and not left & right


def _lines_of(columns: Sequence[Column], lines: Sequence[TextLine]) -> list[set[int]]:
    """For each column the lines that have text over it and over no other."""
    held: list[set[int]] = [set() for _ in columns]
    for number, line in enumerate(lines):
        for s in line.segments:
            under = [k for k, c in enumerate(columns) if s.x1 > c.x0 and s.x0 < c.x1]
            if len(under) == 1:
                held[under[0]].add(number)
    return held


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
