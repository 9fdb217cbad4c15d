"""Datasets as Arrow: schemas with the contract in their metadata, and strict tables from records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter, itemgetter
from types import NoneType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from extractors.errors import ContractError
from schemas.contract import Dataset, Field, load

Getter = Callable[[Any], tuple[Any, ...]]
_SCALARS: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (float, int),
    "boolean": (bool,),
    "array": (tuple, list),
    "object": (),
}


@cache
def arrow_schema(dataset: str) -> pa.Schema:
    """The Arrow schema of a dataset; each field's metadata holds title, description, unit and rights."""
    contract = load(dataset)
    metadata = {"dataset": contract.name, "title": contract.title, "description": contract.description}
    return pa.schema([_arrow_field(f) for f in contract.fields], metadata=metadata)


def table(dataset: str, records: Iterable[object]) -> pa.Table:
    """Records (dataclasses or mappings with exactly the dataset's fields) as a table, in the order given.

    Arrow drops surplus keys without a word and turns `True` into 1, so keys and types are checked here.

    Raises:
        ContractError: A record has an unknown field, lacks one, or holds a value of another type.
    """
    contract = load(dataset)
    rows = list(records)
    cells = [_getter(contract, row, number)(row) for number, row in enumerate(rows)]
    by_column = zip(*cells, strict=True) if cells else ((),) * len(contract.fields)
    columns = [
        _column(contract, field, [_value(field, v) for v in values])
        for field, values in zip(contract.fields, by_column, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=arrow_schema(dataset))


def _arrow_field(field: Field) -> pa.Field:
    metadata = {"title": field.title, "description": field.description, "rights": field.rights}
    if field.unit is not None:
        metadata["unit"] = field.unit
    return pa.field(field.name, _arrow_type(field), metadata=metadata)


def _arrow_type(field: Field) -> pa.DataType:
    if field.items is not None:
        # Parquet names list children "element"; with any other name the children's metadata is lost on reading.
        return pa.list_(pa.field("element", _arrow_type(field.items)))
    if field.fields:
        return pa.struct([_arrow_field(f) for f in field.fields])
    return _SCALARS[field.type]


@cache
def _attributes(dataset: str, record_type: type) -> Getter:
    contract = load(dataset)
    _same_names(contract, {f.name for f in dataclass_fields(record_type)}, record_type.__name__)
    return attrgetter(*contract.field_names)


def _getter(contract: Dataset, row: object, number: int) -> Getter:
    if is_dataclass(row) and not isinstance(row, type):
        return _attributes(contract.name, type(row))
    if isinstance(row, Mapping):
        _same_names(contract, {str(k) for k in row}, f"row {number}")
        return itemgetter(*contract.field_names)
    raise ContractError(f"{contract.name}: row {number} is no record but {type(row).__name__}")


def _same_names(contract: Dataset, names: set[str], where: str) -> None:
    surplus, lacking = sorted(names - set(contract.field_names)), sorted(set(contract.field_names) - names)
    if surplus or lacking:
        what = [f"unknown field {', '.join(surplus)}"] if surplus else []
        what += [f"no field {', '.join(lacking)}"] if lacking else []
        raise ContractError(f"{contract.name}: {where} has {' and '.join(what)}", file=f"{contract.name}.yaml")


def _value(field: Field, value: Any) -> Any:  # noqa: ANN401 - a cell may hold anything until it is checked
    """A cell as Arrow takes it: dataclasses as dictionaries, tuples as lists, empty as null where so agreed."""
    if value is None or field.type in _SCALARS:
        return value
    if field.items is not None and isinstance(value, tuple | list):
        return None if not value and field.empty_is_null else [_value(field.items, v) for v in value]
    if field.fields and is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclass_fields(value)}
    return value


def _column(contract: Dataset, field: Field, values: list[Any]) -> pa.Array:
    # Whole columns of plain values are the rule, and one look at their types is enough for those.
    if field.is_nested or not set(map(type, values)) <= {NoneType, *_PYTHON[field.type]}:
        for number, value in enumerate(values):
            problem = _problem(field, value)
            if problem:
                raise ContractError(f"{contract.name}: row {number}, {problem}", file=f"{contract.name}.yaml")
    try:
        column = pa.array(values, type=_arrow_type(field))
    except (pa.ArrowException, OverflowError) as error:
        raise ContractError(f"{contract.name}: field {field.name}: {error}", file=f"{contract.name}.yaml") from error
    if field.type == "number" and pc.all(pc.is_finite(column)).as_py() is False:
        number = pc.index(pc.is_finite(column), False).as_py()
        raise ContractError(
            f"{contract.name}: row {number}, field {field.name} is {values[number]}",
            file=f"{contract.name}.yaml",
            remedy="Missing is null",
        )
    return column


def _problem(field: Field, value: Any) -> str | None:  # noqa: ANN401 - this is the check
    if value is None:
        return None
    if field.items is not None and isinstance(value, list):
        inside = next(filter(None, (_problem(field.items, v) for v in value)), None)
        return inside and f"in {field.name}, {inside}"
    if field.fields and isinstance(value, Mapping):
        members = {f.name: f for f in field.fields}
        unknown = sorted(str(k) for k in value if k not in members)
        if unknown:
            return f"field {field.name} has unknown member {', '.join(unknown)}"
        return next(filter(None, (_problem(members[k], v) for k, v in value.items())), None)
    fits = isinstance(value, _PYTHON[field.type]) and (field.type == "boolean" or not isinstance(value, bool))
    return None if fits else f"field {field.name} must be {field.type}, not {type(value).__name__} ({value!r:.60})"
