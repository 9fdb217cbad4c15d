"""A level, what is added to it and a change by points are told apart by their ids."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_editions import edition, source

from extractors.language.indicator_vocabulary import known_indicators
from extractors.records import NumericTarget

Told = list[tuple[float | None, str | None]]
Reader = Callable[..., Told]


@pytest.fixture
def ids(tmp_path: Path) -> Reader:
    """What is read from a text: each value and its indicator's id."""

    def read(text: str, language: str = "zh") -> Told:
        found: tuple[NumericTarget, ...] = edition(tmp_path, text, source("harbour", language)).targets
        return [(t.value, t.indicator_id) for t in found]

    return read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "上市公司达到45家，全年新增8家。",
            [(45, "listed_companies"), (8, "listed_companies_added")],
        ),
        (
            "去年经营主体净增3.2万户，总量达到85万户。",
            [(32000, "business_entities_added"), (850000, "business_entities")],
        ),
        ("去年新增高铁运营里程60公里。", [(60, "high_speed_rail_length_added")]),
        ("去年耕地面积净增20万亩。", [(200000, "arable_land_added")]),
        ("建设高标准农田95万亩。", [(950000, "high_standard_farmland_added")]),
        ("光伏装机容量增加到2000万千瓦。", [(2e7, "solar_capacity")]),
        (
            "去年新增电力装机3000万千瓦，其中可再生能源装机2000万千瓦。",
            [(3e7, "power_capacity_added"), (2e7, "renewable_capacity_added")],
        ),
    ],
)
def test_a_stock_and_what_is_added_to_it_are_two_indicators(ids: Reader, text: str, told: Told) -> None:
    assert ids(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Over the past year the city added 29 listed companies, and the number of listed companies reached 88.",
            [(29, "listed_companies_added"), (88, "listed_companies")],
        ),
        ("We will add 300 kilometers of urban rail transit mileage.", [(300, "urban_rail_length_added")]),
        (
            "Installed capacity of wind power will increase by 20 million kW to 60 million kW.",
            [(2e7, "wind_capacity_added"), (6e7, "wind_capacity")],
        ),
        ("New energy vehicle production reached 500,000 last year.", [(500000, "ev_output")]),
    ],
)
def test_english_says_the_same(ids: Reader, text: str, told: Told) -> None:
    assert ids(text, "en") == told


def test_a_change_by_points_or_years_is_not_the_level(ids: Reader) -> None:
    assert ids("森林覆盖率提高1.5个百分点，达到43%。") == [(1.5, None), (43, "forest_cover")]
    assert ids("Life expectancy will increase by 1 year.", "en") == [(1, None)]


def test_what_comes_anew_every_year_has_no_id_for_its_increase(ids: Reader) -> None:
    assert ids("粮食产量增加3亿斤，达到120亿斤。") == [(3e8, None), (1.2e10, "grain_output")]
    told = ids("Grain output rose by 3 million tons to 60 million tons in 2022.", "en")
    assert told == [(3e6, None), (6e7, "grain_output")]


def test_work_and_rates_of_change_keep_their_ids(ids: Reader) -> None:
    text = "城镇新增就业12万人，改造老旧小区300个，居民消费价格涨幅2%左右。"
    assert [name for _, name in ids(text)] == ["new_urban_jobs", "old_quarters_renovation", "consumer_prices"]


def test_a_sum_over_years_is_no_value_of_one(ids: Reader) -> None:
    assert ids("五年来，一般公共预算收入累计完成3万亿元。") == [(3e12, None)]


def test_what_a_past_sentence_built_may_be_all_or_some(ids: Reader) -> None:
    assert ids("去年建成5G基站3000个。") == [(3000, None)]


def test_a_share_of_something_unsaid_is_not_known(ids: Reader) -> None:
    assert ids("签约项目投资增长6%，其中制造业占比70%以上。")[-1] == (70, None)


def test_two_values_of_one_year_in_one_sentence_are_neithers(ids: Reader) -> None:
    assert ids("到2025年，森林覆盖率达到24%和30%。") == [(24, None), (30, None)]


def test_values_of_two_indicators_in_one_word_are_each_ones_own(ids: Reader) -> None:
    assert ids("外贸进出口额分别达到10亿元和15亿元。") == [(1e9, "imports"), (1.5e9, "exports")]


def test_a_mark_that_was_passed_and_the_value_reached_agree(ids: Reader) -> None:
    told = ids("去年地区生产总值迈上6万亿元台阶，达到6.27万亿元。")
    assert told == [(6e12, "gdp"), (6.27e12, "gdp")]


def test_labels_are_told_apart() -> None:
    labels = [one.label_en for one in known_indicators().values()]
    assert len(labels) == len(set(labels))


def test_every_addition_is_of_a_stock_and_measured_like_it() -> None:
    stocks = [one for one in known_indicators().values() if one.added]
    assert stocks
    assert all(one.added and one.added.id == f"{one.id}_added" and one.added.units == one.units for one in stocks)
