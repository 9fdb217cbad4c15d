"""Small tables in the shape of the contract."""

from __future__ import annotations

import pyarrow as pa

from schemas.arrow import arrow_schema
from schemas.contract import dataset_names, load

_FILLED = {"string": "x", "integer": 1, "number": 1.0, "boolean": True, "array": None, "object": None}


def row(dataset: str, **values: object) -> dict[str, object]:
    """A row with something in each required field."""
    contract = load(dataset)
    made: dict[str, object] = {f.name: _FILLED[f.type] if f.constraints.required else None for f in contract.fields}
    assert not values.keys() - made.keys()
    return {**made, **values}


def document(document_id: str, redistribution: str = "full", **values: object) -> dict[str, object]:
    return row(
        "documents",
        document_id=document_id,
        redistribution=redistribution,
        language=["en"],
        outcome="read",
        sha256="0" * 64,
        **values,
    )


def target(target_id: str, document_id: str, value: float = 7e7, **values: object) -> dict[str, object]:
    return row(
        "numeric_targets",
        target_id=target_id,
        document_id=document_id,
        indicator="hydropower capacity",
        quote="Build 70 million kilowatts.",
        value=value,
        unit="kW",
        **values,
    )


def tables(**rows: list[dict[str, object]]) -> dict[str, pa.Table]:
    """All datasets; those that are not given have no rows."""
    return {name: pa.Table.from_pylist(rows.get(name, []), arrow_schema(name)) for name in dataset_names()}
