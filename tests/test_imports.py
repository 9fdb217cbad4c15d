"""Imports go one way: flows, then extractors, quality and publishers, then schemas; two libraries have one place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "extractors", "schemas", "quality", "publishers")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))

# Records, errors and units are plain values that every package may know.
VALUES = (
    "extractors.errors",
    "extractors.records",
    "extractors.identity",
    "extractors.document",
    "extractors.targets.units",
)
ALLOWED = {
    "flows": PACKAGES,
    "extractors": ("extractors",),
    "quality": ("quality", "schemas"),
    "publishers": ("publishers", "schemas"),
    "schemas": ("schemas",),
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_downwards_only(package: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in MODULES
        if path.is_relative_to(ROOT / package)
        for name in sorted(imported(path))
        if name.split(".")[0] in PACKAGES and name.split(".")[0] not in ALLOWED[package] and name not in VALUES
    ]
    assert not wrong


@pytest.mark.parametrize(("library", "home"), [("prefect", "flows"), ("great_expectations", "quality")])
def test_a_library_has_one_home(library: str, home: str) -> None:
    users = {
        path.relative_to(ROOT).parts[0] for path in MODULES for name in imported(path) if name.split(".")[0] == library
    }
    assert users <= {home}


def test_nothing_in_the_packages_reads_the_reference_material() -> None:
    assert not [path for path in MODULES if "../shared" in path.read_text(encoding="utf-8")]


def test_modules_stay_small() -> None:
    too_long = {str(p.relative_to(ROOT)): n for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert not too_long
