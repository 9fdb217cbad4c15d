"""Pages with tables for the tests: what is drawn is kept as a list, so that it can be drawn in any order."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.reading.engine import PageContent
from extractors.reading.engine_pdfium import PdfiumEngine
from extractors.reading.tables.model import FoundTable, JoinedTable

WIDTH, HEIGHT = 600.0, 800.0
SIZE = 10.0
LEADING = 12.0
PROSE = (
    "The plan states what is to be done in each of the regions and",
    "who answers for it; work goes on in stages, and what has been",
    "done is looked at in the middle of the period and at its end.",
)
Rows = Sequence[Sequence[str | None]]


class Sheet:
    """A page to be drawn; places count from its top left, in points."""

    def __init__(self, font: str = "Helvetica") -> None:
        self.font = font
        self.drawn: list[Callable[[Any], None]] = []

    def text(self, x: float, top: float, text: str, *, right: bool = False, size: float = SIZE) -> None:
        """One line of text, its upper edge at `top`; `right` sets its right end to `x`."""

        def draw(canvas: Any) -> None:
            canvas.setFont(self.font, size)
            place = (x, HEIGHT - top - 0.8 * size)
            (canvas.drawRightString if right else canvas.drawString)(*place, text)

        self.drawn.append(draw)

    def prose(self, top: float, lines: Iterable[str] = PROSE, x: float = 60) -> float:
        """A paragraph; returns where the next may begin."""
        for line in lines:
            self.text(x, top, line)
            top += LEADING
        return top + LEADING

    def line(self, x0: float, top: float, x1: float, bottom: float, width: float = 0.5) -> None:
        """A stroke."""

        def draw(canvas: Any) -> None:
            canvas.setLineWidth(width)
            canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)

        self.drawn.append(draw)

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A rectangle's outline."""
        self.drawn.append(lambda canvas: canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top))

    def fill(self, x0: float, top: float, x1: float, bottom: float, grey: float = 0.85) -> None:
        """A background."""

        def draw(canvas: Any) -> None:
            canvas.setFillGray(grey)
            canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
            canvas.setFillGray(0)

        self.drawn.append(draw)

    def cells(self, xs: Sequence[float], ys: Sequence[float], rows: Rows, *, figures_right: bool = False) -> None:
        """Texts in cells, lines of a text parted by a line end; null and empty ones are left out."""
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                for k, line in enumerate((text or "").splitlines()):
                    right = figures_right and c > 0
                    self.text(xs[c + 1] - 3 if right else xs[c] + 3, ys[r] + 3 + k * LEADING, line, right=right)

    def grid(self, xs: Sequence[float], ys: Sequence[float], missing: Iterable[tuple[str, int, int]] = ()) -> None:
        """All lines of a grid, but ("h", y, stretch) and ("v", x, stretch): indices of a line and of a part of it."""
        left_out = set(missing)
        for k, y in enumerate(ys):
            for n in range(len(xs) - 1):
                if ("h", k, n) not in left_out:
                    self.line(xs[n], y, xs[n + 1], y)
        for k, x in enumerate(xs):
            for n in range(len(ys) - 1):
                if ("v", k, n) not in left_out:
                    self.line(x, ys[n], x, ys[n + 1])


def edges(start: float, *steps: float) -> list[float]:
    """Places that are the steps apart."""
    out = [start]
    for step in steps:
        out.append(out[-1] + step)
    return out


def pages(tmp_path: Path, *sheets: Sheet, turn: int = 0, order: Sequence[int] | None = None) -> list[PageContent]:
    """The sheets as a PDF that pdfium has read.

    Args:
        tmp_path: Folder for the file.
        sheets: Pages.
        turn: Degrees by which all is drawn turned counter-clockwise; by 90 and 270 on a page set on its side.
        order: Order of drawing of the first sheet.
    """
    if any(s.font == "STSong-Light" for s in sheets):
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(HEIGHT, WIDTH) if turn in (90, 270) else (WIDTH, HEIGHT), invariant=1)
    for sheet in sheets:
        if turn == 90:
            canvas.transform(0, 1, -1, 0, HEIGHT, 0)
        if turn == 180:
            canvas.transform(-1, 0, 0, -1, WIDTH, HEIGHT)
        if turn == 270:
            canvas.transform(0, -1, 1, 0, 0, WIDTH)
        drawn = sheet.drawn if order is None else [sheet.drawn[k] for k in order]
        for draw in drawn:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    path = tmp_path / "page.pdf"
    path.write_bytes(buffer.getvalue())
    pdf = PdfiumEngine().open(path)
    try:
        return [pdf.page(number + 1) for number in range(pdf.page_count)]
    finally:
        pdf.close()


def texts(table: FoundTable | JoinedTable) -> list[list[str | None]]:
    """Texts by row and column; null where a cell from above or from the left stands, or nothing."""
    out: list[list[str | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        out[cell.row][cell.column] = cell.text
    return out


def spans(table: FoundTable | JoinedTable) -> dict[str, tuple[int, int]]:
    """Row and column span of the cells that have one above 1."""
    return {
        c.text: (c.row_span, c.column_span) for c in table.cells if c.text and (c.row_span, c.column_span) != (1, 1)
    }


LANGUAGES = pytest.mark.parametrize(
    ("font", "words"),
    [
        ("Helvetica", ("Category", "Indicator", "Level", "Growth", "Innovation", "Patents held", "Research share")),
        ("STSong-Light", ("类别", "指标", "水平情况", "增长情况", "创新驱动", "发明专利拥有量", "研发经费占比")),
    ],
    ids=["en", "zh"],
)
