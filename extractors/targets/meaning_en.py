"""How an English number is meant: kind, direction, period, year, wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.none_en import is_year
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import ChangePeriod, Comparator, Context, Direction, Kind, TimeBasis, Wording
from extractors.targets.tense_en import describes, tense_near
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import words, wordset

Bindingness = Literal["binding", "anticipated"] | None


@dataclass(frozen=True, slots=True)
class Time:
    """The years of a statement and where they come from."""

    target_year: int | None
    reference_year: int | None
    base_year: int | None
    basis: TimeBasis


@dataclass(frozen=True, slots=True)
class Years:
    """The years of a sentence by token: `base` of comparisons, all `dated` ones, those that are deadlines."""

    base: int | None
    dated: list[tuple[int, int]]
    deadlines: list[tuple[int, int]]


@cache
def _phrases(key: str) -> re.Pattern[str]:
    forms = sorted(words("meaning")[key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(f) for f in forms) + r")\b", re.IGNORECASE)


def is_past(sentence: Sentence, frame: Frame, found: Quantity, context: Context) -> bool:
    """Whether the number was reached already: by its verb, else its clause, else its sentence, else its section."""
    verb = frame.verb
    if frame.rule == "pronoun" or frame.marker == "goal":
        return False  # "That brings it to 5", behind something still to come
    if verb is not None:
        near = _group_tense(sentence, verb.at)
        if near:
            return near == "past"
        if sentence.low(verb.at - 1) == "to" and tense_near(sentence, verb.at) == "past":
            return True
        if verb.form == "base" and sentence.verb_at(verb.at) is not None:
            return False
        if (verb.form == "past" and not verb.passive) or (not verb.passive and _looks_past(sentence, verb.at)):
            return True
    clause = tense_near(sentence, found.number.first)
    if clause:
        return clause == "past"
    if sentence.sets_goals:
        return False
    whole = sentence.tense
    if whole:
        return whole == "past"
    if describes(sentence, verb.at if verb is not None else found.left) or (
        context.plan_end is None and frame.verb is None
    ):
        return True
    return any(_phrases("past_titles").search(title) for title in context.section_titles[-2:])


def _looks_past(sentence: Sentence, at: int) -> bool:
    return sentence.lows[at] in wordset("meaning", "past") and sentence.lows[at] not in ("cut", "set", "put", "hit")


def _group_tense(sentence: Sentence, at: int) -> str:
    """Tense by the auxiliaries right before a verb."""
    group = []
    auxiliaries = wordset("indicator", "auxiliaries") | wordset("indicator", "adverbs")
    place = at - 1
    while place >= 0 and (sentence.lows[place] in auxiliaries or sentence.lows[place].endswith("ly")):
        group.append(sentence.lows[place])
        place -= 1
    if any(low in wordset("meaning", "modals") for low in group):
        return "future"
    if "to" in group and {"be", "is", "are"} & set(group):
        return "future"
    return "past" if any(low in ("has", "have", "had", "was", "were") for low in group) else ""


def kind_of(sentence: Sentence, frame: Frame, found: Quantity, comparator: Comparator, past: bool) -> Kind:
    """Target, project, limit or fact."""
    if past:
        return "fact"
    if found.number.value == 0 and found.number.form == "words":
        return "target"
    classes = verb_class(frame.lemma) if frame.lemma else frozenset()
    if frame.marker == "red line":
        return "limit"
    if frame.rule == "subject_covers" or (frame.shape == "loose" and sentence.sets_goals):
        return "target"
    if frame.rule == "measure_of" and frame.indicator.lower().split()[-1] in wordset("indicator", "funding"):
        return "project"
    if frame.shape == "level":
        one_sided = comparator in ("gt", "ge", "lt", "le")
        if (
            found.comparator != "eq"
            and "not" in sentence.lows[found.comparator_first : found.comparator_last]
            and frame.rule == "subject_verb"
        ):
            return "limit"
        if (
            frame.marker == "to"
            and classes & {"increase", "reduce"}
            and "within" not in sentence.lows[found.comparator_first : found.comparator_last]
        ):
            return "target"  # "fall to 5% or less" is a level to reach
        if frame.lemma == "be" and set(frame.indicator.lower().split()[:4]) & wordset("meaning", "limit_nouns"):
            return "limit"
        if "limit" in classes or ("keep" in classes and one_sided) or (comparator == "le" and frame.marker != "by"):
            return "limit"
        if (
            frame.rule == "measure_of"
            and found.unit not in ("%", "pp", "times", "years")
            and _is_addition(sentence, frame, found)
        ):
            return "project"
        return "target"
    return "target" if found.unit in ("%", "pp", "times", "ratio") else "project"


def direction_of(sentence: Sentence, frame: Frame, found: Quantity, kind: Kind) -> Direction:
    """What is to happen to the value."""
    if kind == "fact":
        return "none"
    classes = verb_class(frame.lemma) if frame.lemma else frozenset()
    if found.number.form == "relation":
        return "increase_by" if found.number.value > 1 else "reduce_by"
    if found.number.value == 0 and found.number.form == "words":
        return "reach"
    if kind == "limit" or (frame.shape == "level" and "keep" in classes and frame.lemma != "stand"):
        return "maintain"
    if frame.rule == "subject_covers" or (frame.shape == "loose" and kind == "target"):
        return "add" if _is_addition(sentence, frame, found) else "reach"
    if frame.shape == "level":
        if frame.marker == "by":
            return "reduce_by" if "reduce" in classes else "increase_by"
        if frame.rule == "measure_of" and _is_addition(sentence, frame, found):
            return "add"
        return "build" if kind == "project" else "reach"
    if frame.lemma in wordset("verbs", "add") or _is_addition(sentence, frame, found):
        return (
            "add"
            if frame.lemma in ("add", "recruit", "increase", "supplement", "install")
            or frame.lemma not in wordset("verbs", "build")
            else "build"
        )
    if found.unit in ("%", "pp", "ratio"):
        return "reach"
    return "build"


def _is_addition(sentence: Sentence, frame: Frame, found: Quantity) -> bool:
    """'a new capacity of 5', 'an additional 5 km'."""
    if any(sentence.low(found.left - 1 - i) in ("additional", "extra", "further") for i in range(2)):
        return True
    first = frame.indicator.lower().split()[:1]
    return bool(first) and first[0] in ("new", "newly", "additional") and frame.shape in ("level", "loose")


def period_of(sentence: Sentence, found: Quantity, direction: Direction, kind: Kind, indicator: str) -> ChangePeriod:
    """Growth a year, change over the plan, or a level at a date."""
    near = sentence.lows[max(found.left - 12, 0) : found.right + 4]
    yearly = _phrases("annual").search(" ".join(near)) is not None
    if direction in ("increase_by", "reduce_by"):
        return "annual" if yearly or _phrases("annual").search(indicator) else "cumulative"
    if direction in ("add", "build"):
        return "annual" if yearly and found.unit != "t/a" else "cumulative"
    return "level"


def wording_of(sentence: Sentence) -> Wording:
    """Hard or soft, by the words of the sentence."""
    if _phrases("soft").search(sentence.lowered):
        return "soft"
    return "hard" if _phrases("hard").search(sentence.lowered) else "neutral"


def bindingness_of(sentence: Sentence) -> Bindingness:
    """Binding or anticipated, where the sentence says so."""
    if _phrases("binding").search(sentence.lowered):
        return "binding"
    return "anticipated" if _phrases("anticipated").search(sentence.lowered) else None


def years_of(sentence: Sentence) -> Years:
    """The years that a sentence gives, apart from the base of comparisons."""
    years = [(n.first, int(n.value_max or n.value)) for n in sentence.numbers.values() if is_year(sentence.tokens, n)]
    base = next((y for at, y in years if _base_word(sentence, at)), None)
    dated = [(at, y) for at, y in years if y != base and sentence.low(at - 1) in wordset("meaning", "dating")]
    deadlines = [(at, y) for at, y in dated if _deadline(sentence, at)]
    return Years(base, dated, deadlines)


def time_of(years: Years, found: Quantity, past: bool, context: Context) -> Time:
    """The year that a number is to be reached, or is about."""
    if past:
        own = _nearest(years.dated, found)
        return Time(None, own, years.base, "explicit" if own else "none")
    own = _nearest(years.deadlines, found)
    if own and own >= (context.plan_start or 0):
        return Time(own, None, years.base, "explicit")
    if context.carried_year:
        return Time(context.carried_year, None, years.base, "section")
    return Time(context.plan_end, None, years.base, "document" if context.plan_end else "none")


def _deadline(sentence: Sentence, at: int) -> bool:
    """'by 2030', 'by the end of 2030', 'in 2030'; not 'built before the end of 2000'."""
    window = sentence.lows[max(at - 5, 0) : at]
    return "by" in window or "before" in window or window[-1:] in (["in"], ["around"])


def _base_word(sentence: Sentence, at: int) -> bool:
    window = sentence.lows[max(at - 4, 0) : at]
    return (
        any(low in ("compared", "from", "over", "relative", "than", "above", "against") for low in window)
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
