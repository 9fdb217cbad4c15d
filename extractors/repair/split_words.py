"""Words that a text layer has split by a stray blank: found by word frequencies and the document's own words.

A pair `a b` is one word where `ab` is far more likely than `a` beside `b` by chance: the pointwise mutual
information of word segmentation (Church and Hanks 1990), with the document's vocabulary as second witness.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from extractors.repair.edits import Edit
from extractors.repair.words import NOISE_COUNT, Vocabulary, frequencies, is_word

# Running words behind the list's counts; only ratios matter.
_CORPUS = 1.6e9
_UNKNOWN = 10
# Log10 of how much likelier the joined word must be than its parts side by side.
_LEAST_GAIN, _SURE_GAIN = 2.5, 5.0
# So many sure splits prove that this text layer splits words at all.
_SURE_SPLITS_OF_A_DAMAGED_TEXT = 3
_FREQUENT_IN_DOCUMENT = 3
_MOST_FREQUENT = 1_000_000
# A word as rare as that, and one that is so many times as frequent.
_RARE, _FAR_MORE = 5000, 100

# Begun only at word starts and possessive, so that one long word costs no more than its length.
_RUN = re.compile(r"(?<![A-Za-z])[A-Za-z]++(?: [A-Za-z]++)+")
# Letters at a line's end and at the next one's start that no mark ties to what stands beside them.
LAST_LETTERS = re.compile(r"(?<![\w&'’/@.Õ-])[A-Za-z]++$")
FIRST_LETTERS = re.compile(r"[A-Za-z]++(?![\w&@/-])")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a pair may be one word: the gain in log10, and whether that needs no further witness."""

    gain: float
    sure: bool


class SplitWords:
    """Finds split words in the lines of one document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._verdicts: dict[tuple[str, str], Verdict | None] = {}
        self._frequencies: dict[str, int] | None = None

    def candidates(self, line: str) -> list[tuple[Edit, Verdict]]:
        """Pairs of one line that may be one word, without overlaps, the likeliest first."""
        found: list[tuple[Edit, Verdict]] = []
        verdicts = self._verdicts
        for run in _RUN.finditer(line):
            at = run.start()
            for pair in pairwise(run[0].split(" ")):
                left, right = pair
                if pair not in verdicts:
                    verdicts[pair] = self._judge(left, right)
                verdict = verdicts[pair]
                end = at + len(left) + 1 + len(right)
                if verdict is not None and _stands_alone(line, at, end, left):
                    found.append((Edit(at, end, left + right, "split_word", "word_split_by_blank"), verdict))
                at += len(left) + 1
        found.sort(key=lambda f: -f[1].gain)
        kept: list[tuple[Edit, Verdict]] = []
        # Two pairs overlap where the right word of one is the left word of the other.
        taken: set[int] = set()
        for edit, verdict in found:
            if edit.start not in taken and edit.end not in taken:
                taken |= {edit.start, edit.end, *_word_bounds(line, edit)}
                kept.append((edit, verdict))
        return kept

    def over_line_end(self, before: str, line: str) -> Verdict | None:
        """Whether the last letters of a line and the first of the next one may be one word; null where they are not."""
        left, right = LAST_LETTERS.search(before[-_LONGEST_WORD:]), FIRST_LETTERS.match(line)
        return self._judge(left[0], right[0]) if left and right else None

    def _judge(self, left: str, right: str) -> Verdict | None:
        # A capital within a word is no split word but two names or an abbreviation (`civilian S&T`).
        if right[0].isupper() and not (left + right).isupper():
            return None
        joined = (left + right).lower()
        own = self._vocabulary.words.get(joined, 0)
        if self._frequencies is None:
            self._frequencies = frequencies()
        count = self._frequencies.get(joined, 0)
        if count <= NOISE_COUNT and own < 1:
            return None
        left_is_word, right_is_word = is_word(left), is_word(right)
        # `Class A is`, `vitamin D on`: a single capital letter is a name as long as the rest is a word.
        if len(left) == 1 and left.isupper() and right_is_word and not self._hides_word(right, count):
            return None
        # `Tibet an area`: before one of the most frequent words a name of the document stays what it is.
        own_name = left[0].isupper() and self._vocabulary.words.get(left.lower(), 0) >= _FREQUENT_IN_DOCUMENT
        if own_name and len(left) > 1 and self._count(right) >= _MOST_FREQUENT:
            return None
        expected = self._count(left) * self._count(right) / _CORPUS
        gain = math.log10(max(count, _UNKNOWN) / expected)
        if gain < _LEAST_GAIN:
            return None
        witness = own > 0 or count >= 20 * NOISE_COUNT
        return Verdict(gain, gain >= _SURE_GAIN and witness and not (left_is_word and right_is_word))

    def _hides_word(self, right: str, count: int) -> bool:
        """Whether a rare word is far more often the rest of a longer one: `W ell`."""
        return self._count(right) < _RARE and count > _FAR_MORE * self._count(right)

    def _count(self, part: str) -> int:
        return (self._frequencies or {}).get(part.lower(), _UNKNOWN)


def _word_bounds(line: str, edit: Edit) -> tuple[int, int]:
    """Where the left word of a pair ends and the right one begins."""
    blank = line.index(" ", edit.start, edit.end)
    return blank, blank + 1


def _stands_alone(line: str, start: int, end: int, left: str) -> bool:
    before, after = line[start - 1 : start], line[end : end + 1]
    # Parts of codes, of `R&D`, of addresses and of `people's` are no words of their own.
    if (before and (before.isalnum() or before in "&'’/@_.Õ")) or (after and (after.isalnum() or after in "&@_/")):
        return False
    # `5 m in` is a measure.
    return not (len(left) == 1 and line[: max(start - 1, 0)].rstrip()[-1:].isdigit())


def splits_words(candidates: list[list[tuple[Edit, Verdict]]]) -> bool:
    """Whether the candidates of a text's lines show that its text layer splits words."""
    sure = sum(verdict.sure for line in candidates for _, verdict in line)
    return sure >= _SURE_SPLITS_OF_A_DAMAGED_TEXT


def chosen(candidates: list[list[tuple[Edit, Verdict]]], damaged: bool) -> list[list[Edit]]:
    """Of each line's candidates those to carry out: all in a text that splits words, else only the sure ones."""
    return [[edit for edit, verdict in line if damaged or verdict.sure] for line in candidates]
