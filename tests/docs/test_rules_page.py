"""The page on rules names files that are there and tells how to find the code of each rule that is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flows.explaining import FIELDS, reasons_of

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_each_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([a-z_/]+\.(?:py|yaml))`", PAGE))
    assert len(named) > 25
    places = {name: PROJECT / (name if "/" in name else f"extractors/targets/{name}") for name in named}
    assert [name for name, path in sorted(places.items()) if not path.is_file()] == []


def test_each_field_that_is_explained_is_told() -> None:
    rows = "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `"))
    assert [field for field in (*FIELDS, "unit_ucum", "value_si", "unit_si") if f"`{field}`" not in rows] == []


@pytest.mark.parametrize("name", ["sample-plan-en-txt.txt", "sample-plan-zh-txt.md"])
def test_each_rule_that_is_shown_is_found_as_the_page_says(name: str) -> None:
    from extractors.pipeline import extract
    from extractors.records import NumericTarget
    from flows.single import guessed_source, read_single

    document = read_single(PROJECT / "sources" / name)
    extraction = extract(document, guessed_source(document, PROJECT / "sources" / name))
    grounds = {one.target_id: one for one in extraction.grounds}
    shown = {
        (reason.field, reason.rule)
        for target in extraction.rows["numeric_targets"]
        if isinstance(target, NumericTarget)
        for reason in reasons_of(target, grounds.get(target.target_id))
        if reason.rule and not reason.rule.startswith("indicator_table.")
    }
    assert len(shown) > 40
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((PROJECT / "extractors").rglob("*.py")))
    quoted = set(re.findall(r'"(?:[a-z]{2}\.[a-z]+\.)?([a-z_]+)"', code)) | {"no_doubt"}
    parts = {(field, part) for field, rule in shown for part in rule.split(".")}
    assert {(f, p) for f, p in parts if p not in quoted and not re.match(r"verb_|reviewed_", p)} == set()
