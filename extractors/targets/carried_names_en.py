"""English names that lean on the name before them: 'share of A 15%, B 30%', 'of urban people 95%, rural people 93%'."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.clauses_en import Sentence, is_adverb
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import ARTICLES
from extractors.targets.shares_en import whole_of
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

# A measure of something: its member may be exchanged, "share of A in B" for "share of C in B".
OF_MEMBER = re.compile(
    r"^(?P<head>(?:[a-z-]+ ){0,3}(?:share|proportion|percentage|contribution|rate|growth|output|production|consumption"
    r"|exports|imports|sales|supply|capacity) of )(?P<member>[^,]{2,60}?)"
    r"(?P<tail>(?: (?:in|to|as|per) .{2,80})?)$",
    re.IGNORECASE,
)
THAT_OF = re.compile(r"^(?:[a-z]+ )?(?:that|those) of (?P<whose>.+)$")
LONGEST_MEMBER = 4
TALLIES = {"total", "total number", "number", "overall number", "figure", "tally", "cumulative total"}
BOUND = {"below", "above", "than", "compared", "relative", "from"}  # what is compared with, and no name
LISTING = {",", "and", "the", "that", "of", "for", "while", "with", ";"}
SAID = {
    "currently",
    "respectively",
    "them",
    "online",
    "still",
    "now",
    "then",
    "each",
    "those",
    "so",
    "when",
    "where",
}


def leaning(sentence: Sentence, index: int, frame: Frame, before: Frame | None) -> Frame:
    """The frame with a whole name where its own says only a part, or nothing."""
    if before is None or not before.indicator:
        return frame
    low = frame.indicator.lower()
    # "mining by 3%, farming by 5%"
    named = frame.rule == "carried_verb" and low.endswith("ing") and low not in wordset("indicator", "leading_gerunds")
    named = named or low in wordset("naming", "nouns_in_ing")
    if frame.indicator.lower() in TALLIES and before.counted_phrase:
        return replace(frame, indicator=before.counted_phrase, counted_phrase=before.counted_phrase)
    if before.shape != "level":
        return frame
    if frame.rule == "in_brackets" and before.rule == "share_of" and sentence.quantities[index].unit == "%":
        return replace(frame, indicator=before.indicator)  # "half of nationals (63%) own their homes"
    kinds = wordset("naming", "qualifying") | wordset("indicator", "only_qualifying")
    if frame.shape == "level" and all(word in kinds for word in frame.indicator.lower().split()):
        return replace(frame, indicator=before.indicator, rule="carried_subject", sure=0.6)
    if names_nothing(frame.indicator) and not named and frame.shape != "loose" and not frame.counted_phrase:
        return replace(frame, shape="level", indicator=before.indicator, rule="carried_subject", sure=0.6)
    if (that := THAT_OF.match(frame.indicator)) and " of " in before.indicator:  # "and lift that of gas to 30%"
        whose = _other_member(before.indicator, that["whose"])
        return replace(frame, indicator=whose or f"{before.indicator.split(' of ')[0]} of {that['whose']}")
    frame = _of_the_whole(sentence, index, _behind_whole(sentence, index, frame), before)
    if _again(sentence, index, frame):
        name = other_tail(before.indicator, frame.indicator) or _other_group(before.indicator, frame.indicator)
        if not name and _listed(sentence, index, frame.indicator):
            name = _other_member(before.indicator, frame.indicator)
        return replace(frame, indicator=name) if name else frame
    return frame


def names_nothing(name: str) -> bool:
    """Whether a name is a verb or an adverb only: 'exceeding', 'strives', 'currently'."""
    low = name.lower()
    first, _, last = low.rpartition(" ")
    if first in wordset("meaning", "plan_subjects") and any(form == "third" for _, form in forms().get(last, ())):
        return True  # "while the plan wants 4%"
    if low.split(" ")[0] in BOUND:
        return True
    if low.startswith(("within ", "during ", "over ", "by ")) and low.endswith(("period", "year", "years", "decade")):
        return True
    if first or not low:
        return False
    if low in SAID or is_adverb(low):
        return True
    kinds = {form for lemma, form in forms().get(low, ()) if lemma not in wordset("verbs", "nouns_too")}
    nouns = wordset("indicator", "measures") | wordset("indicator", "change_nouns") | wordset("indicator", "funding")
    told = kinds & {"ing", "third"} or kinds == {"past"}
    return bool(told) and low not in nouns and not _noun_in_s(low)


def _noun_in_s(low: str) -> bool:
    return any(lemma in wordset("verbs", "nouns_in_s") for lemma, _ in forms().get(low, ()))


def _again(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether a number has the unit of the one before, in its clause or the next."""
    if not index or frame.shape != "level" or frame.rule not in ("carried_verb", "subject_verb"):
        return False
    earlier, found = sentence.quantities[index - 1], sentence.quantities[index]
    near = found.left - earlier.right <= LONGEST_MEMBER + 6 and ";" not in sentence.lows[earlier.right : found.left]
    return near and earlier.unit == found.unit and not found.bare


def _behind_whole(sentence: Sentence, index: int, frame: Frame) -> Frame:
    """'to 23 percent of land and pasture to 56 percent': the land is the whole of the number before."""
    if not index or frame.rule not in ("carried_verb", "measure_of"):
        return frame
    at = sentence.quantities[index - 1].right
    start = at + 1 + (sentence.low(at + 1) in ARTICLES)
    whole = sentence.low(at) == "of" and frame.indicator.startswith(sentence.span(start, start + 1))
    cut = max(frame.indicator.find(join) for join in (", and ", " and ", ", ")) if whole else -1
    if cut < 0:
        return frame
    name = frame.indicator[cut:].lstrip(", ").removeprefix("and ")
    return replace(frame, indicator=name)


def _of_the_whole(sentence: Sentence, index: int, frame: Frame, before: Frame) -> Frame:
    """'to 30% of the land by 2025 and 36% by 2030': of the same whole."""
    if not index or frame.rule != "carried_verb" or frame.indicator != before.indicator:
        return frame
    earlier, found = sentence.quantities[index - 1], sentence.quantities[index]
    if earlier.unit != "%" or found.unit != "%" or sentence.low(found.right) in ("of", "in", "for"):
        return frame
    whole = whole_of(sentence, earlier)
    return replace(frame, indicator=f"{frame.indicator} as a share of {whole}") if whole else frame


def other_tail(earlier: str, name: str) -> str:
    """'on schools' behind 'spending on health': spending on schools."""
    first, _, rest = name.partition(" ")
    if not rest or first.lower() not in wordset("indicator", "prepositions") or f" {first} " not in earlier:
        return ""
    return f"{earlier.split(f' {first} ', 1)[0]} {name}"


def _other_group(earlier: str, name: str) -> str:
    """'rural people' behind 'the share with clean water of urban people': the group changes, the measure stays."""
    parts = [word for word in name.lower().split() if word not in ARTICLES]
    if not 1 <= len(parts) <= 2:
        return ""
    paired = wordset("indicator", "paired")
    words = earlier.split()
    for at, word in enumerate(words):
        same_kind = word.lower() in paired and parts[0] in paired and word.lower() != parts[0]
        if same_kind and (len(parts) == 1 or [w.lower() for w in words[at + 1 : at + 2]] == parts[1:]):
            changed = " ".join([*words[:at], parts[0], *words[at + 1 :]])
            return changed if len(words) > len(parts) else ""
    return ""


def _listed(sentence: Sentence, index: int, name: str) -> bool:
    """Whether a name stands right behind a comma, 'and' or the value before: a member of a list."""
    since = sentence.tokens[sentence.quantities[index - 1].right - 1].end
    gap = sentence.text[since : sentence.text.find(name, since)].strip().lower()
    return all(word in LISTING for word in gap.replace(",", " , ").split())


def _other_member(earlier: str, name: str) -> str:
    """'industry' behind 'the share of farming in GDP': the share of industry in GDP."""
    parts = name.lower().split()
    match = OF_MEMBER.match(earlier)
    if (
        match is None
        or not 1 <= len(parts) <= LONGEST_MEMBER
        or any(w in wordset("indicator", "measures") for w in parts)
    ):
        return ""
    if (
        " as a share of " in earlier
        or parts[0] in ("share", "that", "those", "up", "down")
        or " of " in name
        or name.isupper()
    ):
        return ""
    return f"{match['head']}{name}{match['tail']}"
