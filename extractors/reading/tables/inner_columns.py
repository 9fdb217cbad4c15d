"""Columns of a ruled grid that the lines do not part but the text does."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.reading.engine import Char
from extractors.reading.tables.columns import Column, columns_of, edges_of
from extractors.reading.tables.filling import Filled, FilledGrid
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.text_lines import Segment, TextLine, spaced_text

_LEAST_ROWS = 3
_AGREE = 0.7  # share of a column's rows that must hold a text in two or more of its parts


def inner_columns_parted(grid: FilledGrid, chars: Sequence[Char]) -> None:
    """Part each column whose rows show several figures side by side at the same places."""
    by_column: dict[int, list[Filled]] = {}
    for cell in grid.cells:
        if cell.part.c0 == cell.part.c1 and cell.lines:
            by_column.setdefault(cell.part.c0, []).append(cell)
    cuts = {column: _cuts(rows, chars) for column, rows in by_column.items()}
    cuts = {c: found for c, found in cuts.items() if found}
    if not cuts:
        return
    starts, xs = [0], [grid.xs[0]]
    for column in range(len(grid.xs) - 1):
        xs += cuts.get(column, [])
        xs.append(grid.xs[column + 1])
        starts.append(len(xs) - 1)
    cells: list[Filled] = []
    for cell in grid.cells:
        p = cell.part
        wide = replace(p, c0=starts[p.c0], c1=starts[p.c1 + 1] - 1)
        if p.c0 != p.c1 or p.c0 not in cuts or not _keeps_to(cell, xs):
            cells.append(Filled(wide, cell.lines))
            continue
        cells += [
            Filled(replace(p, c0=column, c1=column), _within(cell.lines, xs[column], xs[column + 1]))
            for column in range(wide.c0, wide.c1 + 1)
        ]
    grid.xs, grid.cells = xs, cells


def _cuts(rows: Sequence[Filled], chars: Sequence[Char]) -> list[float]:
    if len(rows) < _LEAST_ROWS:
        return []
    several = [line for c in rows for line in c.lines if len(line.segments) > 1 and _has_figures(line, chars)]
    if len(several) < max(_LEAST_ROWS - 1, _AGREE * (len(rows) - 1)):
        return []
    columns = columns_of(several)
    if len(columns) < 2:
        return []
    return edges_of(_head_kept(columns, rows))[1:-1]


def _has_figures(line: TextLine, chars: Sequence[Char]) -> bool:
    """Whether at least two of a line's texts are figures."""
    texts = [spaced_text(chars, s.chars) for s in line.segments]
    return sum(is_figure(t) or is_missing(t) for t in texts) >= 2


def _head_kept(columns: Sequence[Column], rows: Sequence[Filled]) -> list[Column]:
    """Columns widened by texts over one of them, so that no edge cuts through a head."""
    wide = list(columns)
    for cell in rows:
        for line in cell.lines:
            for s in line.segments:
                under = [k for k, c in enumerate(columns) if c.x1 > s.x0 and c.x0 < s.x1]
                if len(under) == 1:
                    k = under[0]
                    wide[k] = Column(min(wide[k].x0, s.x0), max(wide[k].x1, s.x1))
    parted = all(a.x1 <= b.x0 for a, b in itertools.pairwise(wide))
    return wide if parted else list(columns)


def _keeps_to(cell: Filled, xs: list[float]) -> bool:
    return not any(s.x0 < x < s.x1 for line in cell.lines for s in line.segments for x in _inner(xs, cell, s))


def _inner(xs: list[float], cell: Filled, segment: Segment) -> list[float]:
    return xs[bisect_right(xs, segment.x0 + 1) : bisect_right(xs, segment.x1 - 1)]


def _within(lines: Sequence[TextLine], x0: float, x1: float) -> list[TextLine]:
    out = []
    for line in lines:
        own = [s for s in line.segments if x0 <= (s.x0 + s.x1) / 2 < x1]
        if own:
            out.append(TextLine(min(s.top for s in own), max(s.bottom for s in own), line.size, own))
    return out
