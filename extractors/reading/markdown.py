"""Pipe tables of markdown, each cell with its place in the text (GitHub Flavored Markdown, section 4.10)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Cell, Line, PrintedTable

_DELIMITER = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")


def pipe_tables(text: str, lines: Sequence[Line]) -> tuple[PrintedTable, ...]:
    """All pipe tables outside fenced code, in order.

    A header line with a pipe, a delimiter line with as many cells, and the lines below up to a blank one or one
    without a pipe. Rows are cut or filled to the header's width, as renderers do.

    Args:
        text: The raw text.
        lines: Its lines.
    """
    tables: list[PrintedTable] = []
    fence: str | None = None
    index = 0
    while index < len(lines):
        fence, inside = _fenced(text, lines[index], fence)
        width = 0 if inside or index + 1 == len(lines) else _header_width(text, lines[index], lines[index + 1])
        if not width:
            index += 1
            continue
        end = index + 2
        while end < len(lines) and _PIPE.search(text, lines[end].start, lines[end].end):
            end += 1
        tables.append(_table(text, (lines[index], *lines[index + 2 : end]), width))
        index = end
    return tuple(tables)


def _fenced(text: str, line: Line, fence: str | None) -> tuple[str | None, bool]:
    """The fence that is open behind a line, and whether the line is code or a fence."""
    match = _FENCE.match(text, line.start, line.end)
    if fence is None:
        return (match[1], True) if match else (None, False)
    closes = match is not None and match[1].startswith(fence)
    return (None if closes else fence), True


def _header_width(text: str, header: Line, delimiter: Line) -> int:
    """Number of columns that two lines open a table with, or 0."""
    if not _DELIMITER.fullmatch(text, delimiter.start, delimiter.end):
        return 0
    if not _PIPE.search(text, header.start, header.end):
        return 0
    width = len(_cells(text, header))
    return width if width == len(_cells(text, delimiter)) else 0


def _cells(text: str, line: Line) -> list[tuple[int, int]]:
    """Raw spans between a row's pipes, stripped; an empty cell has an empty span."""
    start, end = _stripped(text, line.start, line.end)
    cuts = [m.start() for m in _PIPE.finditer(text, start, end)]
    if cuts and cuts[0] == start:
        start = cuts.pop(0) + 1
    if cuts and cuts[-1] == end - 1:
        end = cuts.pop()
    edges = [start, *(place for cut in cuts for place in (cut, cut + 1)), end]
    return [_stripped(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _table(text: str, rows: Sequence[Line], width: int) -> PrintedTable:
    cells = []
    for number, line in enumerate(rows):
        spans = _cells(text, line)[:width]
        for column, (start, end) in enumerate(spans):
            cells.append(Cell(number, column, text[start:end].replace("\\|", "|"), start=start, end=end))
        cells.extend(Cell(number, column, "") for column in range(len(spans), width))
    return PrintedTable(
        page=rows[0].page,
        page_end=rows[-1].page,
        rows=len(rows),
        columns=width,
        cells=tuple(cells),
        method="markdown",
        start=rows[0].start,
        end=rows[-1].end,
        header_rows=1,
    )
