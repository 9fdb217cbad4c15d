"""Parts of one ruled table that rows without lines down keep apart: names of row groups over all columns."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.rulings import LineGroup
from extractors.reading.tables.text_lines import TextLine, spaced_text
from extractors.reading.tables.vocabulary import opening

_SAME_EDGE = 3.0  # points
_TALLEST = 2.8  # font sizes that a row of one line is high; tables one above the other stand farther apart


def stacked_joined(groups: Sequence[LineGroup], lines: Sequence[TextLine], chars: Sequence[Char]) -> list[LineGroup]:
    """Groups of lines with those made one between which only one row over all columns stands.

    Args:
        groups: Horizontal and vertical lines that meet.
        lines: The page's lines of text, from top to bottom.
        chars: The page's characters.
    """
    grids = [g for g in groups if g[1] and len(g[0]) >= 2]
    if len(grids) < 2:
        return list(groups)
    grids.sort(key=lambda g: (round(_reach(g)[0] / _SAME_EDGE), g[0][0].at))
    done = [g for g in groups if not (g[1] and len(g[0]) >= 2)]
    growing = grids[0]
    for group in grids[1:]:
        if _one_table(growing, group) and _row_between(growing, group, lines, chars):
            growing = (sorted([*growing[0], *group[0]]), sorted([*growing[1], *group[1]]))
        else:
            done.append(growing)
            growing = group
    return [*done, growing]


def _reach(group: LineGroup) -> tuple[float, float]:
    return min(h.start for h in group[0]), max(h.end for h in group[0])


def _one_table(above: LineGroup, below: LineGroup) -> bool:
    """Whether two groups reach as far and have their columns at the same places."""
    ends = zip(_reach(above), _reach(below), strict=True)
    if any(abs(a - b) > _SAME_EDGE for a, b in ends):
        return False
    few, many = sorted(([v.at for v in above[1]], [v.at for v in below[1]]), key=lambda at: len(set(at)))
    return all(any(abs(a - b) <= _SAME_EDGE for b in many) for a in few)


def _row_between(above: LineGroup, below: LineGroup, lines: Sequence[TextLine], chars: Sequence[Char]) -> bool:
    """Whether one line of text, and no caption or note, stands between two groups that are close."""
    x0, x1 = _reach(above)
    top, bottom = above[0][-1].at, below[0][0].at
    own = [
        s
        for line in lines
        if top < (line.top + line.bottom) / 2 < bottom
        for s in line.segments
        if x0 - 1 <= s.x0 and s.x1 <= x1 + 1
    ]
    if not own or not 0 < bottom - top <= _TALLEST * max(s.size for s in own):
        return False
    text = spaced_text(chars, own[0].chars[:40])
    return not any(opening(kind).match(text) for kind in ("caption", "note", "unit"))
