"""Ruling lines of a page: pieces on one line joined, short strokes left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.reading.engine import Fill, Rule

_SNAP = 2.0  # points within which two parallel strokes are one line (double lines, borders of neighbouring cells)
_JOIN = 3.0  # points of gap over which strokes on one line go on (dashes, corners that do not quite meet)
_SHORTEST = 5.0  # points: shorter strokes are ticks and parts of drawings
_WHITE = 0.995  # from this part of red, green and blue on, a background is not seen


class Ruling(NamedTuple):
    """A horizontal or vertical line: where it stands, and from where to where it goes."""

    at: float
    start: float
    end: float


LineGroup = tuple[list[Ruling], list[Ruling]]  # horizontal and vertical lines that meet


def rulings(rules: Sequence[Rule]) -> tuple[list[Ruling], list[Ruling]]:
    """Horizontal and vertical ruling lines, each sorted by place; the order of `rules` does not matter."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for rule in rules:
        x0, top, x1, bottom = rule.x0, rule.top, rule.x1, rule.bottom
        if x1 - x0 >= bottom - top:
            across.append(((top + bottom) / 2, x0, x1))
        else:
            down.append(((x0 + x1) / 2, top, bottom))
    return _joined(across), _joined(down)


def background_edges(fills: Sequence[Fill]) -> list[Ruling]:
    """Upper and lower edges of shaded rows, as horizontal lines sorted by place."""
    edges: list[tuple[float, float, float]] = []
    for fill in fills:
        if fill.x1 - fill.x0 > 3 * (fill.bottom - fill.top) and not is_white(fill):
            edges += [(fill.top, fill.x0, fill.x1), (fill.bottom, fill.x0, fill.x1)]
    return _joined(edges)


def is_white(fill: Fill) -> bool:
    """Whether a background is not seen on white paper."""
    return fill.colour is not None and all(part > _WHITE for part in fill.colour)


def _joined(strokes: list[tuple[float, float, float]]) -> list[Ruling]:
    strokes.sort()
    out: list[Ruling] = []
    group: list[tuple[float, float, float]] = []
    for stroke in strokes:
        # Measured from the first of the group: a hatching must not shrink to one line.
        if group and (stroke[0] - group[-1][0] > _SNAP or stroke[0] - group[0][0] > 2 * _SNAP):
            out += _merged(group)
            group = []
        group.append(stroke)
    if group:
        out += _merged(group)
    return out


def _merged(group: list[tuple[float, float, float]]) -> list[Ruling]:
    """Strokes at one place, as lines without overlap."""
    length = sum(end - start for _, start, end in group) or 1.0
    at = sum(a * (end - start) for a, start, end in group) / length if length > 1.0 else group[0][0]
    merged: list[list[float]] = []
    for start, end in sorted((start, end) for _, start, end in group):
        if merged and start <= merged[-1][1] + _JOIN:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return [Ruling(at, start, end) for start, end in merged if end - start >= _SHORTEST]
