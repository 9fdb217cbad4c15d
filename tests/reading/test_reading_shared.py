"""Real and damaged documents of the reference material, which is no part of the project: skipped where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractors.errors import ReadError
from extractors.identity import squeeze
from extractors.reading import read

SHARED = Path(__file__).parents[2].parent / "shared"
# Ten seconds of pages in order, no damage.
HOSTILE = sorted(p for p in (SHARED / "hostile").glob("*.pdf") if not p.name.startswith("large__"))
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir() and os.environ.get("GUIHUA_REQUIRE_SHARED") != "1", reason="../shared is absent"
)


def test_the_reference_material_is_there() -> None:
    assert HOSTILE


@pytest.mark.parametrize("path", HOSTILE, ids=lambda p: p.stem)
def test_a_damaged_pdf_is_read_or_refused_with_a_remedy(path: Path) -> None:
    try:
        document = read(path)
    except ReadError as error:
        assert error.outcome in {"damaged", "password_required", "no_text", "no_pages", "needs_ocr", "unsupported"}
        assert error.file == path.name
        assert error.remedy
    else:
        document.text.encode("utf-8")
        assert document.pages[-1].end == len(document.text)
        assert all(a.end == b.start for a, b in zip(document.pages, document.pages[1:], strict=False))
        assert all(a.end <= b.start for a, b in zip(document.glyphs, document.glyphs[1:], strict=False))


def test_stray_blanks_give_the_printed_page_numbers_of_a_long_text() -> None:
    (path,) = (SHARED / "sources" / "text").glob("*cset-en.txt")
    pages = read(path).pages
    printed = [page for page in pages if page.printed_label]
    assert len(printed) >= 8
    assert all(str(page.number) == page.printed_label for page in printed)


def test_ruling_lines_that_are_no_table_are_none() -> None:
    (path,) = (SHARED / "sources" / "more").glob("*farm-machinery*.pdf")
    assert read(path).tables == ()


def test_a_table_over_two_pages_has_its_lines() -> None:
    (path,) = (SHARED / "sources" / "pdf").glob("*14fyp-outline-zh.pdf")
    document = read(path)
    lines = [c.text for table in document.tables for c in table.cells if c.column == 1 and c.row > 0]
    assert [text.split(".")[0] for text in lines] == [str(n) for n in range(1, 21)]
    assert all(
        squeeze(document.text[c.start : c.end]) == squeeze(c.text) for t in document.tables for c in t.cells if c.start
    )
