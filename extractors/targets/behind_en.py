"""English names that stand behind their number or right before its bracket: 'cut by 50% the use of X', 'X (70)'."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import head, phrase, phrase_end
from extractors.targets.measured_en import LONGEST_NAME, measured, within_name
from extractors.targets.shares_en import share_of
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import words, wordset

OWNERS = {"the", "its", "their", "our"}
TIMES = {"year", "years", "month", "months", "decade", "period", "quarter", "same", "previous", "end", "plan"}
# Between a change and what changes: "a 25% reduction from the baseline in deaths".
COMPARED = {"from", "over", "below", "on", "against", "relative", "compared"}
LONGEST_COMPARISON = 6
NEW = {"new", "additional", "more", "extra", "further"}


def behind(sentence: Sentence, index: int, frame: Frame) -> Frame:
    """The frame with the name that stands behind its number, where one does; else the frame as it is."""
    return (
        _object(sentence, index, frame)
        or _changed(sentence, index, frame)
        or _labelled(sentence, index, frame)
        or _added(sentence, index, frame)
        or _targeted(sentence, index, frame)
        or _bracketed(sentence, index, frame)
        or measured(sentence, index, frame)
        or frame
    )


def _object(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'reduce by 50% the use of pesticides': the object behind, and not who does it."""
    found, verb = sentence.quantities[index], frame.verb
    start = found.right
    if frame.shape != "level" or frame.marker != "by" or verb is None or verb.passive:
        return None
    if verb.at != found.left - 2 or sentence.low(start) not in OWNERS or not verb_class(verb.lemma):
        return None
    if any(low in TIMES for low in sentence.lows[start + 1 : start + 3]):
        return None
    stop = phrase_end(sentence, start)
    name = phrase(sentence, start, stop)
    if sentence.low(stop) == "from" and stop + 1 not in sentence.numbers:
        name = f"{name} {sentence.span(stop, phrase_end(sentence, stop + 1))}"
    return replace(frame, indicator=name, rule="object_behind", sure=0.85) if name else None


def _changed(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'25% reduction from baseline in the prevalence of X', 'a 6 percent drop in X'."""
    found = sentence.quantities[index]
    changes = words("indicator")["change_nouns"]
    if found.unit not in ("%", "pp"):
        return None
    noun_at = next((i for i in range(found.right, found.right + 3) if sentence.low(i) in changes), -1)
    if noun_at < 0 or any(not low.isalpha() for low in sentence.lows[found.right : noun_at]):
        return None
    at = noun_at + 1
    if sentence.low(at) not in COMPARED:
        return None
    at = next((i for i in range(at + 1, at + LONGEST_COMPARISON) if sentence.low(i) in ("in", "of")), -1)
    if at < 0 or at + 1 in sentence.numbers or sentence.low(at + 1) in TIMES:
        return None
    name = phrase(sentence, at + 1, phrase_end(sentence, at + 1, keep_with=False))
    lemma = str(changes[sentence.lows[noun_at]])
    return replace(frame, shape="level", indicator=name, lemma=lemma, marker="by", rule="change_noun") if name else None


def _labelled(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'Job creation: 760,000 formal jobs': the things behind the number are counted."""
    found = sentence.quantities[index]
    if frame.rule != "label_colon" or not found.bare or found.number.value <= 1:
        return None
    return _things(sentence, found.right, frame)


def _added(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'Employment expanded by 10 million new jobs': what is new is counted."""
    found = sentence.quantities[index]
    if frame.shape != "level" or frame.marker != "by" or not found.bare or sentence.low(found.right) not in NEW:
        return None
    return _things(sentence, found.right, frame)


def _things(sentence: Sentence, start: int, frame: Frame) -> Frame | None:
    """The frame of the plural things that begin at a place."""
    if not sentence.low(start).isalpha() or sentence.low(start) in wordset("indicator", "prepositions"):
        return None
    stop = phrase_end(sentence, start, counted=True)
    noun, thing = head(sentence, start, stop), phrase(sentence, start, stop)
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    if not thing or not plural or noun in wordset("naming", "units_like"):
        return None
    return replace(frame, indicator=thing, counted=noun, counted_phrase=thing)


def _bracketed(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'reduce maternal deaths (70 per 100,000) and infant deaths (12)': each value behind its own noun."""
    found = sentence.quantities[index]
    left = found.left
    if sentence.low(left - 1) != "(" or frame.shape != "count":
        return None
    if frame.counted_phrase and sentence.low(found.right) != "per":
        return None
    floor = max(left - 1 - LONGEST_NAME, 0)
    start = left - 1
    while start > floor and sentence.owner[start - 1] < 0 and within_name(sentence, start - 1):
        start -= 1
    name = phrase(sentence, start, left - 1)
    verb = sentence.governor(start + 1)
    lemma = verb.lemma if verb else ""
    return (
        replace(frame, shape="level", indicator=name, lemma=lemma, verb=verb, counted_phrase="", rule="bracketed")
        if name
        else None
    )


def _targeted(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'the bloc should target 60 GW (gigawatts) of wind': who aims is not what is measured."""
    found = sentence.quantities[index]
    if frame.shape != "level" or frame.rule != "subject_verb" or frame.lemma not in wordset("verbs", "forward"):
        return None
    at = found.right
    if sentence.low(at) == "(":
        at = next((i + 1 for i in range(at + 1, at + 5) if sentence.low(i) == ")"), at)
    if sentence.low(at) != "of":
        return None
    stop = phrase_end(sentence, at + 1)
    thing = phrase(sentence, at + 1, stop)
    if not thing:
        return None
    if found.unit != "%":
        return replace(frame, indicator=thing, marker="goal", rule="goal_of")
    verb = frame.verb
    return share_of(sentence, found, thing, stop, verb, None, None)
