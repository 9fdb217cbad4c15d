"""Lines that are no text of the document: page numbers, running headers, and what a web page adds."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from extractors.document import Line, PrintedFrame
from extractors.recurring import is_year, recurring
from extractors.repair.garbled_lines import garbled_lines
from extractors.repair.model import LineRole
from extractors.repair.web_page import web_furniture

_PAGE_NUMBER = re.compile(
    r"(?P<mark>[-—–－·~]{0,3}) ?(?:第 ?|[Pp]age |[Pp]\. ?)?(?P<number>\d{1,4})(?: ?页| ?(?:/|of) ?\d{1,4})? ?(?P=mark)"
)
# So many bare numbers must ascend through a text without page marks before they are page numbers.
_LEAST_PAGE_NUMBERS = 3
_LEAST_RUNNING_HEADERS = 3
_SHARE_OF_PAGES = 0.3
_EDGE_LINES = 2
_SHARE_IN_STEP = 0.5
_LONGEST_NUMBER_LINE = 20
_HEADER_LENGTH = 120


def roles(texts: Sequence[str], lines: Sequence[Line], frames: Sequence[PrintedFrame] = ()) -> list[LineRole]:
    """The role of every line.

    Args:
        texts: The stripped texts of all lines in order.
        lines: The same lines as the reader saw them.
        frames: Boxes drawn around text; the lines in them are none of the page's own.
    """
    result: list[LineRole] = ["body" if text else "blank" for text in texts]
    placed = {index for index, line in enumerate(lines) if line.is_running}
    found: tuple[tuple[LineRole, set[int]], ...] = (
        ("page_number", _page_numbers(texts, lines)),
        ("page_number", {index for index in placed if not re.search(r"[^\W\d_]{2}", texts[index])}),
        ("running_header", placed),
        ("running_header", _running_headers(texts, lines) - _framed(lines, frames)),
        ("chrome", web_furniture(texts)),
    )
    for role, indexes in found:
        for index in indexes:
            if result[index] == "body":
                result[index] = role
    for index in garbled_lines(texts, result):
        result[index] = "garbled"
    return result


def _page_numbers(texts: Sequence[str], lines: Sequence[Line]) -> set[int]:
    edges = _page_edges(texts, lines)
    candidates: list[tuple[int, int, bool]] = []
    for index, text in enumerate(texts):
        if 0 < len(text) <= _LONGEST_NUMBER_LINE and (edges is None or index in edges):
            match = _PAGE_NUMBER.fullmatch(text)
            if match and not is_year(text):
                candidates.append((index, int(match["number"]), bool(match["mark"]) or text != match["number"]))
    if edges is not None:
        found = _in_step_with_pages(candidates, lines)
        if found:
            return found
    # Figures of a table stand bare on lines too: page numbers ascend, and are marked or stand between blank lines.
    alone = [c for c in candidates if c[2] or (_is_blank(texts, c[0] - 1) and _is_blank(texts, c[0] + 1))]
    chain = [alone[i] for i in _ascending([number for _, number, _ in alone])]
    return {index for index, _, _ in chain} if len(chain) >= _LEAST_PAGE_NUMBERS else set()


def _in_step_with_pages(candidates: Sequence[tuple[int, int, bool]], lines: Sequence[Line]) -> set[int]:
    """Numbers that all differ from their page's place in the file by the same amount, on most pages that have one."""
    steps = Counter(number - (lines[index].page or 0) for index, number, _ in candidates)
    if not steps:
        return set()
    step, count = steps.most_common(1)[0]
    if count < 2 or count < _SHARE_IN_STEP * len({lines[index].page for index, _, _ in candidates}):
        return set()
    return {index for index, number, _ in candidates if number - (lines[index].page or 0) == step}


def _ascending(numbers: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly ascending subsequence (patience sorting, n log n)."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(tail_at[at - 1] if at else -1)
        if at == len(tails):
            tails.append(number)
            tail_at.append(index)
        else:
            tails[at], tail_at[at] = number, index
    chain: list[int] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _is_blank(texts: Sequence[str], index: int) -> bool:
    return not 0 <= index < len(texts) or not texts[index]


def _by_page(texts: Sequence[str], lines: Sequence[Line]) -> dict[int, list[int]]:
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page is not None and texts[index]:
            pages.setdefault(line.page, []).append(index)
    return pages


def _page_edges(texts: Sequence[str], lines: Sequence[Line]) -> set[int] | None:
    """Indexes of the first and last lines of each page; null where there are fewer than two pages."""
    pages = _by_page(texts, lines)
    if len(pages) < 2:
        return None
    return {index for page in pages.values() for index in page[:_EDGE_LINES] + page[-_EDGE_LINES:]}


def _framed(lines: Sequence[Line], frames: Sequence[PrintedFrame]) -> set[int]:
    """Indexes of the lines in frames; what stands between the parts of a frame over pages is not in it."""
    starts = [line.start for line in lines]
    return {
        index
        for frame in frames
        for start, end in frame.rows
        for index in range(bisect_right(starts, start) - 1, bisect_left(starts, end))
    }


def _running_headers(texts: Sequence[str], lines: Sequence[Line]) -> set[int]:
    pages = _by_page(texts, lines)
    if len(pages) < _LEAST_RUNNING_HEADERS:
        return set()
    edges = [
        index
        for page in pages.values()
        for index in sorted({*page[:_EDGE_LINES], *page[-_EDGE_LINES:]})
        if len(texts[index]) <= _HEADER_LENGTH and re.search(r"[^\W\d_]", texts[index])
    ]
    least = max(_LEAST_RUNNING_HEADERS, math.ceil(_SHARE_OF_PAGES * len(pages)))
    found = recurring([(lines[index].page or 0, texts[index]) for index in edges], least, len(pages))
    return {edges[at] for at in found}
