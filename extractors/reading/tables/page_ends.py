"""Where the text of a page begins and ends: without running headers and footers, page numbers and footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.reading.engine import PageContent
from extractors.reading.tables.rulings import Ruling
from extractors.reading.tables.text_lines import TextLine

_MARGIN = 0.09  # share of the page's height in which running headers and footers stand
_HEADER = 0.1  # share of the page's height within which the rule under a running header stands
_HEADER_LINES = 2
_SMALL = 0.93  # share of the usual size below which a line is of a footnote


def without_header(lines: Sequence[TextLine], across: Sequence[Ruling], page: PageContent) -> list[TextLine]:
    """Lines without those of a running header over a long rule: what stands under the rule does not go on them.

    Args:
        lines: Lines from top to bottom.
        across: Horizontal rules of the page.
        page: The page.
    """
    edges = [r.at for r in across if r.at < _HEADER * page.height and r.end - r.start > 0.5 * page.width]
    if not edges:
        return list(lines)
    above = [t for t in lines if t.bottom <= max(edges) + 1]
    return list(lines) if len(above) > _HEADER_LINES else [t for t in lines if t.bottom > max(edges) + 1]


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
