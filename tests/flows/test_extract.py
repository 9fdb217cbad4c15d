from __future__ import annotations

import csv
import io
import json
import re
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


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_the_output_s_name_says_the_format(plan: Path, tmp_path: Path, form: str) -> None:
    named, asked = tmp_path / f"named.{form}", tmp_path / "asked"
    extract_and_print(plan, "numeric_targets", None, named, 20)
    extract_and_print(plan, "numeric_targets", form, asked, 20)
    assert named.read_bytes() == asked.read_bytes()


@pytest.mark.parametrize(
    ("form", "name", "remedy"),
    [
        (None, "x.xlsx", r"End it in \.csv, \.json, \.parquet"),
        (None, "x", "End it in"),
        ("csv", "x.parquet", r"Call it x\.csv"),
        ("table", "x.txt", "Choose another --format"),
    ],
)
def test_a_name_that_says_another_format_or_none_is_wrong_usage(
    plan: Path, tmp_path: Path, form: str | None, name: str, remedy: str
) -> None:
    with pytest.raises(UsageError, match=remedy):
        extract_and_print(plan, "numeric_targets", form, tmp_path / name, 20)
    assert not (tmp_path / name).exists()


def test_a_file_is_overwritten_only_by_force(plan: Path, tmp_path: Path) -> None:
    there = tmp_path / "x.csv"
    there.write_text("mine")
    with pytest.raises(UsageError, match=r"is there already and is not overwritten\. .*--force"):
        extract_and_print(plan, "sections", None, there, 20)
    assert there.read_text() == "mine"
    extract_and_print(plan, "sections", None, there, 20, force=True)
    assert there.read_text().startswith("section_id")


def test_a_folder_that_is_not_there_is_named(plan: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no folder .*nodir\. "):
        extract_and_print(plan, "sections", None, tmp_path / "nodir" / "x.csv", 20)


LONG = """Outline of the 14th Five-Year Plan of Willow County (2021-2025)

Chapter 1 Roads

By 2025, the rate of treatment of waste water in all market towns and large villages of the county will reach 6-8%.
"""


def table_lines(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> list[str]:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    extract_and_print(plan, "numeric_targets", "table", None, 20)
    return re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out).splitlines()


def test_a_table_fits_the_terminal_and_keeps_its_numbers(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.write_text(LONG)
    lines = table_lines(plan, capsys, monkeypatch, terminal=True)
    assert all(len(line) <= 80 for line in lines)
    assert lines[0].split() == (
        ["kind", "indicator", "direction", "comparator", "value", "unit", "change", "year", "number_text"]
    )
    assert "6–8" in lines[1]
    assert "6-8%" in lines[1]
    assert not any("…" in line for line in lines)
    assert lines[-1].startswith("1 row;")


def test_a_pipe_gets_each_row_on_one_line(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.write_text(LONG)
    lines = table_lines(plan, capsys, monkeypatch, terminal=False)
    assert len(lines) == 3
    assert "market towns and large villages" in lines[1]


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


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (("--time-limit", "0.01"), "reading it took more than 0.01 s. Look into the file, or raise --time-limit"),
        (("--memory-limit-mb", "5"), "reading it took more than 5 MB of memory"),
    ],
)
def test_limits_end_the_reading(plan: Path, limit: tuple[str, str], said: str) -> None:
    command = [sys.executable, "-m", "flows", "extract", str(plan), *limit]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert f"{plan}: {said}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_fails_in_the_process_of_its_own_is_told_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "flows", "extract", str(tmp_path / "none.txt"), "--explain"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"guihua: {tmp_path / 'none.txt'}: there is no such file. Check its name\n"
