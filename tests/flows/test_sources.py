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


def test_a_type_that_is_not_read_is_told(folder: Path, describe: Describe, capsys: pytest.CaptureFixture[str]) -> None:
    describe("a")
    describe("b", suffix=".docx")
    assert list_sources(folder, lock=False) == 3
    assert "b.docx: files named .docx are not read. Save it as one of .txt" in capsys.readouterr().err


def test_of_equal_ids_those_fail_that_fail_in_a_run(
    folder: Path, output: Path, describe: Describe, capsys: pytest.CaptureFixture[str]
) -> None:
    from flows.plan import make_plan
    from flows.settings import RunSettings

    describe("a")
    describe("b", id="a")
    describe("c")
    plan = make_plan(RunSettings((folder,), output))
    assert list_sources(folder, lock=False) == 3
    said = capsys.readouterr()
    assert [job.source.id for job in plan.jobs] == ["c"]
    assert "1 document, 2 problems" in said.out
    for failure in plan.refused:
        assert f"{failure.document_id}.yml: " in said.err
