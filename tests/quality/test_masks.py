from typing import Any

import pyarrow as pa
import pytest

from extractors.identity import sha256
from quality.masks import failing
from quality.rules import Rule, rules
from schemas.contract import load_all


def broken(kind: str, columns: dict[str, Any], fields: tuple[str, ...], **parameters: object) -> list[bool]:
    rule = Rule(kind, kind, "row", "error", "", fields, parameters)
    mask: list[bool] = failing(pa.table(columns), rule).to_pylist()
    return mask


def test_required_wants_a_value_and_lists_want_one_inside() -> None:
    assert broken("required", {"a": ["x", "", None]}, ("a",)) == [False, False, True]
    assert broken("required", {"a": [["x"], [], None]}, ("a",)) == [False, True, True]


def test_enum_lets_null_pass() -> None:
    assert broken("enum", {"a": ["eq", "=", None]}, ("a",), values=("eq", "gt")) == [False, True, False]


def test_a_pattern_is_for_the_whole_value() -> None:
    values = {"a": ["zh", "zh-Hans", "x zh", "zh\n", None]}
    found = broken("pattern", values, ("a",), pattern="[a-z]{2,3}(-[a-zA-Z]+)*")
    assert found == [False, False, True, True, False]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (1900, 2100, [True, False, False, True, False]),
        (None, 2100, [False, False, False, True, False]),
        (1900, None, [True, False, False, False, False]),
    ],
)
def test_range_holds_both_ends(low: int | None, high: int | None, expected: list[bool]) -> None:
    assert broken("range", {"a": [1899, 1900, 2100, 2101, None]}, ("a",), minimum=low, maximum=high) == expected


def test_order_says_nothing_of_nulls() -> None:
    columns = {"a": [1, 2, 3, None, 5], "b": [2, 2, 2, 1, None]}
    strict = broken("ordered", columns, ("a", "b"), low="a", high="b", strict=True)
    loose = broken("ordered", columns, ("a", "b"), low="a", high="b", strict=False)
    assert strict == [False, True, True, False, False]
    assert loose == [False, False, True, False, False]


def test_at_most_apart_allows_the_limit() -> None:
    columns = {"a": [0, 0, None], "b": [400, 401, 9]}
    assert broken("at_most_apart", columns, ("a", "b"), low="a", high="b", maximum=400) == [False, True, False]


def test_a_text_fills_its_span() -> None:
    columns = {"quote": ["自治区", "自治区", None], "a": [1, 1, 1], "b": [4, 5, 9]}
    found = broken("fills", columns, ("quote", "a", "b"), field="quote", low="a", high="b")
    assert found == [False, True, False]


def test_present_when_asks_only_where_its_condition_holds() -> None:
    columns = {"box_id": ["b", None, None, None], "element": ["box", "box", "prose", None]}
    found = broken("present_when", columns, ("box_id", "element"), field="box_id", when="element", **{"in": ["box"]})
    assert found == [False, True, False, False]


def test_present_when_any_asks_where_the_other_is_given() -> None:
    columns = {"value_si": [1.0, None, None], "unit_si": ["m", "m", None]}
    found = broken("present_when", columns, ("value_si", "unit_si"), field="value_si", when="unit_si", **{"in": "any"})
    assert found == [False, True, False]


def test_absent_when() -> None:
    columns = {"year": [2025, 2025, None], "kind": ["fact", "target", "fact"]}
    found = broken("absent_when", columns, ("year", "kind"), field="year", when="kind", **{"in": ["fact"]})
    assert found == [True, False, False]


def test_one_present_fails_where_all_are_null() -> None:
    assert broken("one_present", {"a": [1, None], "b": [None, None]}, ("a", "b")) == [False, True]


def test_a_total_must_be_the_sum_of_its_parts() -> None:
    columns = {"found": [3, 3, None], "in": [1, 1, 1], "out": [2, 1, 1]}
    assert broken("sums_to", columns, ("found", "in", "out"), total="found", parts=["in", "out"]) == [
        False,
        True,
        False,
    ]


def test_the_hash_is_over_the_quote_without_white_space() -> None:
    good = sha256("Buildroads.")
    columns = {"hash": [good, good, good], "quote": ["Build\nroads.", "Build canals.", None]}
    assert broken("hash_of", columns, ("hash", "quote"), field="hash", of="quote") == [False, True, False]


def test_units_come_from_the_units_table() -> None:
    assert broken("known_unit", {"a": ["km", "furlong", None]}, ("a",)) == [False, True, False]


def test_all_rows_that_share_a_key_are_named() -> None:
    columns = {"a": ["x", "x", "x", "y"], "b": [1, 1, 2, 1]}
    assert broken("key", columns, ("a", "b")) == [True, True, False, False]


@pytest.mark.parametrize("dataset", load_all().values(), ids=lambda d: d.name)
def test_rules_of_a_dataset_have_names_of_their_own(dataset: Any) -> None:
    names = [r.name for r in rules(dataset)]
    assert len(set(names)) == len(names)
    assert names[0] == f"key({', '.join(dataset.primary_key)})"
