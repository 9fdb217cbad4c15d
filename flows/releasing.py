"""From parts to a release: assemble, validate, refuse or publish."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extractors.errors import UsageError
from flows.assembly import assemble, coverage, quarantined_keys
from flows.code_identity import code_hash, extractor_version
from flows.crossing import cross
from flows.errors import ReleaseRefusedError
from flows.keeping import has_kept, keep_last_rows, kept_texts
from flows.outcome import DatasetCount, DocumentFailure, RunOutcome
from flows.parts import PARTLY_READ, PartMeta, PartStore
from flows.plan import RunPlan
from flows.progress import heard_by
from flows.settings import RunSettings
from flows.worker import Failure
from publishers import catalog
from publishers.release import publish
from quality.accuracy import measure
from quality.report import report
from quality.validation import validate_added, validate_all
from schemas.contract import load_all

if TYPE_CHECKING:
    from quality.validation import ReleaseValidation


def release(settings: RunSettings, plan: RunPlan, parts: Sequence[PartMeta], failures: Sequence[Failure]) -> RunOutcome:
    """Publish what was read, if it may be published and differs from the last release.

    Args:
        settings: What the run was told.
        plan: What it was going to do.
        parts: What was read.
        failures: Documents that gave nothing, those of the plan among them.

    Raises:
        ReleaseRefusedError: if a dataset as a whole is broken, or rows got lost on the way.
        UsageError: if the output cannot be written, or its last release is damaged.
    """
    last = catalog.latest(settings.output)
    if last is None and not parts:
        return _nothing_read(plan, failures)
    heard_by().step("validating")
    store = PartStore(settings.state / "parts")
    fresh = assemble(plan, parts, failures, store)
    checked = validate_all(fresh)
    tables = _validated(checked, parts, failures, plan)
    tables = keep_last_rows(tables, failures, plan.kept, last)
    heard_by().step("comparing editions")
    crossed = cross(settings, plan, parts, tables)
    validation = validate_added(checked, crossed.tables, crossed.added)
    tables = validation.tables
    outcome = _outcome(plan, parts, failures, tables)
    _refuse_if_broken(validation, outcome)
    _refuse_if_lost(fresh, checked, outcome)
    if settings.dry_run:
        return replace(outcome, dry_run=True)
    accuracy = [m for folder in settings.sources for m in measure(tables, folder / "truth")]
    heard_by().step("publishing")
    texts = {part.document_id: store.text(part.key) for part in parts} | kept_texts(plan.kept, last)
    published = publish(
        tables,
        texts,
        settings.output,
        released_at=_moment().isoformat(timespec="seconds"),
        settings={"for_own_use": settings.for_own_use},
        code_version=f"{extractor_version()}+{code_hash()[:12]}",
        checks=_checks(validation),
        quality=report(tables, validation.checks, [asdict(m) for m in accuracy]),
        for_own_use=settings.for_own_use,
    )
    return replace(
        outcome,
        version=published.version,
        path=str(published.path),
        unchanged=not published.changed,
        reason=published.reason,
        accuracy=tuple(accuracy),
    )


def _moment() -> datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH gives for releases that are to be the same in every byte.

    Raises:
        UsageError: if that is no moment.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        remedy = "Give whole seconds since 1970, or leave it out"
        raise UsageError(f"SOURCE_DATE_EPOCH cannot be {given!r}", remedy=remedy) from error


def _validated(
    validation: ReleaseValidation, parts: Sequence[PartMeta], failures: Sequence[Failure], plan: RunPlan
) -> dict[str, pa.Table]:
    """The rows that passed, the quarantine, and the account of coverage that knows of it."""
    entries = plan.entries
    failed = [f.document_id for f in failures if f.document_id in entries]
    account = coverage(parts, failed, quarantined_keys(validation.tables["quarantine"]))
    return {**validation.tables, "coverage": account}


def _refuse_if_broken(validation: ReleaseValidation, outcome: RunOutcome) -> None:
    """The gate: a broken dataset refuses the release."""
    if not validation.may_be_published:
        first, *more = validation.failures
        others = "".join(f" Also: {f.message}." for f in more)
        message = f"the release is refused: {first.message}"
        raise ReleaseRefusedError(message, outcome=outcome, remedy=f"{first.remedy}.{others}")


def _refuse_if_lost(fresh: Mapping[str, pa.Table], validation: ReleaseValidation, outcome: RunOutcome) -> None:
    """Rows from the extractors that are neither published nor in quarantine refuse the release."""
    quarantined = quarantined_keys(validation.tables["quarantine"])
    for name, table in fresh.items():
        passed, held = validation.tables[name].num_rows, len(quarantined.get(name, ()))
        if name != "quarantine" and table.num_rows != passed + held:
            raise ReleaseRefusedError(
                f"the release is refused: {name} had {table.num_rows} rows from the extractors, of which {passed} "
                f"passed and {held} are in quarantine",
                outcome=outcome,
                remedy="Rows got lost on the way, a defect of the program; please report it",
            )


def _nothing_read(plan: RunPlan, failures: Sequence[Failure]) -> RunOutcome:
    """What a first run ends with that has nothing to publish."""
    return RunOutcome(datasets=(), failures=_failures(plan, failures, set()), nothing_read=True)


def _failures(plan: RunPlan, failures: Sequence[Failure], kept: Container[str]) -> tuple[DocumentFailure, ...]:
    """All failures by id; the rows of those that are kept stand in."""
    failed = sorted((*failures, *plan.reported), key=lambda f: f.document_id)
    return tuple(DocumentFailure(f.document_id, f.outcome, f.message, rows_kept=f.document_id in kept) for f in failed)


def _outcome(
    plan: RunPlan, parts: Sequence[PartMeta], failures: Sequence[Failure], tables: Mapping[str, pa.Table]
) -> RunOutcome:
    held = Counter({name: len(keys) for name, keys in quarantined_keys(tables["quarantine"]).items()})
    kept = has_kept(tables["documents"])
    return RunOutcome(
        datasets=tuple(DatasetCount(name, tables[name].num_rows, held[name]) for name in load_all()),
        failures=_failures(plan, failures, kept),
        partly_read=tuple(
            DocumentFailure(part.document_id, part.outcome, part.outcome_message or "no reason is known")
            for part in sorted(parts, key=lambda p: p.document_id)
            if part.outcome == PARTLY_READ
        ),
        read=len(parts),
    )


def _checks(validation: ReleaseValidation) -> dict[str, Any]:
    """A summary for release.json; `quality/` has the whole."""
    checks = validation.checks
    return {
        "rules": len(checks),
        "passed": sum(1 for c in checks if c.passed),
        "warnings": sorted(f"{c.dataset}: {c.rule}" for c in checks if not c.passed and c.severity == "warning"),
    }
