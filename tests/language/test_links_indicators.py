"""Lines of the main-indicator tables of two editions are linked, whatever is printed in their cells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_editions import edition, source

from extractors.language.facts import facts, line_facts, with_own_line_facts
from extractors.language.links import Linked, link

CHINESE = """\
第一章　主要目标

到2030年，森林覆盖率达到33%，粮食综合生产能力达到7亿吨以上。

专栏1 主要指标

| 类别 | 指标 | 2025年 | 2030年 | 年均/累计 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 经济 | 1.地区生产总值增长(%) | 5.0 | — | 5左右 | 预期性 |
| 创新 | 2.全社会研发经费投入增长(%) | — | — | >7 | 预期性 |
| 民生 | 3.城镇调查失业率(%) | 5.2 | — | <5.5 | 预期性 |
| 民生 | 4.每千人口拥有执业(助理)医师数(人) | 3.4 | 3.8 | — | 预期性 |
| 绿色 | 5.森林覆盖率(%) | 31 | 33 | — | 约束性 |
| 安全 | 6.粮食综合生产能力(亿吨) | — | >7 | — | 约束性 |
"""

ENGLISH = """\
Chapter 1 Main goals

By 2030, forest coverage will reach 33%. Comprehensive grain production capacity will reach more than 700 million tons.

Box 1 Main indicators

| Category | Indicator | 2025 | 2030 | Annual/Cumulative | Nature |
| --- | --- | --- | --- | --- | --- |
| Economy | 1. Growth of regional GDP (%) | 5.0 | - | about 5 | Anticipated |
| People | 2. Surveyed urban unemployment rate (%) | 5.2 | - | >5.5 | Anticipated |
| People | 3. Practicing physicians per 1,000 people (persons) | 3.4 | 38 | - | Anticipated |
| Green | 4. Forest coverage (%) | 31 | 33 | - | Anticipated |
| Security | 5. Comprehensive grain production capacity (100 million tons) | - | >7 | - | Binding |
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    folder = tmp_path_factory.mktemp("tables")
    zh = replace(source("t-zh", "zh", "official", None, (2026, 2030)), file="t-zh.md")
    en = replace(source("t-en", "en", translation_of="t-zh", period=(2026, 2030)), file="t-en.md")
    return link(edition(folder, CHINESE, zh), edition(folder, ENGLISH, en))


def test_lines_are_linked_past_a_line_that_is_missing(tables: Linked) -> None:
    assert [(p.left.row_number, p.right.row_number) for p in tables.rows] == [(1, 1), (3, 2), (4, 3), (5, 4), (6, 5)]
    assert "lines: 6 / 5" in tables.structure.boxes[0].differences


def test_cells_that_contradict_each_other_are_told(tables: Linked) -> None:
    assert [p.differences for p in tables.rows] == [
        (),
        ("change_comparator: lt / gt",),
        ("target_value: 3.8 / 38",),
        ("bindingness: binding / anticipated",),
        (),
    ]


def test_the_statements_of_linked_lines_are_linked(tables: Linked) -> None:
    found = {p.left.number_text: p.differences for p in tables.targets.pairs if p.left.element == "table"}
    assert found["3.8"] == ("value: 3.8 / 38",)
    assert found["5.5"] == ("comparator: lt / gt",)
    assert [t.number_text for t in tables.targets.only_left] == ["7"]


def test_the_prose_belongs_to_the_fact_of_its_line_in_both_languages(tables: Linked) -> None:
    found = facts([tables.left, tables.right], [tables])
    targets = [t for e in (tables.left, tables.right) for t in e.targets if t.indicator_id == "forest_cover"]
    assert len(targets) == 4
    assert len({found[t.target_id].fact_id for t in targets}) == 1
    (primary,) = [t for t in targets if found[t.target_id].is_primary]
    assert (primary.document_id, primary.element) == ("t-zh", "table")


def test_a_line_is_one_fact_over_its_editions(tables: Linked) -> None:
    found = line_facts([tables.right, tables.left], [tables])
    assert len(found) == 11
    assert len({fact.fact_id for fact in found.values()}) == 6
    primary = {name for name, fact in found.items() if fact.is_primary}
    assert primary == {f"{row.table_id}/{row.row_number}" for row in tables.left.indicators}


def test_the_lines_of_a_document_alone_are_facts_of_their_own(tables: Linked) -> None:
    rows = with_own_line_facts(tables.left)
    assert len({row.fact_id for row in rows}) == len(rows) == 6
    assert all(row.is_primary for row in rows)
    joined = line_facts([tables.right, tables.left], [tables])
    assert [joined[f"{row.table_id}/{row.row_number}"].fact_id for row in rows] == [row.fact_id for row in rows]
