"""How right a release is where a person wrote down the truth: published rows against the tables of a folder.

A truth table `<work>-<dataset>.csv` serves every edition of its work (`documents.edition_of`) and the document of
that name. Things are matched by what is printed, never by offsets or by order, so that a text and a PDF compare.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quality.likeness import close, interrupted, overlap, same_number, same_words

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]
_SAME_QUOTE = 0.6  # overlap of two sentences: another sentence stays below 0.4
_SAME_INDICATOR = 0.5  # overlap of two names of one thing
_SAME_TITLE = 0.8


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured of one dataset in one document.

    Attributes:
        document_id: The document.
        dataset: The dataset.
        expected: Things that the truth holds.
        found: Rows that the release holds.
        matched: Pairs of the two.
        right: Pairs with every compared field right.
        recall: matched / expected.
        precision: matched / found; 0 where nothing was found that is there.
        exact: right / expected.
        wrong: How often each field was wrong among the pairs, most often first.
    """

    document_id: str
    dataset: str
    expected: int
    found: int
    matched: int
    right: int
    recall: float
    precision: float
    exact: float
    wrong: str


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How rows of a dataset are compared: `likeness` of a pair, 0 for none, and a test for each field."""

    likeness: Callable[[Row, Row], float]
    fields: Mapping[str, Callable[[Row, Row], bool]]


def measure(tables: Mapping[str, pa.Table], truth_dir: Path) -> list[Measurement]:
    """Compare a release with the truth.

    Args:
        tables: Published datasets by name; `documents` among them.
        truth_dir: Folder of truth tables; one that is not there measures nothing.

    Returns:
        One measurement for each document and dataset that the truth speaks of, in order of both.
    """
    out = []
    for document in sorted(tables["documents"].to_pylist(), key=lambda row: str(row["document_id"])):
        identity = document["document_id"]
        for dataset, comparison in _COMPARISONS.items():
            truth = _truth(truth_dir, (document.get("edition_of"), identity), dataset)
            if truth is not None:
                out.append(_measured(identity, dataset, comparison, truth, _published(tables, dataset, identity)))
    return out


def _truth(folder: Path, works: Sequence[str | None], dataset: str) -> list[dict[str, str]] | None:
    """Rows of the first truth table there is for one of the works."""
    for work in works:
        path = folder / f"{work}-{dataset}.csv"
        if work and path.is_file():
            with path.open(encoding="utf-8", newline="") as lines:
                return list(csv.DictReader(lines))
    return None


def _published(tables: Mapping[str, pa.Table], dataset: str, document_id: str) -> list[Row]:
    """A document's rows of a dataset; boxes with the numbers of their items."""
    table = tables.get(dataset)
    rows = [r for r in (table.to_pylist() if table is not None else []) if r["document_id"] == document_id]
    if dataset == "numeric_targets":
        # Numbers of an indicator table are measured as lines of `indicators`.
        return [row for row in rows if row["element"] != "table"]
    if dataset == "boxes" and "box_items" in tables:
        items: dict[str, list[str]] = {}
        for item in tables["box_items"].to_pylist():
            items.setdefault(item["box_id"], []).append(str(item["item_number"]))
        return [{**row, "items": "|".join(sorted(items.get(row["box_id"], [])))} for row in rows]
    return rows


def _measured(
    document_id: str, dataset: str, comparison: _Comparison, truth: Sequence[Row], rows: Sequence[Row]
) -> Measurement:
    pairs = _pairs(comparison.likeness, truth, rows)
    wrong: Counter[str] = Counter()
    right = 0
    for expected, row in pairs:
        faults = [name for name, test in comparison.fields.items() if not test(expected, row)]
        wrong.update(faults)
        right += not faults
    return Measurement(
        document_id=document_id,
        dataset=dataset,
        expected=len(truth),
        found=len(rows),
        matched=len(pairs),
        right=right,
        recall=_share(len(pairs), len(truth)),
        precision=_share(len(pairs), len(rows)) if rows or not truth else 0.0,
        exact=_share(right, len(truth)),
        wrong=", ".join(f"{name} {count}" for name, count in sorted(wrong.items(), key=lambda w: (-w[1], w[0]))),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def _pairs(likeness: Callable[[Row, Row], float], truth: Sequence[Row], rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    """One-to-one pairs, the likest first; equals in order of place."""
    scored = [(-likeness(expected, row), i, j) for i, expected in enumerate(truth) for j, row in enumerate(rows)]
    used_truth: set[int] = set()
    used_rows: set[int] = set()
    pairs = []
    for score, i, j in sorted(scored):
        if score < 0 and i not in used_truth and j not in used_rows:
            used_truth.add(i)
            used_rows.add(j)
            pairs.append((truth[i], rows[j]))
    return pairs


def _same(field: str) -> Callable[[Row, Row], bool]:
    """Equal as words; an empty field of the truth asks for null."""
    return lambda expected, row: same_words(expected[field], row.get(field))


def _equal(field: str) -> Callable[[Row, Row], bool]:
    """Equal as numbers."""
    return lambda expected, row: close(expected[field], row.get(field))


def _target_likeness(expected: Row, row: Row) -> float:
    if not same_number(expected["number_text"], row["number_text"]):
        return 0.0
    # A source whose rights allow facts only publishes no quote: then the number and the name must do.
    quotes = overlap(expected["quote"], row["quote"]) if row.get("quote") else _SAME_QUOTE
    if quotes < _SAME_QUOTE and interrupted(expected["quote"], row.get("quote")):
        quotes = _SAME_QUOTE
    names = overlap(expected["indicator"], row["indicator"])
    return quotes + names if quotes >= _SAME_QUOTE else 0.0


def _line_likeness(expected: Row, row: Row) -> float:
    return float(close(expected["row_number"], row["row_number"]))


def _section_likeness(expected: Row, row: Row) -> float:
    titles = overlap(expected["title"], row["title"])
    at_its_place = same_words(expected["number"], row["number"]) + same_words(expected["level"], row["level"])
    return titles + at_its_place if titles >= _SAME_TITLE else 0.0


def _number_likeness(expected: Row, row: Row) -> float:
    return float(same_words(expected["number"], row["number"]))


def _indicator_matches(expected: Row, row: Row) -> bool:
    return overlap(expected["indicator"], row["indicator"]) >= _SAME_INDICATOR


_COMPARISONS: dict[str, _Comparison] = {
    "numeric_targets": _Comparison(
        _target_likeness,
        {
            **{name: _equal(name) for name in ("value", "value_max", "base_value", "target_year")},
            **{name: _same(name) for name in ("unit", "comparator", "kind", "direction")},
            "indicator": _indicator_matches,
        },
    ),
    "indicators": _Comparison(
        _line_likeness,
        {
            **{name: _equal(name) for name in ("base_value", "target_value", "change_value")},
            **{
                name: _same(name)
                for name in ("unit", "target_comparator", "change_comparator", "change_period", "bindingness")
            },
            **{name: _same(name) for name in ("category", "indicator")},
        },
    ),
    "sections": _Comparison(_section_likeness, {name: _same(name) for name in ("level", "number", "title")}),
    "boxes": _Comparison(_number_likeness, {name: _same(name) for name in ("title", "items")}),
    "footnotes": _Comparison(_number_likeness, {"text": _same("text")}),
}
