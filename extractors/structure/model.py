"""The outline of a document: its sections, boxes and footnotes, and the paragraphs in their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractors.mapped import MappedText
from extractors.records import Box, BoxItem, Footnote, Section
from extractors.repair.model import Change, CleanLine

Element = Literal["prose", "box", "footnote"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as a reader would see it: lines joined, furniture and footnote markers out.

    Attributes:
        text: The paragraph; its characters map to raw offsets.
        element: What it stands in.
        language: BCP 47 tag of the paragraph, `en` or `zh`.
        section_id: The innermost section it stands in.
        section_titles: Titles from the outermost section inwards.
        box_id, item_number, item_title: Set inside boxes.
        is_bullet: Whether it is one bullet of a list.
        is_heading: Whether it is a heading, box title or item title: numbers in it are read, never as targets.
    """

    text: MappedText
    element: Element
    language: str
    section_id: str | None = None
    section_titles: tuple[str, ...] = ()
    box_id: str | None = None
    box_title: str | None = None
    item_number: str | None = None
    item_title: str | None = None
    is_bullet: bool = False
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """A raw span whose numbers are none, and why: a reason of the closed list of `coverage`."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class IndicatorRegion:
    """The lines of a main-indicator table: from behind its caption to its end, and its notes; null without a box."""

    box_id: str | None
    lines: tuple[CleanLine, ...]
    notes: tuple[CleanLine, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything structural that was found, each part in reading order."""

    sections: tuple[Section, ...]
    boxes: tuple[Box, ...]
    box_items: tuple[BoxItem, ...]
    footnotes: tuple[Footnote, ...]
    blocks: tuple[Block, ...]
    indicator_regions: tuple[IndicatorRegion, ...]
    changes: tuple[Change, ...]
    passed: tuple[Passed, ...]
