"""A document's paragraphs in its part, so that its editions can be compared without reading it again."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import pyarrow as pa

from extractors.mapped import MappedText
from extractors.structure.model import Block

NAME = "blocks"
"""The name of their file in a part; no dataset of a release has it."""

_FIELDS = (
    "element",
    "language",
    "section_id",
    "box_id",
    "box_title",
    "item_number",
    "item_title",
    "is_bullet",
    "is_heading",
)
_SCHEMA = pa.schema(
    [
        ("text", pa.string()),
        # Raw places grow by one from character to character as a rule, so that steps and widths pack well.
        ("steps", pa.list_(pa.int64())),
        ("widths", pa.list_(pa.int64())),
        ("section_titles", pa.list_(pa.string())),
        *((name, pa.bool_() if name.startswith("is_") else pa.string()) for name in _FIELDS),
    ]
)


def packed_blocks(blocks: Sequence[Block]) -> pa.Table:
    """The blocks as a table, one row each, in order."""
    return pa.Table.from_pylist([_row(block) for block in blocks], _SCHEMA)


def unpacked_blocks(table: pa.Table) -> tuple[Block, ...]:
    """The blocks of `packed_blocks`, equal to those that were given."""
    return tuple(_block(row) for row in table.to_pylist())


def _row(block: Block) -> dict[str, Any]:
    starts, ends = block.text.starts, block.text.ends
    return {
        "text": block.text.text,
        "steps": [b - a for a, b in pairwise((0, *starts))],
        "widths": [end - start for start, end in zip(starts, ends, strict=True)],
        "section_titles": list(block.section_titles),
        **{name: getattr(block, name) for name in _FIELDS},
    }


def _block(row: dict[str, Any]) -> Block:
    starts = array("L", accumulate(row["steps"]))
    ends = array("L", (start + width for start, width in zip(starts, row["widths"], strict=True)))
    fields = {name: row[name] for name in _FIELDS}
    return Block(MappedText(row["text"], starts, ends), section_titles=tuple(row["section_titles"]), **fields)
