"""Which English words are verbs, and in which time they play."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement
from extractors.targets.verb_forms_en import forms

PLAN = Context(language="en", plan_start=2021, plan_end=2025)


def read(sentence: str, context: Context = PLAN) -> tuple[Statement, ...]:
    return read_english(sentence, context).statements


@pytest.mark.parametrize(
    "form", ["refitted", "equipped", "outstripped", "retrofitted", "forbidden", "totalled", "totaled", "cancelling"]
)
def test_forms_are_spelled_as_they_are_printed(form: str) -> None:
    assert form in forms()


@pytest.mark.parametrize("form", ["refited", "equiped", "forbided", "editted"])
def test_forms_that_nobody_prints(form: str) -> None:
    assert form not in forms()


def test_a_capitalised_word_in_a_name_is_no_verb() -> None:
    found = read("According to the Development and Reform Commission, nearly 900 key projects were carried out.")[0]
    assert found.kind == "fact"


def test_a_title_in_capitals_may_hold_a_verb() -> None:
    assert read("Build 20 New Schools And Train 300 Teachers")[0].direction == "build"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The plan hopes to have the unemployment rate decreased to 45% by 2025.", "target"),
        ("The port is tasked with handling 35 million TEUs a year.", "target"),
        ("Farmers, who account for 85 percent of the people, will see their income rise.", "fact"),
        ("The roads were mended, with 63 bridges completed.", "fact"),
        ("Firms with new owners outnumbered 10,000.", "fact"),
    ],
)
def test_when_it_plays(sentence: str, kind: str) -> None:
    assert read(sentence)[0].kind == kind


def test_the_year_behind_as_of() -> None:
    assert read("The state will raise its capacity to 98 GW as of 2023.")[0].target_year == 2023


def test_a_growth_of_so_much_a_year_beside_a_level() -> None:
    found = read("Investment reached 1.79 trillion yuan, with an average annual growth of 21.6 per cent.")
    assert [s.change_period for s in found] == ["level", "annual"]


def test_the_second_value_behind_a_semicolon_has_its_own_name() -> None:
    found = read("Farming will be 17% of output by 2023; and the digital economy 25-30% by 2023 and 35-40% by 2025.")
    assert [(s.value, s.value_max, s.target_year) for s in found] == [(17, None, 2023), (25, 30, 2023), (35, 40, 2025)]


def test_where_a_length_lies_is_no_second_value() -> None:
    found = read("The metro will be extended to 5,000 km across 75 cities compared to the current total of 754 km.")
    assert [(s.value, s.base_value) for s in found] == [(5000, 754)]
