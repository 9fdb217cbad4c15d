"""The noun directly behind a Chinese number."""

from __future__ import annotations

import re

from extractors.targets.bounds_zh import clause_end
from extractors.targets.doings_zh import divided
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.predicates_zh import true_verb
from extractors.targets.quantities_zh import Quantity

_RANKED = re.compile(
    "、(?:总?规模|总?数量|总量|总数|增速|占比|产值|产量|面积)(?:均|都)?(?:居|位居|稳居|跃居|位列|列|突破|超|达|占)"
)
_AGAINST = re.compile("(?:比|较)(?:19|20)[0-9]{2}年(?:底|末)?$")
_ALONE = re.compile("(?:其中|[，,、])(?:有|约|近)?$")
_CHIEFLY = re.compile("以[^，。；]{2,24}?为(?:主体?|重点|支撑|核心|特色|龙头|基础|依托)的(?=[\u4e00-\u9fff]{2})")
_STEPS = re.compile("(?:[一二两三四五]个)?[新大]{0,2}(?:台阶|大关|关口)$")


def noun_behind(sentence: str, item: Quantity, after: Quantity | None, verb: str | None) -> tuple[str, str]:
    """The noun behind a number and what it does, both empty where the clause goes on otherwise.

    Args:
        sentence: The sentence.
        item: The number where it stands.
        after: The quantity behind it, null where there is none.
        verb: The verb in front of the number.
    """
    text = _stretch(sentence, item, after, verb)
    if _STEPS.match(text):
        return "", ""  # 跨越4万亿元、5万亿元两个台阶
    if chiefly := _CHIEFLY.match(text):
        text = text[chiefly.end() :]  # 1所以失能照护为主的供养机构
    if text.startswith("等级"):
        changing = verb is not None and verbs().meaning.get(verb) in ("increase_by", "reduce_by")
        return ("", "") if changing else (text, "")  # 质量提升0.5个等级
    if text.startswith("和") and text[1:2] in vocabulary("verbs")["lead_in_noun"]["和"]:
        return text, ""
    if not text or text.isdigit() or text[0] in "、和与及或的等）)”—-":
        return "", ""
    if word_list("verbs", "steps").at(text, 0) or word_list("verbs", "after_predicates").at(text, 0):
        return "", ""
    if text in word_list("verbs", "closes").meaning and item.measure.text in ("户", "人"):
        return text, ""  # 8461户稳定脱贫
    text = _before_next_verb(re.split(r"[（(][^）)]*$", text)[0])
    text = text if text.endswith("参与") else text.rstrip("、和与及以或")
    return divided(sentence, item, text, verb)


def _stretch(sentence: str, item: Quantity, after: Quantity | None, verb: str | None) -> str:
    """What the clause goes on with behind a number, without what belongs to the next."""
    end = clause_end(sentence, item.end)
    if after is not None and after.start < end:
        end = max(item.end, after.start)
    text = sentence[item.end : end].partition("——")[0]
    if after is not None and end == after.start:
        text = _AGAINST.sub("", _without_predicate(text))
    if text[:1] in ("（", "("):
        closing = max(text.find("）", 0, 12), text.find(")", 0, 12))
        text = text[closing + 1 :] if 0 < closing < 12 else ""
    causing = word_list("verbs", "causing").meaning
    if text.startswith("的") and item.measure.symbol == "%" and (verb in (None, "实现") or verb in causing):
        text = text[1:]
    if after is not None and after.start <= end + 6 and "、" in text.rstrip("、") and not noun_follows(sentence, after):
        text = text[: text.rindex("、", 0, len(text.rstrip("、")))]
    if after is not None and end == after.start and "、" in text[1:] and sentence[end - 1] not in "、和与及":
        last = text[text.rindex("、") + 1 :]
        if 2 <= len(last) <= 4 and item.measure.text == after.measure.text and noun_follows(sentence, after):
            text = text[: text.rindex("、")]  # 欧洲的20个城市、亚洲10个城市
    if after is not None and end == after.start and text.endswith("等") and "、" in text:
        text = text[: text.rindex("、")]  # 10个物流枢纽、商丘等5个冷链基地: 商丘 is of the next
    if text[:1] in ("为", "是") and item.measure.counted and _ALONE.search(sentence, 0, item.start):
        text = text[1:]  # 其中44例为输入病例
    building = verb is not None and verbs().meaning.get(verb) in ("build", "add") and not item.measure.counted
    if text.startswith("的") and ((item.measure.counted and item.after) or (building and item.measure.symbol != "%")):
        text = text[1:]  # 11个左右的县
    if text.startswith("的") and _done_for(item, verb) and text.endswith(("任务", "工程", "建设", "改造", "培训")):
        text = text[1:]  # 完成20万人的搬迁任务
    if ranked := _RANKED.search(text):
        text = text[: ranked.start()]  # 24个省份、规模居全国前列
    return text


def _done_for(item: Quantity, verb: str | None) -> bool:
    """Whether something is done for persons or households, whose number stands before what is done."""
    return verb is not None and verbs().meaning.get(verb) == "build" and item.measure.text in ("人", "户", "名")


def _without_predicate(text: str) -> str:
    """What stands before the comparator and verb of the next quantity."""
    word = word_list("comparators", "before").ending(text, len(text))
    text = re.sub("(?<=..)(?:已经?|均|都|将|也)$", "", text[: -len(word)]) if word else text
    verb = verbs().ending(text, len(text))
    if (
        verb
        and len(verb) < len(text)
        and (verbs().meaning[verb] not in ("add", "build") or len(text) - len(verb) > 1 < len(verb))
    ):
        text = re.sub("(?<=..)(?:已经?|均|共)$", "", text[: -len(verb)])
    return text


def noun_follows(sentence: str, item: Quantity) -> bool:
    """Whether the clause goes on behind the number with something that may be its noun."""
    return sentence[item.end : item.end + 1] not in ("", "，", "。", "；", "、", "和", "与", "及", "：", "）", ")", ",")


def _before_next_verb(text: str) -> str:
    """6条道路、建成天桥: behind 、 another verb has things of its own."""
    for mark in re.finditer("、|并(?=[^网轨表购])|以及", text):
        verb = true_verb(text, mark.end()) if mark.start() >= 2 else None
        building = verb is not None and verbs().meaning[verb] in ("build", "add")
        if building and len(text) - mark.end() - len(verb or "") >= 2 and "的" not in text[mark.end() :]:
            return text[: mark.start()]
    return text
