"""PDF files as Documents: page by page through a native engine, in flat memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extractors.document import Document
from extractors.errors import ReadError
from extractors.reading.engine import Choice, EngineName, OpenPdf, PageContent, PageError
from extractors.reading.opening import ORDER, engine, opened
from extractors.reading.pdf_page import ReadPage, read_page
from extractors.reading.pdf_writing import Writing


def read_pdf(path: Path, choice: Choice = "auto") -> Document:
    """Read a PDF.

    Args:
        path: The file; a PDF that opens with the empty password counts as open.
        choice: The engine; `auto` takes the first that opens the file, and the others for pages that it cannot read.

    Returns:
        The document, pages joined by form feeds; outcome `partly_read` where some pages failed or hold only
        images, or where the file had to be repaired to be read at all.

    Raises:
        ReadError: `password_required`, `damaged`, `no_pages`, `needs_ocr` or `no_text`.
    """
    name, pdf, is_damaged = opened(path, choice)
    fallback = _Fallback(path, name if choice == "auto" else None)
    try:
        with _uncollected():
            written = Writing(name, is_damaged)
            gutter: float | None = None
            for number in range(1, pdf.page_count + 1):
                page, cause = _read(pdf, number, fallback, gutter)
                gutter = page.gutter if page else None
                written.add(page, number, cause)
            return written.document(path.name)
    finally:
        pdf.close()
        fallback.close()


def _read(pdf: OpenPdf, number: int, fallback: _Fallback, gutter: float | None) -> tuple[ReadPage | None, str]:
    """A page, or null and why it cannot be read."""
    try:
        content = pdf.page(number)
    except PageError as error:
        found = fallback.page(number)
        if found is None:
            return None, str(error)
        content = found
    return read_page(content, gutter), ""


class _Fallback:
    """The other engines, opened when a page cannot be read."""

    def __init__(self, path: Path, name: EngineName | None) -> None:
        self._path = path
        self._left = [other for other in ORDER if name is not None and other != name]
        self._open: list[OpenPdf] = []

    def page(self, number: int) -> PageContent | None:
        """A page from the first other engine that reads it."""
        while self._left:
            with suppress(ReadError):
                self._open.append(engine(self._left[0]).open(self._path))
            del self._left[0]
        for pdf in self._open:
            try:
                if number <= pdf.page_count:
                    return pdf.page(number)
            except PageError:
                continue
        return None

    def close(self) -> None:
        """Release what was opened."""
        for pdf in self._open:
            pdf.close()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which goes through each page's thousands of characters again and again.

    Reading makes no cycles: all of a page is freed with its last reference.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
