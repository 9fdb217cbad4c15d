"""The sheets of records read by eye: what the figures count."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]
HEAD = "draw,id,document_id,number_text,field,verdict,reason\n"


@pytest.fixture(name="audit")
def _audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit_figures", PROJECT / "benchmarks" / "audit_figures.py")
    if spec is None or spec.loader is None:
        pytest.fail("benchmarks/audit_figures.py is gone")
    module = importlib.util.module_from_spec(spec)
    sys.modules["audit_figures"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def sheet(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_record_with_two_wrong_fields_is_one_faulty_record(tmp_path: Path, audit: ModuleType) -> None:
    one = sheet(tmp_path, "en.csv", "1,a,d,5,unit,wrong,x", "1,a,d,5,indicator,wrong,y", "1,b,d,6,,right,")
    counts = audit.figures([one])["en draw 1"]
    assert (len(counts.records), len(counts.faulty), counts.wrong["unit"], counts.wrong["indicator"]) == (2, 1, 1, 1)


def test_sentences_without_a_record_are_counted_apart(tmp_path: Path, audit: ModuleType) -> None:
    one = sheet(tmp_path, "zh.csv", "1,s,d,5,sentence,right,", "1,t,d,6,sentence,missed,a road", "1,b,d,6,,right,")
    counts = audit.figures([one])["zh draw 1"]
    assert (len(counts.records), counts.sentences, counts.missed) == (1, 2, 1)


def test_lines_without_a_verdict_count_nowhere(tmp_path: Path, audit: ModuleType) -> None:
    one = sheet(tmp_path, "zh.csv", "1,a,d,5,,,", "1,s,d,5,sentence,,")
    counts = audit.figures([one])["zh draw 1"]
    assert (len(counts.records), counts.sentences) == (0, 0)


def test_several_sheets_are_told_apart_and_together(tmp_path: Path, audit: ModuleType) -> None:
    sheets = [sheet(tmp_path, "en.csv", "1,a,d,5,,right,"), sheet(tmp_path, "zh.csv", "1,b,d,5,unit,wrong,x")]
    found = audit.figures(sheets)
    assert [len(found[name].records) for name in ("en draw 1", "zh draw 1", "all")] == [1, 1, 2]


def test_the_committed_sheets_have_the_form_and_known_verdicts(audit: ModuleType) -> None:
    for path in sorted((PROJECT / "benchmarks" / "audit").glob("[!d]*.csv")):
        lines = audit.rows(path)
        # Sheets of sentences that are not in the repository hold the reader's rule and score as well.
        more = ("rule_id", "score") if path.stem.startswith("unseen") else ()
        assert tuple(lines[0]) == (*audit.COLUMNS, *more)
        assert {line["verdict"] for line in lines} <= {"", "right", "wrong", "missed"}
        assert all(line["field"] for line in lines if line["verdict"] in ("wrong", "missed"))
