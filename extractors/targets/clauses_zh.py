"""What stands around a quantity in its clause: subject, verb, and the noun behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.targets.comparators_zh import Comparison
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.quantities_zh import Quantity

_STOPS = "，；。！？：,;:!?…\n"
_JOINS = "、和与及或（("
_REACH = 90  # characters: no clause's subject is longer, and hostile text stays linear
# 对A进行B, 为A开展B: the thing and what is done to it.
_DONE_TO = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:进行|开展|实施)(?=[\u4e00-\u9fff]{2})")
_OBJECT = re.compile(r"(?:^|[，：])(?:对|为|给|向|将|把)[^，。；]{0,40}$")
_RANKED = re.compile(
    "、(?:总?规模|总?数量|总量|总数|增速|占比|产值|产量|面积)(?:均|都)?(?:居|位居|稳居|跃居|位列|列|突破|超|达|占)"
)
_STEPS = re.compile("(?:[一二两三四五]个)?[新大]{0,2}(?:台阶|大关|关口)$")
_BRACKET = re.compile("[（(][^（()）]{1,30}[）)]")
_LEVELS = ("reach", "keep", "cap", "increase_by", "reduce_by")
# 静安区将新增…: who does it is no part of what is done.
PLACE_LEAD = re.compile(
    "[\u4e00-\u9fff]{1,6}?(?:省|市|区|县|州|旗)(?<!城市|社区|园区|地区|城区|片区|景区|小区|牧区|林区|山区|农区|成区)"
    "(?=将|力争|计划|预计|累计|持续|继续|实现|完成)"
)
_DATED = re.compile(
    r"(?:比|较)(?:上年|去年|上一年)(?:同期|末)?$|"
    r"(?:比|较)(?:对上|上一个|上个|前|过去)[0-9一二两三四五六七八九十]{1,2}年(?:时?期)?(?:的?平均数?)?$|"
    r"(?:比|较)(?:[0-9]{1,2}|[一二两三四五六七八九十])年前(?:的)?$|"
    r"近?[一二三四五六七八九十0-9]{1,2}年(?:来|间|以来)?$|"
    r"(?:到|至|在|(?<![快高低好优])于|比|较|与|从|由)?(?:19|20)\d\d年(?:底|末)?(?:前|以前|之前)?(?:的)?(?:基础上|相比|相比较)?$"
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


def clause_start(sentence: str, at: int) -> int:
    """Where the clause that `at` stands in begins."""
    floor = max(0, at - _REACH)
    for place in range(at - 1, floor - 1, -1):
        if sentence[place] in _STOPS:
            return place + 1
    return floor


def earlier_subject(sentence: str, at: int) -> str:
    """What an earlier clause of the sentence is about: its beginning up to a verb of level or change."""
    for _ in range(2):
        end = clause_start(sentence, at) - 1
        if end <= 0:
            return ""
        at = end
        text = sentence[clause_start(sentence, end) : end]
        for place in range(2, min(len(text), 24)):
            verb = verbs().at(text, place)
            if verb and len(verb) > 1 and verbs().meaning[verb] not in ("build", "add"):
                found = _verb_first(text[:place])[1]
                return "" if found.endswith(tuple(_JOINS)) else found
    return ""


def topic_before(sentence: str, at: int) -> str:
    """What the first clause before `at` is about, for a head that needs a noun: 推动新能源汽车产业提质扩量，…产量."""
    end = min(next((p for p in range(min(at, _REACH)) if sentence[p] in _STOPS), at), at)
    if end >= clause_start(sentence, at) or end < 4:
        return ""
    text = _verb_first(sentence[:end])[1]
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


def clause_end(sentence: str, at: int) -> int:
    """Where the clause ends."""
    for place in range(at, min(len(sentence), at + _REACH)):
        if sentence[place] in _STOPS:
            return place
    return min(len(sentence), at + _REACH)


def frame(
    sentence: str, item: Quantity, compared: Comparison, before: Quantity | None, after: Quantity | None
) -> Frame:
    """Reads the clause around a quantity, bounded by the quantities beside it."""
    start = clause_start(sentence, item.start)
    joined = before is not None and before.end > start
    listed = joined and before is not None and sentence[before.end : before.end + 1] in tuple("、和与及")
    if joined and before is not None:
        start = min(before.end, compared.lead)
        shared = sentence[start : compared.lead]
        if "、" in shared and shared[0] not in _JOINS and not _noun_follows(sentence, item):
            # 600万名近亲属、共济金额60亿元: the first noun is counted by the number before.
            start += shared.rindex("、")
        if aside := _BRACKET.match(sentence, start, compared.lead):
            start = aside.end()  # 高铁7万公里（含城际铁路）、普速铁路13万公里
        while start < compared.lead and sentence[start] in _JOINS:
            start += 1
    subject, verb, between = _verb_before(sentence, start, compared.lead)
    behind, doing = _behind(sentence, item, after, verb)
    verb_class = verbs().meaning[verb] if verb else None
    if behind == "单位" and subject.endswith(tuple(vocabulary("verbs")["metric_ends"])):
        behind, doing = "", ""  # 建屋量达三万个单位
    if (
        behind
        and item.measure.text
        and not item.measure.counted
        and ((subject and verb_class in _LEVELS) or _true_verb(behind, 0) or _hastened(behind, item))
    ):
        # 增长5%安排, 资金1000亿元支持项目: what follows is no counted noun.
        behind, doing = "", ""
    verb_first = False
    only = verb in word_list("verbs", "predicates_only").meaning and not _verb_first(subject)[0]
    if only and not behind and len(subject.strip()) > 3 and subject.endswith(tuple(vocabulary("verbs")["metric_ends"])):
        # 固定资产投资完成8亿元: a level of what is in front.
        return Frame(start, subject, verb, "reach", False, behind, doing, between, joined, listed)
    if verb and verb_class in ("build", "add") and not behind and len(subject.strip()) > 1:
        # 新增沙化土地治理100万公顷: the verb before the number is the noun's activity.
        subject, first = subject + verb, verb
        verb, rest = _verb_first(subject)
        verb_first, subject = verb is not None, rest
        if verb is None and verb_class == "add":
            verb, subject = first, subject[: -len(first)]
        elif verb is not None:
            verb_class = verbs().meaning[re.split("[、和及与]", verb)[0]]
        return Frame(start, subject, verb, verb_class, verb_first, behind, doing, between, joined, listed)
    if verb is None:
        bounded = compared.before in vocabulary("comparators")["limits_before"]
        verb, rest = (None, subject) if bounded else _verb_first(subject)
        share = item.measure.symbol in ("%", "pp", "‰") and subject.endswith(
            tuple(vocabulary("meaning")["level_nouns"])
        )
        if verb and share and verbs().meaning.get(re.split("[、和及与]", verb)[0]) in ("build", "add"):
            verb, rest = None, subject  # 新建住宅绿色建材应用比例: 新建 is of the noun
        if verb == "争取" and compared.before:
            verb, subject = None, rest  # 争取开行突破1000列: a wish, nothing that is built
        if verb:
            verb_first, subject = True, rest
            parts = re.split("[、和及与]", verb)
            verb_class = verbs().meaning[parts[0]]
            if behind and verb not in word_list("verbs", "causing").meaning:
                behind, doing = behind + doing, ""
    return Frame(start, subject, verb, verb_class, verb_first, behind, doing, between, joined, listed)


def _hastened(behind: str, item: Quantity) -> bool:
    """安排75亿元加快项目建设: money, and what it is for."""
    return item.measure.symbol == "CNY" and word_list("verbs", "predicate_adverbs").at(behind, 0) is not None


def _without_predicate(text: str) -> str:
    """What stands before the comparator and verb of the next quantity."""
    word = word_list("comparators", "before").ending(text, len(text))
    text = text[: -len(word)] if word else text
    verb = verbs().ending(text, len(text))
    if (
        verb
        and len(verb) < len(text)
        and (verbs().meaning[verb] not in ("add", "build") or len(text) - len(verb) > 1 < len(verb))
    ):
        text = text[: -len(verb)]
    return text


def _noun_follows(sentence: str, item: Quantity) -> bool:
    return sentence[item.end : item.end + 1] not in ("", "，", "。", "；", "、", "和", "与", "及", "：", "）", ")", ",")


def _verb_before(sentence: str, start: int, end: int) -> tuple[str, str | None, str]:
    """Subject, verb directly before the number, and the adverbs around the verb."""
    table, adverbs = verbs(), word_list("verbs", "adverbs")
    between = ""
    verb = None
    while end > start:
        if dated := _DATED.search(sentence, max(start, end - 14), end):
            between = dated.group() + between
            end = dated.start()
            continue
        found = table.ending(sentence, end, start) if verb is None else None
        adverb = adverbs.ending(sentence, end, start)
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


def _verb_first(subject: str) -> tuple[str | None, str]:
    """A verb of building, adding or changing at the beginning: verb and the noun behind it."""
    table, leads = verbs(), word_list("verbs", "leads")
    at = 0
    while at < len(subject):
        verb = _true_verb(subject, at)
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
        elif place := PLACE_LEAD.match(subject, at):
            at = place.end()
        else:
            return None, subject
    if at >= len(subject):
        return None, subject
    first = at
    while verb := _true_verb(subject, at):
        if table.meaning[verb] not in ("build", "add", "increase_by", "reduce_by"):
            break
        end = at + len(verb)
        if end >= len(subject):
            break
        at = end
        if subject[at] in "、和及与并" and table.at(subject, at + 1):
            at += 1
        elif subject[at] == "了":
            at += 1
            break
        else:
            follower = table.at(subject, at)
            if follower is None or table.meaning[follower] not in ("build", "add"):
                break
    verb_text = subject[first:at].rstrip("了")
    if not verb_text:
        return None, subject
    if subject[at:] in table.meaning:
        return _last_verbs(verb_text), verb_text + subject[at:]  # 造林绿化19万亩
    # 推进改造 …: the verb nearest to the noun says what is done.
    return _last_verbs(verb_text), subject[at:]


def _true_verb(subject: str, at: int) -> str | None:
    """A verb that begins at `at` and is not the beginning of a noun: 建设用地, 研发经费, 覆盖率."""
    verb = verbs().at(subject, at)
    if verb is None or len(verb) < 2:
        return None
    end = at + len(verb)
    if word_list("verbs", "noun_tails").at(subject, end) and not word_list("verbs", "not_noun_tails").at(subject, end):
        return None
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


def _behind(sentence: str, item: Quantity, after: Quantity | None, verb: str | None) -> tuple[str, str]:
    end = clause_end(sentence, item.end)
    if after is not None and after.start < end:
        end = max(item.end, after.start)
    text = sentence[item.end : end]
    if after is not None and end == after.start:
        text = _without_predicate(text)
    if text[:1] in ("（", "("):
        closing = text.find("）")
        text = text[closing + 1 :] if 0 < closing < 12 else ""
    causing = word_list("verbs", "causing").meaning
    if text.startswith("的") and item.measure.symbol == "%" and (verb is None or verb in causing):
        text = text[1:]
    if (
        after is not None
        and after.start <= end + 6
        and "、" in text.rstrip("、")
        and not _noun_follows(sentence, after)
    ):
        text = text[: text.rindex("、", 0, len(text.rstrip("、")))]
    if after is not None and end == after.start and "、" in text[1:] and sentence[end - 1] not in "、和与及":
        last = text[text.rindex("、") + 1 :]
        if 2 <= len(last) <= 4 and item.measure.text == after.measure.text and _noun_follows(sentence, after):
            text = text[: text.rindex("、")]  # 欧洲的20个城市、亚洲10个城市
    if after is not None and end == after.start and text.endswith("等") and "、" in text:
        text = text[: text.rindex("、")]  # 10个物流枢纽、商丘等5个冷链基地: 商丘 is of the next
    if ranked := _RANKED.search(text):
        text = text[: ranked.start()]  # 24个省份、规模居全国前列
    if _STEPS.match(text):
        return "", ""  # 跨越4万亿元、5万亿元两个台阶
    if text.startswith("等级"):
        return text, ""
    if text.startswith("和") and text[1:2] in vocabulary("verbs")["lead_in_noun"]["和"]:
        return text, ""
    if not text or text[0] in "、和与及或的等）)”—-":
        return "", ""
    if word_list("verbs", "steps").at(text, 0) or word_list("verbs", "after_predicates").at(text, 0):
        return "", ""
    if text in word_list("verbs", "closes").meaning and item.measure.text in ("户", "人"):
        return text, ""  # 8461户稳定脱贫
    text = _before_next_verb(re.split(r"[（(][^）)]*$", text)[0])
    text = text if text.endswith("参与") else text.rstrip("、和与及以或")
    if (done := _DONE_TO.search(text)) and _OBJECT.search(sentence, max(0, item.start - _REACH), item.start):
        return text[: done.start()], "进行" + text[done.end() :]
    if sentence[max(0, item.start - 1) : item.start] in tuple("为对给向在"):
        served = min(_opening(text, "served_by"), _opening(text, "opens"))
        return text[:served], text[served:]
    cut = len(text)
    if verb is None or verb in word_list("verbs", "causing").meaning:
        cut = _opening(text, "opens")
    else:
        cut = _opening(text, "strong_opens")
    if (point := text.find("为重点")) > 0:
        cut = min(cut, point)
    return text[:cut], text[cut:]


def _before_next_verb(text: str) -> str:
    """6条道路、建成天桥: behind 、 another verb has things of its own."""
    for mark in re.finditer("、|并(?=[^网轨表购])|以及", text):
        verb = _true_verb(text, mark.end()) if mark.start() >= 2 else None
        building = verb is not None and verbs().meaning[verb] in ("build", "add")
        if building and len(text) - mark.end() - len(verb or "") >= 2 and "的" not in text[mark.end() :]:
            return text[: mark.start()]
    return text


def noun_of(text: str) -> str:
    """The noun at the beginning of a clause, without what is said of it."""
    return text[: _opening(text, "opens")]


def _opening(text: str, opening_words: str) -> int:
    """Where the counted things begin to do something; the text's length where they do nothing."""
    table, closes = word_list("verbs", opening_words), word_list("verbs", "closes")
    free = opening_words == "opens"
    for at in range(1, len(text)):
        if free and (_adverbial(text, at) or (at > 1 and _perfect(text, at))):
            return at
        word = table.at(text, at)
        if word and (at > 1 or word != "与") and at + len(word) < len(text):
            following = text[at + len(word) :]
            if following[0] not in "的体、" and not following.startswith("项目") and text[at - 1] != "新":
                return at
        closing = closes.at(text, at)
        if closing and at + len(closing) == len(text) and (free or len(closing) > 3):
            return at
    return len(text)


def _adverbial(text: str, at: int) -> bool:
    """Whether a predicate begins here with an adverb: 合作事项|扎实落地."""
    if at > 1 and word_list("verbs", "adding_up").at(text, at):
        return True
    adverb = word_list("verbs", "predicate_adverbs").at(text, at)
    if adverb is None:
        return False
    end = at + len(adverb)
    if end < len(text) and text[end] == "被":
        return True
    verb = max(
        (_true_verb(text, end), word_list("verbs", "closes").at(text, end), word_list("verbs", "opens").at(text, end)),
        key=lambda word: len(word or ""),
    )
    return verb is not None and len(verb) > 1 and text[end + len(verb) : end + len(verb) + 1] != "的"


def _perfect(text: str, at: int) -> bool:
    """Whether a verb with 了 begins here: 县区|通了新的高速公路."""
    word = verbs().at(text, at)
    return any(text[at + size : at + size + 1] == "了" for size in {len(word or ""), 1} if size) and text[at] != "了"
