"""Characters drawn one by one in fonts that the file does not hold, of which pdfium's own text has only some."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
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
