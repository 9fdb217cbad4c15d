"""Sentences of a paragraph: what one number is read with.

English sentences end at a full stop, question or exclamation mark before a capital, a digit or an opening quote;
Chinese ones at 。！？. A semicolon ends a sentence in Chinese (its parts carry verbs of their own) and not in English,
where lists share one verb across semicolons.
"""

from __future__ import annotations

import re

# "No. 5", "approx. 3", "U.S. economy" and initials do not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|approx|ca|cf|vs|etc|e\.g|i\.e|Art|Sec|Fig|Dr|Mr|Mrs|Ms|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_ENGLISH_END = re.compile(r"[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|[。！？][”’」』）]*")
_CHINESE_END = re.compile(r"[。！？；][”’」』）]*|(?<=[\u3400-\u9fff])[;](?=\s*[\u3400-\u9fff])")


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Spans [start, end) of the sentences of a paragraph, without the blanks around them.

    Args:
        text: A joined and repaired paragraph.
        language: `zh`, or anything else for European punctuation.

    Returns:
        Spans in order; together they hold every character that is not white space.
    """
    ends = [m.end() for m in (_CHINESE_END if language.startswith("zh") else _ENGLISH_END).finditer(text)]
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*ends, len(text)]:
        if not language.startswith("zh") and end < len(text) and _ABBREVIATION.search(text[max(start, end - 24) : end]):
            continue
        part = text[start:end]
        stripped = part.strip()
        if stripped:
            first = start + part.find(stripped)
            spans.append((first, first + len(stripped)))
        start = end
    return spans
