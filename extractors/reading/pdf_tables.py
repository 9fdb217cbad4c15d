"""Tables with ruling lines on a PDF page, found by pdfplumber's `lines` strategy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Cell, Glyphs, PrintedTable, Region
from extractors.reading.pdf_engine import Box, PlumberPage, displayed_box
from extractors.reading.pdf_words import Word

_OVERHANG = 3.0  # points by which a word may stand over its cell
_MOST_CROSSINGS = 20_000  # a page of 100 rows has 3,000; graph paper and maps have more and are no tables
_WALLED = 0.9  # share of a table's words that must stand inside one cell
_SAME_EDGE = 1.5  # points by which two edges of cells may differ and be one ruling line


@dataclass(frozen=True, slots=True)
class RuledCell:
    """One cell: grid place, spans and box."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table's box, size and cells, before its text has a place."""

    box: Box
    rows: int
    columns: int
    cells: tuple[RuledCell, ...]


def ruled_tables(page: PlumberPage, words: Sequence[Word]) -> list[RuledTable]:
    """Tables of a page from top to bottom; frames around running text are none.

    Args:
        page: A pdfplumber page.
        words: Its words, boxes relative to the crop box.
    """
    left, top, _, _ = displayed_box(page)
    if _crossings(page) > _MOST_CROSSINGS:
        return []
    tables = []
    for found in page.find_tables():
        boxes = [(c[0] - left, c[1] - top, c[2] - left, c[3] - top) for c in found.cells]
        table = _grid(boxes)
        if _is_table(table, words):
            tables.append(table)
    return sorted(tables, key=lambda t: (t.box[1], t.box[0]))


def _crossings(page: PlumberPage) -> int:
    """At how many places ruling lines may cross; the search for cells takes more than so many steps."""
    edges = page.edges
    return len({round(float(str(e["x0"]))) for e in edges if e["orientation"] == "v"}) * len(
        {round(float(str(e["top"]))) for e in edges if e["orientation"] == "h"}
    )


def _grid(boxes: Sequence[Box]) -> RuledTable:
    """Rows, columns and spans from the cells' edges."""
    xs = _edges([x for b in boxes for x in (b[0], b[2])])
    ys = _edges([y for b in boxes for y in (b[1], b[3])])
    cells = []
    for box in boxes:
        column, column_end = _edge_index(xs, box[0]), _edge_index(xs, box[2])
        row, row_end = _edge_index(ys, box[1]), _edge_index(ys, box[3])
        cells.append(RuledCell(row, column, max(row_end - row, 1), max(column_end - column, 1), box))
    cells.sort(key=lambda c: (c.row, c.column))
    return RuledTable((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, tuple(cells))


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _edge_index(edges: Sequence[float], value: float) -> int:
    """Index of the edge that a value was merged into: the last one not beyond it."""
    return bisect_right(edges, value) - 1


def _is_table(table: RuledTable, words: Sequence[Word]) -> bool:
    """Whether at least two rows and two columns hold text, and the lines keep words apart."""
    if table.rows < 2 or table.columns < 2:
        return False
    filled: dict[tuple[int, int], int] = {}
    walled = 0
    within = [w for w in words if _inside(w.box, table.box)]
    for word in within:
        cell = next((c for c in table.cells if _inside(word.box, c.box)), None)
        if cell is None:
            continue
        filled[cell.row, cell.column] = 1
        walled += word.box[0] > cell.box[0] - _OVERHANG and word.box[2] < cell.box[2] + _OVERHANG
    if len({row for row, _ in filled}) < 2 or len({column for _, column in filled}) < 2:
        return False
    # Underlines and strokes of a drawing make grids too, but words run across their lines.
    return walled >= _WALLED * len(within)


def _inside(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x < outer[2] and outer[1] <= y < outer[3]


def rows_of_words(
    tables: Sequence[RuledTable], words: Sequence[Word]
) -> tuple[list[list[list[list[Word]]]], list[Word]]:
    """Words by table, row and cell, and those that stand in no cell.

    Args:
        tables: The page's tables.
        words: The page's words.
    """
    members: list[list[list[Word]]] = [[[] for _ in table.cells] for table in tables]
    free: list[Word] = []
    for word in words:
        place = _cell_of(word, tables)
        if place is None:
            free.append(word)
        else:
            members[place[0]][place[1]].append(word)
    rows: list[list[list[list[Word]]]] = []
    for table, cells in zip(tables, members, strict=True):
        by_row: dict[int, list[list[Word]]] = {}
        for cell, content in zip(table.cells, cells, strict=True):
            by_row.setdefault(cell.row, []).append(content)
        rows.append([by_row[row] for row in sorted(by_row)])
    return rows, free


def _cell_of(word: Word, tables: Sequence[RuledTable]) -> tuple[int, int] | None:
    for number, table in enumerate(tables):
        if _inside(word.box, table.box):
            at = next((n for n, cell in enumerate(table.cells) if _inside(word.box, cell.box)), None)
            if at is not None:
                return number, at
    return None


def placed(table: RuledTable, page: int, page_text: str, page_start: int, glyphs: Sequence[Glyphs]) -> PrintedTable:
    """A table with the text and the raw places of its cells.

    Args:
        table: The table.
        page: 1-based page number.
        page_text: The page's raw text as written down.
        page_start: Raw offset at which it begins.
        glyphs: The page's words, sorted by start.
    """
    by_cell: dict[int, list[int]] = {}
    for index, word in enumerate(glyphs):
        box = (word.region.x0, word.region.top, word.region.x1, word.region.bottom)
        if not _inside(box, table.box):
            continue
        at = next((n for n, cell in enumerate(table.cells) if _inside(box, cell.box)), None)
        if at is not None:
            by_cell.setdefault(at, []).append(index)
    cells = tuple(
        _cell(cell, page, page_text, page_start, glyphs, by_cell.get(n, [])) for n, cell in enumerate(table.cells)
    )
    within = [i for members in by_cell.values() for i in members]
    return PrintedTable(
        page=page,
        page_end=page,
        rows=table.rows,
        columns=table.columns,
        cells=cells,
        method="pdfplumber-lines",
        start=glyphs[min(within)].start if within else None,
        end=glyphs[max(within)].end if within else None,
        regions=(_region(page, table.box),),
    )


def _cell(
    cell: RuledCell, page: int, page_text: str, page_start: int, glyphs: Sequence[Glyphs], members: Sequence[int]
) -> Cell:
    """One cell; its words may be scattered over the raw text, for a row's lines run across its cells."""
    parts: list[str] = []
    for before, index in zip([None, *members], members, strict=False):
        word = glyphs[index]
        if before is not None:
            between = page_text[glyphs[before].end - page_start : word.start - page_start]
            parts.append("\n" if "\n" in between else between if index == before + 1 else " ")
        parts.append(page_text[word.start - page_start : word.end - page_start])
    in_one_piece = bool(members) and members[-1] - members[0] + 1 == len(members)
    return Cell(
        row=cell.row,
        column=cell.column,
        text="".join(parts),
        row_span=cell.row_span,
        column_span=cell.column_span,
        start=glyphs[members[0]].start if in_one_piece else None,
        end=glyphs[members[-1]].end if in_one_piece else None,
        region=_region(page, cell.box),
    )


def _region(page: int, box: Box) -> Region:
    return Region(page, *(round(v, 2) for v in box))
