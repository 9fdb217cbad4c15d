"""Where a text shows that a page begins: form feeds, printed page numbers, or blanks that the numbers confirm.

A wrong page is worse than none, so each rule must hold over the whole text; else the text has no pages.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.document import Line

# "12", "- 12 -", "— 12 —", "第 12 页", "Page 12", "12 / 75"
_NUMBER = re.compile(
    r"[ \t\u3000]*(?:[-–—·•][ \t]*([1-9]\d{0,3})[ \t]*[-–—·•]|第?[ \t]*([1-9]\d{0,3})[ \t]*页|"
    r"[Pp](?:age|\.)[ \t]*([1-9]\d{0,3})|([1-9]\d{0,3})(?:[ \t]*/[ \t]*\d{1,4})?)[ \t\u3000]*"
)
_ONE_BLANK = re.compile(r" (?=\S)")  # a line of one blank alone sets off a footnote
_LONGEST_NUMBER_LINE = 40
_LEAST_NUMBERS = 3
_MOST_NUMBERS = 20_000  # more lines of a number alone are a table of figures
_LEAST_PAGE = 300  # code points; numbered list entries and columns of figures follow each other more closely
_UNEVEN = 4.0  # no page is longer than so many usual ones, or the numbers belong to something else
_LEAST_SHARE = 0.4  # of a usual page: blanks that follow each other more closely stand on one page


@dataclass(frozen=True, slots=True)
class PageStart:
    """Raw offset at which a page begins, and the page number printed on it where there is one."""

    start: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class _NumberLine:
    start: int
    end: int
    number: int
    label: str


def page_starts(text: str, lines: Sequence[Line]) -> tuple[PageStart, ...]:
    """Starts of all pages in order, the first at 0; empty where the text does not show them surely.

    Args:
        text: The raw text.
        lines: Its lines.
    """
    by_feed = _form_feeds(text)
    if by_feed:
        return by_feed
    numbers = _number_lines(text, lines)
    if len(numbers) < _LEAST_NUMBERS:
        return ()
    return _consecutive(text, numbers) or _confirmed_blanks(text, lines, numbers)


def _form_feeds(text: str) -> tuple[PageStart, ...]:
    """One page behind each form feed; the feed that ends the text opens none."""
    starts = [0, *(m.end() for m in re.finditer("\f", text))]
    if len(starts) > 1 and not text[starts[-1] :].strip():
        starts.pop()
    return tuple(map(PageStart, starts)) if "\f" in text.rstrip() else ()


def _number_lines(text: str, lines: Sequence[Line]) -> list[_NumberLine]:
    found = []
    for line in lines:
        if not 0 < line.end - line.start <= _LONGEST_NUMBER_LINE:
            continue
        match = _NUMBER.fullmatch(text, line.start, line.end)
        if match:
            digits = next(g for g in match.groups() if g)
            found.append(_NumberLine(line.start, line.end, int(digits), digits))
            if len(found) > _MOST_NUMBERS:
                return []
    return found


def _consecutive(text: str, numbers: Sequence[_NumberLine]) -> tuple[PageStart, ...]:
    """Numbers that rise by one from page to page through the whole text; each stands at its page's foot or head."""
    series = _rising_by_one(numbers)
    if len(series) < _LEAST_NUMBERS:
        return ()
    gaps = [b.start - a.start for a, b in itertools.pairwise(series)]
    usual = median(gaps)
    before, behind = series[0].start, len(text) - series[-1].end
    if min(gaps) < _LEAST_PAGE or max(*gaps, before, behind) > _UNEVEN * usual:
        return ()
    if not text[: series[0].start].strip():  # numbers at the head
        return (PageStart(0, series[0].label), *(PageStart(n.start, n.label) for n in series[1:]))
    starts = [0, *(_next_line(text, n.end) for n in series)]
    labels: list[str | None] = [*(n.label for n in series), None]
    if not text[starts[-1] :].strip():
        starts.pop()
        labels.pop()
    return tuple(map(PageStart, starts, labels))


def _rising_by_one(numbers: Sequence[_NumberLine]) -> list[_NumberLine]:
    """The longest chain of numbers, in order, in which each is its predecessor plus one."""
    length: dict[int, int] = {}  # number -> length of the best chain that ends in it so far
    best, last = 0, -1
    for index, entry in enumerate(numbers):
        here = length.get(entry.number - 1, 0) + 1
        if here > length.get(entry.number, 0):
            length[entry.number] = here
        if here > best:
            best, last = here, index
    chain: list[_NumberLine] = []
    for entry in reversed(numbers[: last + 1]):
        if not chain or entry.number == chain[-1].number - 1:
            chain.append(entry)
        if len(chain) == best:
            break
    return chain[::-1]


def _confirmed_blanks(text: str, lines: Sequence[Line], numbers: Sequence[_NumberLine]) -> tuple[PageStart, ...]:
    """Lines that begin with one stray blank, where some printed page numbers count them right.

    Some PDF-to-text tools leave one blank at the head of each page and lose most page numbers. The blanks are
    taken for page starts only if from each printed number to the next exactly as many pages begin as the numbers
    say, at least three times over.
    """
    first, last = numbers[0], numbers[-1]
    if last.number <= first.number:
        return ()
    least = int(_LEAST_SHARE * (last.start - first.start) / (last.number - first.number))
    if least < _LEAST_PAGE:
        return ()
    tops = _page_tops(text, lines, {n.start: n.label for n in numbers}, least)
    if tops[0].start > least:
        return ()
    at = {top.start: index for index, top in enumerate(tops)}
    printed = [n for n in numbers if n.start in at]
    pairs = list(itertools.pairwise(printed))
    if len(pairs) < _LEAST_NUMBERS or any(at[b.start] - at[a.start] != b.number - a.number for a, b in pairs):
        return ()
    return (PageStart(0, tops[0].label), *tops[1:])


def _page_tops(text: str, lines: Sequence[Line], labels: dict[int, str], least: int) -> list[PageStart]:
    """Candidate page starts at least `least` apart: number lines, and lines with exactly one leading blank."""
    tops: list[PageStart] = []
    for line in lines:
        near = bool(tops) and line.start - tops[-1].start < least
        if line.start in labels:
            if near and tops[-1].label is None:
                tops.pop()
            tops.append(PageStart(line.start, labels[line.start]))
        elif not near and _ONE_BLANK.match(text, line.start, line.end):
            tops.append(PageStart(line.start))
    return tops


def _next_line(text: str, end: int) -> int:
    """Offset behind the line end that stands at `end`."""
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))
