"""Quotes right before a gloss: what stands in them is the phrase, unless they hold a whole sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.language.glossary_brackets import HAN

OPENING_QUOTES, _CLOSING_QUOTES = "“‘「『", "”’」』"
_GLOSS = re.compile(rf" ?[(（\[【][^()（）\[\]【】]{{0,80}}[{HAN}][^()（）\[\]【】]{{0,80}}[)）\]】]")
_OPENING_APOSTROPHE = re.compile(r"(?:^|(?<=[\s(\[“\"—]))'(?=\w)")
# A quotation has more words than any translation of a term so long.
_MOST_WORDS, _WORDS_A_CHARACTER = 6, 2.0


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands in quotes: [start, end) of the text before a gloss, without the quotes."""

    text: str
    start: int
    end: int

    def is_sentence_for(self, term: str) -> bool:
        """Whether it says far more than a Chinese term: then the phrase is only its end."""
        return len(bare(self.text).split()) > _MOST_WORDS + _WORDS_A_CHARACTER * len(term)


def quote_at_end(before: str) -> Quote | None:
    """The quote that ends a text; null where it does not end in one."""
    closing = before[-1:]
    if closing and closing in _CLOSING_QUOTES:
        at = _opening(before, OPENING_QUOTES[_CLOSING_QUOTES.index(closing)], closing)
    elif closing == '"':
        at = before.rfind('"', 0, len(before) - 1)
    elif closing == "'":
        at = max((match.start() for match in _OPENING_APOSTROPHE.finditer(before, 0, len(before) - 1)), default=-1)
    else:
        at = -1
    return Quote(before[at + 1 : -1], at + 1, len(before) - 1) if at >= 0 else None


def _opening(before: str, opening: str, closing: str) -> int:
    """Where the quote opens that the last character closes; -1 where it opens nowhere."""
    depth = 1
    for at in range(len(before) - 2, -1, -1):
        if before[at] == closing and not (closing == "’" and before[at + 1].isalnum()):
            depth += 1
        elif before[at] == opening:
            depth -= 1
        if not depth:
            return at
    return -1


def bare(phrase: str) -> str:
    """A phrase without glosses in it, blanks at its ends and the punctuation of the sentence behind it."""
    return _GLOSS.sub("", phrase).strip().strip(",;: ").strip()
