"""`guihua sources --make-yaml`: a folder of loose files becomes a collection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from extractors.errors import UsageError
from flows.lanes import Lanes, WorkerDiedError, WorkerTooLargeError, WorkerTooSlowError
from flows.loose_files import (
    Loose,
    Told,
    by_name,
    fields_of,
    loose_files,
    new_id,
    problem_of,
    same_bytes,
    taken_ids,
    tell,
    yaml_text,
)
from flows.settings import MEMORY_LIMIT_MB, TIME_LIMIT, RunSettings
from publishers.storage import writing


def make_yaml(folder: Path) -> None:
    """Write the YAML of every document that has none, and say what was guessed; nothing is overwritten.

    Raises:
        UsageError: if the folder is none, or cannot be written.
    """
    if not folder.is_dir():
        raise UsageError("there is no such folder", file=str(folder), remedy="Name a folder with documents")
    try:
        found = loose_files(folder)
    except PermissionError as error:
        raise UsageError("the folder cannot be read", file=str(folder), remedy="Make it readable") from error
    documents = [loose for loose in found if loose.hindrance is None]
    hindered = [loose for loose in found if loose.hindrance]
    taken = taken_ids(folder)
    written = unread = 0
    for loose, told in zip(documents, _told(documents), strict=True):
        fields = fields_of(told, loose.path, new_id(told.guess.id, taken))
        if problem := problem_of(fields):
            hindered.append(Loose(loose.path, problem))
            continue
        taken.add(fields["id"])
        description = folder / f"{fields['id']}.yml"
        with writing(description, "folder"), description.open("x", encoding="utf-8") as new:
            new.write(yaml_text(fields))
        written += 1
        unread += told.unread is not None
        _say(description, loose, told)
    for loose in hindered:
        click.echo(f"guihua: {loose.path}: {loose.hindrance}", err=True)
    for first, *others in same_bytes(folder):
        for other in others:
            click.echo(
                f"guihua: {other}: has the same bytes as {first.name}, so its rows will come twice. Move one away",
                err=True,
            )
    _close(written, unread)


def _told(documents: Sequence[Loose]) -> Iterator[Told]:
    """What can be told of each file, in order, read in worker processes within the limits of a run."""
    workers = RunSettings((), Path()).worker_count(len(documents))
    # The lanes are closed first: when the command is broken off, nobody waits for what they still read.
    with ThreadPoolExecutor(workers) as threads, Lanes(workers, MEMORY_LIMIT_MB) as lanes:
        yield from threads.map(lambda loose: _tell_in_lane(loose.path, lanes), documents)


def _tell_in_lane(path: Path, lanes: Lanes) -> Told:
    try:
        return lanes.run(TIME_LIMIT, tell, path)
    except WorkerTooSlowError:
        return by_name(path, f"{path.name}: reading it took more than {TIME_LIMIT} s")
    except WorkerTooLargeError:
        return by_name(path, f"{path.name}: reading it took more than {MEMORY_LIMIT_MB} MB of memory")
    except WorkerDiedError as died:
        return by_name(path, f"{path.name}: the process that read it died ({died})")


def _say(description: Path, loose: Loose, told: Told) -> None:
    found = told.guess
    words = [f"language {', '.join(found.language)}", f"type {found.document_type}"]
    words += [f"plan {found.plan}"] if found.plan else []
    words += [f"period {found.period[0]}-{found.period[1]}"] if found.period else []
    click.echo(f"{description}: for {loose.path.name}, guessed {', '.join(words)}, title {found.title!r}")
    if told.unread:
        click.echo(f"  only from its name, because it gave no text: {told.unread}")
    if not found.period:
        click.echo(
            "  no period found: target years are null where the text names none; "
            f"add 'period: {{start: YEAR, end: YEAR}}' to {description.name}"
        )


def _close(written: int, unread: int) -> None:
    files = "1 YAML file" if written == 1 else f"{written} YAML files"
    if not written:
        click.echo("No YAML was written: every document has one.")
        return
    silent = f", {unread} of them from the name alone, because the document gave no text" if unread else ""
    click.echo(
        f"{files} written{silent}. Correct what was guessed wrongly; authority is unknown, the licence not stated and "
        "redistribution facts (no sentence is published) until you say more."
    )
