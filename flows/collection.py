"""A collection: a folder with a YAML and a file for each document, read with all its problems."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath

from extractors.errors import UsageError
from extractors.source import Source
from flows.describing import describe
from flows.lockfile import DOCUMENT_SUFFIXES, NAME, Locked, fingerprint, media_type, read_lock
from flows.strict_yaml import YamlError, load_mapping

_ABOUT_THE_FOLDER = ("readme", "license", "licence", "changelog", "changes", "contributing", "notice")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must put right before a document can be taken.

    Attributes:
        document_id: The document that is held back, as well as its id can be told.
        file: The file to open.
        message: What is wrong.
        remedy: What to do.
        key: The key of the YAML, where one is to blame.
        claims: The id that the description gives, where that is not its file's name.
    """

    document_id: str
    file: str
    message: str
    remedy: str
    key: str | None = None
    claims: str | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.message}. {self.remedy}"


@dataclass(frozen=True, slots=True)
class Found:
    """A document's file as it is now; hash and size are null where it is not there or cannot be read."""

    sha256: str | None
    bytes: int | None
    media_type: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a collection whose description is sound.

    Attributes:
        source: Its YAML as a value.
        path: The file itself.
        description: Its YAML file.
        found: Hash, size and media type of the file as it is now.
        locked: Whether the collection's lock vouches for these bytes.
    """

    source: Source
    path: Path
    description: Path
    found: Found
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Collection:
    """All documents of one or several folders, sorted by id, and all that hinders others.

    Attributes:
        entries: Documents that can be taken.
        problems: What hinders others.
        described: Documents that cannot be taken, but whose description is sound: that much of them is published.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    described: tuple[Entry, ...] = ()


def _name_of(path: Path) -> str:
    """The id that a file of a broken description most likely stands for: its name."""
    return path.stem


@dataclass(frozen=True, slots=True)
class _Absent:
    """There is no such file, and nothing against saying that one was named."""

    problem: Problem


def _locate(folder: Path, description: Path, named: str) -> Path | Problem | _Absent:
    """The document's file, or why there is none, or why it must not be opened."""
    here = str(description)
    name = _name_of(description)
    windows = PureWindowsPath(named)
    path = folder / named
    if Path(named).is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        return Problem(
            name, here, f"'file' leaves the collection: {named}", "Name a file inside the collection's folder", "file"
        )
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # not there, no permission, a link to itself, a name too long
        remedy = f"Put it into {folder} or correct 'file'"
        return _Absent(Problem(name, here, f"the file {named} is not there", remedy, "file"))
    if not real.is_relative_to(folder.resolve()):
        return Problem(
            name,
            here,
            f"'file' leaves the collection by a symbolic link: {named}",
            "Copy the file itself into the collection's folder",
            "file",
        )
    if not real.is_file():
        return _Absent(
            Problem(name, here, f"{named} is no regular file", "Name a file, not a folder or a device", "file")
        )
    return path


@dataclass(frozen=True, slots=True)
class _Barred:
    """A document that cannot be taken: all that is wrong with it, and its description where that is sound."""

    problems: tuple[Problem, ...]
    entry: Entry | None = None


def _read_entry(folder: Path, description: Path, lock: dict[str, Locked]) -> Entry | _Barred:
    """One document of a folder, or why it cannot be taken."""
    source = _read_source(folder, description)
    if not isinstance(source, Source):
        return _Barred(source)
    absent = Entry(source, folder / source.file, description, Found(None, None, media_type(Path(source.file))))
    path = _locate(folder, description, source.file)
    if isinstance(path, _Absent):
        return _Barred((path.problem,), absent)
    if isinstance(path, Problem):
        return _Barred((path,))
    try:
        now = fingerprint(path)
    except OSError as error:
        said = f"the file cannot be read ({error.strerror})"
        return _Barred((Problem(source.id, str(path), said, "Make it readable"),), absent)
    known = lock.get(source.id)
    entry = Entry(source, path, description, Found(now.sha256, now.bytes, now.media_type), locked=known is not None)
    if known is None or known.sha256 == now.sha256:
        return entry
    said = f"the file is not the one in {NAME} (sha256 differs)"
    remedy = f"Put the old file back, or take the new one in with: guihua sources {folder} --lock"
    return _Barred((Problem(source.id, str(path), said, remedy),), replace(entry, locked=False))


def _read_source(folder: Path, description: Path) -> Source | tuple[Problem, ...]:
    """What a description says, or all that is wrong with it."""
    here, name = str(description), _name_of(description)
    try:
        if not description.resolve(strict=True).is_relative_to(folder.resolve()):
            return (Problem(name, here, "the description is a link out of the collection", "Copy it here"),)
        fields = load_mapping(description)
    except YamlError as error:
        return (Problem(name, here, f"the description {error}", "Correct it; `guihua add` writes one to start from"),)
    except OSError as error:
        return (Problem(name, here, f"the description cannot be read ({error.strerror})", "Make it readable"),)
    source, wrong = describe(fields)
    if source is None:
        return tuple(Problem(name, here, p.message, p.remedy, p.key) for p in wrong)
    if source.id != name:
        return (
            Problem(
                name, here, f"'id' is {source.id}, but the file is called {description.name}",
                f"Call it {source.id}.yml, or set 'id: {name}'", "id", source.id,
            ),
        )  # fmt: skip
    return source


def about_the_folder(path: Path) -> bool:
    """Whether a file tells of the folder, as a README does, and is no document."""
    return path.stem.lower() in _ABOUT_THE_FOLDER


def _undescribed(folder: Path, named: Iterable[Path]) -> list[Problem]:
    """Documents that lie in the folder and that no YAML describes; README and the like are no documents."""
    known = {os.path.realpath(path) for path in named}  # unlike Path.resolve it takes links that go in circles
    problems = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or about_the_folder(path) or path.is_dir():
            continue
        if path.suffix.lower() == ".yaml":
            remedy = f"Call it {path.stem}.yml"
            problems.append(Problem(_name_of(path), str(path), "a description must end in .yml", remedy))
        elif path.suffix.lower() in DOCUMENT_SUFFIXES and os.path.realpath(path) not in known:
            if (folder / f"{path.stem}.yml").exists():
                continue  # its own YAML is broken or names another file, and says so itself
            problems.append(
                Problem(
                    _name_of(path), str(path), "no YAML describes this document",
                    f"Write {path.stem}.yml beside it (`guihua sources {folder} --make-yaml` does), or move it away",
                )
            )  # fmt: skip
    return problems


def read_folder(folder: Path, *, use_lock: bool = True) -> Collection:
    """Read one collection.

    Args:
        folder: Where the YAML files lie.
        use_lock: Whether files must be those of `sources.lock.yml` (not when it is being written).

    Raises:
        UsageError: if the folder is none, holds no document at all, or has a lock that cannot be read.
    """
    remedy = "Name a folder with a YAML and a file for each document; `guihua add FILE --to DIR` makes one"
    if not folder.is_dir():
        said = "is a file, not a collection" if folder.exists() else "there is no such folder"
        raise UsageError(said, file=str(folder), remedy=remedy)
    try:
        descriptions = sorted(p for p in folder.glob("*.yml") if p.name != NAME and not p.name.startswith("."))
        lock = read_lock(folder) if use_lock else {}
        entries: list[Entry] = []
        problems: list[Problem] = []
        described: list[Entry] = []
        for description in descriptions:
            entry = _read_entry(folder, description, lock)
            if isinstance(entry, Entry):
                entries.append(entry)
            else:
                problems += entry.problems
                described += [entry.entry] if entry.entry else []
        loose = _undescribed(folder, (e.path for e in entries))
    except PermissionError as error:
        raise UsageError("the collection cannot be read", file=str(folder), remedy="Make it readable") from error
    if loose and not descriptions:
        one = len(loose) == 1
        said = f"{len(loose)} document{'' if one else 's'} and no YAML that describes {'it' if one else 'one of them'}"
        raise UsageError(said, file=str(folder), remedy=f"Write the YAML with: guihua sources {folder} --make-yaml")
    problems += loose
    if not entries and not problems:
        raise UsageError("the collection is empty: no YAML describes a document", file=str(folder), remedy=remedy)
    return Collection(tuple(entries), tuple(problems), tuple(described))


def merged(collections: Sequence[Collection]) -> Collection:
    """Put collections together; of documents with one id none is taken, as nobody can tell which is meant."""
    problems = [problem for collection in collections for problem in collection.problems]
    claims: dict[str, list[Path]] = defaultdict(list)
    for collection in collections:
        for entry in collection.entries:
            claims[entry.source.id].append(entry.description)
    for problem in problems:
        if problem.claims:
            claims[problem.claims].append(Path(problem.file))
    entries = []
    for entry in (entry for collection in collections for entry in collection.entries):
        others = [path for path in claims[entry.source.id] if path != entry.description]
        if not others:
            entries.append(entry)
            continue
        name = entry.source.id
        problems.append(
            Problem(
                name, str(entry.description), f"the id {name} is also that of {others[0]}",
                "Give one of them another id (in 'id' and in its file name)", "id",
            )
        )  # fmt: skip
    barred = [entry for collection in collections for entry in collection.described]
    times = Counter(entry.source.id for entry in barred)
    described = [one for one in barred if times[one.source.id] == 1 and one.source.id not in claims]
    return Collection(
        tuple(sorted(entries, key=lambda e: e.source.id)),
        tuple(sorted(problems, key=lambda p: (p.document_id, p.file, p.key or ""))),
        tuple(sorted(described, key=lambda e: e.source.id)),
    )


def read_collections(folders: Sequence[Path]) -> Collection:
    """Read several collections as one.

    Raises:
        UsageError: if one of them is not usable at all.
    """
    seen: dict[Path, Path] = {}
    for folder in folders:
        if folder.resolve() in seen:
            raise UsageError("the collection is named twice", file=str(folder), remedy="Name each folder once")
        seen[folder.resolve()] = folder
    return merged([read_folder(folder) for folder in folders])
