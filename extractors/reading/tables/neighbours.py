"""Tables side by side without rules: their lines are at heights of their own, and each has labels and figures."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.text_lines import Segment, TextLine, spaced_text

_WIDE = 0.6  # share of the text's width from which a text of one segment is no row
_FEWEST = 3  # lines that each of two tables has by itself
_OWN = 0.5  # share of the lines of both that stand beside no line of the other
_LABELLED = 0.75  # share of the lines of the right table that begin with words
_EVEN = 0.1  # font sizes by which texts of one row differ in height at most
_WHITE = 1.0  # font sizes of white between two tables at least
_MOST = 400  # lines looked at together


def side_by_side(lines: Sequence[TextLine], chars: Sequence[Char]) -> list[list[TextLine]]:
    """The lines, and by themselves those of tables that stand side by side.

    Args:
        lines: Lines of one text column, from top to bottom.
        chars: The page's characters.
    """
    if sum(len(line.segments) > 1 for line in lines) < 2 * _FEWEST:
        return [list(lines)]
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    rest: list[TextLine] = []
    parts: list[list[TextLine]] = []
    run: list[TextLine] = []
    for line in [*lines, None]:
        if line is not None and not any(s.x1 - s.x0 > _WIDE * width for s in line.segments):
            run.append(line)
            continue
        gutter = _gutter(run, chars) if 2 * _FEWEST <= len(run) <= _MOST else None
        if gutter is None:
            rest += run
        else:
            parts += _halves(run, gutter)
        run = []
        if line is not None:
            rest.append(line)
    return [part for part in (*parts, rest) if part]


def _halves(run: Sequence[TextLine], gutter: float) -> list[list[TextLine]]:
    halves: list[list[TextLine]] = [[], []]
    for line in run:
        for half, own in zip(halves, _sides(line, gutter), strict=True):
            if own:
                top, bottom = min(s.top for s in own), max(s.bottom for s in own)
                half.append(TextLine(top, bottom, max(s.size for s in own), own))
    return halves


def _sides(line: TextLine, gutter: float) -> tuple[list[Segment], list[Segment]]:
    return [s for s in line.segments if s.x1 <= gutter], [s for s in line.segments if s.x0 >= gutter]


def _gutter(run: Sequence[TextLine], chars: Sequence[Char]) -> float | None:
    """The white from top to bottom that parts two tables, if there is one."""
    size = max(line.size for line in run)
    end = None
    best = (0.0, 0.0)
    for segment in sorted((s for line in run for s in line.segments), key=lambda s: s.x0):
        if end is not None and segment.x0 - end > _WHITE * size:
            middle = (end + segment.x0) / 2
            best = max(best, (_parted(run, middle, chars), middle))
        end = segment.x1 if end is None else max(end, segment.x1)
    return best[1] if best[0] >= _LABELLED else None


def _parted(run: Sequence[TextLine], gutter: float, chars: Sequence[Char]) -> float:
    """Share of the lines right of a place that begin with words; 0 if those at its sides are not rows of two tables."""
    sides = [_sides(line, gutter) for line in run]
    own = sum(not (left and right) or _uneven(left, right) for left, right in sides)
    if own < _OWN * len(run):
        return 0.0
    left_rows = [left for left, _ in sides if len(left) > 1]
    right_rows = [right for _, right in sides if right]
    ended = sum(_figure(row[-1], chars) for row in left_rows)
    begun = [not _figure(row[0], chars) for row in right_rows]
    several = sum(begins and len(row) > 1 for begins, row in zip(begun, right_rows, strict=True))
    if min(ended, several) < _FEWEST or 2 * ended < len(left_rows):
        return 0.0
    return sum(begun) / len(begun)


def _uneven(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether texts left and right of a place stand at different heights."""
    a, b = max(left, key=lambda s: s.size), max(right, key=lambda s: s.size)
    return abs(a.bottom - b.bottom) > _EVEN * a.size or abs(a.size - b.size) > _EVEN * a.size


def _figure(segment: Segment, chars: Sequence[Char]) -> bool:
    text = spaced_text(chars, segment.chars)
    return is_figure(text) or is_missing(text)
