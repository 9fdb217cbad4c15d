"""What an English number measures, where the name before it is a verb, a change or a sum only."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.carried_names_en import names_nothing
from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import head, phrase, phrase_end
from extractors.targets.vocabulary_en import words, wordset

LONGEST_NAME = 12


def measured(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """The frame with what is measured, where its name does not say it."""
    return (
        _change_of(sentence, index, frame)
        or _sum(sentence, index, frame)
        or _growth(sentence, index, frame)
        or _of_what(sentence, index, frame)
        or _contributed(sentence, index, frame)
        or _there(sentence, index, frame)
        or _at_point(sentence, index, frame)
    )


def _change_of(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'a price increase of 3 percent': the price changes; growth has a name of its own."""
    found = sentence.quantities[index]
    name, _, last = frame.indicator.rpartition(" ")
    lemma = words("indicator")["change_nouns"].get(last.lower())
    if frame.rule != "measure_of" or found.unit not in ("%", "pp") or not lemma or last.lower() == "growth":
        return None
    kinds = (
        wordset("naming", "qualifying") | wordset("indicator", "only_qualifying") | wordset("indicator", "determiners")
    )
    if not name or all(word in kinds for word in name.lower().split()):
        return None
    return replace(frame, indicator=name, lemma=str(lemma), marker="by", rule="change_noun")


def _sum(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'will require an 800 billion euro investment in ports': the noun of the sum is behind it."""
    found = sentence.quantities[index]
    carried = frame.rule in ("carried_subject", "carried_verb", "verb_count") and not frame.counted_phrase
    if not carried or found.unit not in wordset("units", "currencies"):
        return None
    if sentence.low(found.right) not in wordset("indicator", "funding"):
        return None
    name = phrase(sentence, found.right, phrase_end(sentence, found.right))
    return replace(frame, indicator=name) if name else None


def _growth(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'aiming at eight percent annual growth': the measure behind, where the name is no more than a verb."""
    found = sentence.quantities[index]
    if found.unit != "%" or not names_nothing(frame.indicator):
        return None
    stop = phrase_end(sentence, found.right)
    if head(sentence, found.right, stop) not in wordset("indicator", "measures"):
        return None
    name = phrase(sentence, found.right, stop)
    return replace(frame, indicator=name, marker="of", rule="growth_behind") if " " in name else None


def _of_what(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'bring online 320 GW of solar power', 'the retention of 5 ha of farmland': the thing is what is measured."""
    found = sentence.quantities[index]
    sourced = sentence.low(found.right) in ("coming", "derived") and sentence.low(found.right + 1) == "from"
    if sourced and not found.bare and names_nothing(frame.indicator):  # "400 million tons coming from wind"
        name = phrase(sentence, found.right + 2, phrase_end(sentence, found.right + 2))
        return replace(frame, indicator=name) if name else None
    if found.bare or found.unit in ("%", "pp", "times", "ratio") or sentence.low(found.right) != "of":
        return None
    last = frame.indicator.lower().rpartition(" ")[2]
    kept = frame.rule == "measure_of" and last in wordset("naming", "keeping_nouns")
    planned = frame.rule == "measure_of" and last in ("plan", "plans", *wordset("meaning", "goal_nouns"))
    if not kept and not planned and not names_nothing(frame.indicator):
        return None
    name = phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1))
    return replace(frame, indicator=name, lemma="keep" if kept else frame.lemma) if name else None


def _contributed(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'services contributed 60 percent to growth': the contribution of services to growth."""
    found, verb = sentence.quantities[index], frame.verb
    if frame.shape != "level" or found.unit != "%" or frame.rule != "subject_verb" or verb is None:
        return None
    if frame.lemma == "contribute" and sentence.low(found.right) in ("to", "towards"):
        stop = phrase_end(sentence, found.right + 1, keep_with=False)
        whole = phrase(sentence, found.right + 1, stop)
        return replace(frame, indicator=f"contribution of {frame.indicator} to {whole}") if whole else None
    of_whole = sentence.low(found.right) == "of"
    if frame.lemma == "account" and not of_whole and not frame.indicator.lower().startswith(("share", "proportion")):
        return replace(frame, indicator=f"share of {frame.indicator}")
    return None


def _there(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'there were on average 4.5 beds for every 1,000 people': the beds, and for how many."""
    found = sentence.quantities[index]
    if frame.indicator.lower() != "there":
        return None
    stop = phrase_end(sentence, found.right, counted=True)
    name = phrase(sentence, found.right, stop)
    per = sentence.low(stop) == "per" or sentence.lows[stop : stop + 2] in (["for", "every"], ["for", "each"])
    number = sentence.numbers.get(stop + 1) or sentence.numbers.get(stop + 2) if per else None
    if number is not None:
        name = f"{name} {sentence.span(stop, phrase_end(sentence, number.last))}"
    counted = head(sentence, found.right, stop)
    return replace(frame, indicator=name, counted=counted, counted_phrase=name) if name else None


def _at_point(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'a life expectancy at birth of 61 years': the measure stands before 'at'."""
    left = sentence.quantities[index].left
    at = left - 2 - len(frame.indicator.split())
    if frame.rule != "measure_of" or sentence.low(left - 1) != "of" or sentence.low(at) != "at":
        return None
    if sentence.low(at - 1) not in wordset("indicator", "measures"):
        return None
    start = at - 1
    while (
        start > 0
        and at - start < LONGEST_NAME
        and within_name(sentence, start - 1)
        and sentence.lows[start - 1]
        not in (
            "a",
            "an",
            "of",
        )
    ):
        start -= 1
    return replace(frame, indicator=sentence.span(start, left - 1))


def within_name(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand within the noun phrase before a bracket."""
    low = sentence.lows[at]
    if low in (",", ";", ":", ".", "(", ")", "and", "or", "that", "which", "to", "will", "with", "including"):
        return False
    return sentence.verb_at(at) is None and at not in sentence.numbers
