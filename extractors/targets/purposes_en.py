"""What English sums are for and what counted things are to do: '£240m will go into plants', 'help 5 towns build X'."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.quantities_en import Quantity
from extractors.targets.verb_forms_en import gerund
from extractors.targets.vocabulary_en import wordset


def purpose(sentence: Sentence, found: Quantity) -> str:
    """'An extra £350 million to support research', '£240m will go into new plants': what the money is for."""
    at = found.right
    if sentence.low(at) == "to" and (verb := sentence.verb_at(at + 1)) and _opens_clause(sentence, found.left):
        return f"funding to {sentence.span(verb.at, phrase_end(sentence, verb.at + 1))}"
    while sentence.low(at) in wordset("meaning", "modals"):
        at += 1
    going = sentence.low(at) in ("go", "flow", "goes", "went") and at > found.right
    if going and sentence.low(at + 1) in ("to", "into", "towards", "toward", "for"):
        name = phrase(sentence, at + 2, phrase_end(sentence, at + 2))
        return f"funding for {name}" if name else ""
    return ""


def _opens_clause(sentence: Sentence, left: int) -> bool:
    """Whether no verb stands before a sum in its clause, or no more than 'there will be'."""
    at = left
    while at > 0 and sentence.lows[at - 1] not in (",", ";", ":", "."):
        at -= 1
    return at == left or "there" in sentence.lows[at:left] or left - at <= 2


def goal(sentence: Sentence, verb: Verb, end: int) -> str:
    """How the phrase goes on: 'shift 5 people to cities', 'support 5 counties to build networks'."""
    low = sentence.low(end)
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
