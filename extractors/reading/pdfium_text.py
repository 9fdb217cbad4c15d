"""Characters of a page from pdfium."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2.raw as raw

from extractors.reading import pdfium_calls as call
from extractors.reading.engine import Char
from extractors.reading.page_turn import PageTurn

_INVISIBLE = (3, 7)  # text render modes: neither fill nor stroke; clip only
_HYPHEN = 0x02  # pdfium's mark for a hyphen at a line end
_BOLD_WEIGHT = 600
_DESCENT = 0.22  # of the font size below the base line; fonts' own figures differ too much to compare lines by
_OWN_CELL = 1.2  # font sizes from the base line's cell at which a character stands somewhere else: vertical writing


@dataclass(frozen=True, slots=True)
class _Style:
    """What the characters of one text object have in common; the base line as displayed, null unless horizontal."""

    size: float
    font: str
    bold: bool
    hidden: bool
    turn: int
    upright: bool
    base: float | None
    font_at: int


class TextReader:
    """Reads the characters of one page after the other into the same room."""

    def __init__(self) -> None:
        self._boxes = (raw.FS_RECTF * 4096)()

    def chars(self, text_page: int, turn: PageTurn) -> list[Char]:
        """All characters that the file draws, in drawing order, without those that pdfium adds.

        Args:
            text_page: Address of pdfium's text page.
            turn: How the page is displayed.
        """
        count = max(int(raw.FPDFText_CountChars(ctypes.cast(text_page, raw.FPDF_TEXTPAGE))), 0)
        objects, get_object = [0] * count, call.text_object
        for index in range(count):
            objects[index] = get_object(text_page, index) or 0
        get_unicode = call.unicode_of
        codes = [get_unicode(text_page, index) for index in range(count)]
        boxes = self._loose_boxes(text_page, count)
        styles: dict[int, _Style | None] = {}
        fonts: dict[int, tuple[str, bool]] = {}
        odd: dict[tuple[int, int], bool] = {}
        a, b, c, d, e, f = turn.matrix
        width, height = turn.size
        out: list[Char] = []
        append, make = out.append, tuple.__new__
        last, style = -1, None
        for index in range(count):
            at = objects[index]
            if not at:  # added by pdfium: a blank between words, a line end
                continue
            if at != last:
                last = at
                if at not in styles:
                    styles[at] = _style(text_page, index, at, turn, fonts)
                style = styles[at]
            if style is None:
                continue
            code = codes[index]
            key = (style.font_at, code)
            if key not in odd:
                odd[key] = bool(call.is_unmapped(text_page, index))
            left, top, right, bottom = boxes[4 * index : 4 * index + 4]
            xa, ya = a * left + c * bottom + e, b * left + d * bottom + f
            xb, yb = a * right + c * top + e, b * right + d * top + f
            if xa > xb:
                xa, xb = xb, xa
            if ya > yb:
                ya, yb = yb, ya
            if style.base is not None:
                low = style.base + _DESCENT * style.size
                if abs((ya + yb) / 2 - low + style.size / 2) < _OWN_CELL * style.size:
                    ya, yb = low - style.size, low
            hidden = style.hidden or not (xb > 0 and xa < width and yb > 0 and ya < height)
            text = "\ufffd" if odd[key] else _text(code)
            append(
                make(
                    Char,
                    (text, xa, ya, xb, yb, style.size, style.font, style.bold, style.upright, hidden, style.turn),
                )
            )
        return out

    def _loose_boxes(self, text_page: int, count: int) -> list[float]:
        """Left, top, right, bottom of each character, flat."""
        if count > len(self._boxes):
            self._boxes = (raw.FS_RECTF * (2 * count))()
        start, size, get_box = ctypes.addressof(self._boxes), ctypes.sizeof(raw.FS_RECTF), call.loose_box
        for index in range(count):
            get_box(text_page, index, start + index * size)
        values: list[float] = memoryview(self._boxes).cast("B")[: count * size].cast("f").tolist()
        return values


def _text(code: int) -> str:
    """The character of a code, a hyphen for pdfium's mark; what is none is a replacement character."""
    if code == _HYPHEN:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _style(
    text_page: int, index: int, text_object: int, turn: PageTurn, fonts: dict[int, tuple[str, bool]]
) -> _Style | None:
    """Size, font and direction of a text object, from its first character; null where pdfium added it."""
    if call.is_generated(text_page, index):
        return None
    font = call.object_font(text_object) or 0
    if font not in fonts:
        fonts[font] = _font(font)
    name, bold = fonts[font]
    value = ctypes.c_float()
    call.object_font_size(text_object, ctypes.addressof(value))
    matrix = call.matrix_of(lambda to: int(call.char_matrix(text_page, index, to)))
    a, b, c, d, e, f = matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    size = abs(value.value) * math.hypot(c, d)
    flip = -1 if value.value < 0 else 1
    direction = turn.direction(flip * a, flip * b)
    hidden = call.object_render_mode(text_object) in _INVISIBLE
    base = turn.matrix[1] * e + turn.matrix[3] * f + turn.matrix[5] if direction == 0 and matrix else None
    return _Style(size, name, bold, hidden, direction or 0, direction == 0, base, font)


def _font(font: int) -> tuple[str, bool]:
    """Name without subset prefix, and whether the font is heavy by its weight or its name."""
    if not font:
        return "", False
    length = int(call.font_name(font, None, 0))
    buffer = ctypes.create_string_buffer(max(length, 1))
    call.font_name(font, ctypes.addressof(buffer), length)
    name = buffer.value.decode("utf-8", "replace")
    if len(name) > 7 and name[6] == "+":
        name = name[7:]
    lowered = name.lower()
    bold = call.font_weight(font) >= _BOLD_WEIGHT or any(word in lowered for word in ("bold", "heavy", "black"))
    return name, bold
