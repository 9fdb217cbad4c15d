"""Which lines at pages' edges say the same on several pages: running headers and footers, for readers and repair.

A line that is lost to the text is worse than a header that stays in it. So a line counts only where it recurs as it
is, or with a page number in it that keeps step with the pages. What a document says may recur too: sentences, items of
lists and captions must do so on more pages, and captions that differ only in their numbers are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import yaml

_LEAST_TEXT_PAGES = 3  # on which a sentence, an item or a caption recurs where it is a header
_TEXT_SHARE = 0.3  # of all pages, likewise
_MOST_BEFORE = 1000  # pages before a file's first: a larger step is that of years
# Where a page's number may stand: first, last, before "of 80" or 页.
_FIRST = re.compile(r"\W{0,3}(\d{1,4})(?!\d)")
_LAST = re.compile(r"(?<!\d)(\d{1,4})(?=\W{0,3}$|\s*(?:/|of\b|页))")
_SENTENCE = re.compile(r"[.!?。！？；;:：][\"'”’)）」』》]*$")
_ITEM = re.compile(
    r"[•·●○■□▪◆►▶➢✓–*-]\s*\S|[(（]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）.、．]\s*[^\W\d]|[①-⑳]"
)
_COUNTED = re.compile(r"([^\W\d_]+)\W*\d+\W*")


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], frozenset[str]]:
    """What opens a caption, and the words of page numbers."""
    found = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    words = "|".join(sorted(map(re.escape, found["captions"]), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{words})[\s.]{{0,3}}[(（]?[\dIVX一二三四五六七八九十]", re.IGNORECASE), frozenset(
        found["pages"]
    )


def recurring(lines: Sequence[tuple[int, str]], least: int, pages: int) -> set[int]:
    """Indices of the lines that recur.

    Args:
        lines: Page and text of each line at a page's edge.
        least: Pages on which a line must stand.
        pages: Number of pages.
    """
    on: dict[tuple[str, int | None], set[int]] = {}
    keys = [list(_keys(page, text)) for page, text in lines]
    for (page, _), own in zip(lines, keys, strict=True):
        for key in own:
            on.setdefault(key, set()).add(page)
    return {
        index
        for index, ((_, text), own) in enumerate(zip(lines, keys, strict=True))
        if own and max(len(on[key]) for key in own) >= (_least_of_text(least, pages) if may_be_text(text) else least)
    }


def may_be_text(line: str) -> bool:
    """Whether a line ends as a sentence, opens as an item of a list does, or is the caption of a table or box."""
    return bool(_SENTENCE.search(line) or _ITEM.match(line) or _words()[0].match(line))


def is_year(line: str) -> bool:
    """Whether a line is a bare number too large for most pages' and usual for years."""
    return line.isascii() and line.isdecimal() and 1900 <= int(line) <= 2100


def _least_of_text(least: int, pages: int) -> float:
    return max(least, _LEAST_TEXT_PAGES, _TEXT_SHARE * pages)


def _keys(page: int, text: str) -> Iterable[tuple[str, int | None]]:
    """What a line has in common with others: all of it, or all but a number and that number's step from the page's."""
    yield text, None
    counted = _COUNTED.fullmatch(text)
    if _words()[0].match(text) or _ITEM.match(text) or (counted and counted[1].lower() not in _words()[1]):
        return
    for match in (_FIRST.match(text), _LAST.search(text)):
        if match and abs(int(match[1]) - page) < _MOST_BEFORE:
            yield f"{text[: match.start(1)]}#{text[match.end(1) :]}", int(match[1]) - page
