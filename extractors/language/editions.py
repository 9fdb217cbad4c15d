"""A document as the comparison of editions sees it, and which documents are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.language_records import GlossaryTerm
from extractors.records import Box, BoxItem, Footnote, Indicator, NumericTarget, PageRow, Section
from extractors.source import Source
from extractors.structure.model import Block


@dataclass(frozen=True, slots=True)
class Edition:
    """One document with what was read in it; rows in reading order.

    Attributes:
        source: What a person says of it.
        text: Its raw text, that all offsets count in.
        blocks: Its paragraphs, joined and repaired; their characters know their raw places.
        sections, boxes, box_items, footnotes, indicators, targets, terms, pages: Its rows.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    boxes: tuple[Box, ...] = ()
    box_items: tuple[BoxItem, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[NumericTarget, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    pages: tuple[PageRow, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.source.id


def families(sources: Sequence[Source]) -> tuple[tuple[Source, ...], ...]:
    """The documents that are one work: editions of it and translations, joined over any number of steps.

    Args:
        sources: All documents, in any order.

    Returns:
        Families of two and more, each sorted by id, the families by their first id. A document that is no edition
        of another is in none.
    """
    leader: dict[str, str] = {}

    def head(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for source in sources:
        # A work that several editions name need not be in the collection itself.
        for other in (source.edition_of, source.translation_of):
            if other:
                first, second = sorted((head(source.id), head(other)))
                leader[second] = first
    grouped: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda s: s.id):
        grouped.setdefault(head(source.id), []).append(source)
    return tuple(sorted((tuple(g) for g in grouped.values() if len(g) > 1), key=lambda g: g[0].id))
