"""Words of a PDF page in reading order: lines, columns, paragraphs' gaps and indents."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.reading.pdf_columns import in_columns
from extractors.reading.pdf_engine import Box, PlumberPage

# C0 and C1 controls, line separators and lone surrogates: a line of the page must stay one line of the text,
# and the text must encode as UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WIDE = re.compile("[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]")
_GAP_LIKE_A_COLUMN = 1.5  # ems between two Chinese characters above which a blank is printed, not letter spacing
_SUPERSCRIPT = 0.8  # of the line's size
_SAME_LINE = 0.5  # share of the lower word's height that must overlap
_PARAGRAPH_GAP = 0.35  # ems of white more than usual between two lines


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without blank: text, box and font size in points."""

    text: str
    box: Box
    size: float


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


def words_of(page: PlumberPage) -> list[Word]:
    """The words of a pdfplumber page with boxes relative to the crop box."""
    left, top = page.cropbox[0], page.cropbox[1]
    words = []
    for raw in page.extract_words(
        x_tolerance_ratio=0.25, y_tolerance=2, keep_blank_chars=False, extra_attrs=["size"], use_text_flow=False
    ):
        text = _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", str(raw["text"])))
        if text.strip():
            x0, y0, x1, y1, size = (float(str(raw[key])) for key in ("x0", "top", "x1", "bottom", "size"))
            words.append(Word(text, (x0 - left, y0 - top, x1 - left, y1 - top), abs(size)))
    return words


def page_text_lines(words: Sequence[Word], tables: Sequence[Box]) -> list[PrintedLine]:
    """A page's lines in reading order, blank lines where paragraphs part.

    Args:
        words: The page's words in any order.
        tables: Boxes of ruled tables; their columns are not taken for columns of text.
    """
    lines = group_lines(words)
    out: list[PrintedLine] = []
    for column in in_columns(lines, [_line_box(line) for line in lines], tables):
        if out:
            out.append(PrintedLine(()))
        out.extend(_write_column(column))
    return out


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


def _write_column(lines: Sequence[Sequence[Word]]) -> list[PrintedLine]:
    boxes = [_main_box(line) for line in lines]
    gaps = [below[1] - above[3] for above, below in itertools.pairwise(boxes)]
    usual = median(gaps) if gaps else 0.0
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
        return " " if gap > _GAP_LIKE_A_COLUMN * size else ""
    if right.size < _SUPERSCRIPT * left.size or left.size < _SUPERSCRIPT * right.size:
        # Without a blank a marker behind a year would make it a longer number.
        return " " if gap > 0.25 * size or (a.isdigit() and b.isdigit()) else ""
    return " " if gap > 0.1 * size or not (_WIDE.match(a) or _WIDE.match(b)) else ""
