"""What becomes of damaged, encrypted, looping, empty and huge PDFs.

    python benchmarks/hostile.py

Each file of `../shared/hostile` is read in this process. It gives a document or an error with an outcome of the closed
list and a message; what `expected.csv` says is open yields at least as many printed characters as pdfium's own text.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

PROJECT = Path(__file__).resolve().parents[1]
HOSTILE = PROJECT.parent / "shared" / "hostile"
LOOKED_AT = 50  # pages whose characters expected.csv counts
MOST_SECONDS = 120.0


@dataclass(frozen=True)
class Result:
    """What one file gave."""

    file: str
    expected: str
    outcome: str
    message: str
    characters: int
    least: int
    seconds: float

    def faults(self, outcomes: tuple[str, ...]) -> list[str]:
        """What is not as it should be."""
        found = []
        if self.outcome not in outcomes:
            found.append("outcome outside the closed list")
        if self.outcome != "read" and not self.message:
            found.append("no message")
        if self.characters < self.least:
            found.append(f"{self.characters} characters instead of {self.least}")
        if self.expected == "password" and self.outcome != "password_required":
            found.append("opened without its password")
        if self.seconds > MOST_SECONDS:
            found.append("too slow")
        return found


def printed(text: str) -> int:
    """Number of characters that are no white space."""
    return len("".join(text.split()))


def in_pdfium(path: Path) -> int:
    """Printed characters of pdfium's own text within the page, over the pages that expected.csv counts."""
    import pypdfium2

    count = 0
    pdf = pypdfium2.PdfDocument(path)
    for index in range(min(len(pdf), LOOKED_AT)):
        try:
            count += printed(pdf[index].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            continue
    return count


def tried(path: Path, expected: str) -> Result:
    """Read a file, whatever comes of it."""
    from extractors.errors import ReadError
    from extractors.reading import read

    start = time.process_time()
    try:
        document = read(path)
    except ReadError as error:
        return Result(path.name, expected, error.outcome, error.message, 0, 0, time.process_time() - start)
    except Exception as error:  # noqa: BLE001 a crash is what this looks for
        return Result(path.name, expected, "CRASH", repr(error), 0, 0, time.process_time() - start)
    seconds = time.process_time() - start
    pages = document.pages[:LOOKED_AT]
    characters = printed(document.text[: pages[-1].end])
    least = in_pdfium(path) if expected == "open" else 0
    message = document.outcome_message or ""
    return Result(path.name, expected, document.outcome, message, characters, least, seconds)


def main() -> int:
    """Print a line a file and a count of outcomes; 1 where one is not as it should be."""
    from extractors.errors import Outcome

    if not HOSTILE.is_dir():
        print("the hostile files are not beside the project; nothing to read", file=sys.stderr)
        return 2
    with (HOSTILE / "expected.csv").open(encoding="utf-8", newline="") as file:
        expected = [(row["file"], row["pdfium"], int(row["characters"])) for row in csv.DictReader(file)]
    outcomes: tuple[str, ...] = get_args(Outcome)
    failed = 0
    counts: Counter[str] = Counter()
    for name, sort, characters in expected:
        result = tried(HOSTILE / name, sort)
        faults = result.faults(outcomes)
        if sort == "open" and characters and result.outcome not in ("read", "partly_read"):
            faults.append(f"{characters} characters lost")
        counts[result.outcome] += 1
        failed += bool(faults)
        print(f"{name[:52]:52} {sort:12} {result.outcome:17} {result.characters:7} {result.seconds:6.2f} s  "
              f"{'; '.join(faults) or result.message[:70]}")  # fmt: skip
    print(dict(sorted(counts.items())), f"{failed} of {len(expected)} not as they should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    sys.exit(main())
