"""English levels and changes without a verb: 'Reduction of X by 5%', 'X at 5%', 'X in 2030 of 5%', 'X down by 5%'."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.changes_en import base_for
from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.none_en import is_year
from extractors.targets.subjects_en import with_subject
from extractors.targets.vocabulary_en import words, wordset

LONGEST_NAME = 24
LINKS = {"of", "in", "to"}
SIGNS = {",", ";", ":", ".", "—", "(", "with", "and", "that", "while", "which", "including", "include", "includes"}
HELD = {"at", "within", "below", "under", "above", "over", "between"}


def change_headed(sentence: Sentence, index: int, marker: str) -> Frame | None:
    """'Reduction of X by 5', 'an increase in X to 5', 'Expansion of X from 3 to 5'."""
    found = sentence.quantities[index]
    if marker not in ("by", "to", "from", "of"):
        return None
    base = base_for(sentence.lows, sentence.bases, found)
    end = base.from_at if base and base.before else found.left - 1
    heads = words("indicator")["change_heads"]
    floor = max(end - LONGEST_NAME, 0)
    for at in range(end - 2, floor - 1, -1):
        low = sentence.lows[at]
        if low in (";", ":", ".", "which", "that", "will") or sentence.owner[at] >= 0:
            return None
        if low == "," and marker == "of":
            return None
        if low in heads and sentence.lows[at + 1] in LINKS and (at == 0 or sentence.low(at - 1) != "-"):
            verb = sentence.governor(end)
            if verb and verb.at > at:
                return None
            name = phrase(sentence, at + 2, end)
            by = "by" if marker in ("by", "of") else "to"
            return Frame("level", name, heads[low], verb, by, "change_headed", 0.85) if name else None
    return None


def change_in(sentence: Sentence, index: int) -> Frame | None:
    """'a drop of 3% in X', 'growth of at least 5 percent a year in X'."""
    found = sentence.quantities[index]
    left = found.left - 1
    heads = words("indicator")["change_heads"]
    if sentence.low(left) != "of" or sentence.low(found.right) not in ("in", "for"):
        return None
    if (
        sentence.low(left - 1) not in heads
        or found.right + 1 in sentence.numbers
        or _of_time(sentence, found.right + 1)
    ):
        return None
    head_at = left - 1
    if head_at and sentence.lows[head_at - 1].isalpha() and not _opens(sentence, head_at - 1):
        return None  # "GDP growth of 5% in X": the growth has its own name
    name = phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1, keep_with=False))
    if not name:
        return None
    head = sentence.lows[head_at]
    lemma = heads[head]
    return Frame("level", name, lemma, sentence.governor(head_at), "by", "change_in", 0.85)


def _of_time(sentence: Sentence, at: int) -> bool:
    """'in the next five years', 'for the year': a time and no thing."""
    return any(sentence.low(i) in wordset("indicator", "no_places") for i in range(at, at + 4))


def _opens(sentence: Sentence, at: int) -> bool:
    low = sentence.lows[at]
    adjectives = ("annual", "average", "yearly", "further", "overall", "total", "real", "net", "continued", "steady")
    known = wordset("indicator", "determiners") | wordset("indicator", "prepositions")
    return low in adjectives or low in known or sentence.verb_at(at) is not None


def stated(sentence: Sentence, index: int) -> Frame | None:
    """'forest coverage at 42%', 'an unemployment rate at no more than 4.5%', 'incomes in 2030 of 5,000 dollars'."""
    found = sentence.quantities[index]
    compared = sentence.lows[found.comparator_first : found.comparator_last]
    end = found.left
    if found_so := _at_opening(sentence, index) or _apposed(sentence, index):
        return found_so
    tied = bool(compared and compared[0] in HELD and found.comparator_first <= found.number.first)
    if sentence.low(end - 1) in ("at", "of"):
        tied, end = True, end - 1
    dated = _behind_date(sentence, end)
    if not tied or end < 1:
        return None
    named_of = sentence.low(end) == "of" and dated == end
    end = dated
    start = _name_start(sentence, end)
    whose = sentence.low(start - 1) == "with" and compared and sentence.low(found.left - 1) not in ("at", "of")
    if whose or sentence.lows[end - 1] in wordset("verbs", "action_nouns"):
        return None  # "households with incomes below 5", "the rehabilitation of 5 km"
    if start >= end or sentence.lows[end - 1] in wordset("indicator", "prepositions"):
        return None
    name = phrase(sentence, start, end)
    measured = found.unit not in ("count", "persons") if not found.bare else False
    if not name or not (measured or _measures(sentence, start, end)):
        return None
    if named_of and not measured:
        return None
    behind = sentence.low(found.right)
    followed = behind.isalpha() and behind not in wordset("indicator", "prepositions") | wordset("indicator", "stops")
    if found.unit == "%" and sentence.low(found.left - 1) == "of" and followed and behind not in ("and", "or", "for"):
        return None  # "the delivery of 10% sustainable fuel"
    verb = sentence.governor(end)
    if verb is not None and verb.at >= start:
        return None
    if verb is not None and start and sentence.lows[start - 1] in (",", ";", ":", "."):
        verb = None
    return Frame("level", name, verb.lemma if verb else "", verb, "of", "measure_of", 0.8)


def _apposed(sentence: Sentence, index: int) -> Frame | None:
    """'maintain economic growth, 6 percent this year': the level of the object before the comma."""
    found, verb = sentence.quantities[index], sentence.governor(sentence.quantities[index].left)
    comma = found.left - 1
    timed = sentence.low(found.right) in ("this", "next", "in", "by") and _of_time(sentence, found.right)
    if found.unit != "%" or not timed or sentence.low(comma) != "," or verb is None or comma - verb.at > LONGEST_NAME:
        return None
    if "," in sentence.lows[verb.at : comma] or any(o >= 0 for o in sentence.owner[verb.at : comma]):
        return None
    name = phrase(sentence, verb.at + 1, comma)
    return Frame("level", name, verb.lemma, verb, "of", "apposed", 0.7) if name else None


def _at_opening(sentence: Sentence, index: int) -> Frame | None:
    """'At 28 per cent, youth unemployment is the highest': the level of the subject behind."""
    found = sentence.quantities[index]
    at = found.left - 1
    opens = sentence.low(at) == "at" and (at == 0 or sentence.lows[at - 1] in (";", ":", "and"))
    if not opens or found.bare or sentence.low(found.right) != ",":
        return None
    end = phrase_end(sentence, found.right + 1)
    if sentence.low(end) not in wordset("indicator", "auxiliaries"):
        return None
    name = phrase(sentence, found.right + 1, end)
    return Frame("level", name, "be", None, "", "at_opening", 0.75) if name else None


def _behind_date(sentence: Sentence, end: int) -> int:
    """Where a phrase ends before 'in 2030' or 'by the end of 2030'."""
    number = sentence.numbers.get(end - 1)
    if number is None or not is_year(sentence.tokens, number):
        return end
    at = end - 1
    for _ in range(4):
        if sentence.low(at - 1) in ("in", "by", "for"):
            return _behind_date(sentence, at - 1)
        if sentence.low(at - 1) in ("to", "with") and sentence.low(at - 2) in ("compared", "relative"):
            return _behind_date(sentence, at - 2)
        if sentence.low(at - 1) not in ("end", "of", "the", "year"):
            return end
        at -= 1
    return end


def _measures(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the head of a phrase, before its first preposition, measures something."""
    prepositions = wordset("indicator", "prepositions")
    stop = next((i for i in range(start + 1, end) if sentence.lows[i] in prepositions), end)
    return any(sentence.lows[i] in wordset("indicator", "measures") for i in (stop - 1, end - 1) if i >= start)


def _name_start(sentence: Sentence, end: int) -> int:
    at, verb = end, sentence.governor(end)
    floor = max(verb.at + 1 if verb else 0, end - LONGEST_NAME, 0)
    ends = SIGNS | wordset("indicator", "measure_breaks")
    while at > floor and sentence.owner[at - 1] < 0 and sentence.lows[at - 1] not in ends:
        at -= 1
    return at


def _up_from(sentence: Sentence, index: int, from_at: int, before: Frame | None) -> Frame | None:
    """'the share up from 40% to 43%', 'GDP up 7 percent a year from 18 to 26 trillion'."""
    earlier = sentence.quantities[index - 1] if index else None
    if earlier and before and before.shape == "level" and before.marker == "by" and 0 <= from_at - earlier.right <= 2:
        return replace(before, marker="to", rule="carried_subject", sure=0.75)
    at = from_at - 1
    if at < 1 or sentence.lows[at] not in ("up", "down") or sentence.verb_at(at - 1):
        return None
    if sentence.lows[at - 1] in wordset("verbs", "with_up") or sentence.owner[at - 1] >= 0:
        return None
    return with_subject(sentence, at, "increase" if sentence.lows[at] == "up" else "reduce", "to", before)


def down_by(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'emissions down by 3 percent', 'output up 5 percent': no verb at all."""
    found = sentence.quantities[index]
    base = base_for(sentence.lows, sentence.bases, found)
    if base and base.before and sentence.low(found.left - 1) == "to":
        return _up_from(sentence, index, base.from_at, before)
    tied = sentence.low(found.left - 1) in ("by", "to")
    at = found.left - 1 - tied
    if (
        sentence.low(at) not in ("up", "down")
        or not at
        or (found.bare if tied else found.unit not in ("%", "pp", "times"))
    ):
        return None
    marker = "to" if sentence.low(found.left - 1) == "to" else "by"
    if sentence.low(at - 1) == "," and before and sentence.low(at + 1) == "by":
        lemma = "increase" if sentence.lows[at] == "up" else "reduce"
        return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75)
    if sentence.low(at - 1) == "and" and before and before.shape == "level" and found.unit in ("%", "pp"):
        # "was 4.8 percent, unchanged from May and down 0.1 point from June"
        lemma = "increase" if sentence.lows[at] == "up" else "reduce"
        return replace(before, lemma=lemma, marker="by", rule="apposition", sure=0.75)
    if sentence.owner[at - 1] >= 0 or sentence.low(at - 1) in (",", "and", "with") or sentence.verb_at(at - 1):
        return None
    if sentence.low(at - 1) in wordset("verbs", "with_up"):
        return None
    return with_subject(sentence, at, "increase" if sentence.lows[at] == "up" else "reduce", marker, before)
