"""Which change makes which version, and in what words."""

from __future__ import annotations

import pyarrow as pa
import pytest

from publishers.versions import bump, compare, decide

KEYS = {"documents": ["document_id"], "rows": ["id"], "quarantine": ["id"]}


def release(*rows: tuple[str, str, float | None], sources: str = "ab", quarantine: str = "") -> dict[str, pa.Table]:
    made = pa.table(
        {
            "id": pa.array([r[0] for r in rows], pa.string()),
            "document_id": pa.array([r[1] for r in rows], pa.string()),
            "value": pa.array([r[2] for r in rows], pa.float64()),
        }
    )
    ids = pa.array(list(quarantine), pa.string())
    held = pa.table({"id": ids, "document_id": ids})
    return {"documents": pa.table({"document_id": list(sources)}), "rows": made, "quarantine": held}


FIRST = release(("1", "a", 1.0), ("2", "b", 2.0))


@pytest.mark.parametrize(
    ("after", "level", "reason"),
    [
        (release(("1", "a", 1.0), ("2", "b", 2.5)), "patch", "Values of 1 row of rows were corrected."),
        (release(("1", "a", 1.0), ("2", "b", None)), "patch", "Values of 1 row of rows were corrected."),
        (release(("1", "a", 1.0), ("2", "b", 2.0), ("3", "b", 3.0)), "minor", "1 row of rows came in."),
        (release(("1", "a", 1.0), ("2", "b", 2.0), sources="abc"), "minor", "1 source came in."),
        (release(("1", "a", 1.0), sources="a"), "minor", "1 source left."),
        (release(("1", "a", 1.0)), "major", "1 row of rows vanished though their source is still there."),
        (release(("1", "a", 1.0), ("2", "b", 2.0), quarantine="a"), "patch",
         "Other rows are held back in quarantine."),
        (FIRST, "patch", "The files are written in another way, with the same values."),
    ],
)  # fmt: skip
def test_rows_and_sources(after: dict[str, pa.Table], level: str, reason: str) -> None:
    assert decide(compare(FIRST, after, KEYS, KEYS)) == (level, reason)


def changed(table: pa.Table) -> dict[str, pa.Table]:
    return {**FIRST, "rows": table}


@pytest.mark.parametrize(
    ("after", "level", "reason"),
    [
        (changed(FIRST["rows"].drop_columns("value")), "major", "Rows lost field value."),
        (changed(FIRST["rows"].rename_columns(["id", "document_id", "amount"])), "major", "Rows lost field value."),
        (changed(FIRST["rows"].set_column(2, "value", pa.array([1, 2]))), "major",
         "The type of field value of rows changed."),
        (changed(FIRST["rows"].append_column("note", pa.array(["x", None]))), "minor", "Rows has the new field note."),
        ({**FIRST, "more": FIRST["rows"]}, "minor", "The dataset more is new."),
        ({k: v for k, v in FIRST.items() if k != "rows"}, "major", "The dataset rows is gone."),
    ],
)  # fmt: skip
def test_fields_and_datasets(after: dict[str, pa.Table], level: str, reason: str) -> None:
    assert decide(compare(FIRST, after, KEYS, {**KEYS, "more": ["id"]})) == (level, reason)


def test_another_key_is_a_break() -> None:
    compared = compare(FIRST, FIRST, KEYS, {**KEYS, "rows": ["document_id", "id"]})
    assert decide(compared) == ("major", "The key of rows changed.")


def test_a_comparison_names_the_values() -> None:
    after = release(("1", "a", 1.5), ("3", "b", 3.0))
    (rows,) = [d for d in compare(FIRST, after, KEYS, KEYS).differences if d.dataset == "rows"]
    assert (rows.added, rows.removed, rows.vanished) == ((("3",),), (("2",),), (("2",),))
    assert [(c.key, c.fields) for c in rows.changed] == [(("1",), (("value", "1.0", "1.5"),))]


def read(**rows_from: str | None) -> dict[str, pa.Table]:
    columns = {"document_id": list(rows_from), "rows_from_version": pa.array(rows_from.values(), pa.string())}
    return {"documents": pa.table(columns)}


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (read(a=None, b=None), read(a="1.0.0", b=None), "a could not be read; its rows of 1.0.0 stand in."),
        (read(a="1.0.0", b=None), read(a=None, b=None), "a could be read again."),
        (read(a="1.0.0"), read(a="1.0.0"), "The files are written in another way, with the same values."),
        (read(a=None, b=None, c=None, d=None), read(a="1.0.0", b="1.1.0", c="1.0.0", d="1.0.0"),
         "a could not be read; its rows of 1.0.0 stand in. b could not be read; its rows of 1.1.0 stand in. "
         "c could not be read; its rows of 1.0.0 stand in. So do earlier rows of 1 other document."),
    ],
)  # fmt: skip
def test_documents_that_are_no_longer_read_are_no_corrections(
    before: dict[str, pa.Table], after: dict[str, pa.Table], reason: str
) -> None:
    assert decide(compare(before, after, KEYS, KEYS)) == ("patch", reason)


def test_what_came_in_is_told_before_what_could_not_be_read() -> None:
    reason = "1 source came in. a could not be read; its rows of 1.0.0 stand in."
    assert decide(compare(read(a=None), read(a="1.0.0", b=None), KEYS, KEYS)) == ("minor", reason)


@pytest.mark.parametrize(("level", "version"), [("major", "3.0.0"), ("minor", "2.10.0"), ("patch", "2.9.8")])
def test_the_next_number(level: str, version: str) -> None:
    assert bump((2, 9, 7), level) == version  # type: ignore[arg-type]
