"""PDF pages through pdfium, the engine of Chrome."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

from extractors.errors import ReadError
from extractors.reading.engine import EngineName, PageContent, PageError
from extractors.reading.page_turn import PageTurn
from extractors.reading.pdfium_calls import address
from extractors.reading.pdfium_missing import MissingText
from extractors.reading.pdfium_objects import drawn
from extractors.reading.pdfium_text import TextReader

_REMEDY_DAMAGED = "Open it in a PDF viewer and save it anew, or fetch it again from where it came from"
_REMEDY_PASSWORD = "Save a copy of it without password"  # noqa: S105 a sentence, no secret
_LETTER = (0.0, 0.0, 612.0, 792.0)


class PdfiumEngine:
    """Opens PDFs with pdfium."""

    name: EngineName = "pdfium"

    def open(self, path: Path) -> PdfiumFile:
        """Open a file with the empty password.

        Raises:
            ReadError: `password_required`, `damaged` or `no_pages`.
        """
        try:
            pdf = _loaded(path)
        except pypdfium2.PdfiumError as error:
            raise _unopened(error, path.name) from error
        if len(pdf) < 1:
            pdf.close()
            raise _no_pages(path.name)
        return PdfiumFile(pdf, path)


class PdfiumFile:
    """A PDF open in pdfium."""

    def __init__(self, pdf: pypdfium2.PdfDocument, path: Path) -> None:
        self._pdf = pdf
        self._text = TextReader()
        self._missing = MissingText(path)

    @property
    def page_count(self) -> int:
        """Number of pages."""
        return len(self._pdf)

    def page(self, number: int) -> PageContent:
        """Content of a page, 1-based.

        Raises:
            PageError: pdfium cannot load it.
        """
        page = raw.FPDF_LoadPage(self._pdf.raw, number - 1)
        if not page:
            raise PageError("pdfium cannot load it")
        try:
            return self._content(page, number)
        finally:
            raw.FPDF_ClosePage(page)

    def _content(self, page: raw.FPDF_PAGE, number: int) -> PageContent:
        turn = _turn(page)
        text_page = raw.FPDFText_LoadPage(page)
        if not text_page:
            raise PageError("pdfium cannot read its text")
        try:
            chars, styles = self._text.chars(address(text_page) or 0, turn)
            shapes = drawn(address(page) or 0, turn)
            missing = [text for text in shapes.texts if text[0] not in styles]
            if missing:
                chars += self._missing.chars(number, missing, styles, chars, turn)
        finally:
            raw.FPDFText_ClosePage(text_page)
        width, height = turn.size
        return PageContent(
            number=number,
            width=width,
            height=height,
            rotation=turn.rotation,
            label=self._label(number),
            chars=chars,
            rules=shapes.rules,
            fills=shapes.fills,
            pictures=shapes.pictures,
            problems=("more lines are drawn on it than are read",) if shapes.cut_short else (),
            white=tuple(styles.white),
        )

    def _label(self, number: int) -> str | None:
        return self._pdf.get_page_label(number - 1) or None

    def close(self) -> None:
        """Release the file."""
        self._pdf.close()
        self._missing.close()


def _loaded(path: Path) -> pypdfium2.PdfDocument:
    """The open document; where it does not open, pdfium's reason is this file's and not the last one's.

    A file without pages sets no reason: the one of the file that failed before would stand.
    """
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raw.FPDF_LoadMemDocument(b" ", 1, None)
        return pypdfium2.PdfDocument(path)


def _turn(page: raw.FPDF_PAGE) -> PageTurn:
    box = raw.FS_RECTF()
    rotation = 90 * (raw.FPDFPage_GetRotation(page) % 4)
    if not raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box)) or box.left == box.right or box.top == box.bottom:
        return PageTurn(*_LETTER, rotation)
    x0, x1 = sorted((box.left, box.right))
    y0, y1 = sorted((box.bottom, box.top))
    return PageTurn(x0, y0, x1, y1, rotation)


def _unopened(error: pypdfium2.PdfiumError, file: str) -> ReadError:
    """What a failure to open means to a person."""
    code = error.err_code
    if code == raw.FPDF_ERR_PASSWORD:
        return ReadError("password_required", "the PDF is encrypted", file=file, remedy=_REMEDY_PASSWORD)
    if code == raw.FPDF_ERR_SECURITY:
        return ReadError(
            "password_required",
            "the PDF is encrypted in a way that cannot be opened",
            file=file,
            remedy=_REMEDY_PASSWORD,
        )
    return ReadError("damaged", "the PDF cannot be opened", file=file, remedy=_REMEDY_DAMAGED)


def _no_pages(file: str) -> ReadError:
    return ReadError("no_pages", "the PDF has no pages", file=file, remedy=_REMEDY_DAMAGED)
