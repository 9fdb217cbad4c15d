"""Files that are either there whole or not at all, in an output folder on this machine."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from extractors.errors import ContractError, UsageError
from publishers.marks import NOT_FOR_REDISTRIBUTION

# `s3:/bucket` is what a Path makes of `s3://bucket`; one letter before the colon is a drive.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_REMEDIES = {
    errno.ENOTDIR: "A file is in the way of a folder; move it or choose another {option}",
    errno.EEXIST: "A file is in the way of a folder; move it or choose another {option}",
    errno.EISDIR: "A folder is in the way of a file; move it or choose another {option}",
    errno.EACCES: "Give this user the right to write there or choose another {option}",
    errno.EPERM: "Give this user the right to write there or choose another {option}",
    errno.EROFS: "That disk is read-only; choose another {option}",
    errno.ENOSPC: "The disk is full; free some space and run again",
    errno.EDQUOT: "The quota is used up; free some space and run again",
    errno.EFBIG: "The file is larger than this process may write; raise the limit (ulimit -f) and run again",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A file of a release: its path relative to the release, with `/`, SHA-256 and size in bytes."""

    path: str
    sha256: str
    bytes: int


def local_folder(output: Path | str, *, for_own_use: bool) -> Path:
    """The folder that `output` names.

    Raises:
        UsageError: It is an address. Releases go to a local folder; one for own use may go nowhere else.
    """
    name = str(output)
    if not _ADDRESS.match(name):
        return Path(output)
    if for_own_use:
        raise UsageError(
            f"a release for own use is {NOT_FOR_REDISTRIBUTION} and is only written to a local folder",
            file=name,
            remedy="Give a local folder as --output, or leave out --for-own-use.",
        )
    raise UsageError(
        "releases are written to a local folder", file=name, remedy="Give a local folder as --output and copy it."
    )


@contextmanager
def writing(path: Path, option: str = "--output") -> Iterator[None]:
    """Turns what the system says while writing `path` into a UsageError with the remedy.

    Args:
        path: What is written.
        option: What a person chose the place with.
    """
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "Check the folder and its disk, and run again").format(option=option)
        # What is being written lies beside its place under a name that a person never chose.
        named = path if error.filename is None or str(error.filename).endswith(".new") else error.filename
        raise UsageError(
            f"cannot be written ({error.strerror or error})", file=str(named), remedy=remedy + "."
        ) from error


def folder(path: Path) -> None:
    """Makes a folder and those above it."""
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)


def write(root: Path, name: str, content: bytes) -> Written:
    """Writes one file of a release under construction.

    Raises:
        ContractError: The name leaves the release; ids and names of report files come from outside.
        UsageError: The file cannot be written.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or not name.isprintable():
        raise ContractError(f"the file name {name!r} does not lie in the release")
    path = root / name
    folder(path.parent)
    with writing(path):
        path.write_bytes(content)
    return Written(name, hashlib.sha256(content).hexdigest(), len(content))


def replace(path: Path, content: bytes) -> None:
    """Puts new content into a file at once: a reader sees the old or the new, never a part."""
    beside = path.with_name(f".{path.name}.new")
    with writing(path):
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        _settle(path.parent)


def seal(root: Path) -> None:
    """Waits until every file and folder under `root` is on the disk."""
    with writing(root):
        for path in sorted(root.rglob("*"), reverse=True):
            _settle(path)
        _settle(root)


def move(source: Path, target: Path) -> None:
    """Renames a finished folder into its place."""
    with writing(target):
        source.rename(target)
        _settle(target.parent)


def remove(path: Path) -> None:
    """Removes a folder that no one reads, as far as that is possible."""
    shutil.rmtree(path, ignore_errors=True)


def file_sha256(path: Path) -> str:
    """Hex SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def json_bytes(value: object) -> bytes:
    """JSON as releases hold it: UTF-8, two blanks deep, keys in the order given, a final line end."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
