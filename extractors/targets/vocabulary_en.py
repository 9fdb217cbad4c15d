"""The English vocabulary: the YAML files beside this module, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import yaml

from extractors.targets.units import units

Value = TypeVar("Value")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def words(name: str) -> dict[str, Any]:
    """One vocabulary file, every scalar as a string (to YAML, `on` and `no` are truth values)."""
    text = (files("extractors.targets") / f"{name}_en.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=_LOADER))  # noqa: S506 -- it makes strings, lists and dicts only


@cache
def wordset(name: str, key: str) -> frozenset[str]:
    """A list of single words (or the keys of a mapping) as a set."""
    return frozenset(words(name)[key])


class Phrases(Generic[Value]):
    """Phrases of several words, found at a place among tokens; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self.entries: dict[tuple[str, ...], Value] = {}
        for phrase, value in entries:
            self.entries.setdefault(tuple(split_words(phrase.lower())), value)
        self.longest = max((len(k) for k in self.entries), default=0)
        self.heads = {k[0] for k in self.entries}
        self.tails = {k[-1] for k in self.entries}

    def starting(self, tokens: list[str], at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at token `at`: its length and value."""
        if at >= len(tokens) or tokens[at] not in self.heads:
            return None
        for length in range(min(self.longest, len(tokens) - at), 0, -1):
            key = tuple(tokens[at : at + length])
            if key in self.entries:
                return length, self.entries[key]
        return None

    def ending(self, tokens: list[str], at: int) -> tuple[int, Value] | None:
        """The longest phrase that ends before token `at`: its length and value."""
        if at <= 0 or tokens[at - 1] not in self.tails:
            return None
        for length in range(min(self.longest, at), 0, -1):
            key = tuple(tokens[at - length : at])
            if key in self.entries:
                return length, self.entries[key]
        return None


def split_words(phrase: str) -> list[str]:
    """Cut a phrase of the vocabulary the way sentences are cut."""
    from extractors.targets.tokens_en import TOKEN

    return [m.group() for m in TOKEN.finditer(phrase) if not m.group().isspace()]


@cache
def unit_phrases() -> Phrases[str]:
    """Printed forms of units to symbols; the file beside this module before schemas/units.csv."""
    own = [(form, symbol) for symbol, forms in words("units").items() if isinstance(forms, list) for form in forms]
    own = [(form, symbol) for form, symbol in own if symbol in units()]
    return Phrases(
        [*own, *((form, unit.symbol) for unit in units().values() for form in unit.words_en if unit.symbol != "times")]
    )


@cache
def rate_tails() -> Phrases[bool]:
    """Phrases of time behind a unit: 'a year'."""
    return Phrases((form, True) for form in words("units")["rate_tails"])


@cache
def comparator_phrases(side: str) -> Phrases[str]:
    """Comparators that stand `before` or `behind` a number."""
    return Phrases((form, name) for name, forms in words("comparators")[side].items() for form in forms)
