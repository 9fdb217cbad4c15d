"""Opening a PDF with the engine asked for, or with the first that can."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import cast

from extractors.errors import ReadError
from extractors.reading.engine import Choice, Engine, EngineName, OpenPdf

# pdfium first: on every file at hand it has every character, where pdf_oxide loses or misreads some of fonts with
# encodings of their own. pdf_oxide opens more damaged files, pdfplumber is what is left.
ORDER: tuple[EngineName, ...] = ("pdfium", "oxide", "pdfplumber")
_CLASSES = {
    "pdfium": ("engine_pdfium", "PdfiumEngine"),
    "oxide": ("engine_oxide", "OxideEngine"),
    "pdfplumber": ("engine_pdfplumber", "PdfplumberEngine"),
}


def engine(name: EngineName) -> Engine:
    """An engine by its name; its library is imported only now.

    Args:
        name: As in `--reader`.
    """
    module, of = _CLASSES[name]
    return cast(Engine, getattr(importlib.import_module(f"extractors.reading.{module}"), of)())


def opened(path: Path, choice: Choice) -> tuple[EngineName, OpenPdf, bool]:
    """Open a PDF.

    Args:
        path: The file.
        choice: An engine, or `auto` for the first that opens it.

    Returns:
        The engine's name, the open file, and whether another engine found the file damaged before.

    Raises:
        ReadError: `password_required` where the first engine says so, which no other is asked to get round; else what
            the first engine found wrong, where none opens it.
    """
    if choice != "auto":
        return choice, engine(choice).open(path), False
    first: ReadError | None = None
    for name in ORDER:
        try:
            return name, engine(name).open(path), first is not None
        except ReadError as error:
            if first is None and error.outcome == "password_required":
                raise
            # pdfium takes a file without pages for a damaged one.
            first = error if first is None or error.outcome == "no_pages" else first
    raise first or ReadError("damaged", "the PDF cannot be opened", file=path.name)
