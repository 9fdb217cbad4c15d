"""How right a release of the reference documents is, by the hand-made truth beside them.

    python benchmarks/accuracy.py [--release DIR] [--json FILE]

Runs `guihua run` on the reference texts (for own use) unless a release is given, scores it, and prints each figure
with the floor that it must reach. Ends with 1 where one falls short.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"


@dataclass(frozen=True)
class Figure:
    """A figure of the score: where it stands in the scorer's answer and the least that is accepted, or the most."""

    name: str
    path: tuple[str, ...]
    floor: float
    is_ceiling: bool = False

    def of(self, answer: dict[str, Any]) -> float:
        """Its value; the scorer gives some shares as "3/4"."""
        value = at(answer, self.path)
        part, _, whole = str(value).partition("/")
        return round(float(part) / float(whole), 4) if whole else value

    def falls_short(self, answer: dict[str, Any]) -> bool:
        """Whether it is under its floor, or over its ceiling."""
        return self.of(answer) > self.floor if self.is_ceiling else self.of(answer) < self.floor


EN, ZH = "targets_dev_byarticle", "targets_dev_zh"
FIGURES = (
    Figure("sections F1", ("structure", "sections", "f1"), 0.99),
    Figure("boxes found (of 41)", ("structure", "boxes", "tp"), 41),
    Figure("box items F1", ("structure", "boxes", "items", "f1"), 0.99),
    Figure("footnotes F1", ("structure", "footnotes", "f1"), 0.99),
    Figure("indicators exact, Chinese (of 20)", ("indicators", "table1_zh", "exact_rows"), 20),
    Figure("indicators exact, English (of 20)", ("indicators", "table1", "exact_rows"), 20),
    Figure("targets detection F1, English", ("targets", EN, "detection", "f1"), 0.97),
    Figure("targets exact record F1, English", ("targets", EN, "exact_record", "f1"), 0.93),
    Figure("targets full record F1, English", ("targets", EN, "full_record", "f1"), 0.85),
    Figure("targets detection F1, Chinese", ("targets", ZH, "detection", "f1"), 0.97),
    Figure("targets exact record F1, Chinese", ("targets", ZH, "exact_record", "f1"), 0.93),
    Figure("targets full record F1, Chinese", ("targets", ZH, "full_record", "f1"), 0.85),
    Figure("repairs right", ("repairs", "right_defects"), 0.95),
    Figure("look-alikes touched", ("repairs", "touched_lookalikes"), 0.07, is_ceiling=True),
    Figure("glossary F1", ("structure", "glossary", "f1"), 0.98),
    Figure("glossary, English phrase right", ("structure", "glossary", "english_sample", "exact_or_alternative"), 0.85),
    Figure("garbled terms told", ("structure", "glossary", "garbled_flagged"), 0.9),
    Figure("contradictions: errors of sources", ("discrepancies", "found", "source/error"), 1.0),
    Figure("contradictions: errors of extraction", ("discrepancies", "found", "extraction/error"), 0.8),
    Figure("contradictions: warnings of sources", ("discrepancies", "found", "source/warn"), 0.6),
    Figure("contradictions: warnings of extraction", ("discrepancies", "found", "extraction/warn"), 0.6),
)
NONE = ("targets", "predictions_where_there_are_none")


def at(score: dict[str, Any], path: tuple[str, ...]) -> Any:
    """The value at a path of keys."""
    value: Any = score
    for key in path:
        value = value[key]
    return value


def make_release(output: Path, *, sources: str = "text", with_prefect: bool = True) -> Path:
    """Run the pipeline on a folder of reference sources as a person would and return the release's folder."""
    command = [sys.executable, "-m", "flows", "run", "--sources", str(SHARED / "sources" / sources), "--for-own-use"]
    command += ["--output", str(output), *([] if with_prefect else ["--without-prefect"])]
    subprocess.run(command, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)
    latest = json.loads((output / "latest.json").read_text(encoding="utf-8"))
    return output / str(latest["path"])


def score(release: Path) -> dict[str, Any]:
    """What the scorer says of a release."""
    out = subprocess.run(
        [sys.executable, str(SHARED / "bench/score_release.py"), str(release)],
        check=True,
        capture_output=True,
        text=True,
    )
    answer: dict[str, Any] = json.loads(out.stdout)
    return answer


def shortfalls(answer: dict[str, Any]) -> list[str]:
    """One line for each figure under its floor; none when all are reached."""
    low = [f"{f.name}: {f.of(answer)}, must be {f.floor}" for f in FIGURES if f.falls_short(answer)]
    return low + [f"{document}: {n} targets read where there are none" for document, n in at(answer, NONE).items() if n]


def main() -> int:
    """Print the figures; 0 when all reach their floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--release", type=Path, help="a release already made from the reference texts")
    parser.add_argument("--json", type=Path, help="write the scorer's whole answer here")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        answer = score(options.release or make_release(Path(folder)))
    if options.json:
        options.json.write_text(json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8")
    for figure in FIGURES:
        bound = "at most" if figure.is_ceiling else "floor"
        print(f"{figure.name:40} {figure.of(answer):>8}   {bound} {figure.floor}")
    for document, n in at(answer, NONE).items():
        print(f"{'targets where there are none':40} {n:>8}   {document}")
    low = shortfalls(answer)
    print("\n".join(low) or "every figure reaches its floor")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
