"""What is used of pdfplumber, which has no types of its own: the shape of its PDF and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

Box = tuple[float, float, float, float]  # x0, top, x1, bottom in points from the page's top left


class PlumberTable(Protocol):
    """A table as pdfplumber found it."""

    cells: Sequence[Box]


class PlumberPage(Protocol):
    """A page; its boxes count from the media box, not from the crop box."""

    rotation: int
    cropbox: Box
    images: Sequence[object]

    def extract_words(self, **settings: object) -> list[Mapping[str, object]]:
        """Words in reading order, each a mapping with text, x0, top, x1, bottom and the attributes asked for."""
        ...

    def find_tables(self) -> list[PlumberTable]:
        """Tables with ruling lines."""
        ...

    def close(self) -> None:
        """Drop everything that was made for the page."""
        ...


class PlumberPdf(Protocol):
    """An open PDF."""

    pages: Iterable[PlumberPage]

    def close(self) -> None:
        """Close the file."""
        ...
