"""Documents written at random: what was written is kept, so that it can be compared with what is read."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from written_around import furnish
from written_lines import Bit, Line, Setter, bits_of, width_of
from written_manner import Manner, Mark, Sheet, Written
from written_sentences import TITLES, note, paragraph

_NUMERALS = "零一二三四五六七八九十"


class Writer:
    """Writes one document page by page."""

    def __init__(self, random: Random, manner: Manner) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.random, self.manner = random, manner
        self.out = Written(manner)
        self.body = Setter(manner, manner.font, manner.size)
        self.small = Setter(manner, manner.font, manner.note_size * manner.size)
        self.count = 0
        self.chapter = ""
        self.labels: dict[int, str] = {}
        self.waiting: list[tuple[float, Line]] = []  # lines of notes that the page before had no room for
        self.on_page = 0

    def page(self) -> None:
        self.out.sheets.append(Sheet())
        self.top = self.manner.foot + 10
        self.bottom = self.manner.height - self.manner.foot
        self.on_page = 0

    @property
    def sheet(self) -> Sheet:
        return self.out.sheets[-1]

    def put(self, x: float, base: float, text: str, size: float, font: str = "", turn: int = 0) -> None:
        self.sheet.marks.append(Mark(x, base, text, font or self.manner.font, size, turn))

    def put_line(
        self, setter: Setter, x: float, base: float, width: float, line: tuple[float, Line], last: bool
    ) -> None:
        indent, bits = line
        own = sum(setter.bit(b, self.labels.get(b.note, "")) for b in bits)
        gaps = [i for i, b in enumerate(bits) if i and not b.glued]
        spread = 0.0
        slack = width - indent - own - len(gaps) * setter.blank()
        if self.manner.justified and not last and slack > 0:
            if gaps:
                spread = slack / len(gaps)
            elif len(bits) > 1 and slack < 3 * setter.size:
                spread = slack / (len(bits) - 1)
                gaps = list(range(1, len(bits)))
        x += indent
        run, run_x, glued = "", x, self.manner.granule
        manner_is_zh = self.manner.language == "zh"
        for index, bit in enumerate(bits):
            step = 0.0
            if index and not bit.glued:
                step = setter.blank() + (spread if index in gaps else 0)
            elif index in gaps:
                step = spread
            text = bit.text.replace("|", "")
            whole = glued == "line" and not spread
            if run and not whole and (step or glued == "char"):
                self.put(run_x, base, run, setter.size)
                run = ""
            elif run and step:
                run += " "
            x += step
            if not run:
                run_x = x
            # Fonts that the file does not hold have other widths for Latin letters: those are drawn as words.
            if glued == "char":
                for c in (text,) if manner_is_zh and text.isascii() else text:
                    self.put(x, base, c, setter.size)
                    x += width_of(c, setter.font, setter.size)
            else:
                run += text
                x += width_of(text, setter.font, setter.size)
            if bit.note:
                if run:
                    self.put(run_x, base, run, setter.size)
                    run = ""
                label = self.labels[bit.note]
                self.put(x, base - 0.35 * setter.size, label, 0.6 * setter.size)
                x += setter.note_width(label)
        if run:
            self.put(run_x, base, run, setter.size)

    def document(self) -> Written:
        manner = self.manner
        self.page()
        for number in range(1, manner.chapters + 1):
            self.chapter = TITLES[manner.language][number - 1]
            self.band(number)
        furnish(self.out)
        return self.out

    def columns(self) -> list[tuple[float, float]]:
        manner = self.manner
        whole = manner.width - 2 * manner.margin
        if manner.columns == 1:
            return [(manner.margin, whole)]
        each = (whole - manner.gutter) / 2
        return [(manner.margin, each), (manner.margin + each + manner.gutter, each)]

    def heading(self, number: int) -> None:
        manner = self.manner
        size = manner.size * 1.4
        if self.bottom - self.top < 8 * manner.size * manner.leading or self.on_page:
            self.page()
        title = TITLES[manner.language][number - 1]
        head = f"第{_NUMERALS[number]}章  " if manner.language == "zh" else f"Chapter {number} "
        text = head + title
        self.out.titles.append(title)
        font = manner.font
        if font == "Helvetica":
            font = "Helvetica-Bold"
        if font == "Times-Roman":
            font = "Times-Bold"
        x = manner.margin
        if manner.titles == "centred":
            x = (manner.width - width_of(text, font, size)) / 2
        self.top += 1.2 * size
        self.put(x, self.top + size, text, size, font)
        if manner.bold_twice:
            self.put(x + 0.3, self.top + size, text, size, font)
        self.top += 2.2 * size

    def band(self, number: int) -> None:
        """A chapter: its title over all columns, its paragraphs in them."""
        self.heading(number)
        manner, random = self.manner, self.random
        (_, width), *_ = self.columns()
        rows: list[tuple[float, Line, bool, bool]] = []  # indent, bits, ends its paragraph, begins it
        texts: dict[int, str] = {}
        for _ in range(random.randint(2, 7)):
            sentences = paragraph(random, manner.language)
            glue = "" if manner.language == "zh" else " "
            text = glue.join(sentences)
            note_at: dict[int, int] = {}
            chance = {"none": 0.0, "some": 0.3, "many": 0.7}[manner.notes]
            if random.random() < chance:
                self.count += 1
                note_at[random.randint(1, len(sentences))] = self.count
                texts[self.count] = note(random, manner.language)
                self.labels[self.count] = self.label(self.count)
            bullet = manner.bullets and random.random() < 0.4
            bits = bits_of(text, manner.language, note_at)
            if bullet:
                bits = [Bit("•"), *bits]
            indent = manner.indent * manner.size
            lines = self.body.lines(bits, width, indent, self.labels)
            self.out.paragraphs.append(text.replace("|", ""))
            rows += [(i, b, n == len(lines) - 1, n == 0) for n, (i, b) in enumerate(lines)]
        self.flow(rows, texts, last=number == manner.chapters)

    def label(self, number: int) -> str:
        manner = self.manner
        if manner.note_marks == "circled" and number <= 20 and manner.language == "zh":
            return chr(ord("①") + number - 1)
        if manner.note_marks == "bracketed":
            return f"[{number}]"
        return str(number)

    def flow(self, rows: list[tuple[float, Line, bool, bool]], texts: dict[int, str], last: bool) -> None:
        manner = self.manner
        lead, at = manner.size * manner.leading, 0
        small = self.small.size * 1.25
        while at < len(rows) or (last and self.waiting):
            tops: list[float] = []
            balanced = None
            need = sum(lead * (1 + (manner.apart if b else 0)) for _, _, _, b in rows[at:])
            if manner.columns == 2 and not texts and not self.waiting and need / 2 + lead < self.bottom - self.top:
                balanced = self.top + need / 2 + lead
            low = self.bottom if balanced is None else balanced
            for x, width in self.columns():
                y, notes = self.top, list(self.waiting)
                room = self.bottom - self.top
                fit = int((0.5 * room) / small)
                notes, self.waiting = notes[:fit], notes[fit:]
                reserved = len(notes) * small + (2 * small if notes else 0)
                while at < len(rows):
                    indent, bits, ends, begins = rows[at]
                    above = manner.apart * lead if begins and y > self.top else 0.0
                    found = [b.note for b in bits if b.note]
                    extra: list[tuple[float, Line]] = []
                    for n in found:
                        extra += self.note_lines(n, texts[n], width)
                    must = min(len(extra), 1) * small + (2 * small if extra and not notes else 0)
                    if y + above + lead > low - reserved - must:
                        break
                    y += above
                    self.put_line(self.body, x, y + manner.size, width, (indent, bits), ends)
                    y += lead
                    at += 1
                    if extra:
                        free = int((self.bottom - reserved - y - (0 if notes else 2 * small)) / small)
                        free = max(free, 1) if not self.waiting else 0
                        if not notes and free:
                            reserved += 2 * small
                        notes += extra[:free]
                        reserved += len(extra[:free]) * small
                        self.waiting += extra[free:]
                    if self.waiting and extra:
                        break
                if notes:
                    self.put_notes(x, width, notes)
                tops.append(y)
            self.top = max(tops)
            if at < len(rows) or (last and self.waiting):
                self.page()

    def note_lines(self, number: int, text: str, width: float) -> list[tuple[float, Line]]:
        if number not in {int(n) for n, _ in self.out.notes}:
            self.out.notes.append((str(number), text.replace("|", "")))
        bits = bits_of(text, self.manner.language, {})
        bits = [Bit("", number), *bits] if self.manner.language == "en" else [Bit("", number), Bit(" "), *bits]
        return self.small.lines(bits, width, 0.0, self.labels)

    def put_notes(self, x: float, width: float, notes: list[tuple[float, Line]]) -> None:
        self.on_page += len(notes)
        small = self.small.size * 1.25
        y = self.bottom - len(notes) * small
        if self.manner.note_rule:
            self.sheet.rules.append((x, y - 0.6 * small, x + 0.3 * width, y - 0.6 * small))
        for line in notes:
            self.put_line(self.small, x, y + self.small.size, width, line, last=True)
            y += small


def draw(path: Path, written: Written, seed: int | None = None) -> Path:
    """Write the file; with a seed, what is on a page is drawn in an order of that seed."""
    manner = written.manner
    # reportlab takes the size of a turned page as displayed
    size = (manner.width, manner.height) if manner.turned % 180 == 0 else (manner.height, manner.width)
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for sheet in written.sheets:
        marks = list(sheet.marks)
        if seed is not None:
            Random(seed).shuffle(marks)  # noqa: S311 no secret
        canvas.setPageRotation(manner.turned)
        for rule in sheet.rules:
            x0, top, x1, bottom = rule
            canvas.setLineWidth(0.5)
            canvas.line(x0, manner.height - top, x1, manner.height - bottom)
        for mark in marks:
            _draw(canvas, mark, manner.height)
        canvas.showPage()
    canvas.save()
    return path


def _draw(canvas: Any, mark: Mark, height: float) -> None:
    canvas.saveState()
    canvas.setFont(mark.font, mark.size)
    if mark.turn:
        canvas.translate(mark.x, height - mark.base)
        canvas.rotate(mark.turn)
        if mark.turn == 45:
            canvas.setFillGray(0.8)
        canvas.drawString(0, 0, mark.text, mode=mark.mode)
    else:
        canvas.drawString(mark.x, height - mark.base, mark.text, mode=mark.mode)
    canvas.restoreState()


def written(seed: int, language: str, **fixed: Any) -> Written:
    """A document of a seed."""
    random = Random(f"{seed} {language}")  # noqa: S311 no secret
    return Writer(random, Manner.random(random, language, **fixed)).document()
