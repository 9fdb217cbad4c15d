"""The name of what an English number measures, once it is attached: no empty head, no verb, no time, no owner.

Every rule that attaches a number hands its name through `named`, so that what holds for any name is decided here once.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.behind_en import behind
from extractors.targets.carried_names_en import leaning, names_nothing
from extractors.targets.clauses_en import Sentence, is_adverb
from extractors.targets.cut_names_en import cut
from extractors.targets.empty_heads_en import empty_head, goal_nouns, words_of
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import head, phrase, phrase_end
from extractors.targets.none_en import is_year
from extractors.targets.owners_en import HAVING, owner
from extractors.targets.purposes_en import over_number
from extractors.targets.shares_en import of_its_own, of_those
from extractors.targets.sound_names_en import sound
from extractors.targets.subjects_en import subject
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import words, wordset

KEEPING = {"keep", "retain", "maintain", "hold", "preserve", "have", "conserve", "guarantee", "sustain"}
LONGEST_NAME = 12
CARRIED = {"carried_verb", "carried_subject", "label_colon"}
TIMES = {"year", "years", "decade", "decades", "months", "period", "term"}
NUMBER_OF = re.compile(r"(?:(?:the|total|overall|annual) ){0,3}number of (?:the )?", re.IGNORECASE)


def named(sentence: Sentence, index: int, frame: Frame | None, before: Frame | None) -> Frame | None:
    """The frame with the name that a reader would put in a table; `before` is what was measured before."""
    if frame is None:
        return None
    if (short := cut(frame.indicator)) != frame.indicator:
        frame = replace(frame, indicator=short)
    if before and before.shape == "level" and frame.indicator.lower().split(" ")[-1:] in (["lower"], ["higher"]):
        frame = replace(frame, indicator=before.indicator)  # "5.4%, slightly lower than the rate of 6.1%"
    frame = _own_part(sentence, index, frame, before) or behind(sentence, index, frame)
    frame = _headed(sentence, index, _changed(sentence, index, frame), before)
    frame = leaning(sentence, index, frame, before)
    listed = frame.rule == "carried_verb"  # "mining by 3%, manufacturing by 5%"
    if names_nothing(frame.indicator) and frame.shape == "level" and frame.verb and not listed:
        whose = phrase(sentence, *subject(sentence, frame.verb.at))  # "assets have grown significantly, to 3 trillion"
        frame = replace(frame, indicator=whose or frame.indicator)
    name = cut(_told_behind(sentence, index, frame) or frame.indicator)
    if frame.shape == "level" and (whose := owner(sentence, index, name, before)):
        name = f"{name} of {whose}"
    if extra := _money_for(sentence, index, name) or _amount_of(sentence, index, frame, name):
        name = f"{name} {extra}"
    if NUMBER_OF.match(name) and " per " not in name:
        name = f"{name} {_per(sentence, index)}".strip()
    things = frame.counted_phrase or _numbered(sentence, index, frame, name)
    if name != frame.indicator or things != frame.counted_phrase:
        frame = replace(frame, indicator=name, counted_phrase=cut(things))
    return sound(sentence, index, frame, before)


def _own_part(sentence: Sentence, index: int, frame: Frame, before: Frame | None) -> Frame | None:
    """A share with a verb of its own behind another level: 'the rate is 40%, and 80% of towns meet the standard'."""
    found = sentence.quantities[index]
    if before and (part := of_those(sentence, found, before)):
        return part
    return of_its_own(sentence, found, frame.verb) if frame.rule in CARRIED else None


def _told_behind(sentence: Sentence, index: int, frame: Frame) -> str:
    """'the bank provided loans of 30 billion': the name begins behind the verb in the past."""
    if frame.rule != "measure_of":
        return ""
    left = sentence.quantities[index].left
    words = frame.indicator.split()
    gives = wordset("verbs", "giving") | wordset("verbs", "nouns_of_spending").union(wordset("verbs", "forward"))
    for at in range(left - 2, max(left - LONGEST_NAME, 0), -1):
        low, before = sentence.lows[at], sentence.lows[at - 1]
        if sentence.owner[at] >= 0:
            return ""
        gave = any(form == "past" and lemma in gives for lemma, form in forms().get(low, ()))
        described = before in wordset("indicator", "only_qualifying") | wordset("naming", "qualifying")
        described = described or before in wordset("indicator", "determiners") or is_adverb(before)
        if (at in sentence.finite or (gave and not described)) and sentence.tokens[at].text in words[1:]:
            return phrase(sentence, at + 1, left - (sentence.low(left - 1) == "of"))
    return ""


def _per(sentence: Sentence, index: int) -> str:
    """The 'per 1,000 people' behind a number."""
    found = sentence.quantities[index]
    number = sentence.numbers.get(found.right + 1) if sentence.low(found.right) == "per" else None
    return sentence.span(found.right, phrase_end(sentence, number.last)) if number else ""


def _money_for(sentence: Sentence, index: int, name: str) -> str:
    """'Investment of 3 billion will be made in irrigation': what the money goes into, for a name that is money only."""
    found = sentence.quantities[index]
    funds = wordset("indicator", "funding") | wordset("naming", "sums")
    if name.lower() not in funds or found.unit not in wordset("units", "currencies"):
        return ""
    at = found.right
    skipped = wordset("indicator", "auxiliaries") | wordset("indicator", "adverbs") | {"go", "goes", "went", "aside"}
    if sentence.lows[at : at + 3] == ["of", "the", name.lower()]:
        at += 3  # "50 million of the funding will go towards homes"
    last = at + 4
    while at < last and (sentence.low(at) in skipped or sentence.verb_at(at)):
        at += 1
    if sentence.low(at) not in ("in", "for", "on", "into", "towards") or _timed(sentence, at + 1):
        return ""
    thing = phrase(sentence, at + 1, over_number(sentence, at + 1))
    return f"{'for' if sentence.lows[at].startswith('toward') else sentence.lows[at]} {thing}" if thing else ""


def _amount_of(sentence: Sentence, index: int, frame: Frame, name: str) -> str:
    """'an annual saving of 3 million tonnes of carbon dioxide': of what, for a name that is a measure only."""
    found, parts = sentence.quantities[index], words_of(name)
    known = wordset("indicator", "measures") | wordset("indicator", "change_nouns") | {"network", "system", "stretch"}
    plain = frame.shape == "level" and frame.marker == "of" and 0 < len(parts) <= 2 and parts[-1] in known
    if not plain or found.bare or found.unit in ("%", "pp", "times") or sentence.low(found.right) != "of":
        return ""
    thing = phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1))
    return f"of {thing}" if thing else ""


def _numbered(sentence: Sentence, index: int, frame: Frame, name: str) -> str:
    """The things of 'number of parks' and 'total number of parks', where the number has no unit of its own."""
    match = NUMBER_OF.match(name)
    bare = sentence.quantities[index].bare and frame.shape == "level" and " per " not in name
    return name[match.end() :].split(" in ")[0] if match and bare else ""


def _changed(sentence: Sentence, index: int, frame: Frame) -> Frame:
    """'focus on increasing output by 2%', 'cut emissions 46% by 2030': changes of what stands before the number."""
    found = sentence.quantities[index]
    if frame.rule != "verb_phrase_count" or found.unit not in ("%", "pp"):
        return frame
    noun = words("indicator")["change_nouns"].get(frame.indicator.lower())
    if noun and frame.verb and frame.verb.lemma in HAVING:  # "incomes will see a rise from 5% to 7%"
        whose = phrase(sentence, *subject(sentence, frame.verb.at))
        if whose:
            bare = replace(frame, counted="", counted_phrase="")
            return replace(bare, shape="level", indicator=whose, lemma=noun, marker="to")
        return frame
    first, _, rest = frame.indicator.partition(" ")
    marker = sentence.low(found.left - 1)
    doing = next((lemma for lemma, form in forms().get(first.lower(), ()) if form == "ing"), "")
    if rest and marker in ("by", "to") and verb_class(doing) & {"increase", "reduce"}:
        return replace(frame, shape="level", indicator=rest, lemma=doing, marker=marker, counted="", counted_phrase="")
    ends = sentence.low(found.right) in ("", ".", ",", ";", "by", "in", "from", "compared", "relative")
    direct = marker.isalpha() and marker not in wordset("indicator", "prepositions")
    if ends and direct and verb_class(frame.lemma) & {"increase", "reduce"} and found.comparator == "eq":
        return replace(frame, shape="level", marker="by", counted="", counted_phrase="")
    return frame


def _headed(sentence: Sentence, index: int, frame: Frame, before: Frame | None) -> Frame:
    """What an empty head stands for: the thing behind the number, or what was measured before it."""
    found = sentence.quantities[index]
    if before and frame.indicator.lower() in ("which", "of which", "whom"):
        part = sentence.low(found.right) in ("from", "for", "in", "to") and not _timed(sentence, found.right + 1)
        whose = " " + sentence.span(found.right, phrase_end(sentence, found.right + 1)) if part else ""
        return replace(frame, indicator=before.indicator + whose)
    if (numbered := _number_of_things(sentence, index, frame)) is not None:
        return numbered
    if held := _held_amount(sentence, index, frame):
        return replace(frame, indicator=held)
    if frame.shape == "level" and (things := _reached_things(sentence, index, frame)):
        return replace(frame, indicator=things, counted_phrase=things)
    if (
        before
        and frame.indicator.endswith(" target")
        and "against" in sentence.lows[max(found.left - 6, 0) : found.left]
    ):
        return replace(frame, indicator=before.indicator, counted_phrase=before.counted_phrase)
    if frame.shape == "count" or frame.rule == "growth_behind" or not empty_head(frame.indicator):
        return frame
    last = words_of(frame.indicator)[-1]
    if last in goal_nouns():
        start = found.right + (sentence.low(found.right) in ("of", "for"))
        thing = "" if _timed(sentence, start) else phrase(sentence, start, phrase_end(sentence, start))
        if thing and found.unit == "%" and sentence.low(found.right) == "of":
            origin = phrase_end(sentence, start)
            tied = sentence.low(origin) in ("from", "by") and not _timed(sentence, origin)
            behind = " " + sentence.span(origin, phrase_end(sentence, origin + 1)) if tied else ""
            return replace(frame, indicator=f"share of {thing}{behind}", marker="goal", rule="share_of")
        if thing and sentence.low(start) not in wordset("indicator", "prepositions"):
            counted = head(sentence, start, phrase_end(sentence, start)) if found.bare else ""
            return replace(frame, indicator=thing, marker="goal", counted=counted, counted_phrase=counted and thing)
    if before is not None and frame.rule == "measure_of" and (whose := _its_subject(sentence, index, frame)):
        before = replace(before, indicator=whose, counted_phrase="")
    if before is not None:
        frame = replace(frame, indicator=before.indicator, counted_phrase=before.counted_phrase)
        lemma = words("indicator")["change_nouns"].get(last)
        changed = lemma and found.unit in ("%", "pp", "times")
        return replace(frame, marker="by", lemma=str(lemma)) if changed else frame
    if frame.verb and frame.verb.at < found.left:
        whose = phrase(sentence, *subject(sentence, frame.verb.at))
        aims = any(word in wordset("meaning", "goal_nouns") for word in whose.lower().split())
        if whose and not aims and whose.lower() not in wordset("indicator", "pronouns") and not empty_head(whose):
            return replace(frame, indicator=whose)
    return frame


def _its_subject(sentence: Sentence, index: int, frame: Frame) -> str:
    """'...; the poverty rate maintains a reduction of 1%': the subject of the verb since the number before."""
    verb, since = frame.verb, sentence.quantities[index - 1].right if index else 0
    if verb is None or not since < verb.at < sentence.quantities[index].left or verb.lemma not in HAVING | KEEPING:
        return ""
    start, end = subject(sentence, verb.at)
    whose = phrase(sentence, start, end) if start >= since else ""
    stands_in = wordset("indicator", "pronouns") | wordset("meaning", "plan_subjects") | wordset("naming", "actors")
    return "" if not whose or whose.lower().split()[-1] in stands_in or empty_head(whose) else whose


def _number_of_things(sentence: Sentence, index: int, frame: Frame) -> Frame | None:
    """'A total number of 70,000 jobs were created': the jobs are counted, and no number is measured."""
    found = sentence.quantities[index]
    if not found.bare or frame.shape != "level" or sentence.low(found.left - 1) != "of":
        return None
    if frame.indicator.lower() not in ("total number", "number", "total", "cumulative total", "combined total"):
        return None
    stop = phrase_end(sentence, found.right, counted=True)
    thing = phrase(sentence, found.right, stop)
    if not thing:
        return None
    doing = next((v for v in sentence.verbs_between(stop, stop + 4) if v.passive), None)
    lemma, verb, rule = (doing.lemma, doing, "passive_count") if doing else (frame.lemma, frame.verb, "no_verb")
    counted = head(sentence, found.right, stop)
    return replace(
        frame, shape="count", indicator=thing, lemma=lemma, verb=verb, rule=rule, counted=counted, counted_phrase=thing
    )


def _held_amount(sentence: Sentence, index: int, frame: Frame) -> str:
    """'the country keeps 90 million hectares of woodland': the woodland is measured, whoever keeps it."""
    found, verb = sentence.quantities[index], frame.verb
    measured = not found.bare and found.unit not in ("%", "pp", "times", "ratio", "count", "persons")
    direct = frame.shape == "level" and verb is not None and verb.at == found.left - 1 and not verb.passive
    if not direct or not measured or frame.lemma not in KEEPING or sentence.low(found.right) != "of":
        return ""
    return phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1))


def _reached_things(sentence: Sentence, index: int, frame: Frame) -> str:
    """'the sector will grow to 12,000 firms': the firms are what is counted, whatever grows."""
    found = sentence.quantities[index]
    if not found.bare or found.number.value <= 1 or frame.rule not in ("subject_verb", "verb_object_marker"):
        return ""
    start = found.right
    parts = words_of(frame.indicator)
    whole = bool(parts) and (parts[-1] in wordset("naming", "wholes") or frame.lemma == "number")
    if _timed(sentence, start) or not whole:
        return ""
    stop = phrase_end(sentence, start, counted=True)
    noun, thing = head(sentence, start, stop), phrase(sentence, start, stop)
    plural = (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in wordset("naming", "units_like")
    )
    plural = plural and sentence.low(start + 1) != "per" and "per" not in parts
    return thing if plural and sentence.low(start) not in wordset("indicator", "prepositions") else ""


def _timed(sentence: Sentence, start: int) -> bool:
    """Whether a date or a span of time begins at a place."""
    number = sentence.numbers.get(start + 1) or sentence.numbers.get(start)
    if number is not None and is_year(sentence.tokens, number):
        return True
    return any(low in TIMES for low in sentence.lows[start : start + 4])
