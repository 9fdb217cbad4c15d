"""Romanised names of a translation that no Chinese name of the original sounds like, but for one syllable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extractors.checks.material import Finding
from extractors.language.editions import Edition
from extractors.language.place_sounds import is_pinyin
from extractors.language_records import ParallelText
from extractors.repair.words import frequencies

_NAME = re.compile(r"(?<![\w'’-])[A-Z][a-z]{5,19}(?![\w'’])")
_MOST_KNOWN = 50
"""Counts of the word list up to which a capitalised word is a name."""

_LONGEST = 5
_LEAST_LETTERS = 5
"""Letters that a name and its Chinese must share: short syllables are in any text."""


def edition_names(passages: Sequence[ParallelText], editions: Mapping[str, Edition]) -> Iterator[tuple[str, Finding]]:
    """Names in pinyin that the original nowhere has, beside a passage that has one a syllable off.

    Args:
        passages: Chinese and English side by side.
        editions: The editions of the work by id.
    """
    known = frequencies()
    sounds: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    at_homes: dict[tuple[str, str], bool] = {}
    for passage in passages:
        english = passage.other_document_id
        if english not in editions or passage.document_id not in editions or english is None:
            continue
        original = editions[passage.document_id]
        text = editions[english].text[passage.en_char_start : passage.en_char_end]
        for match in _NAME.finditer(text):
            name = match[0].lower()
            if known.get(name, 0) > _MOST_KNOWN or (english, name) in told:
                continue
            if original.id not in sounds:
                sounds[original.id] = "".join(_spoken(original.text))
            at_home = at_homes.get((original.id, name))
            if at_home is None:
                # Looked for once in the whole original, however often it stands in the translation.
                at_home = at_homes[original.id, name] = not is_pinyin(name) or name in sounds[original.id]
            found = None if at_home else _nearest(name, original.text, passage)
            if found is not None:
                told.add((english, name))
                at = passage.en_char_start + match.start()
                yield english, _finding(match[0], at, found, original)


def _spoken(text: str) -> list[str]:
    """The pinyin of each Chinese character; anything else parts names, but for white space, which lines end with."""
    return [_sound(c) if "一" <= c <= "鿿" else " " for c in text if not c.isspace()]


@lru_cache(maxsize=8192)
def _sound(character: str) -> str:
    from pypinyin import Style, lazy_pinyin  # loads its dictionary, which few documents need

    return str(lazy_pinyin(character, style=Style.NORMAL)[0])


def _nearest(name: str, text: str, passage: ParallelText) -> tuple[int, int] | None:
    """The one stretch of the Chinese passage that sounds like the name but for one syllable, of three or more."""
    found: set[str] = set()
    place: tuple[int, int] | None = None
    places = [k for k in range(passage.zh_char_start, passage.zh_char_end) if not text[k].isspace()]
    sounds = _spoken(text[passage.zh_char_start : passage.zh_char_end])
    for at in range(len(sounds)):
        for size in range(3, _LONGEST + 1):
            window = sounds[at : at + size]
            if len(window) == size and " " not in window and _but_one(name, window):
                place = (places[at], places[at + size - 1] + 1)
                found.add("".join(text[slice(*place)].split()))
    return place if len(found) == 1 else None


def _but_one(name: str, sounds: Sequence[str]) -> bool:
    """Whether a name begins and ends as some syllables, one of which is another or has letters too many behind it."""
    for k in range(len(sounds)):
        before, behind = "".join(sounds[:k]), "".join(sounds[k + 1 :])
        middle = name[len(before) : len(name) - len(behind)]
        if name.startswith(before) and name.endswith(behind) and 1 <= len(middle) <= 6 and middle != sounds[k]:
            return len(before) + len(behind) >= _LEAST_LETTERS
    return False


def _finding(name: str, at: int, place: tuple[int, int], original: Edition) -> Finding:
    printed = "".join(original.text[slice(*place)].split())
    return Finding(
        check="name_differs",
        message=f"{name} is no name of the original; where it stands, {original.id} has {printed}, one syllable off.",
        start=at,
        end=at + len(name),
        value=name,
        other_value=printed,
        other_start=place[0],
        other_end=place[1],
        other_document_id=original.id,
    )
