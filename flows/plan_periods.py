"""Which plan a document belongs to and which years that covers, from its title, name, headings and captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from flows.plan_words import HAN, kind_of, pattern, words

Period = tuple[int, int]

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*(?:-|–|—|－|~|～|to|至|到)\s*((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PLANS = ("plan_outline", "recommendations")
_LONGEST_HEADING = 120
_LONGEST_CHINESE_HEADING = 50


@cache
def _plan_patterns() -> tuple[re.Pattern[str], ...]:
    ordinals = "|".join(words()["english_ordinals"])
    chinese = "|".join(sorted(words()["chinese_numbers"], key=len, reverse=True))
    return (
        re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\s+five\s*-?\s*year\s+plan", re.IGNORECASE),
        re.compile(rf"\b({ordinals})\s+five\s*-?\s*year\s+plan", re.IGNORECASE),
        re.compile(r"(?<![A-Za-z\d])(\d{1,2})(?:st|nd|rd|th)?[\s-]?fyp(?![A-Za-z])", re.IGNORECASE),
        re.compile(r"(?<![A-Za-z])fyp[\s-]?(\d{1,2})(?!\d)", re.IGNORECASE),
        re.compile(rf"第({chinese})个五年"),
        re.compile(rf"[“\"「]({chinese})五[”\"」]"),
        re.compile(rf"(?<![一二三四五六七八九十第])({chinese})五(?:\s?(?:规划|计划|时期|纲要|发展))"),
        re.compile(r"^(十[一二三四五六七八九]?)五(?!年)"),
    )


def plan_number(text: str) -> int | None:
    """Which five-year plan the text names first, in figures or words, English or Chinese."""
    found: list[tuple[int, int]] = []
    for one in _plan_patterns():
        match = one.search(text)
        if match:
            word = match[1].lower()
            if word.isdecimal():
                number = int(word)
            elif word in words()["english_ordinals"]:
                number = words()["english_ordinals"].index(word) + 1
            else:
                number = words()["chinese_numbers"].index(word) + 1
            if not number:
                continue  # a "0th" plan is a slip of the pen
            found.append((match.start(), number))
    return min(found)[1] if found else None


def period_of(number: int) -> Period:
    """First and last year of a five-year plan: every five years since 1966."""
    irregular = words()["irregular_periods"].get(number)
    return (irregular[0], irregular[1]) if irregular else (1951 + 5 * number, 1955 + 5 * number)


def guess_period(title: str, name: str, opening: str, text: str, kind: str) -> tuple[str | None, Period | None]:
    """Plan and period: from the title, then the file's name, then a plan's title lines, headings, first page.

    Documents that are neither plans nor a year's report speak of plans without belonging to one; of theirs only
    title and name count.

    Args:
        title: The title.
        name: The file's name in words.
        opening: The first page.
        text: The whole text.
        kind: The kind of document.
    """
    if kind == "government_work_report":
        years = (_YEAR.search(part) for part in (title, name, opening))
        year = next((found for found in years if found), None)
        return None, (int(year[1]), int(year[1])) if year else None
    titled = [line for line in opening.splitlines() if _is_short(line) and kind_of(line)] if kind in _PLANS else []
    for part in (title, name, *titled):
        named = _named(part)
        if named[1]:
            return named
    if kind not in _PLANS:
        return None, None
    # Headings also look back on the plan before, which comes to less, or is the earlier one.
    counted = Counter(found for line in _headings(text) if (found := _named(line))[1])
    often = max(counted, key=lambda found: (counted[found], found[1] or (0, 0)), default=None)
    return often or _named(opening)


def _named(text: str) -> tuple[str | None, Period | None]:
    """The plan that a text names and its years, or five years without a plan."""
    number = plan_number(text)
    if number is not None:
        return str(number), period_of(number)
    years = [(int(first), int(last)) for first, last in _YEARS.findall(text)]
    return None, next((pair for pair in years if pair[1] - pair[0] == 4), None)


def _headings(text: str) -> Iterator[str]:
    """Lines that are headings or captions by how they begin."""
    for raw in text.splitlines():
        line = raw.strip()
        if _is_short(line) and pattern("heading_begins").match(line):
            yield line


def _is_short(line: str) -> bool:
    return len(line) <= (_LONGEST_CHINESE_HEADING if HAN.search(line[:_LONGEST_HEADING]) else _LONGEST_HEADING)
