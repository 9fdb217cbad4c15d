"""Pipe tables of markdown."""

from __future__ import annotations

from extractors.reading.lines import lines_of
from extractors.reading.markdown import pipe_tables


def test_cells_have_their_place_in_the_text() -> None:
    text = "前文\n\n| 指标 | 2025年 |\n|:--|--:|\n| 森林覆盖率（%） | 24.1 |\n| 就业 |  |\n\n后文\n"
    (table,) = pipe_tables(text, lines_of(text, ()))
    assert (table.rows, table.columns, table.header_rows, table.method) == (3, 2, 1, "markdown")
    assert [c.text for c in table.cells] == ["指标", "2025年", "森林覆盖率（%）", "24.1", "就业", ""]
    assert all(text[c.start : c.end] == c.text for c in table.cells if c.start is not None)
    assert text[table.start : table.end].endswith("| 就业 |  |")


def test_rows_are_cut_or_filled_to_the_header() -> None:
    text = "a | b\n--|--\n1\\|2 | 3 | 4\n5 |\n"
    (table,) = pipe_tables(text, lines_of(text, ()))
    assert [c.text for c in table.cells] == ["a", "b", "1|2", "3", "5", ""]


def test_rules_and_code_are_no_tables() -> None:
    text = "A title | with a pipe\n---\n\n```\na | b\n--|--\n```\n"
    assert pipe_tables(text, lines_of(text, ())) == ()


def test_two_tables_are_two() -> None:
    text = "|a|b|\n|-|-|\n|1|2|\n\n|c|d|\n|-|-|\n"
    assert [t.rows for t in pipe_tables(text, lines_of(text, ()))] == [2, 1]
