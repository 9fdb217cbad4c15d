"""Words set as lines of a width, cut where they may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from written_manner import Manner

_TOKENS = re.compile(r"[A-Za-z0-9.,%]*[A-Za-z0-9%]|.")
_NO_START = set("，。；：、）》”！？%")
_NO_END = set("（《“")


class Bit(NamedTuple):
    """A word of a line: what is drawn before the next blank, and the number of a note behind it."""

    text: str
    note: int = 0
    glued: bool = False  # nothing stands between it and the one before


Line = list[Bit]


def width_of(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def bits_of(text: str, language: str, note_at: dict[int, int]) -> list[Bit]:
    """Words, or Chinese characters; `note_at` gives the note behind the n-th sentence's end."""
    bits: list[Bit] = []
    count = 0
    if language == "zh":
        for word in _TOKENS.findall(text):
            bits.append(Bit(word, 0, True))
            if word == "。":
                count += 1
                if count in note_at:
                    # before the full stop, as Chinese is printed
                    bits[-2] = bits[-2]._replace(note=note_at[count])
        return bits
    for word in text.split():
        note = 0
        if word.endswith("."):
            count += 1
            note = note_at.get(count, 0)
        bits.append(Bit(word, note))
    return bits


class Setter:
    """Sets paragraphs as lines of a width."""

    def __init__(self, manner: Manner, font: str, size: float) -> None:
        self.manner, self.font, self.size = manner, font, size

    def blank(self) -> float:
        return width_of(" ", self.font, self.size)

    def bit(self, bit: Bit, label: str) -> float:
        return width_of(bit.text.replace("|", ""), self.font, self.size) + (self.note_width(label) if bit.note else 0)

    def note_width(self, label: str) -> float:
        return width_of(label, self.font, 0.6 * self.size)

    def lines(
        self, bits: Sequence[Bit], width: float, first: float, labels: dict[int, str]
    ) -> list[tuple[float, Line]]:
        """Lines with their indents."""
        out: list[tuple[float, Line]] = []
        line: Line = []
        indent, used = first, first
        queue = list(bits)
        while queue:
            bit = queue.pop(0)
            space = 0.0 if bit.glued or not line else self.blank()
            need = space + self.bit(bit, labels.get(bit.note, ""))
            if used + need <= width or not line:
                line.append(bit)
                used += need
                continue
            head, rest = self._cut(bit, width - used - space)
            if head:
                line.append(Bit(head + "-", 0, bit.glued))
                queue.insert(0, Bit(rest, bit.note, False))
            elif self.manner.language == "zh":
                queue.insert(0, bit)
                while len(line) > 1 and (queue[0].text[0] in _NO_START or line[-1].text[-1] in _NO_END):
                    queue.insert(0, line.pop())
            else:
                queue.insert(0, bit)
            out.append((indent, line))
            line, indent, used = [], 0.0, 0.0
        if line:
            out.append((indent, line))
        return out

    def _cut(self, bit: Bit, room: float) -> tuple[str, str]:
        if not self.manner.hyphens or "|" not in bit.text:
            compound = bit.text.find("-")
            if compound > 0 and width_of(bit.text[: compound + 1].replace("|", ""), self.font, self.size) <= room:
                return bit.text[:compound], bit.text[compound + 1 :]
            return "", ""
        best = ("", "")
        for match in re.finditer(r"\|", bit.text):
            head = bit.text[: match.start()].replace("|", "")
            rest = bit.text[match.end() :]
            if len(head) > 1 and len(rest.replace("|", "")) > 2 and width_of(head + "-", self.font, self.size) <= room:
                best = (head, rest)
        return best
