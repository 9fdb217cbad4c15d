"""Damaged, encrypted, huge and malicious PDFs: no file crashes a run, hangs it or takes more memory than it may.

    python benchmarks/hostile_run.py [--keep DIR] [--time-limit SECONDS] [--memory-limit-mb MB]

Copies the hostile files beside the project into a temporary folder, lets `guihua sources --make-yaml` describe them,
runs `guihua run` on them and prints how many ended with each outcome, files without a row, rows without a message,
files that a reference engine opens and that gave fewer characters than it did, and the largest worker's memory.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import psutil
import pyarrow.parquet as pq

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
HOSTILE = PROJECT.parent / "shared/hostile"
_GLANCE = 0.02  # seconds between two looks at the workers
_SLACK = 100  # MB that a worker can take between two looks of the run itself


def watched(arguments: list[str]) -> tuple[int, float, float, str]:
    """Exit code, wall seconds, MB of the largest worker process and what was said of a command."""
    start, largest = time.monotonic(), 0.0
    with tempfile.TemporaryFile("w+") as said:
        with subprocess.Popen(
            [sys.executable, "-m", "flows", *arguments], cwd=PROJECT, stdout=said, stderr=subprocess.STDOUT
        ) as process:
            family = psutil.Process(process.pid)
            while process.poll() is None:
                with suppress(psutil.NoSuchProcess):
                    for child in family.children():
                        with suppress(psutil.NoSuchProcess):
                            largest = max(largest, child.memory_info().rss / 1e6)
                time.sleep(_GLANCE)
        said.seek(0)
        return process.returncode, time.monotonic() - start, largest, said.read()


def documents(output: Path) -> list[dict[str, Any]]:
    """The rows of `documents` in the latest release of an output."""
    release = output / json.loads((output / "latest.json").read_text(encoding="utf-8"))["path"]
    rows: list[dict[str, Any]] = pq.read_table(release / "data/documents.parquet").to_pylist()
    return rows


def shortfalls(rows: list[dict[str, Any]]) -> list[str]:
    """Files that the reference engine opens and that gave fewer characters."""
    by_file = {row["file"]: row for row in rows}
    with (HOSTILE / "expected.csv").open(encoding="utf-8") as lines:
        expected = list(csv.DictReader(lines))
    short = []
    for line in expected:
        row = by_file.get(line["file"])
        if line["pdfium"] == "open" and row and (row["characters"] or 0) < int(line["characters"]):
            short.append(f"{line['file']}: {row['characters'] or 0} of {line['characters']} characters")
    return short


def faults(files: list[str], rows: list[dict[str, Any]], memory: float, limit: float) -> list[str]:
    """What no hostile file may bring about."""
    from extractors.errors import Outcome

    known = {row["file"] for row in rows}
    found = [f"{name}: no row in documents" for name in files if name not in known]
    found += [f"{r['file']}: outcome {r['outcome']}" for r in rows if r["outcome"] not in get_args(Outcome)]
    found += [f"{r['file']}: no message" for r in rows if r["outcome"] != "read" and not r["outcome_message"]]
    found += [f"{r['file']}: a defect" for r in rows if "defect of the program" in (r["outcome_message"] or "")]
    return found + ([f"a worker took {memory:.0f} MB"] if memory > limit + _SLACK else [])


def main() -> int:
    """Run and print; 1 where something happened that may not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="work in this new folder and keep it")
    parser.add_argument("--time-limit", default="120")
    parser.add_argument("--memory-limit-mb", default="2000")
    told = parser.parse_args()
    if not HOSTILE.is_dir():
        print("the hostile files are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        root = told.keep or Path(temporary)
        copy, output = root / "hostile", root / "output"
        copy.mkdir(parents=True)
        for path in sorted(HOSTILE.iterdir()):
            shutil.copyfile(path, copy / path.name)
        code, seconds, memory, said = watched(["sources", "--make-yaml", str(copy)])
        print(f"described: exit code {code}, {seconds:.0f} s, largest worker {memory:.0f} MB")
        limits = ["--time-limit", told.time_limit, "--memory-limit-mb", told.memory_limit_mb]
        run = ["run", "--sources", str(copy), "--output", str(output), "--without-prefect", *limits]
        code, seconds, memory, said = watched(run)
        print(f"run: exit code {code}, {seconds:.0f} s, largest worker {memory:.0f} MB")
        if code not in (0, 3):
            print(said)
            return 1
        rows = documents(output)
    for outcome, count in sorted(Counter(row["outcome"] for row in rows).items()):
        print(f"{outcome:20} {count:4}")
    short = shortfalls(rows)
    print(f"fewer characters than the reference engine: {len(short)}", *short, sep="\n  ")
    wrong = faults([p.name for p in HOSTILE.glob("*.pdf")], rows, memory, float(told.memory_limit_mb))
    print(f"faults: {len(wrong)}", *wrong, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
