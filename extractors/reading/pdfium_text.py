"""Characters of a page from pdfium.

A page has thousands, so what holds for a whole text object is asked once, and loops run inside the interpreter
where they can.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pypdfium2.raw as raw

from extractors.reading import pdfium_calls as call
from extractors.reading.engine import Char
from extractors.reading.page_turn import Matrix, PageTurn, inverse, times

_INVISIBLE = (3, 7)  # text render modes: neither fill nor stroke; clip only
_WHITE = 250  # of 255 that each part of a colour has at least
_HYPHENS = ("\x02", "\ufffe")  # pdfium's marks for a hyphen at a line end
_BOLD_WEIGHT = 600
_DESCENT = 0.22  # of the font size below the base line; fonts' own figures differ too much to compare lines by
_OWN_CELL = 1.2  # font sizes from the base line's cell at which a character stands somewhere else: vertical writing
_BOX = ctypes.sizeof(raw.FS_RECTF)
_PRINTED = re.compile(r"[^\r\n]+")


class Style(NamedTuple):
    """What the characters of one text object have in common; the base line as displayed, null unless horizontal."""

    size: float
    font: str
    bold: bool
    hidden: bool
    turn: int
    upright: bool
    base: float | None
    font_at: int
    white: bool = False


class TextReader:
    """Reads the characters of one page after the other into the same room."""

    def __init__(self) -> None:
        self._make_room(4096)

    def _make_room(self, count: int) -> None:
        self._boxes = (raw.FS_RECTF * count)()
        self._room = [ctypes.byref(self._boxes, i * _BOX) for i in range(count)]

    def chars(self, text_page: int, turn: PageTurn) -> tuple[list[Char], ObjectStyles]:
        """All characters that the file draws, in drawing order, without those that pdfium adds, and their styles.

        Args:
            text_page: Address of pdfium's text page.
            turn: How the page is displayed.
        """
        count = max(int(call.char_count(text_page)), 0)
        text = _text(text_page, count)
        boxes = self._loose_boxes(text_page, count)
        styles, size = ObjectStyles(text_page, turn), turn.size
        out: list[Char] = []
        for at, first, end in _runs(text_page, text):
            style = styles.of(at, first)
            if style.white:
                styles.white += range(len(out), len(out) + end - first)
            out += _run(styles.texts(style, text, first, end), boxes[4 * first : 4 * end], style, turn, size)
        return out, styles

    def _loose_boxes(self, text_page: int, count: int) -> list[float]:
        """Left, top, right, bottom of each character, flat."""
        if count > len(self._boxes):
            self._make_room(2 * count)
        page = ctypes.c_void_p.from_param(text_page)
        deque(map(call.loose_box, itertools.repeat(page), range(count), self._room), maxlen=0)
        values: list[float] = memoryview(self._boxes).cast("B")[: count * _BOX].cast("f").tolist()  # type: ignore[assignment]
        return values


def _text(text_page: int, count: int) -> str:
    """One code point for each of pdfium's characters."""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    written = int(call.page_text(text_page, 0, count, ctypes.addressof(buffer)))
    whole = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(whole) == written - 1 == count:
        return whole
    # Characters that pdfium leaves out of the text, or of two code units: ask for each.
    codes = map(call.unicode_of, itertools.repeat(text_page), range(count))
    return "".join(chr(code) if code <= 0x10FFFF else "\0" for code in codes)


def _runs(text_page: int, text: str) -> Iterator[tuple[int, int, int]]:
    """Text objects with the characters [first, end) that they draw, without what pdfium adds between."""

    def object_at(index: int) -> int:
        return call.text_object(text_page, index) or 0

    for line in _PRINTED.finditer(text):
        first, last = line.start(), line.end() - 1
        pending = [(first, object_at(first), last, object_at(last))]
        while pending:
            first, at_first, last, at_last = pending.pop()
            # Both ends may be blanks that pdfium put in.
            if at_first != at_last or not (at_first or text[first : last + 1].isspace()):
                middle = (first + last) // 2
                at_middle, at_next = object_at(middle), object_at(middle + 1)
                if at_first and at_last and at_middle not in (at_first, at_last):
                    # Many objects: some files draw each character as one.
                    yield from _each(first, list(map(object_at, range(first, last + 1))))
                    continue
                pending += [(middle + 1, at_next, last, at_last), (first, at_first, middle, at_middle)]
            elif at_first:
                yield from _without_added(text, at_first, first, last + 1, object_at)


def _each(first: int, objects: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Runs of characters from `first` on whose objects are all known."""
    start = 0
    for end in range(1, len(objects) + 1):
        if end == len(objects) or objects[end] != objects[start]:
            if objects[start]:
                yield objects[start], first + start, first + end
            start = end


def _without_added(
    text: str, at: int, first: int, end: int, object_at: Callable[[int], int]
) -> Iterator[tuple[int, int, int]]:
    """A text object's characters parted at the blanks that pdfium put in."""
    blank = text.find(" ", first, end)
    while blank >= 0:
        if not object_at(blank):
            if blank > first:
                yield at, first, blank
            first = blank + 1
        blank = text.find(" ", blank + 1, end)
    if end > first:
        yield at, first, end


class ObjectStyles:
    """Styles and characters of one page, each asked for once."""

    def __init__(self, text_page: int, turn: PageTurn) -> None:
        self._text_page = text_page
        self._turn = turn
        self._to_page = turn.matrix
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._plain: dict[int, set[str]] = {}
        self._texts: dict[int, dict[str, str]] = {}
        self._values, self._places = call.floats(7)  # a matrix and a font size
        self._colour = (ctypes.c_uint * 4)()
        start, size = ctypes.addressof(self._colour), ctypes.sizeof(ctypes.c_uint)
        self._colour_at = [start + i * size for i in range(4)]
        self.white: list[int] = []  # indices of the characters drawn in white

    def of(self, text_object: int, index: int) -> Style:
        """Style of a text object from one of its characters."""
        style = self._styles.get(text_object)
        if style is None:
            style = self._styles[text_object] = self._read(text_object, index)
        return style

    def __contains__(self, text_object: int) -> bool:
        """Whether the text has characters of an object."""
        return text_object in self._styles

    def drawn(self, text_object: int, matrix: Matrix) -> tuple[float, float, Style] | None:
        """Where in the file's coordinates an object of which the text has nothing begins, and its style.

        Args:
            text_object: Its address.
            matrix: Leads from its surroundings to the page as displayed.
        """
        own = call.matrix_of(lambda to: int(call.object_matrix(text_object, to)))
        bounds, places = self._values, self._places
        # One with an extent is left out because the same stands there already, drawn again to look heavier.
        if own is None or (call.object_bounds(text_object, *places[:4]) and bounds[0] != bounds[2]):
            return None
        # The glyphs of a font that the file holds are known: one without extent is a blank.
        if call.font_is_embedded(call.object_font(text_object) or 0) == 1:
            return None
        # Back from the page as displayed to the file's coordinates, which every engine gives.
        whole = times(times(own, matrix), inverse(self._to_page))
        style = self._style(text_object, whole)
        return whole[4], whole[5], style

    def char(self, text: str, start: tuple[float, float], width: float, style: Style, turn: PageTurn) -> Char:
        """A character that begins on its base line at a place of the file's coordinates."""
        a, b, c, d, e, f = self._to_page
        x, y = a * start[0] + c * start[1] + e, b * start[0] + d * start[1] + f
        up, down = (1 - _DESCENT) * style.size, _DESCENT * style.size
        x0, top, x1, bottom = {
            90: (x - down, y, x + up, y + width),
            180: (x - width, y - down, x, y + up),
            270: (x - up, y - width, x + down, y),
        }.get(style.turn, (x, y - up, x + width, y + down))
        page_width, page_height = turn.size
        unseen = style.hidden or not (x1 > 0 and x0 < page_width and bottom > 0 and top < page_height)
        shared = (style.size, style.font, style.bold, style.upright)
        return Char(text, x0, top, x1, bottom, *shared, unseen, style.turn)

    def texts(self, style: Style, text: str, first: int, end: int) -> Sequence[str]:
        """Texts of characters [first, end), all of one style: as they are, a hyphen for pdfium's mark, U+FFFD."""
        part = text[first:end]
        plain = self._plain.get(style.font_at)
        if plain is not None and plain.issuperset(part):
            return part
        plain = self._plain.setdefault(style.font_at, set())
        known = self._texts.setdefault(style.font_at, {})
        for index, code in enumerate(part, first):
            if code in known:
                continue
            known[code] = "-" if code in _HYPHENS else code
            if code == "\0" or "\ud800" <= code <= "\udfff" or call.is_unmapped(self._text_page, index):
                known[code] = "\ufffd"
            if known[code] == code:
                plain.add(code)
        return [known[code] for code in part]

    def _read(self, text_object: int, index: int) -> Style:
        values = self._values
        found = bool(call.char_matrix(self._text_page, index, self._places[0]))
        return self._style(text_object, tuple(values[:6]) if found else None)

    def _style(self, text_object: int, matrix: Matrix | None) -> Style:
        font = call.object_font(text_object) or 0
        if font not in self._fonts:
            self._fonts[font] = _font(font)
        name, bold = self._fonts[font]
        values, places = self._values, self._places
        call.object_font_size(text_object, places[6])
        a, b, c, d, e, f = matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        size = abs(values[6] * (math.hypot(c, d) if c else d))
        flip = -1 if values[6] < 0 else 1
        # most text is upright on a page that is not turned
        plain = not self._turn.rotation and b == 0 and flip * a > 0
        direction = 0 if plain else self._turn.direction(flip * a, flip * b)
        hidden = call.object_render_mode(text_object) in _INVISIBLE
        white = bool(call.fill_colour(text_object, *self._colour_at)) and min(self._colour[:3]) >= _WHITE
        to_page = self._to_page
        base = to_page[1] * e + to_page[3] * f + to_page[5] if direction == 0 and matrix is not None else None
        return Style(size, name, bold, hidden, direction or 0, direction == 0, base, font, white)


def _run(
    texts: Sequence[str], boxes: Sequence[float], style: Style, turn: PageTurn, page_size: tuple[float, float]
) -> list[Char]:
    """Characters of one text object; boxes are left, top, right, bottom of each in the file's coordinates, flat."""
    width, height = page_size
    size, low, top, level = style.size, 0.0, 0.0, False
    if style.base is not None:
        low = style.base + _DESCENT * size
        top = low - size
        _, y0, _, y1 = turn.box(*boxes[:4])
        level = abs(y0 + y1 - top - low) < 2 * _OWN_CELL * size
        if level and len(texts) > 1:
            _, y0, _, y1 = turn.box(*boxes[-4:])
            level = abs(y0 + y1 - top - low) < 2 * _OWN_CELL * size
    shared = (size, style.font, style.bold, style.upright)
    if level and turn.rotation == 0 and top >= 0 and low <= height:
        xs, xs_end = list(boxes[0::4]), list(boxes[2::4])
        if turn.x0:
            xs, xs_end = [x - turn.x0 for x in xs], [x - turn.x0 for x in xs_end]
        if len(xs) == 1 and 0 <= xs[0] <= xs_end[0] <= width:
            return [Char(texts[0], xs[0], top, xs_end[0], low, *shared, style.hidden, style.turn)]
        if min(xs) >= 0 and max(xs_end) <= width and min(xs_end) > 0:
            # By far the most: one line of text, all on the page.
            tops, lows, *rest = map(itertools.repeat, (top, low, *shared, style.hidden, style.turn))
            return list(map(tuple.__new__, itertools.repeat(Char), zip(texts, xs, tops, xs_end, lows, *rest)))  # noqa: B905
    out = []
    for text, at in zip(texts, range(0, len(boxes), 4), strict=True):
        x0, y0, x1, y1 = turn.box(*boxes[at : at + 4])
        if level:
            y0, y1 = top, low
        unseen = style.hidden or not (x1 > 0 and x0 < width and y1 > 0 and y0 < height)
        out.append(Char(text, x0, y0, x1, y1, *shared, unseen, style.turn))
    return out


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
