"""Printed tables as rows: spans, header and places, over page ends too."""

from __future__ import annotations

from extractors.document import Cell, Document, Glyphs, Page, PrintedTable, Region
from extractors.tables.printed import as_printed


def of(text: str, cut: int = 0) -> Document:
    """A document whose words stand on one line a page; the second page begins at `cut`."""
    glyphs, at = [], 0
    for word in text.split(" "):
        page = 2 if cut and at >= cut else 1
        glyphs.append(Glyphs(at, at + len(word), Region(page, 10.0 + at, 10, 10.0 + at + len(word), 20)))
        at += len(word) + 1
    pages = [Page(1, 0, cut or len(text))] + ([Page(2, cut, len(text))] if cut else [])
    return Document(text, (), tuple(pages), "test", "application/pdf", glyphs=tuple(glyphs))


def test_a_cell_that_goes_on_over_a_page_end_has_its_place_on_both_pages() -> None:
    document = of("roads 9 and bridges", cut=8)
    box = Region(1, 0, 0, 50, 30)
    cell = Cell(0, 0, "roads and bridges", region=box, pieces=((0, 5), (8, 19)))
    table = PrintedTable(1, 2, 1, 1, (cell,), "ruled", 0, 19)
    _, (row,) = as_printed(document, "d", "d-g-1", None, [table])
    assert (row.page, row.regions) == (1, (box, Region(2, 18, 10, 29, 20)))


def test_parts_that_follow_each_other_are_one_table_whose_head_may_be_said_again() -> None:
    document = of("Name Year a 1 Name Year b 2")
    words = ["Name", "Year", "a", "1"]
    first = PrintedTable(1, 1, 2, 2, tuple(Cell(k // 2, k % 2, w) for k, w in enumerate(words)), "ruled", header_rows=1)
    words = ["Name", "Year", "b", "2"]
    again = PrintedTable(2, 2, 2, 2, tuple(Cell(k // 2, k % 2, w) for k, w in enumerate(words)), "ruled")
    table, cells = as_printed(document, "d", "d-m-1", "Aims", [first, again])
    assert (table.rows, table.columns, table.header_rows, table.page, table.page_end) == (4, 2, 1, 1, 2)
    assert [c.row for c in cells if c.is_header] == [0, 0, 2, 2]
    assert [c.text for c in cells if c.row == 3] == ["b", "2"]


def test_spans_and_empty_cells_are_kept() -> None:
    cells = (Cell(0, 0, "Soil", row_span=2), Cell(0, 1, "a"), Cell(1, 1, ""))
    _, rows = as_printed(of("Soil a"), "d", "d-g-1", None, [PrintedTable(None, None, 2, 2, cells, "markdown")])
    assert [(c.row, c.column, c.row_span, c.text, c.is_header) for c in rows] == [
        (0, 0, 2, "Soil", False),
        (0, 1, 1, "a", False),
        (1, 1, 1, "", False),
    ]
