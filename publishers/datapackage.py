"""datapackage.json: what a release holds, for machines (Data Package, each dataset as CSV and as Parquet)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extractors.errors import UsageError
from publishers.marks import NOT_FOR_REDISTRIBUTION
from publishers.storage import Written

if TYPE_CHECKING:
    from schemas.contract import Dataset

FILE = "datapackage.json"
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 (structure of the data; passages belong to their sources)",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_CSV_NOTE = (
    "A text cell that a spreadsheet could take for a formula has an apostrophe before it; the Parquet file holds it "
    "exactly. Lists and structs are JSON."
)
_DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def package(
    version: str,
    released_at: str,
    mark: str,
    datasets: Mapping[str, Dataset],
    documents: pa.Table,
    files: Sequence[Written],
) -> dict[str, Any]:
    """The package of a release.

    Args:
        version: The release's version.
        released_at: Its ISO 8601 moment.
        mark: Whether it may be redistributed; resources of one that may not say so each.
        datasets: The contracts of all datasets.
        documents: The published rows of `documents`; they are the sources.
        files: The files written so far, among them all of `data/`.
    """
    by_path = {f.path: f for f in files}
    resources = []
    for name in sorted(datasets):
        resources.append(_csv(datasets[name], by_path[f"data/{name}.csv"], mark))
        resources.append(_parquet(datasets[name], by_path[f"data/{name}.parquet"], mark))
    return {
        "name": "guihua",
        "title": "Guihua: five-year plans and other policy documents as open datasets",
        "version": version,
        "created": released_at,
        "redistribution": mark,
        "licenses": [_LICENCE],
        "sources": [_source(row) for row in documents.to_pylist()],
        "resources": resources,
    }


def primary_keys(release: Path) -> dict[str, list[str]]:
    """The key of each dataset as a release's package states it.

    Raises:
        UsageError: The package cannot be read.
    """
    path = release / FILE
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        return {r["name"]: list(r["schema"]["primaryKey"]) for r in resources if r["format"] == "csv"}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            "is damaged", file=str(path), remedy="Restore it from a copy, or move the release and latest.json away."
        ) from error


def _csv(dataset: Dataset, file: Written, mark: str) -> dict[str, Any]:
    from schemas.datapackage import table_schema

    return {
        "name": dataset.name,  # by this name the schemas' foreign keys refer to each other
        "type": "table",
        "title": dataset.title,
        "description": f"{dataset.description} {_CSV_NOTE}",
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        **_bytes(file, mark),
        "schema": table_schema(dataset),
    }


def _parquet(dataset: Dataset, file: Written, mark: str) -> dict[str, Any]:
    from schemas.datapackage import resource

    return {**resource(dataset, file.path), "name": f"{dataset.name}-parquet", **_bytes(file, mark)}


def _bytes(file: Written, mark: str) -> dict[str, Any]:
    marked = {"redistribution": mark} if mark == NOT_FOR_REDISTRIBUTION else {}
    return {"hash": f"sha256:{file.sha256}", "bytes": file.bytes, **marked}


def _source(document: Mapping[str, Any]) -> dict[str, Any]:
    told = {
        "title": document["title"],
        "path": document["url"] or document["archive_url"],
        "id": document["document_id"],
        "sha256": document["sha256"],
        "licence": document["licence"],
        "redistribution": document["redistribution"],
    }
    return {name: value for name, value in told.items() if value is not None}
