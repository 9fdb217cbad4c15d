"""All checks between the editions of one work: values, bounds, units, counts, labels, glosses and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from extractors.checks.bounding import bounded
from extractors.checks.edition_capacity import edition_capacity
from extractors.checks.edition_counts import edition_counts
from extractors.checks.edition_glosses import edition_glosses
from extractors.checks.edition_names import edition_names
from extractors.checks.edition_numbers import edition_numbers
from extractors.checks.edition_statements import edition_statements
from extractors.checks.edition_structure import edition_structure
from extractors.checks.material import Finding, discrepancy
from extractors.checks.places import places
from extractors.identity import Ids
from extractors.language.editions import Edition
from extractors.language.links import Linked
from extractors.language_records import CrosswalkLink, ParallelText
from extractors.records import Discrepancy, PageRow

_MOST = 7
"""Rows that ten thousand characters of an edition may have."""


def check_editions(
    family: Sequence[Edition],
    linked: Sequence[Linked],
    links: Sequence[CrosswalkLink],
    passages: Sequence[ParallelText],
) -> tuple[Discrepancy, ...]:
    """Where the editions of one work contradict each other.

    Args:
        family: The editions.
        linked: Every two of them with what is the same in them.
        links: Links between places.
        passages: Their texts side by side.

    Returns:
        One row a defect, on the edition of less authority, with the other one's span; in order of documents and places.
    """
    by_id = {e.id: e for e in family}
    told = _told_once(family)
    linked = [two for two in linked if (two.left.id, two.right.id) in told]
    links = [link for link in links if (link.left_document_id, link.right_document_id) in told]
    passages = [p for p in passages if (p.document_id, p.other_document_id or p.document_id) in told]
    found = chain(
        *(_between(two, passages) for two in linked),
        edition_numbers(passages, by_id),
        # A document that contradicts itself is the stronger finding.
        sorted(places(links), key=lambda told: told[1].check != "place_spelled_two_ways"),
        edition_names(passages, by_id),
    )
    findings = list(_once(found))
    rows: list[Discrepancy] = []
    for name, edition in sorted(by_id.items()):
        mine = sorted((f for document, f in findings if document == name), key=lambda f: f.place)
        ids = Ids(name)
        rows += [_row(name, f, edition, ids) for f in bounded(mine, len(edition.text), _MOST)]
    return tuple(rows)


def _told_once(family: Sequence[Edition]) -> set[tuple[str, str]]:
    """Every two documents, in either order, whose contradictions are told.

    A text and a PDF of one edition say the same: against those of another edition each defect would be told four times.
    Of two works that the family has in several editions, only the first documents are compared; documents of one work
    are always compared with each other.
    """
    works = {e.id: e.source.edition_of or e.id for e in family}
    first: dict[str, str] = {}
    for e in family:
        first.setdefault(works[e.id], e.id)
    pairs = set()
    for one, other in combinations((e.id for e in family), 2):
        if works[one] == works[other] or (first[works[one]], first[works[other]]) == (one, other):
            pairs |= {(one, other), (other, one)}
    return pairs | {(e.id, e.id) for e in family}


def _between(two: Linked, passages: Sequence[ParallelText]) -> Iterator[tuple[str, Finding]]:
    """What two editions say differently."""
    yield from edition_statements(two)
    yield from edition_capacity(two)
    yield from edition_counts(two, passages)
    yield from edition_structure(two)
    yield from edition_glosses(two)


def _once(found: Iterable[tuple[str, Finding]]) -> Iterator[tuple[str, Finding]]:
    """One row for one place and what is said of it.

    A line of a table is both an indicator and a target; of a name that several editions spell otherwise the first
    other spelling is told, and not once more from the other side.
    """
    seen: set[tuple[str | int | None, ...]] = set()
    for document, finding in found:
        named = finding.check.startswith(("place", "name"))
        key = (document, finding.start, named or finding.other_document_id, named or finding.value)
        turned = (finding.other_document_id or document, finding.other_start, True, True)
        if key not in seen:
            yield document, finding
        seen.add(key)
        if named:
            seen.add(turned)


def _row(document: str, found: Finding, edition: Edition, ids: Ids) -> Discrepancy:
    words = "" if found.start is None else edition.text[found.start : found.end]
    page = found.page if found.page is not None else _page(edition.pages, found.start)
    return discrepancy(replace(found, page=page), document, f"{words}{found.other_document_id}", ids)


def _page(pages: Sequence[PageRow], at: int | None) -> int | None:
    """The page that a code point is on; null where the document has no pages."""
    if at is None or not pages:
        return None
    return max((p for p in pages if p.char_start <= at), key=lambda p: p.char_start, default=pages[0]).page
