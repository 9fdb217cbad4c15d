"""Whether an English name is a noun phrase that says what is measured, and what is wrong where it is none."""

from __future__ import annotations

from typing import Literal

from extractors.targets.empty_heads_en import empty_head
from extractors.targets.indicator_en import ARTICLES
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

Fault = Literal["", "no_word", "loose_end", "opens_badly", "no_noun", "repeated", "empty", "span_of_time", "clause"]
RELATIVES = {"who", "that", "which", "whose", "where"}
COUNTABLE_TIMES = {"year", "years", "month", "months", "decade", "decades", "quarter", "quarters", "period"}


def fault(name: str) -> Fault:
    """What keeps a name from being a noun phrase of what is measured; empty where nothing does."""
    parts = [part.strip(",") for part in name.lower().split()]
    if not parts:
        return "no_word"
    if parts[-1] in loose_ends():
        return "loose_end"
    if _opens_badly(parts):
        return "opens_badly"
    if empty_head(name) or _only_an_amount(parts):
        return "empty"
    if _of_time(parts):
        return "span_of_time"
    if _no_noun(parts):
        return "no_noun"
    if _repeated(parts):
        return "repeated"
    if _clause(parts):
        return "clause"
    return ""


def loose_ends() -> frozenset[str]:
    """Words that no name ends in."""
    known = wordset("naming", "never_last") | wordset("indicator", "prepositions") | {"be", "been", "being", "not"}
    return known | wordset("indicator", "determiners") - {"such", "all", "each"}


def _opens_badly(parts: list[str]) -> bool:
    """'within the range', 'reaching a share': a preposition or a verb that is nothing else in front."""
    if len(parts) == 1:
        return False
    low = parts[0]
    if low in wordset("indicator", "prepositions") - {"per", "under", "over", "around", "in", "on", "at"}:
        return True
    if low in ("in", "on", "at", "over", "under") and parts[1] in ARTICLES:
        return True
    return low in wordset("naming", "only_verbs")


def _only_an_amount(parts: list[str]) -> bool:
    """'least amount of money', 'bulk', 'share': how much, and not of what."""
    known = wordset("naming", "qualifying") | wordset("indicator", "only_qualifying") | wordset("naming", "amounts")
    return all(p in known or p in ARTICLES or p in ("of", "another", "further", "some") for p in parts)


def quantifying() -> frozenset[str]:
    """Words that say how much of something, and of nothing by themselves: 'the bulk of', 'the least amount of'."""
    return frozenset(
        {
            "bulk",
            "majority",
            "least",
            "most",
            "amount",
            "amounts",
            "large",
            "larger",
            "largest",
            "vast",
            "great",
            "highest",
            "lowest",
        }
    )


def _of_time(parts: list[str]) -> bool:
    """'just the first three years of the term', 'year fallen'."""
    head = head_of(parts)
    if head[-1] in COUNTABLE_TIMES and len(head) <= 5 and not any(p in wordset("indicator", "measures") for p in head):
        return len(head) == 1 or any(p in wordset("naming", "times_told") for p in head[:-1])
    return len(head) == 2 and head[0] in COUNTABLE_TIMES and only_verb(head[1], {"past"})


def head_of(parts: list[str]) -> list[str]:
    """The words of a name before its first preposition, relative pronoun or comma."""
    ends = wordset("indicator", "prepositions") | RELATIVES
    stop = next((at for at, low in enumerate(parts) if at and low in ends), len(parts))
    return parts[:stop]


def only_verb(low: str, kinds: set[str]) -> bool:
    """Whether a word is a verb of these forms only, and no noun."""
    nouns = wordset("verbs", "nouns_too") | wordset("verbs", "nouns_in_s")
    found = forms().get(low, ())
    noun = any(lemma in nouns and (lemma == low or form == "third") for lemma, form in found)
    return bool(found) and {form for _, form in found} <= kinds and not noun


def _no_noun(parts: list[str]) -> bool:
    """'invested', 'soil-eroded for governance': a participle stands where a noun should."""
    head = head_of(parts)
    if len(head) > 1:
        return False
    low = head[0].rpartition("-")[2]
    if len(parts) == 1 and only_verb(low, {"ing"}) and low not in wordset("naming", "nouns_in_ing"):
        return low not in wordset("indicator", "measures")
    return low not in wordset("indicator", "measures") and only_verb(low, {"past", "base"})


def _repeated(parts: list[str]) -> bool:
    """'grants in grants', 'share of sales as a share of sales'."""
    for at, low in enumerate(parts[1:-1], 1):
        if low in ("in", "of", "for") and parts[at - 1] == parts[at + 1] and at + 2 == len(parts):
            return True
    text = " ".join(parts)
    first, join, second = text.partition(" as a share of ")
    return bool(join) and (first == second or first.endswith((" of " + second, " of the " + second)))


def _clause(parts: list[str]) -> bool:
    """'the rate is to fall': a finite verb outside a relative clause."""
    if any(part in RELATIVES for part in parts):
        return False
    return any(part in ("is", "are", "was", "were", "has", "have", "will", "should", "would") for part in parts[1:])
