"""Damaged, encrypted, looping and empty PDFs of other projects' test suites: a document, or an error that says why."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import get_args

import pytest

from extractors.errors import Outcome, ReadError
from extractors.reading import read

HOSTILE = Path(__file__).parents[2].parent / "shared" / "hostile"
LARGEST = 2_000_000  # bytes; benchmarks/hostile.py reads the larger ones too


def rows() -> list[dict[str, str]]:
    if not HOSTILE.is_dir():
        return []
    with (HOSTILE / "expected.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if (HOSTILE / row["file"]).stat().st_size < LARGEST]


def test_the_files_are_there() -> None:
    if not HOSTILE.is_dir() and os.environ.get("GUIHUA_REQUIRE_SHARED") != "1":
        pytest.skip("the reference documents are not beside the project")
    assert len(rows()) > 100


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["file"])
def test_a_hostile_file_is_read_or_refused_with_a_reason(row: dict[str, str]) -> None:
    try:
        document = read(HOSTILE / row["file"])
    except ReadError as error:
        assert error.outcome in get_args(Outcome)
        assert error.message
        assert error.remedy
        assert int(row["characters"]) == 0
        assert (row["pdfium"] == "password") == (error.outcome == "password_required")
        return
    assert row["pdfium"] != "password"
    assert document.outcome in ("read", "partly_read")
    assert (document.outcome == "partly_read") == (document.outcome_message is not None)
