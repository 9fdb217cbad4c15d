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

_FORMATS = {".csv": "csv", ".json": "json", ".parquet": "parquet"}
"""What a file's name says of the format; what is asked for by name may also go into another file."""


def chosen_format(form: str | None, output: Path | None) -> str:
    """The format that was asked for, or else the one that the name of the output says.

    Raises:
        UsageError: if the name says none, or another one than was asked for.
    """
    if output is None:
        return form or "table"
    named = _FORMATS.get(output.suffix.lower())
    if form == "table":
        raise UsageError("a table is for people, not for files", file=str(output), remedy="Choose another --format")
    if form and named and form != named:
        remedy = f"Call it {output.with_suffix(f'.{form}').name}, or leave --format out"
        raise UsageError(f"--format is {form}, but the name says {named}", file=str(output), remedy=remedy)
    if not form and not named:
        remedy = f"End it in {', '.join(_FORMATS)}, or name a --format"
        raise UsageError("the name does not say the format", file=str(output), remedy=remedy)
    return form or str(named)


def extract_and_print(
    file: Path,
    dataset: str,
    form: str | None,
    output: Path | None,
    max_text_mb: float,
    reader: str = "auto",
    *,
    force: bool = False,
) -> None:
    """Read one file and write one dataset of it; a file that is there is overwritten only by force.

    Raises:
        UsageError: if the file, the dataset or the place to write to is none.
        ReadError: if the file cannot be read.
    """
    from extractors.pipeline import DATASETS, extract

    if dataset not in DATASETS:
        raise UsageError(f"there is no dataset {dataset} of one file", remedy=f"Choose one of {', '.join(DATASETS)}")
    form = chosen_format(form, output)
    _check_output(output, force=force)
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for terminals", remedy="Name a file with --output, or pipe it on")
    check_file(file, max_text_mb)
    document = read_single(file, reader)
    source = guessed_source(document, file)
    records = extract(document, source, only=dataset).rows[dataset]
    if form == "table":
        from flows.commands.extract_table import print_table

        print_table(dataset, records)
    else:
        _write(_encoded(dataset, records, form), output)
        if output:
            click.echo(f"{len(records):,} row{'' if len(records) == 1 else 's'} of {dataset}: {output}", err=True)
    if document.outcome_message:
        click.echo(f"guihua: {file}: {document.outcome_message}", err=True)


def _check_output(output: Path | None, *, force: bool) -> None:
    """Tell what is in the way before the work, not after."""
    if output is None:
        return
    if not output.parent.is_dir():
        remedy = "Make it, or choose another --output"
        raise UsageError(f"there is no folder {output.parent}", file=str(output), remedy=remedy)
    if not force and (output.exists() or output.is_symlink()):
        remedy = "Choose another --output, or overwrite it with --force"
        raise UsageError("is there already and is not overwritten", file=str(output), remedy=remedy)


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
