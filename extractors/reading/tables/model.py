"""What is found on a page: tables with their cells, and frames; all places in points of the displayed page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Box = tuple[float, float, float, float]  # x0, top, x1, bottom
FrameKind = Literal["ruled", "shaded", "barred"]
Method = Literal["ruled", "rules-across", "aligned"]


@dataclass(frozen=True, slots=True)
class FoundCell:
    """One cell.

    Attributes:
        row: 0-based row of its upper edge.
        column: 0-based column of its left edge.
        row_span: Rows that it takes.
        column_span: Columns that it takes.
        box: Its edges: ruling lines where there are some, else the middle of the white around it.
        chars: Indices into `PageContent.chars` of what is printed in it, in reading order, blanks left out.
        text: The same as text; its lines are joined as a reader would.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    chars: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on one page.

    Attributes:
        page: 1-based page number.
        box: Its edges.
        rows: Number of rows.
        columns: Number of columns.
        cells: By row and column; places that no cell takes hold nothing.
        method: `ruled` by lines in both directions, `rules-across` by horizontal ones, `aligned` by its white.
        header_rows: Rows at its top that say what the columns hold.
        caption: The line or lines that name it, or null.
        caption_chars: Indices of the caption's characters.
        edges: Left edges of its columns and the right edge of the last, on the page turned by `turn`.
        turn: Clockwise degrees by which its text is turned on the displayed page.
        begins_page: Whether nothing but running headers stands above it.
        ends_page: Whether nothing but running footers stands below it.
    """

    page: int
    box: Box
    rows: int
    columns: int
    cells: tuple[FoundCell, ...]
    method: Method
    header_rows: int = 0
    caption: str | None = None
    caption_chars: tuple[int, ...] = ()
    edges: tuple[float, ...] = ()
    turn: int = 0
    begins_page: bool = False
    ends_page: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands of a cell on one page."""

    page: int
    box: Box
    chars: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JoinedCell:
    """A cell of a table that may run over pages; a cell cut by a page's end has two pieces."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class JoinedTable:
    """A table with its parts on all pages; `boxes` and `pages` are of the parts."""

    rows: int
    columns: int
    cells: tuple[JoinedCell, ...]
    header_rows: int
    caption: str | None
    method: Method
    pages: tuple[int, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A box drawn around or behind text.

    Attributes:
        page: 1-based page number.
        box: Its edges.
        kind: `ruled` by lines, `shaded` by a background, `barred` by lines above and below, or one at its left.
        rows: The parts into which lines across divide it, from top to bottom; the frame itself where none do.
        chars: Indices of the characters within, from top to bottom.
        open_top: Whether it goes on from the page before: it has no upper edge, or begins where the text area does.
        open_bottom: Whether it goes on over the page's end.
    """

    page: int
    box: Box
    kind: FrameKind
    rows: tuple[Box, ...]
    chars: tuple[int, ...]
    open_top: bool = False
    open_bottom: bool = False
