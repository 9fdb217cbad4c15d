"""Rows of a table without ruling lines between them: which printed lines are one row."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.engine import Char
from extractors.reading.tables.columns import Column
from extractors.reading.tables.head_spans import spread_texts
from extractors.reading.tables.line_breaks import is_tight, line_steps, row_step, rows_by_step, was_broken
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import Segment, TextLine, spaced_text

_YEAR = re.compile(r"[(（]?(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\s*(?:年度?|[*a-z]|\(\w\))?[)）]?")
_TIGHT = 0.92  # share of the usual distance of rows below which a line goes on the row above
_OVERLAP = 0.85  # font sizes between lines that overlap: texts set to the middle of a taller cell
_HEAD_STEP = 1.4  # font sizes from line to line above which two rows of a head are not lines of one text
_CLOSER = 1.08  # ratio of two steps between lines that shows that they are of different kinds
_BANDED = 0.8  # share of the stretches between rules that hold figures in one line, if each is a row
_FLUSH = 0.4  # font sizes by which a text's left end may stand beside its column's
_MIDDLE = 1.5  # font sizes by which a text over all columns may stand beside the table's middle
_MOST_HEAD = 8  # most printed lines of a head


@dataclass(slots=True)
class Placed:
    """A text in columns [c0, c1], ends included."""

    c0: int
    c1: int
    segment: Segment
    text: str

    @property
    def kind(self) -> str:
        """`figure`, `year`, `missing` or `words`."""
        if _YEAR.fullmatch(self.text):
            return "year"
        return "figure" if is_figure(self.text) else "missing" if is_missing(self.text) else "words"


@dataclass(slots=True)
class PlacedLine:
    """A printed line with its texts in their columns."""

    line: TextLine
    texts: list[Placed]

    @property
    def first_column_only(self) -> bool:
        """Whether nothing stands right of the first column."""
        return all(t.c0 == 0 for t in self.texts)

    def kinds(self) -> list[str]:
        """Kinds of the texts behind the first column."""
        return [t.kind for t in self.texts if t.c0 > 0]


def placed_lines(lines: Sequence[TextLine], columns: Sequence[Column], chars: Sequence[Char]) -> list[PlacedLine]:
    """Each text of the lines in the columns over which it stands."""
    out = []
    for line in lines:
        texts: list[Placed] = []
        ranges = [columns_under(segment, columns) for segment in line.segments]
        if any(a[1] >= b[0] and (a[1] > a[0] or b[1] > b[0]) for a, b in itertools.pairwise(ranges)):
            ranges = spread_texts(line.segments, columns, set()) or ranges
        for segment, (c0, c1) in zip(line.segments, ranges, strict=True):
            last = texts[-1] if texts else None
            if last and c0 <= last.c1:
                merged = Segment(
                    last.segment.x0,
                    min(last.segment.top, segment.top),
                    max(last.segment.x1, segment.x1),
                    max(last.segment.bottom, segment.bottom),
                    max(last.segment.size, segment.size),
                    last.segment.chars + segment.chars,
                )
                texts[-1] = Placed(last.c0, max(last.c1, c1), merged, spaced_text(chars, merged.chars))
            else:
                texts.append(Placed(c0, c1, segment, spaced_text(chars, segment.chars)))
        out.append(PlacedLine(line, texts))
    return out


def spread_lone(lines: Sequence[PlacedLine], columns: Sequence[Column], rules: Sequence[Ruling]) -> None:
    """Texts alone in the middle of a table's body, over columns of figures: names of row groups, over all columns."""
    words = [0] * len(columns)
    figures = [0] * len(columns)
    for line in lines:
        for text in line.texts:
            if text.c0 == text.c1 and len(line.texts) > 1:
                (words if text.kind == "words" else figures)[text.c0] += 1
    middle = (columns[0].x0 + columns[-1].x1) / 2
    for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        text = line.texts[0]
        at = (text.segment.x0 + text.segment.x1) / 2
        if len(line.texts) > 1 or text.kind != "words" or abs(at - middle) > _MIDDLE * text.segment.size:
            continue
        if text.segment.x0 <= columns[0].x0 + _MIDDLE * text.segment.size:
            continue
        among_figures = sum(figures[text.c0 : text.c1 + 1]) > sum(words[text.c0 : text.c1 + 1])
        ruled = above is not None and below is not None and _ruled_between(above.line, line.line, rules)
        ruled = ruled and below is not None and _ruled_between(line.line, below.line, rules)
        if among_figures or ruled or not _goes_on_column(text, above, columns):
            text.c0, text.c1 = 0, len(columns) - 1


def _goes_on_column(text: Placed, above: PlacedLine | None, columns: Sequence[Column]) -> bool:
    """Whether a text may be a further line of the one above it: close below, or where its column begins."""
    at_left = abs(text.segment.x0 - columns[text.c0].x0) < _FLUSH * text.segment.size
    close = above is not None and is_tight(above.line, TextLine(*_box(text.segment), [text.segment]))
    return at_left or (close and above is not None and any(t.c0 == text.c0 for t in above.texts))


def _box(segment: Segment) -> tuple[float, float, float]:
    return segment.top, segment.bottom, segment.size


def columns_under(segment: Segment, columns: Sequence[Column]) -> tuple[int, int]:
    """First and last column over which a text stands, or the nearest."""
    slack = 0.3 * segment.size
    under = [k for k, c in enumerate(columns) if c.x1 > segment.x0 + slack and c.x0 < segment.x1 - slack]
    if under:
        return under[0], under[-1]
    middle = (segment.x0 + segment.x1) / 2
    nearest = min(range(len(columns)), key=lambda k: abs(middle - (columns[k].x0 + columns[k].x1) / 2))
    return nearest, nearest


def head_length(lines: Sequence[PlacedLine], rules: Sequence[Ruling]) -> int:
    """How many printed lines say what the columns hold."""
    for at, line in enumerate(lines[: _MOST_HEAD + 1]):
        kinds = line.kinds()
        figures = kinds.count("figure") + kinds.count("missing")
        if figures and (figures >= 0.5 * len(kinds) or kinds.count("figure") >= 2):
            return _label_left_out(lines, _first_row(lines, at, rules), rules)
        over = len(lines[at - 1].texts) if at else 0
        if kinds and all(k == "year" for k in kinds) and _has_label(line) and over >= len(kinds):
            return _label_left_out(lines, at, rules)
    # No figures to go by: what stands above the first rule below the top.
    for at in range(1, min(len(lines), _MOST_HEAD)):
        if _ruled_between(lines[at - 1].line, lines[at].line, rules):
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
    cut = row_step(own, [_has_figures(line) for line in lines[at:]])
    begin = at
    while cut is not None and begin > 0 and lines[begin].line.bottom - lines[begin - 1].line.bottom < cut:
        if _ruled_between(lines[begin - 1].line, lines[begin].line, rules):
            break
        begin -= 1
    return begin or at


def _goes_on_head(above: PlacedLine, line: PlacedLine, texts: int) -> bool:
    """Whether a line only goes on some of the head's texts."""
    step = line.line.top - above.line.top
    return not _has_label(line) and 2 * len(line.texts) <= texts + 1 and step < 1.3 * line.line.size


def _label_left_out(lines: Sequence[PlacedLine], head: int, rules: Sequence[Ruling]) -> int:
    """The head's length without lines in its first column: the first row's label begins there, or a group of rows."""
    rights = _right_ends(lines, 1 + max((t.c1 for line in lines for t in line.texts), default=0))
    while head > 1:
        above, line = lines[head - 2], lines[head - 1]
        apart = _ruled_between(above.line, line.line, rules)
        alone = len(line.texts) == 1 < max(len(upper.texts) for upper in lines[: head - 1])
        if alone and not line.first_column_only and (apart or _is_section(above, line, lines[head], rights)):
            head -= 1
            continue
        if not line.first_column_only or _ruled_between(line.line, lines[head].line, rules) > apart:
            break
        before, behind = line.line.top - above.line.top, lines[head].line.top - line.line.top
        closer = before * _CLOSER < behind or (before <= behind * _CLOSER and _went_on(above, line, rights))
        if not apart and _has_label(above) and is_tight(above.line, line.line) and closer:
            break
        head -= 1
    return head


def _is_section(above: PlacedLine, line: PlacedLine, below: PlacedLine, rights: Sequence[float]) -> bool:
    """Whether a text alone under a head names a group of rows: as far off as a row, and in the table's middle."""
    if not is_tight(above.line, line.line):
        return True
    if _went_on(above, line, rights):
        return False
    text = line.texts[0].segment
    before, behind = line.line.bottom - above.line.bottom, below.line.bottom - line.line.bottom
    middle = (below.line.x0 + max(rights)) / 2
    return before >= behind / _CLOSER and abs((text.x0 + text.x1) / 2 - middle) <= _MIDDLE * text.size


def _has_label(line: PlacedLine) -> bool:
    return bool(line.texts) and line.texts[0].c0 == 0


def _ruled_between(above: TextLine, below: TextLine, rules: Sequence[Ruling]) -> bool:
    places = [r.at for r in rules]
    first = bisect_left(places, (above.top + above.bottom) / 2)
    return first < len(places) and places[first] < (below.top + below.bottom) / 2


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
    if _ruled_between(above.line, line.line, [r for r in rules if any(r.start < x1 and r.end > x0 for x0, x1 in ends)]):
        return True
    if line.first_column_only and _has_label(above) and is_tight(above.line, line.line):
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
        apart = apart or _ruled_between(line.line, below.line, rules)
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


def body_rows(lines: Sequence[PlacedLine], columns: Sequence[Column], rules: Sequence[Ruling]) -> list[list[int]]:
    """Printed lines of a body as rows: a text that runs over several lines is one cell.

    Args:
        lines: The body's lines.
        columns: The table's columns.
        rules: Rules across it.
    """
    if not lines:
        return []
    bands = _bands(lines, rules, max(len(columns) - 1, 2))
    if len(bands) >= 3 and 2 * len(bands) >= len(lines) and _one_row_each(lines, bands):
        return bands
    one_each = [_figure_lines(lines, band) == 1 for band in bands]
    banded = len(bands) >= 3 and sum(one_each) >= _BANDED * len(bands)
    rows: list[list[int]] = []
    for band, one in zip(bands, one_each, strict=True):
        whole = (banded and one) or (len(bands) >= 3 and _is_one_row(lines, band))
        rows += [band] if whole else _rows_of_band(lines, band, columns)
    return rows


def _figure_lines(lines: Sequence[PlacedLine], band: Sequence[int]) -> int:
    return sum(_has_figures(lines[at]) for at in band)


def _has_figures(line: PlacedLine) -> bool:
    return any(k != "words" for k in line.kinds())


def _is_one_row(lines: Sequence[PlacedLine], band: list[int]) -> bool:
    """Whether lines between two rules are close and hold figures in one line at most."""
    steps = [lines[b].line.top - lines[a].line.top for a, b in itertools.pairwise(band)]
    close = all(step < _HEAD_STEP * lines[band[0]].line.size for step in steps)
    return close and sum(_begins_row(lines[at]) for at in band) <= 1


def _span(line: PlacedLine) -> int:
    """Columns that a line's only text goes over, less one."""
    return line.texts[0].c1 - line.texts[0].c0 if len(line.texts) == 1 else 0


def _bands(lines: Sequence[PlacedLine], rules: Sequence[Ruling], last: int) -> list[list[int]]:
    """Lines between rules; a text over all columns is by itself."""
    bands: list[list[int]] = [[0]]
    for at in range(1, len(lines)):
        if _ruled_between(lines[at - 1].line, lines[at].line, rules) or last in (
            _span(lines[at - 1]),
            _span(lines[at]),
        ):
            bands.append([at])
        else:
            bands[-1].append(at)
    return bands


def _one_row_each(lines: Sequence[PlacedLine], bands: list[list[int]]) -> bool:
    """Whether no band lists figures one below the other."""
    return all(sum(_begins_row(lines[at]) for at in band) <= 1 for band in bands)


def _begins_row(line: PlacedLine) -> bool:
    """Whether a line holds figures, or a label with what belongs to it."""
    return any(k != "words" for k in line.kinds()) or (_has_label(line) and len(line.texts) >= 2)


def _is_anchor(line: PlacedLine, columns: int) -> bool:
    """Whether a line is the one of its row in which the figures stand."""
    kinds = line.kinds()
    return any(k != "words" for k in kinds) or len(line.texts) >= max(2, (columns + 1) // 2 + 1)


def _beside_label(lines: Sequence[PlacedLine], at: int, columns: int) -> bool:
    """Whether a line of several texts stands at the middle of a label of several lines."""
    line = lines[at]
    if _has_label(line) or len(line.texts) < 2 or 2 * len(line.texts) < columns - 1:
        return False
    beside = [lines[k] for k in (at - 1, at + 1) if 0 <= k < len(lines)]
    return any(
        other.first_column_only and abs(other.line.top - line.line.top) < _OVERLAP * line.line.size for other in beside
    )


def _rows_of_band(lines: Sequence[PlacedLine], band: list[int], columns: Sequence[Column]) -> list[list[int]]:
    anchors = [at for at in band if _is_anchor(lines[at], len(columns)) or _beside_label(lines, at, len(columns))]
    if not anchors:
        return [[at] for at in band] if all(len(lines[at].texts) > 1 for at in band) else [band]
    own = [lines[at].line for at in band]
    cut = row_step(own, [_has_figures(lines[at]) for at in band])
    if cut is not None:
        return [[band[k] for k in row] for row in rows_by_step(line_steps(own), cut)]
    distance = _usual_distance(lines, anchors)
    rights = _right_ends(lines, len(columns))
    rows: list[list[int]] = []
    waiting: list[int] = []  # lines whose row has not begun
    for at in band:
        if at in anchors:
            if waiting and not _goes_down(lines, waiting[-1], band, distance, rights):
                rows.append(waiting)
                waiting = []
            rows.append([*waiting, at])
            waiting = []
            continue
        if waiting:
            step = lines[at].line.top - lines[at - 1].line.top
            if step < max(_TIGHT * distance, _OVERLAP * lines[at].line.size):
                waiting.append(at)
                continue
            rows.append(waiting)
            waiting = []
        if _goes_up(lines, at, rows, distance, rights):
            rows[-1].append(at)
        elif _goes_down(lines, at, band, distance, rights):
            waiting.append(at)
        else:
            rows.append([at])
    if waiting:
        rows.append(waiting)
    return rows


def _usual_distance(lines: Sequence[PlacedLine], anchors: Sequence[int]) -> float:
    """Usual distance from row to row where no line stands between."""
    steps = sorted(lines[b].line.top - lines[a].line.top for a, b in itertools.pairwise(anchors) if b == a + 1)
    return steps[len(steps) // 2] if steps else 0.0


def _right_ends(lines: Sequence[PlacedLine], columns: int) -> list[float]:
    """Right end of the text of each column, texts over several left out."""
    ends = [0.0] * columns
    for line in lines:
        for text in line.texts:
            if text.c0 == text.c1:
                ends[text.c0] = max(ends[text.c0], text.segment.x1)
    return ends


def _went_on(above: PlacedLine, below: PlacedLine, rights: Sequence[float]) -> bool:
    """Whether each text of a line goes on one above it that was broken for want of room."""
    if not is_tight(above.line, below.line) or not below.texts:
        return False
    over = {t.c0: t for t in above.texts}
    for text in below.texts:
        upper = over.get(text.c0)
        if upper is None or text.kind != "words":
            return False
        width = text.segment.x1 - text.segment.x0
        if not was_broken(upper.text, upper.segment, text.text, width, rights[text.c0]):
            return False
    return True


def _goes_up(
    lines: Sequence[PlacedLine], at: int, rows: list[list[int]], distance: float, rights: Sequence[float]
) -> bool:
    """Whether a line without figures goes on texts of the row above."""
    if not rows:
        return False
    line, above = lines[at], lines[rows[-1][-1]]
    step = line.line.top - above.line.top
    if step < max(_TIGHT * distance, _OVERLAP * line.line.size):
        return True
    if not line.first_column_only:
        return step < 1.5 * line.line.size
    return _went_on(above, line, rights)


def _goes_down(lines: Sequence[PlacedLine], at: int, band: list[int], distance: float, rights: Sequence[float]) -> bool:
    """Whether a line without figures begins a text that the row below goes on."""
    if at + 1 not in band:
        return False
    line, below = lines[at], lines[at + 1]
    step = below.line.top - line.line.top
    if step < max(_TIGHT * distance, _OVERLAP * line.line.size):
        return True
    if not line.first_column_only or not below.texts or below.texts[0].c0 > 0:
        return line.first_column_only and bool(below.texts) and below.texts[0].c0 > 0 and step < 1.6 * line.line.size
    return _went_on(line, PlacedLine(below.line, below.texts[:1]), rights)
