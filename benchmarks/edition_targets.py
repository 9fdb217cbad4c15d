"""What `benchmarks/alignment.py` counts of the statements that the Chinese and the English 14th plan both make.

Links come from the `crosswalk` of a release, contradictions from its `discrepancies`; or both from a comparison made
here from the reference texts.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from edition_links import SHARED, Row, crosswalk_made, crosswalk_published, discrepancies_made, editions_made

GOLD = SHARED / "gold"
TOUCHED = ("value", "unit", "comparator", "value_2025_comparator", "gloss")
"""Fields of the known disagreements that a discrepancy must tell of."""
NEAR = 60
"""So many characters the places of a finding and of a known disagreement may lie apart: one names the number, the other
the phrase around it."""

Place = tuple[str, int]


def _lines(name: str) -> Iterator[dict[str, object]]:
    return map(json.loads, (GOLD / name).read_text(encoding="utf-8").splitlines())


def _documents() -> dict[str, str]:
    names = json.loads((GOLD / "documents.json").read_text(encoding="utf-8"))
    return {short: document for document, short in names.items()}


def target_pairs(release: Path | None = None) -> tuple[int, int, int]:
    """Statements of both reference plans that are linked: right, found, true.

    Found are the links of which both sides are statements of the reference.
    """
    documents = _documents()

    def place(line: Mapping[str, object]) -> Place:
        return documents[str(line["doc"])], int(str(line["number_start"]))

    english = {line["id"]: place(line) for line in _lines("targets_dev_byarticle.jsonl")}
    chinese = list(_lines("targets_dev_zh.jsonl"))
    true = {
        (place(line), english[name])
        for line in chinese
        for name in (line["en_id"], *line["en_id_also"])  # type: ignore[misc]
        if name in english
    }
    left, right = {place(line) for line in chinese}, set(english.values())
    links = {pair for pair in _links(release) if pair[0] in left and pair[1] in right}
    return len(links & true), len(links), len(true)


def _links(release: Path | None) -> Iterator[tuple[Place, Place]]:
    """Links between statements, in both directions."""
    at = _places(release)
    for row in crosswalk_published(release) if release else crosswalk_made():
        if row["link_kind"] == "target":
            pair = at[str(row["left_id"])], at[str(row["right_id"])]
            yield pair
            yield pair[::-1]


def _places(release: Path | None) -> dict[str, Place]:
    if release is None:
        targets = (t for family in editions_made()[0] for e in family for t in e.targets)
        return {t.target_id: (t.document_id, t.number_char_start) for t in targets}
    rows = _published(release, "numeric_targets")
    return {str(r["target_id"]): (str(r["document_id"]), int(r["number_char_start"] or 0)) for r in rows}


def _published(release: Path, dataset: str) -> tuple[Row, ...]:
    csv.field_size_limit(1 << 30)
    with (release / f"data/{dataset}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(dict(row) for row in csv.DictReader(file))


def contradictions(release: Path | None = None) -> tuple[int, int, list[str]]:
    """Known disagreements on a value, unit or comparator that a discrepancy tells of: found, true, and who is missing.

    A finding tells of one where it stands at its place in either edition.
    """
    documents = _documents()
    found = _published(release, "discrepancies") if release else discrepancies_made()
    told = [
        (str(row[f"{side}document_id"]), int(str(row[f"{side}char_start"])), int(str(row[f"{side}char_end"])))
        for row in found
        for side in ("", "other_")
        if row[f"{side}document_id"] and row[f"{side}char_start"] not in (None, "")
    ]
    translation = next(name for short, name in documents.items() if short.startswith("002"))
    missing, true = [], 0
    for line in _lines("disagreements_zh_en.jsonl"):
        if line["field"] not in TOUCHED:
            continue
        true += 1
        places = [(documents[str(line["zh_doc"])], line["zh_start"], line["zh_end"])]
        places.append((translation, line["en_start"], line["en_end"]))
        spans = [(name, int(str(a)) - NEAR, int(str(b)) + NEAR) for name, a, b in places if a is not None]
        if not any(name == other and a < d and c < b for name, a, b in spans for other, c, d in told):
            missing.append(str(line["id"]))
    return true - len(missing), true, missing
