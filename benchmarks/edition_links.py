"""What `benchmarks/alignment.py` counts of the editions of the 14th plan: places that are linked.

Both come from the `crosswalk` of a release, or of a comparison made here from the reference texts.
"""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.language.comparing import Comparison
    from extractors.language.editions import Edition
    from extractors.records import Discrepancy

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
CROSSWALK = SHARED / "gold/crosswalk.json"
TEXTS = SHARED / "sources/text"
OFFICIAL, TRANSLATION = "cn-14fyp-outline-official-en-ch32", "cn-14fyp-outline-cset-en"

Row = dict[str, str | int | float | None]
Span = tuple[int, int]


@lru_cache(maxsize=1)
def editions_made() -> tuple[tuple[tuple[Edition, ...], ...], tuple[Discrepancy, ...]]:
    """The families of the reference texts, read here, and what each document gets wrong by itself."""
    from extractors.language.editions import Edition, families
    from extractors.pipeline import extract
    from flows.collection import read_folder
    from flows.engines import read_with

    entries = {e.source.id: e for e in read_folder(TEXTS, use_lock=False).entries}
    made = []
    wrong: list[Discrepancy] = []
    for family in families([e.source for e in entries.values()]):
        editions = []
        for source in family:
            document = read_with(entries[source.id].path, "auto")
            read = extract(document, source)
            rows = {name: tuple(records) for name, records in read.rows.items()}
            wrong += rows["discrepancies"]  # type: ignore[arg-type]
            editions.append(
                Edition(
                    source,
                    document.text,
                    read.blocks,
                    rows["sections"],  # type: ignore[arg-type]  # each dataset holds records of one type
                    rows["boxes"],  # type: ignore[arg-type]
                    rows["box_items"],  # type: ignore[arg-type]
                    rows["footnotes"],  # type: ignore[arg-type]
                    rows["indicators"],  # type: ignore[arg-type]
                    rows["numeric_targets"],  # type: ignore[arg-type]
                    rows["glossary"],  # type: ignore[arg-type]
                )
            )
        made.append(tuple(editions))
    return tuple(made), tuple(wrong)


@lru_cache(maxsize=1)
def comparisons_made() -> tuple[Comparison, ...]:
    """What comes of comparing the reference texts here."""
    from extractors.language.comparing import compare

    return tuple(compare(family) for family in editions_made()[0])


def discrepancies_made() -> tuple[Row, ...]:
    """What the reference editions get wrong by themselves and between each other, found here."""
    from dataclasses import asdict

    between = (row for found in comparisons_made() for row in found.discrepancies)
    return tuple(asdict(row) for row in (*editions_made()[1], *between))


def crosswalk_made() -> tuple[Row, ...]:
    """The links of the reference editions, made here."""
    from dataclasses import asdict

    return tuple(asdict(link) for found in comparisons_made() for link in found.links)


def crosswalk_published(release: Path) -> tuple[Row, ...]:
    """The links of a release."""
    csv.field_size_limit(1 << 30)
    with (release / "data/crosswalk.csv").open(encoding="utf-8", newline="") as file:
        return tuple(dict(row) for row in csv.DictReader(file))


def place_pairs(release: Path | None = None) -> tuple[int, int, int]:
    """Places of the box on border areas in both English editions: right, found, true.

    A pair is found right where both names lie over those of the reference; found are the links inside the items that
    the reference has pairs of.
    """
    items = json.loads(CROSSWALK.read_text(encoding="utf-8"))["items"]
    true = [(_span(place["official_span"]), _span(place["cset_span"])) for item in items for place in item["places"]]
    inside = [(_span(item["official_span"]), _span(item["cset_span"])) for item in items]
    links = [pair for row in (crosswalk_published(release) if release else crosswalk_made()) if (pair := _pair(row))]
    found = [pair for pair in links if any(_both_meet(pair, item) for item in inside)]
    right = sum(any(_both_meet(pair, known) for pair in found) for known in true)
    # A name that is put together of two is linked in its parts: neither is wrong.
    wrong = sum(not any(_both_meet(pair, known) for known in true) for pair in found)
    return right, right + wrong, len(true)


def _pair(row: Row) -> tuple[Span, Span] | None:
    """The spans of a link between places of the two English editions, the official one first."""
    if row["link_kind"] != "place":
        return None
    spans = {
        row[f"{side}_document_id"]: (int(row[f"{side}_char_start"] or 0), int(row[f"{side}_char_end"] or 0))
        for side in ("left", "right")
    }
    return (spans[OFFICIAL], spans[TRANSLATION]) if spans.keys() == {OFFICIAL, TRANSLATION} else None


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def _both_meet(one: tuple[Span, Span], other: tuple[Span, Span]) -> bool:
    return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(one, other, strict=True))
