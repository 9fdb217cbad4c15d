"""Links between the reference editions do not get worse; benchmarks/alignment.py prints the figures for people."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="module")
def figures() -> Iterator[ModuleType]:
    if not SHARED.is_dir():
        if os.environ.get("GUIHUA_REQUIRE_SHARED") == "1":
            pytest.fail("the reference documents must be beside the project (GUIHUA_REQUIRE_SHARED=1)")
        pytest.skip("the reference documents are not beside the project")
    folder = str(PROJECT / "benchmarks")
    sys.path.insert(0, folder)
    try:
        spec = importlib.util.spec_from_file_location("edition_targets", PROJECT / "benchmarks" / "edition_targets.py")
        if spec is None or spec.loader is None:
            pytest.fail("benchmarks/edition_targets.py is gone")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(folder)


def test_statements_of_both_editions_are_linked(figures: ModuleType) -> None:
    right, found, true = figures.target_pairs()
    assert true == 97
    assert 2 * right / (found + true) >= 0.95


def test_every_known_disagreement_on_a_number_is_told(figures: ModuleType) -> None:
    _right, true, missing = figures.contradictions()
    assert true == 15
    assert missing == []
