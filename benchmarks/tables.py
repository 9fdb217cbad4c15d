"""How well tables of PDFs are found, on the 27 documents of ICDAR 2013 with hand-made truth.

    python benchmarks/tables.py [--engine pdfium|oxide] [--per-doc] [--json FILE]

Finds the tables of every page, has them scored by the reference scorer (cell adjacency relations as in Göbel et al.,
ICDAR 2013), and prints each figure with the floor that it must reach; then the tables found in documents that have
none. Ends with 1 where one falls short.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
ICDAR = SHARED / "tables" / "icdar2013-eu"
FLOORS = (("adjacency F1, mean of documents", ("adj", "doc_f1"), 0.80), ("exact grids, recall", ("exact", "r"), 0.60))
# Pages on which a table stands in documents that are prose otherwise.
PROSE = {
    "pdf/cn-14fyp-outline-cset-en.pdf": (8, 9),
    "pdf/cn-14fyp-outline-zh.pdf": (5, 6),
    "pdf/cn-15fyp-recommendations-excerpt.pdf": (),
    "pdf/cn-regional-coordination-paper-zh.pdf": (),
    "more/cn-hainan-farm-machinery-subsidy-2024-2026.pdf": (),
    "more/cn-no1-central-document-2026.pdf": (),
    "more/cn-yunnan-10fyp-outline-zh.pdf": (),
}

sys.path.insert(0, str(PROJECT))


def pages_of(path: Path, engine: str) -> Iterator[Any]:
    """Content of the file's pages, one after the other."""
    if engine == "oxide":
        from extractors.reading.engine_oxide import OxideEngine as Chosen
    else:
        from extractors.reading.engine_pdfium import PdfiumEngine as Chosen
    pdf = Chosen().open(path)
    try:
        for number in range(1, pdf.page_count + 1):
            yield pdf.page(number)
    finally:
        pdf.close()


def scored_cells(cells: Iterable[Any]) -> list[dict[str, Any]]:
    """Cells in the scorer's form: first and last row and column, and the text."""
    return [
        {
            "r0": c.row,
            "r1": c.row + c.row_span - 1,
            "c0": c.column,
            "c1": c.column + c.column_span - 1,
            "text": c.text,
        }
        for c in cells
    ]


def predicted(path: Path, engine: str) -> list[dict[str, Any]]:
    """The file's tables in the scorer's form."""
    from extractors.reading.tables.finding import find_tables

    return [
        {
            "page": table.page,
            "rows": [],
            "cells": scored_cells(table.cells),
        }
        for page in pages_of(path, engine)
        for table in find_tables(page)
    ]


def scored(engine: str) -> dict[str, Any]:
    """The scorer's answer for all documents."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((ICDAR / "pdf").glob("*.pdf")):
            (Path(folder) / f"{path.stem}.json").write_text(json.dumps(predicted(path, engine)), encoding="utf-8")
        command = [sys.executable, str(SHARED / "bench" / "score_tables.py"), "--gt", str(ICDAR / "gt")]
        answer = subprocess.run([*command, "--pred", folder, "--per-doc"], capture_output=True, text=True, check=True)
    score: dict[str, Any] = json.loads(answer.stdout)
    return score


def false_tables(engine: str) -> list[str]:
    """Pages of prose on which a table was found."""
    return [
        f"{name} page {table['page']}"
        for name, expected in PROSE.items()
        if (SHARED / "sources" / name).exists()
        for table in predicted(SHARED / "sources" / name, engine)
        if table["page"] not in expected
    ]


def main() -> int:
    """Print the figures; 1 where one is too low."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--engine", choices=("pdfium", "oxide"), default="pdfium")
    parser.add_argument("--per-doc", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    if not ICDAR.is_dir():
        print(f"there is no {ICDAR.relative_to(PROJECT.parent)}: nothing to measure")
        return 1
    begun = time.process_time()
    score = scored(arguments.engine)
    spent = time.process_time() - begun
    low = 0
    for name, (group, key), floor in FLOORS:
        value = score[group][key]
        low += value < floor
        print(f"{name:36} {value:.4f}  (at least {floor})")
    for name, group, key in (
        ("adjacency F1, all relations", "adj", "f1"),
        ("tables found (content alike)", "det80", "r"),
        ("found tables that are one", "det80", "p"),
    ):
        print(f"{name:36} {score[group][key]:.4f}")
    wrong = false_tables(arguments.engine)
    print(f"{'false tables in prose':36} {len(wrong)}  (none)", *wrong, sep="\n  " if wrong else " ")
    print(f"{'CPU seconds for the 27 documents':36} {spent:.2f}")
    if arguments.per_doc:
        for stem, figures in score["per_doc"].items():
            print(f"  {stem:10} adj {figures['adj'][2]:.4f}  exact {figures['exact'][1]:.4f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(score, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if low or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
