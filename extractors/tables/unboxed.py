"""Main-indicator tables that no box caption announces: told by their own heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.document import Document, PrintedTable
from extractors.repair.model import CleanLine
from extractors.structure.model import Block, IndicatorRegion
from extractors.tables.cell_values import words
from extractors.tables.grid_header import GridHeader, Line, read_header
from extractors.tables.indicator_units import unit_of_line
from extractors.tables.raw_row import bindingness

_NOTE_LINES = 12


def unboxed_regions(
    document: Document, lines: Sequence[CleanLine], known: Iterable[IndicatorRegion], language: str
) -> list[IndicatorRegion]:
    """Regions of printed tables whose heads are those of a main-indicator table and that no region holds yet.

    Such a head names the indicator, two years and the attribute, and the attributes of its rows are known ones.

    Args:
        document: The document.
        lines: Its lines without furniture and footnotes.
        known: Regions that the outline found.
        language: The document's language.
    """
    taken = [(r.lines[0].start, r.lines[-1].end) for r in known]
    found: list[IndicatorRegion] = []
    tables = [t for t in document.tables if t.start is not None and t.end is not None]
    at = 0
    while at < len(tables):
        parts = _parts(tables, at)
        at += len(parts)
        start, end = parts[0].start or 0, parts[-1].end or 0
        if any(a < end and start < b for a, b in taken) or not _is_indicator_table(parts[0]):
            continue
        own = [line for line in lines if start <= line.start and line.end <= end]
        above = [line for line in lines if line.end <= start and line.text][-1:]
        above = [line for line in above if unit_of_line(line.text.text)]
        behind = [line for line in lines if line.start >= end and line.text]
        if own:
            found.append(IndicatorRegion(None, (*above, *own), tuple(_notes(behind)), language))
    return found


def outside(blocks: Iterable[Block], regions: Iterable[IndicatorRegion]) -> tuple[Block, ...]:
    """Paragraphs that stand in none of the regions: a table's rows are no prose."""
    spans = [(r.lines[0].start, r.lines[-1].end) for r in regions]
    return tuple(
        b for b in blocks if not b.text or not any(s <= b.text.starts[0] and b.text.ends[-1] <= e for s, e in spans)
    )


def _parts(tables: Sequence[PrintedTable], at: int) -> list[PrintedTable]:
    """The table and those behind it that go on with it on the next pages: as wide, without a name or a head."""
    parts = [tables[at]]
    for table in tables[at + 1 :]:
        before = parts[-1]
        follows = table.page is not None and before.page_end is not None and table.page == before.page_end + 1
        if not follows or table.caption or table.columns != before.columns or _is_indicator_table(table):
            break
        parts.append(table)
    return parts


def _head(table: PrintedTable) -> GridHeader:
    rows: dict[int, Line] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = (cell, None)
    return read_header([rows[row] for row in sorted(rows)])


def _is_indicator_table(table: PrintedTable) -> bool:
    head = _head(table)
    if not head.is_whole or len(set(head.years.values())) < 2:
        return False
    texts = {c.text for c in table.cells if c.column in head.columns.get("attribute", []) and c.text.strip()}
    return any(bindingness(text) for text in texts)


def _notes(lines: Sequence[CleanLine]) -> list[CleanLine]:
    """Lines right below a table that are its notes."""
    label = "|".join(re.escape(word) for word in words()["notes"])
    own: list[CleanLine] = []
    for line in lines[:_NOTE_LINES]:
        text = line.text.text
        if not own and not re.match(rf"(?i)\s*(?:{label})\s*[:：]", text):
            break
        if own and not re.match(r"\s*(?:[(（]?\d|[①-⑳*＊])", text):
            break
        own.append(line)
    return own
