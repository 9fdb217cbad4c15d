"""Main-indicator tables drawn at random: every field, and every place read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn_indicators import draw
from indicator_designs import FIELDS, Design, design, expected

from extractors.document import Document, Region
from extractors.pipeline import Extraction, extract
from extractors.reading import read
from extractors.records import Indicator, NumericTarget, TableCell, TableRow
from extractors.source import Source

SEEDS = range(3000, 3036)


def made(d: Design, path: Path) -> tuple[list[int], Document, Extraction]:
    pages = draw(d, path)
    document = read(path)
    language, years = d.wording.code, d.years
    source = Source(
        "plan", "Plan", path.name, (language,), "five-year-plan", "official", "unknown", "unknown",
        period_start=years[0] + 1, period_end=years[1],
    )  # fmt: skip
    return pages, document, extract(document, source)


def read_back(document: Document, regions: tuple[Region, ...]) -> str:
    """What is printed in the regions, without white."""
    texts = [
        document.text[g.start : g.end]
        for g in document.glyphs
        if any(
            r.page == g.region.page
            and r.x0 - 0.1 <= (g.region.x0 + g.region.x1) / 2 <= r.x1 + 0.1
            and r.top - 0.1 <= (g.region.top + g.region.bottom) / 2 <= r.bottom + 0.1
            for r in regions
        )
    ]
    return "".join("".join(texts).split())


@pytest.mark.parametrize("seed", SEEDS)
def test_every_field_of_every_row_is_read_and_found_again_in_its_place(tmp_path: Path, seed: int) -> None:
    d = design(seed)
    pages, document, extraction = made(d, tmp_path / "plan.pdf")
    rows = [r for r in extraction.rows["indicators"] if isinstance(r, Indicator)]
    assert [tuple(getattr(r, field) for field in FIELDS) for r in rows] == expected(d)
    assert [r.page for r in rows] == pages
    for row in rows:
        printed = read_back(document, row.regions)
        for text in (row.indicator, row.base_value_text, row.target_text, row.change_text):
            assert "".join((text or "").split())[:6] in printed


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_of_the_target_columns_is_a_target_in_its_place(tmp_path: Path, seed: int) -> None:
    d = design(seed)
    _, document, extraction = made(d, tmp_path / "plan.pdf")
    rows = [r for r in extraction.rows["indicators"] if isinstance(r, Indicator)]
    targets = [t for t in extraction.rows["numeric_targets"] if isinstance(t, NumericTarget) and t.element == "table"]
    numbers = []
    for r in rows:
        if r.target_value is not None:
            numbers.append((r.indicator, r.target_value, "level", r.target_year, r.bindingness))
        if r.change_value is not None:
            numbers.append((r.indicator, r.change_value, r.change_period, d.years[1], r.bindingness))
    assert [(t.indicator, t.value, t.change_period, t.target_year, t.bindingness) for t in targets] == numbers
    for target in targets:
        assert document.text[target.number_char_start : target.number_char_end] == target.number_text
        assert "".join(target.number_text.split()) in read_back(document, target.regions)


@pytest.mark.parametrize("seed", [s for s in SEEDS if design(s).lines in ("grid", "open sides")])
def test_a_table_with_lines_is_published_as_printed(tmp_path: Path, seed: int) -> None:
    d = design(seed)
    pages, document, extraction = made(d, tmp_path / "plan.pdf")
    (table,) = (t for t in extraction.rows["tables"] if isinstance(t, TableRow))
    cells = [c for c in extraction.rows["table_cells"] if isinstance(c, TableCell)]
    assert {r.table_id for r in extraction.rows["indicators"] if isinstance(r, Indicator)} == {table.table_id}
    assert (table.header_rows, table.page, table.page_end) == (d.head_rows, min(pages), max(pages))
    assert {r.page for r in table.regions} == set(pages)
    assert all(c.is_header for c in cells if c.row < d.head_rows)
    for cell in cells:
        assert cell.page == cell.regions[0].page
        assert read_back(document, cell.regions) == "".join(cell.text.split())
    printed = ["".join(c.text.split()) for c in cells if not c.is_header]
    for row in d.rows:
        assert any("".join(row.item.name.split()) in text for text in printed)
    if d.categories == "middle" and not d.split and len(set(pages)) == 1:
        names = [r.category for r in d.rows]
        spans = {c.text: c.row_span for c in cells if c.column == 0 and not c.is_header and c.column_span == 1}
        assert {"".join(k.split()): v for k, v in spans.items()} == {
            "".join((n or "").split()): names.count(n) for n in names
        }


def test_a_table_without_lines_is_the_readers_or_says_that_it_is_a_reading(tmp_path: Path) -> None:
    for seed in (s for s in SEEDS if design(s).lines == "none"):
        _, document, extraction = made(design(seed), tmp_path / "plan.pdf")
        for table in (t for t in extraction.rows["tables"] if isinstance(t, TableRow)):
            seen = sum(p.rows for p in document.tables)
            assert (table.method, table.rows) == ("aligned", seen) or (table.method, table.header_rows) == (
                "rows-by-place",
                0,
            )


def test_a_table_under_a_title_without_a_number_is_read_and_its_rows_are_no_prose(tmp_path: Path) -> None:
    d = replace(design(3003), labelled="", split=None, framed=False, lines="grid", attribute=True)
    _, _, extraction = made(d, tmp_path / "plan.pdf")
    rows = [r for r in extraction.rows["indicators"] if isinstance(r, Indicator)]
    assert [tuple(getattr(r, field) for field in FIELDS) for r in rows] == expected(d)
    targets = [t for t in extraction.rows["numeric_targets"] if isinstance(t, NumericTarget)]
    assert {t.element for t in targets} == {"table"}
