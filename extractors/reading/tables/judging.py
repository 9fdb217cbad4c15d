"""Whether what looks like a table is one: not a chart, not prose in columns, not a list, not contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.filling import FilledGrid
from extractors.reading.tables.lookalikes import is_plain_contents
from extractors.reading.tables.numerals import is_figure, is_missing
from extractors.reading.tables.text_lines import joined_text
from extractors.reading.tables.zones import Zone

_LEADERS = re.compile(r"(?:[.…·．]\s?){4,}|…{2,}")
_LIST_MARK = re.compile(
    r"[•·●○■□◆◇▪–\-*➢]|[(（\[]?(?:\d{1,3}|[a-z]|[ivx]+|[一二三四五六七八九十]+)[)）\]、.．:]?", re.IGNORECASE
)
_ITEM = re.compile(r"[(（]\d{1,2}[)）]")
_LETTERS = 40  # letters that cells hold on average at most, where no rules part the rows; in prose they hold more
_LETTERS_OF_TWO = 28
_FEWEST_CELLS = 4
_RULES_OF_ROWS = 3  # rules above which they part rows


def cell_texts(grid: FilledGrid, chars: Sequence[Char]) -> dict[tuple[int, int], str]:
    """Texts of cells that hold any, by row and column."""
    return {
        (c.part.r0, c.part.c0): joined_text(chars, [[i for s in t.segments for i in s.chars] for t in c.lines])
        for c in grid.cells
        if c.lines
    }


def is_ruled_table(grid: FilledGrid) -> bool:
    """Whether a ruled grid is a table: text in two rows and two columns, and not the grid of a chart."""
    full = {(c.part.r0, c.part.c0) for c in grid.cells if c.lines}
    if len({r for r, _ in full}) < 2 or len({c for _, c in full}) < 2:
        return False
    share = len(full) / max(len(grid.cells), 1)
    if len(grid.cells) < _FEWEST_CELLS or (share < 0.25 and len(grid.cells) > 12):
        return False
    return _side_by_side(full)


def is_drawing(grid: FilledGrid, *, walled: bool) -> bool:
    """Whether a grid that is no table is one of a chart: its lines cut through text, or most of it is empty."""
    if len(grid.xs) < 3 or len(grid.ys) < 3:
        return False
    full = sum(bool(c.lines) for c in grid.cells)
    return not walled or (len(grid.cells) > 12 and full < 0.25 * len(grid.cells))


def _side_by_side(full: set[tuple[int, int]]) -> bool:
    """Whether at least two rows hold text in two columns."""
    per_row: dict[int, int] = {}
    for row, _ in full:
        per_row[row] = per_row.get(row, 0) + 1
    return sum(n > 1 for n in per_row.values()) >= 2 or (max(per_row.values()) > 1 and len(per_row) >= 2)


def is_walled(grid: FilledGrid) -> bool:
    """Whether the lines keep the text apart: underlines and charts make grids too, but text runs across them."""
    across = total = 0
    for cell in grid.cells:
        left, right = grid.xs[cell.part.c0], grid.xs[cell.part.c1 + 1]
        for line in cell.lines:
            for s in line.segments:
                total += 1
                # A text that begins or ends at the very wall was cut by it.
                across += s.x0 < left - 0.25 * s.size or s.x1 > right + 0.25 * s.size
    return across <= 0.12 * total


def is_aligned_table(grid: FilledGrid, heads: int, zone: Zone, chars: Sequence[Char], captioned: bool) -> bool:
    """Whether text that keeps to columns is a table.

    Args:
        grid: Its cells.
        heads: Number of its header rows.
        zone: Its lines and rules.
        chars: The page's characters.
        captioned: Whether a caption of a table stands by it.
    """
    texts = cell_texts(grid, chars)
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    ruled = len({round(r.at) for r in zone.rules if r.end - r.start > 0.5 * (grid.xs[-1] - grid.xs[0])})
    if rows < 2 or ((rows < 3 or rows - heads < 2) and ruled < 2 and not captioned):
        return False
    body = [(c, t) for (r, c), t in texts.items() if r >= heads]
    behind = [t for c, t in body if c > 0]
    if not behind or _is_contents(texts) or _is_list(texts, columns):
        return False
    if not captioned and ruled < 2 and heads == 0 and is_plain_contents(texts, columns):
        return False
    figures = sum(is_figure(t) or is_missing(t) for t in behind) / len(behind)
    letters = sum(len(t) for t in texts.values()) / len(texts)
    full = len(texts) / (rows * columns)
    per_row = [sum(r == row for r, _ in texts) for row in range(rows)]
    if sum(n > 1 for n in per_row) < max(2, 0.5 * rows):
        return False
    most_letters = _LETTERS_OF_TWO if columns == 2 else _LETTERS
    if full < 0.35 or letters > (3 * most_letters if ruled > _RULES_OF_ROWS else most_letters):
        return False
    in_line = _in_line(grid, heads)
    if in_line < 0.6:
        return False
    # One row of figures is the axis of a chart.
    several = len({r for (r, c), t in texts.items() if r >= heads and c > 0 and is_figure(t)}) > 1
    if several and figures >= 0.5 and (columns > 2 or figures >= 0.7):
        return True
    if columns > 2 and rows > 3 and in_line >= 0.9 and full >= 0.7 and letters <= 20:
        return True
    return (several and figures >= 0.3 and columns > 2) or ruled >= 2 or captioned


def _in_line(grid: FilledGrid, heads: int) -> float:
    """Share of the body's texts that stand in line with most of their column: at the left, right or middle."""
    by_column: dict[int, list[tuple[float, float, float]]] = {}
    for cell in grid.cells:
        if cell.lines and cell.part.c0 == cell.part.c1 and cell.part.r0 >= heads:
            x0, x1 = min(t.x0 for t in cell.lines), max(t.x1 for t in cell.lines)
            by_column.setdefault(cell.part.c0, []).append((x0, x1, cell.lines[0].size))
    total = agreeing = 0
    for texts in by_column.values():
        slack = 0.5 * max(size for _, _, size in texts)
        total += len(texts)
        agreeing += max(
            _most_within([x0 for x0, _, _ in texts], slack),
            _most_within([x1 for _, x1, _ in texts], slack),
            _most_within([(x0 + x1) / 2 for x0, x1, _ in texts], slack),
        )
    return agreeing / total if total else 0.0


def _most_within(places: list[float], slack: float) -> int:
    """Largest number of places within `slack` of each other."""
    places.sort()
    first = best = 0
    for last, place in enumerate(places):
        while place - places[first] > slack:
            first += 1
        best = max(best, last - first + 1)
    return best


def _is_contents(texts: dict[tuple[int, int], str]) -> bool:
    """Whether rows are titles with leaders and one page number each."""
    by_row: dict[int, list[str]] = {}
    for (row, _), text in sorted(texts.items()):
        by_row.setdefault(row, []).append(text)
    dotted = [row for row in by_row.values() if any(_LEADERS.search(t) for t in row)]
    if len(dotted) < 0.4 * len(by_row):
        return False
    return sum(sum(is_figure(t) for t in row[1:]) <= 1 for row in dotted) >= 0.8 * len(dotted)


def _is_list(texts: dict[tuple[int, int], str], columns: int) -> bool:
    """Whether the first of two columns holds marks and the second sentences."""
    if columns != 2:
        return False
    marks = [t for (_, c), t in texts.items() if c == 0]
    rest = [t for (_, c), t in texts.items() if c == 1]
    marked = sum(bool(_LIST_MARK.fullmatch(t)) for t in marks)
    wordy = sum(not is_figure(t) for t in rest)
    return marked >= 0.7 * len(marks) and wordy >= 0.5 * len(rest)
