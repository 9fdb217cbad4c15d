"""How many sentences are read for targets in a CPU second, one process, beside quantulum3.

    python benchmarks/targets.py [--rounds N]

The sentences are those of the reference plans in either language, as the outline gives them: repaired, joined, with
what stands around them. Each round reads a share of them with this project's reader and, in English, a thinner share
with quantulum3, which knows no Chinese; so both work while the machine is the same. quantulum3 only finds quantities;
kind, indicator, direction and year it does not tell. It is installed by `uv pip install --group peers`; without it
the project's own figures are printed alone.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import yaml

from extractors.reading import read
from extractors.repair import repair
from extractors.structure.footnotes import find_footnotes
from extractors.structure.outline import outline
from extractors.structure.raised import raised_numbers
from extractors.targets.chinese import read_chinese
from extractors.targets.english import read_english
from extractors.targets.sentences import split
from extractors.targets.statement import Context, Reading
from flows.describing import describe

TEXTS = Path(__file__).resolve().parents[2] / "shared/sources/text"
PLANS = {"en": ("cn-14fyp-outline-cset-en", "cn-14fyp-outline-official-en-ch32"), "zh": ("cn-14fyp-outline-zh",)}
READERS: dict[str, Callable[[str, Context], Reading]] = {"en": read_english, "zh": read_chinese}
EVERY = 20
"""Of so many sentences quantulum3 is given one: it is some hundred times slower."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and what stands around it."""

    text: str
    context: Context


def cases(language: str) -> list[Case]:
    """Every sentence of the plans in a language, headings left out."""
    found = []
    for name in PLANS[language]:
        source, problems = describe(yaml.safe_load((TEXTS / f"{name}.yml").read_text(encoding="utf-8")))
        if source is None:
            raise SystemExit(f"{name}.yml: {problems}")
        document = read(TEXTS / source.file)
        lines, _ = repair(document, source.language)
        notes = find_footnotes(lines, source.language, raised_numbers(document))
        for block in outline(document, notes.lines, notes, source).blocks:
            context = Context(
                block.language, source.period_start, source.period_end, block.section_titles, block.element
            )
            if not block.is_heading and block.language == language:
                text = block.text.text
                found += [Case(text[a:b], context) for a, b in split(text, language)]
    return found


def cpu_of(work: Callable[[], object]) -> float:
    """CPU seconds that this process spends on some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def quantulum() -> Callable[[str], object] | None:
    """quantulum3's parser, its tables loaded; null where it is not installed."""
    if not find_spec("quantulum3"):
        return None
    warnings.simplefilter("ignore")
    from quantulum3 import parser  # type: ignore[import-untyped, unused-ignore]

    parser.parse("30 km")
    parse: Callable[[str], object] = parser.parse
    return parse


def measure(language: str, rounds: int) -> dict[str, tuple[int, float]]:
    """Sentences and CPU seconds by reader; each round reads every sentence whose turn it is."""
    known, mine, peer = cases(language), READERS[language], quantulum() if language == "en" else None
    spent: dict[str, tuple[int, float]] = {}

    def add(name: str, share: Sequence[Case], read_one: Callable[[Case], object]) -> None:
        seconds = cpu_of(lambda: [read_one(case) for case in share])
        count, before = spent.get(name, (0, 0.0))
        spent[name] = count + len(share), before + seconds

    for case in known[:50]:
        mine(case.text, case.context)  # vocabularies are loaded once a process
    for n in range(rounds):
        share = known[n::rounds]
        add("guihua", share, lambda case: mine(case.text, case.context))
        with_digits = [case for case in share if any(c.isdigit() for c in case.text)]
        add("guihua, sentences with digits", with_digits, lambda case: mine(case.text, case.context))
        if peer:
            add("quantulum3", share[::EVERY], lambda case: peer(case.text))
    return spent


def main() -> int:
    """Print a line for each language and reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    if not TEXTS.is_dir():
        print("the reference documents are not beside the project; nothing to measure", file=sys.stderr)
        return 2
    print(f"{'':38} {'sentences':>10} {'CPU s':>8} {'a CPU second':>13}")
    for language in PLANS:
        for name, (count, seconds) in measure(language, rounds).items():
            print(f"{f'{language}: {name}':38} {count:10,} {seconds:8.2f} {count / seconds:13,.0f}")
    if not quantulum():
        print("quantulum3 is not installed: `uv pip install --group peers`", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
