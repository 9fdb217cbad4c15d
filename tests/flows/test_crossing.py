"""Editions of one work find each other, and what is found reaches the tables."""

from __future__ import annotations

from dataclasses import replace

from extractors.checks.retold import Retold
from extractors.language.comparing import Comparison
from extractors.language.editions import families
from extractors.records import Discrepancy
from extractors.source import Source
from flows.crossing import _marked
from schemas.arrow import table

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


def test_what_a_comparison_tells_better_replaces_what_a_document_told_alone() -> None:
    garbled = Discrepancy("d1", "garbled_gloss", "warning", "a", "It is garbled.", 5, 9, value="泮口")
    turned = Discrepancy(
        "d2", "reversed_comparator", "error", "a", "It is turned.", 50, 90, value="<6", other_value=">6"
    )
    names = ("numeric_targets", "indicators", "glossary")
    tables = {"discrepancies": table("discrepancies", [garbled, turned]), **{name: table(name, []) for name in names}}
    found = Comparison(retold=Retold({"a/garbled_gloss/5": "港口"}, frozenset({"a/reversed_comparator/50"})))
    (row,) = _marked(tables, found)["discrepancies"].to_pylist()
    assert (row["discrepancy_id"], row["value"], row["other_value"]) == ("d1", "泮口", "港口")
    assert row["message"].endswith("it must read 港口.")
