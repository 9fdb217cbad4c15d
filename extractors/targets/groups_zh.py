"""A Chinese group without the measure that was told for another one: 东部地区的增长率为6.7%，中部为6.9%."""

from __future__ import annotations

import re

from extractors.targets.phrases_zh import clean

_GROUPS = "县城|城市|城镇|农村|乡村|建制镇|重点镇|乡镇|地区|区域|东部|中部|西部|东北|中西部|城区|县域|市区|郊区"
_SHARES = "率|比例|比重|增速|水平|占比"
_ALONE = re.compile(f"[\u4e00-\u9fff]{{0,8}}?(?:{_GROUPS})则?")
_AT_END = re.compile(f"(?:{_GROUPS})则?$")
_MEASURE_OF = re.compile(f"(?:{_GROUPS})的?(?=([\u4e00-\u9fff]{{2,16}}(?:{_SHARES}))$)")
_TOLD = re.compile(
    f"([\u4e00-\u9fff]{{0,12}}(?:{_GROUPS})的?[\u4e00-\u9fff]{{2,14}}(?:{_SHARES}))(?=[为达超不控提增力至左稳]|[0-9])"
)


def with_measure_of(subject: str, previous: str) -> str | None:
    """The group with the measure behind another group's name; null where either is none.

    Args:
        subject: What stands before the number: 中部.
        previous: The indicator before it: 东部地区的增长率.
    """
    if not _ALONE.fullmatch(subject):
        return None
    measures = [found.group(1) for found in _MEASURE_OF.finditer(previous)]
    return subject.removesuffix("则") + measures[-1] if measures else None


def told_for_group(subject: str, text: str) -> str | None:
    """The last rate that `text` tells of a group, where `subject` is another group; null where there is none."""
    if not _AT_END.search(subject):
        return None
    told = [clean(found.group(1)) for found in _TOLD.finditer(text)]
    return told[-1] if told else None
