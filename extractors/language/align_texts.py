"""Two texts, Chinese and English, paired sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.language.align import Bead, Piece, align, ratio
from extractors.language.align_sentences import Sentence, length_en, length_zh, sentences
from extractors.language.align_stretches import Side, Stretch, stretches
from extractors.language.align_words import Anchors, anchors


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
    found_zh, found_en = sum(len(p.zh) for p in passages), sum(len(p.en) for p in passages)
    return Paired(tuple(passages), _count(zh) - found_zh, _count(en) - found_en)


def _texts(groups: Iterable[Sequence[Sentence]]) -> list[str]:
    return [s.text.text for group in groups for s in group]


def _count(side: Side) -> int:
    return sum(len(sentences(block)) for block in side.blocks)


def _passages(x: Stretch, keys: Anchors, per_character: float) -> Iterator[Passage]:
    cut = (x.last and bool(x.zh) and x.zh[-1].cut_off, x.last and bool(x.en) and x.en[-1].cut_off)
    # Two headings that numbers have paired need no further proof.
    headed = int(x.headed)
    zh, en = x.zh[headed:], x.en[headed:]
    own = keys.part(slice(headed, None), slice(headed, None))
    if headed:
        yield Passage((x.zh[0],), (x.en[0],), 1.0)
    for bead in align(_pieces(zh, length_zh), _pieces(en, length_en), own, per_character, cut=cut):
        if _publishable(bead):
            yield Passage(tuple(zh[bead.zh_start : bead.zh_end]), tuple(en[bead.en_start : bead.en_end]), bead.score)


def _publishable(bead: Bead) -> bool:
    """Whether a bead has both sides and one of them is a single sentence."""
    return min(bead.zh_end - bead.zh_start, bead.en_end - bead.en_start) == 1


def _pieces(found: Sequence[Sentence], length: Callable[[str], float]) -> list[Piece]:
    return [Piece(length(s.text.text), s.opens, s.heading) for s in found]
