"""Printed lines of a page and their segments: runs of characters with no wide gap in them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.reading.engine import Char

WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
SEGMENT_GAP = 0.9  # font sizes of white that part two segments; blanks of justified text stay below
_WORD_GAP = 0.14  # font sizes of white that are a blank between words
_WIDE_GAP = 0.4
_PRINTED_TWICE = 40  # characters before the end of a segment among which a second print is looked for
_BELOW = 1.3  # font sizes between twice the middles of two texts from which one stands below the other
_BLANK = frozenset(["", *(chr(code) for code in range(0x3001) if chr(code).isspace())])
_SAME_LINE = 0.45  # font sizes by which the middles of two characters of one line may differ


@dataclass(slots=True)
class Segment:
    """Characters of one line with no wide gap between them."""

    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    chars: list[int]


@dataclass(slots=True)
class TextLine:
    """Segments at one height, left to right."""

    top: float
    bottom: float
    size: float
    segments: list[Segment]

    @property
    def x0(self) -> float:
        """Left end."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return max(s.x1 for s in self.segments)


def text_lines(chars: Sequence[Char], among: Iterable[int] | None = None, gap: float = SEGMENT_GAP) -> list[TextLine]:
    """Lines of upright characters from top to bottom, whatever order they were drawn in.

    Args:
        chars: The page's characters.
        among: Indices to take; all where null.
        gap: Font sizes of white that part segments.
    """
    numbered = enumerate(chars) if among is None else ((i, chars[i]) for i in among)
    pieces = _pieces(numbered, gap)
    return [line for members in _by_height(pieces) for line in _lines(members, chars, gap)]


def lines_again(lines: Sequence[TextLine], chars: Sequence[Char]) -> list[TextLine]:
    """Lines anew of what stands in some lines: raised marks go to their own line, not to one beside it.

    Args:
        lines: Lines of which only a part was kept, as those of one text column.
        chars: The page's characters.
    """
    pieces = [Segment(s.x0, s.top, s.x1, s.bottom, s.size, list(s.chars)) for line in lines for s in line.segments]
    return [line for members in _by_height(pieces) for line in _lines(members, chars, SEGMENT_GAP)]


def _pieces(numbered: Iterable[tuple[int, Char]], gap: float) -> list[Segment]:
    """Runs of characters without a wide gap, as drawn: most lines are one, so that little is left to sort.

    This runs over every character of a document; it is written for speed.
    """
    pieces: list[Segment] = []
    piece: Segment | None = None
    members: list[int] = []
    last_x0 = last_x1 = last_top = last_bottom = slack = reach = 0.0
    last_text = ""
    for index, (text, x0, top, x1, bottom, _, _, _, upright, hidden, _) in numbered:
        if hidden or not upright or text in _BLANK:
            continue
        if (top == last_top and bottom == last_bottom and piece is not None) or (
            piece is not None and -slack < top - last_top < slack and -slack < bottom - last_bottom < slack
        ):
            white = x0 - last_x1
            if -slack < white < reach:
                members.append(index)
                last_x0, last_x1, last_text = x0, x1, text
                if top != last_top or bottom != last_bottom:
                    last_top, last_bottom = top, bottom
                    piece.top, piece.bottom = min(piece.top, top), max(piece.bottom, bottom)
                    piece.size = max(piece.size, bottom - top)
                continue
            if text == last_text and -slack < x0 - last_x0 < slack:
                continue  # printed twice, as poor man's bold
        if piece is not None:
            piece.x1 = last_x1
        members = [index]
        height = bottom - top
        piece = Segment(x0, top, x1, bottom, max(height, 0.1), members)
        pieces.append(piece)
        slack, reach = 0.2 * height, gap * height
        last_x0, last_x1, last_top, last_bottom, last_text = x0, x1, top, bottom, text
    if piece is not None:
        piece.x1 = last_x1
    return pieces


def _by_height(pieces: list[Segment]) -> list[list[Segment]]:
    """Pieces of one line together: by the middle of the largest, which raised digits do not move."""
    pieces.sort(key=lambda p: (p.top + p.bottom, p.x0))
    lines: list[list[Segment]] = []
    middle = size = 0.0
    for piece in pieces:
        at = (piece.top + piece.bottom) / 2
        if lines and at - middle < _SAME_LINE * max(size, piece.size):
            lines[-1].append(piece)
            if piece.size > size:
                middle, size = at, piece.size
        else:
            lines.append([piece])
            middle, size = at, piece.size
    return lines


def _lines(pieces: list[Segment], chars: Sequence[Char], gap: float) -> list[TextLine]:
    """Pieces of one height as a line, or as two where they stand one below the other."""
    if len(pieces) < 2:
        return [_line(pieces, chars, gap)]
    middles = [p.top + p.bottom for p in pieces]
    if max(middles) - min(middles) <= _BELOW * max(p.size for p in pieces):
        return [_line(pieces, chars, gap)]
    # Lines of text beside them led from one to the other.
    pieces.sort(key=lambda p: (p.x0, p.x1))
    for a, b in itertools.pairwise(pieces):
        apart = abs(a.top + a.bottom - b.top - b.bottom) > _BELOW * max(a.size, b.size)
        if apart and min(a.x1, b.x1) - max(a.x0, b.x0) > 0.5 * min(a.x1 - a.x0, b.x1 - b.x0):
            at = (a.top + a.bottom + b.top + b.bottom) / 2
            parts = [p for p in pieces if p.top + p.bottom < at], [p for p in pieces if p.top + p.bottom >= at]
            return [_line(part, chars, gap) for part in parts]
    return [_line(pieces, chars, gap)]


def _line(pieces: list[Segment], chars: Sequence[Char], gap: float) -> TextLine:
    pieces.sort(key=lambda p: (p.x0, p.x1))
    segments: list[Segment] = []
    mixed = False
    for piece in pieces:
        last = segments[-1] if segments else None
        size = max(piece.size, last.size) if last else piece.size
        if last is None or piece.x0 - last.x1 > gap * size:
            segments.append(Segment(piece.x0, piece.top, piece.x1, piece.bottom, piece.size, list(piece.chars)))
        elif not _printed_twice(last, piece, chars):
            mixed = mixed or piece.x0 < last.x1
            last.chars += piece.chars
            last.x1 = max(last.x1, piece.x1)
            last.top, last.bottom = min(last.top, piece.top), max(last.bottom, piece.bottom)
            last.size = size
    if mixed:  # drawn in bits, some of them in gaps of others
        for segment in segments:
            segment.chars.sort(key=lambda i: (chars[i].x0, chars[i].x1))
    main = max(s.size for s in segments)
    return TextLine(min(s.top for s in segments), max(s.bottom for s in segments), main, segments)


def _printed_twice(last: Segment, piece: Segment, chars: Sequence[Char]) -> bool:
    if piece.x0 > last.x1 - 0.3 * piece.size:
        return False
    count = len(piece.chars)
    near = last.chars[-count - _PRINTED_TWICE :]
    first = next((k for k, i in enumerate(near) if abs(chars[i].x0 - piece.x0) < 0.2 * piece.size), None)
    if first is None:
        return False
    same = near[first : first + count]
    return [chars[i].text for i in same] == [chars[i].text for i in piece.chars]


def finer(line: TextLine, chars: Sequence[Char], gap: float) -> TextLine:
    """The line with its segments parted at smaller gaps, in font sizes."""
    segments: list[Segment] = []
    for whole in line.segments:
        begun = len(segments)
        for index in whole.chars:
            char = chars[index]
            last = segments[-1] if len(segments) > begun else None
            if last is None or char.x0 - last.x1 > gap * whole.size:
                segments.append(Segment(char.x0, whole.top, char.x1, whole.bottom, whole.size, [index]))
            else:
                last.x1 = max(last.x1, char.x1)
                last.chars.append(index)
    return TextLine(line.top, line.bottom, line.size, segments)


def letters_in(line: TextLine, chars: Sequence[Char]) -> int:
    """How much a line says: Chinese characters count twice."""
    return sum(2 if WIDE.match(chars[i].text) else 1 for s in line.segments for i in s.chars)


def joined_text(chars: Sequence[Char], lines: Sequence[Sequence[int]]) -> str:
    """Text of some lines of characters as a reader would say it: no blank between Chinese lines or behind hyphens."""
    text = ""
    for line in lines:
        words = spaced_text(chars, line)
        if not words:
            continue
        if text and not text.endswith("-") and not (WIDE.match(text[-1]) and WIDE.match(words[0])):
            text += " "
        text += words
    return text


def spaced_text(chars: Sequence[Char], line: Sequence[int]) -> str:
    """Text of characters of one line, left to right, with blanks where the white between them is one."""
    parts: list[str] = []
    last: Char | None = None
    for index in line:
        char = chars[index]
        if last is not None:
            white = char.x0 - last.x1 if char.upright else _white_between(last, char)
            size = min(char.size, last.size)
            # Chinese is set without blanks: only white as wide as half a character is one there.
            if white > _WORD_GAP * size and (
                white > _WIDE_GAP * size or not (WIDE.match(char.text) and WIDE.match(last.text))
            ):
                parts.append(" ")
        parts.append(char.text)
        last = char
    return "".join(parts)


def _white_between(last: Char, char: Char) -> float:
    """White in reading direction."""
    if char.turn == 90 and not char.upright:
        return char.top - last.bottom
    if char.turn == 270 and not char.upright:
        return last.top - char.bottom
    return char.x0 - last.x1
