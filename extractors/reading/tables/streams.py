"""Text columns of a page: where prose stands in two, lines at one height have nothing to do with each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.model import Box
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import Segment, TextLine, spaced_text

_LEAST_LINES = 8
_FILLED = 0.8  # share of a text column's width that a line of prose fills
_PROSE = 0.4  # share of the lines beside a gutter that must be prose on one side at least
_SHORT_RULE = 60.0  # points: shorter rules stand under heads of columns
_MOST_BLOCKS = 12  # places made by rules of one reach; more are a drawing's
_LONG_RULE = 0.55  # share of the text's width that a rule of one text column stays below
_CLOSE_RULES = 200.0  # points; rules of running headers and footnotes are farther apart
_UNSHADED = 16.0  # points, the height of a row
_ROWS = 0.4  # share of the lines beside a gutter whose text behind it begins with a figure, if it is a table's column
_LONGEST_FIGURE = 30
_MIDDLE = (0.2, 0.8)  # where on the text's width a gutter may be


def streams_of(lines: Sequence[TextLine], across: Sequence[Ruling], chars: Sequence[Char]) -> list[list[TextLine]]:
    """Lines by text column; lines over the whole width, and tables over it, are a column of their own.

    Args:
        lines: Lines from top to bottom.
        across: Horizontal rules; what stands close between long ones is a table over the whole width.
        chars: The page's characters.
    """
    if not lines:
        return []
    between = _between_long_rules(lines, across)
    several = [line for line, ruled in zip(lines, between, strict=True) if len(line.segments) > 1 and not ruled]
    gutter = _gutter(lines, several, chars) if len(several) >= _LEAST_LINES else None
    if gutter is None:
        return [list(lines)]
    left, right, whole = [], [], []
    sides = [
        ([s for s in line.segments if s.x1 <= gutter], [s for s in line.segments if s.x0 >= gutter]) for line in lines
    ]
    over = _over_both(lines, sides, between, gutter)
    for line, (before, after), is_over in zip(lines, sides, over, strict=True):
        if is_over:
            whole.append(line)
            continue
        if before:
            left.append(_line(before))
        if after:
            right.append(_line(after))
    return [stream for stream in (left, right, whole) if stream]


def _over_both(
    lines: Sequence[TextLine],
    sides: Sequence[tuple[list[Segment], list[Segment]]],
    between: Sequence[bool],
    gutter: float,
) -> list[bool]:
    """For each line whether it goes over both columns: text or rules cross the gutter, or it is one of several rows."""
    ends = _ends(lines, gutter)
    sure = [
        ruled or len(before) + len(after) < len(line.segments)
        for line, (before, after), ruled in zip(lines, sides, between, strict=True)
    ]
    rows = [_is_row(before, after, ends, gutter) for before, after in sides]
    # A row of a table in one column stands beside the short last line of a paragraph now and then, but not twice on.
    return [
        sure[k] or (rows[k] and any(0 <= n < len(lines) and (sure[n] or rows[n]) for n in (k - 1, k + 1)))
        for k in range(len(lines))
    ]


def _between_long_rules(lines: Sequence[TextLine], across: Sequence[Ruling]) -> list[bool]:
    """For each line whether it stands close between two rules that go over more than one text column."""
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    places = sorted({r.at for r in across if r.end - r.start > _LONG_RULE * width})
    out = []
    for line in lines:
        at = bisect_left(places, (line.top + line.bottom) / 2)
        out.append(0 < at < len(places) and places[at] - places[at - 1] < _CLOSE_RULES)
    return out


def streams_of_rules(
    lines: Sequence[TextLine], across: Sequence[Ruling], bands: Sequence[Ruling] = ()
) -> tuple[list[list[TextLine]], list[TextLine]]:
    """Lines of tables that stand side by side, each table's by themselves, and all other lines.

    Args:
        lines: Lines from top to bottom.
        across: Horizontal rules.
        bands: Edges of shaded rows.
    """
    blocks = [*_side_by_side(across), *map(_with_last_rows, _side_by_side(bands))]
    if not blocks:
        return [], list(lines)
    streams: list[list[TextLine]] = [[] for _ in blocks]
    rest: list[TextLine] = []
    for line in lines:
        left_over = list(line.segments)
        for stream, (x0, top, x1, bottom) in zip(streams, blocks, strict=True):
            if not top - 1 <= (line.top + line.bottom) / 2 <= bottom + 1:
                continue
            own = [s for s in left_over if x0 - 3 <= (s.x0 + s.x1) / 2 <= x1 + 3]
            if own:
                stream.append(_line(own))
                left_over = [s for s in left_over if s not in own]
        if left_over:
            rest.append(line if len(left_over) == len(line.segments) else _line(left_over))
    return [s for s in streams if s], rest


def _with_last_rows(box: Box) -> Box:
    """A block of shaded rows with the row behind the last, which may be without shade."""
    return (box[0], box[1], box[2], box[3] + _UNSHADED)


def _side_by_side(across: Sequence[Ruling]) -> list[Box]:
    """Places of tables that rules of their own make beside each other: no rule goes over both."""
    by_reach: dict[tuple[int, int], list[Ruling]] = {}
    for rule in across:
        if rule.end - rule.start > _SHORT_RULE:
            by_reach.setdefault((round(rule.start / 4), round(rule.end / 4)), []).append(rule)
    blocks = [
        (min(r.start for r in rules), rules[0].at, max(r.end for r in rules), rules[-1].at)
        for rules in by_reach.values()
        if len(rules) >= 2
    ]
    if not 2 <= len(blocks) <= _MOST_BLOCKS:
        return []
    found = []
    for box in blocks:
        beside = [b for b in blocks if (b[0] >= box[2] or b[2] <= box[0]) and b[1] < box[3] and box[1] < b[3]]
        over = any(
            r.start < b[0] + 1 and r.end > b[2] - 1 and r.start < box[0] + 1 and r.end > box[2] - 1
            for b in beside
            for r in across
            if min(b[1], box[1]) - 30 <= r.at <= max(b[3], box[3]) + 30
        )
        if beside and not over:
            found.append(box)
    return found if len(found) >= 2 else []


def _gutter(lines: Sequence[TextLine], several: Sequence[TextLine], chars: Sequence[Char]) -> float | None:
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
    rows = sum(_figure_after(line, middle, chars) for line in beside)
    return middle if prose >= _PROSE * len(beside) and rows < _ROWS * len(beside) else None


def _figure_after(line: TextLine, gutter: float, chars: Sequence[Char]) -> bool:
    """Whether a line has text before a place and begins or ends with a figure behind it, as rows of tables do."""
    after = [s for s in line.segments if s.x0 >= gutter]
    if not after or len(after) == len(line.segments):
        return False
    first, last = (spaced_text(chars, s.chars[:_LONGEST_FIGURE]) for s in (after[0], after[-1]))
    return is_figure(first) or is_missing(first) or is_figure(last)


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
