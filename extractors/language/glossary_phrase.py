"""The English phrase before a Chinese gloss: where a translator would begin it.

Every place where it may begin has a cost, and the cheapest begins it. It costs to leave characters of the term without
English words and to take in words that translate nothing of it, as many as its unknown characters do not account for;
to begin behind a word that goes with the next one; and to hold what bounds a phrase: prepositions, conjunctions, verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from extractors.language.glossary_meaning import Term, covered
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

Kind = Literal["word", "determiner", "possessive", "preposition", "conjunction", "adverb", "clause", "verb", "comma"]

_TOKEN = re.compile(
    r"[A-Za-zÀ-ɏ0-9]+(?:[&'’./+-]+[A-Za-zÀ-ɏ0-9]+)*(?:['’](?=\s|$))?%?|\[[^\[\]]{1,40}\]|[^\sA-Za-z0-9]"
)
_BOUND = frozenset(".;:?!—–()[]（）【】•●。；：|")
_OPENING_QUOTES, _CLOSING_QUOTES = "“‘「『", "”’」』"
_MOST_TOKENS = 45
_ENUMERATION = re.compile("[、，；]")
_JOINS = re.compile("[、，；与和及并或]|以及")

# A Chinese character is worth so many English content words.
_WORDS_A_CHARACTER = 0.55
_MISSING, _EXTRA = 0.9, 1.0


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: Kind
    # English content words in it: the parts of a hyphened word count each.
    parts: tuple[str, ...] = ()


@cache
def _words() -> dict[str, frozenset[str]]:
    text = (files("extractors.language") / "glossary_words.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 -- strings only
    return {name: frozenset(words) for name, words in loaded.items()}


_KINDS: tuple[tuple[str, Kind], ...] = (
    ("determiners", "determiner"),
    ("possessives", "possessive"),
    ("prepositions", "preposition"),
    ("conjunctions", "conjunction"),
    ("adverbs", "adverb"),
    ("clause", "clause"),
)


def _kind(word: str) -> Kind:
    lower = word.lower()
    words = _words()
    for name, kind in _KINDS:
        if lower in words[name]:
            return kind
    if word == ",":
        return "comma"
    found = forms().get(lower)
    if found and any(form in ("base", "third") for _, form in found) and word[0].islower():
        lemma = found[0][0]
        if lemma not in wordset("verbs", "nouns_too"):
            return "verb"
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
    best = min(_candidates(tokens), key=lambda at: (_cost(tokens, at, chinese), -at), default=None)
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
        kind = _kind(word)
        parts: tuple[str, ...] = ()
        if kind in ("word", "verb") and word[0].isalnum():
            pieces = [p.removesuffix("'s").strip("'") for p in lower.split("-")]
            parts = tuple(p for p in pieces if p and p not in _words()["prepositions"] | _words()["conjunctions"])
        found.append(_Token(match.start(), match.end(), word, kind, parts))
    return found[-_MOST_TOKENS:]


def _candidates(tokens: Sequence[_Token]) -> list[int]:
    """Tokens that may begin a phrase."""
    return [
        at
        for at, token in enumerate(tokens)
        if token.kind not in ("determiner", "comma", "conjunction")
        and (token.text[0].isalnum() or token.text[0] in _OPENING_QUOTES + '"[')
    ]


def _cost(tokens: Sequence[_Token], at: int, term: Term) -> float:
    phrase = tokens[at:]
    return _meaning_cost(phrase, term) + _edge_cost(tokens, at) + _inner_cost(phrase, term)


def _meaning_cost(phrase: Sequence[_Token], term: Term) -> float:
    """What of the term the phrase leaves out, and what of the phrase the term does not say."""
    spans: set[tuple[int, int]] = set()
    used: set[tuple[str, tuple[int, int]]] = set()
    extra = 0.0
    for token in reversed(phrase):
        for number, part in enumerate(token.parts):
            found = term.covered_by(part)
            new = {span for span in found if (part[:4], span) not in used}
            spans |= new
            used |= {(part[:4], span) for span in new}
            if not new:
                extra += 1.0 if number == 0 else 0.6
    left = len(term.content - covered(sorted(spans)))
    expected = _WORDS_A_CHARACTER * left
    return _EXTRA * max(0.0, extra - expected) + _MISSING * max(0.0, expected - extra)


def _edge_cost(tokens: Sequence[_Token], at: int) -> float:
    first = tokens[at]
    cost = {"preposition": 2.5, "clause": 2.5, "adverb": 0.9, "possessive": 0.7, "verb": 0.9}.get(first.kind, 0.0)
    if at == 0:
        return cost
    before = tokens[at - 1]
    if before.text[0] in '"“‘':
        return cost
    if not before.text[0].isalnum() and before.kind == "word":
        return cost + 0.8
    if before.text.lower() == "of":
        return cost + 0.35
    return cost + {
        "determiner": 0.0, "possessive": 0.1, "preposition": 0.15, "verb": 0.15, "clause": 0.5, "adverb": 0.6,
        "conjunction": 0.45, "comma": 0.25, "word": 1.1,
    }[before.kind]  # fmt: skip


def _inner_cost(phrase: Sequence[_Token], term: Term) -> float:
    """What bounds a phrase and stands in it."""
    joins = len(_JOINS.findall(term.text))
    commas = len(_ENUMERATION.findall(term.text))
    cost = 0.0
    opened = 0
    for number, token in enumerate(phrase):
        if token.text in '“‘"':
            opened += 1
        elif token.text in "”’":
            opened -= 1
        if number == 0:
            continue
        match token.kind:
            case "comma":
                cost += 0.3 if commas or joins > 1 else 2.5
            case "conjunction":
                cost += 0.15 if joins else 0.8
            case "preposition":
                cost += 0.3 if token.text == "of" else 0.6
            case "clause":
                cost += 1.8
            case "verb":
                cost += 1.0
            case "determiner":
                cost += 0.15 if phrase[number - 1].kind == "preposition" else 0.9
            case "possessive":
                cost += 0.4
            case "adverb":
                cost += 0.3
            case _:
                pass
    if opened and '"' not in {t.text for t in phrase}:
        cost += 2.5
    return cost
