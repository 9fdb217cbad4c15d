"""Headings, boxes and items that two editions count or label differently."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.checks.material import Finding, first_line
from extractors.language.links import Linked
from extractors.language.links_structure import Pair
from extractors.records import Box, BoxItem, Section

_Paired = Pair[Section] | Pair[Box] | Pair[BoxItem]

_COUNTED = frozenset({"items", "item_count", "bullets", "number"})


def edition_structure(two: Linked) -> Iterator[tuple[str, Finding]]:
    """Counts, numbers and places in titles that differ, each; labels of a level, once for each two."""
    labels: dict[tuple[str, str], list[_Paired]] = {}
    structure = two.structure
    pairs: list[_Paired] = [*structure.sections, *structure.boxes, *structure.items]
    for pair in pairs:
        for told in pair.differences:
            what, _, values = told.partition(": ")
            left, _, right = values.partition(" / ")
            if what == "label":
                labels.setdefault((left, right), []).append(pair)
            elif what in _COUNTED:
                message = f"{pair.right.title}: {what} {right} here, {left} in {two.left.id}."
                yield two.right.id, _finding("edition_count", message, pair, left, right, two)
            elif what == "place":
                message = f"The title {pair.right.title!r} names {right}, that of {two.left.id} {left} in its stead."
                yield two.right.id, _finding("place_differs", message, pair, left, right, two)
    for (left, right), same in labels.items():
        message = f"What {two.left.id} labels {left} is labelled {right} here, {len(same)} times."
        yield two.right.id, _finding("edition_labels", message, same[0], left, right, two)


def _finding(check: str, message: str, pair: _Paired, left: str, right: str, two: Linked) -> Finding:
    start, end = first_line(two.right.text, pair.right.char_start, pair.right.char_end)
    other_start, other_end = first_line(two.left.text, pair.left.char_start, pair.left.char_end)
    return Finding(
        check=check,
        message=message,
        start=start,
        end=end,
        value=right,
        other_value=left,
        other_start=other_start,
        other_end=other_end,
        other_document_id=two.left.id,
        page=pair.right.page,
    )
