"""What a source's rights allow: fields that may not be published become null.

Each field of a contract has a rights class: `facts` is published from every source, `quotes` (a passage: one
sentence, item or footnote) from sources whose `redistribution` is `quotes` or `full`, `full` only from the latter.
A row that draws on two documents needs the leave of both, but for the fields that one of them alone fills
(`left_text`, `right_text`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from schemas.contract import Dataset, Field

_LEVEL = {"facts": 0, "quotes": 1, "full": 2}
_SIDES = ("left_", "right_", "other_")


def redistributable(tables: Mapping[str, pa.Table], datasets: Mapping[str, Dataset]) -> dict[str, pa.Table]:
    """The tables without what the documents' rights do not allow.

    A document that `documents` does not know is treated as one of facts only.
    """
    documents = tables["documents"]
    ids, allowed = (documents.column(name).to_pylist() for name in ("document_id", "redistribution"))
    levels = {document: _LEVEL.get(redistribution, 0) for document, redistribution in zip(ids, allowed, strict=True)}
    return {name: _filtered(table, datasets[name], levels) for name, table in tables.items()}


def publishable_texts(texts: Mapping[str, str], documents: pa.Table, *, for_own_use: bool) -> dict[str, str]:
    """The document texts that a release may hold: those of sources whose `redistribution` is `full`."""
    ids, allowed = (documents.column(name).to_pylist() for name in ("document_id", "redistribution"))
    full = {i for i, a in zip(ids, allowed, strict=True) if for_own_use or a == "full"}
    return {document: texts[document] for document in sorted(texts) if document in full}


def document_columns(columns: Sequence[str]) -> list[str]:
    """The columns that name a document of the collection (`translation_of` and the like are only mentions)."""
    return [name for name in columns if name == "document_id" or name in {s + "document_id" for s in _SIDES}]


def _filtered(table: pa.Table, dataset: Dataset, levels: Mapping[str, int]) -> pa.Table:
    for field in dataset.fields:
        if field.rights == "facts":
            continue
        keep = _kept(table, field, levels)
        if all(keep):
            continue
        index = table.column_names.index(field.name)
        column = table.column(index)
        column = pc.if_else(pa.array(keep, pa.bool_()), column, pa.scalar(None, column.type))
        table = table.set_column(index, table.schema.field(index), column)
    return table


def _kept(table: pa.Table, field: Field, levels: Mapping[str, int]) -> list[bool]:
    needed = _LEVEL[field.rights]
    keep = [level >= needed for level in _row_levels(table, _documents_of(field.name, table.column_names), levels)]
    if field.rights_above_length is None or all(keep):
        return keep
    short = pc.less_equal(pc.utf8_length(table.column(field.name)), field.rights_above_length).to_pylist()
    return [k or bool(s) for k, s in zip(keep, short, strict=True)]


def _documents_of(field: str, columns: Sequence[str]) -> list[str]:
    """The columns that name the documents a field draws on."""
    for side in _SIDES:
        if field.startswith(side) and side + "document_id" in columns:
            return [side + "document_id"]
    return document_columns(columns)


def _row_levels(table: pa.Table, columns: Sequence[str], levels: Mapping[str, int]) -> list[int]:
    """For each row the strictest level of the documents that it names; facts only where it names none."""
    named = zip(*(table.column(name).to_pylist() for name in columns), strict=True)
    return [min((levels.get(d, 0) for d in row if d is not None), default=0) for row in named]
