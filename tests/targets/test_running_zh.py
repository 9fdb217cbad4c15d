"""The period of a running Chinese text."""

from __future__ import annotations

from extractors.targets.chinese import read_chinese
from extractors.targets.running_zh import Running, period_in
from extractors.targets.statement import Context, Period, Statement

REVIEW = ("一、“十四五”时期和2025年工作回顾",)


def one(sentence: str, period: Period | None, titles: tuple[str, ...] = REVIEW) -> Statement:
    return read_chinese(sentence, Context("zh", 2026, 2026, titles, period=period)).statements[0]


def test_a_heading_with_one_year_sets_the_period() -> None:
    running = Running(2026, 2026)
    running.enter(("一、2025年工作回顾",))
    assert running.current == Period(2025, 2025, True)


def test_a_heading_with_two_periods_begins_with_the_first() -> None:
    running = Running(2026, 2026)
    running.enter(REVIEW)
    assert running.current == Period(2021, 2025, True)
    running.read("刚刚过去的2025年，全省上下同心。")
    assert running.current == Period(2025, 2025, True)


def test_a_plan_named_in_a_section_of_one_year_holds_for_its_paragraph() -> None:
    running = Running(2026, 2026)
    running.enter(("三、2026年重点工作",))
    running.read("“十五五”时期，开工一批工程。")
    assert running.current == Period(2026, 2030, False)
    running.leave()
    assert running.current == Period(2026, 2026, False)


def test_a_later_year_of_one_thing_changes_nothing() -> None:
    running = Running(2026, 2026)
    running.enter(("三、2026年重点工作",))
    running.read("2027年、2028年建成两条铁路。")
    assert running.current == Period(2026, 2026, False)


def test_what_is_compared_with_is_no_period() -> None:
    assert period_in("比“十三五”时期增长5%", 14, Context("zh", 2026, 2026)) is None


def test_growth_in_one_year_is_annual() -> None:
    found = one("民营经济增加值增长6%。", Period(2025, 2025, True))
    assert (found.kind, found.change_period, found.reference_year) == ("fact", "annual", 2025)


def test_growth_in_five_years_is_cumulative_and_of_no_single_year() -> None:
    found = one("民营经济增加值增长31.6%。", Period(2021, 2025, True))
    assert (found.kind, found.change_period, found.reference_year) == ("fact", "cumulative", None)


def test_a_level_in_five_years_is_of_the_last() -> None:
    found = one("高速公路里程达到9000公里。", Period(2021, 2025, True))
    assert (found.change_period, found.reference_year) == ("level", 2025)


def test_the_sentence_wins_over_the_running_text() -> None:
    found = one("“十五五”时期新增中心城市人口100万人。", Period(2026, 2026, False), ("三、2026年重点工作",))
    assert (found.target_year, found.time_basis) == (2030, "explicit")


def test_a_base_some_years_back_is_no_annual_change() -> None:
    found = one("细颗粒物年均浓度较2020年下降25%。", Period(2025, 2025, True))
    assert (found.change_period, found.base_year) == ("cumulative", 2020)


def test_the_end_of_a_plan_is_a_base_year() -> None:
    assert one("高铁里程比“十三五”末增长31%。", Period(2021, 2025, True)).base_year == 2020
