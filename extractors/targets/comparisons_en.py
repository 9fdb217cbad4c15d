"""English numbers that hang on the number before them or on a noun of change: 'X, 12% more than', 'a 5% rise in X'."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.none_en import is_year
from extractors.targets.subjects_en import with_subject
from extractors.targets.vocabulary_en import words, wordset

QUALIFYING = {"annual", "further", "overall", "net", "average", "real", "yearly", "total"}


def comparative(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'X was 12% higher than a year before', 'reached 5 million, 12% more than'."""
    found = sentence.quantities[index]
    lemma = words("indicator")["comparatives"].get(sentence.low(found.right))
    same = index > 0 and found.unit == sentence.quantities[index - 1].unit
    same = same and (not found.bare or sentence.low(found.left - 1) == ",")  # "120 planes, 35 more than now"
    than = found.right + 1
    if sentence.low(than) in ("in", "by") and than + 1 in sentence.numbers:
        than += 2  # "29% lower in 2030 than in 2018"
    if not lemma or not (found.unit in ("%", "pp", "times") or same) or sentence.low(than) != "than":
        return None
    at = found.left - 1
    if sentence.low(at) in ("is", "are", "was", "were", "be", "been"):
        return with_subject(sentence, at, lemma, "by", before)
    return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75) if before else None


def change_noun(sentence: Sentence, index: int) -> Frame | None:
    """'a 10% reduction in X', 'a 5% annual increase in Y'."""
    found = sentence.quantities[index]
    at = found.right + (sentence.low(found.right) in QUALIFYING)
    lemma = words("indicator")["change_nouns"].get(sentence.low(at))
    if not lemma or found.unit not in ("%", "pp", "times") or sentence.low(at + 1) not in ("in", "of"):
        return None
    name = phrase(sentence, at + 2, phrase_end(sentence, at + 2, keep_with=False))
    if name and sentence.low(at) == "growth":
        name = f"growth in {name}"
    return Frame("level", name, lemma, sentence.governor(found.left), "by", "change_noun", 0.85) if name else None


def more_things(sentence: Sentence, index: int) -> Frame | None:
    """'40% more hedgerows', '20 percent fewer deaths': a change of the things."""
    found = sentence.quantities[index]
    lemma = words("indicator")["comparatives"].get(sentence.low(found.right))
    behind = sentence.low(found.right + 1)
    stops = wordset("indicator", "prepositions") | wordset("indicator", "determiners") | {"than", "and", "or"}
    if not lemma or found.unit != "%" or not behind.isalpha() or behind in stops:
        return None
    name = phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1))
    return Frame("level", name, lemma, sentence.governor(found.left), "by", "more_things", 0.8) if name else None


def dated_pair(sentence: Sentence, index: int, before: Frame) -> Frame | None:
    """'to 300 in 2026 and 450 in 2030': the second value of one thing."""
    found, earlier = sentence.quantities[index], sentence.quantities[index - 1]
    year = sentence.numbers.get(found.left - 2)
    if sentence.low(found.left - 1) in ("with", "plus") and before.shape == "count" and found.bare and earlier.bare:
        joined = found.left - earlier.right <= 16 and dates(sentence, found.right)
        return replace(before, rule="carried_verb", sure=0.75) if joined else None  # ", with a further 5 in 2030"
    if sentence.low(found.left - 1) not in ("and", ",") or year is None or not is_year(sentence.tokens, year):
        return None
    if before.shape != "level" and not (found.bare and earlier.bare and dates(sentence, found.right)):
        return None  # "300 beds in 2026 and 450 in 2030" counts beds twice
    again = found.bare and earlier.bare and sentence.low(found.right) == sentence.low(earlier.right).lower()
    near = found.left - earlier.right <= 12 and found.unit == earlier.unit
    if before.rule == "share_of" and sentence.low(found.right).endswith("ed"):
        return None  # "60% is to be recycled by 2030 and 10% landfilled"
    counted = phrase(sentence, found.right, phrase_end(sentence, found.right))
    if again and near and before.shape == "level":
        return replace(before, rule="carried_verb", sure=0.75)  # "to 300 beds by 2026 and 450 beds by 2030"
    if not near or (found.bare and sentence.low(found.right) not in ("in", "by", ".", "") and counted):
        return None
    return replace(before, rule="carried_verb", sure=0.75)


def dates(sentence: Sentence, at: int) -> bool:
    """'in 2030', 'by the end of 2030' at a place."""
    low = sentence.low(at)
    ahead = range(at + 1, at + 6)
    return low in ("in", "by", "before", "until") and any(
        (n := sentence.numbers.get(i)) is not None and is_year(sentence.tokens, n) for i in ahead
    )


def _behind_span(sentence: Sentence, start: int, end: int) -> int:
    """Behind 'over the next five years': a span of time names no member of a list."""
    if sentence.low(start) in ("this", "next", "last") and sentence.low(start + 1) == "year":
        return start + 2
    if sentence.low(start) not in ("over", "in", "during", "within"):
        return start
    for at in range(start + 1, min(start + 7, end)):
        if sentence.lows[at] in ("years", "year", "decade", "period", "months"):
            return at + 1
    return start


def _for_member(sentence: Sentence, index: int, before: Frame) -> Frame | None:
    """'A is to account for 30% of power, B for 20% and C for 10%': of the same whole."""
    found, earlier = sentence.quantities[index], sentence.quantities[index - 1]
    if before.lemma != "account" or sentence.low(found.left - 1) != "for" or found.unit != earlier.unit:
        return None
    floor = max(earlier.right, found.left - 10)
    start = next((i + 1 for i in range(found.left - 2, floor - 1, -1) if sentence.lows[i] in (",", "and", ";")), 0)
    name = phrase(sentence, start, found.left - 1) if start else ""
    if not name or sentence.verbs_between(start, found.left):
        return None
    whole = before.indicator.partition(" as a share of ")[2]
    if not whole and sentence.low(earlier.right) == "of":
        whole = phrase(sentence, earlier.right + 1, phrase_end(sentence, earlier.right + 1, keep_with=False))
    name = f"{name} as a share of {whole}" if whole else name
    return replace(before, indicator=name, rule="carried_verb", sure=0.75)


def elliptic(sentence: Sentence, index: int, before: Frame) -> Frame | None:
    """'X will reach 25%, Y 60%', 'exceed 20 yuan by 2027 and 25 by 2030', '80% in cities and 50% in towns'."""
    found, earlier = sentence.quantities[index], sentence.quantities[index - 1]
    start, end = earlier.right, found.left
    if listed := _for_member(sentence, index, before):
        return listed
    ends = sentence.low(found.right) in ("", ",", ".", ";", "while", "and")
    own = ends and sentence.low(earlier.right) in ("and", ",") and not found.bare
    covers = before.rule == "subject_covers" and found.bare and ends and earlier.unit == "persons"
    own = own or covers
    if (
        (found.unit != earlier.unit and not own)
        or (found.bare and not covers and not (sentence.low(found.right) == "per" and earlier.bare))
        or not 0 < end - start <= 16
        or earlier.right <= (before.verb.at if before.verb else 0)
    ):
        return None
    whole = ""
    if sentence.low(start) == "of" and found.unit == "%":  # "35 per cent of power by 2030, solar 20 per cent"
        stop = min(phrase_end(sentence, start + 1, keep_with=False), end)
        whole, start = phrase(sentence, start + 1, stop), stop
    while start < end and (start in sentence.numbers or (start + 1 in sentence.numbers and start + 1 < end)):
        start += 1  # "by 2027"
    if sentence.low(start) in ("in", "for", "among") and sentence.low(end - 1) == "and" and end - start <= 8:
        start = end - 1
    start = _behind_span(sentence, start, end)
    joined = start
    while start < end and sentence.lows[start] in (",", "and", ";"):
        start += 1
    if start == joined or (found.unit != earlier.unit and start == end):
        return None
    if start == end and whole:
        return None  # "60% of national and 40% of local roads"
    if start == end:
        done = sentence.low(found.right)
        if before.rule == "share_of" and before.counted_phrase and done.endswith("ed") and done.isalpha():
            name = f"share of {before.counted_phrase} {done}"  # "60% is to be recycled and 10% landfilled"
            return replace(before, indicator=name, sure=0.75)
        if passive_behind(sentence, found.right):
            return None  # "reached 5 billion, and 2 billion was spent"
        return replace(before, rule="carried_verb", sure=0.75)
    lows = sentence.lows[start:end]
    if any(sentence.verb_at(i) for i in range(start, end)) or lows[-1] in wordset("indicator", "prepositions"):
        return None
    if any(low == "," or low in wordset("indicator", "auxiliaries") for low in lows):
        return None
    if found.unit != earlier.unit and lows[-1] not in wordset("indicator", "measures") and not covers:
        return None
    name = phrase(sentence, start, end)
    if covers:
        return replace(before, indicator=name, counted="people", sure=0.75) if name else None
    if not whole and found.unit == "%" and before.rule == "carried_verb":
        whole = before.indicator.partition(" as a share of ")[2]
    listed_share = before.indicator.startswith("share of ") and not whole
    if name and listed_share and " by " in before.indicator and before.rule == "carried_verb":
        return replace(before, indicator=f"{before.indicator.rpartition(' by ')[0]} by {name}")
    if name and whole:
        share, by, _ = before.indicator.rpartition(" by ")
        name = f"{share}{by}{name}" if before.rule == "share_of" and by else f"{name} as a share of {whole}"
    return replace(before, indicator=name, rule="carried_verb", sure=0.8) if name else None
