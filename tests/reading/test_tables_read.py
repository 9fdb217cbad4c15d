"""Tables as a whole document's reading gives them: turned, over page ends, with captions, beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_tables import LANGUAGES, Sheet, edges, pages

from extractors.document import PrintedTable
from extractors.reading.pdf import read_pdf

XS = edges(80, 130, 80, 80, 80)
HEAD = ["Indicator", "2015", "2020", "2025"]


def read(tmp_path: Path, *sheets: Sheet, turn: int = 0) -> tuple[PrintedTable, ...]:
    """The tables of a PDF of the sheets."""
    pages(tmp_path, *sheets, turn=turn)
    return read_pdf(tmp_path / "page.pdf").tables


def grid(table: PrintedTable) -> list[list[str]]:
    """Its texts by row and column; empty where nothing stands, or a cell from above or the left."""
    out = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        out[cell.row][cell.column] = cell.text
    return out


def body(*names: str) -> list[list[str]]:
    """Rows of a name and three figures."""
    return [[name, f"{k + 1}.5", f"{12 * k + 3}", f"{k * 7 + 21}.4%"] for k, name in enumerate(names)]


def drawn(rows: list[list[str]], top: float, style: str, heights: list[float] | None = None) -> Sheet:
    """A page with a table in one of the styles."""
    sheet = Sheet()
    ys = edges(top, *(heights or [18] * len(rows)))
    if style == "ruled":
        sheet.grid(XS, ys)
    if style == "booktabs":
        for y in (ys[0], ys[1], ys[-1]):
            sheet.line(XS[0], y, XS[-1], y)
    if style == "zebra":
        for k in range(0, len(rows), 2):
            sheet.fill(XS[0], ys[k], XS[-1], ys[k + 1])
    sheet.cells(XS, ys, rows, figures_right=True)
    return sheet


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("style", ["ruled", "booktabs", "zebra", "plain"])
def test_a_turned_table_is_read_as_it_stands(tmp_path: Path, turn: int, style: str) -> None:
    rows = [HEAD, *body("Grain", "Forest", "Energy", "Water", "Roads")]
    (table,) = read(tmp_path, drawn(rows, 150, style), turn=turn)
    assert grid(table) == rows
    assert table.header_rows == 1


@pytest.mark.parametrize("style", ["ruled", "booktabs"])
def test_a_table_over_a_page_end_is_one_with_one_head(tmp_path: Path, style: str) -> None:
    first = drawn([HEAD, *body("Grain", "Forest", "Energy")], 660, style)
    first.prose(100)
    more = [["Water", "9.5", "31", "41.2%"], ["Roads", "8.5", "32", "42.2%"], ["Ports", "7.5", "33", "43.2%"]]
    second = drawn([HEAD, *more], 76, style)
    second.prose(300)
    (table,) = read(tmp_path, first, second)
    assert grid(table) == [HEAD, *body("Grain", "Forest", "Energy"), *more]
    assert (table.page, table.page_end, table.header_rows) == (1, 2, 1)
    assert [r.page for r in table.regions] == [1, 2]


def test_a_row_cut_by_the_page_end_is_read_whole(tmp_path: Path) -> None:
    first = drawn([HEAD, ["Energy used for\neach unit of", "5.5", "4.5", "3.5"]], 640, "ruled", [20, 60])
    second = drawn([["output in industry", "", "", ""], ["Forest", "1.5", "2.5", "3.1"]], 76, "ruled", [20, 20])
    first.prose(100)
    second.prose(300)
    (table,) = read(tmp_path, first, second)
    assert grid(table)[1:] == [
        ["Energy used for each unit of output in industry", "5.5", "4.5", "3.5"],
        ["Forest", "1.5", "2.5", "3.1"],
    ]


@LANGUAGES
@pytest.mark.parametrize("below", [False, True])
def test_a_caption_goes_with_its_table(tmp_path: Path, font: str, words: tuple[str, ...], below: bool) -> None:
    sheet = Sheet(font)
    ys = edges(130, 18, 18, 18)
    sheet.grid(XS, ys)
    sheet.cells(XS, ys, [[words[1], "2015", "2020", "2025"], *body(words[5], words[6])])
    name = f"表1 {words[4]}" if font == "STSong-Light" else f"Table 1. {words[4]}"
    sheet.text(80, 188 if below else 114, name)
    sheet.prose(300, [words[4]])
    (table,) = read(tmp_path, sheet)
    assert table.caption == name


def test_heads_over_columns_stand_over_the_columns_in_whose_middle_they_are(tmp_path: Path) -> None:
    sheet = Sheet()
    xs = edges(60, 120, 34, 34, 34, 34)
    rows = [["Area", "2015", "2020", "2015", "2020"]]
    rows += [[n, f"{k}.5", f"{k}.7", f"{k}1", f"{k}2"] for k, n in enumerate(("Grain", "Forest", "Water"))]
    sheet.cells(xs, edges(120, *[18] * 4), rows, figures_right=True)
    sheet.text(204, 103, "Level")
    sheet.text(266, 103, "Growth")
    (table,) = read(tmp_path, sheet)
    spans = {c.text: (c.column, c.column_span) for c in table.cells if c.row == 0}
    assert spans == {"Level": (1, 2), "Growth": (3, 2)}


def test_a_label_broken_for_want_of_room_is_one_cell_and_a_short_one_names_a_group(tmp_path: Path) -> None:
    sheet = Sheet()
    lines = [
        ("Indicator", "2015"),
        ("Rural group", ""),
        ("Share of forests in all", "12.5"),
        ("land", ""),
        ("Urban group", ""),
        ("Length of new roads in", "13.5"),
        ("towns", ""),
        ("Grain", "14.5"),
    ]
    for k, (label, value) in enumerate(lines):
        sheet.text(60, 100 + 12 * k, label)
        for x in (240, 300):
            sheet.text(x, 100 + 12 * k, value, right=True)
    (table,) = read(tmp_path, sheet)
    assert [row[0] for row in grid(table)] == [
        "Indicator",
        "Rural group",
        "Share of forests in all land",
        "Urban group",
        "Length of new roads in towns",
        "Grain",
    ]


def test_tables_side_by_side_without_lines_are_two(tmp_path: Path) -> None:
    sheet = Sheet()
    wanted = []
    for left, step in ((60, 16), (330, 19)):
        rows = [["Name", "2015", "2020"], *(r[:3] for r in body(f"Land {left}", "Forest", "Energy", "Water", "Roads"))]
        sheet.cells(edges(left, 80, 50, 50), edges(100, *[step] * len(rows)), rows, figures_right=True)
        wanted.append(rows)
    assert [grid(t) for t in read(tmp_path, sheet)] == wanted


def test_a_ruled_table_goes_on_behind_a_row_without_lines_down(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [HEAD, ["Nature", "", "", ""], *body("Grain", "Forest"), ["Works", "", "", ""], *body("Roads", "Ports")]
    ys = edges(100, *[18] * len(rows))
    outer = [("v", k, n) for k in (0, 4) for n in range(len(rows))]
    named = [("v", k, n) for k in (1, 2, 3) for n in (1, 4)]
    sheet.grid(XS, ys, [*outer, *named])
    sheet.cells(XS, ys, rows)
    (table,) = read(tmp_path, sheet)
    assert grid(table) == rows
    assert [c.column_span for c in table.cells if c.text in ("Nature", "Works")] == [4, 4]


def form(sheet: Sheet) -> None:
    for k, (left, right) in enumerate((("Name:", "Born:"), ("Street:", "Town:"), ("Office:", "Date:"), ("By:", "On:"))):
        for x, text in ((60, left), (310, right)):
            sheet.text(x, 100 + 22 * k, text)
            sheet.line(x + 40, 110 + 22 * k, x + 210, 110 + 22 * k)


def bars(sheet: Sheet) -> None:
    for k, share in enumerate((0.3, 0.9, 0.5, 0.7, 0.2)):
        sheet.text(180, 100 + 18 * k, f"Region {k + 1}", right=True)
        sheet.fill(190, 101 + 18 * k, 190 + 250 * share, 109 + 18 * k)
        sheet.text(195 + 250 * share, 100 + 18 * k, f"{100 * share:.0f}")


def contents(sheet: Sheet) -> None:
    for k in range(8):
        sheet.text(60, 100 + 16 * k, f"{k + 1} Works of stage {k + 1}")
        sheet.text(520, 100 + 16 * k, str(3 + 4 * k), right=True)


@pytest.mark.parametrize("draw", [form, bars, contents])
def test_what_keeps_to_columns_and_is_no_table(tmp_path: Path, draw: object) -> None:
    sheet = Sheet()
    draw(sheet)  # type: ignore[operator]
    assert read(tmp_path, sheet) == ()
