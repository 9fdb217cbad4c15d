"""Main-indicator tables of PDFs, made in the test, in the layouts that plans print them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import Indicator
from extractors.source import Source

WIDTH, HEIGHT, ROW, HEAD = 600.0, 800.0, 24.0, 30.0
XS = (50.0, 120.0, 310.0, 365.0, 420.0, 495.0, 555.0)
SPANNED_XS = (50.0, 290.0, 350.0, 410.0, 490.0, 555.0)


@dataclass(frozen=True)
class Language:
    code: str
    font: str
    prose: str
    title: str
    head: tuple[str, ...]
    level: str
    categories: tuple[str, ...]
    rows: tuple[tuple[int, str, str, str, str, str], ...]
    note: str


ZH = Language(
    "zh",
    "STSong-Light",
    "经济社会发展取得新的成效，人民生活水平进一步提高。",
    "专栏1 “{}五”时期经济社会发展主要指标",
    ("类别", "指标", "{}年", "{}年", "年均/累计", "属性"),
    "规划目标",
    ("经济发展", "创新驱动", "绿色生态"),
    (
        (0, "国内生产总值增长（%）", "6.8", "6.6", ">6.5", "预期性"),
        (0, "常住人口城镇化率（%）", "56.1", "60", "[3.9]", "预期性"),
        (1, "研发经费投入强度（%）", "2.1", "2.5", "[0.4]", "预期性"),
        (1, "发明专利拥有量（件）", "6.3", "12", "[5.7]", "预期性"),
        (2, "耕地保有量（亩）", "18.65", "18.65", "[0]", "约束性"),
        (2, "森林覆盖率（%）", "21.66", "23.04", "[1.38]", "约束性"),
    ),
    "注：[]内为五年累计数。",
)
EN = Language(
    "en",
    "Helvetica",
    "Work goes on in stages in all of the regions, and the people will live better.",
    "Box 1 Main indicators of economic and social development in the {} period",
    ("Category", "Indicator", "{}", "{}", "Annual average\n/cumulative", "Attribute"),
    "Level",
    ("Economy", "Innovation", "Environment"),
    (
        (0, "GDP growth (%)", "6.8", "6.6", ">6.5", "Anticipatory"),
        (0, "Urbanization rate (%)", "56.1", "60", "[3.9]", "Anticipatory"),
        (1, "R&D spending as a share of GDP (%)", "2.1", "2.5", "[0.4]", "Anticipatory"),
        (1, "Invention patents (patents)", "6.3", "12", "[5.7]", "Anticipatory"),
        (2, "Farmland (mu)", "18.65", "18.65", "[0]", "Binding"),
        (2, "Forest coverage (%)", "21.66", "23.04", "[1.38]", "Binding"),
    ),
    "Note: figures in [ ] are cumulative over five years.",
)


class Drawing:
    """A PDF that is drawn from its top; places count from the top left."""

    def __init__(self, path: Path, language: Language, years: tuple[int, int]) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.language, self.years, self.top = language, years, 60.0
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
        number = (years[1] - 1950) // 5 - 1
        name = "十三" if language is ZH else f"{number}th Five-Year Plan"
        self.head = [h.format(years[at - 2]) if at in (2, 3) else h for at, h in enumerate(language.head)]
        self.title = language.title.format(name)

    def text(self, x: float, top: float, text: str) -> None:
        self.canvas.setFont(self.language.font, 10)
        for at, line in enumerate(text.splitlines()):
            self.canvas.drawString(x, HEIGHT - top - 8 - 12 * at, line)

    def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
        self.canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)

    def prose(self) -> None:
        self.text(50, self.top, self.language.prose)
        self.top += 30

    def cells(self, xs: tuple[float, ...], texts: list[str], height: float) -> None:
        for x, text in zip(xs, texts, strict=False):
            self.text(x + 3, self.top + 4, text)
        self.top += height


def rules(d: Drawing, xs: tuple[float, ...], ys: list[float]) -> None:
    for y in ys:
        d.line(xs[0], y, xs[-1], y)


def merged(d: Drawing, lines: str) -> None:
    """Categories in the middle of their rows; lines all around the cells, across only, or none."""
    ys = [d.top]
    d.cells(XS, d.head, HEAD)
    for _, *texts in d.language.rows:
        ys.append(d.top)
        d.cells(XS, ["", *texts], ROW)
    ys.append(d.top)
    for number, category in enumerate(d.language.categories):
        d.text(XS[0] + 3, ys[2 + 2 * number] - 5, category)
    if lines == "ruled":
        for at, y in enumerate(ys):
            d.line(XS[0] if at % 2 or at == 0 else XS[1], y, XS[-1], y)
        for x in XS:
            d.line(x, ys[0], x, ys[-1])
    elif lines == "across":
        rules(d, XS, [ys[0], ys[1], ys[-1]])


def spanning(d: Drawing) -> None:
    """A category is a row of its own over all columns."""
    ys = [d.top]
    d.cells(SPANNED_XS, d.head[1:], HEAD)
    for at, (category, *texts) in enumerate(d.language.rows):
        if at % 2 == 0:
            ys.append(d.top)
            d.cells(SPANNED_XS, [d.language.categories[category]], ROW)
        ys.append(d.top)
        d.cells(SPANNED_XS, texts, ROW)
    ys.append(d.top)
    rules(d, SPANNED_XS, ys)


def two_header_rows(d: Drawing) -> None:
    """The years stand below a head over both, in a second row of the header."""
    ys = [d.top]
    d.cells(XS, [d.head[0], d.head[1], d.language.level, "", d.head[4], d.head[5]], 20)
    d.line(XS[2], d.top, XS[4], d.top)
    d.cells(XS, ["", "", d.head[2], d.head[3]], 20)
    ys.append(d.top)
    for at, (category, *texts) in enumerate(d.language.rows):
        d.cells(XS, ["" if at % 2 else d.language.categories[category], *texts], ROW)
    rules(d, XS, [*ys, d.top])


def split(d: Drawing, lines: str) -> None:
    """The table goes on on the next page, below the same header."""
    for part in (d.language.rows[:4], d.language.rows[4:]):
        ys = [d.top]
        d.cells(XS, d.head, HEAD)
        for at, (category, *texts) in enumerate(part):
            ys.append(d.top)
            d.cells(XS, ["" if at % 2 else d.language.categories[category], *texts], ROW)
        if lines == "ruled":
            rules(d, XS, [*ys, d.top])
            for x in XS:
                d.line(x, ys[0], x, d.top)
        else:
            rules(d, XS, [ys[0], ys[1], d.top])
        if len(part) == 4:
            d.canvas.showPage()
            d.top = 60


def indicators(
    tmp_path: Path, language: Language, draw: Callable[[Drawing], None], years: tuple[int, int]
) -> list[Indicator]:
    path = tmp_path / "plan.pdf"
    drawing = Drawing(path, language, years)
    drawing.prose()
    drawing.text(50, drawing.top, drawing.title)
    drawing.top += 20
    draw(drawing)
    drawing.text(50, drawing.top + 8, language.note)
    drawing.top += 40
    drawing.prose()
    drawing.canvas.save()
    source = Source(
        "plan",
        "Plan",
        "plan.pdf",
        (language.code,),
        "five-year-plan",
        "official",
        "unknown",
        "unknown",
        period_start=years[0] + 1,
        period_end=years[1],
    )
    return [row for row in extract(read(path), source).rows["indicators"] if isinstance(row, Indicator)]


def expected(language: Language, years: tuple[int, int]) -> list[tuple[object, ...]]:
    return [
        (
            language.categories[category],
            name.split("（")[0].split(" (")[0],
            years[0],
            float(base),
            years[1],
            float(target),
            float(change.strip("[]>")),
            "cumulative" if "[" in change else "annual",
            "binding" if attribute in ("Binding", "约束性") else "anticipated",
        )
        for category, name, base, target, change, attribute in language.rows
    ]


LAYOUTS: dict[str, Callable[[Drawing], None]] = {
    "all lines": lambda d: merged(d, "ruled"),
    "lines across": lambda d: merged(d, "across"),
    "no lines": lambda d: merged(d, "none"),
    "category rows": spanning,
    "two header rows": two_header_rows,
    "split": lambda d: split(d, "ruled"),
    "split, lines across": lambda d: split(d, "across"),
}


@pytest.mark.parametrize("years", [(2015, 2020), (2025, 2030)], ids=["to 2020", "to 2030"])
@pytest.mark.parametrize("language", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_row_is_read_whole_in_every_layout(
    tmp_path: Path, layout: str, language: Language, years: tuple[int, int]
) -> None:
    found = [
        (
            x.category,
            x.indicator,
            x.base_year,
            x.base_value,
            x.target_year,
            x.target_value,
            x.change_value,
            x.change_period,
            x.bindingness,
        )
        for x in indicators(tmp_path, language, LAYOUTS[layout], years)
    ]
    assert found == expected(language, years)
