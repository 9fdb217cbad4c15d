from __future__ import annotations

from typing import Any

import pytest

from flows.describing import describe

GOOD: dict[str, Any] = {
    "id": "willow-plan",
    "title": "Plan of Willow County",
    "file": "willow-plan.txt",
    "language": ["zh", "en"],
    "document_type": "plan_outline",
    "authority": "official",
    "redistribution": "full",
    "licence": "CC0",
}


def test_every_key_becomes_a_field() -> None:
    source, problems = describe({**GOOD, "period": {"start": 2021, "end": 2025}, "plan": 14, "published": 2021})
    assert not problems
    assert source is not None
    assert (source.period_start, source.period_end, source.plan, source.published) == (2021, 2025, "14", "2021")
    assert source.language == ("zh", "en")


def test_null_is_as_good_as_absent() -> None:
    source, problems = describe({**GOOD, "plan": None, "period": None, "url": None})
    assert source is not None
    assert not problems


@pytest.mark.parametrize("key", sorted(GOOD))
def test_a_required_key_that_is_missing_is_named(key: str) -> None:
    source, problems = describe({k: v for k, v in GOOD.items() if k != key})
    assert source is None
    assert [p.key for p in problems] == [key]
    assert f"'{key}: ...'" in problems[0].remedy


def test_an_unknown_key_is_named() -> None:
    _, problems = describe({**GOOD, "licence": "CC0", "license": "CC0"})
    assert [p.message for p in problems] == ["unknown key 'license'"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Willow_Plan"),
        ("id", "a" * 81),
        ("title", ""),
        ("title", ["Plan"]),
        ("language", []),
        ("language", ["english please"]),
        ("language", [False]),
        ("document_type", "Plan outline"),
        ("authority", "Official"),
        ("redistribution", "all"),
        ("period", {"start": 2025, "end": 2021}),
        ("period", {"start": "2021", "end": 2025}),
        ("period", "2021-2025"),
        ("published", "spring 2021"),
        ("url", "ftp://example.org/plan"),
        ("jurisdiction", "China"),
        ("plan", True),
        ("title", "bell\a"),
    ],
)
def test_a_wrong_value_says_what_it_must_be(key: str, value: object) -> None:
    source, problems = describe({**GOOD, key: value})
    assert source is None
    assert [p.key for p in problems] == [key]
    assert problems[0].remedy.startswith("It must be ")


def test_all_problems_are_told_at_once() -> None:
    _, problems = describe({**GOOD, "authority": "none", "colour": "red", "licence": None})
    assert {p.key for p in problems} == {"authority", "colour", "licence"}
