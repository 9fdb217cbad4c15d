"""Lines of a PDF page in reading order: columns, tables, paragraphs' gaps and indents."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.reading.engine import Char, Rule
from extractors.reading.page_turn import Box
from extractors.reading.pdf_blanks import WIDE_CHARACTERS, Spacing, at_line_end
from extractors.reading.pdf_columns import in_columns
from extractors.reading.pdf_margins import Margin, margins
from extractors.reading.pdf_notes import foot_of, text_size
from extractors.reading.pdf_paragraphs import UNKNOWN, ColumnLine, Shown, left_margin, shown
from extractors.reading.pdf_words import Word, lines_of_words

_SUPERSCRIPT = 0.8  # of the line's size
_PARAGRAPH_GAP = 0.3  # ems of white more than usual between two lines
_MOST_INDENT = 60
_PIECE = 8  # Chinese characters that share one box
_NUMBER = "0-9.,%"
_UNITS = re.compile(f"[{WIDE_CHARACTERS}]{{1,{_PIECE}}}|[{_NUMBER}]+|[^{_NUMBER}{WIDE_CHARACTERS}]+")
_MARKER = 5  # characters that a marker of a note has at most: a number of up to three digits in brackets
_DIGIT, _LETTER = re.compile("[0-9]"), re.compile("[A-Za-z]")


class Run(NamedTuple):
    """Characters as they are written down: the white space before them, their text and box."""

    before: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class CellText:
    """A table's cell as the layout sees it: its index in the table and its characters."""

    index: int
    chars: Sequence[Char]


@dataclass(frozen=True, slots=True)
class Block:
    """A table as the layout sees it: its box, and the cells that begin in each row."""

    box: Box
    rows: tuple[tuple[CellText, ...], ...]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line to write down; without runs it is a blank line.

    Attributes:
        runs: What it is made of.
        block: The table whose row it is.
        cells: For each cell with text in it, its index in the table, and the first run and the end of its runs.
        at_foot: Whether it is set as a note at the page's foot.
        shown: What the print shows of it as a line of a paragraph.
        margin: Where it stands at the page's head or foot, apart from the text.
    """

    runs: tuple[Run, ...]
    block: Block | None = None
    cells: tuple[tuple[int, int, int], ...] = ()
    at_foot: bool = False
    shown: Shown = UNKNOWN
    margin: Margin | None = None


def page_text_lines(
    lines: Sequence[list[Word]],
    blocks: Sequence[Block],
    rules: Sequence[Rule],
    height: float,
    gutter: float | None = None,
) -> tuple[list[PrintedLine], float | None]:
    """A page's lines in reading order, blank lines where paragraphs part.

    Args:
        lines: Words of each line outside its tables, from top to bottom.
        blocks: Its tables; each of their rows is one line, cells parted by tabs, so that every cell stands in the
            text in one piece.
        rules: What is drawn on the page; a short rule parts footnotes from the text.
        height: Of the page, in points.
        gutter: Where the right column of the page before begins.

    Returns:
        The lines, and where this page's right column begins; null where it has one column.
    """
    tables: dict[int, Block] = {}
    if blocks:
        words = [Word("", block.box, 0.0, ()) for block in blocks]
        tables = {id(word): block for word, block in zip(words, blocks, strict=True)}
        lines = sorted([*lines, *([word] for word in words)], key=_middle)
    found = in_columns(lines, gutter)
    stretches = [part for column in found.stretches for part in _parted(column, tables)]
    columns = [None if id(part[0][0]) in tables else [_measured(line) for line in part] for part in stretches]
    usual = _usual_white([column for column in columns if column])
    size = text_size([column for column in columns if column])
    every = [line for column in columns if column for line in column]
    at_edge = dict(zip(map(id, every), margins(every, height, size, usual), strict=True))
    firsts = [column[0] if column else None for column in columns]
    out: list[PrintedLine] = []
    for part, column, following in zip(stretches, columns, [*firsts[1:], None][: len(columns)], strict=True):
        block = tables.get(id(part[0][0]))
        if block:
            written = [_write_row(block, row) for row in block.rows]
        else:
            written = _write_column(column or [], _Page(usual, size, rules, at_edge), following)
        if out and written and not _goes_on(out[-1], written[0]):
            out.append(PrintedLine(()))
        out.extend(line for line in written if line.runs or block is None)
    return out, found.gutter


def _goes_on(last: PrintedLine, first: PrintedLine) -> bool:
    """Whether a paragraph goes on in the next column, so that no blank line parts them."""
    if last.at_foot or last.block or first.block or first.at_foot or not last.runs:
        return False
    return last.shown.ends is not True and first.shown.opens is False


def _parted(column: list[list[Word]], tables: dict[int, Block]) -> list[list[list[Word]]]:
    """A column cut at the tables in it."""

    def table(line: list[Word]) -> int:
        return id(line[0]) if id(line[0]) in tables else 0

    return [list(part) for _, part in itertools.groupby(column, table)]


def _measured(line: Sequence[Word]) -> ColumnLine:
    """Superscripts would eat the white between lines, so they count for the right edge only."""
    sizes = [w.size for w in line]
    largest = max(sizes)
    main = line if min(sizes) == largest else [w for w in line if w.size >= _SUPERSCRIPT * largest]
    boxes = [w.box for w in main]
    top, bottom = min([b[1] for b in boxes]), max([b[3] for b in boxes])
    size = largest if main is line else sorted(sizes)[len(sizes) // 2]
    return ColumnLine(line, (boxes[0][0], top, max([w.box[2] for w in line]), bottom), size)


def _usual_white(columns: Sequence[Sequence[ColumnLine]]) -> float:
    """White between two lines of one paragraph, in points.

    The lower quartile over the page: on pages of short paragraphs and headings most gaps part something.
    """
    gaps = sorted(gap for column in columns for gap in _gaps(column))
    return gaps[len(gaps) // 4] if gaps else 0.0


def _gaps(lines: Sequence[ColumnLine]) -> list[float]:
    return [below.box[1] - above.box[3] for above, below in itertools.pairwise(lines)]


def _write_row(block: Block, cells: Sequence[CellText]) -> PrintedLine:
    """A table row as one line: each cell's lines joined, a tab for each step to the next cell, empty ones too."""
    runs: list[Run] = []
    places: list[tuple[int, int, int]] = []
    before = ""
    for index, cell in enumerate(cells):
        before += "\t" if index else ""
        first = len(runs)
        for number, line in enumerate(lines_of_words(cell.chars)):
            spacing = Spacing(line)
            for place, word in enumerate(line):
                if place:
                    before = spacing.between(line[place - 1], word)
                elif number:
                    before = at_line_end(runs[-1].text, word.text)
                runs += _runs(before, word)
                before = ""
        if len(runs) > first:
            places.append((cell.index, first, len(runs)))
    return PrintedLine(tuple(runs), block, tuple(places))


def _middle(line: Sequence[Word]) -> float:
    box = _line_box(line)
    return (box[1] + box[3]) / 2


def _line_box(line: Sequence[Word]) -> Box:
    return (
        min(w.box[0] for w in line),
        min(w.box[1] for w in line),
        max(w.box[2] for w in line),
        max(w.box[3] for w in line),
    )


class _Page(NamedTuple):
    """What holds for all columns of a page: usual white, font size of its text, its rules, lines at its edges."""

    usual: float
    text_size: float
    rules: Sequence[Rule]
    margins: dict[int, Margin | None]


def _write_column(lines: Sequence[ColumnLine], page: _Page, following: ColumnLine | None) -> list[PrintedLine]:
    gaps = _gaps(lines)
    parted = [gap > page.usual + _PARAGRAPH_GAP * line.size for gap, line in zip(gaps, lines[1:], strict=True)]
    margin = left_margin([line.box[0] for line in lines])
    foot = foot_of(lines, page.text_size, page.rules)
    text, notes = lines[: foot.start] if foot else lines, lines[foot.start :] if foot else []
    prints = shown(text, parted[: max(len(text) - 1, 0)], following)
    prints += shown(notes, parted[len(text) :], None)
    out: list[PrintedLine] = []
    for index, line in enumerate(lines):
        if index and parted[index - 1]:
            out.append(PrintedLine(()))
        # An indent is worth half an em a blank: it is all that parts paragraphs in many Chinese layouts.
        indent = max(round((line.box[0] - margin) / (0.5 * max(line.size, 1.0))), 0)
        at_edge = None if index in foot else page.margins[id(line)]
        runs = _line_runs(line.words, min(indent, _MOST_INDENT))
        out.append(PrintedLine(runs, at_foot=index in foot, shown=prints[index], margin=at_edge))
    return out


def side_lines(chars: Iterable[Char]) -> list[PrintedLine]:
    """Lines of text that stands beside the page's own, each written down without indent."""
    return [PrintedLine(_line_runs(line, 0)) for line in lines_of_words(chars)]


def _line_runs(line: Sequence[Word], indent: int) -> tuple[Run, ...]:
    runs: list[Run] = []
    spacing = Spacing(line)
    last: Word | None = None
    was_latin = False
    for word in line:
        is_latin = word.text.isascii()
        if last is None:
            before = " " * indent
        elif is_latin and was_latin and last.size == word.size:
            before = " "
        else:
            before = spacing.between(last, word)
        if is_latin and word.text.isalpha():
            runs.append(Run(before, word.text, word.box))
        else:
            runs += _runs(before, word)
        last, was_latin = word, is_latin
    return tuple(runs)


def _runs(before: str, word: Word) -> list[Run]:
    """A word as runs: in short pieces where it is Chinese, numbers apart from letters, else whole."""
    text = word.text
    if len(text) == 1 or len(text) != len(word.chars) or (text.isascii() and not _mixed(text)):
        return [Run(before, text, word.box)]
    runs: list[Run] = []
    for match in _UNITS.finditer(text):
        part = word.chars[match.start() : match.end()]
        box = (part[0].x0, min(c.top for c in part), part[-1].x1, max(c.bottom for c in part))
        runs.append(Run("" if runs else before, match[0], box))
    return runs


def _mixed(text: str) -> bool:
    """Whether a Latin word has a number beside characters of other widths; a marker of a note stays whole."""
    return bool(_DIGIT.search(text) and (len(text) > _MARKER or _LETTER.search(text)))
