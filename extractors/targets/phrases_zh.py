"""A Chinese noun phrase without the words around it: verbs, dates and connectives before it, adverbs behind."""

from __future__ import annotations

import re

from extractors.targets.lexicon_zh import adverb_before, verbs, vocabulary, word_list
from extractors.targets.predicates_zh import PLACE_LEAD
from extractors.targets.quotes_zh import unquoted

_DATE_LEAD = re.compile(
    r"^(?:本|[今去当])年前?(?:[0-9]{1,2}[-—至])?[0-9]{1,2}个?月(?:份|底|末)?|^(?:本|该|当)?年度(?=计划新|新|完成|实施|总)|^即(?=[在对将])|^(?:一[〇零一][〇零一二三四五六七八九]|1[01][0-9])年度?(?:底)?|^[0-9]{1,2}(?:[-—－–至][0-9]{1,2})?月(?:份|底|末|止)?|^[\u4e00-\u9fff]{2,6}(?:去年|今年|全年|上半年)(?=[\u4e00-\u9fff]{2})|"
    r"^(?:比|较)(?:(?:19|20)\d\d年|上年|去年|[“「]?十.?五[”」]?(?:时期)?)(?:末|底|同期)?(?:相比)?|^[^，]{2,12}审议(?=..)|^[^，的]{3,20}?(?:推动|促使)(?=[^的]{4,}(?:率|次数|数量|时间)$)|^[\u4e00-\u9fff]{0,4}(?:县|市|乡镇)(?:建设|新建|打造)(?=[\u4e00-\u9fff]{3})(?!用地|规模)|^[^，]{0,14}?目标(?:是|为)|^[^，的]{2,10}?(?:包括|包含)(?=..)|^(?:19|20)\d\d年?[-—–~～至到](?:19|20)\d\d年|^[“\"]?十[一二三四五六]?五[”\"]?[前后][一二三四两][个]?年|^[^，]{2,16}(?:任期|年度|期间)内的|^(?:今后|未来|过去|最近|近|接下来)(?:[一二三四五六七八九十]|[0-9]{1,2})年(?:内|间|来)?|^[一二三四五六七八九十]{1,3}是|^[^，。；的]{2,30}等(?:各类|各种|多种|各级|其他)(?=[一-鿿]{3})|^(?:[^，。；]{2,80}等)?[0-9]{1,6}[多余]?[个种项家座条类](?=(?!年)[一-鿿]{3})|^[一-鿿]{0,12}近(?:[0-9]|[一二两三四五])年(?=新)|^(?:到|至|在|于|力争到?|截至)?(?:19|20)\d\d年(?:底|末|全年)?(?:以?前)?(?:[,，])?|^(?:[“\"]?十[一二三四五六]?五[”\"]?[、和]?)?[“\"]?十[一二三四五六]?五[”\"]?(?:时期|期间|末)(?:分别|各)?"
)
_BASE_TAIL = re.compile(
    r"(?:比|较|与|同|从|由)(?:(?:19|20)\d\d年(?:底|末)?|上年|去年|上年末|[“「\"]?十[一二三四五六]?五[”」\"]?(?:时期|末|期末)?|全国|同期)[^，]{0,6}$"
    r"|(?:居|位居|稳居)?(?:全国|全省|世界|全球|中部|西部|东部)第.{1,2}$"
    r"|(?:高于|快于|低于|好于|领先|高出)(?:(?:全国|全省|全市|全区|上年|去年|同期|预期|平均|地区|经济|GDP|国民|国内|财政|城镇|居民|收入|东部|中部|西部)[^，]{0,10})?$"
)
_SPAN_TAIL = re.compile("(?:近|过去)?(?:[0-9]{1,2}|[一二三四五六七八九十])年(?:来|间)?$")
LONGEST = 40
# 工程机械实现产值18亿元: the predicate between a thing and its measure.
_REALISED = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:实现|完成|安排)(?=(?!率|情况|规模|额)[^的率]{2,12}$|[^的]{0,6}(?:产值|收入|增加值|营收|利润|总额|投资|产量|税收|金额|额)$)"
)
_EACH_TAIL = re.compile("(?<=密度)每(?:平方公里|平方千米|公顷|亩)$")
_QUALITIES = re.compile("(?:[^、]{1,5}(?:化|性|型|水平|质量|标准|特色)、){1,6}")
# 断面、17个水源地水质达标率: of how many it is.
_COUNTED_INSIDE = re.compile("、[0-9]{1,4}[个处条座家项](?=[\u4e00-\u9fff]{3})")
_EXCEPT = re.compile("(?<=..)(?:剔除|扣除|不含|不考虑)[^，]{1,20}(?:因素|影响)$")
_GROWTH_GOAL = re.compile("(?<=..)(?:增长(?:预期)?目标|年均增长)$")
# What a bracket adds to a noun: (含内部改造).
_ASIDE = re.compile("^[（(][^（()）]*[）)]|[（(](?:其中)?(?:不?含|包括|如|即|见|指|下同|预计)[^（()）]*[）)]")


def clean(text: str) -> str:
    """A noun phrase without leading verbs, connectives and dates and without trailing adverbs."""
    text = unquoted(_ASIDE.sub("", text).strip(" 　—-\"'·,，、：:。"))
    if text.isdigit():
        return ""  # 85342.5亿千瓦时1，: the mark of a note
    leads = word_list("verbs", "leads")
    changed = True
    while changed and text:
        changed = False
        if dated := _DATE_LEAD.match(text) or PLACE_LEAD.match(text):
            text, changed = text[dated.end() :], True
        elif (lead := leads.at(text, 0)) and len(lead) < len(text) and not _is_noun(text, lead):
            text, changed = text[len(lead) :], True
    while (
        text
        and (adverb := adverb_before(text, len(text)))
        and len(adverb) < len(text)
        and adverb not in ("率", "目标", "规模", "合理")
    ):
        text = text[: -len(adverb)]
    text = _REALISED.sub("", _SPAN_TAIL.sub("", text) or text)
    text = _COUNTED_INSIDE.sub("、", _EACH_TAIL.sub("", text))
    if (based := _BASE_TAIL.search(text)) and based.start() >= 2:
        text = text[: based.start()]
    text = unquoted(_EXCEPT.sub("", _GROWTH_GOAL.sub("", text)).strip(" 　—-的、，："))
    return text if len(text) <= LONGEST else text[-LONGEST:].partition("、")[2] or text[-LONGEST:]


def _is_noun(text: str, lead: str) -> bool:
    """并 in 并网, 使 in 使用, 全国 in 全国性 belong to the noun."""
    following = text[len(lead) :]
    if len(lead) > 1 and len(following) < 3 and lead in verbs().meaning and lead != "实现":
        return True
    return following[:1] in vocabulary("verbs")["lead_in_noun"].get(lead, ())


def without_qualities(text: str) -> str:
    """高水平、专业化、开放型基地: what is counted, without how it is."""
    return text[found.end() :] if (found := _QUALITIES.match(text)) else text


def main_noun(text: str) -> str:
    """The counted noun: a second facility behind 和 carries no number."""
    text = unquoted(_ASIDE.sub("", text).strip("的 　、")).removesuffix("且").removesuffix("并")
    if len(text) > 4:
        text = text.removesuffix("目标").removesuffix("任务").rstrip("的")
    if text.endswith("等") and "和" in text[:-1]:
        text = text.rpartition("和")[0]
    if text.startswith("级"):
        text = text[1:].split("、")[0]
    if not re.search("[、和与及]", text):
        text = text.removesuffix("等")
    heads = vocabulary("verbs")["facilities"]
    for match in re.finditer("[和及与、]|以及", text):
        head = text[: match.start()]
        if text[match.end() :] in word_list("verbs", "generic_heads").meaning:
            return unquoted(head)
        if match.start() >= 4 and head.endswith(tuple(heads)) and len(text) - match.end() >= 4:
            return unquoted(head)
    return unquoted(text[:LONGEST])
