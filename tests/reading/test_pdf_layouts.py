"""Reading order of PDF pages, each layout drawn in the test: columns, titles, notes, turned pages, two languages."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document
from extractors.errors import ReadError
from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import Footnote
from extractors.repair import repair
from extractors.source import Source

WIDTH, HEIGHT = A4
Item = tuple[float, float, str, str, float]  # x, top, text, font, size
LEFT = [
    "The province will build roads and bridges",
    "between all its counties by the end of the",
    "period and will keep the old ones in good",
    "repair. Villages of the mountain districts",
    "come first, and the towns on the rivers in",
    "the plain come after them in good order.",
]
RIGHT = [
    "Hospitals and schools are to be built where",
    "people live. Every county gets a hospital of",
    "its own and every township gets a clinic and",
    "a school with teachers who have learnt their",
    "trade. The costs are borne by the province",
    "and the counties in equal shares each year.",
]
CHINESE = [
    "全省将在规划期内建成连接各县的公路和桥梁，",
    "并维护好已有的道路，山区各乡镇优先安排，",
    "平原地区的城镇随后推进，所需资金由省和县",
    "按照相同的比例共同承担，逐年列入财政预算",
    "安排，确保按时完成各项建设任务和目标，让",
    "人民群众得到更多的实惠和便利，共享发展。",
]


def column(texts: Sequence[str], x: float, top: float, font: str = "Helvetica", size: float = 10) -> list[Item]:
    return [(x, top + 14 * n, text, font, size) for n, text in enumerate(texts)]


def made(path: Path, *pages: Sequence[Item], before: Callable[[Any], None] = lambda canvas: None) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in pages:
        before(canvas)
        for x, top, text, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(x, HEIGHT - top, text)
        canvas.showPage()
    canvas.save()
    return path


def texts(document: Document) -> list[str]:
    lines = (document.text[line.start : line.end].strip() for line in document.lines)
    return [line for line in lines if line]


TWO_COLUMNS = [*column(LEFT, 60, 100), *column(RIGHT, 320, 107)]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    assert texts(read(made(tmp_path / "a.pdf", TWO_COLUMNS))) == [*LEFT, *RIGHT]


def test_a_title_over_both_columns_parts_them(tmp_path: Path) -> None:
    title = "Second chapter: what is to be done for those who live far from the towns"
    page = [
        *TWO_COLUMNS,
        (60.0, 250.0, title, "Helvetica-Bold", 14.0),
        *column(list(reversed(LEFT)), 60, 290),
        *column(list(reversed(RIGHT)), 320, 290),
    ]
    assert texts(read(made(tmp_path / "a.pdf", page))) == [*LEFT, *RIGHT, title, *reversed(LEFT), *reversed(RIGHT)]


def test_one_column_may_follow_two(tmp_path: Path) -> None:
    wide = [" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True)]
    page = [*column(wide, 60, 60), *column(LEFT, 60, 180), *column(RIGHT, 320, 180), *column(wide, 60, 300)]
    assert texts(read(made(tmp_path / "a.pdf", page))) == [*wide, *LEFT, *RIGHT, *wide]


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    thirds = [[line[:26].strip() for line in part] for part in (LEFT, RIGHT, list(reversed(LEFT)))]
    page = [item for n, part in enumerate(thirds) for item in column(part, 50 + 175 * n, 100)]
    assert texts(read(made(tmp_path / "a.pdf", page))) == [line for part in thirds for line in part]


def test_facing_columns_of_two_languages_are_two_texts(tmp_path: Path) -> None:
    page = [*column(CHINESE, 60, 100, "STSong-Light"), *column(RIGHT, 320, 100)]
    assert texts(read(made(tmp_path / "a.pdf", page, page))) == [*CHINESE, *RIGHT] * 2


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_text_on_a_turned_page_is_read_as_it_stands(tmp_path: Path, degrees: int) -> None:
    path = made(tmp_path / "a.pdf", TWO_COLUMNS, before=lambda canvas: canvas.setPageRotation(degrees))
    document = read(path)
    assert texts(document) == [*LEFT, *RIGHT]
    # its place is that on the page as displayed
    boxes = document.regions(0, len(LEFT[0]))
    width = max(b.x1 for b in boxes) - min(b.x0 for b in boxes)
    height = max(b.bottom for b in boxes) - min(b.top for b in boxes)
    assert (width < height) == (degrees != 180)


def test_text_on_its_side_is_read_as_it_stands(tmp_path: Path) -> None:
    def turned(canvas: Any) -> None:
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        canvas.translate(0, WIDTH - HEIGHT)

    document = read(made(tmp_path / "a.pdf", TWO_COLUMNS, before=turned))
    assert texts(document) == [*LEFT, *RIGHT]
    boxes = document.regions(0, len(LEFT[0]))
    assert max(b.x1 for b in boxes) - min(b.x0 for b in boxes) < 12


def test_a_mark_at_the_side_does_not_part_the_text(tmp_path: Path) -> None:
    def mark(canvas: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 9)
        canvas.translate(30, 400)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Draft of the office")
        canvas.restoreState()

    pages = [column(part, 60, 100) for part in ([*LEFT, *RIGHT], ["One."], ["Two."], ["Three."])]
    document = read(made(tmp_path / "a.pdf", *pages, before=mark))
    assert texts(document)[:13] == ["Draft of the office", *LEFT, *RIGHT]
    lines, _ = repair(document, ("en",))
    assert {line.text.text for line in lines if line.role == "running_header"} == {"Draft of the office"}


def test_running_headers_and_page_numbers_are_told_by_recurrence(tmp_path: Path) -> None:
    pages = [
        [
            (60.0, 40.0, "Outline of the plan", "Helvetica", 9.0),
            *column(f"{'x' * n} begins the page.,{LEFT[0]},{RIGHT[0]},and here ends {'y' * n}.".split(","), 60, 100),
            (290.0, 800.0, f"— {n} —", "STSong-Light", 9.0),
        ]
        for n in range(1, 6)
    ]
    document = read(made(tmp_path / "a.pdf", *pages))
    roles = [line.role for line in repair(document, ("en",))[0] if line.text]
    assert roles == ["running_header", *["body"] * 4, "page_number"] * 5


def note(number: int, top: float, lines: Sequence[str]) -> list[Item]:
    first, *rest = column(lines, 66, top, size=8)
    return [(60.0, top - 3, str(number), "Helvetica", 5.0), first, *rest]


def marker(x: float, top: float, number: int) -> Item:
    return (x, top - 4, str(number), "Helvetica", 6.0)


NOTES = [
    ["The plain is the land below", "the second bend of the river."],
    ["Townships are the lowest level", "of government."],
    ["Equal shares are halves."],
]


def test_footnotes_are_found_by_their_raised_numbers(tmp_path: Path) -> None:
    bodies = [LEFT, RIGHT[:4], RIGHT[4:]]
    pages = [
        [
            *column(body, 60, 100),
            marker(60 + pdfmetrics.stringWidth(body[-1], "Helvetica", 10), 100 + 14 * (len(body) - 1), number),
            *note(number, 760, lines),
        ]
        for number, (body, lines) in enumerate(zip(bodies, NOTES, strict=True), 1)
    ]
    source = Source("plan", "Plan", "a.pdf", ("en",), "plan_outline", "official", "full", "none")
    rows = extract(read(made(tmp_path / "a.pdf", *pages)), source).rows["footnotes"]
    found = [(row.number, row.text, row.page) for row in rows if isinstance(row, Footnote)]
    assert found == [(str(n), " ".join(lines), n) for n, lines in enumerate(NOTES, 1)]
    assert all(row.marker_char_start is not None for row in rows if isinstance(row, Footnote))


@pytest.mark.parametrize("apart", [0, 3, 6])
def test_a_marker_may_stand_off_its_word(tmp_path: Path, apart: float) -> None:
    end = 60 + pdfmetrics.stringWidth(LEFT[-1], "Helvetica", 10)
    page = [*column(LEFT, 60, 100), marker(end + apart, 100 + 14 * (len(LEFT) - 1), 1), *note(1, 760, NOTES[0])]
    source = Source("plan", "Plan", "a.pdf", ("en",), "plan_outline", "official", "full", "none")
    document = read(made(tmp_path / "a.pdf", page))
    (row,) = (r for r in extract(document, source).rows["footnotes"] if isinstance(r, Footnote))
    assert (row.number, row.text) == ("1", " ".join(NOTES[0]))
    assert document.text[: row.marker_char_start].endswith(("order.", "order. "))


def test_a_footnote_goes_on_at_the_next_page_s_foot(tmp_path: Path) -> None:
    mark = marker(60 + pdfmetrics.stringWidth(LEFT[-1], "Helvetica", 10), 100 + 14 * (len(LEFT) - 1), 1)
    pages = [
        [*column(LEFT, 60, 100), mark, *note(1, 760, ["The plain is the land", "between the rivers and"])],
        [*column(RIGHT, 60, 100), *column(["the hills in the east."], 66, 760, size=8)],
    ]
    rows = extract(
        read(made(tmp_path / "a.pdf", *pages, before=lambda canvas: canvas.line(60, 105, 160, 105))),
        Source("plan", "Plan", "a.pdf", ("en",), "plan_outline", "official", "full", "none"),
    ).rows["footnotes"]
    assert [r.text for r in rows if isinstance(r, Footnote)] == [
        "The plain is the land between the rivers and the hills in the east."
    ]


def test_a_box_in_small_type_at_the_foot_is_no_note(tmp_path: Path) -> None:
    box = ["1. Water is saved in the plain and in the hills.", "2. Woods are kept on every slope of the north."]
    page = [*column([*LEFT, *RIGHT], 60, 100), *column(box, 66, 700, size=8)]
    framed = read(made(tmp_path / "a.pdf", page, before=lambda canvas: canvas.rect(60, HEIGHT - 725, 400, 40)))
    assert not any(line.at_foot for line in framed.lines)
    plain = read(made(tmp_path / "b.pdf", page))
    assert sum(line.at_foot for line in plain.lines) > 0


def test_a_raised_number_behind_a_year_stays_apart(tmp_path: Path) -> None:
    width = pdfmetrics.stringWidth("Built until 2025", "Helvetica", 10)
    page = [(60.0, 100.0, "Built until 2025", "Helvetica", 10.0), marker(60 + width, 100, 7)]
    assert texts(read(made(tmp_path / "a.pdf", page))) == ["Built until 2025 7"]


def test_hyphens_at_line_ends_are_kept(tmp_path: Path) -> None:
    document = read(made(tmp_path / "a.pdf", column(["The irriga-", "tion of fields"], 60, 100)))
    assert texts(document) == ["The irriga-", "tion of fields"]


def test_chinese_lines_have_no_blanks_and_numbers_have_their_own_place(tmp_path: Path) -> None:
    document = read(made(tmp_path / "a.pdf", column(["粮食产量达到1.4万亿斤"], 60, 100, "STSong-Light")))
    assert texts(document) == ["粮食产量达到1.4万亿斤"]
    at = document.text.index("1.4")
    (region,) = document.regions(at, at + 3)
    assert region.x0 == pytest.approx(120, abs=1)
    assert region.x1 - region.x0 < 20


@pytest.mark.parametrize("step", [12, 14])
def test_chinese_in_columns_from_right_to_left_is_read_down(tmp_path: Path, step: int) -> None:
    page = [
        (500.0 - 20 * n, 100.0 + step * m, character, "STSong-Light", 12.0)
        for n, line in enumerate(CHINESE)
        for m, character in enumerate(line)
    ]
    document = read(made(tmp_path / "a.pdf", page))
    assert texts(document) == CHINESE
    region = document.regions(0, 3)[0]
    assert (region.x0, region.x1) == (pytest.approx(500, abs=3), pytest.approx(512, abs=3))


def test_chinese_set_wide_is_read_across(tmp_path: Path) -> None:
    page = [
        (60.0 + 15 * m, 100.0 + 22 * n, character, "STSong-Light", 12.0)
        for n, line in enumerate(CHINESE)
        for m, character in enumerate(line)
    ]
    assert texts(read(made(tmp_path / "a.pdf", page))) == CHINESE


def test_text_outside_the_page_is_none_of_it(tmp_path: Path) -> None:
    page = [*column(LEFT, 60, 100), (60.0, -50.0, "Nobody sees this", "Helvetica", 10.0)]
    assert texts(read(made(tmp_path / "a.pdf", page))) == LEFT


def test_invisible_text_over_a_picture_is_read_and_told(tmp_path: Path) -> None:
    def scanned(canvas: Any) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("L", (30, 40), 200)), 0, 0, WIDTH, HEIGHT)
        text = canvas.beginText(60, 700)
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(3)
        text.textLines("\n".join(LEFT))
        canvas.drawText(text)

    document = read(made(tmp_path / "a.pdf", [], before=scanned))
    assert texts(document) == LEFT
    assert (document.pages[0].text_layer, document.pages[0].reasons) == ("suspect", ("hidden_text",))


def test_a_watermark_alone_on_pictures_is_no_text(tmp_path: Path) -> None:
    def scanned(canvas: Any) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("L", (30, 40), 200)), 0, 0, WIDTH, HEIGHT)

    marks = [(60.0, 400.0, "Scanned by the archive", "Helvetica", 20.0)]
    path = made(tmp_path / "b.pdf", marks, marks, before=scanned)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.outcome == "needs_ocr"


LAYOUTS = {
    "columns": TWO_COLUMNS,
    "chinese": [*column(CHINESE, 60, 100, "STSong-Light"), (60.0, 60.0, "第一章 总体要求", "STSong-Light", 16.0)],
    "notes": [*column(LEFT, 60, 100), marker(260, 170, 1), *note(1, 700, ["A note of", "two lines."])],
}


@pytest.mark.parametrize("name", sorted(LAYOUTS))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_the_order_of_drawing_does_not_matter(tmp_path: Path, name: str, seed: int) -> None:
    page = list(LAYOUTS[name])
    expected = read(made(tmp_path / "a.pdf", page))
    random.Random(seed).shuffle(page)  # noqa: S311 no secret
    shuffled = read(made(tmp_path / "b.pdf", page))
    assert shuffled.text == expected.text
    assert shuffled.glyphs == expected.glyphs


@pytest.mark.parametrize("name", sorted(LAYOUTS))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_stands_in_the_regions_of_a_quote_is_the_quote(tmp_path: Path, name: str, data: st.DataObject) -> None:
    import pypdfium2

    path = tmp_path / f"{name}.pdf"
    document = read(path if path.exists() else made(path, LAYOUTS[name]))
    words = [g for g in document.glyphs if not document.text[g.start].isspace()]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 12, len(words) - 1)))
    start, end = words[first].start, words[last].end
    page = pypdfium2.PdfDocument(path)[0].get_textpage()
    found = "".join(
        page.get_text_bounded(r.x0 - 0.5, HEIGHT - r.bottom - 0.5, r.x1 + 0.5, HEIGHT - r.top + 0.5)
        for r in document.regions(start, end)
    )
    assert "".join(document.text[start:end].split()) in "".join(found.split()).replace("\ufffe", "-")
