"""One line of a main-indicator table before its cells are understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.mapped import MappedText
from extractors.tables.cell_values import words

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?")
NUMBERED = re.compile(r"^\s*(?:[(（]\s*(?=\d{1,2}\s*[)）]))?(\d{1,2})\s*[.．、)）]\s*(?!\d)")
WHITE = re.compile(r"\s+")
_BRACKET_AT_END = re.compile(r"[(（]\s*([^()（）]*)\s*[)）]\s*$")
# Abbreviations and classes in brackets belong to the name: (GDP), (I-III).
_NO_UNIT = re.compile(r"[A-Z&]{2,}|[IVXⅠ-Ⅻ]+(?:\s*[-–—~至]\s*[IVXⅠ-Ⅻ]+)?")

# Chinese is set without blanks; those at line ends of a cell are the join's. Ⅲ类 and 万元/人 may part there too.
_WIDE = r"\u2160-\u217f\u3400-\u9fff（）"
_BLANK_IN_CHINESE = re.compile(rf"(?<=[{_WIDE}]) (?=[{_WIDE}/／])|(?<=[/／]) (?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Header:
    """What the columns are: the years of the value columns and the words above the change column.

    `rows` is how many rows of cells it takes, 0 where it was read from no cells.
    """

    years: tuple[int, ...]
    change_words: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class RawRow:
    """One line of the table before its cells are understood; texts map to raw offsets where they have a place.

    `texts` are those of all its cells, for where the line is printed: between `start` and `end` may stand a page's
    number or a header said again.
    """

    number: int
    category: str | None
    name: str
    unit: str | None
    values: tuple[MappedText | None, ...]
    change: MappedText | None
    attribute: str | None
    start: int
    end: int
    texts: tuple[MappedText, ...] = ()


def fold(text: str) -> str:
    """Text for comparison: no white space, no capitals, a header word that was cut by its narrow column whole again."""
    return WHITE.sub("", text).lower().replace("character-istic", "characteristic")


def bindingness(text: str | None) -> str | None:
    """`binding` or `anticipated` for a printed attribute, null for anything else."""
    folded = fold(text or "")
    for name, known in words()["bindingness"].items():
        if folded in {fold(word) for word in known}:
            return str(name)
    return None


def name_and_unit(text: str) -> tuple[str, str | None]:
    """Part a printed name from the unit in brackets at its end."""
    match = _BRACKET_AT_END.search(text)
    if match and not _NO_UNIT.fullmatch(match.group(1).strip()):
        return clean(text[: match.start()]), clean(match.group(1))
    return clean(text), None


def clean(text: str) -> str:
    """A cell's text on one line, without blanks inside Chinese."""
    text = WHITE.sub(" ", text).strip()
    return _BLANK_IN_CHINESE.sub("", text)
