"""CPU seconds that repair, languages and contradictions cost on the reference texts, each step by itself.

    python benchmarks/editions_cost.py

Every document is read and extracted in this process with a clock around each step; then the editions of each work are
compared. What libraries take to load (the word list, the readings of characters, units) is in the step that first
needs it. Ends with 1 where the sum is over what was asked for. `benchmarks/alignment.py` says how the cost grows.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from edition_links import TEXTS, crosswalk_made  # noqa: E402

import extractors.pipeline as pipeline  # noqa: E402
from extractors.language import comparing  # noqa: E402
from extractors.language.editions import families  # noqa: E402
from flows.collection import read_folder  # noqa: E402
from flows.engines import read_with  # noqa: E402

ASKED = 15.0
STEPS = (
    "repair",
    "glossary",
    "inferred_changes",
    "facing_texts",
    "with_indicators",
    "with_target_indicators",
    "with_own_facts",
    "with_own_line_facts",
    "check_document",
)


def clocked(name: str, step: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    """A step that adds its CPU seconds to `spent`; one that hands out rows one by one is run to its end."""

    def run(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        result = step(*arguments, **named)
        if hasattr(result, "__next__"):
            result = list(result)
        spent[name] += time.process_time() - start
        return result

    return run


def seconds() -> Counter[str]:
    """CPU seconds of each step over all reference texts."""
    spent: Counter[str] = Counter()
    for name in STEPS:
        setattr(pipeline, name, clocked(name, getattr(pipeline, name), spent))
    entries = read_folder(TEXTS, use_lock=False).entries
    compared = {source.id for family in families([e.source for e in entries]) for source in family}
    for entry in entries:  # those that are compared are read by `crosswalk_made`
        if entry.source.id not in compared:
            pipeline.extract(read_with(entry.path, "auto"), entry.source)
    comparing.compare = clocked("compare", comparing.compare, spent)
    crosswalk_made()
    return spent


def main() -> int:
    """Print the steps, the dearest first."""
    if not TEXTS.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    spent = seconds()
    for name, cost in spent.most_common():
        print(f"{name:24} {cost:6.2f}")
    total = sum(spent.values())
    print(f"{'all':24} {total:6.2f}   asked for: {ASKED:g}")
    return 1 if total > ASKED else 0


if __name__ == "__main__":
    sys.exit(main())
