"""What looks like a table and is none."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from drawn_tables import PROSE, Sheet, edges, pages

from extractors.reading.engine import PageContent, Rule
from extractors.reading.tables.finding import find_tables


def framed(sheet: Sheet) -> None:
    sheet.box(50, 90, 540, 180)
    sheet.line(50, 112, 540, 112)
    sheet.text(60, 96, "Box 1 Works of the period")
    sheet.prose(118)


def underlined(sheet: Sheet) -> None:
    for k in range(6):
        sheet.text(60, 100 + 20 * k, "A line of which a part is underlined for weight")
        sheet.line(100, 111 + 20 * k, 180, 111 + 20 * k)
        sheet.line(200, 111 + 20 * k, 260, 111 + 20 * k)


def bordered(sheet: Sheet) -> None:
    sheet.box(20, 20, 580, 780)
    sheet.box(24, 24, 576, 776)
    for k in range(6):
        sheet.prose(60 + 60 * k)


def shaded(sheet: Sheet) -> None:
    sheet.fill(50, 90, 540, 180)
    sheet.prose(100)


def contents(sheet: Sheet) -> None:
    for k in range(12):
        sheet.text(60, 100 + 16 * k, f"Chapter {k + 1} Works of stage {k + 1} " + "." * 60)
        sheet.text(520, 100 + 16 * k, str(3 + 4 * k), right=True)


def listed(sheet: Sheet) -> None:
    for k in range(6):
        sheet.text(60, 100 + 26 * k, f"({k + 1})")
        sheet.text(90, 100 + 26 * k, "Raise the share of what is spent on research, and look at it")
        sheet.text(90, 112 + 26 * k, "again at the end of each year.")


def two_columns(sheet: Sheet) -> None:
    lines = [
        "Work in the regions goes on in two stages, which are",
        "looked at by those who answer for it; so it has been.",
    ]
    sheet.prose(80, lines * 12, x=50)
    sheet.prose(80, lines * 12, x=320)


def chart(sheet: Sheet) -> None:
    for k in range(6):
        sheet.line(100, 100 + 30 * k, 400, 100 + 30 * k)
        sheet.text(95, 96 + 30 * k, str(50 - 10 * k), right=True)
    for k in range(7):
        sheet.line(100 + 50 * k, 100, 100 + 50 * k, 250)
        sheet.text(112 + 50 * k, 256, str(2015 + k))
    sheet.text(60, 280, "Figure 1. Growth from year to year")


def signatures(sheet: Sheet) -> None:
    sheet.prose(80)
    sheet.text(60, 200, "Name")
    sheet.line(100, 211, 250, 211)
    sheet.text(300, 200, "Date")
    sheet.line(340, 211, 450, 211)


@pytest.mark.parametrize(
    "draw", [framed, underlined, bordered, shaded, contents, listed, two_columns, chart, signatures]
)
def test_no_table(tmp_path: Path, draw: object) -> None:
    sheet = Sheet()
    draw(sheet)  # type: ignore[operator]
    assert find_tables(pages(tmp_path, sheet)[0]) == []


def test_chinese_prose_in_a_ruled_frame_of_rows_is_no_table(tmp_path: Path) -> None:
    sheet = Sheet("STSong-Light")
    ys = edges(100, 24, 60, 60)
    sheet.grid([50, 540], ys)
    sheet.text(60, 106, "专栏一 重大工程")
    for y in ys[1:-1]:
        sheet.prose(y + 6, ["推进重点项目建设，完善配套设施，", "提高公共服务水平。"])
    assert find_tables(pages(tmp_path, sheet)[0]) == []


def test_a_page_of_very_many_lines_is_left_out_with_a_note(tmp_path: Path) -> None:
    across = [Rule(0, k * 2.5, 600, k * 2.5, 0.1) for k in range(1000)]
    down = [Rule(k * 2.5, 0, k * 2.5, 2500, 0.1) for k in range(1000)]
    (page,) = pages(tmp_path, prose_sheet())
    notes: list[str] = []
    begun = time.perf_counter()
    drawn = PageContent(page.number, page.width, page.height, chars=page.chars, rules=[*across, *down] * 20)
    assert find_tables(drawn, notes) == []
    assert len(notes) == 1
    assert "more lines" in notes[0]
    assert time.perf_counter() - begun < 5  # a comparison of each with each would take minutes


def prose_sheet() -> Sheet:
    sheet = Sheet()
    sheet.prose(80, PROSE)
    return sheet
