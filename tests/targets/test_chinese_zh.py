"""Chinese sentences as examples: what a careful reader would put in a table."""

from itertools import pairwise

import pytest

from extractors.targets.chinese import read_chinese
from extractors.targets.statement import Context, Statement

PLAN = Context("zh", plan_start=2021, plan_end=2025, section_titles=("第三章 主要目标",))


def read(sentence: str, context: Context = PLAN) -> tuple[Statement, ...]:
    return read_chinese(sentence, context).statements


def one(sentence: str, context: Context = PLAN) -> Statement:
    statements = read(sentence, context)
    assert len(statements) == 1, statements
    return statements[0]


def reasons(sentence: str) -> list[str]:
    reading = read_chinese(sentence, PLAN)
    assert not reading.statements, reading.statements
    return [rejected.reason for rejected in reading.rejected]


def test_a_level_to_be_reached() -> None:
    found = one("城市更加宜居，常住人口城镇化率提高到70%。")
    assert (found.value, found.unit, found.kind, found.direction) == (70, "%", "target", "reach")
    assert (found.indicator, found.target_year, found.time_basis) == ("常住人口城镇化率", 2025, "document")


@pytest.mark.parametrize(
    ("sentence", "comparator", "value"),
    [
        ("游客超过300万人次。", "gt", 3e6),
        ("绿地面积突破20平方公里。", "gt", 20),
        ("覆盖率达到80%以上。", "ge", 80),
        ("达标率不低于95%。", "ge", 95),
        ("失业率控制在5%以内。", "le", 5),
        ("损失率不超过3%。", "le", 3),
        ("损失率低于3%。", "lt", 3),
        ("比重提高到30%左右。", "approx", 30),
        ("参保人数近40万人。", "approx", 4e5),
        ("服务点达到500多个。", "gt", 500),
        ("损失率控制在3%。", "le", 3),
    ],
)
def test_comparators_stand_before_and_behind(sentence: str, comparator: str, value: float) -> None:
    found = one(sentence)
    assert (found.comparator, found.value) == (comparator, value)


def test_respectively_gives_each_its_own() -> None:
    found = read("单位国内生产总值能源消耗和用水量分别下降12%、15%。")
    assert [(s.indicator, s.value, s.direction) for s in found] == [
        ("单位国内生产总值能源消耗", 12, "reduce_by"),
        ("单位国内生产总值用水量", 15, "reduce_by"),
    ]


def test_a_comparator_before_respective_numbers_is_for_all() -> None:
    found = read("城镇和农村居民人均可支配收入分别超过6万元、3万元。")
    assert [s.comparator for s in found] == ["gt", "gt"]
    assert [s.indicator for s in found] == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_one_number_for_several_indicators_is_one_record() -> None:
    assert one("入园率和巩固率均达到96%。").indicator == "入园率和巩固率"


def test_from_a_to_b_is_one_record() -> None:
    found = one("森林覆盖率由2020年的21%提高到2025年的23%。")
    assert (found.base_value, found.value, found.base_year, found.target_year) == (21, 23, 2020, 2025)


def test_lists_of_bases_and_targets_are_paired() -> None:
    found = read("城乡标准分别从400元/月、300元/月提高到600元/月、500元/月。")
    assert [(s.base_value, s.value, s.unit) for s in found] == [(400, 600, "CNY/month"), (300, 500, "CNY/month")]


def test_the_verb_of_a_list_stands_once() -> None:
    found = read("新增草原治理30万公顷、沙地治理20万公顷。")
    assert [(s.indicator, s.value, s.direction) for s in found] == [
        ("草原治理", 3e5, "add"),
        ("沙地治理", 2e5, "add"),
    ]


def test_two_counts_share_the_noun() -> None:
    found = read("建设4个全国性和9个区域性仓储物流基地。")
    assert [(s.value, s.indicator) for s in found] == [(4, "全国性仓储物流基地"), (9, "区域性仓储物流基地")]


def test_the_count_without_number_gives_no_record() -> None:
    assert one("建设国家和5个区域性检测中心。").value == 5


def test_nested_counts_are_two_records() -> None:
    found = read("推进40个县级城市120段河道整治。")
    assert [s.value for s in found] == [40, 120]


def test_of_which_is_a_record_of_its_own() -> None:
    found = read("新建高标准农田90万亩，其中新增节水灌溉面积30万亩。")
    assert [(s.value, s.unit, s.indicator) for s in found] == [(9e5, "mu", "高标准农田"), (3e5, "mu", "节水灌溉面积")]


@pytest.mark.parametrize(
    ("sentence", "direction", "kind"),
    [
        ("经费年均增长6%。", "increase_by", "target"),
        ("排放总量减少8%。", "reduce_by", "target"),
        ("粮食产量稳定在500亿斤以上。", "maintain", "target"),
        ("新增床位3万张。", "add", "project"),
        ("建成公园80个。", "build", "project"),
        ("新建80个公园。", "build", "project"),
        ("城镇新增就业90万人。", "add", "target"),
        ("严守2000万亩耕地红线。", "maintain", "limit"),
        ("居民消费价格涨幅3%左右。", "increase_by", "target"),
    ],
)
def test_kind_and_direction(sentence: str, direction: str, kind: str) -> None:
    found = one(sentence)
    assert (found.direction, found.kind) == (direction, kind)


def test_a_red_line_is_a_floor() -> None:
    assert one("严守2000万亩耕地红线。").comparator == "ge"


def test_what_a_review_tells_is_a_fact() -> None:
    found = one("粮食产量达到600亿斤。", Context("zh", section_titles=("一、2025年工作回顾",)))
    assert (found.kind, found.direction, found.target_year) == ("fact", "none", None)


def test_a_section_sets_the_year() -> None:
    found = one("粮食产量达到600亿斤。", Context("zh", section_titles=("二、2026年重点工作",)))
    assert (found.target_year, found.time_basis) == (2026, "section")


def test_a_date_in_the_sentence_sets_the_year() -> None:
    found = one("到2035年，森林覆盖率达到26%。")
    assert (found.target_year, found.time_basis, found.indicator) == (2035, "explicit", "森林覆盖率")


def test_doubling_is_a_ratio() -> None:
    found = one("人均国内生产总值比2000年翻一番。")
    assert (found.value, found.unit, found.direction, found.base_year) == (2, "times", "increase_by", 2000)


@pytest.mark.parametrize(
    ("sentence", "unit", "value"),
    [
        ("能源综合生产能力达到46亿吨标准煤。", "tce", 4.6e9),
        ("发电量达到900亿千瓦时。", "kWh", 9e10),
        ("新增处理能力30万立方米/日。", "m3/d", 3e5),
        ("产能达到50万吨/年。", "t/a", 5e5),
        ("拥有量达到12件/万人。", "count/10000 persons", 12),
        ("每万人口发明专利拥有量达到12件。", "count/10000 persons", 12),
        ("每千人口拥有护士数提高到4人。", "persons/1000 persons", 4),
        ("平均浓度降到25微克/立方米。", "ug/m3", 25),
        ("比重提高2个百分点。", "pp", 2),
        ("孕产妇死亡率降至12/10万。", "persons/100000 persons", 12),
        ("旅游人数达到80万人次。", "person-times", 8e5),
        ("比重超过六成。", "%", 60),
    ],
)
def test_units(sentence: str, unit: str, value: float) -> None:
    found = one(sentence)
    assert (found.unit, found.value) == (unit, value)


def test_a_measured_duration_is_a_target() -> None:
    assert one("平均受教育年限提高到12年。").unit == "years"


def test_counted_things_that_do_something() -> None:
    found = one("支持30个乡镇建设现代化管理的示范性养老服务网络。")
    assert (found.counted_object, found.indicator) == ("乡镇", "建设示范性养老服务网络的乡镇")


def test_persons_need_no_measure_word() -> None:
    found = one("300万农村贫困人口实现脱贫。")
    assert (found.unit, found.value, found.indicator) == ("persons", 3e6, "实现脱贫的农村贫困人口")


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("推动四大板块协调发展。", "named_concept"),
        ("坚持五位一体总体布局。", "named_concept"),
        ("服务3岁以下婴幼儿。", "age_or_duration"),
        ("实施三年行动计划。", "age_or_duration"),
        ("综合实力居全国第4位。", "ordinal"),
        ("推动人口20万以上的特大镇设市。", "named_concept"),
        ("建设一批示范基地。", "vague"),
        ("重点抓好三个方面工作。", "named_concept"),
    ],
)
def test_none(sentence: str, reason: str) -> None:
    assert reason in reasons(sentence)


def test_wording_is_told_apart() -> None:
    assert one("力争覆盖率达到80%。").wording_strength == "soft"
    assert one("确保覆盖率达到80%。").wording_strength == "hard"


def test_blanks_change_nothing_but_places() -> None:
    plain, spaced = one("入学率提高到92%以上。"), one("入学率提高到 92%以上。")
    assert (plain.value, plain.indicator, plain.comparator) == (spaced.value, spaced.indicator, spaced.comparator)
    assert (spaced.number_start, spaced.number_end) == (plain.number_start + 1, plain.number_end + 1)


def test_spans_are_of_the_number() -> None:
    sentence = "到2025年，建设机场30个以上，铺设管网1.5万公里。"
    assert [sentence[s.number_start : s.number_end] for s in read(sentence)] == ["30", "1.5万"]


def test_no_number_ends_twice() -> None:
    reading = read_chinese("到2025年，12个市由5%提高到8%，“十四五”时期新增3万张床位、4所学校。", PLAN)
    spans = sorted(
        [(s.number_start, s.number_end) for s in reading.statements] + [(r.start, r.end) for r in reading.rejected]
    )
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text", ["1" * 4000, "一" * 4000, "（" * 2000 + "5个", "新增A5个、" * 600, "由5%到" * 900, "“1" * 1500]
)
def test_hostile_text_ends(text: str) -> None:
    """Read at all, each number once; how fast is measured in benchmarks."""
    reading = read_chinese(text, PLAN)
    spans = sorted(
        [(s.number_start, s.number_end) for s in reading.statements] + [(r.start, r.end) for r in reading.rejected]
    )
    assert spans
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_chapter_of_review_and_goals_is_told_apart_by_the_sentence() -> None:
    context = Context("zh", section_titles=("二、“十三五”时期发展成就和“十四五”时期主要目标",))
    done = one("粮食产量达到600亿斤。", context)
    meant = one("围绕上述目标，粮食产量达到600亿斤。", context)
    assert (done.kind, meant.kind, meant.target_year) == ("fact", "target", 2025)


def test_a_later_year_in_a_review_is_a_goal() -> None:
    context = Context("zh", section_titles=("一、2025年工作回顾",))
    assert one("力争2030年产量达到300亿立方米。", context).target_year == 2030


def test_a_preposition_is_no_verb() -> None:
    assert one("为800个小区引入物业服务。").kind == "project"


def test_counted_things_belong_to_their_own_number() -> None:
    found = read("补贴惠及60万名亲属、金额6亿元。")
    assert [(s.value, s.unit, s.indicator) for s in found] == [(6e5, "persons", "亲属"), (6e8, "CNY", "金额")]


def test_persons_named_before_a_bare_number() -> None:
    found = one("中心城市新增人口80万。")
    assert (found.value, found.unit, found.direction) == (8e5, "persons", "add")


def test_a_predicate_with_an_adverb_is_no_part_of_the_counted_noun() -> None:
    review = Context("zh", 2026, 2026, ("一、2025年工作回顾",))
    for sentence, noun in (
        ("50余个合作事项扎实落地。", "合作事项"),
        ("3个研究平台试运行。", "研究平台"),
        ("3个县区通了新的高速公路。", "县区"),
        ("3个重大项目投入使用。", "重大项目"),
        ("6个省级医疗中心高效运行。", "省级医疗中心"),
        ("新增3项改革成果获全国最佳案例。", "改革成果"),
    ):
        assert one(sentence, review).counted_object == noun


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("一、二、三产业增加值分别增长4%、5%、6%。", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("地方预算收支分别突破9千亿元、3万亿元。", ["地方预算收入", "地方预算支出"]),
        ("事故起数、死亡人数比2020年分别下降65%、58%。", ["事故起数", "事故死亡人数"]),
        ("推动制造业、数字经济核心产业增加值分别增长5%、8%。", ["制造业增加值", "数字经济核心产业增加值"]),
        ("并网风电装机、生物质发电装机分别达到500万千瓦和550万千瓦。", ["并网风电装机", "生物质发电装机"]),
        ("甲类城市、历史名城分别增至37座、14座，6部作品获奖。", ["甲类城市", "历史名城", "获奖的作品"]),
        ("对东盟、欧盟进出口分别增长16%、40%。", ["对东盟进出口", "对欧盟进出口"]),
    ],
)
def test_members_of_a_shared_head(sentence: str, indicators: list[str]) -> None:
    assert [found.indicator for found in read(sentence)] == indicators


@pytest.mark.parametrize(
    ("sentence", "kind", "direction"),
    [
        ("疏解提质一般制造业企业80家。", "project", "build"),
        ("为既有住宅加装电梯600部。", "project", "build"),
        ("重点县建设冬春果菜基地6万亩。", "project", "build"),
        ("每万居民拥有社区工作者18人。", "target", "reach"),
        ("科技型企业达到3万家。", "target", "reach"),
        ("新能源汽车产量突破120万辆。", "target", "reach"),
    ],
)
def test_counted_things_to_come_are_a_project_and_levels_a_target(sentence: str, kind: str, direction: str) -> None:
    found = one(sentence)
    assert (found.kind, found.direction) == (kind, direction)


def test_a_part_is_meant_as_the_whole_is() -> None:
    whole, part = read("新增电力装机1800万千瓦，其中非化石能源装机1000万千瓦。")
    assert (part.kind, part.direction) == (whole.kind, whole.direction) == ("project", "add")


@pytest.mark.parametrize(
    "sentence",
    [
        "建设5人制球场。",
        "全部退出全国168个重点城市后十位。",
        "推动30万千瓦级煤电机组改造。",
        "电商交易额实现两位数增长。",
        "110米口径望远镜实现突破。",
    ],
)
def test_classes_specifications_and_fixed_sets_are_no_targets(sentence: str) -> None:
    assert not read(sentence)


def test_the_comparator_is_the_printed_word_and_a_metric_is_no_counted_thing() -> None:
    found = one("新能源汽车产量增至2万余辆。")
    assert (found.comparator, found.comparator_text, found.counted_object) == ("gt", "余", "新能源汽车")


def test_a_printed_rate_has_a_unit_of_its_own() -> None:
    found = one("算力总规模达到2百亿亿次/秒。")
    assert (found.value, found.unit) == (2e18, "count/s")


def test_tenths_behind_a_verb_of_change() -> None:
    found = one("会议和文件精简两成。")
    assert (found.value, found.unit, found.direction) == (20, "%", "reduce_by")


@pytest.mark.parametrize(
    ("sentence", "indicator", "value"),
    [
        ("全长3046公里的生态屏障实现合龙。", "生态屏障全长", 3046),
        ("首期规模500亿元的科创基金签约落地。", "科创基金首期规模", 5e10),
        ("出台20条举措。", "举措", 20),
        ("开行国际班列721列。", "国际班列", 721),
        ("两所高校实现升格。", "实现升格的高校", 2),
    ],
)
def test_attributes_and_small_counts_are_read(sentence: str, indicator: str, value: float) -> None:
    found = one(sentence, Context("zh", 2026, 2026, ("一、2025年工作回顾",)))
    assert (found.indicator, found.value) == (indicator, value)


def test_a_size_that_only_says_which_things_is_none() -> None:
    assert [found.number_start for found in read("总投资超500亿元的项目增至20个。")] == [14]


def test_merging_goes_from_one_count_to_another() -> None:
    found = one("188个园区整合优化为120个。")
    assert (found.indicator, found.base_value, found.value) == ("园区", 188, 120)


def test_a_scope_is_a_whole_place_without_its_preposition() -> None:
    assert one("向乌江流域引水24亿立方米。").scope == "乌江流域"
    assert one("在浙就业省外劳动力2300万人。").scope is None


@pytest.mark.parametrize(
    "sentence",
    [
        "增加值增长11%，在15个副省级城市中排第2。",
        "数量均居全市6县市第一。",
        "在全国城市的排位由53位跃升至47位。",
        "31个省份的财政收入均实现正增长。",
        "形成多个年业务量超过200亿件的快递品牌。",
        "第20th届会议。",
    ],
)
def test_sets_ranks_and_sizes_are_no_statements(sentence: str) -> None:
    found = read_chinese(sentence, Context("zh", 2021, 2025)).statements
    assert not [one for one in found if one.unit != "%"]


def test_a_numeral_counts_behind_its_noun() -> None:
    found = read_chinese("新增科普实践基地两家、绿色工厂三家。", Context("zh", 2024, 2024)).statements
    assert [(one.value, one.indicator) for one in found] == [(2, "科普实践基地"), (3, "绿色工厂")]


def test_the_rate_of_another_group_is_named_again() -> None:
    text = "东部地区的增长率为6.7%，中部为6.9%。"
    found = read_chinese(text, Context("zh")).statements
    assert [one.indicator for one in found] == ["东部地区的增长率", "中部增长率"]
    context = Context("zh", 2016, 2020, previous="到2020年，城市污水处理率达到95%。")
    (one,) = read_chinese("县城不低于85%。", context).statements
    assert one.indicator == "县城污水处理率"


def test_what_is_kept_above_an_area_is_maintained() -> None:
    (one,) = read_chinese("确保粮食播种面积在27万亩以上。", Context("zh", 2022, 2022)).statements
    assert (one.kind, one.direction, one.change_period, one.indicator) == (
        "target",
        "maintain",
        "level",
        "粮食播种面积",
    )


def test_the_number_of_an_item_is_no_part_of_its_name() -> None:
    found = read_chinese("4、全市达到三级水平的医院增加到60家以上。", Context("zh", 2025, 2025)).statements
    assert [one.counted_object for one in found] == ["医院"]
