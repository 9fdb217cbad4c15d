"""Names and counted things of Chinese quantities: what belongs to them and what does not."""

from __future__ import annotations

import pytest

from extractors.targets.chinese import read_chinese
from extractors.targets.statement import Context, Statement

PLAN = Context("zh", plan_start=2026, plan_end=2026)


def read(sentence: str, context: Context = PLAN) -> tuple[Statement, ...]:
    return read_chinese(sentence, context).statements


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("120家企业、35个园区实现数字化转型。", ["实现数字化转型的企业", "实现数字化转型的园区"]),
        ("与36个国家建立友好关系。", ["建立友好关系的国家"]),
        ("12项新技术规模化应用。", ["规模化应用的新技术"]),
        ("80个县通高速。", ["通高速的县"]),
        ("98%的村通宽带。", ["通宽带的村比例"]),
        ("新升规工业企业320家。", ["新升规工业企业"]),
        ("启动应急响应18次。", ["应急响应"]),
        ("节水产业规模达到12亿元。", ["节水产业规模"]),
        ("水质达标率94%、优良率44%。", ["水质达标率", "水质优良率"]),
        ("火灾起数和死亡人数分别下降9%、8%。", ["火灾起数", "火灾死亡人数"]),
        ("完成45万吨保供煤任务。", ["保供煤"]),
        ("实现95%的乡镇通三级公路。", ["通三级公路的乡镇比例"]),
        ("7个产业集群产值超千亿元。", ["产值超千亿元的产业集群"]),
        ("20处重点区域环境面貌显著提升。", ["环境面貌显著提升的重点区域"]),
        ("惠及3400万人的调水工程启动建设。", ["调水工程惠及人数"]),
        ("面向重点群体开展职业技能培训5万人次。", ["职业技能培训"]),
        ("推动300项服务事项“跨省通办”。", ["“跨省通办”的服务事项"]),
        ("新增境内外上市公司5家。", ["境内外上市公司"]),
        ("城镇居民人均收入和农民人均纯收入分别增长10%和11%。", ["城镇居民人均收入", "农民人均纯收入"]),
        ("减时间83%、减材料54%。", ["减时间", "减材料"]),
        ("新能源占比首次超过火电、达到46%。", ["新能源占比"]),
        ("制造体系建设累计创建绿色工厂300家。", ["绿色工厂"]),
        ("每千人口医师数3.2人、护士数3.8人。", ["每千人口医师数", "每千人口护士数"]),
        ("单位工业增加值能耗下降9%、用水量下降8%。", ["单位工业增加值能耗", "单位工业增加值用水量"]),
        ("滚动实施技改项目15个。", ["技改项目"]),
        ("长三角、京津冀两大区域出口分别增长6%、5%。", ["长三角出口", "京津冀出口"]),
        ("国家级、省级保护区分别达到3个、12个。", ["国家级保护区", "省级保护区"]),
        ("省级以上传承人达到15人，其中国家级6人。", ["省级以上传承人", "国家级传承人"]),
        ("氨氮、挥发性有机物排放量分别为8吨、3吨。", ["氨氮排放量", "挥发性有机物排放量"]),
        ("办结诉求58万件、办结率99%、满意率97%。", ["办结诉求", "办结率", "满意率"]),
        ("补贴惠及3亿人次。", ["补贴惠及人次"]),
        ("肥料使用量实现零增长。", ["肥料使用量增长"]),
        ("至少建成1所以失能照护为主的供养机构。", ["供养机构"]),
        ("重点培育龙头企业5家。", ["培育龙头企业"]),
        ("对合格的项目按总投资的30%给予补助，最高不超过500万元。", ["合格的项目补助比例", "合格的项目补助"]),
        ("新建100所优质高中，改善办学条件。", ["优质高中"]),
        ("70个城市中，价格上涨的城市个数为16个。", ["价格上涨的城市个数"]),
        ("其中高铁增加了1万公里。", ["高铁"]),
        ("平均每天约有1.8亿人次跨区域出行。", ["跨区域出行"]),
        ("超过4000公里公路完成改造。", ["完成改造的公路"]),
        ("耕地质量平均提升0.5个等级。", ["耕地质量"]),
        ("建屋量增至15万个单位，较上一个五年期的约10万个单位提高五成。", ["建屋量", "建屋量"]),
        ("新开工公路改造项目30个、里程1200公里。", ["新开工公路改造项目", "新开工公路改造项目里程"]),
        ("36个重建项目提前半年全部开工、完工22个。", ["全部开工的重建项目", "完工的重建项目"]),
        ("省级财政安排30亿元。", ["省级财政安排资金"]),
        ("亩均投入不低于3000元。", ["亩均投入"]),
        ("设施覆盖率城市达到100%、农村达到68%。", ["城市设施覆盖率", "农村设施覆盖率"]),
        ("缺水城市再生水利用率达到25%，北部缺水城市达到30%。", ["缺水城市再生水利用率", "北部缺水城市再生水利用率"]),
        ("金融机构存、贷款余额分别增长8%、11%。", ["金融机构存款余额", "金融机构贷款余额"]),
        ("泵站建设已完成8个（53%）。", ["泵站建设完成", "泵站建设完成比例"]),
        ("房屋改造67个、53万平方米。", ["房屋改造", "房屋改造"]),
        ("省级补助资金下达5亿元，完成年度计划的104%。", ["省级补助资金", "省级补助资金完成年度计划比例"]),
        ("生产总值63亿元，完成年计划71亿元的89%，增长2%。", ["生产总值", "生产总值完成年计划比例", "生产总值"]),
        ("301所学校均已结合实际进行改造。", ["均已结合实际进行改造的学校"]),
        ("企业较上年净增386家。", ["企业"]),
        ("客流恢复到2019年的95%。", ["客流"]),
        ("对东部、西部地区分别按照投资的30%、60%给予补助。", ["东部地区补助比例", "西部地区补助比例"]),
    ],
)
def test_names(sentence: str, names: list[str]) -> None:
    assert [one.indicator for one in read(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("组织参加展会300场。", "展会"),
        ("可供养老床位5000张。", "养老床位"),
        ("水库除险加固210座。", "水库"),
        ("完成老年人家庭适老化改造2万户。", "老年人家庭"),
        ("推进120个村卫生室标准化提升。", "村卫生室"),
        ("80个县通高速。", "县"),
        ("与36个国家建立友好关系。", "国家"),
    ],
)
def test_counted_things(sentence: str, counted: str) -> None:
    assert [one.counted_object for one in read(sentence)] == [counted]


@pytest.mark.parametrize(
    "sentence",
    [
        "国家发展改革委等18个部门印发通知。",
        "《方案》印发，明确了27项具体任务。",
        "主要目标共包括5项。",
        "17个传统制造业增加值保持稳定，12个城市产值增长8.2%。",
        "从12个候选项目中选出一批。",
        "替代62%品位铁精矿。",
    ],
)
def test_numbers_of_the_text_itself_and_of_which_things_are_none(sentence: str) -> None:
    assert not [one for one in read(sentence) if one.value not in (8.2, 17)]


def test_parts_of_a_yuan_are_money_where_a_price_is_spoken_of() -> None:
    found = read("电价每千瓦时降低3分，水价上调2角/吨。")
    assert [(one.value, one.unit) for one in found] == [(0.03, "CNY"), (0.2, "CNY")]
    assert not read("考试提高3分。")


def test_a_wish_with_an_object_of_its_own_says_nothing_of_the_next() -> None:
    found = read("力争产量达到50万吨，建成农田3万亩。")
    assert [one.wording_strength for one in found] == ["soft", "neutral"]
    assert [one.wording_strength for one in read("力争到2026年，产量达到50万吨。")] == ["soft"]
    assert [one.wording_strength for one in read("争取上级资金28亿元。")] == ["neutral"]


def test_a_change_of_persons_is_counted_in_persons() -> None:
    assert [one.unit for one in read("常住人口520万，比2020年增加12万。")] == ["persons", "persons"]


def test_a_yearly_word_holds_for_its_own_clause() -> None:
    review = Context("zh", plan_start=2026, plan_end=2026, section_titles=("一、过去一年工作回顾",))
    found = read("累计投资30亿元，9个项目带动就业3万人，新增劳动力平均受教育年限达到13年。", review)
    assert found[-1].change_period == "level"


@pytest.mark.parametrize(
    ("sentence", "name", "counted"),
    [
        ("新建、改扩建2万所幼儿园。", "新建、改扩建幼儿园", "幼儿园"),
        ("建设100个高水平、专业化、开放型实训基地。", "高水平、专业化、开放型实训基地", "开放型实训基地"),
        ("提升100所本科高校办学条件。", "本科高校办学条件", "本科高校"),
        ("完成1500段黑臭水体综合治理。", "黑臭水体综合治理", "黑臭水体"),
        ("居全国前5%的企业20家。", "居全国前5%的企业", "企业"),
        ("筹集住房5万套、竣工8万套。", "住房", "住房"),
    ],
)
def test_what_is_done_and_what_is_counted(sentence: str, name: str, counted: str) -> None:
    first = read(sentence)[0]
    assert (first.indicator, first.counted_object) == (name, counted)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("全国共有卫生院3375个，床位150.5万张。", ["卫生院", "卫生院床位"]),
        ("铁路里程达到18万公里，其中高铁6万公里。", ["铁路里程", "高铁里程"]),
        ("35个重点项目进展顺利，全年完成投资16亿元。", ["重点项目投资"]),
        ("发电量853亿千瓦时1，增长9.7%。", ["发电量", "发电量"]),
        ("覆盖率将从目前的23.04%再提高超1个百分点。", ["覆盖率"]),
        ("床位占比2023年达到55%、2025年达到60%。", ["床位占比", "床位占比"]),
    ],
)
def test_names_taken_from_beside(sentence: str, names: list[str]) -> None:
    assert [one.indicator for one in read(sentence)][-len(names) :] == names
