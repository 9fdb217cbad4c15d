"""The unit of a Chinese quantity, and the things that it counts."""

from __future__ import annotations

import re

from extractors.targets.bounds_zh import clause_start
from extractors.targets.clauses_zh import Frame
from extractors.targets.lexicon_zh import verbs, vocabulary
from extractors.targets.phrases_zh import clean, main_noun, without_qualities
from extractors.targets.quantities_zh import Quantity
from extractors.targets.units_zh import denominator_before, per_head

# Sums that are paid to each of many, so that 每人 before them is a denominator.
_PAID = re.compile("标准|补助|补贴|养老金|工资|奖励|定额|达到每|不低于每|每[人名亩]")
# What is done to the things that are counted, behind their name: 示范村创建.
_ACTIVITY_END = re.compile(
    "(?<=..)(?:除险)?加固$|(?<=..)(?:办学|办公|住房|生活|就医)条件$|(?<=..)(?:清洁生产|超低排放|无障碍(?:设施)?)改造$|(?<=..)(?:综合治理|综合整治)$|(?<=..)(?:(?:智能)?适老化|无障碍|[智数]?[能字]化|标准化|节能|提标|提质|清洁化)改造$|(?<=...)(?:交付|(?<=成果)应用|(?:标准化|规范化)提升|城市更新|更新改造|建设|创建|提升改造|改造提升|改造|整治|修复|提质强能|提能升级|提质升级|提质增效|扶持|修缮|排险工作|新?开工|竣工|入库|开行|出列)$"
)
# 新台币3亿元: the currency stands in front.
_CURRENCY = re.compile("(新台币|台币|港币|港元|美金)(?:约|近|逾|超过)?$")
_METRIC_END = re.compile(
    "(?:总数量|(?<=..)[个家件]数|总数|总量|年?产量|探明量|(?:查明)?资源量|储量|总?规模|数量|保有量|拥有量|授权量|受理量|办件量|(?<!用)户数|(?<=用户)数|(?<=[种件家个])数)$"
)


# 产值超百亿企业, 年出栏生猪.
_SIZED = re.compile(
    "^(?:(?:年|总|计划)?(?:投资额?|产值|营收|营业收入|主营业务收入|销售收入|规模)(?:超过?|过|突破|达到?)[0-9十百千万]{1,6}亿元?(?:以上)?的?|年(?:出栏|存栏|产)(?!量)"
    "|(?:进入|跻身|位居|居|位列)?(?:全球|全国|世界|全省|国内|国际)前[0-9]{1,4}(?:[%位名强])的?)(?=..)"
)
_WITHIN = re.compile("^[^的，]{1,12}[内中]的(?=..)")
_DESCRIBED = re.compile("^(?:在[^，的]{1,8})?(?:形成|有|具有|拥有|达到|实现|超过)[^，]{2,20}的(?=..)")
_PEOPLE = ("人数", "网民规模", "网民数量", "人口总量", "人口规模", "人口总数", "人口数")
_PAIR = 3  # a verb of two characters alone names no thing


def _object(counted: str) -> str:
    """向民间资本推介重大项目: what is done to whom is not counted."""
    if counted.startswith(("惠及", "覆盖", "带动", "参加", "开行", "可供", "打通")) and len(counted) > _PAIR:
        return counted[2:]
    for won in ("获得", "荣获", "获"):
        if counted.startswith(won) and len(counted) > _PAIR + len(won):
            return counted[len(won) :]
    counted = without_qualities(counted)
    counted = _SIZED.sub("", _WITHIN.sub("", counted))
    if described := _DESCRIBED.match(counted):
        counted = counted[described.end() :]  # 形成规模超百亿元的领航企业
    if "惠及" in counted[2:-2]:
        return counted.rpartition("惠及")[2]
    if counted[0] not in "向为对给" and not counted.startswith("通过"):
        return counted
    for place in range(3, min(len(counted) - 2, 12)):
        verb = verbs().at(counted, place)
        if verb and len(verb) > 1 and verbs().meaning[verb] in ("build", "add"):
            return counted[place + len(verb) :] or counted
    return counted


def thing(counted: str | None, unit: str, name: str, named_by: str) -> str | None:
    """What is counted: 新能源汽车 of 新能源汽车产量; nothing where the unit is not `count`.

    A head without a noun of its own (总数) and a number without a noun count what the indicator names.
    """
    if unit != "count":
        return None
    if counted is None or counted in vocabulary("verbs")["generic_heads"]:
        if named_by not in ("as_before", "head_of_noun_before", "member_of_row"):
            return counted
        counted = name
    counted = _object(counted)
    thing = _METRIC_END.sub("", _ACTIVITY_END.sub("", counted)).rstrip("、和与及")
    return thing if len(thing) > 1 else counted


def unit_of(sentence: str, item: Quantity, framed: Frame, last: str | None) -> tuple[str, str | None]:
    """The unit's symbol and, for counted things, their noun."""
    symbol = item.measure.symbol
    noun = clean(main_noun(framed.behind) if framed.behind else framed.subject) or None
    if symbol is None:
        heads = tuple(vocabulary("units")["person_heads"])
        if framed.behind and any(head in framed.behind for head in heads):
            return "persons", noun
        if not framed.behind and framed.subject.endswith((*heads, *_PEOPLE)):
            return "persons", noun
        if not framed.behind and framed.subject.endswith("人次"):
            return "person-times", noun
        if not framed.behind and not framed.subject and (last or "").endswith(heads):
            return "persons", None  # 人口520万，比2020年增加12万
        named = framed.behind or framed.subject or last or ""
        if item.number.value >= 1e8 and named.endswith(tuple(vocabulary("meaning")["money_nouns"])):
            return "CNY", None
        return ("count", noun) if item.number.scale > 1 or framed.behind else ("ratio", None)
    if symbol in ("count", "persons"):
        each = denominator_before(sentence, max(clause_start(sentence, item.start) - 1, 0), item.start)
        if each and "，" not in sentence[each.end : item.start]:
            return per_head(symbol, each.size), noun
    if symbol == "count" or item.measure.counted:
        return symbol, noun
    if symbol in vocabulary("units")["day_rates"] and any(word in framed.adverbs for word in ("每日", "每天")):
        return vocabulary("units")["day_rates"][symbol], None
    if symbol == "CNY" and (currency := _CURRENCY.search(sentence, max(0, item.start - 6), item.start)):
        return vocabulary("units")["currency_before"][currency.group(1)], None
    if symbol == "CNY" and _PAID.search(clause := sentence[clause_start(sentence, item.start) : item.start]):
        each = next((word for word in vocabulary("units")["money_each"] if word in clause), None)
        return vocabulary("units")["money_each"].get(each, symbol), None
    return symbol, None
