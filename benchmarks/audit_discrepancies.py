"""How many of the contradictions that a release reports are real: sheets read by eye, and fresh sheets to read.

    python benchmarks/audit_discrepancies.py benchmarks/audit/discrepancies_*.csv
    python benchmarks/audit_discrepancies.py --draw 100 --release output/releases/1.0.0 --output SHEET.csv

A sheet has the columns draw, id, document_id, check, verdict and reason: a line for each reported row, `real` where a
careful reader of the source would agree that something is amiss there and that the row says what, `false` where not,
`doubtful` where it cannot be told; a doubtful one counts as false. Lines without a verdict are not read yet and count
nowhere. What a draw showed was mended by rule where a rule could, so a new draw is needed to say how the rules do
elsewhere.

`--draw` takes the rows with the smallest hashes of their ids over the releases named, leaving out those that stand in
a sheet already. What is to be read goes to a file beside the sheet (`SHEET.reading.txt`) that stays out of the
repository, since it holds text of others; for that the releases must be made with `--for-own-use`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
COLUMNS = ("draw", "id", "document_id", "check", "verdict", "reason")
AROUND = 160
"""Characters shown on either side of a span."""


@dataclass
class Counts:
    """What a draw came to: verdicts by check."""

    verdicts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, row: dict[str, str]) -> None:
        """Count one line of a sheet."""
        if row["verdict"]:
            self.verdicts.setdefault(row["check"], Counter())[row["verdict"]] += 1

    def __str__(self) -> str:
        total: Counter[str] = sum(self.verdicts.values(), Counter())
        number = total.total()
        lines = [
            f"{total['real']} of {number} real ({total['real'] / max(number, 1):.1%}), {total['doubtful']} doubtful"
        ]
        for check, counted in sorted(self.verdicts.items()):
            if counted["real"] < counted.total():
                lines.append(f"  {check}: {counted['real']} of {counted.total()}")
        return "\n".join(lines)


def rows(sheet: Path) -> list[dict[str, str]]:
    """The lines of a sheet, or of a dataset of a release."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def figures(sheets: Iterable[Path]) -> dict[str, Counts]:
    """The counts of each draw, and of all together where there are several."""
    counted: dict[str, Counts] = {}
    total = Counts()
    for sheet in sheets:
        for row in rows(sheet):
            counted.setdefault(f"{sheet.stem} draw {row['draw']}", Counts()).add(row)
            total.add(row)
    return {**counted, "all": total} if len(counted) > 1 else counted


def draw(releases: Iterable[Path], count: int, sheet: Path, known: set[str]) -> int:
    """Write a sheet without verdicts and the file to read; returns how many rows were drawn."""
    found: dict[str, tuple[dict[str, str], Path]] = {}
    for release in releases:
        for row in rows(release / "data" / "discrepancies.csv"):
            if row["discrepancy_id"] not in known:
                found.setdefault(row["discrepancy_id"], (row, release))
    chosen = sorted(found, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[:count]
    with sheet.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        for name in chosen:
            row = found[name][0]
            writer.writerow((sheet.stem.rpartition("_")[2], name, row["document_id"], row["check"], "", ""))
    sheet.with_suffix(".reading.txt").write_text(
        "\n".join(_shown(*found[name]) for name in chosen), encoding="utf-8", newline="\n"
    )
    return len(chosen)


def _shown(row: dict[str, str], release: Path) -> str:
    head = f"## {row['discrepancy_id']} {row['check']} {row['severity']}\n{row['message']}"
    sides = [("", row["document_id"]), ("other_", row["other_document_id"])]
    places = [_passage(release, name, row[f"{side}char_start"], row[f"{side}char_end"]) for side, name in sides]
    return "\n".join([head, f"{row['value']} | {row['other_value']}", *filter(None, places), ""])


def _passage(release: Path, document_id: str, start: str, end: str) -> str:
    text = release / "texts" / f"{document_id}.txt"
    if not start or not text.exists():
        return ""
    raw = text.read_text(encoding="utf-8")
    first, last = int(start), int(end)
    before, span, behind = raw[max(first - AROUND, 0) : first], raw[first:last], raw[last : last + AROUND]
    return f"[{document_id} {first}] {before}>>>{span}<<<{behind}".replace("\n", " / ")


def main() -> None:
    """Print the shares of the sheets named, or draw a new one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sheets", nargs="*", type=Path)
    parser.add_argument("--draw", type=int, metavar="N", help="draw N rows")
    parser.add_argument("--release", type=Path, action="append", default=[], help="folder of a release; several times")
    parser.add_argument("--output", type=Path, help="the new sheet")
    asked = parser.parse_args()
    sheets = asked.sheets or sorted((PROJECT / "benchmarks" / "audit").glob("discrepancies_*.csv"))
    if asked.draw:
        if asked.output is None or not asked.release:
            parser.error("--draw needs --release and --output")
        known = {row["id"] for sheet in sheets for row in rows(sheet)}
        print(f"{draw(asked.release, asked.draw, asked.output, known)} rows drawn")
        return
    for name, counts in figures(sheets).items():
        print(f"{name}: {counts}")


if __name__ == "__main__":
    main()
