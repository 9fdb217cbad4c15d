"""Which columns the texts of a head stand over: those under which they are centred, side by side without overlap."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from extractors.reading.tables.columns import Column, edges_of
from extractors.reading.tables.text_lines import Segment

_ONE = 0.3  # weight of a text's place over a single column: it may stand at either side of it or in the middle
_SEVERAL = 0.35  # cost of a text over several columns, so that what fits one stays over one
_LEFT_OUT = 0.7  # cost of a column over which no text stands, though the row under it has one there
_MOST = 40  # columns; wider tables are left as they are


def spread_texts(segments: Sequence[Segment], columns: Sequence[Column], needed: set[int]) -> list[tuple[int, int]]:
    """First and last column for each text of a line, from left to right, without overlap.

    Args:
        segments: Texts of one line of a head.
        columns: The table's columns.
        needed: Columns that a text of the line should stand over, as the row under it names them one by one.

    Returns:
        Ranges with both ends included; empty where there are more texts than columns or too many columns.
    """
    count = len(columns)
    if not segments or len(segments) > count or count > _MOST:
        return []
    edges = edges_of(columns)
    cost = partial(_cost, columns=columns, edges=edges)
    left_out = [_LEFT_OUT if k in needed else 0.0 for k in range(count)]
    # best[k]: least cost of the texts so far over the first k columns, and the ranges
    best: list[tuple[float, list[tuple[int, int]]]] = [(sum(left_out[:k]), []) for k in range(count + 1)]
    for segment in segments:
        after: list[tuple[float, list[tuple[int, int]]]] = [(float("inf"), [])]
        for end in range(count):
            found = min(
                ((best[start][0] + cost(segment, start, end), start) for start in range(end + 1)), key=lambda f: f[0]
            )
            skipped = after[end][0] + left_out[end]
            if skipped < found[0]:
                after.append((skipped, after[end][1]))
            else:
                after.append((found[0], [*best[found[1]][1], (found[1], end)]))
        best = after
    return best[count][1] if best[count][0] < float("inf") else []


def _cost(segment: Segment, first: int, last: int, columns: Sequence[Column], edges: Sequence[float]) -> float:
    """How badly a text stands over a range of columns, in font sizes."""
    x0, x1, size = segment.x0, segment.x1, segment.size
    left, right = columns[first].x0, columns[last].x1
    middle = (x0 + x1) / 2
    low = edges[first] if first else -float("inf")
    high = edges[last + 1] if last + 1 < len(columns) else float("inf")
    over = max(low - x0, 0.0) + max(x1 - high, 0.0)
    centred = min(abs(middle - (left + right) / 2), abs(middle - (edges[first] + edges[last + 1]) / 2))
    if first == last:
        return (over + _ONE * min(centred, abs(x0 - left), abs(x1 - right))) / size
    return (over + min(centred, abs(x0 - left))) / size + _SEVERAL
