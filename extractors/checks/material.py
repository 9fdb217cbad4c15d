"""What the checks of one document look at, and how they say what they found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar, cast

import yaml

from extractors.document import Document
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.records import Discrepancy, Record
from extractors.source import Source
from extractors.structure.model import Block

LONGEST_SPAN = 400
"""A discrepancy points at a passage, not at a document."""

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")

R = TypeVar("R")


@lru_cache(maxsize=1)
def severities() -> Mapping[str, str]:
    """How grave what each check finds is, by its name."""
    return cast(dict[str, str], yaml.safe_load((Path(__file__).parent / "checks.yaml").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: the smallest raw span that shows it, and what the other side or the rule says.

    `start` and `end` are null where it is about the whole document; `other_document_id` is null where the other span
    is in the same document. `page` is that of `start`.
    """

    check: str
    message: str
    start: int | None
    end: int | None
    value: str | None = None
    other_value: str | None = None
    other_start: int | None = None
    other_end: int | None = None
    other_document_id: str | None = None
    page: int | None = None

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it sorts: findings on the whole document first."""
        return (-1 if self.start is None else self.start, self.end or 0, self.check)


@dataclass(frozen=True)
class Material:
    """One document as the checks see it.

    Attributes:
        document: Its raw text and pages.
        source: What a person says of it.
        rows: The rows of all datasets, in reading order.
        blocks: Its paragraphs, headings and footnotes.
    """

    document: Document
    source: Source
    rows: Mapping[str, Sequence[Record]]
    blocks: tuple[Block, ...]

    def of(self, record_type: type[R], dataset: str) -> list[R]:
        """The rows of a dataset."""
        return [row for row in self.rows.get(dataset, ()) if isinstance(row, record_type)]

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """Running text: paragraphs of sections and boxes, neither headings nor footnotes."""
        return tuple(b for b in self.blocks if not b.is_heading and b.element != "footnote" and b.text)

    def is_parted(self, text: MappedText, start: int, end: int) -> bool:
        """Whether an empty line stands between some characters of a paragraph in print: they were joined in reading."""
        first, last = text.raw_span(start, end)
        return _EMPTY_LINE.search(self.document.text, first, last) is not None

    def in_language(self, language: str) -> list[Block]:
        """Paragraphs, headings and footnotes in a language."""
        return [b for b in self.blocks if b.language == language and b.text]


def span_of(text: MappedText, start: int, end: int) -> tuple[int, int]:
    """Raw span of some characters of a paragraph, cut where furniture in between makes it too long to show."""
    first, last = text.raw_span(start, end)
    return first, min(last, first + LONGEST_SPAN)


def word_start(text: str, at: int) -> int:
    """Where the Latin word begins that a place is in; the place itself elsewhere."""
    while 0 < at < len(text) and text[at - 1].isascii() and text[at - 1].isalnum():
        at -= 1
    return at


def first_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Raw span of the line that a heading, box or item begins with: enough to show it."""
    line_end = text.find("\n", start + 1, end)
    return start, min(line_end if line_end > 0 else end, start + LONGEST_SPAN)


def discrepancy(found: Finding, document_id: str, words: str, ids: Ids) -> Discrepancy:
    """A finding as a row; `words` are those of its span, by which it is known in another edition's place too."""
    end = found.end if found.start is None or found.end is None else min(found.end, found.start + LONGEST_SPAN)
    other_end = found.other_end
    if found.other_start is not None and other_end is not None:
        other_end = min(other_end, found.other_start + LONGEST_SPAN)
    # A span is always one of a named document, this one too.
    other_document = found.other_document_id or (document_id if found.other_start is not None else None)
    return Discrepancy(
        discrepancy_id=ids.make("d", found.check, words, found.value, found.other_value),
        check=found.check,
        severity=severities()[found.check],
        document_id=document_id,
        message=found.message,
        char_start=found.start,
        char_end=end,
        page=found.page,
        other_document_id=other_document,
        other_char_start=found.other_start,
        other_char_end=other_end,
        value=found.value,
        other_value=found.other_value,
    )
