"""May a release be published: every dataset, its pages, the references between them, and what coverage promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from extractors.errors import ContractError
from quality.dataset import CheckResult, Failure, Validation, validate
from quality.legibility import LEGIBLE, hold_illegible
from quality.references import settle
from schemas.arrow import table as arrow_table
from schemas.contract import load_all

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
