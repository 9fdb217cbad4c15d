"""English sentences cut into words, numbers and signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.targets.vocabulary_en import words

CODES = "|".join(sorted(words("units")["glued_codes"], key=len, reverse=True))


# Every alternative takes at least one character and none can match the same run in two ways.
TOKEN = re.compile(
    rf"(?=[A-Z])(?:{CODES})(?=\d)|"
    r"(?<![A-Za-z\d])[NR](?=\d{1,3}(?:[,.]\d{1,3})? ?(?:million|billion|trillion|m|bn|tn|\d{3})\b)|"
    r"(?:\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+(?:,\d{3}(?!\d))*)(?:\.\d+)?(?:[A-Za-z][A-Za-z\d]*[²³]?)?|(?<![A-Za-z])[kcdm]?m[²³]|[A-Za-zµμ\u00c0-\u024f]+(?:\d+(?:\.\d+)?[A-Za-z\d]*|['’][a-z]+\b)?|[㐀-鿿]+|[^\w\s]|_|\t"
)


# "it's expected to reach": the verb is a word of its own.
CONTRACTED = {
    "it's": ("it", "is"),
    "there's": ("there", "is"),
    "we're": ("we", "are"),
    "they're": ("they", "are"),
    "we'll": ("we", "will"),
    "they'll": ("they", "will"),
    "it'll": ("it", "will"),
}


class Token(NamedTuple):
    """A word, number or sign: [start, end) of the sentence; `low` is its text in lower case."""

    start: int
    end: int
    text: str
    low: str


def tokens_of(sentence: str) -> list[Token]:
    """Cut a sentence into words, numbers and signs; white space is left out but for the tab between two cells."""
    found = []
    for match in TOKEN.finditer(sentence):
        text = match.group()
        low = text.lower().replace("’", "'")
        if parts := CONTRACTED.get(low):
            between = match.start() + len(parts[0])
            found.append(Token(match.start(), between, text[: len(parts[0])], parts[0]))
            found.append(Token(between, match.end(), text[len(parts[0]) :], parts[1]))
        else:
            found.append(Token(*match.span(), text, low))
    return found


def glued(tokens: list[Token], left: int, right: int) -> bool:
    """Whether nothing stands between two neighbouring tokens."""
    return left >= 0 and right < len(tokens) and tokens[left].end == tokens[right].start
