"""Numbers that the print raises above the line and sets smaller, as it does markers of notes."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.document import Document, Glyphs

_NUMBER = re.compile(r"[\[［〔(（]?\s?注?(\d{1,3}|[①-⑳])[\]］〕)）]?")
_SMALLER = 0.8
_RAISED = 0.12
# Points between a marker and the word it sticks to.
_NEAR = 4.0


def raised_numbers(document: Document) -> frozenset[int]:
    """Raw offsets of numbers of up to three digits that stand raised beside a word; none for text."""
    found = set()
    for left, right in pairwise(document.glyphs):
        for run, word in ((right, left), (left, right)):
            match = _NUMBER.fullmatch(document.text, run.start, run.end)
            if match and _is_raised(run, word):
                found.add(match.start(1))
    return frozenset(found)


def _is_raised(run: Glyphs, word: Glyphs) -> bool:
    box, beside = run.region, word.region
    height = beside.bottom - beside.top
    apart = max(box.x0 - beside.x1, beside.x0 - box.x1)
    return (
        box.page == beside.page
        and box.bottom - box.top <= _SMALLER * height
        and beside.top - height / 2 < box.top
        and beside.top < box.bottom <= beside.bottom - _RAISED * height
        and apart <= _NEAR
    )
