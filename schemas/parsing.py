"""From a contract's YAML to its value.

The YAML is Frictionless Table Schema with a few keys of our own (`unit`, `rights`, `expectations` ...). A key
that nobody reads would be a promise that nobody keeps, so every unknown one is refused by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, cast, get_args

import yaml

from extractors.errors import ContractError
from schemas.model import Broken, Constraints, Dataset, Expectation, Field, FieldType, ForeignKey, Rights, Severity

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
