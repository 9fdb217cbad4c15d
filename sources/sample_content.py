"""What the sample documents say, read from content/*.yaml: blocks in order, the same for text and PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
MARKER = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of one of the levels part, chapter, section."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `{1}` is a footnote marker."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item of a box."""

    number: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A framed box with numbered items."""

    caption: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The indicator table: rows by category, each row as long as the columns after the first."""

    caption: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Headings and paragraphs printed in two columns on a page of their own."""

    blocks: tuple[Heading | Paragraph, ...]


Block = Heading | Paragraph | Box | Table | Columns


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample document before it is laid out."""

    language: str
    title: str
    header: str
    notice: str
    footnotes: dict[str, str]
    blocks: tuple[Block, ...]

    def notes_in(self, text: str) -> list[tuple[str, str]]:
        """Number and text of the footnotes whose markers stand in a text."""
        return [(number, self.footnotes[number]) for number in MARKER.findall(text)]


def load(work: str) -> Sample:
    """The content of a work, `sample-plan-en` or `sample-plan-zh`."""
    raw = yaml.safe_load((FOLDER / "content" / f"{work}.yaml").read_text(encoding="utf-8"))
    language = raw["language"]
    return Sample(
        language=language,
        title=raw["title"],
        header=raw["header"],
        notice=_clean(raw["notice"]),
        footnotes={str(number): text for number, text in raw["footnotes"].items()},
        blocks=tuple(_blocks(raw["blocks"], language)),
    )


def _clean(text: str) -> str:
    return " ".join(text.split())


def _blocks(raw: Sequence[dict[str, Any]], language: str) -> Iterator[Block]:
    for entry in raw:
        ((kind, value),) = entry.items()
        match kind:
            case "heading":
                yield Heading(value["level"], _heading(value, language))
            case "text":
                yield Paragraph(_clean(value))
            case "box":
                items = tuple(Item(i["number"], i["title"], i["text"]) for i in value["items"])
                yield Box(_caption(value, language), items)
            case "table":
                groups = tuple((g["name"], tuple(tuple(row) for row in g["rows"])) for g in value["groups"])
                yield Table(
                    _caption(value, language), tuple(value["columns"]), tuple(value["widths"]), groups,
                    tuple(value["notes"]),
                )  # fmt: skip
            case "columns":
                yield Columns(tuple(b for b in _blocks(value, language) if isinstance(b, Heading | Paragraph)))
            case _:
                raise ValueError(f"unknown block: {kind}")


def _heading(value: dict[str, Any], language: str) -> str:
    if language == "zh":
        return f"第{value['number']}{value['label']}　{value['title']}"
    dot = "." if value["level"] == "section" else ""
    return f"{value['label']} {value['number']}{dot} {value['title']}"


def _caption(value: dict[str, Any], language: str) -> str:
    if language == "zh":
        return f"{value['label']}{value['number']}　{value['title']}"
    return f"{value['label']} {value['number']}. {value['title']}"
