"""The English phrase before a Chinese gloss: where a translator would begin it.

Every place where it may begin has a cost, and the cheapest begins it. It costs to leave characters of the term without
English words and to take in words that translate nothing of it, as many as its unknown characters do not account for;
to begin behind a word that goes with the next one; and to hold what bounds a phrase: prepositions, conjunctions, verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.language.glossary_meaning import Term, romanises
from extractors.language.glossary_quotes import OPENING_QUOTES, bare, quote_at_end
from extractors.language.glossary_tokens import Token, bounding_words, tokens_before

# No phrase is longer, and so much is read before a gloss at most.
_REACH = 600
# A citation or footnote number between phrase and gloss.
_CITATION = re.compile(
    r"\s*(?:\[\d{1,3}(?:[,–-]\d{1,3})*\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|(?<=[a-z”\"])\d{1,3}|\([A-Z][a-z]+,? \d{4}\))$"
)
_ENUMERATION = re.compile("[、，；]")

# The number of a list's member, and what ends a sentence.
_NUMBERED = re.compile(r"[(（]\s*(\d)\s*[)）]")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
_TWICE, _LONGEST_MEMBER = frozenset({"both", "either"}), 8
# So many characters of a row are a list.
_LEAST_IN_ROW = 3

# So many English content words a Chinese character is worth, if its meaning is not known and if it is.
_UNKNOWN, _KNOWN = 0.75, 0.3
_MISSING, _EXTRA, _UNSAID, _HALF_SAID = 0.9, 0.75, 0.55, 0.15
# What bounds a phrase costs so much of itself where a word that belongs to the term stands before it.
_EXPLAINED, _LISTED = 0.2, 0.1
# An adverb that the term does not say adds little.
_ADVERB = 0.3


def phrase_before(text: str, end: int, start: int, term: str) -> str | None:
    """The English phrase that ends at `end` and is glossed with `term`; null where none stands there.

    Args:
        text: A paragraph.
        end: Where the bracket opens.
        start: Before here the phrase cannot begin: where the gloss before ends.
        term: The Chinese term, without quotes around it.
    """
    first = max(0, end - _REACH)
    before = _CITATION.sub("", text[first:end].rstrip())
    if numbered := _numbered(before[max(start - first, 0) :], term):
        return numbered
    quote = quote_at_end(before)
    if quote and not quote.is_sentence_for(term):
        return bare(quote.text) or None
    if quote:
        before = before[: quote.end]
    tokens = tokens_before(before, quote.start if quote else max(start - first, 0))
    if not tokens:
        return None
    romanised = _romanised(tokens, term)
    return bare(before[tokens[_cheapest(tokens, term) if romanised is None else romanised].start :]) or None


def _numbered(before: str, term: str) -> str | None:
    """The members of a list that are numbered (`(1) roads, (2) rails, and (3) ports`), as many as the term has."""
    members = _members(term)
    marks = list(_NUMBERED.finditer(before))[-members:]
    if members < 2 or [int(mark[1]) for mark in marks] != list(range(1, members + 1)):
        return None
    phrase = before[marks[0].end() :].strip()
    return None if _SENTENCE_END.search(phrase) else phrase


def _romanised(tokens: Sequence[Token], term: str) -> int | None:
    """Where the words begin that tell how the term sounds: `ding xin wan (定心丸)`; null where none do."""
    for at in range(len(tokens) - 1, max(len(tokens) - len(term), 0) - 1, -1):
        if tokens[at].text[0].isalpha() and romanises("".join(token.text for token in tokens[at:]), term):
            return at
    return None


def _cheapest(tokens: Sequence[Token], term: str) -> int:
    chinese = Term.of(term)
    translated = [tuple(chinese.covered_by(part, token.named) for part in token.parts) for token in tokens]
    candidates = _candidates(tokens) or [len(tokens) - 1]
    best = min(candidates, key=lambda at: (_cost(tokens, at, chinese, translated), -at))
    return _with_first_word(tokens, best) if _members(chinese.text) > 1 else best


def _with_first_word(tokens: Sequence[Token], at: int) -> int:
    """Where the first member of a list begins, if all begin alike: `ensuring A, weaving B`, `both A, both B`."""
    own = tokens[at].text.lower()
    if own in _TWICE and tokens[at - 1].kind == "comma":
        same = (k for k in range(at - 2, max(at - _LONGEST_MEMBER, 0) - 1, -1) if tokens[k].text.lower() == own)
        return next(same, at)
    others = [
        tokens[k + 1 + (tokens[k + 1].kind == "conjunction")].text
        for k in range(at, len(tokens) - 2)
        if tokens[k].kind == "comma"
    ]
    verb = at - 1 - (at > 1 and tokens[at - 1].kind == "determiner")
    alike = bool(others) and verb >= 0 and all(word.endswith("ing") for word in (*others, tokens[verb].text))
    return verb if alike and not own.endswith("ing") else at


def _candidates(tokens: Sequence[Token]) -> list[int]:
    """Tokens that may begin a phrase."""
    return [
        at
        for at, token in enumerate(tokens)
        if token.kind not in ("determiner", "comma", "conjunction")
        and (token.text[0].isalnum() or token.text[0] in OPENING_QUOTES + '"[')
    ]


Spans = tuple[frozenset[tuple[int, int]], ...]


def _cost(tokens: Sequence[Token], at: int, term: Term, translated: Sequence[Spans]) -> float:
    """What it costs to begin at a token; `translated` are the morphemes that each token's parts translate."""
    phrase, spans = tokens[at:], translated[at:]
    explains = [any(found) for found in spans]
    before = at > 0 and any(translated[at - 1])
    meaning = _meaning_cost(phrase, spans, term)
    return meaning + _edge_cost(tokens, at, explains[0], before) + _inner_cost(phrase, explains, term)


def _meaning_cost(phrase: Sequence[Token], translated: Sequence[Spans], term: Term) -> float:
    """What of the term the phrase leaves out, and what of the phrase the term does not say."""
    words: dict[tuple[int, int], set[str]] = {}
    extra = 0.0
    for token, spans in zip(reversed(phrase), reversed(translated), strict=True):
        taken: set[tuple[int, int]] = set()
        for number, (part, found) in enumerate(zip(token.parts, spans, strict=True)):
            # A word translates one morpheme, and one that comes twice translates once.
            new = [span for span in found if part[:4] not in words.get(span, ())]
            if new:
                span = min(new, key=lambda s: (s not in taken, s in words, s[0] - s[1], -s[0]))
                taken.add(span)
                words.setdefault(span, set()).add(part[:4])
            elif part not in token.parts[:number]:
                extra += _ADVERB if token.kind == "adverb" else 1.0 if number == 0 else 0.6
    covered = {at for start, end in words for at in range(start, end)}
    # One word seldom says more than two characters of a longer morpheme.
    half_said = sum(max(0, end - start - 2 * len(found)) for (start, end), found in words.items())
    known = len(term.known - covered)
    unknown = len(term.content - term.known - covered)
    expected = _UNKNOWN * unknown + _KNOWN * known
    missing = _MISSING * max(0.0, expected - extra) + _UNSAID * known + _HALF_SAID * half_said
    return _EXTRA * max(0.0, extra - expected) + missing


_EDGE = {
    "of": 0.6, "modifier": 0.5, "gerund": 0.35, "adjective": 0.8, "frame": 1.0, "both": 1.0, "open_quote": 2.5,
    "members": 2.0, "closed": 5.0, "name": 0.6, "before_name": 0.4, "inner_of": 0.3, "of_the": 0.3,
}  # fmt: skip
_NAME_LINKS = frozenset({"of", "and", "for", "the", "on", "to", "in"})
_ADJECTIVE = ("able", "ible", "ive", "ful", "ous", "ic", "al", "ed", "less", "ary")
_BEFORE = {
    "determiner": 0.0, "possessive": 0.1, "preposition": 0.15, "verb": 0.15, "maybe": 0.3, "clause": 0.5, "adverb": 0.6,
    "conjunction": 0.45, "comma": 0.15, "word": 1.4,
}  # fmt: skip
_FIRST = {"preposition": 2.5, "clause": 2.5, "adverb": 0.9, "possessive": 0.4, "verb": 1.6, "maybe": 0.5}
_INSIDE = {
    "comma": 3.0, "conjunction": 0.8, "preposition": 0.6, "clause": 1.8, "verb": 1.0, "maybe": 0.6, "determiner": 0.9,
    "possessive": 0.4, "adverb": 0.3,
}  # fmt: skip


def _edge_cost(tokens: Sequence[Token], at: int, explained: bool, before_explained: bool) -> float:
    """How little a phrase is likely to begin with this token."""
    first = tokens[at]
    cost = _FIRST.get(first.kind, 0.0) * (_EXPLAINED if explained else 1.0)
    words = bounding_words()
    if not explained and first.text.lower() in words["frames"] and [t.text for t in tokens[at + 1 : at + 2]] == ["of"]:
        cost += _EDGE["frame"]
    if at == 0:
        return cost
    before = tokens[at - 1]
    lower = before.text.lower()
    if lower in ("both", "either") and any(t.kind == "conjunction" for t in tokens[at:]):
        cost += _EDGE["both"]
    if before.text[0] in '"“‘' or first.text[0] in '"“‘':
        return cost
    if lower == "of":
        return cost + _EDGE["of"]
    if first.named and _in_name(tokens, at):
        cost += _EDGE["name"]
    if before.kind == "word" and not before_explained:
        if lower in words["modifiers"] or lower.endswith(("'s", "’s")) or not before.text[0].isalnum():
            return cost + _EDGE["modifier"]
        if lower.endswith("ing"):
            return cost + _EDGE["gerund"]
        if before.text.islower() and all(token.named for token in tokens[at:] if token.parts):
            return cost + _EDGE["before_name"]
        if lower.endswith(_ADJECTIVE) or "-" in lower:
            return cost + _EDGE["adjective"]
    if before.kind == "adverb" and first.text.endswith("ing"):
        return cost + _EDGE["gerund"]
    return cost + _BEFORE[before.kind]


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital word goes on with a name: `Ministry of | Industry`; the first word of a clause opens none."""
    k = at - 1
    while k > 0 and tokens[k].text in _NAME_LINKS:
        k -= 1
    return k > 0 and tokens[k].kind == "word" and tokens[k].text[0].isupper()


def _inner_cost(phrase: Sequence[Token], explains: Sequence[bool], term: Term) -> float:
    """What bounds a phrase and stands in it: little where the words before it belong to the term."""
    cost = 0.0
    lists = _members(term.text) - 1
    joints = sum(
        token.kind == "comma" or (token.kind == "conjunction" and before.kind != "comma")
        for before, token in pairwise(phrase)
    )
    opened = straight = 0
    said = said_before = False
    for number, token in enumerate(phrase):
        opened += (token.text in "“‘") - (token.text in "”’")
        straight += token.text == '"'
        if number and token.kind != "word":
            before = phrase[number - 1].kind
            # A list of as many members as the term has is one phrase, whatever its words.
            joint = token.kind in ("comma", "conjunction") and 0 < lists == joints
            own = said or joint or (said_before and before in ("comma", "conjunction"))
            base = _EDGE["inner_of"] if token.text == "of" else _INSIDE[token.kind]
            if token.kind == "determiner" and (before == "preposition" or phrase[number - 1].text.endswith("ing")):
                base = _EDGE["of_the"]
            if own or (said_before and before == "preposition"):
                base *= _LISTED if token.kind == "comma" or before == "comma" else _EXPLAINED
            cost += base
        if token.kind in ("comma", "conjunction"):
            said, said_before = False, said or (said_before and phrase[number - 1].kind == "comma")
        said = said or explains[number]
    if opened or straight % 2:
        cost += _EDGE["open_quote"]
    # `A, B, and C` is a list of three even where A is long.
    closed = lists > 1 and any(a.kind == "comma" and b.kind == "conjunction" for a, b in pairwise(phrase))
    return cost + (_EDGE["closed" if closed else "members"] * max(0, lists - joints) if lists else 0.0)


def _members(term: str) -> int:
    """How many things a term lists: between commas, or in a character each."""
    listed = len(_ENUMERATION.findall(term)) + 1
    rows = (re.search(f"[{row}]{{{_LEAST_IN_ROW},}}", term) for row in bounding_words()["rows_zh"])
    return listed if listed > 1 else max((len(set(row[0])) for row in rows if row), default=1)
