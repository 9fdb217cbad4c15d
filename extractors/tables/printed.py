"""Tables that the reader saw, as rows of `tables` and `table_cells`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.document import Cell, Document, PrintedTable, Region
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


def cell_spans(cell: Cell) -> tuple[tuple[int, int], ...]:
    """Raw spans of a cell's text: one, or those of its parts; none for an empty cell."""
    return ((cell.start, cell.end),) if cell.start is not None and cell.end is not None else cell.pieces


def _cell_text(document: Document, cell: Cell) -> MappedText | None:
    parts = [MappedText.of(document.text[start:end], start).strip() for start, end in cell_spans(cell)]
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
        table, own = as_printed(document, document_id, table_id, printed.caption, [printed])
        tables.append(table)
        cells += own
    return tables, cells


def as_printed(
    document: Document, document_id: str, table_id: str, caption: str | None, parts: Sequence[PrintedTable],
    header_rows: int = 0,
) -> tuple[TableRow, list[TableCell]]:  # fmt: skip
    """A table with its spans, header and places as printed.

    Args:
        document: As read.
        document_id: Its id.
        table_id: The table's.
        caption: Its caption, null where it has none.
        parts: The tables of the reader that it is printed in, at least one: more than one where the reader could not
            join what goes on over a page's end; their rows follow each other.
        header_rows: Rows of the header where more is known of it than the reader says; else 0.
    """
    first, last = parts[0], parts[-1]
    header_rows = header_rows or first.header_rows
    head = {_folded(cell) for cell in first.cells if cell.row < header_rows}
    cells: list[TableCell] = []
    above = 0
    for part in parts:
        heads = header_rows if part is first else _repeated(part, head, header_rows)
        cells += [_table_cell(document, document_id, table_id, cell, part, above, heads) for cell in part.cells]
        above += part.rows
    table = TableRow(
        table_id=table_id,
        document_id=document_id,
        caption=caption,
        header_rows=header_rows,
        rows=above,
        columns=max(part.columns for part in parts),
        page=first.page,
        page_end=last.page_end,
        regions=tuple(region for part in parts for region in part.regions),
        method=first.method,
    )
    return table, cells


def _folded(cell: Cell) -> str:
    return "".join(cell.text.split())


def _repeated(part: PrintedTable, head: set[str], most: int) -> int:
    """How many rows at the top of a later part only say the header again."""
    other = [cell.row for cell in part.cells if _folded(cell) not in head and cell.text.strip()]
    return min([most, part.rows, *other])


def _table_cell(
    document: Document, document_id: str, table_id: str, cell: Cell, part: PrintedTable, above: int, heads: int
) -> TableCell:
    regions = _cell_regions(document, cell)
    return TableCell(
        table_id=table_id,
        row=above + cell.row,
        column=cell.column,
        document_id=document_id,
        row_span=cell.row_span,
        column_span=cell.column_span,
        is_header=cell.row < heads,
        text=cell.text,
        page=regions[0].page if regions else _page(document, cell, part),
        regions=regions,
    )


def _cell_regions(document: Document, cell: Cell) -> tuple[Region, ...]:
    """The cell's place on the page where it begins, and that of its text on those where it goes on."""
    if cell.region is None:
        return ()
    begun = cell.region.page
    beyond = [(start, end) for start, end in cell_spans(cell) if (document.page_at(end - 1) or begun) > begun]
    more = (r for start, end in beyond for r in document.regions(start, end) if r.page > begun)
    return cell.region, *_by_page(more)


def _by_page(regions: Iterable[Region]) -> list[Region]:
    """One rectangle a page around its rectangles."""
    around: dict[int, Region] = {}
    for r in regions:
        one = around.setdefault(r.page, r)
        around[r.page] = Region(
            r.page, min(one.x0, r.x0), min(one.top, r.top), max(one.x1, r.x1), max(one.bottom, r.bottom)
        )
    return [around[page] for page in sorted(around)]


def _page(document: Document, cell: Cell, part: PrintedTable) -> int | None:
    spans = cell_spans(cell)
    return document.page_at(spans[0][0]) if spans else part.page
