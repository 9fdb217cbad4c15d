from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.errors import UsageError
from flows.commands.sources import list_sources
from flows.lockfile import read_lock

Describe = Callable[..., Path]


def test_a_sound_collection_is_listed(folder: Path, describe: Describe, capsys: pytest.CaptureFixture[str]) -> None:
    describe("a")
    assert list_sources(folder, lock=False) == 0
    said = capsys.readouterr().out
    assert "plan_outline" in said
    assert "1 document, no problems" in said


def test_problems_are_told_and_end_with_3(folder: Path, describe: Describe, capsys: pytest.CaptureFixture[str]) -> None:
    describe("a")
    describe("b", licence="absent")
    assert list_sources(folder, lock=False) == 3
    assert "b.yml: the required key 'licence' is missing. Add a line" in capsys.readouterr().err


def test_an_unusable_collection_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        list_sources(tmp_path, lock=False)


def test_the_lock_takes_in_what_is_there(folder: Path, describe: Describe) -> None:
    describe("a")
    list_sources(folder, lock=True)
    (folder / "a.txt").write_text("changed")
    assert list_sources(folder, lock=False) == 3
    assert list_sources(folder, lock=True) == 0
    assert list_sources(folder, lock=False) == 0


def test_a_broken_lock_is_written_anew(folder: Path, describe: Describe) -> None:
    describe("a")
    (folder / "sources.lock.yml").write_text("[")
    assert list_sources(folder, lock=True) == 0
    assert list(read_lock(folder)) == ["a"]


def test_what_is_broken_keeps_its_place_in_the_lock(folder: Path, describe: Describe) -> None:
    describe("a")
    description = describe("b")
    list_sources(folder, lock=True)
    description.write_text("")
    list_sources(folder, lock=True)
    assert sorted(read_lock(folder)) == ["a", "b"]
