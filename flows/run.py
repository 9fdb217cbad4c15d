"""A run's steps, without Prefect: plan, read every document, release. The flow puts tasks around the same steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from contextvars import copy_context

from flows.lanes import Lanes
from flows.outcome import RunOutcome
from flows.output_folder import check_writable, held
from flows.parts import PartMeta
from flows.plan import RunPlan, make_plan
from flows.progress import heard_by
from flows.reading import read_in_lane
from flows.settings import RunSettings
from flows.worker import Failure, Job

ReadAll = Callable[[Sequence[Job], Callable[[Job], PartMeta | Failure], int], Iterable[PartMeta | Failure]]
"""How jobs are read: with which threads or tasks, so many at a time."""


@contextmanager
def prepared(settings: RunSettings) -> Iterator[RunPlan]:
    """Plan a run and hold its output.

    Raises:
        UsageError: if a collection is not usable or the output cannot be written.
        OutputHeldError: if another run holds the output.
    """
    heard_by().step("reading the collection")
    plan = make_plan(settings)
    check_writable(settings.state)
    with held(settings.state):
        yield plan


def carry_out(settings: RunSettings, plan: RunPlan, read_all: ReadAll) -> RunOutcome:
    """Read a plan's documents and release them.

    Raises:
        ReleaseRefusedError: if the gate refuses the release.
        UsageError: if the output cannot be written.
    """
    from flows.releasing import release  # it brings pandas and the engine of the checks

    heard_by().begin(len(plan.jobs) + len(plan.refused))
    for refused in plan.refused:
        heard_by().done(refused.document_id, refused.message, failed=True)
    workers = settings.worker_count(len(plan.jobs))
    with Lanes(workers, settings.memory_limit_mb) as lanes:
        results = list(read_all(plan.jobs, lambda job: read_in_lane(job, lanes, settings.time_limit), workers))
    parts = [result for result in results if isinstance(result, PartMeta)]
    failures = [*plan.refused, *(result for result in results if isinstance(result, Failure))]
    return release(settings, plan, parts, sorted(failures, key=lambda f: f.document_id))


def read_on_threads(
    jobs: Sequence[Job], read: Callable[[Job], PartMeta | Failure], workers: int
) -> Iterator[PartMeta | Failure]:
    """Read jobs with as many threads as there are worker processes, the largest documents first."""
    threads = ThreadPoolExecutor(workers)
    try:
        in_order = sorted(jobs, key=lambda job: (-job.bytes, job.source.id))
        for done in as_completed([threads.submit(copy_context().run, read, job) for job in in_order]):
            yield done.result()
    finally:
        # Without a wait: when a run is broken off, its lanes end the workers that these threads wait for.
        threads.shutdown(wait=False, cancel_futures=True)


def run(settings: RunSettings) -> RunOutcome:
    """Run without Prefect.

    Raises:
        UsageError: if a collection or the output is not usable.
        OutputHeldError: if another run holds the output.
        ReleaseRefusedError: if the gate refuses the release.
    """
    with prepared(settings) as plan:
        return carry_out(settings, plan, read_on_threads)
