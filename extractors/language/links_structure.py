"""Sections, boxes and their items that are the same in two editions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from extractors.language.editions import Edition
from extractors.language.links_alignment import align
from extractors.language.links_wording import Wording
from extractors.language.place_titles import other_places
from extractors.records import Box, BoxItem, Section
from extractors.structure.numerals import integer

T = TypeVar("T")

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_LABELS = {
    "part": ("篇", "编", "編", "部分"),
    "chapter": ("章",),
    "section": ("节", "節"),
    "article": ("条", "條"),
    "box": ("专栏", "專欄"),
    "table": ("表", "附表"),
    "figure": ("图", "圖"),
}
_FLOOR = 0.38
_DISTINCT = 0.12
"""Titles of editions in one language that share less than this name different things."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """The same thing in two editions.

    Attributes:
        left, right: Its rows.
        differences: What they say otherwise, each `what: left / right`.
        score: How sure it is that they are the same, 0..1.
    """

    left: T
    right: T
    differences: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Structure:
    """What is in the same place in two editions."""

    sections: tuple[Pair[Section], ...] = ()
    boxes: tuple[Pair[Box], ...] = ()
    items: tuple[Pair[BoxItem], ...] = ()


def link_structure(left: Edition, right: Edition, wording: Wording) -> Structure:
    """The sections, boxes and items of two editions that are the same."""
    sections = _sections(left, right, wording)
    boxes = _boxes(left, right, {p.left.section_id: p.right.section_id for p in sections}, wording)
    within = _by_box(left.box_items), _by_box(right.box_items)
    languages = _language(left), _language(right)
    lines = [Counter(box_of_lines(side).values()) for side in (left, right)]
    items = []
    counted = []
    for box in boxes:
        mine, others = within[0].get(box.left.box_id, []), within[1].get(box.right.box_id, [])
        items += _items(mine, others, languages, wording)
        told = _counts("items", len(mine), len(others))
        told += _counts("lines", lines[0][box.left.box_id], lines[1][box.right.box_id])
        counted.append(replace(box, differences=(*box.differences, *told)))
    return Structure(tuple(sections), tuple(counted), tuple(items))


def box_of_lines(edition: Edition) -> dict[tuple[str, int], str]:
    """The box that each line of a main-indicator table stands in, by table and line number."""
    starts = sorted((box.char_start, box.char_end, box.box_id) for box in edition.boxes)
    found: dict[tuple[str, int], str] = {}
    for row in edition.indicators:
        at = bisect_right(starts, row.char_start, key=lambda box: box[0]) - 1
        if at >= 0 and row.char_start < starts[at][1]:
            found[row.table_id, row.row_number] = starts[at][2]
    return found


def difference(what: str, left: object, right: object) -> str:
    """A difference as links print it."""
    return f"{what}: {_shown(left)} / {_shown(right)}"


def _shown(value: object) -> str:
    if isinstance(value, float):
        return format(value, ".12g")
    return "none" if value is None else str(value)


def _sections(left: Edition, right: Edition, wording: Wording) -> list[Pair[Section]]:
    """Top-down inside linked parents; then what one edition holds without its parents, over the whole text."""
    level = _levels(left.sections, right.sections)
    below = _children(left.sections), _children(right.sections)
    pairs: list[Pair[Section]] = []
    waiting = [(below[0].get(None, []), below[1].get(None, []))]
    while waiting:
        mine, others = waiting.pop()
        found = _same_level(mine, others, level, wording)
        pairs += found
        waiting += [(below[0].get(p.left.section_id, []), below[1].get(p.right.section_id, [])) for p in found]
        if not waiting:
            done = {p.left.section_id for p in pairs}, {p.right.section_id for p in pairs}
            rest = _orphans(left.sections, done[0]), _orphans(right.sections, done[1])
            # Only where one side stands at the top of its text: an excerpt, or an edition without parts.
            tops = [s for s in rest[0] if s.parent_id is None], [s for s in rest[1] if s.parent_id is None]
            more = _same_level(rest[0], tops[1], level, wording) or _same_level(tops[0], rest[1], level, wording)
            pairs += more
            waiting += [(below[0].get(p.left.section_id, []), below[1].get(p.right.section_id, [])) for p in more]
    return sorted(pairs, key=lambda p: p.left.char_start)


def _orphans(sections: Iterable[Section], done: set[str]) -> list[Section]:
    return [s for s in sections if s.section_id not in done]


def _children(sections: Iterable[Section]) -> dict[str | None, list[Section]]:
    known: dict[str | None, list[Section]] = {}
    for section in sections:
        known.setdefault(section.parent_id, []).append(section)
    return known


def _levels(left: Sequence[Section], right: Sequence[Section]) -> dict[str, str]:
    """What the left edition's levels are called in the right one, where the names differ: by their depth."""
    names = [list(dict.fromkeys(s.level for s in side)) for side in (left, right)]
    only = [[n for n in mine if n not in others] for mine, others in (names, names[::-1])]
    return dict(zip(only[0], only[1], strict=True)) if len(only[0]) == len(only[1]) else {}


def _same_level(
    left: Sequence[Section], right: Sequence[Section], level: Mapping[str, str], wording: Wording
) -> list[Pair[Section]]:
    if not left or not right:
        return []

    def score(a: Section, b: Section) -> float:
        if level.get(a.level, a.level) != b.level:
            return 0.0
        number = a.number is not None and a.number == b.number
        titles = wording.likeness(a.title, a.language, b.title, b.language)
        if a.language[:2] == b.language[:2]:
            unnumbered = a.number is None and b.number is None
            return (0.4 if number else 0.15 if unnumbered else 0.0) + 0.6 * titles
        if a.number is not None and b.number is not None:
            return 0.8 + 0.2 * titles if number else 0.0
        return 0.4 + 0.4 * titles if a.number is None and b.number is None else 0.0

    places = align(left, right, score, _FLOOR, key=lambda s: (level.get(s.level, s.level), s.number))
    return [_section_pair(left[i], right[j], score(left[i], right[j])) for i, j in places]


def _section_pair(a: Section, b: Section, score: float) -> Pair[Section]:
    told = _label_difference(a.label, b.label)
    if a.number != b.number:
        told.append(difference("number", a.number, b.number))
    if a.number_printed and b.number_printed:
        printed = integer(a.number_printed), integer(b.number_printed)
        if a.number == b.number and None not in printed and printed[0] != printed[1]:
            told.append(difference("number as printed", a.number_printed, b.number_printed))
    return Pair(a, b, (*told, *_title_differences(a.title, b.title)), round(min(score, 1.0), 3))


def _label_difference(a: str | None, b: str | None) -> list[str]:
    if a is None or b is None or _label(a) == _label(b):
        return []
    return [difference("label", a, b)]


def _label(printed: str) -> str:
    word = printed.strip().lower()
    return next((name for name, words in _LABELS.items() if word in words), word)


def _title_differences(a: str, b: str) -> list[str]:
    """Titles are translated freely; their numbers and places are not."""
    numbers = Counter(_DIGITS.findall(a)), Counter(_DIGITS.findall(b))
    told = [difference("title", a, b)] if numbers[0] and numbers[1] and numbers[0] != numbers[1] else []
    places = other_places(a, b)
    return [*told, difference("place", *places)] if places else told


def _boxes(left: Edition, right: Edition, sections: Mapping[str, str], wording: Wording) -> list[Pair[Box]]:
    languages = _language(left), _language(right)

    def score(a: Box, b: Box) -> float:
        place = a.section_id is not None and sections.get(a.section_id) == b.section_id
        titles = wording.likeness(a.title, languages[0], b.title, languages[1])
        number = a.number is not None and a.number == b.number
        if a.number is not None and b.number is not None and not number:
            return 0.3 * place + 0.5 * titles if titles > 0.6 else 0.0
        return 0.55 * number + 0.25 * place + 0.2 * titles

    places = align(left.boxes, right.boxes, score, _FLOOR, key=lambda b: b.number)
    return [_box_pair(left.boxes[i], right.boxes[j], score(left.boxes[i], right.boxes[j])) for i, j in places]


def _language(edition: Edition) -> str:
    return edition.source.language[0]


def _box_pair(a: Box, b: Box, score: float) -> Pair[Box]:
    told = _label_difference(a.label, b.label)
    if a.number != b.number:
        told.append(difference("number", a.number, b.number))
    return Pair(a, b, (*told, *_title_differences(a.title, b.title)), round(min(score, 1.0), 3))


def _counts(what: str, left: int, right: int) -> list[str]:
    return [] if left == right else [difference(what, left, right)]


def _by_box(items: Iterable[BoxItem]) -> dict[str, list[BoxItem]]:
    known: dict[str, list[BoxItem]] = {}
    for item in items:
        known.setdefault(item.box_id, []).append(item)
    return known


def _items(
    mine: Sequence[BoxItem], others: Sequence[BoxItem], languages: tuple[str, str], wording: Wording
) -> list[Pair[BoxItem]]:
    def score(a: BoxItem, b: BoxItem) -> float:
        titles = wording.likeness(a.title, languages[0], b.title, languages[1])
        number = integer(a.item_number) == integer(b.item_number)
        same_language = languages[0][:2] == languages[1][:2]
        return (0.45 if same_language else 0.7) * number + (0.55 if same_language else 0.3) * titles

    places = align(mine, others, score, _FLOOR, key=lambda x: integer(x.item_number))
    pairs = []
    for i, j in places:
        a, b = mine[i], others[j]
        told = []
        if integer(a.item_number) != integer(b.item_number):
            told.append(difference("number", a.item_number, b.item_number))
        pairs.append(Pair(a, b, (*told, *_title_differences(a.title, b.title)), round(min(score(a, b), 1.0), 3)))
    return pairs
