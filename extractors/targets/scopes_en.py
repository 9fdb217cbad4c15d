"""Which region, group or programme an English number is limited to."""

from __future__ import annotations

from extractors.targets.clauses_en import CLAUSE, Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import Context
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

LIMITING = {"in", "for", "among", "across", "throughout", "within"}
LONGEST = 12


def scope_of(sentence: Sentence, found: Quantity, level: bool, indicator: str, context: Context) -> Decided[str | None]:
    """The place or group behind a level, before its clause, at the end of its indicator, or in its item's title."""
    if level and (behind := _behind(sentence, found)):
        return Decided(behind, "place_or_group_behind", behind)
    if ahead := _ahead(sentence, found.left):
        return Decided(ahead, "place_or_group_ahead", ahead)
    if inside := _inside(indicator):
        return Decided(inside, "place_or_group_in_indicator", inside)
    if focus := _focus(sentence, found):
        return Decided(focus, "place_or_group_in_focus", focus)
    if context.item_title and _heads_place(context.item_title):
        title = context.item_title.strip(" .:").lstrip("0123456789. ")
        return Decided(title or None, "title_of_item", context.item_title)
    return Decided(None, "no_place_or_group")


def _behind(sentence: Sentence, found: Quantity) -> str | None:
    """'80% in cities'."""
    at = found.right
    if sentence.low(at) not in ("in", "for", "among") or at + 1 in sentence.numbers:
        return None
    stop = phrase_end(sentence, at + 1, keep_with=False)
    stop = next((i for i in range(at + 1, stop) if sentence.lows[i] in (",", ";")), stop)
    lows = sentence.lows[at + 1 : stop]
    if _timed(lows) or any(i in sentence.numbers for i in range(at + 1, stop)):
        return None
    named = any(t.text[0].isupper() and not t.text.isupper() for t in sentence.tokens[at + 1 : stop])
    return (phrase(sentence, at + 1, stop) or None) if named or _names_place(lows) else None


def _ahead(sentence: Sentence, left: int) -> str | None:
    """'In rural areas, coverage will reach 80%'; 'For children under five, ...'."""
    start = 0 if left <= CLAUSE else left
    for at in range(left - 1, max(left - CLAUSE, 0) - 1, -1):
        if sentence.lows[at] in (";", ":", "."):
            start = at + 1
            break
    start += sentence.low(start) in ("and", "while")
    if sentence.low(start) not in LIMITING:
        return None
    comma = next((i for i in range(start + 1, min(start + LONGEST, left)) if sentence.lows[i] == ","), -1)
    if comma < 0 or any(sentence.owner[i] >= 0 for i in range(start, comma)):
        return None
    lows = sentence.lows[start + 1 : comma]
    named = any(t.text[0].isupper() and not t.text.isupper() for t in sentence.tokens[start + 1 : comma])
    if _timed(lows) or not (_names_place(lows) or (named and sentence.low(start) == "in")):
        return None
    return phrase(sentence, start + 1, comma) or None


def _focus(sentence: Sentence, found: Quantity) -> str | None:
    """', focusing on counties with many migrants', ', mainly in rural areas'."""
    for at in range(found.right, min(found.right + CLAUSE, len(sentence.lows) - 2)):
        low, behind = sentence.lows[at], sentence.lows[at + 1]
        if low in (";", ":", ".") or sentence.owner[at] >= 0:
            return None
        focused = low == "focusing" and behind == "on"
        if focused or (low in wordset("scopes", "mainly") and behind in LIMITING):
            stop = phrase_end(sentence, at + 2)
            lows = sentence.lows[at + 2 : stop]
            return phrase(sentence, at + 2, stop) or None if _names_place(lows) and not _timed(lows) else None
    return None


def _inside(indicator: str) -> str | None:
    """'urbanization rate in the western region', 'literacy rate for those aged 15 to 24'."""
    parts = indicator.split()
    for at in range(len(parts) - 2, 0, -1):
        low = parts[at].lower()
        if low not in LIMITING:
            continue
        rest = [part.lower().strip(",.") for part in parts[at + 1 :]]
        if rest[0] in ("every", "each") or rest[0][:1].isdigit():
            continue  # "beds for every 1,000 residents"
        if len(rest) == 1 and parts[at + 1] == rest[0] and rest[0] in wordset("scopes", "saying_nothing"):
            continue  # "roads in counties": which ones is not said
        if _names_place(rest) and not _timed(rest) and len(rest) <= LONGEST:
            words = parts[at + 1 :]
            while len(words) > 1 and _done(words[-1].lower()):
                words = words[:-1]  # "clinics in towns renovated and equipped"
            return " ".join(words[1:] if words[0].lower() in ("the", "all", "its", "our") and len(words) > 1 else words)
    return None


def _done(low: str) -> bool:
    """Whether a word is a participle, or joins two."""
    return low == "and" or {kind for _, kind in forms().get(low, ())} == {"past"}


def _names_place(lows: list[str]) -> bool:
    """Whether the head, before its first preposition or clause, is a noun of places or groups."""
    ends = wordset("indicator", "prepositions") | {"set", "that", "who", "which", "generated", "built"}
    stop = next((i for i, low in enumerate(lows) if i and low in ends), len(lows))
    return any(low in wordset("scopes", "places") for low in lows[:stop])


def _heads_place(title: str) -> bool:
    """Whether a title is a place itself: 'Northern coastal region', and no 'Coastal wind power'."""
    parts = [part.strip(".,:;()") for part in title.lower().split()]
    ends = wordset("indicator", "prepositions") | {"and"}
    stop = next((i for i, low in enumerate(parts) if i and low in ends), len(parts))
    return parts[stop - 1 : stop] != [] and parts[stop - 1] in wordset("scopes", "places")


def _timed(lows: list[str]) -> bool:
    return any(low in wordset("indicator", "no_places") or low in wordset("none", "months") for low in lows)
