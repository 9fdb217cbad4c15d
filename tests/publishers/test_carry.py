"""A document that fails keeps its last good rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from publishers_tables import document, row, tables, target

from extractors.errors import UsageError
from publishers.carry import carry_over
from publishers.release import Published

Release = Callable[..., Published]
FAILED = {**document("b", "quotes"), "outcome": "damaged", "outcome_message": "No pages.", "sha256": "1" * 64}
NOW = {"documents": [document("a"), FAILED], "numeric_targets": [target("a-t-1", "a")]}


def good(**more: list[dict[str, object]]) -> dict[str, pa.Table]:
    documents = [document("a"), document("b", "quotes", text_sha256="2" * 64, characters=9)]
    return tables(documents=documents, numeric_targets=[target("a-t-1", "a"), target("b-t-1", "b")], **more)


def of(made: dict[str, pa.Table], dataset: str, document_id: str) -> list[dict[str, object]]:
    return [r for r in made[dataset].to_pylist() if r["document_id"] == document_id]


def test_rows_come_from_the_last_release_and_the_document_says_so(release: Release) -> None:
    first = release(good())
    made = carry_over(tables(**NOW), {"b": "damaged"}, first.path)
    assert [r["target_id"] for r in of(made, "numeric_targets", "b")] == ["b-t-1"]
    (told,) = of(made, "documents", "b")
    assert (told["outcome"], told["outcome_message"], told["rows_from_version"]) == ("damaged", "No pages.", "1.0.0")
    assert (told["sha256"], told["text_sha256"], told["characters"]) == ("1" * 64, "2" * 64, 9)
    assert of(made, "documents", "a")[0]["rows_from_version"] is None


def test_rows_carried_again_keep_the_version_in_which_they_were_fresh(release: Release) -> None:
    first = release(good())
    second = release(carry_over(tables(**NOW), {"b": "damaged"}, first.path))
    assert second.version == "1.0.1"
    made = carry_over(tables(**NOW), {"b": "damaged"}, second.path)
    assert of(made, "documents", "b")[0]["rows_from_version"] == "1.0.0"
    assert not release(made).changed


def test_what_a_failing_document_gave_now_is_replaced(release: Release) -> None:
    first = release(good(coverage=[row("coverage", document_id="b", element="number", found=7)]))
    now = tables(**NOW, coverage=[row("coverage", document_id="b", element="number", found=0)])
    made = carry_over(now, {"b": "damaged"}, first.path)
    assert [r["found"] for r in of(made, "coverage", "b")] == [7]


def test_a_link_is_carried_once_and_only_between_documents_that_are_there(release: Release) -> None:
    link = {"left_document_id": "a", "left_text": "left"}
    both = row("crosswalk", link_id="1", right_document_id="b", **link)
    gone = row("crosswalk", link_id="2", **{**link, "left_document_id": "b"}, right_document_id="c")
    first = release(good(crosswalk=[both, gone]))
    for now in ([], [both]):
        made = carry_over(tables(**NOW, crosswalk=now), {"b": "damaged"}, first.path)
        assert made["crosswalk"].column("link_id").to_pylist() == ["1"]


def test_a_document_that_failed_before_too_has_nothing_to_carry(release: Release) -> None:
    first = release(tables(**NOW))
    made = carry_over(tables(**NOW), {"b": "damaged"}, first.path)
    assert of(made, "documents", "b")[0]["rows_from_version"] is None


def test_a_failed_document_that_the_run_forgot_keeps_its_row(release: Release) -> None:
    first = release(good())
    made = carry_over(tables(documents=[document("a")]), {"b": "timed_out"}, first.path)
    assert [(r["outcome"], r["rows_from_version"]) for r in of(made, "documents", "b")] == [("timed_out", "1.0.0")]


def test_without_a_release_before_nothing_is_carried() -> None:
    assert carry_over(tables(**NOW), {"b": "damaged"}, None)["numeric_targets"].num_rows == 1


def test_the_text_that_carried_rows_count_in_stays(release: Release) -> None:
    first = release(good(), {"a": "text of a", "b": "text of b"}, for_own_use=True)
    carried = carry_over(tables(**NOW), {"b": "damaged"}, first.path)
    second = release(carried, {"a": "text of a"}, for_own_use=True)
    assert (second.path / "texts/b.txt").read_text() == "text of b"


def test_rows_of_a_release_for_own_use_lose_their_passages_in_a_public_one(release: Release) -> None:
    facts = [document("a"), document("b", "facts")]
    first = release(tables(documents=facts, numeric_targets=[target("b-t-1", "b")]), {"b": "secret"}, for_own_use=True)
    failed = [document("a"), {**FAILED, "redistribution": "facts"}]
    second = release(carry_over(tables(documents=failed), {"b": "damaged"}, first.path))
    everything = b"".join(p.read_bytes() for p in second.path.rglob("*") if p.is_file() and p.suffix != ".parquet")
    assert b"b-t-1" in everything
    assert b"Build 70 million kilowatts." not in everything
    assert not (second.path / "texts").exists()


def test_rows_of_an_older_contract_have_null_in_newer_fields(release: Release) -> None:
    first = release(good())
    path = first.path / "data/numeric_targets.parquet"
    pq.write_table(pq.read_table(path).drop_columns("scope"), path)
    made = carry_over(tables(**NOW), {"b": "damaged"}, first.path)
    assert of(made, "numeric_targets", "b")[0]["scope"] is None


def test_a_folder_that_is_no_release_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"release\.json is missing"):
        carry_over(tables(**NOW), {"b": "damaged"}, tmp_path)
