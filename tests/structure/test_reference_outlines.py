"""The outline of the reference documents against their hand-made truth."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.reading import read
from extractors.repair import repair
from extractors.source import Source
from extractors.structure.footnotes import find_footnotes
from extractors.structure.model import Outline
from extractors.structure.outline import outline

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir() and os.environ.get("GUIHUA_REQUIRE_SHARED") != "1",
    reason="the reference documents are not here",
)


def reference(short: str) -> tuple[Outline, list[dict[str, Any]], list[dict[str, Any]]]:
    """A document's outline, its true sections and its true boxes."""
    documents = json.loads((SHARED / "gold/documents.json").read_text(encoding="utf-8"))
    name = next(i for i, file in documents.items() if file.startswith(short))
    about = yaml.safe_load((SHARED / f"sources/text/{name}.yml").read_text(encoding="utf-8"))
    kept = ("id", "title", "file", "document_type", "authority", "redistribution", "licence")
    source = Source(**{k: about[k] for k in kept}, language=tuple(about["language"]))
    document = read(SHARED / "sources/text" / source.file)
    lines, _ = repair(document, source.language)
    notes = find_footnotes(lines, source.language)
    gold = [
        [
            row
            for line in (SHARED / f"gold/{dataset}.jsonl").read_text(encoding="utf-8").splitlines()
            if (row := json.loads(line))["doc"].startswith(short)
        ]
        for dataset in ("sections", "boxes")
    ]
    return outline(document, notes.lines, notes, source), gold[0], gold[1]


@pytest.mark.parametrize("short", ["000", "001", "002", "004", "014"])
def test_places_and_numbers_of_headings(short: str) -> None:
    found, sections, _ = reference(short)
    true = {(row["start"], row["number_true"]) for row in sections if not row.get("optional")}
    read_ = {(s.char_start, s.number) for s in found.sections}
    assert len(true & read_) >= 0.98 * len(true | read_)


@pytest.mark.parametrize("short", ["001", "002", "014"])
def test_boxes_and_their_items(short: str) -> None:
    found, _, boxes = reference(short)
    assert [b.number for b in found.boxes] == [b["number_printed"] for b in boxes]
    items = [[i.item_number for i in found.box_items if i.box_id == box.box_id] for box in found.boxes]
    true = [[i["no"] for i in b["items"]] if b["type"] != "indicator_table" else [] for b in boxes]
    assert items == true


def test_nothing_is_found_where_nothing_is() -> None:
    found, _, _ = reference("003")
    assert not found.sections
    assert not found.boxes
