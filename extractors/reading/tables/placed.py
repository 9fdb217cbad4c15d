"""Texts of printed lines in the columns over which they stand, and which of them go on each other."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.engine import Char
from extractors.reading.tables.columns import Column
from extractors.reading.tables.head_spans import spread_texts
from extractors.reading.tables.line_breaks import is_tight, was_broken
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import Segment, TextLine, spaced_text

_YEAR = re.compile(r"[(（]?(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\s*(?:年度?|[*a-z]|\(\w\))?[)）]?")
_FLUSH = 0.4  # font sizes by which a text's left end may stand beside its column's
_MIDDLE = 1.5  # font sizes by which a text over all columns may stand beside the table's middle


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


def columns_under(segment: Segment, columns: Sequence[Column]) -> tuple[int, int]:
    """First and last column over which a text stands, or the nearest."""
    slack = 0.3 * segment.size
    under = [k for k, c in enumerate(columns) if c.x1 > segment.x0 + slack and c.x0 < segment.x1 - slack]
    if under:
        return under[0], under[-1]
    middle = (segment.x0 + segment.x1) / 2
    nearest = min(range(len(columns)), key=lambda k: abs(middle - (columns[k].x0 + columns[k].x1) / 2))
    return nearest, nearest


def has_label(line: PlacedLine) -> bool:
    """Whether a line has a text in the first column."""
    return bool(line.texts) and line.texts[0].c0 == 0


def has_figures(line: PlacedLine) -> bool:
    """Whether a line has figures behind the first column."""
    return any(k != "words" for k in line.kinds())


def ruled_between(above: TextLine, below: TextLine, rules: Sequence[Ruling]) -> bool:
    """Whether a line is drawn between two printed lines."""
    places = [r.at for r in rules]
    first = bisect_left(places, (above.top + above.bottom) / 2)
    return first < len(places) and places[first] < (below.top + below.bottom) / 2


def right_ends(lines: Sequence[PlacedLine], columns: int) -> list[float]:
    """Right end of the text of each column, texts over several left out."""
    ends = [0.0] * columns
    for line in lines:
        for text in line.texts:
            if text.c0 == text.c1:
                ends[text.c0] = max(ends[text.c0], text.segment.x1)
    return ends


def went_on(above: PlacedLine, below: PlacedLine, rights: Sequence[float]) -> bool:
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
        ruled = above is not None and below is not None and ruled_between(above.line, line.line, rules)
        ruled = ruled and below is not None and ruled_between(line.line, below.line, rules)
        if among_figures or ruled or not _goes_on_column(text, above, columns):
            text.c0, text.c1 = 0, len(columns) - 1


def _goes_on_column(text: Placed, above: PlacedLine | None, columns: Sequence[Column]) -> bool:
    """Whether a text may be a further line of the one above it: close below, or where its column begins."""
    at_left = abs(text.segment.x0 - columns[text.c0].x0) < _FLUSH * text.segment.size
    close = above is not None and is_tight(above.line, TextLine(*_box(text.segment), [text.segment]))
    return at_left or (close and above is not None and any(t.c0 == text.c0 for t in above.texts))


def _box(segment: Segment) -> tuple[float, float, float]:
    return segment.top, segment.bottom, segment.size
