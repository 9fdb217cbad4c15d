"""Sheets of contradictions read by eye are counted by check, and drawn by the hash of their ids."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]
HEAD = "discrepancy_id,check,severity,document_id,char_start,char_end,message,value,other_value,other_document_id,"


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    path = PROJECT / "benchmarks" / "audit_discrepancies.py"
    spec = importlib.util.spec_from_file_location("audit_discrepancies", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_verdicts_are_counted_and_unread_lines_are_not(tmp_path: Path, audit: ModuleType) -> None:
    sheet = tmp_path / "discrepancies_9.csv"
    lines = [
        "draw,id,document_id,check,verdict,reason",
        "9,a,d,x,real,",
        "9,b,d,x,false,why",
        "9,c,d,y,doubtful,",
        "9,d,d,y,,",
    ]
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = str(audit.figures([sheet])["discrepancies_9 draw 9"])
    assert told.startswith("1 of 3 real (33.3%), 1 doubtful")
    assert "x: 1 of 2" in told


def test_a_draw_takes_the_smallest_hashes_and_leaves_known_rows_out(tmp_path: Path, audit: ModuleType) -> None:
    names = [f"d-d-{k:010x}" for k in range(6)]
    (tmp_path / "data").mkdir()
    rows = [f"{name},c,info,d,1,4,told,,,,," for name in names]
    (tmp_path / "data" / "discrepancies.csv").write_text(
        "\n".join([f"{HEAD}other_char_start,other_char_end", *rows]), "utf-8"
    )
    sheet = tmp_path / "discrepancies_7.csv"
    assert audit.draw([tmp_path], 3, sheet, {names[0]}) == 3
    with sheet.open(encoding="utf-8", newline="") as lines:
        drawn = [line["id"] for line in csv.DictReader(lines)]
    assert drawn == sorted(names[1:], key=lambda name: hashlib.sha256(name.encode()).hexdigest())[:3]


def test_the_committed_sheets_are_read_through_and_mostly_real(audit: ModuleType) -> None:
    sheets = sorted((PROJECT / "benchmarks" / "audit").glob("discrepancies_*.csv"))
    for sheet in sheets:
        lines = audit.rows(sheet)
        assert tuple(lines[0]) == audit.COLUMNS
        assert {line["verdict"] for line in lines} <= {"real", "false", "doubtful"}
        assert all(line["reason"] for line in lines if line["verdict"] != "real")
    first = [line["verdict"] for line in audit.rows(sheets[0])]
    assert first.count("real") >= 0.85 * len(first)
