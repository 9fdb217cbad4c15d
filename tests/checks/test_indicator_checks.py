"""Values, bounds, units and cells of indicators that cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.checks.indicator_tables import indicator_tables
from extractors.checks.material import Finding, Material
from extractors.document import Document
from extractors.records import Indicator, NumericTarget
from extractors.source import Source

SOURCE = Source("a", "A", "a.txt", ("en",), "plan", "unknown", "full", "CC0-1.0")
ROW = Indicator(
    document_id="a", table_id="t", row_number=1, category=None, indicator="Forest cover of the islands", unit="%",
    unit_text="%", char_start=0, char_end=40, base_value=20.0, base_value_text="20", target_year=2035,
    target_value=24.0, target_comparator="eq", target_text="24", change_text="--",
)  # fmt: skip
TARGET = NumericTarget(
    target_id="x", document_id="a", language="en", element="prose", kind="target",
    indicator="forest cover of the islands",
    comparator="eq", unit="%", direction="reach", quote="q", quote_sha256="", char_start=50, char_end=90,
    number_text="24%", number_char_start=60, number_char_end=63, rule_id="r", confidence=0.9, time_basis="document",
    wording_strength="neutral", value=24.0, target_year=2035,
)  # fmt: skip


def found(rows: list[Indicator], targets: list[NumericTarget] | None = None) -> list[Finding]:
    document = Document(" " * 400, (), (), "text", "text/plain")
    return list(
        indicator_tables(Material(document, SOURCE, {"indicators": rows, "numeric_targets": targets or []}, ()))
    )


def test_table_and_prose_that_agree_are_left_alone() -> None:
    assert found([ROW], [TARGET]) == []


def test_another_value_in_the_prose_is_told_with_both_places() -> None:
    told = found([ROW], [replace(TARGET, value=42.0)])
    assert [(f.check, f.value, f.other_value, f.other_start) for f in told] == [("table_against_prose", "24", "42", 60)]


@pytest.mark.parametrize("other", ["forest cover of the mainland coast", "share of the islands' wetlands"])
def test_another_indicator_contradicts_nothing(other: str) -> None:
    assert found([ROW], [replace(TARGET, indicator=other, value=42.0)]) == []


def test_another_year_contradicts_nothing() -> None:
    assert found([ROW], [replace(TARGET, target_year=2040, value=42.0)]) == []


def test_a_bound_turned_round_is_told() -> None:
    told = found([replace(ROW, target_comparator="lt")], [replace(TARGET, comparator="gt")])
    assert {f.check for f in told} == {"reversed_comparator"}


@pytest.mark.parametrize(
    ("name", "bound", "told"),
    [
        ("Overall grain production capacity", "lt", True),
        ("Overall grain production capacity", "gt", False),
        ("粮食综合生产能力", "le", True),
        ("Urban unemployment rate", "gt", True),
        ("Urban unemployment rate", "lt", False),
        ("Reduction of energy supply losses", "lt", False),
        ("Crude steel production", "lt", False),
    ],
)
def test_the_nature_of_an_amount_says_which_bound_it_has(name: str, bound: str, told: bool) -> None:
    rows = found([replace(ROW, indicator=name, unit="t", target_comparator=bound)])
    assert ([f.check for f in rows] == ["reversed_comparator"]) == told


def test_the_bound_that_must_be_meant_is_told_as_the_printed_one() -> None:
    grain = replace(ROW, indicator="Grain production capacity", unit="t", target_comparator="lt", target_value=6.5e8)
    told = found([replace(grain, target_text="<6.5")])
    assert [(f.value, f.other_value) for f in told] == [("<6.5", ">6.5")]


@pytest.mark.parametrize(("name", "told"), [("Share of clean heating", True), ("Gross coverage ratio", False)])
def test_a_share_of_a_whole_is_no_more_than_the_whole(name: str, told: bool) -> None:
    assert bool(found([], [replace(TARGET, indicator=name, value=140.0)])) == told


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("Nurseries per 1,000 people", 4.5, True),
        ("Places in nurseries per 1,000 people", 4.5, False),
        ("Hospital beds per 1,000 people", 6.0, False),
        ("Libraries per 1,000 people", 0.02, False),
    ],
)
def test_institutions_are_fewer_than_people(name: str, value: float, told: bool) -> None:
    rows = found([replace(ROW, indicator=name, unit="count/1000 persons", target_value=value)])
    assert ([f.check for f in rows] == ["implausible_density"]) == told


def test_an_empty_cell_among_dashes_is_told() -> None:
    rows = [replace(ROW, row_number=n, change_text="--") for n in range(1, 6)]
    assert [f.check for f in found([*rows, replace(ROW, row_number=6, change_text=None)])] == ["empty_cell"]
    assert found([*rows[:2], *(replace(ROW, row_number=n, change_text=None) for n in range(6, 9))]) == []
