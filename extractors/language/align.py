"""Sentences of two languages paired: the likeliest sequence of 1-1, 1-n and n-1 by lengths and by anchors.

Lengths are weighed after Gale and Church (1993), anchors as sums of what each shared key is worth. All pairs of a small
stretch are tried; in a long one a band around the path that the surest anchors draw, so that cost and memory grow
with the length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, inf, log

from extractors.language.align_band import Size, band
from extractors.language.align_words import Anchors

_Place = tuple[int, int, int, int]

SPREAD, SPREAD_OF_ONE = 0.17, 0.6
"""Deviation of the logarithm of the ratio of two lengths that translate each other; for short texts more."""
_FREEDOM = 4.0
"""Of the t distribution that it is taken from: free translations are not rare."""
USUAL_RATIO = 5.2
"""English letters that stand for one Chinese character."""
_LETTERS_OF_DOUBT = 400.0
"""How much text the usual ratio counts as, when the ratio of a document is estimated."""
_MOST = 10
"""Sentences that one may stand for: a list in one Chinese sentence is often many in English."""
_CROSSED, _TOGETHER, _UNLIKE = 0.8, 0.8, 3.0
"""Nats for a pair over the end of a paragraph, for two that begin one, for a heading with what is none."""
_LEFT_OUT, _HEADING_LEFT_OUT, _BEHIND_CUT = 4.2, 3.5, 0.5
"""Nats for a sentence without a pair: as a rule, a heading, at the end where the other side is cut off."""


_MISSED, _MISSED_FIGURE = 0.5, 0.8
"""Nats for a Chinese key that the English has not, and for a figure that only one of them has."""
_DOUBT = 2.0
"""By this the model is less sure of itself than its costs say: sentences are less independent than it believes."""
_UNLIKELY = 0.001


def _priors() -> dict[Size, float]:
    many = {2: 0.09, 3: 0.025, 4: 0.01, 5: 0.005, 6: 0.003, 7: 0.002, 8: 0.0015, 9: 0.001, 10: 0.0007}
    shares = {(1, 1): 0.80, (2, 2): 0.0003}
    for n, share in many.items():
        shares[1, n] = share
        shares[n, 1] = share * 0.6
    return {size: -log(share) for size, share in shares.items()}


_PRIORS = _priors()
_ROOM, _ROOM_FOR_SHORT = 2.5, 60.0
"""How much longer than expected a side of three sentences and more may be, in all and in letters for short ones."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a heading as the alignment sees it.

    Attributes:
        length: In characters of its language.
        opens: Whether it begins a paragraph.
        heading: Whether it is a heading.
    """

    length: float
    opens: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences [zh_start, zh_end) and [en_start, en_end) that translate each other; one side may be empty.

    `score` says how sure it is, from 0 to 1.
    """

    zh_start: int
    zh_end: int
    en_start: int
    en_end: int
    score: float


def ratio(zh: float, en: float) -> float:
    """English letters for one Chinese character, from the lengths of texts that are the same."""
    return (en + USUAL_RATIO * _LETTERS_OF_DOUBT) / (zh + _LETTERS_OF_DOUBT)


def align(
    zh: Sequence[Piece],
    en: Sequence[Piece],
    keys: Anchors,
    per_character: float,
    *,
    cut: tuple[bool, bool] = (False, False),
) -> list[Bead]:
    """The likeliest beads, in order; together they hold every sentence once.

    Args:
        zh: The Chinese sentences.
        en: The English ones.
        keys: Their anchors.
        per_character: English letters for one Chinese character.
        cut: Whether the Chinese and the English end in mid-sentence, so that the other may go on alone.
    """
    if not zh or not en:
        return [Bead(i, i + 1, 0, 0, 0.0) for i in range(len(zh))] + [
            Bead(len(zh), len(zh), j, j + 1, 0.0) for j in range(len(en))
        ]
    return _Lattice(zh, en, keys, per_character, cut).best()


class _Lattice:
    """The table of costs; row i holds the cells (i, first[i]) to (i, last[i])."""

    def __init__(
        self, zh: Sequence[Piece], en: Sequence[Piece], keys: Anchors, per_character: float, cut: tuple[bool, bool]
    ) -> None:
        self.zh, self.en, self.keys, self.per_character, self.cut = zh, en, keys, per_character, cut
        # How many letters, headings, first sentences stand before each sentence.
        self.zh_sums, self.en_sums = ([0, *accumulate(p.length for p in side)] for side in (zh, en))
        self.zh_headings, self.en_headings = ([0, *accumulate(p.heading for p in side)] for side in (zh, en))
        self.zh_opens, self.en_opens = ([0, *accumulate(p.opens for p in side)] for side in (zh, en))
        self.zh_unions = _Unions(keys.zh)
        self.en_unions = _Unions(keys.en)
        self.first, self.last = band(keys, len(zh), len(en))
        # By cell: the cost of the cheapest way there, the logarithm of how likely it is at all, its last step.
        self.least: list[list[float]] = []
        self.likely: list[list[float]] = []
        self.steps: list[list[Size]] = []

    def best(self) -> list[Bead]:
        """The cheapest way through, with how likely each step of it is among all ways."""
        for i in range(len(self.zh) + 1):
            least: list[float] = []
            likely: list[float] = []
            steps: list[Size] = []
            self.least.append(least)
            self.likely.append(likely)
            self.steps.append(steps)
            for j in range(self.first[i], self.last[i] + 1):
                ways = self._ways(i, j)
                cost, step = min(
                    ((self._at(self.least, i, j, size) + c, size) for size, c in ways), default=(inf, (0, 0))
                )
                least.append(cost if i or j else 0.0)
                likely.append(
                    _sum([self._at(self.likely, i, j, size) - c / _DOUBT for size, c in ways]) if i or j else 0.0
                )
                steps.append(step)
        return self._path(self._chances())

    def _ways(self, i: int, j: int) -> list[tuple[Size, float]]:
        """The beads that can end in a cell, by their sizes, with their costs."""
        sizes = [(1, 0), (0, 1), *self._matches(i, j)]
        return [
            ((a, b), self._cost(i - a, i, j - b, j))
            for a, b in sizes
            if i >= a and self.first[i - a] <= j - b <= self.last[i - a]
        ]

    def _matches(self, i: int, j: int) -> Iterator[Size]:
        """Sizes of beads with both sides, as long as neither is far too long for the other."""
        if not i or not j:
            return
        yield 1, 1
        yield 2, 2
        room = _ROOM * (self.zh_sums[i] - self.zh_sums[i - 1]) * self.per_character + _ROOM_FOR_SHORT
        for n in range(2, min(_MOST, j) + 1):
            if n > 2 and self.en_sums[j] - self.en_sums[j - n] > room:
                break
            yield 1, n
        room = (_ROOM * (self.en_sums[j] - self.en_sums[j - 1]) + _ROOM_FOR_SHORT) / self.per_character
        for n in range(2, min(_MOST, i) + 1):
            if n > 2 and self.zh_sums[i] - self.zh_sums[i - n] > room:
                break
            yield n, 1

    def _at(self, table: list[list[float]], i: int, j: int, size: Size) -> float:
        row = i - size[0]
        return table[row][j - size[1] - self.first[row]]

    def _chances(self) -> dict[_Place, float]:
        """How likely each bead is: from the end backwards, the likelihood of a cell is shared among its ways."""
        reached = {(len(self.zh), len(self.en)): 1.0}
        found: dict[_Place, float] = {}
        for i in range(len(self.zh), -1, -1):
            for j in range(self.last[i], self.first[i] - 1, -1):
                here = reached.pop((i, j), 0.0)
                if here < _UNLIKELY:
                    continue
                whole = self.likely[i][j - self.first[i]]
                for size, cost in self._ways(i, j):
                    chance = here * exp(self._at(self.likely, i, j, size) - cost / _DOUBT - whole)
                    before = i - size[0], j - size[1]
                    reached[before] = reached.get(before, 0.0) + chance
                    found[before[0], i, before[1], j] = chance
        return found

    def _cost(self, i: int, to: int, j: int, end: int) -> float:
        if i == to or j == end:
            return self._alone(i, to, j, end)
        size = (to - i, end - j)
        cost = _PRIORS[size] + self._length_cost(i, to, j, end) - self._shared(i, to, j, end)
        headings = self.zh_headings[to] - self.zh_headings[i], self.en_headings[end] - self.en_headings[j]
        if any(headings):
            cost += 0 if headings == size == (1, 1) else _UNLIKE * max(headings)
        crossed = self.zh_opens[to] - self.zh_opens[i + 1] + self.en_opens[end] - self.en_opens[j + 1]
        cost += _CROSSED * crossed
        if self.zh[i].opens and self.en[j].opens:
            cost -= _TOGETHER
        return cost

    def _alone(self, i: int, to: int, j: int, end: int) -> float:
        if (i == to == len(self.zh) and self.cut[0]) or (j == end == len(self.en) and self.cut[1]):
            return _BEHIND_CUT
        piece = self.zh[i] if to > i else self.en[j]
        return _HEADING_LEFT_OUT if piece.heading else _LEFT_OUT

    def _deviation(self, i: int, to: int, j: int, end: int) -> float:
        ours = self.zh_sums[to] - self.zh_sums[i]
        ratio_here = (self.en_sums[end] - self.en_sums[j]) / (ours * self.per_character)
        deviation = log(ratio_here) / (SPREAD + SPREAD_OF_ONE / ours)
        # What is cut off may be as short as it likes.
        if (self.cut[0] and to == len(self.zh) and deviation > 0) or (
            self.cut[1] and end == len(self.en) and deviation < 0
        ):
            return deviation / 3
        return deviation

    def _length_cost(self, i: int, to: int, j: int, end: int) -> float:
        deviation = self._deviation(i, to, j, end)
        return (_FREEDOM + 1) / 2 * log(1 + deviation * deviation / _FREEDOM)

    def _shared(self, i: int, to: int, j: int, end: int) -> float:
        """What shared keys are worth, less what the Chinese ones without a counterpart cost."""
        weights, theirs = self.keys.weights, self.en_unions.of(j, end)
        ours = self.zh_unions.of(i, to)
        common = ours & theirs
        missed = sum(len(one - theirs) for one in self.keys.zh[i:to])
        figures = sum(len(one - theirs) for one in self.keys.zh_figures[i:to])
        figures += sum(len(one - ours) for one in self.keys.en_figures[j:end])
        return sum(weights[key] for key in common) - _MISSED * missed - _MISSED_FIGURE * figures

    def _path(self, chances: dict[_Place, float]) -> list[Bead]:
        i, j = len(self.zh), len(self.en)
        beads = []
        while i or j:
            a, b = self.steps[i][j - self.first[i]]
            score = chances.get((i - a, i, j - b, j), 0.0)
            beads.append(Bead(i - a, i, j - b, j, round(min(1.0, score), 3)))
            i, j = i - a, j - b
        return beads[::-1]


def _sum(logarithms: Sequence[float]) -> float:
    """The logarithm of a sum, of the logarithms of what is added."""
    most = max(logarithms, default=-inf)
    return most if most == -inf else most + log(sum(exp(one - most) for one in logarithms))


class _Unions:
    """The keys of some sentences in a row together; each asked for once is kept."""

    def __init__(self, keys: Sequence[frozenset[str]]) -> None:
        self.keys = keys
        self.known: dict[Size, frozenset[str]] = {}

    def of(self, start: int, end: int) -> frozenset[str]:
        if end - start == 1:
            return self.keys[start]
        found = self.known.get((start, end))
        if found is None:
            found = self.known[start, end] = self.keys[start].union(*self.keys[start + 1 : end])
        return found
