"""How the cost of matching a regular expression grows, told from its parse tree and from nothing that is measured.

An unbounded repetition is open where what it repeats can also be what follows it: then a failing match tries each of
its ends. One open repetition on a way through the pattern costs the length, two its square; one inside another
repetition without bound costs a power of two. Sets of characters are compared on an alphabet of samples.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Item = tuple[Any, Any]
_CATEGORIES = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
}
_NEGATED = {
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
}
NESTED = 99
"""The degree of a pattern whose cost no power of the length bounds."""


def degree(pattern: str, flags: int) -> int:
    """The greatest number of open repetitions on a way through a pattern; `NESTED` where one is in another."""
    samples = frozenset({chr(c) for c in range(32, 127)} | set(pattern) | set("\n\t　个市２é"))
    return _Tree(samples).degree(list(parser.parse(pattern, flags)), frozenset(), inside=False)


class _Tree:
    def __init__(self, samples: frozenset[str]) -> None:
        self._all = samples

    def degree(self, items: Sequence[Item], then: frozenset[str], *, inside: bool) -> int:
        total = 0
        for at, (kind, value) in enumerate(items):
            after = self.first(items[at + 1 :], then)
            if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
                _, most, body = value
                unbounded = most == sre.MAXREPEAT
                again = self.first(list(body), frozenset())
                is_open = unbounded and bool(again & after)
                if is_open and inside:
                    return NESTED
                within = self.degree(list(body), after | again if most != 1 else after, inside=inside or unbounded)
                total += is_open + within
            elif kind is sre.SUBPATTERN:
                total += self.degree(list(value[3]), after, inside=inside)
            elif kind is sre.BRANCH:
                total += max(self.degree(list(way), after, inside=inside) for way in value[1])
            elif kind in (sre.ASSERT, sre.ASSERT_NOT):
                total += self.degree(list(value[1]), frozenset(), inside=inside)
        return total

    def first(self, items: Sequence[Item], then: frozenset[str]) -> frozenset[str]:
        """Characters that may come next where `items` and then something of `then` stand."""
        met: frozenset[str] = frozenset()
        for item in items:
            met |= self._begin(item)
            if not self._may_be_empty(item):
                return met
        return met | then

    def _begin(self, item: Item) -> frozenset[str]:
        kind, value = item
        if kind is sre.LITERAL:
            return frozenset(chr(value))
        if kind is sre.NOT_LITERAL:
            return self._all - {chr(value)}
        if kind is sre.ANY:
            return self._all - {"\n"}
        if kind is sre.IN:
            return self._one_of(value)
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            return self.first(list(value[2]), frozenset())
        if kind is sre.SUBPATTERN:
            return self.first(list(value[3]), frozenset())
        if kind is sre.BRANCH:
            return frozenset().union(*(self.first(list(way), frozenset()) for way in value[1]))
        return frozenset() if kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT) else self._all

    def _one_of(self, members: Iterable[Item]) -> frozenset[str]:
        met: set[str] = set()
        negated = False
        for kind, value in members:
            if kind is sre.NEGATE:
                negated = True
            elif kind is sre.LITERAL:
                met.add(chr(value))
            elif kind is sre.RANGE:
                met |= {c for c in self._all if value[0] <= ord(c) <= value[1]}
            elif value in _NEGATED:
                met |= {c for c in self._all if not _CATEGORIES[_NEGATED[value]](c)}
            else:
                met |= {c for c in self._all if _CATEGORIES[value](c)}
        return self._all - met if negated else frozenset(met)

    def _may_be_empty(self, item: Item) -> bool:
        kind, value = item
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            return value[0] == 0 or all(self._may_be_empty(part) for part in value[2])
        if kind is sre.SUBPATTERN:
            return all(self._may_be_empty(part) for part in value[3])
        if kind is sre.BRANCH:
            return any(all(self._may_be_empty(part) for part in way) for way in value[1])
        return kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
