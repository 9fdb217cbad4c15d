"""English number expressions that are no quantities, each with its reason of the closed list.

Beyond the obvious cases: a number that only says which places or people are meant ("cities with a population of over
5 million") belongs to the expression around it: `part_of_name`. A conversion in brackets and the A of 'from A to B' are
parts of another number's record: `denominator`.
"""

from __future__ import annotations

from extractors.targets.numbers_en import Number, Token, glued
from extractors.targets.quantities_en import TIME_UNITS, Quantity
from extractors.targets.scoping_en import ARTICLES, age_without_unit, attribute, scopes
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import Phrases, words, wordset

OPENING, CLOSING = "“\"'‘«", "”\"'’»"
SMALL = 20


def is_year(tokens: list[Token], number: Number) -> bool:
    """Four digits between 1900 and 2100 without separators."""
    text = tokens[number.first].text
    return len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100 and number.form == "digits"


def reason(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Why the number is no quantity, or nothing where it may be one."""
    number = found.number
    if number.form == "code":
        return "date" if lows[number.first][:4].isdigit() and lows[number.first][4:] == "s" else "code"
    if number.form == "ordinal":
        return "plan_name" if _names_plan(lows, number.last) else "ordinal"
    if number.form == "vague":
        return "vague"
    if number.form == "share":
        return None
    if number.form == "relation":
        return None if _is_relation(lows, number) else "named_concept"
    if number.suffix and found.bare and number.suffix != "x":
        return "code"  # "19xx"
    if number.form == "digits":
        return _digits(tokens, lows, found) or ("code" if _garbled(tokens, number.first) else None)
    return _words(tokens, lows, found)


def _names_plan(lows: list[str], at: int) -> bool:
    """'five-year', 'Five-Year Plan' at or right behind this place."""
    window = [low for low in lows[at : at + 7] if low not in ("-", "“", '"', "”", "of", "the")]
    if not window:
        return False
    plans = wordset("none", "plan_nouns")
    return ("year" in window[:2]) or window[0] in plans


def _hyphened(tokens: list[Token], lows: list[str], number: Number) -> str | None:
    """What follows a hyphen: a span of time, or part of a word ('three-dimensional')."""
    at = number.last
    if not (at + 1 < len(tokens) and tokens[at].text in "-‑–" and glued(tokens, at - 1, at)):
        return None
    follower = lows[at + 1]
    if follower in ("year", "years"):
        return (
            "plan_name"
            if _names_plan(lows, at + 2) or at + 2 >= len(lows) or lows[at + 2] in ("”", '"', "[")
            else "age_or_duration"
        )
    if follower in ("month", "day", "hour", "minute", "week", "months", "days", "hours"):
        return "age_or_duration"
    return "part_of_name" if number.form == "digits" else "named_concept"


def _neighbour_date(lows: list[str], number: Number) -> bool:
    months = wordset("none", "months")
    before = lows[number.first - 1] if number.first else ""
    behind = lows[number.last] if number.last < len(lows) else ""
    return before in months or behind in months


def _digits(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    number, first = found.number, found.number.first
    before = lows[first - 1] if first else ""
    behind = lows[number.last] if number.last < len(lows) else ""
    text = tokens[first].text
    if len(text) > 1 and text[0] == "0" and text.isdigit():
        return "list_or_heading_number"
    follower = tokens[number.last].text if number.last < len(tokens) else ""
    near = lows[number.last + 1 : number.last + 14]
    counts = any(low in wordset("none", "finite") for low in near) and ":" not in near
    if first == 0 and found.bare and number.value < 100 and found.comparator == "eq" and follower[:1].isupper():
        return None if counts and number.last - first == 1 else "list_or_heading_number"
    if (
        found.bare
        and behind in CLOSING
        and glued(tokens, number.last - 1, number.last)
        and _quoted(tokens, number)
        and before != "="
    ):
        return "part_of_name"  # the title "Ready for 40"
    if found.bare and (behind == "fyp" or before == "fyp"):
        return "plan_name"
    if found.bare and _measures_text(lows, number.last):
        return "part_of_name"
    if found.unit == "%" and before in wordset("none", "rank_words"):
        return "part_of_name"  # "the poorest 40 percent"
    if found.unit_last > number.last and lows[found.unit_last : found.unit_last + 1] == ["radius"]:
        return "part_of_name"
    if first == 0 and behind in (".", ")", "、") and found.bare and number.last < len(lows) - 1:
        return "list_or_heading_number"
    if (
        first
        and glued(tokens, first - 1, first)
        and before not in words("numbers")["range_signs"]
        and (
            before in (",", ".", ";", ":", "”", '"', ")", "’", "]", "?", "!")
            or (before[-1].isalpha() and before not in words("units")["before"])
        )
    ):
        return "footnote_marker"
    if (
        first
        and found.left == first
        and found.bare
        and tokens[first - 1].text.isupper()
        and (len(before) <= 2 or (len(before) <= 4 and not follower[:1].isalpha()))  # "IAS 39"
        and before.isalpha()
        and before not in ("a", "i")
    ):
        return "code"
    if before in ("-", "‑") and first > 1 and glued(tokens, first - 1, first) and glued(tokens, first - 2, first - 1):
        return "date" if is_year(tokens, number) else "code"
    if is_year(tokens, number) and found.bare and not _counts(lows, found):
        return "date"
    if behind == ")" and found.bare and before in ("(", ":", ";", ",", ".", "or", "and"):
        return "list_or_heading_number"
    if found.bare and found.left == first and _numbers_things(lows, first - 1):
        return "list_or_heading_number"
    if found.bare and _addresses(tokens, number.last):
        return "code"
    if before == "/" and glued(tokens, first - 1, first):
        return "code"
    if found.bare and (_neighbour_date(lows, number) and number.value <= 31):
        return "date"
    if (
        found.bare
        and found.left == first
        and (
            before in wordset("none", "heading_nouns") or (before == "." and first > 1 and lows[first - 2] == "section")
        )
    ):
        return "list_or_heading_number"
    if found.bare and first > 1 and tokens[first].text.endswith(".0") and tokens[first - 1].text[0].isupper():
        return "code"
    if found.bare and found.left == first:
        label = lows[first - 2] if before == "." and first > 1 else before
        if label in wordset("none", "label_nouns") and (True):
            return "ordinal"
    return (
        _common(tokens, lows, found)
        or (None if found.attributive else _hyphened(tokens, lows, number))
        or _after_name(tokens, found)
    )


def _measures_text(lows: list[str], at: int) -> bool:
    """'136 pages', '18,000 Chinese characters': how long a text is."""
    nouns = wordset("none", "text_nouns")
    return any(low in nouns for low in lows[at : at + 1]) or lows[at : at + 2] == ["chinese", "characters"]


def _numbers_things(lows: list[str], at: int) -> bool:
    """Whether a number is a later member of 'sections 5.1, 5.2 or 6'."""
    joined = False
    for place in range(at, max(at - 12, -1), -1):
        low = lows[place]
        if low in ("and", "or", ",", "to", "–", "-"):
            joined = True
        elif not low[0].isdigit():
            return joined and lows[place + 1][0].isdigit() and low in wordset("none", "heading_nouns")
    return False


def _addresses(tokens: list[Token], at: int) -> bool:
    """'51 Franklin Street': capitalised words up to the noun of a street."""
    for token in tokens[at : at + 4]:
        if token.low in wordset("none", "street_nouns"):
            return token.text[0].isupper()
        if not token.text[0].isupper():
            return False
    return False


def _garbled(tokens: list[Token], at: int) -> bool:
    """Whether the neighbourhood is signs rather than words: text that the source lost."""
    near = tokens[max(at - 8, 0) : at + 9]
    if near[0].text == "[":
        return False
    signs = sum(1 for t in near if not t.text[0].isalnum() and t.text not in "%.,:–-")
    return signs * 5 > len(near) * 2 and signs > 3


def _counts(lows: list[str], found: Quantity) -> bool:
    """Whether a year-like number counts plural things: 'build 2000 schools', 'over 2000 towns'."""
    at = found.number.last
    plural = (
        at < len(lows)
        and lows[at].endswith("s")
        and lows[at].isalpha()
        and lows[at] not in wordset("none", "year_after")
    )
    compared = found.comparator_first != found.comparator_last and found.comparator != "gt"
    return plural and (compared or bool(found.left and lows[found.left - 1] in wordset("verbs", "build")))


def _after_name(tokens: list[Token], found: Quantity) -> str | None:
    """A bare number behind a capitalised word and before no noun: 'Shaft 23 and'."""
    first, last = found.number.first, found.number.last
    named = first > 1 or (first == 1 and tokens[0].text.isupper())
    if any(kind == "base" for _, kind in forms().get(tokens[first - 1].low, ())):
        return None  # "Priority 1: Create 500"
    if not (found.bare and named and found.left == first and tokens[first - 1].text[0].isupper()):
        return None
    behind = tokens[last].low if last < len(tokens) else "."
    return "part_of_name" if not behind[0].isalpha() or behind in ("and", "or", "of", "in", "to", "is", "for") else None


def _common(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Denominators, ages, spans of time, sets that scope something else."""
    first, last = found.number.first, found.number.last
    before = lows[first - 1] if first else ""
    if before in ("per", "every") or (before == "of" and lows[max(first - 2, 0)] == "out"):
        return "denominator"
    round_number = found.bare and found.number.value in (100, 1000, 10000, 100000, 1000000)
    counted = any(low[0].isdigit() for low in lows[max(first - 4, 0) : first - 1])
    each = before == "each" and lows[max(first - 2, 0)] in ("for", "in")
    if round_number and ((before == "in" and counted and found.number.value >= 1000) or each):
        return "denominator"  # "104 in 100,000 live births"
    if found.bare and lows[max(first - 2, 0) : first] in (["part", "of"], ["one", "of"], ["some", "of"], ["any", "of"]):
        return "part_of_name"
    if (
        before in wordset("none", "age_before")
        or _age_phrases().starting(lows, last)
        or (first > 1 and lows[first - 2] in wordset("none", "age_before"))
    ):
        return "age_or_duration"
    if before == "with" and found.bare and lows[max(first - 2, 0)] != "each":
        return "part_of_name"
    behind = lows[found.unit_last] if found.unit_last < len(lows) else "."
    held = lows[found.left - 1 : found.left] == ["with"] and found.comparator != "eq"
    if held and (behind in wordset("units", "persons_nouns") or found.unit == "persons"):
        return "part_of_name"  # "towns with over 20,000 inhabitants"
    if found.bare and found.comparator != "eq" and age_without_unit(lows, found):
        return "age_or_duration"
    if found.unit in TIME_UNITS and found.left and lows[found.left - 1] in wordset("none", "duration_before"):
        return "age_or_duration"
    if found.unit in TIME_UNITS and lows[found.comparator_first] in ("within", "over", "under"):
        return "age_or_duration"
    if (
        lows[found.comparator_first] == "top"
        and found.bare
        and lows[max(found.left - 1, 0)] not in wordset("meaning", "modals")
    ):
        return "ordinal"  # "Asia's top 200"
    if behind in ("consecutive", "straight", "successive"):
        return "age_or_duration"
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


def _age_phrases() -> Phrases[bool]:
    global _AGES  # noqa: PLW0603 -- built once, at the first use
    if _AGES is None:
        _AGES = Phrases((phrase, True) for phrase in words("none")["age_behind"])
    return _AGES


_AGES: Phrases[bool] | None = None


def _quoted(tokens: list[Token], number: Number) -> bool:
    """Whether the number stands in a short quotation."""
    for place in range(number.first - 1, max(number.first - 8, -1), -1):
        if tokens[place].text in CLOSING and tokens[place].text not in OPENING:
            return False
        if tokens[place].text in OPENING:
            return True
    return False


def _words(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Number words: most small ones belong to names, slogans and pronouns."""
    number = found.number
    before = lows[number.first - 1] if number.first else ""
    hyphened = None if found.attributive and found.unit not in TIME_UNITS else _hyphened(tokens, lows, number)
    if hyphened:
        return hyphened
    if before in ("-", "‑", "–") and glued(tokens, number.first - 1, number.first):
        return "named_concept"
    if before in wordset("none", "heading_nouns"):
        return "list_or_heading_number"
    token = tokens[number.first]
    if number.first and token.text[0].isupper() and number.value <= SMALL and found.bare:
        return "named_concept"
    if number.form != "fraction" and _quoted(tokens, number):
        return "named_concept"
    if number.form == "fraction":
        whole = (
            before in ("by", "than", "almost", "nearly", "about", "around", "over") and number.last > number.first + 1
        )
        halved = before == "in" and any(low in ("cut", "cuts", "cutting") for low in lows[: number.first])
        by = before == "by" or lows[found.left - 1 : found.left] == ["by"]
        return None if by or whole or halved or lows[number.last : number.last + 1] == ["of"] else "vague"
    if number.value == 0:
        return _zero(lows, number)
    if number.value == 1 and found.bare and _pronoun(tokens, lows, number):
        return "vague"
    return _common(tokens, lows, found)


def _zero(lows: list[str], number: Number) -> str | None:
    behind = lows[number.last] if number.last < len(lows) else "."
    if behind in wordset("none", "zero_concepts") or not behind.isalpha():
        return "named_concept"
    before = lows[number.first - 1] if number.first else ""
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


def _is_relation(lows: list[str], number: Number) -> bool:
    """'double' as a verb: behind a modal, or before what is doubled."""
    before = lows[number.first - 1] if number.first else ""
    behind = lows[number.last] if number.last < len(lows) else "."
    word = lows[number.first]
    if word in ("doubling", "tripling", "halving", "quadrupling"):
        acts = before in ("while", "by", "and", ",", "", "to") and behind.isalpha()
        aimed = "to" in lows[number.last : number.last + 8]
        return behind in ("of", "the", "its", "per", "our") or (acts and not aimed)
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
    return behind in ("the", "its", "our", "that", "per", "their", "from", "as", "over", "by") or (
        word in ("doubled", "tripled") and not behind.isalpha()
    )
