"""Whether a document says the same read from its PDF and from its text edition.

    python benchmarks/parity.py [--show N]

Runs `guihua run` on the reference PDFs and on the reference texts (for own use), compares the two releases, scores
the main-indicator tables read from PDF, and prints each figure with the floor that it must reach. Ends with 1 where one
falls short.

The comparison pairs footnotes by their printed number. A PDF that was typeset without some of the notes numbers the
others anew, so the notes are compared by their words as well: how many of the PDF's notes the text edition has.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from accuracy import SHARED, at, make_release, score

ALIKE = ("numeric_targets", "indicators", "sections", "boxes", "box_items")
ALIKE_FLOOR = 0.99
INDICATORS = (
    ("indicators exact from PDF, Chinese (of 20)", ("indicators", "table1_zh", "exact_rows")),
    ("indicators exact from PDF, English (of 20)", ("indicators", "table1", "exact_rows")),
)


def compared(pdf: Path, text: Path, show: int) -> dict[str, Any]:
    """What the comparison of two releases says."""
    command = [sys.executable, str(SHARED / "bench/compare_releases.py"), str(pdf), str(text), "--show", str(show)]
    answer: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def notes(release: Path) -> Counter[tuple[str, str]]:
    """The footnotes of a release by document and words, whatever their numbers."""
    with (release / "data/documents.csv").open(encoding="utf-8-sig", newline="") as lines:
        works = {row["document_id"]: row["edition_of"] or row["document_id"] for row in csv.DictReader(lines)}
    with (release / "data/footnotes.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return Counter((re.sub("-(txt|pdf)$", "", works[row["document_id"]]), words(row["text"])) for row in rows)


def words(text: str) -> str:
    """A text without what two editions print differently: white space, quotes and dashes."""
    return re.sub(r"[\s\u2018\u2019\u201c\u201d\"'\u2010-\u2015-]", "", unicodedata.normalize("NFKC", text)).casefold()


def main() -> int:
    """Print the figures; 0 when all reach their floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=10, help="differences to print for each dataset")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        pdf = make_release(Path(folder) / "pdf", sources="pdf", with_prefect=False)
        text = make_release(Path(folder) / "text", with_prefect=False)
        answer, tables = compared(pdf, text, options.show), score(pdf)
        of_pdf, of_text = notes(pdf), notes(text)
    low = []
    for name in ALIKE:
        print(f"{name + ' alike':44} {answer[name]['alike']:>8}   floor {ALIKE_FLOOR}")
        if answer[name]["alike"] < ALIKE_FLOOR:
            low.append(name)
            print(json.dumps(answer[name], ensure_ascii=False, indent=1))
    for name, path in INDICATORS:
        print(f"{name:44} {at(tables, path):>8}   floor 20")
        low += [name] if at(tables, path) < 20 else []
    print(f"{'footnotes alike by number':44} {answer['footnotes']['alike']:>8}")
    same, printed = sum((of_pdf & of_text).values()), sum(of_pdf.values())
    print(f"{'footnotes of the PDFs in the text by words':44} {f'{same} of {printed}':>8}   floor all")
    low += ["footnotes by words"] if same < printed else []
    print("\n".join(f"falls short: {name}" for name in low) or "every figure reaches its floor")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
