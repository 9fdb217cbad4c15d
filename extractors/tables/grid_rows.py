"""Rows of a main-indicator table whose cells are known, over as many pages as it has parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.document import Cell
from extractors.mapped import MappedText
from extractors.tables.centred_categories import Extent, centred
from extractors.tables.grid_header import GridHeader, Line, is_repeated, read_header
from extractors.tables.raw_row import NUMBERED, Header, RawRow, clean, name_and_unit

Places = Callable[[MappedText], Extent | None]


def rows_of_grid(
    grids: Sequence[Sequence[Cell]],
    texts: Sequence[Sequence[MappedText | None]],
    place_of: Places = lambda _: None,
) -> tuple[Header, list[RawRow]]:
    """Rows of a table whose cells are known, over as many pages as it has parts.

    Args:
        grids: The cells of each part, in any order; a header repeated in a later part is dropped.
        texts: For each cell its mapped text, null where it is not in the raw text in one piece.
        place_of: Where a text is printed, null where it has no place.

    Returns:
        The header and the rows; both empty where no column of names or values can be told.
    """
    lines: list[Line] = []
    for cells, mapped in zip(grids, texts, strict=True):
        part: dict[int, Line] = {}
        for cell, place in zip(cells, mapped, strict=True):
            part.setdefault(cell.row, {})[cell.column] = (cell, place)
        lines += [part[row] for row in sorted(part)]
    head = read_header(lines)
    if not head.is_whole:
        return Header((), ""), []
    roles = head.columns
    rest = [line for line in lines[head.length :] if not is_repeated(line, lines[: head.length])]
    rows: list[RawRow] = []
    lines_of_rows: list[Line] = []
    category: str | None = None
    for line in rest:
        row = _grid_row(line, head, category, len(rows) + 1)
        if row is None:
            filled = [clean(c.text) for c, _ in line.values() if c.text.strip()]
            # One filled cell in a row of its own is a category printed across the table.
            category = filled[0] if len(filled) == 1 else category
            continue
        category = row.category
        rows.append(row)
        lines_of_rows.append(line)
    return head.as_header(), _categorised(rows, lines_of_rows, rest, roles, place_of)


def _categorised(
    rows: list[RawRow], lines_of_rows: list[Line], lines: list[Line], roles: dict[str, list[int]], place_of: Places
) -> list[RawRow]:
    """The rows with categories that are printed in the middle of their rows, where no cell tells their extent."""
    columns = roles.get("category", [])
    marks = [line[c] for line in lines for c in columns if c in line and line[c][0].text.strip()]
    if not rows or rows[0].category is not None or any(cell.row_span > 1 for cell, _ in marks):
        return rows

    def place(line: Line) -> Extent | None:
        texts = [line[c][1] for c in roles["indicator"] if c in line]
        return place_of(texts[0]) if texts and texts[0] else None

    found = centred(
        [place(line) for line in lines_of_rows],
        [(clean(cell.text), place_of(text) if text else None) for cell, text in marks],
        [row.category for row in rows],
    )
    if found is None:
        return rows
    return [replace(row, category=category) for row, category in zip(rows, found, strict=True)]


def _grid_row(line: Line, head: GridHeader, category: str | None, number: int) -> RawRow | None:
    roles = head.columns

    def text(role: str) -> str:
        return " ".join(clean(line[c][0].text) for c in roles.get(role, []) if c in line).strip()

    def place(column: int) -> MappedText | None:
        cell = line.get(column)
        return cell[1] if cell and cell[0].text.strip() else None

    name = text("indicator")
    values = tuple(place(c) for c in roles["year"])
    changes = [p for c in roles.get("change", []) if (p := place(c))]
    if not name or not (any(values) or changes or text("attribute")):
        return None
    numbered = NUMBERED.match(name)
    if numbered:
        number, name = int(numbered.group(1)), name[numbered.end() :]
    elif text("number").isdigit():
        number = int(text("number"))
    unit: str | None = text("unit") or None
    if unit is None:
        name, unit = name_and_unit(name)
        unit = unit or head.unit
    spans = [place(c) for c in line]
    known = [s for s in spans if s]
    start = min((s.starts[0] for s in known), default=0)
    end = max((s.ends[-1] for s in known), default=0)
    return RawRow(
        number,
        text("category") or category,
        clean(name),
        unit,
        values,
        changes[0] if changes else None,
        text("attribute") or None,
        start,
        end,
        tuple(known),
    )
