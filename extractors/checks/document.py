"""All checks of one document, run over what was read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.checks.abstracts import abstracts
from extractors.checks.bounding import bounded
from extractors.checks.collocations import collocations
from extractors.checks.edition_numbers import facing_numbers
from extractors.checks.furnishings import furnishings
from extractors.checks.glosses import glosses
from extractors.checks.indicator_tables import indicator_tables
from extractors.checks.material import Finding, Material, discrepancy
from extractors.checks.numbering import numbering
from extractors.checks.repeated_names import repeated_names
from extractors.checks.repeated_words import repeated_words
from extractors.checks.sentences import sentences
from extractors.checks.stated_counts import stated_counts
from extractors.checks.sums import sums
from extractors.checks.typography import typography
from extractors.checks.wording import wording
from extractors.document import Document
from extractors.identity import Ids
from extractors.records import Discrepancy, Record
from extractors.source import Source
from extractors.structure.model import Block

_CHECKS: tuple[Callable[[Material], Iterator[Finding]], ...] = (
    numbering,
    repeated_names,
    repeated_words,
    sentences,
    collocations,
    wording,
    typography,
    stated_counts,
    sums,
    indicator_tables,
    glosses,
    abstracts,
    facing_numbers,
    furnishings,
)


_MOST = 8
"""Rows that ten thousand characters may have."""


def check_document(
    rows: Mapping[str, Sequence[Record]],
    blocks: tuple[Block, ...],
    document: Document,
    source: Source,
    ids: Ids,
) -> list[Discrepancy]:
    """What one document gets wrong by itself.

    Args:
        rows: The rows of all datasets of the document.
        blocks: Its paragraphs, headings and footnotes.
        document: Its raw text, that all spans count in.
        source: What is known of it.
        ids: Makes the ids of its rows.

    Returns:
        One row a defect, in reading order.
    """
    material = Material(document, source, rows, blocks)
    found = sorted((f for check in _CHECKS for f in check(material)), key=lambda f: f.place)
    few = bounded(list(_once(found)), len(document.text), _MOST)
    return [_row(f, document, source, ids) for f in few]


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """Two checks that point at one place with one value tell of one defect."""
    seen: set[tuple[int | None, int | None, str | None]] = set()
    for finding in found:
        key = (finding.start, finding.end, finding.value)
        if finding.start is None or key not in seen:
            yield finding
        seen.add(key)


def _row(found: Finding, document: Document, source: Source, ids: Ids) -> Discrepancy:
    if found.start is None:
        return discrepancy(found, source.id, "", ids)
    placed = replace(found, page=document.page_at(found.start))
    return discrepancy(placed, source.id, document.text[found.start : found.end], ids)
