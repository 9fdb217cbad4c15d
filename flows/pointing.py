"""Text for a person to check: lines around a place, the place underlined, nothing that could steer a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from extractors.document import Document

_WIDTH = 96  # columns of a terminal that a line of text may take
_AROUND = 2  # lines above and below
_MARGIN = 60  # code points kept on either side of a span in a line that is a whole paragraph
_MOST = 400  # code points that a line shows before it is cut


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
        start, end = _window(document.text, line.start, line.end, span, mark)
        before, after = "… " * (start > line.start), " …" * (end < line.end)
        rows = list(_marked(document.text, start, end, mark))
        for nth, (row, below) in enumerate(rows):
            head = str(number + 1) if nth == 0 else ""
            if nth == 0 and before:
                row, below = before + row, " " * columns("…") + " " + below if below else ""
            yield f"{head:>{digits}} | {row}{after if nth == len(rows) - 1 else ''}".rstrip()
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


def _window(text: str, first: int, last: int, span: tuple[int, int], mark: tuple[int, int]) -> tuple[int, int]:
    """What is shown of a line: all, or of a long one what the span has of it with some words around.

    Where the span too is long, that is around the mark; of a long line beside the span it is the end that is nearer.
    """
    if last - first <= _MOST:
        return first, last
    near = span if span[1] - span[0] <= _MOST else mark
    if near[0] >= last:
        return _next_word(text, last - _MARGIN, last), last
    if near[1] <= first:
        return first, _last_word(text, first, first + _MARGIN)
    start, end = max(first, near[0] - _MARGIN), min(last, min(near[1], near[0] + _MOST) + _MARGIN)
    return (_next_word(text, start, near[0]) if start > first else first), (
        _last_word(text, min(near[1], end), end) if end < last else last
    )


def _next_word(text: str, start: int, limit: int) -> int:
    """The first beginning of a word; the place itself where no blank follows, as in Chinese."""
    blank = text.find(" ", start, max(limit, start))
    return blank + 1 if blank >= 0 else start


def _last_word(text: str, limit: int, end: int) -> int:
    blank = text.rfind(" ", limit, end)
    return blank if blank > limit else end


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
