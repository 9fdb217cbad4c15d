"""From a file to a Document: text, markdown and PDF, told apart by name and checked by content."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Document
from extractors.errors import ReadError
from extractors.reading.engine import Choice
from extractors.reading.sniffing import Sort, sort_of

SUFFIXES: tuple[str, ...] = (".txt", ".md", ".pdf")
_REMEDY_SUFFIX = f"Save it as one of {', '.join(SUFFIXES)}"


def read(path: Path, engine: Choice = "auto") -> Document:
    """Read one file.

    Args:
        path: A .txt, .md or .pdf file; the suffix says what it is meant to be, its first bytes what it is.
        engine: The library that PDFs are read with; `auto` takes the best that opens the file.

    Returns:
        The document as read, before any repair.

    Raises:
        ReadError: The file is of a sort that is not read, is not what its name says, is damaged, needs a
            password, or holds no text; `outcome` says which.
        OSError: The file cannot be opened.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ReadError(
            "unsupported",
            f"files named {suffix or 'without suffix'} are not read",
            file=path.name,
            remedy=_REMEDY_SUFFIX,
        )
    with path.open("rb") as file:
        sort = sort_of(file.read(4096))
    if suffix == ".pdf" and sort.name in ("pdf", "text", "binary"):
        return _read_pdf(path, engine, sort)
    _refuse_misnamed(sort, suffix, path.name)
    from extractors.reading.text import read_text

    return read_text(path)


def _read_pdf(path: Path, engine: Choice, sort: Sort) -> Document:
    """Read a PDF, and what is named so where an engine makes pages of it though its first bytes are damaged."""
    # A PDF engine takes a third of a second to import; reading text must not pay for it.
    from extractors.reading.pdf import read_pdf

    try:
        return read_pdf(path, engine)
    except ReadError as error:
        if sort.name == "pdf" or error.outcome == "password_required":
            raise
        raise ReadError(
            "damaged",
            "the PDF cannot be opened, and its first bytes lack the mark %PDF",
            file=path.name,
            remedy="Fetch it again from where it came from, or, if it is no PDF, give it the suffix of what it is",
        ) from error


def _refuse_misnamed(sort: Sort, suffix: str, file: str) -> None:
    """Raise where the first bytes contradict the suffix."""
    if sort.name == "empty":
        raise ReadError("no_text", "the file is empty", file=file, remedy="Fetch it again from where it came from")
    if sort.name == "text" and suffix != ".pdf":
        return
    raise ReadError("unsupported", f"named {suffix}, but its content is {sort.label}", file=file, remedy=sort.remedy)
