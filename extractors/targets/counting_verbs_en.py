"""The English verb over a count: what stands between it and the number, and what it adds to the name."""

from __future__ import annotations

import re

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.indicator_en import ARTICLES, JOINS, LEADING, clean
from extractors.targets.verb_forms_en import participle
from extractors.targets.vocabulary_en import wordset

# Nouns of action that say no more than that the thing is to be there.
PLANNED = {"plans", "proposals", "provision", "plan", "permission", "approval", "funding"}
SILENT = {
    *("construction", "establishment", "creation", "launch", "implementation", "addition", "development"),
    *("building", "laying", "paving", "opening", "completion", "installation"),
}
LEADING_TO = (" out of ", " into ")
LED_OVER = {"each", "out", "up", "on", "down", "off", "away", "aside", "also", "further", "them", "it", "us"}
HOLDING = {
    "comprise",
    "contain",
    "boast",
    "possess",
    "own",
    "number",
    "total",
    "cover",
    "involve",
    "see",
    "put",
    "envision",
    "envisage",
    "foresee",
}
PLACED = re.compile(r" (?:in|across|around|along|throughout|within) ")
WITH = {"equip", "provide", "supply", "connect", "furnish"}  # with something
HELPING = {"support", "help", "assist", "guide", "aid", "instruct", "coach"}  # somebody, in what they do
PREFIX_DATE = re.compile(r"^(?:in|by|for|during) (?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\s*")


def prefix_of(sentence: Sentence, verb: Verb, end: int) -> str | None:
    """What stands between verb and number: empty for a direct object, null for a list that the verb only heads."""
    start = verb.at + 1
    lows = sentence.lows
    if verb.lemma == "be" and sentence.low(end - 1) == "and":
        return ""  # "200 km will be railways and 460 km roads"
    for at in range(end - 2, start, -1):
        if (
            lows[at] == "and"
            and (lows[at + 1] in wordset("indicator", "determiners") or lows[at + 1] in ("on", "to", "in", "for"))
            and any(o >= 0 for o in sentence.owner[start:at])
        ):
            start = at + 1  # another object of the same verb, behind one that was counted
            break
        if lows[at] in (",", "and") and lows[at + 1] in wordset("indicator", "doing") and at + 2 < end - 1:
            start = at + 2  # "put 700 km into operation and starting work on 64 lines"
            break
        if lows[at] in (",", "and") and sentence.owner[at - 1] >= 0 and lows[at + 1].isalpha():
            start = at + 1  # "of 62 GW from 50 GW, and solar capacity to 76"
            break
    while start < end and (lows[start] in LED_OVER or lows[start] in wordset("indicator", "determiners")):
        start += 1
    if start >= end:
        return ""
    if any(lows[i] in (",", "that", "which") or lows[i] == "such" for i in range(start, end)) and lows[
        end - 1
    ] not in wordset("indicator", "prepositions"):
        return None
    commas = [i for i in range(start, end) if lows[i] == ","]
    if commas and sentence.low(commas[-1] + 1) not in JOINS and end - commas[-1] < 4:
        return None
    return " ".join(filter(None, (sentence.span(a, b) for a, b in _runs(sentence, start, end))))


def joined(prefix: str, thing: str) -> str:
    """Indicator of 'improve the conditions of 5 X': 'conditions of X'; of 'the construction of 5 X': 'X'."""
    if not prefix:
        return thing
    prefix = PREFIX_DATE.sub("", prefix)
    lows = prefix.lower().split()
    while len(lows) > 1 and lows[0] in LEADING | ARTICLES:
        lows.pop(0)
        prefix = prefix.split(None, 1)[1]
    if thing and (lows[-1] == "with" or (lows[0] in PLANNED and lows[-1] == "for")):
        return thing
    if thing and lows[-1] == "of" and len(lows) <= 2 and lows[0] in SILENT:
        return thing
    parts = prefix.split()
    while parts and parts[0].lower() in LEADING:
        parts.pop(0)
    if not thing and parts and parts[-1].lower() in wordset("indicator", "prepositions"):
        parts.pop()
    return clean(" ".join([*parts, thing]))


def _runs(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of [start, end) between quantities."""
    runs, begin = [], start
    for at in range(start, end + 1):
        if at == end or sentence.owner[at] >= 0:
            if begin < at:
                runs.append((begin, at))
            begin = at + 1
    return runs


def with_participles(name: str, done: str, verb: Verb) -> str:
    """'people lifted out of poverty', 'farms turned into parks': what is done stands before where it leads."""
    helped = verb is not None and verb.lemma in HELPING
    where = next((at for at in (name.find(link) for link in LEADING_TO) if at > 0), -1) if done else -1
    place = PLACED.search(name) if done and where < 0 else None
    where = place.start() if place else where
    if done and where < 0 and verb.lemma in WITH:
        where = name.find(" with ")
    if helped and verb is not None and (use := name.find(" in the ")) > 0:
        where, done = use, done or f" {participle(verb.lemma)}"  # "towns supported in the use of X"
    return f"{name[:where]}{done}{name[where:]}" if where > 0 else name + done


def participles(sentence: Sentence, verb: Verb) -> str:
    """', renovated, and expanded' for verbs that say more than that something is made."""
    chain = [verb]
    at = verb.at
    while True:
        back = at - 1
        while back >= 0 and sentence.lows[back] in (",", "and", "or"):
            back -= 1
        earlier = sentence.verb_at(back) if back < at - 1 else None
        if earlier is None or earlier.form != verb.form or len(chain) > 3:
            break
        chain.insert(0, earlier)
        at = back
    if all(v.lemma in wordset("verbs", "silent") or v.lemma in HOLDING for v in chain):
        return ""
    names = [participle(v.lemma) for v in chain]
    join = "or" if "or" in sentence.lows[chain[0].at : verb.at] else "and"
    if len(names) < 3:
        return " " + f" {join} ".join(names)
    return " " + ", ".join(names[:-1]) + f", {join} " + names[-1]
