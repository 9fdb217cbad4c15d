"""The header of a main-indicator table whose cells are known: what each column holds, over one row or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extractors.document import Cell
from extractors.mapped import MappedText
from extractors.tables.cell_values import read_cell, words
from extractors.tables.raw_row import WHITE, YEAR, Header, bindingness, clean, fold

Line = dict[int, tuple[Cell, MappedText | None]]

_MOST_ROWS = 5
_LONGEST_HEADS = 120  # letters of headings that run together
_LONGEST_YEAR = 12  # letters of a heading such as 2025年目标值
_OTHER_LETTERS = 2  # letters that a change column's heading may have beside its known words
_IN_BRACKETS = re.compile(r"[(（]\s*([^()（）]*?)\s*[)）]\s*$")


@dataclass(slots=True)
class GridHeader:
    """What the columns hold.

    Attributes:
        columns: Columns by role, in order: `category`, `number`, `indicator`, `unit`, `year`, `change`, `attribute`.
        years: The year of each value column.
        change: Words above the change column, small letters.
        unit: The unit that the header prints for all rows, behind the word for indicators.
        length: Number of its rows.
    """

    columns: dict[str, list[int]] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    change: str = ""
    unit: str | None = None
    length: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether names and values have columns."""
        return "indicator" in self.columns and bool(self.years)

    def as_header(self) -> Header:
        """The header in the form that rows from lost grids have too."""
        return Header(tuple(self.years[c] for c in self.columns.get("year", [])), self.change, self.length)


def read_header(lines: Sequence[Line]) -> GridHeader:
    """The header with which a table begins; one without columns where the table begins with a row."""
    length = _length(lines)
    header = GridHeader(length=length)
    texts: dict[int, list[str]] = {}
    for line in lines[:length]:
        for column, (cell, _) in line.items():
            for at, text in _parted(cell):
                texts.setdefault(column + at, []).append(text)
    for column, parts in sorted(texts.items()):
        add_column(header, column, parts)
    return header


def is_repeated(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a row below the header only says it again, as on the next page."""
    said = {fold(cell.text) for first in lines for cell, _ in first.values()}
    texts = [fold(cell.text) for cell, _ in line.values() if cell.text.strip()]
    return bool(texts) and all(text in said for text in texts)


def _length(lines: Sequence[Line]) -> int:
    """Rows of the header: up to the last one with a column's heading before the first row with values."""
    length = 0
    for at, line in enumerate(lines[: _MOST_ROWS + 1]):
        if _has_values(line):
            break
        texts = [cell for cell, _ in line.values() if cell.text.strip()]
        named = [role_of(text) for cell in texts for _, text in _parted(cell)]
        if any(named) and (at == length or sum(map(bool, named)) > 1):
            length = at + 1
        elif at == length and at + 1 < len(lines) and not length:
            length = at + 1 if any(role_of(c.text) for c, _ in lines[at + 1].values()) else 0
        elif length and any(cell.column > 1 and not any(map(bool, named)) for cell in texts) and len(texts) < 3:
            length = at + 1  # the end of a heading that runs over two rows
    return length


def _has_values(line: Line) -> bool:
    """Whether a row has a value that is no year, or an attribute."""
    texts = [cell.text for cell, _ in line.values() if cell.text.strip()]
    values = [read_cell(t) for t in texts if not YEAR.search(t) and role_of(t) is None]
    return any(bindingness(t) for t in texts) or any(v.value is not None and not v.is_words for v in values)


def _parted(cell: Cell) -> list[tuple[int, str]]:
    """A heading, or the headings of all columns where one cell over several holds them: columns from its first."""
    parts = headings(cell.text) if cell.column_span > 1 else [(0, len(cell.text))]
    if len(parts) == cell.column_span:
        return [(at, cell.text[start:end].strip()) for at, (start, end) in enumerate(parts)]
    return [(0, cell.text)]


def headings(text: str) -> list[tuple[int, int]]:
    """Spans of the headings in a text, one after the other, where columns stand so close that they run together.

    The whole where it is one heading or none; else as few as there can be, neighbours of different columns.
    """
    if role_of(text) or len(text) > _LONGEST_HEADS:
        return [(0, len(text))]
    cuts = sorted({0, *(m.start() for m in _word_starts().finditer(text.lower())), len(text)})
    # best[k]: fewest headings that make up the text before the k-th cut, with their spans.
    best: list[list[tuple[int, int]] | None] = [[]] + [None] * (len(cuts) - 1)
    for k in range(1, len(cuts)):
        for j in range(k):
            before = best[j]
            role = role_of(text[cuts[j] : cuts[k]])
            if before is None or role is None:
                continue
            last = role_of(text[slice(*before[-1])]) if before else None
            if (last != role or role == "year") and ((kept := best[k]) is None or len(before) + 1 < len(kept)):
                best[k] = [*before, (cuts[j], cuts[k])]
    return best[-1] or [(0, len(text))]


@cache
def _word_starts() -> re.Pattern[str]:
    """Where a heading may begin: at a year or at a word of the header."""
    known = sorted({w for group in words()["header"].values() for w in group}, key=len, reverse=True)
    latin = "|".join(re.escape(w) for w in known if w.isascii())
    other = "|".join(re.escape(w) for w in known if not w.isascii())
    return re.compile(rf"(?<!\d)(?=(?:19|20)\d\d)|\b(?={latin})|(?={other})")


def add_column(header: GridHeader, column: int, parts: Sequence[str]) -> bool:
    """Put a column to a header; false where the texts above it say nothing of what it holds."""
    joined = clean(" ".join(parts))
    role = role_of(joined) or next((r for r in map(role_of, parts) if r), None)
    if role is None:
        return False
    header.columns.setdefault(role, []).append(column)
    if role == "year":
        found = YEAR.findall(joined)
        header.years[column] = int(found[-1])
    elif role == "change":
        header.change = f"{header.change} {WHITE.sub(' ', joined).lower()}".strip()
    elif role == "indicator":
        bracket = _IN_BRACKETS.search(joined)
        known = bracket is not None and role_of(bracket.group(1)) != "unit"
        header.unit = bracket.group(1) if bracket and known else header.unit
    return True


def role_of(text: str) -> str | None:
    """What a column of this heading holds, null for any other text."""
    if not text.strip():
        return None
    if _is_year(text):
        return "year"
    folded = fold(text).replace("-", "")
    plain = fold(_IN_BRACKETS.sub("", text)).replace("-", "")
    for name, known in words()["header"].items():
        if {folded, plain} & {fold(w).replace("-", "") for w in known}:
            return str(name)
    changes = words()["period"]["annual"] + words()["period"]["cumulative"]
    if any(fold(w) in folded for w in changes) and len(_beside_change().sub("", text.lower())) <= _OTHER_LETTERS:
        return "change"
    return None


@cache
def _beside_change() -> re.Pattern[str]:
    """Words of headings of a change column, figures and marks; what is left of a name is more."""
    known = sorted(words()["change_words"], key=len, reverse=True)
    latin = "|".join(w for w in known if w.isascii())
    return re.compile(rf"\b(?:{latin})\b|{'|'.join(w for w in known if not w.isascii())}|[^\w]|[\d_]")


def _is_year(text: str) -> bool:
    folded = fold(text)
    changes = words()["period"]["annual"] + words()["period"]["cumulative"]
    one = len(set(YEAR.findall(text))) == 1 and len(folded.replace("-", "")) <= _LONGEST_YEAR
    return one and not any(fold(w) in folded for w in changes)
