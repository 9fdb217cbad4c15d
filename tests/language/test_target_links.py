"""The same statements of two editions are linked, and what they say otherwise is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_editions import CHINESE, ENGLISH, edition, source

from extractors.language.links import Linked, link


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    folder = tmp_path_factory.mktemp("harbour")
    zh = edition(folder, CHINESE, source("harbour-zh", "zh-Hant", "official", None))
    return link(zh, edition(folder, ENGLISH, source("harbour-en")))


def told(found: Linked) -> dict[str, tuple[str, ...]]:
    return {p.left.number_text: p.differences for p in found.targets.pairs}


def test_every_statement_finds_its_translation(harbour: Linked) -> None:
    pairs = [(p.left.number_text, p.right.number_text) for p in harbour.targets.pairs]
    assert pairs == [
        ("6%", "6%"),
        ("120萬", "1.2 million"),
        ("31%", "31%"),
        ("800", "800"),
        ("45", "45"),
        ("11.8", "11.8%"),
        ("2.5億", "25 million"),
        ("60", "60"),
        ("12", "12"),
        ("340", "340"),
        ("200萬", "20 million"),
        ("500", "500"),
    ]


@pytest.mark.parametrize(
    ("number", "difference"),
    [
        ("2.5億", "value: 250000000 / 25000000"),
        ("200萬", "value: 2000000 / 20000000"),
        ("800", "comparator: ge / eq"),
        ("11.8", "unit: years / %"),
        ("120萬", "unit: persons / count"),
    ],
)
def test_a_contradiction_does_not_part_a_pair(harbour: Linked, number: str, difference: str) -> None:
    assert told(harbour)[number] == (difference,)


def test_equal_statements_have_no_difference(harbour: Linked) -> None:
    assert [number for number, differences in told(harbour).items() if not differences] == [
        "6%",
        "31%",
        "45",
        "60",
        "12",
        "340",
    ]


def linked(folder: Path, left: str, right: str) -> Linked:
    zh = edition(folder, left, source("r-zh", "zh", "official", None))
    return link(zh, edition(folder, right, source("r-en")))


def test_units_are_compared_in_si(tmp_path: Path) -> None:
    found = linked(tmp_path, "粮食总产量达到560亿斤。\n", "Total grain output will reach 28 million tons.\n")
    assert told(found) == {"560亿": ()}


def test_the_sentence_may_turn_its_statements_round(tmp_path: Path) -> None:
    left = "改造老旧小区260个，新增养老床位5000张，高速公路通车里程达到1800公里。\n"
    right = "We will extend expressways to 1,800 kilometers, add 5,000 beds for the aged and renovate 260 quarters.\n"
    pairs = {(p.left.number_text, p.right.number_text) for p in linked(tmp_path, left, right).targets.pairs}
    assert pairs == {("260", "260"), ("5000", "5,000"), ("1800", "1,800")}


def test_without_sections_a_slipped_value_is_found_between_its_neighbours(tmp_path: Path) -> None:
    left = "改造老旧小区260个。完成交通投资350亿元。高速公路通车里程达到1800公里。\n"
    right = (
        "We will renovate 260 old quarters. We will invest 3.5 billion yuan in transport. "
        "The length of expressways will reach 1,800 kilometers.\n"
    )
    assert told(linked(tmp_path, left, right))["350亿"] == ("value: 35000000000 / 3500000000",)


def test_a_statement_of_one_edition_only_is_kept_apart(tmp_path: Path) -> None:
    left = "第一章　水利\n\n新建水库12座。\n"
    right = "Chapter 1 Water\n\nBuild 12 reservoirs. Train 90,000 workers.\n"
    alone = linked(tmp_path, left, right).targets
    assert [p.left.number_text for p in alone.pairs] == ["12"]
    assert [t.number_text for t in alone.only_right] == ["90,000"]


def test_other_things_with_other_values_are_not_made_one(tmp_path: Path) -> None:
    found = linked(tmp_path, "第一章　水利\n\n新建水库12座。\n", "Chapter 1 Water\n\nTrain 90,000 workers.\n")
    assert found.targets.pairs == ()


def test_parts_of_a_whole_are_compared_as_numbers(tmp_path: Path) -> None:
    left = "婴儿死亡率控制在4‰以下。\n"
    right = "Infant mortality will be kept at no more than 4 per 1,000.\n"
    assert [d.partition(":")[0] for d in told(linked(tmp_path, left, right))["4‰"]] in ([], ["comparator"])


def test_statements_outside_all_sections_have_a_place_too(tmp_path: Path) -> None:
    left = "今年完成投资350亿元。\n\n第一章　水利\n\n新建水库12座。\n"
    right = "This year 3.5 billion yuan will be invested.\n\nChapter 1 Water\n\nBuild 12 reservoirs.\n"
    assert told(linked(tmp_path, left, right)) == {"350亿": ("value: 35000000000 / 3500000000",), "12": ()}


def test_a_sentence_between_two_linked_ones_may_give_other_digits(tmp_path: Path) -> None:
    left = "第一章　民生\n\n改造老旧小区260个。民生支出占一般公共预算支出比重达到78%。新增学位5.2万个。\n"
    right = (
        "Chapter 1 People\n\nWe will renovate 260 old quarters. Spending on wellbeing will account for 87% of "
        "general public budget expenditure. We will add 52,000 school places.\n"
    )
    assert told(linked(tmp_path, left, right))["78%"] == ("value: 78 / 87",)
