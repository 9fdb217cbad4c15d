"""What is found everywhere is told once."""

from __future__ import annotations

from extractors.checks.bounding import bounded
from extractors.checks.material import Finding


def findings(*checks: str) -> list[Finding]:
    return [Finding(check, f"It is {check}.", at, at + 1) for at, check in enumerate(checks)]


def test_few_findings_stay_as_they_are() -> None:
    found = findings("a", "a", "b", "a")
    assert bounded(found, 300, 8) == found


def test_the_most_frequent_check_is_drawn_together_first() -> None:
    kept = bounded(findings(*"aaaaaabb"), 300, 8)
    assert [f.check for f in kept] == ["a", "b", "b"]
    assert kept[0].message.endswith("5 more places are alike; this is the first.")


def test_a_long_document_may_have_more() -> None:
    assert len(bounded(findings(*"aaaaaabb"), 10_000, 8)) == 8
    assert len(bounded(findings(*"aaaaaabb", *"aaaaaa"), 10_000, 8)) == 3


def test_checks_that_each_found_one_thing_are_all_told() -> None:
    assert len(bounded(findings(*"abcdefgh"), 100, 8)) == 8
