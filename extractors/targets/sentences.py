"""Sentences of a paragraph: what one number is read with.

English sentences end at a full stop, question or exclamation mark before a capital, a digit or an opening quote;
Chinese ones at 。！？. A semicolon ends a sentence in Chinese (its parts carry verbs of their own) and not in English,
where lists share one verb across semicolons. A tab ends both: the readers write one between cells, and a cell is no
part of the one beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_SENTENCE = 4000
"""What is longer in characters is a list, a table or damage, and is cut where the least is lost."""

# "No. 5", "approx. 3", "U.S. economy" and initials do not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|approx|ca|cf|vs|etc|e\.g|i\.e|Art|Sec|Fig|Rs|Ksh|Kshs|KSh|KShs|Shs|Sh|Tk|Dr|Mr|Mrs|Ms|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_ENGLISH_END = re.compile(r"[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|[。！？][”’」』）]*|\t")
_CHINESE_END = re.compile(r"[。！？；][”’」』）]*|(?<=[\u3400-\u9fff])[;](?=\s*[\u3400-\u9fff])|\t")
# Where a sentence that is too long is cut: at a semicolon, else at a comma, a 顿号, a blank.
_WEAK_ENDS = tuple(re.compile(marks) for marks in ("[;；]", "[,，](?![0-9０-９])", "、", r"\s"))


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Spans [start, end) of the sentences of a paragraph, without the blanks around them.

    Args:
        text: A joined and repaired paragraph.
        language: `zh`, or anything else for European punctuation.

    Returns:
        Spans in order, none longer than LONGEST_SENTENCE; together they hold every character that is not white space.
    """
    return [piece for span in _sentences(text, language) for piece in _pieces(text, *span)]


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    ends = [m.end() for m in (_CHINESE_END if language.startswith("zh") else _ENGLISH_END).finditer(text)]
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*ends, len(text)]:
        if not language.startswith("zh") and end < len(text) and _ABBREVIATION.search(text[max(start, end - 24) : end]):
            continue
        spans += _trimmed(text, start, end)
        start = end
    return spans


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span without the blanks around it; none where there is nothing else."""
    part = text[start:end]
    stripped = part.strip()
    first = start + part.find(stripped)
    return [(first, first + len(stripped))] if stripped else []


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        window = text[start : start + LONGEST_SENTENCE]
        # In the latter half, so that pieces are few.
        cuts = (max((m.end() for m in weak.finditer(window, len(window) // 2)), default=0) for weak in _WEAK_ENDS)
        cut = start + (next(filter(None, cuts), 0) or LONGEST_SENTENCE)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)
