"""What a reader returns and everything else takes: a document's raw text, its lines, pages and places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from extractors.errors import Outcome

TextLayer = Literal["good", "suspect", "none"]


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle on a page, in points of the page as displayed, from the top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: raw code points [start, end), without its line end; `page` is null without pages.

    `at_foot` is whether the print shows it as a note: set smaller than the page's text, at its foot. `opens` is
    whether the print shows that it opens a paragraph or goes on with one, and `stops_short` whether it leaves room
    for the next line's first word or not; both null where the print does not say, as in text. `is_running` is whether
    its place shows it as a running header or footer or a page number.
    """

    start: int
    end: int
    page: int | None
    at_foot: bool = False
    opens: bool | None = None
    stops_short: bool | None = None
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: raw code points [start, end); size in points, null for text; `number` is 1-based."""

    number: int
    start: int
    end: int
    printed_label: str | None = None
    width: float | None = None
    height: float | None = None
    rotation: int | None = None
    text_layer: TextLayer = "good"
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of characters (usually a word) with its box: raw [start, end) lies inside `region`.

    The characters of a run are about equally wide, so that a part of them has its share of the box.
    """

    start: int
    end: int
    region: Region

    def part(self, start: int, end: int) -> Region:
        """Where those of its characters stand that lie in raw [start, end).

        A run that is higher than wide is turned, whichever way: it is not cut.
        """
        box = self.region
        width = box.x1 - box.x0
        if (start <= self.start and self.end <= end) or width <= box.bottom - box.top:
            return box
        each = width / (self.end - self.start)
        x0 = box.x0 + each * max(start - self.start, 0)
        return Region(box.page, x0, box.top, box.x1 - each * max(self.end - end, 0), box.bottom)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table as printed.

    `start`, `end` are null where its text is not in the raw text in one piece: then `pieces` holds the raw spans of
    its parts in reading order, where they are known.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    start: int | None = None
    end: int | None = None
    region: Region | None = None
    pieces: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table that the reader saw by its ruling lines or its markup; `method` names how."""

    page: int | None
    page_end: int | None
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    method: str
    start: int | None = None
    end: int | None = None
    regions: tuple[Region, ...] = ()
    header_rows: int = 0
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedFrame:
    """A box drawn around, behind or beside text: raw code points [start, end), with what stands between its parts.

    Attributes:
        start: Raw start of the first text in it.
        end: Raw end of the last.
        page: Page on which it begins.
        page_end: Page on which it ends.
        kind: `ruled` by lines, `shaded` by a background, `barred` by lines above and below or one at its left.
        rows: Raw spans of the parts into which lines across divide it; a row cut by a page's end is two.
    """

    start: int
    end: int
    page: int
    page_end: int
    kind: Literal["ruled", "shaded", "barred"]
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Document:
    """A document as read, before any repair.

    Attributes:
        text: Raw text; every offset anywhere counts its code points.
        lines: Printed lines in reading order, blank ones too.
        pages: Pages in order; empty for text that shows no page starts.
        reader: Name of the engine, as in `documents.reader`.
        media_type: IANA media type of the source file.
        glyphs: Runs of characters with boxes, sorted by start; empty for text.
        tables: Tables that the reader itself could see.
        frames: Frames around text that are no tables, in the order of their starts.
    """

    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    reader: str
    media_type: str
    glyphs: tuple[Glyphs, ...] = ()
    tables: tuple[PrintedTable, ...] = ()
    frames: tuple[PrintedFrame, ...] = ()
    outcome: Outcome = "read"
    outcome_message: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _page_starts(self) -> list[int]:
        return [p.start for p in self.pages]

    @cached_property
    def _glyph_starts(self) -> list[int]:
        return [g.start for g in self.glyphs]

    def page_at(self, offset: int) -> int | None:
        """1-based page on which a raw offset stands, or null."""
        at = bisect_right(self._page_starts, offset) - 1
        return self.pages[at].number if at >= 0 else None

    def regions(self, start: int, end: int) -> tuple[Region, ...]:
        """Where the raw span [start, end) is printed: one rectangle a line, none for text."""
        first = max(bisect_left(self._glyph_starts, start) - 1, 0)
        merged: list[Region] = []
        for run in self.glyphs[first : bisect_left(self._glyph_starts, end)]:
            if run.end <= start:
                continue
            box = run.part(start, end)
            last = merged[-1] if merged else None
            middle = (box.top + box.bottom) / 2
            if last and last.page == box.page and last.top <= middle <= last.bottom and box.x0 >= last.x0 - 1:
                merged[-1] = Region(
                    box.page,
                    min(last.x0, box.x0),
                    min(last.top, box.top),
                    max(last.x1, box.x1),
                    max(last.bottom, box.bottom),
                )
            else:
                merged.append(box)
        return tuple(Region(r.page, *(round(v, 2) for v in (r.x0, r.top, r.x1, r.bottom))) for r in merged)
