"""Where a Chinese noun behind a number ends and what the counted things do begins."""

from __future__ import annotations

import re

from extractors.targets.bounds_zh import REACH
from extractors.targets.lexicon_zh import verbs, word_list
from extractors.targets.predicates_zh import true_verb
from extractors.targets.quantities_zh import Quantity

# 对A进行B, 为A开展B: the thing and what is done to it.
_DONE_TO = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:进行|开展|实施)(?=[\u4e00-\u9fff]{2})")
_OBJECT = re.compile(r"(?:^|[，：])(?:对|为|给|向|将|把)[^，。；]{0,40}$")
# 与36个国家|建立友好关系: whom it is done with.
_WITH = re.compile("(?:^|[，；：])(?:与|同)(?:约|近|超过?)?$")
# 80个县|通高速: what reaches the counted things.
_REACHED = re.compile(
    "(?<![交普流联卡直贯开沟精融畅打变])通(?:上?了|上)?(?:高速|公路|[一二三四]级(?:及?以上)?公路|铁路|高铁|动车|客车|班车|硬化路|沥青路|油路|水泥路|自来水|水|电|天然气|气"
    "|宽带|光纤|网|邮|快递|物流|航|5G)"
)
# Behind a verb these make a noun of it: 安装工程, 建设项目.
_NOT_DONE = ("项目", "工程", "企业", "公司", "单位", "队伍", "人员", "标准")
# 300项服务事项“跨省通办”: what is done with them.
_QUOTED = re.compile("([\u4e00-\u9fff]{2,12}(?:事项|业务|服务))(“[^“”]{2,12}”)")
# 7个集群|产值超千亿元: how large each is.
_OVER = re.compile(
    "([^，。；、0-9的]{2,14}?)((?:年)?(?:产值|营收|营业收入|规模|销售额|增加值|产量|交易额)(?:超过?|突破|过|达到?)[百千万]?亿元?)"
)
# 20处重点区域|环境面貌显著提升: what became of them.
_BECAME = re.compile(
    "(?:生态|人居|居住|交通|营商|市容)?(?:环境|面貌|品质|质量|水平|能力|形象|功能|条件|秩序|指标){1,2}"
    "(?:显著|明显|大幅|持续|全面|有效|不断|稳步|进一步)(?:提升|改善|提高|增强|好转|向好|优化)$"
)


def divided(sentence: str, item: Quantity, text: str, verb: str | None) -> tuple[str, str]:
    """The noun at the beginning of `text`, which stands behind `item`, and what it does; `verb` is that before it."""
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
