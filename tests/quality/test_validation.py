import json
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pytest

from extractors.errors import ContractError
from extractors.identity import sha256, squeeze
from extractors.records import NO_TEXT, Box, BoxItem, Coverage, DocumentRow, NumericTarget, PageRow, Section
from quality import suites
from quality.suites import Verdict
from quality.validation import ReleaseValidation, Validation, validate, validate_added, validate_all
from schemas.arrow import arrow_schema, table
from schemas.contract import load, load_all

QUOTE = "Build 12 km of roads."


def target(number: int, **changes: object) -> NumericTarget:
    values: dict[str, object] = {
        "target_id": f"p-t-{number}", "document_id": "p", "language": "en", "element": "prose", "kind": "project",
        "indicator": "roads", "comparator": "eq", "value": 12.0, "unit": "km", "direction": "build", "quote": QUOTE,
        "quote_sha256": sha256(squeeze(QUOTE)), "char_start": 100, "char_end": 121, "number_text": "12",
        "number_char_start": 106, "number_char_end": 108, "rule_id": "en-build", "confidence": 0.9,
        "time_basis": "document", "wording_strength": "neutral", "section_id": "p-s-1",
    }  # fmt: skip
    return NumericTarget(**(values | changes))  # type: ignore[arg-type]


def section(number: int, **changes: object) -> Section:
    values: dict[str, object] = {
        "section_id": f"p-s-{number}", "document_id": "p", "parent_id": None, "level": "chapter", "label": "Chapter",
        "number": str(number), "number_printed": str(number), "title": "Roads", "language": "en", "page": None,
        "char_start": 10, "char_end": 20, "body_char_end": 900,
    }  # fmt: skip
    return Section(**(values | changes))  # type: ignore[arg-type]


def document(name: str = "p", **changes: object) -> DocumentRow:
    values: dict[str, object] = {
        "document_id": name, "title": "A plan", "file": f"{name}.txt", "language": ("en",), "document_type": "plan",
        "authority": "official", "redistribution": "quotes", "licence": "free", "outcome": "read",
        "sha256": "a" * 64, "text_sha256": "b" * 64,
    }  # fmt: skip
    return DocumentRow(**(values | changes))  # type: ignore[arg-type]


def box(number: int, **changes: object) -> Box:
    values: dict[str, object] = {
        "box_id": f"p-b-{number}", "document_id": "p", "number": "1", "label": "Box", "title": "Works",
        "section_id": None, "page": None, "page_end": None, "char_start": 5, "char_end": 50,
    }  # fmt: skip
    return Box(**(values | changes))  # type: ignore[arg-type]


def item(box_id: str) -> BoxItem:
    return BoxItem(box_id, "01", "p", "Roads", "Build roads.", (), None, (), 10, 40)


def page(number: int, *reasons: str) -> PageRow:
    return PageRow("p", number, None, 600.0, 800.0, 0, "suspect" if reasons else "good", reasons, 0, 900)


def tables(**given: Sequence[object]) -> dict[str, pa.Table]:
    rows: dict[str, Sequence[object]] = {
        "documents": [document()],
        "coverage": [Coverage("p", "number", 3, 1, 0, 2, {"date": 2})],
        "sections": [section(1)],
        "numeric_targets": [target(1)],
    }
    return {name: table(name, records) for name, records in (rows | given).items()}


@pytest.fixture
def agreeing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own half alone: an engine that always says what our masks say, for tests of what follows from that."""

    def run(_: str, rules: Sequence[Any], data: pa.Table) -> dict[str, Verdict]:
        from quality.masks import failing

        def holds(rule: Any) -> bool:
            if rule.type == "row_count":
                return len(data) >= rule.parameters["minimum"]
            return not any(failing(data, rule).to_pylist())

        return {rule.name: Verdict(holds(rule)) for rule in rules}

    monkeypatch.setattr(suites, "run", run)


@pytest.fixture(scope="module")
def mixed() -> Validation:
    rows = [
        target(1),
        target(2, confidence=1.5, page=4),
        target(3, value=3.0, value_max=2.0, unit="furlong"),
        target(4, unit="count"),
        target(5, number_char_end=130),
    ]
    return validate("numeric_targets", table("numeric_targets", rows))


def test_rows_in_are_rows_passed_and_rows_held(mixed: Validation) -> None:
    assert mixed.passed.column("target_id").to_pylist() == ["p-t-1", "p-t-4"]
    assert mixed.held.column("target_id").to_pylist() == ["p-t-2", "p-t-3", "p-t-5"]
    assert mixed.dataset_failures == ()


def test_a_row_is_in_quarantine_once_for_each_rule_with_reason_and_place(mixed: Validation) -> None:
    rows = mixed.quarantined.to_pylist()
    assert [(r["row_id"], r["expectation"]) for r in rows] == [
        ("p-t-2", "range(confidence)"),
        ("p-t-3", "ordered(value, value_max)"),
        ("p-t-5", "ordered(number_char_end, char_end)"),
        ("p-t-3", "known_unit(unit)"),
    ]
    assert rows[0] | {"row": ""} == {
        "dataset": "numeric_targets", "row_id": "p-t-2", "expectation": "range(confidence)", "row": "",
        "reason": "Confidence is from 0 to 1. Here confidence is 1.5.", "severity": "error", "document_id": "p",
        "page": 4,
    }  # fmt: skip
    assert json.loads(rows[0]["row"])["quote"] == QUOTE


def test_a_warning_is_counted_and_holds_nothing_back(mixed: Validation) -> None:
    check = next(c for c in mixed.checks if c.rule == "present_when(counted_object, unit)")
    assert (check.severity, check.failing, check.passed) == ("warning", 1, False)


def test_reasons_never_hold_passages() -> None:
    rows = [target(1, quote="Build 13 km of roads.")]
    found = validate("numeric_targets", table("numeric_targets", rows)).quarantined.to_pylist()
    assert [r["expectation"] for r in found] == ["hash_of(quote_sha256, quote)"]
    assert "roads" not in found[0]["reason"]


@pytest.mark.usefixtures("agreeing")
def test_rows_with_one_key_refuse_the_release() -> None:
    found = validate("numeric_targets", table("numeric_targets", [target(1), target(1), target(2)]))
    assert [f.rule for f in found.dataset_failures] == ["key(target_id)"]
    assert "p-t-1" in found.dataset_failures[0].message
    assert found.dataset_failures[0].remedy


@pytest.mark.usefixtures("agreeing")
def test_an_empty_dataset_passes_unless_it_must_have_rows() -> None:
    assert validate("boxes", table("boxes", [])).dataset_failures == ()
    assert [f.rule for f in validate("documents", table("documents", [])).dataset_failures] == ["row_count"]


def test_a_table_of_another_shape_refuses_the_release() -> None:
    good = table("boxes", [box(1)])
    at = good.column_names.index("char_start")
    lacking = validate("boxes", good.drop_columns(["title"])).dataset_failures
    surplus = validate("boxes", good.append_column("colour", pa.array(["red"]))).dataset_failures
    retyped = validate("boxes", good.set_column(at, "char_start", pa.array(["5"]))).dataset_failures
    assert [f.message for f in lacking] == ["boxes lacks the columns title"]
    assert [f.message for f in surplus] == ["boxes has unknown columns colour"]
    assert [f.message for f in retyped] == ["boxes has columns of another type char_start (string instead of int64)"]


@pytest.mark.parametrize(
    ("verdict", "named"),
    [
        (Verdict(False, "the engine did not load it"), "required(title) could not be checked: the engine did not load"),
        (Verdict(False), "the engine says that required(title) does not hold, our own count is 0 rows"),
    ],
)
@pytest.mark.usefixtures("agreeing")
def test_an_engine_that_fails_or_disagrees_refuses_the_release(
    verdict: Verdict, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing: Callable[..., dict[str, Verdict]] = suites.run
    monkeypatch.setattr(suites, "run", lambda *args: agreeing(*args) | {"required(title)": verdict})
    (failure,) = validate("boxes", table("boxes", [box(1)])).dataset_failures
    assert named in failure.message


def test_an_unknown_dataset_is_an_error() -> None:
    with pytest.raises(ContractError, match="no dataset 'maps'"):
        validate("maps", pa.table({}))
    with pytest.raises(ContractError, match="no dataset maps"):
        validate_all({"maps": pa.table({})})


@pytest.fixture(scope="module")
def release() -> ReleaseValidation:
    return validate_all(tables())


def test_a_good_release_may_be_published(release: ReleaseValidation) -> None:
    assert release.failures == ()
    assert release.may_be_published
    assert set(release.tables) == set(load_all())
    assert len(release.tables["numeric_targets"]) == 1
    assert len(release.tables["quarantine"]) == 0


def test_every_table_keeps_its_schema(release: ReleaseValidation) -> None:
    for name, data in release.tables.items():
        assert data.schema.equals(arrow_schema(name), check_metadata=True), name


@pytest.mark.usefixtures("agreeing")
def test_a_row_follows_its_parent_into_quarantine() -> None:
    given = tables(boxes=[box(1, char_end=2), box(2)], box_items=[item("p-b-1"), item("p-b-2")])
    found = validate_all(given)
    assert found.tables["box_items"].column("box_id").to_pylist() == ["p-b-2"]
    assert [(r["dataset"], r["row_id"], r["expectation"]) for r in found.tables["quarantine"].to_pylist()] == [
        ("box_items", "p-b-1/01", "foreign_key(box_id: boxes)"),
        ("boxes", "p-b-1", "ordered(char_start, char_end)"),
    ]
    assert found.may_be_published


@pytest.mark.usefixtures("agreeing")
def test_rows_follow_over_several_steps() -> None:
    given = tables(
        documents=[document(), document("q", text_sha256="short")],
        boxes=[box(1, document_id="q")],
        box_items=[item("p-b-1")],
    )
    found = validate_all(given)
    assert found.tables["documents"].column("document_id").to_pylist() == ["p"]
    assert len(found.tables["boxes"]) == len(found.tables["box_items"]) == 0


@pytest.mark.usefixtures("agreeing")
def test_a_target_outlives_its_section_without_the_reference() -> None:
    found = validate_all(tables(sections=[section(1, char_end=5), section(2, parent_id="p-s-1")]))
    assert found.tables["numeric_targets"].column("section_id").to_pylist() == [None]
    assert found.tables["sections"].column("parent_id").to_pylist() == [None]
    assert found.may_be_published
    check = next(c for c in found.checks if c.rule == "foreign_key(section_id: sections)" and c.failing)
    assert (check.dataset, check.failing) == ("numeric_targets", 1)


@pytest.mark.usefixtures("agreeing")
def test_a_parent_that_nobody_made_refuses_the_release() -> None:
    found = validate_all(tables(box_items=[item("p-b-9")]))
    (failure,) = found.failures
    assert failure.rule == "foreign_key(box_id: boxes)"
    assert "p-b-9" in failure.message


@pytest.mark.usefixtures("agreeing")
def test_what_coverage_counts_as_published_must_be_there() -> None:
    found = validate_all(tables(numeric_targets=[]))
    assert [(f.dataset, f.rule) for f in found.failures] == [("numeric_targets", "not_vanished")]


@pytest.mark.usefixtures("agreeing")
def test_rows_already_in_quarantine_stay_there() -> None:
    row = {
        "dataset": "boxes", "row_id": "p-b-7", "expectation": "read", "row": None, "reason": "It cannot be read.",
        "severity": "error", "document_id": "p", "page": None,
    }  # fmt: skip
    found = validate_all(tables(quarantine=[row]))
    assert found.tables["quarantine"].to_pylist() == [row]


@pytest.mark.usefixtures("agreeing")
def test_settled_tables_pass_a_second_time() -> None:
    once = validate_all(tables(sections=[section(1, char_end=5)], boxes=[box(1, char_end=2)]))
    again = validate_all(once.tables)
    assert again.failures == ()
    assert all(again.tables[name].equals(once.tables[name]) for name in once.tables)


@pytest.mark.parametrize("reason", NO_TEXT)
@pytest.mark.usefixtures("agreeing")
def test_what_was_read_on_a_page_of_noise_is_held(reason: str) -> None:
    found = validate_all(
        tables(
            pages=[page(1), page(2, "partly_read", reason)],
            numeric_targets=[target(1, page=1), target(2, page=2), target(3, page=2)],
            boxes=[box(1, page=2, page_end=2), box(2, page=1, page_end=2)],
            box_items=[item("p-b-1"), item("p-b-2")],
        )
    )
    assert found.may_be_published
    assert found.tables["numeric_targets"].column("target_id").to_pylist() == ["p-t-1"]
    assert found.tables["boxes"].column("box_id").to_pylist() == ["p-b-2"]
    assert [(r["dataset"], r["row_id"], r["expectation"]) for r in found.tables["quarantine"].to_pylist()] == [
        ("box_items", "p-b-1/01", "foreign_key(box_id: boxes)"),
        ("boxes", "p-b-1", "legible(page)"),
        ("numeric_targets", "p-t-2", "legible(page)"),
        ("numeric_targets", "p-t-3", "legible(page)"),
    ]
    assert len(found.tables["pages"]) == 2
    check = next(c for c in found.checks if (c.dataset, c.rule) == ("numeric_targets", "legible(page)"))
    assert (check.rows, check.failing, check.passed, check.severity) == (3, 2, False, "error")


@pytest.mark.usefixtures("agreeing")
def test_hidden_text_is_text() -> None:
    found = validate_all(tables(pages=[page(2, "hidden_text")], numeric_targets=[target(1, page=2)]))
    assert len(found.tables["numeric_targets"]) == 1
    assert len(found.tables["quarantine"]) == 0


@pytest.mark.usefixtures("agreeing")
def test_pages_of_noise_belong_to_their_own_document() -> None:
    other = target(1, target_id="q-t-1", document_id="q", page=2)
    found = validate_all(
        tables(documents=[document(), document("q")], pages=[page(2, NO_TEXT[0])], numeric_targets=[other])
    )
    assert found.tables["numeric_targets"].column("target_id").to_pylist() == ["q-t-1"]


@pytest.mark.usefixtures("agreeing")
def test_a_document_of_noise_alone_refuses_no_release() -> None:
    found = validate_all(tables(pages=[page(2, NO_TEXT[0])], numeric_targets=[target(1, page=2)]))
    assert found.failures == ()
    assert len(found.tables["numeric_targets"]) == 0


def test_rows_that_come_by_comparing_are_checked_and_counted_with_the_others() -> None:
    def link(name: str, score: float) -> dict[str, object]:
        fields = dict.fromkeys(load("crosswalk").field_names)
        return {
            **fields,
            "link_id": name,
            "link_kind": "place",
            "left_document_id": "a",
            "right_document_id": "b",
            "agreement": "same",
            "score": score,
        }

    names = ("crosswalk", "pages", "quarantine")
    known = {name: table(name, [link("old", 0.5)] if name == "crosswalk" else []) for name in names}
    before = ReleaseValidation(known, (), validate("crosswalk", known["crosswalk"]).checks)
    after = validate_added(before, known, {"crosswalk": table("crosswalk", [link("new", 0.9), link("bad", 7.0)])})
    assert after.tables["crosswalk"].column("link_id").to_pylist() == ["old", "new"]
    assert set(after.tables["quarantine"].column("row_id").to_pylist()) == {"bad"}
    (check,) = [c for c in after.checks if c.failing]
    assert (check.dataset, check.rows, check.failing) == ("crosswalk", 3, 1)


def test_rows_of_the_last_release_fill_what_this_run_left_empty() -> None:
    empty = validate_all({})
    assert {f.dataset for f in empty.failures} >= {"documents", "coverage"}
    kept = {**empty.tables, "documents": table("documents", [document()])}
    after = validate_added(empty, kept, {})
    assert {f.dataset for f in after.failures} == {f.dataset for f in empty.failures} - {"documents"}
