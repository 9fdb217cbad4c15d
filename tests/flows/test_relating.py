"""What descriptions say of each other that cannot be meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from flows.collection import read_collections
from flows.commands.sources import list_sources
from flows.relating import remarks

Describe = Callable[..., Path]


def said(folder: Path) -> list[str]:
    return [f"{r.document_id}: {r.message}" for r in remarks(read_collections([folder]))]


def test_documents_that_translate_each_other_are_remarked_on(folder: Path, describe: Describe) -> None:
    describe("a", translation_of="b")
    describe("b", translation_of="a")
    assert said(folder) == [
        "a: 'translation_of' names b, which says in turn that it translates a",
        "b: 'translation_of' names a, which says in turn that it translates b",
    ]


def test_a_document_that_translates_itself_is_remarked_on(folder: Path, describe: Describe) -> None:
    describe("a", translation_of="a")
    assert said(folder) == ["a: 'translation_of' names the document itself"]


def test_an_original_that_is_not_there_is_remarked_on(folder: Path, describe: Describe) -> None:
    describe("a", translation_of="elsewhere")
    assert said(folder) == ["a: 'translation_of' names elsewhere, which is no document of this collection"]


def test_an_edition_of_nothing_is_remarked_on(folder: Path, describe: Describe) -> None:
    describe("a", edition_of="a")
    describe("b", edition_of="lone")
    assert said(folder) == [
        "a: 'edition_of' is a, and no other document of this collection has the same",
        "b: 'edition_of' is lone, and no other document of this collection has the same",
    ]


def test_editions_that_name_each_other_are_remarked_on(folder: Path, describe: Describe) -> None:
    describe("a", edition_of="b")
    describe("b", edition_of="a")
    assert said(folder) == [
        "a: 'edition_of' names b, which is an edition of a",
        "b: 'edition_of' names a, which is an edition of b",
    ]


def test_sound_relations_are_not_remarked_on(folder: Path, describe: Describe) -> None:
    describe("zh", edition_of="work")
    describe("zh-text", edition_of="work")
    describe("en", translation_of="zh")
    describe("en-text", edition_of="en")
    assert said(folder) == []


def test_an_original_whose_file_is_missing_is_there(folder: Path, describe: Describe) -> None:
    describe("zh", None)
    describe("en", translation_of="zh")
    assert said(folder) == []


def test_a_remark_is_a_warning_and_no_error(
    folder: Path, describe: Describe, capsys: pytest.CaptureFixture[str]
) -> None:
    describe("a", translation_of="elsewhere")
    assert list_sources(folder, lock=False) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "1 document, no problems, 1 warning"
    assert "guihua: warning: " in told.err
    assert "a.yml: 'translation_of' names elsewhere" in told.err
