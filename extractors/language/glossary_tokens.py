"""English before a gloss as tokens: what each word is for the bounds of a phrase, and its content words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

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
_MOST_TOKENS = 45
# Within a hyphened word these are no content: `state-of-the-art`.
_LINKS = ("prepositions", "conjunctions")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign at [start, end) of a text; `parts` are its content words, those of a hyphened one each."""

    start: int
    end: int
    text: str
    kind: Kind
    parts: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether it begins with a capital or has a tone mark, as names and romanised words do."""
        return self.text[0].isupper() or not self.text.isascii()


@cache
def bounding_words() -> dict[str, frozenset[str]]:
    """The words that bound a phrase, by what they are."""
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


def _kind(word: str, before: Token | None) -> Kind:
    """What a word is behind the token before it; null where it opens a clause."""
    lower = word.lower()
    words = bounding_words()
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


def tokens_before(before: str, start: int) -> list[Token]:
    """The tokens of the clause that ends the text, back to a bound."""
    found: list[Token] = []
    for match in _TOKEN.finditer(before, start):
        word = match[0]
        if word in _BOUND:
            found.clear()
            continue
        lower = word.lower().replace("’", "'")
        kind = _kind(word, found[-1] if found else None)
        parts: tuple[str, ...] = ()
        if kind in ("word", "verb", "maybe", "adverb") and word[0].isalnum():
            pieces = [p.removesuffix("'s").strip("'") for p in lower.split("-")]
            parts = tuple(
                p for p in pieces if p and p not in bounding_words()["prepositions"] | bounding_words()["conjunctions"]
            )
        if kind in ("determiner", "possessive") and found and _has_object(found[-1]):
            found[-1] = replace(found[-1], kind="verb")
        found.append(Token(match.start(), match.end(), word, kind, parts))
    return found[-_MOST_TOKENS:]


def _has_object(token: Token) -> bool:
    """Whether a word before an article is a finite verb: `introduced the`, `support the`."""
    found = forms().get(token.text, ())
    return token.kind in ("word", "maybe") and any(form != "ing" for _, form in found)
