"""Tables on their side: the page turned until they stand upright, and their places turned back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.reading.engine import Char, Fill, PageContent, Rule
from extractors.reading.tables.model import Box, FoundTable
from extractors.reading.tables.text_lines import Segment, TextLine

_SAME_LINE = 0.45


def on_the_side(chars: Sequence[Char]) -> dict[int, int]:
    """How many characters are read downwards (90) and upwards (270)."""
    turns = Counter([c.turn for c in chars if not c.upright and not c.hidden])
    return {turn: turns[turn] for turn in (90, 270) if turns[turn]}


def set_upright(page: PageContent, turn: int) -> PageContent:
    """The page as it looks to who reads its text that is turned by `turn` degrees clockwise."""

    def box(x0: float, top: float, x1: float, bottom: float) -> Box:
        if turn == 90:
            return (top, page.width - x1, bottom, page.width - x0)
        return (page.height - bottom, x0, page.height - top, x1)

    chars = [
        Char(c.text, *box(c.x0, c.top, c.x1, c.bottom), c.size, c.font, c.bold, c.turn == turn, c.hidden, c.turn)
        for c in page.chars
    ]
    rules = [Rule(*box(r.x0, r.top, r.x1, r.bottom), r.width) for r in page.rules]
    fills = [Fill(*box(f.x0, f.top, f.x1, f.bottom), f.colour) for f in page.fills]
    return replace(page, width=page.height, height=page.width, chars=chars, rules=rules, fills=fills)


def turned_back(table: FoundTable, page: PageContent, turn: int) -> FoundTable:
    """A table found on the turned page, with its places on the page as displayed."""

    def box(b: Box) -> Box:
        if turn == 90:
            return (page.width - b[3], b[0], page.width - b[1], b[2])
        return (b[1], page.height - b[2], b[3], page.height - b[0])

    cells = tuple(replace(c, box=box(c.box)) for c in table.cells)
    return replace(table, box=box(table.box), cells=cells, turn=turn)


def lines_on_the_side(chars: Sequence[Char], among: Sequence[int]) -> list[TextLine]:
    """Lines of characters on their side, as in narrow heads of upright tables, in the order in which they are read."""
    ordered = sorted(among, key=lambda i: _across(chars[i]))
    groups: list[list[int]] = []
    for index in ordered:
        char = chars[index]
        last = chars[groups[-1][-1]] if groups else None
        if last and last.turn == char.turn and abs(_across(char) - _across(last)) < _SAME_LINE * char.size:
            groups[-1].append(index)
        else:
            groups.append([index])
    lines = []
    for group in groups:
        group.sort(key=lambda i: chars[i].top if chars[i].turn == 90 else -chars[i].bottom)
        own = [chars[i] for i in group]
        x0, top = min(c.x0 for c in own), min(c.top for c in own)
        x1, bottom = max(c.x1 for c in own), max(c.bottom for c in own)
        lines.append(TextLine(top, bottom, own[0].size, [Segment(x0, top, x1, bottom, own[0].size, group)]))
    return lines


def _across(char: Char) -> float:
    """Where a character stands across its reading direction: lines read downwards follow from right to left."""
    middle = (char.x0 + char.x1) / 2
    return -middle if char.turn == 90 else middle
