"""The outline of a text written in a test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.document import Document, Line
from extractors.repair import repair
from extractors.source import Source
from extractors.structure.footnotes import find_footnotes
from extractors.structure.model import Outline
from extractors.structure.outline import outline

Outliner = Callable[..., Outline]


def outline_of(text: str, *languages: str) -> Outline:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), None))
        start += len(line) + 1
    document = Document(text, tuple(lines), (), "text", "text/plain")
    source = Source(
        id="made-up",
        title="",
        file="made-up.txt",
        language=languages or ("en",),
        document_type="plan",
        authority="unknown",
        redistribution="full",
        licence="",
    )
    cleaned, _ = repair(document, source.language)
    notes = find_footnotes(cleaned, source.language)
    return outline(document, notes.lines, notes, source)


@pytest.fixture
def read_outline() -> Outliner:
    """Outline a text, English unless languages are given."""
    return outline_of
