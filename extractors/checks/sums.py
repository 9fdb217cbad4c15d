"""Totals that their parts, told in the same breath, nearly but not quite add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.checks.material import Finding, Material
from extractors.records import NumericTarget

_PARTS = re.compile(
    r"其中|分别(?:为|是|达)|包括|of which|respectively|made up of|consisting of|comprising", re.IGNORECASE
)
_LEAST_PARTS = 2
_NEAR = 0.05
"""Parts that miss the total by more are not all its parts; what misses it by less was meant to add up."""


def sums(material: Material) -> Iterator[Finding]:
    """Sentences with a total, a word that says that parts follow, and amounts of the same unit."""
    targets = [
        t for t in material.of(NumericTarget, "numeric_targets")
        if t.element != "table" and t.value is not None and t.value > 0 and t.value_max is None and t.unit
        and t.comparator == "eq" and not t.unit.startswith("%") and t.direction not in ("increase_by", "reduce_by")
    ]  # fmt: skip
    for _, sentence in groupby(targets, key=lambda t: (t.char_start, t.char_end)):
        told = sorted(sentence, key=lambda t: t.number_char_start)
        yield from _against(told, material.document.text)


def _against(told: Sequence[NumericTarget], text: str) -> Iterator[Finding]:
    for k, total in enumerate(told):
        parts = [t for t in told[k + 1 :] if t.unit == total.unit]
        if len(parts) < _LEAST_PARTS or not _PARTS.search(text, total.number_char_end, parts[0].number_char_start):
            continue
        whole, summed = total.value or 0.0, sum(p.value or 0.0 for p in parts)
        off, loose = abs(summed - whole), sum(_rounding(p) for p in (total, *parts))
        if loose < off <= _NEAR * whole:
            yield Finding(
                check="sum_of_parts",
                message=f"{len(parts)} parts add up to {summed:.15g} {total.unit}, the total is {whole:.15g}.",
                start=total.number_char_start,
                end=total.number_char_end,
                value=f"{whole:.15g}",
                other_value=f"{summed:.15g}",
                other_start=parts[0].number_char_start,
                other_end=parts[-1].number_char_end,
            )
            return


def _rounding(target: NumericTarget) -> float:
    """Half of what the last printed digit of a number is worth."""
    printed = re.sub(r"[,，\s]", "", target.number_text)
    digits = re.match(r"[0-9]+(?:\.[0-9]+)?", printed)
    if digits is None or not float(digits[0]):
        return abs(target.value or 0.0) * _NEAR
    scale = abs(target.value or 0.0) / float(digits[0])
    return 0.5 * scale * 10.0 ** -len(digits[0].partition(".")[2])
