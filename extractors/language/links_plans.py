"""The same indicator in the main-indicator tables of consecutive plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.identity import Ids
from extractors.language.editions import families
from extractors.language.links import precedence
from extractors.language.links_indicators import by_indicator, row_id
from extractors.language.links_structure import difference
from extractors.language_records import CrosswalkLink
from extractors.records import Indicator
from extractors.source import Source

_DEFINING = ("unit", "change_period", "bindingness")
"""What makes a line mean another thing in the next plan; its values are another period's and differ by nature."""
_SCORE = 0.9

PlanRows = tuple[Source, Sequence[Indicator]]


def link_plans(documents: Sequence[PlanRows]) -> tuple[CrosswalkLink, ...]:
    """Link the lines that are one indicator, from each plan to the next of its kind.

    Args:
        documents: Documents with the lines of their main-indicator tables. Plans of one jurisdiction and document
            type follow each other by their first year; of the editions of a plan the one of most authority counts.

    Returns:
        Links by `indicator_id`, earlier plans on the left.
    """
    series: dict[tuple[str | None, str], dict[int, list[PlanRows]]] = {}
    for source, rows in _works(documents):
        if source.period_start is not None:
            plans = series.setdefault((source.jurisdiction, source.document_type), {})
            plans.setdefault(source.period_start, []).append((source, rows))
    return tuple(
        link
        for _, plans in sorted(series.items(), key=lambda item: (item[0][0] or "", item[0][1]))
        for earlier, later in pairwise(sorted(plans))
        for left in plans[earlier]
        for right in plans[later]
        for link in _links(left, right)
    )


def _works(documents: Sequence[PlanRows]) -> Iterator[PlanRows]:
    """One document a work, of those with a table."""
    told = sorted((d for d in documents if d[1]), key=lambda d: precedence(d[0]))
    work = {s.id: family[0].id for family in families([source for source, _ in documents]) for s in family}
    seen: set[str] = set()
    for source, rows in told:
        name = work.get(source.id, source.id)
        if name not in seen:
            seen.add(name)
            yield source, rows


def _links(left: PlanRows, right: PlanRows) -> Iterator[CrosswalkLink]:
    ids = Ids(left[0].id)
    others = by_indicator(right[1])
    for name, mine in by_indicator(left[1]).items():
        other = others.get(name)
        if other is None:
            continue
        told = [
            difference(field, getattr(mine, field), getattr(other, field))
            for field in _DEFINING
            if getattr(mine, field) != getattr(other, field)
        ]
        yield CrosswalkLink(
            link_id=ids.make("x", "indicator", row_id(mine), right[0].id, row_id(other)),
            link_kind="indicator",
            left_document_id=left[0].id,
            left_id=row_id(mine),
            left_text=mine.indicator,
            right_document_id=right[0].id,
            right_id=row_id(other),
            right_text=other.indicator,
            agreement="differs" if told else "same",
            difference="; ".join(told) or None,
            score=_SCORE,
            left_char_start=mine.char_start,
            left_char_end=mine.char_end,
            right_char_start=other.char_start,
            right_char_end=other.char_end,
        )
