"""PDF files as Documents, through pdfplumber: words with boxes, ruled tables, page by page in flat memory."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from extractors.document import Document, Glyphs, Page, PrintedTable, Region, TextLayer
from extractors.errors import ReadError
from extractors.reading.lines import lines_of
from extractors.reading.pdf_engine import PlumberPage, PlumberPdf, displayed_box
from extractors.reading.pdf_layout import PrintedLine, page_text_lines
from extractors.reading.pdf_tables import RuledTable, placed, ruled_tables
from extractors.reading.pdf_words import words_of

_REMEDY_DAMAGED = "Open it in a PDF viewer and save it anew, or fetch it again from where it came from"
_SUSPECT_SHARE = 0.1  # characters without Unicode value above which a page's text is not to be trusted


def read_pdf(path: Path) -> Document:
    """Read a PDF.

    Args:
        path: The file; a PDF that opens with the empty password counts as open.

    Returns:
        The document, pages joined by form feeds; outcome `partly_read` where some pages failed or hold only
        images.

    Raises:
        ReadError: `password_required`, `damaged`, `no_pages`, `needs_ocr` or `no_text`.
    """
    with _quiet(), _opened(path) as pdf:
        written = _Writing()
        # Each page is read, written down and closed before the next: pdfplumber keeps every character it made.
        for number, page in enumerate(_pages(pdf, path.name), 1):
            written.add(page, number)
    return written.document(path.name)


class _Writing:
    """The raw text and everything with a place in it, as pages are written down one after the other."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._offset = 0
        self._pages: list[Page] = []
        self._glyphs: list[Glyphs] = []
        self._tables: list[PrintedTable] = []
        self._failed: dict[int, str] = {}

    def add(self, page: PlumberPage, number: int) -> None:
        """Read one page and write it down; a page that fails is written down as empty."""
        try:
            left, top, right, bottom = displayed_box(page)
            width, height, rotation = right - left, bottom - top, int(page.rotation)
            lines, tables, layer, reasons = _read_page(page)
        except Exception as error:  # noqa: BLE001 the engine raises whatever a damaged page makes it stumble over
            self._failed[number] = f"{type(error).__name__}"
            width, height, rotation = 0.0, 0.0, 0
            lines, tables, layer, reasons = [], [], "none", ("failed",)
        finally:
            page.close()
        if number > 1:
            self._write("\f")
        start = self._offset
        first, before = len(self._glyphs), len(self._texts)
        for line in lines:
            self._write_line(line, number)
        if tables:
            page_text = "".join(self._texts[before:])
            self._tables.extend(placed(t, number, page_text, start, self._glyphs[first:]) for t in tables)
        self._pages.append(
            Page(
                number,
                start,
                self._offset,
                width=round(width, 2) or None,
                height=round(height, 2) or None,
                rotation=rotation,
                text_layer=layer,
                reasons=reasons,
            )
        )

    def _write(self, text: str) -> None:
        self._texts.append(text)
        self._offset += len(text)

    def _write_line(self, line: PrintedLine, number: int) -> None:
        for run in line.runs:
            self._write(run.before)
            start = self._offset
            self._write(run.text)
            self._glyphs.append(Glyphs(start, self._offset, Region(number, *run.box)))
        self._write("\n")

    def document(self, file: str) -> Document:
        """The document of all pages written down, or the error that says why there is nothing to read."""
        if not self._glyphs:
            raise self._nothing(file)
        text = "".join(self._texts)
        # Pages tile the text: the form feed belongs to the page that it ends.
        pages = tuple(
            Page(
                p.number,
                p.start,
                following.start if following else len(text),
                p.printed_label,
                p.width,
                p.height,
                p.rotation,
                p.text_layer,
                p.reasons,
            )
            for p, following in zip(self._pages, [*self._pages[1:], None], strict=True)
        )
        message = self._message()
        return Document(
            text=text,
            lines=lines_of(text, pages),
            pages=pages,
            reader="pdfplumber",
            media_type="application/pdf",
            glyphs=tuple(self._glyphs),
            tables=tuple(self._tables),
            outcome="partly_read" if message else "read",
            outcome_message=message,
        )

    def _message(self) -> str | None:
        parts = []
        if self._failed:
            parts.append(f"could not be read: {_page_list(sorted(self._failed))}")
        images = [p.number for p in self._pages if "image_only" in p.reasons]
        if images:
            parts.append(f"hold images and no text: {_page_list(images)}")
        return "; ".join(parts) or None

    def _nothing(self, file: str) -> ReadError:
        if not self._pages:
            return ReadError("no_pages", "the PDF has no pages", file=file, remedy=_REMEDY_DAMAGED)
        if len(self._failed) == len(self._pages):
            return ReadError("damaged", "none of its pages can be read", file=file, remedy=_REMEDY_DAMAGED)
        if any("image_only" in p.reasons for p in self._pages):
            return ReadError(
                "needs_ocr",
                "its pages are images without text",
                file=file,
                remedy="Run text recognition on it (for example `ocrmypdf IN OUT`) and use the result",
            )
        return ReadError(
            "no_text", "its pages hold no text", file=file, remedy="Look at it in a PDF viewer; it may be blank"
        )


def _read_page(page: PlumberPage) -> tuple[list[PrintedLine], list[RuledTable], TextLayer, tuple[str, ...]]:
    words = words_of(page)
    if not words:
        return [], [], "none", ("image_only" if page.images else "blank",)
    tables = ruled_tables(page, words)
    lines = page_text_lines(words, tables)
    characters = sum(len(w.text) for w in words)
    unmapped = sum(w.text.count("\ufffd") + 6 * w.text.count("(cid:") for w in words)
    if unmapped > _SUSPECT_SHARE * characters:
        return lines, tables, "suspect", ("unmapped_characters",)
    return lines, tables, "good", ()


@contextmanager
def _opened(path: Path) -> Iterator[PlumberPdf]:
    """The PDF, opened with the empty password; every way in which the engine fails becomes a ReadError."""
    import pdfplumber

    # The file is ours to close: PDF.close() walks the page tree again and fails where that is damaged.
    with path.open("rb") as file:
        try:
            pdf = pdfplumber.open(file)
        except Exception as error:  # the engine raises whatever a damaged file makes it stumble over
            raise _unopened(error, path.name) from error
        yield cast(PlumberPdf, pdf)


def _unopened(error: Exception, file: str) -> ReadError:
    """What an exception on opening means to a person."""
    cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    name = type(cause).__name__
    if "Password" in name:
        return ReadError(
            "password_required", "the PDF is encrypted", file=file, remedy="Save a copy of it without password"
        )
    if "Encryption" in name or "Encrypt" in str(cause):
        return ReadError(
            "password_required",
            f"the PDF is encrypted in a way that cannot be opened ({name})",
            file=file,
            remedy="Save a copy of it without password",
        )
    return ReadError("damaged", f"the PDF cannot be opened ({name})", file=file, remedy=_REMEDY_DAMAGED)


def _pages(pdf: PlumberPdf, file: str) -> list[PlumberPage]:
    try:
        return list(pdf.pages)
    except Exception as error:  # a page tree can be damaged in as many ways as the file
        raise ReadError(
            "damaged", f"its pages cannot be found ({type(error).__name__})", file=file, remedy=_REMEDY_DAMAGED
        ) from error


def _page_list(numbers: list[int]) -> str:
    """`page 3`, `pages 3, 5 and 9 more`: short enough for a table."""
    shown = ", ".join(map(str, numbers[:20]))
    more = f" and {len(numbers) - 20} more" if len(numbers) > 20 else ""
    return f"page{'s' if len(numbers) > 1 else ''} {shown}{more}"


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
