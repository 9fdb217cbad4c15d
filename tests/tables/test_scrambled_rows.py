from extractors.mapped import MappedText
from extractors.repair.model import CleanLine
from extractors.tables.scrambled_rows import rows_of_text


def lines_of(text: str) -> list[CleanLine]:
    lines, at = [], 0
    for line in text.split("\n"):
        mapped = MappedText.of(line, at).strip()
        lines.append(CleanLine(mapped, at, at + len(line), None, "body" if mapped else "blank"))
        at += len(line) + 1
    return lines


TABLE = """Category Indicator 2015 2020
Annual
average/
Cumulative
Attribute

Water and
soil

1. Share of treated
wells (%) 40.5* 60

--
Expected

2. Doctors per 1,000
people (persons)

2.1 2.5 --
Expected
Safety

3. Mine accidents reduction (%) -- -- (12)

Binding
4. Output growth (%)

-- --

>6, strive
for more

Expected
"""


def test_cells_over_several_lines_come_together() -> None:
    header, rows = rows_of_text(lines_of(TABLE))
    assert header.years == (2015, 2020)
    assert [(r.number, r.name, r.unit) for r in rows] == [
        (1, "Share of treated wells", "%"),
        (2, "Doctors per 1,000 people", "persons"),
        (3, "Mine accidents reduction", "%"),
        (4, "Output growth", "%"),
    ]
    assert [[v.text if v else None for v in r.values] for r in rows] == [
        ["40.5*", "60"],
        ["2.1", "2.5"],
        ["--", "--"],
        ["--", "--"],
    ]
    assert [r.change.text if r.change else None for r in rows] == ["--", "--", "(12)", ">6, strive for more"]


def test_categories_are_carried_down_until_the_next_one() -> None:
    _, rows = rows_of_text(lines_of(TABLE))
    assert [r.category for r in rows] == ["Water and soil", "Water and soil", "Safety", "Safety"]
    assert [r.attribute for r in rows] == ["Expected", "Expected", "Binding", "Expected"]


def test_every_cell_knows_its_place() -> None:
    _, rows = rows_of_text(lines_of(TABLE))
    for row in rows:
        for value in row.values:
            if value is not None:
                start, end = value.raw_span(0, len(value))
                assert TABLE[start:end] == value.text


def test_a_missing_cell_is_null() -> None:
    _, rows = rows_of_text(lines_of("Indicator 2015 2020 Attribute\n\n1. Road length (km) 12 15  Binding\n"))
    assert rows[0].change is None
    assert rows[0].attribute == "Binding"


def test_lines_without_numbers_give_no_rows() -> None:
    assert rows_of_text(lines_of("Some words\nand more words\n"))[1] == []
