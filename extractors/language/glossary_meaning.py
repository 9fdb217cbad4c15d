"""What ties the words of an English phrase to a Chinese term: a small list of morphemes with their translations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from extractors.language.glossary_brackets import HAN
from extractors.targets.script_zh import simplified

# Function words of Chinese carry no English content word.
_FUNCTION = frozenset("的之与和及以而或者为把所对在于、，；：·+“”‘’《》（）() 〇")
_LONG_STEM = 5
_CONTENT = re.compile(f"[{HAN}]|[A-Za-z]+|[0-9]+")


@cache
def _morphemes() -> dict[str, tuple[str, ...]]:
    text = (files("extractors.language") / "glossary_morphemes.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 -- strings only
    return {chinese: tuple(english.split()) for chinese, english in loaded.items()}


def known_words() -> tuple[str, ...]:
    """The Chinese words and morphemes whose English is known."""
    return tuple(_morphemes())


@cache
def _longest() -> int:
    return max(map(len, _morphemes()))


@dataclass(frozen=True, slots=True)
class Morpheme:
    """Characters [start, end) of a term and the beginnings of English words that translate them."""

    start: int
    end: int
    stems: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A Chinese term as the cut of its English phrase sees it.

    Attributes:
        text: In simplified characters.
        morphemes: Known words in it, and known characters that are in none of these.
        known: The places of its morphemes.
        content: Its places that want an English content word: Chinese characters that are no function words, and one
            place for each run of letters or digits.
    """

    text: str
    morphemes: tuple[Morpheme, ...]
    known: frozenset[int]
    content: frozenset[int]

    @classmethod
    def of(cls, term: str) -> Term:
        """Read a term."""
        text = simplified(term)
        found = _known(text)
        content = frozenset(m.start() for m in _CONTENT.finditer(text) if m[0] not in _FUNCTION)
        known = frozenset(at for m in found for at in range(m.start, m.end))
        return cls(text, found, known & content, content)

    def covered_by(self, part: str) -> frozenset[tuple[int, int]]:
        """The morphemes, as [start, end), that an English word (lower case, without hyphens) translates."""
        spans = {(m.start, m.end) for m in self.morphemes if _translates(part, m.stems)}
        # Letters and figures translate themselves: `5G`, `E`, `21st`.
        for match in re.finditer(r"[A-Za-z]+|[0-9]+", self.text):
            if part.startswith(match[0].lower()):
                spans.add((match.start(), match.start() + 1))
        return frozenset(spans)


def _translates(part: str, stems: tuple[str, ...]) -> bool:
    """Whether a word begins with one of the stems, or holds a long one: `cyberspace`."""
    return part.startswith(stems) or any(len(stem) >= _LONG_STEM and stem in part for stem in stems)


def _known(text: str) -> tuple[Morpheme, ...]:
    table, longest = _morphemes(), _longest()
    found = [
        Morpheme(start, start + length, table[text[start : start + length]])
        for start in range(len(text))
        for length in range(min(longest, len(text) - start), 1, -1)
        if text[start : start + length] in table
    ]
    inside = {at for m in found for at in range(m.start, m.end)}
    singles = [Morpheme(at, at + 1, table[char]) for at, char in enumerate(text) if at not in inside and char in table]
    return tuple(sorted([*found, *singles], key=lambda m: (m.start, -m.end)))
