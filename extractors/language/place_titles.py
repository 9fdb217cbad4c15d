"""Places in two titles of one thing: those that each has alone contradict each other."""

from __future__ import annotations

import re
from functools import cache

from extractors.language.place_sounds import ABBREVIATIONS, CONVENTIONAL
from extractors.targets.script_zh import simplified

_HAN = re.compile(r"[\u3400-\u9fff]")
# Before these a name that ends in a direction is none: 太湖南岸 is the south shore of a lake, not 湖南.
_NO_SIDE = "(?!岸|麓|侧|坡|缘|部(?!分))"
_DASHES = str.maketrans("‐‑–—", "----")


def other_places(left: str, right: str) -> tuple[str, str] | None:
    """The places that each title has and the other has not, as printed; null unless both have such.

    Only provinces, great rivers and other places with customary English names are known here. A title that leaves out
    a place says less and nothing else; one that has another in its stead is about another thing.

    Args:
        left: A title in Chinese or English.
        right: Another.
    """
    mine, others = _places(left), _places(right)
    only = {k: v for k, v in mine.items() if k not in others and k not in _short(right)}
    theirs = {k: v for k, v in others.items() if k not in mine and k not in _short(left)}
    return (", ".join(only.values()), ", ".join(theirs.values())) if only and theirs else None


def _places(title: str) -> dict[str, str]:
    """The words of places in a title, by the place's Chinese name, in reading order."""
    if _HAN.search(title):
        plain = simplified(title)
        return {m.group(): title[m.start() : m.end()] for m in _chinese().finditer(plain)}
    return {_known()[m.group()]: m.group() for m in _english().finditer(title.translate(_DASHES))}


def _short(title: str) -> frozenset[str]:
    """Places that a Chinese title may mean by one character each: 川滇."""
    meant = {ABBREVIATIONS.get(character, "") for character in simplified(title)}
    return frozenset(_known()[name] for name in meant if name in _known())


@cache
def _known() -> dict[str, str]:
    return {name: chinese for chinese, names in CONVENTIONAL.items() for name in names}


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(CONVENTIONAL, key=len, reverse=True))}){_NO_SIDE}")


@cache
def _english() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_known(), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")
