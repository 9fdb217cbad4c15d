"""Why a published target says what it says, and why other numbers are none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.explaining import plain
from flows.single import read_single
from publishers import catalog

SAMPLES = Path(__file__).parents[2] / "sources"
ROADS = (
    "Chapter 1 Roads\n\nThe county will build more than 120 kilometers\nof rural roads by 2025. See the 3rd atlas "
    "for highway G219.\n\nThe county will raise forest cover to 24.1%.\n"
)


@pytest.fixture(scope="module")
def place(published: Callable[[str], Path]) -> Path:
    return published(ROADS)


@pytest.fixture(autouse=True)
def there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)


def targets(document: str) -> list[dict[str, Any]]:
    release = catalog.latest(Path("output"))
    assert release is not None
    table = release.table("numeric_targets")
    assert table is not None
    return [row for row in table.to_pylist() if row["document_id"] == document]


def call(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def table_of(said: str) -> dict[str, list[str]]:
    """Field to value, rule and words of the first table."""
    lines = said.splitlines()
    first = next(n for n, line in enumerate(lines) if re.match(r"field +value +rule +words", line))
    rows = [re.split(r"  +", line.strip()) for line in lines[first + 1 :]]
    return {row[0]: row[1:] for row in rows if len(row) > 1}


def test_a_target_of_a_text_tells_its_rules_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    roads = next(row for row in targets("willow") if row["number_text"] == "120")
    assert call("explain", roads["target_id"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{roads['target_id']}  willow.txt: ")
    # The sentence as it was read, on one line, with the number marked.
    lines = said.splitlines()
    at = lines.index("  The county will build more than 120 kilometers of rural roads by 2025.")
    assert lines[at + 1].index("^") == lines[at].index("120")
    assert lines[at + 1].count("^") == 3
    table = table_of(said)
    assert table["value"][0] == "120"
    assert table["comparator"][0] == "gt"
    assert table["comparator"][2] == "more than"
    assert table["unit"][::2] == ["km", "kilometers"]
    assert table["target_year"][::2] == ["2025", "2025"]
    assert table["value_si"][0] == "120,000"
    assert all(len(table[field]) > 1 and table[field][1] for field in ("kind", "indicator", "direction"))
    assert "otherwise" not in said


@pytest.mark.parametrize("in_table", [True, False])
def test_targets_of_a_pdf_are_explained(in_table: bool, capsys: pytest.CaptureFixture[str]) -> None:
    row = next(r for r in targets("sample-plan-en-pdf") if (r["element"] == "table") == in_table)
    assert call("explain", row["target_id"]) == 0
    said = capsys.readouterr().out
    assert f"page {row['page']}" in said
    assert "^" * len(row["number_text"]) in said
    assert table_of(said)["kind"][0] == row["kind"]


def test_a_release_of_other_rules_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import extractors.targets.extract as reading

    forest = next(row for row in targets("willow") if row["number_text"] == "24.1%")
    record = reading._record

    def softened(*arguments: Any) -> Any:
        from dataclasses import replace

        return replace(record(*arguments), wording_strength="soft")

    monkeypatch.setattr(reading, "_record", softened)
    assert call("explain", forest["target_id"]) == 0
    said = capsys.readouterr().out
    assert "Release 1.0.0 has otherwise, by the rules of its time: wording_strength neutral" in said


def test_a_statement_that_is_read_no_more(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import extractors.targets.extract as reading
    from extractors.targets.statement import Reading

    forest = next(row for row in targets("willow") if row["number_text"] == "24.1%")
    monkeypatch.setitem(reading._READERS, "en", lambda _sentence, _context: Reading((), ()))
    assert call("explain", forest["target_id"]) == 2
    assert "today's rules read no statement" in capsys.readouterr().err


def test_a_row_of_another_dataset_is_not_explained(capsys: pytest.CaptureFixture[str]) -> None:
    release = catalog.latest(Path("output"))
    assert release is not None
    boxes = release.table("boxes")
    assert boxes is not None
    assert call("explain", boxes.to_pylist()[0]["box_id"]) == 2
    assert "only numeric_targets are explained" in capsys.readouterr().err


def test_several_targets_of_a_document_are_explained_by_one_reading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import flows.commands.explain as explaining

    read: list[str] = []

    def counted(path: Path, *more: str) -> Any:
        read.append(path.name)
        return read_single(path, *more)

    monkeypatch.setattr(explaining, "read_single", counted)
    ids = [row["target_id"] for row in targets("willow")]
    assert call("explain", *ids, ids[0]) == 0
    heads = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "willow.txt: " in line]
    assert heads == ids
    assert read == ["willow.txt"]


def test_a_fact_is_explained_by_the_row_that_counts(capsys: pytest.CaptureFixture[str]) -> None:
    row = targets("willow")[0]
    assert call("explain", row["fact_id"]) == 0
    assert capsys.readouterr().out.startswith(row["target_id"])


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("zh.kind.review_title", "review_title"),
        ("zh.number.digits", "digits"),
        ("number_digits", "digits"),
        ("level_to_reach", "level_to_reach"),
        ("zh.confidence", "no_doubt"),
        ("zh.confidence.far.odd", "far.odd"),
        ("indicator_table.grid.level", "indicator_table.grid.level"),
        ("en.verb_count", "verb_count"),
        (None, None),
    ],
)
def test_a_rule_has_one_form_of_name(rule: str | None, name: str | None) -> None:
    assert plain(rule) == name


def test_an_id_that_nobody_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("explain", "willow-t-0000000000") == 2
    assert "has the id willow-t-0000000000" in capsys.readouterr().err


def test_a_whole_file_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("extract", "sources/willow.txt", "--explain") == 0
    said = capsys.readouterr().out
    assert said.count("field ") == 2
    rest = said[said.index("a number that is no target") :]
    reasons = {number: reason for reason, number in re.findall(r"^\d+ +(\w+) .*?⟦(\w+)⟧", rest, re.MULTILINE)}
    assert reasons == {"1": "list_or_heading_number", "2025": "date", "3": "ordinal", "219": "code"}
    assert said.splitlines()[-1] == "2 statements, 4 numbers that are none."


def test_the_lines_of_numbers_are_those_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    call("extract", "sources/willow.txt", "--explain")
    found = re.findall(r"^(\d+) +\w+ .*?⟦(\w+)⟧", capsys.readouterr().out, re.MULTILINE)
    lines = ROADS.splitlines()
    assert len(found) == 4
    assert all(number in lines[int(line) - 1] for line, number in found)


def test_nothing_that_is_printed_steers_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(
        "The county will build 120 kilometers of \u202erural\x07 roads by 2025 \x1b[31m.\nSee \x1b]0;x\x07 G219.\n"
    )
    for options in (["--explain"], []):
        assert call("extract", str(path), *options) == 0
        said = capsys.readouterr().out
        assert "120" in said
        assert [c for c in said if not c.isprintable() and c != "\n"] == []


def test_output_fits_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.cells import cell_len

    call("extract", str(SAMPLES / "sample-plan-zh-pdf.pdf"), "--explain")
    assert max(cell_len(line.rstrip()) for line in capsys.readouterr().out.splitlines()) <= 110


@pytest.mark.parametrize("other", [("--format", "csv"), ("--dataset", "boxes"), ("--output", "x.csv")])
def test_an_explanation_is_for_people(other: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call("extract", "sources/willow.txt", "--explain", *other) == 2
    assert "Leave out --dataset, --format and --output, or --explain" in " ".join(capsys.readouterr().err.split())
    assert not Path("x.csv").exists()


def test_what_was_not_found_has_no_rule_and_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    roads = next(row for row in targets("willow") if row["number_text"] == "120")
    assert call("explain", roads["target_id"]) == 0
    table = table_of(capsys.readouterr().out)
    assert roads["value_max"] is None
    assert {"value_max", "base_value", "counted_object"} & set(table) == set()


@pytest.mark.parametrize("name", ["sample-plan-en-pdf.pdf", "sample-plan-zh-pdf.pdf"])
def test_rules_are_named_alike_in_both_languages(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    call("extract", str(SAMPLES / name), "--explain")
    said = capsys.readouterr().out
    assert re.findall(r" (?:zh|en)\.\w+", said) == []
    assert re.findall(r" (?:kind|unit|number|comparator|year|wording)\.\w+ ", said) == []
    heading = "Numbers that are no target, each with the line of the text as it was read, and why it is none:"
    assert said.splitlines().count(heading) == 1


@pytest.mark.parametrize("name", ["sample-plan-en-txt.txt", "sample-plan-zh-txt.md"])
def test_every_field_that_says_something_has_a_rule(name: str) -> None:
    from extractors.pipeline import extract
    from extractors.records import NumericTarget
    from flows.explaining import reasons_of
    from flows.single import guessed_source, read_single

    document = read_single(SAMPLES / name)
    extraction = extract(document, guessed_source(document, SAMPLES / name))
    grounds = {one.target_id: one for one in extraction.grounds}
    told = [
        reason
        for target in extraction.rows["numeric_targets"]
        if isinstance(target, NumericTarget)
        for reason in reasons_of(target, grounds.get(target.target_id))
    ]
    assert len(told) > 500
    assert {reason.field for reason in told if not reason.rule} == set()
