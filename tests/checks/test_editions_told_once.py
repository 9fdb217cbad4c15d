"""A contradiction between two works is told once, however many editions each has."""

from __future__ import annotations

from itertools import combinations

from extractors.checks.editions import check_editions
from extractors.language.editions import Edition
from extractors.language_records import CrosswalkLink
from extractors.source import Source


def edition(name: str, work: str) -> Edition:
    source = Source(name, name, "f.txt", ("en",), "document", "unknown", "full", "CC0-1.0", edition_of=work)
    return Edition(source, "Tayu or Tacheng")


def differs(left: Edition, right: Edition) -> CrosswalkLink:
    spans = (0, 4, 8, 15)
    what = ("differs", "name", 0.5)
    return CrosswalkLink("l", "place", left.id, None, "Tayu", right.id, None, "Tacheng", *what, *spans)


def test_a_text_and_a_pdf_of_two_works_give_one_row() -> None:
    family = [edition("a-pdf", "a"), edition("a-txt", "a"), edition("b-pdf", "b"), edition("b-txt", "b")]
    links = [differs(one, other) for one, other in combinations(family, 2) if one.source.edition_of == "a"]
    between = [link for link in links if link.right_document_id.startswith("b")]
    rows = check_editions(family, [], between, [])
    assert [(row.document_id, row.other_document_id) for row in rows] == [("b-pdf", "a-pdf")]


def test_two_editions_of_one_work_are_compared() -> None:
    family = [edition("a-pdf", "a"), edition("a-txt", "a")]
    rows = check_editions(family, [], [differs(*family)], [])
    assert [row.check for row in rows] == ["place_differs"]
