"""Whether a text can be writing at all, or is the noise that a damaged file or a wrong font gives.

No dictionary is asked, for plans are full of names, codes and figures. Noise gives itself away by which sorts of
characters stand side by side: in any language, table, formula or list few capitals follow small letters within a
word, few signs stand between letters, and few words are of accents alone. On pages of real plans, tables and papers
such pairs are below 3 of 100, in noise above 25.
"""

from __future__ import annotations

import itertools
import re
import string
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

import yaml

from extractors.reading.encoding import commonness

_MOST_ODD = 0.12  # share of pairs of neighbours that no writing puts side by side
_MOST_ODD_CHINESE = 0.04  # the same where most characters are Chinese: below 0.01 in all pages at hand
_LEAST_ODD = 10  # such pairs, so that a title of a few words is not judged by one of them
_LEAST_TEXT = 60  # letters from which the text's language can be judged
_LEAST_COMMON = 0.5  # share of characters that real text is made of
_LEAST_VOWELS = 0.2  # share of vowels in Latin letters; no language has fewer, shifted codes do
_LEAST_FREQUENT = 0.17  # share of frequent characters in Chinese: lists of names have 0.3, shifted codes 0.1
_LEAST_CHINESE = 100  # Chinese characters from which that can be judged
_SAMPLE = 200  # characters, spread over the page, that its language is judged by
_LATIN = re.compile("[A-Za-z]+")
_USUAL = frozenset(
    string.ascii_letters + string.digits + string.whitespace + ".,;:()'\"%/&[]-"
    "\u2018\u2019\u201c\u201d\u2013\u2014\u3001\u3002\uff08\uff09\uff0c\uff1a"
)
_WITHIN_WORD = re.compile("[a-z][A-Z]")  # a capital behind a small letter
_FAR_EAST = re.compile("[\u2e80-\u303f\u3100-\ud7ff\uf900-\ufaff\uff00-\uffef]+")  # without Japanese syllables
_CHINESE = re.compile("[\u4e00-\u9fff]+")

# Sorts of characters: small and capital letters of ASCII, the same with accents (e, E), Greek (g), letters of other
# scripts (o), Chinese, Japanese and Korean (H), figures, punctuation, signs that are at home in texts (m), other
# signs (s), and what is no character of a text: controls, private use, unassigned (c).
_SORTS = "lueEgoHdpmsc"
_ODD = frozenset(
    {
        *("c" + other for other in _SORTS),
        *(other + "c" for other in _SORTS),
        *("s" + other for other in "lueEoHdm"),
        *(other + "s" for other in "lueEoHdm"),
        *(pair for other in "eEo" for pair in ("H" + other, other + "H", "d" + other, other + "d", "m" + other)),
        *(pair for other in "lueEg" for pair in ("o" + other, other + "o")),
        *("lu", "lE", "eu", "eE", "Ee", "ee", "EE"),
    }
)


def is_noise(plain: str) -> bool:
    """Whether a text is of characters, letters or neighbours that no writing is made of.

    Args:
        plain: A text; white space parts words and is no character of it.
    """
    return _has_odd_neighbours(plain) or _has_no_vowels(plain) or _is_rare_chinese(plain)


def _has_odd_neighbours(plain: str) -> bool:
    # Two odd pairs at most for each character that is no plain letter, figure or mark: most pages need no more.
    unusual = [c for c in set(plain) - _USUAL if not _CHINESE.match(c)]
    if 2 * sum(map(plain.count, unusual)) + len(_WITHIN_WORD.findall(plain)) < _LEAST_ODD:
        return False
    sorts = plain.translate(_sorts())
    pairs = Counter(itertools.pairwise(sorts))
    neighbours = sum(count for pair, count in pairs.items() if " " not in pair)
    odd = sum(count for pair, count in pairs.items() if "".join(pair) in _ODD)
    if ("s", "s") in pairs:  # a sign again and again is a rule or a leader
        odd += sum(a != b and sorts[at : at + 2] == "ss" for at, (a, b) in enumerate(itertools.pairwise(plain)))
    most = _MOST_ODD_CHINESE if 2 * sorts.count("H") > len(plain) else _MOST_ODD
    return odd >= max(_LEAST_ODD, most * neighbours)


def _has_no_vowels(plain: str) -> bool:
    # Letters without their accents, which follow them in the decomposed form.
    letters = "".join(_LATIN.findall(unicodedata.normalize("NFD", plain)))
    if len(letters) < _LEAST_TEXT or 2 * len(letters) <= len("".join(plain.split())):
        return False
    return sum(letters.count(v) for v in "aeiouyAEIOUY") < _LEAST_VOWELS * len(letters)


def _is_rare_chinese(plain: str) -> bool:
    far_east = "".join(_FAR_EAST.findall(plain))
    if len(far_east) < _LEAST_TEXT or 2 * len(far_east) < len("".join(plain.split())):
        return False
    if commonness(far_east[:: 1 + len(far_east) // _SAMPLE]) < _LEAST_COMMON:
        return True
    chinese = "".join(_CHINESE.findall(far_east))
    if len(chinese) < _LEAST_CHINESE or 2 * len(chinese) <= len(far_east):
        return False
    return sum(map(_frequent().__contains__, chinese)) < _LEAST_FREQUENT * len(chinese)


class _Sorts(dict[int, str]):
    """The sort of each character, found out once: what `str.translate` asks for."""

    def __init__(self, punctuation: str, signs: str) -> None:
        super().__init__({ord(c): "p" for c in punctuation} | {ord(c): "m" for c in signs})

    def __missing__(self, code: int) -> str:
        found = self[code] = _sort(chr(code))
        return found


def _sort(character: str) -> str:
    if character.isspace():
        return " "
    code, kind = ord(character), unicodedata.category(character)
    if kind in ("Cc", "Cn", "Co", "Cs") or code == 0xFFFD:
        return "c"
    if 0x2E80 <= code <= 0xD7FF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF or code >= 0x20000:
        return "H"
    if kind[0] in "LM":
        if code < 0x80:
            return "u" if kind == "Lu" else "l"
        if code < 0x250 or 0x1E00 <= code < 0x1F00:
            return "E" if kind == "Lu" else "e"
        return "g" if code < 0x400 or 0x1F00 <= code < 0x2E80 or kind[0] == "M" else "o"
    if kind[0] == "N":
        return "d"
    return "p" if code >= 0x2000 or kind == "Cf" else "s"


@cache
def _words() -> dict[str, str]:
    with (files("extractors.reading") / "legible.yml").open("r", encoding="utf-8") as lines:
        loaded: dict[str, str] = yaml.safe_load(lines)
    return loaded


@cache
def _sorts() -> _Sorts:
    return _Sorts(_words()["punctuation"], _words()["signs"])


@cache
def _frequent() -> frozenset[str]:
    return frozenset("".join(_words()["frequent"].split()))
