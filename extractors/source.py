"""What a person says of a document: the YAML beside it, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Authority = Literal["official", "official_translation", "translation", "academic", "unknown"]
Redistribution = Literal["facts", "quotes", "full"]


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a collection; the fields of its YAML, optional ones null.

    `language` holds BCP 47 tags in the order of the columns; `period_start` and `period_end` are the plan's
    first and last year.
    """

    id: str
    title: str
    file: str
    language: tuple[str, ...]
    document_type: str
    authority: Authority
    redistribution: Redistribution
    licence: str
    url: str | None = None
    archive_url: str | None = None
    retrieved: str | None = None
    citation: str | None = None
    plan: str | None = None
    period_start: int | None = None
    period_end: int | None = None
    jurisdiction: str | None = None
    publisher: str | None = None
    translation_of: str | None = None
    edition_of: str | None = None
    published: str | None = None
    note: str | None = None
