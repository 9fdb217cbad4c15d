"""Characters into the cells of a grid that ruling lines draw."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from extractors.reading.engine import Char
from extractors.reading.tables.lattice import Grid, Part
from extractors.reading.tables.text_lines import Segment, TextLine, text_lines
from extractors.reading.tables.turned import lines_on_the_side

_OVER = 2.0  # points by which text may stand over a column's edge
_THIN = 8.0  # points below which an empty row or column is the white of a double line
_INNER_GAP = 0.6  # font sizes of white that part two cells where a line between them is missing
_TURN = attrgetter("turn")

Axis = Literal["row", "column"]


@dataclass(slots=True)
class Filled:
    """A cell and the lines of its text, blank where it has none."""

    part: Part
    lines: list[TextLine]


@dataclass(slots=True)
class FilledGrid:
    """A grid whose cells have their text."""

    xs: list[float]
    ys: list[float]
    cells: list[Filled]


def filled(grid: Grid, chars: Sequence[Char], lines: Sequence[TextLine]) -> FilledGrid:
    """The grid with each character in the cell in which its middle stands."""
    owner: dict[tuple[int, int], int] = {}
    for number, part in enumerate(grid.parts):
        for r in range(part.r0, part.r1 + 1):
            for c in range(part.c0, part.c1 + 1):
                owner[r, c] = number
    members: list[list[int]] = [[] for _ in grid.parts]
    x0, top, x1, bottom = grid.box
    for segment in segments_within(lines, (x0, top, x1, bottom)):
        if x0 <= segment.x0 <= segment.x1 < x1 and top <= segment.top <= segment.bottom < bottom:
            first, last = bisect_right(grid.xs, segment.x0) - 1, bisect_right(grid.xs, segment.x1) - 1
            row, end = bisect_right(grid.ys, segment.top) - 1, bisect_right(grid.ys, segment.bottom) - 1
            if first == last and row == end:
                members[owner[row, first]] += segment.chars
                continue
        for index in segment.chars:
            char = chars[index]
            across, down = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
            if x0 <= across < x1 and top <= down < bottom:
                place = (bisect_right(grid.ys, down) - 1, bisect_right(grid.xs, across) - 1)
                members[owner[place]].append(index)
    cells = [
        Filled(part, text_lines(chars, sorted(m), _INNER_GAP) if m else [])
        for part, m in zip(grid.parts, members, strict=True)
    ]
    _add_turned(cells, owner, grid, chars)
    return FilledGrid(list(grid.xs), list(grid.ys), cells)


def _add_turned(cells: list[Filled], owner: dict[tuple[int, int], int], grid: Grid, chars: Sequence[Char]) -> None:
    """Text on its side, as in narrow heads, into the cells."""
    if not any(map(_TURN, chars)):
        return
    members: dict[int, list[int]] = {}
    x0, top, x1, bottom = grid.box
    for index, char in enumerate(chars):
        if char.upright or char.hidden or char.turn not in (90, 270) or char.text.isspace():
            continue
        across, down = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        if x0 <= across < x1 and top <= down < bottom:
            place = (bisect_right(grid.ys, down) - 1, bisect_right(grid.xs, across) - 1)
            members.setdefault(owner[place], []).append(index)
    for number, own in members.items():
        cells[number].lines = cells[number].lines + lines_on_the_side(chars, own)


def segments_within(lines: Sequence[TextLine], box: tuple[float, float, float, float]) -> list[Segment]:
    """Segments that reach into a box."""
    x0, top, x1, bottom = box
    return [
        s
        for line in lines
        if line.bottom > top and line.top < bottom
        for s in line.segments
        if s.x1 > x0 and s.x0 < x1 and s.bottom > top and s.top < bottom
    ]


def columns_parted(grid: FilledGrid) -> None:
    """Part cells over several columns whose text keeps to these columns: the lines between were left out."""
    cells: list[Filled] = []
    for cell in grid.cells:
        parted = _parted(cell, grid.xs) if cell.part.c1 > cell.part.c0 and cell.lines else None
        cells += parted or [cell]
    grid.cells = cells


def _parted(cell: Filled, xs: list[float]) -> list[Filled] | None:
    part = cell.part
    by_column: dict[int, list[TextLine]] = {}
    for line in cell.lines:
        for segment in line.segments:
            column = bisect_right(xs, (segment.x0 + segment.x1) / 2) - 1
            column = min(max(column, part.c0), part.c1)
            if segment.x0 < xs[column] - _OVER or segment.x1 > xs[column + 1] + _OVER:
                return None
            by_column.setdefault(column, []).append(TextLine(segment.top, segment.bottom, segment.size, [segment]))
    if len(by_column) < 2:
        return None
    return [Filled(Part(part.r0, c, part.r1, c), by_column.get(c, [])) for c in range(part.c0, part.c1 + 1)]


def trimmed(grid: FilledGrid) -> None:
    """Take out rows and columns without text that are thin or stand at the rim, and close up the rest."""
    _trim_axis(grid, "row")
    _trim_axis(grid, "column")


def _trim_axis(grid: FilledGrid, axis: Axis) -> None:
    edges = grid.ys if axis == "row" else grid.xs
    keep = _kept(edges, _used(grid, axis))
    if all(keep) or not any(keep):
        return
    new_index = [sum(keep[:k]) for k in range(len(edges))]
    kept_edges = [edges[k] for k in range(len(keep)) if keep[k]]
    kept_edges.append(edges[max(k for k in range(len(keep)) if keep[k]) + 1])
    cells = []
    for cell in grid.cells:
        first, last = _reach(cell, axis)
        low, high = new_index[first], new_index[last + 1] - 1
        if high >= low:
            part = replace(cell.part, r0=low, r1=high) if axis == "row" else replace(cell.part, c0=low, c1=high)
            cells.append(Filled(part, cell.lines))
    grid.cells = cells
    if axis == "row":
        grid.ys = kept_edges
    else:
        grid.xs = kept_edges


def _reach(cell: Filled, axis: Axis) -> tuple[int, int]:
    part = cell.part
    return (part.r0, part.r1) if axis == "row" else (part.c0, part.c1)


def _used(grid: FilledGrid, axis: Axis) -> list[bool]:
    """Which rows or columns have a text of their own, or are the widest of those over which one stands."""
    edges = grid.ys if axis == "row" else grid.xs
    used = [False] * (len(edges) - 1)
    texts = [_reach(cell, axis) for cell in grid.cells if cell.lines]
    for first, last in texts:
        used[first] = used[first] or first == last
    for first, last in texts:
        if not any(used[first : last + 1]):
            used[max(range(first, last + 1), key=lambda k: edges[k + 1] - edges[k])] = True
    return used


def _kept(edges: Sequence[float], used: Sequence[bool]) -> list[bool]:
    """Rows or columns with text, and empty ones that are no mere white between double lines."""
    widths = [b - a for a, b in itertools.pairwise(edges)]
    full = sorted(w for w, has_text in zip(widths, used, strict=True) if has_text)
    if not full:
        return [False] * len(widths)
    least = max(_THIN, 0.5 * full[len(full) // 2])
    return [has_text or w >= least for w, has_text in zip(widths, used, strict=True)]
