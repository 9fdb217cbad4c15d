"""Heads of tables without a full grid: how many printed lines they have, their rows and what each text is over."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractors.reading.tables.columns import Column
from extractors.reading.tables.head_spans import spread_texts
from extractors.reading.tables.line_breaks import is_tight, row_step, was_broken
from extractors.reading.tables.placed import (
    Placed,
    PlacedLine,
    has_figures,
    has_label,
    right_ends,
    ruled_between,
    went_on,
)
from extractors.reading.tables.rulings import Ruling

_HEAD_STEP = 1.4  # font sizes from line to line above which two rows of a head are not lines of one text
_CLOSER = 1.08  # ratio of two steps between lines that shows that they are of different kinds
_MIDDLE = 1.5  # font sizes by which a text over all columns may stand beside the table's middle
_MOST_HEAD = 8  # most printed lines of a head


def head_length(lines: Sequence[PlacedLine], rules: Sequence[Ruling]) -> int:
    """How many printed lines say what the columns hold."""
    for at, line in enumerate(lines[: _MOST_HEAD + 1]):
        kinds = line.kinds()
        figures = kinds.count("figure") + kinds.count("missing")
        if figures and (figures >= 0.5 * len(kinds) or kinds.count("figure") >= 2):
            return _label_left_out(lines, _first_row(lines, at, rules), rules)
        over = len(lines[at - 1].texts) if at else 0
        if kinds and all(k == "year" for k in kinds) and has_label(line) and over >= len(kinds):
            return _label_left_out(lines, at, rules)
    # No figures to go by: what stands above the first rule below the top.
    for at in range(1, min(len(lines), _MOST_HEAD)):
        if ruled_between(lines[at - 1].line, lines[at].line, rules):
            return at
    if len(lines) < 3:
        return 0
    at = 1
    while at < min(len(lines) - 1, _MOST_HEAD) and _goes_on_head(lines[at - 1], lines[at], len(lines[0].texts)):
        at += 1
    return at


def _first_row(lines: Sequence[PlacedLine], at: int, rules: Sequence[Ruling]) -> int:
    """The first line of the row that has its figures in the line `at`: the lines above it stand closer than rows do."""
    own = [line.line for line in lines[at:]]
    cut = row_step(own, [has_figures(line) for line in lines[at:]])
    begin = at
    while cut is not None and begin > 0 and lines[begin].line.bottom - lines[begin - 1].line.bottom < cut:
        if ruled_between(lines[begin - 1].line, lines[begin].line, rules):
            break
        begin -= 1
    return begin or at


def _goes_on_head(above: PlacedLine, line: PlacedLine, texts: int) -> bool:
    """Whether a line only goes on some of the head's texts."""
    step = line.line.top - above.line.top
    return not has_label(line) and 2 * len(line.texts) <= texts + 1 and step < 1.3 * line.line.size


def _label_left_out(lines: Sequence[PlacedLine], head: int, rules: Sequence[Ruling]) -> int:
    """The head's length without lines in its first column: the first row's label begins there, or a group of rows."""
    rights = right_ends(lines, 1 + max((t.c1 for line in lines for t in line.texts), default=0))
    while head > 1:
        above, line = lines[head - 2], lines[head - 1]
        apart = ruled_between(above.line, line.line, rules)
        alone = len(line.texts) == 1 < max(len(upper.texts) for upper in lines[: head - 1])
        if alone and not line.first_column_only and (apart or _is_section(above, line, lines[head], rights)):
            head -= 1
            continue
        if not line.first_column_only or ruled_between(line.line, lines[head].line, rules) > apart:
            break
        before, behind = line.line.top - above.line.top, lines[head].line.top - line.line.top
        closer = before * _CLOSER < behind or (before <= behind * _CLOSER and went_on(above, line, rights))
        if not apart and has_label(above) and is_tight(above.line, line.line) and closer:
            break
        head -= 1
    return head


def _is_section(above: PlacedLine, line: PlacedLine, below: PlacedLine, rights: Sequence[float]) -> bool:
    """Whether a text alone under a head names a group of rows: as far off as a row, and in the table's middle."""
    if not is_tight(above.line, line.line):
        return True
    if went_on(above, line, rights):
        return False
    text = line.texts[0].segment
    before, behind = line.line.bottom - above.line.bottom, below.line.bottom - line.line.bottom
    middle = (below.line.x0 + max(rights)) / 2
    return before >= behind / _CLOSER and abs((text.x0 + text.x1) / 2 - middle) <= _MIDDLE * text.size


def head_rows(lines: Sequence[PlacedLine], rules: Sequence[Ruling]) -> list[list[int]]:
    """Printed lines of a head as rows: parted below rules and below texts over several columns."""
    rows: list[list[int]] = []
    for at in range(len(lines)):
        if rows and not _new_head_row(lines, rows[-1], at, rules):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _new_head_row(lines: Sequence[PlacedLine], row: list[int], at: int, rules: Sequence[Ruling]) -> bool:
    above, line = lines[row[-1]], lines[at]
    ends = [(t.segment.x0, t.segment.x1) for t in line.texts]
    if ruled_between(above.line, line.line, [r for r in rules if any(r.start < x1 and r.end > x0 for x0, x1 in ends)]):
        return True
    if line.first_column_only and has_label(above) and is_tight(above.line, line.line):
        return False
    texts = [t for k in row for t in lines[k].texts]
    step = line.line.bottom - above.line.bottom
    goes_on = at + 1 < len(lines) and is_tight(above.line, line.line)
    goes_on = goes_on and lines[at + 1].line.bottom - line.line.bottom > _CLOSER * step
    for whole in texts:
        under = sum(whole.c0 <= t.c0 == t.c1 <= whole.c1 for t in line.texts)
        if whole.c1 == whole.c0 or not under or (goes_on and under == 1):
            continue
        singles = {t.c0 for below in lines[at:] for t in below.texts if whole.c0 <= t.c0 == t.c1 <= whole.c1}
        if len(singles) >= 2:
            return True
    # A row of few texts, each over the first of several columns that the next row names.
    apart = line.line.bottom - above.line.bottom >= _HEAD_STEP * line.line.size
    over = {t.c0 for t in texts if t.c0 > 0}
    named = {t.c0 for t in line.texts if t.c0 > 0}
    return apart and over < named and 1 in over


def spread_over(lines: Sequence[PlacedLine], columns: Sequence[Column], rules: Sequence[Ruling]) -> None:
    """Put each text of a head over its columns: those in whose middle it stands, if the next row names them."""
    for at, line in enumerate(lines):
        texts = line.texts
        below = lines[at + 1] if at + 1 < len(lines) else None
        crossed = any(t.c1 > t.c0 for t in texts)
        if below is None or not (crossed or len(texts) < len(below.texts)):
            continue
        apart = below.line.bottom - line.line.bottom >= _HEAD_STEP * line.line.size
        apart = apart or ruled_between(line.line, below.line, rules)
        apart = apart or (len(texts) < len(below.texts) and not any(_may_go_on(t, below, columns) for t in texts))
        if not (apart or crossed):
            continue
        needed = {t.c0 for t in below.texts if t.c0 > 0} if apart else set()
        found = spread_texts([t.segment for t in texts], columns, needed)
        for text, (first, last) in zip(texts, found, strict=False):
            text.c0, text.c1 = first, last


def _may_go_on(text: Placed, below: PlacedLine, columns: Sequence[Column]) -> bool:
    """Whether a head's text may go on in the line below, as its column is too narrow for both."""
    under = next((t for t in below.texts if t.c0 == text.c0), None)
    if under is None or under.kind != "words":
        return under is None  # a year under a head is another head
    segment, width = under.segment, columns[text.c0].x1 - columns[text.c0].x0
    end = text.segment.x0 + width
    return was_broken(text.text, text.segment, under.text, segment.x1 - segment.x0, end)


def spread_heads(lines: Sequence[PlacedLine], rows: Sequence[Sequence[int]], columns: int) -> None:
    """Texts of a head over several columns that stand over the first of them: as far as the next text's column."""
    for row, below in itertools.pairwise(rows):
        texts = sorted((t for k in row for t in lines[k].texts if t.c0 > 0), key=lambda t: t.c0)
        over = {t.c0 for t in texts}
        under = {t.c0 for k in below for t in lines[k].texts if t.c0 > 0}
        if not texts or 1 not in over or not over < under or any(t.c1 > t.c0 for t in texts):
            continue
        ends = [t.c0 for t in texts[1:]] + [columns]
        for text, end in zip(texts, ends, strict=True):
            if set(range(text.c0, end)) <= under:
                text.c1 = end - 1
