"""A document that was read, and in which nothing was found, says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from flows.outcome import RunOutcome
from flows.settings import RunSettings
from flows.worker import NOTHING_FOUND

Describe = Callable[..., Path]


def test_a_text_without_content_says_so_and_others_do_not(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome]
) -> None:
    describe("junk", "junk", suffix=".md")
    describe("plan")
    outcome = quick(RunSettings((folder,), output))
    assert outcome.exit_code == 0
    assert outcome.path is not None
    rows = pq.read_table(Path(outcome.path, "data", "documents.parquet")).to_pylist()
    said = {row["document_id"]: (row["outcome"], row["outcome_message"]) for row in rows}
    assert said == {"junk": ("read", NOTHING_FOUND), "plan": ("read", None)}
