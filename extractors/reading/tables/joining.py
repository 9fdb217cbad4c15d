"""Tables that go on over a page's end: made one, the repeated head dropped, a row cut in two joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.reading.tables.model import FoundCell, FoundTable, JoinedCell, JoinedTable, Piece
from extractors.reading.tables.numerals import is_figure
from extractors.reading.tables.text_lines import WIDE
from extractors.reading.tables.vocabulary import opening

_SAME_EDGE = 6.0  # points by which a column's edge may differ from page to page
_MOST_REPEATED = 5
_FEWEST_HEADS = 3  # texts of a head that two tables do not share by chance


@dataclass(slots=True)
class _Growing:
    """A table as its parts are added."""

    parts: list[FoundTable]
    edges: list[float]
    cells: list[JoinedCell]
    rows: int


def join_pages(tables_by_page: Iterable[Sequence[FoundTable]]) -> list[JoinedTable]:
    """Tables of a document, those over several pages as one.

    Args:
        tables_by_page: Tables of each page from top to bottom, pages in order.
    """
    done: list[_Growing] = []
    for tables in tables_by_page:
        for table in tables:
            before = done[-1] if done else None
            edges = _common_edges(before, table) if before is not None else None
            if before is not None and edges is not None:
                _append(before, table, edges)
            else:
                done.append(
                    _Growing([table], list(table.edges), [_joined_cell(c, table) for c in table.cells], table.rows)
                )
    return [_finished(g) for g in done]


def _joined_cell(cell: FoundCell, table: FoundTable) -> JoinedCell:
    piece = Piece(table.page, cell.box, cell.chars)
    return JoinedCell(cell.row, cell.column, cell.row_span, cell.column_span, cell.text, (piece,))


def _common_edges(before: _Growing, table: FoundTable) -> list[float] | None:
    """Column edges of both parts, if the table goes on the one before."""
    last = before.parts[-1]
    if table.page != last.page + 1 or table.turn != last.turn or not (last.ends_page and table.begins_page):
        return None
    if table.caption and not _says_continued(table.caption, before.parts[0].caption):
        return None
    if "ruled" not in (last.method, table.method) and _says_head_again(before, table):
        return list(before.edges)  # the white between texts is not at the same places on both pages
    shift = table.edges[0] - before.edges[0]  # margins may change sides from page to page
    own = [e - shift for e in table.edges]
    if abs(own[-1] - before.edges[-1]) > _SAME_EDGE:
        return None
    few, many = sorted((own, before.edges), key=len)
    if len(few) < 3 or not all(any(abs(e - m) <= _SAME_EDGE for m in many) for e in few):
        return None
    return list(many)


def _says_head_again(before: _Growing, table: FoundTable) -> bool:
    """Whether a part has as many columns as the table and begins with the table's head."""
    cells = [_joined_cell(c, table) for c in table.cells]
    rows = _repeated_rows(before, cells, table.rows) if len(table.edges) == len(before.edges) else 0
    return sum(c.row < rows and bool(c.text) for c in cells) >= _FEWEST_HEADS


def _says_continued(caption: str, first: str | None) -> bool:
    return bool(opening("continued").match(caption)) or _plain(caption) == _plain(first or "")


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


def _append(before: _Growing, table: FoundTable, edges: list[float]) -> None:
    """Put a part behind the others."""
    shift = table.edges[0] - before.edges[0]
    _move_columns(before.cells, before.edges, edges)
    before.edges = edges
    cells = [_joined_cell(c, table) for c in table.cells]
    _move_columns(cells, [e - shift for e in table.edges], edges)
    dropped = _repeated_rows(before, cells, table.rows)
    cells = [_moved(c, -dropped) for c in cells if c.row >= dropped]
    rows = table.rows - dropped
    before.parts.append(table)
    if rows <= 0:
        return
    cut = 1 if _is_cut(before, cells) else 0
    offset = before.rows - cut
    for cell in cells:
        place = _moved(cell, offset)
        whole = _cell_to_go_on(before, place, cut=bool(cut))
        if whole is None:
            before.cells.append(place)
        else:
            before.cells[before.cells.index(whole)] = _one(whole, place)
    before.rows = offset + rows


def _move_columns(cells: list[JoinedCell], old: Sequence[float], new: Sequence[float]) -> None:
    """Put cells into columns of finer edges."""
    if len(old) == len(new):
        return
    index = [min(range(len(new)), key=lambda k: abs(new[k] - e)) for e in old]
    for at, cell in enumerate(cells):
        column, end = index[cell.column], index[cell.column + cell.column_span]
        cells[at] = replace(cell, column=column, column_span=max(end - column, 1))


def _repeated_rows(before: _Growing, cells: Sequence[JoinedCell], rows: int) -> int:
    """How many rows at the part's top only say the table's head again."""
    most = min(before.parts[0].header_rows or 1, rows, _MOST_REPEATED)
    for count in range(most, 0, -1):
        ours = sorted((c.row, c.column, _plain(c.text)) for c in before.cells if c.row < count and c.text)
        theirs = sorted((c.row, c.column, _plain(c.text)) for c in cells if c.row < count and c.text)
        if ours and ours == theirs:
            return count
    return 0


def _moved(cell: JoinedCell, rows: int) -> JoinedCell:
    return replace(cell, row=cell.row + rows)


def _is_cut(before: _Growing, cells: Sequence[JoinedCell]) -> bool:
    """Whether the part's first row goes on the last row before the page's end.

    It does where it has no label of its own, or one that goes on the label before in small letters, and every text in
    it stands under one that it can go on.
    """
    last = {c.column: c for c in before.cells if c.row + c.row_span == before.rows and c.text}
    first = {c.column: c for c in cells if c.row == 0 and c.text}
    if not first or not last or any(c.row_span > 1 for c in first.values()):
        return False
    label = min(first)
    if label == min(last) and not first[label].text[:1].islower():
        return False
    if any(column not in last for column in first) or len(first) == len(last):
        return False
    return not any(is_figure(c.text) for c in first.values())


def _cell_to_go_on(before: _Growing, place: JoinedCell, *, cut: bool) -> JoinedCell | None:
    """The cell that a cell of the part's first row goes on, if any: of a cut row, or over rows of both pages."""
    top = before.rows - (1 if cut else 0)
    if place.row != top:
        return None
    for cell in before.cells:
        if (cell.column, cell.column_span) != (place.column, place.column_span):
            continue
        if cell.row + cell.row_span != before.rows:
            continue
        if cut:
            return cell
        if (cell.row_span > 1 or place.row_span > 1) and not place.text and cell.column == 0:
            return cell
    return None


def _one(cell: JoinedCell, more: JoinedCell) -> JoinedCell:
    """Two pieces of one cell."""
    text = cell.text
    if more.text:
        chinese = text and WIDE.match(text[-1]) and WIDE.match(more.text[0])
        text += more.text if not text or text.endswith("-") or chinese else " " + more.text
    end = max(cell.row + cell.row_span, more.row + more.row_span)
    pieces = cell.pieces + (more.pieces if more.text else ())
    return replace(cell, text=text, row_span=end - cell.row, pieces=pieces)


def _finished(growing: _Growing) -> JoinedTable:
    first = growing.parts[0]
    return JoinedTable(
        rows=growing.rows,
        columns=len(growing.edges) - 1,
        cells=tuple(sorted(growing.cells, key=lambda c: (c.row, c.column))),
        header_rows=first.header_rows,
        caption=first.caption,
        method=first.method,
        pages=tuple(p.page for p in growing.parts),
        boxes=tuple(p.box for p in growing.parts),
    )
