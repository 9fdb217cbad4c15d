import json

from schemas.contract import load, load_all
from schemas.datapackage import resource, table_schema


def test_a_table_schema_has_keys_and_constraints() -> None:
    schema = table_schema(load("boxes"))
    assert schema["primaryKey"] == ["box_id"]
    assert {"fields": ["document_id"], "reference": {"resource": "documents", "fields": ["document_id"]}} in schema[
        "foreignKeys"
    ]
    field = next(f for f in schema["fields"] if f["name"] == "char_start")
    assert field["unit"] == "code points"
    assert field["constraints"] == {"required": True, "minimum": 0}


def test_a_reference_to_the_own_table_is_written_as_the_standard_wants() -> None:
    references = [k["reference"]["resource"] for k in table_schema(load("sections"))["foreignKeys"]]
    assert references == ["documents", ""]


def test_nested_columns_of_parquet_are_of_type_any() -> None:
    types = {f["name"]: f["type"] for f in resource(load("box_items"), "data/box_items.parquet")["schema"]["fields"]}
    assert types["regions"] == types["bullets"] == "any"
    assert types["page"] == "integer"


def test_every_dataset_can_be_written_as_json() -> None:
    for dataset in load_all().values():
        assert json.loads(json.dumps(table_schema(dataset)))["fields"]
