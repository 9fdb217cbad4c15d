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
    assert "code" not in page.split("Coverage:")[1].split("Checks of the rows that")[0]


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
    part = page.split("What the sources get wrong or contradict</h2>")[1].split("Read these first")[0]
    assert "1 error, 1 warning, 1 info." in part
    assert part.index("d-d-1") < part.index("d-d-2") < part.index("d-d-0")
    assert "&lt;b&gt;twice&lt;/b&gt; 1" in part
    assert "page 2, characters 8–20" in part


def test_a_release_without_contradictions_says_so(tables: dict[str, pa.Table]) -> None:
    tables["discrepancies"] = tables["discrepancies"].slice(0, 0)
    assert "Nothing was found." in report(tables, CHECKS, [])["report.html"]


def test_the_page_says_what_it_is_about_and_where_the_version_stands(tables: dict[str, pa.Table]) -> None:
    page = report(tables, CHECKS, [])["report.html"]
    assert "<cite>&lt;script&gt;alert(1)&lt;/script&gt;</cite>." in page
    assert '<a href="../release.json">' in page


def test_of_many_documents_the_first_titles_stand_for_all(tables: dict[str, pa.Table]) -> None:
    (row,) = tables["documents"].to_pylist()
    rows = [{**row, "document_id": f"d{n:02}", "title": f"Plan {n // 2}"} for n in range(14)]
    page = report({**tables, "documents": pa.Table.from_pylist(rows)}, CHECKS, [])["report.html"]
    assert "<cite>Plan 0</cite>, <cite>Plan 1</cite>, <cite>Plan 2</cite>, <cite>Plan 3</cite> and 3 more." in page


def test_checks_of_rows_are_told_from_errors_of_the_sources(tables: dict[str, pa.Table]) -> None:
    head = " ".join(report(tables, CHECKS[:1], [])["report.html"].split("<h2>")[0].split())
    assert "All 1 checks of the rows passed: they ask whether what is published is well-formed" in head
    assert "Whether the sources are right is another question: they have 1 error, 1 warning, 1 info" in head


def test_comparators_are_shown_as_signs(tables: dict[str, pa.Table]) -> None:
    (row,) = tables["numeric_targets"].to_pylist()
    tables["numeric_targets"] = pa.Table.from_pylist([row | {"comparator": "lt"}])
    page = report(tables, CHECKS, [])["report.html"]
    assert "build · &lt; 40 km" in page
    assert "lt 40" not in page.replace("&lt;", "")


def test_tables_scroll_by_themselves_on_a_narrow_page(tables: dict[str, pa.Table]) -> None:
    page = report(tables, CHECKS, [{"right": 3}])["report.html"]
    assert page.count('<div class="wide"><table>') == page.count("<table>") == page.count("</table></div>") == 7
    assert ".wide { overflow-x: auto }" in page
