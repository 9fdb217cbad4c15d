"""What a run is going to do: which documents are read, which fail before they are opened, which keep their rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.errors import UsageError
from flows.code_identity import code_hash
from flows.collection import Collection, Entry, Problem, read_collections
from flows.parts import part_key
from flows.settings import RunSettings
from flows.worker import Failure, Job


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run is going to do.

    Attributes:
        collection: All documents and what hinders others.
        jobs: Documents to be read, by id.
        refused: Documents that are not opened, and why.
        kept: Documents that are left alone and keep the rows of the last release (with `--only`).
        reported: Broken descriptions whose file name is the id of a sound document elsewhere: told, no more.
    """

    collection: Collection
    jobs: tuple[Job, ...]
    refused: tuple[Failure, ...]
    kept: tuple[str, ...]
    reported: tuple[Failure, ...] = ()

    @property
    def entries(self) -> dict[str, Entry]:
        """The collection's documents with a sound description by id, those among them that cannot be opened."""
        return {entry.source.id: entry for entry in (*self.collection.entries, *self.collection.described)}


def make_plan(settings: RunSettings) -> RunPlan:
    """Read the collections and decide what to do with each document.

    Raises:
        UsageError: if a collection is not usable, the output lies in one, or `only` names no document of it.
    """
    _check_output(settings)
    collection = read_collections(settings.sources)
    _check_only(settings.only, collection)
    jobs: list[Job] = []
    refused: list[Failure] = []
    kept: list[str] = []
    for entry in collection.entries:
        if settings.only and entry.source.id not in settings.only:
            kept.append(entry.source.id)
        elif (too_large := _too_large(entry, settings)) is not None:
            refused.append(too_large)
        else:
            jobs.append(job_of(entry, settings))
    sound = {entry.source.id for entry in collection.entries}
    reported: list[Failure] = []
    for name in sorted({p.document_id for p in collection.problems}):
        failure = Failure(name, "failed", _in_one(p for p in collection.problems if p.document_id == name))
        if name in sound:
            reported.append(failure)
        elif settings.only and name not in settings.only:
            kept.append(name)
        else:
            refused.append(failure)
    refused.sort(key=lambda f: f.document_id)
    return RunPlan(collection, tuple(jobs), tuple(refused), tuple(sorted(kept)), tuple(reported))


def _in_one(problems: Iterable[Problem]) -> str:
    return " ".join(f"{problem}." if not str(problem).endswith(".") else str(problem) for problem in problems)


def _check_output(settings: RunSettings) -> None:
    """An output inside a collection would be taken for documents, and documents for releases."""
    output = settings.output.resolve()
    for folder in settings.sources:
        if output.is_relative_to(folder.resolve()):
            remedy = "Choose an --output beside it"
            raise UsageError(f"the output lies in the collection {folder}", file=str(settings.output), remedy=remedy)


def _check_only(only: tuple[str, ...], collection: Collection) -> None:
    known = {e.source.id for e in collection.entries} | {p.document_id for p in collection.problems}
    unknown = sorted(set(only) - known)
    if unknown:
        remedy = "`guihua sources DIR` lists the ids of a collection"
        raise UsageError(f"--only names {', '.join(unknown)}, which no collection has", remedy=remedy)


def _too_large(entry: Entry, settings: RunSettings) -> Failure | None:
    """Refuse what would fill the memory, before it is opened."""
    is_pdf = entry.path.suffix.lower() == ".pdf"
    limit, option = (settings.max_pdf_mb, "--max-pdf-mb") if is_pdf else (settings.max_text_mb, "--max-text-mb")
    megabytes = (entry.found.bytes or 0) / 1e6
    if megabytes <= limit:
        return None
    what = (
        f"{entry.source.file}: the file has {megabytes:.1f} MB, more than the {limit:g} MB that are read. "
        f"Split it, or raise the limit with {option}"
    )
    return Failure(entry.source.id, "too_large", what)


def job_of(entry: Entry, settings: RunSettings) -> Job:
    """What reading a document takes, its part's key among it."""
    chosen = {} if settings.reader == "auto" else {"reader": settings.reader}
    # A file that is not there has no hash, and no part in the store either.
    sha256, size, store = entry.found.sha256 or "", entry.found.bytes or 0, settings.state / "parts"
    key = part_key(entry.source, sha256, code_hash(), chosen)
    return Job(entry.source, entry.path, sha256, size, key, store, settings.reader)
