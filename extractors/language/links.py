"""What is the same in two editions of a work, as rows of the crosswalk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from extractors.identity import Ids
from extractors.language.editions import Edition
from extractors.language.links_indicators import link_indicators, row_id
from extractors.language.links_structure import Pair, Structure, link_structure
from extractors.language.links_wording import Wording
from extractors.language.target_links import TargetLinks, link_targets
from extractors.language_records import CrosswalkLink
from extractors.records import Indicator
from extractors.source import Source

_HAN = re.compile(r"[\u3400-\u9fff]")
_AUTHORITIES = ("official", "official_translation", "translation")


@dataclass(frozen=True, slots=True)
class Linked:
    """Two editions and what is the same in them.

    Attributes:
        left: The edition of more authority; of equals the one with the first id.
        right: The other one.
        structure: Sections, boxes and items.
        rows: Lines of main-indicator tables.
        targets: Statements, linked and alone.
    """

    left: Edition
    right: Edition
    structure: Structure
    rows: tuple[Pair[Indicator], ...]
    targets: TargetLinks


def precedence(source: Source) -> tuple[int, str]:
    """The order in which documents are counted: by authority, then by id."""
    known = source.authority in _AUTHORITIES
    return (_AUTHORITIES.index(source.authority) if known else len(_AUTHORITIES), source.id)


def link_editions(family: Sequence[Edition]) -> tuple[Linked, ...]:
    """Every two editions of a work, the one of more authority on the left."""
    ordered = sorted(family, key=lambda e: precedence(e.source))
    return tuple(link(left, right) for left, right in combinations(ordered, 2))


def link(left: Edition, right: Edition) -> Linked:
    """What is the same in two editions."""
    wording = Wording([*left.terms, *right.terms])
    structure = link_structure(left, right, wording)
    rows = link_indicators(left, right, structure, wording)
    return Linked(left, right, structure, rows, link_targets(left, right, structure, rows, wording))


def link_columns(edition: Edition) -> tuple[Linked, ...]:
    """The languages of one document, linked as if each were an edition; nothing for a document in one language."""
    languages = [language[:2] for language in edition.source.language]
    if len(set(languages)) < 2:
        return ()
    columns = (_column(edition, language) for language in dict.fromkeys(languages))
    return tuple(link(left, right) for left, right in combinations(columns, 2))


def _column(edition: Edition, language: str) -> Edition:
    """What a document says in one language; boxes and lines of tables do not name theirs, their titles show it."""

    def ours(words: str) -> bool:
        return (_HAN.search(words) is not None) == (language == "zh")

    boxes = {box.box_id for box in edition.boxes if ours(box.title)}
    return replace(
        edition,
        source=replace(edition.source, language=(language,)),
        sections=tuple(s for s in edition.sections if s.language[:2] == language),
        boxes=tuple(b for b in edition.boxes if b.box_id in boxes),
        box_items=tuple(i for i in edition.box_items if i.box_id in boxes),
        indicators=tuple(x for x in edition.indicators if ours(x.indicator)),
        targets=tuple(t for t in edition.targets if t.language[:2] == language),
    )


def crosswalk(linked: Iterable[Linked]) -> tuple[CrosswalkLink, ...]:
    """The links as rows: sections, boxes, items, indicators and targets, each in the order of the left edition."""
    return tuple(row for two in linked for row in _rows(two))


def _rows(two: Linked) -> Iterator[CrosswalkLink]:
    ids = Ids(two.left.id)

    def row(kind: str, names: tuple[str, str], texts: tuple[str, str], pair: Pair[Any]) -> CrosswalkLink:
        # What a thing is called, 章 or Article, is no difference of the thing; `edition_labels` tells it once.
        differences = [told for told in pair.differences if not told.startswith("label: ")]
        return CrosswalkLink(
            link_id=ids.make("x", kind, names[0], two.right.id, names[1]),
            link_kind=kind,
            left_document_id=two.left.id,
            left_id=names[0],
            left_text=texts[0],
            right_document_id=two.right.id,
            right_id=names[1],
            right_text=texts[1],
            agreement="differs" if differences else "same",
            difference="; ".join(differences) or None,
            score=pair.score,
            left_char_start=pair.left.char_start,
            left_char_end=pair.left.char_end,
            right_char_start=pair.right.char_start,
            right_char_end=pair.right.char_end,
        )

    for s in two.structure.sections:
        yield row("section", (s.left.section_id, s.right.section_id), (s.left.title, s.right.title), s)
    for b in two.structure.boxes:
        yield row("box", (b.left.box_id, b.right.box_id), (b.left.title, b.right.title), b)
    for i in two.structure.items:
        names = f"{i.left.box_id}/{i.left.item_number}", f"{i.right.box_id}/{i.right.item_number}"
        yield row("box_item", names, (i.left.title, i.right.title), i)
    for x in two.rows:
        yield row("indicator", (row_id(x.left), row_id(x.right)), (x.left.indicator, x.right.indicator), x)
    for t in two.targets.pairs:
        yield row("target", (t.left.target_id, t.right.target_id), (t.left.quote, t.right.quote), t)
