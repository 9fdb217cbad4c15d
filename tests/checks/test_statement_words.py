"""A message quotes a number with its bound in words; a value is what is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.checks.edition_capacity import edition_capacity
from extractors.checks.statement_words import printed, said
from extractors.language.editions import Edition
from extractors.language.links import Linked
from extractors.language.links_structure import Pair, Structure
from extractors.language.target_links import TargetLinks
from extractors.records import NumericTarget
from extractors.source import Source

TARGET = NumericTarget(
    target_id="x", document_id="a", language="en", element="prose", kind="target", indicator="quays",
    comparator="eq", unit="count", direction="build", quote="q", quote_sha256="", char_start=0, char_end=40,
    number_text="40", number_char_start=0, number_char_end=2, rule_id="r", confidence=0.9, time_basis="document",
    wording_strength="neutral", value=40.0,
)  # fmt: skip


def target(text: str, number: str, comparator: str = "eq", word: str | None = None) -> NumericTarget:
    start = text.index(number)
    return replace(
        TARGET, number_text=number, number_char_start=start, number_char_end=start + len(number),
        comparator=comparator, comparator_text=word,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "comparator", "word", "quoted", "value"),
    [
        ("dredge 40 ports", "40", "eq", None, "40", "40"),
        ("疏浚港口40个以上，", "40", "ge", "以上", "40 or more (以上)", "40个以上"),
        ("dredge more than 40 ports", "40", "gt", "more than", "more than 40", "more than 40"),
        ("dredge more\nthan 40 \nmillion", "40 \nmillion", "gt", "more\nthan", None, "more than 40 million"),
        ("over 10 or over 40 ports", "40", "gt", "over", "more than 40 (over)", "over 40"),
        ("losses <6.5", "6.5", "lt", "<", "less than 6.5 (<)", "<6.5"),
    ],
)
def test_bounds_are_quoted_in_words_and_as_printed(
    text: str, number: str, comparator: str, word: str | None, quoted: str | None, value: str
) -> None:
    told = target(text, number, comparator, word)
    assert quoted is None or said(told) == quoted
    assert printed(told, text) == value


def editions(zh: str, en: str) -> Linked:
    left, right = (
        Edition(Source(name, name, "f", (name,), "plan_outline", "official", "full", "CC0-1.0"), "")
        for name in ("zh", "en")
    )
    pair = Pair(replace(TARGET, indicator=zh, language="zh"), replace(TARGET, indicator=en), (), 1.0)
    return Linked(left, right, Structure(), (), TargetLinks((pair,), (), ()))


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("医院床位", "hospitals", True),
        ("医院床位", "hospital beds", False),
        ("普惠学位", "affordable school slots", False),
        ("幼儿园", "kindergarten places", True),
        ("医院", "hospitals", False),
        ("学校教师", "university faculty", False),
    ],
)
def test_places_are_not_the_institutions_that_have_them(zh: str, en: str, told: bool) -> None:
    found = list(edition_capacity(editions(zh, en)))
    assert [(document, f.check, f.value, f.other_value) for document, f in found] == (
        [("en", "edition_unit", en, zh)] if told else []
    )
