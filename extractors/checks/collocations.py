"""Words that slipped into a neighbour's place: `country seat` in a document that has county seats."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.checks.material import Finding, Material, span_of
from extractors.structure.model import Block

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?(?:-[A-Za-z]+)*")
_SHORTEST = 4
_LEAST_USUAL = 5
"""So often must a document have the usual pair of words, and none of the odd one elsewhere."""

_LEAST_SHARE = 0.5
_LEAST_WEIGHT = 4.0
"""The usual word must be what mostly stands there, not one of many: its count times its share."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a paragraph: lower case, and its place."""

    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Usual:
    """The word that mostly stands beside a partner, how often, and the words that stand there once."""

    word: str
    count: int
    once: frozenset[str]


def collocations(material: Material) -> Iterator[Finding]:
    """Pairs of words printed once, one letter or two off a pair that the document has often."""
    blocks = material.in_language("en")
    texts = [[_Word(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(b.text.text)] for b in blocks]
    pairs = [(_stem(a.low), _stem(b.low), a.low, b.low) for text in texts for a, b in pairwise(text)]
    before = _usual((second, word) for _, second, word, _ in pairs)
    behind = _usual((first, word) for first, _, _, word in pairs)
    for block, text in zip(blocks, texts, strict=True):
        told = -1
        for k, (one, other) in enumerate(pairwise(text)):
            if block.text.text[one.end : other.start] != " ":
                continue
            for at, word, partner, usual in ((k, one, other, before), (k + 1, other, one, behind)):
                mostly = usual.get(_stem(partner.low))
                if mostly and at != told and word.low in mostly.once and is_slip(word.low, mostly.word):
                    told = at
                    yield _finding(block, (one, other), word.low, partner.low, mostly)


def _usual(pairs: Iterable[tuple[str, str]]) -> dict[str, _Usual]:
    """By a partner, the word that is usual beside it, where one is."""
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for partner, word in pairs:
        beside[partner][word] += 1
    found = {}
    for partner, words in beside.items():
        word, count = words.most_common(1)[0]
        share = count / words.total()
        if len(partner) >= _SHORTEST and count >= _LEAST_USUAL and share >= _LEAST_SHARE:
            once = frozenset(w for w, n in words.items() if n == 1 and len(w) > _SHORTEST)
            if once and count * share >= _LEAST_WEIGHT:
                found[partner] = _Usual(word, count, once)
    return found


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def is_slip(word: str, usual: str) -> bool:
    """Whether two different words are one slip of the hand apart, and not forms of one word."""
    if (
        word == usual
        or not (word.isalpha() and usual.isalpha())
        or word[0] != usual[0]
        or abs(len(word) - len(usual)) > 1
    ):
        return False
    head = 0
    while head < min(len(word), len(usual)) and word[head] == usual[head]:
        head += 1
    tail = 0
    while tail < min(len(word), len(usual)) - head and word[-1 - tail] == usual[-1 - tail]:
        tail += 1
    left, right = word[head : len(word) - tail], usual[head : len(usual) - tail]
    if max(len(left), len(right)) > (1 if len(usual) < 6 or tail < 2 else 2):
        return False
    # A form of the same word differs in its ending alone.
    if {word[-2:], usual[-2:]} == {"is", "es"}:
        return False
    return tail > 0 or head < 3 or _swapped(left, right)


def _swapped(left: str, right: str) -> bool:
    return len(left) == 2 and left == right[::-1]


def _finding(block: Block, pair: tuple[_Word, _Word], word: str, partner: str, usual: _Usual) -> Finding:
    start, end = span_of(block.text, pair[0].start, pair[1].end)
    return Finding(
        check="wrong_collocation",
        message=f"{word!r} stands once beside {partner!r} where the document has {usual.word!r} {usual.count} times.",
        start=start,
        end=end,
        value=word,
        other_value=usual.word,
    )
