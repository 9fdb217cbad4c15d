"""Characters of a PDF page to words and lines, whatever the order in which they are drawn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from operator import itemgetter, sub
from typing import NamedTuple

from extractors.reading.engine import Char
from extractors.reading.page_turn import Box

_WORD_GAP = 0.16  # font sizes of white that may stand inside a word; the narrowest blanks are a fifth
_WIDE_GAP = 0.2  # the same beside a Chinese character, which is printed with some white around it
_STRIP_GAP = 1.0  # font sizes of white over which characters drawn one after the other stay in one strip
_OVERLAP = 0.5  # font sizes by which neighbours may overlap and still follow each other
_KERN = 0.2  # font sizes by which they overlap at most where they are drawn in one go from left to right
_REPEATED = 0.15  # font sizes from its place at which the same piece drawn again is no other
_SAME_SIZE = 0.8  # least ratio of two sizes within a word; a raised digit is smaller
_SAME_LINE = 0.5  # share of the lower word's height that must overlap
_LEAST_HEIGHT = 0.35  # of its line that a word must be high
_BLANKS = 2.0  # font sizes that the white between two words of one strip has at most
_BAND = 8.0  # points; lines are looked up by the bands that they touch

_PRINTED = re.compile(r"\S+")
_TEXT, _X0, _X1 = itemgetter(0), itemgetter(1), itemgetter(3)
_LEVEL = itemgetter(2, 4, 5)  # top, bottom and size of a character


class Word(NamedTuple):
    """A run of characters without blank: text, box, font size in points, and what it is made of.

    `blank` is whether the file has a blank character before it, as printed or as what spreads the line.
    """

    text: str
    box: Box
    size: float
    chars: Sequence[Char]
    blank: bool = False


class _Piece:
    """Characters of a word drawn one after the other.

    Whether a blank or white is known before and behind, and whether it is the file's own blank before it.
    """

    __slots__ = ("blank", "bottom", "chars", "ends", "size", "starts", "text", "top", "x0", "x1")

    def __init__(self, chars: Sequence[Char], text: str, starts: bool, ends: bool, blank: bool) -> None:
        first = chars[0]
        self.chars, self.text, self.starts, self.ends, self.blank = chars, text, starts, ends, blank
        self.x0, self.top, self.bottom, self.size = first[1], first[2], first[4], first[5]
        self.x1 = chars[-1][3]


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
        if len(strips) == 1:  # in the order of drawing, and nothing to join
            line = [word for piece in strips[0].pieces for word in _word([piece])]
        else:
            line = _joined(sorted((p for s in strips for p in s.pieces), key=_place))
        if line:
            lines.append(line)
    return lines


def _place(piece: _Piece) -> tuple[float, float, float, str]:
    return (piece.x0, piece.top, piece.x1, piece.text)


def _strips(chars: Iterable[Char]) -> list[_Strip]:
    """Characters as they follow each other; a strip ends where the base line, the size or the direction breaks."""
    strips: list[_Strip] = []
    for (_, _, size), found in itertools.groupby(chars, _LEVEL):
        run = list(found)
        text = "".join(map(_TEXT, run))
        pieces = _plain(run, text, size) if len(text) == len(run) else None
        strips += map(_Strip, [pieces] if pieces is not None else _uneven(run, size))
    return strips


def _plain(run: list[Char], text: str, size: float) -> list[_Piece] | None:
    """Words of characters that follow each other closely, parted by their blanks; null where they do not."""
    gaps = list(map(sub, map(_X0, run[1:]), map(_X1, run)))
    even = not gaps or (-_KERN * size < min(gaps) and max(gaps) <= _WORD_GAP * size)
    pieces: list[_Piece] = []
    for match in _PRINTED.finditer(text):
        first, last = match.span()
        if not even:
            within = gaps[first : last - 1]
            before = run[first][1] - pieces[-1].x1 if pieces else 0.0
            if not -_OVERLAP * size < before < _BLANKS * size:
                return None
            if within and not (-_KERN * size < min(within) and max(within) <= _WORD_GAP * size):
                return None
        pieces.append(_Piece(run[first:last], match[0], first > 0, last < len(text), first > 0))
    return pieces or [_Piece(run[:1], " ", True, True, True)]


def _uneven(run: list[Char], size: float) -> list[list[_Piece]]:
    """Words of characters on one level that leave white between them or go back."""
    strips: list[list[_Piece]] = []
    word: list[Char] = []
    pieces: list[_Piece] = []
    starts = blank = False
    begin = end = 0.0

    def close(ends: bool) -> None:
        if word:
            pieces.append(_Piece(word.copy(), "".join(map(_TEXT, word)), starts, ends, blank))
            word.clear()

    for char in run:
        gap = char[1] - end
        if (word or pieces or starts) and not (-_OVERLAP * size < gap < _STRIP_GAP * size and char[1] >= begin):
            close(False)
            strips.append(pieces)
            pieces, starts, blank = [], False, False
        if char[0].isspace():
            close(True)
            starts = blank = True
        elif word and gap > (_WORD_GAP if char[0].isascii() and word[-1][0].isascii() else _WIDE_GAP) * size:
            close(True)
            starts, blank = True, False
            word.append(char)
        else:
            word.append(char)
        begin, end = char[1], char[3]
    close(False)
    strips.append(pieces)
    return [pieces for pieces in strips if pieces]


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


def _joined(pieces: Sequence[_Piece]) -> list[Word]:
    """Pieces of a line, left to right, to words: those that touch without a blank are one."""
    words: list[Word] = []
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and _is_again(joined[-1], piece):
            continue
        if joined and (piece.starts or joined[-1].ends or not _touch(joined[-1], piece)):
            words += _word(joined)
            joined = []
        joined.append(piece)
    if joined:
        words += _word(joined)
    return words


def _is_again(first: _Piece, second: _Piece) -> bool:
    """Whether the same is drawn again in the same place, to look heavier."""
    near = _REPEATED * second.size
    return first.text == second.text and second.x0 - first.x0 < near and abs(second.top - first.top) < near


def _touch(left: _Piece, right: _Piece) -> bool:
    larger, smaller = max(left.size, right.size), min(left.size, right.size)
    white = _WORD_GAP if left.text[-1].isascii() and right.text[0].isascii() else _WIDE_GAP
    return -_OVERLAP * right.size < right.x0 - left.x1 <= white * larger and _SAME_SIZE * larger <= smaller


def _word(pieces: Sequence[_Piece]) -> list[Word]:
    """A word without what cannot be printed; none where nothing is left.

    A line of the page must stay one line of the text, and the text must encode as UTF-8.
    """
    first = pieces[0]
    chars, text = first.chars, first.text
    if len(pieces) == 1 and text.isprintable() and text != " ":
        return [Word(text, (first.x0, first.top, first.x1, first.bottom), first.size, chars, first.blank)]
    if len(pieces) > 1:
        chars, text = [c for p in pieces for c in p.chars], "".join(p.text for p in pieces)
    if not text.isprintable():
        chars = [c for c in chars if _keeps(c[0])]
        text = "".join(map(_TEXT, chars))
    if not text or text.isspace():
        return []
    top, bottom = min(p.top for p in pieces), max(p.bottom for p in pieces)
    return [Word(text, (chars[0][1], top, chars[-1][3], bottom), first.size, chars, first.blank)]


def _keeps(text: str) -> bool:
    # Characters for private use are not printable, but a symbol stands there; a page of them is told as suspect.
    return text.isprintable() or all("\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" for c in text)
