"""Places of two editions are linked with the edition of more authority on the left."""

from __future__ import annotations

from pathlib import Path

from small_editions import edition, source

from extractors.checks.places import places
from extractors.language.editions import Edition
from extractors.language.facing import edition_texts
from extractors.language.place_crosswalk import link_places
from extractors.language_records import CrosswalkLink
from extractors.source import Authority

CHINESE = "第一章　港口\n\n重点支持满洲里、塔城、珲春等城镇。\n"
ENGLISH = "Chapter 1 Ports\n\nWe will give support to the towns of Manzhouli, {}, and Hunchun.\n"


def english(folder: Path, name: str, authority: Authority, town: str) -> Edition:
    return edition(folder, ENGLISH.format(town), source(name, "en", authority))


def links(*family: Edition) -> tuple[CrosswalkLink, ...]:
    ordered = sorted(family, key=lambda e: e.id)
    return link_places(ordered, tuple(edition_texts(ordered)))


def test_of_two_english_editions_the_official_one_is_on_the_left(tmp_path: Path) -> None:
    free = english(tmp_path, "a-free", "translation", "Tayu")
    official = english(tmp_path, "b-official", "official_translation", "Tacheng")
    found = links(free, official)
    assert {(row.left_document_id, row.right_document_id) for row in found} == {("b-official", "a-free")}
    assert [(row.left_text, row.right_text) for row in found if row.agreement == "differs"] == [("Tacheng", "Tayu")]


def test_an_error_is_told_of_the_translation(tmp_path: Path) -> None:
    zh = edition(tmp_path, CHINESE, source("z-original", "zh", "official", None))
    free = english(tmp_path, "a-free", "translation", "Tayu")
    found = links(free, zh)
    assert {(row.left_document_id, row.right_document_id) for row in found} == {("z-original", "a-free")}
    ((document, told),) = places(found)
    assert (document, told.check, told.value, told.other_value) == ("a-free", "place_differs", "Tayu", "塔城")
    assert (told.start, told.other_start) == (free.text.find("Tayu"), zh.text.find("塔城"))
