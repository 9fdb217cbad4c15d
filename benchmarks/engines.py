"""How alike the two native engines read the same files: characters, words and cells of tables.

    python benchmarks/engines.py [FILE_OR_FOLDER ...]

For each file the share of what both engines give, of what either gives (counted with repeats, so that 1 means the
same bag of characters, words or cells). A cell counts as alike where both put the same text into the same row and
column of a table on the same page. Without arguments the PDFs of the sample collection are read, and those of
ICDAR 2013.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
FOLDERS = ("sources/pdf", "sources/more", "tables/icdar2013-eu/pdf")
KINDS = ("characters", "words", "cells")

sys.path.insert(0, str(PROJECT))

Bag = Counter[Hashable]


def alike(one: Bag, other: Bag) -> float:
    """Share that two bags have in common of all that is in either; 1 where both are empty."""
    either = sum((one | other).values())
    return sum((one & other).values()) / either if either else 1.0


def bags(path: Path, engine: str) -> dict[str, Bag]:
    """What an engine gives of a file, page by page, by kind.

    Args:
        path: The PDF.
        engine: `pdfium` or `oxide`.

    Raises:
        ReadError: The engine cannot open it, or no page holds text.
    """
    from extractors.reading.pdf import read_pdf

    document = read_pdf(path, "oxide" if engine == "oxide" else "pdfium")
    found: dict[str, Bag] = {kind: Counter() for kind in KINDS}
    for page in document.pages:
        text = document.text[page.start : page.end]
        found["characters"].update((page.number, c) for c in text if not c.isspace())
        found["words"].update((page.number, word) for word in text.split())
    for table in document.tables:
        for cell in table.cells:
            if cell.text:
                # A table over several pages keeps its first page: its rows count from there.
                found["cells"][table.page, cell.row, cell.column, "".join(cell.text.split())] += 1
    return found


def shares(path: Path) -> dict[str, float]:
    """The share of each kind that both engines read alike.

    Raises:
        ReadError: One of them cannot read the file.
    """
    one, other = bags(path, "pdfium"), bags(path, "oxide")
    return {kind: alike(one[kind], other[kind]) for kind in KINDS} | {"of cells": sum(one["cells"].values())}


def files_of(names: Iterable[str]) -> list[Path]:
    """PDFs that are named, and those in the folders named."""
    found = [Path(name) for name in names]
    return [p for f in found for p in (sorted(f.rglob("*.pdf")) if f.is_dir() else [f])]


def main(names: list[str]) -> int:
    """Print a line a file and the mean; 1 where there is nothing to read."""
    from extractors.errors import ReadError

    files = files_of(names or [str(SHARED / folder) for folder in FOLDERS])
    if not files:
        print("there are no PDFs to compare")
        return 1
    print(f"{'file':52} {'characters':>10} {'words':>7} {'cells':>7} {'of cells':>9}")
    rows: list[dict[str, float]] = []
    for path in files:
        try:
            found = shares(path)
        except ReadError as error:
            print(f"{path.name[:52]:52} {error.outcome}: an engine cannot read it")
            continue
        rows.append(found)
        figures = " ".join(f"{found[kind]:{width}.4f}" for kind, width in zip(KINDS, (10, 7, 7), strict=True))
        print(f"{path.name[:52]:52} {figures} {found['of cells']:9.0f}", flush=True)
    if rows:
        means = " ".join(
            f"{sum(r[kind] for r in rows) / len(rows):{width}.4f}"
            for kind, width in zip(KINDS, (10, 7, 7), strict=True)
        )
        print(f"{'mean of ' + str(len(rows)) + ' files':52} {means} {sum(r['of cells'] for r in rows):9.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
