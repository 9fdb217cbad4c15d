"""Reading one document in a worker process, whatever becomes of that process."""

from __future__ import annotations

from extractors.errors import ReadError
from flows.lanes import Lanes
from flows.limiting import limits_told
from flows.parts import PartMeta, PartStore
from flows.progress import heard_by
from flows.worker import Failure, Job, read_document
from publishers.storage import writing


def read_in_lane(job: Job, lanes: Lanes, seconds: float) -> PartMeta | Failure:
    """Read a document, or take its part from the store; tells the listener how it went.

    Raises:
        UsageError: if the output cannot take the part.
    """
    known = PartStore(job.store).find(job.key)
    if known:
        heard_by().done(job.source.id, _with_reason("unchanged", known), failed=False)
        return known
    result = _read(job, lanes, seconds)
    if isinstance(result, Failure):
        heard_by().done(job.source.id, result.message, failed=True)
    else:
        said = f"{result.outcome}, {sum(result.rows.values()):,} rows"
        heard_by().done(job.source.id, _with_reason(said, result), failed=False)
    return result


def _with_reason(said: str, part: PartMeta) -> str:
    """How it went, and what of the document is missing."""
    return f"{said}; {part.outcome_message}" if part.outcome_message else said


def _read(job: Job, lanes: Lanes, seconds: float) -> PartMeta | Failure:
    try:
        with writing(job.store), limits_told(job.source.file, seconds, lanes.megabytes):
            return lanes.run(seconds, read_document, job)
    except ReadError as error:
        return Failure(job.source.id, error.outcome, str(error))
