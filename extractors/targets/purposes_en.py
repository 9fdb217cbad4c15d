"""What English sums are for and what counted things are to do: '£240m will go into plants', 'help 5 towns build X'."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.none_en import is_year
from extractors.targets.quantities_en import Quantity
from extractors.targets.subjects_en import subject
from extractors.targets.verb_forms_en import gerund, participle
from extractors.targets.vocabulary_en import wordset

SPANNING = {"over", "in", "during", "within", "by", "between", "from", "through", "each", "annually"}
ADDED = {"a", "an", "the", "extra", "additional", "another"}


def purpose(sentence: Sentence, found: Quantity) -> str:
    """'An extra £350 million to support research', '£240m will go into new plants': what the money is for."""
    at = found.right
    if sentence.low(at) == "to" and (verb := sentence.verb_at(at + 1)) and _opens_clause(sentence, found.left):
        object_ = phrase(sentence, verb.at + 1, over_number(sentence, verb.at + 1))
        return f"funding to {sentence.lows[verb.at]} {object_}".rstrip()
    while sentence.low(at) in wordset("meaning", "modals"):
        at += 1
    going = sentence.low(at) in ("go", "flow", "goes", "went") and at > found.right
    if going and sentence.low(at + 1) in ("to", "into", "towards", "toward", "for"):
        name = phrase(sentence, at + 2, phrase_end(sentence, at + 2))
        return f"funding for {name}" if name else ""
    return ""


def spent_on(sentence: Sentence, found: Quantity) -> str:
    """'invest 5 billion over five years in rail', 'spend 3 million on over 40 projects': what is behind, and its word.

    A span of time between is passed over.
    """
    at = found.right + (sentence.low(found.right) == "each")
    for _ in range(2):
        if sentence.low(at) not in (
            "over",
            "in",
            "during",
            "within",
            "by",
            "between",
            "from",
            "through",
            "each",
            "annually",
        ):
            break
        end = next((i for i in range(at + 1, min(at + 9, len(sentence.lows))) if _ends_time(sentence, i)), -1)
        if end < 0:
            break
        at = end + 1
    low = sentence.low(at)
    if low not in ("in", "on", "for", "to", "into", "towards", "toward"):
        return ""
    start = at + 1
    if low == "to" and sentence.verb_at(start):
        while sentence.owner[start + 1 : start + 2] and sentence.lows[start + 1] in ("an", "a", "its", "their", "the"):
            start += 1
        stop = over_number(sentence, start + 1)
        name = f"{sentence.lows[at + 1]} {phrase(sentence, start + 1, stop)}"
        return f"to {name}" if len(name.split()) > 1 else ""
    name = phrase(sentence, start, over_number(sentence, start))
    joined = {"into": "in", "to": "for", "towards": "for", "toward": "for"}.get(low, low)
    return f"{joined} {name}" if name else ""


def cost_or_amount(sentence: Sentence, found: Quantity, verb: Verb) -> str:
    """'The line will cost 5 billion': the cost of the line; else no more than 'amount spent'."""
    if verb.lemma != "cost" and (on := spent_on(sentence, found)).startswith(("to ", "for ")):
        return f"funding {on}"  # "we are delivering 5 billion to increase the supply"
    whose = phrase(sentence, *subject(sentence, verb.at)) if verb.lemma == "cost" else ""
    return f"cost of {whose}" if whose else f"amount {participle(verb.lemma)}"


def _ends_time(sentence: Sentence, at: int) -> bool:
    """Whether a span of time ends at a place: its noun, or a year without another behind it."""
    if sentence.lows[at] in ("years", "year", "months", "decade", "period", "term"):
        return True
    number = sentence.numbers.get(at)
    year = number is not None and is_year(sentence.tokens, number)
    return year and sentence.low(at + 1) not in ("to", "and", "-", "–")


def over_number(sentence: Sentence, start: int) -> int:
    """Where a phrase ends that may begin with a quantity: 'over 4,100 projects'."""
    at = start
    while at < len(sentence.lows) and (
        sentence.owner[at] >= 0 or sentence.lows[at] in ("an", "a", "the", "extra", "additional")
    ):
        at += 1
    return phrase_end(sentence, at)


def _opens_clause(sentence: Sentence, left: int) -> bool:
    """Whether no verb stands before a sum in its clause, or no more than 'there will be'."""
    at = left
    while at > 0 and sentence.lows[at - 1] not in (",", ";", ":", "."):
        at -= 1
    return at == left or "there" in sentence.lows[at:left] or left - at <= 2


def goal(sentence: Sentence, verb: Verb, end: int) -> str:
    """How the phrase goes on: 'shift 5 people to cities', 'support 5 counties to build networks'."""
    low = sentence.low(end)
    if low in ("under", "into") and verb.lemma in ("bring", "put", "place", "take", "turn"):
        return " " + sentence.span(end, phrase_end(sentence, end + 1))
    if low not in ("to", "out", "in"):
        return ""
    behind = sentence.verb_at(end + 1)
    if low == "to" and behind is None and verb.lemma in wordset("verbs", "moving"):
        return " " + sentence.span(end, phrase_end(sentence, end + 1))
    if low != "to" or behind is None or verb.lemma not in wordset("verbs", "enabling"):
        return ""
    stop = phrase_end(sentence, end + 2, keep_with=False)
    stop = next(
        (i for i in range(end + 3, stop) if sentence.lows[i] == "and" and sentence.lows[i - 1].endswith("s")), stop
    )
    name = phrase(sentence, end + 2, stop)
    return f" {gerund(behind.lemma)} {name}" if name else ""
