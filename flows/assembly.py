"""From parts to tables: the datasets of one run, before and after validation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extractors.records import DocumentRow
from extractors.source import Source
from flows.code_identity import extractor_version
from flows.collection import Entry
from flows.parts import PartMeta, PartStore
from flows.seen import unpacked
from flows.worker import Failure
from quality.coverage import tally
from schemas.arrow import arrow_schema, table
from schemas.contract import load_all

if TYPE_CHECKING:
    from flows.plan import RunPlan


def assemble(
    plan: RunPlan, parts: Sequence[PartMeta], failures: Sequence[Failure], store: PartStore
) -> dict[str, pa.Table]:
    """All datasets of a run, one table each; those that nothing fills are empty.

    Args:
        plan: The run's plan.
        parts: What was read, in any order.
        failures: Documents that gave nothing.
        store: Where the parts are.
    """
    in_order = sorted(parts, key=lambda part: part.document_id)
    entries = plan.entries
    tables = {}
    for dataset in load_all():
        pieces = [t for part in in_order if (t := store.table(part.key, dataset)) is not None]
        tables[dataset] = pa.concat_tables([arrow_schema(dataset).empty_table(), *pieces])
    rows = [_read_row(entries[part.document_id], part) for part in in_order]
    rows += [_failed_row(entries[f.document_id], f) for f in failures if f.document_id in entries]
    rows.sort(key=attrgetter("document_id"))
    tables["documents"] = table("documents", rows)
    tables["coverage"] = coverage(in_order, (f.document_id for f in failures if f.document_id in entries), {})
    return tables


def coverage(parts: Iterable[PartMeta], failed: Iterable[str], quarantined: Mapping[str, Collection[str]]) -> pa.Table:
    """The account of every document; one that failed has seen nothing of anything.

    Args:
        parts: What was read.
        failed: Ids of documents that gave nothing.
        quarantined: Keys of quarantined rows by dataset.
    """
    rows: list[dict[str, Any]] = []
    for part in parts:
        rows += tally(part.document_id, unpacked(part.seen), quarantined)
    for name in failed:
        rows += tally(name, (), {})
    rows.sort(key=lambda row: (row["document_id"], row["element"]))
    return table("coverage", rows)


def quarantined_keys(quarantine: pa.Table) -> dict[str, set[str]]:
    """Keys of quarantined rows by dataset."""
    keys: dict[str, set[str]] = defaultdict(set)
    for dataset, row in zip(*(quarantine.column(c).to_pylist() for c in ("dataset", "row_id")), strict=True):
        keys[dataset].add(row)
    return keys


def _said(source: Source) -> dict[str, Any]:
    said = asdict(source)
    return {"document_id": said.pop("id"), **said}


def _read_row(entry: Entry, part: PartMeta) -> DocumentRow:
    return DocumentRow(
        **_said(entry.source),
        media_type=part.media_type,
        sha256=entry.found.sha256,
        bytes=entry.found.bytes,
        text_sha256=part.text_sha256,
        pages=part.pages,
        characters=part.characters,
        reader=part.reader,
        extractor_version=extractor_version(),
        outcome=part.outcome,
        outcome_message=part.outcome_message,
    )


def _failed_row(entry: Entry, failure: Failure) -> DocumentRow:
    return DocumentRow(
        **_said(entry.source),
        media_type=entry.found.media_type,
        sha256=entry.found.sha256,
        bytes=entry.found.bytes,
        outcome=failure.outcome,
        outcome_message=failure.message,
    )
