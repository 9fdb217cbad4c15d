"""What a run costs: CPU of the whole process tree and the memory of its largest process.

    python benchmarks/cost.py [--runs N]

Three commands are timed in turn, N times each: `guihua run` on the reference texts, the same on one empty document
(what Prefect, Great Expectations and the interpreter cost whatever is read), and `guihua extract` of the largest text;
and `guihua --help`. The figures are medians of user plus system seconds as the operating system counts them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
TEXTS = SHARED / "sources/text"


def timed(arguments: list[str]) -> tuple[float, float, float]:
    """CPU seconds of a command and its children, MB of the largest of them, wall seconds."""
    start = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "flows", *arguments],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.monotonic() - start


def empty_collection(folder: Path) -> Path:
    """A collection of one empty document."""
    folder.mkdir()
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "empty.yml").write_text(
        "id: empty\ntitle: Empty\nfile: empty.txt\nlanguage: [en]\ndocument_type: note\nauthority: unknown\n"
        "redistribution: full\nlicence: none\n",
        encoding="utf-8",
    )
    return folder


def main() -> int:
    """Print a line a command and the difference that the texts cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    if not TEXTS.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        empty = empty_collection(folder / "empty")
        largest = max(TEXTS.glob("*.txt"), key=lambda p: p.stat().st_size)
        results: dict[str, list[tuple[float, float, float]]] = {}
        for n in range(runs):
            for name, arguments in (
                (
                    "run, reference texts",
                    ["run", "--sources", str(TEXTS), "--output", str(folder / f"a{n}"), "--for-own-use"],
                ),
                ("run, one empty document", ["run", "--sources", str(empty), "--output", str(folder / f"b{n}")]),
                (f"extract, {largest.stat().st_size // 1000} kB of text", ["extract", str(largest)]),
                ("--help", ["--help"]),
            ):
                results.setdefault(name, []).append(timed(arguments))
    print(f"{'':34} {'CPU s':>8} {'MB':>8} {'wall s':>8}   median of {runs}")
    medians = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in results.items()
    }
    for name, (cpu, memory, wall) in medians.items():
        print(f"{name:34} {cpu:8.2f} {memory:8.0f} {wall:8.2f}")
    texts, bare = medians["run, reference texts"][0], medians["run, one empty document"][0]
    print(f"{'run, texts less empty':34} {texts - bare:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
