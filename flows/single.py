"""One file without a YAML: its source is guessed from its own text."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Document
from extractors.errors import ReadError, UsageError
from extractors.source import Source
from flows.guessing import guess


def check_file(path: Path, max_text_mb: float) -> None:
    """Make sure that a file can be opened and is not too large to be read.

    Raises:
        UsageError: if it is not there or is no file.
        ReadError: if it is too large.
    """
    if not path.exists():
        raise UsageError("there is no such file", file=str(path), remedy="Check its name")
    if not path.is_file():
        raise UsageError("is no file", file=str(path), remedy="Name one file; `guihua run` reads folders")
    megabytes = path.stat().st_size / 1e6
    if path.suffix.lower() != ".pdf" and megabytes > max_text_mb:
        raise ReadError(
            "too_large",
            f"the file has {megabytes:.1f} MB, more than the {max_text_mb:g} MB that are read",
            file=str(path),
            remedy="Split it, or raise the limit with --max-text-mb",
        )


def read_single(path: Path, reader: str = "auto") -> Document:
    """Read a file that a person named, with the engine that a person chose.

    Raises:
        UsageError: if it cannot be opened.
        ReadError: if it cannot be read.
    """
    from flows.engines import read_with

    try:
        return read_with(path, reader)
    except OSError as error:
        raise UsageError(
            f"the file cannot be read ({error.strerror})", file=str(path), remedy="Make it readable"
        ) from error


def guessed_source(document: Document, path: Path) -> Source:
    """A source as `guihua add` would describe it."""
    told = guess(document.text, path, document.metadata.get("title"))
    start, end = told.period or (None, None)
    return Source(
        id=told.id,
        title=told.title,
        file=path.name,
        language=told.language,
        document_type=told.document_type,
        authority="unknown",
        redistribution="facts",
        licence="not stated",
        plan=told.plan,
        period_start=start,
        period_end=end,
    )
