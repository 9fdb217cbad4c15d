"""The rows that speak of two languages or two documents: terms, passages, links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """An English phrase with its Chinese gloss in brackets."""

    dataset: ClassVar[str] = "glossary"
    term_id: str
    document_id: str
    term_en: str | None
    term_zh: str
    garbled: bool
    char_start: int
    char_end: int
    term_zh_repaired: str | None = None
    frequency: int | None = None
    variants: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ParallelText:
    """A passage in Chinese and in English; `document_id` holds the Chinese, `other_document_id` the English.

    In a document with facing languages both are the same document and `other_document_id` is null.
    """

    dataset: ClassVar[str] = "parallel_texts"
    passage_id: str
    document_id: str
    section_number: str | None
    sequence: int
    alignment: str
    text_zh: str | None
    text_en: str | None
    zh_char_start: int
    zh_char_end: int
    en_char_start: int
    en_char_end: int
    section_id: str | None = None
    other_document_id: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class CrosswalkLink:
    """What is the same thing in two documents; ids are null for places."""

    dataset: ClassVar[str] = "crosswalk"
    link_id: str
    link_kind: str
    left_document_id: str
    left_id: str | None
    left_text: str | None
    right_document_id: str
    right_id: str | None
    right_text: str | None
    agreement: str
    difference: str | None
    score: float
    left_char_start: int | None = None
    left_char_end: int | None = None
    right_char_start: int | None = None
    right_char_end: int | None = None
