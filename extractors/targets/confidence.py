"""From how well a rule fits to how often such statements were found right.

The readers of both languages score a statement by what was printed and what had to be supposed. The score ranks; it is
no share. `confidence.yaml` has for each language the share found right at some scores, measured by
`benchmarks/calibration.py`; between them it is read off a straight line.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib.resources import files

import yaml

Point = tuple[float, float]


@cache
def points() -> dict[str, tuple[Point, ...]]:
    """By language: scores with the share found right at each, both rising."""
    text = (files("extractors.targets") / "confidence.yaml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    return {language: tuple((float(score), float(share)) for score, share in line) for language, line in read.items()}


def calibrated(score: float, language: str) -> float:
    """The share of statements of such a score that are right in every field, to two decimals.

    Args:
        score: What the reader of the language gave, 0..1.
        language: `en` or `zh`.
    """
    line = points()[language]
    at = bisect_left(line, (score, 0.0))
    if at == 0:
        return line[0][1]
    if at == len(line):
        return line[-1][1]
    (low, low_share), (high, high_share) = line[at - 1], line[at]
    return round(low_share + (high_share - low_share) * (score - low) / (high - low), 2)
