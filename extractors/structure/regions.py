"""Where texts of a document are printed: without the page numbers, running headers and notes between their parts."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.document import Document, Region
from extractors.mapped import MappedText


def regions_of(document: Document, texts: Iterable[MappedText]) -> tuple[Region, ...]:
    """One rectangle a line of the texts, in their order; none where the document shows no places.

    Args:
        document: As read.
        texts: Texts with their raw places; what else the raw text has between these is left out.
    """
    if not document.glyphs:
        return ()
    return tuple(r for start, end in _stretches(document.text, texts) for r in document.regions(start, end))


def _stretches(raw: str, texts: Iterable[MappedText]) -> list[tuple[int, int]]:
    """The raw spans of texts, those that only white space parts as one."""
    found: list[tuple[int, int]] = []
    for text in texts:
        for char, start, end in zip(text.text, text.starts, text.ends, strict=True):
            if char.isspace():  # what joins two lines stands for all between them
                continue
            last = found[-1] if found else None
            if last and last[0] <= start and (start <= last[1] or not raw[last[1] : start].strip()):
                if end > last[1]:
                    found[-1] = (last[0], end)
            else:
                found.append((start, end))
    return found
