"""Editions of one work find each other, and what is found reaches the tables."""

from __future__ import annotations

from dataclasses import replace

from extractors.language.editions import families
from extractors.source import Source

SOURCE = Source("a", "A", "a.txt", ("en",), "document", "unknown", "full", "CC0-1.0")


def source(name: str, edition_of: str | None = None, translation_of: str | None = None) -> Source:
    return replace(SOURCE, id=name, edition_of=edition_of, translation_of=translation_of)


def ids(*sources: Source) -> list[tuple[str, ...]]:
    return [tuple(s.id for s in family) for family in families(sources)]


def test_translations_of_one_original_are_a_family() -> None:
    assert ids(source("en2", translation_of="zh"), source("zh"), source("en1", translation_of="zh")) == [
        ("en1", "en2", "zh")
    ]


def test_editions_of_a_work_that_is_not_there_are_a_family() -> None:
    assert ids(source("text", "plan"), source("pdf", "plan"), source("other")) == [("pdf", "text")]


def test_families_join_over_several_steps() -> None:
    chain = [source("c", translation_of="b"), source("b", edition_of="a"), source("a"), source("d", edition_of="c")]
    assert ids(*chain) == [("a", "b", "c", "d")]


def test_a_document_alone_is_in_no_family() -> None:
    assert ids(source("a"), source("b", translation_of="gone")) == []
