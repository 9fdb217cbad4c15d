from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from flows.cli import cli, main
from flows.collection import read_collections
from flows.lockfile import read_lock

TEXT = "Outline of the 14th Five-Year Plan of Willow County\n\nChapter 1 Roads\n\nWe will build 120 km of roads.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Willow Plan.TXT"
    path.write_text(TEXT)
    return path


def add(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["add", *(str(a) for a in arguments)])
    return int(ended.value.code or 0)


def yaml_of(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def test_what_is_added_is_a_sound_document_and_locked(file: Path, tmp_path: Path) -> None:
    assert add(file, "--to", tmp_path / "plans") == 0
    collection = read_collections([tmp_path / "plans"])
    assert not collection.problems
    assert collection.entries[0].source.period_end == 2025
    assert collection.entries[0].locked
    assert (tmp_path / "plans" / "willow-plan.txt").read_text() == TEXT


def test_what_was_guessed_is_said(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(file, "--to", tmp_path / "plans", "--title", "Mine")
    said = capsys.readouterr().out
    assert "guessed language: en" in said
    assert "guessed title" not in said


def test_options_win_over_guesses(file: Path, tmp_path: Path) -> None:
    options = ["--id", "w", "--period", "2016-2020", "--plan", "13", "--language", "zh", "--redistribution", "full"]
    add(file, "--to", tmp_path / "plans", *options)
    said = yaml_of(tmp_path / "plans" / "w.yml")
    assert (said["period"], said["plan"], said["language"]) == ({"start": 2016, "end": 2020}, 13, ["zh"])


def test_nothing_is_overwritten(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = tmp_path / "plans"
    add(file, "--to", plans)
    before = {p.name: p.read_bytes() for p in plans.iterdir()}
    file.write_text("another text")
    assert add(file, "--to", plans) == 2
    assert "choose another --id" in capsys.readouterr().err.lower()
    assert {p.name: p.read_bytes() for p in plans.iterdir()} == before


def test_a_file_that_lies_in_the_collection_is_described_in_place(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "oak.txt").write_text(TEXT)
    assert add(plans / "oak.txt", "--to", plans) == 0
    assert not read_collections([plans]).problems


@pytest.mark.parametrize(
    "options", [["--id", "No Good"], ["--period", "soon"], ["--published", "spring"], ["--jurisdiction", "China"]]
)
def test_a_wrong_option_adds_nothing(file: Path, tmp_path: Path, options: list[str]) -> None:
    assert add(file, "--to", tmp_path / "plans", *options) == 2
    assert not (tmp_path / "plans").exists()


@pytest.mark.parametrize(("name", "said"), [("scan.pdf", "no PDF"), ("plan.docx", "files named .docx are not read")])
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    (tmp_path / name).write_bytes(b"no document at all")
    assert add(tmp_path / name, "--to", tmp_path / "plans") == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.rstrip().count(". ") >= 1, "no remedy"
    assert not (tmp_path / "plans").exists()


def test_a_place_that_cannot_be_written_names_its_own_option(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plans").write_text("a file")
    add(file, "--to", tmp_path / "plans")
    said = capsys.readouterr().err
    assert "choose another --to" in said
    assert "--output" not in said


def test_every_key_but_the_file_can_be_given() -> None:
    from flows.describing import OPTIONAL, REQUIRED

    names = {option.name for option in cli.commands["add"].params}
    assert {*REQUIRED, *OPTIONAL} - {"id", "file"} <= names


def test_the_lock_keeps_the_others(file: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        add(file, "--to", tmp_path / "plans", "--id", name)
    assert sorted(read_lock(tmp_path / "plans")) == ["one", "two"]


def test_a_file_in_the_way_of_the_collection_is_left_alone(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plans").write_text("a file")
    assert add(file, "--to", tmp_path / "plans") == 2
    assert "file is in the way" in capsys.readouterr().err
