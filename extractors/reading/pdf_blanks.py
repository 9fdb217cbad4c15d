"""Blanks between the words of a printed line: what parts words, and what only spreads a line's characters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cached_property
from statistics import median

from extractors.reading.pdf_words import Word

_BOTH = "“”‘’—…·"  # of Chinese print and of Latin
WIDE_CHARACTERS = f"\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef{_BOTH}"
_WIDE = re.compile(f"[{WIDE_CHARACTERS}]")
_IDEOGRAPH = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE_GAP = 0.5  # ems between two Chinese characters above which a blank is printed; justified text stays below
_GAP = 0.1  # ems beside any other character, and ems by which a blank of the file is wider than the line's usual gap
_SUPERSCRIPT = 0.8  # of the line's size
_MARKER_GAP = 0.25  # ems between a raised marker and a word that it does not stick to


class Spacing:
    """The blanks of one line, judged by how its Chinese characters are spread."""

    def __init__(self, line: Sequence[Word]) -> None:
        self._line = line

    @cached_property
    def _usual(self) -> float:
        """White between two Chinese characters of the line, in ems: justified and letter-spaced lines have some."""
        chars = [char for word in self._line for char in word.chars]
        gaps = [
            (right.x0 - left.x1) / left.size
            for left, right in itertools.pairwise(chars)
            if left.size == right.size > 0 and _IDEOGRAPH.match(left.text) and _IDEOGRAPH.match(right.text)
        ]
        return max(median(gaps), 0.0) if gaps else 0.0

    def between(self, left: Word, right: Word) -> str:
        """A blank, or none: Chinese is written without, and a raised footnote digit sticks to its word."""
        gap = right.box[0] - left.box[2]
        if left.size == right.size and (gap > _WIDE_GAP * left.size or (left.text + right.text).isascii()):
            return " "
        size = max(left.size, right.size, 1.0)
        a, b = left.text[-1], right.text[0]
        are_latin = _are_latin(left, right)
        if _WIDE.match(a) and _WIDE.match(b) and not are_latin:
            return " " if gap > _WIDE_GAP * size or self._parts(left, right, gap / size) else ""
        if right.size < _SUPERSCRIPT * left.size or left.size < _SUPERSCRIPT * right.size:
            # Without a blank a marker behind a year would make it a longer number.
            return " " if gap > _MARKER_GAP * size or (a.isdigit() and b.isdigit()) else ""
        if (are_latin and gap > _GAP * size) or not (_WIDE.match(a) or _WIDE.match(b)):
            return " "
        # A quotation mark or bracket stands as far from its word as the line is spread.
        mark = not (a.isalnum() and b.isalnum())
        return " " if gap > _GAP * size and not (mark and gap <= (self._usual + _GAP) * size) else ""

    def _parts(self, left: Word, right: Word, gap: float) -> bool:
        """Whether the file's own blank parts two Chinese words, as the halves of a title; `gap` in ems."""
        if not right.blank or len(left.text) < 2 or len(right.text) < 2:
            return False
        between_words = _IDEOGRAPH.match(left.text[-1]) and _IDEOGRAPH.match(right.text[0])
        return bool(between_words) and gap > self._usual + _GAP


def _are_latin(left: Word, right: Word) -> bool:
    """Whether two words meet in Latin print: quotation marks and dashes are what the letter within them is."""
    return all(
        edge.isascii() or (edge in _BOTH and within.isascii() and within != "")
        for edge, within in ((left.text[-1], left.text[-2:-1]), (right.text[0], right.text[1:2]))
    )


def at_line_end(left: str, right: str) -> str:
    """What joins two lines of a cell: nothing between Chinese characters or behind a hyphen."""
    return "" if left.endswith("-") or (_WIDE.match(left[-1]) and _WIDE.match(right[0])) else " "
