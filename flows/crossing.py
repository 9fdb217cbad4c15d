"""What the documents of a run say about each other, put into its tables before they are validated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from extractors.document import Region
from extractors.language.comparing import Comparison, compare
from extractors.language.editions import Edition, families
from extractors.language.links_plans import link_plans
from extractors.language_records import GlossaryTerm
from extractors.records import Box, BoxItem, Footnote, Indicator, NumericTarget, Section
from flows.kept_blocks import NAME as BLOCKS
from flows.kept_blocks import unpacked_blocks
from flows.parts import PartMeta, PartStore
from flows.plan import RunPlan, job_of
from flows.settings import RunSettings
from schemas.arrow import table

if TYPE_CHECKING:
    from extractors.source import Source

R = TypeVar("R")


def cross(
    settings: RunSettings, plan: RunPlan, parts: Sequence[PartMeta], tables: Mapping[str, pa.Table]
) -> dict[str, pa.Table]:
    """The tables with what came of comparing the editions of each work.

    One family is in memory at a time. Documents that `--only` leaves alone are compared with, if the store still has
    them, but only rows on documents of this run are added: the others keep what the last release says.

    Args:
        settings: What the run was told; it says where the parts are.
        plan: The run's plan.
        parts: What was read.
        tables: All datasets of the run.
    """
    store = PartStore(settings.state / "parts")
    there = {part.document_id: part for part in parts}
    entries = plan.entries
    for name in plan.kept:
        part = store.find(job_of(entries[name], settings).key) if name in entries else None
        if part is not None:
            there[name] = part
    fresh = {part.document_id for part in parts}
    sources = [entries[name].source for name in sorted(there)]
    out = dict(tables)
    for family in families(sources):
        if fresh.isdisjoint(source.id for source in family):
            continue
        found = compare([_edition(source, there[source.id], store) for source in family])
        out = _with(out, found, fresh)
    plans = [
        (source, _records(store.table(there[source.id].key, "indicators"), Indicator))
        for source in sources
        if source.period_start is not None
    ]
    return _with(out, Comparison(links=link_plans(plans)), fresh)


def _edition(source: Source, part: PartMeta, store: PartStore) -> Edition:
    def rows(record_type: type[R], dataset: str) -> tuple[R, ...]:
        return _records(store.table(part.key, dataset), record_type)

    kept = store.table(part.key, BLOCKS)
    return Edition(
        source=source,
        text=store.text(part.key),
        blocks=unpacked_blocks(kept) if kept is not None else (),
        sections=rows(Section, "sections"),
        boxes=rows(Box, "boxes"),
        box_items=rows(BoxItem, "box_items"),
        footnotes=rows(Footnote, "footnotes"),
        indicators=rows(Indicator, "indicators"),
        targets=rows(NumericTarget, "numeric_targets"),
        terms=rows(GlossaryTerm, "glossary"),
    )


def _records(rows: pa.Table | None, record_type: type[R]) -> tuple[R, ...]:
    """A part's rows as the records that they were made from."""
    if rows is None:
        return ()
    names = [f.name for f in dataclass_fields(record_type)]  # type: ignore[arg-type]
    return tuple(record_type(**{name: _value(name, row[name]) for name in names}) for row in rows.to_pylist())


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 -- a cell may hold anything
    if name == "regions":
        return tuple(Region(**region) for region in value or ())
    if name in ("bullets", "variants"):
        return tuple(value or ())
    return value


def _with(tables: Mapping[str, pa.Table], found: Comparison, fresh: set[str]) -> dict[str, pa.Table]:
    """The tables with a family's findings."""
    out = dict(tables)
    rows = {
        "crosswalk": found.links,
        "parallel_texts": found.passages,
        "repairs": found.repairs,
        "discrepancies": found.discrepancies,
    }
    for name, records in rows.items():
        mine = [r for r in records if _documents(r) <= fresh]
        if mine:
            out[name] = pa.concat_tables([out[name], table(name, mine)])
    for name, key, facts in (
        ("numeric_targets", ("target_id",), found.facts),
        ("indicators", ("table_id", "row_number"), found.line_facts),
    ):
        cells = {field: {k: getattr(fact, field) for k, fact in facts.items()} for field in ("fact_id", "is_primary")}
        out[name] = _set(out[name], key, cells)
    out["glossary"] = _set(
        out["glossary"], ("term_id",), {"term_zh_repaired": found.repaired_terms, "variants": found.variants}
    )
    return out


def _documents(record: object) -> set[str]:
    names = ("document_id", "other_document_id", "left_document_id", "right_document_id")
    return {value for name in names if (value := getattr(record, name, None)) is not None}


def _set(rows: pa.Table, key: Sequence[str], values: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """The table with some cells set, by the value of its key; a key of several fields has slashes between them."""
    for name, by_key in values.items():
        if not by_key:
            continue
        at, kind = rows.schema.get_field_index(name), rows.schema.field(name)
        keys = zip(*(rows.column(part).to_pylist() for part in key), strict=True)
        new = pa.array([by_key.get("/".join(map(str, parts))) for parts in keys], kind.type)
        rows = rows.set_column(at, kind, pc.coalesce(new, rows.column(name)))
    return rows
