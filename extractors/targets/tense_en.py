"""When an English clause plays: still to come, past, or a description of what is."""

from __future__ import annotations

from bisect import bisect_left

from extractors.targets.clauses_en import CLAUSE, Sentence
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset


def tense_near(sentence: Sentence, at: int) -> str:
    """`future`, `past` or empty, by the modal and auxiliary words of the clause around a place."""
    lows = sentence.lows
    low_end, high_end = max(at - CLAUSE, -1), min(at + CLAUSE, len(lows))
    first = next((i for i in range(at, low_end, -1) if lows[i] in (",", ";", ":", ".")), low_end)
    last = next((i for i in range(at, high_end) if lows[i] in (",", ";", ":", ".")), high_end)
    return sentence.tense_in(first + 1, last)


def describes(sentence: Sentence, before: int) -> bool:
    """Whether a sentence tells what is: no modal anywhere, no imperative before the place, a verb in the present."""
    if (
        sentence.tense == "future"
        or sentence.sets_goals
        or any(v.form == "base" for v in sentence.verbs[: bisect_left(sentence.verb_places, before + 1)])
    ):
        return False
    lows = sentence.lows
    for at in range(max(before - CLAUSE, 0), min(before + CLAUSE, len(lows) - 1)):
        if lows[at] in ("is", "are") and lows[at + 1] not in wordset("meaning", "future") and lows[at + 1] != "set":
            return True
        if at == before and any(
            form == "third" and lemma not in wordset("verbs", "forward") for lemma, form in forms().get(lows[at], ())
        ):
            return True
    return False
