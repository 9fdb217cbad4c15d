"""Two texts cut into stretches that translate each other: under one heading, in one item of a box."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from extractors.language.align import USUAL_RATIO
from extractors.language.align_sections import Pair, number_of, paired_sections
from extractors.language.align_sentences import Sentence, length_en, length_zh, sentences
from extractors.records import Box, Section
from extractors.structure.model import Block

K = TypeVar("K", bound=Hashable)

_OUT_OF_BALANCE = 0.35
"""Of the logarithm of two lengths: beyond, a text is not the translation of another as a whole."""
_NOISE = 150.0
"""Letters on both sides that count for nothing, so that short texts are hardly out of balance."""


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a document: its sections, boxes and paragraphs, in reading order, without footnotes."""

    sections: tuple[Section, ...]
    boxes: tuple[Box, ...]
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Stretch:
    """Sentences that are aligned as one.

    Attributes:
        zh, en: The sentences of both sides, in order.
        headed: Whether the first of both are headings that numbers or places have paired.
        last: Whether the running text ends here.
    """

    zh: list[Sentence]
    en: list[Sentence]
    headed: bool = False
    last: bool = False


def stretches(zh: Side, en: Side) -> list[Stretch]:
    """The stretches of two texts, running text first, then boxes. Boxes without a counterpart are in none."""
    pairs = paired_sections(zh.sections, en.sections)
    return [*_running(zh, en, pairs), *_boxed(zh, en, pairs)]


def _running(zh: Side, en: Side, pairs: Sequence[Pair]) -> list[Stretch]:
    ours, theirs = _by_section(zh), _by_section(en)
    found = [Stretch(ours[0], theirs[0])]
    here = there = 0
    # Sections of one place but of two numbers are the same only if their texts can be.
    sure = [
        (i, j)
        for i, j in pairs
        if number_of(zh.sections[i]) == number_of(en.sections[j])
        or _imbalance([ours[i + 1]], [theirs[j + 1]]) <= _OUT_OF_BALANCE
    ]
    for i, j in [*sure, (len(zh.sections), len(en.sections))]:
        found += _unpaired(found[-1], ours[here + 1 : i + 1], theirs[there + 1 : j + 1])
        if i < len(zh.sections):
            found.append(_stretch(ours[i + 1], theirs[j + 1]))
        here, there = i + 1, j + 1
    for stretch in reversed(found):
        if stretch.zh or stretch.en:
            stretch.last = True
            break
    return found


def _stretch(zh: Sequence[Sentence], en: Sequence[Sentence]) -> Stretch:
    return Stretch([*zh], [*en], headed=bool(zh and en and zh[0].heading and en[0].heading))


def _unpaired(before: Stretch, zh: Sequence[list[Sentence]], en: Sequence[list[Sentence]]) -> list[Stretch]:
    """What becomes of sections that have no counterpart.

    Where the other side has lost a heading, its text is in the section before; that is seen by the lengths. So many
    of them are put there as make it balanced; the others are a stretch of their own.
    """
    if not any(zh) and not any(en):
        return []
    if zh and en:
        apart = max(_imbalance([before.zh], [before.en]), _imbalance(zh, en))
        if apart > _OUT_OF_BALANCE and _imbalance([before.zh, *zh], [before.en, *en]) < apart:
            before.zh += [s for group in zh for s in group]
            before.en += [s for group in en for s in group]
            return []
        return [Stretch([s for group in zh for s in group], [s for group in en for s in group])]
    taken = _taken(before, zh, en) if _imbalance([before.zh], [before.en]) > _OUT_OF_BALANCE else 0
    before.zh += [s for group in zh[:taken] for s in group]
    before.en += [s for group in en[:taken] for s in group]
    rest = Stretch([s for group in zh[taken:] for s in group], [s for group in en[taken:] for s in group])
    return [rest] if rest.zh or rest.en else []


def _taken(before: Stretch, zh: Sequence[list[Sentence]], en: Sequence[list[Sentence]]) -> int:
    """How many of the sections that one side has alone make the stretch before them most balanced."""
    ours, theirs = _long_zh([before.zh]), _long_en([before.en])
    best, least = 0, _difference(ours, theirs)
    for at, group in enumerate(zh or en, 1):
        ours += _long_zh([group]) if zh else 0
        theirs += _long_en([group]) if en else 0
        if (now := _difference(ours, theirs)) < least:
            best, least = at, now
    return best


def _imbalance(zh: Sequence[list[Sentence]], en: Sequence[list[Sentence]]) -> float:
    return _difference(_long_zh(zh), _long_en(en))


def _difference(zh: float, en: float) -> float:
    return abs(log((en + _NOISE) / (USUAL_RATIO * zh + _NOISE)))


def _long_zh(groups: Sequence[list[Sentence]]) -> float:
    return sum(length_zh(s.text.text) for group in groups for s in group)


def _long_en(groups: Sequence[list[Sentence]]) -> float:
    return sum(length_en(s.text.text) for group in groups for s in group)


def _by_section(side: Side) -> list[list[Sentence]]:
    """The sentences of the side's running text: those in front of all sections, then those of each section."""
    place = {s.section_id: at for at, s in enumerate(side.sections, 1)}
    found: list[list[Sentence]] = [[] for _ in range(len(side.sections) + 1)]
    for block in side.blocks:
        if block.element == "prose":
            found[place.get(block.section_id or "", 0)] += sentences(block)
    return found


def _boxed(zh: Side, en: Side, pairs: Sequence[Pair]) -> list[Stretch]:
    """Boxes that are the same, item by item; items that only one side has are aligned together."""
    ours_in, theirs_in = _by_item(zh), _by_item(en)
    found = []
    for one, other in _paired_boxes(zh, en, pairs):
        ours, theirs = ours_in.get(one.box_id, {}), theirs_in.get(other.box_id, {})
        found += [_stretch(ours[item], theirs[item]) for item in ours if item in theirs]
        left_zh = [s for item in ours if item not in theirs for s in ours[item]]
        left_en = [s for item in theirs if item not in ours for s in theirs[item]]
        if left_zh or left_en:
            found.append(_stretch(left_zh, left_en))
    return found


def _paired_boxes(zh: Side, en: Side, pairs: Sequence[Pair]) -> list[tuple[Box, Box]]:
    """Boxes of one number, then of one number or place in sections that are the same."""
    shared = {zh.sections[i].section_id: en.sections[j].section_id for i, j in pairs}
    of_zh = {b.box_id: shared.get(b.section_id or "", f"zh {b.section_id}") for b in zh.boxes}
    of_en = {b.box_id: b.section_id for b in en.boxes}
    left_zh, left_en = {b.box_id: b for b in zh.boxes}, {b.box_id: b for b in en.boxes}
    found: list[tuple[Box, Box]] = []

    def take(ours: Mapping[str, Hashable], theirs: Mapping[str, Hashable]) -> None:
        for one, other in _same(ours, theirs):
            found.append((left_zh.pop(one), left_en.pop(other)))

    take({k: b.number for k, b in left_zh.items()}, {k: b.number for k, b in left_en.items()})
    take({k: (b.number, of_zh[k]) for k, b in left_zh.items()}, {k: (b.number, of_en[k]) for k, b in left_en.items()})
    take(_placed({k: of_zh[k] for k in left_zh}), _placed({k: of_en[k] for k in left_en}))
    return found


def _same(ours: Mapping[str, Hashable], theirs: Mapping[str, Hashable]) -> list[tuple[str, str]]:
    """Pairs of what has one mark, that nothing else has."""
    counts, others = Counter(ours.values()), Counter(theirs.values())
    marked = {mark: key for key, mark in theirs.items() if others[mark] == 1 and mark is not None}
    return [(key, marked[mark]) for key, mark in ours.items() if counts[mark] == 1 and mark in marked]


def _placed(sections: Mapping[str, str | None]) -> dict[str, Hashable]:
    """The section of each box, which of its boxes it is, and how many it has."""
    counts, seen = Counter(sections.values()), Counter[str | None]()
    places: dict[str, Hashable] = {}
    for box, section in sections.items():
        seen[section] += 1
        places[box] = (section, seen[section], counts[section])
    return places


def _by_item(side: Side) -> dict[str, dict[str | None, list[Sentence]]]:
    """The sentences of each box by the number of their item; null outside items."""
    found: dict[str, dict[str | None, list[Sentence]]] = defaultdict(dict)
    for block in side.blocks:
        if block.element == "box" and block.box_id:
            found[block.box_id].setdefault(block.item_number, []).extend(sentences(block))
    return found
