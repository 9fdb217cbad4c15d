"""Keeps a text that is odd throughout from drowning a release in rows: what is found everywhere is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.checks.material import Finding

_EACH = 10_000
_FEW = 4
"""Rows that the shortest document may have."""


def bounded(found: Sequence[Finding], characters: int, most: int) -> list[Finding]:
    """The findings, those of the most frequent checks drawn together until they are few enough.

    Args:
        found: Findings on one document, in the order of their places.
        characters: Length of the document.
        most: Findings that ten thousand characters may have.

    Returns:
        The findings in their order; of a check that was drawn together the first, whose message says how many more.
    """
    limit = max(_FEW, most * characters // _EACH)
    counts = Counter(f.check for f in found)
    together: set[str] = set()
    left = len(found)
    for check, count in counts.most_common():
        if left <= limit or count == 1:
            break
        together.add(check)
        left -= count - 1
    kept: list[Finding] = []
    told: set[str] = set()
    for finding in found:
        if finding.check not in together:
            kept.append(finding)
        elif finding.check not in told:
            more = counts[finding.check] - 1
            kept.append(replace(finding, message=f"{finding.message} {more} more places are alike; this is the first."))
        told.add(finding.check)
    return kept
