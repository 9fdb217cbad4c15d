"""Two sequences in the same order, aligned: what is unmistakable first, then the best order between."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from math import isqrt
from typing import TypeVar

T = TypeVar("T")

WIDEST = 40
"""So many on either side are compared each with each; longer stretches are cut, so that cost stays linear."""

Score = Callable[[T, T], float]
Places = tuple[int, int]


def align(
    left: Sequence[T],
    right: Sequence[T],
    score: Score[T],
    floor: float,
    key: Callable[[T], Hashable | None] | None = None,
) -> list[Places]:
    """Which elements are the same, most of them in the same order.

    Args:
        left: In reading order.
        right: The same.
        score: How sure two elements are the same, 0..1.
        floor: What a pair must score.
        key: What an element is told by if it stands once on either side; null for none. In long sequences such
            pairs that reach the floor are taken first, as many as stand in the same order.

    Returns:
        Places in both, each place once, sorted by the left place.
    """
    kept: dict[Places, float] = {}

    def sure(a: int, b: int) -> float:
        place = (a, b)
        if place not in kept:
            kept[place] = score(left[a], right[b])
        return kept[place]

    long = len(left) * len(right) > WIDEST * WIDEST
    anchors = [p for p in _anchors(left, right, key) if sure(*p) >= floor] if key and long else []
    edges = [(-1, -1), *anchors, (len(left), len(right))]
    pairs = list(anchors)
    for (a, b), (c, d) in pairwise(edges):
        for mine, others in _pieces(range(a + 1, c), range(b + 1, d)):
            pairs += _stretch(mine, others, sure, floor)
    return sorted(pairs)


def _pieces(left: range, right: range) -> list[tuple[range, range]]:
    """A stretch in pieces, both sides in proportion, of at most `WIDEST` squared comparisons each."""
    if not left or not right:
        return []
    count = -(-isqrt(len(left) * len(right)) // WIDEST) or 1
    return [
        (
            left[len(left) * i // count : len(left) * (i + 1) // count],
            right[len(right) * i // count : len(right) * (i + 1) // count],
        )
        for i in range(count)
    ]


def _anchors(left: Sequence[T], right: Sequence[T], key: Callable[[T], Hashable | None]) -> list[Places]:
    """The longest run of elements, in the same order on both sides, whose key stands once on either."""
    keys = [key(x) for x in left], [key(x) for x in right]
    once = [{k for k, n in Counter(side).items() if n == 1 and k is not None} for side in keys]
    both = once[0] & once[1]
    at_right = {k: j for j, k in enumerate(keys[1]) if k in both}
    common = [(i, at_right[k]) for i, k in enumerate(keys[0]) if k in both]
    return _longest_rising(common)


def _longest_rising(places: Sequence[Places]) -> list[Places]:
    tops: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for n, (_, j) in enumerate(places):
        at = bisect_left(tops, j)
        before.append(ends[at - 1] if at else None)
        tops[at : at + 1] = [j]
        ends[at : at + 1] = [n]
    run: list[Places] = []
    n_last = ends[-1] if ends else None
    while n_last is not None:
        run.append(places[n_last])
        n_last = before[n_last]
    return run[::-1]


def _stretch(left: range, right: range, sure: Callable[[int, int], float], floor: float) -> list[Places]:
    """The best pairs in order, then what stands crosswise, the surest first."""
    pairs = _in_order(left, right, sure, floor)
    taken_left, taken_right = {a for a, _ in pairs}, {b for _, b in pairs}
    rest = [
        (-sure(a, b), a, b)
        for a in left
        if a not in taken_left
        for b in right
        if b not in taken_right and sure(a, b) >= floor
    ]
    for _, a, b in sorted(rest):
        if a not in taken_left and b not in taken_right:
            pairs.append((a, b))
            taken_left.add(a)
            taken_right.add(b)
    return pairs


def _in_order(left: range, right: range, sure: Callable[[int, int], float], floor: float) -> list[Places]:
    """The pairs of the highest sum of scores among those that do not cross."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left, 1):
        above, row = best[i - 1], best[i]
        for j, b in enumerate(right, 1):
            one = sure(a, b)
            row[j] = max(above[j], row[j - 1], above[j - 1] + one if one >= floor else 0.0)
    pairs: list[Places] = []
    i, j = len(left), len(right)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((left[i], right[j]))
    return pairs[::-1]
