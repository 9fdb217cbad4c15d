"""Numbers that one edition states and the passage of the other has in no form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from extractors.checks.material import Finding
from extractors.language.links import Linked
from extractors.language_records import ParallelText
from extractors.records import NumericTarget
from extractors.targets.numbers_en import numbers_of, tokens_of
from extractors.targets.numbers_zh import numbers

_HAN = "零一二三四五六七八九十"
_LEAST_SCORE = 0.5
"""Passages that are less sure to be the same may lack anything."""


def edition_counts(two: Linked, passages: Sequence[ParallelText]) -> Iterator[tuple[str, Finding]]:
    """Statements found in one of two editions only, where the other one's passage is known and lacks the number."""
    mine = [p for p in passages if {p.document_id, p.other_document_id} == {two.left.id, two.right.id}]
    for edition, other, alone in (
        (two.right, two.left, two.targets.only_right),
        (two.left, two.right, two.targets.only_left),
    ):
        for target in alone:
            passage = _passage(target, mine, is_chinese=edition.source.language[0] == "zh")
            if passage is None or target.value is None or (passage.score or 0.0) < _LEAST_SCORE:
                continue
            # `One` is mostly an article, unless the sentence counts on.
            if target.value == 1 and not any(_is_beside(target, t) for t in edition.targets):
                continue
            start, end = _span(passage, is_chinese=edition.source.language[0] != "zh")
            if not _has(other.text[start:end], target.value):
                yield edition.id, _finding(target, other.id, start, end)


def _is_beside(one: NumericTarget, other: NumericTarget) -> bool:
    return one.char_start == other.char_start and one.target_id != other.target_id


def _span(passage: ParallelText, *, is_chinese: bool) -> tuple[int, int]:
    if is_chinese:
        return passage.zh_char_start, passage.zh_char_end
    return passage.en_char_start, passage.en_char_end


def _passage(target: NumericTarget, passages: Sequence[ParallelText], *, is_chinese: bool) -> ParallelText | None:
    for passage in passages:
        start, end = _span(passage, is_chinese=is_chinese)
        if start <= target.number_char_start and target.number_char_end <= end:
            return passage
    return None


def _has(text: str, value: float) -> bool:
    """Whether a passage has a number in any form: digits, words, a Chinese numeral."""
    plain = text.replace("\n", " ")
    found = [n.value for n in numbers(plain)] + [n.value for n in numbers_of(tokens_of(plain))]
    if any(isclose(v, value, rel_tol=1e-6) for v in found) or f"{value:.15g}" in plain:
        return True
    return value == int(value) and 0 < value < len(_HAN) and _HAN[int(value)] in plain


def _finding(target: NumericTarget, other: str, start: int, end: int) -> Finding:
    return Finding(
        check="edition_only_here",
        message=f"{target.indicator}: {target.value:.15g} here; the passage of {other} has no such number.",
        start=target.number_char_start,
        end=target.number_char_end,
        value=f"{target.value:.15g}",
        other_start=start,
        other_end=end,
        other_document_id=other,
        page=target.page,
    )
