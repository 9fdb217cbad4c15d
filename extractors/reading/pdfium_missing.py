"""Characters that pdfium draws and leaves out of its text: those for which it finds no glyph's extent.

A text object of one character, say a page number or a quotation mark, of a font that the file does not hold has an
empty box for pdfium, and is no text to it. Its place, size and font are known; what it says is asked of pdf_oxide.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from extractors.reading.engine import Char
from extractors.reading.page_turn import Matrix, PageTurn
from extractors.reading.pdfium_text import ObjectStyles

_NEAR = 0.6  # points between the places that two engines give one character


class _Placed(NamedTuple):
    """A character as pdf_oxide gives it: where it begins on its base line in the file's coordinates, and its width."""

    x: float
    y: float
    text: str
    width: float


class MissingText:
    """What pdfium leaves out of a file's text, looked up page by page; the file is opened when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf: Any = None
        self._failed = False

    def chars(
        self,
        number: int,
        objects: Sequence[tuple[int, Matrix]],
        styles: ObjectStyles,
        known: Collection[Char],
        turn: PageTurn,
    ) -> list[Char]:
        """The characters of text objects that stand in no text.

        Args:
            number: 1-based page.
            objects: Addresses of the objects, with the matrix that leads from each one's surroundings to the page.
            styles: The page's styles.
            known: Characters that pdfium gives, for their widths.
            turn: How the page is displayed.
        """
        left_out = [found for at, matrix in objects if (found := styles.drawn(at, matrix))]
        if not left_out:
            return []
        places: dict[tuple[int, int], list[_Placed]] = {}
        for placed in self._found(number):
            places.setdefault((round(placed.x), round(placed.y)), []).append(placed)
        if not places:
            return []
        widths = {(c.text, c.font): (c.x1 - c.x0) / c.size for c in known if c.upright and c.size}
        taken = {(c.text, round(c.x0), round(c.top)) for c in known}
        out = []
        for x, y, style in left_out:
            nearest = _nearest(places, x, y)
            if nearest is None or not nearest.text.strip():
                continue
            usual = widths.get((nearest.text, style.font))
            width = nearest.width if usual is None else usual * style.size
            char = styles.char(nearest.text, (x, y), width, style, turn)
            if not _stands(char, taken):  # else the object is a blank where another one's character begins
                out.append(char)
        return out

    def _found(self, number: int) -> list[_Placed]:
        """The page's characters as pdf_oxide has them; none where it fails."""
        import pdf_oxide

        if self._failed:
            return []
        try:
            if self._pdf is None:
                pdf_oxide.disable_logging()
                self._pdf = pdf_oxide.PdfDocument(str(self._path))
                self._pdf.authenticate("")
            return _placed(self._pdf.extract_chars(number - 1))
        except (RuntimeError, ValueError, OSError, IndexError):
            self._failed = self._pdf is None
            return []

    def close(self) -> None:
        """Release the file."""
        self._pdf = None


def _placed(chars: Iterable[Any]) -> list[_Placed]:
    """Characters with their widths, which end where the next one on the line begins: pdf_oxide's may be too wide."""
    lines: dict[tuple[float, int], list[tuple[float, Any]]] = {}
    for char in chars:
        angle = math.radians(char.rotation_degrees)
        x, y = char.bbox[0], char.bbox[1]
        across = y * math.cos(angle) - x * math.sin(angle)
        along = x * math.cos(angle) + y * math.sin(angle)
        lines.setdefault((char.rotation_degrees, round(across)), []).append((along, char))
    out = []
    for line in lines.values():
        line.sort(key=itemgetter(0))
        for at, (along, char) in enumerate(line):
            room = line[at + 1][0] - along if at + 1 < len(line) else math.inf
            width = min(char.bbox[2], room) if room > _NEAR else char.bbox[2]
            out.append(_Placed(char.bbox[0], char.bbox[1], char.char, width))
    return out


def _stands(char: Char, taken: Collection[tuple[str, int, int]]) -> bool:
    """Whether the same character begins in its place already; the height differs with the font size."""
    x, top, high = round(char.x0), round(char.top), math.ceil(char.size / 2)
    return any((char.text, i, j) in taken for i in (x - 1, x, x + 1) for j in range(top - high, top + high + 1))


def _nearest(places: dict[tuple[int, int], list[_Placed]], x: float, y: float) -> _Placed | None:
    """The character that begins at a place."""
    near = [
        (max(abs(p.x - x), abs(p.y - y)), p)
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        for p in places.get((round(x) + i, round(y) + j), ())
    ]
    distance, nearest = min(near, default=(_NEAR, None))
    return nearest if distance < _NEAR else None
