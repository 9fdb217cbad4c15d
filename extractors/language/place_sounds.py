"""How alike two names of a place sound, over romanisations: "Mainling" and "Milin", "Horgos" and "Khorgas"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import yaml

_WORDS = yaml.safe_load(Path(__file__).with_name("place_words.yaml").read_text(encoding="utf-8"))
GENERIC = frozenset(_WORDS["generic"])
DIRECTIONS = frozenset(_WORDS["directions"])
ABBREVIATIONS: dict[str, str] = _WORDS["abbreviations"]
CONVENTIONAL: dict[str, tuple[str, ...]] = {
    **{zh: (name,) for zh, name in _WORDS["provinces"].items()},
    **{zh: tuple(names) for zh, names in _WORDS["conventional"].items()},
}
"""English names that are those of one place, by its Chinese name; no other place is looked up for them."""
_FLEETING = frozenset(_WORDS["fleeting"])
# Of one sound: a step between two romanisations of it costs less than one to another sound.
_ALIKE, _DROPPED = 0.3, 0.5
_LETTERS = re.compile("[^a-z]")
_BREATHED = re.compile("(?<!n)gh")  # behind n it is the next syllable's: Qing-he
_SAME_SOUND = str.maketrans({"x": "s"})


@cache
def _costs() -> dict[tuple[str, str], float]:
    return {(a, b): _ALIKE for group in _WORDS["classes"] for a in group for b in group if a != b}


def folded(name: str) -> str:
    """A name's Latin letters in lower case, without marks, blanks and hyphens; `zh`, `ch`, `sh`, `kh` as one sound."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = _LETTERS.sub("", plain)
    for two, one in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("kh", "h")):
        letters = letters.replace(two, one)
    return _BREATHED.sub("g", letters).translate(_SAME_SOUND)


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> float:
    """How alike two folded names sound, from 0 to 1: an edit distance in which like sounds are near.

    Args:
        one: A name of `folded`.
        other: Another.
    """
    if not one or not other:
        return 0.0
    costs = _costs()
    before = [0.0]
    for b in other:
        before.append(before[-1] + (_DROPPED if b in _FLEETING else 1.0))
    for a in one:
        drop = _DROPPED if a in _FLEETING else 1.0
        row = [before[0] + drop]
        for at, b in enumerate(other):
            step = 0.0 if a == b else costs.get((a, b), 1.0)
            add = _DROPPED if b in _FLEETING else 1.0
            row.append(min(before[at] + step, before[at + 1] + drop, row[at] + add))
        before = row
    return max(0.0, 1 - before[-1] / max(len(one), len(other)))


@cache
def _syllables() -> frozenset[str]:
    from pypinyin import Style
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.style import convert

    readings = {r for value in PINYIN_DICT.values() for r in value.split(",")}
    return frozenset(s for r in readings if (s := convert(r, Style.NORMAL, strict=False)).isascii() and len(s) > 1)


def is_pinyin(name: str) -> bool:
    """Whether a name can be read as pinyin of two syllables or more."""
    letters = _LETTERS.sub("", unicodedata.normalize("NFKD", name).casefold())
    syllables = _syllables()
    reach = {0: 0}  # where syllables can end, and how many at most have been read
    for at in range(len(letters)):
        if at in reach:
            for size in range(2, 7):
                if letters[at : at + size] in syllables:
                    reach[at + size] = max(reach.get(at + size, 0), reach[at] + 1)
            if letters[at] in "aeo":
                reach[at + 1] = max(reach.get(at + 1, 0), reach[at] + 1)
    return reach.get(len(letters), 0) >= 2


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """How each character of a text can be read, folded; empty for what is no Chinese."""
    return tuple(_readings(c) if "\u3400" <= c <= "\u9fff" else () for c in text)


def pinyin(text: str) -> tuple[str, ...]:
    """How each character of a text is usually read, folded; empty for what is no Chinese."""
    return tuple(_usual(c) if "\u3400" <= c <= "\u9fff" else "" for c in text)


@cache
def _usual(character: str) -> str:
    from pypinyin import Style
    from pypinyin import pinyin as read

    found = read(character, style=Style.NORMAL, errors="ignore")
    return folded(found[0][0]) if found else ""


@cache
def _readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style
    from pypinyin import pinyin as read

    found = read(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(sorted({folded(sound) for sound in found[0]})) if found else ()
