"""The calls into pdfium that are made for every character and every object of a page, cheaply.

pypdfium2 declares them with typed pointers; making one costs several times the call. Here they take and return plain
addresses. They hold the interpreter's lock, which pdfium needs anyway: it is not safe for threads.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_float, c_int, c_uint, c_void_p
from typing import Any, cast

import pypdfium2.raw as raw


def _cheap(function: object, result: object, *arguments: object) -> Callable[..., Any]:
    prototype = ctypes.PYFUNCTYPE(cast(Any, result), *cast(Any, arguments))
    return cast("Callable[..., Any]", prototype(ctypes.cast(cast(Any, function), c_void_p).value or 0))


def address(pointer: object) -> int | None:
    """Address that a typed pointer holds, null for none."""
    return ctypes.cast(cast(Any, pointer), c_void_p).value


text_object = _cheap(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
unicode_of = _cheap(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
# Called for every character: with arguments made ready (`c_void_p.from_param`, `byref`) nothing has to be converted.
loose_box = _cheap(raw.FPDFText_GetLooseCharBox, None)
is_unmapped = _cheap(raw.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
char_count = _cheap(raw.FPDFText_CountChars, c_int, c_void_p)
page_text = _cheap(raw.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
char_matrix = _cheap(raw.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
object_font = _cheap(raw.FPDFTextObj_GetFont, c_void_p, c_void_p)
object_font_size = _cheap(raw.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
object_render_mode = _cheap(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
font_name = _cheap(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, c_void_p, c_void_p, ctypes.c_size_t)
font_is_embedded = _cheap(raw.FPDFFont_GetIsEmbedded, c_int, c_void_p)
font_weight = _cheap(raw.FPDFFont_GetWeight, c_int, c_void_p)

object_count = _cheap(raw.FPDFPage_CountObjects, c_int, c_void_p)
page_object = _cheap(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_count = _cheap(raw.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object = _cheap(raw.FPDFFormObj_GetObject, c_void_p, c_void_p, ctypes.c_ulong)
object_type = _cheap(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _cheap(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
object_bounds = _cheap(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_width = _cheap(raw.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, c_void_p)
fill_colour = _cheap(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
draw_mode = _cheap(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
segment_count = _cheap(raw.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _cheap(raw.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_point = _cheap(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_type = _cheap(raw.FPDFPathSegment_GetType, c_int, c_void_p)
segment_close = _cheap(raw.FPDFPathSegment_GetClose, c_int, c_void_p)

Matrix = tuple[float, float, float, float, float, float]


def matrix_of(read: Callable[[int], int]) -> Matrix | None:
    """The matrix that a call writes to the address it is given, or null where it fails."""
    values = raw.FS_MATRIX()
    if not read(ctypes.addressof(values)):
        return None
    return (values.a, values.b, values.c, values.d, values.e, values.f)


def floats(count: int) -> tuple[Any, list[int]]:
    """An array of floats and the address of each."""
    array = (c_float * count)()
    start, size = ctypes.addressof(array), ctypes.sizeof(c_float)
    return array, [start + i * size for i in range(count)]
