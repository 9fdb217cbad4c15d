"""How far a Chinese rate is from another, in percentage points: 增速高于全国的差."""

from __future__ import annotations

import re

from extractors.targets.bounds_zh import clause_start
from extractors.targets.clauses_zh import earlier_subject
from extractors.targets.phrases_zh import clean
from extractors.targets.quantities_zh import Quantity
from extractors.targets.site_zh import Site

_REACH = 48
_WORD = "高于|快于|低于|慢于|好于|优于|高出|低出|领先|领先于|跑赢|超出|超过|超"
_OTHER = r"(?:(?:19|20)\d\d年[^，。；、0-9%％]{0,8}|上年[^，。；、0-9%％]{0,6}|[^，。；、0-9%％]{1,14}?)"
_ROW = r"(?:约|近|超过|逾)?(?:[0-9.]{1,6}个?(?:百分点)?(?:左右|以上)?[、和与](?:约|近)?){0,5}"
_AWAY = re.compile(f"(?P<word>{_WORD})(?P<other>{_OTHER}){_ROW}$")
# 比全国高3个百分点.
_THAN = re.compile(
    r"比(?![重例率值])(?P<other>(?:(?:19|20)\d\d年)?[^，。；、0-9%％]{0,14}?)"
    r"(?P<word>(?<![提增])高出?|(?<!降)低|(?<!加)快|慢)(?:约|近|超过|逾)?$"
)
_CHANGED = re.compile("提高|提升|增长|增加|下降|降低|减少|上升|扩大|收窄|回落")
_AVERAGE = re.compile("(?<=..)的?(?:平均水平|平均|水平)$")
_NAME = re.compile("(?:年均|均)?(?:高于|快于|低于|慢于|好于|优于|高出|领先|跑赢|超|比)")
_PAIR = 2
END = "的差"


def gap(site: Site) -> re.Match[str] | None:
    """What the number in percentage points tells the distance from; null where it is no distance."""
    return gap_at(site.sentence, site.item)


def gap_at(sentence: str, item: Quantity) -> re.Match[str] | None:
    """As `gap`, of any quantity of the sentence."""
    if item.measure.symbol != "pp":
        return None
    before = sentence[max(clause_start(sentence, item.start), item.start - _REACH) : item.start]
    found = _AWAY.search(before) or _THAN.search(before)
    if found is None or not found["other"] or _CHANGED.search(found["other"]):
        return None
    return found


def of_gap(site: Site, name: str) -> str:
    """The indicator of a distance: what is compared, with what it is compared and how.

    Args:
        site: The quantity, in percentage points.
        name: The indicator as its clause gives it, which may be empty of a noun of its own.

    Returns:
        The name, unchanged where the quantity is no distance.
    """
    found = gap(site)
    if found is None:
        return name
    if _NAME.match(name):
        name = site.last_indicator or clean(earlier_subject(site.sentence, site.item.start)) or ""
    word = {"高": "高于", "低": "低于", "快": "快于", "慢": "慢于"}.get(found["word"], found["word"])
    return f"{name}{word}{_one_of(site, found['other'])}{END}"


def _one_of(site: Site, other: str) -> str:
    """高于全国和全省4.7个、2.1个百分点: the first with the first; one alone is for all."""
    others = [one for one in re.split("[、和与及]", other) if one]
    others = [_AVERAGE.sub("", one) for one in others]
    if len(others) != 2:
        return _AVERAGE.sub("", other)
    before, after = site.before, site.after
    if before is not None and re.fullmatch("[、和与]", site.sentence[before.end : site.item.start]):
        return others[1]
    if after is not None and re.fullmatch("[、和与]", site.sentence[site.item.end : after.start]):
        return others[0]
    return other
