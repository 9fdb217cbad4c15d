"""A printed number reads back as its value, in both languages and at all scales."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.targets.chinese import read_chinese
from extractors.targets.english import read_english
from extractors.targets.statement import Context, Statement

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EN_SCALES = {"": 1, " thousand": 1e3, " million": 1e6, " billion": 1e9, " trillion": 1e12}
ZH_SCALES = {"": 1, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def one(statements: tuple[Statement, ...], said: str) -> Statement:
    assert len(statements) == 1, (said, statements)
    return statements[0]


def in_english(printed: str, unit: str = "kilometers") -> Statement:
    said = f"We will build {printed} {unit} of railways by 2025."
    return one(read_english(said, Context("en", 2021, 2025)).statements, said)


def in_chinese(printed: str, unit: str = "公里") -> Statement:
    said = f"到2025年，新建铁路{printed}{unit}。"
    return one(read_chinese(said, Context("zh", 2021, 2025)).statements, said)


def words(number: int) -> str:
    """125000 as one hundred twenty-five thousand."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            return f"{words(head)} {name}" + (f" {words(rest)}" if rest else "")
    if number >= 20:
        ten, rest = divmod(number, 10)
        return TENS[ten - 2] + (f"-{ONES[rest]}" if rest else "")
    return ONES[number]


def numerals(number: int) -> str:
    """120500 as 十二万零五百."""
    said = ""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            head, number = divmod(number, size)
            said += numerals(head) + name
            if number and number < size // 10:
                said += "零"
    zero = False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            said += ("零" if zero else "") + "一二三四五六七八九"[digit - 1] + name
            zero = False
        elif said and said[-1] not in "亿万零" and number:
            zero = True
    return said.removeprefix("一") if said.startswith("一十") else said


decimals = st.decimals(min_value=Decimal("0.1"), max_value=9999, places=2).map(lambda d: d.normalize())


@given(st.integers(13, 999_999_999), st.booleans())
def test_english_digits_with_and_without_separators(number: int, grouped: bool) -> None:
    printed = f"{number:,}" if grouped else str(number)
    if not grouped and 1900 <= number <= 2100:
        return  # a year
    statement = in_english(printed)
    assert statement.value == number
    assert statement.unit == "km"


@given(decimals, st.sampled_from(sorted(EN_SCALES)))
def test_english_decimals_at_all_scales(number: Decimal, scale: str) -> None:
    printed = f"{number:f}"
    if not scale and 1900 <= number <= 2100:
        return
    assert in_english(f"{printed}{scale}").value == pytest.approx(float(number) * EN_SCALES[scale], rel=1e-12)


@given(st.decimals(min_value=1000, max_value=99_999_999, places=2))
@example(Decimal("1294672.5"))
def test_english_decimals_with_separators(number: Decimal) -> None:
    assert in_english(f"{number:,}").value == float(number)


@given(st.integers(13, 999_999))
@example(1_000)
@example(100_000)
def test_english_number_words(number: int) -> None:
    assert in_english(words(number)).value == number


@given(st.integers(2, 9_999_999), st.booleans())
def test_chinese_digits_plain_and_full_width(number: int, wide: bool) -> None:
    if 1900 <= number <= 2100:
        return
    printed = str(number).translate(WIDE) if wide else str(number)
    assert in_chinese(printed).value == number


@given(decimals, st.sampled_from(sorted(ZH_SCALES)))
def test_chinese_decimals_at_all_scales(number: Decimal, scale: str) -> None:
    printed = f"{number:f}"
    assert in_chinese(f"{printed}{scale}", "吨").value == pytest.approx(float(number) * ZH_SCALES[scale], rel=1e-12)


@given(st.integers(2, 9_999_9999))
@example(10)
@example(12)
@example(110)
@example(1_005)
@example(120_500)
@example(20_000_000)
def test_chinese_numerals(number: int) -> None:
    if number > 10 and not set(numerals(number)) - set("十百千万亿"):
        return  # 十万, 百万 without a digit name a class as often as a size
    assert in_chinese(numerals(number)).value == number


@given(
    st.integers(1, 998), st.integers(1, 500), st.sampled_from(("–", "-", " to ")), st.sampled_from(sorted(EN_SCALES))
)
def test_english_ranges_have_the_scale_once(low: int, more: int, between: str, scale: str) -> None:
    between = between.replace("~", " to ")
    statement = in_english(f"{low}{between}{low + more}{scale}")
    assert (statement.value, statement.value_max) == (low * EN_SCALES[scale], (low + more) * EN_SCALES[scale])


@given(st.integers(2, 998), st.integers(1, 500), st.sampled_from("—-~至到"), st.sampled_from(("", "万", "亿")))
def test_chinese_ranges_have_the_scale_once(low: int, more: int, between: str, scale: str) -> None:
    statement = in_chinese(f"{low}{between}{low + more}{scale}")
    assert (statement.value, statement.value_max) == (low * ZH_SCALES[scale], (low + more) * ZH_SCALES[scale])


@given(st.integers(1, 9999).map(lambda n: n / 100))
def test_percentages(number: float) -> None:
    said = f"By 2025, forest cover will reach {number:g}%."
    english = one(read_english(said, Context("en", 2021, 2025)).statements, said)
    for printed in (f"{number:g}%", f"百分之{number:g}"):
        told = f"到2025年，森林覆盖率达到{printed}。"
        chinese = one(read_chinese(told, Context("zh", 2021, 2025)).statements, told)
        assert (english.value, english.unit) == (chinese.value, chinese.unit) == (number, "%")
