"""Running headers and footers of a PDF by their places: lines at the pages' heads and feet, set apart from the text.

That a line stands at the same height on several pages is no proof, for the first line of the text does too. It must be
parted from the text by white, and say the same on other pages but for their numbers, be a page's number, or repeat in
smaller type a line of the text as the title of a chapter does. What is only small may be text of the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from extractors.reading.pdf_paragraphs import ColumnLine
from extractors.recurring import is_year, may_be_text, recurring

_MOST_LINES = 2
_APART = 0.8  # ems of white more than usual below a header, above a footer
_SMALLER = 0.95  # of the text's size
_SAME_PLACE = 4.0  # points
_LEAST_PAGES = 2
_LARGER = 1.1  # of the text's size: a number alone in larger type is a title's
_SHARE_SURE = 0.5  # of the pages with lines at one place on which these are known to be running
_LONGEST = 120
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBER = re.compile(r"[\W_]*(?:[ivxlc]{1,7}|[IVXLC]{1,7}|\d{1,4})[\W_]*")
_SHORTEST_TITLE = 3
_OF_HEADING = 0.5  # of a heading's letters that its title has
_HEADING, _TEXT = 1.2, 1.05  # times a header's size that the heading has which it repeats whole, or the end of


class Margin(NamedTuple):
    """Where a line stands at a page's head or foot, in points from that edge; its size as a share of the text's."""

    is_head: bool
    place: float
    size: float


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
                found[i] = Margin(is_head, place, lines[i].size / text_size if text_size else 1.0)
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


def running_lines(
    found: Sequence[MarginLine], pages: int, texts: Sequence[tuple[str, int]], size_at: Callable[[int], float]
) -> frozenset[int]:
    """Raw starts of the lines that are running headers, footers or page numbers.

    Args:
        found: All lines at pages' edges.
        pages: Number of pages.
        texts: All other lines of the document with their raw starts.
        size_at: Gives the font size, in points, of what stands behind a raw start.
    """
    known: dict[str, list[tuple[str, int]]] = {}  # letters of the text's lines, by their last few
    titles = [(line.text, line.start) for line in found if line.margin.size > 1]
    for text, start in [*texts, *titles] if found else ():
        if len(text) <= _LONGEST and len(plain := _plain(text)) >= _SHORTEST_TITLE:
            known.setdefault(plain[-_SHORTEST_TITLE:], []).append((plain, start))
    running: set[int] = set()
    for group in _by_place(found):
        if len({line.page for line in group}) < _LEAST_PAGES:
            continue
        again = recurring([(line.page, line.text) for line in group], _LEAST_PAGES, pages)
        sure = [
            line
            for index, line in enumerate(group)
            if len(line.text) <= _LONGEST
            and (index in again or _is_page_number(line) or (_is_small(line) and _repeats(line, known, size_at)))
        ]
        running.update(line.start for line in [*sure, *_alike(group, sure)])
    return frozenset(running)


def _alike(group: Sequence[MarginLine], sure: Sequence[MarginLine]) -> list[MarginLine]:
    """Small lines that stand as high and are as large as most pages' running lines: titles that come once."""
    titles = [line for line in sure if not _is_page_number(line)]
    own = {line.page for line in titles}
    left = [line for line in group if line.page not in own and len(line.text) <= _LONGEST and _is_small(line)]
    if not left or len(own) < _SHARE_SURE * len({line.page for line in group}):
        return []
    places = {(round(line.margin.place), round(line.margin.size, 2)) for line in titles}
    return [line for line in left if (round(line.margin.place), round(line.margin.size, 2)) in places]


def _is_small(line: MarginLine) -> bool:
    return line.margin.size <= _SMALLER and not may_be_text(line.text)


def _is_page_number(line: MarginLine) -> bool:
    return bool(_NUMBER.fullmatch(line.text)) and line.margin.size <= _LARGER and not is_year(line.text)


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


def _repeats(line: MarginLine, known: Mapping[str, Sequence[tuple[str, int]]], size_at: Callable[[int], float]) -> bool:
    """Whether a line says what a larger one of the text says, numbers aside, or its end, behind a heading's number."""
    plain = _plain(line.text)
    if len(plain) < _SHORTEST_TITLE or line.text[-1] in ",，":
        return False
    others = known.get(plain[-_SHORTEST_TITLE:], ())
    return any(
        other.endswith(plain)
        and len(plain) >= _OF_HEADING * len(other)
        and size_at(start) >= (_HEADING if other == plain else _TEXT) * size_at(line.start)
        for other, start in others
    )
