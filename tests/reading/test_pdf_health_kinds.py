"""Pages whose text layer is not what a reader sees, each kind drawn in the test and told in the page's reasons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document
from extractors.errors import ReadError
from extractors.reading import read

SIZE = (400, 500)
SENTENCE = "The province will build roads and bridges between its counties."
Draw = Callable[[Any], None]


def made(path: Path, *pages: Draw) -> Document:
    canvas = Canvas(str(path), pagesize=SIZE, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read(path)


def seen(canvas: Any) -> None:
    for line in range(4):
        canvas.drawString(50, 400 - 14 * line, SENTENCE)


def picture(canvas: Any) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (30, 40), 200)), 0, 0, *SIZE)


def invisible(canvas: Any) -> None:
    text = canvas.beginText(50, 300)
    text.setTextRenderMode(3)
    text.textLine("Roads grow to 999 km.")
    text.setTextRenderMode(0)
    canvas.drawText(text)


def white(canvas: Any) -> None:
    canvas.setFillGray(1)
    canvas.drawString(50, 300, "Roads grow to 999 km.")
    canvas.setFillGray(0)


def test_a_page_of_plain_text_is_good(tmp_path: Path) -> None:
    (page,) = made(tmp_path / "a.pdf", seen).pages
    assert (page.text_layer, page.reasons) == ("good", ())


def test_invisible_text_beside_text_is_left_out_and_told(tmp_path: Path) -> None:
    document = made(tmp_path / "a.pdf", lambda canvas: (seen(canvas), invisible(canvas)))
    assert "999" not in document.text
    assert document.pages[0].reasons == ("hidden_text_left_out",)


def test_white_text_on_white_is_told(tmp_path: Path) -> None:
    document = made(tmp_path / "a.pdf", lambda canvas: (seen(canvas), white(canvas)))
    assert "999" in document.text
    assert document.pages[0].reasons == ("white_text",)


def test_white_text_on_a_dark_ground_is_seen(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        seen(canvas)
        canvas.rect(40, 290, 300, 25, fill=1)
        white(canvas)

    assert made(tmp_path / "a.pdf", draw).pages[0].reasons == ()


def test_white_text_on_a_picture_is_seen(tmp_path: Path) -> None:
    assert (
        made(tmp_path / "a.pdf", lambda canvas: (picture(canvas), seen(canvas), white(canvas))).pages[0].reasons == ()
    )


def test_a_scanned_page_among_others_needs_recognition(tmp_path: Path) -> None:
    document = made(tmp_path / "a.pdf", seen, picture)
    assert [page.reasons for page in document.pages] == [(), ("needs_ocr",)]
    assert document.outcome == "partly_read"


def test_a_file_of_pictures_is_no_empty_success(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        made(tmp_path / "a.pdf", picture)
    assert caught.value.outcome == "needs_ocr"


def test_letters_that_no_language_is_made_of_are_told(tmp_path: Path) -> None:
    shifted = "Wkh surylqfh zloo exlog urdgv dqg eulgjhv ehwzhhq lwv frxqwlhv qrw".replace("u", "w").replace("o", "r")
    document = made(tmp_path / "a.pdf", lambda canvas: [canvas.drawString(20, y, shifted) for y in (400, 380)])
    assert document.pages[0].reasons == ("unlike_language",)
    assert document.pages[0].text_layer == "suspect"
