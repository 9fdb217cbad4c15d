"""English names that stand behind their number or right before its bracket: 'cut by 50% the use of X', 'X (70)'."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.carried_names_en import names_nothing
from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import head, phrase, phrase_end
from extractors.targets.shares_en import share_of
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import words, wordset

OWNERS = {"the", "its", "their", "our"}
TIMES = {"year", "years", "month", "months", "decade", "period", "quarter", "same", "previous", "end", "plan"}
# Between a change and what changes: "a 25% reduction from the baseline in deaths".
COMPARED = {"from", "over", "below", "on", "against", "relative", "compared"}
LONGEST_COMPARISON = 6
LONGEST_NAME = 12
NEW = {"new", "additional", "more", "extra", "further"}


def behind(sentence: Sentence, index: int, frame: Frame) -> Frame:
    """The frame with the name that stands behind its number, where one does; else the frame as it is."""
    return (
        _object(sentence, index, frame)
        or _changed(sentence, index, frame)
        or _change_of(sentence, index, frame)
        or _labelled(sentence, index, frame)
        or _added(sentence, index, frame)
        or _targeted(sentence, index, frame)
        or _sum(sentence, index, frame)
        or _growth(sentence, index, frame)
        or _bracketed(sentence, index, frame)
        or _of_what(sentence, index, frame)
        or _contributed(sentence, index, frame)
        or _there(sentence, index, frame)
        or _at_point(sentence, index, frame)
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
    name = phrase(sentence, start, phrase_end(sentence, start))
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
    if sentence.low(left - 1) != "(" or frame.shape != "count" or frame.counted_phrase:
        return None
    floor = max(left - 1 - LONGEST_NAME, 0)
    start = left - 1
    while start > floor and sentence.owner[start - 1] < 0 and _names(sentence, start - 1):
        start -= 1
    name = phrase(sentence, start, left - 1)
    verb = sentence.governor(start + 1)
    lemma = verb.lemma if verb else ""
    return replace(frame, shape="level", indicator=name, lemma=lemma, verb=verb, rule="bracketed") if name else None


def _names(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand within the noun phrase before a bracket."""
    low = sentence.lows[at]
    if low in (",", ";", ":", ".", "(", ")", "and", "or", "that", "which", "to", "will", "with", "including"):
        return False
    return sentence.verb_at(at) is None and at not in sentence.numbers


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
        and _names(sentence, start - 1)
        and sentence.lows[start - 1]
        not in (
            "a",
            "an",
            "of",
        )
    ):
        start -= 1
    return replace(frame, indicator=sentence.span(start, left - 1))


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
