"""Reading one document in a worker process, whatever becomes of that process."""

from __future__ import annotations

from flows.lanes import Lanes, WorkerDiedError, WorkerTooLargeError, WorkerTooSlowError
from flows.parts import PartMeta, PartStore
from flows.progress import heard_by
from flows.worker import MEMORY_REMEDY, Failure, Job, read_document
from publishers.storage import writing


def read_in_lane(job: Job, lanes: Lanes, seconds: float) -> PartMeta | Failure:
    """Read a document, or take its part from the store; tells the listener how it went.

    Raises:
        UsageError: if the output cannot take the part.
    """
    known = PartStore(job.store).find(job.key)
    if known:
        heard_by().done(job.source.id, "unchanged", failed=False)
        return known
    result = _read(job, lanes, seconds)
    if isinstance(result, Failure):
        heard_by().done(job.source.id, result.message, failed=True)
    else:
        heard_by().done(job.source.id, f"{result.outcome}, {sum(result.rows.values()):,} rows", failed=False)
    return result


def _read(job: Job, lanes: Lanes, seconds: float) -> PartMeta | Failure:
    name, file = job.source.id, job.source.file
    try:
        with writing(job.store):
            return lanes.run(seconds, read_document, job)
    except WorkerTooSlowError:
        what = f"{file}: reading it took more than {seconds:g} s. Look into the file, or raise --time-limit"
        return Failure(name, "timed_out", what)
    except WorkerTooLargeError:
        what = f"{file}: reading it took more than {lanes.megabytes:g} MB of memory. {MEMORY_REMEDY}"
        return Failure(name, "out_of_memory", what)
    except WorkerDiedError as died:
        what = (
            f"{file}: the process that read it died ({died}). "
            "Look for what ended it (memory, a limit), try another --reader, or run again"
        )
        return Failure(name, "failed", what)
