"""The numbers that a main-indicator table sets, as rows of `numeric_targets`."""

from __future__ import annotations

import re
from functools import cache

from extractors.document import Document
from extractors.identity import Ids, sha256, squeeze
from extractors.mapped import MappedText
from extractors.records import NumericTarget
from extractors.tables.cell_values import CellValue, words
from extractors.tables.indicator_reading import RowReading, number_place
from extractors.tables.raw_row import bindingness
from extractors.targets.units import in_si, units

# A row read cell by cell from a table is rarely wrong; the rest is misread columns in scrambled text.
_CONFIDENCE = {"grid": 0.98, "place": 0.97, "text": 0.95}


def targets_of(
    reading: RowReading, document: Document, language: str, table_id: str, box_id: str | None, method: str, ids: Ids
) -> list[NumericTarget]:
    """One row for each number of the target columns."""
    made = []
    for cell, place, is_change in (
        (reading.target, reading.row.values[-1] if reading.row.values else None, False),
        (reading.change, reading.row.change, True),
    ):
        if cell.value is not None and place is not None and cell.number_span:
            made.append(_target(reading, cell, place, is_change, document, language, table_id, box_id, method, ids))
    return made


def _target(
    reading: RowReading, cell: CellValue, place: MappedText, is_change: bool, document: Document, language: str,
    table_id: str, box_id: str | None, method: str, ids: Ids,
) -> NumericTarget:  # fmt: skip
    row = reading.row
    quote = document.text[row.start : row.end]
    number_start, number_end = number_place(place, cell)
    number_text = document.text[number_start:number_end]
    value = reading.scaled(cell)
    measured = reading.change_unit if is_change else reading.unit
    si_value, si_unit = in_si(value, measured.symbol)
    unit = units().get(measured.symbol) if measured.symbol else None
    return NumericTarget(
        # The line's words, never its quote: cells are parted by marks in one edition and by blanks in another.
        target_id=ids.make("t", row.name, measured.symbol, number_text, "change" if is_change else "level"),
        document_id=ids.document_id,
        language=language,
        element="table",
        kind="limit" if cell.comparator in ("lt", "le") else "target",
        indicator=row.name,
        comparator=cell.comparator or "eq",
        comparator_text=cell.sign,
        unit=measured.symbol,
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
        time_basis=_time_basis(reading, is_change),
        wording_strength="neutral",
        value=value,
        base_value=None if is_change else reading.scaled(reading.base),
        unit_text=row.unit if measured == reading.unit else "%",
        unit_ucum=unit.ucum if unit else None,
        unit_si=si_unit,
        value_si=si_value,
        counted_object=measured.counted_object,
        change_period=reading.change_period if is_change else "level",
        target_year=reading.target_year,
        base_year=None if is_change else reading.base_year if reading.base.value is not None else None,
        bindingness=bindingness(row.attribute),
        box_id=box_id,
        table_id=table_id,
        page=document.page_at(number_start),
        regions=document.regions(number_start, number_end),
    )


def _time_basis(reading: RowReading, is_change: bool) -> str:
    if reading.target_year is None:
        return "none"
    return "document" if is_change else "explicit"


def _direction(name: str, cell: CellValue, is_change: bool) -> str:
    if cell.comparator in ("lt", "le"):
        return "maintain"
    if _says("reducing").search(name):
        return "reduce_by"
    if _says("growing").search(name) or is_change:
        return "increase_by"
    return "reach"


@cache
def _says(entry: str) -> re.Pattern[str]:
    """Any of these words; an English one begins where a word does, so that "cut in" is not found in "executed"."""
    told = [rf"\b{re.escape(word)}" if word.isascii() else re.escape(word) for word in words()[entry]]
    return re.compile("|".join(told), re.IGNORECASE)
