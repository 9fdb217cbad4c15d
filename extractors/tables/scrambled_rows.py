"""Rows of a main-indicator table from text in which the grid was lost: cells stand one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.mapped import MappedText
from extractors.repair.model import CleanLine
from extractors.tables.cell_values import CELL, words
from extractors.tables.raw_row import NUMBERED, WHITE, YEAR, Header, RawRow, name_and_unit

_CELL = re.compile(CELL)
_CELLS = rf"(?P<cells>{CELL}(?:\s+{CELL})*)(?=\s|$|[\u3400-\u9fff])"
# The values begin behind the unit's closing bracket; only a name without a unit may be followed by them directly,
# because names hold numbers of their own ("per 1,000 people").
_VALUES = (re.compile(rf"(?<=[)）])\s*{_CELLS}"), re.compile(rf"\s{_CELLS}"))


@dataclass
class _Draft:
    number: int
    pieces: list[MappedText] = field(default_factory=list)
    category: str | None = None


def rows_of_text(lines: Sequence[CleanLine]) -> tuple[Header, list[RawRow]]:
    """Rebuild the rows of a table whose cells stand in the text one after the other.

    Rows are known by their ascending numbers ("1.", "2." ...); the name runs to the unit's bracket or the first value,
    then come the value columns, words of the change column, and the attribute, which ends the row. What follows up to
    the next row is a category, a cell that was printed across several rows.

    Args:
        lines: The table's lines from behind its caption, blank ones too: they part what was apart on the page.

    Returns:
        The header and the rows in order; no rows where the lines are not numbered.
    """
    chunks: list[list[CleanLine]] = [[]]
    head: list[CleanLine] = []
    drafts: list[_Draft] = []
    for line in lines:
        if line.role == "blank" or not line.text:
            if chunks[-1]:
                chunks.append([])
            continue
        if line.role != "body":
            continue
        match = NUMBERED.match(line.text.text)
        expected = drafts[-1].number + 1 if drafts else 1
        if match and int(match.group(1)) == expected:
            drafts.append(_Draft(expected, [line.text.cut(match.end())]))
            if chunks[-1] and len(drafts) > 1:
                chunks.append([])
            if len(drafts) == 1:
                head = [x for chunk in chunks for x in chunk]
                drafts[0].category = _category([" ".join(x.text.text for x in chunk) for chunk in chunks if chunk][-1:])
            chunks = [[]]
        elif drafts:
            drafts[-1].pieces.append(line.text)
            chunks[-1].append(line)
        else:
            chunks[-1].append(line)
    header = read_header(" ".join(x.text.text for x in head))
    rows: list[RawRow] = []
    category = drafts[0].category if drafts else None
    for draft in drafts:
        row, following = _row(draft, category, len(header.years) or 2)
        if row:
            rows.append(row)
        category = following or category
    return header, rows


def read_header(text: str) -> Header:
    """Years of the value columns, in order, and the header's other words."""
    years = tuple(dict.fromkeys(int(y) for y in YEAR.findall(text)))
    return Header(years, WHITE.sub(" ", YEAR.sub(" ", text)).strip().lower())


def _category(texts: list[str]) -> str | None:
    """The words of a category cell, without the words of the header that may stand before them."""
    text = " ".join(texts)
    known = sorted((w for group in words()["header"].values() for w in group), key=len, reverse=True)
    pattern = r"(?i)(?<![A-Za-z])(?:" + "|".join(re.escape(w) for w in known if len(w) > 1) + r")(?![A-Za-z])"
    cleaned = re.sub(pattern, " ", YEAR.sub(" ", text.replace("Character- istic", "Characteristic")))
    cleaned = WHITE.sub(" ", cleaned).strip(" /:：")
    return cleaned or None


def _attribute_pattern() -> re.Pattern[str]:
    known = [w for group in words()["bindingness"].values() for w in group]
    longest = sorted(known, key=len, reverse=True)
    return re.compile(r"(?<![A-Za-z])(" + "|".join(map(re.escape, longest)) + r")(?![A-Za-z])", re.IGNORECASE)


def _row(draft: _Draft, category: str | None, columns: int) -> tuple[RawRow | None, str | None]:
    whole = MappedText.join(
        x for piece in draft.pieces if piece for x in (piece, MappedText.replacing(" ", *_edge(piece)))
    ).strip()
    text = whole.text
    attribute, body_end, following = None, len(text), None
    marks = list(_attribute_pattern().finditer(text))
    if marks:
        last = marks[-1]
        attribute, body_end = last.group(1), last.start()
        following = _category([text[last.end() :]])
    values = next((m for pattern in _VALUES if (m := pattern.search(text, 0, body_end))), None)
    if values is None:
        return None, following
    cells: list[MappedText | None] = [
        whole.cut(*m.span()).strip() for m in _CELL.finditer(text, values.start("cells"), values.end("cells"))
    ]
    rest = whole.cut(values.end("cells"), body_end).strip()
    change: MappedText | None = None
    if rest:
        # ">7, strive for ...": a cell that begins with a number and goes on in words is the change column's.
        joined = len(cells) > columns
        change = whole.cut(_offset(whole, cells[columns]), body_end).strip() if joined else rest
        cells = cells[:columns]
    elif len(cells) > columns:
        change = cells[columns]
        cells = cells[:columns]
    cells += [None] * (columns - len(cells))
    name, unit = name_and_unit(text[: values.start("cells")])
    printed = whole.cut(0, max(body_end, 1) if not attribute else body_end + len(attribute))
    start, end = printed.raw_span(0, len(printed))
    return RawRow(
        draft.number, category, name, unit, tuple(cells), change, attribute, start, end, (printed,)
    ), following


def _edge(piece: MappedText) -> tuple[int, int]:
    return piece.ends[-1], piece.ends[-1]


def _offset(whole: MappedText, cell: MappedText | None) -> int:
    return whole.starts.index(cell.starts[0]) if cell else len(whole)
