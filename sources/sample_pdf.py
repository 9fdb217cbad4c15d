"""A sample document as PDF: ruled table, framed boxes, two columns, footnotes, running header, page numbers.

The same content gives the same bytes: reportlab's invariant mode, fonts embedded as subsets in order of use.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from sample_content import MARKER, Box, Columns, Heading, Paragraph, Sample, Table

_DROID = ("DroidSansFallback", "fonts-droid-fallback", "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
_SERIF = ("DejaVuSerif", "fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
_SANS = ("DejaVuSans", "fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
# language: (font name, Debian package, file) in order of preference; the Chinese font has no Latin letters
_FONTS = {"en": (_SERIF,), "zh": (_DROID, _SANS)}
_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT, _TOP, _BOTTOM = 72.0, _WIDTH - 72.0, 84.0, _HEIGHT - 84.0
_GUTTER = 24.0
_SIZES = {"title": 16.0, "part": 14.0, "chapter": 12.5, "section": 11.0, "text": 10.0, "cell": 8.0, "note": 8.0}
_LEADING = 1.5
# A Latin word or number stays whole, a Chinese character may stand alone; a marker stays with what it marks.
_PIECE = re.compile(r"\{\d+\}|[^\s\u2e80-\u9fff\uff00-\uffef“”‘’—]+|[\s]+|.")
_NEVER_FIRST = set("，。、；：！？）》”’％…—")
_NEVER_LAST = set("（《“‘")


class FontMissingError(RuntimeError):
    """A font is not installed; the message names the package."""


@dataclass
class _Frame:
    """Where text runs: a column, and how far down it is filled."""

    left: float
    right: float
    y: float


def missing_fonts() -> list[str]:
    """Debian packages of the fonts that are not installed."""
    return [package for fonts in _FONTS.values() for _, package, file in fonts if not Path(file).is_file()]


def as_pdf(sample: Sample) -> bytes:
    """Lay a sample out on A4 pages.

    Raises:
        FontMissingError: its font is not installed.
    """
    fonts = []
    for name, package, file in _FONTS[sample.language]:
        if not Path(file).is_file():
            raise FontMissingError(f"font {file} is missing: apt-get install {package}")
        fonts.append(TTFont(name, file))
        pdfmetrics.registerFont(fonts[-1])
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=1, lang=sample.language)
    canvas.setTitle(sample.title)
    canvas.setSubject("Sample document, restated for demonstration")
    _Printing(sample, canvas, fonts).run()
    canvas.save()
    return buffer.getvalue()


class _Printing:
    """The pages of one sample as they are filled."""

    def __init__(self, sample: Sample, canvas: Canvas, fonts: Sequence[TTFont]) -> None:
        self._sample, self._canvas, self._fonts = sample, canvas, fonts
        self._number = 0
        self._notes: list[str] = []
        self._frame = _Frame(_LEFT, _RIGHT, _TOP)

    def run(self) -> None:
        """Print everything."""
        self._open_page()
        self._centred(self._sample.title, "title")
        self._paragraph(self._sample.notice, indent=False)
        for block, following in itertools.zip_longest(self._sample.blocks, self._sample.blocks[1:]):
            match block:
                case Heading():
                    if isinstance(following, Columns):
                        self._room(_HEIGHT / 2)
                    self._heading(block)
                case Paragraph(text):
                    self._paragraph(text)
                case Table():
                    self._table(block)
                case Box():
                    self._box(block)
                case Columns():
                    self._columns(block)
        self._close_page()

    def _open_page(self) -> None:
        self._number += 1
        self._notes = []
        self._frame = _Frame(_LEFT, _RIGHT, _TOP)
        self._write(_LEFT, 54, self._sample.header, _SIZES["note"])
        self._canvas.line(_LEFT, _HEIGHT - 60, _RIGHT, _HEIGHT - 60)

    def _close_page(self) -> None:
        lines = self._note_lines(self._notes)
        y = _BOTTOM - len(lines) * _SIZES["note"] * _LEADING
        if lines:
            self._canvas.line(_LEFT, _HEIGHT - y, _LEFT + 120, _HEIGHT - y)
        for line in lines:
            y += _SIZES["note"] * _LEADING
            self._write(_LEFT, y, line, _SIZES["note"])
        number = f"— {self._number} —" if self._sample.language == "zh" else str(self._number)
        width = self._width(number, _SIZES["note"])
        self._write((_LEFT + _RIGHT - width) / 2, _HEIGHT - 48, number, _SIZES["note"])
        self._canvas.showPage()

    def _new_page(self) -> None:
        self._close_page()
        self._open_page()

    def _note_lines(self, numbers: Sequence[str]) -> list[str]:
        texts = [f"{n} {self._sample.footnotes[n]}" for n in numbers]
        return [line for text in texts for line in self._broken(text, _SIZES["note"], _RIGHT - _LEFT)]

    def _room(self, height: float, notes: Sequence[str] = ()) -> None:
        """A new page where this one has no room for a height and further footnotes."""
        if not self._has_room(height, notes):
            self._new_page()

    def _has_room(self, height: float, notes: Sequence[str] = ()) -> bool:
        foot = len(self._note_lines([*self._notes, *notes])) * _SIZES["note"] * _LEADING
        return self._frame.y + height + foot + 10 <= _BOTTOM

    def _heading(self, heading: Heading) -> None:
        size = _SIZES[heading.level]
        self._room(size * 3 + _SIZES["text"] * _LEADING * 3)  # never alone at a page's foot
        self._frame.y += size * (1.2 if self._frame.y > _TOP else 0)
        if heading.level == "section" and self._sample.language == "en":
            self._lines(self._broken(heading.text, size, self._frame.right - self._frame.left), size)
        else:
            self._centred(heading.text, heading.level)

    def _centred(self, text: str, kind: str) -> None:
        size = _SIZES[kind]
        frame = self._frame
        for line in self._broken(text, size, frame.right - frame.left):
            frame.y += size * _LEADING
            self._write((frame.left + frame.right - self._width(line, size)) / 2, frame.y, line, size)
        frame.y += size * 0.4

    def _paragraph(self, text: str, *, indent: bool = True) -> None:
        size = _SIZES["text"]
        # English paragraphs part by white, Chinese ones by an indent of two characters.
        first = 2 * size if indent and self._sample.language == "zh" else 0.0
        lines = self._broken(text, size, self._frame.right - self._frame.left, first)
        if self._sample.language == "en":
            self._frame.y += size * 0.6
        self._lines(lines, size, first)

    def _lines(self, lines: Sequence[str], size: float, first: float = 0.0) -> None:
        for at, line in enumerate(lines):
            notes = MARKER.findall(line)
            self._room(size * _LEADING, notes)
            self._notes += notes
            self._frame.y += size * _LEADING
            self._write(self._frame.left + (first if at == 0 else 0.0), self._frame.y, line, size)

    def _columns(self, columns: Columns) -> None:
        """Two columns, filled one after the other, each begun at the same height."""
        top, middle = self._frame.y, (_LEFT + _RIGHT) / 2
        chapters = [at for at, block in enumerate(columns.blocks) if isinstance(block, Heading)]
        bottoms = []
        for left, right, blocks in (
            (_LEFT, middle - _GUTTER / 2, columns.blocks[: chapters[1]]),
            (middle + _GUTTER / 2, _RIGHT, columns.blocks[chapters[1] :]),
        ):
            self._frame = _Frame(left, right, top)
            for block in blocks:
                if isinstance(block, Heading):
                    self._heading(block)
                else:
                    self._paragraph(block.text)
            bottoms.append(self._frame.y)
        self._frame = _Frame(_LEFT, _RIGHT, max(bottoms) + 12)

    def _box(self, box: Box) -> None:
        size, pad = _SIZES["text"], 8.0
        inner = _RIGHT - _LEFT - 2 * pad
        items = [(f"{i.number} {i.title}", self._broken(i.text, size, inner)) for i in box.items]
        height = size * _LEADING * (1 + sum(1 + len(lines) for _, lines in items)) + size * 0.5 * len(items) + 4 * pad
        self._room(height + 30)
        self._frame.y += 16
        self._centred(box.caption, "section")
        top = self._frame.y + 4
        self._frame = _Frame(_LEFT + pad, _RIGHT - pad, top + pad / 2)
        for title, lines in items:
            self._lines([title], size)
            self._lines(lines, size)
            self._frame.y += size * 0.5
        bottom = self._frame.y + pad / 2
        self._canvas.rect(_LEFT, _HEIGHT - bottom, _RIGHT - _LEFT, bottom - top)
        self._frame = _Frame(_LEFT, _RIGHT, bottom + 8)

    def _table(self, table: Table) -> None:
        total = sum(table.widths)
        xs = [_LEFT]
        for width in table.widths:
            xs.append(xs[-1] + (_RIGHT - _LEFT) * width / total)
        self._room(150)
        self._frame.y += 12
        self._centred(table.caption, "section")
        self._frame.y += 4
        self._row(xs, table.columns)
        for name, rows in table.groups:
            top, page = self._frame.y, self._number
            for at, row in enumerate(rows):
                if self._row(xs, ("", *row), 1, table.columns) != page:
                    top, page = self._frame.y - self._row_height(xs, ("", *row)), self._number
                if at == 0:
                    self._cell(xs[0], xs[1], top, name)
                for x in xs[:2]:
                    self._canvas.line(x, _HEIGHT - top, x, _HEIGHT - self._frame.y)
            self._canvas.line(xs[0], _HEIGHT - self._frame.y, xs[1], _HEIGHT - self._frame.y)
        self._frame.y += 2
        for note in table.notes:
            self._lines(self._broken(note, _SIZES["note"], _RIGHT - _LEFT), _SIZES["note"])

    def _row_height(self, xs: Sequence[float], cells: Sequence[str]) -> float:
        size = _SIZES["cell"]
        rows = [len(self._broken(c, size, b - a - 6)) for c, a, b in zip(cells, xs, xs[1:], strict=False)]
        return max(rows) * size * 1.35 + 5

    def _row(self, xs: Sequence[float], cells: Sequence[str], ruled_from: int = 0, again: Sequence[str] = ()) -> int:
        """Print a row with its rules and return its page; on a new page the header `again` comes first."""
        height = self._row_height(xs, cells)
        page = self._number
        if again and not self._has_room(height):
            # a category that goes on over the page's end is closed there
            self._canvas.line(xs[0], _HEIGHT - self._frame.y, xs[1], _HEIGHT - self._frame.y)
        self._room(height)
        if self._number != page and again:
            self._row(xs, again)
        top = self._frame.y
        for cell, left, right in zip(cells, xs, xs[1:], strict=False):
            self._cell(left, right, top, cell)
        self._frame.y = top + height
        start = xs[ruled_from]
        if ruled_from == 0:
            self._canvas.line(start, _HEIGHT - top, xs[-1], _HEIGHT - top)
        self._canvas.line(start, _HEIGHT - self._frame.y, xs[-1], _HEIGHT - self._frame.y)
        for x in xs[ruled_from:]:
            self._canvas.line(x, _HEIGHT - top, x, _HEIGHT - self._frame.y)
        return self._number

    def _cell(self, left: float, right: float, top: float, text: str) -> None:
        size = _SIZES["cell"]
        for at, line in enumerate(self._broken(text, size, right - left - 6)):
            self._write(left + 3, top + size * 1.35 * (at + 1), line, size)

    def _broken(self, text: str, size: float, width: float, first: float = 0.0) -> list[str]:
        """Text broken into lines of at most a width; `{1}` counts as a raised digit."""
        lines: list[str] = []
        line, room = "", width - first
        for piece in _PIECE.findall(text):
            sticks = piece[0] in _NEVER_FIRST or piece.startswith("{") or (line and line[-1] in _NEVER_LAST)
            if line and not sticks and self._width((line + piece).rstrip(), size) > room:
                lines.append(line.rstrip())
                line, room = "", width
            line += piece if line or piece.strip() else ""
        return [*lines, line.rstrip()] if line.strip() else lines

    def _width(self, text: str, size: float) -> float:
        plain, markers = MARKER.sub("", text), "".join(MARKER.findall(text))
        return self._plain_width(plain, size) + self._plain_width(markers, size * 0.6)

    def _plain_width(self, text: str, size: float) -> float:
        return sum(pdfmetrics.stringWidth(part, font.fontName, size) for font, part in self._by_font(text))

    def _by_font(self, text: str) -> list[tuple[TTFont, str]]:
        """Text in runs of one font each: the first that has the character."""
        runs = []
        for font, part in itertools.groupby(text, self._font_for):
            runs.append((font, "".join(part)))
        return runs

    def _font_for(self, character: str) -> TTFont:
        return next((f for f in self._fonts if ord(character) in f.face.charToGlyph), self._fonts[-1])

    def _write(self, x: float, y: float, text: str, size: float) -> None:
        """Text with its baseline `y` points below the page's top, markers raised."""
        for at, part in enumerate(MARKER.split(text)):
            raised = at % 2 == 1
            used = size * 0.6 if raised else size
            for font, run in self._by_font(part):
                self._canvas.setFont(font.fontName, used)
                self._canvas.drawString(x, _HEIGHT - y + (size * 0.35 if raised else 0.0), run)
                x += pdfmetrics.stringWidth(run, font.fontName, used)
