"""The contract of a dataset as values: fields, keys, rights and the rules that its rows must keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from extractors.errors import ContractError

FieldType = Literal["string", "integer", "number", "boolean", "array", "object"]
Rights = Literal["facts", "quotes", "full"]
Severity = Literal["error", "warning"]
Broken = Literal["quarantine", "clear"]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What Frictionless Table Schema lets one say of a single value."""

    required: bool = False
    unique: bool = False
    enum: tuple[str | int, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One column, or one member of a nested one.

    Attributes:
        rights: The least `redistribution` under which the value may be published.
        rights_above_length: Only values longer than this need `rights`; null means all of them.
        empty_is_null: Whether an empty list is written as null (missing is null).
        items: What an array holds.
        fields: The members of an object.
    """

    name: str
    type: FieldType
    title: str
    description: str
    constraints: Constraints = Constraints()
    unit: str | None = None
    rights: Rights = "facts"
    rights_above_length: int | None = None
    empty_is_null: bool = False
    items: Field | None = None
    fields: tuple[Field, ...] = ()

    @property
    def is_nested(self) -> bool:
        """Whether the column holds lists or structs."""
        return self.type in ("array", "object")


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Fields that name a row of another dataset.

    `broken` says what happens to a row whose parent is in quarantine: it follows, or the reference is cleared.
    """

    fields: tuple[str, ...]
    dataset: str
    reference: tuple[str, ...]
    broken: Broken = "quarantine"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One rule of a dataset; `fields` are the columns that it looks at, in the order of its type."""

    type: str
    description: str
    severity: Severity
    parameters: Mapping[str, Any]
    fields: tuple[str, ...]

    @property
    def name(self) -> str:
        """A stable name for reports and the quarantine, such as `ordered(char_start, char_end)`."""
        return f"{self.type}({', '.join(self.fields)})" if self.fields else self.type


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset of the release."""

    name: str
    title: str
    description: str
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    fields: tuple[Field, ...]
    expectations: tuple[Expectation, ...]

    @property
    def field_names(self) -> tuple[str, ...]:
        """The columns in their order."""
        return tuple(f.name for f in self.fields)

    def field(self, name: str) -> Field:
        """The column of that name."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise ContractError(f"no field {name!r}", file=f"{self.name}.yaml", remedy="See docs/data-dictionary.md")
