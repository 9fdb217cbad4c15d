"""English values in brackets behind what they measure: 'forest coverage (24%)', 'new clinics (15 by 2026)'."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.comparisons_en import dates
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import head, phrase
from extractors.targets.quantities_en import Quantity
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import wordset

LONGEST_NAME = 16
LEADING = {"to", "by", "at", "of"}
ENDS = {",", ";", ":", ".", ")", "(", "•", "—", "–"}
ROUND = {10.0**n for n in range(3, 13)}
SHARES = {"%", "pp", "‰"}


def bracketed(sentence: Sentence, index: int) -> Frame | None:
    """The noun phrase before a bracket that a quantity opens; nothing where a number stands right before it."""
    found = sentence.quantities[index]
    marker = sentence.low(found.left - 1) if sentence.low(found.left - 1) in LEADING else ""
    end = found.left - 1 - bool(marker)
    if end < 1 or sentence.lows[end] != "(" or sentence.owner[end - 1] >= 0 or not _closes(sentence, found):
        return None
    verb, start = _opening(sentence, end)
    name, noun = phrase(sentence, start, end), head(sentence, start, end)
    if not name or not _measures(sentence, found, noun, marker):
        return None
    lemma = verb.lemma if verb else ""
    if found.bare:
        built = verb is not None and "build" in verb_class(lemma)
        counted = Frame("count", name, lemma, verb, "", "in_brackets", 0.75, noun, name)
        return counted if built and noun.endswith("s") else None
    return Frame("level", name, lemma, verb, marker, "in_brackets", 0.75)


def _closes(sentence: Sentence, found: Quantity) -> bool:
    """Whether the bracket ends behind the quantity, or a year follows it there."""
    return sentence.low(found.right) == ")" or dates(sentence, found.right)


def _opening(sentence: Sentence, end: int) -> tuple[Verb | None, int]:
    """The verb whose object ends before the bracket, and where the object begins."""
    for at in range(end - 1, max(end - LONGEST_NAME, -1), -1):
        if verb := sentence.verb_at(at):
            return verb, at + 1
        joined = sentence.lows[at] == "and" and sentence.low(at - 1) in (")", ",")
        if sentence.lows[at] in ENDS or sentence.owner[at] >= 0 or joined:
            return sentence.governor(at), at + 1
    return None, max(end - LONGEST_NAME, 0)


def _measures(sentence: Sentence, found: Quantity, noun: str, marker: str) -> bool:
    """Whether a value is meant and no description: a share, a dated or aimed value, or behind a noun of measure."""
    if not marker and found.number.value in ROUND and sentence.low(found.right) == ")":
        return False  # the unit of a table: "output (100 million tons)"
    if found.unit in SHARES or marker or dates(sentence, found.right) or sentence.sets_goals:
        return found.unit in SHARES or found.unit != "years" or noun in wordset("indicator", "measures")
    return noun in wordset("indicator", "measures")
