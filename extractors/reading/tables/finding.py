"""All tables of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.reading.engine import PageContent
from extractors.reading.tables.aligned import aligned_grid
from extractors.reading.tables.building import table_of
from extractors.reading.tables.captions import Caption, caption_of, names_drawing
from extractors.reading.tables.filling import columns_parted, filled, trimmed
from extractors.reading.tables.inner_columns import inner_columns_parted
from extractors.reading.tables.inner_rows import inner_rows_parted
from extractors.reading.tables.judging import is_aligned_table, is_drawing, is_ruled_table, is_walled
from extractors.reading.tables.lattice import TooManyLinesError, connected, grid_of
from extractors.reading.tables.model import Box, FoundTable, Method
from extractors.reading.tables.rulings import Ruling, background_edges, rulings
from extractors.reading.tables.streams import streams_of
from extractors.reading.tables.text_lines import TextLine, text_lines
from extractors.reading.tables.turned import on_the_side, set_upright, turned_back
from extractors.reading.tables.zones import Zone, framed_zone, zones_of

_TOO_MANY_LINES = "more lines are drawn on it than tables have; its ruled tables were not looked for"
_FEWEST_ON_SIDE = 40  # characters on their side that may be a table; fewer are marks at the margin


def find_tables(page: PageContent, notes: list[str] | None = None) -> list[FoundTable]:
    """Tables of a page from top to bottom; the order in which things were drawn does not matter.

    Args:
        page: What is drawn on the page.
        notes: Taken for what could not be looked at, in plain words.

    Returns:
        Tables with at least two rows and two columns of text. Frames around text, charts, lists and contents are
        none.
    """
    tables = _upright_tables(page, notes)
    for turn, count in on_the_side(page.chars).items():
        if count < _FEWEST_ON_SIDE:
            continue
        found = [turned_back(t, page, turn) for t in _upright_tables(set_upright(page, turn), None)]
        tables += [t for t in found if not any(_overlap(t.box, other.box) for other in tables)]
    return sorted(tables, key=lambda t: (t.box[1], t.box[0]))


def _upright_tables(page: PageContent, notes: list[str] | None) -> list[FoundTable]:
    lines = text_lines(page.chars)
    across, down = rulings(page.rules)
    ruled = _ruled(page, lines, across, down, notes)
    tables = ruled.tables + _aligned(page, ruled.framed, lines, [])
    free = outside(lines, [t.box for t in tables])
    bands = background_edges(page.fills)
    zones = [z for stream in streams_of(free) for z in zones_of(stream, across, bands, page.chars)]
    tables += _aligned(page, zones, free, ruled.drawings)
    if not tables:
        return []
    free = outside(lines, [t.box for t in tables])
    return [_named(t, caption_of(t.box, free, page.chars)) for t in tables]


def _named(table: FoundTable, caption: Caption | None) -> FoundTable:
    return replace(table, caption=caption.text, caption_chars=caption.chars) if caption else table


@dataclass(slots=True)
class _Ruled:
    """Tables of ruling lines; grids that are none, as of charts; and what frames of one column hold."""

    tables: list[FoundTable] = field(default_factory=list)
    drawings: list[Box] = field(default_factory=list)
    framed: list[Zone] = field(default_factory=list)


def _ruled(
    page: PageContent, lines: list[TextLine], across: list[Ruling], down: list[Ruling], notes: list[str] | None
) -> _Ruled:
    found = _Ruled()
    try:
        groups = connected(across, down)
    except TooManyLinesError:
        if notes is not None:
            notes.append(_TOO_MANY_LINES)
        return found
    for group in groups:
        if len(group[0]) >= 2:
            try:
                _sort_out(page, lines, group, found)
            except TooManyLinesError:
                if notes is not None:
                    notes.append(_TOO_MANY_LINES)
    return found


def _sort_out(
    page: PageContent, lines: list[TextLine], group: tuple[list[Ruling], list[Ruling]], found: _Ruled
) -> None:
    """Make out whether lines that meet are a table, a drawing or a frame."""
    grid = grid_of(*group)
    full = filled(grid, page.chars, lines)
    columns_parted(full)
    inner_rows_parted(full, page.chars)
    inner_columns_parted(full, page.chars)
    walled = is_walled(full)  # before thin columns go, and with them the edges that text keeps to
    trimmed(full)
    if walled and is_ruled_table(full, page.chars):
        found.tables.append(table_of(page.number, full, page.chars, "ruled"))
    elif is_drawing(full, walled=walled):
        found.drawings.append(grid.box)
    elif len(full.xs) == 2:
        found.framed += framed_zone(lines, grid.box, group[0])


def _aligned(
    page: PageContent, zones: Sequence[Zone], lines: list[TextLine], drawings: list[Box]
) -> list[FoundTable]:
    """Those of the supposed tables that are one; what stands in drawings is none."""
    tables = []
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


def outside(lines: Sequence[TextLine], boxes: Sequence[Box]) -> list[TextLine]:
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
