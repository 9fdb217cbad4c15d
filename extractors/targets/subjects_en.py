"""The subject of an English verb of change, level or keeping, and the frame that it makes with a number."""

from __future__ import annotations

from bisect import bisect_left

from extractors.targets.clauses_en import Sentence, Verb, is_adverb
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import JOINS, phrase
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import wordset

COVERING = {"cover", "covers", "covered", "covering"}
MOTION = {"increase", "reduce", "keep", "limit", "reach"}
PARTICLES = {"up", "down", "back"}
STATES = {"low", "high", "stable", "steady", "unchanged", "constant", "flat"}
KEPT = {"remain", "remains", "remained", "stay", "stays", "stayed", "keep", "be", "is", "was", "hold"}
LONGEST_MEMBER = 10
LONGEST_ASIDE = 16
CALLING = {
    "was",
    "is",
    "were",
    "call",
    "calls",
    "called",
    "calling",
    "aims",
    "aim",
    "aiming",
    "provides",
    "asks",
    "pushing",
    "allows",
}
DETERMINED = {"its", "their", "the", "our", "his", "her"}


def motion(sentence: Sentence, at: int) -> str:
    """The lemma of a word that is a verb of change, level or keeping in any form, else empty."""
    if at < 0 or sentence.owner[at] >= 0:
        return ""
    if sentence.lows[at] == "numbers" and sentence.low(at + 1) in ("from", "to", "by", "of", "at"):
        return ""  # "visitor numbers"
    for lemma, form in forms().get(sentence.lows[at], ()):
        if verb_class(lemma) & MOTION and (form != "base" or not _noun_here(sentence, at)):
            return lemma
    return ""


def _noun_here(sentence: Sentence, at: int) -> bool:
    """'an increase to': behind a determiner, adjective or 'of' the word is a noun."""
    before = sentence.low(at - 1)
    return before in wordset("indicator", "determiners") or before in (
        "of",
        "in",
        "annual",
        "average",
        "cumulative",
        "new",
        "red",
        "bottom",
        "per",
    )


def back_over_adverbs(sentence: Sentence, at: int) -> int:
    """The nearest place to the left, from `at`, that is neither adverb nor particle of a verb."""
    while at >= 0 and (is_adverb(sentence.lows[at]) or (sentence.lows[at] == "worth" and at)):
        at -= 1
    if at > 0 and sentence.lows[at] in STATES and sentence.lows[at - 1] in KEPT:
        at -= 1  # "remain low between 3 and 5 percent"
    if at > 2 and sentence.lows[at] == "year" and sentence.lows[at - 1] in ("each", "every"):
        at -= 2  # "decreases each year by 2%"
    if at > 0 and sentence.lows[at] in PARTICLES and sentence.lows[at - 1] in wordset("verbs", "with_up"):
        at -= 1
    return at


def subject(sentence: Sentence, verb_at: int, *, shared: bool = True) -> tuple[int, int]:
    """The subject's tokens to the left of a verb group."""
    lows, end = sentence.lows, verb_at
    skip = wordset("indicator", "auxiliaries")
    while end > 0 and (
        lows[end - 1] in skip or is_adverb(lows[end - 1]) or _raised(lows, end - 1) or _needed(lows, end - 1)
    ):
        end -= 1
    if end > 1 and lows[end - 1] in ("or", "and") and sentence.verb_at(end - 2) and shared:
        return subject(sentence, end - 2, shared=False)  # "has achieved or exceeded 36%"
    end = _over_aside(lows, end)
    start, and_at = end, -1
    while start > 0:
        low = lows[start - 1]
        if low == "that" and _relative(sentence, start - 1):
            start -= 1
            continue
        if low == "," and and_at > 0 and (first := _list_start(sentence, start - 1)) < start - 1:
            start = first
            continue
        if (
            low in (",", ";", ":", ".", "—", "•", "●", "that", "while", "which", "so", "where", "when")
            or (low in ("with", "for", "into") and sentence.lows[verb_at].endswith("ing"))
            or low in ("see", "sees", "seen", "saw", "seeing")
            or sentence.owner[start - 1] >= 0
        ):
            break
        if low == "and" and and_at < 0:
            and_at = start
        if and_at == end and shared and _earlier_verb(sentence, start - 1):  # "X rose and amounted to 5"
            return subject(sentence, start - 1, shared=False)
        if lows[start - 1] in ("will", "shall", "must", "is", "are", "has", "have", "was", "were", "be") and and_at > 0:
            if and_at == end and shared:  # "X will peak and be cut by 20%": one subject for both
                return subject(sentence, start, shared=False)
            start = and_at  # a finite clause stands before the "and"
            break
        start -= 1
    if (
        start
        and sentence.owner[start - 1] >= 0
        and and_at > 0
        and lows[and_at : and_at + 1]
        and lows[and_at] in DETERMINED
    ):
        start = and_at  # "had 5 million residents and its GDP was"
    called = next((i for i in range(end - 1, start, -1) if lows[i] == "for" and lows[i - 1] in CALLING), -1)
    start = max(start, called + 1)  # "the plan calls for the share of X to reach"
    while start < end and lows[start] in (*JOINS, "with", "that", "ensure", "—", "-", "strive", "to", "we"):
        start += 1
    return start, end


def _relative(sentence: Sentence, that: int) -> bool:
    """'plants that meet the standard': a noun before, and a verb without a subject behind."""
    before, behind = sentence.low(that - 1), sentence.low(that + 1)
    if not before.endswith("s") or sentence.owner[that - 1] >= 0 or sentence.verb_at(that - 1):
        return False
    if any(lemma in wordset("verbs", "forward") for lemma, _ in forms().get(before, ())):
        return False  # "the scheme plans that"
    kinds = {kind for lemma, kind in forms().get(behind, ()) if lemma not in wordset("verbs", "nouns_too")}
    return "base" in kinds


def _over_aside(lows: list[str], end: int) -> int:
    """Where the subject ends before ', including A and B,' and 'such as A and B': examples stand aside."""
    for at in range(end - 1, max(end - LONGEST_ASIDE, 0), -1):
        low = lows[at]
        if low in (";", ":", ".", "that", "will"):
            return end
        if low == "including" or (low == "as" and lows[at - 1] == "such"):
            at -= low == "as"
            if lows[at - 1] != ",":
                return at
            return at - 1 if lows[end - 1] == "," else end
    return end


def _list_start(sentence: Sentence, comma: int) -> int:
    """Where a member of a list of nouns begins before a comma: the 'farms' of 'farms, forests and rivers'.

    The first member may hold prepositions ('spending on farms, roads, and schools') but may not begin with one.
    """
    at, prepositions, inner = comma, wordset("indicator", "prepositions"), False
    barred = wordset("indicator", "auxiliaries") | wordset("none", "openers")
    while at > 0 and comma - at < LONGEST_MEMBER:
        low = sentence.lows[at - 1]
        if low in (",", "while", "that", ";", ":", "—"):
            break
        if (
            sentence.owner[at - 1] >= 0
            or low in barred
            or is_adverb(low)
            or not low[0].isalpha()
            or at - 1 in sentence.numbers
        ):
            return comma
        if sentence.verb_at(at - 1):
            return comma
        inner = inner or low in prepositions
        at -= 1
    opens = at == 0 or sentence.lows[at - 1] in ("while", "that", ";", ":", "—")
    # "By the end of the period, the rates of A, B and C"
    led = sentence.lows[0] in prepositions and "," not in sentence.lows[: at - 1]
    opens = opens or (sentence.lows[at - 1] == "," and sentence.lows[at] in DETERMINED and led)
    if at >= comma or sentence.lows[at] in prepositions or (inner and not opens) or (comma - at >= 4 and not inner):
        return comma
    return at


def _earlier_verb(sentence: Sentence, at: int) -> bool:
    """Whether a place holds a verb in the past that shares its subject with one behind 'and'."""
    place = bisect_left(sentence.finite, at)
    return place < len(sentence.finite) and sentence.finite[place] == at


def _raised(lows: list[str], at: int) -> bool:
    """'is projected to be', 'is set to reach', 'expected to fall': the participle belongs to the verb group."""
    return lows[at] in wordset("meaning", "tasked") | {"set", "likely"} and lows[at + 1 : at + 2] == ["to"]


def _needed(lows: list[str], at: int) -> bool:
    """'emissions need to fall': the verb belongs to the verb group."""
    return lows[at] in ("need", "needs", "ought", "have", "has") and lows[at + 1 : at + 2] == ["to"]


def with_subject(sentence: Sentence, verb_at: int, lemma: str, marker: str, before: Frame | None) -> Frame | None:
    """Frame of a number with the subject of a verb; a pronoun or nothing stands for what was measured before."""
    start, end = subject(sentence, verb_at)
    if start and sentence.owner[start - 1] >= 0 and sentence.lows[start] in ("in", "for", "among"):
        # "reach 92% in towns and exceed 60% in villages": the place belongs to the value before
        start = next((i + 1 for i in range(start, end) if sentence.lows[i] in (",", "and")), end)
    elif (
        start and sentence.owner[start - 1] >= 0 and sentence.lows[start] == "of" and sentence.low(verb_at - 1) == "and"
    ):
        start = end  # "contribute 45% of GDP and make up 25%": the same subject
    elif (
        start and sentence.owner[start - 1] >= 0 and sentence.lows[start] == "of" and "and" in sentence.lows[start:end]
    ):
        start = sentence.lows.index("and", start) + 1  # "30 percent of energy and coal is to reach 20"
    if start and sentence.owner[start - 1] >= 0 and _of_places(sentence, sentence.owner[start - 1]):
        start = _over_quantity(sentence, start)
    verb = sentence.verb_at(verb_at) or Verb(verb_at, lemma, "base")
    inner = next((v for v in reversed(sentence.verbs_between(start, end)) if v.form == "base"), None)
    if inner and inner.lemma in wordset("verbs", "nouns_too") and sentence.low(inner.at - 1) in JOINS:
        inner = None  # "new energy and clean energy"
    needed = inner is not None and sentence.low(inner.at - 2) in ("needed", "required", "taken", "time")
    if inner and inner.at >= start and not needed:  # "and keep the rate holding at"
        start = inner.at + 1
    told = next((v for v in sentence.verbs_between(start + 1, end) if v.form == "past" and not v.passive), None)
    if told and sentence.low(verb_at - 1) in ("to", "by"):
        end = told.at  # "Manufacturing reversed the trend to account for 25%"
    stands = start and sentence.lows[start - 1] == "that" and sentence.low(start) in ("of", "in", "for", "among")
    name = sentence.span(start - 1, end) if stands and before else phrase(sentence, start, end)
    if before and not any(p.isalpha() and p.lower() not in wordset("indicator", "prepositions") for p in name.split()):
        name = ""  # "by 10 percent from 2021 to 2025 and reach"
    if not name and before is None and start and sentence.owner[start - 1] >= 0:
        name = phrase(sentence, _over_quantity(sentence, start), end)
    if not name and sentence.low(start - 1) == "which" and not (before and _behind_number(sentence, start - 1)):
        name = phrase(sentence, *subject(sentence, start - 1 - (sentence.low(start - 2) == ",")))
    if not name and before is None and goes_on(sentence, verb_at):
        name = _of_clause_before(sentence, verb_at)
    timed = name.lower().split(" ")[0] in ("period", "years", "year", "decade", "months") and before is not None
    adjoined = timed or (goes_on(sentence, verb_at) and before is not None)
    stands_in = before is not None and name.lower() in wordset("indicator", "stand_ins")
    if not name or adjoined or stands_in or name.lower() in wordset("indicator", "pronouns"):
        if before is None:
            return None
        rule = before.rule if before.rule.startswith("pronoun") else "carried_subject"
        return Frame("level", before.indicator, lemma, verb, marker, rule, 0.6)
    if sentence.low(verb_at) in COVERING:
        return Frame("count", name, lemma, verb, marker, "subject_covers", 0.85)
    return Frame(
        "level", _that_in(name, before), lemma, verb, marker, "subject_verb", 0.93 if end - start <= 14 else 0.75
    )


def _of_clause_before(sentence: Sentence, verb_at: int) -> str:
    """'Literacy improved between 1990 and 2016, increasing to 91%': the subject of the clause that goes on."""
    for at in range(verb_at - 2, max(verb_at - 20, 0), -1):
        if sentence.lows[at] in (";", ":", "."):
            return ""
        if any(kind == "past" for _, kind in forms().get(sentence.lows[at], ())) and sentence.owner[at] < 0:
            return phrase(sentence, *subject(sentence, at))
    return ""


def _of_places(sentence: Sentence, index: int) -> bool:
    """'the jobless rate in 31 cities was 5': the number only says where."""
    found = sentence.quantities[index]
    placing = sentence.low(found.left - 1) in ("in", "across", "among")
    before = sentence.low(found.left - 2)
    return placing and found.bare and before.isalpha() and sentence.verb_at(found.left - 2) is None


def _of_quantity(sentence: Sentence, start: int) -> bool:
    """Whether the 'of' behind a quantity stands at a place."""
    return start > 0 and sentence.owner[start - 1] >= 0 and sentence.lows[start] == "of"


def _that_in(name: str, before: Frame | None) -> str:
    """'that in B' behind 'coal use in A' is the coal use in B."""
    parts = name.split(" ", 2)
    if (
        before is None
        or len(parts) < 3
        or parts[0].lower() not in ("that", "those")
        or f" {parts[1]} " not in before.indicator
    ):
        return name
    return f"{before.indicator.split(f' {parts[1]} ', 1)[0]} {parts[1]} {parts[2]}"


def goes_on(sentence: Sentence, verb_at: int) -> bool:
    """Whether a participle goes on with what was said: ', accounting for 3%', 'and growing by 5%'."""
    low = sentence.low(verb_at)
    return low.endswith("ing") and sentence.low(verb_at - 1) in (",", "and") and low not in ("being", "including")


def _behind_number(sentence: Sentence, which: int) -> bool:
    """'5 million in 2022, which is 4 percent of GDP': the number is what is meant."""
    near = range(max(which - 4, 0), which)
    return any(sentence.owner[i] >= 0 for i in near) or any(i in sentence.numbers for i in near)


def _over_quantity(sentence: Sentence, start: int) -> int:
    """The start of a subject that holds a number itself: 'the investment in setting up 100 GW will be'."""
    at = start
    while at > 0 and start - at < 20 and sentence.lows[at - 1] not in (",", ";", ":", ".", "that", "while"):
        at -= 1
    return at
