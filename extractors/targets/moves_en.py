"""What the words right around an English number say of a change: 'to 5%', '5% below 2005 levels', 'a 5% cut'."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from extractors.targets.changes_en import base_for
from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.frame_en import Frame
from extractors.targets.quantities_en import Quantity
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import words, wordset

MEMBERS = 6  # members of a list looked back over for the preposition that they share
LOOSE = {"a", "an", "the", "combined", "total", "average", "of", "overall", "around"}
PLACING = {"extend", "lift", "shift", "move", "add", "scale", "step", "go", "expand", "raise"}
TAKING = {"take", "takes", "took", "taken", "taking", "make", "makes", "made", "making"}
GERUND = 16  # tokens between a participle and the number of its object
SHARES = {"%", "pp", "times"}
PUSHING = {"bring", "push", "drive", "scale", "take", "pull", "get", "go", "come", "step", "ramp", "phase", "force"}
MORE = {"additional", "further", "another"}
ARTICLES = {"a", "an", "the", "further"}
LEVELS = {"level", "levels", "baseline", "baselines"}


def settled(sentence: Sentence, frame: Frame, found: Quantity) -> Frame:
    """The frame as it is meant: a change by or a level to, where the words around the number say so.

    How a number was attached names its indicator; a member of a list may hang on it by another rule than the first.
    """
    if found.number.form == "relation" or frame.marker in ("red line", "goal") or frame.rule == "subject_covers":
        return frame
    if sentence.low(found.left - 1) == "up" and sentence.low(found.left - 2) in TAKING:
        return replace(frame, shape="level", lemma="account", marker="")  # "took up 30% of the supply"
    lemma = _against_levels(sentence, found) or _change_behind(sentence, found) or _change_before(sentence, found)
    if lemma:
        return replace(frame, shape="level", lemma=lemma, marker="by")
    if (went := _particle(sentence, found)) and frame.shape == "level":
        frame = replace(frame, lemma=went)
    base = base_for(sentence.lows, sentence.bases, found)
    if base and not base.before and frame.shape != "level" and _there(frame):
        return replace(frame, shape="level", lemma="reach", marker="")  # "270 airports, up from 241"
    if _to_be(sentence, found):
        return replace(frame, shape="level", lemma="be", marker="")
    marker = _marker(sentence, found)
    at = base.from_at if base and base.before else found.left
    verb = _changing(sentence, at) or (_gerund(sentence, at) if marker else None)
    if base and base.before and (verb is None or marker != "by"):
        lemma = verb.lemma if verb else frame.lemma if _moves(frame.lemma) else "increase"
        return replace(frame, shape="level", lemma=lemma, marker="to")
    if verb is None or not marker:
        return frame
    settled_already = frame.shape == "level" and frame.marker == marker and _moves(frame.lemma)
    things = found.unit in ("count", "persons") and (verb.lemma in PLACING or frame.shape == "count")
    if settled_already or things or (marker == "by" and found.unit not in SHARES and frame.shape != "level"):
        return frame
    return replace(frame, shape="level", lemma=verb.lemma, marker=marker)


def _to_be(sentence: Sentence, found: Quantity) -> bool:
    """'aiming for 845,000 electric cars to be on the road': how many there are to be."""
    if not found.bare or sentence.low(found.left - 1) != "for":
        return False
    for at in range(found.right + 1, found.right + 7):
        if sentence.lows[at : at + 2] == ["to", "be"]:
            return sentence.verb_at(at + 2) is None
        if not sentence.low(at).isalpha():
            return False
    return False


def _there(frame: Frame) -> bool:
    """Whether things are there or to be there, and are not done or made."""
    return frame.verb is None or frame.lemma in wordset("verbs", "owning")


def _moves(lemma: str) -> bool:
    return bool(verb_class(lemma) & {"increase", "reduce"}) if lemma else False


def _changing(sentence: Sentence, before: int) -> Verb | None:
    """The governing verb, where it is one of change."""
    verb = sentence.governor(before)
    return verb if verb is not None and _moves(verb.lemma) else None


def _gerund(sentence: Sentence, before: int) -> Verb | None:
    """'..., and increasing tree cover by 5%': a participle in a list, with its object between it and the number."""
    for at in range(before - 1, max(before - GERUND, 0), -1):
        if sentence.owner[at] >= 0:
            return None
        if sentence.lows[at - 1] in ("and", ",", ";", "while"):
            for lemma, form in forms().get(sentence.lows[at], ()):
                if form == "ing" and _moves(lemma):
                    return Verb(at, lemma, "ing")
    return None


def _particle(sentence: Sentence, found: Quantity) -> str:
    """'bring down the rate by 5', 'scale up output to 5': the particle says where it goes."""
    verb = sentence.governor(found.left)
    behind = sentence.low(verb.at + 1) if verb is not None and verb.lemma in PUSHING else ""
    return {"down": "reduce", "up": "increase"}.get(behind, "")


def _marker(sentence: Sentence, found: Quantity) -> str:
    """'to' or 'by' before the number, else before the members of its list that stand ahead of it."""
    at, left = bisect_left(sentence.quantities, found.left, key=lambda q: q.left), found.left
    for step in range(MEMBERS):
        place = left - 1
        while place > max(left - 4, 0) and sentence.lows[place] in LOOSE:
            place -= 1
        if sentence.low(place) in ("to", "by"):
            return sentence.low(place)
        earlier = sentence.quantities[at - 1 - step] if at - 1 - step >= 0 else None
        if earlier is None or earlier.unit != found.unit or not listed(sentence, earlier.right, left):
            return ""
        left = earlier.left
    return ""


def listed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words between two numbers only join them: no verb, no semicolon, no other preposition of change."""
    between = sentence.lows[first:last]
    joined = "and" in between or "," in between or "or" in between
    apart = last - first > 10 or ";" in between or sentence.verbs_between(first, last) or "with" in between
    return joined and not apart


def _against_levels(sentence: Sentence, found: Quantity) -> str:
    """'20% below 2005 levels', '5% above the baseline': less or more by so much."""
    at = found.right
    if found.unit not in ("%", "pp"):
        return ""
    compared = sentence.low(at)
    if compared in ("lower", "higher", "less", "more") and sentence.low(at + 1) == "than":
        return "reduce" if compared in ("lower", "less") else "increase"
    if compared not in ("below", "under", "above", "over"):
        return ""
    behind = sentence.lows[at + 1 : at + 6]
    stop = next((i for i, low in enumerate(behind) if low in (",", ";", ".", "by", "in")), len(behind))
    if at + 1 in sentence.numbers and sentence.numbers[at + 1].value_max is not None:
        return ""  # "by 15 percent over 2016-2020"
    if at + 1 in sentence.numbers or LEVELS & set(behind[:stop]):
        return "increase" if compared in ("above", "over") else "reduce"
    return ""


def _change_behind(sentence: Sentence, found: Quantity) -> str:
    """'a 30 percent additional reduction', 'a 42% cut from current levels', 'a 40% emissions reduction'."""
    if found.unit not in ("%", "pp"):
        return ""
    article = bool(ARTICLES & set(sentence.lows[max(found.left - 2, 0) : found.right]))
    stops = wordset("indicator", "prepositions") | wordset("indicator", "determiners") | {"and", "or"}
    for at in range(found.right, found.right + 4):
        low = sentence.low(at)
        if not low.isalpha() or (low in stops and low not in MORE) or sentence.verb_at(at) is not None:
            return ""
        lemma = words("indicator")["change_nouns"].get(low)
        if lemma:
            aimed = sentence.low(at + 1) in wordset("meaning", "goal_nouns")
            named = low == "growth" or sentence.low(at + 1) in ("rate", "ratio")
            return str(lemma) if (article or aimed) and not named else ""
    return ""


def _change_before(sentence: Sentence, found: Quantity) -> str:
    """'a total emissions reduction of 40 percent', 'cuts in costs of 5%'."""
    if found.unit not in ("%", "pp") or sentence.low(found.left - 1) != "of":
        return ""
    heads = words("indicator")["change_heads"]
    for at in range(found.left - 2, max(found.left - 9, -1), -1):
        low = sentence.lows[at]
        if low in heads and low != "growth" and (at == found.left - 2 or sentence.low(at + 1) in ("in", "of", "to")):
            lemma = str(heads[low])
            return {"increase": "increase", "reduce": "reduce"}.get(lemma, "")
        if not low.isalpha() or sentence.owner[at] >= 0 or low in ("rate", "share", "proportion", "target"):
            return ""
    return ""
