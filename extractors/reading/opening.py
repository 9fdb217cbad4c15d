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
        The engine's name, the open file, and whether the first engine found the file damaged.

    Raises:
        ReadError: `password_required` where the first engine says so, which no other is asked to get round; else what
            the first engine found wrong, where none opens it.
    """
    # Whatever is asked for: the first knows best which files need a password or are damaged. Others take some that
    # need one for open files, with noise for pages or none at all.
    found = _attempt(ORDER[0], path)
    if not isinstance(found, ReadError):
        if choice == "auto" or choice == ORDER[0]:
            return ORDER[0], found, False
        found.close()
        return choice, engine(choice).open(path), False
    if found.outcome == "password_required" or choice == ORDER[0]:
        raise found
    if choice != "auto":
        return choice, engine(choice).open(path), True
    for name in ORDER[1:]:
        other = _attempt(name, path)
        if not isinstance(other, ReadError):
            return name, other, True
        if other.outcome == "no_pages":  # which pdfium takes for damage
            found = other
    raise found


def _attempt(name: EngineName, path: Path) -> OpenPdf | ReadError:
    """The file open in an engine, or why it does not open it."""
    try:
        return engine(name).open(path)
    except ReadError as error:
        return error
