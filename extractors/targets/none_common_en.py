"""Why an English number, in digits or words, is none: denominators, ages, spans of time, sets that scope others."""

from __future__ import annotations

from functools import cache

from extractors.targets.numbers_en import Number, Token, glued
from extractors.targets.quantities_en import TIME_UNITS, Quantity
from extractors.targets.scoping_en import ARTICLES, age_without_unit, attribute, scopes
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import Phrases, words, wordset

OPENING, CLOSING = "“\"'‘«", "”\"'’»"


OLDEST = 130
PER_PEOPLE = {1e3, 1e4, 1e5, 1e6}
RANKED = {"rank", "ranks", "ranked", "ranking", "first", "second", "third", "top", "no", "place", "placed"}
LENGTHS = {"km", "m"}
SMALL = 20


def names_plan(lows: list[str], at: int) -> bool:
    """'five-year', 'Five-Year Plan' at or right behind this place."""
    window = [low for low in lows[at : at + 7] if low not in ("-", "“", '"', "”", "of", "the")]
    if not window:
        return False
    plans = wordset("none", "plan_nouns")
    return ("year" in window[:2]) or window[0] in plans


def hyphened(tokens: list[Token], lows: list[str], number: Number) -> str | None:
    """What follows a hyphen: a span of time, or part of a word ('three-dimensional')."""
    at = number.last
    if not (at + 1 < len(tokens) and tokens[at].text in "-‑–" and glued(tokens, at - 1, at)):
        return None
    follower = lows[at + 1]
    if follower in ("year", "years"):
        return (
            "plan_name"
            if names_plan(lows, at + 2) or at + 2 >= len(lows) or lows[at + 2] in ("”", '"', "[")
            else "age_or_duration"
        )
    if follower in ("month", "day", "hour", "minute", "week", "months", "days", "hours"):
        return "age_or_duration"
    return "part_of_name" if number.form == "digits" else "named_concept"


def common(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Denominators, ages, spans of time, sets that scope something else."""
    first, last = found.number.first, found.number.last
    before = lows[first - 1] if first else ""
    if before in ("per", "every") or (before == "of" and lows[max(first - 2, 0)] == "out"):
        return "denominator"
    if lows[max(found.left - 3, 0) : found.left] == ["plus", "or", "minus"] or before == "±":
        return "denominator"  # how far the value before it may be missed
    round_number = found.bare and found.number.value in (100, 1000, 10000, 100000, 1000000)
    if before == "each" and found.number.value in PER_PEOPLE and found.unit in ("count", "persons"):
        return "denominator"  # "beds for each 10,000 people"
    counted = any(low[0].isdigit() for low in lows[max(first - 4, 0) : first - 1])
    each = before == "each" and lows[max(first - 2, 0)] in ("for", "in")
    if round_number and ((before == "in" and counted and found.number.value >= 1000) or each):
        return "denominator"  # "104 in 100,000 live births"
    if found.bare and lows[max(first - 2, 0) : first] in (["part", "of"], ["one", "of"], ["some", "of"], ["any", "of"]):
        return "part_of_name"
    if (
        before in wordset("none", "age_before")
        or _age_phrases().starting(lows, last)
        or (first > 1 and found.number.value < OLDEST and lows[first - 2] in wordset("none", "age_before"))
    ):
        return "age_or_duration"
    if before == "with" and found.bare and lows[max(first - 2, 0)] != "each" and not _done_behind(lows, last):
        return "part_of_name"
    behind = lows[found.unit_last] if found.unit_last < len(lows) else "."
    held = lows[found.left - 1 : found.left] == ["with"] and found.comparator != "eq"
    if held and (behind in wordset("units", "persons_nouns") or found.unit == "persons"):
        return "part_of_name"  # "towns with over 20,000 inhabitants"
    if found.bare and found.comparator != "eq" and age_without_unit(lows, found):
        return "age_or_duration"
    if found.unit in TIME_UNITS and found.left and lows[found.left - 1] in wordset("none", "duration_before"):
        return "age_or_duration"
    near = lows[found.comparator_first] == "within" and lows[found.right : found.right + 1] == ["of"]
    if near and found.unit in LENGTHS:
        return "part_of_name"  # "live within two kilometres of a road"
    compared = lows[found.comparator_first] in ("within", "over", "under")
    if found.unit in TIME_UNITS and compared and lows[found.left - 1 : found.left] != ["to"]:
        return "age_or_duration"
    if (
        lows[found.comparator_first] == "top"
        and found.bare
        and lows[max(found.left - 1, 0)] not in wordset("meaning", "modals")
    ):
        return "ordinal"  # "Asia's top 200"
    if behind in ("consecutive", "straight", "successive"):
        return "age_or_duration"
    if found.bare and behind in wordset("none", "sizes_in_names") and found.number.value <= SMALL:
        return "part_of_name"  # "4 lane roads"
    if before == "under" and found.bare and behind in ("mortality", "deaths", "child"):
        return "age_or_duration"  # "under five mortality"
    if before == "among" and found.bare and RANKED & set(lows[max(first - 8, 0) : first]):
        return "part_of_name"  # "ranking first among 15 cities"
    if before == "all" and found.number.form == "digits" and found.number.value >= SMALL:
        return None  # "all 832 counties had shaken off poverty"; its clause decides
    if before in ARTICLES and found.bare and found.left == first:
        return "named_concept" if found.number.form == "words" else "part_of_name"
    if (
        last < len(lows)
        and lows[last] in wordset("none", "duration_nouns")
        and lows[found.left - 1] not in wordset("none", "duration_levels")
    ):
        return "age_or_duration"
    if scopes(lows, found) or attribute(lows, found):
        return "part_of_name"
    return None


def _done_behind(lows: list[str], at: int) -> bool:
    """'with 63 projects launched', 'with 455,000 new jobs created in towns': things that are or were done."""
    for place in range(at + 1, min(at + 7, len(lows))):
        low = lows[place]
        if any(form == "past" for _, form in forms().get(low, ())) and lows[place - 1].endswith("s"):
            return True
        if not low.isalpha() and low != "-":
            return False
    return False


@cache
def _age_phrases() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in words("none")["age_behind"])


def quoted(tokens: list[Token], number: Number) -> bool:
    """Whether the number stands in a short quotation."""
    for place in range(number.first - 1, max(number.first - 8, -1), -1):
        if tokens[place].text in CLOSING and tokens[place].text not in OPENING:
            return False
        if tokens[place].text in OPENING:
            return True
    return False
