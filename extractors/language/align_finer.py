"""Sentences whose ends do not meet: where two are three and none is one of them, the longer side is cut at clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extractors.language.align import Bead, Piece, align
from extractors.language.align_sentences import Sentence, length_en, length_zh
from extractors.language.align_words import anchors

Meeting = tuple[tuple[Sentence, ...], tuple[Sentence, ...], float]

_CLAUSE_ZH, _CLAUSE_EN = re.compile("[，；,;]"), re.compile(r"[,;](?=\s)")
_UNSURE = 0.6
"""A pair above this is not cut for the sake of a sentence beside it that has none."""
_SURE_ENOUGH = 0.5
_MOST_PIECES = 60


@dataclass(frozen=True, slots=True)
class _Clause:
    """Characters [start, end) of a sentence, told by its place."""

    sentence: int
    start: int
    end: int


def crossings(beads: Sequence[Bead]) -> list[tuple[int, int]]:
    """Places [start, end) of beads that are worth cutting: two against two, or an unsure pair beside one without."""
    found: list[tuple[int, int]] = []
    last = 0
    for at, bead in enumerate(beads):
        if min(_size(bead)) > 1 and at >= last:
            found.append((at, at + 1))
            last = at + 1
        elif at and at > last and min(_size(bead)) + min(_size(beads[at - 1])) == 1:
            pair = bead if min(_size(bead)) else beads[at - 1]
            if pair.score < _UNSURE:
                found.append((at - 1, at + 1))
                last = at + 1
    return found


def meetings(zh: Sequence[Sentence], en: Sequence[Sentence], per_character: float) -> list[Meeting]:
    """The parts of some sentences that are the same, each of one sentence or clause on one side; none if they miss.

    Args:
        zh: Chinese sentences.
        en: The English ones that they are, taken together.
        per_character: English letters for one Chinese character.
    """
    tried = ((_clauses(zh, _CLAUSE_ZH), _clauses(en, None)), (_clauses(zh, None), _clauses(en, _CLAUSE_EN)))
    for ours, theirs in tried:
        if max(len(ours), len(theirs)) <= _MOST_PIECES and (found := _met(zh, en, ours, theirs, per_character)):
            return found
    return []


def _met(
    zh: Sequence[Sentence],
    en: Sequence[Sentence],
    ours: Sequence[_Clause],
    theirs: Sequence[_Clause],
    per_character: float,
) -> list[Meeting]:
    words_zh = [zh[c.sentence].text.text[c.start : c.end] for c in ours]
    words_en = [en[c.sentence].text.text[c.start : c.end] for c in theirs]
    pieces_zh, pieces_en = [Piece(length_zh(w)) for w in words_zh], [Piece(length_en(w)) for w in words_en]
    found: list[Meeting] = []
    for bead in align(pieces_zh, pieces_en, anchors(words_zh, words_en), per_character):
        one = _whole(zh, ours[bead.zh_start : bead.zh_end]), _whole(en, theirs[bead.en_start : bead.en_end])
        if min(map(len, one)) != 1 or bead.score < _SURE_ENOUGH:
            return []
        found.append((*one, bead.score))
    return found


def _clauses(sentences: Sequence[Sentence], marks: re.Pattern[str] | None) -> list[_Clause]:
    """The clauses of sentences; the sentences themselves without marks."""
    found = []
    for at, sentence in enumerate(sentences):
        words = sentence.text.text
        ends = (
            [0, *(m.end() for m in marks.finditer(words) if m.end() < len(words)), len(words)]
            if marks
            else [0, len(words)]
        )
        found += [_Clause(at, start, end) for start, end in pairwise(ends) if words[start:end].strip()]
    return found


def _whole(sentences: Sequence[Sentence], clauses: Sequence[_Clause]) -> tuple[Sentence, ...]:
    """The clauses that follow one another in a sentence as one piece of it."""
    found = []
    for at, group in groupby(clauses, key=lambda c: c.sentence):
        parts = list(group)
        text = sentences[at].text.cut(parts[0].start, parts[-1].end).strip()
        found.append(replace(sentences[at], text=text))
    return tuple(found)


def _size(bead: Bead) -> tuple[int, int]:
    return bead.zh_end - bead.zh_start, bead.en_end - bead.en_start
