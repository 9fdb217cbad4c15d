"""What is done and what is to come, by clause, sentence, paragraph and title."""

from __future__ import annotations

import pytest

from extractors.targets.chinese import read_chinese
from extractors.targets.running_zh import Running
from extractors.targets.sentences import split
from extractors.targets.statement import Context, Statement

BULLETIN = ("2023年全县国民经济和社会发展统计公报", "一、综合")


def paragraph(text: str, start: int | None, end: int | None, titles: tuple[str, ...] = ()) -> list[Statement]:
    running = Running(start, end)
    running.enter(titles)
    found: list[Statement] = []
    for first, last in split(text, "zh"):
        sentence = text[first:last]
        context = Context("zh", start, end, titles, period=running.current)
        found += read_chinese(sentence, context).statements
        running.read(sentence)
    return found


def kinds(text: str, start: int | None, end: int | None, titles: tuple[str, ...] = ()) -> list[tuple[str, int | None]]:
    return [(one.kind, one.target_year or one.reference_year) for one in paragraph(text, start, end, titles)]


def test_a_bulletin_reports() -> None:
    text = "全年粮食产量31.2万吨，比上年增长2.4%；油料产量1.1万吨。年末常住人口22.6万人。"
    assert kinds(text, 2023, 2023, BULLETIN) == [("fact", 2023)] * 4


def test_prices_added_up_over_the_year_change_in_one() -> None:
    found = paragraph("全年消费价格累计上涨0.6%，其中粮食价格下跌1.2%。", 2023, 2023, BULLETIN)
    assert [one.change_period for one in found] == ["annual", "annual"]


@pytest.mark.parametrize(
    "text",
    [
        "全区机床产量3160台，同比增长4.7%。",
        "光纤接入用户比上年增加3.7万户。",
        "油菜种植面积连续6年居全国第一，达到120万亩。",
        "治理河道560公里，参与群众超过了3万人。",
        "超额完成既定任务，湿地面积达到31万亩，远超设定目标。",
    ],
)
def test_comparisons_and_perfect_verbs_report_whatever_the_documents_period(text: str) -> None:
    assert {kind for kind, _year in kinds(text, 2023, 2027)} == {"fact"}


def test_a_paragraph_that_looks_back_goes_on_until_something_is_ahead() -> None:
    text = "全县已建成苗圃42个。果园面积5.6万亩；茶园面积1.2万亩。到2027年，苗圃达到60个。"
    assert kinds(text, 2023, 2027) == [("fact", None)] * 3 + [("target", 2027)]


def test_the_year_of_a_count_goes_on_in_its_paragraph() -> None:
    text = "截至2024年底，全市养老床位3.1万张；护理员2300人。"
    assert kinds(text, 2023, 2027) == [("fact", 2024), ("fact", 2024)]


def test_a_year_compared_with_the_one_before_is_reported() -> None:
    text = "2023年，每千名老人拥有护理员1.9名，比2022年增加0.2名。护理站覆盖率为71%。"
    assert kinds(text, 2023, 2027) == [("fact", 2023)] * 3


def test_a_year_to_be_reached_and_compared_stays_a_target() -> None:
    assert kinds("到2027年，每千名老人拥有护理员2.6名，比2022年增加0.9名。", 2023, 2027) == [
        ("target", 2027),
        ("target", 2027),
    ]


def test_what_is_there_already_in_a_clause_of_a_goal() -> None:
    assert kinds("到2035年计划建成900公里绿道，目前已通行的绿道310公里。", 2021, 2035) == [
        ("project", 2035),
        ("fact", None),
    ]


def test_an_earlier_year_behind_a_number_dates_it() -> None:
    assert kinds("规划区面积410平方公里，2019年常住人口35万人。", 2021, 2025) == [("fact", None), ("fact", 2019)]


def test_the_year_of_a_goal_holds_for_its_paragraph() -> None:
    text = "到2025年，泵站达到60座；水闸达到30座。堤防达标率提高到90%。到2035年，水闸达到45座。"
    assert [year for _kind, year in kinds(text, 2021, 2035)] == [2025, 2025, 2025, 2035]


def test_the_next_paragraph_knows_nothing_of_it() -> None:
    running = Running(2021, 2035)
    running.enter(("水利",))
    running.read("到2025年，泵站达到60座。")
    running.leave()
    assert running.current is None


@pytest.mark.parametrize(
    "text",
    [
        "促进境外已上市新药进入市场，每千人口拥有药师数提高到1.2人。",
        "外贸进出口同比力争增长5%。",
        "对已建成的300座泵站进行改造。",
        "建成泵站30座，改造水闸12座。",
    ],
)
def test_words_of_the_past_inside_what_is_to_be_done_report_nothing(text: str) -> None:
    assert "fact" not in {kind for kind, _year in kinds(text, 2021, 2025, ("第三节 水利",))}


def test_results_in_a_title_report_and_work_on_them_does_not() -> None:
    text = "1.3万个村庄通了公路。"
    assert kinds(text.replace("了", ""), 2021, 2021, ("乡村建设成果",))[0][0] == "fact"
    assert kinds("3000个村庄通公路。", 2021, 2021, ("巩固乡村建设成果",))[0][0] == "project"


def test_a_fall_in_a_row_is_negative() -> None:
    found = paragraph("东部、西部收入增幅分别为0.7%、-1.3%。", 2024, 2024, ("一、预算执行情况",))
    assert [(one.value, one.indicator) for one in found] == [(0.7, "东部收入增幅"), (-1.3, "西部收入增幅")]


def test_accounts_rendered_are_no_goals() -> None:
    text = "公共预算收入4321.55亿元，为预算的97.2%，比2023年增长1.4%。"
    assert kinds(text, 2024, 2024) == [("fact", None), ("fact", None), ("fact", 2024)]


def test_the_first_months_of_the_documents_year_are_reported() -> None:
    assert kinds("今年1至5月，货运量31.4亿吨，同比增长3.3%。", 2024, 2024) == [("fact", 2024)] * 2
    assert kinds("外贸同比增长5%左右。", 2024, 2024, ("主要预期目标",)) == [("target", 2024)]


def test_a_title_that_says_how_well_it_went_is_a_review() -> None:
    assert kinds("油菜面积9.3万亩，增长1.1%。", 2024, 2024, ("（二）农业发展势头较好",))[0][0] == "fact"


def test_how_well_something_is_to_go_is_no_review() -> None:
    text = "减税3亿元。"
    assert kinds(text, 2026, 2030, ("第四章 增强减税成效",))[0][0] == "target"
    assert kinds(text, 2026, 2030, ("四、减税取得新成效",))[0][0] == "fact"


def test_years_running_that_say_who_is_meant_report_nothing() -> None:
    found = kinds("对连续两年盈利的农场给予5万元补助。", 2026, 2026)
    assert [kind for kind, _year in found] == ["project"]
    assert kinds("客运量连续三年增长，达到3000万人次。", 2026, 2026)[0][0] == "fact"


def test_the_plan_of_a_year_is_a_noun_and_no_wish() -> None:
    text = "重点工程1—3月累计完成投资31亿元，为年度计划的30%。"
    assert {kind for kind, _year in kinds(text, 2021, 2021)} == {"fact"}
    assert kinds("全省计划新开工桥梁27座。", 2021, 2021)[0][0] == "project"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("“十四五”以来，截至今年8月底，新增就业累计达59万人。", 2021, 2025),
        ("2024年，货运量达到98.2万吨，相比2020年增长32.8%。", 2021, 2025),
        ("2021年优良天数比例为99.42%。", None, None),
        ("事故起数从2001年一年140起下降到2018年的19起。", None, None),
        ("规划泵站60座，包括已建成的泵站24座。", 2021, 2025),
    ],
)
def test_what_is_told_of_a_year_is_done(text: str, start: int | None, end: int | None) -> None:
    assert kinds(text, start, end)[-1][0] == "fact"


def test_what_a_goal_is_compared_with_is_no_report() -> None:
    assert kinds("覆盖率由上年末的30%提高到40%。", 2021, 2025) == [("target", 2025)]
    assert kinds("2030年占比达到25%。", None, None) == [("target", 2030)]


def test_what_some_months_or_a_share_of_the_plan_tell_is_done() -> None:
    text = "重点项目53项，1-6月累计完成投资36亿元，占年计划投资的64%。计划新开工项目15项。"
    assert [kind for kind, _year in kinds(text, 2023, 2023)][1:] == ["fact", "fact", "project"]
    assert {kind for kind, _year in kinds("新增床位70张，为计划的101%。", 2023, 2023)} == {"fact"}
    assert {kind for kind, _year in kinds("今年上半年，推进20件实事，完成投资11亿元。", 2025, 2025)} == {"fact"}


def foreseen(text: str, start: int | None, end: int | None, titles: tuple[str, ...] = ()) -> list[str]:
    running = Running(start, end)
    running.enter(titles)
    sentences = [text[first:last] for first, last in split(text, "zh")]
    running.foresee(sentences)
    found: list[str] = []
    for sentence in sentences:
        context = Context("zh", start, end, titles, period=running.current)
        found += [one.kind for one in read_chinese(sentence, context).statements]
        running.read(sentence)
    return found


def test_what_a_later_sentence_tells_holds_for_those_before_it() -> None:
    assert foreseen("建成泊位12个。货物吞吐量达到310万吨，比上年增长4.2%。", 2021, 2025) == ["fact"] * 3


def test_a_paragraph_that_turns_to_a_goal_first_foresees_nothing() -> None:
    text = "到2025年，泊位达到20个。吞吐量达到400万吨。去年吞吐量比上年增长4.2%。"
    assert foreseen(text, 2021, 2025)[:2] == ["target", "target"]


def test_a_title_that_speaks_of_tasks_decides_for_its_paragraphs() -> None:
    text = "建成泊位12个。货物吞吐量比上年增长4.2%。"
    assert foreseen(text, 2021, 2025, ("主要任务",))[0] == "project"


@pytest.mark.parametrize(
    "text",
    [
        "毛入学率达到91.4%，比十年前提高6.1个百分点。",
        "与上年相比，医院增加35个。",
        "平均预期寿命由2018年的76.2岁提高到2019年的76.5岁。",
        "2019年末，医疗机构总数达10754个。",
        "调整后，财政赤字由310亿元增加到410亿元。",
        "全市现在有燃气用户55万户，一共是61万户。",
    ],
)
def test_accounts_are_no_goals(text: str) -> None:
    assert {one.kind for one in paragraph(text, None, None)} == {"fact"}


def test_a_level_with_its_growth_is_reported_within_a_plan() -> None:
    text = "“十四五”期间，通车里程由1463公里增至1650公里、增长12.8%。"
    assert kinds(text, 2021, 2025)[0][0] == "fact"
    assert kinds("“十四五”期间，通车里程由1463公里增至1650公里。", 2021, 2025)[0] == ("target", 2025)


def test_the_next_year_of_an_account_is_ahead() -> None:
    found = kinds("社会住宅已累计开工1497户，明年预计开工2456户。", None, None)
    assert [kind for kind, _year in found] == ["fact", "project"]


def test_the_estimate_of_the_year_that_ends_grew_in_one_year() -> None:
    found = paragraph("预计生产总值增长8%。", 2022, 2022, ("五年工作回顾",))
    assert [(one.kind, one.change_period) for one in found] == [("fact", "annual")]
