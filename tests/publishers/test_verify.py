"""Every way in which a release can be other than it was published."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from extractors.errors import UsageError
from publishers.release import Published
from publishers.verify import verify


@pytest.fixture
def path(release: Callable[..., Published], some: dict[str, pa.Table]) -> Path:
    return release(some).path


def test_sha256sum_agrees(path: Path) -> None:
    assert verify(path) == ()
    subprocess.run(["sha256sum", "--quiet", "--check", "SHA256SUMS"], cwd=path, check=True)


def test_files_that_are_changed_missing_or_surplus_are_named(path: Path) -> None:
    (path / "CHANGES.md").write_text("other")
    (path / "release.json").unlink()
    (path / "data/note.txt").write_text("more")
    assert verify(path) == (
        "release.json is missing",
        "data/note.txt is not listed in SHA256SUMS",
        "CHANGES.md is not as it was published",
    )


def test_csv_and_parquet_must_have_the_same_rows(path: Path) -> None:
    table = path / "data/numeric_targets.csv"
    kept = b"\n".join(table.read_bytes().split(b"\n")[:2]) + b"\n"
    sums = path / "SHA256SUMS"
    sums.write_text(
        sums.read_text().replace(hashlib.sha256(table.read_bytes()).hexdigest(), hashlib.sha256(kept).hexdigest())
    )
    table.write_bytes(kept)
    (problem,) = verify(path)
    assert problem.startswith("numeric_targets: Parquet has 2 rows")


def test_a_dataset_is_there_in_both_formats(path: Path) -> None:
    (path / "data/boxes.csv").unlink()
    assert "boxes is not there both as Parquet and as CSV" in verify(path)


def test_without_sums_there_is_nothing_to_check_against(path: Path) -> None:
    (path / "SHA256SUMS").unlink()
    with pytest.raises(UsageError, match="SHA256SUMS is missing"):
        verify(path)
