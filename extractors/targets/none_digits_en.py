"""English numbers in digits that are no quantities: headings, dates, codes, footnote marks, names."""

from __future__ import annotations

from extractors.targets.dates_en import is_year, neighbour_date
from extractors.targets.none_common_en import CLOSING, common, hyphened, quoted
from extractors.targets.numbers_en import Token, glued
from extractors.targets.quantities_en import Quantity
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import words, wordset

FIRST_DEADLINE = 1949  # no plan that is read here sets a date before
ROUND = {1e3, 1e4, 1e5, 1e6}  # what rates are printed over: "19.9/100000"


def reason_of_digits(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Why a number in digits is no quantity, or nothing where it may be one."""
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
        and quoted(tokens, number)
        and before != "="
    ):
        return "part_of_name"  # the title "Ready for 40"
    if found.bare and (behind == "fyp" or before == "fyp"):
        return "plan_name"
    if found.bare and before in wordset("none", "rankings") and tokens[first - 1].text[0].isupper():
        return "part_of_name"  # "Fortune 500 companies"
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
        and found.unit not in wordset("units", "currencies")
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
        return "denominator" if number.value in ROUND else "code"
    if found.bare and (neighbour_date(lows, number) and number.value <= 31):
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
        common(tokens, lows, found)
        or (None if found.attributive else hyphened(tokens, lows, number))
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
            labels = wordset("none", "heading_nouns") | wordset("none", "label_nouns")
            return joined and lows[place + 1][0].isdigit() and low in labels
    return False


def _addresses(tokens: list[Token], at: int) -> bool:
    """'51 Franklin Street': capitalised words up to the noun of a street."""
    for token in tokens[at : at + 4]:
        if token.low in wordset("none", "street_nouns"):
            return token.text[0].isupper()
        if not token.text[0].isupper():
            return False
    return False


def garbled(tokens: list[Token], at: int) -> bool:
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
    more = at < len(lows) and lows[at].isalpha() and lows[found.number.first - 1] in ("additional", "extra", "further")
    moved = found.number.first > 1 and lows[found.number.first - 1] == "by" and at < len(lows)
    if moved and int(found.number.value) < FIRST_DEADLINE and _moves(lows[found.number.first - 2]):
        return True  # "increased by 1916"
    if found.number.first and more:
        return True  # "an additional 1966 police"
    compared = found.comparator_first != found.comparator_last and found.comparator != "gt"
    return plural and (compared or bool(found.left and lows[found.left - 1] in wordset("verbs", "build")))


def _moves(low: str) -> bool:
    """Whether a word is a form of a verb of more or less."""
    return any(verb_class(lemma) & {"increase", "reduce"} for lemma, _ in forms().get(low, ()))


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
