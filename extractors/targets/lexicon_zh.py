"""The Chinese vocabularies beside this module, shaped for looking up at a place in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """One vocabulary file, `<name>_zh.yaml`."""
    text = (files("extractors.targets") / f"{name}_zh.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 (a safe loader, in C where there is one)
    return content


@dataclass(frozen=True, slots=True)
class Words:
    """Words with what they mean, found at a place; the longest word wins.

    Looking up costs at most the length of the longest word, whatever the sentence.
    """

    meaning: Mapping[str, str]
    longest: int

    def at(self, text: str, start: int) -> str | None:
        """The longest word that begins at `start`."""
        for length in range(min(self.longest, len(text) - start), 0, -1):
            if (word := text[start : start + length]) in self.meaning:
                return word
        return None

    def ending(self, text: str, end: int, start: int = 0) -> str | None:
        """The longest word that ends at `end` and does not begin before `start`."""
        for length in range(min(self.longest, end - start), 0, -1):
            if (word := text[end - length : end]) in self.meaning:
                return word
        return None

    def inside(self, text: str) -> str | None:
        """The first of the words, in the order of the file, that stands in the text."""
        return next((word for word in self.meaning if word in text), None)


def words(entries: Mapping[str, str] | Iterable[str]) -> Words:
    """A look-up table of words; a list means each word itself."""
    meaning = dict(entries) if isinstance(entries, Mapping) else {word: word for word in entries}
    return Words(meaning, max(map(len, meaning), default=0))


@cache
def word_list(file: str, name: str) -> Words:
    """The words of one entry of a vocabulary file."""
    return words(vocabulary(file)[name])


def adverb_before(text: str, end: int, start: int = 0) -> str | None:
    """The adverb that ends at `end` and is no end of another word: 响应, 首都."""
    word = word_list("verbs", "adverbs").ending(text, end, start)
    if word and text[end - len(word) - 1 : end - len(word)] in vocabulary("verbs")["adverb_ends"].get(word, ()):
        return None
    return word


@cache
def verbs() -> Words:
    """Every verb beside numbers with its class; an earlier class wins where two have it."""
    meaning: dict[str, str] = {}
    for kind in ("cap", "keep", "reach", "increase_by", "reduce_by", "add", "build"):
        for word in vocabulary("verbs")[kind]:
            meaning.setdefault(word, kind)
    for word in vocabulary("verbs")["build"]:
        if not word.startswith("新"):
            meaning.setdefault(f"新{word}", "build")
    return words(meaning)
