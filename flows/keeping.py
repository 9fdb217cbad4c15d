"""Rows that stay as they were: of documents that fail now, and of those that `--only` leaves alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from flows.worker import Failure
from publishers.carry import carry_over
from schemas.arrow import table

if TYPE_CHECKING:
    from publishers.catalog import Release


def keep_last_rows(
    tables: Mapping[str, pa.Table], failures: Sequence[Failure], kept: Sequence[str], last: Release | None
) -> dict[str, pa.Table]:
    """The tables with the last good rows of documents that were not read.

    A document that fails gets its new outcome and message, and `rows_from_version`. One that is left alone keeps
    its row of `documents` to the letter, so that a run which reads nothing new changes nothing.

    Raises:
        UsageError: if the last release is damaged.
        ContractError: if its rows do not fit today's contract.
    """
    if last is None:
        return dict(tables)
    known = _rows_by_id(last.table("documents"))
    outcomes = {f.document_id: str(f.outcome) for f in failures}
    outcomes |= {name: known[name]["outcome"] for name in kept if name in known}
    carried = carry_over(tables, outcomes, last.path)
    carried = _with_bad_rows(carried, [name for name in kept if name in known], last)
    messages = {f.document_id: f.message for f in failures}
    documents = []
    for row in carried["documents"].to_pylist():
        name = row["document_id"]
        if name in kept and name not in messages:
            row = {column: known[name].get(column) for column in row}
        elif name in messages:
            row["outcome_message"] = messages[name]
        documents.append(row)
    carried["documents"] = table("documents", documents)
    return carried


def _with_bad_rows(tables: dict[str, pa.Table], kept: Sequence[str], last: Release) -> dict[str, pa.Table]:
    """The tables with the rows of documents that are left alone and that failed in the last release too.

    They have nothing good to carry, but a place in `documents` and `coverage`, which they must not lose.
    """
    there = set(tables["documents"].column("document_id").to_pylist())
    missing = pa.array([name for name in kept if name not in there], pa.string())
    for name in ("documents", "coverage"):
        old = last.table(name)
        if len(missing) and old is not None:
            rows = old.filter(pc.is_in(old.column("document_id"), value_set=missing)).to_pylist()
            now = tables[name]
            tables[name] = pa.concat_tables([now, pa.Table.from_pylist(rows, now.schema)])
    return tables


def kept_texts(kept: Sequence[str], last: Release | None) -> dict[str, str]:
    """Texts of the documents that are left alone, as the last release has them."""
    paths = {name: last.path / "texts" / f"{name}.txt" for name in kept} if last else {}
    return {name: path.read_bytes().decode("utf-8") for name, path in paths.items() if path.is_file()}


def has_kept(documents: pa.Table) -> set[str]:
    """Ids of documents whose rows are of an earlier release."""
    earlier = documents.filter(pc.is_valid(documents.column("rows_from_version")))
    return set(earlier.column("document_id").to_pylist())


def _rows_by_id(documents: pa.Table | None) -> dict[str, dict[str, Any]]:
    return {row["document_id"]: row for row in documents.to_pylist()} if documents is not None else {}
