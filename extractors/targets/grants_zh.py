"""What Chinese rules give to whom: 对A按投资的30%给予补助, 最高不超过500万元."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.phrases_zh import clean
from extractors.targets.quantities_zh import Quantity

PAID = re.compile("(?:的(?:比例|标准))?(?:予以|给予)?(?:一次性)?(?:激励)?(补助|补贴|奖励|奖补|资助|贴息)")
# 对验收合格的项目按总投资的30%给予补助.
_GIVEN_PART = re.compile("(?:^|[，。；：])对([^，。；、]{2,24}?)按照?[^，。；]{2,16}的?$")
# 安排8亿元用于城市更新: what the money is for.
_FOR_WHAT = re.compile(
    "(?:以上|左右)?(?:资金|财政资金|专项资金)?，?(?:专项|主要|重点|全部)?(?:用于|支持|推进|推动|开展)(?:支持|推进|开展)?"
    "(?P<what>[^，。；：0-9]{2,20})(?=[，。；]|$)"
)
_SHARES = ("补助比例", "补贴比例", "奖励比例", "奖补比例", "资助比例")
_MOST = ("", "最高", "单个", "单项", "累计")


def given(sentence: str, item: Quantity, framed: Frame, unit: str, last: str | None) -> str | None:
    """The name of what is given: its share of a cost, or the most that such a share comes to; null for others."""
    whom = _GIVEN_PART.search(sentence, max(0, item.start - 60), item.start) if unit == "%" else None
    if whom and (paid := PAID.match(sentence, item.end)):
        return f"{clean(whom.group(1))}{paid.group(1)}比例"
    if last and unit == "CNY" and last.endswith(_SHARES) and clean(framed.subject) in _MOST:
        return last.removesuffix("比例")
    return None


def for_purpose(sentence: str, item: Quantity, name: str) -> str:
    """The money named by what it is for, where the text behind says so; `name` otherwise."""
    told = _FOR_WHAT.match(sentence, item.end)
    what = clean(told["what"].removesuffix("等")) if told else ""
    return f"{what.removesuffix('资金')}资金" if what else name
