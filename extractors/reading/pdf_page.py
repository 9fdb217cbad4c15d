"""One PDF page read: its lines in reading order, its tables and its health."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from extractors.reading.engine import Char, PageContent
from extractors.reading.page_turn import Box
from extractors.reading.pdf_health import Health, health_of
from extractors.reading.pdf_layout import Block, PrintedLine, Run, page_text_lines, side_lines
from extractors.reading.pdf_margins import Margin
from extractors.reading.pdf_words import Word, lines_of_words
from extractors.reading.straight import Straight, straightened
from extractors.reading.table_places import as_displayed, blocks_of, frame_as_displayed, may_hold_frame, may_hold_table
from extractors.reading.tables.finding import find_frames, find_structures
from extractors.reading.tables.model import FoundTable, Frame
from extractors.reading.vertical import is_vertical, turned_across

_UPRIGHT, _HIDDEN = attrgetter("upright"), attrgetter("hidden")


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page before it is written down.

    Attributes:
        width: As displayed, in points.
        height: Likewise.
        rotation: Clockwise degrees by which the file turns it.
        label: The file's own page label.
        lines: Its lines in reading order; boxes as displayed.
        blocks: Its tables as the lines refer to them.
        tables: The same as found, boxes as displayed.
        frames: Frames that are no tables, boxes as displayed.
        health: What its text layer is worth.
        problems: What could not be read of it.
        gutter: Where its right column begins; null where it has one column.
    """

    width: float
    height: float
    rotation: int
    label: str | None
    lines: list[PrintedLine]
    blocks: list[Block]
    tables: list[FoundTable]
    frames: list[Frame]
    health: Health
    problems: tuple[str, ...]
    gutter: float | None = None


def read_page(page: PageContent, gutter: float | None = None) -> ReadPage:
    """Read a page.

    Args:
        page: What an engine gave of it.
        gutter: Where the right column of the page before begins.
    """
    shown, unseen = _shown(page)
    content, back = straightened(shown)
    words, sides = _words(content, content.chars)
    if is_vertical(words):
        content, back = straightened(turned_across(shown))
        words, sides = _words(content, content.chars)
    notes: list[str] = []
    tables, frames = _structures(content, words, notes)
    blocks, taken = blocks_of(content, tables)
    if taken:
        words, sides = _words(content, [c for i, c in enumerate(content.chars) if i not in taken])
    upright, own_gutter = page_text_lines(words, blocks, content.rules, content.height, gutter)
    lines = _placed([*sides, *_unframed(upright, frames)], back, content is not shown)
    text = "\n".join("".join(run.text for run in line.runs) for line in lines)
    return ReadPage(
        page.width,
        page.height,
        page.rotation,
        page.label,
        lines,
        blocks,
        [as_displayed(table, back) for table in tables] if content is not shown else list(tables),
        [frame_as_displayed(frame, back) for frame in frames] if content is not shown else list(frames),
        health_of(page, text, unseen, notes),
        page.problems,
        own_gutter,
    )


def _structures(
    page: PageContent, words: list[list[Word]], notes: list[str]
) -> tuple[Sequence[FoundTable], Sequence[Frame]]:
    """Tables and frames, looked for where there may be any; what kept from looking goes into `notes`."""
    if may_hold_table(page, words):
        found = find_structures(page, notes)
        return found.tables, found.frames
    return (), find_frames(page) if words and may_hold_frame(page) else ()


def _words(page: PageContent, chars: list[Char]) -> tuple[list[list[Word]], list[PrintedLine]]:
    """The words of each upright line, and the lines of what is not upright."""
    if all(map(_UPRIGHT, chars)):
        return lines_of_words(chars), []
    return lines_of_words(c for c in chars if c.upright), _sides([c for c in chars if not c.upright], page)


def _shown(page: PageContent) -> tuple[PageContent, bool]:
    """The page with the characters that are to be read, and whether these are the hidden ones.

    Text recognition lays invisible text over the picture of a page; else what is not seen is no text of it.
    """
    if not any(map(_HIDDEN, page.chars)):
        return page, False
    seen = [c for c in page.chars if not c.hidden]
    unseen = [c for c in page.chars if c.hidden]
    kept = unseen if len(unseen) > len(seen) and (page.pictures or not seen) else seen
    content = PageContent(
        page.number,
        page.width,
        page.height,
        page.rotation,
        page.label,
        kept,
        page.rules,
        page.fills,
        page.pictures,
        page.problems,
    )
    return content, kept is unseen


def _sides(chars: list[Char], page: PageContent) -> list[PrintedLine]:
    """Lines of text that is turned against the page's own: side marks and watermarks, before all else."""
    lines: list[PrintedLine] = []
    for turn in (90, 180, 270):
        straight = Straight(turn, page.width, page.height)
        part = straight.chars(c for c in chars if c.turn == turn)
        beside = Margin(True, -float(turn), 1.0)  # a place of its own: such marks are told by what they say
        lines += [replace(line, margin=beside) for line in _placed(side_lines(part), straight.back, True)]
    aslant = sorted((c for c in chars if c.turn == 0 and c.text.strip()), key=lambda c: (c.x0, c.top))
    if aslant:
        runs = tuple(Run("", c.text, (c.x0, c.top, c.x1, c.bottom)) for c in aslant)
        lines.append(PrintedLine(runs, margin=Margin(True, -360.0, 1.0)))
    return lines


def _unframed(lines: list[PrintedLine], frames: Sequence[Frame]) -> list[PrintedLine]:
    """Lines of which those in a frame are not taken for running headers or footers."""
    if not frames or not any(line.margin for line in lines):
        return lines
    return [
        replace(line, margin=None) if line.margin and any(_within(line, frame.box) for frame in frames) else line
        for line in lines
    ]


def _within(line: PrintedLine, box: Box) -> bool:
    return all(
        box[0] <= (r.box[0] + r.box[2]) / 2 <= box[2] and box[1] <= (r.box[1] + r.box[3]) / 2 <= box[3]
        for r in line.runs
    )


def _placed(lines: list[PrintedLine], back: Callable[[Box], Box], turned: bool) -> list[PrintedLine]:
    """Lines with their boxes on the page as displayed."""
    if not turned:
        return lines
    return [replace(line, runs=tuple(Run(r.before, r.text, back(r.box)) for r in line.runs)) for line in lines]
