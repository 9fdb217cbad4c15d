"""The categories of rows from where their names stand: beside each row, at the first, in the middle, or above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.tables.centred_categories import Extent, centred
from extractors.tables.line_blocks import Span

_BESIDE = 0.35  # heights of a line within which a name stands beside a row


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a group of rows and where it stands."""

    text: str
    span: Span


def categories(
    beside: Sequence[Label], above: Sequence[Label], rows: Sequence[Span], before: str | None
) -> list[str | None]:
    """The category of each row of a page.

    Args:
        beside: Names in the category's column.
        above: Names in lines of their own over the rows of their group.
        rows: Places of the rows, from top to bottom.
        before: The category of the last row of the page before.
    """
    if above and not beside:
        ordered = sorted(above, key=lambda label: label.span.top)
        return [next((x.text for x in reversed(ordered) if x.span.top < r.top), before) for r in rows]
    at_first = _at_first(beside, rows, before)
    in_middle = _in_middle(beside, rows, before)
    if at_first and in_middle:
        return min((at_first, in_middle), key=_lone)
    return at_first or in_middle or _nearest(beside, rows, before)


def _at_first(labels: Sequence[Label], rows: Sequence[Span], before: str | None) -> list[str | None] | None:
    """Each name beside the first row of its group."""
    out: list[str | None] = []
    names = sorted(labels, key=lambda label: label.span.top)
    for row in rows:
        size = min(row.bottom - row.top, names[0].span.bottom - names[0].span.top) if names else 0
        while names and names[0].span.top < row.bottom and _is_beside(names[0].span, row, size):
            before, names = names[0].text, names[1:]
        out.append(before)
    return None if names or not out or out[0] is None else out


def _is_beside(label: Span, row: Span, size: float) -> bool:
    middle = abs(label.top + label.bottom - row.top - row.bottom) / 2 < _BESIDE * size
    return middle or abs(label.top - row.top) < _BESIDE * size


def _in_middle(labels: Sequence[Label], rows: Sequence[Span], before: str | None) -> list[str | None] | None:
    extents = [Extent(1, r.top, r.bottom) for r in rows]
    marks = [(x.text, Extent(1, x.span.top, x.span.bottom)) for x in labels]
    return centred(extents, marks, [None]) if before is None else centred(extents, marks, [None], before)


def _lone(found: Sequence[str | None]) -> int:
    """How many groups have one row only."""
    return sum(
        (at == 0 or found[at - 1] != name) and (at + 1 == len(found) or found[at + 1] != name)
        for at, name in enumerate(found)
    )


def _nearest(labels: Sequence[Label], rows: Sequence[Span], before: str | None) -> list[str | None]:
    """Where nothing fits: the last name that begins above a row's lower edge, for the first rows the first name."""
    ordered = sorted(labels, key=lambda label: label.span.top)
    before = before or (ordered[0].text if ordered else None)
    return [next((x.text for x in reversed(ordered) if x.span.top < r.bottom), before) for r in rows]
