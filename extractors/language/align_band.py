"""Which pairs of sentences are tried: all of a small stretch, in a long one those near the way that anchors draw."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractors.language.align_words import Anchors

Size = tuple[int, int]

_SMALL = 10_000
"""Pairs of sentences up to which every one is tried."""
_RARE = 4
"""A key guides that occurs so often at most, and on both sides alike."""
_BAND, _MARGIN = 40, 8
"""Sentences that are tried to either side of the way between guides, and beyond a guide."""


def band(keys: Anchors, n: int, m: int) -> tuple[list[int], list[int]]:
    """For each number of Chinese sentences, 0 to `n`, the first and the last number of English ones that is tried.

    Args:
        keys: The anchors of the sentences.
        n: How many Chinese sentences there are.
        m: How many English ones.
    """
    if n * m <= _SMALL:
        return [0] * (n + 1), [m] * (n + 1)
    first, last = [m] * (n + 1), [0] * (n + 1)
    for (i, j), (to, end) in pairwise([(0, 0), *guides(keys), (n, m)]):
        for row in range(i, to + 1):
            # Between near guides everything is tried, between far ones what is near the straight way.
            middle = j + round((row - i) / (to - i) * (end - j))
            first[row] = max(0, min(first[row], max(j - _MARGIN, middle - _BAND)))
            last[row] = min(m, max(last[row], min(end + _MARGIN, middle + _BAND)))
    return first, last


def guides(keys: Anchors) -> list[Size]:
    """Pairs of sentences that share rare keys, as many as follow one another on both sides."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, sentences in enumerate((keys.zh, keys.en)):
        for at, found in enumerate(sentences):
            for key in found:
                places.setdefault(key, ([], []))[side].append(at)
    alike = {
        pair
        for ours, theirs in places.values()
        if len(ours) == len(theirs) <= _RARE
        for pair in zip(ours, theirs, strict=True)
    }
    ends = [(0, 0), (len(keys.zh), len(keys.en))]
    chain = rising(sorted(pair for pair in alike if min(pair)))
    around = [ends[0], *chain, ends[1]]
    triples = zip(around, chain, around[2:], strict=False)
    return [pair for before, pair, behind in triples if _on_the_way(before, pair, behind)]


def _on_the_way(before: Size, pair: Size, behind: Size) -> bool:
    """Whether a guide is near the straight way between its neighbours: one by chance seldom is."""
    share = (pair[0] - before[0]) / (behind[0] - before[0])
    expected = before[1] + share * (behind[1] - before[1])
    return abs(pair[1] - expected) <= _MARGIN + (behind[1] - before[1]) / 4


def rising(pairs: Sequence[tuple[int, int]]) -> list[Size]:
    """The longest sequence of pairs that rise on both sides; n log n."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for at, (_i, j) in enumerate(ordered):
        place = bisect_left(ends, j)
        before.append(tops[place - 1] if place else -1)
        if place == len(ends):
            ends.append(j)
            tops.append(at)
        else:
            ends[place], tops[place] = j, at
    chain, at = [], tops[-1] if tops else -1
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]
