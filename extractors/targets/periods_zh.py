"""Whether a Chinese change is one year's, the whole plan's, or none: `change_period`."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.targets.bounds_zh import clause_start
from extractors.targets.clauses_zh import Frame
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.predicates_zh import leading_verb
from extractors.targets.quantities_zh import Quantity
from extractors.targets.statement import ChangePeriod, Context, Direction, Kind
from extractors.targets.times_zh import Time

_YEARLY = ("年均", "每年", "年平均", "逐年")
# 年均增长5%、8%: the second number of a row.
_ROW = re.compile(r"(?:年均|每年|年平均)[\u4e00-\u9fff]{0,4}[0-9.%个百分点左右以上、和]{2,40}$")
_YEARLY_NOUN = re.compile("年均(?:浓度|气温|值|水平|降水|径流|下泄)")  # a mean over the year, no yearly change
# 快于全国1个、2个百分点: no change, but how far apart.
_COMPARED = re.compile(
    "(?:高于|快于|低于|好于|优于|高出|领先|超过)(?:(?!提[升高]|增[长加]|下降|减少|降低|上升)[^，。；%％]){1,12}$"
)
_SPENDING = ("完成", "安排", "投入")
_MADE = re.compile("(?<=..)(?:新改扩?建|新建|改建|新开工|新增)(?=..)(?![^，]{0,12}(?:率|比例|比重|占比)$)")
_MEANS = ("率", "年限", "水平", "比重", "占比", "比例", "寿命", "标准", "浓度", "强度")
_YEARLY_GROWTH = ("年均增长", "年均增速")
_CHANGES = ("increase_by", "reduce_by")
_YEARS_LONG = re.compile(
    "(?<![0-9])(?:[2-9]|10|[二两三四五六七八九十])年(?:前|来|间|累计|分别|共|增|提|上升|下|降|翻|新|以来)"
)
_AGAINST_NOW = re.compile("[与同和比较](?:今年|去年|上年)(?:底|末)?相比")  # 到2010年，与今年相比，…下降35%
_TITLE_PLAN = re.compile('[一二三四五六七八九十]五[”"’]?时期|五年')
_TITLE_YEAR = re.compile(r"(?<!-)(?<!—)(?:19|20)\d\d年(?![—-])|今年|全年|当年")


def change_period(
    found: Frame, item: Quantity, direction: Direction, kind: Kind, time: Time, sentence: str, context: Context
) -> tuple[ChangePeriod, str]:
    """Annual growth a year, cumulative over years or for things added up, or a level at a date; and the rule."""
    if item.measure.symbol == "pp" and _COMPARED.search(sentence, max(0, item.start - 24), item.start):
        return "level", "difference"
    changing = direction in _CHANGES or item.number.form == "doubling" or (kind == "fact" and _changes(found, item))
    changing = changing or (found.verb_class == "cap" and found.subject.endswith(("涨幅", "增幅", "增速", "降幅")))
    changing = changing or sentence.startswith(("增长", "的增长", "的增速"), item.end)  # 保持10%以上增长
    share = item.measure.symbol in ("%", "‰", "ratio")
    adding = direction in ("add", "build") or (kind == "fact" and not share and _adds(found, item))
    about = time.target_year or time.reference_year
    far = time.base_year is not None and about is not None and about - time.base_year > 1
    if far and not _is_yearly(found, sentence, item):
        return ("cumulative", "base_years_back") if changing or adding else ("level", "no_change")
    if (changing or adding or found.subject.endswith(_YEARLY_GROWTH)) and _is_yearly(found, sentence, item):
        return "annual", "yearly_word"
    if changing:
        one_year = _one_year(sentence, item, time, context, kind)
        return ("annual", "change_in_one_year") if one_year else ("cumulative", "change_over_years")
    spent = found.subject.endswith("投资") and any(verb in f"{found.subject}{found.verb}" for verb in _SPENDING)
    if spent and time.period is not None and time.period.several and time.period.start is not None:
        return "cumulative", "spent_over_years"
    if adding or (found.subject.startswith("新增") and not found.subject.endswith(_MEANS)):
        return "cumulative", "things_added_up"
    if not share and item.measure.symbol != "pp" and ("累计" in found.adverbs or "累计" in found.subject):
        return "cumulative", "added_up_word"
    counted = item.measure.symbol in (None, "count", "persons")
    if kind == "fact" and counted and _ends(found):
        return "cumulative", "things_done"
    if kind == "fact" and counted and (found.doing or "累计" in found.adverbs) and _several(_governing(sentence, item)):
        return "cumulative", "things_done_over_years"
    return "level", "no_change"


def _ends(found: Frame) -> bool:
    """60个村退出, 9条线路开工: something happened to each of them."""
    return any(word_list("verbs", "closes").ending(text, len(text)) for text in (found.behind, found.doing) if text)


def _is_yearly(found: Frame, sentence: str, item: Quantity) -> bool:
    if any(word in found.adverbs for word in _YEARLY) or (found.verb or "").startswith("年"):
        return True
    start = clause_start(sentence, item.start)
    clause = _YEARLY_NOUN.sub("", sentence[start : item.start])
    part = _YEARLY_NOUN.sub("", sentence[found.start : item.end])
    return any(word in part or (word in clause and "分别" in clause) for word in _YEARLY) or bool(_ROW.search(clause))


def _begins_with_making(subject: str) -> bool:
    verb = leading_verb(subject)[0]
    if verb is None or verb == "在建":
        return False
    return verbs().meaning.get(re.split("[、和及与]", verb)[0]) in ("build", "add")


def _changes(found: Frame, item: Quantity) -> bool:
    if found.verb == "改善":
        return True
    if found.verb_class in _CHANGES:
        return not (found.verb_class == "increase_by" and (found.verb_first or (found.behind and item.measure.counted)))
    told = found.verb_class is None or (found.verb in ("为", "是", "达", "达到") and item.measure.symbol == "%")
    return told and found.subject.endswith(tuple(vocabulary("verbs")["growth_nouns"]))


def _adds(found: Frame, item: Quantity) -> bool:
    if found.subject.endswith(_MEANS) and not found.behind:
        return False  # 新增劳动力平均受教育年限达到13年
    if found.verb_class in ("build", "add") or "累计" in found.adverbs or "累计" in found.subject[:6]:
        return True
    if item.measure.symbol in ("%", "pp", "‰"):
        return False
    if _MADE.search(found.subject) or (found.verb in ("达", "达到", "共") and _begins_with_making(found.subject)):
        return True  # 全县新改建公路100公里, 开工建设管廊达20公里
    counted = bool(found.behind) and item.measure.counted
    return "新增" in found.subject or (found.verb_class in _CHANGES and (found.verb_first or counted))


def _one_year(sentence: str, item: Quantity, time: Time, context: Context, kind: Kind) -> bool:
    """By the base year, the nearest word for a span of time in front, the titles, or the plan's length."""
    about = time.target_year or time.reference_year
    if time.base_year is not None and about is not None:
        return about - time.base_year == 1
    if time.base_year is not None:
        return False
    before = _AGAINST_NOW.sub("", _governing(sentence, item)[-400:])
    one, many = _last(before, "one_year"), _last(before, "many_years")
    if one != many:
        return one > many
    if kind == "fact" and sentence.startswith("预计") and not _several(sentence):
        return True  # 预计地区生产总值增长5%: the estimate of the year that ends
    told = time.period is not None and time.period.told and item.measure.symbol not in ("%", "pp")
    if time.period is not None and time.period.start is not None and not told:
        return time.period.one_year
    if context.plan_start is not None and context.plan_end != context.plan_start:
        return False
    for title in reversed(context.section_titles):
        plan, year = _TITLE_PLAN.search(title), _TITLE_YEAR.search(title)
        if plan and year:
            return not _several(context.previous)
        if plan or year:
            return year is not None
    return context.plan_end is not None or kind == "fact"


@lru_cache(maxsize=64)
def _last(text: str, words: str) -> int:
    last = max((text.rfind(word) for word in vocabulary("meaning")[words]), default=-1)
    if last >= 0 and text.startswith("累计", last) and "全年" in text:
        last = -1  # 全年价格累计上涨1%: over the months
    if words == "many_years":
        return max((match.start() for match in _YEARS_LONG.finditer(text)), default=last)
    return last


def _governing(sentence: str, item: Quantity) -> str:
    """What stands before a quantity, without a 累计 that belongs to a clause before its own."""
    own = clause_start(sentence, item.start)
    return sentence[:own].replace("累计", "") + sentence[own : item.start]


def _several(text: str) -> bool:
    return word_list("meaning", "many_years").inside(text) is not None
