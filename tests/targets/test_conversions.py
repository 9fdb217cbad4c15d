"""A size that is printed once more in another unit is no statement of its own, and is checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pipeline import Extraction, extract
from extractors.reading import read
from extractors.source import Source
from extractors.targets.conversions import Conversion, conversions

RIGHT = [
    ("en", "Output will stay above 1.3 trillion jin [about 650 million metric tons]."),
    ("en", "We will protect 1.8 billion mu [463,322.59 square miles] of farmland."),
    ("en", "We will restore 6,670 hectares (100,000 mu) of wetland."),
    ("en", "We will restore 30 km (approximately 18.6 miles) of river."),
    ("en", "The park covers 5 square kilometers (or 500 hectares)."),
    ("zh", "恢复湿地6670公顷（约合10万亩）。"),
    ("zh", "粮食产量达到1.3万亿斤（6.5亿吨）以上。"),
    ("zh", "新建管道120公里（240里）。"),
]
WRONG = [
    ("en", "Output will stay above 1.3 trillion jin [about 860 million tons].", "650000000 t"),
    ("en", "We will restore 6,670 hectares (10,000 mu) of wetland.", "100050 mu"),
    ("zh", "恢复湿地6670公顷（约合100万亩）。", "100050 mu"),
    ("zh", "粮食产量达到1.3万亿斤（13亿吨）以上。", "650000000 t"),
]
NONE = [
    ("en", "Forest cover will reach 24% (up 3 percentage points)."),
    ("en", "We will build 5 parks (30 hectares in all) and 3 km (2 bridges) of road."),
    ("en", "It rose by 5% (3% in cities)."),
    ("en", "We will restore 200 to 300 hectares (3,000 to 4,500 mu) of wetland."),
    ("en", "Output will be 5 million tons (6 million tons in good years)."),
    ("zh", "到2025年新建公园5个（30公顷）。"),
    ("zh", "工期3年（36个月）。"),
]


def only(sentence: str, language: str) -> Conversion:
    found = conversions(sentence, language)
    assert len(found) == 1, sentence
    return found[0]


@pytest.mark.parametrize(("language", "sentence"), RIGHT)
def test_right_conversions(language: str, sentence: str) -> None:
    assert only(sentence, language).is_right(sentence)


@pytest.mark.parametrize(("language", "sentence", "expected"), WRONG)
def test_wrong_conversions(language: str, sentence: str, expected: str) -> None:
    found = only(sentence, language)
    assert not found.is_right(sentence)
    assert f"{found.expected():.15g} {found.second.unit}" == expected


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_other_numbers_in_brackets_convert_nothing(language: str, sentence: str) -> None:
    assert conversions(sentence, language) == []


@given(st.floats(1, 9e6), st.integers(0, 3), st.integers(0, 3), st.sampled_from([1.0, 1.3, 0.5, 10.0]))
def test_what_rounding_explains_is_right_and_nothing_else(
    hectares: float, digits: int, more: int, factor: float
) -> None:
    mu = hectares * 15 * factor
    sentence = f"We will restore {hectares:,.{digits}f} hectares ({mu:,.{more}f} mu) of wetland."
    told = only(sentence, "en")
    if factor == 1.0:
        assert told.is_right(sentence)
    elif hectares >= 100:
        # A number that ends in zeros may be rounded, but by no more than a twentieth.
        assert not told.is_right(sentence)


@given(
    st.integers(1, 900_000),
    st.sampled_from(["（{}亩）", "（约合{}亩）", "(折合{}亩)", "（约{}亩）"]),
    st.sampled_from([1, 2]),
)
def test_chinese_conversions(hectares: int, brackets: str, factor: int) -> None:
    hectares += 10  # below, a rounded hectare leaves room for anything
    sentence = f"恢复湿地{hectares}公顷{brackets.format(hectares * 15 * factor)}。"
    assert only(sentence, "zh").is_right(sentence) == (factor == 1)


def extracted(sentence: str, language: str, folder: object) -> Extraction:
    from pathlib import Path

    path = Path(str(folder)) / "made-up.txt"
    path.write_text(sentence + "\n", encoding="utf-8")
    source = Source(
        id="made-up", title="x", file=path.name, language=(language,), document_type="plan_outline",
        authority="unknown", licence="CC0", redistribution="full", plan="14", period_start=2021, period_end=2025,
    )  # fmt: skip
    return extract(read(path), source)


@pytest.mark.parametrize(("language", "sentence"), RIGHT)
def test_a_conversion_is_no_statement_and_a_right_one_no_discrepancy(
    language: str, sentence: str, tmp_path: object
) -> None:
    found = extracted(sentence, language, tmp_path)
    assert len(found.rows["numeric_targets"]) == 1
    assert found.rows["discrepancies"] == []


@pytest.mark.parametrize(("language", "sentence", "expected"), WRONG)
def test_a_wrong_one_is_reported_with_its_place(language: str, sentence: str, expected: str, tmp_path: object) -> None:
    from extractors.records import Discrepancy

    (row,) = extracted(sentence, language, tmp_path).rows["discrepancies"]
    assert isinstance(row, Discrepancy)
    assert (row.check, row.severity, row.other_value) == ("translator_conversion", "error", expected)
    assert row.char_start is not None
    assert row.char_end is not None
    passage = sentence[row.char_start : row.char_end]
    assert passage[0].isdigit()
    assert passage[-1] in ")]）"
    assert expected.split()[0] in row.message.replace(",", "")
