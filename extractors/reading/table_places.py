"""Tables found on a page, as the layout writes them down and as the document keeps them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

from extractors.document import Cell, PrintedTable, Region
from extractors.reading.engine import PageContent
from extractors.reading.page_turn import Box
from extractors.reading.pdf_layout import Block, CellText
from extractors.reading.pdf_words import Word
from extractors.reading.tables.model import FoundTable


_COLUMN_GAP = 0.85  # font sizes of white that may part columns
_LEAST_RULES = 2


def may_hold_table(page: PageContent, lines: Sequence[Sequence[Word]]) -> bool:
    """Whether a look for tables is worth its time: some lines are drawn, or some text stands apart on its line.

    Args:
        page: What is drawn on it.
        lines: Words of each of its lines.
    """
    if len(page.rules) >= _LEAST_RULES or page.fills:
        return bool(lines)
    apart = 0
    for line in lines:
        for left, right in itertools.pairwise(line):
            if right.box[0] - left.box[2] > _COLUMN_GAP * left.size:
                apart += 1
                break
    return apart >= _LEAST_RULES


def blocks_of(page: PageContent, tables: Sequence[FoundTable]) -> tuple[list[Block], set[int]]:
    """Tables for the layout, and the indices of the characters that stand in them.

    Args:
        page: The page that they were found on.
        tables: What was found.
    """
    blocks = []
    taken: set[int] = set()
    for table in tables:
        rows: dict[int, list[CellText]] = {}
        for number, cell in enumerate(table.cells):
            taken.update(cell.chars)
            rows.setdefault(cell.row, []).append(CellText(number, [page.chars[i] for i in cell.chars]))
        blocks.append(Block(table.box, tuple(tuple(rows[row]) for row in sorted(rows))))
    return blocks, taken


def printed(
    table: FoundTable, number: int, spans: Mapping[int, tuple[int, int]], back: Callable[[Box], Box]
) -> PrintedTable:
    """A table with the places of its cells.

    Args:
        table: What was found.
        number: 1-based page number.
        spans: Raw span of each cell that holds text, by the cell's index.
        back: Leads from where it was found to the page as displayed.
    """
    cells = []
    for index, cell in enumerate(table.cells):
        start, end = spans.get(index, (None, None))
        cells.append(
            Cell(
                row=cell.row,
                column=cell.column,
                text=cell.text,
                row_span=cell.row_span,
                column_span=cell.column_span,
                start=start,
                end=end,
                region=_region(number, back(cell.box)),
            )
        )
    return PrintedTable(
        page=number,
        page_end=number,
        rows=table.rows,
        columns=table.columns,
        cells=tuple(cells),
        method=table.method,
        start=min((start for start, _ in spans.values()), default=None),
        end=max((end for _, end in spans.values()), default=None),
        regions=(_region(number, back(table.box)),),
        header_rows=table.header_rows,
        caption=table.caption,
    )


def _region(page: int, box: Box) -> Region:
    return Region(page, *(round(v, 2) for v in box))
