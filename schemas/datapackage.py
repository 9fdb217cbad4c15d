"""Contracts as Frictionless Table Schema, for a release's datapackage.json."""

from __future__ import annotations

from typing import Any

from schemas.contract import Constraints, Dataset, Field


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """The Table Schema of a dataset: fields with unit and rights, keys, and null as the only missing value."""
    schema: dict[str, Any] = {
        "fields": [_field(f) for f in dataset.fields],
        "missingValues": [""],
        "primaryKey": list(dataset.primary_key),
    }
    if dataset.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.fields),
                # The standard names the own table by an empty string.
                "reference": {
                    "resource": "" if key.dataset == dataset.name else key.dataset,
                    "fields": list(key.reference),
                },
            }
            for key in dataset.foreign_keys
        ]
    return schema


def resource(dataset: Dataset, path: str) -> dict[str, Any]:
    """A Parquet resource of a dataset; readers of packages know no nested columns, so those are of type `any`."""
    schema = table_schema(dataset)
    fields = [{**f, "type": "any"} if f["type"] in ("array", "object") else f for f in schema["fields"]]
    return {
        "name": dataset.name.replace("_", "-"),
        "type": "table",
        "title": dataset.title,
        "description": dataset.description,
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {**schema, "fields": fields},
    }


def _field(field: Field) -> dict[str, Any]:
    body: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": field.description,
        "rights": field.rights,
    }
    if field.unit is not None:
        body["unit"] = field.unit
    constraints = _constraints(field.constraints)
    return {**body, "constraints": constraints} if constraints else body


def _constraints(constraints: Constraints) -> dict[str, Any]:
    stated: dict[str, Any] = {
        "required": constraints.required or None,
        "unique": constraints.unique or None,
        "enum": list(constraints.enum) or None,
        "pattern": constraints.pattern,
        "minimum": constraints.minimum,
        "maximum": constraints.maximum,
    }
    return {key: value for key, value in stated.items() if value is not None}
