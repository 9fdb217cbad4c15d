"""Engines: which one opens what, what they make of paths, and how a text layer is judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extractors.errors import ReadError
from extractors.reading import read
from extractors.reading.engine import Choice, EngineName, PageContent, Picture
from extractors.reading.opening import engine, opened
from extractors.reading.page_turn import PageTurn
from extractors.reading.pdf_health import health_of
from extractors.reading.shapes import filled, stroked

ENGINES: list[EngineName] = ["pdfium", "oxide", "pdfplumber"]


def made(path: Path, draw: Any, **options: Any) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 500), invariant=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return path


def text(canvas: Any) -> None:
    canvas.drawString(50, 400, "Forest cover will be raised")


@pytest.mark.parametrize("name", ENGINES)
def test_paths_are_rules_and_fills(tmp_path: Path, name: EngineName) -> None:
    def draw(canvas: Any) -> None:
        text(canvas)
        canvas.setLineWidth(1)
        canvas.line(50, 300, 350, 300)
        canvas.rect(50, 100, 200, 80, stroke=0, fill=1)
        canvas.rect(300, 100, 0.8, 80, stroke=0, fill=1)

    page = engine(name).open(made(tmp_path / "a.pdf", draw)).page(1)
    assert [(round(r.x0), round(r.top), round(r.x1), round(r.bottom)) for r in page.rules if r.x1 - r.x0 > 100] == [
        (50, 200, 350, 200)
    ]
    assert [(f.x0, f.top, f.x1, f.bottom) for f in page.fills] == [pytest.approx((50, 320, 250, 400))]
    assert any(r.bottom - r.top == pytest.approx(80) for r in page.rules)


def test_paths_within_forms_stand_where_the_form_puts_them(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.beginForm("table")
        canvas.line(0, 0, 100, 0)
        canvas.endForm()
        canvas.translate(70, 200)
        canvas.scale(2, 2)
        canvas.doForm("table")

    (rule,) = engine("pdfium").open(made(tmp_path / "a.pdf", draw)).page(1).rules
    assert (rule.x0, rule.x1, (rule.top + rule.bottom) / 2) == pytest.approx((70, 270, 300))


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_names_a_damaged_file(tmp_path: Path, name: EngineName) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    with pytest.raises(ReadError) as caught:
        engine(name).open(tmp_path / "a.pdf")
    assert caught.value.outcome in ("damaged", "no_pages")


def test_a_file_without_its_end_is_repaired_and_said_to_be(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", text)
    path.write_bytes(path.read_bytes().split(b"xref")[0])
    name, _, _ = opened(path, "auto")
    document = read(path)
    assert document.text.strip() == "Forest cover will be raised"
    if name != "pdfium":
        assert document.outcome == "partly_read"
        assert "damaged" in (document.outcome_message or "")


@pytest.mark.parametrize("name", ["auto", *ENGINES])
@pytest.mark.parametrize("strength", [40, 128])
def test_every_reader_asks_for_the_password(tmp_path: Path, name: Choice, strength: int) -> None:
    cipher = StandardEncryption("secret", ownerPassword="", strength=strength)
    with pytest.raises(ReadError) as caught:
        read(made(tmp_path / "locked.pdf", text, encrypt=cipher), name)
    assert caught.value.outcome == "password_required"


@pytest.mark.parametrize("name", ["oxide", "pdfplumber"])
def test_a_reader_that_is_asked_for_says_too_that_a_file_is_damaged(tmp_path: Path, name: Choice) -> None:
    path = made(tmp_path / "a.pdf", text)
    path.write_bytes(b"p" + path.read_bytes()[1:])
    with pytest.raises(ReadError, match="first bytes lack the mark"):
        read(path, "pdfium")
    try:
        document = read(path, name)
    except ReadError as error:
        assert error.outcome == "damaged"
    else:
        assert document.outcome == "partly_read"
        assert "damaged" in (document.outcome_message or "")


def test_a_file_without_pages_is_told_after_one_with_a_password(tmp_path: Path) -> None:
    locked = made(tmp_path / "locked.pdf", text, encrypt="secret")
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(
        b"%PDF-1.3\n1 0 obj\n<< /Pages 2 0 R /Type /Catalog >>\nendobj\n"
        b"2 0 obj\n<< /Count 0 /Kids [ ] /Type /Pages >>\nendobj\n"
        b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n"
        b"trailer << /Root 1 0 R /Size 3 >>\nstartxref\n110\n%%EOF\n"
    )
    outcomes = []
    for path in (locked, empty):
        with pytest.raises(ReadError) as caught:
            read(path)
        outcomes.append(caught.value.outcome)
    assert outcomes == ["password_required", "no_pages"]


@pytest.mark.parametrize(
    ("rotation", "expected"),
    [(0, (10, 50, 30, 60)), (90, (40, 10, 50, 30)), (180, (70, 40, 90, 50)), (270, (50, 70, 60, 90))],
)
def test_a_box_is_where_the_turned_page_shows_it(rotation: int, expected: tuple[float, ...]) -> None:
    assert PageTurn(0, 0, 100, 100, rotation).box(10, 40, 30, 50) == expected


def test_slanted_and_curved_strokes_are_no_rules() -> None:
    assert stroked([(0, 0), (50, 20)], 1) == []
    assert filled([(0, 0), (50, 20), (30, 90)], None) is None


@pytest.mark.parametrize(
    ("plain", "layer", "reasons"),
    [
        ("Forest cover will be raised to a quarter of the land of the province by the end", "good", ()),
        ("\ufffd\ufffd\ufffd and more", "suspect", ("unmapped_characters",)),
        ("(cid:12)(cid:13)(cid:14) words", "suspect", ("unmapped_characters",)),
        ("\ue001\ue002\ue003\ue004 words", "suspect", ("private_use_characters",)),
        ("Ghq Sodq ri wkh Surylqfh " * 5, "good", ()),
        ("Bcd fgh jkl mnp qrst vwx " * 5, "suspect", ("unlike_language",)),
        ("乂乄乆乊乑乕乗乚乛乜" * 8, "suspect", ("unlike_language",)),
        ("全省将在规划期内建成连接各县的公路和桥梁" * 4, "good", ()),
        ("", "none", ("blank",)),
    ],
)
def test_a_text_layer_is_judged_by_its_characters(plain: str, layer: str, reasons: tuple[str, ...]) -> None:
    health = health_of(PageContent(1, 100, 100), plain, unseen=False)
    assert (health.layer, health.reasons) == (layer, reasons)


def test_a_page_of_pictures_needs_text_recognition() -> None:
    page = PageContent(1, 100, 100, pictures=[Picture(0, 0, 100, 100)])
    assert health_of(page, "", unseen=False).reasons == ("needs_ocr",)


def test_what_was_lost_of_a_page_is_told_and_its_text_still_trusted() -> None:
    page = PageContent(1, 100, 100, problems=("more lines are drawn on it than are read",))
    health = health_of(page, "Forest cover", unseen=False, notes=["too many lines"])
    assert (health.layer, health.reasons) == ("good", ("partly_read", "tables_not_sought"))


def test_a_page_with_lines_left_out_makes_the_document_partly_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crowded.pdf"
    canvas = Canvas(str(path), pagesize=(300, 300), invariant=1)
    canvas.drawString(50, 150, "Forest cover will be 24.1 percent.")
    for at in range(9):
        canvas.line(10, 10 + 5 * at, 290, 10 + 5 * at)
    canvas.save()
    monkeypatch.setattr("extractors.reading.pdfium_objects._MOST_OBJECTS", 5)
    document = read(path, "pdfium")
    assert document.pages[0].reasons == ("partly_read",)
    assert (document.outcome, "page 1" in (document.outcome_message or "")) == ("partly_read", True)
    assert "24.1 percent" in document.text
