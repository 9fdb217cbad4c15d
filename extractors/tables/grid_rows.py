"""Rows of a main-indicator table whose cells are known, over as many pages as it has parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.document import Cell
from extractors.mapped import MappedText
from extractors.tables.cell_values import words
from extractors.tables.centred_categories import Extent, centred
from extractors.tables.raw_row import NUMBERED, WHITE, YEAR, Header, RawRow, clean, fold, name_and_unit

Line = dict[int, tuple[Cell, MappedText | None]]
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
    roles, header, rest = _columns(lines)
    if "indicator" not in roles or not header.years:
        return Header((), ""), []
    rows: list[RawRow] = []
    lines_of_rows: list[Line] = []
    category: str | None = None
    for line in rest:
        row = _grid_row(line, roles, category, len(rows) + 1)
        if row is None:
            filled = [clean(c.text) for c, _ in line.values() if c.text.strip()]
            # One filled cell in a row of its own is a category printed across the table.
            category = filled[0] if len(filled) == 1 else category
            continue
        category = row.category
        rows.append(row)
        lines_of_rows.append(line)
    return header, _categorised(rows, lines_of_rows, rest, roles, place_of)


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


def _role(text: str) -> str | None:
    folded = fold(text).replace("-", "")
    if YEAR.search(text) and len(folded) <= 12:
        return "year"
    for name, known in words()["header"].items():
        if folded in {fold(w).replace("-", "") for w in known}:
            return str(name)
    if (
        any(fold(w) in folded for w in words()["period"]["annual"] + words()["period"]["cumulative"])
        and len(folded) < 40
    ):
        return "change"
    return None


def _columns(
    lines: list[Line],
) -> tuple[dict[str, list[int]], Header, list[Line]]:
    roles: dict[str, list[int]] = {}
    years: dict[int, int] = {}
    change = ""
    rest: list[Line] = []
    for line in lines:
        found = {column: _role(cell.text) for column, (cell, _) in line.items() if cell.text.strip()}
        if found and sum(role is not None for role in found.values()) >= max(2, len(found) - 1):
            for column, role in found.items():
                if role and column not in roles.get(role, []):
                    roles.setdefault(role, []).append(column)
                text = line[column][0].text
                year = YEAR.search(text)
                if role == "year" and year:
                    years[column] = int(year.group(1))
                if role == "change":
                    # The words may stand in two rows of the header; a header that is repeated adds none.
                    said = WHITE.sub(" ", text).lower()
                    change = change if said in change else f"{change} {said}".strip()
        else:
            rest.append(line)
    roles["year"] = sorted(years)
    return roles, Header(tuple(years[c] for c in sorted(years)), change), rest


def _grid_row(line: Line, roles: dict[str, list[int]], category: str | None, number: int) -> RawRow | None:
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
    )
