"""Chinese rows of numbers: which noun, year and base each belongs to."""

from __future__ import annotations

import pytest

from extractors.targets.chinese import read_chinese
from extractors.targets.statement import Context, Statement

PLAN = Context("zh", plan_start=2011, plan_end=2020)


def read(sentence: str) -> tuple[Statement, ...]:
    return read_chinese(sentence, PLAN).statements


def test_each_of_a_row_may_have_a_comparator_of_its_own() -> None:
    found = read("化学需氧量、氨氮和烟尘的排放量，预计将分别比2010年减少8%、9%和超过10%。")
    assert [one.indicator for one in found] == ["化学需氧量排放量", "氨氮排放量", "烟尘排放量"]
    assert [(one.comparator, one.direction) for one in found] == [
        ("eq", "reduce_by"),
        ("eq", "reduce_by"),
        ("gt", "reduce_by"),
    ]


def test_each_of_a_row_may_have_a_year_of_its_own() -> None:
    found = read("到2015年和2020年，覆盖率分别达到21%和23%。")
    assert [(one.indicator, one.target_year) for one in found] == [("覆盖率", 2015), ("覆盖率", 2020)]


def test_what_is_given_to_each_is_named_with_it() -> None:
    found = read("对新建泵站、改建水闸分别给予20万元、10万元奖励。")
    assert [one.indicator for one in found] == ["新建泵站奖励", "改建水闸奖励"]


@pytest.mark.parametrize(
    ("sentence", "base", "indicator"),
    [
        ("劳动生产率由2010年的人均9万元提高到14万元。", 9e4, "劳动生产率"),
        ("生产总值由“十五”末的12.8亿元增加到19.2亿元。", 12.8e8, "生产总值"),
        ("事故死亡人数从历史最高峰的2002年死亡近14万人，降至2012年的3.4万人。", 14e4, "事故死亡人数"),
        ("从业人员由30万人增至35万人。", 3e5, "从业人员"),
    ],
)
def test_a_base_may_be_told_with_its_year(sentence: str, base: float, indicator: str) -> None:
    found = read(sentence)
    assert [(one.base_value, one.indicator) for one in found] == [(base, indicator)]
