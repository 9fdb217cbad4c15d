import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.targets.sentences import LONGEST_SENTENCE, split


def parts(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in split(text, language)]


def test_english_sentences_end_before_a_capital() -> None:
    assert parts('Build 3 dams. Raise output by 2.5%. "Green" roofs follow.', "en") == [
        "Build 3 dams.",
        "Raise output by 2.5%.",
        '"Green" roofs follow.',
    ]


def test_abbreviations_and_decimals_do_not_end_a_sentence() -> None:
    assert len(parts("The U.S. Treasury holds approx. 3.5 tons under No. 7 of the act.", "en")) == 1


def test_chinese_sentences_end_at_full_stops_and_semicolons() -> None:
    assert parts("新建水库3座；改造渠道20公里。湿地保护率达到55%。", "zh") == [
        "新建水库3座；",
        "改造渠道20公里。",
        "湿地保护率达到55%。",
    ]


@given(st.text(alphabet="aA .。；!?1“”", max_size=60), st.sampled_from(["en", "zh"]))
def test_nothing_but_white_space_is_lost(text: str, language: str) -> None:
    covered = "".join(text[a:b] for a, b in split(text, language))
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("unit", "last"),
    [
        ("a park, a road; ", ";"),
        ("a park, a road ", ","),
        ("parkroad ", "d"),
        ("1,000 ", "0"),
        ("公园、道路，", "，"),
        ("9", "9"),
    ],
)
def test_what_is_too_long_is_cut_where_the_least_is_lost(unit: str, last: str) -> None:
    text = unit * (3 * LONGEST_SENTENCE // len(unit))
    found = parts(text, "en")
    assert max(map(len, found)) <= LONGEST_SENTENCE
    assert "".join("".join(found).split()) == "".join(text.split())
    assert {part[-1] for part in found[:-1]} == {last}
    assert len(found) <= 7


@pytest.mark.parametrize(("language", "text"), [("en", "Mills\t239\t119 built"), ("zh", "工厂\t239\t119个")])
def test_a_cell_is_no_part_of_the_one_beside_it(language: str, text: str) -> None:
    assert parts(text, language) == text.split("\t")
