"""English levels behind a verb or colon alone: 'X will reach 5', 'X is 5', 'X: 5'."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.indicator_en import head, phrase, phrase_end
from extractors.targets.quantities_en import Quantity
from extractors.targets.subjects_en import COVERING, back_over_adverbs, motion, subject, with_subject
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.verbs_en import Verb
from extractors.targets.vocabulary_en import wordset

LONGEST_LABEL = 16
AMOUNTING = {"totaling", "totalling", "amounting"}


def labelled(sentence: Sentence, colon: int, *, share: bool = False) -> Frame | None:
    """'Urbanization rate: 65%' at the start of a line."""
    start = next((i + 1 for i in range(colon - 1, max(colon - LONGEST_LABEL, 0), -1) if sentence.lows[i] == ";"), 0)
    name = phrase(sentence, start, colon)
    behind = sentence.low(next(q.right for q in sentence.quantities if q.left > colon))
    if behind in wordset("indicator", "auxiliaries") or (behind == "of" and not share):
        return None  # "Hydrogen: £500m has been allocated"
    ends = behind in ("", ".", ";", ",", "by", "in", "(")
    listed = sentence.lows[colon - 1] in wordset("meaning", "goal_nouns") and not (len(name.split()) > 1 and ends)
    if listed or sentence.lows[colon - 1] in ("following", "are"):
        return None
    if not name or colon - start > LONGEST_LABEL or sentence.verbs_between(start, colon):
        return None
    return Frame("level", name, "", None, "", "label_colon", 0.8)


def reached(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'X will reach 5', 'X is 5', 'X rose 5%'."""
    found = sentence.quantities[index]
    at = back_over_adverbs(sentence, found.left - 1)
    if at < 0:
        return None
    made_up = sentence.lows[at] in ("for", "up") and sentence.low(at - 1).startswith(("account", "mak", "made"))
    at -= made_up
    lemma = motion(sentence, at)
    if sentence.lows[at] in COVERING and (found.unit != "count" or not found.bare):
        covered = with_subject(sentence, at, "cover", "", None)
        if covered:
            return covered
    if not lemma:
        return None
    classes = verb_class(lemma)
    reaching = "reach" in classes and lemma not in ("achieve", "get", "make", "bring", "realize", "attain", "come")
    close = "close" in sentence.lows[found.comparator_first : found.comparator_last]
    reaching = reaching or (lemma == "come" and close)
    reaching = (reaching or made_up) and not (lemma == "set" and found.bare)
    aimed = lemma in wordset("verbs", "forward") and sentence.low(found.right) == "of" and found.unit not in ("%", "pp")
    aimed = aimed or (lemma == "target" and found.bare and sentence.low(found.right).isalpha())
    if aimed and ((verb := sentence.verb_at(at)) is None or not verb.passive):
        return None  # "targeting 9 GW of onshore wind", "the plan targets 40 million trips"
    if lemma == "be" and (sentence.low(at - 1) == "there" or sentence.low(at - 2) == "there"):
        return None
    verb = sentence.verb_at(at)
    around = subject(sentence, at)
    changing = found.unit in ("%", "pp", "times") and classes & {"increase", "reduce"}
    if sentence.lows[at] in AMOUNTING and (passive := passive_behind(sentence, found.right)):
        name = phrase(sentence, *around)  # "bonds totaling 5 billion will be issued"
        return Frame("count", name, passive[0].lemma, passive[0], "", "passive_count", 0.8, "", name)
    if found.bare and (things := _things_behind(sentence, found, lemma, verb, around)):
        return things
    if (reaching or changing) and (around[0] < around[1] or sentence.low(around[0] - 1) == "which"):
        return with_subject(sentence, at, lemma, "by" if changing and not reaching else "", before)
    if (reaching or changing) and verb and lemma in ("reach", "exceed", "total", "grow") and before:
        return Frame("level", before.indicator, lemma, verb, "", "carried_subject", 0.6)
    return None


def _things_behind(
    sentence: Sentence, found: Quantity, lemma: str, verb: Verb | None, around: tuple[int, int]
) -> Frame | None:
    """'the goal is 500,000 homes', 'small firms account for 15 million jobs': the things are what is measured."""
    stop = phrase_end(sentence, found.right)
    thing, noun = phrase(sentence, found.right, stop), head(sentence, found.right, stop)
    if not thing or noun in wordset("units", "money_words"):
        return None
    if lemma == "be" and any(low in wordset("meaning", "goal_nouns") for low in sentence.lows[slice(*around)]):
        return Frame("level", thing, lemma, verb, "goal", "goal_is", 0.8, noun, thing)
    if lemma == "account":
        name = f"{thing} in {phrase(sentence, *around)}"
        return Frame("level", name, lemma, verb, "", "subject_verb", 0.7, noun, thing)
    return None
