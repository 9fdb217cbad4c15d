"""Editions are compared whichever of them a run reads, and their facts stay what they were."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.outcome import RunOutcome
from flows.settings import RunSettings

Describe = Callable[..., Path]
Quick = Callable[..., RunOutcome]

CHINESE = """# 柳县国民经济和社会发展第十四个五年规划纲要

## 第一章 道路

到2025年，新建农村公路120公里。

## 第二章 水

到2025年，污水处理率达到95%。
"""


@pytest.fixture
def settings(folder: Path, output: Path, describe: Describe) -> RunSettings:
    describe("en", translation_of="zh", authority="translation")
    describe("zh", CHINESE, suffix=".md", language=["zh"], authority="official", title="柳县规划纲要")
    return RunSettings((folder,), output)


def rows(outcome: RunOutcome, dataset: str) -> list[dict[str, Any]]:
    assert outcome.path is not None
    found: list[dict[str, Any]] = pq.read_table(Path(outcome.path, "data", f"{dataset}.parquet")).to_pylist()
    return found


def facts(outcome: RunOutcome) -> dict[str, set[tuple[str, bool]]]:
    """Documents and whether their row counts, by fact, of facts that several rows have."""
    found: dict[str, set[tuple[str, bool]]] = {}
    for row in rows(outcome, "numeric_targets"):
        found.setdefault(row["fact_id"], set()).add((row["document_id"], row["is_primary"]))
    return {fact: members for fact, members in found.items() if len(members) > 1}


def dangling(outcome: RunOutcome) -> list[dict[str, Any]]:
    ids = {row["target_id"] for row in rows(outcome, "numeric_targets")}
    links = [row for row in rows(outcome, "crosswalk") if row["link_kind"] == "target"]
    return [row for row in links if not {row["left_id"], row["right_id"]} <= ids]


def test_the_official_row_is_the_one_to_count(settings: RunSettings, quick: Quick) -> None:
    found = facts(quick(settings))
    assert len(found) == 2
    assert all(members == {("zh", True), ("en", False)} for members in found.values())


def test_only_compares_with_the_editions_that_it_leaves_alone(
    settings: RunSettings, folder: Path, quick: Quick
) -> None:
    quick(settings)
    text = folder / "en.txt"
    text.write_text(text.read_text().replace("will reach 95%", "will exceed 95%"))
    outcome = quick(replace(settings, only=("en",)))
    told = [row for row in rows(outcome, "discrepancies") if row["check"] in ("edition_comparator", "edition_limit")]
    assert [(row["document_id"], row["other_document_id"]) for row in told] == [("en", "zh")]
    assert dangling(outcome) == []
    assert quick(settings).unchanged


def test_an_edition_that_fails_changes_no_fact(settings: RunSettings, folder: Path, quick: Quick) -> None:
    before = facts(quick(settings))
    (folder / "zh.md").write_bytes(b"\x00\x01\x02")
    outcome = quick(settings)
    assert outcome.failures
    assert facts(outcome) == before
    assert dangling(outcome) == []


def test_links_to_rows_that_are_gone_go_too_when_the_store_is_lost(
    settings: RunSettings, folder: Path, quick: Quick
) -> None:
    quick(settings)
    shutil.rmtree(settings.state / "parts")
    text = folder / "en.txt"
    text.write_text(text.read_text().replace("build 120", "pave 77"))
    outcome = quick(replace(settings, only=("en",)))
    links = [row for row in rows(outcome, "crosswalk") if row["link_kind"] == "target"]
    assert len(links) == 1
    assert dangling(outcome) == []
