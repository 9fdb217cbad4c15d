"""What the documents of a release say about each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from extractors.language.comparing import Comparison, compare
from extractors.language.editions import families
from extractors.language.links_plans import link_plans
from extractors.records import Indicator
from flows.editions import Kept, available, edition, records
from flows.parts import PartMeta, PartStore
from flows.plan import RunPlan
from flows.settings import RunSettings
from schemas.arrow import table
from schemas.contract import load

if TYPE_CHECKING:
    from extractors.records import Record

# What the id of a linked row begins with, up to a slash, and the dataset that must have it.
_LINKED = {
    "section": ("sections", "section_id"),
    "box": ("boxes", "box_id"),
    "box_item": ("boxes", "box_id"),
    "indicator": ("indicators", "table_id"),
    "target": ("numeric_targets", "target_id"),
}


@dataclass(frozen=True, slots=True)
class Crossed:
    """What came of comparing.

    Attributes:
        tables: All datasets, their rows marked as facts, without rows of earlier comparisons that were made anew.
        added: The rows that were made, by dataset; nobody has checked them yet.
    """

    tables: dict[str, pa.Table]
    added: dict[str, pa.Table]


def cross(settings: RunSettings, plan: RunPlan, parts: Sequence[PartMeta], tables: Mapping[str, pa.Table]) -> Crossed:
    """Compare the editions of each work, whichever of them this run has read.

    One family is in memory at a time. A document that was not read takes part with what was read of it before; if the
    store has lost that, its rows of the last release stay as far as what they name is still there.

    Args:
        settings: What the run was told; it says where the parts are.
        plan: The run's plan.
        parts: What was read.
        tables: All datasets as they are to be published, rows of earlier releases among them.
    """
    store = PartStore(settings.state / "parts")
    there = available(settings, plan, parts, tables)
    sources = [kept.source for kept in there.values()]
    out = _without_earlier(tables, set(there))
    added: dict[str, list[Record]] = {}
    for family in families(sources):
        found = compare([edition(there[source.id], store) for source in family])
        out = _marked(out, found)
        _collect(added, found)
    _collect(added, Comparison(links=link_plans(_indicators(there, store))))
    return Crossed(out, {name: _alive(name, table(name, rows), out) for name, rows in added.items()})


def _indicators(there: Mapping[str, Kept], store: PartStore) -> list[tuple[Any, tuple[Indicator, ...]]]:
    return [
        (kept.source, records(store.table(kept.part.key, "indicators"), Indicator))
        for kept in there.values()
        if kept.source.period_start is not None
    ]


def _collect(added: dict[str, list[Record]], found: Comparison) -> None:
    rows: dict[str, Iterable[Record]] = {
        "crosswalk": found.links,
        "parallel_texts": found.passages,
        "repairs": found.repairs,
        "discrepancies": found.discrepancies,
    }
    for name, of_name in rows.items():
        added.setdefault(name, []).extend(of_name)


def _without_earlier(tables: Mapping[str, pa.Table], compared: set[str]) -> dict[str, pa.Table]:
    """The tables without rows that compare two of these documents, and without links to rows that are gone."""
    out = dict(tables)
    known = pa.array(sorted(compared), pa.string())
    for name, left, right in (
        ("crosswalk", "left_document_id", "right_document_id"),
        ("parallel_texts", "document_id", "other_document_id"),
        ("discrepancies", "document_id", "other_document_id"),
    ):
        one, other = out[name].column(left), out[name].column(right)
        anew = pc.and_(pc.is_in(one, value_set=known), pc.is_in(other, value_set=known))
        within = pc.fill_null(pc.equal(one, other), False)
        out[name] = out[name].filter(pc.or_(pc.invert(anew), within))
    out["crosswalk"] = _alive("crosswalk", out["crosswalk"], out, told_before=False)
    return out


def _alive(name: str, rows: pa.Table, tables: Mapping[str, pa.Table], *, told_before: bool = True) -> pa.Table:
    """The rows whose documents and linked rows are published, without those that are there already.

    Args:
        name: Their dataset.
        rows: What was made.
        tables: What is published.
        told_before: Whether rows that the dataset has already are left out.
    """
    documents = set(tables["documents"].column("document_id").to_pylist())
    ids = {field: set(tables[name].column(field).to_pylist()) for name, field in _LINKED.values()}
    key = load(name).primary_key
    there = set(_keys(tables[name], key)) if told_before else set()
    sections = set(tables["sections"].column("section_id").to_pylist())
    keep = []
    found = rows.to_pylist()
    for row in found:
        named = {row[field] for field in row if field.endswith("document_id") and row[field] is not None}
        linked = _LINKED.get(row.get("link_kind", ""))
        sides = (row["left_id"], row["right_id"]) if linked else ()
        keep.append(
            named <= documents
            and tuple(row[field] for field in key) not in there
            and all(linked and side.split("/")[0] in ids[linked[1]] for side in sides)
        )
        if row.get("section_id") is not None and row["section_id"] not in sections:
            row["section_id"] = None  # it is in quarantine
    return pa.Table.from_pylist([row for row, yes in zip(found, keep, strict=True) if yes], rows.schema)


def _keys(rows: pa.Table, key: Sequence[str]) -> list[tuple[Any, ...]]:
    return list(zip(*(rows.column(field).to_pylist() for field in key), strict=True))


def _marked(tables: Mapping[str, pa.Table], found: Comparison) -> dict[str, pa.Table]:
    """The tables with a family's facts, its terms as they must read, and what that says of each document's defects."""
    out = dict(tables)
    for name, key, facts in (
        ("numeric_targets", ("target_id",), found.facts),
        ("indicators", ("table_id", "row_number"), found.line_facts),
    ):
        cells = {field: {k: getattr(fact, field) for k, fact in facts.items()} for field in ("fact_id", "is_primary")}
        out[name] = _set(out[name], key, cells)
    terms = {"term_zh_repaired": found.repaired_terms, "variants": found.variants}
    out["glossary"] = _set(out["glossary"], ("term_id",), terms)
    own = ("document_id", "check", "char_start")
    told = out["discrepancies"]
    keep = ["/".join(map(str, parts)) not in found.retold.superseded for parts in _keys(told, own)]
    solved = {"other_value": found.retold.solved, "message": found.retold.messages()}
    out["discrepancies"] = _set(told.filter(pa.array(keep, pa.bool_())), own, solved)
    return out


def _set(rows: pa.Table, key: Sequence[str], values: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """The table with some cells set, by the value of its key; a key of several fields has slashes between them."""
    for name, by_key in values.items():
        if not by_key:
            continue
        at, kind = rows.schema.get_field_index(name), rows.schema.field(name)
        new = pa.array([by_key.get("/".join(map(str, parts))) for parts in _keys(rows, key)], kind.type)
        rows = rows.set_column(at, kind, pc.coalesce(new, rows.column(name)))
    return rows
