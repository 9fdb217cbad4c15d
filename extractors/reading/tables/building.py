"""Found tables from filled grids."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.filling import Filled, FilledGrid
from extractors.reading.tables.heads import header_rows
from extractors.reading.tables.model import FoundCell, FoundTable, Method
from extractors.reading.tables.text_lines import joined_text


def table_of(
    page: int, grid: FilledGrid, chars: Sequence[Char], method: Method, heads: int | None = None
) -> FoundTable:
    """The grid as a table, cells by row and column.

    Args:
        page: 1-based page number.
        grid: Its filled cells.
        chars: The page's characters.
        method: How it was found.
        heads: Number of header rows, to be found out where null.
    """
    cells = sorted((_cell(c, grid, chars) for c in grid.cells), key=lambda c: (c.row, c.column))
    return FoundTable(
        page=page,
        box=(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]),
        rows=len(grid.ys) - 1,
        columns=len(grid.xs) - 1,
        cells=tuple(cells),
        method=method,
        header_rows=header_rows(cells, len(grid.ys) - 1, chars) if heads is None else heads,
        edges=tuple(grid.xs),
    )


def _cell(cell: Filled, grid: FilledGrid, chars: Sequence[Char]) -> FoundCell:
    part = cell.part
    lines = [[i for s in line.segments for i in s.chars] for line in cell.lines]
    return FoundCell(
        row=part.r0,
        column=part.c0,
        row_span=part.r1 - part.r0 + 1,
        column_span=part.c1 - part.c0 + 1,
        box=(grid.xs[part.c0], grid.ys[part.r0], grid.xs[part.c1 + 1], grid.ys[part.r1 + 1]),
        chars=tuple(i for line in lines for i in line),
        text=joined_text(chars, lines),
    )
