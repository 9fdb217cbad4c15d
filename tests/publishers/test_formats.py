"""CSV and Parquet say the same, exactly, and no spreadsheet runs a cell."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import ContractError
from publishers import formats

REGION = pa.struct([("page", pa.int64()), ("x0", pa.float64())])
SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False, metadata={"title": "Id"}),
        pa.field("text", pa.string()),
        pa.field("year", pa.int64()),
        pa.field("value", pa.float64()),
        pa.field("binding", pa.bool_()),
        pa.field("regions", pa.list_(pa.field("element", REGION))),
        pa.field("bullets", pa.list_(pa.field("element", pa.string()))),
    ]
)
# Control characters apart from tab and line ends do not occur in text that readers return.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\r\n'=+-@,\"")).filter(
    lambda t: "\x00" not in t
)
ROW = st.fixed_dictionaries(
    {
        "id": TEXT,
        "text": st.none() | TEXT,
        "year": st.none() | st.integers(-(2**63), 2**63 - 1),
        "value": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "binding": st.none() | st.booleans(),
        "regions": st.none()
        | st.lists(st.fixed_dictionaries({"page": st.integers(1, 999), "x0": st.floats(0, 999)}), max_size=2),
        "bullets": st.none() | st.lists(TEXT, max_size=2),
    }
)


def table(*rows: dict[str, object]) -> pa.Table:
    return pa.Table.from_pylist([{**dict.fromkeys(SCHEMA.names), "id": "x", **row} for row in rows], SCHEMA)


def lines(*rows: dict[str, object]) -> list[str]:
    return formats.csv_bytes(table(*rows)).decode("utf-8").split("\n")[1:-1]


@settings(max_examples=150, deadline=None)
@given(st.lists(ROW, max_size=4))
def test_csv_reads_back_as_the_table_that_parquet_holds(rows: list[dict[str, object]]) -> None:
    made = table(*rows)
    assert formats.read_csv(formats.csv_bytes(made), SCHEMA).equals(made)
    assert pq.read_table(io.BytesIO(formats.parquet_bytes(made))).equals(made)


@given(TEXT)
def test_the_apostrophe_is_taken_away_from_exactly_the_cells_that_got_one(text: str) -> None:
    assert formats.unguarded(formats.guarded(text)) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tword", "  =1", "＝1+1", "-a",
     "=", "@", "-=A1", "\ufeff=1", "'=1+1", "''@x", "+12 34", "- item"],
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_could_run_begins_with_an_apostrophe(text: str) -> None:
    assert formats.guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["-13.5", "+6.5%", "--", "-", " - ", "2-1", "'tis", "", "a=b", "\n", "-1e3"])
def test_numbers_dashes_and_words_stay_as_they_are(text: str) -> None:
    assert formats.guarded(text) == text


def test_csv_follows_the_conventions() -> None:
    assert lines({"year": 2025, "value": 7e7, "binding": True, "regions": [{"x0": 1.5, "page": 2}]}) == [
        'x,,2025,70000000.0,true,"[{""page"":2,""x0"":1.5}]",'
    ]
    assert lines({"text": "", "value": 0.1, "binding": False, "bullets": []}) == ['x,"",,0.1,false,,[]']
    assert formats.csv_bytes(table()) == b"id,text,year,value,binding,regions,bullets\n"


def test_a_line_break_in_a_passage_stays_inside_its_quotes() -> None:
    assert formats.csv_bytes(table({"text": 'a\r\n"b"'})).splitlines(keepends=True)[1:] == [
        b'x,"a\r\n',
        b'""b""",,,,,\n',
    ]


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ContractError, match="value holds nan"):
        formats.csv_bytes(table({"value": float("nan")}))


def test_order_of_rows_and_batches_leaves_no_trace() -> None:
    one = table({"id": "b"}, {"id": "a"}, {"id": "规划"})
    two = pa.concat_tables([table({"id": "规划"}), table({"id": "a"}, {"id": "b"})])
    first, second = (formats.ordered(t, ["id"]) for t in (one, two))
    assert first.column("id").to_pylist() == ["a", "b", "规划"]
    assert formats.parquet_bytes(first) == formats.parquet_bytes(second)


def test_parquet_keeps_what_the_contract_says_of_a_field() -> None:
    read = pq.read_table(io.BytesIO(formats.parquet_bytes(table({}))))
    assert read.schema.field("id").metadata[b"title"] == b"Id"
    assert not read.schema.field("id").nullable
