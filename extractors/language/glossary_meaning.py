"""What ties the words of an English phrase to a Chinese term: a small list of morphemes with their translations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from extractors.language.glossary_brackets import HAN
from extractors.targets.script_zh import simplified

# Function words of Chinese carry no English content word.
_FUNCTION = frozenset("的之与和及以而或者为把所对在于、，；：·+“”‘’《》（）() 〇")
_LONG_STEM, _LONG_PART = 5, 4
_HAN = re.compile(f"[{HAN}]")
# English words that are Chinese syllables too.
_NO_SOUNDS = frozenset({
    "a", "an", "ban", "bin", "can", "chan", "dang", "die", "fan", "gang", "he", "long", "me", "men", "nine", "pan",
    "pie", "pin", "ran", "she", "song", "sun", "tan", "tie",
})  # fmt: skip
_CONTENT = re.compile(f"[{HAN}]|[A-Za-z]+|[0-9]+")


@cache
def _morphemes() -> dict[str, tuple[str, ...]]:
    text = (files("extractors.language") / "glossary_morphemes.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 -- strings only
    return {chinese: tuple(_stems(english)) for chinese, english in loaded.items()}


def _stems(english: str) -> Iterator[str]:
    """The stems of an entry; of a hyphened one its longer parts, as words are read in parts too."""
    for stem in english.split():
        yield from (p for p in stem.split("-") if len(p) >= _LONG_PART) if "-" in stem else (stem,)


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
        initials: The syllables of its characters: romanised words begin with one.
    """

    text: str
    morphemes: tuple[Morpheme, ...]
    known: frozenset[int]
    content: frozenset[int]
    initials: tuple[str, ...] = ()

    @classmethod
    def of(cls, term: str) -> Term:
        """Read a term."""
        text = simplified(term)
        found = _known(text)
        content = frozenset(m.start() for m in _CONTENT.finditer(text) if m[0] not in _FUNCTION)
        known = frozenset(at for m in found for at in range(m.start, m.end))
        initials = tuple(sorted({sound for char in text for sound in _sounds(char)}))
        return cls(text, found, known & content, content, initials)

    def covered_by(self, part: str, named: bool = False) -> frozenset[tuple[int, int]]:
        """The morphemes, as [start, end), that an English word (lower case, without hyphens) translates.

        Args:
            part: The word.
            named: Whether it may be the romanisation of a single character: it has a capital or a tone mark.
        """
        if sounded := self._sounding(plain_letters(part), named):
            return frozenset({sounded})
        spans = {(m.start, m.end) for m in self.morphemes if _translates(part, m.stems)}
        # Letters and figures translate themselves: `5G`, `E`, `21st`.
        for match in re.finditer(r"[A-Za-z]+|[0-9]+", self.text):
            if part.startswith(match[0].lower()):
                spans.add((match.start(), match.start() + 1))
        return frozenset(spans)

    def _sounding(self, part: str, named: bool) -> tuple[int, int] | None:
        """The characters that a word romanises: `hukou`, `Ziyang`."""
        if not part.isalpha() or part in _NO_SOUNDS or not part.startswith(self.initials):
            return None
        for start in range(len(self.text)):
            rest, end = {part}, start
            while end < len(self.text) and rest and "" not in rest:
                rest = {r[len(s) :] for r in rest for s in _sounds(self.text[end]) if r.startswith(s)}
                end += 1
            if "" in rest and (end - start > 1 or (named and len(part) > 1)):
                return start, end
        return None


def romanises(words: str, term: str) -> bool:
    """Whether words only tell how a Chinese term sounds."""
    letters = plain_letters(re.sub(r"[\s’'-]", "", words.lower()))
    return Term.of(term)._sounding(letters, True) == (0, len(term))


def plain_letters(word: str) -> str:
    """A romanised word without tone marks and apostrophes."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.replace("'", "").replace("’", "").replace("ü", "u")


@cache
def _sounds(char: str) -> tuple[str, ...]:
    """The syllables of a Chinese character, without tones; none for other characters."""
    from pypinyin import Style, pinyin

    if not _HAN.match(char):
        return ()
    return tuple(
        dict.fromkeys(s.replace("ü", "u").replace("v", "u") for s in pinyin(char, Style.NORMAL, heteronym=True)[0])
    )


def _translates(part: str, stems: tuple[str, ...]) -> bool:
    """Whether a word begins with one of the stems, or ends in a long one: `cyberspace`."""
    return part.startswith(stems) or any(len(stem) >= _LONG_STEM and part.endswith(stem) for stem in stems)


def _known(text: str) -> tuple[Morpheme, ...]:
    """The words of the list in a text that its segmentation does not cut, and known characters outside of them."""
    table, longest = _morphemes(), _longest()
    words = [
        (start, start + length)
        for start in range(len(text))
        for length in range(min(longest, len(text) - start), 1, -1)
        if text[start : start + length] in table
    ]
    cuts = _cuts(words, len(text))
    kept = [(start, end) for start, end in words if not any(start < at < end for at in cuts)]
    inside = {at for start, end in kept for at in range(start, end)}
    kept += [(at, at + 1) for at, char in enumerate(text) if at not in inside and char in table]
    return tuple(
        Morpheme(start, end, table[text[start:end]]) for start, end in sorted(kept, key=lambda k: (k[0], -k[1]))
    )


def _cuts(words: Sequence[tuple[int, int]], length: int) -> frozenset[int]:
    """Where a text is cut into words: the longer they are the better, of equals the cut with the long ones first."""
    ending: dict[int, list[int]] = {}
    for start, end in words:
        ending.setdefault(end, []).append(start)
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for end in range(1, length + 1):
        options = [(best[end - 1][0] + 1, (*best[end - 1][1], end))]
        options += [(best[start][0] + (end - start) ** 2, (*best[start][1], end)) for start in ending.get(end, ())]
        best.append(max(options, key=lambda option: (option[0], option[1])))
    return frozenset(best[length][1])
