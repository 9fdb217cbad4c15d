"""The lock of a collection: which bytes each document had when a person took it in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from extractors.errors import UsageError
from flows.strict_yaml import YamlError, load_mapping

NAME = "sources.lock.yml"
MAX_LOCK_BYTES = 16 * 1024 * 1024  # some 80,000 documents
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
}
DOCUMENT_SUFFIXES = tuple(_MEDIA_TYPES)
_HEADER = "# Written by `guihua add` and `guihua sources DIR --lock`; not to be edited by hand.\n"


@dataclass(frozen=True, slots=True)
class Locked:
    """What the lock remembers of one document's file."""

    sha256: str
    bytes: int
    media_type: str
    retrieved: str | None = None


def media_type(path: Path) -> str:
    """IANA media type by the file's name."""
    return _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")


def fingerprint(path: Path, retrieved: str | None = None) -> Locked:
    """Hash and size of a file as it is now."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Locked(digest, path.stat().st_size, media_type(path), retrieved)


def read_lock(folder: Path) -> dict[str, Locked]:
    """The lock of a collection by document id; empty where there is none.

    Raises:
        UsageError: if the file is there and cannot be understood: then no document can be trusted to be unchanged.
    """
    path = folder / NAME
    remedy = f"Look at what changed, then write it anew with: guihua sources {folder} --lock"
    try:
        documents = load_mapping(path, max_bytes=MAX_LOCK_BYTES).get("documents")
    except FileNotFoundError:
        return {}
    except (YamlError, OSError) as error:
        raise UsageError(f"the lock cannot be read: it {error}", file=str(path), remedy=remedy) from error
    entries = documents if isinstance(documents, dict) else {"documents": None}
    locked: dict[str, Locked] = {}
    for key, entry in entries.items():
        if not isinstance(entry, dict) or not _SHA256.fullmatch(str(entry.get("sha256"))):
            raise UsageError(f"the lock's entry '{key}' has no sha256", file=str(path), remedy=remedy)
        locked[str(key)] = Locked(
            entry["sha256"], int(entry.get("bytes") or 0), str(entry.get("media_type")), entry.get("retrieved")
        )
    return locked


def write_lock(folder: Path, locked: Mapping[str, Locked]) -> Path:
    """Write the lock in order of ids, beside and moved into place, and return its path."""
    path = folder / NAME
    body = {
        key: {name: value for name, value in asdict(locked[key]).items() if value is not None} for key in sorted(locked)
    }
    beside = path.with_name(f".{NAME}.new")
    beside.write_text(
        _HEADER + yaml.safe_dump({"documents": body}, sort_keys=False, allow_unicode=True), encoding="utf-8"
    )
    beside.replace(path)
    return path
