"""Measured accuracy: published rows against truth tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from quality.accuracy import Measurement, measure
from quality.likeness import close, overlap, same_number, same_words

TRUTH = (
    "quote,number_text,indicator,value,value_max,base_value,comparator,unit,kind,direction,target_year\n"
    "Add 30 or more airports.,30,airports,30,,,ge,count,project,add,2025\n"
    "Lay 3 km of road and 3 km of rail.,3,road,3,,,eq,km,project,build,2025\n"
    "Lay 3 km of road and 3 km of rail.,3,rail,3,,,eq,km,project,build,2025\n"
)


def target(quote: str | None, number: str, indicator: str, **other: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "document_id": "plan-pdf", "element": "prose", "quote": quote, "number_text": number, "indicator": indicator,
        "value": 3.0, "value_max": None, "base_value": None, "comparator": "eq", "unit": "km", "kind": "project",
        "direction": "build", "target_year": 2025,
    }  # fmt: skip
    return {**row, **other}


RIGHT = [
    target("Lay 3 km of road\nand 3 km of rail.", "3", "rail"),
    target("Lay 3 km of road\nand 3 km of rail.", "3", "road"),
    target("Add 30 or more airports.", "30", "airports", value=30.0, comparator="ge", unit="count", direction="add"),
]


def measured(
    tmp_path: Path,
    rows: list[dict[str, Any]],
    truth: str = TRUTH,
    dataset: str = "numeric_targets",
    **more: list[dict[str, Any]],
) -> Measurement:
    (tmp_path / f"plan-{dataset}.csv").write_text(truth, encoding="utf-8")
    documents = pa.Table.from_pylist([{"document_id": "plan-pdf", "edition_of": "plan"}])
    tables = {"documents": documents, dataset: pa.Table.from_pylist(rows)}
    tables |= {name: pa.Table.from_pylist(added) for name, added in more.items()}
    (one,) = measure(tables, tmp_path)
    return one


def test_all_right_in_any_order(tmp_path: Path) -> None:
    one = measured(tmp_path, RIGHT)
    assert (one.expected, one.found, one.matched, one.right) == (3, 3, 3, 3)
    assert (one.recall, one.precision, one.exact, one.wrong) == (1.0, 1.0, 1.0, "")


def test_a_wrong_field_is_named_and_counted(tmp_path: Path) -> None:
    one = measured(tmp_path, [{**row, "comparator": "lt"} for row in RIGHT])
    assert (one.matched, one.right, one.wrong) == (3, 0, "comparator 3")


def test_what_is_missing_and_what_is_too_much(tmp_path: Path) -> None:
    extra = target("The plan has 7 chapters.", "7", "chapters", value=7.0)
    one = measured(tmp_path, [RIGHT[0], extra])
    assert (one.recall, one.precision) == (0.3333, 0.5)


def test_the_same_number_in_another_sentence_is_another_thing(tmp_path: Path) -> None:
    assert measured(tmp_path, [target("Some other words with 30.", "30", "airports")]).matched == 0


def test_without_quotes_number_and_name_must_do(tmp_path: Path) -> None:
    assert measured(tmp_path, [{**row, "quote": None} for row in RIGHT]).right == 3


def test_numbers_of_the_indicator_table_do_not_count(tmp_path: Path) -> None:
    assert measured(tmp_path, [*RIGHT, {**RIGHT[0], "element": "table"}]).found == 3


def test_lines_of_the_indicator_table_go_by_their_number(tmp_path: Path) -> None:
    header = (
        "row_number,category,indicator,unit,base_value,target_value,target_comparator,change_period,change_value,"
        "change_comparator,bindingness\n"
    )
    row = {
        "document_id": "plan-pdf", "row_number": 2, "category": "Green  ecology", "indicator": "Forest cover",
        "unit": "%", "base_value": 23.2, "target_value": 24.1, "target_comparator": "eq", "change_period": None,
        "change_value": None, "change_comparator": None, "bindingness": "anticipated",
    }  # fmt: skip
    truth = header + "2,Green ecology,Forest cover,%,23.2,24.1,eq,,,,binding\n"
    one = measured(tmp_path, [row], truth, "indicators")
    assert (one.matched, one.right, one.wrong) == (1, 0, "bindingness 1")


def test_boxes_are_right_with_title_and_items(tmp_path: Path) -> None:
    box = {"document_id": "plan-pdf", "box_id": "b", "number": "2", "title": "Projects"}
    items = [{"box_id": "b", "item_number": number} for number in ("02", "01")]
    truth = "number,title,items\n2,Projects,01|02\n"
    assert measured(tmp_path, [box], truth, "boxes", box_items=items).right == 1
    assert measured(tmp_path, [box], truth, "boxes", box_items=items[:1]).wrong == "items 1"


def test_two_sections_of_one_title_are_told_by_number(tmp_path: Path) -> None:
    rows = [
        {"document_id": "plan-pdf", "level": "section", "number": number, "title": "Goals"} for number in ("2", "1")
    ]
    assert measured(tmp_path, rows, "level,number,title\nsection,1,Goals\nsection,2,Goals\n", "sections").right == 2


def test_no_truth_measures_nothing(tmp_path: Path) -> None:
    documents = pa.Table.from_pylist([{"document_id": "plan-pdf", "edition_of": None}])
    assert measure({"documents": documents}, tmp_path / "none") == []


@pytest.mark.parametrize(("left", "right"), [("7%", "7"), ("20 percent", "20"), ("1.3 \ntrillion", "1.3 trillion")])
def test_number_texts_print_alike(left: str, right: str) -> None:
    assert same_number(left, right)


def test_words_and_numbers() -> None:
    assert same_words(None, "")
    assert not same_words("lt", None)
    assert close("650000000", 6.5e8)
    assert not close("1", None)
    assert overlap("森林覆盖率", "森林覆盖率") == 1.0
    assert overlap("forest cover", "grain") == 0.0
