"""Where a statement stands, told in the same words for two editions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.language.editions import Edition
from extractors.language.links_indicators import row_id
from extractors.language.links_structure import Pair, Structure
from extractors.records import Indicator, NumericTarget
from extractors.structure.numerals import integer

Place = tuple[str, ...]
RUNGS = 7
"""Table row, box item, box, the innermost section that both editions have, and three around it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement in its place.

    Attributes:
        target: The statement.
        rungs: What it stands in, from the closest outwards, in the left edition's ids; null where the other edition
            has no such place.
        company: Sizes of the other statements of its sentence.
    """

    target: NumericTarget
    rungs: tuple[Place | None, ...]
    company: frozenset[str]


def elsewhere(a: Placed, b: Placed) -> bool:
    """Whether two statements stand in different places although both editions have the places of both."""
    chains = [[place for place in one.rungs if place is not None] for one in (a, b)]
    if not all(chains):
        return False
    return chains[0][0] not in chains[1] and chains[1][0] not in chains[0]


def placed(
    edition: Edition, structure: Structure, rows: Sequence[Pair[Indicator]], *, is_left: bool
) -> tuple[Placed, ...]:
    """An edition's statements in their places.

    Args:
        edition: The left or the right one.
        structure: What is the same in both.
        rows: Lines of main-indicator tables that are the same in both.
        is_left: Which of the two it is.
    """
    sections = {(p.left if is_left else p.right).section_id: p.left.section_id for p in structure.sections}
    boxes = {(p.left if is_left else p.right).box_id: p.left.box_id for p in structure.boxes}
    items: dict[tuple[str | None, int | None], Place] = {}
    for item in structure.items:
        own = item.left if is_left else item.right
        items[own.box_id, integer(own.item_number)] = ("item", item.left.box_id, item.left.item_number)
    around = {s.section_id: s.parent_id for s in edition.sections}
    lines = _Lines(rows, is_left=is_left)
    starts = (((p.left if is_left else p.right).char_start, p.left.section_id) for p in structure.sections)
    opened = sorted(starts)
    company: dict[tuple[int, int], list[str]] = {}
    for t in edition.targets:
        company.setdefault((t.char_start, t.char_end), []).append(_size(t))

    def rungs(t: NumericTarget) -> tuple[Place | None, ...]:
        number = integer(t.item_number) if t.item_number else None
        box = boxes.get(t.box_id) if t.box_id else None
        inner = [lines.at(t), items.get((t.box_id, number)) if t.box_id else None, ("box", box) if box else None]
        # Sections that only one edition has are stepped over: what stands in them stands in the next one around.
        outer: list[Place | None] = []
        section = t.section_id
        while section is not None and len(inner) + len(outer) < RUNGS:
            if section in sections:
                outer.append(("section", sections[section]))
            section = around.get(section)
        if opened and not outer:
            # Outside all sections that both editions have: behind the one that opened last, or before the first.
            at = bisect_right(opened, t.number_char_start, key=lambda section: section[0])
            outer.append(("behind", opened[at - 1][1] if at else ""))
        return (*inner, *outer, *[None] * (RUNGS - len(inner) - len(outer)))

    return tuple(
        Placed(t, rungs(t), frozenset(company[t.char_start, t.char_end]) - {_size(t)}) for t in edition.targets
    )


def _size(target: NumericTarget) -> str:
    return format(target.value_si if target.value_si is not None else target.value or 0.0, ".3g")


class _Lines:
    """Which linked line of a table a statement stands in."""

    def __init__(self, rows: Sequence[Pair[Indicator]], *, is_left: bool) -> None:
        own = [(p.left if is_left else p.right, row_id(p.left)) for p in rows]
        self._by_place: list[tuple[int, int, str, str]] = sorted(
            (row.char_start, row.char_end, row.table_id, name) for row, name in own
        )
        self._starts = [start for start, *_ in self._by_place]

    def at(self, target: NumericTarget) -> Place | None:
        at = bisect_right(self._starts, target.number_char_start) - 1
        if at < 0 or target.element != "table":
            return None
        _, end, table, name = self._by_place[at]
        return ("row", name) if target.number_char_start < end and target.table_id == table else None


def by_place(side: Sequence[Placed], rung: int, taken: Mapping[str, object]) -> dict[Place, list[Placed]]:
    """The statements that are not yet linked, by what they stand in at a rung."""
    groups: dict[Place, list[Placed]] = {}
    for one in side:
        place = one.rungs[rung]
        if place is not None and one.target.target_id not in taken:
            groups.setdefault(place, []).append(one)
    return groups
