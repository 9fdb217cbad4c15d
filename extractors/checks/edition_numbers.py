"""Numbers of passages side by side that are the same digits with the point elsewhere: 亿 against billion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isclose, log10

from extractors.checks.material import Finding, Material
from extractors.language.editions import Edition
from extractors.language_records import ParallelText
from extractors.targets.numbers_en import numbers_of, tokens_of
from extractors.targets.numbers_zh import numbers

_LEAST = 10.0


def edition_numbers(passages: Sequence[ParallelText], editions: Mapping[str, Edition]) -> Iterator[tuple[str, Finding]]:
    """Slips of scale between two editions, on the English one."""
    for passage in passages:
        other = passage.other_document_id
        if other in editions and passage.document_id in editions and other is not None:
            texts = editions[passage.document_id].text, editions[other].text
            for finding in slips(passage, texts, passage.document_id):
                yield other, finding


def facing_numbers(material: Material) -> Iterator[Finding]:
    """Slips of scale between the columns of one document."""
    text = material.document.text
    for passage in material.of(ParallelText, "parallel_texts"):
        if passage.other_document_id is None:
            yield from slips(passage, (text, text), passage.document_id)


def slips(passage: ParallelText, texts: tuple[str, str], chinese: str) -> Iterator[Finding]:
    """Slips of scale in one passage: numbers that only one side has, alike but for a power of ten.

    Args:
        passage: Its two spans.
        texts: The raw texts that they count in, Chinese and English.
        chinese: Id of the document that holds the Chinese.
    """
    # A line end is no end of a number; one character for another keeps the places.
    chinese_side = texts[0][passage.zh_char_start : passage.zh_char_end]
    english_side = texts[1][passage.en_char_start : passage.en_char_end].replace("\n", " ")
    zh = _values_zh(chinese_side, passage.zh_char_start)
    en = _values_en(english_side, passage.en_char_start)
    only_zh = [z for z in zh if not any(isclose(z[0], e[0], rel_tol=1e-6) for e in en)]
    only_en = [e for e in en if not any(isclose(z[0], e[0], rel_tol=1e-6) for z in zh)]
    for value, start, end in only_en:
        near = [z for z in only_zh if _is_slip(value, z[0])]
        if len(near) == 1:
            right, other_start, other_end = near[0]
            yield Finding(
                check="scale_slip",
                message=f"{value:.15g} in English, {right:.15g} in Chinese: the same digits, so a scale word is wrong.",
                start=start,
                end=end,
                value=f"{value:.15g}",
                other_value=f"{right:.15g}",
                other_start=other_start,
                other_end=other_end,
                other_document_id=chinese,
            )


def _is_slip(one: float, other: float) -> bool:
    power = log10(one / other)
    return 1 <= abs(round(power)) <= 4 and isclose(power, round(power), abs_tol=1e-6) and max(one, other) >= 1e4


def _values_zh(text: str, at: int) -> list[tuple[float, int, int]]:
    """Values with their raw spans; blanks say nothing in Chinese, and a PDF has them before 万 and 亿."""
    kept = [place for place, character in enumerate(text) if not character.isspace()]
    closed = "".join(text[place] for place in kept)
    found = ((n.value, at + kept[n.start], at + kept[n.end - 1] + 1) for n in numbers(closed))
    return [each for each in found if each[0] >= _LEAST]


def _values_en(text: str, at: int) -> list[tuple[float, int, int]]:
    tokens = tokens_of(text)
    found = [(n.value, at + tokens[n.first].start, at + tokens[n.last - 1].end) for n in numbers_of(tokens)]
    return [(v, s, e) for v, s, e in found if v >= _LEAST]
