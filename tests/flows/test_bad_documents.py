"""One run over a collection in which everything is wrong that can be, beside two sound documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.outcome import DocumentFailure, RunOutcome
from flows.settings import RunSettings
from flows.terminal import closing_lines

Describe = Callable[..., Path]


@pytest.fixture
def ruin(folder: Path, describe: Describe) -> dict[str, str]:
    """Put every bad document into the collection; returns what must be said of each, by id."""
    describe("sound")
    describe("sound-too")
    (folder.parent / "outside.txt").write_text("secret")
    describe("unknown-key", colour="red")
    describe("missing-key", licence="absent")
    describe("wrong-key", authority="the highest")
    describe("broken-yaml").write_text("id: [", encoding="utf-8")
    describe("empty-yaml").write_text("", encoding="utf-8")
    (folder / "no-yaml.txt").write_text("a plan that nobody described")
    describe("missing-file", None)
    describe("above", None, file="../outside.txt")
    describe("absolute", None, file="/etc/hostname")
    describe("linked", None)
    (folder / "linked.txt").symlink_to(folder.parent / "outside.txt")
    describe("twin")
    describe("other-twin", id="twin")
    describe("empty", "")
    describe("binary", bytes(range(256)) * 64)
    describe("undecodable", b"A plan of \xff\xfe\x81 things\n" + b"\x80\xff\xc3\x28 " * 40)
    describe("huge", b"ten thousand words " * 2_650_000)
    return {
        "unknown-key": "unknown key 'colour'",
        "missing-key": "'licence' is missing",
        "wrong-key": "'authority' cannot be 'the highest'",
        "broken-yaml": "not YAML",
        "empty-yaml": "is empty",
        "no-yaml": "no YAML describes",
        "missing-file": "is not there",
        "above": "leaves the collection",
        "absolute": "leaves the collection",
        "linked": "symbolic link",
        "twin": "also that of",
        "other-twin": "but the file is called",
        "empty": "empty",
        "binary": "binary",
        "undecodable": "neither UTF-8",
        "huge": "50.4 MB, more than the 20 MB",
    }


def test_each_is_told_and_the_sound_ones_are_published(
    folder: Path, output: Path, ruin: dict[str, str], quick: Callable[..., RunOutcome]
) -> None:
    outcome = quick(RunSettings((folder,), output))
    assert outcome.exit_code == 3
    told = {failure.document_id: failure.message for failure in outcome.failures}
    assert set(told) == set(ruin)
    for name, words in ruin.items():
        assert words.lower() in told[name].lower(), (name, told[name])
        assert name in told[name] or "outside" in told[name], f"{name}: no file in {told[name]}"
        assert ". " in told[name], f"{name}: no remedy in {told[name]}"
        assert "Traceback" not in told[name]
        assert "defect" not in told[name]
    record = json.loads((output / "releases" / "1.0.0" / "release.json").read_text())
    by_outcome = {source["id"]: source["outcome"] for source in record["sources"]}
    assert by_outcome["sound"] == by_outcome["sound-too"] == "read"
    assert by_outcome["huge"] == "too_large"
    assert by_outcome["empty"] == "no_text"
    assert by_outcome["missing-file"] == "failed"
    # What has no sound YAML has no row: nobody knows its title or its rights.
    assert "unknown-key" not in by_outcome


def documents_of(outcome: RunOutcome) -> dict[str, dict[str, Any]]:
    assert outcome.path is not None
    rows = pq.read_table(Path(outcome.path, "data", "documents.parquet")).to_pylist()
    return {row["document_id"]: row for row in rows}


def test_a_document_whose_file_is_missing_has_a_row_that_says_so(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome]
) -> None:
    describe("sound")
    describe("gone", None)
    row = documents_of(quick(RunSettings((folder,), output)))["gone"]
    assert (row["outcome"], row["sha256"], row["bytes"], row["characters"]) == ("failed", None, None, None)
    assert "the file gone.txt is not there. Put it into" in row["outcome_message"]
    assert row["title"] == "Outline of the Five-Year Plan of Willow County"


def test_only_on_a_document_whose_file_is_missing_keeps_the_rest(
    folder: Path, output: Path, describe: Describe
) -> None:
    from flows.run import run

    describe("a")
    describe("b")
    first = run(RunSettings((folder,), output, workers=1))
    (folder / "b.txt").unlink()
    outcome = run(RunSettings((folder,), output, workers=1, only=("b",)))
    assert outcome.exit_code == 3
    assert "the file b.txt is not there" in failures_of(outcome)["b"].message
    assert failures_of(outcome)["b"].rows_kept
    assert {d.name: d.rows for d in outcome.datasets} == {d.name: d.rows for d in first.datasets}


def failures_of(outcome: RunOutcome) -> dict[str, DocumentFailure]:
    return {failure.document_id: failure for failure in outcome.failures}


@pytest.mark.parametrize("damage", ["file is empty", "file is gone", "YAML is broken"])
def test_a_document_that_breaks_keeps_its_last_good_rows(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome], damage: str
) -> None:
    description = describe("a")
    describe("b")
    before = quick(RunSettings((folder,), output))
    if damage == "file is empty":
        (folder / "a.txt").write_bytes(b"")
    elif damage == "file is gone":
        (folder / "a.txt").unlink()
    else:
        description.write_text("id: a\n", encoding="utf-8")
    after = quick(RunSettings((folder,), output))
    assert after.exit_code == 3
    assert failures_of(after)["a"].rows_kept
    counts = {d.name: d.rows for d in before.datasets}
    assert counts["sections"] > 0
    assert {d.name: d.rows for d in after.datasets} == counts


def test_it_gets_fresh_rows_when_it_is_mended(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome]
) -> None:
    describe("a")
    describe("b")
    settings = RunSettings((folder,), output)
    quick(settings)
    first = (output / "releases/1.0.0/data/documents.csv").read_bytes()
    good = (folder / "a.txt").read_bytes()
    (folder / "a.txt").write_bytes(b"")
    quick(settings)
    (folder / "a.txt").write_bytes(good)
    mended = quick(settings)
    assert mended.exit_code == 0
    assert mended.path is not None
    assert Path(mended.path, "data/documents.csv").read_bytes() == first


@pytest.mark.parametrize("fields", [{}, {"licence": "absent"}], ids=["file is empty", "YAML is broken"])
def test_a_collection_of_nothing_but_broken_documents_publishes_nothing(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome], fields: dict[str, str]
) -> None:
    describe("a", "", **fields)
    outcome = quick(RunSettings((folder,), output))
    assert outcome.exit_code == 3
    lines = closing_lines(outcome)
    assert lines[0] == "No document could be read; nothing was published."
    assert "  a: " in lines[2]
    assert not (output / "releases").exists()


def test_when_all_fail_the_reason_says_whose_rows_stand_in(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome]
) -> None:
    describe("a")
    quick(RunSettings((folder,), output))
    (folder / "a.txt").write_bytes(b"")
    outcome = quick(RunSettings((folder,), output))
    assert (outcome.version, outcome.exit_code) == ("1.0.1", 3)
    assert outcome.reason == "a could not be read; its rows of 1.0.0 stand in."
    # A remedy ends without a full stop, and so does not run into what follows.
    assert closing_lines(outcome)[-1].endswith(
        "Fetch it again from where it came from. Its rows of the last release stand in."
    )
