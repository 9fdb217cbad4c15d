"""`guihua sources`: what a collection holds and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import click

from extractors.errors import GuihuaError
from flows.collection import Collection, read_folder
from flows.errors import DOCUMENTS_FAILED, PUBLISHED
from flows.lockfile import Locked, read_lock, write_lock
from publishers.storage import writing


def list_sources(folder: Path, *, lock: bool) -> int:
    """Print a collection, and take its files into the lock if asked to; returns the exit code.

    Raises:
        UsageError: if the collection is not usable, or its lock cannot be written.
    """
    collection = read_folder(folder, use_lock=not lock)
    _print(collection)
    if lock:
        _relock(folder, collection)
    for problem in collection.problems:
        click.echo(f"guihua: {problem}", err=True)
    return DOCUMENTS_FAILED if collection.problems else PUBLISHED


def _print(collection: Collection) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    table = Table(box=None, pad_edge=False)
    table.add_column("id", no_wrap=True)
    table.add_column("title", no_wrap=True, overflow="ellipsis")
    for name in ("language", "type"):
        table.add_column(name, no_wrap=True)
    table.add_column("bytes", justify="right", no_wrap=True)
    table.add_column("locked", no_wrap=True)
    for entry in collection.entries:
        source = entry.source
        cells = (
            source.id, source.title, ", ".join(source.language), source.document_type, f"{entry.found.bytes:,}",
            "yes" if entry.locked else "no",
        )  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
    click.echo(f"{_count(len(collection.entries), 'document')}, {_count(len(collection.problems), 'problem')}")


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _relock(folder: Path, collection: Collection) -> None:
    """Lock every sound document as it is now; entries of broken ones stay, so that nothing is lost."""
    try:
        before = read_lock(folder)
    except GuihuaError:
        before = {}  # it cannot be read, and is what the person wants written anew
    broken = {problem.document_id for problem in collection.problems}
    locked = {name: known for name, known in before.items() if name in broken}
    for entry in collection.entries:
        known = before.get(entry.source.id)
        kept = known.retrieved if known and known.sha256 == entry.found.sha256 else None
        locked[entry.source.id] = Locked(
            entry.found.sha256, entry.found.bytes, entry.found.media_type, kept or entry.source.retrieved
        )
    with writing(folder):
        path = write_lock(folder, locked)
    click.echo(f"{path}: {len(locked)} locked")
