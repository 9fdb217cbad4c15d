"""PDF files, made in the test: reading order, places, tables, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document
from extractors.errors import ReadError
from extractors.reading import read
from extractors.reading.engine import Choice, PageError

Draw = Callable[[Any], None]
PARAGRAPH = ["Forest cover will be raised to 24.1 percent,", "and grain output will stay above", "650 million tons."]


def pdf(tmp_path: Path, *pages: Draw, **options: Any) -> Path:
    path = tmp_path / "plan.pdf"
    canvas = Canvas(str(path), pagesize=(400, 500), invariant=1, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines_at(x: float, top: float, texts: list[str], leading: float = 14) -> Draw:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", 10)
        for number, text in enumerate(texts):
            canvas.drawString(x, 500 - top - leading * number, text)

    return draw


def texts(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def test_lines_come_in_order_with_a_blank_line_between_paragraphs(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(50, 150, ["The second paragraph", "has two lines."])(canvas)
        lines_at(50, 50, PARAGRAPH)(canvas)

    assert texts(read(pdf(tmp_path, draw))) == [*PARAGRAPH, "", "The second paragraph", "has two lines."]


def test_an_indent_is_written_as_blanks(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(50, 50, PARAGRAPH)(canvas)
        lines_at(70, 92, ["An indented line"])(canvas)

    assert texts(read(pdf(tmp_path, draw)))[-1] == "    An indented line"


def test_pages_tile_the_text_and_know_their_size(tmp_path: Path) -> None:
    document = read(pdf(tmp_path, lines_at(50, 50, ["one"]), lambda canvas: None, lines_at(50, 50, ["three"])))
    assert document.text == "one\n\f\fthree\n"
    assert [(p.start, p.end) for p in document.pages] == [(0, 5), (5, 6), (6, 12)]
    assert (document.pages[0].width, document.pages[0].height) == (400, 500)
    assert [p.text_layer for p in document.pages] == ["good", "none", "good"]
    assert document.outcome == "read"


def test_regions_say_where_a_word_is_printed(tmp_path: Path) -> None:
    document = read(pdf(tmp_path, lines_at(50, 50, PARAGRAPH)))
    at = document.text.index("650")
    (region,) = document.regions(at, at + 3)
    assert region.page == 1
    assert region.x0 == pytest.approx(50, abs=0.1)
    assert region.top < 500 - (500 - 50 - 28) < region.bottom


@pytest.mark.parametrize(
    ("rotation", "size", "place"),
    [
        (0, (350, 460), (100 - 20, 500 - 300 - 10)),
        (90, (460, 350), (300 - 30, 100 - 20)),
        (180, (350, 460), (370 - 100, 300 - 30)),
        (270, (460, 350), (490 - 300, 370 - 100)),
    ],
)
def test_places_count_from_the_crop_box_of_a_turned_page(
    tmp_path: Path, rotation: int, size: tuple[int, int], place: tuple[int, int]
) -> None:
    """A dot at (100, 300) from the bottom left, on pages cut by 20, 30, 30 and 10 points and turned clockwise."""
    path = pdf(tmp_path, lambda canvas: (canvas.setFont("Helvetica", 10), canvas.drawString(100, 300, ".")))
    box = "/MediaBox [ 0 0 400 500 ]"
    data = path.read_bytes().replace(box.encode(), f"{box} /CropBox [ 20 30 370 490 ]".encode())
    path.write_bytes(data.replace(b"/Rotate 0", f"/Rotate {rotation}".encode()))
    document = read(path)
    assert (document.pages[0].width, document.pages[0].height) == size
    (region,) = document.regions(0, 1)
    assert ((region.x0 + region.x1) / 2, (region.top + region.bottom) / 2) == pytest.approx(place, abs=8)


def test_chinese_is_written_without_blanks(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def draw(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 12)
        for place, character in enumerate("森林覆盖率提高"):
            canvas.drawString(50 + 14 * place, 400, character)
        canvas.drawString(50, 380, "第一章")
        canvas.drawString(98, 380, "主要目标")

    assert texts(read(pdf(tmp_path, draw))) == ["森林覆盖率提高", "第一章 主要目标"]


def test_a_raised_digit_stays_at_its_word(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(50, 50, ["a target", "a target for 2025", "another line"])(canvas)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(50 + canvas.stringWidth("a target", "Helvetica", 10), 454, "3")
        canvas.drawString(50 + canvas.stringWidth("a target for 2025", "Helvetica", 10), 440, "4")

    assert texts(read(pdf(tmp_path, draw))) == ["a target3", "a target for 2025 4", "another line"]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line {n} of text" for n in range(8)]
    right = [f"right column line {n} of text" for n in range(8)]

    def draw(canvas: Any) -> None:
        lines_at(40, 40, ["A heading that runs over both of the columns of this page, to its end"])(canvas)
        lines_at(40, 70, left)(canvas)
        lines_at(220, 70, right)(canvas)

    found = [t for t in texts(read(pdf(tmp_path, draw))) if t]
    assert found[1:] == left + right


def ruled(canvas: Any) -> None:
    lines_at(50, 40, ["Text above the table"])(canvas)
    xs, ys = (50, 110, 250, 320), (400, 380, 350, 330)
    canvas.setFont("Helvetica", 8)
    for y in (ys[0], ys[1], ys[3]):
        canvas.line(xs[0], y, xs[-1], y)
    canvas.line(xs[1], ys[2], xs[-1], ys[2])
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for x, y, text in [
        (52, 386, "Category"), (112, 386, "Indicator"), (252, 386, "2025"),
        (52, 366, "Ecology"), (112, 366, "Forest cover of the"), (112, 355, "whole country (%)"), (252, 366, "24.1"),
        (112, 338, "Good air days (%)"), (252, 338, "87.5"),
    ]:  # fmt: skip
        canvas.drawString(x, y, text)


def test_a_ruled_table_has_cells_with_spans_and_places(tmp_path: Path) -> None:
    document = read(pdf(tmp_path, ruled))
    (table,) = document.tables
    assert (table.rows, table.columns, table.page) == (3, 3, 1)
    by_place = {(c.row, c.column): c for c in table.cells}
    assert (by_place[1, 0].text, by_place[1, 0].row_span) == ("Ecology", 2)
    cell = by_place[1, 1]
    assert document.text[cell.start : cell.end] == cell.text == "Forest cover of the whole country (%)"
    assert cell.region is not None
    assert (cell.region.x0, cell.region.top) == pytest.approx((110, 120), abs=0.6)


def test_a_table_row_is_one_line_with_tabs(tmp_path: Path) -> None:
    assert texts(read(pdf(tmp_path, ruled)))[2:] == [
        "Category\tIndicator\t2025",
        "Ecology\tForest cover of the whole country (%)\t24.1",
        "Good air days (%)\t87.5",
    ]


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.rect(40, 400, 300, 80)
        lines_at(50, 50, PARAGRAPH)(canvas)

    assert read(pdf(tmp_path, draw)).tables == ()


def image(canvas: Any) -> None:
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (20, 20), 128)), 50, 50, 300, 400)


def test_pages_of_images_need_text_recognition(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(pdf(tmp_path, image, image))
    assert caught.value.outcome == "needs_ocr"


def test_one_page_of_images_is_named(tmp_path: Path) -> None:
    document = read(pdf(tmp_path, lines_at(50, 50, PARAGRAPH), image))
    assert document.outcome == "partly_read"
    assert document.outcome_message == "hold images and no text: page 2"


def test_blank_pages_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(pdf(tmp_path, lambda canvas: None))
    assert caught.value.outcome == "no_text"


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    path = pdf(tmp_path, lines_at(50, 50, PARAGRAPH), encrypt=StandardEncryption("secret"))
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.outcome == "password_required"


def test_an_empty_password_opens(tmp_path: Path) -> None:
    path = pdf(tmp_path, lines_at(50, 50, PARAGRAPH), encrypt=StandardEncryption("", ownerPassword="o", canCopy=0))
    assert "650 million" in read(path).text


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    path = pdf(tmp_path, lines_at(50, 50, PARAGRAPH))
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.outcome == "damaged"
    assert caught.value.remedy


@pytest.mark.parametrize("engine", ["pdfium", "oxide", "pdfplumber"])
def test_every_engine_gives_the_same_text_and_places(tmp_path: Path, engine: Choice) -> None:
    path = pdf(tmp_path, lines_at(50, 50, PARAGRAPH), lines_at(70, 92, ["Another page"]))
    best, other = read(path), read(path, engine)
    assert (other.reader, other.text) == (engine, best.text)
    assert [(g.start, g.end) for g in other.glyphs] == [(g.start, g.end) for g in best.glyphs]
    for a, b in zip(other.glyphs, best.glyphs, strict=True):
        assert (a.region.x0, a.region.x1) == pytest.approx((b.region.x0, b.region.x1), abs=0.5)
        assert (a.region.top, a.region.bottom) == pytest.approx((b.region.top, b.region.bottom), abs=2)


def test_a_page_that_fails_is_skipped_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractors.reading.engine_pdfium import PdfiumFile

    original = PdfiumFile.page

    def failing(self: PdfiumFile, number: int) -> Any:
        if number == 2:
            raise PageError("broken")
        return original(self, number)

    monkeypatch.setattr(PdfiumFile, "page", failing)
    document = read(pdf(tmp_path, *[lines_at(50, 50, PARAGRAPH)] * 3))
    assert document.outcome == "read"  # the next engine reads it
    document = read(tmp_path / "plan.pdf", "pdfium")
    assert document.outcome == "partly_read"
    assert document.outcome_message == "could not be read: page 2"
    assert [p.text_layer for p in document.pages] == ["good", "none", "good"]
