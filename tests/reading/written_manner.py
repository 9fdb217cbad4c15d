"""How a document that tests write is set, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """A piece of text to be drawn: from the left and the top of the page to its base line, in points."""

    x: float
    base: float
    text: str
    font: str
    size: float
    turn: int = 0
    mode: int = 0


@dataclass
class Sheet:
    """One page: its text and its rules."""

    marks: list[Mark] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass
class Manner:
    """How a document is set; every field is drawn at random unless a test fixes it."""

    language: str
    width: float
    height: float
    margin: float
    foot: float
    size: float
    leading: float
    columns: int
    gutter: float
    justified: bool
    hyphens: bool
    indent: float  # ems
    apart: float  # lines of white between paragraphs
    header: str
    footer: str
    first_number: int
    side: bool
    watermark: bool
    notes: str
    note_rule: bool
    note_size: float
    note_marks: str
    per_page: bool
    granule: str
    shuffled: bool
    bold_twice: bool
    turned: int
    font: str
    titles: str
    chapters: int
    bullets: bool
    tracking: float = 0.0

    @classmethod
    def random(cls, random: Random, language: str, **fixed: Any) -> Manner:
        """Any manner."""
        pick, chance = random.choice, random.random
        size = pick((9.0, 10.0, 10.5, 11.0, 12.0, 14.0))
        columns = pick((1, 1, 1, 2, 2))
        size = min(size, 10.5) if columns == 2 else size
        width, height = pick(((595.3, 841.9), (612.0, 792.0), (516.0, 729.0)))
        apart = pick((0.0, 0.0, 0.3, 0.5, 1.0)) if language == "en" else pick((0.0, 0.0, 0.0, 0.5))
        values: dict[str, Any] = {
            "language": language,
            "width": width,
            "height": height,
            "margin": pick((50.0, 60.0, 72.0, 90.0)) if columns == 1 else pick((40.0, 50.0, 60.0)),
            "foot": pick((60.0, 72.0, 85.0)),
            "size": size,
            "leading": pick((1.15, 1.2, 1.35, 1.5, 2.0)) if language == "en" else pick((1.3, 1.5, 1.8)),
            "columns": columns,
            "gutter": pick((14.0, 18.0, 24.0, 30.0)),
            "justified": chance() < 0.5 if language == "en" else chance() < 0.7,
            "hyphens": chance() < 0.5,
            "indent": 2.0 if language == "zh" else pick((0.0, 1.0, 1.5, 2.0)) if apart else pick((1.0, 1.5, 2.0, 3.0)),
            "apart": apart,
            "header": pick(("none", "title", "title", "alternating", "chapter", "chapter_number", "ruled")),
            "footer": pick(("none", "plain", "dashes", "long_dashes", "of", "slash", "alternating", "head", "roman")),
            "first_number": pick((1, 1, 1, 5, 17, 98)),
            "side": chance() < 0.2,
            "watermark": chance() < 0.2,
            "notes": pick(("none", "none", "some", "many")),
            "note_rule": chance() < 0.7,
            "note_size": pick((0.75, 0.8, 0.85)),
            "note_marks": pick(("raised", "raised", "circled", "bracketed")),
            "per_page": chance() < 0.3,
            "granule": pick(("line", "line", "word", "char")),
            "shuffled": chance() < 0.2,
            "bold_twice": chance() < 0.3,
            "turned": pick((0, 0, 0, 0, 0, 90, 180, 270)),
            "font": "STSong-Light" if language == "zh" else pick(("Helvetica", "Times-Roman")),
            "titles": pick(("left", "centred")),
            "chapters": random.randint(2, 5),
            "bullets": chance() < 0.3,
        }
        return cls(**{**values, **fixed})


@dataclass
class Written:
    """A document with what it says, in reading order."""

    manner: Manner
    sheets: list[Sheet] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
