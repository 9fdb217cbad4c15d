"""What the editions of one work say about each other: every finding that needs more than one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.checks.editions import check_editions
from extractors.checks.retold import Retold, retold
from extractors.language.editions import Edition
from extractors.language.facing import edition_texts
from extractors.language.facts import Fact, facts, line_facts
from extractors.language.garbled_terms import garbled_over_editions
from extractors.language.glossary import variants
from extractors.language.links import crosswalk, link_editions
from extractors.language.place_crosswalk import link_places
from extractors.language_records import CrosswalkLink, ParallelText
from extractors.records import Discrepancy, Repair


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing a family; rows of its documents are changed by id only.

    Attributes:
        links: What is the same in two of them.
        passages: Their texts side by side.
        facts: By target id, for targets of documents of the family.
        line_facts: By table id and line number with a slash between, for lines of main-indicator tables.
        repairs: Damage that another edition explains.
        repaired_terms: Chinese terms as they must read, by term id.
        variants: The other English phrases for a term's Chinese, by term id.
        discrepancies: Where they contradict each other.
        retold: What that changes in the discrepancies of each document alone.
    """

    links: tuple[CrosswalkLink, ...] = ()
    passages: tuple[ParallelText, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    line_facts: Mapping[str, Fact] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    repaired_terms: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    discrepancies: tuple[Discrepancy, ...] = ()
    retold: Retold = field(default_factory=Retold)


def compare(family: Sequence[Edition]) -> Comparison:
    """Compare the editions of one work, every two of them.

    Args:
        family: Two editions or more, sorted by id.
    """
    linked = link_editions(family)
    passages = tuple(edition_texts(family))
    places = link_places(family, passages)
    repaired_terms, repairs = garbled_over_editions(family, passages)
    discrepancies = check_editions(family, linked, places, passages)
    return Comparison(
        links=(*crosswalk(linked), *places),
        passages=passages,
        facts=facts(family, linked),
        line_facts=line_facts(family, linked),
        repairs=repairs,
        repaired_terms=repaired_terms,
        variants=variants(term for edition in family for term in edition.terms),
        discrepancies=discrepancies,
        retold=retold(family, repaired_terms, discrepancies),
    )
