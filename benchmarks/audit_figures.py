"""Error rates by field from sheets of records read by eye; and fresh sheets to read.

    python benchmarks/audit_figures.py benchmarks/audit/*.csv
    python benchmarks/audit_figures.py --draw 300 --output benchmarks/audit/targets_4.csv

A sheet has the columns draw, id, document_id, number_text, field, verdict and reason: a line for each record without a
fault (verdict `right`), one for each wrong field of the others (`wrong`, with the field and the reason), and one for
each sentence with a number and no record (field `sentence`; `right` where it rightly gives none, `missed` where not).
Lines without a verdict are not read yet and count nowhere. What a draw showed was mended by rule where a rule could,
so a new draw is needed to say how the rules do elsewhere. The sheets `unseen_*.csv` judge sentences of documents that
are not in the repository against expected readings; they hold the rule and the score of the reader too, a record that
should be none as field `record`, and a statement that was not found as a missed sentence.

`--draw` takes the records with the smallest hashes of their ids over all documents of `../shared/sources/more` (or of
each folder given with `--sources`), leaves out those that stand in a sheet already, and adds 60 sentences without a
record drawn alike. What is to be read, with the sentences, goes to a file beside the sheet that stays out of the
repository, since it holds text of others.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
COLUMNS = ("draw", "id", "document_id", "number_text", "field", "verdict", "reason")
SENTENCE = "sentence"


@dataclass
class Counts:
    """What a draw came to: records and sentences read, wrong fields, sentences that held a missed statement."""

    records: set[tuple[str, str]] = field(default_factory=set)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    wrong: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    missed: int = 0

    def add(self, row: dict[str, str]) -> None:
        """Count one line of a sheet."""
        if not row["verdict"]:
            return
        if row["field"] == SENTENCE:
            self.sentences += 1
            self.missed += row["verdict"] == "missed"
            return
        record = (row["id"], row["number_text"])
        self.records.add(record)
        if row["verdict"] == "wrong":
            self.faulty.add(record)
            self.wrong[row["field"]] += 1

    def __str__(self) -> str:
        number = len(self.records)
        rates = ", ".join(f"{name} {n} ({n / number:.1%})" for name, n in sorted(self.wrong.items()))
        told = f"{number} records, {number - len(self.faulty)} wholly right; wrong: {rates or 'none'}"
        return told + (f"; {self.missed} of {self.sentences} sentences missed" if self.sentences else "")


def rows(sheet: Path) -> list[dict[str, str]]:
    """The lines of a sheet."""
    with sheet.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def figures(sheets: Iterable[Path]) -> dict[str, Counts]:
    """The counts of each draw of each sheet, and of all together."""
    counted: dict[str, Counts] = {}
    total = Counts()
    for sheet in sheets:
        for row in rows(sheet):
            counted.setdefault(f"{sheet.stem} draw {row['draw']}", Counts()).add(row)
            total.add(row)
    return {**counted, "all": total} if len(counted) > 1 else counted


def read_ids(sheets: Iterable[Path]) -> set[str]:
    """Ids that stand in a sheet already, read or not."""
    return {row["id"] for sheet in sheets for row in rows(sheet)}


def main() -> None:
    """Print the rates of the sheets named, or draw a new one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sheets", nargs="*", type=Path)
    parser.add_argument("--draw", type=int, metavar="N", help="draw N records and 60 sentences")
    parser.add_argument("--output", type=Path, help="the new sheet")
    parser.add_argument("--sources", type=Path, action="append", help="folder of documents; several times")
    parser.add_argument("--language", choices=("en", "zh"), help="documents of one language only")
    asked = parser.parse_args()
    if asked.draw:
        if asked.output is None:
            parser.error("--draw needs --output")
        sys.path.insert(0, str(PROJECT))
        from benchmarks.audit_drawing import draw

        folders = asked.sources or [PROJECT.parent / "shared" / "sources" / "more"]
        known = read_ids(asked.sheets or sorted((PROJECT / "benchmarks" / "audit").glob("*.csv")))
        draw(folders, asked.draw, asked.output, known, asked.language)
        return
    for name, counts in figures(asked.sheets).items():
        print(f"{name}: {counts}")


if __name__ == "__main__":
    main()
