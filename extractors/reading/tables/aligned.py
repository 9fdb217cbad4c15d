"""Tables that rules across or only the white between their texts make."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.aligned_heads import head_length, head_rows, spread_heads, spread_over
from extractors.reading.tables.aligned_rows import body_rows
from extractors.reading.tables.columns import Column, columns_of, edges_of
from extractors.reading.tables.filling import Filled, FilledGrid
from extractors.reading.tables.lattice import Part
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.placed import Placed, PlacedLine, columns_under, placed_lines, spread_lone
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import Segment, TextLine, finer, spaced_text
from extractors.reading.tables.zones import Zone

_FINE_GAP = 0.42  # font sizes of white that may part columns, wider than blanks mostly are
_FLUSH = 0.1  # font sizes by which texts at the left of one column may differ
_FINE_LINES = 4  # lines through which white must run that words leave between them by chance in fewer
_CENTRED = 1.5  # font sizes by which a head may stand beside the middle of the rule under it
_WIDER = 1.4  # times the blanks between words that the white between two heads is at least
_MARK = 0.75  # share of the size of a cell's text that raised marks stay below
_NEAR = 0.3  # font sizes
_BEFORE, _BEHIND = "$€£¥￥", "%％‰"
_SIGN_REACH = 8.0  # font sizes from a currency's sign, at the left of its column, to the figure at the right


def aligned_grid(zone: Zone, chars: Sequence[Char]) -> tuple[FilledGrid, int] | None:
    """The zone as a filled grid and the number of its header rows, or null where its text keeps to no columns."""
    whole = [_signs_joined(line, chars) for line in zone.lines]
    fine = [_signs_joined(finer(line, chars, _FINE_GAP), chars) for line in zone.lines]
    columns = columns_of(fine if len(fine) >= _FINE_LINES else whole)
    if len(columns) < 2:
        return None
    parted = [_parted(line, parts, columns, chars) for line, parts in zip(whole, fine, strict=True)]
    lines = placed_lines(parted, columns, chars)
    head = head_length(lines, zone.rules)
    spread_over(lines[:head], columns, zone.rules)
    _widen_by_rules(lines[:head], columns, zone.rules)
    spread_lone(lines[head:], columns, zone.rules)
    heads = head_rows(lines[:head], zone.rules)
    spread_heads(lines, heads, len(columns))
    bodies = [[at + head for at in row] for row in body_rows(lines[head:], columns, zone.rules)]
    rows = heads + bodies
    return _grid(lines, rows, columns, zone), len(heads)


def _signs_joined(line: TextLine, chars: Sequence[Char]) -> TextLine:
    """The line with signs that were set off from their figures put to them: currencies before, percent behind."""
    if not any(len(s.chars) == 1 for s in line.segments):
        return line
    segments: list[Segment] = []
    for segment in line.segments:
        last = segments[-1] if segments else None
        before = last is not None and len(last.chars) == 1 and chars[last.chars[0]].text in _BEFORE
        behind = len(segment.chars) == 1 and chars[segment.chars[0]].text in _BEHIND
        near = last is not None and segment.x0 - last.x1 < (_SIGN_REACH if before else 1.5) * segment.size
        if last is not None and near and (before or behind):
            segments[-1] = _together([last, segment])
        else:
            segments.append(segment)
    return TextLine(line.top, line.bottom, line.size, segments)


def _parted(line: TextLine, parts: TextLine, columns: Sequence[Column], chars: Sequence[Char]) -> TextLine:
    """The line with segments parted that hold figures of several columns; heads over several columns stay whole."""
    segments: list[Segment] = []
    at = 0
    for whole in line.segments:
        own: list[Segment] = []
        while at < len(parts.segments) and parts.segments[at].x0 < whole.x1:
            own.append(parts.segments[at])
            at += 1
        by_column: dict[int, list[Segment]] = {}
        for part in own:
            first, last = columns_under(part, columns)
            by_column.setdefault(first if first == last else -1, []).append(part)
        texts = [spaced_text(chars, [i for p in found for i in p.chars]) for found in by_column.values()]
        figures = all(is_figure(t) or is_missing(t) for t in texts[1:])
        kept = figures or _keeps_to(by_column, columns) or _wide_between(own, by_column, chars)
        if -1 in by_column or len(by_column) < 2 or not kept:
            segments.append(whole)
        else:
            segments += [_together(found) for found in by_column.values()]
    return TextLine(line.top, line.bottom, line.size, segments)


def _keeps_to(by_column: dict[int, list[Segment]], columns: Sequence[Column]) -> bool:
    """Whether all parts begin where their columns do: heads of columns that nearly touch."""
    return all(abs(parts[0].x0 - columns[k].x0) < _FLUSH * parts[0].size for k, parts in by_column.items())


def _wide_between(parts: Sequence[Segment], by_column: dict[int, list[Segment]], chars: Sequence[Char]) -> bool:
    """Whether parts of one segment are parted by clearly more white than the words in them."""
    if len(parts) != len(by_column):
        return False
    between = min(b.x0 - a.x1 for a, b in itertools.pairwise(parts))
    within = [chars[b].x0 - chars[a].x1 for part in parts for a, b in itertools.pairwise(part.chars)]
    return between > _WIDER * max([*within, 0.0])


def _together(parts: Sequence[Segment]) -> Segment:
    first = parts[0]
    return Segment(
        first.x0, first.top, max(p.x1 for p in parts), first.bottom, first.size, [i for p in parts for i in p.chars]
    )


def _widen_by_rules(lines: Sequence[PlacedLine], columns: Sequence[Column], rules: Sequence[Ruling]) -> None:
    """A head's text over a short rule stands over all columns that the rule covers."""
    if not rules:
        return
    longest = max(r.end - r.start for r in rules)
    short = [r for r in rules if r.end - r.start < 0.85 * longest]
    for line in lines:
        over = [_rule_under(text.segment, short) for text in line.texts]
        for text, rule in zip(line.texts, over, strict=True):
            if rule is None or over.count(rule) > 1:
                continue  # a rule under several heads is the rule of the row
            covered = [k for k, c in enumerate(columns) if rule.start < (c.x0 + c.x1) / 2 < rule.end]
            if covered:
                text.c0, text.c1 = covered[0], covered[-1]


def _rule_under(seg: Segment, rules: Sequence[Ruling]) -> Ruling | None:
    """The rule close under a text that goes as far as it at both sides."""
    under = [
        r
        for r in rules
        if seg.bottom - 0.4 * seg.size <= r.at <= seg.bottom + 1.2 * seg.size
        and r.start - seg.size <= seg.x0
        and seg.x1 <= r.end + seg.size
        and (abs(r.start + r.end - seg.x0 - seg.x1) < 2 * _CENTRED * seg.size or abs(r.start - seg.x0) < seg.size)
    ]
    return min(under, key=lambda r: r.at) if under else None


def _grid(
    lines: Sequence[PlacedLine], rows: Sequence[Sequence[int]], columns: Sequence[Column], zone: Zone
) -> FilledGrid:
    tops = [min(lines[at].line.top for at in row) for row in rows]
    bottoms = [max(lines[at].line.bottom for at in row) for row in rows]
    ys = [tops[0], *((b + t) / 2 for b, t in zip(bottoms, tops[1:], strict=False)), bottoms[-1]]
    edges = edges_of(columns)
    x0, _, x1, _ = zone.box
    xs = [min(edges[0], x0), *edges[1:-1], max(edges[-1], x1)]
    cells: list[Filled] = []
    for number, row in enumerate(rows):
        cells += _row_cells(number, [t for at in row for t in lines[at].texts])
    return FilledGrid(xs, ys, cells)


def _row_cells(row: int, texts: Sequence[Placed]) -> list[Filled]:
    """Cells of a row; texts over the same columns are lines of one."""
    spans: list[list[int]] = []
    for text in sorted(texts, key=lambda t: (t.c0, -t.c1)):
        if spans and text.c0 <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], text.c1)
        else:
            spans.append([text.c0, text.c1])
    cells = []
    for c0, c1 in spans:
        own = [t for t in texts if c0 <= t.c0 <= c1]
        lines = [TextLine(t.segment.top, t.segment.bottom, t.segment.size, [t.segment]) for t in own]
        lines.sort(key=lambda line: (line.top, line.x0))
        lines = _marks_put(lines)
        cells.append(Filled(Part(row, c0, row, c1), lines))
    return cells


def _marks_put(lines: list[TextLine]) -> list[TextLine]:
    """Lines of a cell with raised marks put behind the text at whose end they stand."""
    if len(lines) < 2:
        return lines
    size = max(line.size for line in lines)
    kept = [line for line in lines if line.size > _MARK * size]
    for mark in lines:
        if mark.size > _MARK * size:
            continue
        fits = [
            k
            for k, line in enumerate(kept)
            if abs(mark.x0 - line.x1) < _NEAR * size and line.top - _NEAR * size < mark.top < line.bottom
        ]
        if fits:
            line = kept[fits[0]]
            last = _together([line.segments[-1], *mark.segments])
            kept[fits[0]] = TextLine(line.top, line.bottom, line.size, [*line.segments[:-1], last])
        else:
            kept.append(mark)
    return sorted(kept, key=lambda line: (line.top, line.x0))
