"""English number words and relations that are no quantities: slogans, pronouns, zero as a concept."""

from __future__ import annotations

from extractors.targets.none_common_en import SMALL, common, hyphened, quoted
from extractors.targets.numbers_en import Number, Token, glued
from extractors.targets.quantities_en import TIME_UNITS, Quantity
from extractors.targets.scoping_en import ARTICLES
from extractors.targets.vocabulary_en import wordset

PARTS = {"first", "second", "latter", "last", "former", "other"}


def reason_of_words(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Why a number word is none: most small ones belong to names, slogans and pronouns."""
    number = found.number
    before = lows[number.first - 1] if number.first else ""
    joined = None if found.attributive and found.unit not in TIME_UNITS else hyphened(tokens, lows, number)
    if joined:
        return joined
    if before in ("-", "‑", "–") and glued(tokens, number.first - 1, number.first):
        return "named_concept"
    if before in wordset("none", "heading_nouns"):
        return "list_or_heading_number"
    token = tokens[number.first]
    if number.first and token.text[0].isupper() and number.value <= SMALL and found.bare:
        return "named_concept"
    if number.form != "fraction" and quoted(tokens, number):
        return "named_concept"
    if number.form == "fraction":
        whole = (
            before in ("by", "than", "almost", "nearly", "about", "around", "over") and number.last > number.first + 1
        )
        halved = before == "in" and any(low in ("cut", "cuts", "cutting") for low in lows[: number.first])
        by = before == "by" or lows[found.left - 1 : found.left] == ["by"]
        if before in PARTS and number.last == number.first + 1:
            return "date"  # "in the first half of the year"
        return None if by or whole or halved or lows[number.last : number.last + 1] == ["of"] else "vague"
    if number.value == 0:
        return _zero(lows, number)
    if number.value == 1 and found.bare and _pronoun(tokens, lows, number):
        return "vague"
    return common(tokens, lows, found)


def _zero(lows: list[str], number: Number) -> str | None:
    behind = lows[number.last] if number.last < len(lows) else "."
    before = lows[number.first - 1] if number.first else ""
    if behind in wordset("none", "zero_concepts") or (not behind.isalpha() and before != "to"):
        return "named_concept"
    return (
        None
        if before in ("achieve", "achieving", "reach", "realize", "to", "ensure", "maintain", "at", "with")
        else "named_concept"
    )


def _pronoun(tokens: list[Token], lows: list[str], number: Number) -> bool:
    behind = lows[number.last] if number.last < len(lows) else "."
    before = lows[number.first - 1] if number.first else ""
    return (
        not behind.isalpha()
        or behind in wordset("none", "one_pronoun_after")
        or before in wordset("none", "one_pronoun_before")
        or (tokens[number.first].text[0].isupper() and "per" not in lows[number.last : number.last + 4])
    )


def is_relation(lows: list[str], number: Number) -> bool:
    """'double' as a verb: behind a modal, or before what is doubled."""
    before = lows[number.first - 1] if number.first else ""
    behind = lows[number.last] if number.last < len(lows) else "."
    word = lows[number.first]
    if word in ("doubling", "tripling", "halving", "quadrupling"):
        acts = before in ("while", "by", "and", ",", "", "to", "for") and behind.isalpha()
        aimed = "to" in lows[number.last : number.last + 8]
        goal = before == "of" and lows[number.first - 2] in wordset("meaning", "goal_nouns")
        return behind in ("of", "the", "its", "per", "our") or ((acts or goal) and not aimed)
    if word in ("halve", "halved"):
        return True
    if word.endswith("fold"):
        return behind != "-" and before not in ("the", "this", "is", "are", "our")
    if number.first == 0 and word in ("double", "triple", "quadruple"):
        return behind.isalpha() and behind not in ("digit", "digits", "taxation", "burden", "counting")
    if before in (
        "will",
        "to",
        "should",
        "must",
        "shall",
        "has",
        "have",
        "nearly",
        "roughly",
        "about",
        "almost",
        "be",
        "been",
        "than",
    ):
        return behind != "-"
    if word in ("doubled", "tripled", "quadrupled"):
        return behind != "-" and before not in ARTICLES | {"a", "an", "of", "with"}
    if before in ("then", "and") and behind in ("it", "them", "this"):
        return True  # "and then double it again"
    return behind in ("the", "its", "our", "that", "per", "their", "from", "as", "over", "by") or (
        word in ("doubled", "tripled") and not behind.isalpha()
    )
