"""Words and figures for made pages: English and Chinese, chosen at random, of no real document."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random
from typing import Any

import yaml
from reportlab.pdfbase import pdfmetrics

_TEXTS = yaml.safe_load(Path(__file__).with_name("made_words.yml").read_text(encoding="utf-8"))
_EN, _EN_SMALL, _EN_PROSE = (_TEXTS[kind].split() for kind in ("en", "en_small", "en_prose"))
_ZH, _ZH_SMALL = (_TEXTS[kind].split() for kind in ("zh", "zh_small"))
_ZH_PROSE = "".join(_TEXTS["zh_prose"])
_UNITS = {"zh": ("（亿元）", "（万人）", "（%）"), "en": ("(%)", "(million)", "(000 t)", "(US$)")}


class Words:
    """A source of texts of one language.

    Attributes:
        language: `en` or `zh`.
    """

    def __init__(self, rng: Random, language: str) -> None:
        self.rng = rng
        self.language = language

    def label(self, low: int, high: int) -> str:
        """A name of `low` to `high` words."""
        count = self.rng.randint(low, high)
        zh = self.language == "zh"
        words: list[str] = []
        for k in range(count):
            small = 0 < k < count - 1 and self.rng.random() < 0.25 and words[-1] not in (*_EN_SMALL, *_ZH_SMALL)
            words.append(self.rng.choice((_ZH_SMALL if zh else _EN_SMALL) if small else (_ZH if zh else _EN)))
        if zh:
            return "".join(words)
        return " ".join([words[0].capitalize(), *words[1:]])

    def unit(self) -> str:
        """A unit in brackets."""
        choices = (
            ("（亿元）", "（万人）", "（%）") if self.language == "zh" else ("(%)", "(million)", "(000 t)", "(US$)")
        )
        return self.rng.choice(choices)

    def sentence(self, letters: int) -> str:
        """Running text of about so many letters."""
        if self.language == "zh":
            start = self.rng.randrange(len(_ZH_PROSE))
            text = (_ZH_PROSE * (letters // len(_ZH_PROSE) + 2))[start : start + letters]
            return text.lstrip("，") + "。"
        start = self.rng.randrange(len(_EN_PROSE))
        words: list[str] = []
        while sum(map(len, words)) + len(words) < letters:
            words.append(_EN_PROSE[(start + len(words)) % len(_EN_PROSE)])
        return " ".join([words[0].capitalize(), *words[1:]]) + "."


def figures(rng: Random) -> tuple[str, str]:
    """A kind of figures for a column and how they are set."""
    kind = rng.choice(("small", "int", "thousand", "decimal", "decimal", "percent", "currency", "signed", "bracket"))
    return kind, rng.choice(("right", "right", "centre", "decimal" if kind in ("decimal", "signed") else "right"))


def figure(rng: Random, kind: str) -> str:
    """One figure of a kind."""
    if kind == "small":
        return str(rng.randint(1, 99))
    if kind == "int":
        return str(rng.randint(10, 99999))
    if kind == "thousand":
        return f"{rng.randint(100, 9999999):,}"
    if kind == "decimal":
        return f"{rng.uniform(0, 10 ** rng.randint(1, 4)):.{rng.choice((1, 1, 2))}f}"
    if kind == "percent":
        return f"{rng.uniform(0, 100):.1f}%"
    if kind == "currency":
        return f"${rng.randint(1, 99999):,}"
    if kind == "signed":
        return f"{rng.uniform(-50, 90):.1f}"
    value = rng.randint(1, 9999)
    return f"({value:,})" if rng.random() < 0.4 else f"{value:,}"


def width_of(text: str, font: str, size: float) -> float:
    """Width of a text in points."""
    return float(sum(pdfmetrics.stringWidth(part, name, size) for part, name in _runs(text, font)))


def set_text(canvas: Any, x: float, y: float, text: str, font: str, size: float) -> None:
    """Draw one line with its left end on the base line at a place; letters and digits among Chinese in Times."""
    for part, name in _runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, part)
        x += pdfmetrics.stringWidth(part, name, size)


def _runs(text: str, font: str) -> list[tuple[str, str]]:
    """A text in parts of one font."""
    if font != "STSong-Light":
        return [(text, font)]
    runs = itertools.groupby(text, key=lambda char: char >= "\u2e80")
    return [("".join(part), font if wide else "Times-Roman") for wide, part in runs]


def wrapped(text: str, width: float, font: str, size: float, language: str) -> list[str]:
    """A text in lines of at most that width, words whole."""
    if language == "zh":
        lines, line = [], ""
        for char in text:
            if line and width_of(line + char, font, size) > width and char not in "，。）":
                lines.append(line)
                line = ""
            line += char
        return [*lines, line]
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, font, size) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]
