"""Documents with boxes drawn at random with a seed, and what was written in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Literal

from box_words import Words
from drawn_tables import HEIGHT, WIDTH, Sheet, pages
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

FrameKind = Literal["ruled", "rows", "shaded", "left bar", "bars", "none"]
FRAMES: tuple[FrameKind, ...] = ("ruled", "rows", "shaded", "left bar", "bars", "none")
ENTRIES = ("padded", "dot", "parenthesis", "circled", "comma", "bullet", "bullet lead", "lead", "plain")
BULLETS = {"en": ("\u2022", "\u2013", "*"), "zh": ("\u2022", "\u25a0", "\u25c6", "\u25cf", "\u2014", "\uf06c")}
FONTS = {"en": "Helvetica", "zh": "STSong-Light"}
LEFT, RIGHT, TOP, BOTTOM = 70.0, 530.0, 80.0, 720.0
RIM = 8.0


@dataclass(frozen=True)
class WrittenItem:
    """An item of a box; its number is counted where none is printed."""

    number: str
    title: str
    text: str
    bullets: tuple[str, ...] = ()


@dataclass
class WrittenBox:
    """A box: `lines` is everything printed in it, its caption first."""

    number: str
    title: str
    frame: FrameKind
    entry: str
    items: list[WrittenItem] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


@dataclass
class Written:
    """All that a document says."""

    language: str
    boxes: list[WrittenBox] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)


class Drawing:
    """One document as it is drawn: text flows from page to page, frames are drawn when their end is known."""

    def __init__(self, random: Random, language: str) -> None:
        self.random, self.language, self.font = random, language, FONTS[language]
        self.size = random.choice((9.5, 10.0, 10.5, 12.0))
        self.leading = self.size * random.choice((1.2, 1.4, 1.6))
        self.gap = random.choice((0.0, 0.5, 1.0)) * self.leading if language == "zh" else 0.6 * self.leading
        self.indent = 2 * self.size if language == "zh" else random.choice((0.0, 14.0))
        self.header = random.random() < 0.5
        self.label = random.choice(("- %d -", "%d", "Page %d")) if language == "en" else random.choice(("— %d —", "%d"))
        self.border = random.random() < 0.15
        self.background = random.random() < 0.1
        self.closed = random.random() < 0.5
        self.inset = random.choice((0.0, 0.0, -6.0, 15.0))
        self.edges = random.choice(("stroke", "stroke", "filled", "double"))
        self.tinted = random.random() < 0.25
        self.notes = random.random() < 0.3
        self.sheets: list[Sheet] = []
        self.frame: FrameKind | None = None
        self.frame_top = 0.0
        self.rows: list[float] = []
        self.is_first_part = True
        self.again = ""
        self.new_page()

    def new_page(self) -> None:
        if self.frame:
            self.draw_frame(BOTTOM, is_last=False)
        sheet = Sheet(self.font)
        self.sheets.append(sheet)
        if self.background:
            sheet.fill(0, 0, WIDTH, HEIGHT, grey=0.97)
        if self.border:
            sheet.box(25, 25, WIDTH - 25, HEIGHT - 25)
        if self.header:
            words = "某省国民经济和社会发展规划纲要" if self.language == "zh" else "Outline of the Plan of a Province"
            sheet.text(LEFT, 42, words, size=8)
            sheet.line(LEFT, 55, RIGHT, 55)
        sheet.text(290, 752, self.label % len(self.sheets), size=9)
        self.y = TOP + RIM
        self.frame_top = TOP
        self.rows = []
        if self.frame and self.again:
            sheet.text(LEFT + 12, self.y, self.again)
            self.y += 1.3 * self.leading

    def write(
        self, text: str, *, indent: float = 0.0, inside: float = 0.0, size: float | None = None, centred: bool = False
    ) -> list[str]:
        """A paragraph at the flow's place; gives its printed lines."""
        size = size or self.size
        lines = wrapped(text, self.font, size, RIGHT - LEFT - 2 * inside, indent)
        for at, line in enumerate(lines):
            if self.y + size > BOTTOM - RIM:
                self.new_page()
            white = RIGHT - LEFT - pdfmetrics.stringWidth(line, self.font, size) if centred else 0.0
            left = white / 2 if centred else inside + (0 if at else indent)
            self.sheets[-1].text(LEFT + left, self.y, line, size=size)
            self.y += self.leading * size / self.size
        return lines

    def keep(self, height: float) -> None:
        """Begin a page if less than this is left of it."""
        if self.y + height > BOTTOM:
            self.new_page()

    def open_frame(self, kind: FrameKind) -> None:
        self.frame, self.frame_top, self.rows, self.is_first_part = kind, self.y, [], True
        self.y += RIM

    def row(self) -> None:
        """A line across between two rows of a frame."""
        if self.frame == "rows":
            self.y += 0.3 * self.leading
            self.rows.append(self.y)
            self.y += 0.5 * self.leading

    def close_frame(self) -> None:
        bottom = self.y + RIM - 0.3 * self.leading
        self.draw_frame(bottom, is_last=True)
        self.frame = None
        self.y = bottom + RIM

    def edge(self, x0: float, top: float, x1: float, bottom: float, width: float) -> None:
        """One edge of a frame: a stroke, a thin filled rectangle as office programs draw it, or two strokes."""
        sheet = self.sheets[-1]
        if self.edges == "filled":
            sheet.fill(x0 - width / 2, top - width / 2, x1 + width / 2, bottom + width / 2, grey=0)
        else:
            sheet.line(x0, top, x1, bottom, width=width)
        if self.edges == "double":
            away = (2.0, 0.0) if x0 == x1 else (0.0, 2.0)
            sheet.line(x0 + away[0], top + away[1], x1 + away[0], bottom + away[1], width=width)

    def draw_frame(self, bottom: float, *, is_last: bool) -> None:
        sheet, top, kind = self.sheets[-1], self.frame_top, self.frame
        if bottom - top < 2 * RIM:
            return
        if kind == "shaded":
            sheet.fill(LEFT + self.inset, top, RIGHT - self.inset, bottom)
            sheet.drawn.insert(1 if self.background else 0, sheet.drawn.pop())  # behind the text
        elif kind == "left bar":
            sheet.line(LEFT + 1, top, LEFT + 1, bottom, width=3)
        elif kind in ("ruled", "rows", "bars"):
            upper, lower = self.is_first_part or self.closed, is_last or self.closed
            width = 1.5 if kind == "bars" else 0.5
            left, right = LEFT + self.inset, RIGHT - self.inset
            for y in [*([top] if upper else []), *self.rows, *([bottom] if lower else [])]:
                self.edge(left, y, right, y, width)
            if kind != "bars":
                self.edge(left, top, left, bottom, width)
                self.edge(right, top, right, bottom, width)
                if self.tinted:
                    sheet.fill(left, top, right, bottom, grey=0.93)
                    sheet.drawn.insert(1 if self.background else 0, sheet.drawn.pop())
        self.is_first_part = False


def wrapped(text: str, font: str, size: float, width: float, indent: float) -> list[str]:
    """The lines of a paragraph; Chinese breaks anywhere but in a number or before a mark of punctuation."""
    units = re.findall(r"[0-9A-Za-z.,%]+|.", text) if font == FONTS["zh"] else [w + " " for w in text.split(" ")]
    lines, line = [], ""
    left = width - indent
    for unit in units:
        if line and pdfmetrics.stringWidth((line + unit).rstrip(), font, size) > left and unit not in "，。：；、）":
            lines.append(line.rstrip())
            line, left = "", width
        line += unit
    return [*lines, line.rstrip()]


def draw_document(path: Path, seed: int) -> Written:
    """Write a document of that seed to `path`/page.pdf and say what is in it."""
    random = Random(seed)  # noqa: S311 no secret
    language = random.choice(("en", "zh"))
    if language == "zh":
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    drawing, words, written = Drawing(random, language), Words(language, random), Written(language)
    form = random.choice(("chapter", "comma")) if language == "zh" else random.choice(("chapter", "section"))
    count = 0
    style = _Style(random, language)
    for number in range(1, random.randint(2, 3) + 1):
        _section(drawing, words, written, form, number)
        _prose(drawing, words, written, random.randint(1, 3))
        for _ in range(random.randint(0, 2)):
            count += 1
            _Box(drawing, words, written, style, count).draw()
            if random.random() < 0.9:
                _prose(drawing, words, written, random.randint(1, 2))
                if random.random() < 0.2:
                    _quoted(drawing, words, written)
    while len(drawing.sheets) < 4:  # as many as a running header takes to be told as one
        _prose(drawing, words, written, 1)
    pages(path, *drawing.sheets)
    return written


def _section(drawing: Drawing, words: Words, written: Written, form: str, number: int) -> None:
    title, numeral = words.title(), "一二三四五六七八九"[number - 1]
    marks = {"comma": f"{numeral}、", "chapter": f"第{numeral}章  "}
    english = {"chapter": f"Chapter {number} ", "section": f"Section {number}. "}
    drawing.y += drawing.leading
    drawing.keep(5 * drawing.leading)
    drawing.write((marks if words.is_chinese else english)[form] + title, size=drawing.size + 3)
    if drawing.random.random() < 0.3:
        drawing.sheets[-1].line(LEFT, drawing.y, RIGHT, drawing.y)
    drawing.y += 0.6 * drawing.leading
    written.sections.append(title)


def _prose(drawing: Drawing, words: Words, written: Written, count: int) -> None:
    for _ in range(count):
        text = words.prose()
        drawing.write(text, indent=drawing.indent)
        drawing.y += drawing.gap
        written.prose.append(text)


def _quoted(drawing: Drawing, words: Words, written: Written) -> None:
    """A frame without a label around a paragraph."""
    drawing.y += drawing.leading
    drawing.keep(8 * drawing.leading)
    drawing.open_frame(drawing.random.choice(("ruled", "shaded", "left bar")))
    text = words.prose()
    drawing.write(text, inside=12.0 + max(drawing.inset, 0.0))
    drawing.close_frame()
    written.prose.append(text)


class _Style:
    """How the boxes of one document look."""

    def __init__(self, random: Random, language: str) -> None:
        self.frame: FrameKind = random.choice(FRAMES)
        english = ("Box %s: %s", "Box %s %s", "Box %s. %s", "BOX %s %s", "Box %s|%s", "Table %s. %s")
        chinese = ("专栏%s  %s", "专栏%s：%s", "专栏 %s %s", "专栏%s|%s", "专栏%s %s", "专栏%s、%s", "专栏%s　%s")
        self.numeral = random.choice(("%d", "%d", "%d", "1.%d" if language == "en" else "3-%d"))
        self.caption = random.choice(english if language == "en" else chinese)
        self.entries = random.sample([e for e in ENTRIES if e != "comma" or language == "zh"], 2)
        self.inside = random.random() < 0.7
        self.bullet = random.choice(BULLETS[language])
        self.run_in = random.random() < 0.6
        self.title_size = random.choice((0.0, 1.5))
        self.indent = random.choice((0.0, 2.0)) if language == "zh" else 0.0
        self.colon = "：" if language == "zh" else ": "
        self.smaller = random.choice((0.0, 0.0, 1.0, 1.5))
        self.below_title = random.choice((0.0, 0.4))
        self.centred = random.random() < 0.4
        self.long_titles = random.random() < 0.2
        self.second = random.random() < 0.2
        self.again = random.random() < 0.25


class _Box:
    """One box as it is drawn."""

    def __init__(self, drawing: Drawing, words: Words, written: Written, style: _Style, number: int) -> None:
        self.drawing, self.words, self.style = drawing, words, style
        self.random = drawing.random
        self.inside = 0.0 if style.frame in ("bars", "none") else 10.0 + max(drawing.inset, 0.0)
        entry = self.random.choice(style.entries)
        if entry == "plain" and style.frame != "rows":
            entry = "lead"
        title = words.title()
        if style.long_titles:
            title += ("、" if words.is_chinese else ", ") + words.title() + ("和" if words.is_chinese else " and ")
            title += words.title()
        self.box = WrittenBox(style.numeral % number, title, style.frame, entry)
        self.size = drawing.size - style.smaller
        written.boxes.append(self.box)

    def draw(self) -> None:
        """Caption, paragraph before the items, items."""
        drawing, style = self.drawing, self.style
        drawing.y += 0.6 * drawing.leading
        drawing.keep(6 * drawing.leading)
        if style.inside:
            drawing.open_frame(style.frame)
        caption = style.caption % (self.box.number, self.box.title)
        for part in caption.split("|"):
            self._line(part, size=drawing.size + style.title_size, centred=style.centred)
        if style.again and style.frame not in ("none", "bars"):
            words = ("专栏%s（续）", "Box %s (continued)")[drawing.language == "en"]
            drawing.again = words % self.box.number if "Table" not in caption else ""
        drawing.y += style.below_title * drawing.leading
        if not style.inside:
            drawing.open_frame(style.frame)
        elif self.random.random() < 0.7:
            drawing.row()
        if (
            self.box.entry not in ("plain", "lead")
            and style.frame not in ("none", "rows")
            and self.random.random() < 0.2
        ):
            self._line(self.words.prose())
        for number in range(1, self.random.randint(2, 6) + 1):
            if number > 1:
                drawing.row()
            self._item(number)
        drawing.close_frame()
        drawing.again = ""

    def _line(self, text: str, indent: float = 0.0, size: float | None = None, *, centred: bool = False) -> None:
        self.box.lines += self.drawing.write(
            text, indent=indent, inside=self.inside, size=size or self.size, centred=centred
        )

    def _item(self, number: int) -> None:
        words, entry, indent = self.words, self.box.entry, self.style.indent * self.drawing.size
        title, text = words.title(), words.sentences(1, 2)
        mark = {
            "padded": f"{number:02d} ",
            "dot": f"{number}. " if not words.is_chinese else f"{number}．",
            "parenthesis": f"({number}) " if not words.is_chinese else f"（{number}）",
            "circled": "①②③④⑤⑥"[number - 1] if words.is_chinese else f"{number}. ",
            "comma": f"{'一二三四五六'[number - 1]}、",
            "bullet": f"{self.style.bullet} ",
            "bullet lead": f"{self.style.bullet} ",
        }.get(entry, "")
        printed = mark.strip(" （）().．、") if mark and "bullet" not in entry else str(number)
        if entry in ("bullet", "plain"):
            self._line(mark + text, indent)
            self.box.items.append(WrittenItem(printed, "", text))
        elif entry in ("bullet lead", "lead") or (self.style.run_in and entry != "padded"):
            self._line(f"{mark}{title}{self.style.colon}{text}", indent)
            self.box.items.append(WrittenItem(printed, title, text))
        elif self.random.random() < 0.3:
            bullets = tuple(words.sentence() for _ in range(self.random.randint(2, 3)))
            self._line(mark + title, indent)
            for bullet in bullets:
                self._line(f"{self.style.bullet} {bullet}", indent)
            glue = "" if words.is_chinese else " "
            self.box.items.append(WrittenItem(printed, title, glue.join(bullets), bullets))
        else:
            self._line(mark + title, indent)
            self._line(text, indent)
            if self.style.second and self.box.frame != "none":
                more = words.sentences(1, 2)
                self._line(more, indent)
                text += ("" if words.is_chinese else " ") + more
            self.box.items.append(WrittenItem(printed, title, text))
