"""How alike two phrases are, in one language or in two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extractors.language_records import GlossaryTerm
from extractors.targets.script_zh import simplified

_WORD = re.compile(r"[a-z][a-z0-9.&]*|\d+(?:[.,]\d+)*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST_TERM = 16
_STEM = 5
"""English words are compared by so many letters: `afforestation` and `afforested`, `airport` and `airports` agree."""


class Wording:
    """What two editions call the same thing.

    Args:
        terms: Pairs of terms that the editions themselves print.
    """

    def __init__(self, terms: Iterable[GlossaryTerm] = ()) -> None:
        self._english: dict[str, frozenset[str]] = dict(_common_words())
        for term in terms:
            zh = term.term_zh_repaired or term.term_zh
            if term.term_en and zh and not (term.garbled and term.term_zh_repaired is None):
                zh = simplified(zh)
                self._english[zh] = self._english.get(zh, frozenset()) | _stems(term.term_en)
        self._kept: dict[tuple[bool, str], frozenset[str]] = {}

    def likeness(self, left: str, left_language: str, right: str, right_language: str) -> float:
        """How much of the shorter phrase's words the other one has, 0..1; 0 where nothing can be told."""
        chinese = left_language.startswith("zh"), right_language.startswith("zh")
        mine, others = self._words(left, all(chinese)), self._words(right, all(chinese))
        if not mine or not others:
            return 0.0
        common = len(mine & others)
        return 0.7 * common / min(len(mine), len(others)) + 0.3 * common / max(len(mine), len(others))

    def _words(self, text: str, as_chinese: bool) -> frozenset[str]:
        place = (as_chinese, text)
        if place not in self._kept:
            plain = unicodedata.normalize("NFKC", simplified(text)).lower()
            self._kept[place] = _signs(plain) if as_chinese else _stems(plain) | self._translated(plain)
        return self._kept[place]

    def _translated(self, text: str) -> frozenset[str]:
        """English stems of the terms in a Chinese phrase, longest first."""
        found: set[str] = set()
        for run in _HAN.findall(text):
            at = 0
            while at < len(run):
                sizes = range(min(_LONGEST_TERM, len(run) - at), 0, -1)
                size = next((n for n in sizes if run[at : at + n] in self._english), 0)
                found |= self._english[run[at : at + size]] if size else frozenset()
                at += size or 1
        return frozenset(found)


def _stems(text: str) -> frozenset[str]:
    idle = _vocabulary()["idle"]
    return frozenset(
        word[:_STEM].rstrip(".") if word[0].isalpha() else word.replace(",", "")
        for word in _WORD.findall(text.lower())
        if word not in idle
    )


def _signs(text: str) -> frozenset[str]:
    """Pairs of neighbouring Chinese characters, and Latin words."""
    pairs = {run[i : i + 2] for run in _HAN.findall(text) for i in range(max(1, len(run) - 1))}
    return frozenset(pairs) | frozenset(_WORD.findall(text))


@cache
def _common_words() -> dict[str, frozenset[str]]:
    """Chinese words of what plans count and measure, with stems of the English ones that stand for them."""
    return {zh: frozenset().union(*map(_stems, english)) for zh, english in _vocabulary()["words"].items()}


@cache
def _vocabulary() -> Any:  # noqa: ANN401 -- YAML
    text = (files("extractors.language") / "links_words.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 -- the safe loader, in C where there is one
