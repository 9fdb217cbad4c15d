"""English numbers that are years and days."""

from __future__ import annotations

from extractors.targets.numbers_en import Number, Token
from extractors.targets.vocabulary_en import wordset


def is_year(tokens: list[Token], number: Number) -> bool:
    """Four digits between 1900 and 2100 without separators."""
    text = tokens[number.first].text
    return len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100 and number.form == "digits"


def neighbour_date(lows: list[str], number: Number) -> bool:
    """Whether the name of a month stands beside the number."""
    months = wordset("none", "months")
    before = lows[number.first - 1] if number.first else ""
    behind = lows[number.last] if number.last < len(lows) else ""
    return before in months or behind in months
