"""What repair returns: clean lines that know their raw place, and every change that was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractors.mapped import MappedText

LineRole = Literal["body", "blank", "page_number", "running_header", "footnote", "chrome", "garbled"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the raw text: [start, end) was `raw` and is read as `repaired`."""

    start: int
    end: int
    raw: str
    repaired: str
    kind: str
    rule_id: str


@dataclass(frozen=True, slots=True)
class CleanLine:
    """A printed line after repair of its characters.

    Attributes:
        text: Repaired text, stripped; empty for blank lines.
        start: Raw start of the printed line.
        end: Raw end of the printed line, without its line end.
        page: 1-based page or null.
        role: What the line is; only `body` lines carry the document's text.
        indent: Blanks printed before the text.
        at_foot: Whether the print shows it as a note at a page's foot.
        opens: Whether the print shows that a paragraph begins or goes on here; null where it does not say.
        stops_short: Whether the print leaves room behind it for the next line's first word; null likewise.
        ends_word: Whether its first letters are the rest of the word in which the body line before ends.
    """

    text: MappedText
    start: int
    end: int
    page: int | None
    role: LineRole
    indent: int = 0
    at_foot: bool = False
    opens: bool | None = None
    stops_short: bool | None = None
    ends_word: bool = False
