"""`guihua add`: a file comes into a collection with a YAML of what is known and guessed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from extractors.errors import UsageError
from flows.describing import describe
from flows.guessing import guess
from flows.lockfile import fingerprint, read_lock, write_lock
from flows.loose_files import ORDER, yaml_text
from flows.settings import MAX_TEXT_MB
from flows.single import check_file, read_single
from publishers.storage import writing

_PERIOD = re.compile(r"(\d{4})\s*[-–:]\s*(\d{4})")


def add_and_tell(file: Path, folder: Path, given: Mapping[str, Any]) -> None:
    """Copy a file into a collection, describe it, lock it, and say what was guessed.

    Raises:
        UsageError: if the file is none, an option is wrong, or something would be overwritten.
        ReadError: if the file cannot be read: nothing would ever come of it.
    """
    check_file(file, MAX_TEXT_MB)
    stated = _stated(given)
    guessed = {k: v for k, v in _guessed(file, stated).items() if stated.get(k) is None and v is not None}
    fields = {**{k: v for k, v in stated.items() if v is not None}, **guessed}
    fields["file"] = f"{fields['id']}{file.suffix.lower()}"
    _check(fields)
    _put(file, folder, fields)
    click.echo(f"{folder / fields['file']}\n{folder / fields['id']}.yml")
    for key in sorted(guessed, key=ORDER.index):
        click.echo(f"guessed {key}: {_shown(guessed[key])}")
    click.echo(f"Correct what was guessed wrongly in {folder / fields['id']}.yml.")


def _stated(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options as keys of a YAML."""
    stated = {("id" if key == "document_id" else key): value for key, value in given.items()}
    stated["language"] = list(stated["language"]) or None
    if stated["period"] is not None:
        years = _PERIOD.fullmatch(stated["period"].strip())
        if not years:
            raise UsageError(f"--period cannot be {stated['period']!r}", remedy="Write it as in 2021-2025")
        stated["period"] = {"start": int(years[1]), "end": int(years[2])}
    if stated["plan"] is not None and stated["plan"].isdecimal():
        stated["plan"] = int(stated["plan"])
    return stated


def _guessed(file: Path, stated: Mapping[str, Any]) -> dict[str, Any]:
    """What the file tells."""
    document = read_single(file)
    told = guess(document.text, file, stated.get("title") or document.metadata.get("title"))
    return {
        "id": told.id,
        "title": told.title,
        "language": list(told.language),
        "document_type": told.document_type,
        "plan": int(told.plan) if told.plan else None,
        "period": {"start": told.period[0], "end": told.period[1]} if told.period else None,
        "retrieved": datetime.now(UTC).date().isoformat(),
    }


def _check(fields: Mapping[str, Any]) -> None:
    _, problems = describe(fields)
    for problem in problems:
        raise UsageError(problem.message, remedy=f"{problem.remedy} (option --{problem.key.replace('_', '-')})")


def _put(file: Path, folder: Path, fields: Mapping[str, Any]) -> None:
    """Copy and describe; a YAML is written last, so that a broken copy never counts as a document."""
    copy, description = folder / fields["file"], folder / f"{fields['id']}.yml"
    is_there = file.resolve() == copy.resolve()  # the person put the file into the collection already
    for path in (description,) if is_there else (copy, description):
        if path.exists() or path.is_symlink():
            raise UsageError("is there already and is not overwritten", file=str(path), remedy="Choose another --id")
    with writing(folder, "--to"):
        folder.mkdir(parents=True, exist_ok=True)
        lock = read_lock(folder)
        if not is_there:
            beside = copy.with_name(f".{copy.name}.new")
            try:
                shutil.copyfile(file, beside)
                beside.rename(copy)
            finally:
                beside.unlink(missing_ok=True)
        with description.open("x", encoding="utf-8") as new:
            new.write(yaml_text(fields))
        write_lock(folder, {**lock, fields["id"]: fingerprint(copy, fields.get("retrieved"))})


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return f"{value['start']}-{value['end']}"
    return ", ".join(value) if isinstance(value, list) else str(value)
