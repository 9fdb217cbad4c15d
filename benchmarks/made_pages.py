"""Pages made at random: tables with prose around them, beside columns and each other, and pages that have none."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from random import Random
from typing import Any

from made_layouts import MadeTable, drawn, made_table
from made_words import Words, set_text, width_of, wrapped
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 60.0, 535.0, 70.0, 770.0
PLACEMENTS = ("single", "single", "single", "stacked", "beside", "two-columns")
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


class Page:
    """A page as it is drawn; places count from its top left."""

    def __init__(self, canvas: Any, rng: Random, language: str) -> None:
        self.canvas = canvas
        self.rng = rng
        self.words = Words(rng, language)
        self.language = language
        self.font = "STSong-Light" if language == "zh" else rng.choice(("Helvetica", "Times-Roman"))
        self.size = rng.choice((9.0, 10.0, 11.0))

    def text(self, x: float, top: float, text: str, *, align: str = "left", size: float = 0.0) -> None:
        """One line."""
        size = size or self.size
        width = width_of(text, self.font, size)
        x -= {"left": 0.0, "centre": width / 2, "right": width}[align]
        set_text(self.canvas, x, HEIGHT - top - 0.8 * size, text, self.font, size)

    def line(self, x0: float, top: float, x1: float, bottom: float, width: float = 0.5) -> None:
        """A stroke."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)

    def fill(self, x0: float, top: float, x1: float, bottom: float, grey: float) -> None:
        """A background."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def prose(self, top: float, lines: int, x0: float = LEFT, x1: float = RIGHT, indent: float = 0.0) -> float:
        """A paragraph of so many lines; returns where the next may begin."""
        per_line = (x1 - x0) / (self.size * (1.0 if self.language == "zh" else 0.5))
        text = self.words.sentence(int(per_line * (lines - 0.4)))
        for k, line in enumerate(wrapped(text, x1 - x0 - indent, self.font, self.size, self.language)):
            self.text(x0 + (indent if k else 0), top, line)
            top += 1.3 * self.size
        return top + 0.7 * self.size


def made_document(seed: int, style: str) -> tuple[bytes, list[MadeTable], dict[str, Any]]:
    """A page with tables of a style.

    Returns:
        The PDF, the tables from top to bottom and left to right, and what was chosen: language, placement, turn,
        and the captions that were printed.
    """
    rng = Random(f"{style} {seed}")  # noqa: S311 - drawn again from the same seed, nothing secret
    language = rng.choice(("en", "zh"))
    placement = rng.choice(PLACEMENTS)
    turn = rng.choice((0, 0, 0, 0, 0, 90, 180, 270)) if placement == "single" else 0
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(HEIGHT, WIDTH) if turn in (90, 270) else (WIDTH, HEIGHT), invariant=1)
    if turn == 90:
        canvas.transform(0, 1, -1, 0, HEIGHT, 0)
    elif turn == 270:
        canvas.transform(0, -1, 1, 0, 0, WIDTH)
    elif turn == 180:
        canvas.transform(-1, 0, 0, -1, WIDTH, HEIGHT)
    page = Page(canvas, rng, language)
    tables: list[MadeTable] = []
    captions: list[str | None] = []
    y = page.prose(TOP, rng.randint(1, 6))
    if placement == "two-columns":
        middle = (LEFT + RIGHT) / 2
        first = rng.random() < 0.5
        x0, x1 = (LEFT, middle - 10) if first else (middle + 10, RIGHT)
        other = (middle + 10, RIGHT) if first else (LEFT, middle - 10)
        top = y
        for _ in range(5):
            top = page.prose(top, rng.randint(6, 9), *other)
        y = page.prose(y, rng.randint(5, 9), x0, x1)
        y = _placed(page, tables, captions, style, x0, x1, y)
        page.prose(y + page.size, rng.randint(6, 9), x0, x1)
    elif placement == "beside":
        half = (RIGHT - LEFT - 30) / 2
        for x0 in (LEFT, LEFT + half + 30):
            _placed(page, tables, captions, style, x0, x0 + half, y, rows=6, caption=False)
        page.prose(y + max(t.height for t in tables) + 20, 3)
    else:
        for _ in range(2 if placement == "stacked" else 1):
            y = _placed(page, tables, captions, style, LEFT, RIGHT, y, rows=6 if placement == "stacked" else None)
            y = page.prose(y + page.size, rng.randint(1, 5))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue(), tables, {"language": language, "placement": placement, "turn": turn, "captions": captions}


def _placed(
    page: Page,
    tables: list[MadeTable],
    captions: list[str | None],
    style: str,
    x0: float,
    x1: float,
    y: float,
    rows: int | None = None,
    caption: bool = True,
) -> float:
    """One table with its caption and note; returns where it ends."""
    rng = page.rng
    while True:
        table = made_table(rng, style, page.language, x1 - x0, rows=rows)
        if table.height < BOTTOM - y - 60 and table.width <= x1 - x0:
            break
        rows = 4
    left = x0 + (rng.choice((0.0, 0.5)) * (x1 - x0 - table.width))
    name = None
    if caption and rng.random() < 0.6:
        number = len(tables) + 1
        name = (
            f"表{number} {page.words.label(2, 5)}"
            if page.language == "zh"
            else f"Table {number}. {page.words.label(2, 6)}"
        )
        page.text((x0 + x1) / 2, y, name, align="centre") if rng.random() < 0.5 else page.text(left, y, name)
        y += 1.5 * page.size
        if rng.random() < 0.2:
            unit = "单位：亿元" if page.language == "zh" else "Unit: million"
            page.text(left + table.width, y, unit, align="right", size=table.size)
            y += 1.4 * table.size
    drawn(page.canvas, table, left, y, HEIGHT, rng)
    y += table.height + 3
    tables.append(table)
    captions.append(name)
    if rng.random() < 0.3:
        note = "注：" if page.language == "zh" else "Note: "
        page.text(left, y + 2, note + page.words.label(2, 6), size=0.85 * table.size)
        y += 1.5 * table.size
    return y


def _bars(page: Page) -> None:
    rng = page.rng
    y = page.prose(TOP, 3)
    x0, height, count = 110.0, 180.0, rng.randint(5, 9)
    step = 340 / count
    for k in range(6):
        if rng.random() < 0.7:
            page.line(x0, y + k * height / 5, x0 + 340, y + k * height / 5, 0.3)
        page.text(x0 - 5, y + k * height / 5 - 5, str((5 - k) * 20), align="right", size=8)
    for k in range(count):
        share = rng.uniform(0.2, 0.95)
        x = x0 + (k + 0.2) * step
        page.fill(x, y + (1 - share) * height, x + 0.6 * step, y + height, 0.5)
        if rng.random() < 0.5:
            page.text(x + 0.3 * step, y + (1 - share) * height - 10, f"{100 * share:.1f}", align="centre", size=7)
        page.text(x + 0.3 * step, y + height + 5, str(2010 + k), align="centre", size=8)
    y += height + 25
    for k in range(3):
        page.fill(x0 + 110 * k, y, x0 + 8 + 110 * k, y + 8, 0.3 + 0.2 * k)
        page.text(x0 + 12 + 110 * k, y, page.words.label(1, 2), size=8)
    if rng.random() < 0.5:
        page.text(x0, y + 20, ("图1 " if page.language == "zh" else "Figure 1. ") + page.words.label(2, 4))
    page.prose(y + 50, 4)


def _side_bars(page: Page) -> None:
    """Bars from left to right with names before and figures behind them."""
    rng = page.rng
    y = page.prose(TOP, 3)
    for k in range(rng.randint(6, 12)):
        share = rng.uniform(0.1, 1)
        page.text(200, y + 18 * k, page.words.label(1, 2), align="right", size=8)
        page.fill(205, y + 18 * k, 205 + 230 * share, y + 18 * k + 10, 0.5)
        page.text(210 + 230 * share, y + 18 * k, f"{100 * share:.0f}", size=8)
    page.prose(y + 250, 4)


def _contents(page: Page) -> None:
    rng = page.rng
    y, number = TOP + 30, 3
    page.text((LEFT + RIGHT) / 2, TOP, "目录" if page.language == "zh" else "Contents", align="centre", size=14)
    dots = rng.random() < 0.7
    for k in range(rng.randint(10, 24)):
        deep = k % 4 > 0
        title = (f"{k // 4 + 1}.{k % 4} " if deep else f"{k // 4 + 1} ") + page.words.label(2, 5)
        x = LEFT + (15 if deep else 0)
        page.text(x, y, title)
        page.text(RIGHT, y, str(number), align="right")
        if dots:
            start = x + width_of(title, page.font, page.size) + 6
            count = int((RIGHT - 25 - start) / width_of(".", page.font, page.size))
            page.text(start, y, "." * max(count, 0))
        number += rng.randint(0, 9)
        y += 1.6 * page.size


def _form(page: Page) -> None:
    rng = page.rng
    y = page.prose(TOP, 2)
    both = rng.random() < 0.6
    for _ in range(rng.randint(4, 9)):
        for x in (LEFT, 310.0) if both else (LEFT,):
            name = page.words.label(1, 2) + (":" if page.language == "en" else "：")
            page.text(x, y, name)
            start = x + width_of(name, page.font, page.size) + 4
            page.line(start, y + page.size, x + 215, y + page.size)
        y += 2.2 * page.size
    page.prose(y, 3)


def _references(page: Page) -> None:
    rng = page.rng
    y = TOP
    for k in range(rng.randint(8, 14)):
        page.text(LEFT, y, f"[{k + 1}]")
        y = page.prose(y, rng.randint(1, 3), LEFT + 28, RIGHT) - 0.3 * page.size


def _lists(page: Page) -> None:
    rng = page.rng
    y = page.prose(TOP, 2)
    mark = rng.choice(("number", "bullet", "letter", "dash"))
    for k in range(rng.randint(6, 14)):
        sign = {"number": f"{k + 1}.", "bullet": "•", "letter": f"({'abcdefghijklmnop'[k]})", "dash": "–"}[mark]
        deep = 20 * (k % 3 == 2)
        page.text(LEFT + deep, y, sign)
        y = page.prose(y, rng.randint(1, 2), LEFT + 22 + deep, RIGHT) - 0.4 * page.size


def _columns_of_prose(page: Page) -> None:
    rng = page.rng
    middle = (LEFT + RIGHT) / 2
    gap = rng.choice((8, 10, 15))
    for x0, x1 in ((LEFT, middle - gap), (middle + gap, RIGHT)):
        y = TOP
        while y < 640:
            if rng.random() < 0.2:
                page.text(x0, y, page.words.label(2, 4), size=page.size + 1)
                y += 2 * page.size
            y = page.prose(y, rng.randint(2, 8), x0, x1)


def _formulas(page: Page) -> None:
    rng = page.rng
    y = TOP
    for k in range(rng.randint(3, 6)):
        y = page.prose(y, rng.randint(2, 3))
        page.text(230, y, "y = a + b x + c")
        page.text(RIGHT, y, f"({k + 1})", align="right")
        if rng.random() < 0.5:
            page.line(252, y + 12, 300, y + 12)
            page.text(262, y + 14, "1 + d")
        y += 3 * page.size


def _frames(page: Page) -> None:
    rng = page.rng
    y = page.prose(TOP, 3)
    for k in range(rng.randint(1, 2)):
        name = (f"专栏{k + 1} " if page.language == "zh" else f"Box {k + 1}. ") + page.words.label(2, 4)
        begun = y
        if rng.random() < 0.5:
            page.fill(LEFT, y, RIGHT, y + 150, 0.9)
        page.text((LEFT + RIGHT) / 2, y + 5, name, align="centre")
        y = page.prose(y + 2.4 * page.size, 3, LEFT + 8, RIGHT - 8)
        y = page.prose(y, 2, LEFT + 8, RIGHT - 8)
        for x0, y0, x1, y1 in (
            (LEFT, begun, RIGHT, begun),
            (LEFT, y, RIGHT, y),
            (LEFT, begun, LEFT, y),
            (RIGHT, begun, RIGHT, y),
            (LEFT, begun + 2 * page.size, RIGHT, begun + 2 * page.size),
        ):
            page.line(x0, y0, x1, y1)
        y = page.prose(y + 20, 3)


def _letter(page: Page) -> None:
    """A letterhead and signatures: short texts at both sides."""
    y = TOP
    for _ in range(3):
        page.text(LEFT, y, page.words.label(1, 3))
        page.text(RIGHT, y, page.words.label(1, 2), align="right")
        y += 1.4 * page.size
    page.line(LEFT, y, RIGHT, y)
    y = page.prose(y + 20, 6)
    y = page.prose(y, 5)
    for _ in range(2):
        page.text(LEFT + 20, y + 30, page.words.label(1, 2))
        page.text(340, y + 30, page.words.label(1, 2))
        y += 1.4 * page.size


def _plot(page: Page) -> None:
    """A line chart with ticks at both axes and a boxed grid."""
    rng = page.rng
    y = page.prose(TOP, 3)
    grid = rng.random() < 0.5
    for k in range(7):
        page.text(95, y + 30 * k - 4, f"{60 - 10 * k}", align="right", size=8)
        page.text(470, y + 30 * k - 4, f"{6 - k}.0", size=8) if grid else None
        page.line(100, y + 30 * k, 460 if grid or k == 6 else 104, y + 30 * k, 0.3)
    for k in range(10):
        page.line(100 + 40 * k, y if grid else y + 176, 100 + 40 * k, y + 180, 0.3)
        page.text(100 + 40 * k, y + 184, str(2005 + 2 * k), align="centre", size=8)
    for _ in range(2):
        points = [(100 + 40 * k, y + rng.uniform(10, 170)) for k in range(10)]
        for (a, b), (c, d) in itertools.pairwise(points):
            page.line(a, b, c, d, 1)
    page.text(280, y + 200, page.words.label(1, 3), align="centre", size=8)
    page.prose(y + 240, 4)


NONE: dict[str, Callable[[Page], None]] = {
    "bars": _bars,
    "bars to the side": _side_bars,
    "plot": _plot,
    "contents": _contents,
    "form": _form,
    "references": _references,
    "list": _lists,
    "two columns of prose": _columns_of_prose,
    "formulas": _formulas,
    "frames": _frames,
    "letter": _letter,
}


def made_none(seed: int, kind: str) -> bytes:
    """A page on which there is no table."""
    rng = Random(f"{kind} {seed}")  # noqa: S311 - likewise
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    NONE[kind](Page(canvas, rng, rng.choice(("en", "zh"))))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
