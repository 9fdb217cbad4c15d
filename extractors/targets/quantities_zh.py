"""Numbers joined with their units, comparators and ranges: the quantities of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.targets.comparators_zh import behind
from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.numbers_zh import Number
from extractors.targets.units_zh import Measure, measure_at

_DASH = re.compile(r"\s?(?:[-—－–～~]{1,2}|至|到)\s?")
_PRICED = re.compile("(?:每(?:千瓦时|度电?|立方米|吨|公斤|斤)|[电水气热油]价)[^，。；]{0,14}$")
# 快于全省2个、高于中部1个百分点.
_PRICES = {"千瓦时": "CNY/kWh", "度": "CNY/kWh", "吨": "CNY/t"}
_MONIES = ("CNY", "USD", "EUR")
_SAME_MEASURE = re.compile("[和、及与]|[、，](?:高于|快于|低于|好于|高出)[^，。；、0-9]{1,8}")
_PER_UNIT = re.compile("[分角]钱?(?:/|每)(?:千瓦时|度|立方米|吨|公斤|斤)|[分角]钱")
_PRESET = {"percent": "%", "half": "%", "doubling": "times", "ratio": "ratio"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and the comparators behind it.

    Attributes:
        number: The number; a range's first and last character are its span.
        measure: Its unit.
        end: Where number, unit and comparators end.
        after: Comparator words behind the number or its unit.
    """

    number: Number
    measure: Measure
    end: int
    after: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.number.start


def quantities(sentence: str, found: list[Number]) -> list[Quantity]:
    """Gives each number its unit and joins the two ends of a range; rejected numbers pass unchanged."""
    made: list[Quantity] = []
    skip = False
    for position, number in enumerate(found):
        if skip:
            skip = False
            continue
        if made and number.start < made[-1].measure.end:
            continue  # a denominator with digits of its own: 40/10万
        following = found[position + 1] if position + 1 < len(found) else None
        first = _quantity(sentence, number)
        joined = _range(sentence, first, following, made) if following else None
        skip = joined is not None
        made.append(joined or first)
    return _shared_points(sentence, made)


def _shared_points(sentence: str, made: list[Quantity]) -> list[Quantity]:
    """3个和4个百分点, 3和4个百分点: the unit, or the rest of it, stands once."""
    for place in range(len(made) - 2, -1, -1):
        first, second = made[place], made[place + 1]
        between = sentence[first.end : second.start]
        digits = first.measure.symbol is None and first.number.form == "digits"
        bare = digits and first.number.scale == 1 and second.measure.symbol in ("pp", "%")
        money = digits and first.number.scale == second.number.scale > 1 and second.measure.symbol in _MONIES
        if (bare or money) and between in ("和", "、", "及", "与"):
            made[place] = replace(first, measure=replace(first.measure, symbol=second.measure.symbol))
        elif first.measure.text == "个" and second.measure.text == "个百分点" and _SAME_MEASURE.fullmatch(between):
            made[place] = replace(first, measure=replace(first.measure, symbol="pp", counted=False))
    return made


def _quantity(sentence: str, number: Number) -> Quantity:
    if number.reason:
        return Quantity(number, Measure(None, "", number.end), number.end)
    end = number.end
    after: list[str] = []
    if preset := _PRESET.get(number.form):
        measure = Measure(preset, sentence[number.start : number.end], end)
    elif cents := _cents(sentence, number):
        measure, worth = cents
        number = replace(number, value=number.value * worth)
    elif _tenths(sentence, number):
        measure = Measure("%", "成", end + 1)
        number = replace(number, value=number.value * 10)
    else:
        if mark := _early(sentence, end):
            after.append(mark[0])
            end = mark[1]
        measure = measure_at(sentence, end)
        if measure.symbol is None and after and after[0] in ("多", "余"):
            measure = Measure(None, "", end)
    if measure.symbol in ("years", "hours") and sentence[measure.end : measure.end + 1] == "半":
        number = replace(number, value=number.value + 0.5)  # 四年半
        measure = replace(measure, end=measure.end + 1)
    if sentence[number.end : measure.end] in ("%", "％", "‰", "﹪"):
        number = replace(number, end=measure.end)
    end = measure.end
    mark = behind(sentence, end)
    if mark and not (measure.symbol and mark[0] == "多" and sentence.startswith(("高层", "层", "功能"), mark[1])):
        after.append(mark[0])  # 3万平方米多层住宅: 多 is of the noun
        end = mark[1]
    return Quantity(number, measure, end, tuple(after))


def _cents(sentence: str, number: Number) -> tuple[Measure, float] | None:
    """每千瓦时降低3分, 2角/度: parts of a yuan where a price is spoken of; elsewhere 分 are points."""
    worth = {"分": 0.01, "角": 0.1}.get(sentence[number.end : number.end + 1])
    if worth is None or number.form != "digits":
        return None
    rate = _PER_UNIT.match(sentence, number.end)
    if rate is None and not _PRICED.search(sentence, max(0, number.start - 24), number.start):
        return None
    end = rate.end() if rate else number.end + 1
    told = sentence[number.end : end]
    symbol = next((of for per, of in _PRICES.items() if told.endswith(per)), "CNY")
    return Measure(symbol, told, end), worth


def _tenths(sentence: str, number: Number) -> bool:
    """八成 and 3成: shares of ten."""
    if sentence[number.end : number.end + 1] != "成":
        return False
    following = sentence[number.end + 1 : number.end + 2]
    if number.form == "zh" and re.search("[增减降精压缩长简少低升高加]$", sentence[: number.start][-1:]):
        return following not in ("立", "为", "果")  # 精简两成
    if number.form == "zh":
        return following not in vocabulary("exclusions")["not_tenths"]
    return number.form == "digits" and following in ("", "，", "。", "以", "左", "、", "的", "；")


def _early(sentence: str, end: int) -> tuple[str, int] | None:
    """A comparator between number and unit: 300左右个, 1000以上人."""
    mark = behind(sentence, end)
    return mark if mark and measure_at(sentence, mark[1]).symbol is not None and mark[0] in ("多", "余") else None


def _range(sentence: str, first: Quantity, following: Number, made: list[Quantity]) -> Quantity | None:
    """100~200个, 5%—5.5%, 2至3万公里: one quantity; 由5%到8% is none, it has a base."""
    if first.number.reason or following.reason or first.number.form not in ("digits", "zh", "percent"):
        return None
    if first.after or following.form not in ("digits", "zh", "percent"):
        return None
    dash = _DASH.match(sentence, first.measure.end)
    if dash is None or dash.end() != following.start:
        return None
    if dash.group().strip() in ("到", "至") and re.search(r"[由从][^，；。、]{0,14}$", sentence[: first.start][-16:]):
        return None
    second = _quantity(sentence, following)
    low, high = first.number, second.number
    value = low.value
    if low.scale == 1.0 and first.measure.symbol is None and high.scale > 1 and value * high.scale <= high.value:
        value *= high.scale
    if low.form == "zh" and high.form == "zh" and first.measure.symbol is None and value < 10 <= high.value:
        value *= 10 ** (len(str(int(high.value))) - 1)
    if value > high.value or (first.measure.symbol or second.measure.symbol) != second.measure.symbol:
        return None
    joined = replace(high, start=low.start, value=value, value_max=high.value)
    return Quantity(joined, second.measure, second.end, second.after)
