"""Words of a PDF page with their boxes, as pdfplumber makes them out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.reading.pdf_engine import Box, PlumberPage, displayed_box

# C0 and C1 controls, line separators and lone surrogates: a line of the page must stay one line of the text,
# and the text must encode as UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SETTINGS: dict[str, object] = {"x_tolerance_ratio": 0.25, "y_tolerance": 2, "keep_blank_chars": False}


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without blank: text, box and font size in points."""

    text: str
    box: Box
    size: float


def words_of(page: PlumberPage) -> list[Word]:
    """The words of a pdfplumber page with boxes relative to the crop box."""
    left, top, _, _ = displayed_box(page)
    words = []
    for raw in _raw_words(page):
        text = _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", str(raw["text"])))
        if text.strip():
            x0, y0, x1, y1 = (float(str(raw[key])) for key in ("x0", "top", "x1", "bottom"))
            size = abs(float(str(raw["size"]))) if "size" in raw else min(x1 - x0, y1 - y0)
            words.append(Word(text, (x0 - left, y0 - top, x1 - left, y1 - top), size))
    return words


def _raw_words(page: PlumberPage) -> list[Mapping[str, object]]:
    """Words as pdfplumber gives them, parted where the font size changes, so that raised digits stand alone.

    It takes a character's height for its size; of text on its side that is the width, another for each letter.
    """
    if all(c["upright"] for c in page.chars):
        return page.extract_words(**_SETTINGS, extra_attrs=["size"])
    upright = page.filter(lambda c: bool(c.get("upright", True)))
    sideways = page.filter(lambda c: not c.get("upright", True))
    return [*upright.extract_words(**_SETTINGS, extra_attrs=["size"]), *sideways.extract_words(**_SETTINGS)]
