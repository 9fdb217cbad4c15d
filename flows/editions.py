"""The documents of a release as editions: those of this run, and those whose last good rows stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow.compute as pc

from extractors.document import Region
from extractors.language.editions import Edition
from extractors.language_records import GlossaryTerm
from extractors.records import Box, BoxItem, Footnote, Indicator, NumericTarget, PageRow, Section
from flows.kept_blocks import NAME as BLOCKS
from flows.kept_blocks import unpacked_blocks
from flows.parts import PartMeta, PartStore
from flows.plan import RunPlan
from flows.settings import RunSettings

if TYPE_CHECKING:
    import pyarrow as pa

    from extractors.source import Source

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Kept:
    """A document and the part that its rows in the release came from."""

    source: Source
    part: PartMeta


def available(
    settings: RunSettings, plan: RunPlan, parts: Sequence[PartMeta], tables: Mapping[str, pa.Table]
) -> dict[str, Kept]:
    """The documents of a release whose parts are there, by id, in the order of the ids.

    A document that was not read in this run (left alone by `--only`, or failing) has the rows of an earlier release;
    the store is searched for the part that they came from, known by its text and its targets.

    Args:
        settings: What the run was told; it says where the parts are.
        plan: The run's plan.
        parts: What was read.
        tables: All datasets, rows of earlier releases among them.
    """
    store = PartStore(settings.state / "parts")
    fresh = {part.document_id: part for part in parts}
    found: dict[str, Kept] = {}
    for name, entry in sorted(plan.entries.items()):
        part = fresh.get(name) or _earlier(name, store, tables)
        if part is not None:
            found[name] = Kept(entry.source, part)
    return found


def _earlier(name: str, store: PartStore, tables: Mapping[str, pa.Table]) -> PartMeta | None:
    documents = tables["documents"]
    (text,) = documents.filter(pc.equal(documents.column("document_id"), name)).column("text_sha256").to_pylist() or [
        None
    ]
    if text is None:
        return None
    targets = tables["numeric_targets"]
    published = set(targets.filter(pc.equal(targets.column("document_id"), name)).column("target_id").to_pylist())
    for part in store.of_text(name, text):
        rows = store.table(part.key, "numeric_targets")
        # A part of other code may hold other rows; what is in quarantine is not published.
        if rows is not None and published <= set(rows.column("target_id").to_pylist()):
            return part
    return None


def edition(kept: Kept, store: PartStore) -> Edition:
    """A document with what was read in it, from its part."""
    key = kept.part.key

    def rows(record_type: type[R], dataset: str) -> tuple[R, ...]:
        return records(store.table(key, dataset), record_type)

    blocks = store.table(key, BLOCKS)
    return Edition(
        source=kept.source,
        text=store.text(key),
        blocks=unpacked_blocks(blocks) if blocks is not None else (),
        sections=rows(Section, "sections"),
        boxes=rows(Box, "boxes"),
        box_items=rows(BoxItem, "box_items"),
        footnotes=rows(Footnote, "footnotes"),
        indicators=rows(Indicator, "indicators"),
        targets=rows(NumericTarget, "numeric_targets"),
        terms=rows(GlossaryTerm, "glossary"),
        pages=rows(PageRow, "pages"),
    )


def records(rows: pa.Table | None, record_type: type[R]) -> tuple[R, ...]:
    """A part's rows as the records that they were made from; fields that an older part lacks have their defaults."""
    if rows is None:
        return ()
    names = [f.name for f in dataclass_fields(record_type) if f.name in rows.column_names]  # type: ignore[arg-type]
    return tuple(record_type(**{name: _value(name, row[name]) for name in names}) for row in rows.to_pylist())


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 -- a cell may hold anything
    if name == "regions":
        return tuple(Region(**region) for region in value or ())
    if name in ("bullets", "variants", "reasons"):
        return tuple(value or ())
    return value
