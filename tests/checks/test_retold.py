"""A comparison completes what a document told by itself, and takes back what it tells better."""

from __future__ import annotations

from extractors.checks.retold import retold
from extractors.language.editions import Edition
from extractors.language_records import GlossaryTerm
from extractors.records import Discrepancy, Indicator
from extractors.source import Source

SOURCE = Source("en", "E", "e.txt", ("en",), "plan_outline", "translation", "full", "CC0-1.0")


def line(start: int) -> Indicator:
    return Indicator("en", "t", start, None, "Grain production capacity", "t", "t", start, start + 40)


def turned(at: int, check: str = "edition_comparator_reversed") -> Discrepancy:
    return Discrepancy("d", check, "error", "en", "m", at, at + 2, None, "zh", 1, 2, "<6", ">6")


def test_a_gloss_that_another_edition_solves_is_told_with_what_it_must_read() -> None:
    terms = (
        GlossaryTerm("g1", "en", "harbours", "泮口", True, 10, 14),
        GlossaryTerm("g2", "en", "piers", "码头", False, 30, 34),
    )
    found = retold([Edition(SOURCE, "", terms=terms)], {"g1": "港口"}, [])
    assert found.solved == {"en/garbled_gloss/10": "港口"}
    assert "it must read 港口" in found.messages()["en/garbled_gloss/10"]


def test_a_line_whose_bound_the_original_turns_round_has_one_row() -> None:
    family = [Edition(SOURCE, "", indicators=(line(100), line(200)))]
    assert retold(family, {}, [turned(120)]).superseded == {"en/reversed_comparator/100"}
    assert retold(family, {}, [turned(120, "edition_limit")]).superseded == frozenset()
