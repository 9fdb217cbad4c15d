"""May a release be published: every dataset, its pages, the references between them, and what coverage promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from extractors.errors import ContractError
from quality.dataset import CheckResult, Failure, Validation, validate
from quality.legibility import LEGIBLE, hold_illegible
from quality.references import settle
from quality.rules import rules
from schemas.arrow import table as arrow_table
from schemas.contract import load, load_all

__all__ = ["CheckResult", "Failure", "ReleaseValidation", "Validation", "validate", "validate_all"]

_HELD_BY = {
    "number": ("numeric_targets", "indicators"),
    "box": ("boxes",),
    "table": ("tables",),
    "heading": ("sections",),
    "page": ("pages",),
}
"""The datasets in which what coverage counts as published must be found."""


@dataclass(frozen=True)
class ReleaseValidation:
    """All datasets of a release, checked.

    Attributes:
        tables: Rows that may be published, by dataset; `quarantine` holds those that may not.
        failures: Why the release is refused; empty if it is not.
        checks: What every rule found.
    """

    tables: dict[str, pa.Table]
    failures: tuple[Failure, ...]
    checks: tuple[CheckResult, ...]

    @property
    def may_be_published(self) -> bool:
        """Whether nothing refuses the release."""
        return not self.failures


def validate_all(tables: Mapping[str, pa.Table]) -> ReleaseValidation:
    """Check the tables of a release; a dataset that is not given counts as empty.

    Rows that `quarantine` holds already stay in it.

    Raises:
        ContractError: A table has the name of no dataset.
    """
    contracts = load_all()
    unknown = sorted(tables.keys() - contracts.keys())
    if unknown:
        raise ContractError(f"no dataset {', '.join(unknown)}", remedy=f"There are {', '.join(contracts)}")
    validations = {name: validate(name, tables.get(name, arrow_table(name, []))) for name in contracts}
    validations = settle(contracts, hold_illegible(contracts, validations))
    passed = {name: v.passed for name, v in validations.items()}
    passed["quarantine"] = _quarantine(validations)
    failures = [f for v in validations.values() for f in v.dataset_failures]
    failures += _vanished(passed)
    return ReleaseValidation(passed, tuple(failures), tuple(c for v in validations.values() for c in v.checks))


def validate_added(
    before: ReleaseValidation, tables: Mapping[str, pa.Table], added: Mapping[str, pa.Table]
) -> ReleaseValidation:
    """Check rows that come to checked tables: what was found by comparing them.

    Args:
        before: What was found of the rows that are there.
        tables: What is to be published without the new rows.
        added: New rows by dataset, whose keys are none of those that are there.

    Returns:
        The tables with the rows that passed, failures and checks of both.
    """
    contracts = {name: dataset for name, dataset in load_all().items() if name in added}
    found = {name: validate(name, added[name]) for name in contracts}
    pages = Validation(tables["pages"], arrow_table("quarantine", []), arrow_table("pages", []), (), ())
    held = hold_illegible({**contracts, "pages": load_all()["pages"]}, {**found, "pages": pages})
    found = {name: held[name] for name in contracts}
    out = {
        name: pa.concat_tables([rows, found[name].passed]) if name in found else rows for name, rows in tables.items()
    }
    out["quarantine"] = _quarantine({"quarantine": replace(pages, passed=out["quarantine"]), **found})
    filled = {(f.dataset, f.rule) for f in before.failures if _filled(f, out)}
    failures = [f for f in before.failures if (f.dataset, f.rule) not in filled]
    failures += [f for v in found.values() for f in v.dataset_failures]
    checks = [
        replace(c, rows=len(out[c.dataset]), passed=True) if (c.dataset, c.rule) in filled else c for c in before.checks
    ]
    return ReleaseValidation(out, tuple(failures), _merged(checks, [c for v in found.values() for c in v.checks]))


def _filled(failure: Failure, tables: Mapping[str, pa.Table]) -> bool:
    """Whether a dataset that had too few rows, as nothing was read, has enough by those of the last release."""
    wanted = [r for r in rules(load(failure.dataset)) if r.name == failure.rule and r.type == "row_count"]
    return any(len(tables[failure.dataset]) >= rule.parameters["minimum"] for rule in wanted)


def _merged(before: Sequence[CheckResult], added: Sequence[CheckResult]) -> tuple[CheckResult, ...]:
    """One result a rule, over the rows of both."""
    more = {(check.dataset, check.rule): check for check in added}
    result = []
    for check in before:
        new = more.pop((check.dataset, check.rule), None)
        if new:
            rows, failing = check.rows + new.rows, check.failing + new.failing
            check = replace(check, rows=rows, failing=failing, passed=check.passed and new.passed)
        result.append(check)
    return (*result, *more.values())


def _quarantine(validations: Mapping[str, Validation]) -> pa.Table:
    rows = pa.concat_tables([validations["quarantine"].passed, *(v.quarantined for v in validations.values())])
    return rows.sort_by([(name, "ascending") for name in ("dataset", "row_id", "expectation")])


def _vanished(passed: Mapping[str, pa.Table]) -> list[Failure]:
    """Datasets that are empty although coverage says that something was published in them.

    Where rows were read on pages of noise, nothing may be left, and that is no defect of the program.
    """
    failures = []
    quarantine = passed["quarantine"]
    noise = quarantine.filter(pc.equal(quarantine.column("expectation"), LEGIBLE.name))
    illegible = set(noise.column("dataset").to_pylist())
    coverage = passed["coverage"]
    for element, datasets in _HELD_BY.items():
        published = pc.sum(coverage.filter(pc.equal(coverage.column("element"), element)).column("published")).as_py()
        if published and not any(len(passed[d]) or d in illegible for d in datasets):
            names = " and ".join(datasets)
            message = f"{names}: no row is left, and coverage counts {published} of the kind as published"
            failures.append(Failure(datasets[0], "not_vanished", message, "Look at the quarantine and the assembly"))
    return failures
