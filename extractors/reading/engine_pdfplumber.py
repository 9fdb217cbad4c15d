"""PDF pages through pdfplumber and pdfminer: slow, and the last resort."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from extractors.errors import ReadError
from extractors.reading.engine import Char, EngineName, Fill, PageContent, PageError, Picture, Rule
from extractors.reading.page_turn import Box
from extractors.reading.plumber_page import PlumberPage, displayed_box
from extractors.reading.shapes import Point, filled, stroked

_REMEDY_DAMAGED = "Open it in a PDF viewer and save it anew, or fetch it again from where it came from"
_REMEDY_PASSWORD = "Save a copy of it without password"  # noqa: S105 a sentence, no secret


class PdfplumberEngine:
    """Opens PDFs with pdfplumber."""

    name: EngineName = "pdfplumber"

    def open(self, path: Path) -> PdfplumberFile:
        """Open a file with the empty password.

        Raises:
            ReadError: `password_required`, `damaged` or `no_pages`.
        """
        import pdfplumber

        # The file is ours to close: PDF.close() walks the page tree again and fails where that is damaged.
        file = path.open("rb")
        try:
            with _quiet():
                pages = list(pdfplumber.open(file).pages)
        except Exception as error:  # the engine raises whatever a damaged file makes it stumble over
            file.close()
            raise _unopened(error, path.name) from error
        if not pages:
            file.close()
            raise ReadError("no_pages", "the PDF has no pages", file=path.name, remedy=_REMEDY_DAMAGED)
        return PdfplumberFile(file, cast(list[PlumberPage], pages))


class PdfplumberFile:
    """A PDF open in pdfplumber."""

    def __init__(self, file: BinaryIO, pages: list[PlumberPage]) -> None:
        self._file = file
        self._pages = pages
        self.page_count = len(pages)

    def page(self, number: int) -> PageContent:
        """Content of a page, 1-based.

        Raises:
            PageError: pdfminer stumbled over it.
        """
        page = self._pages[number - 1]
        try:
            with _quiet():
                return _content(page, number)
        except Exception as error:  # the engine raises whatever a damaged page makes it stumble over
            raise PageError(f"pdfplumber cannot read it ({type(error).__name__})") from error
        finally:
            page.close()

    def close(self) -> None:
        """Release the file."""
        self._file.close()


def _content(page: PlumberPage, number: int) -> PageContent:
    frame = displayed_box(page)
    left, top, right, bottom = frame
    rules: list[Rule] = []
    fills: list[Fill] = []
    for shape in (*page.lines, *page.rects, *page.curves):
        points = [(float(x) - left, float(y) - top) for x, y in cast(list[Point], shape.get("pts") or [])]
        if shape.get("stroke"):
            rules += stroked(_closed(points, shape), float(cast(float, shape.get("linewidth") or 0)))
        if shape.get("fill"):
            found = filled(points, None)
            if isinstance(found, Rule):
                rules.append(found)
            elif found is not None:
                fills.append(found)
    return PageContent(
        number=number,
        width=right - left,
        height=bottom - top,
        rotation=int(page.rotation),
        chars=[_char(c, frame) for c in page.dedupe_chars().chars],
        rules=rules,
        fills=fills,
        pictures=[Picture(*_box(image, frame)) for image in page.images],
    )


def _closed(points: list[Point], shape: Mapping[str, object]) -> list[Point]:
    return [*points, points[0]] if shape.get("object_type") == "rect" and points else points


def _box(thing: Mapping[str, object], frame: Box) -> Box:
    x0, top, x1, bottom = (float(cast(float, thing[key])) for key in ("x0", "top", "x1", "bottom"))
    return (x0 - frame[0], top - frame[1], x1 - frame[0], bottom - frame[1])


def _char(char: Mapping[str, object], frame: Box) -> Char:
    x0, top, x1, bottom = _box(char, frame)
    font = str(char.get("fontname", ""))
    font = font[7:] if len(font) > 7 and font[6] == "+" else font
    upright = bool(char.get("upright", True))
    matrix = cast("tuple[float, ...]", char.get("matrix") or (1, 0, 0, 1, 0, 0))
    # Not upright is on its side; which way shows in the matrix, which is that of the page before rotation.
    turn = 0 if upright else (270 if matrix[1] > 0 else 90)
    hidden = not (x1 > 0 and x0 < frame[2] - frame[0] and bottom > 0 and top < frame[3] - frame[1])
    size = bottom - top if upright else x1 - x0
    return Char(str(char["text"]), x0, top, x1, bottom, size, font, "bold" in font.lower(), upright, hidden, turn)


def _unopened(error: Exception, file: str) -> ReadError:
    """What an exception on opening means to a person."""
    cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    name = type(cause).__name__
    if "Password" in name or "Encrypt" in name or "Encrypt" in str(cause):
        return ReadError("password_required", "the PDF is encrypted", file=file, remedy=_REMEDY_PASSWORD)
    return ReadError("damaged", f"the PDF cannot be opened ({name})", file=file, remedy=_REMEDY_DAMAGED)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without pdfminer's log: it warns of every odd object, hundreds a file, and none of it helps a person."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
