"""What a document shows beside what was made of it: the account that becomes `coverage` once rows are validated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.document import Document
from extractors.pipeline import Extraction
from extractors.records import Box, PageRow, Section
from flows.cell_numbers import numbers_in_cells
from quality.coverage import Fate, Seen, numbers_in, see

_CAPTION = 12
"""Code points of a box's beginning that its caption surely covers: "Table 2." or "专栏3"."""


def number_fates(document: Document, extraction: Extraction) -> list[Fate]:
    """What became of each span of numbers that an extractor looked at, as a statement or in a table."""
    fates = [Fate(start, end, dataset, key) for start, end, dataset, key in extraction.read]
    fates += [Fate(p.start, p.end, reason=p.reason) for p in extraction.passed]
    cells = extraction.rows.get("table_cells", ())
    left = (number for number in numbers_in(document.text, fates) if number.reason) if cells else ()
    return [*fates, *numbers_in_cells(document, cells, left)]


def seen_in(document: Document, extraction: Extraction) -> list[Seen]:
    """Count the numbers, boxes, headings, tables and pages of a document with the fate of each."""
    rows = extraction.rows
    boxes = [
        Fate(b.char_start, min(b.char_end, b.char_start + _CAPTION), "boxes", b.box_id)
        for b in rows.get("boxes", ())
        if isinstance(b, Box)
    ]
    headings = [
        Fate(s.char_start, s.char_end, "sections", s.section_id)
        for s in rows.get("sections", ())
        if isinstance(s, Section)
    ]
    # The entries of a table of contents look like headings and are none.
    headings += [
        Fate(p.start, p.end, reason=p.reason) for p in extraction.passed if p.reason == "list_or_heading_number"
    ]
    tables = [Fate(0, 0, "tables", table_id) for table_id in extraction.seen_tables]
    pages = [f"{p.document_id}/{p.page}" for p in rows.get("pages", ()) if isinstance(p, PageRow)]
    return see(document.text, number_fates(document, extraction), boxes, headings, tables, len(document.tables), pages)


def packed(seen: Sequence[Seen]) -> list[list[Any]]:
    """As JSON keeps it."""
    return [[s.element, s.dataset, s.key, s.reason, s.count] for s in seen]


def unpacked(kept: Sequence[Sequence[Any]]) -> list[Seen]:
    """Back from JSON."""
    return [Seen(*row) for row in kept]
