"""Words, forms and marks that cannot be right; and what looks like them and stays."""

from __future__ import annotations

import pytest
from checked_texts import Checking

WRONG = [
    ("repeated_word", "We will protect the the wetlands of the coast.", "the the"),
    ("repeated_word", "We will improve the mobility and mobility of rural roads.", "the mobility and mobility"),
    ("repeated_word", "Met in the period of the “Sixth Plan” period.", "period of the “Sixth Plan” period"),
    ("wrong_form", "We will pass on Danish's excellent crafts.", "Danish's excellent"),
    ("wrong_form", "We will help them in furthering playing their roles.", "in furthering playing their"),
    ("wrong_form", "The council will strengthening its offices.", "will strengthening"),
    ("wrong_form", "It is a important task of the council.", "a important"),
    ("missing_word", "We will extend the and parental leave to all.", "the and parental"),
    ("doubled_mark", "We will build schools,, clinics and parks.", "build schools,,"),
]  # fmt: skip
RIGHT = [
    "It had had more and more visitors from Baden Baden.",
    "Research institutes and institutes of learning will meet.",
    "The rate of growth above the rate of last year was told.",
    "What will strengthening the dykes cost a European or a one-armed union?",
    "See Rossi, Op. Cit., p. 4; see Rossi, Op. Cit., p. 9, and Bauer et al., p. 2.",
    "We will adhere to and improve the rules, and cooperate with and learn from others.",
    "It is within the reach of people's and an hour's walk of the Danish people.",
]


@pytest.mark.parametrize(("check", "sentence", "span"), WRONG)
def test_wrong_words_are_told_with_the_smallest_span(checked: Checking, check: str, sentence: str, span: str) -> None:
    assert checked(sentence + "\n").spans(check) == [span]


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_words_are_left_alone(checked: Checking, sentence: str) -> None:
    assert not checked(sentence + "\n").names


def test_two_marks_that_often_stand_together_are_a_style(checked: Checking) -> None:
    assert checked("\n\n".join(["We build roads,, bridges."] * 3)).names == set()


def test_a_word_of_no_list_one_letter_off_the_document_s_word_is_misspelt(checked: Checking) -> None:
    text = "The reservoirs fill. New reservoirs follow. All reservoirs, but one of the resevoirs, are full.\n"
    assert [(r.value, r.other_value) for r in checked(text).of("misspelt_word")] == [("resevoirs", "reservoirs")]


def test_british_and_american_spelling_are_no_slips(checked: Checking) -> None:
    assert checked("Ten kilometers, then kilometers, then more kilometers, and two kilometres.\n").names == set()


@pytest.mark.parametrize(
    ("usual", "odd"),
    [("in a thorough manner", "in a thorough manger"), ("the county seat grows", "the country seat grows")],
)
def test_a_word_in_its_neighbour_s_place_is_told(checked: Checking, usual: str, odd: str) -> None:
    usually = [f"We do it, {usual}, in the {where}." for where in ("north", "south", "east", "centre", "hills")]
    text = "\n\n".join([*usually, f"And last, {odd}, in the west."])
    assert len(checked(text).of("wrong_collocation")) == 1


@pytest.mark.parametrize("odd", ["agricultural productive zones", "agricultural protection zones"])
def test_another_form_or_another_word_is_no_slip(checked: Checking, odd: str) -> None:
    text = "\n\n".join(
        [*["We widen agricultural production zones."] * 3, *["We see agricultural sites."] * 4, f"We name {odd} too."]
    )
    assert not checked(text).of("wrong_collocation")


def test_a_chinese_verb_before_and_behind_its_object_is_told(checked: Checking) -> None:
    text = "一、任务\n推动港口转型与提升服务水平提升，增强竞争力。\n持续提升港口服务水平，推动水平提升。\n"
    assert checked(text, "zh").spans("repeated_verb") == ["提升服务水平提升"]


def test_neighbouring_chinese_words_that_share_a_character_are_no_repetition(checked: Checking) -> None:
    text = "一、任务\n加强监测预测预警，深化文化文艺工程，明确目的的同时共建共治共享。\n"
    assert not checked(text, "zh").names
