"""The links between sentences of the reference excerpt do not fall; benchmarks/alignment.py prints them for people."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="module")
def alignment() -> ModuleType:
    spec = importlib.util.spec_from_file_location("alignment", PROJECT / "benchmarks" / "alignment.py")
    if spec is None or spec.loader is None:
        pytest.fail("benchmarks/alignment.py is gone")
    module = importlib.util.module_from_spec(spec)
    sys.modules["alignment"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def test_sentence_links_reach_their_floor(alignment: ModuleType) -> None:
    if not SHARED.is_dir():
        if os.environ.get("GUIHUA_REQUIRE_SHARED") == "1":
            pytest.fail("the reference documents must be beside the project (GUIHUA_REQUIRE_SHARED=1)")
        pytest.skip("the reference documents are not beside the project")
    figure = alignment.sentence_links()
    assert figure.score.true > 40
    assert alignment.shortfalls([figure]) == []


def test_a_figure_under_its_floor_is_named(alignment: ModuleType) -> None:
    worse = alignment.Figure("links", alignment.Score(right=8, found=10, true=10), 0.95)
    assert alignment.shortfalls([worse]) == ["links: F1 0.8000 is below 0.95"]


def test_passages_are_counted_as_links_between_single_sentences(alignment: ModuleType) -> None:
    true = {("甲。", "A."), ("甲。", "B."), ("乙。", "C.")}
    assert alignment.links_of([("甲。", "A. B."), ("乙。", "C.")], true) == true
    assert alignment.links_of([("甲。乙。", "A.")], true) == {("甲。", "A."), ("乙。", "A.")}
    assert alignment.links_of([("丙。", "D.")], true) == set()


def test_every_sentence_of_a_made_text_is_paired(alignment: ModuleType) -> None:
    assert alignment.cost(3).paired == 1.0
