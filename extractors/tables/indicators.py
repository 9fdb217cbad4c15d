"""Main-indicator tables: one `Indicator` a line, and a `NumericTarget` for each number that it sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document, PrintedTable
from extractors.identity import Ids, sha256, squeeze
from extractors.mapped import MappedText
from extractors.records import Indicator, NumericTarget, TableCell, TableRow
from extractors.source import Source
from extractors.structure.model import IndicatorRegion, Passed
from extractors.tables.cell_values import CellValue, read_cell, words
from extractors.tables.grid_rows import rows_of_grid
from extractors.tables.indicator_units import TableUnit, unit_of
from extractors.tables.printed import cell_texts, tables_within
from extractors.tables.raw_row import Header, RawRow, bindingness
from extractors.tables.scrambled_rows import rows_of_text
from extractors.tables.table_notes import TableNotes, read_notes
from extractors.targets.units import in_si, units

# A row read cell by cell from a table is rarely wrong; the rest is misread columns in scrambled text.
_CONFIDENCE = {"grid": 0.98, "text": 0.95}


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """What one main-indicator table gave.

    Attributes:
        table, cells: The table as a grid of texts.
        indicators: One record a line.
        targets: One record a number of the target columns.
        read: Raw spans of the numbers that stand in `indicators`.
        passed: The table's span: other numbers in it (row numbers, denominators) are no targets.
        printed: The reader's tables that it was read from.
    """

    table: TableRow
    cells: tuple[TableCell, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[NumericTarget, ...]
    read: tuple[tuple[int, int], ...]
    passed: tuple[Passed, ...]
    printed: tuple[PrintedTable, ...]


def read_indicator_table(
    region: IndicatorRegion, title: str, document: Document, source: Source, ids: Ids
) -> IndicatorTable | None:
    """Read one main-indicator table, from its ruled or markdown cells where there are any, else from its lines.

    Args:
        region: The lines that the outline found to be the table's, and its notes.
        title: Its caption.
        document: The document, for pages and regions.
        source: The plan's period decides years that the header does not print.
        ids: Makes the ids of the table and of the targets.

    Returns:
        The table, or null where no row could be read.
    """
    start, end = region.lines[0].start, region.lines[-1].end
    printed = tables_within(document, start, end)
    header, rows = rows_of_grid([t.cells for t in printed], [cell_texts(document, t) for t in printed])
    method = "grid"
    if not rows:
        header, rows = rows_of_text(region.lines)
        method = "text"
    if not rows:
        return None
    notes = read_notes(region.notes, region.language)
    table_id = ids.make("m", title)
    readings = [_Reading.of(row, header, notes, source) for row in rows]
    indicators = tuple(r.indicator(document, source, table_id) for r in readings)
    targets = tuple(
        target
        for r in readings
        for target in r.targets(document, region.language, table_id, region.box_id, method, ids)
    )
    table, cells = _as_table(
        rows, header, title, table_id, document, source.id, printed[0].method if printed else method
    )
    read = tuple(span for r in readings for span in r.number_places())
    passed = [Passed(start, end, "part_of_name")]
    if region.notes:
        passed.append(Passed(region.notes[0].start, region.notes[-1].end, "part_of_name"))
    return IndicatorTable(table, cells, indicators, targets, read, tuple(passed), printed)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row with its cells understood."""

    row: RawRow
    notes: TableNotes
    unit: TableUnit
    base: CellValue
    target: CellValue
    change: CellValue
    base_year: int | None
    target_year: int | None
    change_period: str | None

    @classmethod
    def of(cls, row: RawRow, header: Header, notes: TableNotes, source: Source) -> _Reading:
        cells = [read_cell(v.text if v else None) for v in row.values]
        years = list(header.years)
        base = cells[0] if len(cells) > 1 else CellValue(None)
        change = read_cell(row.change.text if row.change else None)
        base_year = years[0] if len(years) > 1 else None
        return cls(
            row=row,
            notes=notes,
            unit=unit_of(row.unit, row.name),
            base=base,
            target=cells[-1] if cells else CellValue(None),
            change=change,
            base_year=notes.star_year if base.starred and notes.star_year else base_year,
            target_year=years[-1] if years else source.period_end,
            change_period=_period(change, header, notes),
        )

    def scaled(self, cell: CellValue) -> float | None:
        return None if cell.value is None else _product(cell.value, self.unit.factor)

    def number_places(self) -> list[tuple[int, int]]:
        """Raw spans of the row's numbers, base values among them."""
        places = [
            (self.base, self.row.values[0] if len(self.row.values) > 1 else None),
            (self.target, self.row.values[-1] if self.row.values else None),
            (self.change, self.row.change),
        ]
        return [_number_place(place, cell) for cell, place in places if place and cell.value is not None]

    def indicator(self, document: Document, source: Source, table_id: str) -> Indicator:
        row, changed = self.row, self.change_period is not None
        return Indicator(
            document_id=source.id,
            table_id=table_id,
            row_number=row.number,
            category=row.category,
            indicator=row.name,
            unit=self.unit.symbol,
            unit_text=row.unit,
            counted_object=self.unit.counted_object,
            base_year=self.base_year if self.base.value is not None else None,
            base_value=self.scaled(self.base),
            base_value_text=self.base.text,
            base_note=self.notes.star_note if self.base.starred else None,
            target_year=self.target_year if self.target.value is not None else None,
            target_value=self.scaled(self.target),
            target_comparator=self.target.comparator,
            target_text=self.target.text,
            change_period=self.change_period,
            change_value=self.scaled(self.change),
            change_comparator=self.change.comparator if changed else None,
            change_text=self.change.text,
            bindingness=bindingness(row.attribute),
            notes=self.notes.about(row.name),
            page=document.page_at(row.start),
            regions=document.regions(row.start, row.end),
            char_start=row.start,
            char_end=row.end,
        )

    def targets(
        self, document: Document, language: str, table_id: str, box_id: str, method: str, ids: Ids
    ) -> list[NumericTarget]:
        """One row for each number of the target columns."""
        made = []
        for cell, place, is_change in (
            (self.target, self.row.values[-1] if self.row.values else None, False),
            (self.change, self.row.change, True),
        ):
            if cell.value is not None and place is not None and cell.number_span:
                made.append(self._target(cell, place, is_change, document, language, table_id, box_id, method, ids))
        return made

    def _target(
        self, cell: CellValue, place: MappedText, is_change: bool, document: Document, language: str,
        table_id: str, box_id: str, method: str, ids: Ids,
    ) -> NumericTarget:  # fmt: skip
        row = self.row
        quote = document.text[row.start : row.end]
        number_start, number_end = _number_place(place, cell)
        number_text = document.text[number_start:number_end]
        value = self.scaled(cell)
        si_value, si_unit = in_si(value, self.unit.symbol)
        unit = units().get(self.unit.symbol) if self.unit.symbol else None
        return NumericTarget(
            target_id=ids.make("t", quote, number_text),
            document_id=ids.document_id,
            language=language,
            element="table",
            kind="limit" if cell.comparator in ("lt", "le") else "target",
            indicator=row.name,
            comparator=cell.comparator or "eq",
            unit=self.unit.symbol,
            direction=_direction(row.name, cell, is_change),
            quote=quote,
            quote_sha256=sha256(squeeze(quote)),
            char_start=row.start,
            char_end=row.end,
            number_text=number_text,
            number_char_start=number_start,
            number_char_end=number_end,
            rule_id=f"indicator_table.{method}.{'change' if is_change else 'level'}",
            confidence=_CONFIDENCE[method],
            time_basis="explicit" if self.target_year and not is_change else "document" if self.target_year else "none",
            wording_strength="neutral",
            value=value,
            base_value=None if is_change else self.scaled(self.base),
            unit_text=row.unit,
            unit_ucum=unit.ucum if unit else None,
            unit_si=si_unit,
            value_si=si_value,
            counted_object=self.unit.counted_object,
            change_period=self.change_period if is_change else "level",
            target_year=self.target_year,
            base_year=None if is_change else self.base_year if self.base.value is not None else None,
            bindingness=bindingness(row.attribute),
            box_id=box_id,
            table_id=table_id,
            page=document.page_at(number_start),
            regions=document.regions(number_start, number_end),
        )


def _product(value: float, factor: float) -> float:
    """Value times factor without the dust of binary fractions (6.8 times 1e8)."""
    return float(f"{value * factor:.12g}")


def _number_place(place: MappedText, cell: CellValue) -> tuple[int, int]:
    """Raw span of a cell's number; blanks were folded in reading, so the digits are looked for again."""
    digits = (cell.text or "")[slice(*(cell.number_span or (0, 0)))]
    at = place.text.find(digits)
    return place.raw_span(at, at + len(digits)) if at >= 0 else place.raw_span(0, len(place))


def _period(change: CellValue, header: Header, notes: TableNotes) -> str | None:
    if change.text is None or (change.value is None and not change.is_words):
        return None
    if change.bracketed:
        return "cumulative" if notes.brackets_cumulative is not False else "annual"
    kinds = [k for k, known in words()["period"].items() if any(w in header.change_words for w in known)]
    return "cumulative" if kinds == ["cumulative"] else "annual"


def _direction(name: str, cell: CellValue, is_change: bool) -> str:
    if cell.comparator in ("lt", "le"):
        return "maintain"
    lower = name.lower()
    if any(w in lower for w in words()["reducing"]):
        return "reduce_by"
    if any(w in lower for w in words()["growing"]) or is_change:
        return "increase_by"
    return "reach"


def _as_table(
    rows: Sequence[RawRow], header: Header, title: str, table_id: str, document: Document, document_id: str, method: str
) -> tuple[TableRow, tuple[TableCell, ...]]:
    """The table as a grid of texts: category, indicator, unit, the value columns, change, attribute."""
    years = len(rows[0].values)
    cells: list[TableCell] = []
    for number, row in enumerate(rows):
        texts = [row.category, row.name, row.unit, *(v.text if v else None for v in row.values),
                 row.change.text if row.change else None, row.attribute]  # fmt: skip
        cells += [
            TableCell(table_id, number, column, document_id, 1, 1, False, text or "", document.page_at(row.start), ())
            for column, text in enumerate(texts)
        ]
    start, end = min(r.start for r in rows), max(r.end for r in rows)
    pages = document.page_at(start), document.page_at(max(end - 1, start))
    table = TableRow(
        table_id,
        document_id,
        title,
        0,
        len(rows),
        5 + years,
        *pages,
        document.regions(start, end),
        f"indicator_{method}",
    )
    return table, tuple(cells)
