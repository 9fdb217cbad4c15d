"""Which releases an output folder holds, which is the latest, and how an interrupted run is put right.

A release is built in a hidden folder and moved to `releases/<version>` by one rename; `latest.json` follows. A run
that was killed in between leaves `releases/.moving.json`, and the next run finishes its step: it points
`latest.json` to the release that was moved, or forgets the one that was not.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractors.errors import UsageError
from publishers import storage

SUMS = "SHA256SUMS"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_UNDER_CONSTRUCTION = ".tmp-"
_MOVING = ".moving.json"

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Release:
    """A published release.

    Attributes:
        version: Its number, `1.2.0`.
        path: Its folder.
        record: What its release.json says.
    """

    version: str
    path: Path
    record: Mapping[str, Any] = field(default_factory=dict)

    @property
    def redistribution(self) -> str:
        """`allowed`, or `not for redistribution` for a release that ignored rights."""
        return str(self.record.get("redistribution", ""))

    def table(self, dataset: str) -> pa.Table | None:
        """The rows of a dataset, or None where this release has no such dataset.

        Raises:
            UsageError: The file is damaged.
        """
        path = self.path / "data" / f"{dataset}.parquet"
        if not path.is_file():
            return None
        try:
            return pq.read_table(path)
        except (pa.ArrowInvalid, OSError) as error:
            raise damaged(self, f"data/{dataset}.parquet cannot be read") from error

    def datasets(self) -> list[str]:
        """The names of its datasets."""
        return sorted(path.stem for path in (self.path / "data").glob("*.parquet"))

    def sums(self) -> dict[str, str]:
        """SHA-256 by path as SHA256SUMS lists them.

        Raises:
            UsageError: The list is missing or damaged.
        """
        return read_sums(self.path)


def damaged(release: Release, what: str) -> UsageError:
    """The error for a release that is no longer as it was published."""
    return UsageError(
        f"release {release.version} is damaged: {what}",
        file=str(release.path),
        remedy="Restore it from a copy, or move it and latest.json away to begin anew with 1.0.0.",
    )


def read_sums(path: Path) -> dict[str, str]:
    """SHA-256 by path of a release folder's SHA256SUMS."""
    try:
        lines = (path / SUMS).read_text(encoding="utf-8").splitlines()
        return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError) as error:
        raise damaged(Release(path.name, path), f"{SUMS} is missing or cannot be read") from error


def parse(version: str) -> Version | None:
    """The numbers of `1.2.0`; None for anything else."""
    match = _VERSION.fullmatch(version)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def versions(output: Path) -> list[Version]:
    """All versions that were ever moved into place and are still there, in order."""
    releases = output / "releases"
    if not releases.is_dir():
        return []
    return sorted(v for v in (parse(path.name) for path in releases.iterdir()) if v)


def latest(output: Path) -> Release | None:
    """The release that latest.json names; where that file is missing, the highest version; None where there is none.

    Raises:
        UsageError: latest.json or the release that it names cannot be read.
    """
    pointer = output / "latest.json"
    with storage.writing(pointer):  # a folder that may not be entered cannot be published to either
        named = pointer.is_file()
    if not named:
        known = versions(output)
        return open_release(output / "releases" / ".".join(map(str, known[-1]))) if known else None
    try:
        version = str(json.loads(pointer.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        version = ""
    if parse(version) is None:
        raise UsageError(
            "does not name a release", file=str(pointer), remedy="Delete it; the highest version is the latest then."
        )
    return open_release(output / "releases" / version)


def open_release(path: Path) -> Release:
    """The release in a folder named by its version.

    Raises:
        UsageError: It is missing or damaged.
    """
    try:
        record = json.loads((path / "release.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise damaged(Release(path.name, path), "release.json is missing or cannot be read") from error
    return Release(path.name, path, record)


def point_to(output: Path, version: str) -> None:
    """Makes a release the latest, at once."""
    storage.replace(output / "latest.json", storage.json_bytes({"version": version, "path": f"releases/{version}"}))


def construction_site(output: Path) -> Path:
    """A new hidden folder to build a release in; the caller holds the output's lock."""
    path = output / "releases" / f"{_UNDER_CONSTRUCTION}{os.getpid()}"
    with storage.writing(path):
        path.mkdir()
    return path


def move_into_place(site: Path, output: Path, version: str) -> Path:
    """Publishes a finished folder as `version` and makes it the latest."""
    target, note = output / "releases" / version, output / "releases" / _MOVING
    storage.replace(note, storage.json_bytes({"version": version}))
    storage.move(site, target)
    try:
        point_to(output, version)
    except UsageError:
        with suppress(OSError):  # the release that could not be announced is taken back
            target.rename(site)
            note.unlink()
        raise
    with storage.writing(note):
        note.unlink(missing_ok=True)
    return target


def put_right(output: Path) -> None:
    """Finishes or forgets what a killed run left behind; the caller holds the output's lock."""
    releases = output / "releases"
    note = releases / _MOVING
    if note.is_file():
        try:
            version = str(json.loads(note.read_text(encoding="utf-8"))["version"])
        except (ValueError, KeyError, TypeError):
            version = ""  # not one of ours; nothing can have been moved
        if parse(version) and (releases / version).is_dir():
            point_to(output, version)
        with storage.writing(note):
            note.unlink()
    for path in sorted(releases.glob(f"{_UNDER_CONSTRUCTION}*")):
        storage.remove(path)
