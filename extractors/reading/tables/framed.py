"""What of a frame's text may be a table: not its title above, and not the notes below."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading.engine import Char
from extractors.reading.tables.captions import going_on
from extractors.reading.tables.model import FoundTable
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import TextLine, spaced_text
from extractors.reading.tables.vocabulary import opening
from extractors.reading.tables.zones import Zone

_EDGE = 3.0  # points within which a line across is the frame's own edge


def framed_zones(
    zones: Sequence[Zone], tables: Sequence[FoundTable], across: Sequence[Ruling], chars: Sequence[Char]
) -> list[Zone]:
    """Supposed tables of frames without the frames' titles and notes, with the lines across that stand free in them.

    Args:
        zones: What the frames hold.
        tables: Ruled tables; a frame around one holds no other.
        across: Lines across that meet no others.
        chars: The page's characters.
    """
    found = []
    for zone in zones:
        if any(_stands_in(table, zone) for table in tables):
            continue
        lines = _without_notes(_without_title(zone.lines, chars), chars)
        if len(lines) < 2:
            continue
        own = Zone(lines, list(zone.rules))
        x0, top, x1, bottom = own.box
        reach = 2 * lines[0].size
        free = [r for r in across if top - reach < r.at < bottom + reach and r.start < x1 and r.end > x0]
        places = [r.at for r in zone.rules]
        own.rules = sorted([*zone.rules, *(r for r in free if all(abs(r.at - at) > _EDGE for at in places))])
        found.append(own)
    return found


def _stands_in(table: FoundTable, zone: Zone) -> bool:
    x0, top, x1, bottom = zone.box
    across, down = (table.box[0] + table.box[2]) / 2, (table.box[1] + table.box[3]) / 2
    return x0 <= across <= x1 and top <= down <= bottom


def _without_title(lines: list[TextLine], chars: Sequence[Char]) -> list[TextLine]:
    first = 0
    if opening("caption").match(_text(lines[0], chars)):
        first = len(going_on(lines, chars))
    while first < len(lines) and opening("unit").match(_text(lines[first], chars)):
        first += 1
    return lines[first:]


def _without_notes(lines: list[TextLine], chars: Sequence[Char]) -> list[TextLine]:
    half = len(lines) // 2
    end = next((at for at in range(half, len(lines)) if opening("note").match(_text(lines[at], chars))), len(lines))
    return lines[:end]


def _text(line: TextLine, chars: Sequence[Char]) -> str:
    return spaced_text(chars, [i for s in line.segments for i in s.chars][:60])
