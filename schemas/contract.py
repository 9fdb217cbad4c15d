"""What each dataset is: the contracts of `schemas/*.yaml`, loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from extractors.errors import ContractError
from schemas.model import Constraints, Dataset, Expectation, Field, ForeignKey, Rights, Severity
from schemas.parsing import parse

__all__ = [
    "Constraints",
    "Dataset",
    "Expectation",
    "Field",
    "ForeignKey",
    "Rights",
    "Severity",
    "dataset_names",
    "load",
    "load_all",
]


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
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ContractError(f"is no YAML: {error}", file=file) from error
    return parse(raw, file)


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
