"""Lines above and below a table that name it, and those that name a drawing instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.reading.engine import Char
from extractors.reading.tables.model import Box
from extractors.reading.tables.text_lines import TextLine, joined_text, spaced_text
from extractors.reading.tables.vocabulary import opening

_REACH = 5  # lines above a table within which its caption begins
_FAR = 3.2  # font sizes of white between a caption and its table, or what stands between
_CAPTION_LINES = 3
_BELOW = 2.2  # a caption below its table stands closer
_SIDE = 12.0  # points by which a caption may stand beside its table


@dataclass(frozen=True, slots=True)
class Caption:
    """A table's name: its text and characters."""

    text: str
    chars: tuple[int, ...]


def caption_of(box: Box, lines: Sequence[TextLine], chars: Sequence[Char]) -> Caption | None:
    """The caption by a table: above it, or where there is none close below.

    Args:
        box: The table's edges.
        lines: Lines outside tables, from top to bottom.
        chars: The page's characters.
    """
    above = lines_above(box, lines)
    for back, line in enumerate(above):
        if opening("caption").match(_text(line, chars)):
            return _caption(going_on(above[: back + 1][::-1], chars), chars)
        if opening("note").match(_text(line, chars)) or opening("drawing").match(_text(line, chars)):
            break
    below = _lines_below(box, lines)
    if below and opening("caption").match(_text(below[0], chars)):
        return _caption(going_on(below, chars), chars)
    return None


def going_on(lines: Sequence[TextLine], chars: Sequence[Char]) -> list[TextLine]:
    """A caption's first line and those that go on with it: close below, in its size, no note and no unit."""
    own = [lines[0]]
    for line in lines[1:_CAPTION_LINES]:
        text = _text(line, chars)
        apart = line.top - own[-1].bottom > 0.6 * line.size or abs(line.size - own[0].size) > 0.08 * line.size
        if apart or opening("note").match(text) or opening("unit").match(text):
            break
        own.append(line)
    return own


def names_drawing(box: Box, lines: Sequence[TextLine], chars: Sequence[Char]) -> bool:
    """Whether what stands at a place is called a figure by the line above or below."""
    near = [*lines_above(box, lines)[:2], *_lines_below(box, lines)[:2]]
    return any(opening("drawing").match(_text(line, chars)) for line in near)


def _caption(lines: Sequence[TextLine], chars: Sequence[Char]) -> Caption:
    rows = [[i for s in line.segments for i in s.chars] for line in lines]
    return Caption(joined_text(chars, rows), tuple(i for row in rows for i in row))


def lines_above(box: Box, lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines above a table without a wide gap between, the nearest first."""
    found: list[TextLine] = []
    edge = box[1]
    for whole in reversed(lines):
        line = _over(whole, box) if whole.bottom <= box[1] + 0.5 * whole.size else None
        if line is None:
            continue
        if edge - line.bottom > _FAR * line.size or len(found) >= _REACH:
            break
        found.append(line)
        edge = line.top
    return found


def _lines_below(box: Box, lines: Sequence[TextLine]) -> list[TextLine]:
    found: list[TextLine] = []
    edge = box[3]
    for whole in lines:
        line = _over(whole, box) if whole.top >= box[3] - 0.5 * whole.size else None
        if line is None:
            continue
        if line.top - edge > _BELOW * line.size or len(found) >= _REACH:
            break
        found.append(line)
        edge = line.bottom
    return found


def _over(line: TextLine, box: Box) -> TextLine | None:
    """What of a line stands over or under the table, not beside."""
    own = [s for s in line.segments if s.x0 < box[2] + _SIDE and s.x1 > box[0] - _SIDE]
    if len(own) == len(line.segments):
        return line
    return TextLine(min(s.top for s in own), max(s.bottom for s in own), line.size, own) if own else None


def _text(line: TextLine, chars: Sequence[Char]) -> str:
    return spaced_text(chars, [i for s in line.segments for i in s.chars][:60])
