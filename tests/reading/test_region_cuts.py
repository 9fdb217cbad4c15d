"""Places of numbers in a PDF: what stands in the rectangle is the number, and little else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document, Glyphs, Region
from extractors.reading import read

CHINESE = (
    "到2030年全省灌溉面积达到0.6亿亩。实施东部沟渠整治工程，改造泵站约三百二十座",
    "新修堤防1,250.5公里，占规划的83%以上，受益人口四千万人，比上年增长一倍多",
    "其中山区占十分之三，每亩节水12立方米，投资超过4.5亿元（含2成配套资金）",
)
ENGLISH = (
    "By 2030 (not 2035), pumps will cover 1,250.5km of dykes, or 83% of the plan.",
    "Costs of US$4.5bn were met in 2021-2025; rivers fell by 12.5m3/s (-3.4%).",
)
NUMBERS = re.compile(r"\d[\d,.]*(?<=\d)%?(?: ?[亿万]?[\u4e00-\u9fff])?|[一二三四五六七八九十百千万]{1,4}")


def made(path: Path, lines: tuple[str, ...], font: str, size: float) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont(font, size)
    for at, text in enumerate(lines):
        canvas.drawString(60, 700 - 3 * size * at, text)
    canvas.save()
    return path


def edges(path: Path, number: str) -> list[tuple[float, float]]:
    """Left and right of each place where pdfium finds some text."""
    page = pypdfium2.PdfDocument(path)[0].get_textpage()
    whole = page.get_text_range()
    found = []
    for match in re.finditer(re.escape(number), whole):
        boxes = [page.get_charbox(i, loose=True) for i in range(match.start(), match.end())]
        found.append((min(b[0] for b in boxes), max(b[2] for b in boxes)))
    return found


@pytest.mark.parametrize(("lines", "font"), [(CHINESE, "STSong-Light"), (ENGLISH, "Times-Roman")])
def test_the_place_of_a_number_is_its_own(tmp_path: Path, lines: tuple[str, ...], font: str) -> None:
    path = made(tmp_path / "a.pdf", lines, font, 11)
    document = read(path, "pdfium")
    matches = list(NUMBERS.finditer(document.text))
    assert len(matches) >= 10
    for match in matches:
        (region,) = document.regions(*match.span())
        printed = edges(path, match[0])
        off = min(max(abs(region.x0 - x0), abs(region.x1 - x1)) for x0, x1 in printed)
        assert off <= 11 * 0.25, match[0]


def test_a_span_within_a_run_has_its_share_of_the_box() -> None:
    run = Glyphs(10, 18, Region(1, 100, 50, 180, 60))
    assert run.part(12, 14) == Region(1, 120, 50, 140, 60)
    assert run.part(0, 11) == Region(1, 100, 50, 110, 60)
    assert run.part(5, 30) == run.region


def test_a_run_that_is_turned_is_not_cut() -> None:
    run = Glyphs(0, 4, Region(1, 100, 50, 110, 90))
    assert run.part(1, 2) == run.region


def test_the_first_and_last_runs_of_a_span_are_cut() -> None:
    runs = (Glyphs(0, 4, Region(1, 0, 0, 40, 10)), Glyphs(4, 8, Region(1, 40, 0, 80, 10)))
    document = Document("一二三四五六七八\n", (), (), "test", "application/pdf", glyphs=runs)
    assert document.regions(3, 6) == (Region(1, 30, 0, 60, 10),)
    assert document.regions(4, 8) == (Region(1, 40, 0, 80, 10),)


def test_regions_look_at_their_own_runs_only() -> None:
    """Looking a place up at the document's start costs what one at its end does."""

    class Counted(tuple[Glyphs, ...]):
        copied = 0

        def __getitem__(self, key: Any) -> Any:
            found = super().__getitem__(key)
            Counted.copied += len(found) if isinstance(key, slice) else 1
            return found

    runs = Counted(Glyphs(i, i + 1, Region(1, i, 0, i + 1, 10)) for i in range(1000))
    document = Document("x" * 1000, (), (), "test", "application/pdf", glyphs=runs)
    assert len(document.regions(3, 5)) == 1
    assert Counted.copied < 10
