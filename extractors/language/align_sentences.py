"""A document's paragraphs as sentences that know where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.language.align import USUAL_RATIO
from extractors.mapped import MappedText
from extractors.structure.model import Block
from extractors.structure.numerals import integer
from extractors.targets.sentences import split

_ENDS = tuple('.!?。！？:：;；…”’"』」)）')
_LONGEST_LABEL = 8
_GLOSS = re.compile("[(（]?[\u3400-\u9fff、，“”]+[)）]?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading.

    Attributes:
        text: Its words with their raw places.
        section_id: The section it stands in.
        opens: Whether it begins a paragraph.
        heading: Whether it is a heading.
    """

    text: MappedText
    section_id: str | None
    opens: bool
    heading: bool

    @property
    def cut_off(self) -> bool:
        """Whether it ends in the middle."""
        return not self.heading and not self.text.text.endswith(_ENDS)


def sentences(block: Block) -> list[Sentence]:
    """A paragraph's sentences; a heading is one.

    Chinese is not cut at semicolons, so that both sides are alike. A line of cells has no sentences, nor have figures
    alone.
    """
    if block.is_heading:
        text = block.text.strip()
        return [Sentence(text, block.section_id, opens=True, heading=True)] if text else []
    words = block.text.text
    if "\t" in words:
        return []
    spans: list[tuple[int, int]] = []
    for start, end in split(words, block.language):
        if spans and (words[spans[-1][1] - 1] in ";；" or _is_label(words[slice(*spans[-1])])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [
        Sentence(block.text.cut(start, end), block.section_id, opens=at == 0, heading=False)
        for at, (start, end) in enumerate(spans)
        if any(map(str.isalpha, words[start:end]))
    ]


def length_zh(text: str) -> float:
    """How long a Chinese text is in characters; Latin letters and digits are as long as they are in English."""
    latin = sum(map(str.isascii, text))
    return len(text) - latin + latin / USUAL_RATIO


def length_en(text: str) -> float:
    """How long an English text is in letters; Chinese glosses are no part of the translation."""
    return max(1, len(text) - sum(map(len, _GLOSS.findall(text))))


def _is_label(text: str) -> bool:
    """Whether it is a number in front of a sentence and no sentence: "1.", "(iv)."."""
    return len(text) <= _LONGEST_LABEL and integer(text.strip(" .()（）、．")) is not None
