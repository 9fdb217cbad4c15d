"""The noun directly behind a Chinese number, and what the counted things do."""

from __future__ import annotations

import re

from extractors.targets.bounds_zh import REACH, clause_end
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.predicates_zh import true_verb
from extractors.targets.quantities_zh import Quantity

# 对A进行B, 为A开展B: the thing and what is done to it.
_DONE_TO = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:进行|开展|实施)(?=[\u4e00-\u9fff]{2})")
_OBJECT = re.compile(r"(?:^|[，：])(?:对|为|给|向|将|把)[^，。；]{0,40}$")
_RANKED = re.compile(
    "、(?:总?规模|总?数量|总量|总数|增速|占比|产值|产量|面积)(?:均|都)?(?:居|位居|稳居|跃居|位列|列|突破|超|达|占)"
)
_AGAINST = re.compile("(?:比|较)(?:19|20)[0-9]{2}年(?:底|末)?$")
_ALONE = re.compile("(?:其中|[，,、])(?:有|约|近)?$")
# 与36个国家|建立友好关系: whom it is done with.
_WITH = re.compile("(?:^|[，；：])(?:与|同)(?:约|近|超过?)?$")
# 80个县|通高速: what reaches the counted things.
_REACHED = re.compile(
    "(?<![交普流联卡直贯开沟精融畅打变])通(?:上?了|上)?(?:高速|公路|[一二三四]级(?:及?以上)?公路|铁路|高铁|动车|客车|班车|硬化路|沥青路|油路|水泥路|自来水|水|电|天然气|气"
    "|宽带|光纤|网|邮|快递|物流|航|5G)"
)
# Behind a verb these make a noun of it: 安装工程, 建设项目.
_NOT_DONE = ("项目", "工程", "企业", "公司", "单位", "队伍", "人员", "标准")
# 20处重点区域|环境面貌显著提升: what became of them.
_BECAME = re.compile(
    "(?:生态|人居|居住|交通|营商|市容)?(?:环境|面貌|品质|质量|水平|能力|形象|功能|条件|秩序|指标){1,2}"
    "(?:显著|明显|大幅|持续|全面|有效|不断|稳步|进一步)(?:提升|改善|提高|增强|好转|向好|优化)$"
)
# 300项服务事项“跨省通办”: what is done with them.
_QUOTED = re.compile("([\u4e00-\u9fff]{2,12}(?:事项|业务|服务))(“[^“”]{2,12}”)")
# 7个集群|产值超千亿元: how large each is.
_OVER = re.compile(
    "([^，。；、0-9的]{2,14}?)((?:年)?(?:产值|营收|营业收入|规模|销售额|增加值|产量|交易额)(?:超过?|突破|过|达到?)[百千万]?亿元?)"
)
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
    end = clause_end(sentence, item.end)
    if after is not None and after.start < end:
        end = max(item.end, after.start)
    text = sentence[item.end : end]
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
    if _STEPS.match(text):
        return "", ""  # 跨越4万亿元、5万亿元两个台阶
    if chiefly := _CHIEFLY.match(text):
        text = text[chiefly.end() :]  # 1所以失能照护为主的供养机构
    if text.startswith("等级"):
        changing = verb is not None and verbs().meaning.get(verb) in ("increase_by", "reduce_by")
        return ("", "") if changing else (text, "")  # 质量提升0.5个等级
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
    if (done := _DONE_TO.search(text)) and _OBJECT.search(sentence, max(0, item.start - REACH), item.start):
        return text[: done.start()], "进行" + text[done.end() :]
    if quoted := _QUOTED.fullmatch(text):
        return quoted.group(1), quoted.group(2)
    if (over := _OVER.match(text)) and (verb is None or verb in ("已有", "有")):
        return over.group(1), over.group(2)
    if verb is None and (became := _BECAME.search(text)) and became.start() > 1:
        return text[: became.start()], text[became.start() :]
    if sentence[max(0, item.start - 1) : item.start] in tuple("为对给向在") or _WITH.search(sentence, 0, item.start):
        served = min(_opening(text, "served_by"), _opening(text, "opens"))
        return text[:served], text[served:]
    cut = len(text)
    reaching = verb == "实现" and item.measure.symbol == "%"
    if verb is None or reaching or verb in word_list("verbs", "causing").meaning:
        cut = _opening(text, "opens")
    else:
        cut = _opening(text, "strong_opens")
    if (point := text.find("为重点")) > 0:
        cut = min(cut, point)
    return text[:cut], text[cut:]


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


def noun_of(text: str) -> str:
    """The noun at the beginning of a clause, without what is said of it."""
    return text[: _opening(text, "opens")]


def _opening(text: str, opening_words: str) -> int:
    """Where the counted things begin to do something; the text's length where they do nothing."""
    table, closes = word_list("verbs", opening_words), word_list("verbs", "closes")
    free = opening_words == "opens"
    for at in range(1, len(text)):
        if free and (_adverbial(text, at) or _REACHED.match(text, at) or (at > 1 and _perfect(text, at))):
            return at
        word = table.at(text, at)
        if word == "在" and text[at - 1] == "所":
            word = None  # 政府所在地
        if word and (at > 1 or word != "与") and at + len(word) < len(text):
            following = text[at + len(word) :]
            if following[0] not in "的体、" and not following.startswith(_NOT_DONE) and text[at - 1] != "新":
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
        (true_verb(text, end), word_list("verbs", "closes").at(text, end), word_list("verbs", "opens").at(text, end)),
        key=lambda word: len(word or ""),
    )
    return verb is not None and len(verb) > 1 and text[end + len(verb) : end + len(verb) + 1] != "的"


def _perfect(text: str, at: int) -> bool:
    """Whether a verb with 了 begins here: 县区|通了新的高速公路."""
    word = verbs().at(text, at)
    return any(text[at + size : at + size + 1] == "了" for size in {len(word or ""), 1} if size) and text[at] != "了"
