"""What a Chinese quantity takes from the one beside it: a verb that stands once, a noun that stands last."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.behind_zh import noun_behind
from extractors.targets.bounds_zh import clause_end
from extractors.targets.clauses_zh import Frame
from extractors.targets.comparators_zh import Comparison
from extractors.targets.doings_zh import noun_of
from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.quantities_zh import Quantity

# Comparators that are a predicate of their own, so that no verb is taken from the quantity before.
_STATING = ("超过", "突破", "高于", "低于", "不低于", "不少于", "不超过", "接近", "跨越", "超", "逾", "破")
_MONEY = ("花费", "收入", "金额", "投资", "营收", "产值", "消费", "投资额", "销售额")
_LEVEL_HEADS = ("量", "数", "率", "规模", "占比", "比重")
_ACTIVE = ("改造", "建设", "治理", "整治", "修复", "示范", "基地")


def with_verb_before(
    framed: Frame, last: Frame | None, compared: Comparison, counted: bool = False
) -> tuple[Frame, bool]:
    """In a list the verb stands once: 新增A 5公顷、B 6公顷; 增长3%、4%. Also says whether it was taken."""
    if framed.verb is not None or not framed.joined or last is None:
        return framed, False
    # 里程新增3000公里、突破1万公里: the second is the level that was reached by adding.
    if framed.subject.startswith(("实现", "达到", "完成", "惠及", "涉及", "覆盖", "带动")) and framed.subject != "实现":
        return framed, False  # 新增就业3万人、实现再就业2万人
    if framed.subject.endswith(("率", "占比", "比重", "满意度")):
        return framed, False  # 办结诉求58万件、满意率98%
    if last.verb in word_list("verbs", "told").meaning and framed.subject.endswith(_MONEY):
        return framed, False  # 接待游客3亿人次、游客花费2亿元
    restated = compared.before in _STATING and last.verb_class in ("add", "increase_by")
    if restated and not framed.subject and not framed.behind:
        return framed, False
    if not framed.subject and not framed.behind and last.verb is not None:
        return replace(framed, verb=last.verb, verb_class=last.verb_class, adverbs=last.adverbs), True
    # 扶持学校不少于200所、专业不少于600个: counts of one list, not a statement of its own.
    listed = (
        counted and framed.listed and not framed.subject.endswith(_LEVEL_HEADS) and last.verb_class in ("build", "add")
    )
    stated = framed.subject and compared.before in _STATING and not listed
    if not stated and (last.verb_class in ("build", "add") or (last.verb_class and last.verb_first)):
        return replace(framed, verb=last.verb, verb_class=last.verb_class, verb_first=last.verb_first), True
    return framed, False


def _done_by_both(sentence: str, item: Quantity, after: Quantity, framed: Frame) -> str:
    """120家企业、35个园区实现转型: what the last of several counts does, the others do as well."""
    between = sentence[item.end : after.start]
    joined = between[:-1].endswith(framed.behind) and between[-1:] in tuple("、和与及")
    if framed.verb is not None or framed.doing or not joined or not after.measure.counted:
        return ""
    return noun_behind(sentence, after, None, None)[1]


def with_noun_behind(sentence: str, item: Quantity, after: Quantity | None, framed: Frame) -> Frame:
    """30个全国性和70个区域性…基地: the noun stands behind the last; so does the activity of several nouns."""
    if after is None or after.start - item.end > 24:
        return framed
    noun = sentence[after.end : clause_end(sentence, after.end)]
    if not framed.behind and after.start == item.end and item.measure.counted and after.measure.counted and noun:
        return replace(framed, behind=noun_of(noun))  # 10件40项实事: both count the same
    if not framed.behind:
        return framed
    if done := _done_by_both(sentence, item, after, framed):
        return replace(framed, doing=done)
    if len(framed.behind) <= 5 and framed.behind.endswith(("性", "级", "型")):
        own = re.match(r"[^，、]{1,4}?[性级型]", noun)
        if own and len(noun) > own.end():
            return replace(framed, behind=framed.behind + noun[own.end() :])
    tail = re.split("[、，]", sentence[item.end : clause_end(sentence, item.end)][-24:])[-1]
    for activity in vocabulary("verbs")["shared_activities"]:
        if tail.endswith(activity) and not framed.behind.endswith(_ACTIVE):
            joined = re.search("[、和与及](?:约|大约|近|超过?)?$", sentence[item.end : after.start])
            return replace(framed, behind=framed.behind + activity) if joined else framed
    return framed
