"""An English sentence with its quantities, verbs and tenses, and where its clauses begin and end."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from extractors.targets.changes_en import Base
from extractors.targets.numbers_en import Number, Token
from extractors.targets.quantities_en import Quantity
from extractors.targets.verbs_en import BE, PERFECT, UNCHANGED, Verb, finite_past, is_adverb
from extractors.targets.vocabulary_en import wordset

__all__ = ["CLAUSE", "FORETOLD", "Sentence", "Verb", "is_adverb"]

CLAUSE = 100  # tokens; nothing governs over a longer distance, and looking no further keeps reading linear
FORETOLD = {"forecast", "forecasts", "projection", "projections", "expectation"}
PROPOSED = {"proposals", "plans", "ambitions", "proposal", "plan"}
LONGEST_OPENING = 24  # tokens of "the main goals of ... for this year are as follows:"
REVIEWED = {"met", "achieved", "reached", "exceeded", "attained", "fulfilled", "accomplished", "surpassed", "progress"}
ANNOUNCED = {
    "measures",
    "recommendations",
    "proposals",
    "commitments",
    "actions",
    "steps",
    "initiatives",
    "plans",
    "priorities",
    "ambitions",
    "pledges",
}


@dataclass(frozen=True)
class Sentence:
    """A sentence cut into tokens, with its quantities and verbs.

    Attributes:
        owner: For each token the index of the quantity that it belongs to, or -1.
        numbers: Every number expression by its first token.
        bases: The A of each 'from A to B'.
    """

    text: str
    tokens: list[Token]
    lows: list[str]
    quantities: list[Quantity]
    owner: list[int]
    verbs: list[Verb] = field(default_factory=list)
    verb_places: list[int] = field(default_factory=list)
    bases: tuple[Base, ...] = ()
    numbers: dict[int, Number] = field(default_factory=dict)

    def verb_at(self, at: int) -> Verb | None:
        """The verb at a token, if it is one."""
        index = bisect_left(self.verb_places, at)
        return self.verbs[index] if index < len(self.verbs) and self.verb_places[index] == at else None

    def verbs_between(self, first: int, last: int) -> list[Verb]:
        """The verbs at the tokens [first, last)."""
        return self.verbs[bisect_left(self.verb_places, first) : bisect_left(self.verb_places, last)]

    def governor(self, before: int) -> Verb | None:
        """The nearest verb to the left, not beyond a semicolon or colon and not further than a long clause."""
        index = bisect_left(self.verb_places, before) - 1
        if index < 0:
            return None
        verb = self.verbs[index]
        if before - verb.at > CLAUSE:
            return None
        return None if any(low in (";", ":", "while", "whereas") for low in self.lows[verb.at : before]) else verb

    @cached_property
    def tense(self) -> str:
        """Tense of the whole sentence, see `tense_in`."""
        return self.tense_in(0, len(self.lows))

    @cached_property
    def finite(self) -> list[int]:
        """Places of verbs that stand in the past tense without an auxiliary."""
        return [at for at, low in enumerate(self.lows) if finite_past(self.lows, self.owner, at, low)]

    @cached_property
    def _futures(self) -> tuple[list[int], list[int]]:
        """Places of words that alone speak of what is to come, and first places of pairs that do: 'is to'."""
        alone = [at for at, low in enumerate(self.lows) if low in wordset("meaning", "modals")]
        pairs = []
        for at, (low, behind) in enumerate(pairwise(self.lows)):
            if low == "tasked" and behind == "with":
                pairs.append(at)
            tasked = low in ("is", "are") or low in wordset("meaning", "tasked")  # "was asked to reach"
            aiming = low in BE and behind in wordset("meaning", "aiming")  # "is aiming for"
            barred = low in BE and behind == "not" and self.low(at + 2) == "to"  # "is not to exceed 5%"
            if (tasked and behind == "to") or aiming or barred:
                pairs.append(at)
        return alone, pairs

    @cached_property
    def _pasts(self) -> list[int]:
        """Places of words that tell of the past."""
        lows = self.lows
        perfect = {at for at, low in enumerate(lows) if low in PERFECT and not (at and lows[at - 1] == "to")}
        perfect -= {at for at in perfect if lows[at] in ("has", "have") and self._owns_goal(at)}
        verbs = {v.at for v in self.verbs if v.form == "past" and not v.passive}
        told = {at for at in range(len(lows)) if self._told(at)}
        return sorted(perfect | verbs | told | set(self.finite))

    def tense_in(self, first: int, last: int) -> str:
        """`future`, `past` or empty, by the words of [first, last); future wins: 'will have reached' is to come."""
        alone, pairs = self._futures
        if _any_in(alone, first, last) or _any_in(pairs, first, last - 1):
            return "future"
        return "past" if _any_in(self._pasts, first, last) else ""

    def _owns_goal(self, at: int) -> bool:
        """'has the target of raising it': what one has is a goal, and nothing was done."""
        goals = wordset("meaning", "goal_nouns")
        if self.low(at + 1) not in wordset("indicator", "determiners"):
            return self.low(at + 1) in goals | PROPOSED and self.low(at + 2) in ("to", "of", "for")
        return any(low in goals for low in self.lows[at + 2 : at + 5])

    def _told(self, at: int) -> bool:
        """Whether a word that is a past form more often than an adjective stands as one: not 'value-added output'."""
        low = self.lows[at]
        if low not in wordset("meaning", "past") or low in UNCHANGED or (at and self.lows[at - 1] in ("-", "value")):
            return False
        if self.low(at - 1) in ("is", "are", "be", "being"):
            return False  # "the rate is increased from 5% to 8%"
        behind = self.low(at + 1)
        closed = not behind.isalpha() or self.owner[at + 1] >= 0 or is_adverb(behind)
        return closed or behind in wordset("indicator", "determiners") | wordset("indicator", "prepositions") | {"and"}

    @cached_property
    def lowered(self) -> str:
        """The words in lower case, a blank between each."""
        return " ".join(self.lows)

    @cached_property
    def sets_goals(self) -> bool:
        """'The main targets are ...': what is listed is still to come."""
        goals = wordset("meaning", "goal_nouns")
        for at, low in enumerate(self.lows[1:], 1):
            if low == ":" and self._opens_goals(at):
                return True
        for at, low in enumerate(self.lows[1:], 1):
            if low in ("is", "are", "include", "includes", "were", "was"):
                listed = low in ("is", "are", "include", "includes")
                return (
                    listed and any(noun in goals | FORETOLD for noun in self.lows[max(at - 12, 0) : at])
                ) or self._announces(at)
        return False

    def _opens_goals(self, colon: int) -> bool:
        """'The main goals for this year are as follows:', with no word that they were met."""
        first = max(colon - LONGEST_OPENING, 0)
        first = next((i + 1 for i in range(colon - 1, first - 1, -1) if self.lows[i] in (";", ":", ".")), first)
        goals = wordset("meaning", "goal_nouns")
        if any(low in goals for low in self.lows[max(colon - 6, first) : colon]):
            return True
        opening = self.lows[first:colon]
        return any(low in goals for low in opening) and not REVIEWED & set(opening)

    def _announces(self, at: int) -> bool:
        """'Measures include ...'"""
        return self.lows[at] in ("include", "includes") and self.lows[at - 1] in ANNOUNCED

    def low(self, at: int) -> str:
        """The word at a place in lower case, empty outside the sentence."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def span(self, first: int, last: int) -> str:
        """The printed text of tokens [first, last)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


def _any_in(places: list[int], first: int, last: int) -> bool:
    """Whether one of the sorted places lies in [first, last)."""
    return bisect_left(places, first) < bisect_left(places, last)
