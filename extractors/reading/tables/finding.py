"""All tables of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.reading.engine import PageContent
from extractors.reading.tables.aligned import aligned_grid
from extractors.reading.tables.building import table_of
from extractors.reading.tables.captions import Caption, caption_of, names_drawing
from extractors.reading.tables.filling import columns_parted, filled, rows_parted, trimmed
from extractors.reading.tables.inner_columns import inner_columns_parted
from extractors.reading.tables.judging import is_aligned_table, is_drawing, is_ruled_table
from extractors.reading.tables.lattice import TooManyLinesError, connected, grid_of
from extractors.reading.tables.model import Box, FoundTable, Method
from extractors.reading.tables.rulings import Ruling, rulings
from extractors.reading.tables.streams import streams_of
from extractors.reading.tables.text_lines import TextLine, text_lines
from extractors.reading.tables.zones import zones_of


def find_tables(page: PageContent, notes: list[str] | None = None) -> list[FoundTable]:
    """Tables of a page from top to bottom."""
    lines = text_lines(page.chars)
    across, down = rulings(page.rules)
    tables, drawings = _ruled(page, lines, across, down, notes)
    free = _outside(lines, [t.box for t in tables])
    tables += _aligned(page, free, across, drawings)
    if not tables:
        return []
    free = _outside(lines, [t.box for t in tables])
    named = [_named(t, caption_of(t.box, free, page.chars)) for t in tables]
    return sorted(named, key=lambda t: (t.box[1], t.box[0]))


def _named(table: FoundTable, caption: Caption | None) -> FoundTable:
    return replace(table, caption=caption.text, caption_chars=caption.chars) if caption else table


def _ruled(
    page: PageContent, lines: list[TextLine], across: list[Ruling], down: list[Ruling], notes: list[str] | None
) -> tuple[list[FoundTable], list[Box]]:
    """Tables of ruling lines, and the places of grids that are none: charts and other drawings."""
    tables: list[FoundTable] = []
    drawings: list[Box] = []
    try:
        groups = connected(across, down)
    except TooManyLinesError:
        if notes is not None:
            notes.append("more lines are drawn on it than a table has; its ruled tables were not looked for")
        return [], []
    for hs, vs in groups:
        if len(hs) < 2 or len(hs) + len(vs) < 4:
            continue
        try:
            grid = grid_of(hs, vs)
        except TooManyLinesError:
            continue
        if len(grid.parts) < 2:
            continue
        full = filled(grid, page.chars, lines)
        columns_parted(full)
        rows_parted(full, page.chars)
        inner_columns_parted(full, page.chars)
        trimmed(full)
        if is_ruled_table(full, page.chars):
            tables.append(table_of(page.number, full, page.chars, "ruled"))
        elif is_drawing(full):
            drawings.append(grid.box)
    return tables, drawings


def _aligned(page: PageContent, lines: list[TextLine], across: list[Ruling], drawings: list[Box]) -> list[FoundTable]:
    tables = []
    zones = [z for stream in streams_of(lines) for z in zones_of(stream, across, page.chars)]
    for zone in zones:
        found = aligned_grid(zone, page.chars)
        if found is None or any(_overlap(zone.box, d) for d in drawings):
            continue
        grid, heads = found
        captioned = caption_of(zone.box, lines, page.chars) is not None
        if not captioned and names_drawing(zone.box, lines, page.chars):
            continue
        if is_aligned_table(grid, heads, zone, page.chars, captioned):
            method: Method = "rules-across" if zone.rules else "aligned"
            tables.append(table_of(page.number, grid, page.chars, method, heads))
    return tables


def _overlap(box: Box, other: Box) -> bool:
    """Whether at least half of a box stands in the other."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    return width > 0 and height > 0 and width * height >= 0.5 * (box[2] - box[0]) * (box[3] - box[1])


def _outside(lines: Sequence[TextLine], boxes: Sequence[Box]) -> list[TextLine]:
    """Lines without the segments that stand in one of the boxes."""
    if not boxes:
        return list(lines)
    out = []
    for line in lines:
        own = [s for s in line.segments if not any(_inside(s.x0, s.top, s.x1, s.bottom, b) for b in boxes)]
        if len(own) == len(line.segments):
            out.append(line)
        elif own:
            out.append(TextLine(min(s.top for s in own), max(s.bottom for s in own), line.size, own))
    return out


def _inside(x0: float, top: float, x1: float, bottom: float, box: Box) -> bool:
    across, down = (x0 + x1) / 2, (top + bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
