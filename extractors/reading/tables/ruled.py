"""What ruling lines that meet make on a page: tables, frames around text, and drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.reading.engine import PageContent
from extractors.reading.tables.building import table_of
from extractors.reading.tables.filling import FilledGrid, columns_parted, filled, trimmed
from extractors.reading.tables.frames import Outline, ruled_outline
from extractors.reading.tables.inner_columns import inner_columns_parted
from extractors.reading.tables.inner_rows import inner_rows_parted
from extractors.reading.tables.judging import is_drawing, is_ruled_table, is_walled
from extractors.reading.tables.lattice import TooManyLinesError, connected, grid_of
from extractors.reading.tables.model import Box, FoundTable
from extractors.reading.tables.rulings import LineGroup, Ruling
from extractors.reading.tables.stacked import stacked_joined
from extractors.reading.tables.text_lines import TextLine
from extractors.reading.tables.zones import Zone, framed_zone

TOO_MANY_LINES = "more lines are drawn on it than tables have; its ruled tables were not looked for"


@dataclass(slots=True)
class Ruled:
    """What lines make.

    Attributes:
        groups: Lines that meet, horizontal and vertical ones.
        tables: Tables.
        drawings: Grids that are none, as of charts.
        frames: Frames of one column.
        framed: What frames hold, if that may be a table with white between its columns.
    """

    groups: list[LineGroup] = field(default_factory=list)
    tables: list[FoundTable] = field(default_factory=list)
    drawings: list[Box] = field(default_factory=list)
    frames: list[Outline] = field(default_factory=list)
    framed: list[Zone] = field(default_factory=list)


def ruled(
    page: PageContent, lines: Sequence[TextLine], across: list[Ruling], down: list[Ruling], notes: list[str] | None
) -> Ruled:
    """Tables, frames and drawings of a page's lines.

    Args:
        page: The page.
        lines: Its lines of text.
        across: Its horizontal lines.
        down: Its vertical lines.
        notes: Taken for what could not be looked at.
    """
    found = Ruled()
    try:
        found.groups = connected(across, down)
        for group in stacked_joined(found.groups, lines, page.chars):
            if len(group[0]) >= 2 and group[1]:
                _sort_out(page, lines, group, found)
    except TooManyLinesError:
        if notes is not None:
            notes.append(TOO_MANY_LINES)
    return found


def _sort_out(page: PageContent, lines: Sequence[TextLine], group: LineGroup, found: Ruled) -> None:
    """Make out whether lines that meet are a table, a drawing or a frame."""
    grid = grid_of(*group)
    full = filled(grid, page.chars, lines)
    columns_parted(full)
    if len(full.xs) > 2:
        inner_rows_parted(full, page.chars)
        inner_columns_parted(full, page.chars)
    walled = is_walled(full)  # before thin columns go, and with them the edges that text keeps to
    trimmed(full)
    if walled and is_ruled_table(full):
        found.tables.append(table_of(page.number, full, page.chars, "ruled"))
    elif is_drawing(full, walled=walled) or (len(full.xs) > 2 and not _lists_without_rows(full)):
        found.drawings.append(grid.box)
    elif len(full.xs) == 2:
        found.frames.append(ruled_outline(grid))
        found.framed += framed_zone(lines, grid.box, group[0])


def _lists_without_rows(grid: FilledGrid) -> bool:
    """Whether a grid has columns of several lines each, in one row: the lines between its rows were left out."""
    full = [c for c in grid.cells if c.lines]
    return len({c.part.r0 for c in full}) == 1 and sum(len(c.lines) > 1 for c in full) >= 2
