"""Institutions in one edition where the other counts their places: 500 nurseries for 500 places in nurseries."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.checks.indicator_tables import nature
from extractors.checks.material import Finding
from extractors.language.links import Linked
from extractors.records import NumericTarget


def edition_capacity(two: Linked) -> Iterator[tuple[str, Finding]]:
    """Linked statements of which one names places, beds or seats and the other only what has them."""
    for pair in two.targets.pairs:
        mine, theirs = pair.right, pair.left
        if mine.unit != "count" or theirs.unit != "count":
            continue
        for one, other in ((mine, theirs), (theirs, mine)):
            if _places(one.indicator) and _institutions(other.indicator):
                yield two.right.id, _finding(mine, theirs, two.left.id, places_here=one is mine)


def _places(name: str) -> bool:
    return nature()["capacity"].search(name) is not None


def _institutions(name: str) -> bool:
    known = nature()
    return known["institutions"].search(name) is not None and not (_places(name) or known["places"].search(name))


def _finding(mine: NumericTarget, theirs: NumericTarget, other: str, *, places_here: bool) -> Finding:
    kinds = ("places", "institutions") if places_here else ("institutions", "places")
    number = " ".join(mine.number_text.split())
    return Finding(
        check="edition_unit",
        message=f"{mine.indicator}: {number} {kinds[0]} here, {kinds[1]} in {other}, which has {theirs.indicator}.",
        start=mine.number_char_start,
        end=mine.number_char_end,
        value=mine.indicator,
        other_value=theirs.indicator,
        other_start=theirs.number_char_start,
        other_end=theirs.number_char_end,
        other_document_id=other,
        page=mine.page,
    )
