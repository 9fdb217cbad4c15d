"""Rows that name rows of other datasets: what happens to them when their parent is in quarantine, or nowhere.

A row whose parent is in quarantine follows it there, or its reference is cleared where the contract says so (a
target without its section is still a target). A row whose parent was never made is a defect of the program: it
refuses the release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from quality.dataset import CheckResult, Failure, Validation, hold
from quality.rules import Rule
from schemas.contract import Dataset, ForeignKey, Severity


def settle(datasets: Mapping[str, Dataset], validations: Mapping[str, Validation]) -> dict[str, Validation]:
    """The validations after every foreign key has been looked at, until no more rows have to follow."""
    settled = dict(validations)
    found: dict[tuple[str, str], _Found] = {}
    moved = True
    while moved:
        moved = False
        for name, dataset in datasets.items():
            for key in dataset.foreign_keys:
                settled[name], now = _settled(dataset, key, settled[name], settled[key.dataset])
                before = found.get((name, _name(key)), _Found())
                found[name, _name(key)] = _Found(before.following + now.following, now.lost)
                moved = moved or now.following > 0
    for name, dataset in datasets.items():
        settled[name] = _reported(dataset, settled[name], found)
    return settled


@dataclass(frozen=True, slots=True)
class _Found:
    """How many rows followed their parent (or were cleared), and the parents that nobody made."""

    following: int = 0
    lost: tuple[str, ...] = ()


def _settled(dataset: Dataset, key: ForeignKey, child: Validation, parent: Validation) -> tuple[Validation, _Found]:
    column = child.passed.column(key.fields[0])
    there, held = parent.passed.column(key.reference[0]), parent.held.column(key.reference[0])
    orphaned = pc.and_(pc.is_valid(column), pc.invert(_among(column, there)))
    if not pc.any(orphaned).as_py():
        return child, _Found()
    following = pc.and_(orphaned, _among(column, held))
    lost = column.filter(pc.and_(orphaned, pc.invert(following)))
    count = pc.sum(following).as_py() or 0
    found = _Found(count, tuple(sorted(set(lost.to_pylist()))))
    if not count:
        return child, found
    if key.broken == "clear":
        index = child.passed.column_names.index(key.fields[0])
        cleared = pc.if_else(following, pa.scalar(None, column.type), column)
        passed = child.passed.set_column(index, child.passed.schema.field(index), cleared)
        return replace(child, passed=passed), found
    return hold(dataset, child, _rule(key), following), found


def _reported(dataset: Dataset, validation: Validation, found: Mapping[tuple[str, str], _Found]) -> Validation:
    checks, failures = list(validation.checks), list(validation.dataset_failures)
    rows = len(validation.passed) + len(validation.held)
    for key in dataset.foreign_keys:
        what = found[dataset.name, _name(key)]
        failing = what.following + len(what.lost)
        words = f"{key.fields[0]} names a row of {key.dataset}."
        severity: Severity = "error" if key.broken == "quarantine" or what.lost else "warning"
        checks.append(CheckResult(dataset.name, _name(key), "dataset", severity, words, rows, failing, not failing))
        if what.lost:
            some = ", ".join(what.lost[:3]) + (" and others" if len(what.lost) > 3 else "")
            message = f"{dataset.name}: {key.fields[0]} names rows that {key.dataset} never had: {some}"
            remedy = f"Make the rows of {key.dataset} first, with the ids that {dataset.name} uses"
            failures.append(Failure(dataset.name, _name(key), message, remedy))
    return replace(validation, checks=tuple(checks), dataset_failures=tuple(failures))


def _among(column: pa.ChunkedArray, parents: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.is_in(column, value_set=parents.combine_chunks(), skip_nulls=True)


def _name(key: ForeignKey) -> str:
    return f"foreign_key({key.fields[0]}: {key.dataset})"


def _rule(key: ForeignKey) -> Rule:
    words = f"The row of {key.dataset} that it belongs to is in quarantine."
    return Rule(_name(key), "foreign_key", "row", "error", words, key.fields)
