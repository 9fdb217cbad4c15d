"""Two texts, Chinese and English, paired sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.language.align import Bead, Piece, align, ratio
from extractors.language.align_finer import crossings, meetings
from extractors.language.align_sentences import Sentence, length_en, length_zh, sentences
from extractors.language.align_stretches import Side, Stretch, stretches
from extractors.language.align_words import Anchors, anchors

_LEAST_SCORE = 0.2
"""Of a passage that is published: texts that have nothing to do with each other mostly stay below it or near it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Chinese sentences and the English ones that they are; of each side one or more, of one of them only one.

    `score` says how sure it is.
    """

    zh: tuple[Sentence, ...]
    en: tuple[Sentence, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Paired:
    """All passages in order of the Chinese, and how many sentences of each side are in none."""

    passages: tuple[Passage, ...]
    left_zh: int
    left_en: int


def pair_texts(zh: Side, en: Side, terms: Iterable[tuple[str, str]] = ()) -> Paired:
    """Pair the sentences of a text and its translation.

    Args:
        zh: The Chinese.
        en: The English.
        terms: Pairs of a Chinese term and its English phrase, as anchors.
    """
    parts = [x for x in stretches(zh, en) if x.zh and x.en]
    ours, theirs = _texts(x.zh for x in parts), _texts(x.en for x in parts)
    keys = anchors(ours, theirs, terms)
    per_character = ratio(sum(map(length_zh, ours)), sum(map(length_en, theirs)))
    passages: list[Passage] = []
    i = j = 0
    for x in parts:
        own = keys.part(slice(i, i + len(x.zh)), slice(j, j + len(x.en)))
        passages += _passages(x, own, per_character)
        i, j = i + len(x.zh), j + len(x.en)
    passages.sort(key=lambda p: min(p.zh[0].text.starts))
    left_zh, left_en = _left(zh, (p.zh for p in passages)), _left(en, (p.en for p in passages))
    return Paired(tuple(passages), left_zh, left_en)


def _texts(groups: Iterable[Sequence[Sentence]]) -> list[str]:
    return [s.text.text for group in groups for s in group]


def _left(side: Side, paired: Iterable[Sequence[Sentence]]) -> int:
    """How many sentences of a side begin in no passage."""
    begun = {s.text.starts[0] for group in paired for s in group}
    return sum(s.text.starts[0] not in begun for block in side.blocks for s in sentences(block))


def _passages(x: Stretch, keys: Anchors, per_character: float) -> Iterator[Passage]:
    cut = (x.last and bool(x.zh) and x.zh[-1].cut_off, x.last and bool(x.en) and x.en[-1].cut_off)
    # Two headings that numbers have paired need no further proof.
    headed = int(x.headed)
    zh, en = x.zh[headed:], x.en[headed:]
    own = keys.part(slice(headed, None), slice(headed, None))
    if headed:
        yield Passage((x.zh[0],), (x.en[0],), 1.0)
    beads = align(_pieces(zh, length_zh), _pieces(en, length_en), own, per_character, cut=cut)
    cut_finer: set[int] = set()
    for start, end in crossings(beads):
        first, last = beads[start], beads[end - 1]
        found = meetings(zh[first.zh_start : last.zh_end], en[first.en_start : last.en_end], per_character)
        if found:
            cut_finer.update(range(start, end))
            yield from (Passage(*one) for one in found)
    for at, bead in enumerate(beads):
        if at not in cut_finer and _publishable(bead):
            yield Passage(tuple(zh[bead.zh_start : bead.zh_end]), tuple(en[bead.en_start : bead.en_end]), bead.score)


def _publishable(bead: Bead) -> bool:
    """Whether a bead has both sides, one of them a single sentence, and is not most likely wrong."""
    return min(bead.zh_end - bead.zh_start, bead.en_end - bead.en_start) == 1 and bead.score >= _LEAST_SCORE


def _pieces(found: Sequence[Sentence], length: Callable[[str], float]) -> list[Piece]:
    return [Piece(length(s.text.text), s.opens, s.heading) for s in found]
