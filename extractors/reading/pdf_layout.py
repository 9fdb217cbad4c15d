"""Words of a PDF page in reading order: lines, columns, paragraphs' gaps and indents."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.reading.pdf_columns import in_columns
from extractors.reading.pdf_engine import Box
from extractors.reading.pdf_tables import RuledTable, rows_of_words
from extractors.reading.pdf_words import Word

_WIDE = re.compile("[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]")
_GAP = 0.5  # ems between two Chinese characters above which a blank is printed; justified text stays below
_SUPERSCRIPT = 0.8  # of the line's size
_LEAST_HEIGHT = 0.35  # of its line that a word must be high
_SAME_LINE = 0.5  # share of the lower word's height that must overlap
_PARAGRAPH_GAP = 0.35  # ems of white more than usual between two lines


@dataclass(frozen=True, slots=True)
class Run:
    """A word as it is written down: the white space before it, its text and box."""

    before: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line to write down; without runs it is a blank line."""

    runs: tuple[Run, ...]


def page_text_lines(words: Sequence[Word], tables: Sequence[RuledTable]) -> list[PrintedLine]:
    """A page's lines in reading order, blank lines where paragraphs part.

    Args:
        words: The page's words in any order.
        tables: Its ruled tables from top to bottom; each of their rows is one line, cells parted by tabs, so that
            every cell stands in the text in one piece.
    """
    rows, free = rows_of_words(tables, words)
    lines = group_lines(free)
    parts: list[tuple[list[list[list[Word]]], list[list[list[Word]]]]] = []  # columns of text, then a table's rows
    for table, table_rows in zip(tables, rows, strict=True):
        above = [line for line in lines if _middle(line) < table.box[3]]
        lines = [line for line in lines if _middle(line) >= table.box[3]]
        parts.append((in_columns(above), table_rows))
    parts.append((in_columns(lines), []))
    usual = _usual_white([column for columns, _ in parts for column in columns])
    out: list[PrintedLine] = []
    for columns, table_rows in parts:
        for column in columns:
            _append(out, _write_column(column, usual))
        _append(out, [_write_row(row) for row in table_rows])
    return out


def _append(out: list[PrintedLine], part: list[PrintedLine]) -> None:
    """Add a part of the page, a blank line before it."""
    if out and part:
        out.append(PrintedLine(()))
    out.extend(part)


def _usual_white(columns: Sequence[Sequence[Sequence[Word]]]) -> float:
    """White between two lines of one paragraph, in points.

    The lower quartile over the page: on pages of short paragraphs and headings most gaps part something.
    """
    gaps = sorted(gap for column in columns for gap in _gaps([_main_box(line) for line in column]))
    return gaps[len(gaps) // 4] if gaps else 0.0


def _gaps(boxes: Sequence[Box]) -> list[float]:
    return [below[1] - above[3] for above, below in itertools.pairwise(boxes)]


def _write_row(cells: Sequence[Sequence[Word]]) -> PrintedLine:
    """A table row as one line: each cell's lines joined, a tab for each step to the next cell, empty ones too."""
    runs: list[Run] = []
    before = ""
    for index, cell in enumerate(cells):
        before += "\t" if index else ""
        for number, line in enumerate(group_lines(cell)):
            for place, word in enumerate(line):
                if place:
                    before = _blank_between(line[place - 1], word)
                elif number:
                    before = _blank_at_line_end(runs[-1].text, word.text)
                runs.append(Run(before, word.text, word.box))
                before = ""
    return PrintedLine(tuple(runs))


def _blank_at_line_end(left: str, right: str) -> str:
    """What joins two lines of a cell: nothing between Chinese characters or behind a hyphen."""
    return "" if left.endswith("-") or (_WIDE.match(left[-1]) and _WIDE.match(right[0])) else " "


def _middle(line: Sequence[Word]) -> float:
    box = _line_box(line)
    return (box[1] + box[3]) / 2


def group_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one line, left to right; lines from top to bottom.

    A word belongs to the line that it overlaps by half of the smaller height: superscripts do, the next line's
    tall brackets do not.
    """
    lines: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=lambda w: (-(w.box[3] - w.box[1]), w.box[1], w.box[0])):
        _, top, _, bottom = word.box
        best, best_share = -1, _SAME_LINE
        for index in range(len(lines)):
            line_top, line_bottom, _members = lines[index]
            if bottom - top < _LEAST_HEIGHT * (line_bottom - line_top):
                continue  # text on its side is as tall as many lines
            share = (min(bottom, line_bottom) - max(top, line_top)) / max(bottom - top, 0.1)
            if share > best_share:
                best, best_share = index, share
        if best < 0:
            lines.append((top, bottom, [word]))
        else:
            lines[best][2].append(word)
    lines.sort(key=lambda line: (line[0] + line[1]) / 2)
    return [sorted(members, key=lambda w: (w.box[0], w.box[1])) for _, _, members in lines]


def _line_box(line: Sequence[Word]) -> Box:
    return (
        min(w.box[0] for w in line),
        min(w.box[1] for w in line),
        max(w.box[2] for w in line),
        max(w.box[3] for w in line),
    )


def _write_column(lines: Sequence[Sequence[Word]], usual: float) -> list[PrintedLine]:
    boxes = [_main_box(line) for line in lines]
    gaps = _gaps(boxes)
    margin = _left_margin([box[0] for box in boxes])
    out: list[PrintedLine] = []
    for index, line in enumerate(lines):
        size = median(w.size for w in line)
        if index and gaps[index - 1] > usual + _PARAGRAPH_GAP * size:
            out.append(PrintedLine(()))
        # An indent is worth half an em a blank: it is all that parts paragraphs in many Chinese layouts.
        indent = max(round((boxes[index][0] - margin) / (0.5 * max(size, 1.0))), 0)
        out.append(_write_line(line, min(indent, 60)))
    return out


def _main_box(line: Sequence[Word]) -> Box:
    """A line's box without its superscripts, which would eat the white between lines."""
    largest = max(w.size for w in line)
    main = [w for w in line if w.size >= _SUPERSCRIPT * largest]
    return _line_box(main)[0], _line_box(main)[1], _line_box(line)[2], _line_box(main)[3]


def _left_margin(starts: Sequence[float]) -> float:
    """The leftmost place at which a good part of the lines begins."""
    counts = Counter(round(x) for x in starts)
    enough = max(2, len(starts) // 8)
    return min((x for x in counts if counts[x] + counts[x + 1] >= enough), default=min(starts))


def _write_line(line: Sequence[Word], indent: int) -> PrintedLine:
    runs = []
    last: Word | None = None
    for word in line:
        runs.append(Run(" " * indent if last is None else _blank_between(last, word), word.text, word.box))
        last = word
    return PrintedLine(tuple(runs))


def _blank_between(left: Word, right: Word) -> str:
    """A blank, or none: Chinese is written without, and a raised footnote digit sticks to its word."""
    gap = right.box[0] - left.box[2]
    size = max(left.size, right.size, 1.0)
    a, b = left.text[-1], right.text[0]
    if _WIDE.match(a) and _WIDE.match(b):
        return " " if gap > _GAP * size else ""
    if right.size < _SUPERSCRIPT * left.size or left.size < _SUPERSCRIPT * right.size:
        # Without a blank a marker behind a year would make it a longer number.
        return " " if gap > 0.25 * size or (a.isdigit() and b.isdigit()) else ""
    return " " if gap > 0.1 * size or not (_WIDE.match(a) or _WIDE.match(b)) else ""
