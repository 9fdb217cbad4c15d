"""Boxes of documents drawn at random: what is read, and read back from its places, is what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest
from box_words import Words
from drawn_boxes import FRAMES, Written, draw_document
from drawn_tables import Sheet, pages

from extractors.document import Region
from extractors.pipeline import extract
from extractors.reading import read
from extractors.source import Source

SEEDS = (2, 5, 13, 21, 34, 71, 105, 107, 109, 111, 114, 120, 126, 134, 135)


@dataclass(frozen=True)
class Drawn:
    """A document as written and as read."""

    written: Written
    rows: dict[str, list[Any]]
    path: Path

    def items(self, number: str) -> list[Any]:
        (box,) = [b for b in self.rows["boxes"] if b.number == number]
        return [i for i in self.rows["box_items"] if i.box_id == box.box_id]

    def printed(self, regions: Sequence[Region]) -> str:
        """What stands in the regions, as another program than the reader sees it."""
        return squeezed(*(inside(self.path, region) for region in regions))


def squeezed(*texts: str) -> str:
    return "".join("".join(texts).split())


def inside(path: Path, region: Region) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[region.page - 1]
        height = page.get_height()
        text: str = page.get_textpage().get_text_bounded(
            region.x0 - 0.3, height - region.bottom - 0.3, region.x1 + 0.3, height - region.top + 0.3
        )
        return text


def rows_of(path: Path, language: str) -> dict[str, list[Any]]:
    source = Source(
        id="made-up",
        title="",
        file="page.pdf",
        language=(language,),
        document_type="plan",
        authority="unknown",
        redistribution="full",
        licence="",
    )
    return extract(read(path), source).rows


@pytest.fixture(scope="module", params=SEEDS)
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    folder = tmp_path_factory.mktemp("drawn")
    written = draw_document(folder, request.param)
    return Drawn(written, rows_of(folder / "page.pdf", written.language), folder / "page.pdf")


def test_the_selection_has_every_kind_of_frame(tmp_path: Path) -> None:
    boxes = [(w.language, b) for w in (draw_document(tmp_path, seed) for seed in SEEDS) for b in w.boxes]
    assert {b.frame for _, b in boxes} == set(FRAMES)
    assert len({b.entry for _, b in boxes}) >= 8
    assert {language for language, _ in boxes} == {"en", "zh"}


def test_boxes_and_sections(drawn: Drawn) -> None:
    assert [(b.number, b.title) for b in drawn.rows["boxes"]] == [(b.number, b.title) for b in drawn.written.boxes]
    assert [s.title for s in drawn.rows["sections"]] == drawn.written.sections


def test_items(drawn: Drawn) -> None:
    for box in drawn.written.boxes:
        found = [(i.item_number, i.title, squeezed(i.text), i.bullets) for i in drawn.items(box.number)]
        assert found == [(i.number, i.title, squeezed(i.text), i.bullets) for i in box.items]


def test_the_regions_of_a_box_hold_its_text_and_nothing_else(drawn: Drawn) -> None:
    found = {b.number: drawn.printed(b.regions) for b in drawn.rows["boxes"]}
    assert found == {b.number: squeezed(*b.lines) for b in drawn.written.boxes}


def test_the_regions_of_items_and_sections_hold_their_text(drawn: Drawn) -> None:
    for box in drawn.written.boxes:
        for item, written in zip(drawn.items(box.number), box.items, strict=True):
            end = written.bullets[-1] if written.bullets else written.text
            assert drawn.printed(item.regions).endswith(squeezed(end))
            assert item.page == item.regions[0].page
    for section in drawn.rows["sections"]:
        assert drawn.printed(section.regions).endswith(squeezed(section.title))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_frames_without_a_caption_are_no_boxes(tmp_path: Path, language: str) -> None:
    """Facing frames, the page's border, its background and lines under and bands behind headings."""
    words = Words(language, Random(7))  # noqa: S311 no secret
    sheet = Sheet("Helvetica" if language == "en" else "STSong-Light")
    sheet.fill(0, 0, 600, 800, grey=0.97)
    sheet.box(20, 20, 580, 780)
    for top, number in ((80, 1), (400, 2)):
        sheet.fill(60, top - 3, 540, top + 14)
        sheet.text(
            64,
            top,
            f"Chapter {number} {words.title()}" if language == "en" else f"第{'一二'[number - 1]}章　{words.title()}",
        )
        sheet.line(60, top + 16, 540, top + 16)
        for left in (60, 310):
            sheet.box(left, top + 60, left + 230, top + 140)
            for line in range(3):
                sheet.text(left + 8, top + 70 + 20 * line, words.sentence()[:40])
        sheet.text(60, top + 180, words.sentence())
    pages(tmp_path, sheet)
    rows = rows_of(tmp_path / "page.pdf", language)
    assert len(rows["sections"]) == 2
    assert not rows["boxes"]
    assert not rows["box_items"]
