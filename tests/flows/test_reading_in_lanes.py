from __future__ import annotations

import os
import time
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


def misbehave(job: Job) -> object:
    """A reader with a document that eats memory, one that hangs, one that crashes in native code, and sound ones."""
    from flows.worker import read_document

    if job.source.id == "eats":
        held = []
        while True:
            held.append(b"x" * 1_000_000)
            time.sleep(0.0005)
    if job.source.id == "hangs":
        time.sleep(600)
    if job.source.id == "crashes":
        os.abort()
    if job.source.id == "asks":
        raise_memory_error(job)
    return read_document(job)


def raise_memory_error(job: Job) -> None:
    import flows.engines

    def read(_path: object, _reader: str) -> object:
        raise MemoryError

    flows.engines.read_with = read  # type: ignore[assignment]


def test_each_limit_costs_one_document_and_says_what_to_do(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("asks", "crashes", "eats", "hangs", "sound", "sound-too"):
        describe(name)
    monkeypatch.setattr(flows.reading, "read_document", misbehave)
    outcome = run(RunSettings((folder,), output, workers=1, time_limit=15, memory_limit_mb=450))
    told = {f.document_id: (f.outcome, f.message) for f in outcome.failures}
    assert {name: said[0] for name, said in told.items()} == {
        "asks": "out_of_memory",
        "crashes": "failed",
        "eats": "out_of_memory",
        "hangs": "timed_out",
    }
    assert "eats.txt: reading it took more than 450 MB of memory. Look into" in told["eats"][1]
    assert "--memory-limit-mb" in told["asks"][1]
    assert "15 s" in told["hangs"][1]
    assert "process that read it died" in told["crashes"][1]
    assert {d.name: d.rows for d in outcome.datasets}["documents"] == 6
