"""`guihua explain` and `guihua extract --explain`: which rule gave which field, and on which words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractors.errors import UsageError
from extractors.records import NumericTarget
from flows.explaining import FieldReason, NoTarget, changed, no_targets, reasons_of, source_of
from flows.locating import Located, locate, open_release, source_file
from flows.pointing import shown, underlined
from flows.single import check_file, guessed_source, read_single

if TYPE_CHECKING:
    from extractors.document import Document
    from extractors.pipeline import Extraction
    from extractors.targets.extract import Grounds
    from publishers.catalog import Release

_WIDEST = 100
"""Columns of a page of text, however wide the terminal is."""


def explain_and_show(names: Sequence[str], release_folder: Path | None, output: Path, sources: Sequence[Path]) -> None:
    """Read the sources of targets again, each once, and print what the fields of each target rest on.

    Raises:
        UsageError: if no target has one of the ids, a source is not there or has changed, or today's rules read no
            such statement.
        ReadError: if a source cannot be read any more.
    """
    from extractors.pipeline import extract

    release = open_release(release_folder, output)
    rows = [_target(release, name) for name in dict.fromkeys(names)]
    by_document = {str(row.document["document_id"]): row.document for row in rows}
    paths = {name: source_file(document, sources) for name, document in by_document.items()}
    for at, (name, told) in enumerate(by_document.items()):
        if sys.stderr.isatty():
            click.echo(f"guihua: reading {paths[name].name} again ...", err=True)
        document = read_single(paths[name])
        extraction = extract(document, source_of(told))
        mine = [row for row in rows if row.document["document_id"] == name]
        for nth, row in enumerate(mine):
            if at or nth:
                click.echo("")
            _show(row, extraction, document, paths[name], release.version)


def _target(release: Release, name: str) -> Located:
    """The row of a target.

    Raises:
        UsageError: if there is none of that id, or it is a row of another dataset.
    """
    row = locate(release, name)[0]
    if row.dataset != "numeric_targets":
        remedy = f"`guihua locate {name}` shows where it was read"
        raise UsageError(f"{name} is a row of {row.dataset}; only numeric_targets are explained", remedy=remedy)
    return row


def _show(row: Located, extraction: Extraction, document: Document, path: Path, version: str) -> None:
    """Print one target and where the release says otherwise.

    Raises:
        UsageError: if today's rules read no such statement.
    """
    target = next((t for t in _targets(extraction) if t.target_id == row.key), None)
    if target is None:
        raise UsageError(
            f"today's rules read no statement with the id {row.key}; those of release {version} did",
            file=str(path),
            remedy="Make a new release and look the statement up anew",
        )
    _print(target, _by_target(extraction).get(row.key), document, path.name)
    other = changed(row.fields, target)
    if other:
        told = "; ".join(f"{field} {_said(row.fields[field]) or 'null'}" for field in other)
        click.echo(f"Release {version} has otherwise, by the rules of its time: {shown(told)}")


def explain_file(file: Path, max_text_mb: float, reader: str) -> None:
    """Read one file and print for each statement what it rests on, and for each other number why it is none.

    Raises:
        UsageError: if the file is none.
        ReadError: if it cannot be read.
    """
    from extractors.pipeline import extract

    check_file(file, max_text_mb)
    document = read_single(file, reader)
    extraction = extract(document, guessed_source(document, file))
    targets, grounds = _targets(extraction), _by_target(extraction)
    for target in sorted(targets, key=lambda t: (t.number_char_start, t.target_id)):
        _print(target, grounds.get(target.target_id), document, file.name)
        click.echo("")
    rest = list(no_targets(document, extraction))
    _print_rest(rest)
    click.echo(f"{_count(len(targets), 'statement')}, {_count(len(rest), 'number')} that {_are(len(rest))} none.")
    if document.outcome_message:
        click.echo(f"guihua: {file}: {document.outcome_message}", err=True)


def _targets(extraction: Extraction) -> list[NumericTarget]:
    return [row for row in extraction.rows["numeric_targets"] if isinstance(row, NumericTarget)]


def _by_target(extraction: Extraction) -> dict[str, Grounds]:
    return {grounds.target_id: grounds for grounds in extraction.grounds}


def _print(target: NumericTarget, grounds: Grounds | None, document: Document, file: str) -> None:
    page = f"page {target.page}, " if target.page is not None else ""
    click.echo(shown(f"{target.target_id}  {file}: {page}characters {target.char_start}-{target.char_end}"))
    if grounds:
        sentence, mark = grounds.sentence, grounds.number
    else:
        sentence = document.text[target.char_start : target.char_end]
        mark = (target.number_char_start - target.char_start, target.number_char_end - target.char_start)
    for row in underlined(sentence, mark):
        click.echo(f"  {row}")
    _print_reasons(reasons_of(target, grounds))


def _print_reasons(reasons: Sequence[FieldReason]) -> None:
    heads = ("field", "value", "rule", "words")
    _print_columns(heads, [(r.field, _said(r.value) or "null", r.rule or "", r.words or "") for r in reasons], (1, 3))


def _print_rest(rest: Sequence[NoTarget]) -> None:
    if rest:
        rows = [(str(one.line), one.reason, f"{one.before}⟦{one.number}⟧{one.after}") for one in rest]
        click.echo("Numbers that are no target, each with the line of the text as it was read, and why it is none:")
        _print_columns(("line", "reason", "a number that is no target"), rows, (2,))


def _print_columns(heads: Sequence[str], rows: Sequence[Sequence[str]], wrapping: Sequence[int]) -> None:
    """Columns no wider than a page; only words are wrapped, and nothing that is printed steers a terminal."""
    from rich.table import Table
    from rich.text import Text

    from flows.console import Console

    console = Console(highlight=False)
    console.width = min(console.width, _WIDEST) if console.is_terminal else _WIDEST
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for at, head in enumerate(heads):
        table.add_column(head, no_wrap=at not in wrapping, overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(" ".join(cell.split()))) for cell in row))
    console.print(table)


def _said(value: Any) -> str:  # noqa: ANN401 -- any cell of a row
    if value is None:
        return ""
    return f"{value:,.15g}" if isinstance(value, float) else str(value)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
