"""Whose capacity, length or cost an English number measures: the subject of 'have', the noun before 'with a'."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence
from extractors.targets.cut_names_en import cut
from extractors.targets.empty_heads_en import empty_head, words_of
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import phrase
from extractors.targets.subjects_en import subject
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

HAVING = {
    *("have", "see", "reach", "record", "achieve", "operate", "enjoy", "offer", "provide", "show", "attain", "post"),
    *("experience", "witness", "undergo", "register"),
}
LONGEST_OWNER = 12
COSTS = {"cost", "outlay", "price", "budget", "expense", "expenditure"}
BARRED = {
    ",",
    ";",
    ":",
    ".",
    "and",
    "or",
    "that",
    "which",
    "to",
    "will",
    "by",
    "under",
    "is",
    "are",
    "was",
    "were",
    "be",
}


def owner(sentence: Sentence, index: int, name: str, before: Frame | None) -> str:
    """Whose 'capacity' or 'total area' it is: the subject of 'have', or the noun before 'with a'."""
    parts = words_of(name)
    if not parts or len(parts) > 2 or parts[-1] not in wordset("naming", "measures_of_something"):
        return ""
    if len(parts) == 2 and parts[0] not in wordset("indicator", "only_qualifying") | wordset("naming", "qualifying"):
        return ""
    left = sentence.quantities[index].left
    if sentence.low(sentence.quantities[index].right) in ("of", "for"):
        return ""
    if whose := _with(sentence, left, name, before):
        return whose
    if whose := _grown_to(sentence, left, len(name.split())):
        return whose
    verb = sentence.governor(left)
    having = verb if verb and verb.lemma in HAVING else None
    at = having.at if having else next((i for i in range(left - 1, max(left - 6, 0), -1) if _has(sentence, i)), -1)
    if at < 0 or left - at > LONGEST_OWNER or any(place >= 0 for place in sentence.owner[at + 1 : left]):
        return ""
    whose = cut(phrase(sentence, *subject(sentence, at)))
    if not whose or len(whose.split()) > LONGEST_OWNER or empty_head(whose):
        return ""
    known = wordset("indicator", "pronouns") | wordset("meaning", "plan_subjects") | wordset("naming", "actors")
    return "" if whose.lower().split()[-1] in known else whose


def _grown_to(sentence: Sentence, left: int, size: int) -> str:
    """'railways will stretch to a total length of 50,000 km': the subject of a verb with 'to a'."""
    at = left - size - 3  # verb, "to", article, name, "of"
    if sentence.low(left - 1) != "of" or sentence.low(at + 1) not in ("a", "an") or sentence.low(at) != "to" or at < 2:
        return ""
    if not sentence.low(at - 1).isalpha() or sentence.low(at - 1) in wordset("indicator", "to_nouns"):
        return ""
    whose = cut(phrase(sentence, *subject(sentence, at - 1)))
    known = wordset("indicator", "pronouns") | wordset("meaning", "plan_subjects") | wordset("naming", "actors")
    return "" if not whose or empty_head(whose) or whose.lower().split()[-1] in known else whose


def _has(sentence: Sentence, at: int) -> bool:
    return sentence.lows[at] in ("have", "has", "had") or any(
        lemma in HAVING for lemma, _ in forms().get(sentence.lows[at], ())
    )


def _with(sentence: Sentence, left: int, name: str, before: Frame | None) -> str:
    """The noun before 'with a length of', 'at a cost of'; behind 'and' the same as of the number before."""
    of_at = left - 1 if sentence.low(left - 1) == "of" else left
    at = next((i for i in range(of_at - 2, max(of_at - 6, 0), -1) if sentence.lows[i] in ("with", "at")), -1)
    costs = words_of(name)[-1] in COSTS
    if at < 1 or (sentence.lows[at] == "at") != costs or sentence.low(at + 1) not in ("a", "an", "the", "its", "total"):
        return ""
    if sentence.lows[at - 1] == "and" and before and " of " in before.indicator:
        return before.indicator.split(" of ", 1)[1]
    start = at
    while start > 0 and at - start < LONGEST_OWNER and sentence.lows[start - 1] not in BARRED:
        if sentence.verb_at(start - 1) or sentence.owner[start - 1] >= 0:
            break
        if any(kind == "ing" for _, kind in forms().get(sentence.lows[start - 1], ())):
            start += sentence.low(start) in wordset("indicator", "prepositions")  # "working on the lines with a length"
            break
        start -= 1
    counted = before.counted_phrase if before else ""
    helping = start > 1 and sentence.verb_at(start - 1) is not None and sentence.lows[start - 2] == "to"
    if counted and start and (sentence.owner[start - 1] >= 0 or helping):
        return counted  # "8 packages to support residents with a total value of"
    return cut(phrase(sentence, start, at))
