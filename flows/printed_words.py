"""The words that are printed at a place of a PDF, for a person whose release may not quote them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from extractors.document import Region

_AROUND = 0.5  # points around a region that still count: letters reach over their boxes


def printed_at(path: Path, regions: Sequence[Region]) -> str:
    """The text within regions, one after the other; empty where a page is turned or cannot be read.

    Args:
        path: The PDF.
        regions: Rectangles in points from the top left corner of their pages.
    """
    import pypdfium2

    words: list[str] = []
    try:
        with closing(pypdfium2.PdfDocument(path)) as document:
            for region in regions:
                with closing(document[region.page - 1]) as page:
                    if page.get_rotation():
                        return ""
                    left, _, _, top = page.get_cropbox()
                    x0, x1 = left + region.x0 - _AROUND, left + region.x1 + _AROUND
                    y0, y1 = top - region.bottom - _AROUND, top - region.top + _AROUND
                    with closing(page.get_textpage()) as text:
                        words.append(text.get_text_bounded(x0, y0, x1, y1))
    except (pypdfium2.PdfiumError, IndexError):
        return ""
    return " ".join(" ".join(words).split())
