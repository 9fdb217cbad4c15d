"""English number expressions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.targets.numbers_en import Number, numbers_of, tokens_of


def only(text: str) -> Number:
    found = numbers_of(tokens_of(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3,000 km", 3000),
        ("1.075 billion mu", 1_075_000_000),
        ("55.75 million people", 55_750_000),
        ("twenty-five schools", 25),
        ("three hundred and twenty towns", 320),
        ("two million households", 2_000_000),
        ("a dozen clusters", 12),
        ("two-thirds of towns", 2 / 3),
        ("600,000-kilowatt unit", 600_000),
    ],
)
def test_a_number_has_the_value_that_its_words_and_scales_say(printed: str, value: float) -> None:
    assert only(printed).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("100–200 areas", 100, 200),
        ("200 to 300 areas", 200, 300),
        ("between 5 and 8 parks", 5, 8),
        ("2 to 3 trillion yuan", 2e12, 3e12),
        ("65% to 70%", 65, 70),
        ("5%–6%", 5, 6),
    ],
)
def test_a_range_is_one_expression_and_shares_scale_and_unit(printed: str, low: float, high: float) -> None:
    number = only(printed)
    assert (number.value, number.value_max) == (low, high)


@pytest.mark.parametrize("printed", ["G219", "5G", "IPv6", "C919", "PM2.5"])
def test_letters_glued_to_digits_are_a_code(printed: str) -> None:
    assert only(f"the {printed} network").form == "code"


def test_from_a_to_b_is_no_range() -> None:
    assert [n.value for n in numbers_of(tokens_of("from 6 to 12"))] == [6, 12]


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_commas_read_back_as_their_value(value: int) -> None:
    assert only(f"{value:,}").value == value


@given(
    st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(["thousand", "million", "billion", "trillion"])
)
def test_scaled_decimals_read_back_as_their_value(value: object, scale: str) -> None:
    factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[scale]
    assert only(f"{value} {scale}").value == pytest.approx(float(str(value)) * factor)
