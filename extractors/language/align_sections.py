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


def paired_sections(zh: Sequence[Section], en: Sequence[Section]) -> list[Pair]:
    """Places of sections that are the same, in order.

    Args:
        zh: The sections of the Chinese text in reading order.
        en: Those of the English one.
    """
    return _paired(zh, en, (0, len(zh)), (0, len(en)))


def _paired(zh: Sequence[Section], en: Sequence[Section], ours: Pair, theirs: Pair) -> list[Pair]:
    if ours[0] == ours[1] or theirs[0] == theirs[1]:
        return []
    chain = _best_chain(zh, en, ours, theirs)
    if not chain:
        return _by_place(zh, en, ours, theirs)
    found: list[Pair] = []
    here, there = ours[0], theirs[0]
    for i, j in chain:
        found += _by_place(zh, en, (here, i), (there, j))
        here, there = _end(zh, i, ours[1]), _end(en, j, theirs[1])
        found += [(i, j), *_paired(zh, en, (i + 1, here), (j + 1, there))]
    return [*found, *_by_place(zh, en, (here, ours[1]), (there, theirs[1]))]


def _best_chain(zh: Sequence[Section], en: Sequence[Section], ours: Pair, theirs: Pair) -> list[Pair]:
    """Pairs of the outermost level that has any; levels of one name go before those with only numbers in common."""
    levels_zh, levels_en = _levels(zh, ours), _levels(en, theirs)
    for level in levels_zh:
        if level in levels_en and (chain := _chain(zh, en, ours, theirs, level, level)):
            return chain
    others = [(a, b) for a in levels_zh for b in levels_en if a != b]
    return max((_chain(zh, en, ours, theirs, a, b) for a, b in others), key=len, default=[])


def _levels(sections: Sequence[Section], span: Pair) -> list[str]:
    """The levels of a stretch in the order of their first section: outer ones come first."""
    return list(dict.fromkeys(s.level for s in sections[slice(*span)]))


def _chain(
    zh: Sequence[Section], en: Sequence[Section], ours: Pair, theirs: Pair, level_zh: str, level_en: str
) -> list[Pair]:
    places_zh, places_en = _unique(zh, ours, level_zh), _unique(en, theirs, level_en)
    return rising([(i, places_en[number]) for number, i in places_zh.items() if number in places_en])


def _unique(sections: Sequence[Section], span: Pair, level: str) -> dict[str, int]:
    """Where each number stands that one section of this level has alone."""
    numbers = {at: number for at in range(*span) if sections[at].level == level and (number := number_of(sections[at]))}
    counts = Counter(numbers.values())
    return {number: at for at, number in numbers.items() if counts[number] == 1}


def _end(sections: Sequence[Section], at: int, last: int) -> int:
    """Behind the sections that stand in this one."""
    inside = {sections[at].section_id}
    end = at + 1
    while end < last and sections[end].parent_id in inside:
        inside.add(sections[end].section_id)
        end += 1
    return end


def _by_place(zh: Sequence[Section], en: Sequence[Section], ours: Pair, theirs: Pair) -> list[Pair]:
    """Sections between paired ones, where as many stand on both sides; their own ones are paired by number again."""
    tops_zh, tops_en = _tops(zh, ours), _tops(en, theirs)
    if not tops_zh or len(tops_zh) != len(tops_en):
        return []
    found: list[Pair] = []
    ends = [*zip(tops_zh[1:], tops_en[1:], strict=True), (ours[1], theirs[1])]
    for (i, j), (here, there) in zip(zip(tops_zh, tops_en, strict=True), ends, strict=True):
        found += [(i, j), *_paired(zh, en, (i + 1, here), (j + 1, there))]
    return found


def _tops(sections: Sequence[Section], span: Pair) -> list[int]:
    inside = {s.section_id for s in sections[slice(*span)]}
    return [at for at in range(*span) if sections[at].parent_id not in inside]
