"""What a row's first characters say: a heading's label and number, a box's label, an item's number, a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.structure.numerals import integer
from extractors.structure.vocabulary import MARKDOWN, Vocabulary

MarkKind = Literal["labelled", "bare", "markdown"]

_DECORATION = re.compile(r"\s*(?:\*\*|__)?\s*")
_LEADERS = re.compile(r"(?:\s*[.．…·‥。-]){4,}\s*(?:\d+|[ivxlc]+)?\s*$|(?:\.{2,}|…{1,}|\t+|\s{3,})\s*\d{1,3}\s*$")
# A page number and the dots before it: enough of a row to judge by.
_TAIL = 120
_SERIES = re.compile(r"[〇零一二三四五六七八九十]+\s*[、，,]")


@dataclass(frozen=True, slots=True)
class Mark:
    """The opening of a heading.

    Attributes:
        kind: `labelled` (Part One, 第一篇), `bare` (一、, 28.) or `markdown` (a heading without a number).
        form: What numbers it: the label's level, or the name of the bare form.
        label: The heading word as printed, null for bare ones.
        rank: Order from the outside inwards.
        number: Its number, null where it has none.
        printed: The number as printed.
        title_at: Where in the row the title begins.
        firm: Whether the form is a heading wherever it stands in sequence.
        separated: Whether the print separates number and title.
        path: All numbers of a decimal (2.1.3), the one number of another bare form; empty for others.
    """

    kind: MarkKind
    form: str
    label: str | None
    rank: int
    number: int | None
    printed: str | None
    title_at: int
    firm: bool = True
    separated: bool = True
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BoxMark:
    """The opening of a box."""

    label: str
    number: str | None
    title_at: int


def heading_mark(text: str, words: Vocabulary) -> Mark | None:
    """The heading that a row of this text may open, or null."""
    markdown = MARKDOWN.match(text)
    at = markdown.end() if markdown else 0
    decoration = _DECORATION.match(text, at)
    at = decoration.end() if decoration else at
    found = words.labelled.match(text, at)
    if found and (number := integer(found["number"])) is not None:
        label = words.labels[found["label"].lower()]
        separated = bool(found["separator"].strip() or (words.language == "zh" and found["separator"]))
        return Mark(
            "labelled",
            label.level,
            found["label"],
            label.rank,
            number,
            found["number"],
            found.end(),
            separated=separated,
        )
    for form in words.bare:
        found = form.pattern.match(text, at)
        if found and not _SERIES.match(text, found.end()):
            numbers = [integer(part) for part in re.split(r"[.．]", found["number"])]
            path = tuple(n for n in numbers if n is not None)
            if len(path) == len(numbers):
                rank, printed = form.rank + len(path) - 1, found["number"]
                return Mark("bare", form.form, None, rank, path[-1], printed, found.end(), firm=form.firm, path=path)
    if markdown:
        rank = 20 + len(markdown["hashes"])
        return Mark("markdown", f"h{len(markdown['hashes'])}", None, rank, None, None, at, firm=True)
    return None


def box_mark(text: str, words: Vocabulary) -> BoxMark | None:
    """The box that a row of this text may open, or null."""
    markdown = MARKDOWN.match(text)
    decoration = _DECORATION.match(text, markdown.end() if markdown else 0)
    found = words.box.match(text, decoration.end() if decoration else 0)
    if not found:
        return None
    number, separator = _box_number(found["number"]), found["separator"]
    careful = found["label"] in words.careful_boxes or (words.language == "zh" and number is None)
    if careful and not separator:
        return None
    if number is None and not separator.strip():
        return None
    title = text[found.end() :]
    mention = words.box_mention.match(title) and not separator.strip()
    if mention or (words.language == "en" and title[:1].islower()):
        return None
    if len(title) > 150 or re.search(r"[。；;]\s*$|[.]\s*$", title) or re.search(r"。", title):
        return None
    return BoxMark(found["label"], number, found.end())


def _box_number(printed: str | None) -> str | None:
    """A box's number in digits; numbers by chapter (2.1, 3-2) stay as printed."""
    number = integer(printed) if printed else None
    return printed if number is None else str(number)


def leaders(text: str) -> bool:
    """Whether a row ends as an entry of a table of contents does: dots and a page number."""
    return bool(_LEADERS.search(text[-_TAIL:]))


_LIST_NUMBER = re.compile(r"(?:[(（]\s*\d{1,2}\s*[)）]|\d{1,3}\s*(?:[.．](?!\d)|、)|[①-⑳])\s*")


def list_number(text: str, words: Vocabulary) -> int:
    """How many characters at a paragraph's start are the number of a list entry; 0 for none."""
    found = _LIST_NUMBER.match(text)
    if found:
        return found.end()
    for form in words.bare:
        found = form.pattern.match(text)
        if found and form.form in ("comma", "parenthesis") and not _SERIES.match(text, found.end()):
            return found.end()
    return 0
