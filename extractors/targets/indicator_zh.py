"""The indicator of a Chinese quantity, as a person would put it in a table."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.predicates_zh import PLACE_LEAD
from extractors.targets.quotes_zh import unquoted

_DATE_LEAD = re.compile(
    r"^(?:一[〇零一][〇零一二三四五六七八九]|1[01][0-9])年度?(?:底)?|^[0-9]{1,2}月(?:份|底|末|止)?|^[\u4e00-\u9fff]{2,6}(?:去年|今年|全年|上半年)(?=[\u4e00-\u9fff]{2})|"
    r"^(?:比|较)(?:(?:19|20)\d\d年|上年|去年|[“「]?十.?五[”」]?(?:时期)?)(?:末|底|同期)?(?:相比)?|^[^，]{2,12}审议(?=..)|^[^，的]{3,20}?(?:推动|促使)(?=[^的]{4,}(?:率|次数|数量|时间)$)|^[\u4e00-\u9fff]{0,4}(?:县|市|乡镇)(?:建设|新建|打造)(?=[\u4e00-\u9fff]{3})(?!用地|规模)|^[^，]{0,14}?目标(?:是|为)|^[^，的]{2,10}?(?:包括|包含)(?=..)|^(?:19|20)\d\d年?[-—至到](?:19|20)\d\d年|^[^，]{2,16}(?:任期|年度|期间)内的|^(?:今后|未来|过去|最近|近|接下来)(?:[一二三四五六七八九十]|[0-9]{1,2})年(?:内|间|来)?|^[一二三四五六七八九十]{1,3}是|^(?:[^，。；]{2,80}等)?[0-9]{1,6}[多余]?[个种项家座条类](?=(?!年)[一-鿿]{3})|^[一-鿿]{0,12}近(?:[0-9]|[一二两三四五])年(?=新)|^(?:到|至|在|于|力争到?|截至)?(?:19|20)\d\d年(?:底|末|全年)?(?:以?前)?(?:[,，])?|^(?:[“\"]?十[一二三四五六]?五[”\"]?[、和])?[“\"]?十[一二三四五六]?五[”\"]?(?:时期|期间|末)(?:分别|各)?"
)
_BASE_TAIL = re.compile(
    r"(?:比|较|与|同|从|由)(?:(?:19|20)\d\d年(?:底|末)?|上年|去年|上年末|[“「\"]?十[一二三四五六]?五[”」\"]?(?:时期|末|期末)?|全国|同期)[^，]{0,6}$"
    r"|(?:居|位居|稳居)?(?:全国|全省|世界|全球|中部|西部|东部)第.{1,2}$"
    r"|(?:高于|快于|低于|好于|领先|高出)(?:(?:全国|全省|全市|全区|上年|去年|同期|预期|平均|地区|经济|GDP|国民|国内|财政|城镇|居民|收入|东部|中部|西部)[^，]{0,10})?$"
)
_SPAN_TAIL = re.compile("(?:近|过去)?(?:[0-9]{1,2}|[一二三四五六七八九十])年(?:来|间)?$")
_SPLIT = re.compile("[、和与及]|以及")
_LONGEST = 40
# 志愿者达到常住人口的15%: a share of something named in front of the number.
_SHARE = re.compile(
    "^(.{0,30}?)(达到|占到|约占|占|超过|控制在|限制在|稳定在|保持在|维持在|提高到|提升到|相当于|达)([^占，]{2,16})的$"
)
# 工程机械实现产值18亿元: the predicate between a thing and its measure.
_REALISED = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:实现|完成|安排)(?=(?!率|情况|规模|额)[^的率]{2,12}$|[^的]{0,6}(?:产值|收入|增加值|营收|利润|总额|投资|产量|税收|金额|额)$)"
)


_HEADCOUNTS = {"persons": "人数", "person-times": "人次", "count": "户数"}
_DONE = re.compile("([一-鿿]{2})了([一-鿿]{3,20})")
_BUDGET = re.compile("[，、]?(?:为|相当于)(?:年初|调整|全年|年度)?预算数?的?")
# 完成目标任务的120%.
_TASK = re.compile("(?:全年|年度|年初|目标|预期|既定|调整|序时)*(?:任务|计划|目标|预算|进度)数?")
_FOR = re.compile("^对([^，]{2,24}?)的?$")
_WHOLE_PLACES = ("", "全国", "全省", "全市", "全区", "全县")
_PLACE_ALONE = re.compile("[\u4e00-\u9fff]{1,5}(?:省|市|区|县|州|平原|地区|流域)")
_TWO = 2
_LONG_LIST = 14
_OF_ALL = re.compile("占[^，占、]{2,12}(?<!比重|比例|份额|占比)(?<!率)$")
_ON_PROJECTS = ("开工", "新开工", "竣工", "续建", "投产", "开工建设")
_EXCEPT = re.compile("(?<=..)(?:剔除|扣除|不含|不考虑)[^，]{1,20}(?:因素|影响)$")
_GROWTH_GOAL = re.compile("(?<=..)(?:增长(?:预期)?目标|年均增长)$")
# What a bracket adds to a noun: (含内部改造).
_ASIDE = re.compile("^[（(][^（()）]*[）)]|[（(](?:其中)?(?:不?含|包括|如|即|见|指|下同|预计)[^（()）]*[）)]")
_SECTORS = re.compile("^(?:第)?([一二三](?:、?(?:第)?[一二三]){1,2})(?:次)?产(?:业)?")
_SHARE_TAIL = re.compile("(?:支持|占)[^、和与]{2,16}(?:比重|比例)$")
_DONE_TO = re.compile("^对([^，的]{3,20}?)(?:开展|进行|实施|落实)(.{2,})$")
_SERVED = re.compile("^(?:为(?![民期主核止])|获(?![得批评奖取益利])|通过(?!率))(?=[\u4e00-\u9fff]{4})")


def _told_when_joined() -> set[str]:
    """Verbs that, joined with others, belong to the name: 修复和新造, but not 新建和扩建."""
    return set(vocabulary("verbs")["told"]) - {"扩建", "改建", "新改建", "改扩建"}


def clean(text: str) -> str:
    """A noun phrase without leading verbs, connectives and dates and without trailing adverbs."""
    text = unquoted(_ASIDE.sub("", text).strip(" 　—-\"'·,，、：:。"))
    leads, adverbs = word_list("verbs", "leads"), word_list("verbs", "adverbs")
    changed = True
    while changed and text:
        changed = False
        if dated := _DATE_LEAD.match(text) or PLACE_LEAD.match(text):
            text, changed = text[dated.end() :], True
        elif (lead := leads.at(text, 0)) and len(lead) < len(text) and not _is_noun(text, lead):
            text, changed = text[len(lead) :], True
    while (
        text
        and (adverb := adverbs.ending(text, len(text)))
        and len(adverb) < len(text)
        and adverb not in ("率", "目标", "规模", "合理")
    ):
        text = text[: -len(adverb)]
    text = _REALISED.sub("", _SPAN_TAIL.sub("", text) or text)
    if (based := _BASE_TAIL.search(text)) and based.start() >= 2:
        text = text[: based.start()]
    text = unquoted(_EXCEPT.sub("", _GROWTH_GOAL.sub("", text)).strip(" 　—-的、，："))
    return text if len(text) <= _LONGEST else text[-_LONGEST:].partition("、")[2] or text[-_LONGEST:]


def _is_noun(text: str, lead: str) -> bool:
    """并 in 并网, 使 in 使用, 全国 in 全国性 belong to the noun."""
    following = text[len(lead) :]
    if len(lead) > 1 and len(following) < 3 and lead in verbs().meaning and lead != "实现":
        return True
    return following[:1] in vocabulary("verbs")["lead_in_noun"].get(lead, ())


def indicator(found: Frame, unit: str, previous: str | None, context_title: str | None) -> tuple[str, str]:
    """Puts the noun phrase together.

    Args:
        found: The clause.
        unit: Symbol of the number's unit.
        previous: Indicator of the quantity before in the sentence.
        context_title: Title that the sentence stands under.

    Returns:
        The phrase and the name of the rule that made it.
    """
    subject = _served(clean(_topic(found.subject)))
    if subject in ("其中", "当中") and previous:
        subject = ""
    if unit == "%" and previous and _BUDGET.fullmatch(found.subject):
        return f"{previous}完成预算比例", "share_of_task"
    if unit == "%" and found.verb == "完成" and _TASK.fullmatch(found.subject.removesuffix("的")):
        return f"{previous or ''}完成{found.subject.removesuffix('的')}比例", "share_of_task"
    if unit == "%" and (share := _share(found, subject, previous)):
        return share, "share_of_whole"
    if unit == "persons" and subject in ("死亡", "受伤", "失踪") and not found.behind:
        return f"{previous or ''}{subject}人数", "casualties"
    if found.subject.startswith(tuple(vocabulary("verbs")["comparing"])):
        subject = ""
    if unit == "%" and found.behind and found.doing and subject in _WHOLE_PLACES:
        return f"{_short(found.doing)}的{main_noun(found.behind)}比例".lstrip("的"), "share_of_things"
    if unit == "%" and subject and word_list("verbs", "share_predicates").at(found.behind, 0):
        return f"{subject}{found.behind}比重", "share_predicate"
    if found.behind:
        if found.behind in word_list("verbs", "closes").meaning and unit in _HEADCOUNTS:
            return f"{found.behind}{_HEADCOUNTS[unit]}", "happened_to"
        return _with_noun_behind(found, subject), "noun_behind"
    if found.verb_first:
        told = found.verb if found.verb in word_list("verbs", "told").meaning else None
        if found.joined and subject.endswith(tuple(vocabulary("verbs")["activities"])):
            told = None  # 完成营造林3万亩、生态修复2万亩
        if subject in ("资金", "专项资金") and found.verb in word_list("verbs", "money_verbs").meaning:
            told = found.verb
        if (
            found.verb
            and not told
            and any(one in _told_when_joined() for one in re.split("[、和及与]", found.verb)[:-1])
        ):
            told = found.verb
        if unit == "%" and _OF_ALL.search(subject):
            return f"{subject}比重", "share_of_whole"
        return ((told or "") + subject if subject else (previous or found.verb or "")), "noun_after_verb"
    if not subject:
        return _without_noun(found, unit, previous, context_title)
    return _with_noun_before(found, unit, subject, previous)


def _share(found: Frame, subject: str, previous: str | None) -> str | None:
    """志愿者达到人口的15%, 按成本的3%: what it is a share of stands before the number."""
    if share := _share_in(found.subject):
        whole = clean(share.group(1)) or previous or ""
        return f"{whole}占{share.group(3)}比重"
    if subject.startswith("按") and not subject.startswith(("按时", "按期")):
        return f"占{subject[1:].removesuffix('的')}比重"
    return None


def share_verb(subject: str) -> str | None:
    """The predicate inside 粮食产量稳定在全国总产量的, which says how the share is meant."""
    share = _share_in(subject)
    return share.group(2) if share else None


def _share_in(subject: str) -> re.Match[str] | None:
    whole = subject.endswith(("总量", "总数", "总额"))  # 达到全省总量1/6
    return _SHARE.match(f"{subject}的" if whole else subject)


def _without_noun(found: Frame, unit: str, previous: str | None, context_title: str | None) -> tuple[str, str]:
    if unit == "persons" and found.verb in ("惠及", "覆盖", "服务", "带动", "受益"):
        return f"{found.verb}人数", "reached"
    if unit == "person-times" and found.verb in ("惠及", "覆盖", "服务", "带动", "受益"):
        return f"{found.verb}人次", "reached"
    if unit == "CNY" and found.verb in word_list("verbs", "money_verbs").meaning and not found.joined:
        return f"{found.verb}资金", "money"
    if found.verb and found.verb_class == "build":
        if unit == "count" and not found.joined and found.verb in _ON_PROJECTS:
            return f"{found.verb}项目", "verb_alone"
        return _done(found, previous), "verb_alone"
    return previous or context_title or found.verb or "", "as_before"


def _with_noun_before(found: Frame, unit: str, subject: str, previous: str | None) -> tuple[str, str]:
    if found.verb in word_list("verbs", "named_changes").meaning:
        return f"{subject}{found.verb}", "named_change"
    generic = word_list("verbs", "generic_heads").meaning
    if previous and previous not in generic and subject in generic and not previous.endswith(subject):
        shares = subject in word_list("verbs", "share_heads").meaning
        whole = previous if shares else _headless(previous)
        if not (whole.startswith("总") and subject.startswith("总")):
            return f"{whole}{subject}", "head_of_noun_before"
    if len(subject) <= 2 and found.verb_class in ("increase_by", "reduce_by"):
        return f"{subject}{found.verb}", "named_change"
    if unit == "%" and subject.startswith("占") and previous:
        ends = ("比重", "份额", "比例")
        return f"{previous}{subject}" + ("" if subject.endswith(ends) else "比重"), "share_of_whole"
    if previous and _PLACE_ALONE.fullmatch(subject) and (tail := _shared_tail(previous)):
        whole = "" if tail != previous and previous.startswith(subject[:1]) else _PLACE_ALONE.sub("", previous, count=1)
        return f"{subject}{whole or tail}", "place_with_head_before"
    if unit == "%" and found.verb in ("占", "占到") and not subject.endswith(("比重", "比例", "占比", "率")):
        return f"{subject}占比", "share_of_whole"
    if unit == "%" and _OF_ALL.search(subject):
        return f"{subject}比重", "share_of_whole"
    if unit == "persons" and found.verb in ("覆盖", "惠及"):
        return f"{subject}{found.verb}人数", "reached"
    return subject, "noun_before"


def _served(subject: str) -> str:
    """对重点人群开展内镜检查, 为既有住宅加装电梯: without the preposition, and the empty verb behind 对."""
    if done := _DONE_TO.match(subject):
        return done.group(1) + done.group(2)
    if len(subject) <= 6 or (given := _SERVED.match(subject)) is None:
        return subject
    rest = subject[given.end() :]
    for place in range(2, len(rest) - 4):
        if verb := word_list("verbs", "served_by").at(rest, place):
            return rest[place + len(verb) :]  # 为家庭提供教育指导服务1万户次
    return rest


def _done(found: Frame, previous: str | None) -> str:
    """造林88万亩 names itself; 项目开工390个、竣工437个 is about the projects still."""
    verb = found.verb or ""
    if not found.joined or not previous:
        return verb
    last = verbs().ending(previous, len(previous))
    if last and verbs().meaning[last] == "build" and len(last) < len(previous):
        return f"{previous[: -len(last)]}{verb}"
    return previous


def _topic(subject: str) -> str:
    """经济总量跨过大关、超过…: the noun before the first verb, where a second one goes on behind 、."""
    if subject.endswith("、"):
        for place in range(2, len(subject)):
            verb = verbs().at(subject, place)
            if verb and len(verb) > 1 and verbs().meaning[verb] in ("reach", "keep", "increase_by", "reduce_by"):
                return subject[:place]
    return subject


def _headless(text: str) -> str:
    """An indicator without a generic head of its own, to be put before another one."""
    word = word_list("verbs", "generic_heads").ending(text, len(text))
    return text[: -len(word)] if word and len(word) < len(text) else text


def _with_noun_behind(found: Frame, subject: str) -> str:
    noun = main_noun(found.behind)
    if noun in word_list("verbs", "grants").meaning and (given := _FOR.match(found.subject)):
        return f"{clean(given.group(1))}{noun}"  # 对示范平台给予50万元补助
    if found.doing.startswith("进行"):
        return f"{noun}{found.doing[2:]}"
    adding_up = word_list("verbs", "adding_up").at(found.doing, 0) is not None
    if found.doing and not found.doing.startswith("为重点") and not adding_up and not _only_done(found.doing):
        doing = _short(found.doing)
        return f"{doing}的{noun}" if doing else noun
    if noun in ("资金", "经费", "投资") and subject and found.verb in word_list("verbs", "money_verbs").meaning:
        return f"{subject}{noun}"  # 水利建设投入9亿元经费
    if subject.endswith("等") and len(subject) > _LONG_LIST and len(noun) > _TWO:
        return noun  # 东湖、西湖、南湖、北湖、小南湖等5个湿地公园: names of some of them
    if subject.endswith("等") or (subject and "、" in subject and len(subject) < 16 and not found.joined):
        return f"{subject}{noun}"
    if found.verb in word_list("verbs", "told").meaning and len(noun) < 8:
        return f"{found.verb}{noun}"
    return noun


def _only_done(doing: str) -> bool:
    """全部超额完成: says of the things that they are done, and nothing else."""
    tables = [word_list("verbs", name) for name in ("predicate_adverbs", "adverbs", "carrying_out")]
    at = 0
    while at < len(doing):
        word = max((table.at(doing, at) or "" for table in tables), key=len)
        if not word:
            return False
        at += len(word)
    return True


def _short(doing: str) -> str:
    """建设连锁化运营、标准化管理的示范性服务网络: the verb and what follows the last 的."""
    if "了" in doing:
        done = _DONE.fullmatch(doing)  # 人口|参加了基本保险
        return done.group(1) + done.group(2) if done else ""
    if doing.startswith(("同时", "分别", "同步", "先后")):
        doing = doing[2:]
    verb = word_list("verbs", "opens").at(doing, 0) or ""
    rest = doing[len(verb) :]
    if "的" in rest.rstrip("的"):
        rest = rest.rstrip("的").rpartition("的")[2]
    return (verb + re.split("、", rest)[0])[:24].strip("的、")


def main_noun(text: str) -> str:
    """The counted noun: a second facility behind 和 carries no number."""
    text = unquoted(_ASIDE.sub("", text).strip("的 　、")).removesuffix("且").removesuffix("并")
    if len(text) > 4:
        text = text.removesuffix("目标").removesuffix("任务")
    if text.endswith("等") and "和" in text[:-1]:
        text = text.rpartition("和")[0]
    if text.startswith("级"):
        text = text[1:].split("、")[0]
    if not re.search("[、和与及]", text):
        text = text.removesuffix("等")
    text = re.sub("^(?:[^、]{1,5}(?:化|性|型|水平|质量|标准|特色)、)+", "", text)
    heads = vocabulary("verbs")["facilities"]
    for match in re.finditer("[和及与、]|以及", text):
        head = text[: match.start()]
        if text[match.end() :] in word_list("verbs", "generic_heads").meaning:
            return unquoted(head)
        if match.start() >= 4 and head.endswith(tuple(heads)) and len(text) - match.end() >= 4:
            return unquoted(head)
    return unquoted(text[:_LONGEST])


def members(subject: str, count: int) -> list[str] | None:
    """Splits 'A和B' for as many numbers as follow; shared beginnings and ends go to each.

    None where the phrase has not that many members.
    """
    whole = clean(subject)
    for name, each in vocabulary("verbs")["collective"].items():
        if whole.startswith(name) and len(each) == count:
            return [member + whole[len(name) :] for member in each]
    if whole.endswith("收支") and count == 2:
        return [f"{whole[:-1]}入", f"{whole[:-2]}支出"]
    if sectors := _SECTORS.match(whole):
        numerals = re.findall("[一二三]", sectors.group(1))
        return [f"第{one}产业{whole[sectors.end() :]}" for one in numerals] if len(numerals) == count else None
    parts = [part for part in _SPLIT.split(whole) if part]
    if len(parts) > count:
        parts = _regroup(clean(subject), count) or parts
    if len(parts) != count:
        return None
    lead = next((word for word in vocabulary("verbs")["shared_leads"] if parts[0].startswith(word)), "")
    if not lead and parts[0].startswith("对") and not parts[0].startswith("对外"):
        lead = "对"
    tail = _shared_tail(parts[-1])
    if count == _TWO and parts[1] in word_list("verbs", "shared_tails").meaning and (own := _shared_tail(parts[0])):
        parts[1] = parts[0][: -len(own)] + parts[1]  # 生猪存栏、出栏量
    named = []
    for position, part in enumerate(parts):
        if position and lead and not part.startswith(lead[:2]):
            part = lead + part
        named.append(part if position == count - 1 else _completed(part, parts[-1], tail))
    return named


def _shared_tail(last: str) -> str:
    """The metric noun at the end of the last member, with what it is a share of: 支持民间项目比重, 建成率."""
    if share := _SHARE_TAIL.search(last):
        return share.group()
    word = word_list("verbs", "shared_tails").ending(last, len(last)) or ""
    if not word and last.endswith(("率", "额")) and len(last) > 4:
        word = last[-3:]
    return word if len(word) < len(last) else ""


def _completed(part: str, last: str, tail: str) -> str:
    """A member with the head that stands once, behind the last one; never twice, never cut inside a word."""
    forced = tail.endswith(("比重", "增速", "占比")) and not part.endswith(("率", "比重", "增速", "占比", "比例"))
    if _has_head(part) and not forced:
        return part
    # 城镇居民和农村居民人均收入: what follows 居民 is shared.
    shared = last.find(part[-2:], 1) + 2
    rest = last[shared:] if 2 < shared < len(last) else ""
    if rest and not rest.startswith("”") and not re.search("[和与及、]", rest):
        return part + rest
    # 城镇和农村居民人均可支配收入, 食品、药品抽检合格率: short members swap places.
    parallel = tail in word_list("verbs", "shared_tails").meaning and len(last) - len(tail) <= len(part) + 1
    if parallel and not part.endswith(tail):
        return part + tail  # 蔬菜、中药材总产量: the last name is as long, and all behind it is shared
    swaps = len(part) == 2 or (len(part) == 3 and last[2:3] == part[2])
    if swaps and len(last) >= len(part) + 2 and not forced and not re.search("[和与及、]", last[len(part) :]):
        return part + last[len(part) :]
    return part if part.endswith(tail) else part + tail


_HEADS = tuple("率量值额入比重数度积程耗放费资")


def _has_head(text: str) -> bool:
    return text.endswith((*_HEADS, "人次", "支出", "花费", "营收", "利润", "增速"))


def _regroup(text: str, count: int) -> list[str] | None:
    """Tries 、 alone, then 和 alone: 工业、农业用水和生活用水 has two members by 和."""
    for mark in ("、", "和", "与", "及"):
        parts = [part for part in text.split(mark) if part]
        if len(parts) == count:
            return parts
    return None
