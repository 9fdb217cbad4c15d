"""Words of made-up main-indicator tables, in both languages, with the units that they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """An indicator: its name, its unit as printed and what that is, and the reach of its values."""

    name: str
    printed_unit: str | None
    unit: str | None
    factor: float = 1.0
    reach: tuple[float, float] = (5.0, 95.0)
    whole: bool = False
    grows: bool = False
    falls: bool = False


@dataclass(frozen=True)
class Wording:
    """A language's words."""

    code: str
    fonts: tuple[str, ...]
    prose: str
    title: str
    labels: tuple[str, ...]
    heads: dict[str, str]
    level: str
    changes: tuple[str, ...]
    rates: tuple[str, ...]
    periods: dict[str, tuple[str, ...]]
    year_forms: tuple[str, ...]
    dashes: tuple[str, ...]
    numbers: tuple[str, ...]
    unit_form: str
    unit_above: str
    attributes: tuple[str, str]
    comparisons: tuple[tuple[str, str], ...]
    note: str
    groups: tuple[tuple[str, tuple[Item, ...]], ...]

    def period(self, years: tuple[int, int]) -> str:
        """The plan's period, as its title names it."""
        number = (years[1] - 1950) // 5 - 1
        if self.code == "zh":
            return "“" + ("十" if number >= 10 else "") + "一二三四五六七八九"[number - 11] + "五”"
        return f"{number}th Five-Year Plan"


CHINESE = Wording(
    code="zh",
    fonts=("Helvetica", "Times-Roman", "Vera"),
    prose="各地区各部门要把握发展的阶段特点，统筹推进各项工作，把目标任务分解落实到年度安排之中，定期检查进展情况，及时解决出现的问题。",
    title="{label} {period}时期经济社会发展主要指标",
    labels=("专栏1", "专栏 1", "表1", "专栏2"),
    heads={"category": "类别", "number": "序号", "indicator": "指标", "unit": "单位", "attribute": "属性"},
    level="目标值",
    changes=("年均/累计", "年均增速[累计]", "年均增长（%）", "年均增长[累计]", "五年累计"),
    rates=("年均增速[累计]", "年均增长（%）", "年均增长[累计]"),
    periods={"annual": ("年均",), "cumulative": ("累计",)},
    year_forms=("{}年", "{}", "{}年", "{}年实绩"),
    dashes=("—", "-", "——", "–", "/"),
    numbers=("{}.", "（{}）", "{}、"),
    unit_form="（{}）",
    unit_above="单位：%",
    attributes=("约束性", "预期性"),
    comparisons=((">{}", "gt"), ("<{}", "lt"), ("≥{}", "ge"), ("≤{}", "le"), ("{}左右", "approx"), ("{}以上", "ge"),
                 ("{}以内", "le")),
    note="注：{}内为五年累计数。",
    groups=(
        ("经济发展", (
            Item("地区生产总值增长", "%", "%", grows=True),
            Item("全员劳动生产率增长", "%", "%", grows=True),
            Item("常住人口城镇化率", "%", "%"),
            Item("全员劳动生产率", "万元/人", "CNY/person", 1e4),
            Item("服务业增加值比重", "%", "%"),
        )),
        ("创新驱动", (
            Item("研究与试验发展经费投入强度", "%", "%", reach=(1, 4)),
            Item("每万人口发明专利拥有量", "件", "count/10000 persons"),
            Item("科技进步贡献率", "%", "%"),
            Item("数字经济核心产业增加值占地区生产总值比重", "%", "%"),
            Item("高新技术企业数量", "家", "count", reach=(100, 9000), whole=True),
        )),
        ("民生福祉", (
            Item("居民人均可支配收入增长", "%", "%", grows=True),
            Item("劳动年龄人口平均受教育年限", "年", "years", reach=(9, 13)),
            Item("人均预期寿命", "岁", "years", reach=(74, 82)),
            Item("城镇新增就业人数", "万人", "persons", 1e4),
            Item("每千人口执业（助理）医师数", "人", "persons/1000 persons", reach=(2, 4)),
            Item("城镇棚户区住房改造", "万套", "count", 1e4),
        )),
        ("绿色生态", (
            Item("耕地保有量", "亿亩", "mu", 1e8, (18, 19)),
            Item("单位地区生产总值能源消耗降低", "%", "%", falls=True),
            Item("单位地区生产总值二氧化碳排放降低", "%", "%", falls=True),
            Item("森林覆盖率", "%", "%"),
            Item("森林蓄积量", "亿立方米", "m3", 1e8),
            Item("地表水达到或好于Ⅲ类水体比例", "%", "%"),
            Item("细颗粒物浓度", "微克/立方米", "ug/m3"),
        )),
        ("安全保障", (
            Item("粮食综合生产能力", "亿吨", "t", 1e8, (5, 8)),
            Item("能源综合生产能力", "亿吨标准煤", "tce", 1e8),
            Item("高标准农田面积", "万公顷", "ha", 1e4),
            Item("高速公路通车里程", "公里", "km", reach=(1000, 99000), whole=True),
        )),
    ),
)  # fmt: skip
ENGLISH = Wording(
    code="en",
    fonts=("Helvetica", "Times-Roman", "Vera"),
    prose="All regions and departments will take the stage of development into account, move all of the tasks forward "
    "together, put them into the plans of each year, look at what has been done, and solve problems in good time.",
    title="{label} Main indicators of economic and social development in the {period} period",
    labels=("Table 1.", "Box 1", "Table 1:", "Box 1."),
    heads={"category": "Category", "number": "No.", "indicator": "Indicator", "unit": "Unit", "attribute": "Attribute"},
    level="Level",
    changes=("Annual average/cumulative", "Average annual growth (%)", "Annual growth [cumulative]", "Cumulative"),
    rates=("Average annual growth (%)", "Annual growth [cumulative]"),
    periods={"annual": ("annual",), "cumulative": ("cumulative",)},
    year_forms=("{}", "{}", "{} target"),
    dashes=("--", "-", "–", "—"),
    numbers=("{}. ", "({}) "),
    unit_form=" ({})",
    unit_above="Unit: %",
    attributes=("Binding", "Anticipated"),
    comparisons=((">{}", "gt"), ("<{}", "lt"), ("around {}", "approx"), ("at least {}", "ge"),
                 ("above {}", "gt")),
    note="Note: figures in {}{} are cumulative over five years.",
    groups=(
        ("Economic development", (
            Item("GDP growth", "%", "%", grows=True),
            Item("Growth of overall labor productivity", "%", "%", grows=True),
            Item("Urbanization rate of permanent residents", "%", "%"),
            Item("Share of services in value added", "%", "%"),
            Item("Overall labor productivity", "10,000 yuan per person", "CNY/person", 1e4),
        )),
        ("Innovation", (
            Item("R&D spending as a share of GDP", "%", "%", reach=(1, 4)),
            Item("Invention patents held per 10,000 people", "patents", "count/10000 persons"),
            Item("Contribution of scientific progress to growth", "%", "%"),
            Item("Mobile broadband penetration", "%", "%"),
        )),
        ("Well-being", (
            Item("Growth of per capita disposable income", "%", "%", grows=True),
            Item("Average years of schooling of the working-age population", "years", "years", reach=(9, 13)),
            Item("Average life expectancy", "years", "years", reach=(74, 82)),
            Item("New urban jobs", "million persons", "persons", 1e6),
            Item("Practicing physicians per 1,000 people", "persons", "persons/1000 persons", reach=(2, 4)),
            Item("Rebuilt housing in run-down areas", "10,000 units", "count", 1e4),
        )),
        ("Environment", (
            Item("Farmland", "100 million mu", "mu", 1e8, (18, 19)),
            Item("Reduction in energy use per unit of GDP", "%", "%", falls=True),
            Item("Reduction of carbon dioxide emissions per unit of GDP", "%", "%", falls=True),
            Item("Forest coverage", "%", "%"),
            Item("Forest stock", "100 million cubic meters", "m3", 1e8),
            Item("Share of days with good air quality in cities", "%", "%"),
        )),
        ("Security", (
            Item("Grain production capacity", "100 million metric tons", "t", 1e8, (5, 8)),
            Item("Energy production capacity", "100 million tce", "tce", 1e8),
            Item("Expressways in operation", "km", "km", reach=(1000, 99000), whole=True),
        )),
    ),
)  # fmt: skip
