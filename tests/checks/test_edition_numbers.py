"""Slips of scale between two languages: the same digits with the point elsewhere."""

from __future__ import annotations

import pytest

from extractors.checks.edition_numbers import slips
from extractors.language_records import ParallelText


def found(zh: str, en: str) -> list[tuple[str | None, str | None, str, str]]:
    """What is told of a passage, with the words of both spans."""
    passage = ParallelText("p", "z", None, 1, "1-1", zh, en, 0, len(zh), 0, len(en), "e")
    return [
        (f.value, f.other_value, en[f.start : f.end], zh[f.other_start : f.other_end])
        for f in slips(passage, (zh, en), "z")
    ]


def test_a_wrong_scale_word_is_told_with_both_places() -> None:
    assert found("投资30亿元。", "Invest 30 billion yuan.") == [("30000000000", "3000000000", "30 billion", "30亿")]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("营造林 110 万公顷。", "Forest 1.1 million hectares."),
        ("营造林 110\n 万公顷。", "Forest 1.1 million hectares."),
        ("投资30亿元。", "Invest 3 billion yuan."),
        ("新建5座。", "Build 50."),
        ("300个县和3000个村。", "300 counties and 3,000 villages."),
    ],
)
def test_equal_values_however_they_are_set_say_nothing(zh: str, en: str) -> None:
    assert found(zh, en) == []
