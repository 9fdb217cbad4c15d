"""English sentences in the styles of work reports and policy plans, against what a careful reader takes from them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

DATA = Path(__file__).parents[1] / "data"
CONTEXTS = {
    "review": Context("en", section_titles=("Review of the past year",)),
    "outlook": Context("en", plan_start=2024, plan_end=2024, section_titles=("Plans for this year",)),
    "policy": Context("en"),
    "plan": Context("en", plan_start=2026, plan_end=2030),
    "none": Context("en", plan_start=2026, plan_end=2030),
}


@dataclass(frozen=True)
class Expected:
    """One line of the data: each field holds the answers that count as right."""

    kind: tuple[str, ...]
    value: float
    value_max: float | None
    base: tuple[str, ...]
    unit: tuple[str, ...]
    comparator: tuple[str, ...]
    direction: tuple[str, ...]
    year: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]


def _expected(line: str) -> Expected:
    head, _, words = line.partition("|")
    fields = head.split()
    base = fields.pop(2)[5:] if fields[2].startswith("base=") else "-"
    kind, value, unit, comparator, direction, year = fields
    low, _, high = value.partition("..")
    return Expected(
        tuple(kind.split(",")),
        float(low),
        float(high) if high else None,
        tuple(base.split(",")),
        tuple(unit.replace("&", " ").split(",")),
        tuple(comparator.split(",")),
        tuple(direction.split(",")),
        tuple(year.split(",")),
        tuple(tuple(word.lower().split(",")) for word in words.split()),
    )


def cases() -> Iterator[tuple[str, str, list[Expected]]]:
    """Context, sentence and expected statements."""
    context = sentence = ""
    lines: list[Expected] = []
    files = [DATA / f"english_styles{name}.txt" for name in ("", "_more", "_long", "_last", "_nominal", "_naming")]
    for line in [*(one for f in files for one in f.read_text(encoding="utf-8").splitlines()), "## end"]:
        if line.startswith((">", "##")):
            if sentence:
                yield context, sentence, lines
            sentence, lines = line[2:] if line.startswith(">") else "", []
            context = context if sentence else line[3:]
        elif line and not line.startswith("#"):
            lines.append(_expected(line))


def _plain(number: float | None) -> str:
    return "-" if number is None else f"{number:g}"


def faults(want: Expected, found: Statement) -> list[str]:
    """Fields in which a statement differs from what is expected."""
    name = found.indicator.lower()
    # A word's stem will do: "exports" for "exports of goods", "renewable" for "renewables".
    words = all(any(re.search(rf"\b{re.escape(w.rstrip('s'))}", name) for w in answers) for answers in want.words)
    checks = {
        "kind": found.kind in want.kind,
        "value": abs(found.value - want.value) <= 1e-6 * abs(want.value),
        "value_max": _plain(found.value_max) == _plain(want.value_max),
        "base_value": _plain(found.base_value) in [one if one == "-" else _plain(float(one)) for one in want.base],
        "unit": (found.unit or "-") in want.unit,
        "comparator": found.comparator in want.comparator,
        "direction": found.direction in want.direction,
        "target_year": str(found.target_year or "-") in want.year,
        "indicator": words,
    }
    return [name for name, right in checks.items() if not right]


def differences() -> tuple[list[str], int, int, int]:
    """What is read otherwise than expected, then the numbers of statements expected, found in place, and right."""
    out: list[str] = []
    expected = paired = right = 0
    for context, sentence, wants in cases():
        found = list(read_english(sentence, CONTEXTS[context]).statements)
        expected += len(wants)
        for want in wants:
            # Statements stand in order of place: one that is not there leaves the others where they are.
            match = next((s for s in found if abs(s.value - want.value) <= 1e-6 * abs(want.value)), None)
            if match is None:
                out.append(f"{sentence} / not found: {want.value:g}")
                continue
            found.remove(match)
            paired += 1
            wrong = faults(want, match)
            right += not wrong
            if wrong:
                out.append(f"{sentence} / {want.value:g}: {', '.join(wrong)} / {match}")
        out += [f"{sentence} / too much: {s}" for s in found]
    return out, expected, paired, right


def test_statements_are_read_as_a_careful_reader_reads_them() -> None:
    out, expected, _, right = differences()
    assert right >= 0.94 * expected, "\n".join(out)


def test_sentences_without_quantities_give_none() -> None:
    found = [(s, read_english(s, CONTEXTS[c]).statements) for c, s, wants in cases() if not wants]
    assert len(found) > 30
    assert [entry for entry in found if entry[1]] == []


@pytest.mark.parametrize(
    "piece",
    ["and be ", "and will be ", "and is to be cut ", "which was ", "one in ", "and grew by 5% ", "a 5% cut in "],
)
def test_endless_repetition_is_read_without_failing(piece: str) -> None:
    read_english("Output will grow " + piece * 3000 + "by 20%.", CONTEXTS["plan"])


if __name__ == "__main__":
    lines, *figures = differences()
    sys.stdout.write("\n".join([*lines, *map(str, figures)]) + "\n")
