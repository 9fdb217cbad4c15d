"""What the comparison of editions changes in the rows that a document had by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.checks.glosses import garbled_message
from extractors.language.editions import Edition
from extractors.records import Discrepancy


@dataclass(frozen=True, slots=True)
class Retold:
    """Rows of `discrepancies` by document, check and start with slashes between.

    Attributes:
        solved: What a garbled gloss must read, which only another edition tells.
        superseded: Rows of a defect that the comparison tells better, with both values.
    """

    solved: Mapping[str, str] = field(default_factory=dict)
    superseded: frozenset[str] = frozenset()

    def messages(self) -> dict[str, str]:
        """The messages of the solved ones."""
        return {key: garbled_message(repaired) for key, repaired in self.solved.items()}


def retold(
    family: Sequence[Edition], repaired_terms: Mapping[str, str], discrepancies: Iterable[Discrepancy]
) -> Retold:
    """The rows that a comparison completes or makes idle.

    Args:
        family: The editions of a work.
        repaired_terms: By term id.
        discrepancies: What the comparison tells.
    """
    solved = {
        f"{edition.id}/garbled_gloss/{term.char_start}": repaired_terms[term.term_id]
        for edition in family
        for term in edition.terms
        if term.garbled and term.term_id in repaired_terms
    }
    turned: dict[str, list[int]] = {}
    for row in discrepancies:
        if row.check == "edition_comparator_reversed" and row.char_start is not None:
            turned.setdefault(row.document_id, []).append(row.char_start)
    idle = frozenset(
        f"{edition.id}/reversed_comparator/{line.char_start}"
        for edition in family
        for line in edition.indicators
        if any(line.char_start <= at < line.char_end for at in turned.get(edition.id, ()))
    )
    return Retold(solved, idle)
