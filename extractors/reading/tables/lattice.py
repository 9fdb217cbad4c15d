"""Grids that ruling lines draw: cells with their spans, where lines are missing too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.tables.model import Box
from extractors.reading.tables.rulings import LineGroup, Ruling

_TOUCH = 3.0  # points by which two lines may miss each other and still meet
_MARGIN = 9.0  # points by which lines must stand over the last crossing line to make a column or row of their own
_COVERED = 0.6  # share of a cell's side that a line must cover to close it
_MOST_MEETINGS = 400_000  # comparisons of lines on one page; hatchings and maps have more, tables never
_MOST_PLACES = 40_000  # places in one grid


@dataclass(frozen=True, slots=True)
class Part:
    """A cell of a grid: rows [r0, r1] and columns [c0, c1], ends included."""

    r0: int
    c0: int
    r1: int
    c1: int


@dataclass(slots=True)
class Grid:
    """Edges of columns and rows, and the cells, which fill the grid without overlap."""

    xs: list[float]
    ys: list[float]
    parts: list[Part]
    across: list[Ruling]
    down: list[Ruling]

    @property
    def box(self) -> Box:
        """Outer edges."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


class TooManyLinesError(ValueError):
    """The page has more lines than a table could: a map, a hatching, a drawing."""


def connected(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[LineGroup]:
    """Lines that meet, together: horizontal and vertical ones of each group.

    Raises:
        TooManyLinesError: There are too many to compare.
    """
    places = [r.at for r in across]
    ranges = [(bisect_left(places, v.start - _TOUCH), bisect_right(places, v.end + _TOUCH)) for v in down]
    if sum(last - first for first, last in ranges) > _MOST_MEETINGS:
        raise TooManyLinesError
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for number, (line, (first, last)) in enumerate(zip(down, ranges, strict=True), len(across)):
        for other in range(first, last):
            if across[other].start - _TOUCH <= line.at <= across[other].end + _TOUCH:
                parent[root(other)] = root(number)
    groups: dict[int, LineGroup] = {}
    for number, line in enumerate((*across, *down)):
        groups.setdefault(root(number), ([], []))[number >= len(across)].append(line)
    return list(groups.values())


def grid_of(across: Sequence[Ruling], down: Sequence[Ruling]) -> Grid:
    """The grid of lines that meet; where an outer line is missing, the ends of the others stand for it.

    Raises:
        TooManyLinesError: The grid would have too many places.
    """
    xs = _edges([v.at for v in down], min(h.start for h in across), max(h.end for h in across))
    ys = _edges([h.at for h in across], min(v.start for v in down), max(v.end for v in down))
    if len(xs) * len(ys) > _MOST_PLACES:
        raise TooManyLinesError
    rows, columns = len(ys) - 1, len(xs) - 1
    closed_below = _closed(across, ys, xs)
    closed_right = _closed(down, xs, ys)
    seen = [[False] * columns for _ in range(rows)]
    parts: list[Part] = []
    for r in range(rows):
        for c in range(columns):
            if not seen[r][c]:
                parts += _rectangles(_region(r, c, seen, closed_below, closed_right))
    parts.sort(key=lambda p: (p.r0, p.c0))
    return Grid(xs, ys, parts, list(across), list(down))


def _edges(places: Sequence[float], low: float, high: float) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _TOUCH:
            edges.append(place)
    if low < edges[0] - _MARGIN:
        edges.insert(0, low)
    if high > edges[-1] + _MARGIN:
        edges.append(high)
    return edges


def _closed(lines: Sequence[Ruling], places: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Which sides are drawn: (index of the line's place, index of the stretch along it)."""
    drawn: set[tuple[int, int]] = set()
    for line in lines:
        at = min(bisect_left(places, line.at - _TOUCH), len(places) - 1)
        first = max(bisect_right(along, line.start) - 1, 0)
        for stretch in range(first, len(along) - 1):
            low, high = along[stretch], along[stretch + 1]
            if low >= line.end:
                break
            if min(high, line.end) - max(low, line.start) >= _COVERED * (high - low):
                drawn.add((at, stretch))
    return drawn


def _region(
    r: int, c: int, seen: list[list[bool]], below: set[tuple[int, int]], right: set[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Places that no line parts from (r, c)."""
    seen[r][c] = True
    found, todo = [], [(r, c)]
    while todo:
        y, x = todo.pop()
        found.append((y, x))
        for other, open_way in (
            ((y + 1, x), (y + 1, x) not in below),
            ((y - 1, x), (y, x) not in below),
            ((y, x + 1), (x + 1, y) not in right),
            ((y, x - 1), (x, y) not in right),
        ):
            v, u = other
            if open_way and 0 <= v < len(seen) and 0 <= u < len(seen[0]) and not seen[v][u]:
                seen[v][u] = True
                todo.append(other)
    return found


def _rectangles(places: list[tuple[int, int]]) -> list[Part]:
    """A region as rectangles: itself, or where a line is missing its rows' stretches, equal ones joined."""
    r0, r1 = min(r for r, _ in places), max(r for r, _ in places)
    c0, c1 = min(c for _, c in places), max(c for _, c in places)
    if len(places) == (r1 - r0 + 1) * (c1 - c0 + 1):
        return [Part(r0, c0, r1, c1)]
    by_row: dict[int, list[int]] = {}
    for r, c in sorted(places):
        by_row.setdefault(r, []).append(c)
    done: list[Part] = []
    growing: dict[tuple[int, int], Part] = {}
    for r, columns in sorted(by_row.items()):
        stretches: list[list[int]] = []
        for c in columns:
            if stretches and c == stretches[-1][1] + 1:
                stretches[-1][1] = c
            else:
                stretches.append([c, c])
        now: dict[tuple[int, int], Part] = {}
        for first, last in stretches:
            above = growing.pop((first, last), None)
            now[first, last] = Part(above.r0 if above else r, first, r, last)
        done += growing.values()
        growing = now
    return done + list(growing.values())
