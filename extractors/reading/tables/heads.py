"""How many rows at a table's top say what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.model import FoundCell
from extractors.reading.tables.numerals import is_figure, is_missing

_YEAR = re.compile(r"\D{0,3}(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\D{0,6}")
_MOST = 4


def header_rows(cells: Sequence[FoundCell], rows: int, chars: Sequence[Char]) -> int:
    """Rows before the first one with a figure behind its first column; where no row has one, the bold ones.

    Args:
        cells: The table's cells.
        rows: Number of its rows.
        chars: The page's characters.
    """
    if rows < 2:
        return 0
    by_row: list[list[FoundCell]] = [[] for _ in range(rows)]
    for cell in cells:
        if cell.text:
            by_row[cell.row].append(cell)
    first = next((row for row in range(rows) if _is_body(by_row[row], row)), None)
    if first is None or first > _MOST:
        first = _bold_rows(by_row, chars)
    elif first > 1 and len(by_row[first - 1]) == 1 < len(by_row[0]) and by_row[first - 1][0].column == 0:
        first -= 1  # the name of a group of rows
    return _with_spans(cells, min(first, rows - 1))


def _is_body(row: Sequence[FoundCell], number: int) -> bool:
    behind = [c for c in row if c.column > 0]
    figures = [c for c in behind if is_figure(c.text) and not _YEAR.fullmatch(c.text)]
    missing = [c for c in behind if is_missing(c.text)]
    if not figures and number > 0 and behind and row[0].column == 0:
        # Years stand in a head, but a row of years with a label, below a head, is one of the body.
        figures = [c for c in behind if _YEAR.fullmatch(c.text)]
    found = len(figures) + len(missing)
    return (len(figures) > 0 and found >= 2) or (found > 0 and 2 * found >= len(behind))


def _bold_rows(by_row: Sequence[Sequence[FoundCell]], chars: Sequence[Char]) -> int:
    """Leading rows in bold type, if what follows is not; one where type says nothing."""
    bold = [bool(row) and all(chars[c.chars[0]].bold for c in row if c.chars) for row in by_row]
    count = next((k for k, is_bold in enumerate(bold) if not is_bold), 0)
    return count if 0 < count <= _MOST else 1


def _with_spans(cells: Sequence[FoundCell], count: int) -> int:
    """The head's rows and those that its cells reach into."""
    return max([count, *(c.row + c.row_span for c in cells if c.row < count and c.text and c.row_span <= _MOST)])
