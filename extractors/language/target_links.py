"""Numeric targets that are the same statement in two editions, whether or not they say the same of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from extractors.language.editions import Edition
from extractors.language.links_alignment import align
from extractors.language.links_structure import Pair, Structure
from extractors.language.links_wording import Wording
from extractors.language.target_links_places import RUNGS, Placed, by_place, elsewhere, placed
from extractors.language.target_links_values import (
    differences,
    orders_apart,
    power_of_ten,
    quantity,
    same_values,
    unit_fit,
)
from extractors.records import Indicator, NumericTarget

Score = Callable[[Placed, Placed], float]

_CLOSE = 4
"""Rungs that are near enough for statements whose values differ: row, item, box and innermost section."""
_SAME_FLOOR = 0.5
_FAR_FLOOR = 0.72
_DIFFERING_FLOOR = 0.6
_ELSEWHERE = 0.3
"""What is taken off where both editions have the places of both statements, and they are not the same place."""
_UNNAMED = 0.15
"""What is taken off far pairs of which not one word agrees: round numbers are everywhere."""
_BETWEEN = 0.08
"""What is given where the statements before and behind both are linked with each other."""
_OTHER_DIGITS = 0.08
"""What is taken off where the digits are others, not only the place of the point: the less, the closer they are."""
_APART = 3.1
"""No slip is more than so many powers of ten: 亿 for 万 with a zero beside it would already be rarer than chance."""


@dataclass(frozen=True, slots=True)
class TargetLinks:
    """What came of matching two editions.

    Attributes:
        pairs: The same statements, in the order of the left edition.
        only_left, only_right: Statements of places that both editions have, found in one of them only.
    """

    pairs: tuple[Pair[NumericTarget], ...]
    only_left: tuple[NumericTarget, ...]
    only_right: tuple[NumericTarget, ...]


def link_targets(
    left: Edition, right: Edition, structure: Structure, rows: Sequence[Pair[Indicator]], wording: Wording
) -> TargetLinks:
    """Match the statements of two editions, place by place, from the closest place outwards."""
    sides = placed(left, structure, rows, is_left=True), placed(right, structure, rows, is_left=False)
    matching = _Matching(wording)
    for rung in range(RUNGS):
        groups = by_place(sides[0], rung, matching.taken), by_place(sides[1], rung, matching.taken)
        shared = [(mine, groups[1][place]) for place, mine in groups[0].items() if place in groups[1]]
        for mine, others in shared:
            matching.same(mine, others, _SAME_FLOOR if rung < _CLOSE else _FAR_FLOOR, is_row=rung == 0)
        if rung < _CLOSE:
            matching.note_gaps(*sides)
            for mine, others in shared:
                matching.differing(mine, others, is_row=rung == 0)
    # Without sections the whole text is the one place that both have, and order must do.
    matching.same(*sides, _FAR_FLOOR if structure.sections else _SAME_FLOOR)
    if not structure.sections:
        matching.differing_between(*sides)
    alone = [
        tuple(p.target for p in side if p.target.target_id not in matching.taken and any(p.rungs)) for side in sides
    ]
    order = {t.target_id: n for n, t in enumerate(left.targets)}
    pairs = sorted(matching.pairs, key=lambda p: order[p.left.target_id])
    return TargetLinks(tuple(pairs), alone[0], alone[1])


class _Matching:
    """Pairs found so far."""

    def __init__(self, wording: Wording) -> None:
        self.pairs: list[Pair[NumericTarget]] = []
        self.taken: dict[str, str] = {}
        self._wording = wording
        self._gaps: dict[str, tuple[str, str]] = {}

    def same(self, left: Sequence[Placed], right: Sequence[Placed], floor: float, *, is_row: bool = False) -> None:
        """Link statements whose values agree."""
        left, right = self._free(left), self._free(right)
        if not left or not right:
            return
        spread = _spread(left, right)

        def score(a: Placed, b: Placed) -> float:
            if not same_values(a.target, b.target):
                return 0.0
            fit = unit_fit(a.target, b.target)
            if is_row:
                return 0.6 + 0.2 * (a.target.direction == b.target.direction) + 0.2 * fit
            far = _UNNAMED if floor == _FAR_FLOOR and self._named(a, b) <= 0.0 else 0.0
            against = 0.3 * (fit == 0.0) + _ELSEWHERE * elsewhere(a, b) + far
            # One edition's name may be misread; equal values in one place outweigh that.
            misnamed = 0.2 * (self._named(a, b) < 0.0)
            return 0.35 + 0.2 * fit + self._meaning(a, b) + misnamed + 0.1 * spread(a, b) - against

        self._take(left, right, align(left, right, score, floor, key=_signature), score)

    def differing_between(self, left: Sequence[Placed], right: Sequence[Placed]) -> None:
        """Link statements that differ and stand between the same linked ones, where nothing else tells a place."""
        self.note_gaps(left, right)
        gaps: dict[tuple[str, str], tuple[list[Placed], list[Placed]]] = {}
        for n, side in enumerate((left, right)):
            for one in self._free(side):
                gaps.setdefault(self._gaps[one.target.target_id], ([], []))[n].append(one)
        for mine, others in gaps.values():
            self.differing(mine, others)

    def note_gaps(self, left: Sequence[Placed], right: Sequence[Placed]) -> None:
        """Note between which linked statements each other one stands."""
        self._gaps = {
            one.target.target_id: gap
            for side in (left, right)
            for gap, one in self._between(side, is_left=side is left)
        }

    def _between(self, side: Sequence[Placed], *, is_left: bool) -> Iterator[tuple[tuple[str, str], Placed]]:
        """Each statement that is not linked, with the right ones of the linked pairs before and behind it."""

        def named(target_id: str) -> str:
            return self.taken[target_id] if is_left else target_id

        before, waiting = "", list[Placed]()
        for one in side:
            name = one.target.target_id
            if name not in self.taken:
                waiting.append(one)
                continue
            yield from (((before, named(name)), w) for w in waiting)
            before, waiting = named(name), []
        yield from (((before, ""), w) for w in waiting)

    def differing(self, left: Sequence[Placed], right: Sequence[Placed], *, is_row: bool = False) -> None:
        """Link statements that must be the same although their values are not."""
        left, right = self._free(left), self._free(right)
        if not left or not right:
            return
        alone = len(left) == len(right) == 1
        spread = _spread(left, right)

        def score(a: Placed, b: Placed) -> float:
            if is_row:
                return 0.7 if a.target.direction == b.target.direction else 0.0
            if elsewhere(a, b):
                return 0.0
            between = self._gaps.get(a.target.target_id, ("", "")) == self._gaps.get(b.target.target_id)
            around = 1.2 * self._meaning(a, b) + 0.1 * spread(a, b) + 0.1 * alone + _BETWEEN * between
            if unit_fit(a.target, b.target) == 0.0:
                # Another unit with the same digits is one statement; with other digits it is another statement.
                return 0.25 + around if same_values(a.target, b.target) else 0.0
            slip = power_of_ten(a.target, b.target)
            apart = orders_apart(a.target, b.target)
            if not slip and apart > _APART:
                return 0.0
            digits = 0.2 if slip else -_OTHER_DIGITS * min(1.0, 2.0 * apart)
            return 0.15 * unit_fit(a.target, b.target) + digits + around

        self._take(left, right, align(left, right, score, _DIFFERING_FLOOR), score)

    def _meaning(self, a: Placed, b: Placed) -> float:
        """What speaks for two statements being the same beside their values, up to 0.45."""
        x, y = a.target, b.target
        form = 0.02 * (x.kind == y.kind) + 0.03 * (x.direction == y.direction) + 0.02 * (x.comparator == y.comparator)
        form += 0.02 * (x.change_period == y.change_period) + 0.02 * (x.target_year == y.target_year)
        either = a.company | b.company
        return self._named(a, b) + form + (0.09 * len(a.company & b.company) / len(either) if either else 0.04)

    def _named(self, a: Placed, b: Placed) -> float:
        x, y = a.target, b.target
        if x.indicator_id and y.indicator_id:
            return 0.25 if x.indicator_id == y.indicator_id else -0.3
        return 0.2 * self._wording.likeness(_words(x), x.language, _words(y), y.language)

    def _free(self, side: Sequence[Placed]) -> list[Placed]:
        return [p for p in side if p.target.target_id not in self.taken]

    def _take(
        self, left: Sequence[Placed], right: Sequence[Placed], places: Sequence[tuple[int, int]], score: Score
    ) -> None:
        for i, j in places:
            a, b = left[i].target, right[j].target
            self.taken[a.target_id] = b.target_id
            self.taken[b.target_id] = a.target_id
            self.pairs.append(Pair(a, b, differences(a, b), round(min(1.0, score(left[i], right[j])), 3)))


def _words(target: NumericTarget) -> str:
    return f"{target.indicator} {target.counted_object or ''} {target.scope or ''}"


def _signature(one: Placed) -> Hashable:
    """What tells a statement in a long stretch: where it stands and its value."""
    target = one.target
    size = target.value_si if target.value_si is not None else target.value
    return (one.rungs, quantity(target), size, target.value_max)


def _spread(left: Sequence[Placed], right: Sequence[Placed]) -> Score:
    """How alike the places of two statements are within their groups, 0..1."""
    at = [{p.target.target_id: (n + 0.5) / len(side) for n, p in enumerate(side)} for side in (left, right)]
    return lambda a, b: 1.0 - abs(at[0][a.target.target_id] - at[1][b.target.target_id])
