"""What stands around a quantity in its clause: subject, verb, and the noun behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.targets.behind_zh import noun_behind, noun_follows
from extractors.targets.bounds_zh import REACH, STOPS, clause_start
from extractors.targets.comparators_zh import Comparison
from extractors.targets.lexicon_zh import adverb_before, verbs, vocabulary, word_list
from extractors.targets.predicates_zh import leading_verb, true_verb
from extractors.targets.quantities_zh import Quantity

_JOINS = "、和与及或（("
# 覆盖率将从目前的23%|再提高1个百分点.
_FROM_BASE = re.compile("(?<=..)将?[由从][^，。；、]{0,10}[0-9][0-9.]{0,9}[%％‰万亿]{0,2}[^，。；0-9]{0,4}$")
# 18.为…, 1、新建…: the number of a list's item.
_ITEM = re.compile(r"\s{0,4}[（(]?[0-9一二三四五六七八九十]{1,3}(?:[)）.．]|、(?=[\u4e00-\u9fff]))(?![0-9])")
# 确保耕地面积在8万亩以上.
_STANDS_AT = re.compile("(?<=[\u4e00-\u9fff]{3})(?<![存现所实内外])在$")
_BRACKET = re.compile("[（(][^（()）]{1,30}[）)]")
_DOERS = (
    "县",
    "市",
    "区",
    "村",
    "镇",
    "省",
    "省份",
    "企业",
    "学校",
    "高校",
    "医院",
    "银行",
    "机构",
    "地区",
    "单位",
    "部门",
)
_OF_YEAR = tuple("上去今全当本明前后同")
# Behind its object: 补助资金下达5亿元, 道路建成3公里.
_DONE_TO_IT = ("建成", "安排", "新开工", "下达", "拨付", "发放", "到位")
_LEVELS = ("reach", "keep", "cap", "increase_by", "reduce_by")
_DATED = re.compile(
    r"(?:恢复[到至]|相当于)(?:19|20)\d\d年(?:同期|底|末)?的$|"
    r"均?(?:相?比|相?较于?)[“\"]?(?:十[一二三四五]?|[七八九])五[”\"]?(?:时期|期末|期间|末)?(?:相比)?$|"
    r"(?:相?比|相?较于?)(?:上年|去年|上一年)(?:同期|末)?$|与(?:上年|去年)(?:同期|末)?相比$|一[〇零一][〇零一二三四五六七八九]年度?底?$|"
    r"(?:比|较)(?:对上|上一个|上个|前|过去)[0-9一二两三四五六七八九十]{1,2}年(?:时?期)?(?:的?平均数?)?$|"
    r"(?:相?比|相?较于?)(?:[0-9]{1,2}|[一二两三四五六七八九十])年前(?:的)?$|"
    r"近?[一二两三四五六七八九十0-9]{1,2}年(?:来|间|以来|平均|年均)?$|"
    r"(?:到|至|在|(?<![快高低好优])于|(?<![占对])相?比|相?较于?|与|从|由)?(?:19|20)\d\d年(?:底|末)?(?:前|以前|之前)?(?:的)?(?:基础上|相比|相比较)?$"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The clause of one quantity.

    Attributes:
        start: Where its own part of the clause begins.
        subject: What stands between that and the verb or number, uncleaned.
        verb, verb_class: The verb that governs the number; class of verbs_zh.yaml.
        verb_first: Whether verb, noun, number is the order.
        behind: The noun directly behind the number, empty where the clause goes on otherwise.
        doing: What the counted things do: 500个区县|建设….
        adverbs: What stood between subject, verb and number.
        joined: Whether it goes on from the quantity before in the same clause.
        listed: Whether it does so as the next item of a list, after 、 or 和.
    """

    start: int
    subject: str
    verb: str | None
    verb_class: str | None
    verb_first: bool
    behind: str
    doing: str
    adverbs: str
    joined: bool
    listed: bool = False


def earlier_subject(sentence: str, at: int) -> str:
    """What an earlier clause of the sentence is about: its beginning up to a verb of level or change."""
    for _ in range(2):
        end = clause_start(sentence, at) - 1
        if end <= 0:
            return ""
        at = end
        text = sentence[clause_start(sentence, end) : end]
        for place in range(2, min(len(text), 24)):
            if (bound := word_list("comparators", "before").at(text, place)) and len(bound) > 2:
                return leading_verb(text[:place])[1]  # 保有率不低于既定任务，其中…
            verb = verbs().at(text, place)
            if verb and len(verb) > 1 and verbs().meaning[verb] not in ("build", "add"):
                found = leading_verb(text[:place])[1]
                return "" if found.endswith(tuple(_JOINS)) else found
    return ""


def topic_before(sentence: str, at: int) -> str:
    """What the first clause before `at` is about, for a head that needs a noun: 推动新能源汽车产业提质扩量，…产量."""
    end = min(next((p for p in range(min(at, REACH)) if sentence[p] in STOPS), at), at)
    if end >= clause_start(sentence, at) or end < 4:
        return ""
    text = leading_verb(sentence[:end])[1]
    ends = word_list("verbs", "topic_ends")
    for place in range(len(text)):
        if ends.at(text, place):
            if text[:place].endswith(tuple(_JOINS)):
                return ""
            noun = text[:place]
            if not noun.startswith("第"):
                noun = noun.removesuffix("产业").removesuffix("行业")
            return noun if 2 <= place <= 14 else ""
    return ""


def frame(
    sentence: str, item: Quantity, compared: Comparison, before: Quantity | None, after: Quantity | None
) -> Frame:
    """Reads the clause around a quantity, bounded by the quantities beside it."""
    start = clause_start(sentence, item.start)
    if (numbered := _ITEM.match(sentence, start)) and numbered.end() < compared.lead:
        start = numbered.end()
    joined = before is not None and before.end > start
    listed = joined and before is not None and sentence[before.end : before.end + 1] in tuple("、和与及")
    if joined and before is not None:
        start = min(before.end, compared.lead)
        shared = sentence[start : compared.lead]
        if "、" in shared and shared[0] not in _JOINS and not noun_follows(sentence, item):
            # 600万名近亲属、共济金额60亿元: the first noun is counted by the number before.
            start += shared.rindex("、")
        if aside := _BRACKET.match(sentence, start, compared.lead):
            start = aside.end()  # 高铁7万公里（含城际铁路）、普速铁路13万公里
        while start < compared.lead and sentence[start] in _JOINS:
            start += 1
    subject, verb, between = _verb_before(sentence, start, compared.lead)
    if verb and verbs().meaning[verb] in ("increase_by", "reduce_by"):
        subject = _FROM_BASE.sub("", subject)
    if joined and before is not None and start == before.end and before.measure.counted:
        subject = _without_doer(subject)
    behind, doing = noun_behind(sentence, item, after, verb)
    verb_class = verbs().meaning[verb] if verb else None
    if behind and verbs().meaning.get(subject) == "build" and verb_class in ("increase_by", "reduce_by"):
        verb, verb_class, subject = f"{subject}{verb}", "build", ""  # 新建提升310公里农村公路
    listed_verbs = verb_class == "build" and subject[-1:] in tuple("、和")
    if behind and listed_verbs and verbs().meaning.get(subject[:-1]) == "build":
        verb, subject = f"{subject}{verb}", ""  # 新建、改扩建2万所幼儿园
    if behind == "单位" and subject.endswith(tuple(vocabulary("verbs")["metric_ends"])):
        behind, doing = "", ""  # 建屋量达三万个单位
    granted = behind in word_list("verbs", "grants").meaning and verb_class == "build"
    if (
        behind
        and not granted
        and item.measure.text
        and not item.measure.counted
        and ((subject and verb_class in _LEVELS) or true_verb(behind, 0) or _hastened(behind, item))
        and not (verb == "完成" and behind.endswith("任务"))
    ):
        # 增长5%安排, 资金1000亿元支持项目: what follows is no counted noun.
        behind, doing = "", ""
    verb_first = False
    if verb in vocabulary("verbs")["summing"] and not behind and leading_verb(subject)[0]:
        verb, verb_class = None, None  # 新增公交线路、邮路共220条
    only = verb in word_list("verbs", "predicates_only").meaning and not leading_verb(subject)[0]
    if only and not behind and len(subject.strip()) > 3 and subject.endswith(tuple(vocabulary("verbs")["metric_ends"])):
        # 固定资产投资完成8亿元: a level of what is in front.
        return Frame(start, subject, verb, "reach", False, behind, doing, between, joined, listed)
    if verb in _DONE_TO_IT and not behind and len(subject.strip()) > 1 and not leading_verb(subject)[0]:
        return Frame(start, subject, verb, verb_class, False, behind, doing, between, joined, listed)
    if verb and verb_class in ("build", "add") and not behind and len(subject.strip()) > 1:
        # 新增沙化土地治理100万公顷: the verb before the number is the noun's activity.
        subject, first = subject + verb, verb
        verb, rest = leading_verb(subject)
        verb_first, subject = verb is not None, rest
        if verb is None and verb_class == "add":
            verb, subject = first, subject[: -len(first)]
        elif verb is not None:
            verb_class = verbs().meaning[re.split("[、和及与]", verb)[0]]
        return Frame(start, subject, verb, verb_class, verb_first, behind, doing, between, joined, listed)
    stands = verb is None and not behind and item.after and _STANDS_AT.search(subject)
    if stands:
        kept = "keep" if subject.startswith(("确保", "保持", "稳定")) else "reach"
        return Frame(start, subject[: stands.start()], "在", kept, False, "", "", between, joined, listed)
    if verb is None:
        bounded = compared.before in vocabulary("comparators")["limits_before"]
        if compared.before in ("不低于", "不少于", "不小于") and subject.endswith(
            ("规模", "标准", "年限", "强度", "密度")
        ):
            bounded = True  # 新建煤矿开采规模不低于60万吨/年: a bound of each, and nothing to build
        verb, rest = (None, subject) if bounded else leading_verb(subject)
        share = item.measure.symbol in ("%", "pp", "‰") and subject.endswith(
            tuple(vocabulary("meaning")["level_nouns"])
        )
        if verb and share and verbs().meaning.get(re.split("[、和及与]", verb)[0]) in ("build", "add"):
            verb, rest = None, subject  # 新建住宅绿色建材应用比例: 新建 is of the noun
        if verb == "争取" and compared.before:
            verb, subject = None, rest  # 争取开行突破1000列: a wish, nothing that is built
        if verb:
            verb_first, subject = True, rest
            if verb in word_list("verbs", "causing").meaning and (done := _without_doer(subject)) != subject:
                verb, subject = leading_verb(done)  # 支持企业牵头组建联合体10个
                verb = verb or "支持"
            parts = re.split("[、和及与]", verb)
            verb_class = verbs().meaning[parts[0]]
            closing = word_list("verbs", "closes").ending(doing, len(doing)) if doing else None
            if behind and verb not in word_list("verbs", "causing").meaning and not (closing and _hastens(doing)):
                behind, doing = behind + doing, ""
    return Frame(start, subject, verb, verb_class, verb_first, behind, doing, between, joined, listed)


def _without_doer(subject: str) -> str:
    """24个|省份保供电煤20亿吨: those that the number before counts do it, and are no part of what is done."""
    for place in range(2, min(len(subject) - 3, 8)):
        verb = true_verb(subject, place)
        if verb and verbs().meaning[verb] in ("build", "add") and subject[:place].endswith(_DOERS):
            return subject[place:]
    return subject


def _hastens(doing: str) -> bool:
    """优化电价机制12条举措|加快落地: the counted things do it, whatever verb their name begins with."""
    return word_list("verbs", "predicate_adverbs").at(doing, 0) is not None


def _hastened(behind: str, item: Quantity) -> bool:
    """安排75亿元加快项目建设: money, and what it is for."""
    return item.measure.symbol == "CNY" and word_list("verbs", "predicate_adverbs").at(behind, 0) is not None


def _verb_before(sentence: str, start: int, end: int) -> tuple[str, str | None, str]:
    """Subject, verb directly before the number, and the adverbs around the verb."""
    table = verbs()
    between = ""
    verb = None
    while end > start:
        if dated := _DATED.search(sentence, max(start, end - 14), end):
            between = dated.group() + between
            end = dated.start()
            continue
        found = table.ending(sentence, end, start) if verb is None else None
        if found and found[0] == "年" and sentence[end - len(found) - 1 : end - len(found)] in _OF_YEAR:
            found = table.ending(sentence, end, end - len(found) + 1)  # 较上年|净增
        adverb = adverb_before(sentence, end, start)
        if found in ("共", "共计", "合计", "总计") and len(table.ending(sentence, end - len(found), start) or "") > 1:
            between = found + between
            end -= len(found)  # 完工共300户
            continue
        if found in ("为", "在", "对") and end - 1 == start:
            break  # a preposition: 为800个小区引入服务
        if found and (adverb is None or len(found) >= len(adverb)):
            verb = found
            end -= len(found)
            continue
        if adverb is None:
            break
        between = adverb + between
        end -= len(adverb)
    return sentence[start:end], verb, between
