"""What keeps to columns and is no table: forms to be filled in, bars with their labels, contents without leaders."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from extractors.reading.engine import Fill
from extractors.reading.tables.rulings import Ruling, is_white
from extractors.reading.tables.zones import Zone

_PAGE = re.compile(r"\d{1,4}")
_LEAST_ENTRIES = 4
_ROOM = 3.0  # font sizes of line behind a text that leave room to write
_FOOT = 0.6  # font sizes by which the line may stand over or under the text's lower edge
_NEAR = 5.0  # font sizes from a text to the line behind it
_HALF = 0.5
_BAR = 2.5  # font sizes that a bar beside its label is high at most
_SAME = 1.5  # points


def is_form(zone: Zone, across: Sequence[Ruling]) -> bool:
    """Whether lines to write on follow most texts, at their feet.

    Args:
        zone: A supposed table.
        across: The page's horizontal lines, by their place.
    """
    texts = [s for line in zone.lines for s in line.segments]
    places = [r.at for r in across]
    followed = 0
    for s in texts:
        near = across[bisect_left(places, s.bottom - _FOOT * s.size) : bisect_right(places, s.bottom + _FOOT * s.size)]
        followed += any(
            -0.5 * s.size < r.start - s.x1 < _NEAR * s.size and r.end - r.start > _ROOM * s.size for r in near
        )
    return followed >= _HALF * len(texts)


def is_bar_chart(zone: Zone, fills: Sequence[Fill]) -> bool:
    """Whether bars that begin at one place, and end at many, stand beside most lines.

    Args:
        zone: A supposed table.
        fills: The page's backgrounds.
    """
    x0, top, x1, bottom = zone.box
    size = zone.lines[0].size
    bars = [
        f
        for f in fills
        if f.bottom > top and f.top < bottom and f.x0 > x0 and f.x0 < x1 and f.bottom - f.top < _BAR * size
    ]
    bars = [f for f in bars if not is_white(f)]
    if len(bars) < 3:
        return False
    starts = Counter(round(f.x0 / _SAME) for f in bars)
    common = starts.most_common(1)[0][0]
    own = [f for f in bars if abs(round(f.x0 / _SAME) - common) <= 1]
    ends = {round(f.x1 / _SAME) for f in own}
    beside = sum(any(f.top < (t.top + t.bottom) / 2 < f.bottom for f in own) for t in zone.lines)
    return beside >= _HALF * len(zone.lines) and 2 * len(ends) > len(own)


def is_plain_contents(texts: Mapping[tuple[int, int], str], columns: int) -> bool:
    """Whether two columns are titles and page numbers that only grow.

    Args:
        texts: Texts of cells by row and column.
        columns: Number of columns.
    """
    pages = [text for (_, column), text in sorted(texts.items()) if column == columns - 1]
    others = {row for row, column in texts if 0 < column < columns - 1}
    if len(pages) < _LEAST_ENTRIES or len(others) > 0.3 * len(pages):
        return False
    if not all(_PAGE.fullmatch(page) for page in pages):
        return False
    numbers = [int(page) for page in pages]
    return numbers == sorted(numbers)
