"""Tables found on a page, as the layout writes them down and as the document keeps them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from extractors.reading.engine import PageContent
from extractors.reading.page_turn import Box
from extractors.reading.pdf_layout import Block, CellText
from extractors.reading.pdf_words import Word
from extractors.reading.tables.model import FoundTable, Frame
from extractors.reading.tables.rulings import is_white

_COLUMN_GAP = 0.85  # font sizes of white that may part columns
_SAME_EDGE = 4.0  # points
_WIDE_LINE = 0.4  # share of the page's width from which on two lines across may mark a box off
_WIDE_FILL = 0.2  # likewise of a background
_LINE = 9.0  # points: what is lower stands beside no line of text
_MARGIN = 0.1  # share of the page's height in which the rules of running headers and footers stand
_WHOLE = 0.9  # share of the page's height from which on a background is the page's own
_NEAR = 6  # lines within which three must have white in them, or they are headings behind their numbers


def may_hold_table(page: PageContent, lines: Sequence[Sequence[Word]]) -> bool:
    """Whether a look for tables is worth its time: some lines are drawn, or some text stands apart on its line.

    Args:
        page: What is drawn on it.
        lines: Words of each of its lines.
    """
    # Lines beside those of a frame part columns, whose texts may stand close; so may fills of different cells.
    if _places(r.x0 for r in page.rules if r.bottom - r.top > r.x1 - r.x0) > 2 or _places(f.x0 for f in page.fills) > 1:
        return bool(lines)
    least = _NEAR if _places(r.top for r in page.rules if r.x1 - r.x0 > r.bottom - r.top) < 2 else 0
    apart: list[int] = []  # indices of lines with white in them
    for index, line in enumerate(lines):
        gaps = sum(b.box[0] - a.box[2] > _COLUMN_GAP * a.size for a, b in itertools.pairwise(line))
        if gaps > 1 or (gaps and not least) or (gaps and len(apart) > 1 and index - apart[-2] < least):
            return True
        if gaps:
            apart.append(index)
    return False


def may_hold_frame(page: PageContent) -> bool:
    """Whether a look for frames is worth its time: a line down, two wide ones across or a background are drawn.

    Args:
        page: What is drawn on it.
    """
    wide = 0
    for rule in page.rules:
        if rule.bottom - rule.top >= max(_LINE, rule.x1 - rule.x0):
            return True
        inner = _MARGIN * page.height < rule.top < (1 - _MARGIN) * page.height
        wide += inner and rule.x1 - rule.x0 >= _WIDE_LINE * page.width
    return wide > 1 or any(
        f.x1 - f.x0 >= _WIDE_FILL * page.width and f.bottom - f.top < _WHOLE * page.height and not is_white(f)
        for f in page.fills
    )


def _places(values: Iterable[float]) -> int:
    """Number of places, values close by taken as one."""
    ordered = sorted(values)
    return sum(1 for i, v in enumerate(ordered) if not i or v - ordered[i - 1] > _SAME_EDGE)


def blocks_of(page: PageContent, tables: Sequence[FoundTable]) -> tuple[list[Block], set[int]]:
    """Tables for the layout, and the indices of the characters that stand in them.

    Args:
        page: The page that they were found on.
        tables: What was found.
    """
    blocks = []
    taken: set[int] = set()
    for table in tables:
        rows: dict[int, list[CellText]] = {}
        for number, cell in enumerate(table.cells):
            own = _with_blanks(page, cell.chars)
            taken.update(own)
            rows.setdefault(cell.row, []).append(CellText(number, [page.chars[i] for i in own]))
        blocks.append(Block(table.box, tuple(tuple(rows[row]) for row in sorted(rows))))
    return blocks, taken


def _with_blanks(page: PageContent, chars: Sequence[int]) -> list[int]:
    """A cell's characters with the blanks drawn behind them, which part words that stand close."""
    own = []
    for index in chars:
        own.append(index)
        if index + 1 < len(page.chars) and page.chars[index + 1].text.isspace():
            own.append(index + 1)
    return own


def as_displayed(table: FoundTable, back: Callable[[Box], Box]) -> FoundTable:
    """A table with its boxes on the page as displayed.

    Args:
        table: What was found where the page's text is upright.
        back: Leads from there to the page as displayed.
    """
    cells = tuple(replace(cell, box=back(cell.box)) for cell in table.cells)
    return replace(table, box=back(table.box), cells=cells)


def frame_as_displayed(frame: Frame, back: Callable[[Box], Box]) -> Frame:
    """A frame with its boxes on the page as displayed.

    Args:
        frame: What was found where the page's text is upright.
        back: Leads from there to the page as displayed.
    """
    return replace(frame, box=back(frame.box), rows=tuple(back(row) for row in frame.rows))
