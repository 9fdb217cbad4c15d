"""`guihua sources`: what a collection holds and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from extractors.errors import GuihuaError
from flows.collection import Collection, Problem, merged, read_folder
from flows.errors import DOCUMENTS_FAILED, PUBLISHED
from flows.lockfile import fingerprint, read_lock, write_lock
from flows.relating import remarks
from publishers.storage import writing


def list_sources(folder: Path, *, lock: bool) -> int:
    """Print a collection, and take its files into the lock if asked to; returns the exit code.

    Raises:
        UsageError: if the collection is not usable, or its lock cannot be written.
    """
    collection = merged([read_folder(folder, use_lock=not lock)])  # as a run does, which judges equal ids there
    doubts = remarks(collection)
    _print(collection, len(doubts))
    if lock:
        _relock(folder, collection)
    problems = [*collection.problems, *_unreadable(collection)]
    for problem in problems:
        click.echo(f"guihua: {problem}", err=True)
    for doubt in doubts:
        click.echo(f"guihua: warning: {doubt}", err=True)
    return DOCUMENTS_FAILED if problems else PUBLISHED


def _unreadable(collection: Collection) -> list[Problem]:
    """Documents of a type that no reader takes; a run publishes their description and nothing else."""
    from extractors.reading import SUFFIXES

    remedy = f"Save it as one of {', '.join(SUFFIXES)}"
    return [
        Problem(e.source.id, str(e.path), f"files named {e.path.suffix or 'without suffix'} are not read", remedy)
        for e in collection.entries
        if e.path.suffix.lower() not in SUFFIXES
    ]


def _print(collection: Collection, doubts: int) -> None:
    from rich.table import Table
    from rich.text import Text

    from flows.console import Console

    rows = [
        (
            entry.source.id, entry.source.title, ", ".join(entry.source.language), entry.source.document_type,
            f"{entry.found.bytes or 0:,}", "yes" if entry.locked else "no",
        )
        for entry in collection.entries
    ]  # fmt: skip
    table = Table(box=None, pad_edge=False)
    for name in ("id", "title", "language", "type", "bytes", "locked"):
        table.add_column(name, no_wrap=True, overflow="ellipsis", justify="right" if name == "bytes" else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console()
    # Ids are there to be copied: a title gives way first, and a narrow terminal breaks lines rather than ids.
    needed = 40 + sum(max((len(row[n]) + 2 for row in rows), default=0) for n in (0, 2, 3, 4, 5))
    table.columns[1].max_width = max(20, max(console.width, needed) - needed + 20)
    console.width = max(console.width, needed)
    console.print(table)
    problems = len(collection.problems) + len(_unreadable(collection))
    said = f", {_count(doubts, 'warning')}" if doubts else ""
    click.echo(f"{_count(len(collection.entries), 'document')}, {_count(problems, 'problem')}{said}")


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
        known, now = before.get(entry.source.id), fingerprint(entry.path)
        kept = known.retrieved if known and known.sha256 == now.sha256 else None
        locked[entry.source.id] = replace(now, retrieved=kept or entry.source.retrieved)
    with writing(folder, "folder"):
        path = write_lock(folder, locked)
    click.echo(f"{path}: {len(locked)} locked")
