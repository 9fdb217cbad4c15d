"""Rules, fills and pictures of a page from pdfium, those inside form objects too."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from extractors.reading import pdfium_calls as call
from extractors.reading.engine import Colour, Fill, Picture, Rule
from extractors.reading.page_turn import Matrix, PageTurn, times
from extractors.reading.shapes import Point, filled, on_page, stroked

_DEEPEST = 12  # forms within forms; a file may make one hold itself
_MOST_SEGMENTS = 60_000  # a page; a map has more, a table does not
_MOST_OBJECTS = 200_000


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page beside its text; `cut_short` where it is more than anyone reads as lines.

    `texts` are its text objects, each with the matrix that leads from its surroundings to the page.
    """

    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    cut_short: bool = False
    texts: list[tuple[int, Matrix]] = field(default_factory=list)


def drawn(page: int, turn: PageTurn) -> Drawn:
    """Read the paths and images of a page.

    Args:
        page: Address of pdfium's page.
        turn: How it is displayed.
    """
    reading = _Reading(turn)
    for index in range(call.object_count(page)):
        at = call.page_object(page, index)
        if at:
            reading.add(at, turn.matrix, 0)
    return reading.result


class _Reading:
    """One page as its objects are gone through."""

    def __init__(self, turn: PageTurn) -> None:
        self.result = Drawn()
        self._size = turn.size
        self._objects = 0
        self._segments = 0
        self._values, self._at = call.floats(4)
        self._flags = (ctypes.c_int * 2)()

    def add(self, at: int, matrix: Matrix, depth: int) -> None:
        """Take one object with all that it holds; the matrix leads from its surroundings to the page."""
        self._objects += 1
        if self._objects > _MOST_OBJECTS or self._segments > _MOST_SEGMENTS:
            self.result.cut_short = True
            return
        kind = call.object_type(at)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self.result.texts.append((at, matrix))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(at, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._picture(at, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            own = call.matrix_of(lambda to: int(call.object_matrix(at, to)))
            inner = times(own, matrix) if own else matrix
            for index in range(call.form_count(at)):
                child = call.form_object(at, index)
                if child:
                    self.add(child, inner, depth + 1)

    def _picture(self, at: int, matrix: Matrix) -> None:
        if not call.object_bounds(at, *self._at):
            return
        left, bottom, right, top = self._values
        xa, ya = _moved(matrix, left, bottom)
        xb, yb = _moved(matrix, right, top)
        x0, y0 = max(min(xa, xb), 0.0), max(min(ya, yb), 0.0)
        x1, y1 = min(max(xa, xb), self._size[0]), min(max(ya, yb), self._size[1])
        if x1 > x0 and y1 > y0:
            self.result.pictures.append(Picture(x0, y0, x1, y1))

    def _path(self, at: int, matrix: Matrix) -> None:
        flags = ctypes.addressof(self._flags)
        if not call.draw_mode(at, flags, flags + ctypes.sizeof(ctypes.c_int)):
            return
        is_filled, is_stroked = self._flags[0] != 0, self._flags[1] != 0
        if not (is_filled or is_stroked):
            return
        own = call.matrix_of(lambda to: int(call.object_matrix(at, to)))
        whole = times(own, matrix) if own else matrix
        width = self._pen(at, whole) if is_stroked else 0.0
        colour = _colour(at) if is_filled else None
        for points in self._subpaths(at, whole, is_stroked):
            if is_filled:
                shape = filled(points, colour)
                if isinstance(shape, Fill) and on_page(shape, *self._size):
                    self.result.fills.append(shape)
                elif isinstance(shape, Rule) and on_page(shape, *self._size):
                    self.result.rules.append(shape)
            if is_stroked:
                self.result.rules += [r for r in stroked(points, width) if on_page(r, *self._size)]

    def _pen(self, at: int, matrix: Matrix) -> float:
        call.stroke_width(at, self._at[0])
        return float(self._values[0]) * float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)

    def _subpaths(self, at: int, matrix: Matrix, is_stroked: bool) -> list[list[Point]]:
        """Corners of each subpath as displayed; a stroked one is parted at curves, a filled one ends there."""
        parts: list[list[Point]] = []
        current: list[Point] = []
        curved = 0
        for index in range(call.segment_count(at)):
            segment = call.path_segment(at, index)
            if not segment:
                continue
            self._segments += 1
            call.segment_point(segment, self._at[0], self._at[1])
            point = _moved(matrix, self._values[0], self._values[1])
            kind = call.segment_type(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(current) > 1:
                    parts.append(current)
                current = [point]
            elif kind == raw.FPDF_SEGMENT_LINETO:
                current.append(point)
            elif not is_stroked:
                return parts  # a drawing or a letter; it has thousands of corners
            else:
                curved += 1
                if curved % 3 == 0:  # the third of a curve's three points is its end
                    if len(current) > 1:
                        parts.append(current)
                    current = [point]
            if call.segment_close(segment) and len(current) > 1:
                parts.append([*current, current[0]])
                current = [current[0]]
        if len(current) > 1:
            parts.append(current)
        return parts


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _colour(at: int) -> Colour | None:
    values = (ctypes.c_uint * 4)()
    start, size = ctypes.addressof(values), ctypes.sizeof(ctypes.c_uint)
    if not call.fill_colour(at, *(start + i * size for i in range(4))):
        return None
    return tuple(round(v / 255, 3) for v in values[:3])
