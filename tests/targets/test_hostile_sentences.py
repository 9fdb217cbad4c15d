"""No sentence, however it is made, costs more than its length allows, ends in an error or loses a number's place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

import pytest

import extractors.targets
from extractors.targets.chinese import read_chinese
from extractors.targets.english import read_english
from extractors.targets.sentences import LONGEST_SENTENCE
from extractors.targets.statement import Context, Reading
from tests.targets.hostile_sentences import FAMILIES, drawn

READERS: dict[str, Callable[[str, Context], Reading]] = {"en": read_english, "zh": read_chinese}
FOLDER = str(next(iter(extractors.targets.__path__)))


class Counter:
    """Counts lines of the project's rules that are executed, loops on one line by their turns."""

    def __init__(self) -> None:
        self.lines = 0
        self._ours: dict[CodeType, bool] = {}

    def _enter(self, frame: FrameType, _event: str, _argument: object) -> Any:
        code = frame.f_code
        if code not in self._ours:
            self._ours[code] = code.co_filename.startswith(FOLDER)
        return self._line if self._ours[code] else None

    def _line(self, _frame: FrameType, event: str, _argument: object) -> Any:
        self.lines += event == "line"
        return self._line

    def of(self, language: str, sentence: str) -> int:
        self.lines = 0
        before = sys.gettrace()
        sys.settrace(self._enter)
        try:
            READERS[language](sentence, Context(language, 2021, 2025))
        finally:
            sys.settrace(before)
        return self.lines


@pytest.fixture(scope="module")
def counter() -> Counter:
    for language, read in READERS.items():  # vocabularies are loaded once
        for sentence in drawn(300, seed=1):
            read(sentence, Context(language, 2021, 2025))
    return Counter()


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("family", FAMILIES)
def test_rules_are_applied_as_often_as_the_length_allows(family: str, language: str, counter: Counter) -> None:
    sizes = (5, 10, 20, 40)
    lines = [counter.of(language, FAMILIES[family](size)) for size in sizes]
    # What one more unit of length costs; it doubles from step to step where the cost is the square of the length.
    steps = [(b - a) / (n - m) for a, b, m, n in zip(lines, lines[1:], sizes, sizes[1:], strict=False)]
    assert steps[-1] <= 1.6 * max(steps[-2], 0) + 2, lines


def test_ten_thousand_sentences_are_read_and_their_places_are_in_them() -> None:
    for number, sentence in enumerate(drawn(10_000, seed=2)):
        language = ("en", "zh")[number % 2]
        reading = READERS[language](sentence, Context(language, 2021, 2025))
        places = [(s.number_start, s.number_end) for s in reading.statements]
        places += [(r.start, r.end) for r in reading.rejected]
        assert all(0 <= start < end <= len(sentence) for start, end in places), sentence
        assert places[: len(reading.statements)] == sorted(places[: len(reading.statements)]), sentence
        assert all(s.value == s.value for s in reading.statements), sentence


def test_the_cost_of_a_drawn_sentence_is_bounded_by_its_length(counter: Counter) -> None:
    for number, sentence in enumerate(drawn(1_000, seed=3)):
        language = ("en", "zh")[number % 2]
        assert counter.of(language, sentence) <= 300 * (len(sentence) + 20), sentence


def test_a_text_without_a_full_stop_is_read_piece_by_piece() -> None:
    from tests.targets.test_glosses import _extracted

    text = "到2025年新建" + "公园5座，" * LONGEST_SENTENCE + "公路30公里。"
    found = _extracted(text)
    rows = found.rows["numeric_targets"]
    assert len(rows) + len(found.passed) >= LONGEST_SENTENCE
    assert [p for p in found.passed if p.reason == "unknown"] == []
    assert len(rows) > LONGEST_SENTENCE // 2
