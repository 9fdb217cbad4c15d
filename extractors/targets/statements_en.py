"""One English statement from a quantity and what it hangs on, every field with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.targets.changes_en import Base, base_for, base_value
from extractors.targets.clauses_en import Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import phrase, phrase_end, without_goal
from extractors.targets.meaning_en import (
    Bindingness,
    Time,
    Years,
    time_of,
)
from extractors.targets.meaning_en_kind import direction_of, kind_of
from extractors.targets.moves_en import settled
from extractors.targets.negations_en import allowed
from extractors.targets.numbers_en import Token
from extractors.targets.periods_en import period_of
from extractors.targets.quantities_en import Quantity, rate_unit
from extractors.targets.rates_en import denominator, names_people
from extractors.targets.scopes_en import scope_of
from extractors.targets.statement import Comparator, Context, Reason, Statement, Wording
from extractors.targets.tense_en import is_past
from extractors.targets.units import units
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

PLACED = re.compile(
    r"(?<=[a-z]) (?:in|for|with|above|around|across|along|within|throughout|per|worth|involving|addressing) "
)
DAYS = re.compile(r"(?:(?:total )?number of )?(?:[a-z-]+ ){0,2}days\b")
BOUNDS: dict[str, Comparator] = {"minimum": "ge", "maximum": "le"}
COUNTING = {"there_is", "each_has", "goal_is", "apposition"}  # levels that are counted
CLOSING = {"out", "who", "that", "each", "still", "living", "up"}
RATES = {"mortality", "deaths", "births"}
CHANGING = {"growth", "rate", "increase", "reduction", "share", "average", "score", "level", "expansion", "decrease"}


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for every number of a sentence."""

    wording: Decided[Wording]
    bindingness: Decided[Bindingness]
    years: Years


def _things(phrase: str) -> str:
    """What is counted without where it is, what it is for and what it has: 'homes in the valley' are homes."""
    return PLACED.split(phrase, maxsplit=1)[0].rstrip(" ,")


def number_span(tokens: list[Token], found: Quantity) -> tuple[int, int]:
    """The characters of a number expression, a per cent sign with it."""
    number = found.number
    last = number.last
    if found.unit == "%" and found.unit_last == found.unit_first + 1:
        last = found.unit_last
    return tokens[number.first].start, tokens[last - 1].end


def statement(whole: Sentence, found: Quantity, attached: Frame, manner: Manner, context: Context) -> Statement:
    """The statement that a quantity makes, with the reason of each field."""
    unit, indicator = _unit_and_indicator(whole, found, attached)
    comparator = _comparator(whole, found, attached)
    past = is_past(whole, attached, found, context, manner.years)
    meant = settled(whole, attached, found)
    kind = kind_of(whole, meant, found, comparator.value, past)
    if comparator.rule == "none_may" and not past.value:
        kind = Decided("limit", "none_may", comparator.words)
    direction = direction_of(whole, meant, found, kind.value)
    time = time_of(whole, manner.years, found, past.value, context)
    period = period_of(whole, meant, found, direction.value, kind.value, indicator, manner.years, time, context)
    base = base_for(whole.lows, whole.bases, found)
    if base and unit.value == "count" and found.bare and base.unit != "count":
        unit = Decided(base.unit, "unit_of_the_base")  # "from 163 billion riyals to 1 trillion"
    scope = scope_of(whole, found, attached.shape == "level", indicator, context)
    start, end = number_span(whole.tokens, found)
    because = (
        Reason("value", f"number_{found.number.form}", whole.text[start:end]),
        unit.reason("unit"),
        comparator.reason("comparator"),
        Reason("indicator", attached.rule, _governing(whole, found, attached)),
        kind.reason("kind"),
        direction.reason("direction"),
        period.reason("change_period"),
        *_reasons_of_time(whole, base, time),
        *((scope.reason("scope"),) if scope.value else ()),
        manner.wording.reason("wording_strength"),
        *((manner.bindingness.reason("bindingness"),) if manner.bindingness.value else ()),
        Reason("confidence", attached.rule),
    )
    return Statement(
        number_start=start,
        number_end=end,
        value=found.number.value,
        value_max=found.number.value_max,
        base_value=base_value(whole.tokens, base, found) if base else None,
        unit=unit.value,
        unit_text=whole.span(found.unit_first, found.unit_last) or found.number.suffix or None,
        counted_object=(_things(attached.counted_phrase) or None) if unit.value in ("count", "persons") else None,
        indicator=indicator,
        kind=kind.value,
        comparator=comparator.value,
        comparator_text=comparator.words,
        direction=direction.value,
        change_period=period.value,
        scope=scope.value,
        target_year=time.target_year,
        base_year=base.year if base and base.year else time.base_year,
        reference_year=time.reference_year,
        time_basis=time.basis,
        bindingness=manner.bindingness.value,
        wording_strength=manner.wording.value,
        rule_id=f"en.{attached.rule}",
        confidence=attached.sure,
        reasons=because,
    )


def _governing(whole: Sentence, found: Quantity, attached: Frame) -> str | None:
    """The words that tie a number to its indicator: the verb, and the preposition before the number."""
    verb = whole.low(attached.verb.at) if attached.verb else ""
    before = whole.low(found.left - 1) if attached.marker == whole.low(found.left - 1) else ""
    return f"{verb} {before}".strip() or None


def _reasons_of_time(whole: Sentence, base: Base | None, time: Time) -> tuple[Reason, ...]:
    """Why the statement has its years."""
    year = time.target_year or time.reference_year
    words = str(year) if year and time.basis == "explicit" else None
    field = "reference_year" if time.reference_year else "target_year"
    found = [Reason(field, time.rule, words), Reason("time_basis", time.rule, words)]
    if base:
        found.append(Reason("base_value", "from_a_to_b", whole.low(base.number.first)))
    if base_year := (base.year if base and base.year else time.base_year):
        found.append(Reason("base_year", "compared_with", str(base_year)))
    return tuple(found)


def _comparator(whole: Sentence, found: Quantity, attached: Frame) -> Decided[Comparator]:
    text = whole.span(found.comparator_first, found.comparator_last) or None
    if bound := allowed(whole, found):
        return Decided(bound, "none_may", text)
    if attached.marker == "red line":
        if found.comparator == "eq":
            return Decided("ge", "red_line", text or attached.marker)
        return Decided(found.comparator, "red_line", text or attached.marker)
    if text is None:
        if found.comparator == "eq" and (least := _least(attached)):
            return Decided(BOUNDS[least], "noun_of_bound", least)
        return Decided(found.comparator, "no_comparing_word")
    return Decided(found.comparator, "before" if found.comparator_first < found.number.first else "behind", text)


def _least(attached: Frame) -> str:
    """'a minimum average growth of 5%': a bound, where minimum is no part of a name ('minimum wage')."""
    words = attached.indicator.lower().split()
    bounded = len(words) > 1 and words[0] in BOUNDS and words[-1] in CHANGING
    return words[0] if bounded else ""


def _unit_and_indicator(whole: Sentence, found: Quantity, attached: Frame) -> tuple[Decided[str], str]:
    """Unit and indicator together: what is counted decides whether a bare number counts people or is a ratio."""
    printed = whole.span(found.unit_first, found.unit_last) or found.number.suffix or None
    unit, indicator, rule = found.unit, attached.indicator, "printed" if printed else "none_printed"
    if found.unit_first == found.unit_last and found.unit not in ("count", "ratio", "times") and not printed:
        rule, printed = "currency_sign", whole.span(found.left, found.number.first) or None
    demonym = attached.counted.endswith(("ans", "ese")) and attached.counted[:1] in "abcdefghijklmnopqrstuvwxyz"
    people_behind = found.bare and (_people_behind(whole, found.right) or _demonym(whole, found.right))
    demonym = demonym and attached.counted.capitalize() in attached.counted_phrase
    counts_people = attached.counted in wordset("units", "persons_nouns") or demonym or people_behind
    counting = attached.shape != "level" or attached.rule in COUNTING or people_behind
    if counting and unit == "count" and counts_people:
        unit, rule, printed = "persons", "counted_people", attached.counted
    rate = rate_unit(unit, denominator(whole, found), counts_people or names_people(indicator))
    if rate != unit:
        unit, rule, printed = rate, "per_so_many", rate
    if attached.rule == "subject_covers":
        indicator = _covered(unit, indicator)
    words = indicator.lower().split()
    ratio = next((w for w in words if w in wordset("units", "ratio_nouns")), None)
    if found.bare and attached.shape == "level" and ratio and unit == "count":
        unit, rule, printed = "ratio", "noun_of_ratio", ratio
    if found.bare and attached.shape == "level" and unit == "count" and 0 < found.number.value < 1:
        unit, rule, printed = "ratio", "below_one", None
    if unit == "count" and attached.shape == "level" and DAYS.match(indicator.lower()):
        unit, rule, printed = "days", "indicator_of_days", indicator
    if unit == "count" and attached.shape == "level" and _counts_people(indicator):
        unit, rule, printed = "persons", "indicator_of_people", indicator
    indicator = without_goal(indicator)
    if unit == "%" and attached.shape == "level" and attached.rule != "share_of":
        indicator = _share(whole, found, indicator)
    return Decided(unit, rule, printed), indicator


def _demonym(whole: Sentence, at: int) -> bool:
    """'29 million Indonesians'."""
    named = whole.low(at).endswith(("ans", "ese")) and whole.tokens[at].text[0].isupper()
    return named and _ends(whole, at + 1)


def _people_behind(whole: Sentence, at: int) -> bool:
    """'participants reached by', 'teachers': people right behind a number, and no noun that they only describe."""
    nouns = wordset("units", "persons_nouns")
    at += whole.low(at) in nouns and whole.low(at + 1) in nouns  # "poor people"
    return whole.low(at) in nouns and _ends(whole, at + 1)


def _ends(whole: Sentence, at: int) -> bool:
    """Whether a noun phrase ends before a place."""
    behind = whole.low(at)
    ends = (
        not behind.isalpha()
        or behind in CLOSING
        or behind in wordset("indicator", "prepositions") | wordset("indicator", "auxiliaries")
    )
    return ends or any(form == "past" for _, form in forms().get(behind, ()))


def _counts_people(indicator: str) -> bool:
    """'number of people living in poverty'."""
    indicator = indicator.lower().removeprefix("size of ").removeprefix("the ")
    start, _, rest = indicator.partition("number of ")
    named = PLACED.split(indicator, maxsplit=1)[0].split(" of ")[0].split()
    if (
        named[-1:] == ["population"]
        or named[:1] in (["people"], ["persons"])
        or (named and named[-1] in wordset("units", "persons_nouns") - RATES)
    ):
        return True
    return start in ("", "total ", "the ") and any(w in wordset("units", "persons_nouns") for w in rest.split()[:3])


def _covered(unit: str, name: str) -> str:
    """What 'X covering 5 ...' measures."""
    if unit == "%":
        return f"coverage of {name}"
    covered = "people" if unit == "persons" else units()[unit].quantity if unit in units() else "extent"
    return f"{covered} covered by {name}"


def _share(whole: Sentence, found: Quantity, indicator: str) -> str:
    """'raise X to 17% of GDP': X as a share of GDP."""
    at = found.right
    if whole.low(at) != "of" or indicator.lower().endswith(" rate"):
        return indicator  # a rate is of its own whole: "a poverty rate of 7% of the population"
    stop = phrase_end(whole, at + 1, keep_with=False)
    stop = next((i for i in range(at + 1, stop) if whole.lows[i] == "," or _next_member(whole, i, stop)), stop)
    base = phrase(whole, at + 1, stop)
    return f"{indicator} as a share of {base}" if base else indicator


def _next_member(whole: Sentence, at: int, stop: int) -> bool:
    """'of GDP and forest coverage of 42%': behind the 'and' stands the name of the next number."""
    if whole.lows[at] != "and":
        return False
    return any(whole.owner[i] >= 0 for i in range(stop, min(stop + 3, len(whole.lows)))) and stop - at > 1
