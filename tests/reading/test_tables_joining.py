"""Tables over page ends, and tables with their places in the raw text."""

from __future__ import annotations

from pathlib import Path

from drawn_tables import LANGUAGES, Sheet, edges, pages, texts

from extractors.reading.engine import PageContent
from extractors.reading.tables.finding import find_tables
from extractors.reading.tables.joining import join_pages
from extractors.reading.tables.model import JoinedTable
from extractors.reading.tables.printing import printed_tables

XS = edges(60, 90, 200, 60, 60)


def joined(found: list[PageContent]) -> list[JoinedTable]:
    return join_pages([find_tables(page) for page in found])


def part(
    font: str, top: float, rows: list[list[str]], heights: list[float], missing: list[tuple[str, int, int]]
) -> Sheet:
    sheet = Sheet(font)
    ys = edges(top, *heights)
    sheet.grid(XS, ys, missing)
    sheet.cells(XS, ys, rows)
    return sheet


@LANGUAGES
def test_a_repeated_head_is_dropped_and_each_cell_keeps_its_page(
    tmp_path: Path, font: str, words: tuple[str, ...]
) -> None:
    head = [words[0], words[1], "2020", "2025"]
    first = part(font, 600, [head, [words[4], words[5], "6.3", "12.0"]], [20, 110], [])
    second = part(font, 76, [head, [words[2], words[6], "2.4", "2.8"]], [20, 20], [])
    second.prose(300)
    first.prose(100)
    (table,) = joined(pages(tmp_path, first, second))
    assert texts(table) == [head, [words[4], words[5], "6.3", "12.0"], [words[2], words[6], "2.4", "2.8"]]
    assert table.pages == (1, 2)
    assert [c.pieces[0].page for c in table.cells if c.column == 1] == [1, 1, 2]
    assert table.header_rows == 1


def test_a_row_cut_by_the_page_end_is_one_row(tmp_path: Path) -> None:
    head = ["Area", "Indicator", "2020", "2025"]
    first = part("Helvetica", 640, [head, ["Energy", "Energy use per unit of", "5.5", "4.5"]], [20, 60], [])
    second = part(
        "Helvetica", 76, [["", "output of all branches", "", ""], ["Forest", "Cover", "1.5", "2.5"]], [20, 20], []
    )
    first.prose(100)
    second.prose(300)
    (table,) = joined(pages(tmp_path, first, second))
    assert texts(table)[1:] == [
        ["Energy", "Energy use per unit of output of all branches", "5.5", "4.5"],
        ["Forest", "Cover", "1.5", "2.5"],
    ]
    cut = next(c for c in table.cells if c.text.startswith("Energy use"))
    assert [p.page for p in cut.pieces] == [1, 2]


def test_a_merged_cell_goes_on_over_the_page_end(tmp_path: Path) -> None:
    head = ["Area", "Indicator", "2020", "2025"]
    rows = [head, ["Nature", "Energy use", "5.5", "4.5"], ["", "Water use", "3.5", "2.5"]]
    first = part("Helvetica", 640, rows, [20, 20, 40], [("h", 2, 0)])
    more = [["", "Forest cover", "1.5", "2.5"], ["", "Good air", "7.5", "8.5"], ["Safety", "Grain", "6.5", "7.0"]]
    second = part("Helvetica", 76, more, [20, 20, 20], [("h", 1, 0)])
    first.prose(100)
    second.prose(300)
    (table,) = joined(pages(tmp_path, first, second))
    nature = next(c for c in table.cells if c.text == "Nature")
    assert (nature.row, nature.row_span) == (1, 4)
    assert [r[1] for r in texts(table)] == ["Indicator", "Energy use", "Water use", "Forest cover", "Good air", "Grain"]


def test_tables_with_text_between_or_other_columns_stay_apart(tmp_path: Path) -> None:
    head = ["Area", "Indicator", "2020", "2025"]
    row = ["Energy", "Energy use", "5.5", "4.5"]
    first = part("Helvetica", 600, [head, row], [20, 20], [])
    first.prose(660)
    second = part("Helvetica", 76, [head, row], [20, 20], [])
    assert len(joined(pages(tmp_path, first, second))) == 2
    captioned = Sheet()
    captioned.text(60, 76, "Table 2. Another one")
    captioned.grid(XS, edges(92, 20, 20))
    captioned.cells(XS, edges(92, 20, 20), [head, row])
    assert len(joined(pages(tmp_path, part("Helvetica", 640, [head, row], [20, 60], []), captioned))) == 2


def test_places_in_the_raw_text(tmp_path: Path) -> None:
    sheet = Sheet()
    ys = edges(100, 20, 32)
    sheet.grid(XS[:3], ys)
    sheet.cells(XS[:3], ys, [["Area", "Aim"], ["Grain", "not below\n650 million tons"]])
    (page,) = pages(tmp_path, sheet)
    raw = "Area\tAim\nGrain\tnot below 650 million tons\n"
    offsets: dict[int, tuple[int, int]] = {}
    at = 0
    for table in find_tables(page):
        for cell in table.cells:
            for index in cell.chars:
                at = raw.index(page.chars[index].text, at)
                offsets[index] = (at, at + 1)
                at += 1
    (printed,) = printed_tables([find_tables(page)], lambda _, index: offsets.get(index), raw)
    assert [raw[c.start or 0 : c.end] for c in printed.cells] == ["Area", "Aim", "Grain", "not below 650 million tons"]
    assert (printed.start, printed.end) == (0, len(raw) - 1)
    assert printed.regions[0].page == 1
    assert all(c.region and c.region.top >= 99 for c in printed.cells)
    scattered = {index: (3 * start, 3 * start + 1) for index, (start, _) in offsets.items()}
    (unplaced,) = printed_tables([find_tables(page)], lambda _, index: scattered.get(index), "x" * 200)
    assert all(c.start is None for c in unplaced.cells)
