"""What a Chinese and an English sentence have in common if one translates the other: anchors.

An anchor is a key that both have: a number with its value, a year, the count of a plan, Latin letters within Chinese,
Chinese within English (a gloss), a name by its sound, a term of a glossary, a common word of plans and its usual
English. Keys are strings; what kind of key it is says its first letter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

import yaml

from extractors.language.place_sounds import folded, pinyin
from extractors.structure.numerals import CHINESE_NUMBER, integer
from extractors.targets import numbers_en, numbers_zh
from extractors.targets.script_zh import simplified
from extractors.targets.tokens_en import tokens_of

_STEMS_FILE = Path(__file__).with_name("align_words.yaml")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+(?:[-./&][A-Za-z0-9]+)*|[0-9]+[A-Z][A-Za-z0-9]*")
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_WORD = re.compile(r"[A-Za-z][A-Za-z&.]*[A-Za-z]")
_NAME = re.compile(r"\b[A-Z][a-z]+(?:['’][a-z]+)?\b")
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"(?<![0-9.,])(?:1[89]|20)[0-9]{2}(?![0-9,]|\.[0-9])")
_PLAN_COUNT = re.compile("[〇零一二三四五六七八九十百]+(?=个?五)|(?<=第)[〇零一二三四五六七八九十百]+")
_ITEM_ZH = re.compile(
    rf"[\s#*•·-]*(?:第([0-9]+|{CHINESE_NUMBER})[条條款项項点點]|[（(]?([0-9]+|{CHINESE_NUMBER})[)）、.．](?![0-9])|([①-⑳]))"
)
_ITEM_EN = re.compile(
    r"[\s#*•·-]*(?:(?:Article|Section|Clause|Item|Paragraph|Rule)\s+([0-9]+|[IVXLC]+)\b|[(]?([0-9]+|[ivxIVX]+)[).](?![0-9])|([①-⑳]))"
)
"""The number that a paragraph begins with, if it does."""
_SHORTEST_NAME, _LONGEST_NAME = 5, 5
"""Letters that a name has at least, so that no English word sounds like Chinese by chance; characters at most."""
# Figures that say too little, and years, which have keys of their own.
_NO_ANCHORS = frozenset((0.0, 1.0, *map(float, range(1800, 2100))))
_EXACT = 1024
"""Weights are whole parts of a power of two, so that their sums are the same in any order."""
_SHORTEST_STEM, _LONGEST_STEM = 2, 12


@dataclass(frozen=True, slots=True)
class Anchors:
    """Keys of the sentences of both sides, and what each key is worth.

    Attributes:
        zh, en: The keys of each sentence, without those that only one side has.
        weights: By key, in nats: how much likelier a pair is that shares it.
        zh_figures, en_figures: Keys of the figures and years that are printed in each sentence, shared or not.
    """

    zh: tuple[frozenset[str], ...]
    en: tuple[frozenset[str], ...]
    weights: Mapping[str, float]
    zh_figures: tuple[frozenset[str], ...]
    en_figures: tuple[frozenset[str], ...]

    def part(self, zh: slice, en: slice) -> Anchors:
        """The anchors of some of the sentences."""
        return Anchors(self.zh[zh], self.en[en], self.weights, self.zh_figures[zh], self.en_figures[en])


def anchors(zh: Sequence[str], en: Sequence[str], terms: Iterable[tuple[str, str]] = ()) -> Anchors:
    """The anchors of two sequences of sentences; those that only one side has are left out.

    Args:
        zh: Chinese sentences.
        en: English ones.
        terms: Pairs of a Chinese term and its English phrase.
    """
    plain = [simplified(text) for text in zh]
    latin = {word.casefold() for text in zh for word in _LATIN.findall(text)}
    names = {name for text in en for word in _NAME.findall(text) if len(name := folded(word)) >= _SHORTEST_NAME}
    glosses = {simplified(run) for text in en for run in _HAN.findall(text)}
    known = {(simplified(a), b.casefold()) for a, b in terms if _HAN.fullmatch(a) and len(b) > 3}
    written, phrases = _by_start({*glosses, *(a for a, _b in known)}), _phrases(known)
    ours = [_keys_zh(text, names, written) for text in plain]
    theirs = [_keys_en(text, latin, names, phrases) for text in en]
    return _weighed(ours, theirs)


def _weighed(zh: Sequence[set[str]], en: Sequence[set[str]]) -> Anchors:
    counts_zh = Counter(key for keys in zh for key in keys)
    counts_en = Counter(key for keys in en for key in keys)
    size = (len(zh) + len(en)) / 2 + 20
    # Half of the time a word is translated as usual.
    weights = {
        key: round(max(0.1, log(0.5 * size / (max(count, counts_en[key]) + 0.5))) * _EXACT) / _EXACT
        for key, count in counts_zh.items()
        if key in counts_en and key[0] != "d"
    }
    shared = weights.keys()
    return Anchors(
        tuple(frozenset(keys & shared) for keys in zh),
        tuple(frozenset(keys & shared) for keys in en),
        weights,
        tuple(map(_figures, zh)),
        tuple(map(_figures, en)),
    )


def _figures(keys: set[str]) -> frozenset[str]:
    """What ought to stand on the other side too: figures in digits, and years."""
    return frozenset(f"n{key[1:]}" if key[0] == "d" else key for key in keys if key[0] in "dy")


def _keys_zh(text: str, names: set[str], written: Mapping[str, list[str]]) -> set[str]:
    keys = {f"l{word.casefold()}" for word in _LATIN.findall(text)}
    keys.update(f"y{year}" for year in _YEAR.findall(text))
    keys |= _item(_ITEM_ZH, text)
    keys.update(f"o{integer(count)}" for count in _PLAN_COUNT.findall(text))
    if numbers_zh.has_number(text):
        for n in numbers_zh.numbers(text):
            if n.reason is None and n.value not in _NO_ANCHORS:
                keys |= _number(n.value, in_digits=n.form in ("digits", "percent"))
    for at in range(len(text) - 1):
        start = text[at : at + 2]
        for word in written.get(start, ()):
            if text.startswith(word, at):
                keys.add(f"h{word}")
        for word, _stems in _words().get(start, ()):
            if text.startswith(word, at):
                keys.add(f"w{word}")
        for word, _stems in _words().get(text[at], ()):
            keys.add(f"w{word}")
    if names:
        keys |= _names_zh(text, names)
    return keys


def _item(form: re.Pattern[str], text: str) -> set[str]:
    match = form.match(text)
    return {f"i{integer(match.group(match.lastindex))}"} if match and match.lastindex else set()


def _number(value: float, *, in_digits: bool) -> set[str]:
    return {f"n{value:.6g}", f"d{value:.6g}"} if in_digits else {f"n{value:.6g}"}


def _names_zh(text: str, names: set[str]) -> set[str]:
    """Names that are heard in the Chinese, at most five characters long."""
    sounds = pinyin(text)
    found = set()
    for at, first in enumerate(sounds):
        heard = first
        for sound in sounds[at + 1 : at + _LONGEST_NAME]:
            if not heard or not sound:
                break
            heard += sound
            if heard in names:
                found.add(f"s{heard}")
    return found


def _keys_en(text: str, latin: set[str], names: set[str], phrases: Mapping[str, list[tuple[str, str]]]) -> set[str]:
    keys = {f"y{year}" for year in _YEAR.findall(text)} | _item(_ITEM_EN, text)
    keys.update(f"o{count}" for count in _ORDINAL.findall(text))
    keys.update(f"h{simplified(run)}" for run in _HAN.findall(text))
    keys.update(f"l{word}" for one in _LATIN.findall(text) if (word := one.casefold()) in latin)
    keys.update(f"s{name}" for word in _NAME.findall(text) if (name := folded(word)) in names)
    if numbers_en.may_hold_number(text):
        for n in numbers_en.numbers_of(tokens_of(text)):
            if n.form in ("digits", "words", "fraction", "relation") and n.value not in _NO_ANCHORS:
                keys |= _number(n.value, in_digits=n.form == "digits")
    low = text.casefold()
    for match in _WORD.finditer(low):
        keys.update(_concepts(match.group()))
        for phrase, term in phrases.get(match.group(), ()):
            if low.startswith(phrase, match.start()):
                keys.add(f"h{term}")
    return keys


@cache
def _words() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Words by their first two characters; those of one character by that."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for word, stems in yaml.safe_load(_STEMS_FILE.read_text(encoding="utf-8"))["words"].items():
        table[word[:2]].append((word, tuple(stems)))
    return dict(table)


@cache
def _stems() -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for word, stems in (entry for entries in _words().values() for entry in entries):
        for stem in stems:
            table[stem].append(f"w{word}")
    return dict(table)


@lru_cache(maxsize=20_000)
def _concepts(word: str) -> frozenset[str]:
    """Keys of the Chinese words that an English word may stand for; short stems must be whole words or plurals."""
    stems = _stems()
    found: set[str] = set()
    for size in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1):
        if size > 3 or len(word) - size <= 3:
            found.update(stems.get(word[:size], ()))
    return frozenset(found)


def _by_start(words: Iterable[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        table[word[:2]].append(word)
    return dict(table)


def _phrases(terms: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for term, phrase in sorted(terms):
        if first := _WORD.match(phrase):
            table[first.group()].append((phrase, term))
    return dict(table)
