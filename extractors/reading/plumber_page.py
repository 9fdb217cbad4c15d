"""What is used of pdfplumber, which has no types of its own: the shape of its PDF and page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from extractors.reading.page_turn import Box


class MinerPage(Protocol):
    """pdfminer's page: boxes as the file has them, from the bottom left, before rotation."""

    mediabox: Sequence[float]
    cropbox: Sequence[float]


class PlumberPage(Protocol):
    """A page; places on it count from the top left of its media box as displayed, not of its crop box."""

    rotation: int
    mediabox: Box
    page_obj: MinerPage
    images: Sequence[Mapping[str, object]]
    chars: Sequence[Mapping[str, object]]
    lines: Sequence[Mapping[str, object]]
    rects: Sequence[Mapping[str, object]]
    curves: Sequence[Mapping[str, object]]

    def dedupe_chars(self) -> PlumberPage:
        """The page without characters drawn twice in one place."""
        ...

    def close(self) -> None:
        """Drop everything that was made for the page."""
        ...


def displayed_box(page: PlumberPage) -> Box:
    """The crop box as displayed, in the coordinates in which pdfplumber gives places on the page.

    pdfplumber's own crop box is wrong on turned pages: it swaps the axes where it should turn them.
    """
    left, bottom, right, top = _sorted_box(page.page_obj.mediabox)
    crop = _sorted_box(page.page_obj.cropbox)
    x0, y0, x1, y1 = max(crop[0], left), max(crop[1], bottom), min(crop[2], right), min(crop[3], top)
    if x1 <= x0 or y1 <= y0:  # nothing of it on the page: viewers show the media box
        x0, y0, x1, y1 = left, bottom, right, top
    # how much is cut off at the left, top, right and bottom before rotation; a turn moves each edge on by one
    cut = [x0 - left, top - y1, right - x1, y0 - bottom]
    turns = page.rotation // 90 % 4
    cut = cut[-turns:] + cut[:-turns] if turns else cut
    width, height = (y1 - y0, x1 - x0) if turns % 2 else (x1 - x0, y1 - y0)
    start, above = page.mediabox[0] + cut[0], page.mediabox[1] + cut[1]
    return (start, above, start + width, above + height)


def _sorted_box(box: Sequence[float]) -> Box:
    a, b, c, d = (float(v) for v in box)
    return (min(a, c), min(b, d), max(a, c), max(b, d))
