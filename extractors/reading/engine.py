"""What every PDF engine gives of a page, and how one is asked: characters, rules, fills and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

Colour = tuple[float, ...]


# A named tuple, for a page has thousands and a frozen dataclass takes six times as long to make.
class Char(NamedTuple):
    """One character as drawn, in points from the top left of the page as displayed (crop box, after rotation).

    Attributes:
        text: What it stands for: one character, or the few of a ligature.
        x0: Left edge of its cell: advance width by font height, so that neighbours of a word touch.
        top: Upper edge.
        x1: Right edge.
        bottom: Lower edge.
        size: Font size in points as displayed.
        font: Name of its font without the subset's prefix, or empty.
        bold: Whether its font is heavy.
        upright: Whether it is read from left to right on the displayed page.
        hidden: Whether nothing of it is seen: drawn invisible, or outside the page.
        turn: Clockwise degrees from left to right of its reading direction as displayed: 0, 90, 180 or 270.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    font: str
    bold: bool
    upright: bool
    hidden: bool
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight thin segment, horizontal or vertical: a line, a thin rectangle or a stroked rectangle's edge."""

    x0: float
    top: float
    x1: float
    bottom: float
    width: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle that is not thin: a background; colour as red, green, blue from 0 to 1, null unknown."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of an image."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageContent:
    """All that is drawn on one page, in drawing order.

    Attributes:
        number: 1-based.
        width: Of the page as displayed, in points.
        height: Likewise.
        rotation: Clockwise degrees by which the file turns the page for display: 0, 90, 180 or 270.
        label: The file's own label of the page, or null.
        chars: Its characters.
        rules: Thin straight segments.
        fills: Filled rectangles.
        pictures: Images.
        problems: What could not be read of the page, in plain words.
        white: Indices of the characters drawn in white, whatever is behind them; empty where it is not known.
    """

    number: int
    width: float
    height: float
    rotation: int = 0
    label: str | None = None
    chars: list[Char] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    problems: tuple[str, ...] = ()
    white: tuple[int, ...] = ()


class OpenPdf(Protocol):
    """A PDF that an engine has open."""

    @property
    def page_count(self) -> int:
        """Number of pages."""
        ...

    def page(self, number: int) -> PageContent:
        """Content of a page, 1-based; what the engine keeps of it is released before this returns.

        Raises:
            PageError: The page cannot be read; others may.
        """
        ...

    def close(self) -> None:
        """Release the file."""
        ...


class Engine(Protocol):
    """A PDF library behind this interface."""

    @property
    def name(self) -> EngineName:
        """Its name, as in `--reader`."""
        ...

    def open(self, path: Path) -> OpenPdf:
        """Open a file.

        Raises:
            ReadError: `password_required`, `damaged` or `no_pages`.
        """
        ...


EngineName = Literal["pdfium", "oxide", "pdfplumber"]
Choice = Literal["auto", "pdfium", "oxide", "pdfplumber"]


class PageError(Exception):
    """A page that an engine cannot read; its text says why."""
