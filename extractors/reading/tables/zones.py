"""Stretches of lines that may be a table without a full grid of ruling lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.reading.engine import Char
from extractors.reading.tables.model import Box
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import TextLine, letters_in, spaced_text
from extractors.reading.tables.vocabulary import opening

_FAR = 2.6  # font sizes of white between two lines above which they belong to different things
_SINGLES = 3  # lines of one segment that may stand between two of several
_LABELS = 5  # further ones that may stand under its first segment
_PROSE_WIDTH = 0.72  # share of the text's width from which a long line of one segment is prose
_PROSE_LETTERS = 45
_BULLET_LETTERS = 4  # longest mark (bullet, "(12)") that parts from the text of its item by white
_RULE_SHARE = 0.6  # share of a table's width that a rule of it covers
_RULE_EXCESS = 1.6  # widths of its text beyond which a rule is not the table's
_HEAD_LINES = 5  # most lines between a table's upper rule and its first line of several segments
_MOST_COLUMNS = 60  # texts in a line; drawings made of letters have more, tables without lines never
_MOST_TEXTS = 6000
_TABLE_RULE = 60.0  # points: shorter rules stand under heads of columns
_EDGES = 3  # rules or edges of shades of one reach that a table has at least
_SAME_END = 3.0  # points by which the ends of rules of one table may differ
_TALL_ROW = 4.5  # font sizes from rule to rule of one table, beyond those that stand by its lines of several texts
_SHADE = 5.0  # font sizes that the shade of a head goes up over the first line of several segments at most
_HEAD_STEP = 2.6  # font sizes from a head over columns to the line under it at most
_CENTRED = 1.0  # font sizes
_HEAD_WIDTH = 0.6  # share of a table's width that a text over some of its columns stays below


@dataclass(slots=True)
class Zone:
    """Lines of a supposed table and the rules across it, from top to bottom."""

    lines: list[TextLine]
    rules: list[Ruling] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """Around its lines."""
        return (
            min(t.x0 for t in self.lines),
            self.lines[0].top,
            max(t.x1 for t in self.lines),
            max(t.bottom for t in self.lines),
        )


def zones_of(
    lines: Sequence[TextLine], across: Sequence[Ruling], bands: Sequence[Ruling], chars: Sequence[Char]
) -> list[Zone]:
    """Supposed tables among the lines of one text column.

    Args:
        lines: From top to bottom.
        across: Horizontal ruling lines of the page.
        bands: Upper and lower edges of shaded rows; they part rows, but a table goes on beyond them.
        chars: The page's characters.
    """
    if not any(len(t.segments) > 1 for t in lines):
        return []
    left, right = min(t.x0 for t in lines), max(t.x1 for t in lines)
    zones = []
    runs = [part for run in _runs(lines, right - left, chars) for part in _of_one_reach(lines, run, across, bands)]
    for first, last in runs:
        counts = [len(t.segments) for t in lines[first:last]]
        if max(counts) > _MOST_COLUMNS or sum(counts) > _MOST_TEXTS:
            continue
        zone = _with_rules(lines, first, last, across, chars)
        x0, top, x1, bottom = zone.box
        own = (b for b in bands if top - 9 <= b.at <= bottom + 9 and b.start < x1 and b.end > x0)
        zone.rules = sorted([*zone.rules, *own])
        zone.lines = [*_shaded_above(lines, zone, bands, right - left, chars), *zone.lines]
        zones.append(zone)
    return zones


def _shaded_above(
    lines: Sequence[TextLine], zone: Zone, bands: Sequence[Ruling], width: float, chars: Sequence[Char]
) -> list[TextLine]:
    """Lines above a zone that stand on the shade of its head."""
    x0, top, x1, _ = zone.box
    size = zone.lines[0].size
    edges = [
        b.at
        for b in bands
        if b.start <= x0 + size and b.end >= x1 - size and b.end - b.start < _RULE_EXCESS * (x1 - x0) and b.at < top
    ]
    begin = min((at for at in edges if top - at < _SHADE * size), default=top)
    above = [t for t in lines if begin < _middle(t) < top and t.x0 > x0 - 1 and t.x1 < x1 + 1]
    return [t for t in above if not _is_prose(t, width, chars)]


def framed_zone(lines: Sequence[TextLine], box: Box, across: Sequence[Ruling]) -> list[Zone]:
    """What a frame holds, if some of its lines have several segments."""
    x0, top, x1, bottom = box
    within: list[TextLine] = []
    for line in lines:
        if top < _middle(line) < bottom:
            own = [s for s in line.segments if x0 <= (s.x0 + s.x1) / 2 <= x1]
            if own:
                within.append(TextLine(line.top, line.bottom, line.size, own))
    counts = [len(t.segments) for t in within]
    if sum(n > 1 for n in counts) < 2 or max(counts) > _MOST_COLUMNS or sum(counts) > _MOST_TEXTS:
        return []
    # The frame's own edges say nothing: frames stand around text and drawings too.
    return [Zone(within, sorted(across)[1:-1])]


def _runs(lines: Sequence[TextLine], width: float, chars: Sequence[Char]) -> list[tuple[int, int]]:
    """Index ranges [first, last) that begin and end with a line of several segments."""
    runs: list[tuple[int, int]] = []
    first = last = -1
    labels = 0  # lines since the last of several segments that stand under its first segment: its label goes on
    for at, line in enumerate(lines):
        if first >= 0 and len(line.segments) == 1 and line.x1 < lines[last].segments[1].x0:
            labels += labels < _LABELS
        if first >= 0 and _breaks(lines[at - 1], line, width, chars, at - last - labels):
            runs.append((first, last + 1))
            first = -1
        if _several(line, width, chars):
            first = at if first < 0 else first
            last, labels = at, 0
    if first >= 0:
        runs.append((first, last + 1))
    return runs


def _of_one_reach(
    lines: Sequence[TextLine], run: tuple[int, int], across: Sequence[Ruling], bands: Sequence[Ruling]
) -> list[tuple[int, int]]:
    """A run, parted where rules or shades of one reach end and those of another begin: two tables."""
    first, last = run
    top, bottom = lines[first].top, lines[last - 1].bottom
    by_reach: dict[tuple[int, int], list[float]] = {}
    for edge in (*across, *bands):
        if top - lines[first].size < edge.at < bottom + lines[first].size and edge.end - edge.start > _TABLE_RULE:
            by_reach.setdefault((round(edge.start / _SAME_END), round(edge.end / _SAME_END)), []).append(edge.at)
    reaches = sorted((min(at), max(at)) for at in by_reach.values() if len(at) >= _EDGES)
    parts = []
    for (_, upper), (lower, _) in itertools.pairwise(reaches):
        alone = [
            k for k in range(first, last) if len(lines[k].segments) == 1 and upper - 1 <= _middle(lines[k]) <= lower + 1
        ]
        if upper < lower and alone:
            parts.append((first, alone[0]))
            first = alone[-1] + 1
    return [part for part in (*parts, (first, last)) if part[1] > part[0]]


def _breaks(above: TextLine, line: TextLine, width: float, chars: Sequence[Char], since: int) -> bool:
    """Whether a line cannot go on what the line above belongs to."""
    if line.top - above.bottom > _FAR * max(line.size, above.size):
        return True
    if _several(line, width, chars):
        return False
    if since > _SINGLES:
        return True
    text = spaced_text(chars, line.segments[0].chars[:40])
    if opening("caption").match(text) or opening("note").match(text):
        return True
    return _is_prose(line, width, chars)


def _is_prose(line: TextLine, width: float, chars: Sequence[Char]) -> bool:
    """Whether a line is one long text over most of the width."""
    if _several(line, width, chars) or line.x1 - line.x0 <= _PROSE_WIDTH * width:
        return False
    return letters_in(line, chars) > _PROSE_LETTERS


def _several(line: TextLine, width: float, chars: Sequence[Char]) -> bool:
    """Whether a line has several segments and is no item of a list: a mark and a text."""
    if len(line.segments) < 2:
        return False
    if len(line.segments) > 2:
        return True
    mark, rest = line.segments
    if len(mark.chars) > _BULLET_LETTERS:
        return True
    return not (rest.x1 - rest.x0 > 0.5 * width or spaced_text(chars, mark.chars)[0] in "•·●○■□◆◇▪–-*➢")


def _with_rules(
    lines: Sequence[TextLine], first: int, last: int, across: Sequence[Ruling], chars: Sequence[Char]
) -> Zone:
    """The run from its upper to its lower rule, or as it is with the rules within."""
    own = [t for t in lines[first:last] if len(t.segments) > 1]
    x0, x1 = min(t.x0 for t in own), max(t.x1 for t in own)
    size = max(t.size for t in own)
    width = max(x1 - x0, 1.0)
    all_width = max(t.x1 for t in lines) - min(t.x0 for t in lines)
    reach = 4 * size
    top, bottom = lines[first].top - reach, lines[last - 1].bottom + 2 * size
    wide = [
        r
        for r in across
        if top <= r.at <= bottom
        and min(r.end, x1) - max(r.start, x0) >= _RULE_SHARE * width
        and r.end - r.start <= _RULE_EXCESS * width
    ]
    wide = _with_outer_rules(_one_table(wide), lines, across, size, chars)
    first, last = _first_cell_line(lines, first, last, chars), _last_cell_line(lines, first, last, chars)
    inner = [r for r in across if lines[first].top - size <= r.at <= lines[last - 1].bottom + size]
    if len(wide) >= 2:
        begin, end = first, last
        while begin > 0 and first - begin < _HEAD_LINES and _middle(lines[begin - 1]) > wide[0].at:
            if _is_prose(lines[begin - 1], all_width, chars):
                break
            begin -= 1
        while begin < last and _middle(lines[begin]) < wide[0].at:
            begin += 1
        while end < len(lines) and end - last < 3 and _middle(lines[end]) < wide[-1].at:
            if _is_prose(lines[end], all_width, chars):
                break
            end += 1
        if wide[-1].at > _middle(lines[last - 1]) or wide[-1].at > lines[first].bottom + 0.7 * (
            lines[last - 1].bottom - lines[first].top
        ):
            while end > begin and _middle(lines[end - 1]) > wide[-1].at:
                end -= 1
        if end - begin >= 2:
            rules = [r for r in across if wide[0].at - 1 <= r.at <= wide[-1].at + 1 and r.start < x1 and r.end > x0]
            return Zone(list(lines[begin:end]), rules)
    return Zone(list(lines[first:last]), [r for r in inner if r.start < x1 and r.end > x0])


def _under_cell(line: TextLine, row: TextLine) -> bool:
    """Whether a line of one text begins or has its middle where a text of a row does, and keeps to its column."""
    text = line.segments[0]
    ends = [*(s.x0 for s in row.segments[1:]), float("inf")]
    return len(line.segments) == 1 and any(
        (abs(text.x0 - s.x0) < 0.2 * s.size or abs(text.x0 + text.x1 - s.x0 - s.x1) < 0.4 * s.size)
        and text.x1 <= max(s.x1 + s.size, min(end - s.size, s.x1 + s.size))
        for s, end in zip(row.segments, ends, strict=True)
    )


def _with_outer_rules(
    wide: list[Ruling], lines: Sequence[TextLine], across: Sequence[Ruling], size: float, chars: Sequence[Char]
) -> list[Ruling]:
    """A table's rules with those of the same ends a row farther up or down."""
    if not wide:
        return wide
    alike = [r for r in across if abs(r.start - wide[0].start) < _SAME_END and abs(r.end - wide[0].end) < _SAME_END]
    for rules, at in (([r for r in reversed(alike) if r.at < wide[0].at], 0), (alike, -1)):
        for rule in rules:
            step = wide[0].at - rule.at if at == 0 else rule.at - wide[-1].at
            if step <= 0:
                continue
            low, high = sorted((rule.at, wide[at].at))
            between = [t for t in lines if low < _middle(t) < high]
            beside = any(t.x0 < rule.start - size for t in between)  # labels at the axis of a chart
            if step > _TALL_ROW * size or not between or beside or any(_is_named(t, chars) for t in between):
                break
            wide = [rule, *wide] if at == 0 else [*wide, rule]
    return wide


def _is_named(line: TextLine, chars: Sequence[Char]) -> bool:
    """Whether a line is a caption, a note or a unit."""
    text = spaced_text(chars, line.segments[0].chars[:40])
    return any(opening(kind).match(text) for kind in ("caption", "note", "drawing", "unit"))


def _first_cell_line(lines: Sequence[TextLine], first: int, last: int, chars: Sequence[Char]) -> int:
    """Start of the run with lines of one text above it that its head or its first row begins with."""
    many = [t for t in lines[first:last] if len(t.segments) > 1]
    left, right = min(t.x0 for t in many), max(t.x1 for t in many)
    second = min(t.segments[1].x0 for t in many)
    begin = first
    while begin > 0 and first - begin < _HEAD_LINES:
        line, below = lines[begin - 1], lines[begin]
        step = below.top - line.top
        wide = line.x1 - line.x0 > _HEAD_WIDTH * (right - left)
        if _is_named(line, chars) or wide or line.x0 < left - 1 or line.x1 > right + line.size:
            break
        if step > 1.5 * line.size and not _is_head_of_columns(line, many, step):
            break
        if line.x0 < second - line.size and step > line.size:
            break  # a line of its own: a heading or the end of a paragraph
        begin -= 1
    return begin


def _is_head_of_columns(line: TextLine, many: Sequence[TextLine], step: float) -> bool:
    """Whether a text over a table stands in the middle over some of its columns, and not over all as a title does."""
    texts = line.segments[0]
    if step > _HEAD_STEP * line.size or len(line.segments) > 1:
        return False
    at = (texts.x0 + texts.x1) / 2
    left, right = min(t.x0 for t in many), max(t.x1 for t in many)
    if abs(at - (left + right) / 2) < _CENTRED * line.size or abs(texts.x0 - left) < line.size:
        return False
    first = many[0].segments
    for a in range(len(first)):
        for b in range(max(a, 1), len(first)):
            if abs(at - (first[a].x0 + first[b].x1) / 2) < _CENTRED * line.size and b > a > 0:
                return True
    return False


def _last_cell_line(lines: Sequence[TextLine], first: int, last: int, chars: Sequence[Char]) -> int:
    """End of the run with the lines that go on the first cell of its last row."""
    firsts = [t.segments[0] for t in lines[first:last] if len(t.segments) > 1]
    seconds = [t.segments[1] for t in lines[first:last] if len(t.segments) > 1]
    left, right = min(s.x0 for s in firsts), min(s.x0 for s in seconds)
    end = last
    while end < len(lines) and end - last < _SINGLES:
        line, above = lines[end], lines[end - 1]
        tight = line.top - above.top < 1.35 * line.size and abs(line.size - above.size) < 0.1 * line.size
        text = spaced_text(chars, line.segments[0].chars[:40])
        named = opening("caption").match(text) or opening("note").match(text)
        in_first = line.x1 <= right and left - 1 <= line.x0 <= left + 2 * line.size
        if not tight or named or not (in_first or _under_cell(line, lines[last - 1])):
            break
        end += 1
    return end


def _one_table(rules: list[Ruling]) -> list[Ruling]:
    """Rules of one width: those like the longest."""
    if not rules:
        return []
    longest = max(r.end - r.start for r in rules)
    return [r for r in rules if r.end - r.start > 0.7 * longest]


def _middle(line: TextLine) -> float:
    return (line.top + line.bottom) / 2
