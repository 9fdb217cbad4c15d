"""English noun phrases: where they end, and how they look in a table."""

from __future__ import annotations

import re

from extractors.targets.clauses_en import Sentence
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

BREAKS = {";", ":", ".", "—", "?", "!", "[", "]"}
JOINS = {"and", "or", "&"}
TIMES = {"year", "month", "week", "day"}
LONGEST = 40
ARTICLES = {"the", "a", "an", "its", "their"}
LEADING = {
    "for",
    "to",
    "on",
    "in",
    "by",
    "at",
    "with",
    "that",
    "of",
    "from",
    "also",
    "toward",
    "towards",
    "into",
}  # prepositions of the verb, not of the thing
COLLECTIVE = {
    "people",
    "children",
    "men",
    "women",
    "species",
    "series",
    "poor",
    "elderly",
    "personnel",
    "staff",
    "talent",
    "aircraft",
}
BLANKS = re.compile(r"\s+")
REPEATED = re.compile(r"\b([a-z]{2,20}) \1\b")  # a misprint: "rural rural"
# "By 2025 the urbanization rate is ...": without a comma the year would seem to open the phrase.
LEADING_YEAR = re.compile(
    r"^(?:(?:19|20)\d\d,? (?:(?:the|an?|its|their|all) )?|(?:(?:this|last|next) )?year['’]s )(?=[A-Za-z])"
)
_YEAR = r"(?:19|20)\d\d(?:[-–/](?:\d\d)?\d\d)?"
TRAILING_YEAR = re.compile(
    r"[ ,]+(?:in|by|for|during|over|between|from|as of|at) (?:the )?(?:end of |period |period of |period from |years )?"
    rf"{_YEAR}(?: (?:and|to) {_YEAR})?(?: period)?$"
)
ADJECTIVAL = ("al", "ic", "ive", "ous", "able", "ible", "ary", "ful", "less")
PARTICLES = {"over", "out", "up", "off", "on", "in", "down", "back"}
SPANS = ("next", "years", "months", "coming", "past", "last", "decade", "decades", "year", "period", "few")
TRAILING_SPAN = re.compile(
    r" (?:in|over|within|during|for) (?:the )?(?:(?:next|coming|past|last|following)\b[a-z -]{0,24}"
    r"|(?:\w+ ){0,3}Five[- ]Year Plan\b.{0,40}|plan period|same period)$"
    r"| (?:per|a|each|every) (?:year|annum)"
    r"| under the (?:[A-Z0-9][\w-]* ){1,6}(?:Plan|Programme|Program|Strategy|Scheme|Roadmap)$"
)
GOAL_BEFORE = re.compile(r"^(?:[a-z-]+ )?(?:targets?|goals?|objectives?) (?:for|of) (?:the )?", re.IGNORECASE)
GOAL_BEHIND = re.compile(r" (?:targets?|goals?|objectives?)$", re.IGNORECASE)
OUTER_SIGNS = " ,;:.-—–•“”\"'’‘([" + "）（"


def phrase_end(sentence: Sentence, start: int, *, keep_with: bool = True, counted: bool = False) -> int:
    """The token behind the noun phrase that begins at `start`.

    A `counted` phrase has not ended before its plural: in '20 open and shared centers' no clause begins at the 'and'.
    """
    lows, at, withs, plural = sentence.lows, start, 0, not counted
    stops = wordset("indicator", "stops")
    last = min(len(lows), start + LONGEST)
    while at < last:
        low = lows[at]
        if low in BREAKS or sentence.owner[at] >= 0 or (low == "a" and sentence.low(at + 1) in TIMES):
            break
        if low in wordset("indicator", "auxiliaries") and not (low == "to" and at > start and _leads_on(sentence, at)):
            break
        if low in ("need", "needs") and sentence.low(at + 1) == "to" and at > start:
            break
        if not plural and not (at > start and low in stops):
            plural = _plural(low) or low in COLLECTIVE
            at += 1
            continue
        if low == "with" and keep_with and not withs and at > start:
            withs += 1
            at += 1
            continue
        if at > start and low in stops and not _inner(sentence, at):
            break
        if low == "," and not (_list_goes_on(sentence, at) or _two_adjectives(sentence, at)):
            break
        if low in JOINS and counted and sentence.low(at + 1) in ARTICLES:
            break
        if low in JOINS and at > start and sentence.low(at + 1) in wordset("indicator", "doing"):
            break
        if low in JOINS and _third_behind(sentence, at + 1):
            break
        if low in JOINS and (
            sentence.verb_at(at + 1) or _verb_after_adverb(sentence, at + 1) or _quantity_next(sentence, at + 1)
        ):
            break
        linked = sentence.low(at - 1) == "to" and _leads_on(sentence, at - 1)
        if at > start and (verb := sentence.verb_at(at)) and verb.form != "ing" and not linked:
            break
        at += 1
    return _trimmed(sentence, start, at)


def _leads_on(sentence: Sentence, at: int) -> bool:
    """Whether a 'to' belongs to the phrase: 'upgrades to the road', 'able to read', 'the Bern to Basel line'."""
    before = sentence.low(at - 1)
    if before in wordset("indicator", "to_nouns") or before in wordset("indicator", "to_adjectives"):
        return True
    near = sentence.tokens[at - 1 : at + 2 : 2]
    return len(near) == 2 and at > 1 and all(token.text[0].isupper() for token in near)


def _inner(sentence: Sentence, at: int) -> bool:
    """A stop word that belongs to a name or a hyphenated word."""
    behind = sentence.low(at + 1)
    if sentence.lows[at] == "to" and _leads_on(sentence, at):
        return True
    if sentence.lows[at] == "on" and sentence.low(at - 1) in wordset("indicator", "on_nouns"):
        return True
    if sentence.lows[at] in ("under", "over", "above", "below"):  # "children under five years of age"
        aged = (number := sentence.numbers.get(at + 1)) is not None and sentence.owner[number.first] < 0
        return aged and sentence.low(at - 1) in wordset("none", "aged_nouns")
    if sentence.lows[at] == "among":
        return behind.isalpha() and behind not in wordset("indicator", "pronouns") | ARTICLES | {"others", "other"}
    if sentence.lows[at] == "than":
        return (number := sentence.numbers.get(at + 1)) is not None and sentence.owner[number.first] < 0
    return sentence.low(at - 1) == "-" or behind == "-" or (sentence.lows[at] == "every" and behind[:1].isdigit())


def _third_behind(sentence: Sentence, at: int) -> bool:
    """'of arable land and promotes': a verb in the present, and no plural of a noun."""
    return any(
        form == "third" and lemma not in wordset("verbs", "nouns_too") and lemma not in wordset("verbs", "nouns_in_s")
        for lemma, form in forms().get(sentence.low(at), ())
    )


def _verb_after_adverb(sentence: Sentence, at: int) -> bool:
    return sentence.low(at).endswith("ly") and sentence.verb_at(at + 1) is not None


def _quantity_next(sentence: Sentence, at: int) -> bool:
    """A quantity at the token or behind it, also with a particle between: 'and hand over 200'."""
    places = (at, at + 1, at + 2) if sentence.low(at + 1) in PARTICLES else (at, at + 1)
    return any(0 <= i < len(sentence.owner) and sentence.owner[i] >= 0 for i in places)


def _two_adjectives(sentence: Sentence, comma: int) -> bool:
    """'local, renewable sources': two words that end as adjectives do, and a noun."""
    before, behind, noun = sentence.low(comma - 1), sentence.low(comma + 1), sentence.low(comma + 2)
    return before.endswith(ADJECTIVAL) and behind.endswith(ADJECTIVAL) and noun.isalpha() and noun.endswith("s")


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Whether a comma separates adjectives or nouns of one phrase: 'high-level, professional, and open bases'."""
    lows, at, length = sentence.lows, comma + 1, 0
    for _ in range(24):
        if at >= len(lows):
            return False
        low = lows[at]
        if low in BREAKS or sentence.owner[at] >= 0 or sentence.verb_at(at) or low in wordset("indicator", "stops"):
            return False
        if low in JOINS:
            if at == comma + 1 and sentence.low(at + 1) in ARTICLES:
                return False
            return not (
                sentence.verb_at(at + 1) or _verb_after_adverb(sentence, at + 1) or _quantity_next(sentence, at + 1)
            )
        length = 0 if low == "," else length + 1
        if length > 4:
            return False
        at += 1
    return False


def _trimmed(sentence: Sentence, start: int, end: int) -> int:
    """Drop what cannot end a phrase: joins, commas, prepositions with nothing behind them."""
    loose = (
        wordset("indicator", "prepositions") | JOINS | wordset("indicator", "determiners") | {",", "(", "“", "newly"}
    )
    while end > start and sentence.lows[end - 1] in loose:
        end -= 1
    return end


def same_thing_end(sentence: Sentence, start: int, end: int) -> int:
    """Cut a second, independent thing from a counted phrase.

    'cities and cities along rivers', 'rescue centers and comprehensive training bases': the number counts the first
    only; 'schools and colleges' is one pair.
    """
    for at in range(start + 1, end):
        if sentence.lows[at] != "and" or not _plural(sentence.lows[at - 1]):
            continue
        if any(low in wordset("indicator", "prepositions") for low in sentence.lows[start:at]):
            return end
        behind = at + 1
        stop = next((i for i in range(behind, end) if sentence.lows[i] in wordset("indicator", "prepositions")), end)
        if sentence.low(behind) == sentence.lows[at - 1]:
            return at
        if stop - behind >= 3 and sentence.low(behind) not in ("other", "similar"):
            return at
        return end
    return end


def _plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3


def head(sentence: Sentence, start: int, end: int) -> str:
    """The noun that a phrase is about: the last word before its first preposition."""
    last = ""
    for low in sentence.lows[start:end]:
        if low in wordset("indicator", "prepositions") and last:
            break
        if low[0].isalpha():
            last = low
    return last


def phrase(sentence: Sentence, start: int, end: int) -> str:
    """The text of tokens [start, end) without quantities, determiners in front and stray signs."""
    determiners = wordset("indicator", "determiners") | wordset("indicator", "adverbs")
    skipped = determiners | {",", "and", "-", "of"}
    while start < end and (sentence.owner[start] >= 0 or sentence.lows[start] in skipped or _more(sentence, start)):
        if sentence.low(start + 1) == "-" and sentence.lows[start].isalpha():
            break  # "well-paid jobs"
        start += 1
    end = _trimmed(sentence, start, end)
    led = LEADING | wordset("indicator", "leading_gerunds")
    while start + 1 < end and sentence.lows[start] in led and not _initials(sentence, start):
        start += 1
        while start + 1 < end and sentence.lows[start] in determiners:
            start += 1
    if start + 1 == end and sentence.lows[start] in LEADING:
        start += 1
    pieces: list[str] = []
    at = start
    while at < end:
        if sentence.owner[at] >= 0:
            at += 1
            continue
        begin = at
        while at < end and sentence.owner[at] < 0 and (at == begin or not _gap(sentence, at)):
            at += 1
        pieces.append(sentence.span(begin, at))
    return clean(" ".join(pieces))


def _more(sentence: Sentence, at: int) -> bool:
    """'2 million more houses': the things are houses."""
    return sentence.lows[at] == "more" and at > 0 and sentence.owner[at - 1] >= 0


def _initials(sentence: Sentence, at: int) -> bool:
    """'AT&C losses', 'IN-hospital': capitals are no preposition."""
    text = sentence.tokens[at].text
    return len(text) > 1 and text.isupper() and not sentence.text.isupper()


def _gap(sentence: Sentence, at: int) -> bool:
    """Whether bracketed words were left out before the token."""
    return sentence.text[sentence.tokens[at - 1].end : sentence.tokens[at].start].strip() != ""


def clean(text: str) -> str:
    """Blanks single, no signs around, brackets and quotes balanced."""
    text = LEADING_YEAR.sub("", REPEATED.sub(r"\1", BLANKS.sub(" ", text)).strip(OUTER_SIGNS))
    if len(text) > 8 and text[-1].isdigit():
        text = TRAILING_YEAR.sub("", text)
    if " " in text and (text.endswith(SPANS) or "Plan" in text or " under the " in text):
        text = TRAILING_SPAN.sub("", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    text = text.replace("“", "").replace("”", "").replace('"', "")
    return BLANKS.sub(" ", text).replace(" ,", ",").strip()


def without_goal(name: str) -> str:
    """'target for economic growth', 'GDP growth target': what the target is of."""
    bare = GOAL_BEHIND.sub("", GOAL_BEFORE.sub("", name)).strip()
    return bare if len(bare) > 2 and bare.lower() not in wordset("indicator", "only_qualifying") else name
