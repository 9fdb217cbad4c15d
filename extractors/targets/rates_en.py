"""English rates: counts per so many people, and whether what is counted are people."""

from __future__ import annotations

import re

from extractors.targets.clauses_en import Sentence
from extractors.targets.quantities_en import Quantity
from extractors.targets.vocabulary_en import wordset

ROUND = {1e3, 1e4, 1e5, 1e6}
_PER = re.compile(r" (?:per|(?:for|in) (?:every|each)|every|in) (?=\d|{)")


def names_people(indicator: str) -> bool:
    """'number of registered nurses per 1,000 people': what is counted are people."""
    return any(
        word in wordset("units", "persons_nouns") for word in _PER.split(indicator.lower())[0].split(" per ")[0].split()
    )


def denominator(whole: Sentence, found: Quantity) -> float | None:
    """The N of 'per N people' in the same clause: the nearest behind the number, else before it."""
    here = found.number.first
    for at in range(here - 2, here - 5, -1):  # "from 75 per 1,000 to 50"
        if at in whole.numbers and _divides(whole, at) and "to" in whole.lows[at:here]:
            return whole.numbers[at].value
    for at in (*range(here + 1, here + 17), *range(here - 1, here - 17, -1)):
        number = whole.numbers.get(at)
        if number is None or not _divides(whole, at):
            continue
        low, high = sorted((at, here))
        told = at > here and whole.verbs_between(here, at)
        if not told and not any(t in (",", ";") for t in whole.lows[low:high]):
            return number.value
    return None


def is_rate(sentence: Sentence, found: Quantity) -> bool:
    """'32 beds per 10,000 people': a round number of people behind 'per' or 'every' in the same member."""
    for at in range(found.right, min(found.right + 14, len(sentence.lows))):
        if sentence.lows[at] in (",", ";", ".", "by"):
            return False
        number = sentence.numbers.get(at)
        if number is not None:
            return sentence.low(at - 1) in ("per", "every", "each", "/") and number.value in ROUND
    return False


def _divides(whole: Sentence, at: int) -> bool:
    """'per 1,000', 'in every 1,000', 'for each 1,000', 'in 1,000'."""
    before, behind = whole.low(at - 1), whole.low(whole.numbers[at].last)
    if before in ("per", "every", "/"):
        return True
    of_people = not behind.isalpha() or behind == "live" or behind in wordset("units", "persons_nouns")
    return whole.numbers[at].value in ROUND and before in ("in", "each") and (before == "each" or of_people)
