"""Verbs of Chinese clauses: those that a clause begins with, and those that are the beginning of a noun."""

from __future__ import annotations

import re

from extractors.targets.lexicon_zh import verbs, word_list

# 静安区将新增…: who does it is no part of what is done.
PLACE_LEAD = re.compile(
    "[\u4e00-\u9fff]{1,6}?(?:省|市|区|县|州|旗)(?<!城市|社区|园区|地区|城区|片区|景区|小区|牧区|林区|山区|农区|成区)"
    "(?=将|力争|计划|预计|累计|持续|继续|实现|完成)"
)


_BETTERING = ("提升", "扩大", "提高", "压缩", "压减", "精简")
_ABOVE_ALL = re.compile("重点(?![\u4e00-\u9fff]{2}(?:项目|工程|任务|用地|单位|对象|人群|区域|行动))")
_SO_FAR = re.compile("[\u4e00-\u9fff]{4,14}?累计(?=[\u4e00-\u9fff]{4})")
# 已经开设托班的园所: which ones are meant.
_DONE_ONES = re.compile("(?:其中)?已经?[^，。；的]{2,14}的[^，。；的]{2,12}$")
_DOING = ("build", "add", "increase_by", "reduce_by")
# Behind 节水 and 节能 these make a noun of it.
_OF_NOUN = re.compile(
    "环保|低碳|产业|灌溉|器具|设备|技术|改造|装备|建筑|产品|材料|设施|型|降碳|降耗|示范|家电|标准|服务|企业|园区|城市"
)


def leading_verb(subject: str) -> tuple[str | None, str]:
    """A verb of building, adding or changing at the beginning: verb and the noun behind it."""
    table, leads = verbs(), word_list("verbs", "leads")
    if _DONE_ONES.match(subject):
        return None, subject
    at = 0
    while at < len(subject):
        verb = true_verb(subject, at)
        lead = leads.at(subject, at)
        if (
            verb
            and table.meaning[verb] in ("build", "add", "increase_by", "reduce_by")
            and len(verb) >= len(lead or "")
        ):
            break
        if dated := re.match(r"(?:到|至|在|于)?(?:19|20)\d\d年(?:底|末)?(?:前)?", subject[at : at + 12]):
            at += dated.end()
        elif lead:
            at += len(lead)
        elif at == 0 and (so_far := _SO_FAR.match(subject)) and true_verb(subject, so_far.end()):
            at = so_far.end()  # 绿色制造体系建设累计|创建绿色工厂
        elif _ABOVE_ALL.match(subject, at) and true_verb(subject, at + 2):
            at += 2  # 重点培育龙头企业
        elif place := PLACE_LEAD.match(subject, at):
            at = place.end()
        else:
            return None, subject
    if at >= len(subject):
        return None, subject
    first = at
    while verb := true_verb(subject, at):
        if table.meaning[verb] not in ("build", "add", "increase_by", "reduce_by"):
            break
        end = at + len(verb)
        if end >= len(subject):
            break
        at = end
        if subject[at] in "、和及与并或" and table.at(subject, at + 1):
            at += 1
        elif subject[at] == "了":
            at += 1
            break
        else:
            follower = table.at(subject, at)
            if follower is None or len(follower) < 2 or table.meaning[follower] not in _DOING:
                break
    verb_text = subject[first:at].rstrip("了")
    if not verb_text:
        return None, subject
    opening = table.at(verb_text, 0) or verb_text
    if table.meaning.get(opening) == "build" and verb_text.endswith(_BETTERING) and opening != verb_text:
        return opening, subject[at:]  # 建设提升农村路600公里
    if subject[at:] in table.meaning:
        if verb_text in word_list("verbs", "predicates_only").meaning:
            return verb_text, subject[at:]  # 完成造林3万亩
        return _last_verbs(verb_text), verb_text + subject[at:]  # 造林绿化19万亩
    lead = verbs().at(verb_text, 0)
    if subject[at:] in ("任务", "工作") and lead and lead != verb_text:
        return lead, verb_text[len(lead) :] + subject[at:]  # 完成建设任务
    # 推进改造 …: the verb nearest to the noun says what is done.
    return _last_verbs(verb_text), subject[at:]


def true_verb(subject: str, at: int) -> str | None:
    """A verb that begins at `at` and is not the beginning of a noun: 建设用地, 研发经费, 覆盖率."""
    verb = verbs().at(subject, at)
    if verb is None or len(verb) < 2:
        return None
    end = at + len(verb)
    if word_list("verbs", "noun_tails").at(subject, end) and not word_list("verbs", "not_noun_tails").at(subject, end):
        return None
    if verb in ("节水", "节能", "节煤", "减排") and _OF_NOUN.match(subject, end):
        return None  # 节水产业规模
    return verb


def _last_verbs(text: str) -> str:
    """Of verbs in a row the last, with those joined to it by 、 or 和."""
    table = verbs()
    at, kept = 0, 0
    while at < len(text):
        verb = table.at(text, at)
        if verb is None:
            at += 1
            continue
        if at and text[at - 1] not in "、和及与":
            kept = at
        at += len(verb)
    return text[kept:].strip("、和及与") or text
