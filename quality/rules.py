"""The rules of a dataset, one value each: what its contract's constraints and expectations say, spelled out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from schemas.contract import Dataset, Field, Severity

Scope = Literal["row", "dataset"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold.

    Attributes:
        name: Unique in its dataset, such as `required(title)`.
        type: What `quality.masks` and `quality.suites` know it by.
        scope: A row rule puts rows into quarantine, a dataset rule refuses the release.
        fields: The columns that it looks at.
    """

    name: str
    type: str
    scope: Scope
    severity: Severity
    description: str
    fields: tuple[str, ...]
    parameters: Mapping[str, Any] = field(default_factory=dict)


def rules(dataset: Dataset) -> tuple[Rule, ...]:
    """All rules of a dataset that need no other dataset."""
    keys = _rule("key", dataset.primary_key, "The key is unique.", scope="dataset")
    constraints = [rule for f in dataset.fields for rule in _constraints(f)]
    stated = [
        Rule(
            e.name,
            e.type,
            "dataset" if e.type == "row_count" else "row",
            e.severity,
            e.description,
            e.fields,
            e.parameters,
        )
        for e in dataset.expectations
    ]
    return (keys, *constraints, *stated)


def _constraints(of: Field) -> Iterator[Rule]:
    says = of.constraints
    if says.required:
        yield _rule("required", (of.name,), f"{of.title} is given.")
    if says.unique:
        yield _rule("key", (of.name,), f"{of.title} is unique.", scope="dataset")
    if says.enum:
        yield _rule("enum", (of.name,), f"{of.title} is one of {_listed(says.enum)}.", values=says.enum)
    if says.pattern is not None:
        yield _rule("pattern", (of.name,), f"{of.title} looks like {says.pattern}.", pattern=says.pattern)
    if says.minimum is not None or says.maximum is not None:
        low, high = says.minimum, says.maximum
        words = f"at least {low}" if high is None else f"at most {high}" if low is None else f"from {low} to {high}"
        yield _rule("range", (of.name,), f"{of.title} is {words}.", minimum=low, maximum=high)


def _rule(kind: str, fields: tuple[str, ...], description: str, scope: Scope = "row", **parameters: object) -> Rule:
    return Rule(f"{kind}({', '.join(fields)})", kind, scope, "error", description, fields, parameters)


def _listed(values: tuple[str | int, ...]) -> str:
    return ", ".join(str(v) for v in values)
