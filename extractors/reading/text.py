"""Text and markdown files as Documents."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Document, Page
from extractors.errors import ReadError
from extractors.reading.encoding import decode
from extractors.reading.lines import lines_of
from extractors.reading.markdown import pipe_tables
from extractors.reading.page_marks import PageStart, page_starts


def read_text(path: Path) -> Document:
    """Read a text file.

    Args:
        path: A .txt or .md file.

    Returns:
        The document; pages only where the text itself shows where they begin, tables only of markdown.

    Raises:
        ReadError: `damaged` where bytes cannot be decoded, `no_text` where there is nothing but white space.
    """
    text, encoding = decode(path.read_bytes(), path.name)
    if not text.strip("\x00\ufeff \t\r\n\f\v\u3000"):
        raise ReadError(
            "no_text",
            "the file holds nothing but white space",
            file=path.name,
            remedy="Fetch it again from where it came from",
        )
    plain = lines_of(text, ())
    pages = _pages(text, page_starts(text, plain))
    lines = lines_of(text, pages) if pages else plain
    is_markdown = path.suffix.lower() == ".md"
    return Document(
        text=text,
        lines=lines,
        pages=pages,
        reader="text",
        media_type="text/markdown" if is_markdown else "text/plain",
        tables=pipe_tables(text, lines) if is_markdown else (),
        metadata={"encoding": encoding},
    )


def _pages(text: str, starts: tuple[PageStart, ...]) -> tuple[Page, ...]:
    """Pages that tile the text from these starts."""
    ends = [*(s.start for s in starts[1:]), len(text)] if starts else []
    return tuple(
        Page(number, start.start, end, printed_label=start.label)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
