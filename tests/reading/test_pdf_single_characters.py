"""Characters drawn one by one in fonts that the file does not hold, of which pdfium's own text has only some."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.reading import read

TEXT = "全省“十五五”时期增长7%—8%，①见附件。"


def made(path: Path, turn: int = 0) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(400, 500), invariant=1)
    canvas.setPageRotation(turn)
    canvas.setFont("STSong-Light", 12)
    x = 50.0
    for character in TEXT:
        canvas.drawString(x, 400, character)
        x += pdfmetrics.stringWidth(character, "STSong-Light", 12)
    canvas.drawString(200, 40, "7")
    canvas.save()
    return path


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_every_character_drawn_by_itself_is_read(tmp_path: Path, turn: int) -> None:
    document = read(made(tmp_path / "a.pdf", turn), "pdfium")
    assert document.text.split() == [TEXT, "7"]


def test_a_number_drawn_by_itself_has_its_place(tmp_path: Path) -> None:
    document = read(made(tmp_path / "a.pdf"), "pdfium")
    at = document.text.rindex("7")
    (region,) = document.regions(at, at + 1)
    assert region.x0 == pytest.approx(200, abs=1)
    assert region.x1 == pytest.approx(206, abs=3)
    assert region.bottom == pytest.approx(460, abs=4)


def test_a_blank_of_a_font_in_the_file_is_no_character_whatever_it_is_said_to_be(tmp_path: Path) -> None:
    """A glyph that draws nothing, which the file's own table calls a letter, before a word and in a row of others."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 500), invariant=1, pageCompression=0)
    canvas.setFont("Vera", 10)
    canvas.drawString(60, 400, "Country")
    for x in (50, 150, 156, 162):
        canvas.drawString(x, 400, " ")
    canvas.save()
    data = (tmp_path / "a.pdf").read_bytes()
    told = data.replace(b"<0020>", b"<00C2>", 1)
    assert told != data
    (tmp_path / "a.pdf").write_bytes(told)
    assert read(tmp_path / "a.pdf", "pdfium").text.split() == ["Country"]


def test_a_blank_where_a_word_begins_does_not_repeat_its_first_letter(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 500), invariant=1)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 400, "Age of the pumps")
    canvas.setFont("STSong-Light", 10)
    canvas.drawString(50, 400, "\u3000")
    canvas.save()
    assert read(tmp_path / "a.pdf", "pdfium").text.split() == ["Age", "of", "the", "pumps"]
