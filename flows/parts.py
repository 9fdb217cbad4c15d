"""The store of part files: what one document gave, keyed by its bytes, its YAML, the code and the settings.

A part is a folder `parts/<key>` with one Parquet file a dataset, `text.txt` (the raw text) and `meta.json`. It is
written beside and renamed, so a part that is there is whole; each file's hash in `meta.json` shows later damage.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.source import Source

if TYPE_CHECKING:
    import pyarrow as pa

_META, _TEXT = "meta.json", "text.txt"
PARTLY_READ = "partly_read"
"""The outcome of a document of which some pages could not be read."""
_FORMAT = 2  # raise it when the layout of a part changes


@dataclass(frozen=True, slots=True)
class PartMeta:
    """What a part says of the document that it came from.

    `rows` counts rows by dataset; `files` holds the hash of every file of the part; `pages` is null where the text
    shows none; `characters` counts code points; `seen` is the account of `flows.seen` for coverage.
    """

    key: str
    document_id: str
    outcome: str
    outcome_message: str | None
    reader: str
    media_type: str
    text_sha256: str
    characters: int
    pages: int | None
    seen: list[list[Any]]
    rows: dict[str, int]
    files: dict[str, str]


def part_key(source: Source, sha256: str, code: str, settings: Mapping[str, Any]) -> str:
    """The key under which what a document gives is kept."""
    words = {"format": _FORMAT, "source": asdict(source), "sha256": sha256, "code": code, "settings": dict(settings)}
    text = json.dumps(words, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class PartStore:
    """Part files in a folder; safe for several processes, as parts appear by renaming only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> PartMeta | None:
        """The part of that key; null where there is none or where one of its files is damaged."""
        folder = self.folder / key
        try:
            meta = PartMeta(**json.loads((folder / _META).read_text(encoding="utf-8")))
            whole = all(_sha256(folder / name) == known for name, known in meta.files.items())
        except (OSError, ValueError, TypeError):
            return None
        return meta if whole and meta.key == key else None

    def of_text(self, document_id: str, text_sha256: str) -> Iterator[PartMeta]:
        """The whole parts of a document that have this text, in the order of their keys."""
        for path in sorted(self.folder.glob(f"*/{_META}")):
            known = self.find(path.parent.name) if document_id in path.read_text(encoding="utf-8") else None
            if known and (known.document_id, known.text_sha256) == (document_id, text_sha256):
                yield known

    def write(self, meta: PartMeta, tables: Mapping[str, pa.Table], text: str) -> PartMeta:
        """Put a part into the store, in place of a damaged one if need be.

        Args:
            meta: What is known of the document; `rows` and `files` are filled in here.
            tables: Rows by dataset.
            text: The raw text.

        Raises:
            OSError: if the store's folder cannot take it; nothing half-written stays.
        """
        import pyarrow.parquet as pq

        self.folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            for name, table in tables.items():
                pq.write_table(table, beside / f"{name}.parquet", compression="zstd")
            (beside / _TEXT).write_bytes(text.encode("utf-8", "surrogatepass"))
            files = {path.name: _sha256(path) for path in sorted(beside.iterdir())}
            rows = {name: table.num_rows for name, table in tables.items()}
            full = PartMeta(**{**asdict(meta), "rows": rows, "files": files})
            (beside / _META).write_text(json.dumps(asdict(full), ensure_ascii=False, indent=1), encoding="utf-8")
            self._move_into_place(beside, self.folder / meta.key)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return full

    def _move_into_place(self, beside: Path, place: Path) -> None:
        try:
            beside.rename(place)
        except OSError:
            if not place.is_dir():
                raise
            # Another process wrote the same part, or this one is damaged: either way ours is as good.
            old = Path(tempfile.mkdtemp(prefix=".old-", dir=self.folder))
            place.rename(old / "part")
            beside.rename(place)
            shutil.rmtree(old, ignore_errors=True)

    def table(self, key: str, dataset: str) -> pa.Table | None:
        """A part's rows of one dataset; null where it has none."""
        import pyarrow.parquet as pq

        path = self.folder / key / f"{dataset}.parquet"
        return pq.read_table(path, memory_map=False) if path.exists() else None

    def text(self, key: str) -> str:
        """A part's raw text."""
        return (self.folder / key / _TEXT).read_bytes().decode("utf-8", "surrogatepass")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
