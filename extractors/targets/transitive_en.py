"""English levels behind a verb with an object ('raise the X to 5'), and those that carry it on ('and the Y to 6')."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import JOINS, phrase
from extractors.targets.subjects_en import with_subject
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.verbs_en import Verb
from extractors.targets.vocabulary_en import wordset

CARRIED = 24


DATED = {"in", "by", "before", "after", "until", "since"}


def _that_of(name: str, earlier: str) -> str:
    """'that of B' behind 'the rate of A' is the rate of B."""
    for start in ("that in ", "those in ", "that for ", "those for "):
        link = start.split()[1]
        if name.lower().startswith(start) and f" {link} " in earlier:
            return f"{earlier.rsplit(f' {link} ', 1)[0]} {link} {name[len(start) :]}"
    for start in ("that of ", "those of "):
        if name.lower().startswith(start) and " of " in earlier:
            head, rest = earlier.split(" of ", 1)
            tail = " per " + rest.split(" per ", 1)[1] if " per " in rest else ""
            return f"{head} of {name[len(start) :]}{tail}"
    return name


def transitive(sentence: Sentence, index: int, end: int, marker: str, before: Frame | None) -> Frame | None:
    """'increase the X to 5', 'keep the X below 5', and 'the Y to 6' that carries the verb on."""
    verb = _mover(sentence, end)
    if before and before.rule == "relation" and index and marker == "to":
        since = sentence.quantities[index - 1].right  # "double the capacity of wind farms to 1,200 GW"
        if (
            0 < end - since <= CARRIED
            and not sentence.verbs_between(since, end)
            and "," not in sentence.lows[since:end]
        ):
            return replace(before, marker="to", rule="carried_verb", sure=0.75)
    if verb is None:
        adjoining = (
            index and 0 <= end - sentence.quantities[index - 1].right <= 6 and before and before.shape == "level"
        ) or (index and before and before.shape == "level" and _behind_semicolon(sentence, index, end))
        return _carried(sentence, index, end, marker, before) if adjoining and before else None
    start = verb.at + 1
    if index and sentence.quantities[index - 1].left >= verb.at and before and before.shape == "level":
        return _carried(sentence, index, end, marker, before)
    classes = verb_class(verb.lemma)
    if not classes & {"increase", "reduce", "keep", "limit", "add"} and verb.lemma not in (
        "bring",
        "take",
        "make",
        "get",
        "set",
        "ensure",
        "push",
        "drive",
        "adjust",
    ):
        return None
    if marker in ("at", "within") and not classes & {"keep", "limit"} and verb.lemma not in ("set", "ensure"):
        return None
    if any(sentence.owner[i] >= 0 for i in range(start, end)):
        return None
    if (
        verb.lemma in ("add", "lift", "shift", "expand", "move")
        and marker == "to"
        and sentence.quantities[index].unit in ("count", "persons")
    ):
        return None
    if end - start == 1 and sentence.lows[start] in ("that", "it", "this") and before:
        return replace(before, lemma=verb.lemma, verb=verb, marker=marker, sure=0.7)
    name = phrase(sentence, start, end)
    if not name and sentence.lows[start : start + 2] == ["per", "capita"]:
        name = sentence.span(start, end)
    if not name:
        return with_subject(sentence, verb.at, verb.lemma, marker, before)
    if before and name.lower() in ("total", "number", "figure", "tally"):
        name = f"{name} {before.counted_phrase or before.indicator}"  # "bringing the total to 2,000 km"
    if name.lower() in wordset("indicator", "pronouns"):
        return replace(before, lemma=verb.lemma, verb=verb, marker=marker, sure=0.7) if before else None
    return Frame("level", name, verb.lemma, verb, marker, "verb_object_marker", 0.96 if end - start <= 16 else 0.75)


def _behind_semicolon(sentence: Sentence, index: int, end: int) -> bool:
    """'reduce A to 5; the B to 6': a member of the list that one verb governs."""
    start = sentence.quantities[index - 1].right
    marks = [i for i in range(start, min(end, start + CARRIED)) if sentence.lows[i] in (";", ",", ":", ".")]
    if end - start > CARRIED or len(marks) != 1 or sentence.lows[marks[0]] != ";":
        return False
    return not any(sentence.verb_at(i) for i in range(start, end))


def _mover(sentence: Sentence, end: int) -> Verb | None:
    """The governing verb; a word behind 'and' that may be a noun and moves nothing is passed over ('and total X')."""
    verb = sentence.governor(end)
    while verb and not verb_class(verb.lemma) & {"increase", "reduce", "keep", "limit"}:
        joined = verb.lemma in wordset("verbs", "nouns_too") and sentence.low(verb.at - 1) in JOINS
        earlier = sentence.governor(verb.at)
        infinitive = (
            sentence.low(verb.at - 1) == "to" and earlier and verb_class(earlier.lemma) & {"increase", "reduce"}
        )
        if not joined and not infinitive:  # "reduce the time to open a shop to 5 days"
            break
        verb = earlier
    return verb


def _carried(sentence: Sentence, index: int, end: int, marker: str, before: Frame) -> Frame | None:
    """The second of 'raise A to x and B to y': the verb stands once."""
    earlier = sentence.quantities[index - 1]
    start = earlier.right
    while start < end and (
        sentence.lows[start] in JOINS
        or sentence.lows[start]
        in (",", ";", "also", "then", "further", "respectively", "year", "on", "-", "over", "a", "the", "per")
        or start in sentence.numbers
        or (sentence.lows[start] in DATED and start + 1 in sentence.numbers)
    ):
        start = sentence.numbers[start].last if start in sentence.numbers else start + 1  # "2016-17" at once
    start = next((i + 1 for i in range(end - 1, start - 1, -1) if sentence.lows[i] == ";"), start)
    if sentence.low(start) in ("in", "for", "among") and sentence.low(end - 1) in JOINS:
        start = end  # "cut by 20 percent in farming and by 60 percent in industry": the place is of the first
    name = _that_of(
        sentence.span(start, end) if sentence.low(start) in ("that", "those") else phrase(sentence, start, end),
        before.indicator,
    )
    if not name:
        if start == end or sentence.low(earlier.right) in ("and", ",") or end <= earlier.right + 1:
            return replace(before, marker=marker or before.marker, rule="carried_verb", sure=0.7)
        return None
    return replace(before, indicator=name, marker=marker, rule="carried_verb", sure=0.85)
