"""Text for a person to check: lines around a place, the place underlined, nothing that could steer a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from extractors.document import Document

_WIDTH = 96  # columns of a terminal that a line of text may take
_AROUND = 2  # lines above and below


def point(document: Document, span: tuple[int, int], mark: tuple[int, int]) -> Iterator[str]:
    """Numbered lines of the raw text around a span, `mark` underlined.

    Args:
        document: What was read.
        span: Code points that are shown whole.
        mark: Those that are underlined.
    """
    lines = document.lines
    touched = [n for n, line in enumerate(lines) if line.start < span[1] and line.end > span[0]]
    if not touched:
        return
    first, last = max(touched[0] - _AROUND, 0), min(touched[-1] + _AROUND, len(lines) - 1)
    digits = len(str(last + 1))
    for number in range(first, last + 1):
        line = lines[number]
        for nth, (row, below) in enumerate(_marked(document.text, line.start, line.end, mark)):
            head = str(number + 1) if nth == 0 else ""
            yield f"{head:>{digits}} | {row}".rstrip()
            if below:
                yield f"{'':>{digits}} | {below}"


def underlined(text: str, mark: tuple[int, int]) -> Iterator[str]:
    """A text in rows that fit a terminal, `mark` underlined."""
    for row, below in _marked(text, 0, len(text), mark):
        yield row.rstrip()
        if below:
            yield below


def shown(text: str) -> str:
    """A text without what a terminal would obey: control codes, and marks that turn the direction of writing."""
    return "".join(c if c.isprintable() else " " for c in text)


def _marked(text: str, first: int, last: int, mark: tuple[int, int]) -> Iterator[tuple[str, str]]:
    for start, end in _rows(text, first, last):
        yield shown(text[start:end]), _underline(text, start, end, mark)


def _rows(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A line, broken where it is too long for a terminal; a paragraph is often one line."""
    start, taken = first, 0
    for offset in range(first, last):
        taken += columns(text[offset])
        if taken > _WIDTH:
            blank = text.rfind(" ", start + 1, offset)
            cut = blank + 1 if blank > start + (offset - start) // 2 else offset
            yield start, cut
            start, taken = cut, sum(columns(c) for c in text[cut : offset + 1])
    yield start, last


def columns(character: str) -> int:
    """Columns of a terminal that a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _underline(text: str, start: int, end: int, mark: tuple[int, int]) -> str:
    inside = range(max(start, mark[0]), min(end, mark[1]))
    if not inside:
        return ""
    before = sum(columns(c) for c in text[start : inside[0]])
    return " " * before + "^" * max(1, sum(columns(text[n]) for n in inside))
