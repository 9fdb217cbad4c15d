"""Two texts, Chinese and English, cut into sentences and paired section by section, box by box, item by item."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.language.align import USUAL_RATIO, Bead, Piece, align, ratio
from extractors.language.align_sections import paired_sections
from extractors.language.align_words import Anchors, anchors
from extractors.mapped import MappedText
from extractors.records import Box, Section
from extractors.structure.model import Block
from extractors.structure.numerals import integer
from extractors.targets.sentences import split

_ENDS = tuple('.!?。！？:：;；…”’"』」)）')

_LONGEST_LABEL = 8
_GLOSS = re.compile("[(（]?[\u3400-\u9fff、，“”]+[)）]?")


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a document: its sections, boxes and paragraphs, in reading order."""

    language: str
    sections: tuple[Section, ...]
    boxes: tuple[Box, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading, with its raw places."""

    text: MappedText
    opens: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Chinese sentences and the English ones that they are; of each side one or more.

    Attributes:
        section: Place of the Chinese section among the side's sections; null in front of the first.
        zh, en: Sentences in order; one of the two sides has but one.
        score: How sure it is.
    """

    section: int | None
    zh: tuple[Sentence, ...]
    en: tuple[Sentence, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Paired:
    """All passages in order of the Chinese, and how many sentences have none."""

    passages: tuple[Passage, ...]
    left_zh: int
    left_en: int


@dataclass(slots=True)
class _Stretch:
    """What is aligned as one: the paragraphs under two headings that are the same."""

    section: int | None
    zh: list[Sentence] = field(default_factory=list)
    en: list[Sentence] = field(default_factory=list)
    headed: bool = False
    ends: bool = False


def pair_texts(zh: Side, en: Side, terms: Iterable[tuple[str, str]] = ()) -> Paired:
    """Pair the sentences of a text and its translation; footnotes are left out.

    Args:
        zh: The Chinese.
        en: The English.
        terms: Pairs of a Chinese term and its English phrase, as anchors.
    """
    pairs = paired_sections(zh.sections, en.sections)
    stretches = [*_prose(zh, en, pairs), *_boxed(zh, en, pairs)]
    keys = anchors(_texts(x.zh for x in stretches), _texts(x.en for x in stretches), terms)
    both = [x for x in stretches if x.zh and x.en]
    ours, theirs = _texts(x.zh for x in both), _texts(x.en for x in both)
    per_character = ratio(sum(map(_length_zh, ours)), sum(map(_length_en, theirs)))
    passages: list[Passage] = []
    i = j = 0
    for x in stretches:
        own = Anchors(keys.zh[i : i + len(x.zh)], keys.en[j : j + len(x.en)], keys.weights)
        passages += _passages(x, own, per_character)
        i, j = i + len(x.zh), j + len(x.en)
    passages.sort(key=lambda p: min(p.zh[0].text.starts))
    return Paired(tuple(passages), i - sum(len(p.zh) for p in passages), j - sum(len(p.en) for p in passages))


def _texts(groups: Iterable[Sequence[Sentence]]) -> list[str]:
    return [s.text.text for group in groups for s in group]


def _passages(x: _Stretch, keys: Anchors, per_character: float) -> Iterator[Passage]:
    cut = (x.ends and _cut_off(x.zh), x.ends and _cut_off(x.en))
    # Two headings that numbers have paired need no further proof.
    headed = int(x.headed)
    own = Anchors(keys.zh[headed:], keys.en[headed:], keys.weights)
    beads = align(_pieces(x.zh[headed:], _length_zh), _pieces(x.en[headed:], _length_en), own, per_character, cut=cut)
    if headed:
        yield Passage(x.section, (x.zh[0],), (x.en[0],), 1.0)
    for bead in beads:
        if _publishable(bead):
            zh = tuple(x.zh[headed + bead.zh_start : headed + bead.zh_end])
            en = tuple(x.en[headed + bead.en_start : headed + bead.en_end])
            yield Passage(x.section, zh, en, bead.score)


def _publishable(bead: Bead) -> bool:
    zh, en = bead.zh_end - bead.zh_start, bead.en_end - bead.en_start
    return bool(zh and en and min(zh, en) == 1)


def _cut_off(sentences: Sequence[Sentence]) -> bool:
    return bool(sentences) and not sentences[-1].heading and not sentences[-1].text.text.endswith(_ENDS)


def _pieces(sentences: Sequence[Sentence], length: Callable[[str], float]) -> list[Piece]:
    return [Piece(length(s.text.text), s.opens, s.heading) for s in sentences]


def _length_zh(text: str) -> float:
    """In Chinese characters; Latin letters and digits are as long as they are in English."""
    latin = sum(map(str.isascii, text))
    return len(text) - latin + latin / USUAL_RATIO


def _length_en(text: str) -> float:
    """In letters; Chinese glosses are no part of the translation."""
    return max(1, len(text) - sum(map(len, _GLOSS.findall(text))))


def _prose(zh: Side, en: Side, pairs: Sequence[tuple[int, int]]) -> list[_Stretch]:
    ours, theirs = _by_section(zh), _by_section(en)
    stretches = [_Stretch(None, ours[0], theirs[0])]
    here = there = 0
    for i, j in [*pairs, (len(zh.sections), len(en.sections))]:
        left_zh = [s for at in range(here, i) for s in ours[at + 1]]
        left_en = [s for at in range(there, j) for s in theirs[at + 1]]
        _give(stretches, left_zh, left_en)
        if i < len(zh.sections):
            a, b = ours[i + 1], theirs[j + 1]
            headed = bool(a and b and a[0].heading and b[0].heading)
            stretches.append(_Stretch(i, list(a), list(b), headed))
        here, there = i + 1, j + 1
    for x in reversed(stretches):
        if x.zh or x.en:
            x.ends = True
            break
    return stretches


def _give(stretches: list[_Stretch], zh: list[Sentence], en: list[Sentence]) -> None:
    """Sections that only one side has: a text of its own, or, if the other has none, what follows the one before."""
    if zh or en:
        stretches.append(_Stretch(stretches[-1].section, zh, en))


def _by_section(side: Side) -> list[list[Sentence]]:
    """The sentences of the side's running text: those in front of all sections, then those of each section."""
    place = {s.section_id: at for at, s in enumerate(side.sections, 1)}
    found: list[list[Sentence]] = [[] for _ in range(len(side.sections) + 1)]
    for block in side.blocks:
        if block.element == "prose":
            found[place.get(block.section_id or "", 0)] += sentences(block)
    return found


def sentences(block: Block) -> list[Sentence]:
    """A paragraph's sentences; a heading is one. Chinese is not cut at semicolons, so that both sides are alike."""
    if block.is_heading:
        text = block.text.strip()
        return [Sentence(text, opens=True, heading=True)] if text else []
    spans: list[tuple[int, int]] = []
    for start, end in split(block.text.text, block.language):
        if spans and (block.text.text[spans[-1][1] - 1] in ";；" or _is_label(block.text.text[slice(*spans[-1])])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [Sentence(block.text.cut(a, b), opens=at == 0, heading=False) for at, (a, b) in enumerate(spans)]


def _is_label(text: str) -> bool:
    """Whether it is a number in front of a sentence and no sentence: "1.", "(iv)."."""
    return len(text) <= _LONGEST_LABEL and integer(text.strip(" .()（）、．")) is not None


def _boxed(zh: Side, en: Side, pairs: Sequence[tuple[int, int]]) -> list[_Stretch]:
    """Boxes of one number, their titles, and their items of one number."""
    section = {s.section_id: at for at, s in enumerate(zh.sections)}
    theirs = {box.number: box for box in reversed(en.boxes) if box.number}
    ours_in, theirs_in = _by_item(zh), _by_item(en)
    stretches = []
    for box in zh.boxes:
        other = theirs.pop(box.number, None) if box.number else None
        if other is None:
            continue
        ours, items = ours_in[box.box_id], theirs_in[other.box_id]
        for number, found in ours.items():
            there = items.get(number, [])
            headed = bool(found and there and found[0].heading and there[0].heading)
            stretches.append(_Stretch(section.get(box.section_id or ""), found, there, headed))
    return stretches


def _by_item(side: Side) -> dict[str, dict[str | None, list[Sentence]]]:
    """The sentences of each box by the number of their item; null outside items."""
    found: dict[str, dict[str | None, list[Sentence]]] = defaultdict(dict)
    for block in side.blocks:
        if block.element == "box" and block.box_id:
            found[block.box_id].setdefault(block.item_number, []).extend(sentences(block))
    return found
