"""Lines at the foot of a page or column that are set smaller than its text: footnotes and what goes on of them.

A raised number opens them, or a short rule parts them from the text; other small print is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from extractors.reading.engine import Rule
from extractors.reading.page_turn import Box

_SMALLER = 0.93  # of the text's size that notes are set in at most
_SHORT = 0.6  # of the column's width that the rule above notes has at most
_NUMBERED = re.compile(r"[\[(（［]?\d{1,3}|[①-⑳*†‡]")
_PAGE_NUMBER = re.compile(
    r"[\W\d]{0,12}|\W{0,3}[ivxlcIVXLC]{1,7}\W{0,3}|[Pp](?:age|\.)[\W\d]{1,9}(?:of[\W\d]{1,9})?|第?\W?\d{1,4}\W?页[\W\d共页]{0,9}"
)


class SizedLine(Protocol):
    """A line with its box and usual font size."""

    @property
    def box(self) -> Box:
        """Its place."""
        ...

    @property
    def size(self) -> float:
        """In points."""
        ...

    @property
    def text(self) -> str:
        """Its characters."""
        ...


def text_size(columns: Sequence[Sequence[SizedLine]]) -> float:
    """Font size of most of a page's text, in points; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for column in columns:
        for line in column:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def foot_of(column: Sequence[SizedLine], size: float, rules: Sequence[Rule]) -> range:
    """Indices of the lines at a column's foot that are set smaller than the page's text; page numbers left out.

    Args:
        column: Its lines from top to bottom.
        size: That of the page's text.
        rules: What is drawn on the page.
    """
    end = len(column)
    while end and _PAGE_NUMBER.fullmatch(column[end - 1].text):
        end -= 1
    start = end
    while start and column[start - 1].size <= _SMALLER * size:
        start -= 1
    # A column of small text is no foot of anything, and a box in small type is no note.
    if not 0 < start < end or _boxed(column[start:end], rules):
        return range(0)
    opened = _NUMBERED.match(column[start].text) or _rule_between(column[start - 1], column[start], column, rules)
    return range(start, end) if opened else range(0)


def _boxed(lines: Sequence[SizedLine], rules: Sequence[Rule]) -> bool:
    """Whether lines stand in a frame: rules down on both sides of them, and one across from one to the other.

    Rules down alone may part columns.
    """
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    top, bottom = lines[0].box[1], lines[0].box[3]
    down = [r for r in rules if r.bottom - r.top > bottom - top and r.top < bottom and r.bottom > top]
    first = max((r.x1 for r in down if r.x1 <= left + 2), default=None)
    last = min((r.x0 for r in down if r.x0 >= right - 2), default=None)
    if first is None or last is None:
        return False
    upper, lower = min(r.top for r in down), max(r.bottom for r in down)
    return any(r.x0 <= first + 2 and r.x1 >= last - 2 and upper - 2 <= r.top and r.bottom <= lower + 2 for r in rules)


def _rule_between(above: SizedLine, below: SizedLine, column: Sequence[SizedLine], rules: Sequence[Rule]) -> bool:
    """Whether a short line across is drawn between two lines of a column."""
    left, right = min(line.box[0] for line in column), max(line.box[2] for line in column)
    return any(
        above.box[3] - 2 <= rule.top <= below.box[1] + 2
        and rule.bottom - rule.top < rule.x1 - rule.x0 < _SHORT * (right - left)
        and left - 2 <= rule.x0 <= right
        for rule in rules
    )
