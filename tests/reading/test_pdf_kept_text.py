"""What stands at pages' heads and feet and is text: no rule for running headers and page numbers may take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.reading import read
from extractors.repair import repair

WIDTH, HEIGHT = 420, 595
SENTENCES = [
    "The province will build roads and bridges between all its",
    "counties and will keep the old ones in good repair, and the",
    "villages of the mountain districts come first of all of them.",
    "Hospitals and schools are to be built where people live, and",
    "every county gets a hospital of its own within the period.",
]
Item = tuple[float, float, str, float]  # x, top, text, size


def body(number: int) -> list[Item]:
    lines = [
        f"{'abcdefghij'[number] * 3} opens this page of the text.",
        *SENTENCES,
        f"It nears its end {'klmnopqrst'[number] * 3} and then",
        f"it ends {'uvwxyzabcd'[number] * 3}.",
    ]
    return [(60, 140 + 14 * n, line, 10) for n, line in enumerate(lines)]


def roles(path: Path, pages: Sequence[Sequence[Item]], before: Callable[[Any], None] | None = None) -> dict[str, str]:
    """The role of each line as the file is read; every word that is drawn is in a line or among what was left out."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    for page in pages:
        if before:
            before(canvas)
        for x, top, text, size in page:
            canvas.setFont("Helvetica" if text.isascii() else "STSong-Light", size)
            canvas.drawString(x, HEIGHT - top, text)
        canvas.showPage()
    canvas.save()
    document = read(path)
    lines, changes = repair(document, ("en", "zh"))
    left_out = [line.text.text for line in lines if line.role not in ("body", "blank")]
    recorded = [c.raw for c in changes if c.kind in ("running_header", "page_number_line")]
    assert recorded == left_out
    kept = "".join("".join(line.text.text for line in lines).split())
    drawn = sum(len("".join(text.split())) for page in pages for _, _, text, _ in page)
    assert len(kept) == drawn
    return {line.text.text: line.role for line in lines if line.text}


def heads(path: Path, texts: Sequence[str], size: float = 10) -> list[str]:
    """The roles of lines that stand alone at the tops of pages of text."""
    found = roles(path, [[(60, 60, text, size), *body(n)] for n, text in enumerate(texts)])
    return [found[text] for text in texts]


@pytest.mark.parametrize(
    ("texts", "size"),
    [
        (["专栏2", "专栏3", "专栏4"], 10),
        (["Table 4", "Table 5", "Table 6", "Table 7"], 9),
        (["Goal 1", "Goal 2", "Goal 3"], 14),
        (["2026", "2027", "2028"], 14),
        (["4", "8", "1", "9"], 24),
        (["I", "II", "III"], 24),
        (["Part 1: Roads", "Part 2: Bridges", "Part 3: Harbours"], 16),
        (["Water for all", "Safe roads", "Clean air", "Good schools"], 8),
        (["Forests: 24 percent", "Forests: 25 percent", "Forests: 29 percent"], 10),
        (["• Build 12 dams", "• Build 15 dams", "• Build 20 dams"], 10),
        (["1. Roads", "2. Roads", "3. Roads"], 10),
        (["建设12座水库。", "建设15座水库。", "建设20座水库。"], 10),
        (["A short paragraph ends here.", "Another one does so too.", "The third is the last one."], 8),
    ],
)
def test_lines_alone_at_page_tops_that_differ_are_text(tmp_path: Path, texts: list[str], size: float) -> None:
    assert set(heads(tmp_path / "a.pdf", texts, size)) == {"body"}


@pytest.mark.parametrize(
    "text", ["The same short sentence twice.", "• The same item", "(二) 同样的内容", "Table 4 (continued)"]
)
def test_what_the_text_may_say_twice_is_text(tmp_path: Path, text: str) -> None:
    texts = [text, "Another", text, "A third", "The last"]
    assert heads(tmp_path / "a.pdf", texts)[0] == "body"


@pytest.mark.parametrize(
    "texts",
    [
        ["Plan of the province"] * 4,
        ["Outline, page 7", "Outline, page 8", "Outline, page 9"],
        ["12 Plan of the province", "13 Plan of the province", "14 Plan of the province"],
        ["Page 3", "Page 4", "Page 5"],
        ["某省规划纲要"] * 3,
        ["For official use only."] * 4,
    ],
)
def test_headers_that_recur_or_keep_step_with_the_pages_are_left_out(tmp_path: Path, texts: list[str]) -> None:
    assert set(heads(tmp_path / "a.pdf", texts, 8)) <= {"running_header", "page_number"}


def test_the_first_lines_of_boxes_in_small_type_are_text(tmp_path: Path) -> None:
    opening = ["Water is to be saved in the plain", "Farms of the hills keep their woods", "Towns share what they have"]
    pages = [
        [(70, 60, text, 8), (70, 71, "and what that takes is told here", 8), *body(n)] for n, text in enumerate(opening)
    ]

    def frame(canvas: Any) -> None:
        canvas.rect(60, HEIGHT - 78, 300, 30)

    found = roles(tmp_path / "a.pdf", pages, frame)
    assert set(found.values()) == {"body"}
    assert set(opening) <= set(found)


def test_foots_that_differ_are_text(tmp_path: Path) -> None:
    texts = ["Source: the office of water", "Source: the office of land", "Source: the office of roads"]
    found = roles(tmp_path / "a.pdf", [[*body(n), (60, 540, text, 8)] for n, text in enumerate(texts)])
    assert {found[text] for text in texts} == {"body"}
