"""What a dataset is, read from its YAML: fields, keys, rights and the rules that its rows must keep.

The YAML is Frictionless Table Schema with a few keys of our own (`unit`, `rights`, `expectations` ...). A key
that nobody reads would be a promise that nobody keeps, so every unknown one is refused by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

import yaml

from extractors.errors import ContractError

FieldType = Literal["string", "integer", "number", "boolean", "array", "object"]
Rights = Literal["facts", "quotes", "full"]
Severity = Literal["error", "warning"]
Broken = Literal["quarantine", "clear"]

RULE_PARAMETERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # type: (field names it takes, other parameters)
    "row_count": ((), ("minimum",)),
    "ordered": (("low", "high"), ("strict",)),
    "fills": (("field", "low", "high"), ()),
    "at_most_apart": (("low", "high"), ("maximum",)),
    "present_when": (("field", "when"), ("in",)),
    "absent_when": (("field", "when"), ("in",)),
    "one_present": (("fields",), ()),
    "sums_to": (("total", "parts"), ()),
    "hash_of": (("field", "of"), ()),
    "known_unit": (("field",), ()),
}
"""The rules that a YAML may state; `quality` knows how to check each."""

_DATASET_KEYS = {"name", "title", "description", "primaryKey", "foreignKeys", "fields", "expectations"}
_FIELD_KEYS = {
    "name",
    "use",
    "type",
    "title",
    "description",
    "constraints",
    "unit",
    "rights",
    "rightsAboveLength",
    "emptyIsNull",
    "items",
    "fields",
}
_CONSTRAINT_KEYS = {"required", "unique", "enum", "pattern", "minimum", "maximum"}


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


@cache
def dataset_names() -> tuple[str, ...]:
    """The names of all datasets, sorted."""
    names = (entry.name for entry in files("schemas").iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


@cache
def load(name: str) -> Dataset:
    """The contract of one dataset.

    Raises:
        ContractError: There is no such dataset, or its YAML has an unknown key, field or rule.
    """
    if name not in dataset_names():
        raise ContractError(f"no dataset {name!r}", remedy=f"There are {', '.join(dataset_names())}")
    file = f"{name}.yaml"
    text = (files("schemas") / file).read_text(encoding="utf-8")
    return parse(yaml.safe_load(text), file)


def load_all() -> dict[str, Dataset]:
    """All contracts by name, sorted; parents of foreign keys are checked to exist."""
    datasets = {name: load(name) for name in dataset_names()}
    for dataset in datasets.values():
        for key in dataset.foreign_keys:
            parent = datasets.get(key.dataset)
            if parent is None or not set(key.reference) <= set(parent.field_names):
                raise ContractError(
                    f"foreignKeys name {key.dataset}({', '.join(key.reference)}), which does not exist",
                    file=f"{dataset.name}.yaml",
                )
    return datasets


def parse(raw: object, file: str) -> Dataset:
    """The contract in a parsed YAML; `file` is for messages."""
    body = _mapping(raw, "the file", file)
    _only(body, _DATASET_KEYS, "dataset", file)
    for key in ("name", "title", "description", "primaryKey", "fields"):
        _need(body, key, "dataset", file)
    if f"{body['name']}.yaml" != file:
        raise ContractError(f"name is {body['name']!r} and does not match the file", file=file)
    fields = tuple(_field(f, file) for f in body["fields"])
    names = [f.name for f in fields]
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice:
        raise ContractError(f"fields are named twice: {', '.join(twice)}", file=file)
    primary_key = _strings(body["primaryKey"], "primaryKey", file)
    _known(primary_key, names, "primaryKey", file)
    expectations = tuple(_expectation(e, names, file) for e in body.get("expectations") or ())
    rules = [e.name for e in expectations]
    if len(set(rules)) != len(rules):
        raise ContractError("two expectations say the same of the same fields", file=file)
    return Dataset(
        name=body["name"],
        title=body["title"],
        description=body["description"],
        primary_key=primary_key,
        foreign_keys=tuple(_foreign_key(k, names, file) for k in body.get("foreignKeys") or ()),
        fields=fields,
        expectations=expectations,
    )


@cache
def _common() -> Mapping[str, Mapping[str, Any]]:
    text = (files("schemas") / "common.yml").read_text(encoding="utf-8")
    return cast("Mapping[str, Mapping[str, Any]]", yaml.safe_load(text))


def _field(raw: object, file: str) -> Field:
    body = _mapping(raw, "fields", file)
    if "use" in body:
        shared = _common().get(body["use"])
        if shared is None:
            raise ContractError(f"use: {body['use']} is not in common.yml", file=file)
        body = {"name": body["use"], **shared, **body}
    where = f"field {body.get('name', '?')}"
    _only(body, _FIELD_KEYS, where, file)
    for key in ("name", "type", "title", "description"):
        _need(body, key, where, file)
    kind = _one_of(body["type"], get_args(FieldType), f"{where}: type", file)
    if kind == "array":
        _need(body, "items", where, file)
        items = _mapping(body["items"], f"{where}: items", file)
        element = _field({"name": "element", "title": body["title"], "description": body["description"], **items}, file)
    elif kind == "object":
        _need(body, "fields", where, file)
    return Field(
        name=body["name"],
        type=cast("FieldType", kind),
        title=body["title"],
        description=body["description"],
        constraints=_constraints(body.get("constraints") or {}, kind, where, file),
        unit=body.get("unit"),
        rights=cast("Rights", _one_of(body.get("rights", "facts"), get_args(Rights), f"{where}: rights", file)),
        rights_above_length=body.get("rightsAboveLength"),
        empty_is_null=bool(body.get("emptyIsNull", False)),
        items=element if kind == "array" else None,
        fields=tuple(_field(f, file) for f in body.get("fields") or ()),
    )


def _constraints(raw: object, kind: str, where: str, file: str) -> Constraints:
    body = _mapping(raw, f"{where}: constraints", file)
    allowed = {"required"} if kind in ("array", "object") else _CONSTRAINT_KEYS
    _only(body, allowed, f"{where}: constraints", file)
    return Constraints(
        required=bool(body.get("required", False)),
        unique=bool(body.get("unique", False)),
        enum=tuple(body.get("enum") or ()),
        pattern=body.get("pattern"),
        minimum=body.get("minimum"),
        maximum=body.get("maximum"),
    )


def _foreign_key(raw: object, names: Sequence[str], file: str) -> ForeignKey:
    body = _mapping(raw, "foreignKeys", file)
    _only(body, {"fields", "reference", "broken"}, "foreignKeys", file)
    reference = _mapping(body.get("reference"), "foreignKeys: reference", file)
    _only(reference, {"resource", "fields"}, "foreignKeys: reference", file)
    fields = _strings(body.get("fields"), "foreignKeys: fields", file)
    _known(fields, names, "foreignKeys", file)
    if len(fields) != 1:
        raise ContractError("foreignKeys: a reference has one field", file=file, remedy="Give the parent an id")
    broken = _one_of(body.get("broken", "quarantine"), get_args(Broken), "foreignKeys: broken", file)
    return ForeignKey(
        fields,
        reference["resource"],
        _strings(reference.get("fields"), "foreignKeys: reference", file),
        cast("Broken", broken),
    )


def _expectation(raw: object, names: Sequence[str], file: str) -> Expectation:
    body = _mapping(raw, "expectations", file)
    kind = _one_of(body.get("type"), tuple(RULE_PARAMETERS), "expectations: type", file)
    columns, others = RULE_PARAMETERS[kind]
    where = f"expectation {kind}"
    _only(body, {"type", "description", "severity", *columns, *others}, where, file)
    for key in ("description", *columns, *others):
        _need(body, key, where, file)
    fields: list[str] = []
    for column in columns:
        fields += [body[column]] if isinstance(body[column], str) else _strings(body[column], where, file)
    _known(fields, names, where, file)
    severity = _one_of(body.get("severity", "error"), get_args(Severity), f"{where}: severity", file)
    return Expectation(
        kind, body["description"], cast("Severity", severity), {k: body[k] for k in (*columns, *others)}, tuple(fields)
    )


def _mapping(raw: object, where: str, file: str) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise ContractError(f"{where} must be a mapping", file=file)
    return raw


def _strings(raw: object, where: str, file: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw or not all(isinstance(x, str) for x in raw):
        raise ContractError(f"{where} must be a list of names", file=file)
    return tuple(raw)


def _only(body: Mapping[str, Any], allowed: set[str], where: str, file: str) -> None:
    unknown = sorted(str(k) for k in body.keys() - allowed)
    if unknown:
        raise ContractError(
            f"unknown key {', '.join(unknown)} in {where}", file=file, remedy=f"Known: {', '.join(sorted(allowed))}"
        )


def _need(body: Mapping[str, Any], key: str, where: str, file: str) -> None:
    if body.get(key) is None:
        raise ContractError(f"{key} is missing in {where}", file=file)


def _one_of(value: object, allowed: Sequence[str], where: str, file: str) -> str:
    if value not in allowed:
        raise ContractError(f"unknown {where} {value!r}", file=file, remedy=f"Known: {', '.join(allowed)}")
    return str(value)


def _known(fields: Sequence[str], names: Sequence[str], where: str, file: str) -> None:
    unknown = [f for f in fields if f not in names]
    if unknown:
        raise ContractError(f"{where} names unknown field {', '.join(unknown)}", file=file)
