"""Printed lines of a raw text, each with its page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractors.document import Line, Page

# A form feed behind a line end is one end, not an empty line: page ends must not look like paragraph ends.
LINE_END = re.compile("[\n\r\f\v\x85\u2028\u2029](?:(?<=\r)\n)?(?:(?<=[\r\n])\f)?")


def lines_of(text: str, pages: Sequence[Page], at_foot: Collection[int] = ()) -> tuple[Line, ...]:
    """Every line of a text without its line end, blank ones too.

    Args:
        text: The raw text.
        pages: Its pages in order, tiling the text; empty where it shows none.
        at_foot: Raw starts of the lines that the print shows as notes.
    """
    lines: list[Line] = []
    start = 0
    at = 0
    for match in LINE_END.finditer(text):
        at = _page_index(pages, at, start)
        lines.append(Line(start, match.start(), pages[at].number if pages else None, start in at_foot))
        start = match.end()
    if start < len(text) or not lines:
        at = _page_index(pages, at, start)
        lines.append(Line(start, len(text), pages[at].number if pages else None))
    return tuple(lines)


def _page_index(pages: Sequence[Page], at: int, offset: int) -> int:
    """Index of the page that holds an offset, looking forward from the page before."""
    while at + 1 < len(pages) and pages[at + 1].start <= offset:
        at += 1
    return at
