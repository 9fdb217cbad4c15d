"""Documents written at random, in both languages and in any layout, give back what was written into them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from written_manner import Written
from written_pages import draw, written

from extractors.document import Document
from extractors.pipeline import extract
from extractors.reading import read
from extractors.records import Footnote, NumericTarget, Section
from extractors.repair import repair
from extractors.source import Source
from extractors.structure.footnotes import FootnoteScan, find_footnotes
from extractors.structure.model import Outline
from extractors.structure.outline import outline
from extractors.structure.raised import raised_numbers

PLAIN: dict[str, Any] = {
    "columns": 1,
    "indent": 2.0,
    "apart": 0.0,
    "header": "none",
    "footer": "none",
    "side": False,
    "watermark": False,
    "notes": "none",
    "granule": "line",
    "shuffled": False,
    "bold_twice": False,
    "turned": 0,
    "bullets": False,
}
# (language, seed, what differs from plain): each layout that the reader is made for, both languages.
LAYOUTS: list[tuple[str, int, dict[str, Any]]] = [
    *((language, 3, {"header": h}) for language in ("en", "zh") for h in ("title", "alternating", "chapter_number")),
    *((language, 5, {"footer": f}) for language in ("en", "zh") for f in ("long_dashes", "of", "alternating", "roman")),
    *(
        (language, seed, {"columns": 2, "justified": j})
        for language, seed in (("en", 7), ("zh", 4))
        for j in (False, True)
    ),
    *((language, 7, {"turned": t}) for language in ("en", "zh") for t in (90, 180)),
    *((language, 4, {"notes": "many", "note_marks": m}) for language in ("en", "zh") for m in ("raised", "bracketed")),
    ("zh", 4, {"notes": "many", "note_marks": "circled"}),
    ("en", 6, {"columns": 2, "notes": "many", "note_marks": "raised"}),
    ("en", 4, {"hyphens": True, "justified": True, "granule": "word"}),
    ("en", 8, {"side": True, "watermark": True, "bold_twice": True}),
    ("zh", 8, {"side": True, "watermark": True, "bold_twice": True}),
    ("en", 9, {"apart": 0.5, "indent": 0.0}),
    ("zh", 9, {"granule": "char", "justified": True}),
]


def source(language: str) -> Source:
    return Source("plan", "Plan", "a.pdf", (language,), "plan_outline", "official", "full", "none")


def outlined(document: Document, language: str) -> tuple[FootnoteScan, Outline]:
    lines, _ = repair(document, (language,))
    notes = find_footnotes(lines, (language,), raised_numbers(document))
    return notes, outline(document, notes.lines, notes, source(language))


def paragraphs(found: Outline) -> list[str]:
    return [block.text.text for block in found.blocks if block.element != "footnote" and not block.is_heading]


@pytest.mark.parametrize(("language", "seed", "layout"), LAYOUTS)
def test_paragraphs_titles_and_notes_come_back_whole_and_in_order(
    tmp_path: Path, language: str, seed: int, layout: dict[str, Any]
) -> None:
    made = written(seed, language, **{**PLAIN, **layout})
    notes, found = outlined(read(draw(tmp_path / "a.pdf", made)), language)
    assert paragraphs(found) == made.paragraphs
    assert [section.title for section in found.sections] == made.titles
    assert [(note.number, note.text.text) for note in notes.notes] == made.notes


def facts(document: Document, language: str) -> dict[str, Any]:
    rows = extract(document, source(language)).rows
    return {
        "targets": [r for r in rows["numeric_targets"] if isinstance(r, NumericTarget)],
        "sections": [r for r in rows["sections"] if isinstance(r, Section)],
        "footnotes": [r for r in rows["footnotes"] if isinstance(r, Footnote)],
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("layout", [{}, {"columns": 2, "notes": "some", "note_marks": "raised"}])
def test_the_order_of_drawing_changes_no_record(tmp_path: Path, language: str, layout: dict[str, Any]) -> None:
    made = written(11, language, **{**PLAIN, "header": "chapter", "footer": "plain", "granule": "word", **layout})
    expected = facts(read(draw(tmp_path / "a.pdf", made)), language)
    for order in range(2):
        assert facts(read(draw(tmp_path / "b.pdf", made, order)), language) == expected


def inked(made: Written, document: Document, start: int, end: int) -> str:
    """What was drawn, word by word, inside the regions of a span."""
    height, out = made.manner.height, []
    for region in document.regions(start, end):
        for mark in made.sheets[region.page - 1].marks:
            middle = mark.base - 0.3 * mark.size
            if mark.turn == 0 and region.top < middle < region.bottom and 0 < middle < height:
                out += [mark.text] if region.x0 - 1 <= mark.x <= region.x1 - 1 else []
    return "".join(out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [1, 2])
def test_what_stands_in_a_target_s_regions_is_its_quote_and_number(tmp_path: Path, language: str, columns: int) -> None:
    made = written(12, language, **{**PLAIN, "columns": columns, "granule": "word" if language == "en" else "char"})
    document = read(draw(tmp_path / "a.pdf", made))
    rows = [r for r in facts(document, language)["targets"] if r.number_char_start is not None]
    assert rows
    for row in rows:
        spans = [(row.char_start, row.char_end), (row.number_char_start, row.number_char_end)]
        for start, end in spans:
            text = "".join(document.text[start:end].split())
            drawn = inked(made, document, start, end)
            # A number within a word is drawn with it; a quote is drawn whole, in its order.
            assert Counter(text) <= Counter(drawn) or text in drawn


def test_the_same_numbers_are_read_whatever_the_engine(tmp_path: Path) -> None:
    made = written(13, "en", **PLAIN)
    path = draw(tmp_path / "a.pdf", made)
    first, second = read(path, "pdfium"), read(path, "oxide")
    assert "".join(first.text.split()) == "".join(second.text.split())


def test_a_document_is_written_the_same_way_each_time(tmp_path: Path) -> None:
    one, two = written(14, "zh"), written(14, "zh")
    assert draw(tmp_path / "a.pdf", one).read_bytes() == draw(tmp_path / "b.pdf", two, None).read_bytes()
