"""Tables drawn at random with what they hold: every style of ruling, wrapped cells, heads over columns, row groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from made_words import Words, figure, figures, set_text, width_of, wrapped

GRIDS = ("ruled", "open-sides", "column-lines")  # styles in which lines part the cells of a head
STYLES = ("ruled", "open-sides", "booktabs", "rules-across", "plain", "zebra", "column-lines")


@dataclass
class MadeCell:
    """A cell and how it is set; rows and columns with ends included."""

    r0: int
    c0: int
    r1: int
    c1: int
    text: str
    align: str = "left"
    valign: str = "top"
    mark: str = ""
    indent: float = 0.0
    lines: list[str] = field(default_factory=list)


@dataclass
class MadeTable:
    """A table before it is drawn."""

    style: str
    font: str
    size: float
    leading: float
    vpad: float
    gap: float
    language: str
    cells: list[MadeCell]
    rows: int
    columns: int
    heads: int
    widths: list[float]
    heights: list[float]
    section_rows: list[int]

    @property
    def width(self) -> float:
        """In points."""
        return sum(self.widths)

    @property
    def height(self) -> float:
        """In points."""
        return sum(self.heights)

    def truth(self, page: int, *, spread: bool = False) -> dict[str, Any]:
        """The table in the scorer's form; `spread` lets the names of row groups stand over all columns."""
        cells = [
            {
                "r0": c.r0,
                "r1": c.r1 if self.style in GRIDS else c.r0,
                "c0": c.c0,
                "c1": self.columns - 1 if spread and c.r0 in self.section_rows and c.c0 == 0 else c.c1,
                "text": " ".join(c.lines) + c.mark if self.language == "en" else "".join(c.lines) + c.mark,
            }
            for c in self.cells
            if c.text
        ]
        return {"page": page, "rows": [], "cells": cells}


def made_table(rng: Random, style: str, language: str, most_width: float, *, rows: int | None = None) -> MadeTable:
    """A table of a style that is not wider than `most_width`."""
    words = Words(rng, language)
    font = "STSong-Light" if language == "zh" else rng.choice(("Helvetica", "Times-Roman"))
    size = rng.choice((6.5, 7.5, 8, 9, 9, 10, 10.5))
    leading = size * rng.choice((1.15, 1.2, 1.3))
    vpad = size * rng.choice((0.0, 0.15, 0.3, 0.5) if style != "ruled" else (0.15, 0.3, 0.5))
    gap = size * rng.choice((0.75, 0.9, 1.2, 1.5, 2.0))
    label_width = size * rng.uniform(7, 17)
    texts = rng.random() < 0.25
    kinds = [("text", "left")] + ([("text", rng.choice(("left", "centre")))] if texts else [])
    count = rng.randint(2, 7) if not texts else rng.randint(1, 4)
    common = figures(rng) if rng.random() < 0.6 else None
    kinds += [common or figures(rng) for _ in range(count)]
    heads = _heads(rng, words, kinds, style in GRIDS)
    if style == "column-lines":  # no line closes the stub: its text stands where it can be seen to belong
        for cell in heads[0]:
            cell.valign = "top" if cell.r1 > cell.r0 else cell.valign
    rows = rows or rng.choice((3, 4, 5, 6, 8, 10, 14))
    body, sections = _body(rng, words, kinds, len(heads), rows, style)
    if vpad == 0:  # rows without white between them are set from the top, and row groups apart
        vpad = 0.15 * size if sections else 0.0
        for cell in body:
            cell.valign = "top"
    cells = [c for row in heads for c in row] + body
    total = max(c.r1 for c in cells) + 1
    table = MadeTable(
        style, font, size, leading, vpad, gap, language, cells, total, len(kinds), len(heads), [], [], sections
    )
    _measured(rng, table, kinds, label_width)
    while table.width > most_width and table.columns > 3:
        last = table.columns - 1
        table.cells = [c for c in table.cells if c.c0 < last]
        for cell in table.cells:
            cell.c1 = min(cell.c1, last - 1)
        table.columns = last
        kinds.pop()
        _measured(rng, table, kinds, label_width)
    return table


def _heads(rng: Random, words: Words, kinds: list[tuple[str, str]], grid: bool) -> list[list[MadeCell]]:
    """One or two header rows; where no lines part them, the stub stands in the row in which its text is set."""
    texts = sum(k == "text" for k, _ in kinds)
    figures_from = texts
    columns = len(kinds)
    years = rng.random() < 0.35
    base = rng.randint(2005, 2020)
    names = [
        str(base + k) if years else words.label(1, rng.choice((1, 2, 4))) + (words.unit() if rng.random() < 0.2 else "")
        for k in range(columns - figures_from)
    ]
    align = rng.choice(("column", "centre", "left", "centre"))
    valign = rng.choice(("top", "middle", "bottom"))

    def made(row: int, column: int, text: str, end: int | None = None, row_end: int | None = None) -> MadeCell:
        side = ("left" if column < texts else kinds[column][1]) if align == "column" else align
        side = "right" if side == "decimal" else side
        side = "left" if column == 0 and rng.random() < 0.6 else side
        return MadeCell(row, column, row if row_end is None else row_end, end or column, text, side, valign)

    stub = "" if rng.random() < 0.2 else words.label(1, 3)
    stubs = [stub, *(words.label(1, 2) for _ in range(texts - 1))]
    several = columns - figures_from >= 4 and rng.random() < 0.45
    if not several:
        row = [made(0, k, t) for k, t in enumerate(stubs)]
        return [[*row, *(made(0, figures_from + k, t) for k, t in enumerate(names))]]
    first: list[MadeCell] = []
    second: list[MadeCell] = []
    whole = grid or (rng.random() < 0.5 and valign == "top")  # over both rows, or in the lower one
    for k, text in enumerate(stubs):
        (first if whole else second).append(made(0 if whole else 1, k, text, row_end=1))
    at = figures_from
    while at < columns:
        end = min(at + rng.randint(2, 3), columns) - 1
        if columns - 1 - end == 1:
            end += 1
        group = made(0, at, words.label(1, 3), end)
        group.align = "centre"
        first.append(group)
        second += [made(1, k, names[k - figures_from]) for k in range(at, end + 1)]
        at = end + 1
    return [first, second]


def _body(
    rng: Random, words: Words, kinds: list[tuple[str, str]], first: int, rows: int, style: str
) -> tuple[list[MadeCell], list[int]]:
    cells: list[MadeCell] = []
    sections: list[int] = []
    grouped = rng.random() < 0.2 and rows >= 5
    indent = rng.random() < 0.5
    longest = rng.choice((2, 4, 7, 10))
    valign = rng.choice(("top", "top", "middle", "bottom"))
    empty = rng.choice((0.0, 0.0, 0.05, 0.15))
    centred = rng.random() < 0.3
    marks = rng.random() < 0.25
    row = first
    for number in range(rows):
        if grouped and number % 3 == 0:
            end = len(kinds) - 1 if style in ("ruled", "open-sides") or centred else 0
            cells.append(MadeCell(row, 0, row, end, words.label(1, 3), "centre" if centred else "left", "middle"))
            sections.append(row)
            row += 1
        label = MadeCell(row, 0, row, 0, words.label(1, longest), "left", valign)
        label.indent = 0.8 if grouped and indent else 0.0
        label.mark = (
            rng.choice(("a", "1") if words.language == "zh" else ("a", "1", "*"))
            if marks and rng.random() < 0.3
            else ""
        )
        cells.append(label)
        for column, (kind, align) in enumerate(kinds[1:], 1):
            if kind == "text":
                text = words.label(1, rng.choice((2, 5)))
            elif rng.random() < empty:
                text = rng.choice(("", "", "—", "-") if words.language == "zh" else ("", "", "–", "..", "n.a."))
            else:
                text = figure(rng, kind)
            cell = MadeCell(row, column, row, column, text, align, valign)
            cell.mark = "b" if text and kind != "text" and marks and rng.random() < 0.08 else ""
            cells.append(cell)
        row += 1
    if style in ("ruled", "open-sides") and not grouped and rng.random() < 0.3 and rows >= 4:
        cells = _merged_labels(rng, words, cells, first, row)
    return cells, sections


def _merged_labels(rng: Random, words: Words, cells: list[MadeCell], first: int, end: int) -> list[MadeCell]:
    """The first column as names of groups of rows."""
    out = [c for c in cells if c.c0 > 0]
    at = first
    while at < end:
        stop = min(at + rng.randint(2, 4), end)
        stop = end if end - stop == 1 else stop
        out.append(MadeCell(at, 0, stop - 1, 0, words.label(1, 3), "left", rng.choice(("middle", "top"))))
        at = stop
    return out


def _measured(rng: Random, table: MadeTable, kinds: list[tuple[str, str]], label_width: float) -> None:
    """Width of each column, lines of each cell, height of each row."""
    font, size = table.font, table.size

    def natural(text: str) -> float:
        return width_of(text, font, size)

    def longest_word(text: str) -> float:
        parts = text.split() if table.language == "en" else [text[:2]]
        return max((natural(p) for p in parts), default=0.0)

    widths = []
    for column in range(table.columns):
        own = [c for c in table.cells if c.c0 == c.c1 == column]
        body = [c for c in own if c.r0 >= table.heads]
        heads = [c for c in own if c.r0 < table.heads]
        if kinds[column][0] == "text":
            least = max((longest_word(c.text + c.mark) for c in own), default=0.0) + size
            most = max((natural(c.text + c.mark) for c in own), default=0.0) + size
            width = max(least, min(most, label_width))
        else:
            width = max([natural(c.text + c.mark) for c in body] + [longest_word(c.text) for c in heads] + [2 * size])
            width = max(width, min(max((natural(c.text) for c in heads), default=0.0), 4.5 * size))
        widths.append(width + table.gap)
    table.widths = widths
    heights = [table.leading + 2 * table.vpad] * table.rows
    for cell in table.cells:
        room = sum(widths[cell.c0 : cell.c1 + 1]) - table.gap - cell.indent * size
        if cell.c0 == cell.c1 == 0 and cell.r0 in table.section_rows:
            room = sum(widths) - table.gap
        kind = kinds[cell.c0][0]
        one = cell.r0 >= table.heads and kind != "text" and cell.c0 > 0
        room -= 0.6 * natural(cell.mark)
        cell.lines = [cell.text] if one else wrapped(cell.text, room + 0.01, font, size, table.language)
    for cell in sorted(table.cells, key=lambda c: c.r1):
        need = len(cell.lines) * table.leading + 2 * table.vpad
        have = sum(heights[cell.r0 : cell.r1 + 1])
        if need > have:
            heights[cell.r1] += need - have
    table.heights = heights


Draw = Callable[[Any], None]


def drawn(canvas: Any, table: MadeTable, left: float, top: float, page_height: float, rng: Random) -> None:
    """Draw a table whose upper left corner is at a place counted from the page's top left."""
    xs = [left]
    for width in table.widths:
        xs.append(xs[-1] + width)
    ys = [top]
    for height in table.heights:
        ys.append(ys[-1] + height)
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}.get(table.font, table.font)
    bold = bold if rng.random() < 0.3 else table.font
    _rules(canvas, table, xs, ys, page_height, rng)
    decimals = _decimal_places(table)
    for cell in table.cells:
        if not cell.text:
            continue
        font = (
            bold
            if cell.r0 < table.heads and len(cell.lines) == 1 and bold != table.font and _fits(cell, table, bold)
            else table.font
        )
        x0, x1 = xs[cell.c0] + table.gap / 2, xs[cell.c1 + 1] - table.gap / 2
        y0, y1 = ys[cell.r0], ys[cell.r1 + 1]
        block = len(cell.lines) * table.leading
        start = {"top": y0 + table.vpad, "middle": (y0 + y1 - block) / 2, "bottom": y1 - table.vpad - block}[
            cell.valign
        ]
        for k, line in enumerate(cell.lines):
            width = width_of(line, font, table.size)
            mark = cell.mark if k == len(cell.lines) - 1 else ""
            mark_width = width_of(mark, font, 0.6 * table.size)
            x = _x(
                cell,
                line,
                width + mark_width,
                x0 + cell.indent * table.size,
                x1,
                decimals.get(cell.c0, 0.0),
                font,
                table,
            )
            base = page_height - (start + k * table.leading + 0.5 * (table.leading - table.size) + 0.8 * table.size)
            set_text(canvas, x, base, line, font, table.size)
            if mark:
                set_text(canvas, x + width, base + 0.35 * table.size, mark, font, 0.6 * table.size)


def _fits(cell: MadeCell, table: MadeTable, bold: str) -> bool:
    room = sum(table.widths[cell.c0 : cell.c1 + 1]) - table.gap
    return width_of(cell.lines[0], bold, table.size) <= room


def _decimal_places(table: MadeTable) -> dict[int, float]:
    """Widest part behind the point, for each column set by its points."""
    out: dict[int, float] = {}
    for cell in table.cells:
        if cell.align == "decimal":
            behind = cell.text[cell.text.rfind(".") :] if "." in cell.text else ""
            out[cell.c0] = max(out.get(cell.c0, 0.0), width_of(behind, table.font, table.size))
    return out


def _x(
    cell: MadeCell, line: str, width: float, x0: float, x1: float, behind: float, font: str, table: MadeTable
) -> float:
    if cell.align == "right":
        return x1 - width
    if cell.align == "centre":
        return (x0 + x1 - width) / 2
    if cell.align == "decimal" and cell.r0 >= table.heads:
        before = line[: line.rfind(".")] if "." in line else line
        return max(x0, x1 - behind - width_of(before, font, table.size))
    return x0


def _rules(canvas: Any, table: MadeTable, xs: list[float], ys: list[float], page_height: float, rng: Random) -> None:
    thick = rng.choice((0.4, 0.5, 0.75, 1.0))

    def across(y: float, x0: float, x1: float, width: float = thick) -> None:
        canvas.setLineWidth(width)
        canvas.line(x0, page_height - y, x1, page_height - y)

    def down(x: float, y0: float, y1: float) -> None:
        canvas.setLineWidth(thick)
        canvas.line(x, page_height - y0, x, page_height - y1)

    style = table.style
    head = ys[table.heads]
    if style in ("ruled", "open-sides"):
        for c in table.cells:
            x0, x1, y0, y1 = xs[c.c0], xs[c.c1 + 1], ys[c.r0], ys[c.r1 + 1]
            across(y0, x0, x1)
            across(y1, x0, x1)
            if style == "ruled" or c.c0 > 0:
                down(x0, y0, y1)
            if style == "ruled" or c.c1 < table.columns - 1:
                down(x1, y0, y1)
    elif style == "booktabs":
        for y, width in ((ys[0], 1.0), (head, 0.5), (ys[-1], 1.0)):
            across(y, xs[0], xs[-1], width)
    elif style == "rules-across":
        merged = {r for c in table.cells if c.r1 > c.r0 for r in range(c.r0 + 1, c.r1 + 1)}
        for k, y in enumerate(ys):
            if k not in merged:
                across(y, xs[0], xs[-1])
    elif style == "zebra":
        parity = rng.randint(0, 1)
        for r in range(table.rows):
            if r < table.heads or (r - table.heads) % 2 == parity:
                canvas.setFillGray(0.7 if r < table.heads else 0.9)
                canvas.rect(xs[0], page_height - ys[r + 1], xs[-1] - xs[0], ys[r + 1] - ys[r], stroke=0, fill=1)
        canvas.setFillGray(0)
    elif style == "column-lines":
        boxed = rng.random() < 0.5
        spans = [(c.c0, c.c1, c.r0, c.r1) for c in table.cells if c.c1 > c.c0]
        for k in range(0 if boxed else 1, table.columns + (1 if boxed else 0)):
            for r in range(table.rows):
                if not any(a < k <= b and r0 <= r <= r1 for a, b, r0, r1 in spans):
                    down(xs[k], ys[r], ys[r + 1])
        if boxed or rng.random() < 0.6:
            for y in (ys[0], head, ys[-1]):
                across(y, xs[0], xs[-1])
    if style in ("booktabs", "rules-across", "column-lines"):
        for c in table.cells:
            if c.r0 == c.r1 == 0 and table.heads > 1 and c.c0 > 0:
                trim = 0.25 * table.gap if style == "booktabs" else 0.0
                across(ys[1], xs[c.c0] + trim, xs[c.c1 + 1] - trim, 0.4)
