"""The verbs of an English sentence, and where its clauses begin and end."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

from extractors.targets.changes_en import Base
from extractors.targets.numbers_en import Number, Token
from extractors.targets.quantities_en import Quantity
from extractors.targets.vocabulary_en import words, wordset

Form = Literal["base", "third", "past", "ing"]
CLAUSE = 100  # tokens; nothing governs over a longer distance, and looking no further keeps reading linear
BE = {"is", "are", "was", "were", "be", "been", "being"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in its place: `lemma`, the form printed, and whether it stands in the passive."""

    at: int
    lemma: str
    form: Form
    passive: bool = False


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

    def governor(self, before: int) -> Verb | None:
        """The nearest verb to the left, not beyond a semicolon or colon and not further than a long clause."""
        index = bisect_left(self.verb_places, before) - 1
        if index < 0:
            return None
        verb = self.verbs[index]
        if before - verb.at > CLAUSE:
            return None
        return None if any(low in (";", ":") for low in self.lows[verb.at : before]) else verb

    @cached_property
    def tense(self) -> str:
        """Tense of the whole sentence, see `tense`."""
        return tense(self.lows)

    @cached_property
    def lowered(self) -> str:
        """The words in lower case, a blank between each."""
        return " ".join(self.lows)

    def low(self, at: int) -> str:
        """The word at a place in lower case, empty outside the sentence."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def span(self, first: int, last: int) -> str:
        """The printed text of tokens [first, last)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


@cache
def forms() -> dict[str, list[tuple[str, Form]]]:
    """Every inflected form of the vocabulary's verbs with its lemma."""
    table = words("verbs")
    lemmas = sorted(
        {v for key in ("increase", "reduce", "keep", "limit", "reach", "add", "build", "other") for v in table[key]}
    )
    found: dict[str, list[tuple[str, Form]]] = {}
    for lemma in lemmas:
        irregular = table["irregular"].get(lemma)
        entries: list[tuple[str, Form]] = [(lemma, "base"), (_third(lemma), "third"), (_ing(lemma), "ing")]
        if lemma == "be":
            entries = [
                ("be", "base"),
                ("is", "third"),
                ("are", "third"),
                ("was", "past"),
                ("were", "past"),
                ("been", "past"),
                ("being", "ing"),
            ]
        else:
            entries += [(form, "past") for form in irregular or [_past(lemma)]]
        for form, kind in entries:
            found.setdefault(form, []).append((lemma, kind))
    return found


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _doubled(lemma: str) -> str:
    """'plan' to 'plann': a short verb on consonant, vowel, consonant."""
    short = len(lemma) <= 4 or lemma in ("submit", "curtail", "equip", "commit")
    if (
        short
        and len(lemma) > 2
        and lemma[-1] not in "aeiouwxy"
        and lemma[-2] in "aeiou"
        and lemma[-3] not in "aeiou"
        and lemma not in ("open", "visit")
    ):
        return lemma + lemma[-1]
    return lemma


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "be")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


@cache
def participle(lemma: str) -> str:
    """The past participle: the last printed past form."""
    return next((f for f, entries in reversed(list(forms().items())) if (lemma, "past") in entries), lemma)


def gerund(lemma: str) -> str:
    """The -ing form."""
    return _ing(lemma)


def verb_class(lemma: str) -> frozenset[str]:
    """The classes of the vocabulary that a verb belongs to."""
    return frozenset(
        key
        for key in ("increase", "reduce", "keep", "limit", "reach", "add", "build")
        if lemma in wordset("verbs", key)
    )


def _skip_adverbs(lows: list[str], at: int) -> int:
    """The nearest place to the left, from `at`, that is no adverb; at most five steps."""
    for _ in range(5):
        joined = at > 0 and lows[at] == "and" and is_adverb(lows[at - 1])
        if at < 0 or not (is_adverb(lows[at]) or joined):
            break
        at -= 1
    return at


def is_adverb(low: str) -> bool:
    """Whether a word is an adverb, by the vocabulary or its ending."""
    words_of = wordset("indicator", "adverbs")
    return low in words_of or (low.endswith("ly") and low not in wordset("indicator", "ly_nouns"))


def verbs_of(lows: list[str], owner: list[int]) -> list[Verb]:
    """Every verb that governs something: modal, infinitive, imperative, participle."""
    found: list[Verb] = []
    table = forms()
    for at, low in enumerate(lows):
        entries = table.get(low)
        if not entries or owner[at] >= 0:
            continue
        for lemma, form in entries:
            verb = _verb(lows, owner, at, lemma, form)
            if verb:
                found.append(verb)
                break
    return found


def _object_follows(lows: list[str], owner: list[int], at: int) -> bool:
    """Whether a word that may be a noun is followed by an object."""
    if at + 1 >= len(lows):
        return False
    behind = lows[at + 1]
    if (
        behind in ("and", "or")
        and at + 3 < len(lows)
        and any(kind == "base" for _, kind in forms().get(lows[at + 2], ()))
    ):
        return _determined(lows, owner, at + 3)  # "upgrade and transform 20 bases"
    if owner[at + 1] >= 0 or behind in ("“", '"'):
        return True
    noun_ends = (
        wordset("indicator", "prepositions") | wordset("indicator", "auxiliaries") | {"and", "or", "that", "which"}
    )
    return behind[0].isalnum() and behind not in noun_ends


def _verb(lows: list[str], owner: list[int], at: int, lemma: str, form: Form) -> Verb | None:
    before_at = _skip_adverbs(lows, at - 1)
    before = lows[before_at] if before_at >= 0 else ""
    behind = lows[at + 1] if at + 1 < len(lows) else "."
    if behind == "-" or (at > 1 and lows[at - 1] == "-"):
        return None
    doubtful = lemma in wordset("verbs", "nouns_too")
    if form == "base":
        if at > 1 and f"{lows[at - 2]} {lows[at - 1]} {lows[at]}" in wordset("verbs", "noun_pairs"):
            return None
        if before and before not in wordset("verbs", "starters"):
            return None
        if lemma in wordset("verbs", "never_imperative") and before not in wordset("verbs", "modals"):
            return None
        if (
            doubtful
            and before in ("and", "or", ",", "", ".", ")")
            and not _object_follows(lows, owner, at)
            and not _particle(behind)
        ):
            return None
        return Verb(at, lemma, form)
    if form == "past":
        if before in BE:
            return Verb(at, lemma, form, passive=True)
        if before in ("has", "have", "had", "we", "they", "who") or (
            before in ("", ",", "and", ";", ".") and _determined(lows, owner, at + 1)
        ):
            return Verb(at, lemma, form)
        return None
    if form == "third":
        return Verb(at, lemma, form) if _determined(lows, owner, at + 1) and not doubtful else None
    if form == "ing" and (
        before
        in ("by", "of", ",", "and", "for", "while", "from", "", "are", "is", "be", "been", "with", "in", ";", "on")
        or before.endswith("s")
    ):
        sure = _determined(lows, owner, at + 1)
        return (
            Verb(at, lemma, form)
            if sure or (before in ("by", ",", "while") and _object_follows(lows, owner, at))
            else None
        )
    return None


def _particle(low: str) -> bool:
    return low in ("out", "up", "on", "down", "off", "in", "to")


def _determined(lows: list[str], owner: list[int], at: int) -> bool:
    """Whether a determiner or a quantity stands at the place, as an object begins."""
    if at >= len(lows):
        return False
    return owner[at] >= 0 or lows[at] in wordset("indicator", "determiners")


def tense_near(sentence: Sentence, at: int) -> str:
    """`future`, `past` or empty, by the modal and auxiliary words of the clause around a place."""
    lows = sentence.lows
    low_end, high_end = max(at - CLAUSE, -1), min(at + CLAUSE, len(lows))
    first = next((i for i in range(at, low_end, -1) if lows[i] in (",", ";", ":", ".")), low_end)
    last = next((i for i in range(at, high_end) if lows[i] in (",", ";", ":", ".")), high_end)
    return tense(lows[first + 1 : last])


def tense(lows: list[str]) -> str:
    """`future` before `past`, for 'will have reached' is still to come."""
    if any(low in ("will", "shall", "should", "must", "strive", "can") for low in lows):
        return "future"
    if any(low in ("has", "have", "had", "was", "were") for low in lows) or any(
        low in wordset("meaning", "past") for low in lows
    ):
        return "past"
    return ""


def describes(sentence: Sentence, before: int) -> bool:
    """Whether a sentence tells what is: no modal anywhere, no imperative before the place, a verb in the present."""
    if sentence.tense == "future" or any(
        v.form == "base" for v in sentence.verbs[: bisect_left(sentence.verb_places, before + 1)]
    ):
        return False
    lows = sentence.lows
    for at in range(max(before - CLAUSE, 0), min(before + CLAUSE, len(lows) - 1)):
        if lows[at] in ("is", "are") and lows[at + 1] not in wordset("meaning", "future") and lows[at + 1] != "set":
            return True
        if at == before and any(form == "third" for _, form in forms().get(lows[at], ())):
            return True
    return False
