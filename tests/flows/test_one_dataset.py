"""What is extracted of one dataset is what the whole extraction has of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.pipeline import DATASETS, Extraction, extract
from extractors.source import Source
from flows.engines import read_with

TEXT = """Outline of the Five-Year Plan of Willow County (2021-2025)

Chapter 1 Roads

We will build the the "ring road" (“环路”) of 120 kilometers by 2025.

Chapter 1 Water

The rate of treated waste water will reach 95%.
"""
SOURCE = Source("willow", "Willow", "w.txt", ("en",), "plan_outline", "unknown", "full", "CC0-1.0")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Extraction]:
    path = tmp_path_factory.mktemp("one") / "w.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path, extract(read_with(path, "auto"), SOURCE)


@pytest.mark.parametrize("dataset", DATASETS)
def test_one_dataset_is_as_in_the_whole(dataset: str, whole: tuple[Path, Extraction]) -> None:
    path, all_of_it = whole
    assert extract(read_with(path, "auto"), SOURCE, only=dataset).rows[dataset] == all_of_it.rows[dataset]


def test_the_whole_has_terms_and_contradictions(whole: tuple[Path, Extraction]) -> None:
    assert whole[1].rows["glossary"]
    assert whole[1].rows["discrepancies"]
