"""Chinese numbers: what is printed is what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.targets.numbers_zh import numbers
from extractors.targets.numerals_zh import numeral_value
from extractors.targets.quantities_zh import quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200亿元", 1.2e11),
        ("1.2万亿元", 1.2e12),
        ("3万4000人", 34000),
        ("２９００亿元", 2.9e11),
        ("500万千瓦", 5e6),
        ("三十万人", 3e5),
        ("一千二百所", 1200),
        ("百分之十五", 15),
        ("2000多家", 2000),
        ("2.24万公里", 22400),
    ],
)
def test_a_number_has_its_value(text: str, value: float) -> None:
    assert quantities(text, numbers(text))[0].number.value == value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("两", 2),
        ("十五", 15),
        ("一百零五", 105),
        ("三千五", 3500),
        ("一万二", 12000),
        ("三十万亿", 3e13),
        ("三点五", 3.5),
    ],
)
def test_a_numeral_has_its_value(numeral: str, value: float) -> None:
    assert numeral_value(numeral) == value


@given(st.integers(min_value=1, max_value=9999))
def test_a_written_number_reads_back(value: int) -> None:
    assert numeral_value(_written(value)) == value


@pytest.mark.parametrize("scale", [("万", 10**4), ("亿", 10**8), ("万亿", 10**12)])
@given(value=st.decimals(min_value=1, max_value=9999, places=2))
def test_scale_words_multiply(scale: tuple[str, int], value: object) -> None:
    word, factor = scale
    assert numbers(f"{value}{word}元")[0].value == float(value * factor)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("100~200个", 100, 200),
        ("5%—5.5%", 5, 5.5),
        ("2至3万公里", 20000, 30000),
        ("3亿元至5亿元", 3e8, 5e8),
        ("三至五家", 3, 5),
    ],
)
def test_a_range_is_one_quantity(text: str, low: float, high: float) -> None:
    found = quantities(text, numbers(text))
    assert [(q.number.value, q.number.value_max) for q in found] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("“十四五”时期", "plan_name"),
        ("2025年", "date"),
        ("3月12日", "date"),
        ("G219", "code"),
        ("5G基站", "code"),
        ("PM2.5", "code"),
        ("第三产业", "ordinal"),
        ("（一）", "list_or_heading_number"),
        ("若干", "vague"),
        ("“一老一小”", "named_concept"),
    ],
)
def test_a_form_that_is_no_quantity_says_why(text: str, reason: str) -> None:
    assert {number.reason for number in numbers(text)} == {reason}


def _written(value: int) -> str:
    digits = "零一二三四五六七八九"
    text, gap = "", False
    for power, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + word
            gap = False
        else:
            gap = True
    return text
