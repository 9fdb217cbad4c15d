"""The last look at an English name: one that is no noun phrase gives way to the next best in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.counted_things_en import dates, first_word
from extractors.targets.cut_names_en import cut
from extractors.targets.empty_heads_en import empty_head, goal_nouns, words_of
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import phrase, phrase_end, without_goal
from extractors.targets.mended_names_en import mended
from extractors.targets.noun_phrases_en import Fault, fault, only_verb
from extractors.targets.quantities_en import Quantity
from extractors.targets.subjects_en import subject
from extractors.targets.units import units
from extractors.targets.verb_forms_en import participle, verb_class
from extractors.targets.vocabulary_en import wordset

SURE_AT_MOST = 0.55
LONGEST = 14
NO_DOING = {"made", "set"}  # "made up of", "set at"
OF_ANY = {"growth", "rate", "share", "proportion", "increase", "decrease", "reduction", "decline", "percentage"}


def sound(sentence: Sentence, index: int, frame: Frame, before: Frame | None) -> Frame:
    """The frame with a name that is a noun phrase, where its sentence has one; less sure where it had to be sought."""
    name = mended(sentence, index, frame)
    if name != frame.indicator:
        frame = replace(frame, indicator=name)
    wrong = fault(name)
    if not wrong or _stands(frame, wrong):
        return frame
    for rule, other in _others(sentence, index, frame, before, wrong):
        if other and len(other.split()) <= LONGEST and not fault(other):
            things = "" if frame.counted_phrase == name else frame.counted_phrase
            kept = frame.rule if frame.rule in ("share_of", "respectively") else rule
            return replace(frame, indicator=other, rule=kept, sure=min(frame.sure, SURE_AT_MOST), counted_phrase=things)
    return frame


def _stands(frame: Frame, wrong: Fault) -> bool:
    """Whether a name says enough all the same: 'which' and things that are counted have their own rules."""
    return wrong == "empty" and frame.shape == "count" and bool(frame.counted_phrase)


def _others(
    sentence: Sentence, index: int, frame: Frame, before: Frame | None, wrong: Fault
) -> Iterator[tuple[str, str]]:
    """Other names, the likeliest first."""
    found, parts = sentence.quantities[index], words_of(frame.indicator)
    whose, behind = _subject(sentence, found.left, frame), _behind(sentence, found.right)
    yield from _completed(sentence, index, frame, wrong)
    if frame.indicator == "number" and sentence.low(found.left - 1) == ",":
        start = first_word(sentence, found.left - 1)
        yield "name_apposed", phrase(sentence, start, found.left - 1)  # "the poor population, 55 million in number"
    if before is not None and frame.rule == "share_of" and parts[:2] == ["share", "of"]:
        yield "name_before", f"share of {without_goal(before.indicator)}"
    if before is not None and (wrong != "empty" or set(parts[-1:]) & set(words_of(before.indicator))):
        yield "name_before", before.indicator
    if wrong == "empty" and parts and parts[-1] in OF_ANY:
        if behind:
            yield "name_behind", f"{frame.indicator} {behind}"
        if whose:
            yield "name_subject", f"{frame.indicator} of {'the ' if whose[0].islower() else ''}{whose}"
    if before is not None:
        yield "name_before", before.indicator
    money = found.unit in wordset("units", "currencies")
    if behind and not money:
        yield "name_behind", behind.split(" ", 1)[1]
    yield from _done(found, frame, whose)


def _completed(sentence: Sentence, index: int, frame: Frame, wrong: Fault) -> Iterator[tuple[str, str]]:
    """'funding for schools' for 'for schools', 'area used for parks' for 'used for parks'."""
    found = sentence.quantities[index]
    first = frame.indicator.lower().partition(" ")[0]
    money = found.unit in wordset("units", "currencies")
    if wrong == "opens_badly" and first in ("for", "to", "towards"):
        yield "name_purpose", f"{'funding' if money else 'share'} for {frame.indicator.split(' ', 1)[1]}"
    sized = not found.bare and found.unit not in ("%", "pp") and first not in NO_DOING
    if wrong == "no_noun" and sized and only_verb(first, {"past"}):
        yield "name_of_quantity", f"{_quantity(found)} {frame.indicator}"
    if money and sentence.low(found.right) == "as":
        yield "name_behind", phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1))


def _done(found: Quantity, frame: Frame, whose: str) -> Iterator[tuple[str, str]]:
    """'area developed', 'amount received by schools', else who or what the verb is said of."""
    lemma = frame.verb.lemma if frame.verb else ""
    doing = bool(lemma) and frame.shape == "count" and not found.bare and found.unit not in ("%", "pp")
    if doing and whose and found.unit in wordset("units", "currencies") and lemma in wordset("naming", "getting"):
        yield "name_subject", f"amount {participle(lemma)} by {whose}"
    if doing and verb_class(lemma) & {"build", "add"}:
        yield "name_of_quantity", f"{_quantity(found)} {participle(lemma)}"
    if whose:
        yield "name_subject", whose
    if doing:
        yield "name_of_quantity", f"{_quantity(found)} {participle(lemma)}"


def _quantity(found: Quantity) -> str:
    """What a unit measures: 'area', 'length'; money is an amount."""
    known = found.unit in units() and found.unit not in wordset("units", "currencies")
    return units()[found.unit].quantity if known else "amount"


def _subject(sentence: Sentence, left: int, frame: Frame) -> str:
    """The subject of the verb, unless it is a plan, somebody who acts, or nothing."""
    verb = frame.verb or sentence.governor(left)
    if verb is None or verb.at >= left:
        return ""
    whose = cut(phrase(sentence, *subject(sentence, verb.at)))
    aims = set(whose.lower().split()) & (goal_nouns() | {"targets", "goals"})
    if not whose or empty_head(whose) or aims or only_verb(whose.split()[0].lower(), {"base"}):
        return ""
    if any(only_verb(word.lower(), {"past"}) for word in whose.split()[1:]):
        return ""  # a clause of its own
    last = whose.lower().split()[-1]
    known = wordset("indicator", "pronouns") | wordset("meaning", "plan_subjects") | wordset("naming", "actors")
    return "" if last in known else whose


def _behind(sentence: Sentence, at: int) -> str:
    """'in exports', 'of households': what stands behind the number, with its preposition."""
    if sentence.low(at) not in ("of", "in", "for") or dates(sentence, at) or at + 1 in sentence.numbers:
        return ""
    stop = phrase_end(sentence, at + 1, keep_with=False)
    if any(low in wordset("indicator", "no_places") for low in sentence.lows[at + 1 : stop]):
        return ""
    thing = phrase(sentence, at + 1, stop)
    return f"{sentence.lows[at]} {thing}" if thing else ""
