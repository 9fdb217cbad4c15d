"""Running headers and footers of a PDF by their places: lines at the pages' heads and feet, set apart from the text.

That a line stands at the same height on several pages is no proof, for the first line of the text does too. It must be
parted from the text by white, and be set smaller, say the same on other pages but for its numbers, be a number, or
repeat a line of the text as the title of a chapter does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.reading.pdf_paragraphs import ColumnLine

_MOST_LINES = 2
_APART = 0.8  # ems of white more than usual below a header, above a footer
_SMALLER = 0.95  # of the text's size
_SAME_PLACE = 4.0  # points
_LEAST_PAGES = 2
_SMALL_SHARE = 0.4  # of the pages that small lines stand on at one height
_LONGEST = 120
_DIGITS = re.compile(r"\d+")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBER = re.compile(r"[\W_]*(?:[ivxlc]{1,7}|[IVXLC]{1,7}|\d{1,4})[\W_]*")
_NOTE = re.compile(r"[\W_]*[\d①-⑳*†‡]|注")
_SHORTEST_TITLE = 3
_OF_HEADING = 0.5  # of a heading's letters that its title has


class Margin(NamedTuple):
    """Where a line stands at a page's head or foot, in points from that edge; whether it is smaller than the text."""

    is_head: bool
    place: float
    is_small: bool


class MarginLine(NamedTuple):
    """A line at a page's edge: its raw start, page and text, and where it stands."""

    start: int
    page: int
    text: str
    margin: Margin


def margins(lines: Sequence[ColumnLine], height: float, text_size: float, usual: float) -> list[Margin | None]:
    """For each line whether it stands at the page's edge apart from the text, and where.

    Args:
        lines: All lines outside tables.
        height: Of the page, in points.
        text_size: Font size of most of the text.
        usual: White between two lines of one paragraph, in points.
    """
    order = sorted(range(len(lines)), key=lambda i: lines[i].box[1])
    found: list[Margin | None] = [None] * len(lines)
    for rows, is_head in ((_rows(lines, order), True), (_rows(lines, order)[::-1], False)):
        for count in range(min(_MOST_LINES, len(rows) - 1), 0, -1):
            edge, text = rows[count - 1], rows[count]
            upper, lower = (edge, text) if is_head else (text, edge)
            white = min(lines[i].box[1] for i in lower) - max(lines[i].box[3] for i in upper)
            if white <= usual + _APART * text_size:
                continue
            for i in (i for row in rows[:count] for i in row):
                box = lines[i].box
                place = box[3] if is_head else height - box[1]
                found[i] = Margin(is_head, place, lines[i].size <= _SMALLER * text_size)
            break
    return found


def _rows(lines: Sequence[ColumnLine], order: Sequence[int]) -> list[list[int]]:
    """Lines by their heights on the page: those of two columns stand on one row."""
    rows: list[list[int]] = []
    bottom = 0.0
    for i in order:
        box = lines[i].box
        if rows and (box[1] + box[3]) / 2 < bottom:
            rows[-1].append(i)
        else:
            rows.append([i])
        bottom = max(bottom, box[3]) if len(rows[-1]) > 1 else box[3]
    return rows


def running_lines(found: Sequence[MarginLine], pages: int, texts: Sequence[str]) -> frozenset[int]:
    """Raw starts of the lines that are running headers, footers or page numbers.

    Args:
        found: All lines at pages' edges.
        pages: Number of pages.
        texts: All lines of the document.
    """
    known: dict[str, list[str]] = {}  # letters of the text's lines, by their last few
    for text in texts if found else ():
        if len(text) <= _LONGEST and len(plain := _plain(text)) >= _SHORTEST_TITLE:
            known.setdefault(plain[-_SHORTEST_TITLE:], []).append(plain)
    running: set[int] = set()
    for group in _by_place(found):
        on = {line.page for line in group}
        if len(on) < _LEAST_PAGES:
            continue
        alike: dict[str, set[int]] = {}
        for line in group:
            alike.setdefault(_DIGITS.sub("#", line.text), set()).add(line.page)
        is_usual = len(on) >= _SMALL_SHARE * pages
        for line in group:
            recurs = len(alike[_DIGITS.sub("#", line.text)]) >= _LEAST_PAGES
            is_number = bool(_NUMBER.fullmatch(line.text))
            # What is small at a page's foot and begins with a number is a note.
            is_small = line.margin.is_small and is_usual and (line.margin.is_head or not _NOTE.match(line.text))
            if len(line.text) <= _LONGEST and (recurs or is_number or is_small or _repeats(line.text, known)):
                running.add(line.start)
    return frozenset(running)


def _by_place(found: Sequence[MarginLine]) -> list[list[MarginLine]]:
    groups: list[list[MarginLine]] = []
    for line in sorted(found, key=lambda f: (f.margin.is_head, f.margin.place, f.start)):
        last = groups[-1][-1].margin if groups else None
        if last and last.is_head == line.margin.is_head and line.margin.place - last.place < _SAME_PLACE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _plain(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _repeats(text: str, known: Mapping[str, Sequence[str]]) -> bool:
    """Whether a line says what a line of the text says, numbers aside, or its end, behind a heading's number."""
    plain = _plain(text)
    if len(plain) < _SHORTEST_TITLE or text[-1] in ".。;；,，:：":
        return False
    others = known.get(plain[-_SHORTEST_TITLE:], ())
    return any(other != plain and other.endswith(plain) and len(plain) >= _OF_HEADING * len(other) for other in others)
