"""Chinese terms whose characters a broken font map has replaced, told from sound terms with letters in them.

Signs that stand in no Chinese term (`双#型`, `'场`) show damage by themselves. Letters and digits do so only in a
document that has such signs, where they are codes too: font maps number characters in the order of their first use,
so that the next new code is the next one of the alphabet of codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractors.language.glossary_brackets import HAN

_SIDES = rf"{HAN}A-Za-z0-9“”‘’《》（）"
# What a sound term may hold, left out before signs are looked for: enclosed parts, shares, joints, a listing comma.
_SOUND = re.compile(
    rf"[(（][{_SIDES}、]+[)）]|(?<=\d)[%％]|[$￥¥](?=\d)|^#[^#]+#$|(?<=[{_SIDES}])[+\-/&.:·~,;]+(?=[{_SIDES}])|(?<=[{HAN}])\+$"
    rf"|\"[^\"]*[{HAN}][^\"]*\"|'[^']*[{HAN}][^']*'|(?<=[{HAN}])[!?]$"
)
_SIGN = re.compile("[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]")
# Characters that no text layer gives for Chinese ones: private use, controls, replacement, boxes, other scripts.
_FOREIGN = re.compile("[\ue000-\uf8ff\x00-\x1f\x7f-\x9f\ufffd□■▯◻\u0370-\u06ff\u0e00-\u0e7f\u1100-\u11ff\u2200-\u25ff]")
_LETTERS = re.compile(r"[A-Za-z0-9]+")
_SOUND_LETTERS = re.compile(
    rf"(?:(?<![{HAN}])[A-Za-z]{{1,6}}\d{{0,4}}|[A-Za-z]\d{{1,4}}|\d{{1,3}}G|[1-9]\d+)(?=[{HAN}]|$)"
    rf"|(?<![A-Za-z0-9])[A-Z]{{3,6}}(?![A-Za-z0-9])|[A-Z](?=[级股型类轮座字])"
)
_CODE = re.compile(rf"[^{HAN}\s、，。；：？！“”‘’《》〈〉（）【】〔〕·—…　]")
# Characters of names that the common set of 1980 lacks.
_OF_NAMES = frozenset("镕喆祎堃珺淏煊焜昇翀垚犇懋頔赟珅琎玥瑄")
_LEAST_DAMAGED = 2
_LEAST_IN_ORDER = 0.8
_MOST_SKIPPED = 4
_FIRST_CODE = 0x21


def shows_damage(term: str) -> bool:
    """Whether signs in a term show by themselves that its characters were replaced."""
    return bool(_FOREIGN.search(term) or _SIGN.search(_SOUND.sub("", term)) or _strange(term))


def codes(term: str) -> str:
    """The characters of a term that may stand for others, in order."""
    return "".join(_CODE.findall(term))


def codes_of(garbled: Iterable[str]) -> frozenset[str]:
    """Every character of garbled terms that stands for another one; Chinese ones too that no word has."""
    return frozenset(c for term in garbled for c in codes(term) + _strange(term))


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong in a document's glosses.

    Attributes:
        terms: For each term, in order, whether it is garbled.
        codes: Every character that stands for another one.
    """

    terms: tuple[bool, ...]
    codes: frozenset[str]


def damage(terms: Sequence[str]) -> Damage:
    """Which of a document's terms, in reading order, are garbled; those that are wholly codes too.

    Args:
        terms: What stands in brackets. One without any Chinese is garbled where it reads on in the codes, else not.
    """
    sure = [bool(re.search(f"[{HAN}]", term)) and shows_damage(term) for term in terms]
    known = frozenset("".join(codes(term) for term, bad in zip(terms, sure, strict=True) if bad))
    if sum(sure) < _LEAST_DAMAGED:
        return Damage(tuple(sure), known)
    if not _in_order("".join(codes(term) for term, bad in zip(terms, sure, strict=True) if bad)):
        flags = tuple(bad or _all_codes(term, known) for term, bad in zip(terms, sure, strict=True))
        return Damage(flags, known)
    return _read_on(terms, sure)


def _in_order(run: str) -> bool:
    """Whether codes were handed out in the order of their first use."""
    first = list(dict.fromkeys(run))
    rising = sum(a < b for a, b in pairwise(first))
    return len(first) > 2 and rising >= _LEAST_IN_ORDER * (len(first) - 1)


def _all_codes(term: str, known: frozenset[str]) -> bool:
    """Whether what is no Chinese in a term is all codes, and no letters of a sound term."""
    found = codes(_SOUND_LETTERS.sub("", term))
    if not re.search(f"[{HAN}]", term):
        return len(found) > 1 and bool(_SIGN.search(found)) and set(term) - {" "} <= known
    # In a document that has codes a letter amid Chinese is one, wherever no sound term has letters.
    return bool(found) and (set(found) <= known or any(c.isascii() and c.isalnum() for c in found))


def _read_on(terms: Sequence[str], sure: Sequence[bool]) -> Damage:
    """In a document that numbers characters by first use: terms whose new codes are the next ones."""
    highest = _FIRST_CODE - 1
    seen: set[str] = set()
    flags: list[bool] = []
    for term, bad in zip(terms, sure, strict=True):
        found = codes(term)
        new = [ord(c) for c in dict.fromkeys(found) if c not in seen]
        chinese = bool(re.search(f"[{HAN}]", term))
        follows = bool(new) and new[0] <= highest + _MOST_SKIPPED and _climbs([highest, *new])
        if not bad and found:
            if follows:
                bad = chinese or (len(found) > 1 and bool(_SIGN.search(found)))
            elif not new:
                bad = _all_codes(term, frozenset(seen))
        flags.append(bad)
        if bad:
            seen.update(found)
            highest = max([highest, *new])
    return Damage(tuple(flags), frozenset(seen))


def _climbs(numbers: Sequence[int]) -> bool:
    return all(a < b <= a + _MOST_SKIPPED for a, b in pairwise(numbers))


@cache
def _attested() -> frozenset[str]:
    """Characters of Chinese words, from pypinyin's phrases (MIT)."""
    from pypinyin.phrases_dict import phrases_dict

    return frozenset("".join(phrases_dict))


def _strange(term: str) -> str:
    """Characters of a term in simplified characters that neither the common set nor any known word has."""
    rare = [c for c in term if "\u3400" <= c <= "\u9fff" and not _encodes(c, "gb2312")]
    if not rare or all(_encodes(c, "big5") for c in term if "\u3400" <= c <= "\u9fff"):
        return ""
    return "".join(c for c in rare if c not in _attested() and c not in _OF_NAMES)


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
