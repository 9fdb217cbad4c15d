"""May one dataset be published: rows that break a rule go to quarantine, broken datasets refuse the release.

Great Expectations is the engine and the record of what was checked; which rows fail is computed by our own masks,
because the engine gives no rows for rules about pairs. Both must agree: it says that a rule fails if and only if
our mask has rows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from extractors.errors import ContractError
from extractors.records import QuarantineRow
from quality.rules import Rule, Scope, rules
from schemas.contract import Dataset, Severity, load

if TYPE_CHECKING:
    import pyarrow as pa

    from quality.suites import Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a release is refused: a rule of a whole dataset that does not hold."""

    dataset: str
    rule: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one rule found; `failing` counts rows."""

    dataset: str
    rule: str
    scope: Scope
    severity: Severity
    description: str
    rows: int
    failing: int
    passed: bool


@dataclass(frozen=True)
class Validation:
    """One dataset, checked: rows in are rows in `passed` and rows in quarantine, none twice and none lost.

    Attributes:
        passed: The rows that broke no rule of severity error, in their order.
        quarantined: Rows of the dataset `quarantine`, one for each row and rule that it broke.
        held: The rows themselves that went to quarantine.
        dataset_failures: Why the dataset cannot be published at all; empty if it can.
        checks: What every rule found, warnings too.
    """

    passed: pa.Table
    quarantined: pa.Table
    held: pa.Table
    dataset_failures: tuple[Failure, ...]
    checks: tuple[CheckResult, ...]


def validate(dataset: str, table: pa.Table) -> Validation:
    """Check one dataset against its contract.

    Raises:
        ContractError: There is no such dataset.
    """
    contract = load(dataset)
    misshapen = _misshapen(contract, table)
    if misshapen:
        from schemas.arrow import table as arrow_table

        nothing = arrow_table(dataset, [])
        return Validation(nothing, arrow_table("quarantine", []), nothing, misshapen, ())
    return _checked(contract, table)


def _misshapen(contract: Dataset, table: pa.Table) -> tuple[Failure, ...]:
    from schemas.arrow import arrow_schema

    expected = arrow_schema(contract.name)
    lacking = [n for n in contract.field_names if n not in table.column_names]
    surplus = [n for n in table.column_names if n not in contract.field_names]
    retyped = [
        f"{f.name} ({table.schema.field(f.name).type} instead of {f.type})"
        for f in expected
        if f.name not in lacking and not table.schema.field(f.name).type.equals(f.type)
    ]
    found = (("lacks the columns", lacking), ("has unknown columns", surplus), ("has columns of another type", retyped))
    return tuple(
        Failure(
            contract.name,
            "columns",
            f"{contract.name} {what} {', '.join(names)}",
            f"Make its rows with schemas.arrow.table, or change schemas/{contract.name}.yaml",
        )
        for what, names in found
        if names
    )


def _checked(contract: Dataset, table: pa.Table) -> Validation:
    import pyarrow as pa
    import pyarrow.compute as pc

    from quality import suites
    from quality.masks import failing

    known = rules(contract)
    verdicts = suites.run(contract.name, known, table)
    failures: list[Failure] = []
    checks: list[CheckResult] = []
    broken: list[tuple[Rule, list[int]]] = []
    bad = pa.chunked_array([pa.array([False] * len(table), pa.bool_())])
    for rule in known:
        if rule.type == "row_count":
            ours, passed = 0, len(table) >= rule.parameters["minimum"]
        else:
            mask = failing(table, rule)
            ours = pc.sum(mask).as_py() or 0
            passed = ours == 0
            if ours and rule.scope == "row" and rule.severity == "error":
                bad = pc.or_(bad, mask)
                broken.append((rule, _positions(mask)))
        checks.append(
            CheckResult(contract.name, rule.name, rule.scope, rule.severity, rule.description, len(table), ours, passed)
        )
        failure = _failure(contract, table, rule, ours, passed, verdicts[rule.name])
        if failure:
            failures.append(failure)
    held = table.filter(bad)
    good = table.filter(pc.invert(bad))
    if len(good) + len(held) != len(table):
        raise ContractError(f"{contract.name}: {len(table)} rows went in, {len(good)} and {len(held)} came out")
    return Validation(good, quarantine_rows(contract, table, broken), held, tuple(failures), tuple(checks))


def _failure(
    contract: Dataset, table: pa.Table, rule: Rule, ours: int, passed: bool, verdict: Verdict
) -> Failure | None:
    """Why this rule refuses the release, if it does."""
    remedy = f"See schemas/{contract.name}.yaml and quality/suites.py"
    if verdict.error is not None:
        what = f"{contract.name}: {rule.name} could not be checked: {verdict.error}"
        return Failure(contract.name, rule.name, what, remedy)
    if verdict.passed != passed:
        engine = "holds" if verdict.passed else "does not hold"
        what = f"{contract.name}: the engine says that {rule.name} {engine}, our own count is {ours} rows"
        return Failure(contract.name, rule.name, what, remedy)
    if passed or rule.scope == "row":
        return None
    if rule.type == "row_count":
        what = f"{contract.name} has {len(table)} rows and must have {rule.parameters['minimum']}"
        return Failure(contract.name, rule.name, what, "Look at the outcome of each document in the report")
    what = f"{contract.name}: {ours} rows share a key, {', '.join(rule.fields)}: {_twice(table, rule)}"
    return Failure(contract.name, rule.name, what, "Make the ids of equal things differ by their ordinal")


def _twice(table: pa.Table, rule: Rule) -> str:
    """The first few keys that several rows share."""
    from quality.masks import failing

    rows = table.filter(failing(table, rule)).select(list(rule.fields)).to_pylist()
    keys = sorted({"/".join(str(v) for v in row.values()) for row in rows})
    return ", ".join(keys[:3]) + (" and others" if len(keys) > 3 else "")


def _positions(mask: pa.ChunkedArray) -> list[int]:
    import numpy as np

    return [int(i) for i in np.flatnonzero(mask.to_numpy())]


def quarantine_rows(contract: Dataset, table: pa.Table, broken: Sequence[tuple[Rule, Sequence[int]]]) -> pa.Table:
    """Rows of `quarantine`, for each rule the rows at the given positions."""
    from schemas.arrow import table as arrow_table

    wanted = sorted({i for _, positions in broken for i in positions})
    rows = dict(zip(wanted, table.take(wanted).to_pylist(), strict=True)) if wanted else {}
    return arrow_table("quarantine", [_row(contract, rule, rows[i]) for rule, positions in broken for i in positions])


def hold(contract: Dataset, validation: Validation, rule: Rule, mask: pa.ChunkedArray) -> Validation:
    """The same with more of its passed rows in quarantine.

    Args:
        contract: The dataset.
        validation: What was found so far.
        rule: Why the rows are held.
        mask: True for each row of `passed` that is.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = quarantine_rows(contract, validation.passed, [(rule, _positions(mask))])
    return replace(
        validation,
        passed=validation.passed.filter(pc.invert(mask)),
        held=pa.concat_tables([validation.held, validation.passed.filter(mask)]),
        quarantined=pa.concat_tables([validation.quarantined, rows]),
    )


def _row(contract: Dataset, rule: Rule, row: Mapping[str, Any]) -> QuarantineRow:
    return QuarantineRow(
        dataset=contract.name,
        row_id=row_id(contract, row),
        expectation=rule.name,
        row=json.dumps(row, ensure_ascii=False, sort_keys=True),
        reason=_reason(contract, rule, row),
        severity=rule.severity,
        document_id=row.get("document_id", row.get("left_document_id")),
        page=row.get("page"),
    )


def row_id(contract: Dataset, row: Mapping[str, Any]) -> str:
    """A row's key, its parts joined by a slash."""
    return "/".join("" if row[k] is None else str(row[k]) for k in contract.primary_key)


def _reason(contract: Dataset, rule: Rule, row: Mapping[str, Any]) -> str:
    """The rule in words and the values that break it, passages left out: reasons are published for every source."""
    plain = [f for f in rule.fields if contract.field(f).rights == "facts" and not contract.field(f).is_nested]
    values = [f"{f} is {'null' if row[f] is None else row[f]}" for f in plain]
    return f"{rule.description} Here {', '.join(values)}." if values else rule.description
