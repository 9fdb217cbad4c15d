"""Whether the confidence of a numeric target is the share that is found right, and whether it ranks right above wrong.

    python benchmarks/calibration.py          # the table of benchmarks/RESULTS.md
    python benchmarks/calibration.py --fit    # the lines of extractors/targets/confidence.yaml

Judged records come from three places: the hand-made truth beside the project (a record is right when the scorer calls
it a full record), the sheets of records read by eye (`benchmarks/audit/targets_*.csv`: right when no field is wrong),
and sentences of documents that the rules were not made on, read once and judged against expected readings made
without sight of the reader (`benchmarks/audit/unseen_*.csv`; they hold scores and verdicts, not the sentences, which
are others'). A line of `--fit` gives the truth in sight and the unseen material the same weight.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
AUDIT = PROJECT / "benchmarks" / "audit"
sys.path[:0] = [str(PROJECT), str(SHARED / "bench")]

from extractors.pipeline import extract  # noqa: E402
from extractors.records import NumericTarget  # noqa: E402
from extractors.targets import extract as reading  # noqa: E402
from extractors.targets.confidence import calibrated  # noqa: E402
from flows.collection import read_collections  # noqa: E402
from flows.engines import read_with  # noqa: E402

GOLD = {"en": "targets_dev_byarticle.jsonl", "zh": "targets_dev_zh.jsonl"}
BIN = 40
"""Records that a bin has at least."""
FIT_BIN = 80


@dataclass(frozen=True)
class Judged:
    """One record: its reader's score, whether every field is right, and whether its text was in sight."""

    language: str
    score: float
    right: bool
    unseen: bool


def scored(folder: Path) -> Iterator[NumericTarget]:
    """The targets of a collection; `confidence` is the reader's score itself."""
    published = reading.calibrated
    reading.calibrated = lambda score, _: score
    try:
        for entry in read_collections([folder]).entries:
            rows = extract(read_with(entry.path, "auto"), entry.source).rows["numeric_targets"]
            yield from (row for row in rows if isinstance(row, NumericTarget))
    finally:
        reading.calibrated = published


def against_truth(targets: Sequence[NumericTarget]) -> Iterator[Judged]:
    """The targets in the dev regions of the truth, judged by its scorer one by one."""
    from score_targets import load, load_regions, score

    names = json.loads((SHARED / "gold" / "documents.json").read_text(encoding="utf-8"))
    for language, name in GOLD.items():
        path = SHARED / "gold" / name
        gold = load(str(path))
        regions, ignored, _ = load_regions(None, str(path), None, gold)
        for target in targets:
            file = names.get(target.document_id)
            place = {"doc": file, "number_start": target.number_char_start, "number_end": target.number_char_end}
            if target.element == "table" or not _within(place, regions) or _within(place, ignored):
                continue
            near = [one for one in gold if one["doc"] == file and _overlap(one, place)]
            told = [{**_told(target), **place}]
            right = any(score([one], told, None, [])["full_record"]["tp"] for one in near)
            yield Judged(language, target.confidence, right, unseen=False)


def _told(target: NumericTarget) -> dict[str, Any]:
    names = ("kind", "indicator", "value", "value_max", "comparator", "unit", "direction", "target_year")
    spans = {"start": target.char_start, "end": target.char_end, "object": target.counted_object}
    return {**{name: getattr(target, name) for name in names}, **spans}


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["number_start"] < other["number_end"] and other["number_start"] < one["number_end"])


def _within(place: dict[str, Any], regions: Iterable[dict[str, Any]] | None) -> bool:
    return any(
        r["doc"] == place["doc"] and r["start"] < place["number_end"] and place["number_start"] < r["end"]
        for r in regions or ()
    )


def read_by_eye(targets: Sequence[NumericTarget]) -> Iterator[Judged]:
    """The records of the audit sheets, with today's scores; those that are no longer read so are left out."""
    scores = {(t.target_id, t.number_text): (t.language, t.confidence) for t in targets}
    faulty: dict[tuple[str, str], bool] = {}
    for sheet in sorted(AUDIT.glob("targets_*.csv")):
        with sheet.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["verdict"] and row["field"] != "sentence":
                    key = (row.get("id") or row["target_id"], row["number_text"])
                    faulty[key] = faulty.get(key, False) or row["verdict"] == "wrong"
    for key, wrong in faulty.items():
        if key in scores:
            language, score = scores[key]
            yield Judged(language, score, not wrong, unseen=False)


def unseen() -> Iterator[Judged]:
    """The sheets of sentences that the rules were not made on; a missed statement has no score."""
    for sheet in sorted(AUDIT.glob("unseen_*.csv")):
        faulty: dict[tuple[str, str], tuple[float, bool]] = {}
        with sheet.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["score"]:
                    faulty[(row["draw"], row["id"])] = (float(row["score"]), row["verdict"] == "right")
        for (draw, _), (score, right) in faulty.items():
            yield Judged(draw[:2], score, right, unseen=True)


def bins(pairs: Iterable[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """Records, mean stated and share found right of each tenth of the scale; a small one joins the tenth above it."""
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for stated, right in pairs:
        tenths[min(int(stated * 10), 9)].append((stated, right))
    runs: list[list[tuple[float, bool]]] = [[]]
    for tenth in sorted(tenths):
        if len(runs[-1]) >= BIN:
            runs.append([])
        runs[-1] += tenths[tenth]
    if len(runs) > 1 and len(runs[-1]) < BIN:
        last = runs.pop()
        runs[-1] += last
    return [(len(r), sum(s for s, _ in r) / len(r), sum(ok for _, ok in r) / len(r)) for r in runs if r]


def auroc(pairs: Sequence[tuple[float, bool]]) -> float:
    """How often a right record stands above a wrong one; ties count half."""
    ordered: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for stated, right in pairs:
        ordered[stated][right] += 1
    below = won = 0.0
    for stated in sorted(ordered):
        wrong, right = ordered[stated]
        won += right * (below + wrong / 2)
        below += wrong
    return won / (below * sum(right for _, right in ordered.values())) if below else float("nan")


def fitted(judged: Sequence[Judged]) -> list[list[float]]:
    """Scores and shares found right, rising: runs of scores pooled until each is above the one before."""
    known, fresh = ([one for one in judged if one.unseen is side] for side in (False, True))
    weight = len(fresh) / len(known) if known and fresh else 1.0
    by_score: dict[float, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in judged:
        counted = 1.0 if one.unseen else weight
        by_score[one.score][0] += counted
        by_score[one.score][1] += counted * one.right
    pools: list[list[float]] = []  # weight, right, weight times score
    for score in sorted(by_score):
        total, right = by_score[score]
        pools.append([total, right, total * score])
        while len(pools) > 1 and (pools[-2][0] < FIT_BIN or pools[-2][1] / pools[-2][0] >= pools[-1][1] / pools[-1][0]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    if len(pools) > 1 and pools[-1][0] < FIT_BIN:
        last = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [[round(score / total, 3), round(right / total, 3)] for total, right, score in pools]


def main() -> int:
    """Print the lines or the table; 1 where the table falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="print the lines of confidence.yaml")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    judged = list(against_truth(list(scored(SHARED / "sources/text"))))
    judged += [*read_by_eye(list(scored(SHARED / "sources/more"))), *unseen()]
    if options.fit:
        for language in ("en", "zh"):
            print(f"{language}: {json.dumps(fitted([one for one in judged if one.language == language]))}")
        return 0
    low = False
    groups = [("all", judged), ("truth and sheets", [one for one in judged if not one.unseen])]
    groups += [(language, [one for one in judged if one.language == language]) for language in ("en", "zh")]
    for name, group in groups:
        pairs = [(calibrated(one.score, one.language), one.right) for one in group]
        print(f"\n{name}: {len(pairs)} records, {sum(right for _, right in pairs)} right, AUROC {auroc(pairs):.3f}")
        for count, stated, found in bins(pairs):
            print(f"| {count} | {stated:.2f} | {found:.2f} |")
            low |= name == "all" and abs(stated - found) > 0.10
        low |= name == "all" and auroc(pairs) < 0.70
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
