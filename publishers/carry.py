"""A document that fails now keeps its last good rows, and `documents` says from which release they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from extractors.errors import ContractError
from publishers import catalog
from publishers.rights import document_columns

if TYPE_CHECKING:
    from schemas.contract import Dataset

# They describe the text that the carried rows' offsets count in; a document that fails has no text of its own.
_OF_THE_TEXT = ("text_sha256", "pages", "characters", "reader", "extractor_version")


def carry_over(
    tables: Mapping[str, pa.Table], failed_documents: Mapping[str, str], previous_release: Path | None
) -> dict[str, pa.Table]:
    """The tables with the last good rows of the documents that fail now.

    The row in `documents` keeps its new outcome and message; `rows_from_version` names the release in which the
    rows were fresh, however often they have been carried since. Rights are applied later, by `publish`, to carried
    rows like to others: a release for own use leaks nothing into one that is not.

    Args:
        tables: All datasets of this run.
        failed_documents: Outcome by document id.
        previous_release: The folder of the last release, if there is one.

    Raises:
        UsageError: The last release is damaged.
        ContractError: Its rows do not fit today's contract.
    """
    from schemas.contract import load_all

    out = dict(tables)
    if previous_release is None or not failed_documents:
        return out
    last = catalog.open_release(previous_release)
    documents = last.table("documents")
    if documents is None:
        raise catalog.damaged(last, "data/documents.parquet is missing")
    known = {row["document_id"]: row for row in documents.to_pylist()}
    # What the last release holds of a document that had failed there for the first time is nothing to carry.
    carried = {i for i in failed_documents if i in known and _was_good(known[i])}
    out["documents"] = _documents(tables["documents"], known, carried, failed_documents, last.version)
    there = set(out["documents"].column("document_id").to_pylist())
    for name, dataset in load_all().items():
        old = last.table(name)
        if name != "documents" and name in out and old is not None and carried:
            out[name] = _rows(out[name], old, dataset, carried, there)
    return out


def _was_good(row: Mapping[str, Any]) -> bool:
    return row["outcome"] in ("read", "partly_read") or row["rows_from_version"] is not None


def _documents(
    now: pa.Table, known: Mapping[str, dict[str, Any]], carried: set[str], failed: Mapping[str, str], version: str
) -> pa.Table:
    rows = now.to_pylist()
    named = {row["document_id"] for row in rows}
    rows += [{**known[i], "outcome": failed[i], "outcome_message": None} for i in sorted(carried - named)]
    for row in rows:
        if row["document_id"] in carried:
            was = known[row["document_id"]]
            row["rows_from_version"] = was["rows_from_version"] or version
            row.update((name, was.get(name)) for name in _OF_THE_TEXT if row.get(name) is None)
    return pa.Table.from_pylist(rows, now.schema)


def _rows(now: pa.Table, old: pa.Table, dataset: Dataset, carried: set[str], there: set[str]) -> pa.Table:
    old = _fitted(old, now.schema, dataset.name)
    columns = document_columns(now.column_names)
    ids = list(zip(*(old.column(name).to_pylist() for name in columns), strict=True))
    # A row on two documents (a link, a contradiction) goes with the one that is no longer in the collection.
    keep = [bool(carried & set(row)) and all(i is None or i in there for i in row) for row in ids]
    taken = old.filter(pa.array(keep, pa.bool_()))
    if len(columns) == 1:
        fresh = pc.is_in(now.column(columns[0]), value_set=pa.array(sorted(carried), pa.string()))
        now = now.filter(pc.invert(fresh))
    else:
        keys = set(_keys(now, dataset.primary_key))
        taken = taken.filter(pa.array([k not in keys for k in _keys(taken, dataset.primary_key)], pa.bool_()))
    return pa.concat_tables([now, taken.cast(now.schema)])


def _keys(table: pa.Table, key: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return list(zip(*(table.column(name).to_pylist() for name in key), strict=True))


def _fitted(old: pa.Table, schema: pa.Schema, name: str) -> pa.Table:
    """Rows of an earlier contract in today's: fields that are new are null, those that are gone are left out."""
    columns = [old.column(f.name) if f.name in old.column_names else pa.nulls(old.num_rows, f.type) for f in schema]
    try:
        return pa.Table.from_arrays(columns, names=schema.names).cast(schema)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise ContractError(
            f"the last release's rows of {name} do not fit today's fields: {error}",
            remedy="Mend or take out the documents that fail, then run again.",
        ) from error
