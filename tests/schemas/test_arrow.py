from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractors.document import Region
from extractors.errors import ContractError
from extractors.records import BoxItem, Coverage, PageRow
from schemas.arrow import arrow_schema, table
from schemas.contract import dataset_names


def item(**changes: object) -> BoxItem:
    values: dict[str, object] = {
        "box_id": "p-b-1", "item_number": "01", "document_id": "p", "title": "Roads", "text": "Build roads.",
        "bullets": ("Build roads.",), "page": 3, "regions": (Region(3, 1.0, 2.0, 3.0, 4.0),), "char_start": 5,
        "char_end": 17,
    }  # fmt: skip
    return BoxItem(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("dataset", dataset_names())
def test_an_empty_table_has_the_whole_schema(dataset: str) -> None:
    assert table(dataset, []).schema.equals(arrow_schema(dataset), check_metadata=True)


def test_records_become_rows_in_their_order() -> None:
    rows = table("box_items", [item(), item(item_number="02", bullets=(), regions=())]).to_pylist()
    assert [r["item_number"] for r in rows] == ["01", "02"]
    assert rows[0]["regions"] == [{"page": 3, "x0": 1.0, "top": 2.0, "x1": 3.0, "bottom": 4.0}]
    assert rows[1]["regions"] is None
    assert rows[1]["bullets"] is None


def test_rows_can_be_read_back_in() -> None:
    once = table("box_items", [item()])
    assert table("box_items", once.to_pylist()).equals(once)


def test_reasons_not_met_are_null() -> None:
    row = table("coverage", [Coverage("p", "number", 3, 1, 0, 2, {"date": 2})]).to_pylist()[0]
    assert row["ignored_reasons"]["date"] == 2
    assert row["ignored_reasons"]["code"] is None


@pytest.mark.parametrize("dataset", ["box_items", "documents", "coverage"])
def test_metadata_survives_parquet(dataset: str, tmp_path: Path) -> None:
    pq.write_table(table(dataset, []), tmp_path / "x.parquet")
    assert pq.read_table(tmp_path / "x.parquet").schema.equals(arrow_schema(dataset), check_metadata=True)


def test_metadata_says_title_unit_and_rights() -> None:
    metadata = arrow_schema("box_items").field("text").metadata
    assert metadata[b"rights"] == b"quotes"
    assert arrow_schema("box_items").field("char_start").metadata[b"unit"] == b"code points"
    region = arrow_schema("box_items").field("regions").type
    assert region.field(0).name == "element"
    assert region.value_type.field("x0").metadata[b"unit"] == b"pt"


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"char_start": "5"}, "row 1, field char_start must be integer, not str"),
        ({"char_start": True}, "row 1, field char_start must be integer, not bool"),
        ({"char_start": 5.0}, "row 1, field char_start must be integer, not float"),
        ({"title": 7}, "row 1, field title must be string, not int"),
        ({"bullets": ("a", 2)}, "row 1, in bullets, field element must be string"),
        ({"bullets": "ab"}, "row 1, field bullets must be array"),
        ({"char_end": 2**70}, "field char_end"),
    ],
)
def test_a_wrong_type_is_refused_by_row_and_field(changes: dict[str, object], named: str) -> None:
    with pytest.raises(ContractError) as caught:
        table("box_items", [item(), item(**changes)])
    assert named in str(caught.value)


def test_surplus_and_lacking_keys_are_refused() -> None:
    row = table("box_items", [item()]).to_pylist()[0]
    with pytest.raises(ContractError, match="row 0 has unknown field colour"):
        table("box_items", [{**row, "colour": "red"}])
    del row["title"]
    with pytest.raises(ContractError, match="row 0 has no field title"):
        table("box_items", [row])


def test_a_record_of_another_dataset_is_refused() -> None:
    page = PageRow("p", 1, None, None, None, None, "good", (), 0, 9)
    with pytest.raises(ContractError, match="PageRow has unknown field"):
        table("box_items", [page])


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(ContractError, match="ignored_reasons has unknown member mood"):
        table("coverage", [Coverage("p", "number", 1, 0, 0, 1, {"mood": 1})])


def test_integers_stand_in_for_numbers() -> None:
    page = PageRow("p", 1, None, 595, 842.0, 0, "good", (), 0, 9)
    assert table("pages", [page]).schema.field("width").type == pa.float64()
