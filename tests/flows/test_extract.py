from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractors.errors import ReadError, UsageError
from flows.commands.extract import extract_and_print

TEXT = """Outline of the 14th Five-Year Plan of Willow County (2021-2025)

Chapter 1 Roads

The county will build 120 kilometers of rural roads by 2025.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Willow plan.txt"
    path.write_text(TEXT)
    return path


def test_csv_has_the_contract_s_columns(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extract_and_print(plan, "numeric_targets", "csv", None, 20)
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["value"], row["document_id"], row["target_year"]) for row in rows] == [
        ("120.0", "willow-plan", "2025")
    ]


def test_json_has_the_same_rows(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extract_and_print(plan, "sections", "json", None, 20)
    assert [row["title"] for row in json.loads(capsys.readouterr().out)] == ["Roads"]


def test_json_of_nothing_is_an_empty_list(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extract_and_print(plan, "boxes", "json", None, 20)
    assert json.loads(capsys.readouterr().out) == []


def test_parquet_goes_to_a_file(plan: Path, tmp_path: Path) -> None:
    extract_and_print(plan, "numeric_targets", "parquet", tmp_path / "targets.parquet", 20)
    assert pq.read_table(tmp_path / "targets.parquet").num_rows == 1


def test_parquet_is_not_for_terminals(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(UsageError, match="--output"):
        extract_and_print(plan, "numeric_targets", "parquet", None, 20)


def test_a_table_fits_the_terminal(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    extract_and_print(plan, "numeric_targets", "table", None, 20)
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 60 for line in lines[:-1])
    assert "1 rows" in lines[-1]


def test_a_dataset_that_is_none_is_wrong_usage(plan: Path) -> None:
    with pytest.raises(UsageError, match="Choose one of numeric_targets"):
        extract_and_print(plan, "numbers", "csv", None, 20)


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_what_is_no_file_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"no such file|is no file"):
        extract_and_print(tmp_path / name, "sections", "csv", None, 20)


def test_a_file_that_is_too_large_is_not_opened(plan: Path) -> None:
    with pytest.raises(ReadError, match="--max-text-mb"):
        extract_and_print(plan, "sections", "csv", None, 0.0001)


def test_it_imports_neither_prefect_nor_the_engine_nor_pandas(plan: Path) -> None:
    code = (
        "import sys; from flows.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'prefect', 'great_expectations', 'pandas', 'pdfplumber'} & set(sys.modules)))"
    )
    options = ["--dataset", "sections", "--format", "csv", "--output", str(plan.with_suffix(".csv"))]
    command = [sys.executable, "-c", code, "extract", str(plan), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
    assert plan.with_suffix(".csv").exists()
