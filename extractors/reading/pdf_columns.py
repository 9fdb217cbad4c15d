"""Columns of text on a page: found by the white gutters between them, read one after the other.

A page is cut where a gutter runs between two bodies of running text: first comes what stands above them, then the left
one, the right one, and what stands below; each part is cut further in the same way.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from extractors.reading.page_turn import Box

_GUTTER = 9.0  # points of white; between words of justified text it is less
_LEAST_LINES = 5  # a side with fewer is a table or a signature, not a column
_LEAST_WIDTH = 90.0  # points that the usual line of a column is wide; columns of figures are narrower
_NEAR = 1.3  # line heights of white that may stand inside a column, between its paragraphs
_FILL = 0.6  # share of a side's lines that must be about as wide as the column
_WIDE = 0.75  # share of the column's width that "about as wide" is
_SAME_EDGE = 3.0  # points
_MOST_CANDIDATES = 6
_SET_OFF = 0.35  # line heights of white more than usual that part a title from the text
_MOST_TITLE_LINES = 4
_LARGER = 1.08  # times the height of the text's lines that a title has
_NEAR_GUTTER = 20.0  # points behind it at which its longest line begins
_MOST_INDENT = 60.0  # points behind the gutter at which a column's first line begins


class _HasBox(Protocol):
    @property
    def box(self) -> Box: ...


W = TypeVar("W", bound=_HasBox)


class _Unit(NamedTuple, Generic[W]):
    """Words of one line with no gutter's width of white between them."""

    line: int
    box: Box
    words: list[W]

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


class _Cut(NamedTuple, Generic[W]):
    """What stands above two columns, in them, and below, and where the right one begins."""

    gutter: float
    above: list[_Unit[W]]
    left: list[_Unit[W]]
    right: list[_Unit[W]]
    below: list[_Unit[W]]


class InColumns(NamedTuple, Generic[W]):
    """Stretches of lines to be read one after the other, and where the page's right column begins, if it has one."""

    stretches: list[list[list[W]]]
    gutter: float | None


def in_columns(lines: Sequence[Sequence[W]], before: float | None = None) -> InColumns[W]:
    """Cut lines of running text into stretches to be read one after the other.

    Args:
        lines: Words of each line, left to right; lines from top to bottom.
        before: The gutter of the page before: the last page of a text may be too short to show one.

    Returns:
        One stretch where the page has one column.
    """
    units = [unit for index, line in enumerate(lines) for unit in _units(index, line)]
    if not units:
        return InColumns([], before)
    cut = _widest_cut(units)
    if cut is None and before is not None:
        cut = _known_cut(units, before)
    return InColumns(_arranged(units, cut, cut.gutter if cut else None), cut.gutter if cut else None)


def _units(index: int, line: Sequence[W]) -> list[_Unit[W]]:
    parts: list[list[W]] = [[line[0]]]
    end = line[0].box[2]
    for word in line[1:]:
        if word.box[0] - end >= _GUTTER:
            parts.append([])
        parts[-1].append(word)
        end = max(end, word.box[2])
    return [_Unit(index, _around(part), part) for part in parts]


def _around(words: Sequence[W]) -> Box:
    boxes = [w.box for w in words]
    return (
        boxes[0][0],
        min([b[1] for b in boxes]),
        max([b[2] for b in boxes]),
        max([b[3] for b in boxes]),
    )


def _arranged(units: list[_Unit[W]], cut: _Cut[W] | None, known: float | None) -> list[list[list[W]]]:
    """Units in reading order, cut as given; `known` is a gutter that parts columns elsewhere on the page."""
    if cut is None:
        return [_joined(units)]
    parts = ((cut.above, known), (cut.left, None), (cut.right, None), (cut.below, known))
    stretches = []
    for part, gutter in parts:
        if not part:
            continue
        inner = _widest_cut(part) or (_known_cut(part, gutter) if gutter is not None else None)
        stretches += _arranged(part, inner, gutter)
    return stretches


def _joined(units: Iterable[_Unit[W]]) -> list[list[W]]:
    """Lines of units: those that stood on one line, left to right, lines in their order."""
    ordered = sorted(units, key=lambda u: (u.line, u.box[0]))
    return [[w for u in part for w in u.words] for _, part in itertools.groupby(ordered, lambda u: u.line)]


def _widest_cut(units: list[_Unit[W]]) -> _Cut[W] | None:
    """The cut that puts the most units into columns."""
    best: _Cut[W] | None = None
    ordered: list[_Unit[W]] | None = None
    for gutter in _candidates(units):
        ordered = ordered or sorted(units, key=lambda u: (u.middle, u.box[0]))
        for first, end in _uncrossed(ordered, gutter):
            if end - first < 2 * _LEAST_LINES:
                continue
            cut = _trimmed(ordered, first, end, gutter)
            if cut and (best is None or len(cut.left) + len(cut.right) > len(best.left) + len(best.right)):
                best = cut
    return best


def _candidates(units: Sequence[_Unit[W]]) -> list[float]:
    """Places where a right column's straight left edge may be, the commonest first; the left one may be ragged."""
    margin = min(u.box[0] for u in units)
    counts = Counter(round(u.box[0] / _SAME_EDGE) for u in units if u.box[0] > margin + _LEAST_WIDTH)
    common = [(n, edge) for edge, n in counts.items() if n + counts[edge - 1] + counts[edge + 1] >= _LEAST_LINES]
    ranked = sorted(common, key=lambda c: (-c[0], c[1]))[:_MOST_CANDIDATES]
    return [(edge - 1) * _SAME_EDGE - _GUTTER / 2 for _, edge in ranked]


def _uncrossed(ordered: Sequence[_Unit[W]], gutter: float) -> list[tuple[int, int]]:
    """Stretches of units none of which stands over the gutter or, as a short title does, alone beside it."""
    crossing = {i for i, u in enumerate(ordered) if u.box[0] < gutter + _SAME_EDGE and u.box[2] > gutter - _SAME_EDGE}
    sides: list[list[int]] = [[], []]
    for index, unit in enumerate(ordered):
        if index not in crossing:
            sides[unit.box[0] > gutter].append(index)
    if len(sides[0]) >= _LEAST_LINES and len(sides[1]) >= _LEAST_LINES:
        for own, other in (sides, sides[::-1]):
            crossing.update(_alone(ordered, own, other))
    return [(a + 1, b) for a, b in itertools.pairwise([-1, *sorted(crossing), len(ordered)])]


def _alone(ordered: Sequence[_Unit[W]], own: Sequence[int], other: Sequence[int]) -> list[int]:
    """Units of one side that stand for the whole width: set apart or larger, and with as much white beside them."""
    beside = [ordered[i].box for i in other]
    gaps = [below[1] - above[3] for above, below in itertools.pairwise(beside)]
    usual = sorted(gaps)[len(gaps) // 2]
    wide = [n for n, gap in enumerate(gaps) if gap > usual]
    if not wide:
        return []
    boxes = [ordered[i].box for i in own]
    heights = sorted(b[3] - b[1] for b in boxes)
    height = heights[len(heights) // 2]
    whites = [below[1] - above[3] for above, below in itertools.pairwise(boxes)]
    white = sorted(whites)[len(whites) // 2] + _SET_OFF * height
    found = []
    for n in wide:
        top, bottom = beside[n][3], beside[n + 1][1]
        within = [i for i, box in enumerate(boxes) if box[1] > top - 1 and box[3] < bottom + 1]
        if not within:
            continue
        for first, last in _runs_within(within):
            taken = boxes[last][3] - boxes[first][1]
            apart = (first == 0 or whites[first - 1] > white) and (last + 1 == len(boxes) or whites[last] > white)
            larger = all(boxes[i][3] - boxes[i][1] > _LARGER * height for i in range(first, last + 1))
            if gaps[n] > usual + taken and (apart or larger):
                found += [own[i] for i in range(first, last + 1)]
                break
    return found


def _runs_within(within: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each few units that follow each other, the longest first: a title may have several lines."""
    pairs = itertools.combinations_with_replacement(within[: 2 * _MOST_TITLE_LINES], 2)
    return sorted((pair for pair in pairs if pair[1] - pair[0] < _MOST_TITLE_LINES), key=lambda p: (p[0] - p[1], p))


def _known_cut(units: list[_Unit[W]], gutter: float) -> _Cut[W] | None:
    """A cut at a gutter that is known, where text stands on both sides of it, however short."""
    ordered = sorted(units, key=lambda u: (u.middle, u.box[0]))
    for first, end in _uncrossed(ordered, gutter):
        # A header or a page number at the line's other end begins where no column does.
        while first < end and ordered[first].box[0] - gutter > _MOST_INDENT:
            first += 1
        left = [u for u in ordered[first:end] if u.box[0] <= gutter]
        right = [u for u in ordered[first:end] if u.box[0] > gutter]
        if not (left and right) or min(u.box[0] for u in right) - gutter > _NEAR_GUTTER:
            continue
        if max(left[0].box[1], right[0].box[1]) < min(left[-1].box[3], right[-1].box[3]):
            return _Cut(gutter, ordered[:first], left, right, ordered[end:])
    return None


def _trimmed(ordered: list[_Unit[W]], first: int, end: int, gutter: float) -> _Cut[W] | None:
    """Two columns in a stretch, where both sides of the gutter are running text beside each other.

    A short heading or page number stands on one side of the gutter by chance; a column that is longer than the other
    one is part of the cut, so lines without a neighbour are kept where they stand close to the column.
    """
    sides = [[u for u in ordered[first:end] if (u.box[0] > gutter) == right] for right in (False, True)]
    if not all(sides):
        return None
    top = max(min(u.box[1] for u in side) for side in sides)
    bottom = min(max(u.box[3] for u in side) for side in sides)
    kept = [_close(side, top, bottom) for side in sides]
    if not all(_is_column(side) for side in kept):
        return None
    inside = {id(u) for side in kept for u in side}
    middle = (top + bottom) / 2
    rest = [u for u in ordered[first:end] if id(u) not in inside]
    above = [*ordered[:first], *(u for u in rest if u.middle <= middle)]
    below = [*(u for u in rest if u.middle > middle), *ordered[end:]]
    return _Cut(gutter, above, kept[0], kept[1], below)


def _close(side: Sequence[_Unit[W]], top: float, bottom: float) -> list[_Unit[W]]:
    """Units of a side between two heights, and those above and below that follow without much white."""
    within = [i for i, u in enumerate(side) if top <= u.middle <= bottom]
    if not within:
        return []
    start, stop = within[0], within[-1] + 1
    while start > 0 and _near(side[start - 1], side[start]):
        start -= 1
    while stop < len(side) and _near(side[stop - 1], side[stop]):
        stop += 1
    return list(side[start:stop])


def _near(above: _Unit[W], below: _Unit[W]) -> bool:
    height = min(w.box[3] - w.box[1] for w in above.words)
    return below.box[1] - above.box[3] < _NEAR * height


def _is_column(side: Sequence[_Unit[W]]) -> bool:
    """Whether a side is running text: enough lines, wide, and mostly filled."""
    lines = [list(part) for _, part in itertools.groupby(side, lambda u: u.line)]
    if len(lines) < _LEAST_LINES:
        return False
    widths = [max(u.box[2] for u in line) - min(u.box[0] for u in line) for line in lines]
    usual = max(widths)
    return usual >= _LEAST_WIDTH and sum(w > _WIDE * usual for w in widths) >= _FILL * len(widths)
