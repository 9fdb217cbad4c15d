"""Where the text of a page begins and ends: without running headers and footers, page numbers and footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.reading.tables.text_lines import TextLine

_MARGIN = 0.09  # share of the page's height in which running headers and footers stand
_SMALL = 0.93  # share of the usual size below which a line is of a footnote


def body_lines(lines: Sequence[TextLine], height: float) -> list[TextLine]:
    """Lines of the page's text.

    Args:
        lines: All its lines.
        height: The page's height.
    """
    inner = [t for t in lines if _MARGIN * height < (t.top + t.bottom) / 2 < (1 - _MARGIN) * height]
    sizes: Counter[float] = Counter()
    for line in inner:
        sizes[round(line.size, 1)] += sum(len(s.chars) for s in line.segments)
    if not sizes:
        return []
    usual = max(sizes, key=lambda size: (sizes[size], size))
    return [t for t in inner if t.size >= _SMALL * usual]
