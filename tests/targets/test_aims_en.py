"""What shows that an English number is aimed at or describes what is: forecasts, recommendations, words of now."""

from __future__ import annotations

import pytest

from extractors.targets.english import read_english
from extractors.targets.sentences import split
from extractors.targets.statement import Context, Statement

UNDATED = Context(language="en")
PLAN = Context(language="en", plan_start=2021, plan_end=2030)


def read(sentence: str, context: Context = UNDATED) -> tuple[Statement, ...]:
    return read_english(sentence, context).statements


@pytest.mark.parametrize(
    ("sentence", "kind", "direction"),
    [
        ("The forecast for 2024 is a 5.5% growth rate.", "target", "reach"),
        ("Key recommendations include ensuring 10 per cent of homes are heated by pumps.", "target", "reach"),
        ("We aim to clean the grid by 2030, including targeting 9 GW of wind power.", "target", "reach"),
        ("We are aiming for 845,000 electric cars to be on the road by 2030.", "target", "reach"),
        ("The strategy has envisaged increasing foreign earnings to $340 million a year.", "target", "reach"),
        ("The report calls for tripling yearly installations of wind power.", "target", "increase_by"),
        ("Up to now, 97.25% of the people are covered by fast networks.", "fact", "none"),
    ],
)
def test_aims_and_descriptions(sentence: str, kind: str, direction: str) -> None:
    found = read(sentence)[0]
    assert (found.kind, found.direction) == (kind, direction)


def test_words_of_now_at_the_head_hold_for_the_whole_sentence() -> None:
    sentence = "Up to now, 100% of towns have a line and 97.25% of the people are covered by it."
    assert {s.kind for s in read(sentence, PLAN)} == {"fact"}


def test_all_things_of_a_number_may_be_what_is_to_be_done() -> None:
    found = read("Retrofit all 1.1 million homes by the end of 2025.")[0]
    assert (found.value, found.kind, found.target_year) == (1.1e6, "project", 2025)


def test_the_year_of_a_subject_that_is_to_come() -> None:
    found = read("The agency projects that 2030 emissions will be 11% lower than 2018 levels.")[0]
    assert (found.target_year, found.direction) == (2030, "reduce_by")


def test_a_steady_flow_is_a_level() -> None:
    found = read("Grain output remained steady at over 650 million tons, and jobs averaged 12 million over five years.")
    assert found[0].change_period == "level"


def test_a_decrease_from_the_year_before_gives_a_base() -> None:
    found = read("Schools have an allocation of $666 million, a slight decrease from the previous year's $690 million.")
    assert [(s.value, s.base_value) for s in found] == [(666e6, 690e6)]


def test_a_currency_with_a_full_stop_ends_no_sentence() -> None:
    text = "The state invests Ksh. 16.3 billion in networks. It pays Rs. 5 crore."
    assert [text[a:b] for a, b in split(text, "en")] == [
        "The state invests Ksh. 16.3 billion in networks.",
        "It pays Rs. 5 crore.",
    ]
    assert read("The state invests Ksh. 16.3 billion in networks.")[0].unit == "KES"


def test_a_range_written_with_hyphens() -> None:
    found = read("Achieve a 5-to-5.5-percent annual growth rate in output.")[0]
    assert (found.value, found.value_max, found.unit, found.change_period) == (5, 5.5, "%", "annual")


def test_a_sum_glued_to_the_full_stop_of_its_currency() -> None:
    found = read("The state has set aside Rs.5,840 crore for welfare and Rs.2,727 crore for pensions.")
    assert [(s.value, s.unit) for s in found] == [(5840e7, "INR"), (2727e7, "INR")]


def test_every_year_behind_two_nouns() -> None:
    found = read("Kits will be given to 125,000 pregnant women and young mothers every year.")[0]
    assert (found.value, found.change_period) == (125000, "annual")
