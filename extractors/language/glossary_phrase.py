"""The English phrase before a Chinese gloss: where a translator would begin it.

Every place where it may begin has a cost, and the cheapest begins it. It costs to leave characters of the term without
English words and to take in words that translate nothing of it, as many as its unknown characters do not account for;
to begin behind a word that goes with the next one; and to hold what bounds a phrase: prepositions, conjunctions, verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

import yaml

from extractors.language.glossary_meaning import Term
from extractors.repair.words import frequencies
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

Kind = Literal[
    "word", "determiner", "possessive", "preposition", "conjunction", "adverb", "clause", "verb", "maybe", "comma"
]

_TOKEN = re.compile(
    r"[A-Za-zÀ-ɏ0-9]+(?:[&'’./+-]+[A-Za-zÀ-ɏ0-9]+)*(?:['’](?=\s|$))?%?|\[[^\[\]]{1,40}\]"
    r"|\([A-Za-z][A-Za-z&. -]{0,20}\)|[^\sA-Za-z0-9]"
)
_BOUND = frozenset(".;:?!—–()[]（）【】•●。；：|")
_OPENING_QUOTES, _CLOSING_QUOTES = "“‘「『", "”’」』"
_MOST_TOKENS = 45
_ENUMERATION = re.compile("[、，；]")

# So many English content words a Chinese character is worth, if its meaning is not known and if it is.
_UNKNOWN, _KNOWN = 0.75, 0.3
_MISSING, _EXTRA, _UNSAID, _HALF_SAID = 0.9, 0.75, 0.55, 0.15
# What bounds a phrase costs so much of itself where a word that belongs to the term stands before it.
_EXPLAINED, _LISTED = 0.2, 0.1


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: Kind
    # English content words in it: the parts of a hyphened word count each.
    parts: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether it begins with a capital or has a tone mark, as names and romanised words do."""
        return self.text[0].isupper() or not self.text.isascii()


@cache
def _words() -> dict[str, frozenset[str]]:
    text = (files("extractors.language") / "glossary_words.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 -- strings only
    return {name: frozenset(words) for name, words in loaded.items()}


# How often the past form of a verb is written for each base form; of nouns it is rare.
_MOSTLY_VERB, _VERB_TOO, _LEAST_USE = 1.0, 0.3, 200
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("determiners", "determiner"),
    ("possessives", "possessive"),
    ("prepositions", "preposition"),
    ("conjunctions", "conjunction"),
    ("adverbs", "adverb"),
    ("clause", "clause"),
)


def _kind(word: str, before: _Token | None) -> Kind:
    """What a word is behind the token before it; null where it opens a clause."""
    lower = word.lower()
    words = _words()
    for name, kind in _KINDS:
        if lower in words[name]:
            return kind
    if word == ",":
        return "comma"
    if lower in words["verbs"] or (word.islower() and lower.endswith(("ify", "ize")) and len(word) > 5):
        return "verb"
    opens = before is None or before.kind in ("comma", "conjunction", "adverb", "clause") or before.text == "to"
    found = forms().get(lower)
    if found and any(form in ("base", "third") for _, form in found) and (before is None or word[0].islower()):
        if found[0][0] not in wordset("verbs", "nouns_too"):
            return "verb"
        return "maybe" if opens else "word"
    return _by_use(lower, opens) if word.islower() and word.isalpha() else "word"


def _by_use(word: str, opens: bool) -> Kind:
    """What a word is that the list of verbs lacks, by how often English writes its past form."""
    counts = frequencies()
    for base in (word, word[:-1], word[:-2]) if word.endswith("s") else (word,):
        past = base + ("d" if base.endswith("e") else "ed")
        often = counts.get(past, 0) / max(counts.get(base, 0), _LEAST_USE)
        if often > _MOSTLY_VERB:
            return "verb"
        if often > _VERB_TOO and opens and base == word:
            return "maybe"
    return "word"


def phrase_before(text: str, end: int, start: int, term: str) -> str | None:
    """The English phrase that ends at `end` and is glossed with `term`; null where none stands there.

    Args:
        text: A paragraph.
        end: Where the bracket opens.
        start: Before here the phrase cannot begin: where the gloss before ends.
        term: The Chinese term, without quotes around it.
    """
    before = text[:end].rstrip()
    quoted = _quoted(before, start)
    if quoted:
        return quoted
    tokens = _tokens(before, max(start, end - 400))
    if not tokens:
        return None
    chinese = Term.of(term)
    translated = [tuple(chinese.covered_by(part, token.named) for part in token.parts) for token in tokens]
    best = min(_candidates(tokens), key=lambda at: (_cost(tokens, at, chinese, translated), -at), default=None)
    if best is None:
        return None
    return _clean(before[tokens[best].start :])


def _quoted(before: str, start: int) -> str | None:
    """What stands in quotes right before a gloss."""
    closing = before[-1:]
    if closing in _CLOSING_QUOTES and closing:
        opening = _OPENING_QUOTES[_CLOSING_QUOTES.index(closing)]
        depth, at = 1, len(before) - 2
        while at >= 0:
            depth += (before[at] == closing) - (before[at] == opening)
            if not depth:
                break
            at -= 1
        if at < 0 or (closing == "’" and at < start):
            return None
    elif closing == '"':
        at = before.rfind('"', 0, len(before) - 1)
        if at < 0:
            return None
    else:
        return None
    inside = before[at + 1 : -1]
    return _clean(inside) or None


_GLOSS = re.compile(r" ?[(（\[【][^()（）\[\]【】]{0,80}[\u3400-\u9fff][^()（）\[\]【】]{0,80}[)）\]】]")


def _clean(phrase: str) -> str:
    """A phrase without glosses in it, blanks at its ends and the punctuation of the sentence behind it."""
    return _GLOSS.sub("", phrase).strip().strip(",;: ").strip()


def _tokens(before: str, start: int) -> list[_Token]:
    """The tokens of the clause that ends the text, back to a bound."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(before, start):
        word = match[0]
        if word in _BOUND:
            found.clear()
            continue
        lower = word.lower().replace("’", "'")
        kind = _kind(word, found[-1] if found else None)
        parts: tuple[str, ...] = ()
        if kind in ("word", "verb", "maybe") and word[0].isalnum():
            pieces = [p.removesuffix("'s").strip("'") for p in lower.split("-")]
            parts = tuple(p for p in pieces if p and p not in _words()["prepositions"] | _words()["conjunctions"])
        if kind in ("determiner", "possessive") and found and _has_object(found[-1]):
            found[-1] = replace(found[-1], kind="verb")
        found.append(_Token(match.start(), match.end(), word, kind, parts))
    return found[-_MOST_TOKENS:]


def _has_object(token: _Token) -> bool:
    """Whether a word before an article is a finite verb: `introduced the`, `support the`."""
    found = forms().get(token.text, ())
    return token.kind in ("word", "maybe") and any(form != "ing" for _, form in found)


def _candidates(tokens: Sequence[_Token]) -> list[int]:
    """Tokens that may begin a phrase."""
    return [
        at
        for at, token in enumerate(tokens)
        if token.kind not in ("determiner", "comma", "conjunction")
        and (token.text[0].isalnum() or token.text[0] in _OPENING_QUOTES + '"[')
    ]


Spans = tuple[frozenset[tuple[int, int]], ...]


def _cost(tokens: Sequence[_Token], at: int, term: Term, translated: Sequence[Spans]) -> float:
    """What it costs to begin at a token; `translated` are the morphemes that each token's parts translate."""
    phrase, spans = tokens[at:], translated[at:]
    explains = [any(found) for found in spans]
    before = at > 0 and any(translated[at - 1])
    meaning = _meaning_cost(phrase, spans, term)
    return meaning + _edge_cost(tokens, at, explains[0], before) + _inner_cost(phrase, explains, term)


def _meaning_cost(phrase: Sequence[_Token], translated: Sequence[Spans], term: Term) -> float:
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
                extra += 1.0 if number == 0 else 0.6
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
    "members": 0.8, "name": 0.6, "before_name": 0.4, "inner_of": 0.3, "of_the": 0.3,
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


def _edge_cost(tokens: Sequence[_Token], at: int, explained: bool, before_explained: bool) -> float:
    """How little a phrase is likely to begin with this token."""
    first = tokens[at]
    cost = _FIRST.get(first.kind, 0.0) * (_EXPLAINED if explained else 1.0)
    words = _words()
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


def _in_name(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a capital word goes on with a name: `Ministry of | Industry`; the first word of a clause opens none."""
    k = at - 1
    while k > 0 and tokens[k].text in _NAME_LINKS:
        k -= 1
    return k > 0 and tokens[k].kind == "word" and tokens[k].text[0].isupper()


def _inner_cost(phrase: Sequence[_Token], explains: Sequence[bool], term: Term) -> float:
    """What bounds a phrase and stands in it: little where the words before it belong to the term."""
    cost = 0.0
    opened = straight = 0
    said = said_before = False
    for number, token in enumerate(phrase):
        opened += (token.text in "“‘") - (token.text in "”’")
        straight += token.text == '"'
        if number and token.kind != "word":
            before = phrase[number - 1].kind
            own = said or (said_before and before in ("comma", "conjunction"))
            base = _EDGE["inner_of"] if token.text == "of" else _INSIDE[token.kind]
            if token.kind == "determiner" and before == "preposition":
                base = _EDGE["of_the"]
            if own or (said_before and before == "preposition"):
                base *= _LISTED if token.kind == "comma" or before == "comma" else _EXPLAINED
            cost += base
        if token.kind in ("comma", "conjunction"):
            said, said_before = False, said or (said_before and phrase[number - 1].kind == "comma")
        said = said or explains[number]
    if opened or straight % 2:
        cost += _EDGE["open_quote"]
    members = len(_ENUMERATION.findall(term.text))
    if members:
        joints = sum(
            token.kind == "comma" or (token.kind == "conjunction" and before.kind != "comma")
            for before, token in pairwise(phrase)
        )
        cost += _EDGE["members"] * max(0, members - joints)
    return cost
