"""Words that slipped into a neighbour's place: `country seat` in a document that has county seats."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.checks.material import Finding, Material, span_of
from extractors.structure.model import Block

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?(?:-[A-Za-z]+)*")
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


def collocations(material: Material) -> Iterator[Finding]:
    """Pairs of words printed once, one letter or two off a pair that the document has often."""
    blocks = material.in_language("en")
    texts = [[_Word(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(b.text.text)] for b in blocks]
    before, behind = _pairs(texts)
    found: set[tuple[int, int]] = set()
    for at, text in enumerate(texts):
        for k, word in enumerate(text):
            if len(word.low) < 5:
                continue
            for usual, partner, count in _candidates(text, k, before, behind, blocks[at]):
                if (at, k) not in found:
                    found.add((at, k))
                    yield _finding(blocks[at], text, k, usual, partner, count)


def _pairs(texts: Sequence[Sequence[_Word]]) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """By a word, what stands before it; by a word, what stands behind it."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    behind: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for first, second in pairwise(text):
            before[_stem(second.low)][first.low] += 1
            behind[_stem(first.low)][second.low] += 1
    return before, behind


def _candidates(
    text: Sequence[_Word],
    k: int,
    before: dict[str, Counter[str]],
    behind: dict[str, Counter[str]],
    block: Block,
) -> Iterator[tuple[str, str, int]]:
    """Words that the document has in this word's place, with the partner and how often."""
    word = text[k].low
    sides = []
    if k + 1 < len(text) and _side_by_side(block, text[k], text[k + 1]):
        sides.append((text[k + 1].low, before[_stem(text[k + 1].low)]))
    if k and _side_by_side(block, text[k - 1], text[k]):
        sides.append((text[k - 1].low, behind[_stem(text[k - 1].low)]))
    for partner, standing in sides:
        if standing[word] != 1 or len(partner) < 4:
            continue
        usual, count = standing.most_common(1)[0]
        share = count / standing.total()
        usually = count >= _LEAST_USUAL and share >= _LEAST_SHARE and count * share >= _LEAST_WEIGHT
        if usually and is_slip(word, usual):
            yield usual, partner, count


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _side_by_side(block: Block, first: _Word, second: _Word) -> bool:
    return block.text.text[first.end : second.start] == " "


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


def _finding(block: Block, text: Sequence[_Word], k: int, usual: str, partner: str, count: int) -> Finding:
    first, last = max(k - 1, 0), min(k + 1, len(text) - 1)
    start, end = span_of(block.text, text[first].start, text[last].end)
    word = text[k].low
    return Finding(
        check="wrong_collocation",
        message=f"{word!r} stands once beside {partner!r} where the document has {usual!r} {count} times.",
        start=start,
        end=end,
        value=word,
        other_value=usual,
    )
