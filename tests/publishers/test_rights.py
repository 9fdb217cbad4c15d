"""What a source's rights let through."""

from __future__ import annotations

import json

import pyarrow as pa
import pytest
from publishers_tables import document, row, tables, target

from publishers.rights import publishable_texts, redistributable
from schemas.contract import load_all

DOCUMENTS = [document(name, name) for name in ("facts", "quotes", "full")]


def published(dataset: str, *rows: dict[str, object]) -> list[dict[str, object]]:
    made = redistributable(tables(documents=DOCUMENTS, **{dataset: list(rows)}), load_all())
    return list(made[dataset].to_pylist())


@pytest.mark.parametrize(
    ("document_id", "quote"),
    [("facts", None), ("quotes", "A passage."), ("full", "A passage."), ("unheard-of", None)],
)
def test_a_passage_needs_the_right_to_quote(document_id: str, quote: str | None) -> None:
    (got,) = published("numeric_targets", {**target("t", document_id, number_text="70 million"), "quote": "A passage."})
    assert got["quote"] == quote
    assert (got["value"], got["number_text"], got["indicator"]) == (7e7, "70 million", "hydropower capacity")


@pytest.mark.parametrize("allowed", ["facts", "quotes", "full"])
def test_every_passage_field_of_every_dataset_follows_the_table(allowed: str) -> None:
    long = "words " * 40
    for name, dataset in load_all().items():
        fields = [f for f in dataset.fields if f.rights != "facts"]
        owners = {f.name: allowed for f in dataset.fields if f.name.endswith("document_id")}
        if not fields or name == "documents":
            continue
        (got,) = published(name, row(name, **owners, **{f.name: [long] if f.type == "array" else long for f in fields}))
        assert all((got[f.name] is None) == (allowed == "facts") for f in fields), name


def test_a_row_in_quarantine_is_a_passage() -> None:
    content = json.dumps({"quote": "A passage."})
    rows = [row("quarantine", row_id=str(d), document_id=d, row=content) for d in ("facts", "quotes", None)]
    assert [r["row"] for r in published("quarantine", *rows)] == [None, content, None]


def test_a_table_cell_as_short_as_a_title_is_a_fact() -> None:
    rows = [
        row("table_cells", table_id="t", row=n, document_id="facts", text=text)
        for n, text in enumerate(["Unit", "x" * 80, "x" * 81, None])
    ]
    assert [r["text"] for r in published("table_cells", *rows)] == ["Unit", "x" * 80, None, None]


def test_a_link_shows_the_side_that_may_be_shown() -> None:
    link = row("crosswalk", left_document_id="quotes", left_text="left", right_document_id="facts", right_text="right")
    (got,) = published("crosswalk", link)
    assert (got["left_text"], got["right_text"]) == ("left", None)


def test_a_document_text_needs_full_rights() -> None:
    texts = {"quotes": "q", "full": "f", "unheard-of": "u", "facts": "x"}
    documents: pa.Table = tables(documents=DOCUMENTS)["documents"]
    assert publishable_texts(texts, documents, for_own_use=False) == {"full": "f"}
    assert list(publishable_texts(texts, documents, for_own_use=True)) == ["facts", "full", "quotes"]
