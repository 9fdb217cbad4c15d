from collections.abc import Sequence

import pytest

from extractors.document import Cell, Document, Line, PrintedTable
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.repair.model import CleanLine
from extractors.source import Source
from extractors.structure.model import IndicatorRegion
from extractors.tables.indicators import IndicatorTable, read_indicator_table

SOURCE = Source(
    id="d",
    title="t",
    file="t.txt",
    language=("en",),
    document_type="plan_outline",
    authority="official",
    redistribution="full",
    licence="none",
    period_start=2016,
    period_end=2020,
)


def lines_of(text: str, offset: int = 0) -> tuple[CleanLine, ...]:
    lines, at = [], offset
    for line in text.split("\n"):
        mapped = MappedText.of(line, at).strip()
        lines.append(CleanLine(mapped, at, at + len(line), None, "body" if mapped else "blank"))
        at += len(line) + 1
    return tuple(lines)


def read(text: str, notes: str = "", tables: Sequence[PrintedTable] = (), language: str = "en") -> IndicatorTable:
    whole = text + "\n" + notes
    document = Document(whole, (Line(0, len(whole), None),), (), "test", "text/plain", tables=tuple(tables))
    region = IndicatorRegion("b", lines_of(text), lines_of(notes, len(text) + 1) if notes else (), language)
    found = read_indicator_table(region, "Main indicators", document, SOURCE, Ids("d"))
    if found is None:
        raise AssertionError("no table was read")
    return found


TEXT = """Category Indicator 2015 2020 Annual average/Cumulative Attribute

Soil
1. Share of treated wells (%) 40.5* 60 -- Expected
2. Grain capacity (100 million metric tons) -- >5.5 -- Binding
3. Reduction in water use (%) -- -- (12) Binding
4. Jobless rate (%) 5.1 -- <6 Expected
5. Output growth (%) 7 -- Faster than before Expected"""
NOTES = "Notes: (1) Values in ( ) are cumulative over five years. (2) Values with * are 2014 data."


def test_scale_words_are_expanded_and_years_come_from_the_header() -> None:
    grain = read(TEXT, NOTES).indicators[1]
    assert (grain.target_value, grain.target_comparator, grain.unit, grain.target_year) == (5.5e8, "gt", "t", 2020)
    assert grain.base_value is None
    assert grain.base_value_text == "--"


def test_notes_give_the_year_of_starred_values_and_the_sense_of_brackets() -> None:
    rows = read(TEXT, NOTES).indicators
    assert (rows[0].base_value, rows[0].base_year) == (40.5, 2014)
    assert "2014" in (rows[0].base_note or "")
    assert (rows[2].change_value, rows[2].change_period, rows[2].bindingness) == (12.0, "cumulative", "binding")


def test_every_number_of_the_target_columns_is_a_target() -> None:
    targets = read(TEXT, NOTES).targets
    assert [(t.value, t.kind, t.direction, t.change_period) for t in targets] == [
        (60.0, "target", "reach", "level"),
        (5.5e8, "target", "reach", "level"),
        (12.0, "target", "reduce_by", "cumulative"),
        (6.0, "limit", "maintain", "annual"),
    ]
    for target in targets:
        assert TEXT[target.number_char_start : target.number_char_end] == target.number_text
        assert TEXT[target.char_start : target.char_end] == target.quote


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Cut in water use", "reduce_by"),
        ("Decline in water use", "reduce_by"),
        ("Shortcut indices of water use", "increase_by"),
        ("Rise in water use", "increase_by"),
    ],
)
def test_the_name_says_which_way_a_change_goes(name: str, direction: str) -> None:
    found = read(TEXT.replace("Reduction in water use", name), NOTES)
    assert [t.direction for t in found.targets if t.value == 12.0] == [direction]


def test_words_without_a_number_stay_words() -> None:
    growth = read(TEXT, NOTES).indicators[4]
    assert (growth.change_text, growth.change_value, growth.change_comparator) == ("Faster than before", None, None)


def test_a_grid_of_cells_needs_no_row_numbers() -> None:
    rows = [
        "类别|指标|2015年|2020年|年均增速[累计]|属性",
        "水土|耕地保有量（亿亩）|18.65|18.65|[0]|约束性",
        "|公路里程（万公里）|450|500|2.1|预期性",
    ]
    text = "\n".join(rows)
    cells, at = [], 0
    for number, row in enumerate(rows):
        for column, value in enumerate(row.split("|")):
            cells.append(Cell(number, column, value, start=at, end=at + len(value)))
            at += len(value) + 1
    table = PrintedTable(None, None, 3, 6, tuple(cells), "markdown", 0, len(text))
    found = read(text, tables=[table], language="zh").indicators
    assert [(i.category, i.indicator, i.unit, i.base_value, i.target_value) for i in found] == [
        ("水土", "耕地保有量", "mu", 18.65e8, 18.65e8),
        ("水土", "公路里程", "km", 4.5e6, 5e6),
    ]
    # The column is one of growth rates, so the change is in percent and not in the indicator's unit.
    assert [(i.change_period, i.change_value) for i in found] == [("cumulative", 0.0), ("annual", 2.1)]


def test_a_grid_of_cells_is_published_as_it_is_written() -> None:
    rows = ["Indicator|2015|2020|Attribute", "Roads (km)|20|30|Binding", "Trees (%)|4|5|Binding"]
    text = "\n".join(rows)
    cells, at = [], 0
    for number, row in enumerate(rows):
        for column, value in enumerate(row.split("|")):
            cells.append(Cell(number, column, value, start=at, end=at + len(value)))
            at += len(value) + 1
    found = read(text, tables=[PrintedTable(None, None, 3, 4, tuple(cells), "markdown", 0, len(text), header_rows=1)])
    assert (found.table.rows, found.table.columns, found.table.header_rows, found.table.method) == (3, 4, 1, "markdown")
    assert [c.text for c in found.cells] == [value for row in rows for value in row.split("|")]
    assert [c.text for c in found.cells if c.is_header] == rows[0].split("|")


def test_a_table_without_cells_says_that_it_is_a_reading_of_text() -> None:
    found = read(TEXT, NOTES)
    assert (found.table.method, found.table.header_rows, found.table.rows) == ("rows-of-text", 0, 5)


def test_a_unit_that_cannot_be_is_told_and_read_as_what_it_must_be() -> None:
    text = TEXT.replace("4. Jobless rate (%)", "4. Average life expectancy (%)")
    found = read(text, NOTES)
    assert (found.indicators[3].unit, found.indicators[3].unit_text) == ("years", "%")
    (told,) = found.discrepancies
    assert (told.check, told.value, told.other_value) == ("impossible_unit", "%", "years")
    assert "life expectancy" in text[told.char_start : told.char_end]


def test_a_line_has_one_id_whether_its_cells_are_parted_by_marks_or_by_blanks() -> None:
    rows = ["Indicator|2015|2020|Attribute", "Roads (km)|20|30|Binding", "Trees (%)|4|5|Binding"]
    text = "\n".join(rows)
    cells, at = [], 0
    for number, row in enumerate(rows):
        for column, value in enumerate(row.split("|")):
            cells.append(Cell(number, column, value, start=at, end=at + len(value)))
            at += len(value) + 1
    grid = read(text, tables=[PrintedTable(None, None, 3, 4, tuple(cells), "markdown", 0, len(text), header_rows=1)])
    plain = read("Indicator 2015 2020 Attribute\n1. Roads (km) 20 30 Binding\n2. Trees (%) 4 5 Binding")
    assert [t.target_id for t in grid.targets] == [t.target_id for t in plain.targets]
    assert len({t.target_id for t in grid.targets}) == 2
    assert grid.targets[0].quote != plain.targets[0].quote
