"""A release of one sample PDF and one small text, and the places of its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from extractors.errors import UsageError
from flows.cli import main
from flows.locating import _with_notes, locate, open_release
from publishers import catalog

SAMPLES = Path(__file__).parents[2] / "sources"
ROADS = "Chapter 1 Roads\n\nThe county will build 120 kilometers\nof rural roads by 2025.\n"


@pytest.fixture(scope="module")
def place(published: Callable[[str], Path]) -> Path:
    return published(ROADS)


@pytest.fixture(autouse=True)
def there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)


def rows(dataset: str, document: str) -> list[dict[str, Any]]:
    release = catalog.latest(Path("output"))
    assert release is not None
    table = release.table(dataset)
    assert table is not None
    return [row for row in table.to_pylist() if row["document_id"] == document]


def call(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["locate", *arguments])
    return int(ended.value.code or 0)


def test_a_target_of_a_pdf_is_drawn_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = next(r for r in rows("numeric_targets", "sample-plan-en-pdf") if r["element"] != "table" and r["page"] == 3)
    assert call(row["target_id"], "--output", str(tmp_path / "crop.png")) == 0
    said = capsys.readouterr().out
    assert f"sample-plan-en-pdf.pdf: page 3, characters {row['char_start']}-{row['char_end']}" in said
    assert " ".join(row["quote"].split()) in said
    picture = Image.open(tmp_path / "crop.png")
    assert picture.height < picture.width  # a stretch of the page, not all of it
    assert (215, 30, 30) in {colour for _, colour in picture.getcolors(100_000) or ()}


@pytest.mark.parametrize("dataset", ["indicators", "box_items", "tables"])
def test_rows_of_other_datasets_are_found_by_their_key(dataset: str, tmp_path: Path) -> None:
    row = rows(dataset, "sample-plan-en-pdf")[-1]
    keys = {
        "indicators": ("document_id", "table_id", "row_number"),
        "box_items": ("box_id", "item_number"),
        "tables": ("table_id",),
    }
    name = "/".join(str(row[key]) for key in keys[dataset])
    assert call(name, "--output", str(tmp_path / "crop.png")) == 0
    assert (tmp_path / "crop.png").stat().st_size > 1000


@pytest.mark.parametrize("dataset", ["sections", "boxes", "box_items", "footnotes"])
def test_every_part_of_a_pdf_has_regions(dataset: str) -> None:
    for row in rows(dataset, "sample-plan-en-pdf"):
        assert {region["page"] for region in row["regions"]} >= {row["page"]}


def test_a_box_is_drawn_whole() -> None:
    box = rows("boxes", "sample-plan-en-pdf")[-1]["box_id"]
    items = [item for item in rows("box_items", "sample-plan-en-pdf") if item["box_id"] == box]
    (found,) = locate(open_release(None, Path("output")), box)
    assert found.dataset == "boxes"
    assert len(found.regions) >= len(items) + 1


def test_a_number_of_a_text_is_underlined(capsys: pytest.CaptureFixture[str]) -> None:
    name = rows("numeric_targets", "willow")[0]["target_id"]
    assert call(name, "--output", "never.png") == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("3 | The county will build 120 kilometers")
    assert lines[at + 1] == "  |                       ^^^"
    assert lines[at + 2] == "4 | of rural roads by 2025."
    assert not Path("never.png").exists()


def test_that_a_text_is_not_drawn_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    call(rows("numeric_targets", "willow")[0]["target_id"], "--output", "never.png")
    assert "a text is shown, not drawn; never.png was not written" in capsys.readouterr().err


def test_a_row_says_what_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    row = rows("indicators", "sample-plan-en-pdf")[0]
    assert call(f"{row['document_id']}/{row['table_id']}/{row['row_number']}") == 0
    assert f"indicator {row['indicator']}; " in capsys.readouterr().out
    note = rows("footnotes", "sample-plan-en-pdf")[0]
    assert call(note["footnote_id"]) == 0
    assert " ".join(note["text"].split()) in capsys.readouterr().out


def test_what_a_release_may_not_quote_is_read_from_the_source() -> None:
    from extractors.document import Region
    from flows.printed_words import printed_at

    note = rows("footnotes", "sample-plan-en-pdf")[0]
    said = printed_at(Path("sources/sample-plan-en-pdf.pdf"), [Region(**region) for region in note["regions"]])
    assert note["text"].split()[-1] in said.split()
    assert printed_at(Path("sources/sample-plan-en-pdf.pdf"), [Region(99, 0, 0, 5, 5)]) == ""


def test_an_id_that_nobody_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("willow-t-0000000000") == 2
    assert "no row of release 1.0.0 has the id willow-t-0000000000. Copy target_id" in capsys.readouterr().err


def test_an_id_of_another_output_is_sent_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("willow-t-0000000000") == 2
    assert "a row of another output needs --output-dir DIR and --sources DIR" in capsys.readouterr().err


def test_a_fact_stands_for_the_row_that_counts(capsys: pytest.CaptureFixture[str]) -> None:
    row = next(r for r in rows("numeric_targets", "willow") if r["is_primary"])
    assert row["fact_id"] != row["target_id"]
    assert call(row["fact_id"]) == 0
    assert f"numeric_targets {row['target_id']}" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["crop.jpg", "crop", "crop.pdf"])
def test_a_picture_that_is_not_called_png_is_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = rows("numeric_targets", "sample-plan-en-pdf")[0]["target_id"]
    assert call(name, "--output", option) == 2
    assert (
        f"{option}: a place is drawn as PNG, and the name says otherwise. Call it crop.png" in capsys.readouterr().err
    )
    assert not Path(option).exists()


def test_a_text_with_page_marks_tells_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from flows.commands.locate import _print

    (row,) = locate(open_release(None, Path("output")), rows("numeric_targets", "willow")[0]["target_id"])
    _print(replace(row, fields={**row.fields, "page": 11}), Path("sources/willow.txt"))
    assert f"willow.txt: page 11, characters {row.fields['char_start']}-" in capsys.readouterr().out


def test_a_footnote_within_a_sentence_is_left_out_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    from flows.commands.locate import _print

    (row,) = locate(open_release(None, Path("output")), rows("numeric_targets", "willow")[0]["target_id"])
    quote = "We will build 120 kilometers\n3 A note.\nof roads."
    first, last = quote.index("3 A"), quote.index("\nof")
    _print(replace(row, words=quote, span=(50, 50 + len(quote)), notes=((50 + first, 50 + last),)), Path("willow.txt"))
    assert "  We will build 120 kilometers […] of roads." in capsys.readouterr().out.splitlines()


def test_the_footnotes_within_a_span_are_found() -> None:
    release = open_release(None, Path("output"))
    note = rows("footnotes", "sample-plan-en-pdf")[0]
    (row,) = locate(release, rows("numeric_targets", "sample-plan-en-pdf")[0]["target_id"])
    around = replace(row, span=(note["char_start"] - 1, note["char_end"] + 1))
    assert (note["char_start"], note["char_end"]) in _with_notes(release, around).notes
    assert _with_notes(release, replace(row, span=(note["char_start"], note["char_end"] + 1))).notes == ()


def test_a_row_without_regions_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(rows("repairs", "sample-plan-en-pdf")[0]["repair_id"]) == 2
    assert "has no regions" in capsys.readouterr().err


def test_a_source_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = rows("numeric_targets", "willow")[0]["target_id"]
    assert call(name, "--sources", str(tmp_path)) == 2
    assert "willow.txt: the source of willow is not in" in capsys.readouterr().err


def test_a_source_that_has_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "willow.txt").write_text(ROADS + "More.\n")
    name = rows("numeric_targets", "willow")[0]["target_id"]
    assert call(name, "--sources", str(tmp_path)) == 2
    assert "has changed since it was read (sha256 differs)" in capsys.readouterr().err
    assert call(name, "--sources", str(tmp_path), "--sources", "sources") == 0


def test_an_output_without_release(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no release"):
        open_release(None, tmp_path)


def test_an_output_is_told_from_a_release(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"output: is an output, not a release. Name it with --output-dir output"):
        open_release(Path("output"), Path("none"))
    with pytest.raises(UsageError, match="is no release") as refused:
        open_release(tmp_path, Path("none"))
    assert "begin anew" not in str(refused.value)


def test_a_release_can_be_named() -> None:
    assert open_release(Path("output/releases/1.0.0"), Path("none")).version == "1.0.0"


def sheets(path: Path, *turns: int) -> Path:
    """A PDF with a page for each rotation, 300 by 200 points, a black square at (40, 50) from its top left."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(300, 200))
    for turn in turns:
        canvas.setPageRotation(turn)
        canvas.rect(40, 140, 10, 10, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def test_regions_on_several_pages_are_stacked(tmp_path: Path) -> None:
    from extractors.document import Region
    from flows.drawing import draw

    path = sheets(tmp_path / "two.pdf", 0, 90)
    # The second page is shown turned clockwise: what was 50 from the top is 50 from the right edge.
    regions = [Region(2, 140, 40, 150, 50), Region(1, 40, 50, 50, 60)]
    picture = Image.open(BytesIO(draw(path, regions)))
    assert picture.width == 600
    first = picture.getpixel((90, 110))  # inside the square of the first page, at two pixels a point
    assert isinstance(first, tuple)
    assert first[0] > first[2]  # black under a light yellow
    assert max(first) < 120
    height = 2 * (60 + 60)
    second = picture.getpixel((290, height + 12 + 90))
    assert isinstance(second, tuple)
    assert max(second) < 120
    assert picture.getpixel((300, height + 6)) == (150, 150, 150)


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    from extractors.document import Region
    from extractors.errors import ReadError
    from flows.drawing import draw

    with pytest.raises(ReadError, match="cannot be drawn"):
        draw(sheets(tmp_path / "one.pdf", 0), [Region(7, 0, 0, 5, 5)])
