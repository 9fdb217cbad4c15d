"""Which printed lines of a table are lines of one text: by the room that was left, and by the steps between lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.reading.tables.text_lines import WIDE, Segment, TextLine

_BLANK = 0.25  # font sizes
_ROOM = 0.15  # font sizes by which a word that would have had room must be narrower than it
_RATIO = 1.08  # from this ratio on, two steps from line to line are of different kinds
_TIGHTEST = 1.4  # font sizes from line to line of one text at most


def was_broken(text: str, above: Segment, below: str, below_width: float, right: float) -> bool:
    """Whether a text was broken because the next line's first word had no room behind it.

    Args:
        text: The upper line.
        above: Its place.
        below: The lower line.
        below_width: Its width in points.
        right: Right end of the column's text.
    """
    if not text or not below:
        return False
    if WIDE.match(below[0]):
        marks = next((k for k, char in enumerate(below[1:], 1) if WIDE.match(char)), len(below))
        first, blank = below[:marks], 0.0
    else:
        first, blank = below.split(" ")[0], _BLANK * above.size
    width = below_width * len(first) / len(below)
    return above.x1 + blank + width > right + _ROOM * above.size


def is_tight(above: TextLine, below: TextLine) -> bool:
    """Whether two lines stand as close as lines of one text do."""
    return below.bottom - above.bottom <= _TIGHTEST * min(above.size, below.size)


def row_step(lines: Sequence[TextLine], has_figures: Sequence[bool]) -> float | None:
    """The step from line to line in points above which a row begins; null where steps do not tell.

    It is good if each row has one line with figures at most, and only rows of one line have none.

    Args:
        lines: Lines from top to bottom, as they follow in a table's body.
        has_figures: Whether each of them holds figures.
    """
    steps = line_steps(lines)
    ordered = sorted(steps)
    cuts = [(a + b) / 2 for a, b in itertools.pairwise(ordered) if b > _RATIO * max(a, 0.1)]
    for cut in reversed(cuts):
        rows = rows_by_step(steps, cut)
        if all(sum(has_figures[k] for k in row) == 1 or (len(row) == 1 and not has_figures[row[0]]) for row in rows):
            return cut
    return None


def line_steps(lines: Sequence[TextLine]) -> list[float]:
    """Points from line to line: by their lower edges, which raised marks do not move."""
    return [b.bottom - a.bottom for a, b in itertools.pairwise(lines)]


def rows_by_step(steps: Sequence[float], cut: float) -> list[list[int]]:
    """Lines as rows that begin behind steps above `cut`."""
    rows = [[0]]
    for at, step in enumerate(steps, 1):
        if step > cut:
            rows.append([at])
        else:
            rows[-1].append(at)
    return rows
