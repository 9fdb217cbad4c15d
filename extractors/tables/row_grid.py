"""The grid of texts of a main-indicator table: the one that is printed, or one made of its rows where none shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.document import Document, PrintedTable
from extractors.records import TableCell, TableRow
from extractors.structure.regions import regions_of
from extractors.tables.printed import as_printed, cell_spans
from extractors.tables.raw_row import RawRow

# `tables.method` where no printed grid holds the rows: these columns are those of the reading, not of the print.
_METHODS = {"grid": "rows-of-cells", "place": "rows-by-place", "text": "rows-of-text"}


def grid_of(
    rows: Sequence[RawRow], printed: Sequence[PrintedTable], document: Document, document_id: str, table_id: str,
    caption: str | None, method: str, header_rows: int = 0,
) -> tuple[TableRow, tuple[TableCell, ...]]:  # fmt: skip
    """The table as printed where the reader saw cells that hold all rows, else the rows as they were read.

    Args:
        rows: The lines that were read, at least one.
        printed: The reader's tables that stand in the lines, those of one table in their order.
        document: As read.
        document_id: Its id.
        table_id: The table's.
        caption: Its caption, null where it has none.
        method: How the rows were read: `grid`, `place` or `text`.
        header_rows: Rows of cells that the header was read from; 0 to take what the reader says.
    """
    if printed and _hold(printed, rows):
        table, cells = as_printed(document, document_id, table_id, caption, printed, header_rows)
        return table, tuple(cells)
    return _of_reading(rows, document, document_id, table_id, caption, _METHODS[method])


def _hold(printed: Sequence[PrintedTable], rows: Sequence[RawRow]) -> bool:
    """Whether the reader's cells hold each row's values, and there are more lines of them than there are rows."""
    spans = sorted(span for table in printed for cell in table.cells for span in cell_spans(cell))
    starts = [start for start, _ in spans]
    for row in rows:
        for value in (*row.values, row.change):
            at = bisect_right(starts, value.starts[0]) - 1 if value else 0
            if value and (at < 0 or value.starts[0] >= spans[at][1]):
                return False
    return sum(table.rows for table in printed) > len(rows)


def _of_reading(
    rows: Sequence[RawRow], document: Document, document_id: str, table_id: str, caption: str | None, method: str
) -> tuple[TableRow, tuple[TableCell, ...]]:
    """A row a line that was read: category, name, unit, the values, the change and the attribute."""
    years = max(len(row.values) for row in rows)
    cells: list[TableCell] = []
    for number, row in enumerate(rows):
        values = [*row.values, *[None] * (years - len(row.values)), row.change]
        printed = [(v.text, regions_of(document, [v])) if v else ("", ()) for v in values]
        texts = [(row.category, ()), (row.name, ()), (row.unit, ()), *printed, (row.attribute, ())]
        cells += [
            TableCell(
                table_id=table_id,
                row=number,
                column=column,
                document_id=document_id,
                row_span=1,
                column_span=1,
                is_header=False,
                text=text or "",
                page=document.page_at(row.start),
                regions=regions,
            )
            for column, (text, regions) in enumerate(texts)
        ]
    start, end = min(r.start for r in rows), max(r.end for r in rows)
    table = TableRow(
        table_id=table_id,
        document_id=document_id,
        caption=caption,
        header_rows=0,
        rows=len(rows),
        columns=5 + years,
        page=document.page_at(start),
        page_end=document.page_at(max(end - 1, start)),
        regions=regions_of(document, [text for row in rows for text in row.texts]),
        method=method,
    )
    return table, tuple(cells)
