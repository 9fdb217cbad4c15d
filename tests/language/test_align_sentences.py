"""Paragraphs as sentences."""

from __future__ import annotations

import pytest

from extractors.language.align_sentences import length_en, length_zh, sentences
from extractors.mapped import MappedText
from extractors.structure.model import Block


def cut(text: str, language: str = "zh") -> list[str]:
    return [s.text.text for s in sentences(Block(MappedText.of(text), "prose", language))]


def test_chinese_is_not_cut_at_semicolons() -> None:
    assert cut("市政府负责统筹；各区负责落实。街道负责检查。") == ["市政府负责统筹；各区负责落实。", "街道负责检查。"]


@pytest.mark.parametrize("text", ["1. The board meets in May.", "(2) The board meets in May.", "IV. The board meets."])
def test_the_number_of_a_paragraph_is_no_sentence(text: str) -> None:
    assert cut(text, "en") == [text]


def test_cells_and_bare_figures_are_no_sentences() -> None:
    assert cut("病床\t120\t240") == []
    assert cut("12", "en") == []


def test_only_the_first_sentence_opens_a_paragraph() -> None:
    found = sentences(Block(MappedText.of("甲。乙。"), "prose", "zh", section_id="s1"))
    assert [(s.opens, s.section_id) for s in found] == [(True, "s1"), (False, "s1")]


def test_a_heading_is_one_sentence() -> None:
    found = sentences(Block(MappedText.of(" 总则。附则 "), "prose", "zh", is_heading=True))
    assert [(s.text.text, s.heading, s.cut_off) for s in found] == [("总则。附则", True, False)]


def test_a_sentence_without_an_end_is_cut_off() -> None:
    assert [s.cut_off for s in sentences(Block(MappedText.of("甲乙。丙丁"), "prose", "zh"))] == [False, True]


def test_glosses_and_digits_do_not_count_as_the_other_language() -> None:
    assert length_en("powerhouse (科技强国)") == length_en("powerhouse ")
    assert length_zh("建成52座") < length_zh("建成五二座")
