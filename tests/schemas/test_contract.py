from dataclasses import fields
from typing import get_args

import pytest
import yaml

from extractors.errors import ContractError
from extractors.records import QuarantineRow, Record
from schemas.contract import dataset_names, load, load_all
from schemas.parsing import parse

ALL = {
    "numeric_targets", "indicators", "documents", "pages", "sections", "footnotes", "boxes", "box_items", "tables",
    "table_cells", "glossary", "parallel_texts", "crosswalk", "repairs", "discrepancies", "coverage", "quarantine",
}  # fmt: skip

SMALL = """
name: small
title: Small
description: A dataset of a test.
primaryKey: [id]
fields:
  - {name: id, type: string, title: Id, description: Its key.}
  - {name: low, type: integer, title: Low, description: A number.}
  - {name: high, type: integer, title: High, description: A number.}
expectations:
  - {type: ordered, low: low, high: high, strict: true, description: Low is below high.}
"""


def small(**changes: object) -> object:
    return {**yaml.safe_load(SMALL), **changes}


def test_every_dataset_of_the_release_has_a_contract() -> None:
    assert set(dataset_names()) == ALL
    assert set(load_all()) == ALL


@pytest.mark.parametrize("record", [*get_args(Record), QuarantineRow], ids=lambda r: r.__name__)
def test_records_have_the_fields_of_their_dataset(record: type) -> None:
    contract = load(getattr(record, "dataset", "quarantine") if record is not QuarantineRow else "quarantine")
    assert {f.name for f in fields(record)} == set(contract.field_names)


def test_rights_default_to_facts_and_passages_need_more() -> None:
    rights = {f.name: f.rights for f in load("numeric_targets").fields}
    assert rights["quote"] == "quotes"
    assert {name for name, r in rights.items() if r != "facts"} == {"quote"}


def test_shared_definitions_can_be_overridden() -> None:
    assert load("sections").field("char_start").title == "Start of the heading"
    assert load("discrepancies").field("char_start").constraints.required is False


def test_an_expectation_names_its_fields() -> None:
    assert [e.name for e in parse(small(), "small.yaml").expectations] == ["ordered(low, high)"]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"primarykey": ["id"]}, "unknown key primarykey"),
        ({"fields": [{"name": "id", "type": "string", "title": "Id", "description": "x", "uint": "t"}]}, "uint"),
        ({"fields": [{"name": "id", "type": "text", "title": "Id", "description": "x"}]}, "type 'text'"),
        ({"primaryKey": ["key"]}, "primaryKey names unknown field key"),
        ({"expectations": [{"type": "odd", "description": "x"}]}, "type 'odd'"),
        ({"expectations": [{"type": "known_unit", "field": "low", "description": "x", "if": 1}]}, "unknown key if"),
        ({"expectations": [{"type": "known_unit", "field": "unit", "description": "x"}]}, "unknown field unit"),
        ({"expectations": [{"type": "known_unit", "description": "x"}]}, "field is missing"),
        ({"name": "other"}, "does not match the file"),
    ],
)
def test_what_nobody_knows_is_refused_by_file_and_name(changes: dict[str, object], named: str) -> None:
    with pytest.raises(ContractError) as caught:
        parse(small(**changes), "small.yaml")
    assert str(caught.value).startswith("small.yaml: ")
    assert named in str(caught.value)


def test_an_unknown_dataset_is_refused() -> None:
    with pytest.raises(ContractError, match="no dataset 'targets'"):
        load("targets")
