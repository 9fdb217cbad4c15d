import csv
import io

import pyarrow as pa
import pytest

from quality.dataset import CheckResult
from quality.report import report

CHECKS = [
    CheckResult("boxes", "unique(box_id)", "dataset", "error", "Ids are unique.", 3, 0, True),
    CheckResult("boxes", "required(title)", "row", "warning", "A box has a title.", 3, 2, False),
]


@pytest.fixture
def tables() -> dict[str, pa.Table]:
    document = {"document_id": "d", "title": "<script>alert(1)</script>", "outcome": "read", "rows_from_version": None}
    target = {
        "target_id": "d-t-1",
        "page": 3,
        "number_char_start": 5,
        "number_char_end": 7,
        "indicator": "=roads & rails",
    }
    target |= {"number_text": "40", "kind": "project", "direction": "build", "comparator": "eq", "value": 40.0}
    target |= {"unit": "km", "target_year": 2025, "confidence": 0.4}
    coverage = {"document_id": "d", "element": "number", "found": 4, "published": 1, "quarantined": 1, "ignored": 2}
    held = {"dataset": "boxes", "row_id": "b1", "document_id": "d", "page": None, "expectation": "e", "reason": "r"}
    return {
        "documents": pa.Table.from_pylist([document | {"pages": 2, "characters": 9, "outcome_message": None}]),
        "numeric_targets": pa.Table.from_pylist([target]),
        "coverage": pa.Table.from_pylist([coverage | {"ignored_reasons": {"date": 1, "unknown": 1, "code": None}}]),
        "quarantine": pa.Table.from_pylist([held]),
    }


def test_nothing_from_a_document_is_markup(tables: dict[str, pa.Table]) -> None:
    page = report(tables, CHECKS, [])["report.html"]
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "roads &amp; rails" in page


def test_the_page_loads_nothing_from_elsewhere(tables: dict[str, pa.Table]) -> None:
    page = report(tables, CHECKS, [])["report.html"]
    assert "http:" not in page
    assert "https:" not in page
    assert "default-src 'none'" in page


def test_coverage_is_told_with_its_reasons(tables: dict[str, pa.Table]) -> None:
    page = report(tables, CHECKS, [])["report.html"]
    assert "1 published, 1 quarantined, 2 ignored" in page
    assert "date 1, unknown 1" in page
    assert "code" not in page.split("Coverage:")[1].split("Rules that")[0]


def test_checks_and_accuracy_are_there_for_machines(tables: dict[str, pa.Table]) -> None:
    files = report(tables, CHECKS, [{"document_id": "d", "right": 3, "expected": 4}])
    rows = list(csv.DictReader(io.StringIO(files["checks.csv"])))
    assert [(r["rule"], r["passed"], r["failing"]) for r in rows] == [
        ("unique(box_id)", "true", "0"),
        ("required(title)", "false", "2"),
    ]
    assert files["accuracy.csv"] == "document_id,right,expected\nd,3,4\n"
    assert "accuracy.csv" not in report(tables, CHECKS, [])
