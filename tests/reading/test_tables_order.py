"""A law: in which order the objects of a page are drawn changes nothing of its tables and frames."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from drawn_tables import Sheet, edges, pages, spans, texts
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from extractors.reading.engine import PageContent
from extractors.reading.tables.finding import find_structures

T = TypeVar("T")


def drawn() -> Sheet:
    sheet = Sheet()
    sheet.prose(70)
    rows = [
        ["Area", "Indicator", "2020", "2025"],
        ["Nature", "Energy use", "5.5", "4.5"],
        ["", "Water use", "3.5", "2.5"],
    ]
    xs, ys = edges(60, 90, 200, 60, 60), edges(130, 20, 20, 20)
    sheet.text(60, 114, "Table 1. Levels")
    sheet.grid(xs, ys, [("h", 2, 0)])
    sheet.cells(xs, ys, rows)
    sheet.prose(220)
    more = [["Indicator", "Unit", "2020", "2025"], *([f"Label {k}", "tons", f"{k}.5", f"1{k}.0"] for k in range(4))]
    sheet.text(60, 284, "Table 2. Others")
    sheet.cells(xs, edges(300, *[16] * len(more)), more, figures_right=True)
    sheet.fill(50, 420, 540, 470)
    sheet.prose(425)
    return sheet


def facts(page: PageContent) -> list[object]:
    found = find_structures(page)
    tables = [(texts(t), spans(t), t.caption, t.header_rows, t.method, [round(v) for v in t.box]) for t in found.tables]
    return [*tables, *((f.kind, [round(v) for v in f.box]) for f in found.frames)]


class Drawn:
    """A page that does not print itself when a test fails."""

    def __init__(self, page: PageContent) -> None:
        self.page = page


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    return Drawn(pages(tmp_path_factory.mktemp("order"), drawn())[0])


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None, phases=[Phase.generate])
def test_order_of_drawing_does_not_matter(page: Drawn, seed: int) -> None:
    chance, content = random.Random(seed), page.page  # noqa: S311 no secret
    mixed = replace(content, chars=shuffled(content.chars, chance), rules=shuffled(content.rules, chance))
    assert facts(mixed) == facts(content)
    assert len(facts(content)) == 3


def shuffled(items: list[T], chance: random.Random) -> list[T]:
    out = list(items)
    chance.shuffle(out)
    return out


@pytest.mark.parametrize("seed", range(3))
def test_order_of_drawing_in_the_file_does_not_matter(tmp_path: Path, page: Drawn, seed: int) -> None:
    sheet = drawn()
    order = list(range(len(sheet.drawn)))
    random.Random(seed).shuffle(order)  # noqa: S311 no secret
    (other,) = pages(tmp_path, sheet, order=order)
    assert facts(other) == facts(page.page)
