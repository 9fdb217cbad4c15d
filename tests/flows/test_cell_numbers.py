"""Numbers of printed tables are published there, and counted so."""

from __future__ import annotations

from extractors.document import Document, Glyphs, Line, Region
from extractors.records import TableCell
from flows.cell_numbers import numbers_in_cells
from quality.coverage import Fate, numbers_in

TEXT = "In 2020 it was 30\nroads 12 45\n"


def document(*, printed: bool = True) -> Document:
    """Each word in a box of 20 by 10 points, at ten points a character, lines 30 points apart."""
    lines, glyphs, start = [], [], 0
    for number, line in enumerate(TEXT.splitlines()):
        lines.append(Line(start, start + len(line), 1))
        at = 0
        for word in line.split():
            at = line.index(word, at)
            box = Region(1, 10.0 * at, 30.0 * number, 10.0 * (at + len(word)), 30.0 * number + 10)
            glyphs.append(Glyphs(start + at, start + at + len(word), box))
            at += len(word)
        start += len(line) + 1
    return Document(TEXT, tuple(lines), (), "test", "application/pdf", glyphs=tuple(glyphs) if printed else ())


def cell(column: int, text: str, region: Region) -> TableCell:
    return TableCell("d-t-1", 0, column, "d", 1, 1, False, text, 1, (region,))


CELLS = [
    cell(0, "roads", Region(1, 0, 28, 55, 42)),
    cell(1, "12", Region(1, 55, 28, 85, 42)),
    cell(2, "45", Region(1, 85, 28, 120, 42)),
]


def told(cells: list[TableCell], *, printed: bool = True) -> dict[str, str | None]:
    found = numbers_in_cells(document(printed=printed), cells, numbers_in(TEXT, []))
    return {TEXT[f.start : f.end]: f.key for f in found}


def test_a_number_in_a_cell_is_in_its_row() -> None:
    assert told(CELLS) == {"12": "d-t-1/0/1", "45": "d-t-1/0/2"}


def test_a_cell_on_another_page_has_nothing() -> None:
    moved = [TableCell("d-t-1", 0, 1, "d", 1, 1, False, "12", 2, (Region(2, 55, 28, 85, 42),))]
    assert told(moved) == {}


def test_a_cell_that_does_not_say_the_number_does_not_have_it() -> None:
    assert told([cell(1, "twelve", Region(1, 55, 28, 85, 42))]) == {}


def test_a_text_without_places_has_none() -> None:
    assert told(CELLS, printed=False) == {}


def test_a_statement_comes_before_a_cell() -> None:
    twelve = TEXT.index("12")
    statement = Fate(twelve, twelve + 2, "numeric_targets", "t")
    in_cells = numbers_in_cells(document(), CELLS, (n for n in numbers_in(TEXT, [statement]) if n.reason))
    assert [(f.start, f.dataset) for f in in_cells] == [(TEXT.index("45"), "table_cells")]
