"""What the print of a column shows of its paragraphs: which lines open one, which end before the column's edge.

Indents and short last lines are all that parts paragraphs in many layouts. Widths are measured, not counted: whether
a line ends early is whether the next one's first word would have stood on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.document import Line
from extractors.reading.page_turn import Box
from extractors.reading.pdf_words import Word

_LEAST_INDENT, _MOST_INDENT = 0.6, 6.0  # ems that a paragraph's first line is set in
_FLUSH = 0.4  # ems from the margin
_OTHER_SIZE = 0.08  # share by which a heading's size differs from the text's
_CENTRED = 5.0  # ems of white on both sides, alike
_BLANK = 0.2  # ems between two words at least
_SLACK = 0.15  # ems by which a measured width may be wrong
_LEAST_WHITE, _LEAST_WHITE_ZH = 0.4, 1.0  # ems more than the next word takes where a line surely ends early
_ABOUT = 6  # lines above and below by which a line is measured
_EDGE_LINES = 3  # lines that show where a column's right edge is
_NEAR_EDGE = 4.0  # ems
_SURELY_ENDED, _SURELY_FULL = 6.0, 0.5  # ems of white where the next word is not known
_SENTENCE_END = re.compile(r"[.!?。！？][\"'”’)）」』》]*[\[〔(（]?\d{0,3}[\]〕)）]?$")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# What of a Chinese line cannot be parted from its beginning, and what may not begin a line.
_FIRST_UNIT = re.compile(r"[“‘《（(〈「『【]*(?:[A-Za-z0-9.,%]+|.)[，。；：、！？）)”’》〉」』】%]*")


class ColumnLine(NamedTuple):
    """A line of a column with its box, superscripts left out, and its usual font size."""

    words: Sequence[Word]
    box: Box
    size: float

    @property
    def text(self) -> str:
        """Its words without white space."""
        return "".join([w.text for w in self.words])


class Shown(NamedTuple):
    """What the print shows of a line.

    Attributes:
        opens: Whether it opens a paragraph by its indent or its size; False where it stands at the margin of a
            column whose paragraphs are indented; null where the print does not say.
        ends: Whether it leaves so much white that the next line's first word would have stood on it; null where the
            column's edge is not known.
    """

    opens: bool | None
    ends: bool | None


UNKNOWN = Shown(None, None)
"""What no print shows."""


def shown(lines: Sequence[ColumnLine], parted: Sequence[bool], following: ColumnLine | None) -> list[Shown]:
    """What the print shows of a column's lines.

    Args:
        lines: The column's lines from top to bottom.
        parted: For each line but the first, whether more white than usual stands above it.
        following: The line that is read next behind the column, null where it is on another page.
    """
    if not lines:
        return []
    margin, edge = left_margin([line.box[0] for line in lines]), _right_edge(lines)
    # A line set off by white is none of the paragraph: a heading, a page number.
    behind = [*(None if white else line for line, white in zip(lines[1:], parted, strict=True)), following]
    reach = [line.box[2] for line in lines]
    ends = [
        None if edge is None or _is_centred(line, margin, edge) else _ends(line, after, edge, _nearer_edge(reach, at))
        for at, (line, after) in enumerate(zip(lines, behind, strict=True))
    ]
    indents = [(line.box[0] - margin) / max(line.size, 1.0) for line in lines]
    above = [False, *parted]
    return [Shown(_opens(lines, at, indents, ends, above), ends[at]) for at in range(len(lines))]


def left_margin(starts: Sequence[float]) -> float:
    """The leftmost place at which a good part of the lines begins."""
    counts = Counter(round(x) for x in starts)
    enough = max(2, len(starts) // 8)
    return min((x for x in counts if counts[x] + counts[x + 1] >= enough), default=min(starts))


def _right_edge(lines: Sequence[ColumnLine]) -> float | None:
    """Where full lines end; null where too few come near to it."""
    edge = max(line.box[2] for line in lines)
    near = sum(line.box[2] > edge - _NEAR_EDGE * line.size for line in lines)
    return edge if near >= min(_EDGE_LINES, len(lines)) and len(lines) > 1 else None


def _nearer_edge(reach: Sequence[float], at: int) -> float:
    """How far the lines about one reach, those above and those below: a box is narrower than the text around it."""
    half = _ABOUT // 2
    below = max(reach[at : at + 1 + _ABOUT])
    if at < half:
        return below
    if at + half >= len(reach):
        return max(reach[at - half : at + 1])
    return min(max(reach[max(at - _ABOUT, 0) : at + 1]), below)


def _ends(line: ColumnLine, behind: ColumnLine | None, edge: float, nearer: float) -> bool | None:
    """Whether a line ends early, by the column's edge and by that of the lines about it where they differ."""
    size = max(line.size, 1.0)
    white, white_near = (edge - line.box[2]) / size, (nearer - line.box[2]) / size
    if behind is None:
        return True if white_near > _SURELY_ENDED else False if white < _SURELY_FULL else None
    unit = _first_unit(behind, line.words[-1].text)
    if white <= unit + _SLACK:
        return False
    least = _LEAST_WHITE_ZH if _HAN.search(line.text) else _LEAST_WHITE
    return True if white_near > max(unit, 1.0) + least else None


def _first_unit(line: ColumnLine, before: str) -> float:
    """Ems that a line's first word takes behind another line, with the blank before it."""
    word = line.words[0]
    width, size = word.box[2] - word.box[0], max(word.size, 1.0)
    if not _HAN.search(word.text):
        hyphen = word.text.find("-", 1)
        share = (hyphen + 1) / len(word.text) if 0 < hyphen < len(word.text) - 1 else 1.0
        joined = before.endswith("-") or bool(_HAN.search(before[-1]))
        return share * width / size + (0.0 if joined else _BLANK)
    unit = _FIRST_UNIT.match(word.text)
    count = unit.end() if unit else 1
    if len(word.chars) == len(word.text):
        return (word.chars[count - 1].x1 - word.chars[0].x0) / size
    return width / size * count / len(word.text)


def _opens(
    lines: Sequence[ColumnLine],
    at: int,
    indents: Sequence[float],
    ends: Sequence[bool | None],
    parted: Sequence[bool],
) -> bool | None:
    begins = at == 0 or parted[at]
    if not begins and _other_size(lines[at - 1], lines[at]):
        return True
    indent = indents[at]
    if indent < _FLUSH:
        return False
    if not _LEAST_INDENT <= indent <= _MOST_INDENT:
        return None
    last = at + 1 == len(lines)
    returns = last or parted[at + 1] or indents[at + 1] < _FLUSH or _other_size(lines[at], lines[at + 1])
    if begins:
        return True if not last and not parted[at + 1] and (returns or ends[at]) else None
    is_sentence = bool(_SENTENCE_END.search(lines[at - 1].text))
    if ends[at - 1] or (ends[at - 1] is None and is_sentence):
        # Where the next line is set in as far, the whole stretch is: a list, or a paragraph of one line before it.
        returns = returns or (at + 2 < len(lines) and indents[at + 2] < _FLUSH)
        return True if returns or ends[at] else None
    stands_out = not last and (indents[at - 1] < _FLUSH or is_sentence) and indents[at + 1] < _FLUSH
    return True if stands_out and ends[at] is False else None


def _other_size(above: ColumnLine, below: ColumnLine) -> bool:
    return abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size)


def _is_centred(line: ColumnLine, margin: float, edge: float) -> bool:
    left, right = (line.box[0] - margin) / max(line.size, 1.0), (edge - line.box[2]) / max(line.size, 1.0)
    return left > _CENTRED and abs(left - right) < 1.0


def with_print(lines: Sequence[Line], prints: Mapping[int, Shown]) -> tuple[Line, ...]:
    """Lines with what the print shows of them; one at the margin opens nothing only where others are indented.

    Args:
        lines: All lines of a document.
        prints: What the print shows, by raw starts of lines.
    """
    indented = sum(found.opens is True for found in prints.values()) >= _EDGE_LINES
    out = []
    for line in lines:
        found = prints.get(line.start)
        if found is not None and line.start != line.end:
            opens = found.opens if found.opens or indented else None
            line = Line(line.start, line.end, line.page, line.at_foot, opens, found.ends)
        out.append(line)
    return tuple(out)
