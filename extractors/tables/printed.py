"""Tables that the reader saw, as rows of `tables` and `table_cells`."""

from __future__ import annotations

from extractors.document import Cell, Document, PrintedTable
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.records import TableCell, TableRow


def tables_within(document: Document, start: int, end: int) -> tuple[PrintedTable, ...]:
    """Printed tables that begin in the raw span [start, end), or stand there with more than half of their text."""
    return tuple(
        t
        for t in document.tables
        if t.start is not None
        and t.end is not None
        and (start <= t.start < end or 2 * (min(t.end, end) - max(t.start, start)) > t.end - t.start)
    )


def cell_texts(document: Document, table: PrintedTable) -> list[MappedText | None]:
    """Each cell's text with its places, null where the reader could not say where it stands."""
    return [_cell_text(document, cell) for cell in table.cells]


def _cell_text(document: Document, cell: Cell) -> MappedText | None:
    spans = [(cell.start, cell.end)] if cell.start is not None and cell.end is not None else cell.pieces
    parts = [MappedText.of(document.text[start:end], start).strip() for start, end in spans]
    if len(parts) < 2:
        return parts[0] if parts else None
    # A cell cut by a page's end: a blank stands for the line end between its parts.
    joined = [parts[0]]
    for part in parts[1:]:
        joined += [MappedText.replacing(" ", part.starts[0], part.starts[0]), part] if part else []
    return MappedText.join(joined)


def printed_rows(
    document: Document, document_id: str, ids: Ids, taken: tuple[PrintedTable, ...]
) -> tuple[list[TableRow], list[TableCell]]:
    """Rows of `tables` and `table_cells` for every printed table that no other extractor took."""
    tables: list[TableRow] = []
    cells: list[TableCell] = []
    for printed in document.tables:
        if printed in taken:
            continue
        table_id = ids.make("g", printed.caption, *(c.text for c in printed.cells))
        tables.append(
            TableRow(
                table_id,
                document_id,
                printed.caption,
                printed.header_rows,
                printed.rows,
                printed.columns,
                printed.page,
                printed.page_end,
                printed.regions,
                printed.method,
            )
        )
        cells += [
            TableCell(
                table_id,
                c.row,
                c.column,
                document_id,
                c.row_span,
                c.column_span,
                c.row < printed.header_rows,
                c.text,
                c.region.page if c.region else printed.page,
                (c.region,) if c.region else (),
            )
            for c in printed.cells
        ]
    return tables, cells
