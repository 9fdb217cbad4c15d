"""Places on which editions disagree are told once each, with both names and both places."""

from __future__ import annotations

from extractors.checks.places import places
from extractors.language_records import CrosswalkLink


def link(left: str, right: str, agreement: str = "same", at: int = 0) -> CrosswalkLink:
    difference = "name" if agreement == "differs" else None
    spans = (at, at + len(left), at, at + len(right))
    return CrosswalkLink("l", "place", "a", None, left, "b", None, right, agreement, difference, 1.0, *spans)


def checks(*links: CrosswalkLink) -> list[tuple[str, str, str | None, str | None]]:
    return [(document, f.check, f.value, f.other_value) for document, f in places(links)]


def test_one_name_spelled_apart_is_told_once() -> None:
    assert checks(link("Milin", "Mainling"), link("Milin", "Mainling", at=90)) == [
        ("b", "place_spelling", "Mainling", "Milin")
    ]


def test_another_name_at_the_same_place_differs() -> None:
    assert checks(link("塔城", "Tayu", "differs")) == [("b", "place_differs", "Tayu", "塔城")]
    ((_, finding),) = places([link("塔城", "Tayu", "differs")])
    assert finding.message == "Tayu stands where a has 塔城 in the same list; they are not one name."
    assert finding.other_document_id == "a"


def test_equal_names_and_longer_forms_say_nothing() -> None:
    assert checks(link("Kunming", "Kunming"), link("Longzi", "Longzi Airport"), link("昆明", "Kunming")) == []


def test_two_spellings_of_one_place_in_one_document() -> None:
    found = [f for document, f in places([link("二连浩特", "Erenhot", at=5), link("二连浩特", "Erlianhot", at=70)])]
    (two_ways,) = found
    assert (two_ways.check, two_ways.value, two_ways.other_value) == (
        "place_spelled_two_ways",
        "Erlianhot",
        "Erenhot",
    )
    assert (two_ways.start, two_ways.other_start) == (70, 5)
