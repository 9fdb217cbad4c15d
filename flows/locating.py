"""From the id of a row in a release to the place in the source that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.document import Region
from extractors.errors import UsageError
from publishers import catalog
from publishers.storage import file_sha256
from schemas.contract import load_all

if TYPE_CHECKING:
    from publishers.catalog import Release
    from schemas.contract import Dataset

_FIRST = ("numeric_targets", "indicators", "box_items", "tables", "table_cells")
_WORDS = ("quote", "text", "target_text", "change_text", "caption", "title", "indicator")


@dataclass(frozen=True, slots=True)
class Located:
    """A row and where it was read.

    Attributes:
        dataset: The dataset that it is a row of.
        key: Its id; the fields of its primary key, joined by slashes.
        document: The row of its document.
        words: What it quotes, as far as the release may show it; empty where it may not.
        span: Its code points in the raw text; null where it has none.
        number: Those of its number; null where it has none.
        regions: Where it is printed; empty for text.
        fields: The whole row.
        notes: Code points of the footnotes that are printed within its span.
    """

    dataset: str
    key: str
    document: Mapping[str, Any]
    words: str
    span: tuple[int, int] | None
    number: tuple[int, int] | None
    regions: tuple[Region, ...]
    fields: Mapping[str, Any]
    notes: tuple[tuple[int, int], ...] = ()


def open_release(release: Path | None, output: Path) -> Release:
    """The release that a person named, or the latest of an output.

    Raises:
        UsageError: if there is none, or the folder is another one.
    """
    if release is not None:
        _check_is_release(release)
        return catalog.open_release(release)
    latest = catalog.latest(output) if output.is_dir() else None
    if latest is None:
        remedy = "Name an output with --output-dir, or a release's folder with --release"
        raise UsageError("there is no release", file=str(output), remedy=remedy)
    return latest


def _check_is_release(folder: Path) -> None:
    """Tell a wrong name from a damaged release, which has data.

    Raises:
        UsageError: if the folder is an output, or no release at all.
    """
    if (folder / "data").is_dir() or (folder / "release.json").is_file():
        return
    if (folder / "latest.json").is_file() or (folder / "releases").is_dir():
        remedy = f"Name it with --output-dir {folder}, or one of its releases with --release {folder}/releases/VERSION"
        raise UsageError("is an output, not a release", file=str(folder), remedy=remedy)
    remedy = "Name a folder as output/releases/1.0.0, or an output with --output-dir"
    raise UsageError("is no release: it has neither release.json nor data", file=str(folder), remedy=remedy)


def locate(release: Release, name: str) -> list[Located]:
    """The row of that id, and where that has no regions those whose ids it begins, as a box's id does its items'.

    A `fact_id` stands for the row that counts of those that share it.

    Raises:
        UsageError: if no row has it.
    """
    documents = {row["document_id"]: row for row in _rows(release, "documents")}
    found: list[Located] = []
    for whole in (True, False):
        for dataset in _datasets():
            rows = _rows(release, dataset.name, dataset.primary_key[0], name.partition("/")[0])
            matching = [row for row in rows if _matches(_key(dataset, row), name, whole=whole)]
            located = [_located(dataset, row, documents) for row in matching]
            if any(row.regions for row in located):
                return [_with_notes(release, row) for row in (located if whole else [*found, *located])]
            found = found or located
    found = found or [_located(dataset, row, documents) for dataset, row in _of_fact(release, name)]
    if found:
        return [_with_notes(release, row) for row in found]
    raise UsageError(
        f"no row of release {release.version} has the id {name}",
        file=str(release.path),
        remedy="Copy target_id, or join the primary key of another dataset's row by slashes, as in "
        "box_id/item_number; a row of another output needs --output-dir DIR and --sources DIR, its collection",
    )


def _of_fact(release: Release, name: str) -> list[tuple[Dataset, dict[str, Any]]]:
    """The row that counts of the fact of that id."""
    for dataset in _datasets():
        if "fact_id" in dataset.field_names:
            rows = _rows(release, dataset.name, "fact_id", name)
            primary = [row for row in rows if row["is_primary"]] or rows
            if primary:
                return [(dataset, primary[0])]
    return []


def _with_notes(release: Release, row: Located) -> Located:
    """The row with the footnotes that a page sets between its words."""
    if row.span is None or row.dataset == "footnotes":
        return row
    start, end = row.span
    notes = _rows(release, "footnotes", "document_id", str(row.document["document_id"]))
    places = [(note["char_start"], note["char_end"]) for note in notes]
    return replace(row, notes=tuple(sorted(p for p in places if start < p[0] and p[1] < end)))


def _datasets() -> Iterator[Dataset]:
    """Datasets whose rows have a place, those that a person most likely asks for first."""
    known = load_all()
    order = [*_FIRST, *(name for name in known if name not in _FIRST)]
    for dataset in (known[name] for name in order):
        if {"document_id"} <= set(dataset.field_names) and {"regions", "char_start"} & set(dataset.field_names):
            yield dataset


def _rows(release: Release, dataset: str, field: str | None = None, value: str = "") -> list[dict[str, Any]]:
    """The rows of a dataset, or those with this value: a release may have a million cells."""
    table = release.table(dataset)
    if table is None:
        return []
    import pyarrow.compute as pc

    rows: list[dict[str, Any]] = (table if field is None else table.filter(pc.equal(table[field], value))).to_pylist()
    return rows


def _key(dataset: Dataset, row: Mapping[str, Any]) -> str:
    return "/".join(str(row[field]) for field in dataset.primary_key)


def _matches(key: str, name: str, *, whole: bool) -> bool:
    return key == name if whole else key.startswith(f"{name}/")


def _located(dataset: Dataset, row: Mapping[str, Any], documents: Mapping[str, Any]) -> Located:
    start, end = row.get("char_start"), row.get("char_end")
    first, last = row.get("number_char_start"), row.get("number_char_end")
    return Located(
        dataset=dataset.name,
        key=_key(dataset, row),
        document=documents[row["document_id"]],
        words=next((str(row[word]) for word in _WORDS if row.get(word)), ""),
        span=(start, end) if start is not None and end is not None else None,
        number=(first, last) if first is not None and last is not None else None,
        regions=tuple(Region(**region) for region in row.get("regions") or ()),
        fields=row,
    )


def source_file(document: Mapping[str, Any], folders: Sequence[Path]) -> Path:
    """The file that a document was read from, unchanged since.

    Raises:
        UsageError: if it is in none of the folders, or is another file now.
    """
    name = str(document["file"])
    found = [path for folder in folders if (path := folder / name).is_file() and _inside(path, folder)]
    if not found:
        looked = ", ".join(str(folder) for folder in folders)
        raise UsageError(
            f"the source of {document['document_id']} is not in {looked}",
            file=name,
            remedy="Name the collection's folder with --sources",
        )
    same: Path | None = next((path for path in found if file_sha256(path) == document["sha256"]), None)
    if same is None:
        raise UsageError(
            "the source has changed since it was read (sha256 differs), so the place may be another now",
            file=str(found[0]),
            remedy="Run again and look the id up anew, or put the old file back",
        )
    return same


def _inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
