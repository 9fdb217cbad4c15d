"""Rules and fills from drawn paths: what of a path is a straight thin segment, and what a background."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.reading.engine import Colour, Fill, Rule

Point = tuple[float, float]

_THIN = 3.0  # points up to which a filled rectangle is a drawn line
_STRAIGHT = 0.5  # points by which a segment may lean
_LEAST = 1.0  # points that a rule is long


def stroked(points: Sequence[Point], width: float) -> list[Rule]:
    """The horizontal and vertical segments of a stroked subpath.

    Args:
        points: Its corners as displayed; a curve's ends may not be neighbours in it.
        width: Of the pen, in points.
    """
    rules = []
    for (xa, ya), (xb, yb) in itertools.pairwise(points):
        if abs(ya - yb) <= _STRAIGHT and abs(xa - xb) >= _LEAST:
            y = (ya + yb) / 2
            rules.append(Rule(min(xa, xb), y - width / 2, max(xa, xb), y + width / 2, width))
        elif abs(xa - xb) <= _STRAIGHT and abs(ya - yb) >= _LEAST:
            x = (xa + xb) / 2
            rules.append(Rule(x - width / 2, min(ya, yb), x + width / 2, max(ya, yb), width))
    return rules


def filled(points: Sequence[Point], colour: Colour | None) -> Rule | Fill | None:
    """What a filled subpath is: a thin rectangle, a background, or neither.

    Args:
        points: Its corners as displayed.
        colour: Red, green, blue from 0 to 1.
    """
    corners = points[:-1] if len(points) > 1 and _close(points[0], points[-1]) else points
    if not 2 <= len(corners) <= 6:
        return None
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    x0, top, x1, bottom = min(xs), min(ys), max(xs), max(ys)
    if any(min(x - x0, x1 - x) > _STRAIGHT or min(y - top, bottom - y) > _STRAIGHT for x, y in corners):
        return None
    width, height = x1 - x0, bottom - top
    if min(width, height) <= _THIN:
        if max(width, height) < _LEAST or max(width, height) < 2 * min(width, height):
            return None
        return Rule(x0, top, x1, bottom, min(width, height))
    return Fill(x0, top, x1, bottom, colour) if len(corners) >= 4 else None


def on_page(box: Rule | Fill, width: float, height: float) -> bool:
    """Whether any of it can be seen."""
    return box.x1 >= 0 and box.x0 <= width and box.bottom >= 0 and box.top <= height


def _close(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) <= _STRAIGHT and abs(a[1] - b[1]) <= _STRAIGHT
