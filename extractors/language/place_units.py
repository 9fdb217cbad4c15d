"""Stretches of two editions in which the same places are named: items of boxes, sections, aligned passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from extractors.language.editions import Edition
from extractors.language_records import ParallelText
from extractors.mapped import MappedText
from extractors.structure.model import Block

Key = tuple[str | None, ...]
"""Where a stretch stands, in words that every edition shares: numbers of box and item, or of its sections."""

_GAP = MappedText.of("\n")
"""Keeps what stands in two paragraphs apart; its place is never asked for."""


def stretches(edition: Edition, language: str) -> dict[Key, MappedText]:
    """The running text of an edition in one language, by where it stands; headings and footnotes are left out.

    Parts are left out of the keys: chapters are numbered through them, and an edition of one chapter has none.
    """
    boxes = {box.box_id: box.number for box in edition.boxes}
    numbers = _section_numbers(edition)
    found: dict[Key, list[MappedText]] = {}
    for block in _texts(edition, language):
        if block.box_id is not None:
            key: Key = ("box", boxes.get(block.box_id), block.item_number)
        else:
            key = ("section", *numbers.get(block.section_id or "", ()))
        found.setdefault(key, []).append(block.text)
    return {
        key: MappedText.join([p for text in texts for p in (text, _GAP)][:-1])
        for key, texts in found.items()
        if key[1:]
    }


def passages_between(
    chinese: Edition, english: Edition, passages: Iterable[ParallelText]
) -> list[tuple[MappedText, MappedText]]:
    """Aligned passages of running text with their places, in the order of the English."""
    mine = [p for p in passages if p.document_id == chinese.id and (p.other_document_id or p.document_id) == english.id]
    zh, en = _Pieces(_texts(chinese, "zh")), _Pieces(_texts(english, "en"))
    pairs = []
    for passage in sorted(mine, key=lambda p: (p.en_char_start, p.zh_char_start)):
        left = zh.between(passage.zh_char_start, passage.zh_char_end)
        right = en.between(passage.en_char_start, passage.en_char_end)
        if left and right:
            pairs.append((left, right))
    return pairs


def _texts(edition: Edition, language: str) -> list[Block]:
    return [b for b in edition.blocks if b.language == language and b.element != "footnote" and not b.is_heading]


def _section_numbers(edition: Edition) -> Mapping[str, Key]:
    numbers: dict[str, Key] = {}
    for section in edition.sections:  # a section stands behind the one that it is a part of
        above = numbers.get(section.parent_id or "", ())
        numbers[section.section_id] = above if section.level == "part" else (*above, section.number)
    return numbers


class _Pieces:
    """Cuts paragraphs by raw places, without looking through all of them each time."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = sorted((b.text for b in blocks if b.text), key=lambda t: t.starts[0])
        self._firsts = [t.starts[0] for t in self._texts]

    def between(self, start: int, end: int) -> MappedText | None:
        """The characters of the paragraph around raw [start, end) that lie in it."""
        at = bisect_right(self._firsts, start) - 1
        if at < 0:
            return None
        text = self._texts[at]
        first, last = bisect_left(text.starts, start), bisect_left(text.starts, end)
        return text.cut(first, last) if first < last else None
