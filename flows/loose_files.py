"""Files that lie in a folder without a YAML: which they are, and the YAML that each needs at least."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from extractors.errors import ReadError, UsageError
from flows.collection import about_the_folder
from flows.describing import MAX_ID, describe
from flows.guessing import Guess, guess
from flows.lockfile import NAME
from flows.settings import MAX_PDF_MB, MAX_TEXT_MB
from flows.single import read_single
from flows.strict_yaml import YamlError, load_mapping
from publishers.storage import file_sha256

ORDER = (
    "id", "title", "file", "language", "document_type", "plan", "period", "jurisdiction", "publisher", "authority",
    "translation_of", "edition_of", "published", "url", "archive_url", "retrieved", "citation", "licence",
    "redistribution", "note",
)  # fmt: skip
"""The order in which a YAML is easiest to read."""

_SAFE = {"authority": "unknown", "licence": "not stated", "redistribution": "facts"}
"""What nobody has looked up: such a document publishes no sentence of its own."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A file without a YAML; `hindrance` says why it can have none, null where it can."""

    path: Path
    hindrance: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What could be told of a file; `unread` says why that is its name only, null where it was read."""

    guess: Guess
    unread: str | None = None


def loose_files(folder: Path) -> list[Loose]:
    """All files of a folder that no YAML describes, by name; descriptions, hidden files and README are left out."""
    from extractors.reading import SUFFIXES

    described = _described(folder)
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.suffix.lower() in (".yml", ".yaml") or about_the_folder(path):
            continue
        if os.path.realpath(path) not in described:
            found.append(Loose(path, _hindrance(path, folder, SUFFIXES)))
    return found


def _described(folder: Path) -> set[str]:
    """The files that the folder's descriptions name, be they sound or not: those are for a person to correct."""
    named = set()
    for description in folder.glob("*.yml"):
        file: object = None
        with suppress(YamlError, OSError):
            file = load_mapping(description).get("file")
        files = [file] if isinstance(file, str) else [p.name for p in folder.glob(f"{_escaped(description.stem)}.*")]
        named |= {os.path.realpath(folder / name) for name in files}
    return named


def _escaped(stem: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in stem)


def _hindrance(path: Path, folder: Path, suffixes: tuple[str, ...]) -> str | None:
    """Why a file can have no YAML."""
    if path.is_dir():
        return "a folder; folders in a collection are not looked into"
    if path.suffix.lower() not in suffixes:
        return f"no document that is read; those are {', '.join(suffixes)}"
    if not path.is_file():
        return "no regular file"
    if not path.resolve().is_relative_to(folder.resolve()):
        return "a link out of the collection; copy the file itself"
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return "its name is not UTF-8; rename it"
    return None


def same_bytes(folder: Path) -> list[list[Path]]:
    """Documents of a folder, described or not, of which each has the bytes of the others; by name."""
    from extractors.reading import SUFFIXES

    sizes: dict[int, list[Path]] = defaultdict(list)
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and path.is_file() and not about_the_folder(path):
            sizes[path.stat().st_size].append(path)
    hashes: dict[str, list[Path]] = defaultdict(list)
    for path in (path for alike in sizes.values() if len(alike) > 1 for path in alike):
        hashes[file_sha256(path)].append(path)
    return [alike for alike in hashes.values() if len(alike) > 1]


def tell(path: Path, reader: str = "auto") -> Told:
    """Tell what can be told of a file; runs in a worker process, as a file that nobody knows may do anything."""
    limit = MAX_PDF_MB if path.suffix.lower() == ".pdf" else MAX_TEXT_MB
    if path.stat().st_size > limit * 1e6:
        return by_name(path, f"{path.name}: larger than the {limit} MB that are read")
    try:
        document = read_single(path, reader)
    except (ReadError, UsageError) as error:
        return by_name(path, str(error))
    return Told(guess(document.text, path, document.metadata.get("title")))


def by_name(path: Path, unread: str) -> Told:
    """What the name alone tells."""
    return Told(replace(guess("", path), language=("und",)), unread)


def new_id(wanted: str, taken: set[str]) -> str:
    """The id itself, or with the first number that makes it one of its own."""
    numbered = (f"{wanted[: MAX_ID - 5].rstrip('-')}-{number}" for number in _counting())
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)


def _counting() -> Iterator[int]:
    number = 2
    while True:
        yield number
        number += 1


def fields_of(told: Told, path: Path, document_id: str) -> dict[str, Any]:
    """The keys of the least YAML that describes a file."""
    found = told.guess
    fields: dict[str, Any] = {
        "id": document_id,
        "title": found.title,
        "file": path.name,
        "language": list(found.language),
        "document_type": found.document_type,
        **_SAFE,
    }
    if found.plan:
        fields["plan"] = int(found.plan)
    if found.period:
        fields["period"] = {"start": found.period[0], "end": found.period[1]}
    return fields


def problem_of(fields: Mapping[str, Any]) -> str | None:
    """Why these keys are no description; null where they are one."""
    _, problems = describe(fields)
    return f"{problems[0].message}. {problems[0].remedy}" if problems else None


def yaml_text(fields: Mapping[str, Any]) -> str:
    """A description as a file, its keys in the order of all descriptions."""
    ordered = {key: fields[key] for key in ORDER if key in fields}
    text: str = yaml.safe_dump(ordered, sort_keys=False, allow_unicode=True, width=1000, default_flow_style=None)
    return text


def taken_ids(folder: Path) -> set[str]:
    """Ids that are in use or that a description's file name would clash with."""
    return {path.stem for path in folder.glob("*.yml")} | {NAME.removesuffix(".yml")}
