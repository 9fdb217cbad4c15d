"""Categories that stand in the middle of their rows, in tables whose lines do not show how far each reaches."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

_OFF = 0.3  # of a row's height that a category may stand beside the middle of its rows


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a text stands: its page, upper and lower edge."""

    page: int
    top: float
    bottom: float


def centred(
    rows: Sequence[Extent | None],
    marks: Sequence[tuple[str, Extent | None]],
    own: Sequence[str | None],
    before: str | None = None,
) -> list[str | None] | None:
    """The category of each row, or null where the categories do not stand in the middle of rows.

    A table whose first row has no category beside it or above it prints them in the middle: each reaches as far
    below its middle as above it, and all together reach from the first row to the last.

    Args:
        rows: The rows' places, in order.
        marks: The categories with their places, in order.
        own: The category that each row has if they stand at the top of their rows.
        before: The category of the row before the first.
    """
    if not rows or not marks or own[0] is not None:
        return None
    out: list[str | None] = []
    for page in sorted({row.page for row in rows if row}):
        here = [row for row in rows if row and row.page == page]
        names = [(name, place) for name, place in marks if place and place.page == page]
        found = _of_page(here, names, out[-1] if out else before)
        if found is None:
            return None
        out += found
    return out if len(out) == len(rows) else None


def _of_page(rows: list[Extent], marks: list[tuple[str, Extent]], before: str | None) -> list[str | None] | None:
    """The same for the rows of one page; the first of them may belong to the category of the page before."""
    steps = sorted(b.top - a.top for a, b in itertools.pairwise(rows))
    reach = _OFF * (steps[len(steps) // 2] if steps else rows[0].bottom - rows[0].top)
    for first in range(len(rows) + 1 if before else 1):
        out: list[str | None] = [before] * first
        for name, place in marks:
            if len(out) == len(rows):
                break
            top, middle = rows[len(out)].top, place.top + place.bottom
            off, last = min((abs(top + rows[k].bottom - middle) / 2, k) for k in range(len(out), len(rows)))
            if off > reach:
                break
            out += [name] * (last + 1 - len(out))
        else:
            if len(out) == len(rows):
                return out
    return None
