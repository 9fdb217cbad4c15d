"""How a message quotes a statement: its number with its bound, in English words and as printed."""

from __future__ import annotations

from extractors.records import NumericTarget

_BOUNDS = {
    "gt": "more than {}",
    "ge": "{} or more",
    "lt": "less than {}",
    "le": "{} or less",
    "approx": "about {}",
}
_NEAR = 40
"""Code points on either side of a number in which the word for its bound is looked for."""


def said(target: NumericTarget) -> str:
    """The number with its bound: `200 or more (以上)`; the printed word stands in brackets where it is another one."""
    number = " ".join(target.number_text.split())
    words = _BOUNDS.get(target.comparator, "{}").format(number)
    printed = target.comparator_text
    return f"{words} ({printed})" if printed and printed not in words else words


def printed(target: NumericTarget, text: str) -> str:
    """The number as printed with the word for its bound and what stands between: `400万个以上`, `more than 600`.

    Args:
        target: The statement.
        text: The raw text of its document.
    """
    start, end = target.number_char_start, target.number_char_end
    word = target.comparator_text
    if word:
        before = text.rfind(word, max(0, start - _NEAR), start)
        behind = text.find(word, end, end + _NEAR)
        if before >= 0 and (behind < 0 or start - before - len(word) <= behind - end):
            start = before
        elif behind >= 0:
            end = behind + len(word)
    return " ".join(text[start:end].split())
