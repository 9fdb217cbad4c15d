"""Sections of two texts paired by level and number, from the outermost level inwards.

Levels may be named differently, one text may hold one chapter of the other, a section may be missing on one side:
of the sections with equal numbers the longest sequence is taken that is in order on both sides, and inner levels are
paired within outer ones. What numbers leave over is paired by place where as many are left on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.language.align_band import rising
from extractors.records import Section
from extractors.structure.numerals import integer

Pair = tuple[int, int]


def number_of(section: Section) -> str | None:
    """A section's number as both languages write it: 三十二 and XXXII are 32."""
    if section.number is None:
        return None
    whole = integer(section.number)
    return str(whole) if whole is not None else section.number


class _Text:
    """The sections of one text, their numbers, and which of them no other section of their level has."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = sections
        self.numbers = [number_of(s) for s in sections]
        counts = Counter((s.level, number) for s, number in zip(sections, self.numbers, strict=True))
        self.alone = [counts[s.level, number] == 1 for s, number in zip(sections, self.numbers, strict=True)]

    def levels(self, span: Pair) -> list[str]:
        """The levels of a span in the order of their first section: outer ones come first."""
        return list(dict.fromkeys(s.level for s in self.sections[slice(*span)]))

    def places(self, span: Pair, level: str, *, running: bool) -> dict[str, int]:
        """Where each number stands that one section of this level has alone, in the span or, if `running`, at all."""
        numbers = {
            at: number
            for at in range(*span)
            if self.sections[at].level == level and (number := self.numbers[at]) is not None
        }
        counts = Counter(numbers.values())
        return {n: at for at, n in numbers.items() if (self.alone[at] if running else counts[n] == 1)}

    def end(self, at: int, last: int) -> int:
        """Behind the sections that stand in this one, at most `last`."""
        inside = {self.sections[at].section_id}
        end = at + 1
        while end < last and self.sections[end].parent_id in inside:
            inside.add(self.sections[end].section_id)
            end += 1
        return end

    def tops(self, span: Pair) -> list[int]:
        """The sections of a span that stand in no other of it."""
        inside = {s.section_id for s in self.sections[slice(*span)]}
        return [at for at in range(*span) if self.sections[at].parent_id not in inside]


def paired_sections(zh: Sequence[Section], en: Sequence[Section]) -> list[Pair]:
    """Places of sections that are the same, in order.

    Args:
        zh: The sections of the Chinese text in reading order.
        en: Those of the English one.
    """
    return _paired(_Text(zh), _Text(en), (0, len(zh)), (0, len(en)))


def _paired(zh: _Text, en: _Text, ours: Pair, theirs: Pair, *, running: bool = False) -> list[Pair]:
    """The pairs within two spans of sections; if `running`, by numbers only that the whole texts have once."""
    if ours[0] == ours[1] or theirs[0] == theirs[1]:
        return []
    chain = _best_chain(zh, en, ours, theirs, running=running)
    if not chain:
        return _by_place(zh, en, ours, theirs)
    found: list[Pair] = []
    here, there = ours[0], theirs[0]
    for i, j in chain:
        found += _paired(zh, en, (here, i), (there, j), running=True)
        here, there = zh.end(i, ours[1]), en.end(j, theirs[1])
        found += [(i, j), *_paired(zh, en, (i + 1, here), (j + 1, there))]
    return [*found, *_paired(zh, en, (here, ours[1]), (there, theirs[1]), running=True)]


def _best_chain(zh: _Text, en: _Text, ours: Pair, theirs: Pair, *, running: bool) -> list[Pair]:
    """Pairs of the outermost level that has any; levels of one name go before those with only numbers in common."""
    levels_zh, levels_en = zh.levels(ours), en.levels(theirs)

    def chain(level_zh: str, level_en: str) -> list[Pair]:
        there = en.places(theirs, level_en, running=running)
        here = zh.places(ours, level_zh, running=running)
        return rising([(i, there[number]) for number, i in here.items() if number in there])

    for level in levels_zh:
        if level in levels_en and (found := chain(level, level)):
            return found
    return max((chain(a, b) for a in levels_zh for b in levels_en if a != b), key=len, default=[])


def _by_place(zh: _Text, en: _Text, ours: Pair, theirs: Pair) -> list[Pair]:
    """Sections between paired ones, where as many stand on both sides; their own ones are paired by number again."""
    tops_zh, tops_en = zh.tops(ours), en.tops(theirs)
    if not tops_zh or len(tops_zh) != len(tops_en):
        return []
    found: list[Pair] = []
    ends = [*zip(tops_zh[1:], tops_en[1:], strict=True), (ours[1], theirs[1])]
    for (i, j), (here, there) in zip(zip(tops_zh, tops_en, strict=True), ends, strict=True):
        found += [(i, j), *_paired(zh, en, (i + 1, here), (j + 1, there))]
    return found
