"""Text columns of a page: where prose stands in two, lines at one height have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading.tables.text_lines import Segment, TextLine

_LEAST_LINES = 8
_FILLED = 0.8  # share of a text column's width that a line of prose fills
_PROSE = 0.4  # share of the lines beside a gutter that must be prose on one side at least
_MIDDLE = (0.2, 0.8)  # where on the text's width a gutter may be


def streams_of(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines by text column; lines over the whole width, and tables over it, are a column of their own."""
    several = [line for line in lines if len(line.segments) > 1]
    gutter = _gutter(lines, several) if len(several) >= _LEAST_LINES else None
    if gutter is None:
        return [list(lines)]
    left, right, whole = [], [], []
    ends = _ends(lines, gutter)
    for line in lines:
        before = [s for s in line.segments if s.x1 <= gutter]
        after = [s for s in line.segments if s.x0 >= gutter]
        if len(before) + len(after) < len(line.segments) or _is_row(before, after, ends, gutter):
            whole.append(line)
            continue
        if before:
            left.append(_line(before))
        if after:
            right.append(_line(after))
    return [stream for stream in (left, right, whole) if stream]


def _gutter(lines: Sequence[TextLine], several: Sequence[TextLine]) -> float | None:
    """Where most lines have white in the middle of the page, if prose stands beside it."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    low, high = x0 + _MIDDLE[0] * (x1 - x0), x0 + _MIDDLE[1] * (x1 - x0)
    events: list[tuple[float, int]] = []
    for line in several:
        for a, b in zip(line.segments, line.segments[1:], strict=False):
            if b.x0 > low and a.x1 < high:
                events += [(max(a.x1, low), 1), (min(b.x0, high), -1)]
    events.sort()
    depth = best = 0
    gutter, best_until = 0.0, 0.0
    for number, (at, step) in enumerate(events):
        depth += step
        if depth > best and number + 1 < len(events):
            best, gutter, best_until = depth, at, events[number + 1][0]
    if best < _LEAST_LINES:
        return None
    middle = (gutter + best_until) / 2
    ends = _ends(lines, middle)
    beside = [line for line in several if not any(s.x0 < middle < s.x1 for s in line.segments)]
    prose = sum(
        _is_prose([s for s in line.segments if s.x1 <= middle], ends[0], middle)
        or _is_prose([s for s in line.segments if s.x0 >= middle], middle, ends[1])
        for line in beside
    )
    return middle if prose >= _PROSE * len(beside) else None


def _ends(lines: Sequence[TextLine], gutter: float) -> tuple[float, float]:
    """Left and right end of the text beside a gutter."""
    starts = sorted(line.x0 for line in lines if line.x0 < gutter)
    stops = sorted(line.x1 for line in lines if line.x1 > gutter)
    return starts[len(starts) // 10], stops[-1 - len(stops) // 10]


def _is_prose(segments: Sequence[Segment], low: float, high: float) -> bool:
    if not segments:
        return False
    widest = max(segments, key=lambda s: s.x1 - s.x0)
    return widest.x1 - widest.x0 >= _FILLED * (high - low) - 2 * widest.size and len(widest.chars) >= 15


def _is_row(before: Sequence[Segment], after: Sequence[Segment], ends: tuple[float, float], gutter: float) -> bool:
    """Whether a line is the row of a table over both columns: several short texts on both sides."""
    if len(before) + len(after) < 3 or not before or not after:
        return False
    return not (_is_prose(before, ends[0], gutter) or _is_prose(after, gutter, ends[1]))


def _line(segments: list[Segment]) -> TextLine:
    return TextLine(
        min(s.top for s in segments), max(s.bottom for s in segments), max(s.size for s in segments), segments
    )
