"""The figures of the reference documents do not fall; benchmarks/accuracy.py prints them for people."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"

pytestmark = pytest.mark.xdist_group("reference_release")


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", PROJECT / "benchmarks" / "accuracy.py")
    if spec is None or spec.loader is None:
        pytest.fail("benchmarks/accuracy.py is gone")
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def answer(accuracy: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if not SHARED.is_dir():
        if os.environ.get("GUIHUA_REQUIRE_SHARED") == "1":
            pytest.fail("the reference documents must be beside the project (GUIHUA_REQUIRE_SHARED=1)")
        pytest.skip("the reference documents are not beside the project")
    release = accuracy.make_release(tmp_path_factory.mktemp("reference"), with_prefect=False)
    scored: dict[str, Any] = accuracy.score(release)
    return scored


def test_every_figure_reaches_its_floor(accuracy: ModuleType, answer: dict[str, Any]) -> None:
    assert accuracy.shortfalls(answer) == []


def test_a_figure_over_its_ceiling_is_named(accuracy: ModuleType, answer: dict[str, Any]) -> None:
    worse = {**answer, "repairs": {**answer["repairs"], "touched_lookalikes": 0.2}}
    assert any(line.startswith("look-alikes touched") for line in accuracy.shortfalls(worse))


def test_a_figure_under_its_floor_is_named(accuracy: ModuleType, answer: dict[str, Any]) -> None:
    worse = {**answer, "repairs": {**answer["repairs"], "right_defects": 0.1}}
    assert any(line.startswith("repairs right") for line in accuracy.shortfalls(worse))
