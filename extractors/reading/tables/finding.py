"""All tables and frames of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.reading.engine import PageContent
from extractors.reading.tables.aligned import aligned_grid
from extractors.reading.tables.building import table_of
from extractors.reading.tables.captions import Caption, caption_of, names_drawing
from extractors.reading.tables.framed import framed_zones
from extractors.reading.tables.frames import (
    barred_outlines,
    frames_of,
    half_open_outlines,
    shaded_outlines,
    side_bars,
    without,
)
from extractors.reading.tables.judging import is_aligned_table
from extractors.reading.tables.lookalikes import is_bar_chart, is_form
from extractors.reading.tables.model import Box, FoundTable, Frame, Method
from extractors.reading.tables.neighbours import side_by_side
from extractors.reading.tables.page_ends import body_lines, without_header
from extractors.reading.tables.ruled import Ruled, ruled
from extractors.reading.tables.rulings import Ruling, background_edges, rulings
from extractors.reading.tables.streams import streams_of, streams_of_rules
from extractors.reading.tables.text_lines import TextLine, lines_again, text_lines
from extractors.reading.tables.turned import on_the_side, set_upright, turned_back
from extractors.reading.tables.zones import Zone, zones_of

_HEADER, _FOOTER = 0.07, 0.09  # shares of the page's height
_FEWEST_ON_SIDE = 40  # characters on their side that may be a table; fewer are marks at the margin


@dataclass(frozen=True, slots=True)
class Structures:
    """Tables and frames of a page, each from top to bottom."""

    tables: tuple[FoundTable, ...]
    frames: tuple[Frame, ...]


def find_tables(page: PageContent, notes: list[str] | None = None) -> list[FoundTable]:
    """Tables of a page from top to bottom; the order in which things were drawn does not matter.

    Args:
        page: What is drawn on the page.
        notes: Taken for what could not be looked at, in plain words.

    Returns:
        Tables with at least two rows and two columns of text. Frames around text, charts, lists and contents are
        none.
    """
    return list(find_structures(page, notes).tables)


def find_frames(page: PageContent) -> list[Frame]:
    """Frames of a page from top to bottom: boxes around, behind or beside text that are no ruled tables.

    Quicker than `find_structures`, for pages whose text shows no table without lines.
    """
    lines = text_lines(page.chars)
    across, down = rulings(page.rules)
    drawn = ruled(page, lines, across, down, None)
    return without(_frames(page, lines, across, drawn), [t.box for t in drawn.tables])


def find_structures(page: PageContent, notes: list[str] | None = None) -> Structures:
    """Tables and frames of a page in one go."""
    tables, frames = _upright(page, notes)
    turns = [turn for turn, count in on_the_side(page.chars).items() if count >= _FEWEST_ON_SIDE]
    if turns:
        tables = [t for t in tables if not _stands_on_side(t, page)]
    for turn in turns:
        found = [turned_back(t, page, turn) for t in _upright(set_upright(page, turn), None)[0]]
        tables += [t for t in found if not any(_overlap(t.box, other.box) for other in tables)]
    tables.sort(key=lambda t: (t.box[1], t.box[0]))
    return Structures(tuple(tables), tuple(frames))


def _stands_on_side(table: FoundTable, page: PageContent) -> bool:
    """Whether most of a table's text is on its side, so that its rows are columns."""
    upright = [page.chars[i].upright for c in table.cells for i in c.chars]
    return 2 * sum(upright) < len(upright)


def _upright(page: PageContent, notes: list[str] | None) -> tuple[list[FoundTable], list[Frame]]:
    lines = text_lines(page.chars)
    across, down = rulings(page.rules)
    drawn = ruled(page, lines, across, down, notes)
    lone = [h for group in drawn.groups if not group[1] for h in group[0]]
    tables = drawn.tables + _aligned(
        page, framed_zones(drawn.framed, drawn.tables, lone, page.chars), lines, [], across
    )
    free = outside(lines, [t.box for t in tables])
    bands = background_edges(page.fills)
    # Lines across that meet others are the edges of frames and drawings, if they have made no table.
    # Those in the margins part running headers and footers from the text.
    inner = (_HEADER * page.height, (1 - _FOOTER) * page.height)
    lone = sorted(h for h in lone if inner[0] < h.at < inner[1])
    beside, rest = streams_of_rules(without_header(free, across, page), lone, bands)
    streams = [*beside]
    for stream in streams_of(rest, sorted([*lone, *bands]), page.chars):
        streams += side_by_side(stream, page.chars)
    if len(streams) > 1:
        streams = [lines_again(stream, page.chars) for stream in streams]
    zones = [z for stream in streams for z in zones_of(stream, lone, bands, page.chars)]
    tables += _aligned(page, zones, free, drawn.drawings, across)
    if tables:
        free = outside(lines, [t.box for t in tables])
        body = outside(body_lines(lines, page.height), [t.box for t in tables])
        tables = [_placed(_named(t, caption_of(t.box, free, page.chars)), body) for t in tables]
    return tables, without(_frames(page, lines, across, drawn), [t.box for t in tables])


def _frames(page: PageContent, lines: list[TextLine], across: list[Ruling], drawn: Ruled) -> list[Frame]:
    if not (drawn.groups or page.fills):
        return []
    outlines = [
        *drawn.frames,
        *half_open_outlines(drawn.groups),
        *shaded_outlines(page.fills, page),
        *barred_outlines(across, drawn.groups, page),
        *side_bars(drawn.groups, lines, page),
    ]
    return frames_of(outlines, lines, page) if outlines else []


def _named(table: FoundTable, caption: Caption | None) -> FoundTable:
    return replace(table, caption=caption.text, caption_chars=caption.chars) if caption else table


def _placed(table: FoundTable, body: Sequence[TextLine]) -> FoundTable:
    """The table with whether it begins and ends the page's text."""
    own = set(table.caption_chars)
    body = [t for t in body if own.isdisjoint(t.segments[0].chars)]
    return replace(
        table,
        begins_page=not any(t.bottom <= table.box[1] + 1 for t in body),
        ends_page=not any(t.top >= table.box[3] - 1 for t in body),
    )


def _aligned(
    page: PageContent, zones: Sequence[Zone], lines: list[TextLine], drawings: list[Box], across: list[Ruling]
) -> list[FoundTable]:
    """Those of the supposed tables that are one; what stands in drawings is none."""
    tables = []
    for zone in zones:
        if is_form(zone, across) or is_bar_chart(zone, page.fills):
            continue
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
