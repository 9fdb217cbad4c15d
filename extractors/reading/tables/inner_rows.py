"""Rows of a ruled grid that the lines do not part but lists of figures do."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractors.reading.engine import Char
from extractors.reading.tables.aligned_heads import head_length, head_rows
from extractors.reading.tables.aligned_rows import body_rows
from extractors.reading.tables.columns import Column
from extractors.reading.tables.filling import Filled, FilledGrid
from extractors.reading.tables.placed import Placed, PlacedLine
from extractors.reading.tables.text_lines import Segment, TextLine, spaced_text

_SAME_LINE = 0.45  # font sizes by which the middles of texts of one line may differ
_LINE_A_ROW = 0.7  # share of the rows over which a cell stands that have a line of it, if it is really several


def inner_rows_parted(grid: FilledGrid, chars: Sequence[Char]) -> None:
    """Part rows in which a column lists several figures: each is a row whose lines were left out."""
    cuts: dict[int, list[float]] = {}
    by_row: dict[int, list[Filled]] = {}
    for cell in grid.cells:
        if cell.part.r0 == cell.part.r1 and cell.lines:
            by_row.setdefault(cell.part.r0, []).append(cell)
    for row, cells in by_row.items():
        if any(_lists_figures(c, chars) for c in cells):
            cuts[row] = _cuts(cells, grid, chars, first=row == 0)
    cuts = {row: places for row, places in cuts.items() if places}
    if cuts:
        _cut(grid, cuts)


def _lists_figures(cell: Filled, chars: Sequence[Char]) -> bool:
    """Whether a cell holds figures one below the other and nothing else, save a head above them."""
    if len(cell.lines) < 2:
        return False
    figures = [_placed(line, cell, chars).kind != "words" for line in cell.lines]
    first = figures.index(True) if True in figures else len(figures)
    return all(figures[first:]) and len(figures) - first >= 2


def _placed(line: TextLine, cell: Filled, chars: Sequence[Char]) -> Placed:
    indices = [i for s in line.segments for i in s.chars]
    segment = Segment(line.x0, line.top, line.x1, line.bottom, line.size, indices)
    return Placed(cell.part.c0, cell.part.c1, segment, spaced_text(chars, indices))


def _cuts(cells: Sequence[Filled], grid: FilledGrid, chars: Sequence[Char], *, first: bool) -> list[float]:
    """Heights at which a row is parted."""
    lines = _placed_lines(cells, chars)
    columns = [Column(a, b) for a, b in itertools.pairwise(grid.xs)]
    head = head_length(lines, []) if first else 0
    rows = head_rows(lines[:head], [])
    rows += [[at + head for at in row] for row in body_rows(lines[head:], columns, [])]
    bottoms = [max(lines[at].line.bottom for at in row) for row in rows[:-1]]
    tops = [min(lines[at].line.top for at in row) for row in rows[1:]]
    return [(bottom + top) / 2 for bottom, top in zip(bottoms, tops, strict=True)]


def _placed_lines(cells: Sequence[Filled], chars: Sequence[Char]) -> list[PlacedLine]:
    texts = [_placed(line, cell, chars) for cell in cells for line in cell.lines]
    texts.sort(key=lambda t: t.segment.top + t.segment.bottom)
    groups: list[list[Placed]] = []
    for text in texts:
        middle = (text.segment.top + text.segment.bottom) / 2
        first = groups[-1][0].segment if groups else None
        if first and middle - (first.top + first.bottom) / 2 < _SAME_LINE * max(first.size, text.segment.size):
            groups[-1].append(text)
        else:
            groups.append([text])
    lines = []
    for group in groups:
        group.sort(key=lambda t: t.c0)
        segments = [t.segment for t in group]
        box = TextLine(
            min(s.top for s in segments), max(s.bottom for s in segments), max(s.size for s in segments), segments
        )
        lines.append(PlacedLine(box, group))
    return lines


def _cut(grid: FilledGrid, cuts: dict[int, list[float]]) -> None:
    starts, ys = [0], [grid.ys[0]]
    for row in range(len(grid.ys) - 1):
        ys += cuts.get(row, [])
        ys.append(grid.ys[row + 1])
        starts.append(len(ys) - 1)
    cells: list[Filled] = []
    for cell in grid.cells:
        part = cell.part
        first, last = starts[part.r0], starts[part.r1 + 1] - 1
        within = any(row in cuts for row in range(part.r0, part.r1 + 1))
        if not within or (part.r0 != part.r1 and not _line_a_row(cell, ys[first : last + 2])):
            cells.append(Filled(replace(part, r0=first, r1=last), cell.lines))
            continue
        for row in range(first, last + 1):
            own = [t for t in cell.lines if bisect_right(ys, (t.top + t.bottom) / 2) - 1 == row]
            cells.append(Filled(replace(part, r0=row, r1=row), own))
    grid.ys, grid.cells = ys, cells


def _line_a_row(cell: Filled, ys: Sequence[float]) -> bool:
    """Whether a cell over several rows has text in nearly each: the line under its own head was left out."""
    rows = {bisect_right(ys, (t.top + t.bottom) / 2) for t in cell.lines}
    return len(rows) >= max(3, _LINE_A_ROW * (len(ys) - 2))
