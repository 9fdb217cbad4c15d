"""Why a Chinese number is no target by its clause: ages, durations, classes, talk, vague words."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.comparators_zh import Comparison
from extractors.targets.forms_zh import large, number_is_large, persons_behind
from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.quantities_zh import Quantity
from extractors.targets.self_talk_zh import tells_of_itself

# 出台20条举措: what is issued can be counted.
_ISSUING = ("出台", "推出", "制定", "制定出台", "发布", "印发")
# 全长30公里的屏障: an attribute of one thing, not which of several.
ATTRIBUTE = re.compile("(?:全长|总长度?|首期规模|总规模|规模|总投资|计划投资|总面积|占地面积|总装机|装机容量|总库容)$")
_SOLID_MEASURES = ("所", "座", "艘", "台", "辆", "架")
_THINGS = ("家", "个", "所", "座", "条", "处", "项", "件", "名", "人", "户", "台", "辆", "艘", "套")
_LENGTHS = ("m", "mm", "cm", "km")
# 品质提升三年行动: the duration is of a programme's name.
_PROGRAMMES = ("行动", "计划", "方案", "规划", "攻坚", "工程", "滚动", "倍增", "活动", "大变样")
_AMOUNTS = ("CNY", "USD", "km", "mu", "ha", "m2", "km2", "t")
_MILLIONS = 1e8
_MANY = 20
_SCHOOLING = re.compile("(?:制|义务|一贯|基础|学前|免费|本科|以上学)")
_AGED = re.compile("的?[\u4e00-\u9fff]{2}(?<!的目)(?<!，)")
# 20个省份文化站覆盖比例达到98%, 等9种矿产回收量达到3万吨: of which things the level is.
_SCOPING = re.compile(
    "[^，。；、：0-9]{2,24}(?:、[0-9]{1,5}[个处条座家项][^，。；、：0-9]{2,24})?(?:比例|比重|占比|率|[用收产供销]量|排放总?量|总额|面积|增加值|产值|营业收入|营收|利润|税收|零售额|投资)"
    "(?:总体|平均|合计|同比|均|都|分别|比(?:上年|(?:19|20)[0-9]{2}年))?"
    "(?:实现|达到?|超过|突破|提高[到至]?|提升[到至]?|为|控制在|稳定在|增长|下降|削减|减少|降低|上升)(?:约|近|超)?[0-9]"
)
# 在90项项目中, 从12个候选项目中.
_OF_WHICH = re.compile("(?<![高初集其空水])中(?:$|[选票评推遴择排位列居名])")
_AMONG = re.compile("[在从][^，。；、]{0,30}$")
# 有多个年业务量超过200亿件或年收入超过20亿元的品牌: how large each is.
_MANY_OF = re.compile("(?:多|若干|一批|一大批)[个家][^，。；、0-9]{2,14}$")
# 31个省份的收入均实现正增长: all of a set.
_EACH_OF_SET = re.compile("[^，。；、0-9的]{0,8}的?[^，。；、0-9]{2,14}(?:均|都|全部)(?:实现|达到|保持|超过|呈|为|有)")
# 拓展区包括云南等7个省市的近200个县: where it is.
_AREAS = ("省", "市", "县", "区", "乡", "镇")
_INCLUDING = re.compile("(?:区|地区|范围|区域|流域|带)(?:主要)?(?:包括|包含|涵盖|涉及)[^，。；]{0,50}$")
# 纲要确定的102项工程: those of another text.
_NAMED_THERE = re.compile("(?:规划|纲要|方案|意见|通知|报告)[”》]?(?:所|中)?(?:确定|明确|提出|部署|安排|列出)的$")
_FUNDS = ("基金", "资金", "贷款", "债券", "投资", "补贴", "补助", "奖金", "消费券")
# 引进投资超10亿元重大项目14个: how large each of the things is that the clause goes on to count.
_SIZE_OF = re.compile("(?:投资额?|产值|营收|营业收入|销售额|销售收入|交易额|规模|市值|估值|资产|税收|利润)$")
_SIZED_THING = re.compile("以?上?的?[\u4e00-\u9fff“”]{2,14}[0-9]{1,6}[多余]?[个家户项件]")
_STEP_OF = re.compile("(?:大关|台阶|关口)的(?:地区|城市|市|县|区|企业|产业|省)")


def by_clause(sentence: str, item: Quantity, compared: Comparison, found: Frame) -> str | None:
    """A reason that the clause gives: durations, ages, classes of things, talk of 'three aspects'."""
    measure, number = item.measure, item.number
    level = found.verb_class in ("reach", "keep", "cap", "increase_by", "reduce_by") and not found.verb_first
    if measure.symbol in vocabulary("units")["time_symbols"]:
        return _time(sentence, item, found, level)
    if sentence[item.measure.end : item.measure.end + 1] == "级" and measure.text:
        # One member of a list of plants to build is a plant of that size: A、60万千瓦级B.
        one = measure.symbol == "kW" and found.verb_class == "build" and sentence[item.start - 1] == "、"
        return None if one and found.subject else "named_concept"
    in_list = found.joined and sentence[item.start - 1] == "、"
    if measure.counted and found.verb is None and (in_list or not found.joined) and _SCOPING.match(sentence, item.end):
        return "named_concept"  # 20个省份文化站覆盖比例达到98%
    counted_set = measure.counted and found.verb is None and not found.joined
    if counted_set and measure.symbol == "count" and _EACH_OF_SET.match(sentence, item.end):
        return "named_concept"
    areas = measure.counted and found.behind.startswith(_AREAS)
    if areas and _INCLUDING.search(sentence, max(0, item.start - 60), item.start):
        return "named_concept"
    if measure.counted and _NAMED_THERE.search(sentence, max(0, item.start - 12), item.start):
        return "named_concept"
    if tells_of_itself(sentence, item, found):
        return "named_concept"
    if measure.symbol == "%" and found.behind.startswith(tuple(vocabulary("exclusions")["grades"])):
        return "named_concept"  # 62%品位铁精矿
    whole = measure.counted and found.verb is None and _OF_WHICH.search(found.behind) is not None
    if whole and sentence.startswith("，", item.end + len(found.behind)):
        return "denominator"  # 70个大中城市中，…上涨的有16个
    if measure.counted and _OF_WHICH.search(found.behind) and _AMONG.search(sentence, 0, item.start):
        return "denominator"  # 在90项项目中，新开工26项
    if measure.symbol in _LENGTHS and _specifies(sentence, item, found):
        return "named_concept"
    if reason := _size_class(sentence, item, compared, found, level):
        return reason
    if found.behind.endswith("之一") or found.behind.startswith(tuple(vocabulary("exclusions")["talk_heads"])):
        return "named_concept"
    if measure.text in ("类", "批", "方面") and sentence[item.end : item.end + 1].isdigit():
        return "named_concept"
    if measure.symbol in ("count", "persons") and measure.counted and number.form == "zh":
        return _talk(item, compared, found, level)
    if (
        measure.symbol in ("count", "persons")
        and measure.counted
        and number.value <= 20
        and _abstract_whole(found.behind)
        and not (found.verb in _ISSUING and number.form == "digits")
    ):
        return "named_concept"
    if measure.symbol == "points" or found.subject.endswith("时速"):
        return "named_concept"
    if measure.text == "位数" or found.behind.endswith(("台阶", "大关", "关口")):
        return "named_concept"
    if measure.symbol in ("kV", "kVA") and found.behind:
        return "named_concept"
    if measure.symbol in ("m", "mm", "km") and "线" in found.behind[:4] and not found.behind.startswith("全线"):
        return "named_concept"
    if measure.symbol is None and number.value == 0:
        return None
    if measure.symbol is None:
        return _unitless(sentence, item, compared, found, level)
    return None


def _specifies(sentence: str, item: Quantity, found: Frame) -> bool:
    """50米内换乘, 110米口径望远镜: how near or how large, of something that is not measured here."""
    if sentence.startswith(("内", "范围"), item.end):
        return True
    if found.doing and item.measure.symbol == "km":
        return False  # 超过4000公里公路完成改造
    changes = found.verb_class in ("build", "add", "increase_by", "reduce_by") or found.joined
    return bool(found.behind) and not changes


def _time(sentence: str, item: Quantity, found: Frame, level: bool) -> str | None:
    nouns = tuple(vocabulary("units")["time_nouns"])
    measured = found.subject.rstrip("的").endswith(nouns)
    if found.joined and sentence[item.start - 1] in "、，和与":
        return "age_or_duration"  # 占比达到55%、5年提高10个百分点
    if item.measure.text in ("岁", "周岁") and item.after and _AGED.match(sentence, item.end):
        return "age_or_duration"  # 3岁以下婴幼儿托位数
    if item.measure.text == "年" and not item.after and _SCHOOLING.match(sentence, item.end):
        return "age_or_duration"  # 巩固六年义务教育
    named = sentence[item.measure.end : item.measure.end + 4].lstrip("专整治").startswith(tuple(_PROGRAMMES))
    if found.behind or item.measure.text == "周岁" or named:
        return "age_or_duration"
    if measured and (level or not found.verb or found.verb_class in ("reach", "increase_by", "reduce_by")):
        return None
    if found.verb in ("延长", "缩短", "再延长") and not measured and found.subject.endswith(("后", "前", "再")):
        return "age_or_duration"
    spoken_of = any(noun in sentence[: item.start] for noun in nouns)
    if (
        level
        and (found.subject or found.joined or spoken_of)
        and found.verb_class in ("increase_by", "reduce_by", "reach")
        and len(found.verb or "") >= 2
    ):
        return None if found.verb not in ("实现", "取得", "累计", "覆盖", "保持") else "age_or_duration"
    return "age_or_duration"


def _size_class(sentence: str, item: Quantity, compared: Comparison, found: Frame, level: bool) -> str | None:
    """城区常住人口300万以下的城市, 亿元以上项目, 日清运量超过300吨地区: which things, not how many."""
    following = sentence[item.end : item.end + 12]
    if found.behind.endswith(_FUNDS) and item.measure.symbol == "CNY" and not following.startswith("以"):
        return None  # 5亿元产业发展基金
    sized = compared.before and _MANY_OF.search(sentence, max(0, compared.lead - 20), compared.lead)
    if sized and re.match("[^，。；]{0,24}的", sentence[item.end : item.end + 28]):
        return "named_concept"
    each = item.measure.symbol == "CNY" and compared.before and _SIZE_OF.search(found.subject)
    if each and _SIZED_THING.match(sentence, item.end):
        return "named_concept"
    if _STEP_OF.match(following):
        return "named_concept"  # 第四个突破千亿元大关的地区
    marked = any(word in ("以上", "以下", "以内", "及以上", "及以下", "之内") for word in item.after)
    heads = word_list("exclusions", "class_heads")
    head = heads.at(following, 0)
    if item.measure.symbol == "CNY" and found.behind and not level and head and (len(head) > 1 or head == found.behind):
        return "named_concept"
    attribute = None if marked or not following.startswith("的") else ATTRIBUTE.search(found.subject)
    whole = attribute is not None and attribute.group().startswith("总") and following[1:2].isdigit()
    if attribute and (whole or not _counted_behind(sentence, item)):
        return None  # 总投资5亿元的10个项目: the sum of all of them
    done = found.verb_class in ("build", "add") and not (found.verb_first or found.subject or marked)
    amounts = item.measure.symbol in _AMOUNTS or (item.measure.symbol is None and item.number.value >= _MILLIONS)
    if done and amounts and following.startswith("的") and not heads.at(following, 1):
        return None  # 改造了10万公里的管道
    physical = item.measure.symbol not in ("%", "pp", "times") and not item.measure.counted
    if (
        ((marked and item.measure.symbol != "%") or physical)
        and following.startswith("的")
        and not following.startswith(tuple(vocabulary("exclusions")["goal_heads"]))
    ):
        return "named_concept"
    if marked and found.behind and not level:
        many = item.measure.counted or item.measure.symbol in ("persons", "person-times")
        counted = many and found.verb_class in ("build", "add")
        if not counted and item.measure.symbol not in ("%", None):
            return "named_concept"
    if (
        compared.before in ("超过", "低于", "高于", "不足", "不到", "大于", "小于")
        and item.measure.symbol != "%"
        and len(found.subject) >= 3
        and not found.verb
    ):
        rest = following.removeprefix("的")
        if heads.at(rest, 0) and (following.startswith("的") or not item.measure.counted):
            return "named_concept"
    return None


def _counted_behind(sentence: str, item: Quantity) -> bool:
    """总投资500亿元的项目20个: the clause goes on to count the things."""
    return re.search("[0-9一二两三四五六七八九十]", re.split("[，。；]", sentence[item.end :])[0]) is not None


def _abstract(behind: str) -> bool:
    return bool(behind) and word_list("exclusions", "abstract_nouns").at(behind, 0) is not None


def _abstract_whole(behind: str) -> bool:
    return behind in word_list("exclusions", "abstract_nouns").meaning


def _talk(item: Quantity, compared: Comparison, found: Frame, level: bool) -> str | None:
    """Chinese numerals with a measure word: counted only under a verb that builds, adds or reaches."""
    if found.behind.endswith(("转变", "转型", "跨越")):
        return "named_concept"  # 两个根本性转变
    many = item.number.value > _MANY and item.measure.text not in vocabulary("exclusions")["naming_measures"]
    if many or large(item.number) or compared.comparator in ("gt", "ge", "approx"):
        return None
    if item.measure.text in vocabulary("exclusions")["talk_measures"] and _abstract(found.behind):
        return "named_concept"
    noun_before = found.verb_class in ("build", "add") and len(found.subject) > 2 and not found.behind
    if noun_before and item.measure.text in _THINGS and item.number.value > 1:
        return None  # 新增实践基地两家
    if item.measure.text in vocabulary("exclusions")["naming_measures"]:
        solid = (
            found.verb_class in ("build", "add")
            and found.behind
            and item.measure.text in ("批", "家", "名", "人", "位")
        )
        return None if solid and item.number.value >= 2 and item.measure.text != "批" else "named_concept"
    if item.measure.text in _SOLID_MEASURES and found.behind and found.doing:
        return None  # 两所高校实现升格
    under = found.verb_class in ("build", "add") and not found.verb_first and bool(found.behind)
    if under or (level and found.subject and not found.behind):
        return None
    return "named_concept"


def _unitless(sentence: str, item: Quantity, compared: Comparison, found: Frame, level: bool) -> str | None:
    """A number with nothing printed behind: persons, an index, or a name's part."""
    if item.number.form == "zh" and number_is_large(item):
        return None
    if item.number.form != "digits":
        return None if persons_behind(sentence, item) else "unknown"
    counted_before = found.subject.endswith(tuple(vocabulary("units")["person_heads"]))
    if (counted_before or persons_behind(sentence, item)) and item.number.scale > 1:
        return None
    if item.number.scale > 1:
        return (
            None
            if found.behind or level or found.verb_class or ((compared.before or item.after) and found.subject)
            else "unknown"
        )
    if (
        level
        and found.subject
        and not found.behind
        and found.verb_class in ("reach", "keep", "cap", "increase_by", "reduce_by")
    ):
        return None
    if compared.before and found.subject and not found.behind:
        return None
    if sentence[item.start - 1 : item.start] in ("（", "(") and sentence[item.end : item.end + 1] in ("）", ")"):
        return "part_of_name"  # 医疗急救（120）分站
    before = sentence[max(0, item.start - 1) : item.start]
    return "part_of_name" if "\u4e00" <= before <= "\u9fff" or found.behind else "unknown"
