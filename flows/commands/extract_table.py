"""Rows as a table for people: whole values, and only words give way to a narrow terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

import click

from flows.pointing import shown

if TYPE_CHECKING:
    from extractors.records import Record

_COLUMNS = 6
"""How many columns fit a terminal and can still be read."""

_UNINTERESTING = ("document_id", "language", "rule_id", "confidence", "review_status")
_PREFERRED = {
    "numeric_targets": (
        *("kind", "indicator", "direction", "comparator", "value", "unit"),
        *("change_period", "target_year", "number_text"),
    ),
    "indicators": ("row_number", "indicator", "unit", "base_value_text", "target_text", "bindingness"),
}
_WHOLE = ("kind", "comparator", "value", "target_year", "number_text", "base_value_text", "target_text")
"""Columns that are never shortened: a number without its last digit is another number."""

_HEADINGS = {"target_year": "year", "change_period": "change"}
"""Names that are longer than what stands below them."""

_NARROW, _LONGEST = 10, 120
"""A column no wider than the first stays whole too; of a longer cell than the second a terminal shows the beginning."""


def print_table(dataset: str, records: Sequence[Record]) -> None:
    """The columns that vary most usefully; a terminal wraps words, a pipe gets every cell on one line."""
    from rich.table import Table
    from rich.text import Text

    from flows.console import Console

    if not records:
        click.echo(f"No {dataset.replace('_', ' ')} found.")
        return
    console = Console()
    names = _columns(records)
    rows = [[_cell(record, name) for name in names] for record in records]
    heads = [_HEADINGS.get(name, name) for name in names]
    widths = [max(len(head), *(Text(row[n]).cell_len for row in rows)) for n, head in enumerate(heads)]
    words = [name not in _WHOLE and width > _NARROW for name, width in zip(names, widths, strict=True)]
    gap = 1 if console.is_terminal else 2
    table = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0))
    for name, head, wraps in zip(names, heads, words, strict=True):
        right = isinstance(getattr(records[0], name), int | float)
        table.add_column(head, no_wrap=not wraps, overflow="fold", justify="right" if right else "left")
    for row in rows:
        cells = [_cut(cell) if wraps and console.is_terminal else cell for cell, wraps in zip(row, words, strict=True)]
        table.add_row(*map(Text, cells))
    # Words may be wrapped to a few characters a line; below that the terminal breaks lines rather than numbers.
    narrowest = [max(len(h), _NARROW) if wraps else w for h, w, wraps in zip(heads, widths, words, strict=True)]
    whole = sum(gap + width for width in widths)
    console.width = max(console.width, sum(gap + n for n in narrowest)) if console.is_terminal else whole
    console.print(table)
    count = f"{len(records):,} row{'' if len(records) == 1 else 's'}"
    click.echo(f"{count}; --format csv, json or parquet has all {len(fields(records[0]))} columns.")


def _columns(records: Sequence[Record]) -> list[str]:
    preferred = _PREFERRED.get(records[0].dataset)
    if preferred:
        return list(preferred)
    names = [f.name for f in fields(records[0]) if f.name not in _UNINTERESTING]
    filled = [n for n in names if any(getattr(r, n) not in (None, (), "") for r in records)]
    return [n for n in filled if not n.endswith(("_id", "regions", "char_start", "char_end"))][:_COLUMNS]


def _cell(record: Record, name: str) -> str:
    said = _said(getattr(record, name))
    greatest = getattr(record, f"{name}_max", None) if name == "value" else None
    return said if greatest is None else f"{said}–{_said(greatest)}"


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
    return shown(" ".join(str(value).split()))


def _cut(cell: str) -> str:
    return cell if len(cell) <= _LONGEST else f"{cell[: _LONGEST - 1]}…"
