"""Tables with ruling lines in both directions: cells, spans, and lines that were left out."""

from __future__ import annotations

from pathlib import Path

from drawn_tables import LANGUAGES, Sheet, edges, pages, spans, texts

from extractors.reading.tables.finding import find_tables

XS = edges(60, 90, 130, 70, 70)
YS = edges(100, 20, 20, 20, 20)


@LANGUAGES
def test_merged_cells_keep_their_spans(tmp_path: Path, font: str, words: tuple[str, ...]) -> None:
    category, indicator, level, growth, innovation, patents, research = words
    sheet = Sheet(font)
    sheet.grid(
        XS,
        YS,
        missing=[("h", 1, 0), ("h", 1, 1), ("v", 3, 0), ("h", 3, 0)],
    )
    sheet.cells(
        XS,
        YS,
        [
            [category, indicator, level, None],
            [None, None, "2020", "2025"],
            [innovation, patents, "6.3", "12.0"],
            [None, research, "2.4", "2.8"],
        ],
    )
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == [
        [category, indicator, level, None],
        [None, None, "2020", "2025"],
        [innovation, patents, "6.3", "12.0"],
        [None, research, "2.4", "2.8"],
    ]
    assert spans(table) == {category: (2, 1), indicator: (2, 1), level: (1, 2), innovation: (2, 1)}
    assert (table.method, table.header_rows) == ("ruled", 2)
    assert growth not in str(texts(table))


def test_a_cell_of_several_lines_is_one_text(tmp_path: Path) -> None:
    sheet = Sheet()
    ys = edges(100, 20, 44, 20)
    sheet.grid(XS[:3], ys)
    sheet.cells(XS[:3], ys, [["Name", "Aim"], ["Grain", "not below\n650 million\ntons"], ["Forest", "24.1 percent"]])
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == [["Name", "Aim"], ["Grain", "not below 650 million tons"], ["Forest", "24.1 percent"]]


def test_lines_of_a_chinese_cell_are_joined_without_blank(tmp_path: Path) -> None:
    sheet = Sheet("STSong-Light")
    ys = edges(100, 20, 44)
    sheet.grid(XS[:3], ys)
    sheet.cells(XS[:3], ys, [["指标", "属性"], ["粮食综合\n生产能力", "约束性"]])
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table)[1] == ["粮食综合生产能力", "约束性"]


def test_rows_whose_lines_were_left_out_are_seen_by_their_figures(tmp_path: Path) -> None:
    sheet = Sheet()
    ys = edges(100, 20, 50)
    sheet.grid(XS, ys)
    head = ["Country", "Sales", "1995", "1996"]
    body = [["Austria", "12.0", "3.5", "4.0"], ["Belgium", "13.5", "2.5", "4.5"], ["Finland", "-", "9.5", "8.0"]]
    sheet.cells(XS, ys[:1], [head])
    sheet.cells(XS, edges(122, 15, 15), body)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == [head, *body]


def test_columns_whose_lines_were_left_out_are_seen_by_their_text(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid(XS, YS, missing=[("v", k, n) for k in (2, 3) for n in range(1, 4)])
    rows = [["Country", "Sales", "1995", "1996"], *([f"Land {k}", f"{k}.5", f"{k}1", f"{k}2"] for k in range(3))]
    sheet.cells(XS, YS, rows)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows


def test_outer_lines_may_be_missing(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.grid(XS, YS, missing=[("v", k, n) for k in (0, 4) for n in range(4)])
    rows = [["Country", "Sales", "1995", "1996"], *([f"Land {k}", f"{k}.5", f"{k}1", f"{k}2"] for k in range(3))]
    sheet.cells(XS, YS, rows)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == rows


def test_double_lines_make_no_columns_of_their_own(tmp_path: Path) -> None:
    sheet = Sheet()
    xs = edges(60, 90, 5, 70)
    ys = edges(100, 20, 5, 20)
    sheet.grid(xs, ys)
    sheet.cells([60, 155, 225], [100, 125], [["Name", "Sum"], ["Grain", "650"]])
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table) == [["Name", "Sum"], ["Grain", "650"]]


def test_two_tables_side_by_side_with_captions(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, left in enumerate((60, 320), 1):
        xs, ys = edges(left, 120, 80), edges(120, 20, 20)
        sheet.text(left, 104, f"Table {number}. Sums of part {number}")
        sheet.grid(xs, ys)
        sheet.cells(xs, ys, [["Name", "Sum"], ["Grain", f"{number}50"]])
    tables = find_tables(pages(tmp_path, sheet)[0])
    assert [(t.caption, texts(t)[1]) for t in tables] == [
        ("Table 1. Sums of part 1", ["Grain", "150"]),
        ("Table 2. Sums of part 2", ["Grain", "250"]),
    ]


def test_text_on_its_side_is_read_within_its_cell(tmp_path: Path) -> None:
    sheet = Sheet()
    ys = edges(100, 60, 20, 20)
    sheet.grid(XS, ys)
    sheet.cells(XS, ys, [["Country"], ["Austria", "1.5", "3.5", "4.0"], ["Belgium", "2.5", "2.5", "4.5"]])

    def upwards(canvas: object) -> None:
        for k, word in enumerate(("Net sales", "In stock", "On order")):
            canvas.saveState()  # type: ignore[attr-defined]
            canvas.translate(XS[k + 1] + 30, 800 - 155)  # type: ignore[attr-defined]
            canvas.rotate(90)  # type: ignore[attr-defined]
            canvas.drawString(0, 0, word)  # type: ignore[attr-defined]
            canvas.restoreState()  # type: ignore[attr-defined]

    sheet.drawn.append(upwards)
    (table,) = find_tables(pages(tmp_path, sheet)[0])
    assert texts(table)[0] == ["Country", "Net sales", "In stock", "On order"]
