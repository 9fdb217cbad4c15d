"""One document's whole way through the core: from a Document to the rows of every dataset."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.checks.document import check_document
from extractors.document import Document, PrintedTable
from extractors.identity import Ids
from extractors.language.editions import Edition
from extractors.language.facing import facing_texts
from extractors.language.facts import with_own_facts, with_own_line_facts
from extractors.language.garbled_terms import inferred_changes
from extractors.language.glossary import glossary
from extractors.language.indicator_statements import with_target_indicators
from extractors.language.indicator_vocabulary import with_indicators
from extractors.records import PageRow, Record, Repair
from extractors.repair import repair
from extractors.repair.joining import with_raw
from extractors.repair.model import Change
from extractors.source import Source
from extractors.structure.footnotes import FootnoteScan, find_footnotes
from extractors.structure.model import Block, IndicatorRegion, Outline, Passed
from extractors.structure.outline import outline
from extractors.structure.raised import raised_numbers
from extractors.tables.indicators import IndicatorTable, read_indicator_table
from extractors.tables.printed import printed_rows
from extractors.tables.unboxed import outside, unboxed_regions
from extractors.targets.extract import Grounds, read_targets

# Datasets that this pipeline fills, in the order of datasets.md.
DATASETS = (
    "numeric_targets",
    "indicators",
    "pages",
    "sections",
    "footnotes",
    "boxes",
    "box_items",
    "tables",
    "table_cells",
    "glossary",
    "parallel_texts",
    "repairs",
    "discrepancies",
)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave.

    Attributes:
        rows: Records by dataset; every dataset of `DATASETS` is there, empty or not.
        read: Raw spans of numbers that stand in a published row, each with the dataset and the row's key.
        seen_tables: Ids of tables, once for each of the reader's tables that they were made from: a table over two
            pages may be two to the reader.
        passed: Raw spans of numbers that are no targets, each with a reason of the closed list of `coverage`.
        grounds: What the targets of running text rest on.
        blocks: The paragraphs, each in its place.
    """

    rows: dict[str, list[Record]]
    read: tuple[tuple[int, int, str, str], ...]
    passed: tuple[Passed, ...]
    seen_tables: tuple[str, ...] = ()
    grounds: tuple[Grounds, ...] = ()
    blocks: tuple[Block, ...] = ()


# What the glossary is needed for: its own rows, those that rest on it, and documents in two languages.
_OF_TERMS = frozenset(("glossary", "repairs", "discrepancies"))


def extract(document: Document, source: Source, *, only: str | None = None) -> Extraction:
    """Run every extractor over one document.

    Args:
        document: As its reader returned it.
        source: What is known of it; its period and languages steer the reading.
        only: The one dataset that is wanted; others may then lack rows. Null for all.

    Returns:
        All rows, in reading order, and an account of the numbers that gave none.
    """
    ids = Ids(source.id)
    lines, changes = repair(document, source.language)
    notes = find_footnotes(lines, source.language, raised_numbers(document))
    found = outline(document, notes.lines, notes, source)
    unboxed = unboxed_regions(document, notes.lines, found.indicator_regions, source.language[0])
    tables = _indicator_tables(found, unboxed, document, source, ids)
    targets = read_targets(outside(found.blocks, unboxed), document, source, ids)
    printed: tuple[PrintedTable, ...] = tuple(p for t in tables for p in t.printed)
    table_rows, cell_rows = printed_rows(document, source.id, ids, printed)
    wants_terms = only is None or only in _OF_TERMS or len(source.language) > 1
    terms = glossary(document, found.blocks, ids) if wants_terms else []
    lines_of_tables = with_indicators((x for t in tables for x in t.indicators), source.title)
    edition = Edition(
        source,
        document.text,
        found.blocks,
        found.sections,
        found.boxes,
        found.box_items,
        found.footnotes,
        tuple(lines_of_tables),
        tuple(with_target_indicators((*(x for t in tables for x in t.targets), *targets.targets), source.title)),
        tuple(terms),
    )
    rows: dict[str, list[Record]] = {
        "numeric_targets": list(with_own_facts(edition)),
        "indicators": list(with_own_line_facts(edition)),
        "pages": _pages(document, source),
        "sections": list(found.sections),
        "footnotes": list(found.footnotes),
        "boxes": list(found.boxes),
        "box_items": list(found.box_items),
        "tables": [*(t.table for t in tables), *table_rows],
        "table_cells": [*(x for t in tables for x in t.cells), *cell_rows],
        "discrepancies": [*(x for t in tables for x in t.discrepancies), *targets.discrepancies],
        "glossary": [*terms],
        "parallel_texts": [*facing_texts(source, found.blocks, found.sections, found.boxes)],
        "repairs": _repairs(
            [
                *changes,
                *with_raw(notes.changes, document.text),
                *found.changes,
                *inferred_changes(terms, document.text),
            ],
            source,
            ids,
        ),
    }
    read = [(x.number_char_start, x.number_char_end, "numeric_targets", x.target_id) for x in targets.targets]
    read += [
        (start, end, "indicators", f"{source.id}/{t.table.table_id}/{row}")
        for t in tables
        for start, end, row in t.read
    ]
    if only in (None, "discrepancies"):
        rows["discrepancies"] += check_document(rows, found.blocks, document, source, ids)
    passed = [*targets.passed, *found.passed, *_footnote_numbers(notes), *(p for t in tables for p in t.passed)]
    seen = [t.table.table_id for t in tables for _ in t.printed or (t,)] + [t.table_id for t in table_rows]
    return Extraction(rows, tuple(read), tuple(passed), tuple(seen), targets.grounds, found.blocks)


def _indicator_tables(
    found: Outline, unboxed: Iterable[IndicatorRegion], document: Document, source: Source, ids: Ids
) -> list[IndicatorTable]:
    titles: dict[str | None, str] = {box.box_id: box.title for box in found.boxes}
    regions = [*found.indicator_regions, *unboxed]
    read = (read_indicator_table(r, titles.get(r.box_id, ""), document, source, ids) for r in regions)
    return [table for table in read if table]


def _footnote_numbers(notes: FootnoteScan) -> list[Passed]:
    """The number that opens each footnote and its markers in the text."""
    places = [(note.number_start, note.number_start + len(note.number)) for note in notes.notes]
    places += [(change.start, change.end) for change in notes.changes if change.kind == "footnote_marker"]
    return [Passed(start, end, "footnote_marker") for start, end in places]


def _pages(document: Document, source: Source) -> list[Record]:
    return [
        PageRow(
            document_id=source.id,
            page=p.number,
            printed_label=p.printed_label,
            width=p.width,
            height=p.height,
            rotation=p.rotation,
            text_layer=p.text_layer,
            reasons=p.reasons,
            char_start=p.start,
            char_end=p.end,
        )
        for p in document.pages
    ]


def _repairs(changes: Iterable[Change], source: Source, ids: Ids) -> list[Record]:
    """Changes in the order of their places; the same change found by two steps counts once."""
    unique = sorted(set(changes), key=lambda c: (c.start, c.end, c.kind, c.repaired, c.rule_id))
    return [
        Repair(
            repair_id=ids.make("r", c.kind, c.raw, c.repaired),
            document_id=source.id,
            char_start=c.start,
            char_end=c.end,
            raw=c.raw,
            repaired=c.repaired,
            repair_kind=c.kind,
            rule_id=c.rule_id,
        )
        for c in unique
    ]
