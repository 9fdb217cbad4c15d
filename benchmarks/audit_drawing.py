"""Draws records and sentences to be read by eye, by the hash of their ids: `audit_figures.py --draw`."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.pipeline import extract
from flows.collection import read_collections
from flows.engines import read_with
from flows.seen import number_fates
from quality.coverage import numbers_in

if TYPE_CHECKING:
    from extractors.document import Document
    from extractors.records import NumericTarget

SENTENCES = 60
# Reasons that a glance at the number itself gives; a sentence with nothing else in it tells nothing.
PLAIN = {"date", "plan_name", "list_or_heading_number", "page_or_footnote_number", "denominator"}
ENDS = "。！？；!?\n"
FIELDS = (
    "value", "value_max", "base_value", "comparator", "unit", "kind", "direction", "indicator", "counted_object",
    "change_period", "target_year", "base_year", "reference_year", "time_basis", "scope", "bindingness",
    "wording_strength",
)  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A line of the new sheet, and what a reader needs beside it."""

    id: str
    document_id: str
    number_text: str
    field: str
    text: str

    @property
    def order(self) -> str:
        """Its place among all: the hash of the id."""
        return hashlib.sha256(f"{self.id}|{self.number_text}".encode()).hexdigest()


def draw(folders: list[Path], count: int, sheet: Path, known: set[str], language: str | None) -> None:
    """Write a sheet without verdicts and, beside it, the file to read (`<sheet>.reading.txt`).

    Args:
        folders: Collections of documents.
        count: Records to draw; fewer where there are fewer.
        sheet: The new CSV file.
        known: Ids that stand in other sheets.
        language: Documents of this language only.
    """
    records: list[Drawn] = []
    sentences: list[Drawn] = []
    for entry in read_collections(folders).entries:
        if language and not any(one.startswith(language) for one in entry.source.language):
            continue
        document = read_with(entry.path, "auto")
        extraction = extract(document, entry.source)
        targets: list[NumericTarget] = extraction.rows["numeric_targets"]  # type: ignore[assignment]
        records += [_record(target) for target in targets if target.target_id not in known]
        taken = sorted((target.char_start, target.char_end) for target in targets)
        fates = numbers_in(document.text, number_fates(document, extraction))
        fates = [f for f in fates if f.reason and f.reason not in PLAIN]
        fates = [f for f in fates if any(character.isdigit() for character in document.text[f.start : f.end])]
        found = _sentences(document, entry.source.id, [(f.start, f.end, f.reason or "") for f in fates], taken)
        sentences += [one for one in found if one.id not in known]
    chosen = sorted(records, key=lambda one: one.order)[:count]
    chosen += sorted(sentences, key=lambda one: one.order)[:SENTENCES]
    _write(chosen, sheet)


def _record(target: NumericTarget) -> Drawn:
    values = "; ".join(f"{name}={getattr(target, name)}" for name in FIELDS if getattr(target, name) is not None)
    return Drawn(target.target_id, target.document_id, target.number_text, "", f"{values}\n   {target.quote}")


def _sentences(
    document: Document, name: str, numbers: list[tuple[int, int, str]], taken: list[tuple[int, int]]
) -> Iterator[Drawn]:
    """Sentences with a figure that stands in no row, each once; number words without figures are idioms nearly all."""
    text = document.text
    seen: set[int] = set()
    for start, end, reason in numbers:
        first = max(text.rfind(mark, 0, start) for mark in ENDS) + 1
        last = min((place for mark in ENDS if (place := text.find(mark, end)) >= 0), default=len(text))
        if first in seen or any(a < last and first < b for a, b in taken):
            continue
        seen.add(first)
        digest = hashlib.sha256(text[first:last].encode()).hexdigest()[:10]
        yield Drawn(f"{name}-n-{digest}", name, text[start:end], "sentence", f"{reason}\n   {text[first : last + 1]}")


def _write(chosen: list[Drawn], sheet: Path) -> None:
    sheet.parent.mkdir(parents=True, exist_ok=True)
    label = sheet.stem.rpartition("_")[2]
    with sheet.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("draw", "id", "document_id", "number_text", "field", "verdict", "reason"))
        writer.writerows((label, one.id, one.document_id, one.number_text, one.field, "", "") for one in chosen)
    with Path(f"{sheet}.reading.txt").open("w", encoding="utf-8") as lines:
        for place, one in enumerate(chosen, 1):
            print(f"{place}. {one.id}  «{one.number_text}»\n   {one.text.strip()}\n", file=lines)
