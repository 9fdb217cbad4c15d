import pytest

from extractors.tables.cell_values import read_cell
from extractors.tables.indicator_units import unit_of


@pytest.mark.parametrize(
    ("text", "value", "comparator", "starred", "bracketed"),
    [
        ("60.6*", 60.6, "eq", True, False),
        ("(13.5)", 13.5, "eq", False, True),
        ("［18］", 18.0, "eq", False, True),
        (">7, strive for more", 7.0, "gt", False, False),
        ("<5.5", 5.5, "lt", False, False),
        ("≥ 1,200", 1200.0, "ge", False, False),
        ("--", None, None, False, False),
        ("—", None, None, False, False),
        ("高于GDP增长", None, "gt", False, False),
        ("Greater than GDP growth", None, "gt", False, False),
    ],
)
def test_a_cell_is_read_as_printed(
    text: str, value: float | None, comparator: str | None, starred: bool, bracketed: bool
) -> None:
    cell = read_cell(text)
    assert (cell.value, cell.comparator, cell.starred, cell.bracketed) == (value, comparator, starred, bracketed)
    assert cell.text == text


def test_an_empty_cell_has_no_text_and_a_dash_keeps_its_own() -> None:
    assert read_cell("  ").text is None
    assert read_cell("--").text == "--"


@pytest.mark.parametrize(
    ("printed", "name", "symbol", "factor"),
    [
        ("%", "Forest cover", "%", 1.0),
        ("亿吨", "粮食综合生产能力", "t", 1e8),
        ("亿吨标准煤", "能源综合生产能力", "tce", 1e8),
        ("100 million metric tons", "Grain capacity", "t", 1e8),
        ("patents", "Patents per 10,000 people", "count/10000 persons", 1.0),
        ("人", "每千人口拥有医师数", "persons/1000 persons", 1.0),
        ("%", "Average years of education", "years", 1.0),
        ("岁", "人均预期寿命", "years", 1.0),
        ("万个", "公厕", "count", 1e4),
        ("widgets", "Things", None, 1.0),
    ],
)
def test_units_come_from_the_print_and_the_name(printed: str, name: str, symbol: str | None, factor: float) -> None:
    unit = unit_of(printed, name)
    assert (unit.symbol, unit.factor) == (symbol, factor)
