"""Tables of a document as its readers give them: with offsets into the raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from extractors.document import Cell, PrintedTable, Region
from extractors.reading.tables.joining import join_pages
from extractors.reading.tables.model import Box, FoundTable, JoinedCell, JoinedTable

# Raw [start, end) of a character: of page (1-based) and index into its `PageContent.chars`; null if left out.
Places = Callable[[int, int], tuple[int, int] | None]


def printed_tables(tables_by_page: Iterable[Sequence[FoundTable]], places: Places, raw: str) -> list[PrintedTable]:
    """Tables of a document, those over several pages joined.

    Args:
        tables_by_page: Tables of each page from top to bottom, pages in order.
        places: Where a character stands in the raw text.
        raw: The raw text.
    """
    return [printed(table, places, raw) for table in join_pages(tables_by_page)]


def printed(table: JoinedTable, places: Places, raw: str) -> PrintedTable:
    """One table with its places."""
    cells = tuple(_cell(c, places, raw) for c in table.cells)
    spans = [s for c in table.cells for s in _spans(c, places)]
    return PrintedTable(
        page=table.pages[0],
        page_end=table.pages[-1],
        rows=table.rows,
        columns=table.columns,
        cells=cells,
        method=table.method,
        start=min((s for s, _ in spans), default=None),
        end=max((e for _, e in spans), default=None),
        regions=tuple(_region(page, box) for page, box in zip(table.pages, table.boxes, strict=True)),
        header_rows=table.header_rows,
        caption=table.caption,
    )


def _cell(cell: JoinedCell, places: Places, raw: str) -> Cell:
    spans = _spans(cell, places)
    whole = _in_one_piece(spans, raw)
    first = cell.pieces[0]
    return Cell(
        row=cell.row,
        column=cell.column,
        text=cell.text,
        row_span=cell.row_span,
        column_span=cell.column_span,
        start=whole[0] if whole else None,
        end=whole[1] if whole else None,
        region=_region(first.page, first.box),
        pieces=() if whole else tuple(dict.fromkeys(spans)),
    )


def _spans(cell: JoinedCell, places: Places) -> list[tuple[int, int]]:
    found = (places(piece.page, index) for piece in cell.pieces for index in piece.chars)
    return sorted(span for span in found if span is not None)


def _in_one_piece(spans: Sequence[tuple[int, int]], raw: str) -> tuple[int, int] | None:
    """Start and end, if nothing but blanks stands between the characters in the raw text."""
    if not spans:
        return None
    at = spans[0][0]
    for start, end in spans:
        if start > at and not raw[at:start].isspace():
            return None
        at = max(at, end)
    return spans[0][0], at


def _region(page: int, box: Box) -> Region:
    return Region(page, *(round(v, 2) for v in box))
