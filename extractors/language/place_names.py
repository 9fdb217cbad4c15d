"""Names of places in an English text, found by their letters and by the company they keep in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.language.place_sounds import CONVENTIONAL, DIRECTIONS, GENERIC, folded, is_pinyin
from extractors.repair.words import frequencies, is_word

# A capitalised word, with an apostrophe in it or not: Ji'an, Xi’an, Lüliang.
_WORD = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:['’‘][a-zß-ÿ]+)?"
_NAME = re.compile(rf"(?<![\w'’]){_WORD}(?: {_WORD})*(?![\w'’])")
_SEPARATOR = re.compile(r"(?:, (?:and )?| and | to | via |-|–| or |; )(?:the )?")
# What a sentence or a list's member may open with and is no name.
# Counts in the word list above which a word is English, whatever it looks like in capitals.
_OFTEN = 20_000
# Names of places are in the list too, but seldom: a sentence's first word above this is an English one.
_SELDOM = 300
_OPENS = re.compile(r"(?:^|[.!?:;•–]\s+)$")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place, code points [start, end) of its text; `proper` is it without words for
    what kind of place it is and in which direction, `key` how that sounds, folded.

    `series` numbers the list that it stands in: names with only separators between them share one.
    """

    start: int
    end: int
    text: str
    proper: str
    key: str
    series: int


def place_names(text: str) -> tuple[PlaceName, ...]:
    """Names of places in an English text, in reading order.

    A capitalised name counts as a place's if it can be read as pinyin, is a usual name of a place in China, ends in a
    word for a kind of place, or stands in a list of which a third do, and two at least.

    Args:
        text: A sentence or a paragraph.
    """
    found: list[PlaceName] = []
    run: list[PlaceName] = []
    series = 0
    for start, end in _capitalised(text):
        proper = proper_part(text[start:end])
        key = folded(proper)
        if not key:
            continue
        if run and not _SEPARATOR.fullmatch(text[run[-1].end : start]):
            found += _places(run)
            run, series = [], series + 1
        run.append(PlaceName(start, end, text[start:end], proper, key, series))
    found += _places(run)
    return tuple(found)


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    for match in _NAME.finditer(text):
        start, end = match.span()
        if _is_person(text[start:end].split(" ")):
            continue
        if _OPENS.search(text[:start][-3:]) or not start:
            first = text[start:end].split(" ")[0]
            if is_word(first) and (_is_common(first, _SELDOM) or not is_pinyin(first)):
                start += len(first) + 1
        if start < end:
            yield start, end


def _is_person(words: list[str]) -> bool:
    """A family name of one syllable before a given name; places of China are written in one word."""
    return len(words) == 2 and not is_pinyin(words[0]) and all(map(is_pinyin, (words[0] + "a", words[1])))


def proper_part(name: str) -> str:
    """The name without words for what kind of place it is and in which direction; empty if it has no others."""
    words = [w for w in name.split(" ") if w.lower() not in GENERIC | DIRECTIONS]
    return " ".join(words)


def _places(run: list[PlaceName]) -> list[PlaceName]:
    sure = [_is_sure(name) for name in run]
    if sum(sure) > 1 and 3 * sum(sure) >= len(run):
        return run
    return [name for name, yes in zip(run, sure, strict=True) if yes]


def _is_sure(name: PlaceName) -> bool:
    proper = name.proper
    if name.text in _conventional() or proper in _conventional():
        return True
    words = name.text.split(" ")
    if len(words) > 1 and words[-1].lower() in GENERIC:
        return any(w.lower() not in GENERIC | DIRECTIONS and not is_word(w) for w in words)
    return is_pinyin(proper) and not _is_common(proper)


@cache
def _conventional() -> frozenset[str]:
    return frozenset(name for names in CONVENTIONAL.values() for name in names)


def _is_common(word: str, above: int = _OFTEN) -> bool:
    return frequencies().get(word.lower(), 0) > above
