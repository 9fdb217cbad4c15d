"""Draws the designs of main-indicator tables into PDFs, in every layout that plans print them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import reportlab
from indicator_designs import Design, Row
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 533.0, 80.0, 770.0
SIZE, LEADING = 10.0, 13.0

WIDE = re.compile(r"[\u2160-\u2179\u2e80-\u9fff\uff00-\uffef“”]")


class Drawing:
    """A PDF that is drawn from its top; places count from the top left."""

    def __init__(self, path: Path, font: str, *, wide: bool) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
        self.font, self.top, self.pages, self.wide = font, TOP, 1, wide
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)

    def width(self, text: str) -> float:
        return sum(float(pdfmetrics.stringWidth(run, font, SIZE)) for font, run in self.runs(text))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text in runs of one font: Chinese is set in its own, figures in the other."""
        found: list[tuple[str, str]] = []
        for char in text:
            font = "STSong-Light" if WIDE.match(char) else self.font
            if found and found[-1][0] == font:
                found[-1] = (font, found[-1][1] + char)
            else:
                found.append((font, char))
        return found

    def text(self, x: float, top: float, text: str) -> None:
        for font, run in self.runs(text):
            self.canvas.setFont(font, SIZE)
            self.canvas.drawString(x, HEIGHT - top - 0.85 * SIZE, run)
            x += float(pdfmetrics.stringWidth(run, font, SIZE))

    def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)

    def fill(self, x0: float, top: float, x1: float, bottom: float) -> None:
        self.canvas.setFillGray(0.88)
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def next_page(self) -> None:
        self.canvas.showPage()
        self.top, self.pages = TOP, self.pages + 1

    def paragraph(self, text: str, x0: float = LEFT, x1: float = RIGHT) -> None:
        for line in self.wrapped(text, x1 - x0):
            self.text(x0, self.top, line)
            self.top += LEADING
        self.top += 8

    def wrapped(self, text: str, width: float) -> list[str]:
        """The text in lines of a width, English parted between words."""
        lines = [""]
        units = re.findall(r"[\u3000-\u9fff\uff00-\uffef“”—]|[^\s\u3000-\u9fff\uff00-\uffef“”—]+ ?", text)
        for unit in units:
            if lines[-1] and self.width((lines[-1] + unit).rstrip()) > width:
                # A closing mark takes the character before it along, an opening one goes along.
                keep = len(lines[-1]) - (unit[0] in "，。）)％%") if self.wide else len(lines[-1])
                keep -= self.wide and lines[-1][keep - 1 : keep] in ("（", "(")
                lines[-1], rest = lines[-1][:keep], lines[-1][keep:]
                lines.append(rest)
            lines[-1] += unit
        return [line.strip() for line in lines]


@dataclass(frozen=True)
class Column:
    role: str
    x0: float
    x1: float


def draw(d: Design, path: Path) -> list[int]:
    """Draw the design into a file; returns the page of each row."""
    pages: list[int] = []
    drawing = Drawing(path, d.font, wide=d.wording.code == "zh")
    drawing.paragraph(d.wording.prose)
    long_prose = 12 if d.split else 1
    for _ in range(long_prose):
        drawing.paragraph(d.wording.prose)
    title = d.wording.title.format(label=d.labelled, period=d.wording.period(d.years))
    x0, x1 = (LEFT + 6, RIGHT - 6) if d.framed else (LEFT, RIGHT)
    frame_top = drawing.top
    if d.framed:
        drawing.top += 6
    drawing.text((WIDTH - drawing.width(title)) / 2, drawing.top, title)
    drawing.top += LEADING + 6
    if d.units == "above":
        note = d.wording.unit_above
        drawing.text(x1 - drawing.width(note), drawing.top, note)
        drawing.top += LEADING + 3
    d, columns = _fitting(d, drawing, x0, x1)
    first = 0
    if drawing.top + _head_height(d, drawing, columns) + 7 * LEADING > BOTTOM:
        drawing.next_page()
    while first < len(d.rows):
        if first:
            drawing.next_page()
        at_most = d.split_at if d.split and not first else len(d.rows)
        head = not first or d.split != "on"
        last = _last_on_page(d, drawing, columns, first, min(first + at_most, len(d.rows)), head=head)
        _part(d, drawing, columns, d.rows[first:last], first, head=head)
        pages += [drawing.pages] * (last - first)
        first = last
    drawing.top += 6
    if d.notes:
        drawing.paragraph(d.wording.note.format(*d.brackets), x0, x1)
    if d.framed:
        for a, b in (((LEFT, frame_top), (RIGHT, frame_top)), ((LEFT, drawing.top), (RIGHT, drawing.top)),
                     ((LEFT, frame_top), (LEFT, drawing.top)), ((RIGHT, frame_top), (RIGHT, drawing.top))):  # fmt: skip
            drawing.line(*a, *b)
        drawing.top += 10
    drawing.paragraph(d.wording.prose)
    drawing.canvas.save()
    return pages


def _fitting(d: Design, drawing: Drawing, x0: float, x1: float) -> tuple[Design, list[Column]]:
    """The design with columns that leave room for names: with narrow categories and little white if need be."""
    for change in ({}, {"narrow": True}, {"padding": 3.0}, {"year_form": "{}"}, {"numbers": None}, {"units": "name"}):
        d = replace(d, **change)
        columns = _columns(d, drawing, x0, x1)
        if columns:
            return d, columns
    return d, _columns(d, drawing, x0, x1, least=0) or []


def _last_on_page(d: Design, drawing: Drawing, columns: Sequence[Column], first: int, last: int, *, head: bool) -> int:
    """Row behind the last one that the page still holds."""
    room = BOTTOM - drawing.top - (_head_height(d, drawing, columns) if head else 0)
    for at in range(first, last):
        opens = at == first or d.rows[at].category != d.rows[at - 1].category
        room -= max(_height(d, drawing, columns, _printed_texts(d, d.rows[at], at + 1)), 2 * LEADING)
        room -= 2.5 * LEADING if opens and d.categories == "row" else 0
        if room < 0 and at > first:
            return at
    return last


def _columns(d: Design, drawing: Drawing, x0: float, x1: float, least: float = 110) -> list[Column] | None:
    pad = 2 * d.padding
    zh = d.wording.code == "zh"
    widths: dict[str, float] = {}
    if d.categories in ("middle", "top", "each"):
        longest = max(drawing.width(r.category or "") for r in d.rows)
        words = [w for r in d.rows for w in (r.category or "").split()]
        narrow = 2 * SIZE + 2 if zh else max(drawing.width(w + " ") for w in [*words, "Category"])
        widths["category"] = (narrow if d.narrow else longest) + pad
    if d.numbers == "column":
        widths["number"] = 26 + pad
    widths["indicator"] = 0
    if d.units == "column":
        widths["unit"] = (drawing.width("亿吨标准煤") if zh else 70) + pad
    value = max(drawing.width(t) for r in d.rows for t in (r.base, r.target))
    year = max(drawing.width(t) for y in d.years for t in [d.year_form.format(y)])
    widths["base"] = widths["target"] = max(value, year) + pad
    if d.change:
        words = d.change.split() if not zh else re.split(r"(?=\[)", d.change)
        widths["change"] = max(52.0, *(drawing.width(w + " ") for w in [*words, *(r.change for r in d.rows)])) + pad
    if d.attribute:
        widths["attribute"] = drawing.width("约束性" if zh else "Anticipated") + 4 + pad
    widths["indicator"] = x1 - x0 - sum(widths.values())
    texts = [_printed_texts(d, row, 10)["indicator"] for row in d.rows]
    longest = max(drawing.width(word) for text in texts for word in text.split()) if not zh else 0.0
    if widths["indicator"] < (max(least, longest + pad) if least else 0):
        return None
    columns, x = [], x0
    for role, width in widths.items():
        columns.append(Column(role, x, x + width))
        x += width
    return columns


def _head_texts(d: Design) -> dict[str, str]:
    words = d.wording
    years = {"base": d.year_form.format(d.years[0]), "target": d.year_form.format(d.years[1])}
    return {**words.heads, **years, "change": d.change or ""}


def _printed_texts(d: Design, row: Row, number: int) -> dict[str, str]:
    name = row.item.name
    if d.numbers and d.numbers != "column":
        name = d.numbers.format(number) + name
    if d.units == "name" and row.item.printed_unit:
        name += d.wording.unit_form.format(row.item.printed_unit)
    return {
        "category": row.category or "",
        "number": str(number),
        "indicator": name,
        "unit": row.item.printed_unit or "",
        "base": row.base,
        "target": row.target,
        "change": row.change,
        "attribute": d.wording.attributes[0 if row.binding else 1],
    }


def _cell(d: Design, drawing: Drawing, column: Column, top: float, bottom: float, text: str, align: str) -> None:
    lines = drawing.wrapped(text, column.x1 - column.x0 - 2 * d.padding + 0.5) if text else []
    y = (top + bottom - LEADING * len(lines)) / 2 + 1.5
    for line in lines:
        width = drawing.width(line)
        x = {
            "left": column.x0 + d.padding,
            "middle": (column.x0 + column.x1 - width) / 2,
            "right": column.x1 - d.padding - width,
        }[align]
        drawing.text(x, y, line)
        y += LEADING


def _height(d: Design, drawing: Drawing, columns: Sequence[Column], texts: dict[str, str], skip: str = "") -> float:
    counts = [
        len(drawing.wrapped(texts.get(c.role, ""), c.x1 - c.x0 - 2 * d.padding + 0.5))
        for c in columns
        if c.role != skip
    ]
    return LEADING * max(counts) + 2 * max(3.0, d.padding - 1)


def _align(d: Design, role: str) -> str:
    if role in ("base", "target", "change", "number"):
        return d.align
    return "middle" if role in ("attribute", "unit") else "left"


def _head(d: Design, drawing: Drawing, columns: Sequence[Column]) -> list[tuple[float, float, float]]:
    """Draw the header; returns its inner lines across as (x0, x1, y)."""
    texts = _head_texts(d)
    height = _height(d, drawing, columns, texts)
    top = drawing.top
    if d.head_rows == 1:
        for c in columns:
            _cell(d, drawing, c, top, top + height, texts[c.role], "middle")
        drawing.top += height
        return []
    upper = LEADING + 6
    lower = max(height - upper, upper)
    base, target = (next(c for c in columns if c.role == r) for r in ("base", "target"))
    _cell(d, drawing, Column("", base.x0, target.x1), top, top + upper, d.wording.level, "middle")
    for c in columns:
        if c.role in ("base", "target"):
            _cell(d, drawing, c, top + upper, top + upper + lower, texts[c.role], "middle")
        else:
            _cell(d, drawing, c, top, top + upper + lower, texts[c.role], "middle")
    drawing.top += upper + lower
    return [(base.x0, target.x1, top + upper)]


def _part(
    d: Design, drawing: Drawing, columns: Sequence[Column], rows: Sequence[Row], first: int, *, head: bool
) -> None:
    """One page's rows with their lines."""
    top, inner = drawing.top, []
    x0, x1 = columns[0].x0, columns[-1].x1
    if d.lines == "shaded" and head:
        drawing.fill(x0, top, x1, top + _head_height(d, drawing, columns))
    if head:
        inner = _head(d, drawing, columns)
    head_bottom = drawing.top
    edges: list[tuple[float, bool]] = []  # rows' upper edges; whether the category's column has the line too
    groups: list[list[float]] = []
    spanning: list[tuple[float, float]] = []
    last: str | None = None
    for at, row in enumerate(rows):
        texts = _printed_texts(d, row, first + at + 1)
        opens = at == 0 or row.category != last
        if (
            d.categories == "row"
            and opens
            and row.category
            and (at or not first or d.rows[first - 1].category != row.category)
        ):
            height = LEADING + 2 * max(3.0, d.padding - 1)
            edges.append((drawing.top, True))
            whole = Column("", x0, x1)
            _cell(
                d, drawing, whole, drawing.top, drawing.top + height, row.category, "left" if d.seed % 3 else "middle"
            )
            spanning.append((drawing.top, drawing.top + height))
            drawing.top += height
        merged = d.categories in ("middle", "top")
        height = _height(d, drawing, columns, texts, "category" if merged else "")
        if merged and opens:
            # A short category may need more lines than its rows have.
            own = sum(1 for r in rows[at:] if r.category == row.category)
            c = next(c for c in columns if c.role == "category")
            need = LEADING * len(drawing.wrapped(row.category or "", c.x1 - c.x0 - 2 * d.padding + 0.5)) + 8
            height = max(height, need / own if d.categories == "middle" else need)
        edges.append((drawing.top, opens or not merged))
        if d.lines == "shaded" and (first + at) % 2:
            drawing.fill(x0, drawing.top, x1, drawing.top + height)
        for c in columns:
            if c.role != "category" or d.categories == "each":
                _cell(d, drawing, c, drawing.top, drawing.top + height, texts[c.role], _align(d, c.role))
        if d.categories == "top" and opens:
            c = next(c for c in columns if c.role == "category")
            _cell(d, drawing, c, drawing.top, drawing.top + height, texts["category"], "left")
        if opens:
            groups.append([drawing.top, drawing.top])
        drawing.top += height
        groups[-1][1] = drawing.top
        last = row.category
    if d.categories == "middle":
        c = next(c for c in columns if c.role == "category")
        names = [r.category for at, r in enumerate(rows) if at == 0 or rows[at - 1].category != r.category]
        for (a, b), name in zip(groups, names, strict=True):
            _cell(d, drawing, c, a, b, name or "", "left")
    _lines(d, drawing, columns, top, head_bottom, edges, inner, spanning, head=head)


def _head_height(d: Design, drawing: Drawing, columns: Sequence[Column]) -> float:
    height = _height(d, drawing, columns, _head_texts(d))
    upper = LEADING + 6
    return height if d.head_rows == 1 else upper + max(height - upper, upper)


def _lines(
    d: Design, drawing: Drawing, columns: Sequence[Column], top: float, head_bottom: float,
    edges: Sequence[tuple[float, bool]], inner: Sequence[tuple[float, float, float]],
    spanning: Sequence[tuple[float, float]], *, head: bool,
) -> None:  # fmt: skip
    x0, x1, bottom = columns[0].x0, columns[-1].x1, drawing.top
    merged = d.categories in ("middle", "top")
    for y, whole in edges if d.lines in ("grid", "open sides", "rows") else []:
        drawing.line(x0 if whole or not merged else columns[1].x0, y, x1, y)
    if d.lines in ("grid", "open sides", "rows", "three"):
        for y in {top, head_bottom, bottom}:
            drawing.line(x0, y, x1, y)
        for a, b, y in inner:
            drawing.line(a, y, b, y)
    if d.lines not in ("grid", "open sides"):
        return
    xs = [c.x0 for c in columns] + [x1]
    target = next(c for c in columns if c.role == "target")
    for x in xs if d.lines == "grid" else xs[1:-1]:
        start = inner[0][2] if inner and x == target.x0 else top
        cuts = [] if x in (x0, x1) else list(spanning)
        for a, b in cuts:
            if a > start:
                drawing.line(x, start, x, a)
            start = b
        drawing.line(x, start, x, bottom)
