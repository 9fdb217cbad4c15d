"""Numbers of notes that explain a term or convert a unit set no target; other notes are read."""

from __future__ import annotations

import pytest

from extractors.document import Document, Line
from extractors.pipeline import Extraction, extract
from extractors.source import Source
from extractors.targets.glosses import explains, is_gloss


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", 'The "Five Ones" project requires each province to produce at least one good play.'),
        ("en", 'Translator\'s note: The "two axes" refer to two axes that link 20 clusters.'),
        ("en", "The mu is a Chinese measure of area; one hectare has 15 mu."),
        ("zh", "“五个一”工程是指每年推出至少1部好戏。"),
        ("zh", "“两横三纵”指两条横轴和三条纵轴。"),
        ("zh", "亩是中国的面积单位，1公顷合15亩。"),
    ],
)
def test_notes_that_explain(language: str, note: str) -> None:
    assert explains(note, language)
    assert is_gloss(note, explaining=True, language=language)


@pytest.mark.parametrize(("language", "note"), [("en", "One jin equals 0.5 kg."), ("zh", "1斤等于0.5公斤。")])
def test_a_conversion_is_a_gloss_without_a_term(language: str, note: str) -> None:
    assert is_gloss(note, explaining=False, language=language)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "There are to be more than 300 trial counties."),
        ("en", "Forest cover is to rise from 23.2% to 24.1%."),
        ("zh", "试点县达到300个以上。"),
        ("zh", "森林覆盖率提高到24.1%。"),
    ],
)
def test_other_notes_are_read(language: str, note: str) -> None:
    assert not explains(note, language)
    assert not is_gloss(note, explaining=False, language=language)


def test_a_sentence_with_a_year_tells_of_the_world() -> None:
    assert not is_gloss("到2025年，每年推出300部好戏。", explaining=True, language="zh")


def _extracted(text: str, language: str = "zh") -> Extraction:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), None))
        start += len(line) + 1
    source = Source(
        id="made-up",
        title="x",
        file="x.md",
        language=(language,),
        document_type="plan_outline",
        authority="unknown",
        licence="CC-BY-4.0",
        redistribution="full",
        plan="14",
        period_start=2021,
        period_end=2025,
    )
    return extract(Document(text, tuple(lines), (), "text", "text/markdown"), source)


def test_numbers_of_a_gloss_are_accounted_for() -> None:
    text = (
        "建成高标准农田10亿亩[^1]。试点县有新增[^2]。\n\n[^1]: 1公顷合15亩。\n\n[^2]: 到2025年，试点县达到300个以上。"
    )
    found = _extracted(text)
    targets = {(row.element, row.number_text) for row in found.rows["numeric_targets"]}  # type: ignore[attr-defined]
    assert targets == {("prose", "10亿"), ("footnote", "300")}
    covered = {text[p.start : p.end]: p.reason for p in found.passed}
    assert covered["15"] == "named_concept"
    markers = [p for p in found.passed if p.reason == "footnote_marker"]
    assert sum("1" in text[p.start : p.end] or "2" in text[p.start : p.end] for p in markers) == 4


def test_no_number_of_a_gloss_is_left_without_a_reason() -> None:
    text = "We will protect 10 million mu[^1].\n\n[^1]: The mu is a Chinese measure of area; one hectare has 15 mu."
    reasons = {text[p.start : p.end]: p.reason for p in _extracted(text, "en").passed}
    assert reasons["15"] == "named_concept"
