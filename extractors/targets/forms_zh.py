"""Why a Chinese number is no target by its own form: names, ordinals, codes, classes."""

from __future__ import annotations

import re

from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.numbers_zh import Number, is_idiom
from extractors.targets.quantities_zh import Quantity

_DIGIT_NAMES = ("大", "强", "级", "届", "步", "好", "网", "位一体")
_RANKING = re.compile("(?:排位|排名|位次|名次)[^，。；]{0,24}$")
_FIRST_OF = re.compile(
    "个?(?:县|市|区|乡镇|地市|州市|省份?|城市){1,2}[中的]?(?:排名?)?(?:第[一二三四五六七八九十0-9]|首位|之首)"
)
_BARE_SCALE = re.compile("[十百千万亿]+")
_FIXED_SET = re.compile("(?:退出|进入|位居|位列|跻身|居|列|在)(?:全国|全球|世界|全省)$")
_DENOMINATED = ("国内生产总值", "地区生产总值", "生产总值", "GDP", "工业增加值", "产值")
_YEARLIKE = range(1900, 2101)
_RUNNING_YEARS = re.compile("连续(?:[0-9一二三四五六七八九十]+年[、和])?$")
_POPULATED = re.compile("(?:以[上下]的?)?(?:常住)?人口(?:以[上下])?的?(?:特?大|中小|中等)?(?:城市|县城|城镇|市县|县市)")


_MANY_SUCH = re.compile("的[\u4e00-\u9fff]{0,8}(?:[0-9]|[一二两三四五六七八九十]{1,3}[个家条户])")
_EACH_OVER = re.compile(
    "(?:[0-9]|[一二两三四五六七八九十])[个家条][^，。；、0-9的]{2,14}?(?:产值|营收|营业收入|规模|销售额|增加值|产量|交易额)(?:超过?|突破|过|达到?)$"
)


def by_form(sentence: str, item: Quantity) -> str | None:
    """A reason that the number itself and the characters beside it give."""
    number = item.number
    if number.reason:
        return number.reason
    behind = sentence[number.end : number.end + 8]
    before = sentence[max(0, number.start - 4) : number.start]
    if before.endswith(tuple(vocabulary("exclusions")["rank_before"])) and (
        item.measure.text in ("位", "名", "") or behind[:1] == "强" or (behind[:1] == "列" and before[-1:] != "列")
    ):
        return "ordinal"
    if item.measure.symbol in ("%", "‰") and before.endswith("前") and before[-2:-1] not in tuple("提目以之年"):
        return "ordinal"  # 全球前1%学科
    if _RUNNING_YEARS.search(sentence, max(0, number.start - 16), number.start) and item.measure.text == "年":
        return "age_or_duration"  # 连续17年、12年居首位
    if _POPULATED.match(sentence, number.end):
        return "named_concept"  # 300万以上人口城市
    if item.measure.text == "里" and number.form == "zh" and number.value < 10:
        return "part_of_name"  # 湖滨一里至四里
    if item.measure.text == "位" and re.search("[第居列]", before):
        return "ordinal"
    if item.measure.text in ("位", "名") and _RANKING.search(sentence, max(0, number.start - 30), number.start):
        return "ordinal"  # 排位由53位升至47位
    if _FIRST_OF.match(sentence, number.end):
        return "ordinal"  # 居全市6县市第一
    if item.measure.text == "位数" or behind.startswith(("位数", "人制")):
        return "named_concept"  # 实现两位数增长, 3人制篮球场
    if _FIXED_SET.search(sentence, max(0, number.start - 8), number.start) and item.measure.counted:
        return "named_concept"  # 退出全国168个重点城市后十位: the field that is compared
    if number.form == "zh":
        return _numeral(sentence, item, behind, before)
    if number.form == "ratio" and behind.removeprefix("的").startswith("比例"):
        return "named_concept"  # 按6:4比例分担
    if number.form == "ratio":
        told = sentence[max(0, number.start - 16) : number.start]
        return None if "∶" in sentence[number.start : number.end] or re.search("比|差距|倍差", told) else "date"
    if number.form == "digits" and before.endswith("每") and behind[:1] in tuple("人名户"):
        return "denominator"
    if number.form == "digits":
        return _digits(sentence, item, behind, before)
    return None


def _numeral(sentence: str, item: Quantity, behind: str, before: str) -> str | None:
    number, text = item.number, sentence[item.number.start : item.number.end]
    if item.measure.text == "成":
        return (
            None
            if before[-1:] in "近超约达占到过的，至简减降增缩短少低升高加" or item.after or behind.startswith("成的")
            else "part_of_name"
        )
    if text == "零":
        done = re.search("实现(?:[^，。；、]{2,12})?$", sentence[max(0, number.start - 16) : number.start])
        return None if done and behind[:2] in ("填埋", "排放", "增长", "直排", "新增") else "part_of_name"
    if is_idiom(sentence, number):
        return "part_of_name"
    if behind.startswith("是") or before.endswith("其"):
        return "list_or_heading_number"
    if behind[:1] in ("批", "系") and number.value == 1:
        return "vague"
    if _BARE_SCALE.fullmatch(text) and text != "十":
        return _bare_scale(sentence, item, behind, before)
    if behind.startswith(tuple(vocabulary("exclusions")["naming_after"])) and not behind.startswith(
        ("级站", "线城", "网基")
    ):
        return "named_concept"
    if item.measure.symbol is None:
        return None if large(number) and persons_behind(sentence, item) else "part_of_name"
    if number.value <= 1 and item.measure.symbol in ("count", "persons"):
        return "part_of_name"
    return None


def _bare_scale(sentence: str, item: Quantity, behind: str, before: str) -> str | None:
    """万亿元 is a number after 突破; in 千亿级, 百万人口 as a class, or 万元GDP it is none."""
    if before.endswith("每"):
        return "denominator"
    printed = sentence[item.number.start : item.number.end]
    if printed[0] == "十" and len(printed) > 1 and item.measure.symbol not in (None, "CNY") and not item.after:
        return "named_concept" if sentence.startswith("级", item.measure.end) else None  # 十万公里
    unit_end = item.measure.end
    if sentence[unit_end : unit_end + 8].startswith(_DENOMINATED) or sentence[unit_end : unit_end + 2] == "死亡":
        return "denominator"
    reached = before.endswith(
        ("突破", "超过", "超", "达到", "达", "迈上", "跨上", "迈过", "至", "到", "近", "逾", "跨越", "站上")
    )
    if _MANY_SUCH.match(sentence, item.end):
        return "named_concept"  # 超亿元的50家
    if _EACH_OVER.search(sentence, max(0, item.start - 30), item.start):
        return "named_concept"  # 7个集群产值超千亿元: how large each is
    stops = sentence[item.end : item.end + 1] in ("", "，", "。", "；", "、")
    if (
        reached
        and (item.measure.symbol is not None or (stops and number_is_large(item)))
        and "级" not in sentence[unit_end : unit_end + 1]
    ):
        return None
    return "named_concept" if behind[:1] in "级元县亩斤吨" else "part_of_name"


def number_is_large(item: Quantity) -> bool:
    """千亿 and 万亿 stand without a unit; 万 and 百 are parts of words."""
    return item.number.value >= 1e9


def _digits(sentence: str, item: Quantity, behind: str, before: str) -> str | None:
    number = item.number
    if behind.startswith(_DIGIT_NAMES) and item.measure.symbol is None and not behind.startswith("大关"):
        return "named_concept"
    if before[-1:].isascii() and before[-1:].isalnum() and not before[-1:].isspace():
        return "code"
    if item.measure.symbol is None:
        if behind[:1].isascii() and behind[:1].isalpha():
            return "code"
        if number.scale > 1 or number.value_max is not None:
            return None
        if (
            number.value in _YEARLIKE
            and number.value == int(number.value)
            and not re.search("[达至到过破增为]", before[-1:])
        ):
            return "date"
        return None
    if item.measure.symbol == "years" and number.value in _YEARLIKE and item.measure.text == "年":
        return "date"
    return None


def large(number: Number) -> bool:
    """Whether a numeral is too large to be a part of a word."""
    return number.value >= 1000


def persons_behind(sentence: str, item: Quantity) -> bool:
    """Whether a noun for people follows in the clause."""
    following = re.split("[，。；、：]", sentence[item.end : item.end + 24])[0]
    return any(head in following for head in vocabulary("units")["person_heads"])
