"""The package names each file with its hash, its fields and where it comes from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pyarrow as pa
import pytest
from publishers_tables import document, tables

from extractors.errors import UsageError
from publishers.datapackage import primary_keys
from publishers.release import Published
from schemas.contract import load_all

Release = Callable[..., Published]


def test_each_dataset_is_a_resource_in_both_formats(release: Release, some: dict[str, pa.Table]) -> None:
    path = release(some).path
    resources = {r["name"]: r for r in json.loads((path / "datapackage.json").read_text())["resources"]}
    assert len(resources) == 2 * len(some)
    for resource in resources.values():
        content = (path / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
    fields = {f["name"]: f["type"] for f in resources["numeric_targets"]["schema"]["fields"]}
    assert (fields["value"], fields["regions"]) == ("number", "array")
    assert "apostrophe" in resources["numeric_targets"]["description"]
    assert resources["numeric_targets-parquet"]["format"] == "parquet"


def test_foreign_keys_name_resources_of_the_package(release: Release, some: dict[str, pa.Table]) -> None:
    package = json.loads((release(some).path / "datapackage.json").read_text())
    names = {r["name"] for r in package["resources"]} | {""}
    keys = [k for r in package["resources"] for k in r["schema"].get("foreignKeys", [])]
    assert keys
    assert {k["reference"]["resource"] for k in keys} <= names


def test_sources_licences_and_version_are_told(release: Release) -> None:
    made = tables(documents=[document("a", "facts", url="https://example.org/a", title="Plan", licence="unclear")])
    package = json.loads((release(made).path / "datapackage.json").read_text())
    assert (package["name"], package["version"], package["redistribution"]) == ("guihua", "1.0.0", "allowed")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["sources"] == [
        {
            "title": "Plan",
            "path": "https://example.org/a",
            "id": "a",
            "sha256": "0" * 64,
            "licence": "unclear",
            "redistribution": "facts",
        }
    ]


def test_the_keys_of_a_release_can_be_read_back(release: Release, some: dict[str, pa.Table]) -> None:
    path = release(some).path
    assert primary_keys(path) == {name: list(d.primary_key) for name, d in load_all().items()}
    (path / "datapackage.json").write_text("{")
    with pytest.raises(UsageError, match=r"datapackage\.json"):
        primary_keys(path)
