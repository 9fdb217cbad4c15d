from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import flows.reading
from flows.outcome import RunOutcome
from flows.run import run
from flows.settings import RunSettings
from flows.worker import Job

Describe = Callable[..., Path]


def die_on_b(job: Job) -> object:
    from flows.worker import read_document

    if job.source.id == "b":
        os.abort()
    return read_document(job)


def test_a_document_that_kills_its_worker_fails_alone(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        describe(name)
    monkeypatch.setattr(flows.reading, "read_document", die_on_b)
    outcome = run(RunSettings((folder,), output, workers=2))  # `quick` is asked for: it spares the checks
    assert [f.document_id for f in outcome.failures] == ["b"]
    assert "process that read it died" in outcome.failures[0].message
    assert outcome.version == "1.0.0"


def test_a_document_that_takes_too_long_fails_alone(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome]
) -> None:
    describe("a")
    outcome = run(RunSettings((folder,), output, time_limit=0.001))
    assert [f.outcome for f in outcome.failures] == ["timed_out"]
    assert "--time-limit" in outcome.failures[0].message
