"""Main-indicator tables: one `Indicator` a line, and a `NumericTarget` for each number that it sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Document, PrintedTable
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.records import Discrepancy, Indicator, NumericTarget, TableCell, TableRow
from extractors.source import Source
from extractors.structure.model import IndicatorRegion, Passed
from extractors.tables.cell_values import read_cell
from extractors.tables.centred_categories import Extent
from extractors.tables.grid_rows import rows_of_grid
from extractors.tables.indicator_reading import RowReading, unit_discrepancies
from extractors.tables.indicator_targets import targets_of
from extractors.tables.indicator_units import unit_of_all
from extractors.tables.placed_rows import rows_by_place
from extractors.tables.printed import cell_texts, tables_within
from extractors.tables.raw_row import RawRow, bindingness
from extractors.tables.row_grid import grid_of
from extractors.tables.scrambled_rows import rows_of_text
from extractors.tables.table_notes import read_notes

_DRAWN = ("ruled", "markdown")  # methods of tables whose cells lines or marks part


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """What one main-indicator table gave.

    Attributes:
        table, cells: The table as printed, or its rows as a grid where no cells are printed.
        indicators: One record a line.
        targets: One record a number of the target columns.
        read: Raw spans of the numbers that stand in `indicators`, each with its row number.
        passed: The table's span: other numbers in it (row numbers, denominators) are no targets.
        printed: The reader's tables that it was read from.
        discrepancies: Units that cannot be.
    """

    table: TableRow
    cells: tuple[TableCell, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[NumericTarget, ...]
    read: tuple[tuple[int, int, int], ...]
    passed: tuple[Passed, ...]
    printed: tuple[PrintedTable, ...]
    discrepancies: tuple[Discrepancy, ...] = ()


def read_indicator_table(
    region: IndicatorRegion, title: str, document: Document, source: Source, ids: Ids
) -> IndicatorTable | None:
    """Read one main-indicator table, from its ruled or markdown cells where there are any, else from its lines.

    Args:
        region: The lines that the outline found to be the table's, and its notes.
        title: Its caption; where it is empty, the one that the reader saw.
        document: The document, for pages and regions.
        source: The plan's period decides years that the header does not print.
        ids: Makes the ids of the table and of the targets.

    Returns:
        The table, or null where no row could be read.
    """
    start, end = region.lines[0].start, region.lines[-1].end
    printed = tables_within(document, start, end)
    texts = [cell_texts(document, t) for t in printed]
    header, rows = rows_of_grid([t.cells for t in printed], texts, lambda text: _extent(document, text))
    method, header_rows = "grid", header.rows
    if not all(t.method in _DRAWN for t in printed) or not _whole(rows):
        by_place = rows_by_place(document, start, end)
        if _whole(by_place[1]) >= max(_whole(rows), 1):
            header, rows = by_place
            method = "place"
    if not rows:
        header, rows = rows_of_text(region.lines)
        method = "text"
    if not rows:
        return None
    unit = unit_of_all(line.text.text for line in region.lines)
    rows = [replace(row, unit=row.unit or unit) for row in rows] if unit else rows
    notes = read_notes(region.notes, region.language)
    title = title or next((t.caption for t in printed if t.caption), "")
    table_id = ids.make("m", title)
    readings = [RowReading.of(row, header, notes, source) for row in rows]
    indicators = tuple(r.indicator(document, source, table_id) for r in readings)
    targets = tuple(
        target
        for r in readings
        for target in targets_of(r, document, region.language, table_id, region.box_id, method, ids)
    )
    table, cells = grid_of(rows, printed, document, source.id, table_id, title or None, method, header_rows)
    read = tuple((*span, r.row.number) for r in readings for span in r.number_places())
    passed = [Passed(start, end, "part_of_name")]
    if region.notes:
        passed.append(Passed(region.notes[0].start, region.notes[-1].end, "part_of_name"))
    wrong = tuple(d for r in readings for d in unit_discrepancies(r, document, ids))
    return IndicatorTable(table, cells, indicators, targets, read, tuple(passed), printed, wrong)


def _whole(rows: Sequence[RawRow]) -> int:
    """How many rows have all that a row must have: a name, a number, and the attribute where the others have one."""
    marked = any(bindingness(row.attribute) for row in rows)
    return sum(
        len(row.name) > 1
        and any(v and read_cell(v.text).value is not None for v in (*row.values, row.change))
        and (not marked or bindingness(row.attribute) is not None)
        for row in rows
    )


def _extent(document: Document, text: MappedText) -> Extent | None:
    regions = document.regions(text.starts[0], text.ends[-1]) if text else ()
    own = [r for r in regions if r.page == regions[0].page]
    return Extent(own[0].page, min(r.top for r in own), max(r.bottom for r in own)) if own else None
