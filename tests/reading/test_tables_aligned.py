"""Tables with rules across only, or without any line: seen by the white between their texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_tables import LANGUAGES, Sheet, edges, pages, spans, texts

from extractors.reading.tables.finding import find_tables

XS = edges(60, 160, 90, 90, 90)


def body(labels: tuple[str, ...]) -> list[list[str]]:
    return [[label, f"{k + 1}.5", f"1{k}.0", f"{k + 3}.25"] for k, label in enumerate(labels)]


@LANGUAGES
def test_rules_across_only(tmp_path: Path, font: str, words: tuple[str, ...]) -> None:
    sheet = Sheet(font)
    rows = [[words[1], "2015", "2020", "2025"], *body(words[2:])]
    ys = edges(100, *[18] * len(rows))
    sheet.cells(XS, ys, rows, figures_right=True)
    for y in (ys[0], ys[1], ys[-1]):
        sheet.line(XS[0], y, XS[-1], y)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows
    assert (table.method, table.header_rows) == ("rules-across", 1)


def test_a_head_over_several_columns_by_the_rule_under_it(tmp_path: Path) -> None:
    sheet = Sheet()
    ys = edges(100, 18, 18, 18, 18, 18)
    rows = [["", "2020", "2025", "Change"], *body(("Grain", "Forest", "Energy"))]
    sheet.text(XS[2] - 15, 103, "Level")
    sheet.cells(XS, ys[1:], rows, figures_right=True)
    sheet.line(XS[1] + 20, 117, XS[3], 117)
    for y in (ys[0], ys[2], ys[-1]):
        sheet.line(XS[0], y, XS[-1], y)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert spans(table) == {"Level": (1, 2)}
    assert texts(table)[1:] == [[None, *rows[0][1:]], *rows[1:]]
    assert table.header_rows == 2


@LANGUAGES
def test_without_any_line(tmp_path: Path, font: str, words: tuple[str, ...]) -> None:
    sheet = Sheet(font)
    rows = [[words[1], "2015", "2020", "2025"], *body(words[2:])]
    sheet.cells(XS, edges(100, *[16] * len(rows)), rows, figures_right=True)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows
    assert table.method == "aligned"


def test_a_label_over_two_lines_stays_in_one_cell(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.cells(XS, [100], [["Indicator", "2015", "2020", "2025"]], figures_right=True)
    labels = ("Energy use\nper unit of output", "Forest cover", "Share of days with\ngood air", "Grain")
    top = 120.0
    for row in body(labels):
        sheet.cells(XS, [top], [row], figures_right=True)
        top += 18 + 12 * row[0].count("\n")
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert [r[0] for r in texts(table)[1:]] == [label.replace("\n", " ") for label in labels]


def test_shaded_rows_part_rows_and_end_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["Indicator", "2015", "2020", "2025"], *body(("Grain", "Forest", "Energy", "Water"))]
    ys = edges(100, *[18] * len(rows))
    for k in range(0, len(rows), 2):
        sheet.fill(XS[0], ys[k], XS[-1], ys[k + 1])
    sheet.cells(XS, ys, rows, figures_right=True)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows


def test_two_tables_on_a_page_with_prose_between(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["Name", "2015", "2020", "2025"], *body(("Grain", "Forest", "Energy"))]
    top = sheet.prose(60)
    for number in (1, 2):
        sheet.text(60, top, f"Table {number}. Levels of year {number}")
        sheet.cells(XS, edges(top + 18, *[16] * len(rows)), rows, figures_right=True)
        top = sheet.prose(top + 100)
    tables = find_tables(pages(tmp_path, sheet)[0])
    assert [t.caption for t in tables] == ["Table 1. Levels of year 1", "Table 2. Levels of year 2"]
    assert [texts(t) for t in tables] == [rows, rows]


@pytest.mark.parametrize("turn", [90, 270])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_on_its_side(tmp_path: Path, turn: int, ruled: bool) -> None:
    sheet = Sheet()
    rows = [["Indicator", "2015", "2020", "2025"], *body(("Grain", "Forest", "Energy", "Water", "Roads"))]
    ys = edges(100, *[18] * len(rows))
    sheet.cells(XS, ys, rows, figures_right=True)
    if ruled:
        sheet.grid(XS, ys)
    (page,) = pages(tmp_path, sheet, turn=turn)
    (table,) = find_tables(page)
    assert texts(table) == rows
    assert table.turn == {90: 270, 270: 90}[turn]
    first = next(c for c in table.cells if c.text == "Grain")
    for index in first.chars:
        char = page.chars[index]
        assert first.box[0] <= (char.x0 + char.x1) / 2 <= first.box[2]
        assert first.box[1] <= (char.top + char.bottom) / 2 <= first.box[3]


def test_a_table_beside_a_column_of_prose(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["Name", "2015", "2020"], *(row[:3] for row in body(("Grain", "Forest", "Energy", "Water")))]
    sheet.cells(edges(60, 90, 60, 60), edges(100, *[16] * len(rows)), rows, figures_right=True)
    lines = [
        "Work in the regions goes on in stages of two years",
        "and is looked at by those who answer for it, so that",
    ]
    sheet.prose(60, lines * 12, x=310)
    sheet.prose(220, ["What has been done so far is seen from the table."] * 8, x=60)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows


def test_tables_side_by_side_by_their_own_rules(tmp_path: Path) -> None:
    sheet = Sheet()
    wanted = []
    for left in (50, 320):
        xs = edges(left, 110, 50, 50)
        rows = [["Region", "2015", "2020"], *(row[:3] for row in body((f"Land {left}", "Forest", "Energy")))]
        ys = edges(100, *[16] * len(rows))
        sheet.cells(xs, ys, rows, figures_right=True)
        for y in (ys[0], ys[1], ys[-1]):
            sheet.line(xs[0], y, xs[-1], y)
        wanted.append(rows)
    assert [texts(t) for t in find_tables(pages(tmp_path, sheet)[0])] == wanted


def test_currencies_set_off_at_the_left_of_a_column_are_no_column(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["Name", "2015", "2020", "2025"], *body(("Grain", "Forest", "Energy", "Water"))]
    ys = edges(100, *[16] * len(rows))
    sheet.cells(XS, ys, rows, figures_right=True)
    for y in ys[1:-1]:
        for x in XS[2:]:
            sheet.text(x - 60, y + 3, "$")
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert [[(t or "").replace("$ ", "") for t in row] for row in texts(table)] == rows


def test_leaders_before_several_figures_are_no_contents(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["", "2015", "2020", "2025"], *body(("Grain", "Forest", "Energy", "Water"))]
    for row in rows[1:]:
        row[0] += " " + "." * 20
    sheet.cells(XS, edges(100, *[16] * len(rows)), rows, figures_right=True)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert (table.rows, table.columns) == (5, 4)


def test_rows_that_only_name_what_follows_are_rows(tmp_path: Path) -> None:
    sheet = Sheet()
    rows = [["Group", "2015", "2020", "2025"]]
    for name in ("Men", "Women"):
        rows += [[name, "", "", ""], *body(("Rural", "Urban", "Coastal"))]
    ys = edges(100, *[16] * len(rows))
    sheet.cells(XS, ys, rows, figures_right=True)
    for y in (ys[0], ys[1], ys[-1]):
        sheet.line(XS[0], y, XS[-1], y)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert [[t or "" for t in row] for row in texts(table)] == rows


def test_a_running_header_over_a_rule_is_no_row(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 40, "Plans of the regions")
    sheet.text(470, 40, "12")
    sheet.line(50, 60, 540, 60)
    rows = [["Name", "2015", "2020", "2025"], *body(("Grain", "Forest", "Energy", "Water"))]
    sheet.cells(XS, edges(72, *[16] * len(rows)), rows, figures_right=True)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows
