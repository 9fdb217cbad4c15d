"""Lines that are no text of the document: page numbers, running headers, and what a web page adds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.document import Line
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
_HEADER_LENGTH = 120


def roles(texts: Sequence[str], lines: Sequence[Line]) -> list[LineRole]:
    """The role of every line, from the stripped texts of all lines in order."""
    result: list[LineRole] = ["body" if text else "blank" for text in texts]
    found: tuple[tuple[LineRole, set[int]], ...] = (
        ("page_number", _page_numbers(texts, lines)),
        ("running_header", _running_headers(texts, lines)),
        ("chrome", web_furniture(texts)),
    )
    for role, indexes in found:
        for index in indexes:
            if result[index] == "body":
                result[index] = role
    return result


def _page_numbers(texts: Sequence[str], lines: Sequence[Line]) -> set[int]:
    candidates: list[tuple[int, int, bool]] = []
    edges = _page_edges(texts, lines, 1)
    for index, text in enumerate(texts):
        if len(text) > 20 or not (match := _PAGE_NUMBER.fullmatch(text)):
            continue
        plain = not match["mark"] and text == match["number"]
        if edges is not None:
            if index in edges:
                candidates.append((index, int(match["number"]), plain))
        elif not plain or (_is_blank(texts, index - 1) and _is_blank(texts, index + 1)):
            candidates.append((index, int(match["number"]), plain))
    chain = _ascending([number for _, number, _ in candidates])
    if len(chain) < (2 if edges is not None else _LEAST_PAGE_NUMBERS):
        return {candidates[i][0] for i in chain if edges is not None and not candidates[i][2]}
    return {candidates[i][0] for i in chain}


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


def _page_edges(texts: Sequence[str], lines: Sequence[Line], depth: int) -> set[int] | None:
    """Indexes of the first and last `depth` lines of each page; null where there are fewer than two pages."""
    pages = _by_page(texts, lines)
    if len(pages) < 2:
        return None
    return {index for page in pages.values() for index in page[:depth] + page[-depth:]}


def _running_headers(texts: Sequence[str], lines: Sequence[Line]) -> set[int]:
    pages = _by_page(texts, lines)
    if len(pages) < _LEAST_RUNNING_HEADERS:
        return set()
    places: dict[str, list[int]] = {}
    for page in pages.values():
        for index in {*page[:_EDGE_LINES], *page[-_EDGE_LINES:]}:
            if len(texts[index]) <= _HEADER_LENGTH:
                # A page number beside the title changes, the title does not.
                places.setdefault(re.sub(r"\d+", "#", texts[index]), []).append(index)
    least = max(_LEAST_RUNNING_HEADERS, _SHARE_OF_PAGES * len(pages))
    return {
        index
        for text, found in places.items()
        if len(found) >= least and re.search(r"[^\W\d_]", text.replace("#", ""))
        for index in found
    }
