"""Numbers that stand in a cell of a published table: they are in a dataset, though no sentence was made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractors.document import Document, Region
from extractors.records import Record, TableCell
from quality.coverage import Fate

_BAND = 24.0
"""Height of the bands, in points, in which a page's cells are looked up."""


def numbers_in_cells(document: Document, cells: Iterable[Record], numbers: Iterable[Fate]) -> Iterator[Fate]:
    """The fates of numbers that are printed within a cell that has them in its text; none for a text without places.

    Args:
        document: Where each character is printed.
        cells: Rows of `table_cells`.
        numbers: Numbers in the order of their places.
    """
    bands: dict[tuple[int, int], list[tuple[Region, TableCell]]] = defaultdict(list)
    for cell in cells:
        if isinstance(cell, TableCell):
            for region in cell.regions:
                for band in range(int(region.top / _BAND), int(region.bottom / _BAND) + 1):
                    bands[region.page, band].append((region, cell))
    if not bands:
        return
    for number, box in _printed(document, numbers):
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        digits = document.text[number.start : number.end]
        for region, cell in bands.get((box.page, int(y / _BAND)), ()):
            if region.x0 <= x <= region.x1 and region.top <= y <= region.bottom and digits in cell.text:
                key = f"{cell.table_id}/{cell.row}/{cell.column}"
                yield Fate(number.start, number.end, cell.dataset, key)
                break


def _printed(document: Document, numbers: Iterable[Fate]) -> Iterator[tuple[Fate, Region]]:
    """Each number with the place of the run of characters that it begins in; both are in the order of the text."""
    runs = iter(document.glyphs)
    run = next(runs, None)
    for number in numbers:
        while run is not None and run.end <= number.start:
            run = next(runs, None)
        if run is not None and run.start <= number.start:
            yield number, run.region
