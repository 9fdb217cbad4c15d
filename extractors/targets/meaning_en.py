"""How an English number is meant: kind, direction, period, year, wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.targets.clauses_en import CLAUSE, FORETOLD, Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.none_en import is_year
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import Context, TimeBasis, Wording
from extractors.targets.vocabulary_en import words, wordset

TITLE_YEAR = re.compile(r"(?<![-–\d])(?:19|20)\d\d(?![-–\d])")
OPENING_YEAR = re.compile(r"(?:By|Before) (?:the end of |the year |year |late |early )?((?:19|20)\d\d)\b")
PAST_YEAR = re.compile(r"\b(?:past|last|previous) year\b", re.IGNORECASE)
LEADING = {"by", "in", "before", "until", "the", "end", "of", "year", "late", "early", "mid", "around", "and", "at"}
OF_BASE = {"level", "levels", "value", "baseline", "figure", "that", "those", "%"}
SET_FOR = {"planned", "scheduled", "set", "due", "expected", "envisaged", "foreseen", "slated", "projected", "targeted"}
ENDS = {"end", "mid", "early", "late"}
OPENERS = {",", ";", ":", ".", "that", "while", "—", "–", "•", "-"}
FRAMING = {"the", "this", "plan", "planning", "programme", "program", "strategy"}
SPANS = {"in", "during", "over", "for", "between", "period"}
MOST_YEARS = 50
YEARS_NEAR = 6  # years looked at on either side of a number
AT_THE_END = -1  # "at the end of the plan period"
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
    """The years of a sentence by token: `bases` of comparisons, all `dated` ones, those that are deadlines.

    Attributes:
        last_year: Whether it speaks of last year.
        by_deadline: Whether one of the deadlines stands behind 'by'.
        spans: Where it counts years on from the plan's start, see `_spans`.
        several_years: Whether it speaks of a span of years; `one_year` are the words of a single one, or empty.
    """

    bases: list[tuple[int, int]]
    last_year: bool
    by_deadline: bool
    several_years: bool
    one_year: str
    dated: list[tuple[int, int]]
    deadlines: list[tuple[int, int]]
    spans: list[tuple[int, int]]


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
    dates = (n for n in sentence.numbers.values() if is_year(sentence.tokens, n) and sentence.owner[n.first] < 0)
    years = [(n.first, int(n.value_max or n.value)) for n in dates]
    bases = [(at, y) for at, y in years if _base_word(sentence, at)]
    of_bases = {i for b in sentence.bases if b.year for i in range(b.number.last, b.number.last + 5)}
    based = {at for at, _ in bases}
    dated = [(at, y) for at, y in years if at not in based and at not in of_bases and _dating(sentence, at)]
    deadlines = [(at, y) for at, y in dated if _deadline(sentence, at)]
    by = any("by" in (sentence.low(at - 1), sentence.low(at - 4)) for at, _ in deadlines)
    several = said("several_years").search(sentence.lowered) is not None or _spans_years(sentence, dated)
    one = said("one_year").search(sentence.lowered)
    last_year = "last year" in sentence.lowered
    spans = _spans(sentence)
    return Years(bases, last_year, by, several, one.group() if one else "", dated, deadlines, spans)


def _spans_years(sentence: Sentence, dated: list[tuple[int, int]]) -> bool:
    """'from 2021 to 2025', 'between 2010 and 2020': more than one year."""
    for at, year in dated:
        opened = sentence.numbers.get(at - 2)
        if opened is not None and _closes_span(sentence, at) and year - opened.value > 1:
            return True
    return False


def _spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Where the sentence says 'this year' (0), 'next year' (1) or 'the next five years' (5), with the years ahead."""
    found = []
    for at, low in enumerate(sentence.lows[:-1]):
        fiscal = sentence.lows[at + 1] in ("financial", "fiscal", "budget")
        if low in ("this", "next", "current", "coming") and (fiscal or sentence.lows[at + 1] == "year"):
            found.append((at, 1 if low in ("next", "coming") else 0))
        number = sentence.numbers.get(at + 1) if low in ("next", "coming", "following", "forthcoming") else None
        if number is not None and sentence.low(number.last) in ("years", "year") and 1 < number.value <= MOST_YEARS:
            found.append((at, int(number.value)))
        if low == "of" and sentence.lows[max(at - 1, 0)] == "end" and _closing(sentence, at):
            found.append((at, AT_THE_END))
    return found


def _closing(sentence: Sentence, at: int) -> bool:
    """'at the end of the plan period'."""
    behind = [low for low in sentence.lows[at + 1 : at + 5] if low not in FRAMING]

    return behind[:1] == ["period"]


def time_of(sentence: Sentence, years: Years, found: Quantity, past: bool, context: Context) -> Time:
    """The year that a number is to be reached, or is about."""
    base = nearest(sentence, years.bases, found)
    if past:
        own = nearest(sentence, years.dated, found)
        if own:
            return Time(None, own, base, "explicit", "year_of_the_fact")
        one_year = context.plan_start is not None and context.plan_start == context.plan_end
        if years.last_year and one_year and context.plan_start:
            return Time(None, context.plan_start - 1, base, "explicit", "last_year")
        titled = year_of_titles(context)
        return Time(None, titled, base, "section" if titled else "none", "year_of_title" if titled else "no_year")
    here = bisect_left(years.deadlines, (found.left, 0))
    near = years.deadlines[max(here - YEARS_NEAR, 0) : here + YEARS_NEAR]
    ahead = [(at, y) for at, y in near if y >= (context.plan_start or 0)]
    if context.plan_start and context.plan_end:
        here = bisect_left(years.spans, (found.left, 0))
        spans = years.spans[max(here - YEARS_NEAR, 0) : here + YEARS_NEAR]
        ahead += [(at, _counted_on(span, context.plan_start, context.plan_end)) for at, span in spans]
        ahead.sort()
    own = nearest(sentence, ahead, found)
    if own:
        return Time(own, None, base, "explicit", "deadline")
    carried = context.carried_year or opening_year(context.previous)
    if carried and carried >= (context.plan_start or 0):
        return Time(carried, None, base, "section", "year_of_an_earlier_sentence")
    basis: TimeBasis = "document" if context.plan_end else "none"
    return Time(context.plan_end, None, base, basis, "end_of_plan" if context.plan_end else "no_year")


def _counted_on(span: int, start: int, end: int) -> int:
    """'the next five years' of a plan for 2021 to 2025 end in 2025, 'this year' is its first."""
    if span == AT_THE_END:
        return end
    last = start + span if span < 2 else start + span - 1
    return end if span > 1 and end == last + 1 else last  # some plans name the year before as their first


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
        return sentence.low(at - 2) in wordset("meaning", "dating") | {"financial", "fiscal", "to", "through", "end"}
    if _of_subject(sentence, at) or _of_value(sentence, at):
        return True
    if _closes_span(sentence, at) or (before in ("-", "‑") and sentence.low(at - 2) in ENDS):
        return True  # "at end-2020"
    if before == "the":
        return sentence.low(at - 2) in ("in", "by", "during", "over")  # "in the 2019 baseline"
    return before in wordset("meaning", "dating")


def _of_subject(sentence: Sentence, at: int) -> bool:
    """'2030 emissions will be 11% lower': the year of a subject that is still to come."""
    behind = sentence.low(at + 1)
    listed = behind in wordset("meaning", "goal_nouns") and sentence.low(at - 1) in ("", "the", "our", "its", "their")
    if listed and sentence.low(at + 2) in ("is", "are", "include", "includes", ":"):
        return True  # "The 2030 targets are"
    named = behind.isalpha() and behind not in wordset("indicator", "prepositions") | wordset("none", "year_after")
    if not named or sentence.low(at - 1) not in ("", "that", "the", "projected", ","):
        return False
    return any(low in ("will", "shall", "must", "should") for low in sentence.lows[at + 2 : at + 5])


def _of_value(sentence: Sentence, at: int) -> bool:
    """'98% (2016)': the year in brackets right behind a value."""
    held = sentence.low(at - 1) == "(" and sentence.low(at + 1) == ")"
    return held and at > 1 and sentence.owner[at - 2] >= 0


def _deadline(sentence: Sentence, at: int) -> bool:
    """'by 2030', 'by the end of 2030', 'in 2030', 'from 2026 to 2030'; not 'built before the end of 2000'."""
    window = sentence.lows[max(at - 5, 0) : at]
    aimed = window[-1:] == ["for"] and any(low in wordset("meaning", "goal_nouns") | FORETOLD for low in window)
    aimed = aimed or (window[-1:] == ["for"] and bool(SET_FOR & set(window[-2:-1])))
    told = window[-1:] == ["in"] and _told_of(sentence, at)
    aimed = aimed or (window[-1:] == ["for"] and not _told_of(sentence, at))
    spans = (
        sentence.numbers[at].value_max is not None
        and window[-1:] != ["from"]
        and any(low in SPANS for low in window[-2:])
    )
    goal = any(low in wordset("meaning", "goal_nouns") for low in sentence.lows[max(at - CLAUSE, 0) : at])
    if spans and (goal or not _told_of(sentence, at)):
        return True  # "in the 2031-2050 phase", "between 2031 and 2050"
    ends = (window[-1:] in (["in"], ["around"], ["until"], ["through"]) and not told) or _closes_span(sentence, at)
    aimed = aimed or window[-2:] == ["as", "of"] or _of_subject(sentence, at) or _of_value(sentence, at)
    return aimed or "by" in window or "before" in window or ends


def _told_of(sentence: Sentence, at: int) -> bool:
    """'the rate was 5% in 2023, ...': a year in a clause that looks back is no deadline for its neighbours."""
    lows, low_end, high_end = sentence.lows, max(at - CLAUSE, 0), min(at + CLAUSE, len(sentence.lows))
    first = next((i + 1 for i in range(at - 1, low_end - 1, -1) if lows[i] in (",", ";", ":")), low_end)
    last = next((i for i in range(at, high_end) if lows[i] in (",", ";", ":")), high_end)
    return sentence.tense_in(first, last) == "past"


def _closes_span(sentence: Sentence, at: int) -> bool:
    """'from 2026 to 2030', 'between 2026 and 2030'."""
    opened = sentence.low(at - 3) in ("from", "between", "period", "years") and at - 2 in sentence.numbers
    return opened and sentence.low(at - 1) in ("to", "and", "through", "until", "-", "–")


def _opens_span(sentence: Sentence, at: int) -> bool:
    """The 2026 of 'annually from 2026 to 2030'; the 2010 of 'rose from 2010 to 2020' is compared with as well."""
    return at + 2 in sentence.numbers and _closes_span(sentence, at + 2)


def _base_word(sentence: Sentence, at: int) -> bool:
    """'compared with 2020', '20% below 2005 levels', 'from 2015', not 'from 2026 to 2030' nor 'by 2030'."""
    if _closes_span(sentence, at):
        return False
    window = sentence.lows[max(at - 4, 0) : at]
    words_of = ("compared", "from", "over", "relative", "than", "above", "against", "below", "under")
    compared = max((i for i, low in enumerate(window) if low in words_of), default=-1)
    if compared < 0 or (window[compared] == "from" and _opens_span(sentence, at)):
        return window[-1:] in (["of"], ["to"]) and sentence.low(at + 1) in ("level", "levels")
    between = window[compared + 1 : -1]
    if window[compared] == "from" and window[-1:] == ["in"] and between and not OF_BASE & set(between):
        return False  # "came from coal in 2020"
    if sentence.owner[at - len(window) + compared] >= 0:
        return False  # "to over 80% in 2012"
    return "by" not in window[compared:]


def nearest(sentence: Sentence, dated: list[tuple[int, int]], found: Quantity) -> int | None:
    """The year of a number: the one behind it in its own member, else the one ahead of it, else the next behind.

    A year at the head of a clause ('By 2030, A will be 5 and B 6') holds for what follows; one at the end of a member
    ('A to 5 by 2030 and B to 6 by 2035') for what is before it, back to the year before.
    """
    if not dated:
        return None
    index = bisect_left(dated, (found.left, 0))
    behind, ahead = dated[index : index + 1], dated[index - 1 : index] if index else []
    if behind:
        at, year = behind[0]
        between = ";" in sentence.lows[found.right : min(at, found.right + CLAUSE)] or at - found.right > CLAUSE
        if at - found.right <= 3 and not between:
            return year
        if not between and not _heads_clause(sentence, at):
            after = bisect_left(sentence.quantities, found.left + 1, key=lambda q: q.left)
            alone = after >= len(sentence.quantities) or sentence.quantities[after].left > at
            if alone or not ahead or not _heads(sentence, ahead[0][0]):
                return year
    if ahead:
        return ahead[0][1]
    return behind[0][1] if behind else None


def _heads(sentence: Sentence, at: int) -> bool:
    """Whether a year ahead of a number holds for it: in the subject ('aims for 2030 are') or heading a clause."""
    subject = any(low in ("are", "is", "include", "includes") for low in sentence.lows[at + 1 : at + 4])
    return subject or _heads_clause(sentence, at)


def _heads_clause(sentence: Sentence, at: int) -> bool:
    """'By 2030, ...', ', and in 2025 the rate': a year at the beginning of what it holds for."""
    start = at
    while start > max(at - 6, 0) and sentence.lows[start - 1] in LEADING:
        start -= 1
    opens = start == 0 or sentence.lows[start - 1] in OPENERS
    return opens and (start == 0 or sentence.low(at + 1) not in ("", ".", ";", ")", "and"))
