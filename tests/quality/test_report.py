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
    wrong = [
        {"discrepancy_id": f"d-d-{n}", "check": "repeated_word", "severity": severity, "document_id": "d", "page": 2}
        | {"char_start": 9 - n, "char_end": 20, "other_document_id": None, "other_char_start": None}
        | {"other_char_end": None, "message": f"<b>twice</b> {n}", "value": "the the", "other_value": None}
        for n, severity in enumerate(("info", "error", "warning"))
    ]
    return {
        "discrepancies": pa.Table.from_pylist(wrong),
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


def test_what_the_sources_get_wrong_is_shown_gravest_first(tables: dict[str, pa.Table]) -> None:
    page = report(tables, CHECKS, [])["report.html"]
    part = page.split("What the sources get wrong")[1].split("Read these first")[0]
    assert "1 error, 1 warning, 1 info." in part
    assert part.index("d-d-1") < part.index("d-d-2") < part.index("d-d-0")
    assert "&lt;b&gt;twice&lt;/b&gt; 1" in part
    assert "page 2, characters 8–20" in part


def test_a_release_without_contradictions_says_so(tables: dict[str, pa.Table]) -> None:
    tables["discrepancies"] = tables["discrepancies"].slice(0, 0)
    assert "Nothing was found." in report(tables, CHECKS, [])["report.html"]
