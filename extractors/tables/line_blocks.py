"""Which printed lines of a column are one cell, from the heights at which the rows' values stand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_LINES = 9  # lines of one cell
_WIDEST_LEADING = 1.5  # heights of a line
_ALONE = 2.0  # points of misplacement that taking a line for no row's weighs
_NEAR = 1.1  # line steps within which lines may be of one cell
_APART = 2.0  # what each point beyond weighs
_EMPTY = 0.5  # points of misplacement that a row without a line weighs, or three rows' lines might be the middle one's


@dataclass(frozen=True, slots=True)
class Span:
    """Upper and lower edge of a line."""

    top: float
    bottom: float


def blocks(lines: Sequence[Span], rows: Sequence[Span], *, least: int, alone: bool) -> list[int | None] | None:
    """The row of each line, null for lines that are none's, so that cells stand in the middle of their rows.

    Where cells that begin at the height of their row's values fit better, these are taken.

    Args:
        lines: Lines of a column from top to bottom.
        rows: Places of the rows' values from top to bottom.
        least: Fewest lines of a row, 0 or 1.
        alone: Whether lines may stand between rows, as names of groups of rows do.

    Returns:
        Row numbers by line, or null where the lines cannot be shared out so.
    """
    found = [f for middle in (True, False) if (f := _best(lines, rows, least, alone, middle=middle))]
    return min(found, key=lambda f: f[0])[1] if found else None


def _best(
    lines: Sequence[Span], rows: Sequence[Span], least: int, alone: bool, *, middle: bool
) -> tuple[float, list[int | None]] | None:
    """Least misplacement, but for what lines between rows weigh, and the rows of the lines."""
    leading = _leading(lines)
    free = [_between(lines, at) if alone else float("inf") for at in range(len(lines))]
    # cost[k]: least misplacement with the rows so far and the first k lines shared out; back: how it came about.
    cost = [0.0, *itertools.accumulate(free)]
    back: list[list[tuple[int, int]]] = []
    for row in rows:
        now = [float("inf")] * (len(lines) + 1)
        how = [(0, 0)] * (len(lines) + 1)
        for behind in range(len(lines) + 1):
            for taken in range(least, min(_MOST_LINES, behind) + 1):
                if cost[behind - taken] < now[behind]:
                    cell = lines[behind - taken : behind]
                    whole = cost[behind - taken] + _misplaced(cell, row, leading, middle=middle)
                    if whole < now[behind]:
                        now[behind], how[behind] = whole, (behind - taken, behind)
            if alone and behind and now[behind - 1] + free[behind - 1] < now[behind]:
                now[behind], how[behind] = now[behind - 1] + free[behind - 1], how[behind - 1]
        cost = now
        back.append(how)
    if cost[-1] == float("inf"):
        return None
    out: list[int | None] = [None] * len(lines)
    at = len(lines)
    for number in range(len(rows) - 1, -1, -1):
        first, behind = back[number][at]
        out[first:behind] = [number] * (behind - first)
        at = first
    return cost[-1] - _ALONE * out.count(None), out


def _leading(lines: Sequence[Span]) -> float:
    """Distance of lines of one cell: the least there is, if it may be one."""
    steps = [b.top - a.top for a, b in itertools.pairwise(lines)]
    heights = sorted(line.bottom - line.top for line in lines)
    return min(*steps, _WIDEST_LEADING * heights[len(heights) // 2]) if steps else 0.0


def _between(lines: Sequence[Span], at: int) -> float:
    """What taking a line for none of the rows weighs: more where it is nearer to the line above than to that below."""
    if not 0 < at < len(lines) - 1:
        return _ALONE
    above, below = lines[at].top - lines[at - 1].bottom, lines[at + 1].top - lines[at].bottom
    return _ALONE + max(0.0, below - above - 1)


def _misplaced(cell: Sequence[Span], row: Span, leading: float, *, middle: bool) -> float:
    """Points by which a cell is beside its place, and by which its lines stand too far apart."""
    if not cell:
        return _EMPTY
    if middle:
        off = abs((cell[0].top + cell[-1].bottom) / 2 - (row.top + row.bottom) / 2)
    else:
        off = abs(cell[0].top - row.top)
    apart = sum(max(0.0, b.top - a.top - _NEAR * leading) for a, b in itertools.pairwise(cell))
    return off + _APART * apart
