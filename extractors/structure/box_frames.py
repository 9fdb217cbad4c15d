"""Printed frames as rows of a stream, and which of them is a box's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import PrintedFrame
from extractors.structure.headings import Heading
from extractors.structure.rows import Stream


@dataclass(frozen=True, slots=True)
class FramedRows:
    """Rows [first, last) of a stream that stand in one frame, and the rows that begin a part of it."""

    first: int
    last: int
    parts: frozenset[int]


def framed_rows(stream: Stream, frames: Iterable[PrintedFrame], headings: Sequence[Heading]) -> list[FramedRows]:
    """The frames of a stream that may be boxes; one with sections of the text in it is the page's ornament, no box."""
    starts = [row.text.starts[0] for row in stream.rows]
    if any(a > b for a, b in pairwise(starts)):
        return []  # rows in another order than the raw text: no stretch of it is a stretch of rows
    sections = [h.first for h in headings if h.mark.kind == "labelled"]
    found = []
    for frame in frames:
        first, last = bisect_left(starts, frame.start), bisect_left(starts, frame.end)
        if first < last and not any(first <= at < last for at in sections) and not _counts_on(headings, first, last):
            parts = frozenset(at for start, _ in frame.rows if (at := bisect_left(starts, start)) < last)
            found.append(FramedRows(first, last, parts))
    return found


def _counts_on(headings: Sequence[Heading], first: int, last: int) -> bool:
    """Whether the headings in rows [first, last) count on from those before: items of a box begin anew."""
    before = {h.mark.form: h.mark.number for h in headings if h.first < first and h.mark.kind == "bare"}
    begun = set()
    for heading in headings:
        form, number = heading.mark.form, heading.mark.number
        if not first <= heading.first < last or heading.mark.kind != "bare" or form in begun:
            continue
        begun.add(form)
        if number is not None and number > 1 and before.get(form) == number - 1:
            return True
    return False


def with_edges(stream: Stream, frames: Iterable[PrintedFrame]) -> Stream:
    """The stream with a new paragraph, at the latest, wherever an edge of a frame or a line across it stands.

    So no title runs over an edge, whether it stands in the frame or above it. What a page's end cuts is left whole.
    """
    starts = [row.text.starts[0] for row in stream.rows]
    if any(a > b for a, b in pairwise(starts)):
        return stream
    raw = {place for f in frames for place in (f.start, f.end, *(start for start, _ in f.rows))}
    edges = {at for at in (bisect_left(starts, place) for place in raw) if 0 < at < len(starts)}
    edges = {at for at in edges if stream.rows[at].page == stream.rows[at - 1].page}
    if not edges:
        return stream
    rows = tuple(replace(row, opens=True) if at in edges else row for at, row in enumerate(stream.rows))
    return replace(stream, rows=rows)


def frame_of_box(frames: Sequence[FramedRows], at: int, behind_title: int) -> FramedRows | None:
    """The frame in which a box's caption stands, or that begins right below it.

    Args:
        frames: All frames.
        at: Row of the caption.
        behind_title: The row behind its title.

    Returns:
        The innermost frame with text of the box in it, or null. A frame of the caption alone is its ornament; then
        the one below counts.
    """
    own = [f for f in frames if f.last > behind_title and (f.first <= at < f.last or at < f.first <= behind_title)]
    return min(own, key=lambda f: (f.last - f.first, f.first), default=None)
