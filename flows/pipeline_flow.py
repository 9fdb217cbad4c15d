"""The Prefect flow: the steps of `flows.run` with a task for each document, paths and hashes between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import as_completed
from prefect.task_runners import ThreadPoolTaskRunner

from flows.failing import still_stop_on_signals
from flows.outcome import RunOutcome
from flows.parts import PartMeta
from flows.run import carry_out, prepared
from flows.settings import MAX_PDF_MB, MAX_TEXT_MB, MEMORY_LIMIT_MB, TIME_LIMIT, RunSettings
from flows.worker import Failure, Job


def _read_as_tasks(
    jobs: Sequence[Job], read: Callable[[Job], PartMeta | Failure], _workers: int
) -> Iterator[PartMeta | Failure]:
    """One task a document, on threads that wait for our own worker processes."""
    reading = {job.source.id: job for job in jobs}

    # The cache is our own (flows.parts): Prefect's does not see helper code or library versions.
    @task(name="read document", task_run_name="read {document_id}", cache_policy=NO_CACHE, persist_result=False)
    def read_document_task(document_id: str, sha256: str) -> PartMeta | Failure:
        return read(reading[document_id])

    in_order = sorted(jobs, key=lambda job: (-job.bytes, job.source.id))
    futures = [read_document_task.submit(job.source.id, job.sha256) for job in in_order]
    for future in as_completed(futures):
        yield future.result()


_RUNNER: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=32)


# So many threads at most wait for a worker process; the processes are what limits the work.
@flow(name="guihua", task_runner=_RUNNER, persist_result=False)  # type: ignore[arg-type]  # invariant in its stubs
def release_collections(
    sources: list[str],
    output: str,
    workers: int | None = None,
    only: list[str] | None = None,
    for_own_use: bool = False,
    dry_run: bool = False,
    max_text_mb: float = MAX_TEXT_MB,
    max_pdf_mb: float = MAX_PDF_MB,
    time_limit: float = TIME_LIMIT,
    memory_limit_mb: float = MEMORY_LIMIT_MB,
    reader: str = "auto",
) -> RunOutcome:
    """Read collections and publish a release; the parameters are the options of `guihua run`."""
    settings = RunSettings(
        tuple(Path(folder) for folder in sources),
        Path(output),
        workers,
        tuple(only or ()),
        for_own_use,
        dry_run,
        max_text_mb,
        max_pdf_mb,
        time_limit,
        memory_limit_mb,
        reader,
    )
    still_stop_on_signals()
    with prepared(settings) as plan:
        return carry_out(settings, plan, _read_as_tasks)


def parameters(settings: RunSettings) -> dict[str, Any]:
    """The flow's parameters for these settings, as JSON takes them."""
    return {
        **asdict(settings),
        "sources": [str(folder) for folder in settings.sources],
        "output": str(settings.output),
        "only": list(settings.only),
    }


def run(settings: RunSettings) -> RunOutcome:
    """Run the flow here and now.

    Raises:
        UsageError: if a collection or the output is not usable.
        OutputHeldError: if another run holds the output.
        ReleaseRefusedError: if the gate refuses the release.
    """
    outcome: RunOutcome = release_collections(**parameters(settings))
    return outcome
