"""Names of indicators are known in both languages; a qualified name is another indicator or none."""

from __future__ import annotations

from itertools import combinations

import pytest

from extractors.language.indicator_names import vocabulary
from extractors.language.indicator_vocabulary import identify, known_indicators, names_of
from extractors.targets.units import units


def known(name: str, unit: str, language: str = "zh", scope: str | None = None) -> str | None:
    found = identify(name, language, unit, scope)
    return found.id if found else None


@pytest.mark.parametrize(
    ("zh", "en", "unit", "name"),
    [
        ("国内生产总值(GDP)增长", "Gross domestic product (GDP) growth", "%", "gdp_growth"),
        ("地区生产总值", "regional GDP", "CNY", "gdp"),
        ("全员劳动生产率增长", "Overall labour productivity growth", "%", "labour_productivity_growth"),
        ("城镇登记失业率", "registered urban unemployment rate", "%", "unemployment_registered"),
        ("城镇调查失业率", "urban surveyed unemployment rate", "%", "unemployment_surveyed"),
        ("单位GDP能源消耗降低", "reduction of energy consumption per unit of GDP", "%", "energy_intensity_reduction"),
        ("人均预期寿命", "average life expectancy", "years", "life_expectancy"),
        ("森林覆盖率", "forest coverage", "%", "forest_cover"),
        ("粮食综合生产能力", "comprehensive grain production capacity", "t", "grain_capacity"),
        (
            "每千人口执业（助理）医师数",
            "practicing physicians per 1,000 people",
            "persons/1000 persons",
            "doctors_rate",
        ),
        ("农村居民人均可支配收入", "per capita disposable income of rural residents", "CNY", "disposable_income_rural"),
    ],
)
def test_an_indicator_is_the_same_in_both_languages(zh: str, en: str, unit: str, name: str) -> None:
    assert (known(zh, unit), known(en, unit, "en")) == (name, name)


@pytest.mark.parametrize("name", ["森林覆蓋率", "全省森林覆盖率", "森林覆盖率达到", "森林 覆盖率", "全国的森林覆盖率"])
def test_script_blanks_and_idle_words_do_not_matter(name: str) -> None:
    assert known(name, "%") == "forest_cover"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("南部山区森林覆盖率", "%"),
        ("青年城镇调查失业率", "%"),
        ("基本养老保险和基本医疗保险参保率", "%"),
        ("国有企业研发经费投入", "%"),
        ("对外地区生产总值占比", "%"),
        ("", "%"),
    ],
)
def test_a_qualified_name_is_null_rather_than_wrong(name: str, unit: str) -> None:
    assert known(name, unit) is None


def test_only_the_region_that_the_title_names_may_stand_in_a_name() -> None:
    def at(home: str) -> bool:
        return identify("浙江省森林覆盖率", "zh", "%", home=home) is not None

    assert (at("浙江省国民经济规划"), at("福建省国民经济规划"), at("")) == (True, False, False)


def test_a_growth_that_is_to_be_reduced_is_not_known() -> None:
    assert identify("粮食产量", "zh", "%", direction="increase_by") is not None
    assert identify("粮食产量", "zh", "%", direction="reduce_by") is None


def test_the_unit_must_fit() -> None:
    assert known("森林覆盖率", "km2") is None
    assert known("人均预期寿命", "%") is None
    assert known("地区生产总值", "pp") is None


def test_a_scope_that_parts_an_indicator_belongs_to_its_name() -> None:
    assert known("居民人均可支配收入", "CNY", scope="农村") == "disposable_income_rural"
    assert known("居民人均可支配收入", "CNY", scope="东部地区") == "disposable_income"
    assert known("居民人均可支配收入", "CNY", scope="民营企业") is None
    assert known("per capita disposable income", "CNY", "en", scope="rural areas") == "disposable_income_rural"


def test_without_a_unit_only_what_has_one_meaning_is_known() -> None:
    assert identify("森林覆盖率", "zh", None) is not None
    assert identify("地区生产总值", "zh", None) is None


def test_no_name_means_two_indicators_of_one_unit() -> None:
    for language in ("zh", "en"):
        for key, entries in names_of(language).items():
            assert key, entries
            for a, b in combinations(entries, 2):
                taken = [one.units | ({"share"} if one.change else set()) for one in (a, b)]
                assert not taken[0] & taken[1], (key, a.id, b.id)


def test_every_unit_is_a_quantity_of_the_units_table() -> None:
    quantities = {unit.quantity for unit in units().values()}
    assert {q for entry in vocabulary()["indicators"].values() for q in entry["units"]} <= quantities


def test_every_entry_has_names_in_both_languages_and_a_label() -> None:
    assert all(entry["zh"] and entry["en"] and entry["label_en"] for entry in vocabulary()["indicators"].values())
    assert len(known_indicators()) > 200
