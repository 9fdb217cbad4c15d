"""Which strings are English words: a word list with frequencies, and the words that the document itself uses."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

# The list gives every one of its words at least this count, single letters and typing errors too.
NOISE_COUNT = 50

_WORD = re.compile(r"[A-Za-z]+")
_COMPOUND = re.compile(r"(?<![A-Za-z])[A-Za-z]++-[A-Za-z]+")
_LETTERS_DIGITS = re.compile(r"\b[A-Za-z]{1,6}\d[\d.]*\b")
_ONE_LETTER_WORDS = frozenset({"a", "A", "I"})


@lru_cache(maxsize=1)
def frequencies() -> dict[str, int]:
    """Counts of lower-case English words, from pyspellchecker's list (MIT).

    Read straight from the package's file: its `SpellChecker` class also builds an index that takes longer
    than the repair of a whole plan.
    """
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:
        return {}
    path = Path(spec.origin).parent / "resources" / "en.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return counts


def is_word(word: str) -> bool:
    """Whether a string (any case) is an English word and no mere letter or noise of the list."""
    lower = word.lower()
    if len(lower) == 1:
        return word in _ONE_LETTER_WORDS
    return frequencies().get(lower, 0) > NOISE_COUNT


@dataclass(frozen=True)
class Vocabulary:
    """The document's own words: how often each word, each hyphened pair and each code stands in it.

    `heads` are the first parts of its hyphened pairs.
    """

    words: Counter[str]
    compounds: Counter[str]
    codes: Counter[str]
    heads: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Vocabulary:
        """Count over lines of text; words at line ends that a hyphen cuts do not count as compounds."""
        text = "\n".join(lines)
        words = Counter(_WORD.findall(text))
        compounds = Counter(c.lower() for c in _COMPOUND.findall(text))
        codes = Counter(_LETTERS_DIGITS.findall(text))
        lower: Counter[str] = Counter()
        for word, count in words.items():
            lower[word.lower()] += count
        heads = frozenset(c.partition("-")[0] for c in compounds)
        return cls(lower, compounds, codes, heads)
