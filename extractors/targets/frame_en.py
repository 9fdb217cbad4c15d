"""How one English quantity hangs in its sentence.

Shapes: `level` (raise X to 5, X will reach 5, a rate of 5), `count` (build 5 X, the construction of 5 X),
`loose` (neither).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.indicator_en import phrase
from extractors.targets.verbs_en import BE
from extractors.targets.vocabulary_en import wordset

# Where what a verb says of a counted thing ends.
ENDS = {
    *(",", ".", ";", "while", "which", "so", "under", "as", "by", "through", "during", "since", "between", "using"),
    *("after", "before", "according", "until", "from", "this", "last", "next"),
}
Shape = Literal["level", "count", "loose"]


@dataclass(frozen=True, slots=True)
class Frame:
    """How one quantity hangs in its sentence.

    Attributes:
        shape: See the module.
        indicator: The measured phrase, cleaned.
        lemma: The verb's base form, empty where none governs.
        verb: The verb, null where none governs.
        marker: The preposition before the number (`to`, `by`, `at`), or empty.
        counted: Head noun of what is counted, for `count`.
        rule: Name of the rule.
        sure: How well the rule fits, 0..1.
        subject: First token of the indicator, for a clause that carries on.
    """

    shape: Shape
    indicator: str
    lemma: str
    verb: Verb | None
    marker: str
    rule: str
    sure: float
    counted: str = ""
    counted_phrase: str = ""


def passive_behind(sentence: Sentence, end: int) -> tuple[Verb, str] | None:
    """'N jobs have been created in towns': the verb, and how it goes on in the indicator."""
    at = _behind_apposition(sentence, end)
    auxiliaries = wordset("indicator", "auxiliaries") | wordset("indicator", "adverbs")
    first = at
    while at < first + 5 and (sentence.low(at) in auxiliaries or sentence.low(at) in ("need", "needs")):
        at += 1
    verb = sentence.verb_at(at)
    if verb is None and sentence.low(at + 1) == "-" and sentence.low(at + 2).endswith("ed"):
        verb = Verb(at, sentence.low(at + 2)[:-1], "past", passive=True)  # "has been ring-fenced"
    if verb is None and at > first and sentence.low(at).endswith("ed") and BE & set(sentence.lows[first:at]):
        verb = Verb(at, sentence.low(at)[:-1], "past", passive=True)  # "are still not enrolled"
    if at == first or verb is None or not verb.passive:
        return None
    not_so = " not " if "not" in sentence.lows[first:at] else " "
    return verb, not_so + phrase(sentence, at, _clause_end(sentence, at))


def _behind_apposition(sentence: Sentence, end: int) -> int:
    """Behind ', the villages on the river,' where an auxiliary follows."""
    if sentence.low(end) != "," or sentence.low(end + 1) not in ("the", "a", "an"):
        return end
    close = next((i for i in range(end + 2, min(end + 14, len(sentence.lows))) if sentence.lows[i] == ","), -1)
    return close + 1 if close > 0 and sentence.low(close + 1) in ("have", "has", "had", "will", "were", "are") else end


def active_behind(sentence: Sentence, end: int) -> tuple[Verb, str] | None:
    """'N homes gained access to water': the verb, and what it says of the counted things."""
    verb = sentence.verb_at(end)
    if verb is None or verb.passive or verb.form != "past":
        return None
    told = phrase(sentence, end, _clause_end(sentence, end))
    return (verb, told) if told else None


def _clause_end(sentence: Sentence, at: int) -> int:
    """Where what a verb says ends, at most a few words on."""
    stop = at + 1
    if sentence.low(stop) == "from" and not {stop + 1, stop + 2} & sentence.numbers.keys():
        stop += 1  # "removed from the list", and no "from 2020"
    while stop < min(at + 8, len(sentence.lows)) and sentence.lows[stop] not in ENDS and sentence.owner[stop] < 0:
        if sentence.lows[stop] == "and" and sentence.low(stop + 1) in ("the", "that", "its", "a"):
            break
        stop += 1
    return stop
