"""`guihua extract`: one file, one dataset, without Prefect, Great Expectations and pandas."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractors.errors import UsageError
from flows.single import check_file, guessed_source, read_single

if TYPE_CHECKING:
    from extractors.records import Record

_COLUMNS = 6
"""How many columns fit a terminal and can still be read."""

_UNINTERESTING = ("document_id", "language", "rule_id", "confidence", "review_status")


def extract_and_print(
    file: Path, dataset: str, form: str, output: Path | None, max_text_mb: float, reader: str = "auto"
) -> None:
    """Read one file and write one dataset of it.

    Raises:
        UsageError: if the file, the dataset or the place to write to is none.
        ReadError: if the file cannot be read.
    """
    from extractors.pipeline import DATASETS, extract

    if dataset not in DATASETS:
        raise UsageError(f"there is no dataset {dataset} of one file", remedy=f"Choose one of {', '.join(DATASETS)}")
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for terminals", remedy="Name a file with --output, or pipe it on")
    check_file(file, max_text_mb)
    document = read_single(file, reader)
    source = guessed_source(document, file)
    records = extract(document, source).rows[dataset]
    if form == "table" and output is None:
        _print_table(dataset, records)
    else:
        _write(_encoded(dataset, records, form), output)
    if document.outcome_message:
        click.echo(f"guihua: {file}: {document.outcome_message}", err=True)


def _encoded(dataset: str, records: Sequence[Record], form: str) -> bytes:
    if form == "json":
        rows = ",\n".join(json.dumps(_plain(r), ensure_ascii=False) for r in records)
        return f"[\n{rows}\n]\n".encode() if rows else b"[]\n"
    # Arrow and the release's own writers, so that a file is the same whichever way it was made.
    from publishers.formats import csv_bytes, parquet_bytes
    from schemas.arrow import table

    rows_table = table(dataset, records)
    return parquet_bytes(rows_table) if form == "parquet" else csv_bytes(rows_table)


def _plain(value: Any) -> Any:  # noqa: ANN401 -- a record's cell may be nested
    """A record as JSON takes it, with the dataset's names in their order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return [_plain(v) for v in value] if isinstance(value, tuple | list) else value


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        return
    from publishers.storage import replace

    replace(output, content)


def _print_table(dataset: str, records: Sequence[Record]) -> None:
    """The columns that vary most usefully, cut to the terminal's width."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not records:
        click.echo(f"No {dataset.replace('_', ' ')} found.")
        return
    names = _columns(records)
    table = Table(box=None, pad_edge=False)
    for name in names:
        number = isinstance(getattr(records[0], name), int | float)
        table.add_column(name, no_wrap=True, overflow="ellipsis", justify="right" if number else "left")
    for record in records:
        table.add_row(*(Text(_cell(getattr(record, name))) for name in names))
    Console(soft_wrap=False).print(table)
    click.echo(f"{len(records):,} rows; --format csv, json or parquet has all {len(fields(records[0]))} columns.")


def _columns(records: Sequence[Record]) -> list[str]:
    preferred = _PREFERRED.get(records[0].dataset)
    if preferred:
        return list(preferred)
    names = [f.name for f in fields(records[0]) if f.name not in _UNINTERESTING]
    filled = [n for n in names if any(getattr(r, n) not in (None, (), "") for r in records)]
    return [n for n in filled if not n.endswith(("_id", "regions", "char_start", "char_end"))][:_COLUMNS]


_PREFERRED = {
    "numeric_targets": ("kind", "indicator", "comparator", "value", "unit", "target_year", "number_text"),
    "indicators": ("row_number", "indicator", "unit", "base_value_text", "target_text", "bindingness"),
}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
    return " ".join(str(value).split())
