"""A line of a main-indicator table with its cells understood, and the `Indicator` that it is."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Document
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.records import Discrepancy, Indicator
from extractors.source import Source
from extractors.structure.regions import regions_of
from extractors.tables.cell_values import CellValue, read_cell, words
from extractors.tables.indicator_units import TableUnit, unit_of
from extractors.tables.raw_row import Header, RawRow, bindingness
from extractors.tables.table_notes import TableNotes

# A passage that a discrepancy points to is no longer, in code points.
_PASSAGE = 400


@dataclass(frozen=True, slots=True)
class RowReading:
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
    change_unit: TableUnit

    @classmethod
    def of(cls, row: RawRow, header: Header, notes: TableNotes, source: Source) -> RowReading:
        """Understand a row's cells with the help of the header's years and the notes."""
        cells = [read_cell(v.text if v else None) for v in row.values]
        years = list(header.years)
        base = cells[0] if len(cells) > 1 else CellValue(None)
        change = read_cell(row.change.text if row.change else None)
        base_year = years[0] if len(years) > 1 else None
        unit = unit_of(row.unit, row.name)
        return cls(
            row=row,
            notes=notes,
            unit=unit,
            base=base,
            target=cells[-1] if cells else CellValue(None),
            change=change,
            base_year=notes.star_year if base.starred and notes.star_year else base_year,
            target_year=years[-1] if years else source.period_end,
            change_period=_period(change, header, notes),
            change_unit=_change_unit(change, unit, header),
        )

    def scaled(self, cell: CellValue) -> float | None:
        """A cell's value with the unit's scale word expanded; a change in percent has none."""
        unit = self.change_unit if cell is self.change else self.unit
        return None if cell.value is None else _product(cell.value, unit.factor)

    def number_places(self) -> list[tuple[int, int]]:
        """Raw spans of the row's numbers, base values among them."""
        places = [
            (self.base, self.row.values[0] if len(self.row.values) > 1 else None),
            (self.target, self.row.values[-1] if self.row.values else None),
            (self.change, self.row.change),
        ]
        return [number_place(place, cell) for cell, place in places if place and cell.value is not None]

    def indicator(self, document: Document, source: Source, table_id: str) -> Indicator:
        """The row as a record of `indicators`; relations without a number keep their words and no comparator."""
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
            target_comparator=self.target.comparator if self.target.value is not None else None,
            target_text=self.target.text,
            change_period=self.change_period,
            change_value=self.scaled(self.change),
            change_comparator=self.change.comparator if changed and self.change.value is not None else None,
            change_text=self.change.text,
            bindingness=bindingness(row.attribute),
            notes=self.notes.about(row.name),
            page=document.page_at(row.start),
            regions=tuple(sorted(regions_of(document, row.texts), key=lambda region: region.page)),
            char_start=row.start,
            char_end=row.end,
        )


def unit_discrepancies(reading: RowReading, document: Document, ids: Ids) -> list[Discrepancy]:
    """The printed unit of a row whose name says that it cannot be: a number of years in per cent."""
    row = reading.row
    printed = unit_of(row.unit, "").symbol
    if not row.unit or printed is None or printed != "%" or reading.unit.symbol == "%":
        return []
    read = reading.unit.symbol
    return [
        Discrepancy(
            discrepancy_id=ids.make("d", "impossible_unit", document.text[row.start : row.end]),
            check="impossible_unit",
            severity="warning",
            document_id=ids.document_id,
            message=f"The indicator of line {row.number} is measured in {read}, not in {row.unit}; it is read so.",
            char_start=row.start,
            char_end=min(row.end, row.start + _PASSAGE),
            page=document.page_at(row.start),
            value=row.unit,
            other_value=read,
        )
    ]


def _product(value: float, factor: float) -> float:
    """Value times factor without the dust of binary fractions (6.8 times 1e8)."""
    return float(f"{value * factor:.12g}")


def number_place(place: MappedText, cell: CellValue) -> tuple[int, int]:
    """Raw span of a cell's number; blanks were folded in reading, so the digits are looked for again."""
    digits = (cell.text or "")[slice(*(cell.number_span or (0, 0)))]
    at = place.text.find(digits)
    return place.raw_span(at, at + len(digits)) if at >= 0 else place.raw_span(0, len(place))


def _change_unit(change: CellValue, unit: TableUnit, header: Header) -> TableUnit:
    """A change is in percent where its cell prints the sign or its column is one of growth rates."""
    growing = any(w in header.change_words for w in words()["growth_columns"])
    if "%" in (change.text or "") or "％" in (change.text or "") or (growing and not change.bracketed):
        return TableUnit("%", 1.0)
    return unit


def _period(change: CellValue, header: Header, notes: TableNotes) -> str | None:
    if change.text is None or (change.value is None and not change.is_words):
        return None
    if change.bracketed:
        return "cumulative" if notes.brackets_cumulative is not False else "annual"
    kinds = [k for k, known in words()["period"].items() if any(w in header.change_words for w in known)]
    return "cumulative" if kinds == ["cumulative"] else "annual"
