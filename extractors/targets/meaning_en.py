"""How an English number is meant: kind, direction, period, year, wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.targets.clauses_en import Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.none_en import is_year
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import Context, TimeBasis, Wording
from extractors.targets.vocabulary_en import words, wordset

TITLE_YEAR = re.compile(r"(?<![-–\d])(?:19|20)\d\d(?![-–\d])")
OPENING_YEAR = re.compile(r"(?:By|Before) (?:the end of |the year |year |late |early )?((?:19|20)\d\d)\b")
PAST_YEAR = re.compile(r"\b(?:past|last|previous) year\b", re.IGNORECASE)
Bindingness = Literal["binding", "anticipated"] | None


@dataclass(frozen=True, slots=True)
class Time:
    """The years of a statement and where they come from."""

    target_year: int | None
    reference_year: int | None
    base_year: int | None
    basis: TimeBasis
    rule: str


@dataclass(frozen=True, slots=True)
class Years:
    """The years of a sentence by token: `base` of comparisons, all `dated` ones, those that are deadlines.

    Attributes:
        last_year: Whether it speaks of last year.
        by_deadline: Whether one of the deadlines stands behind 'by'.
        several_years: Whether it speaks of a span of years; `one_year` are the words of a single one, or empty.
    """

    base: int | None
    last_year: bool
    by_deadline: bool
    several_years: bool
    one_year: str
    dated: list[tuple[int, int]]
    deadlines: list[tuple[int, int]]


@cache
def said(key: str) -> re.Pattern[str]:
    """The phrases of one list of the vocabulary as one pattern, the longest first."""
    forms = sorted(words("meaning")[key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(f) for f in forms) + r")\b", re.IGNORECASE)


def wording_of(sentence: Sentence) -> Decided[Wording]:
    """Hard or soft, by the words of the sentence."""
    if soft := said("soft").search(sentence.lowered):
        return Decided("soft", "words_of_aim", soft.group())
    if hard := said("hard").search(sentence.lowered):
        return Decided("hard", "words_of_duty", hard.group())
    return Decided("neutral", "no_such_words")


def bindingness_of(sentence: Sentence) -> Decided[Bindingness]:
    """Binding or anticipated, where the sentence says so."""
    if binding := said("binding").search(sentence.lowered):
        return Decided("binding", "words_of_binding", binding.group())
    anticipated = said("anticipated").search(sentence.lowered)
    if anticipated:
        return Decided("anticipated", "words_of_expectation", anticipated.group())
    return Decided(None, "no_such_words")


def years_of(sentence: Sentence) -> Years:
    """The years that a sentence gives, apart from the base of comparisons."""
    years = [(n.first, int(n.value_max or n.value)) for n in sentence.numbers.values() if is_year(sentence.tokens, n)]
    base = next((y for at, y in years if _base_word(sentence, at)), None)
    of_bases = {(i, b.year) for b in sentence.bases for i in range(b.number.last, b.number.last + 5)}
    dated = [(at, y) for at, y in years if y != base and (at, y) not in of_bases and _dating(sentence, at)]
    deadlines = [(at, y) for at, y in dated if _deadline(sentence, at)]
    by = any(sentence.low(at - 1) == "by" or sentence.low(at - 4) == "by" for at, _ in deadlines)
    several = said("several_years").search(sentence.lowered) is not None
    one = said("one_year").search(sentence.lowered)
    last_year = "last year" in sentence.lowered
    return Years(base, last_year, by, several, one.group() if one else "", dated, deadlines)


def time_of(years: Years, found: Quantity, past: bool, context: Context) -> Time:
    """The year that a number is to be reached, or is about."""
    if past:
        own = _nearest(years.dated, found)
        if own:
            return Time(None, own, years.base, "explicit", "year_of_the_fact")
        one_year = context.plan_start is not None and context.plan_start == context.plan_end
        if years.last_year and one_year and context.plan_start:
            return Time(None, context.plan_start - 1, years.base, "explicit", "last_year")
        titled = year_of_titles(context)
        return Time(None, titled, years.base, "section" if titled else "none", "year_of_title" if titled else "no_year")
    own = _nearest(years.deadlines, found)
    if own and own >= (context.plan_start or 0):
        return Time(own, None, years.base, "explicit", "deadline")
    carried = context.carried_year or opening_year(context.previous)
    if carried and carried >= (context.plan_start or 0):
        return Time(carried, None, years.base, "section", "year_of_an_earlier_sentence")
    basis: TimeBasis = "document" if context.plan_end else "none"
    return Time(context.plan_end, None, years.base, basis, "end_of_plan" if context.plan_end else "no_year")


def opening_year(sentence: str) -> int | None:
    """The year of 'By 2030, ...' or 'By the end of 2030, ...' at the beginning: it holds for what follows."""
    opened = OPENING_YEAR.match(sentence)
    return int(opened.group(1)) if opened else None


def year_of_titles(context: Context) -> int | None:
    """The one year that the innermost dated title names, or the year before a one-year plan where a title says so."""
    for title in reversed(context.section_titles[-3:]):
        named = TITLE_YEAR.findall(title)
        if len(named) == 1:
            return int(named[0])
        one_year = context.plan_start is not None and context.plan_start == context.plan_end
        if one_year and context.plan_start and PAST_YEAR.search(title):
            return context.plan_start - 1
    return None


def _dating(sentence: Sentence, at: int) -> bool:
    """'in 2018', 'in June 2018', 'in financial year 2018'."""
    before = sentence.low(at - 1)
    if before in wordset("none", "months") or before in ("year", "fy"):
        at -= sentence.low(at - 2) == "the"  # "by the year 2030"
        return sentence.low(at - 2) in wordset("meaning", "dating") | {"financial", "fiscal"}
    return before in wordset("meaning", "dating")


def _deadline(sentence: Sentence, at: int) -> bool:
    """'by 2030', 'by the end of 2030', 'in 2030'; not 'built before the end of 2000'."""
    window = sentence.lows[max(at - 5, 0) : at]
    aimed = window[-1:] == ["for"] and any(low in wordset("meaning", "goal_nouns") for low in window)
    return aimed or "by" in window or "before" in window or window[-1:] in (["in"], ["around"])


def _base_word(sentence: Sentence, at: int) -> bool:
    window = sentence.lows[max(at - 4, 0) : at]
    return (
        any(low in ("compared", "from", "over", "relative", "than", "above", "against", "below") for low in window)
        and "by" not in window
    )


def _nearest(dated: list[tuple[int, int]], found: Quantity) -> int | None:
    """A year right behind the number, else the last before it, else the first behind it."""
    index = bisect_left(dated, (found.left, 0))
    if index < len(dated) and dated[index][0] - found.right <= 3:
        return dated[index][1]
    if index:
        return dated[index - 1][1]
    return dated[0][1] if dated else None
