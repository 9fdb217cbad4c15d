"""Error rates by field from sheets of records read by eye.

    python benchmarks/audit_figures.py benchmarks/audit/targets_zh.csv

A sheet has a line for each record without a fault (verdict `right`) and one for each wrong field of the others.
Verdicts are on the records as they are now: what a draw showed was mended by rule where a rule could, so a new draw is
needed to say how the rules do elsewhere.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path


def figures(sheet: Path) -> dict[str, tuple[int, Counter[str]]]:
    """Records read and wrong fields, by draw."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    read: dict[str, set[tuple[str, str]]] = {}
    wrong: dict[str, Counter[str]] = {}
    for row in rows:
        read.setdefault(row["draw"], set()).add((row["target_id"], row["number_text"]))
        counts = wrong.setdefault(row["draw"], Counter())
        if row["verdict"] == "wrong":
            counts[row["field"]] += 1
    return {draw: (len(read[draw]), wrong[draw]) for draw in sorted(read)}


def main() -> None:
    """Print the rates of each sheet named."""
    for name in sys.argv[1:]:
        for draw, (count, wrong) in figures(Path(name)).items():
            rates = ", ".join(f"{field} {n} ({n / count:.1%})" for field, n in sorted(wrong.items()))
            print(f"{name} draw {draw}: {count} records; wrong: {rates or 'none'}")


if __name__ == "__main__":
    main()
