"""Two columns of text on a page: found by the white gutter between them, read one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Protocol, TypeVar

from extractors.reading.page_turn import Box

_GUTTER = 9.0  # points of white; between words of justified text it is less
_LEAST_LINES = 5  # a side with fewer is a table or a signature, not a column
_LEAST_WIDTH = 90.0  # points that the usual line of a column is wide; columns of figures are narrower
_NEAR = 1.3  # line heights of white that may stand inside a column, between its paragraphs
_FILL = 0.6  # share of the band's lines on either side that must be about as wide as the column


class _HasBox(Protocol):
    @property
    def box(self) -> Box: ...


W = TypeVar("W", bound=_HasBox)


def in_columns(lines: Sequence[Sequence[W]]) -> list[list[list[W]]]:
    """Cut lines of running text into stretches to be read one after the other.

    Args:
        lines: Words of each line, left to right; lines from top to bottom.

    Returns:
        Stretches of lines: what stands above two columns, the left one, the right one, what stands below, and
        so on; one stretch where the page has one column.
    """
    band = _widest_band(lines)
    if band is None:
        return [list(map(list, lines))] if lines else []
    first, end, gutter = band
    left, right = _halves(lines[first:end], gutter)
    above = in_columns(lines[:first])
    return [*above, left, right, *in_columns(lines[end:])]


def _widest_band(lines: Sequence[Sequence[W]]) -> tuple[int, int, float] | None:
    """The longest run of lines that leave one gutter white with text on both sides: first, end, gutter's x."""
    best: tuple[int, int, float] | None = None
    for gutter in _candidates(lines):
        first = 0
        for index in range(len(lines) + 1):
            if index < len(lines) and not _crosses(lines[index], gutter):
                continue
            if index - first >= _LEAST_LINES and (best is None or index - first > best[1] - best[0]):
                start, end = _trimmed(lines, first, index, gutter)
                if _are_columns(lines[start:end], gutter) and (best is None or end - start > best[1] - best[0]):
                    best = (start, end, gutter)
            first = index + 1
    return best


def _candidates(lines: Sequence[Sequence[W]]) -> list[float]:
    """Middles of gaps that a column's gutter may be, the commonest first, each about once."""
    seen: dict[int, list[float]] = {}
    for line in lines:
        for a, b in itertools.pairwise(line):
            if b.box[0] - a.box[2] >= _GUTTER:
                # the right column's edge is straight, the left one's may be ragged
                seen.setdefault(round(b.box[0] / 3), []).append(b.box[0] - _GUTTER / 2)
    ranked = sorted(seen.values(), key=lambda xs: (-len(xs), xs[0]))
    return [min(xs) for xs in ranked[:4] if len(xs) >= 2]


def _crosses(line: Sequence[W], gutter: float) -> bool:
    return any(w.box[0] < gutter + _GUTTER / 3 and w.box[2] > gutter - _GUTTER / 3 for w in line)


def _trimmed(lines: Sequence[Sequence[W]], first: int, end: int, gutter: float) -> tuple[int, int]:
    """A band cut to its two-sided lines and what belongs to them.

    A short heading or page number stands on one side of the gutter by chance; a column that is longer than the
    other one is part of the band, so one-sided lines are kept where they stand close.
    """

    def both(line: Sequence[W]) -> bool:
        return line[0].box[2] < gutter < line[-1].box[0]

    inner = [i for i in range(first, end) if both(lines[i])]
    if not inner:
        return first, first
    # Lines of two columns need not be level: sides alternate. Step outwards while lines keep close.
    start, stop = inner[0], inner[-1] + 1
    while start > first and _near(lines[start - 1], lines[start]):
        start -= 1
    while stop < end and _near(lines[stop - 1], lines[stop]):
        stop += 1
    return start, stop


def _near(above: Sequence[W], below: Sequence[W]) -> bool:
    height = min(w.box[3] - w.box[1] for w in above)
    return min(w.box[1] for w in below) - max(w.box[3] for w in above) < _NEAR * height


def _halves(lines: Sequence[Sequence[W]], gutter: float) -> tuple[list[list[W]], list[list[W]]]:
    left = [[w for w in line if w.box[2] < gutter] for line in lines]
    right = [[w for w in line if w.box[0] > gutter] for line in lines]
    return [x for x in left if x], [x for x in right if x]


def _are_columns(lines: Sequence[Sequence[W]], gutter: float) -> bool:
    """Whether both sides are running text: enough lines, wide, and mostly filled."""
    for side in _halves(lines, gutter):
        if len(side) < _LEAST_LINES:
            return False
        widths = [line[-1].box[2] - line[0].box[0] for line in side]
        usual = max(widths)
        if usual < _LEAST_WIDTH or sum(w > 0.75 * usual for w in widths) < _FILL * len(widths):
            return False
    return True
