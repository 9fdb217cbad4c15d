"""Characters of a PDF page to words and lines, whatever the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractors.reading.engine import Char
from extractors.reading.page_turn import Box

_WORD_GAP = 0.2  # font sizes of white that may stand inside a word
_STRIP_GAP = 1.0  # font sizes of white over which characters drawn one after the other stay in one strip
_OVERLAP = 0.5  # font sizes by which neighbours may overlap and still follow each other
_SAME_SIZE = 0.8  # least ratio of two sizes within a word; a raised digit is smaller
_SAME_LINE = 0.5  # share of the lower word's height that must overlap
_LEAST_HEIGHT = 0.35  # of its line that a word must be high
_BAND = 8.0  # points; lines are looked up by the bands that they touch


class Word(NamedTuple):
    """A run of characters without blank: text, box, font size in points, and what it is made of."""

    text: str
    box: Box
    size: float
    chars: Sequence[Char]


class _Piece:
    """Characters of a word drawn one after the other; whether a blank or the white before and behind is known."""

    __slots__ = ("bottom", "chars", "ends", "size", "starts", "top", "x0", "x1")

    def __init__(self, chars: list[Char], starts: bool) -> None:
        first = chars[0]
        self.chars = chars
        self.starts = starts
        self.ends = False
        self.x0, self.top, self.bottom, self.size = first.x0, first.top, first.bottom, first.size
        self.x1 = first.x1


class _Strip:
    """Pieces drawn one after the other on one base line in one size."""

    __slots__ = ("bottom", "pieces", "top", "x0", "x1")

    def __init__(self, pieces: list[_Piece]) -> None:
        self.pieces = pieces
        self.x0, self.x1 = pieces[0].x0, max(p.x1 for p in pieces)
        self.top, self.bottom = pieces[0].top, pieces[0].bottom


def lines_of_words(chars: Iterable[Char]) -> list[list[Word]]:
    """Words that stand on one line, left to right; lines from top to bottom.

    A word belongs to the line that it overlaps by half of the smaller height: superscripts do, the next line's tall
    brackets do not.

    Args:
        chars: Upright characters in any order.
    """
    lines: list[list[Word]] = []
    for strips in _grouped(_strips(chars)):
        pieces = sorted((p for s in strips for p in s.pieces), key=_place)
        line = [w for w in map(_word, _joined(pieces)) if w is not None]
        if line:
            lines.append(line)
    return lines


def _place(piece: _Piece) -> tuple[float, float, float, str]:
    return (piece.x0, piece.top, piece.x1, piece.chars[0].text)


def _strips(chars: Iterable[Char]) -> list[_Strip]:
    """Characters as they follow each other; a strip ends where the base line, the size or the direction breaks."""
    strips: list[_Strip] = []
    pieces: list[_Piece] = []
    current: list[Char] | None = None
    top = bottom = end = slack = 0.0
    for char in chars:
        x0, x1 = char[1], char[3]
        gap = x0 - end
        if char[2] != top or char[4] != bottom or not -_OVERLAP * slack < gap < _STRIP_GAP * slack or not pieces:
            if pieces:
                strips.append(_closed(pieces))
            top, bottom, slack = char[2], char[4], char[5]
            end = x1
            current = [char]
            pieces = [_Piece(current, False)]
            if char[0].isspace():
                pieces[0].ends = pieces[0].starts = True
                current = None
            continue
        if char[0].isspace():
            pieces[-1].ends = True
            current = None
        elif current is None or gap > _WORD_GAP * slack:
            current = [char]
            pieces.append(_Piece(current, True))
        else:
            current.append(char)
        end = x1
    if pieces:
        strips.append(_closed(pieces))
    return strips


def _closed(pieces: list[_Piece]) -> _Strip:
    for piece in pieces:
        piece.x1 = piece.chars[-1].x1
    return _Strip(pieces)


def _grouped(strips: list[_Strip]) -> list[list[_Strip]]:
    """Strips by line, lines from top to bottom; the tallest first, so that they make the lines."""
    tops: list[float] = []
    bottoms: list[float] = []
    members: list[list[_Strip]] = []
    bands: dict[int, list[int]] = {}
    for strip in sorted(strips, key=lambda s: (s.top - s.bottom, s.top, s.x0, s.x1)):
        top, bottom = strip.top, strip.bottom
        height = max(bottom - top, 0.1)
        best, best_share = -1, _SAME_LINE
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            for index in bands.get(band, ()):
                if height < _LEAST_HEIGHT * (bottoms[index] - tops[index]):
                    continue
                share = (min(bottom, bottoms[index]) - max(top, tops[index])) / height
                if share > best_share:
                    best, best_share = index, share
        if best >= 0:
            members[best].append(strip)
            continue
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            bands.setdefault(band, []).append(len(members))
        tops.append(top)
        bottoms.append(bottom)
        members.append([strip])
    order = sorted(range(len(members)), key=lambda i: (tops[i] + bottoms[i], members[i][0].x0))
    return [members[i] for i in order]


def _joined(pieces: Sequence[_Piece]) -> list[list[Char]]:
    """Pieces of a line, left to right, to words: those that touch without a blank are one."""
    words: list[list[Char]] = []
    before: _Piece | None = None
    for piece in pieces:
        if (
            before is not None
            and not (piece.starts or before.ends)
            and -_OVERLAP * piece.size < piece.x0 - before.x1 <= _WORD_GAP * max(piece.size, before.size)
            and _SAME_SIZE * max(piece.size, before.size) <= min(piece.size, before.size)
        ):
            words[-1] = [*words[-1], *piece.chars]
        else:
            words.append(piece.chars)
        before = piece
    return words


def _word(chars: list[Char]) -> Word | None:
    """A word without what cannot be printed; null where nothing is left.

    A line of the page must stay one line of the text, and the text must encode as UTF-8.
    """
    text = "".join([c[0] for c in chars])
    if not text.isprintable():
        chars = [c for c in chars if _keeps(c[0])]
        text = "".join([c[0] for c in chars])
    if not text or text.isspace():
        return None
    first, last = chars[0], chars[-1]
    top, bottom = first.top, first.bottom
    if last.top != top or last.bottom != bottom:
        top, bottom = min(c.top for c in chars), max(c.bottom for c in chars)
    return Word(text, (first.x0, top, last.x1, bottom), first.size, chars)


def _keeps(text: str) -> bool:
    # Characters for private use are not printable, but a symbol stands there; a page of them is told as suspect.
    return text.isprintable() or all("\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" for c in text)
