"""Whether a Chinese count is one of the text's own parts: its tasks, its indicators, who issued it."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.quantities_zh import Quantity

_CLASSES = ("大类", "中类", "小类", "品目", "品种")
_INDICATORS = 100
_FIELDS = 50
_TELLING = re.compile(
    "(?:》|方案|规划|纲要|意见|通知|文件)(?:还|共|也|同时|中|里|一共|将)?(?:提出|部署|明确|分为|共分|涵盖|列出|设置|围绕|包括|包含|指明|细化)"
    "了?[^，。；]{0,24}$|(?:明确|部署|细化|提出|指明)了?(?:[^，。；0-9]{0,16}的)?$"
)
_ISSUERS = ("部门", "单位", "部委", "委办局", "机关", "省直部门")
_OWN_PARTS = re.compile("(?:目标|任务|指标|举措|措施|内容)(?:共|一共|主要|具体)?(?:包括|包含|分为|共有)$")


def tells_of_itself(sentence: str, item: Quantity, found: Frame) -> bool:
    """方案提出了12项任务, 等18个部门印发, 8个重点领域: the text speaks of itself, and counts nothing in the world."""
    measure, number = item.measure, item.number
    if (
        measure.counted
        and found.behind.endswith(tuple(vocabulary("exclusions")["told_parts"]))
        and _TELLING.search(sentence, max(0, item.start - 40), item.start)
    ):
        return True  # 方案提出了12项重点任务
    if measure.counted and found.behind.startswith(_ISSUERS) and sentence[: item.start].endswith("等"):
        return True  # 发展改革委等18个部门印发: who issues the text
    talk = measure.text in vocabulary("exclusions")["talk_measures"]
    if talk and _OWN_PARTS.search(found.subject + (found.verb or "")):
        return True  # 主要目标共包括5项
    if measure.text in ("个", "项") and found.behind.endswith("指标") and number.value < _INDICATORS:
        return True  # 13个预期性指标: the text speaks of itself
    told = sentence[max(0, item.start - 60) : item.start]
    if (
        "》" in told
        and found.verb in vocabulary("exclusions")["telling_verbs"]
        and "，" not in told.rpartition("》")[2]
    ):
        return True  # 《纲要》部署了13项任务: the text speaks of itself
    if found.behind.startswith(_CLASSES) and "大类" in sentence[max(0, item.start - 12) : item.start]:
        return True  # 21大类40个小类91个品目: how a catalogue is divided
    # 大力发展信息技术等8个重点领域
    return measure.text in ("个", "大") and found.behind.endswith(("领域", "方面", "环节")) and number.value <= _FIELDS
