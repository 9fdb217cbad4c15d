"""The indicator of a Chinese quantity, as a person would put it in a table."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.groups_zh import with_measure_of
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.members_zh import shared_tail
from extractors.targets.nominals_zh import done_to
from extractors.targets.phrases_zh import LONGEST, clean, main_noun

# 志愿者达到常住人口的15%: a share of something named in front of the number.
_SHARE = re.compile(
    "^(.{0,30}?)(达到|占到|约占|占|超过|控制在|限制在|稳定在|保持在|维持在|提高到|提升到|相当于|达)([^占，]{2,16})的$"
)
_HEADCOUNTS = {"persons": "人数", "person-times": "人次", "count": "户数"}
_DONE = re.compile("([一-鿿]{2})了([一-鿿]{3,20})")
_BUDGET = re.compile("[，、]?(?:为|相当于)(?:年初|调整|全年|年度|年)?(预算|计划|目标|任务)数?的?")
# 完成目标任务的120%.
_TASK = re.compile(
    "((?:全年|年度|年初|年|目标|预期|既定|调整|序时){0,3}(?:任务|计划|目标|预算|进度)数?)(?:[0-9.]{1,12}[^0-9，的]{0,8})?"
)
_AHEAD_OF_TIME = re.compile("^(?:比计划)?提前(?:[一二两三四五六半0-9]+(?:个?[多]?[年月天]|个季度)){1,2}")
# 农业转移人口|在城镇落户目标顺利实现.
_ATTAINED = re.compile("(?<=..)目标(?:任务)?(?:顺利|如期|全面|圆满|提前)?(?:实现|完成)$")
_MEANS = ("人均", "亩均", "地均", "校均", "户均")
_SIDES = ("城市", "城镇", "农村", "乡村", "小学", "初中", "高中")
_SIDED = re.compile("([^，、]{2,20}(?:率|量|面积|标准|水平|比例))(城市|城镇|农村|乡村|小学|初中|高中)")
_GIVEN_TO = re.compile("对([^，]{3,30}?)(?:一次性)?(?:给予)?(奖励|补助|补贴|资助|奖补)")
_GROUPS = ("城市", "地区", "县城", "流域", "企业", "园区", "农村", "学校", "医院", "单位", "机构", "社区", "村庄")
_BY_WHAT = ("按时", "按期", "按年", "按月", "按季", "按可比", "按不变")
_PHYSICAL = ("km", "ha", "mu", "t", "kW", "m2", "m3", "km2")
_FACING = re.compile("^(?:面向|针对|围绕)[^，、]{2,20}?(?:开展|实施|举办|提供)(?=[^，]{3})")
# 较上一个五年期的约10万个|提高五成: what it is compared with.
_AGAINST = re.compile("(?:较|比(?![例重率值亚赛分]))[^，]{1,20}(?:的|[年期前底末均届])(?:[约近]?[0-9][^，]{0,16})?$")
_RANKED = re.compile("[^、]{1,4}级(?:及?以上)?(?=[\u4e00-\u9fff]{2})")
_PASSED = re.compile("(?:首次|历史性|已|成功)?(?:超过|突破|跨越|跨过|迈过|高于)")
_PER_HEAD = re.compile("每(?:[0-9]*[十百千万]+|[0-9]+)(?:名|户)?(?:常住)?(?:人口|居民|老年人|老人|儿童|人)(?:拥有)?")
_INTENSITIES = ("用水量", "取水量", "能耗", "能源消耗", "碳排放", "二氧化碳排放", "电耗", "水耗")
# 产值超10亿元的企业5家、超亿元的50家: how large, and nothing else.
_SIZE_ALONE = re.compile("(?:超过?|达到?|突破)?[0-9.十百千万]{0,8}亿元(?:及?以上)?的?")
_PAYERS = ("财政", "政府", "银行", "基金")
_FOR = re.compile("^对([^，]{2,24}?)的?$")
_WHOLE_PLACES = ("", "全国", "全省", "全市", "全区", "全县")
_PLACE_ALONE = re.compile("[\u4e00-\u9fff]{1,5}(?:省|市|区|县|州|平原|地区|流域)")
_TWO = 2
_LONG_LIST = 14
_OF_ALL = re.compile("占[^，占、]{2,12}(?<!比重|比例|份额|占比)(?<!率)$")
ON_PROJECTS = ("完工", "建成", "开工", "新开工", "竣工", "续建", "投产", "开工建设")
_DONE_TO = re.compile("^对([^，的]{3,20}?)(?:开展|进行|实施|落实)(.{2,})$")
_SERVED = re.compile("^(?:为(?![民期主核止])|获(?![得批评奖取益利])|通过(?!率))(?=[\u4e00-\u9fff]{4})")


def _told_when_joined() -> set[str]:
    """Verbs that, joined with others, belong to the name: 修复和新造, but not 新建和扩建."""
    return set(vocabulary("verbs")["told"]) - {"扩建", "改建", "新改建", "改扩建"}


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
    if previous and (subject in ("其中", "当中") or _AGAINST.match(subject) or _SIZE_ALONE.fullmatch(subject)):
        subject = ""
    if unit == "%" and previous and (goal := _BUDGET.fullmatch(found.subject)):
        return f"{previous}完成{goal.group(1)}比例", "share_of_task"
    if unit == "%" and found.verb == "完成" and (task := _TASK.fullmatch(found.subject.removesuffix("的"))):
        return f"{previous or ''}完成{task.group(1)}比例", "share_of_task"
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
        if found.listed and previous and subject in ("里程", "总里程", "面积", "总面积", "长度", "规模", "总投资"):
            return f"{_headless(previous)}{subject}", "head_of_noun_before"  # 改造项目30个、里程1200公里
        told = found.verb if found.verb in word_list("verbs", "told").meaning else None
        if found.joined and subject.endswith(tuple(vocabulary("verbs")["activities"])):
            told = None  # 完成营造林3万亩、生态修复2万亩
        if (
            subject in word_list("verbs", "money_heads").meaning
            and found.verb in word_list("verbs", "money_verbs").meaning
        ):
            told = found.verb
        if (
            found.verb
            and not told
            and any(one in _told_when_joined() for one in re.split("[、和及与]", found.verb)[:-1])
        ):
            told = found.verb
        if unit == "%" and _OF_ALL.search(subject):
            return f"{subject}比重", "share_of_whole"
        return (done_to(told, subject) if subject else (previous or found.verb or "")), "noun_after_verb"
    if not subject:
        return _without_noun(found, unit, previous, context_title)
    return _with_noun_before(found, unit, subject, previous)


def _share(found: Frame, subject: str, previous: str | None) -> str | None:
    """志愿者达到人口的15%, 按成本的3%: what it is a share of stands before the number."""
    if share := _share_in(found.subject):
        whole = clean(share.group(1)) or previous or ""
        return f"{whole}占{share.group(3)}比重"
    if subject.startswith("按") and not subject.startswith(
        ("按时", "按期", "按年", "按月", "按季", "按可比", "按不变")
    ):
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
        if unit == "count" and not found.joined and found.verb in ON_PROJECTS:
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
            if whole.endswith("率") and subject.endswith("率"):
                whole = whole[:-3]  # 办结率99%、满意率97%
            whole = whole.removesuffix("完成") if subject.startswith("完成") else whole
            return f"{whole}{subject}", "head_of_noun_before"
    if subject in _MEANS and found.verb_class == "build":
        return f"{subject}{found.verb}", "mean_of_each"  # 亩均投入不低于3000元
    if unit in ("%", "pp", "‰") and previous and (grouped := with_measure_of(subject, previous)):
        return grouped, "head_of_noun_before"
    if previous and unit == "CNY" and subject.endswith(("产业", "行业")) and (tail := shared_tail(previous)):
        return f"{subject}{'年' if previous.endswith(f'年{tail}') else ''}{tail}", "head_of_noun_before"
    belongs = previous is not None and subject in word_list("verbs", "belongings").meaning
    if belongs and previous and previous.endswith(tuple(vocabulary("verbs")["institutions"])):
        return f"{previous}{subject}", "head_of_noun_before"  # 卫生院3万个，床位150万张
    if previous and "其中" in found.subject and (part := with_tail(subject, previous, unit)):
        return part, "head_of_noun_before"
    if unit == "%" and previous and subject.endswith(_GROUPS) and (rest := _resumed(subject, previous)):
        return subject + rest, "head_of_noun_before"
    if previous and found.listed and (lead := _shared_lead(subject, previous, unit)):
        return f"{lead}{subject}", "lead_of_row"
    if sided := _SIDED.fullmatch(subject):
        return f"{sided.group(2)}{sided.group(1)}", "place_behind_head"  # 覆盖率城市达到100%
    if previous and subject in _SIDES and previous.startswith(_SIDES) and not previous.startswith(subject):
        return subject + previous[len(_SIDES[0]) :], "place_with_head_before"  # 农村达到68%
    if len(subject) <= 2 and found.verb_class in ("increase_by", "reduce_by") and unit in ("%", "pp", "times", "CNY"):
        return f"{subject}{found.verb}", "named_change"
    if unit == "%" and subject.startswith("占") and previous:
        ends = ("比重", "份额", "比例")
        return f"{previous}{subject}" + ("" if subject.endswith(ends) else "比重"), "share_of_whole"
    if previous and _PLACE_ALONE.fullmatch(subject) and (tail := shared_tail(previous)):
        whole = "" if tail != previous and previous.startswith(subject[:1]) else _PLACE_ALONE.sub("", previous, count=1)
        return f"{subject}{whole or tail}", "place_with_head_before"
    if unit == "%" and found.verb in ("占", "占到") and not subject.endswith(("比重", "比例", "占比", "率")):
        return f"{subject}占比", "share_of_whole"
    if unit == "%" and _OF_ALL.search(subject):
        return f"{subject}比重", "share_of_whole"
    if unit in ("persons", "person-times") and found.verb in ("覆盖", "惠及"):
        return f"{subject}{found.verb}{_HEADCOUNTS[unit]}", "reached"
    if previous and subject.endswith("级") and (rank := _RANKED.match(previous)):
        return f"{subject}{previous[rank.end() :]}", "head_of_noun_before"  # 省级以上传承人15人，其中国家级3人
    if unit == "CNY" and found.verb in word_list("verbs", "money_verbs").meaning and subject.endswith(_PAYERS):
        return f"{subject}{found.verb}资金", "money"  # 省级财政安排30亿元
    return subject, "noun_before"


def with_tail(subject: str, previous: str, unit: str) -> str | None:
    """铁路里程18万公里，其中高铁6万公里: the measure that stood behind the whole; null where the part has its own."""
    ended = subject.endswith(tuple(vocabulary("verbs")["metric_ends"])) or bool(shared_tail(subject))
    tail = shared_tail(previous)
    return subject + tail if subject and tail and unit in _PHYSICAL and not ended else None


def _shared_lead(subject: str, previous: str, unit: str) -> str:
    """每千人口医师数3.2人、护士数3.8人; 单位增加值能耗下降9%、用水量下降8%: what each of a row is told for."""
    if "/" in unit and (per := _PER_HEAD.match(previous)):
        return "" if subject.startswith("每") else per.group()
    if subject not in _INTENSITIES:
        return ""
    return next((lead for lead in vocabulary("verbs")["shared_leads"] if previous.startswith(lead)), "")


def _resumed(subject: str, previous: str) -> str:
    """缺水城市再生水利用率达到25%，黄河流域缺水城市达到30%: what stood behind the same group before."""
    if shared_tail(subject) or subject in previous:
        return ""
    for size in range(min(len(subject), len(previous)), 1, -1):
        place = previous.find(subject[-size:])
        if place >= 0 and place + size < len(previous):
            return previous[place + size :]
    return ""


def _served(subject: str) -> str:
    """对重点人群开展内镜检查, 为既有住宅加装电梯: without the preposition, and the empty verb behind 对."""
    if done := _DONE_TO.match(subject):
        return done.group(1) + done.group(2)
    if faced := _FACING.match(subject):
        return subject[faced.end() :]  # 面向重点群体开展职业技能培训
    if given_to := _GIVEN_TO.fullmatch(subject):
        return given_to.group(1) + given_to.group(2)  # 对首次认定的企业一次性奖励100万元
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
    if found.verb in ON_PROJECTS and "的" in previous:
        return f"{verb}的{previous.rpartition('的')[2]}"  # 36个全部开工的项目、完工22个
    last = verbs().ending(previous, len(previous))
    if last and verbs().meaning[last] == "build" and len(last) < len(previous):
        return f"{previous[: -len(last)]}{verb}"
    if found.verb in ON_PROJECTS and not verbs().at(previous, 0):
        return f"{previous}{verb}"  # 筹集住房5万套、竣工8万套
    return previous


def _topic(subject: str) -> str:
    """经济总量跨过大关、超过…: the noun before the first verb, where a second one goes on behind 、."""
    if subject.endswith("、"):
        if (passed := _PASSED.search(subject)) and passed.start() > 1:
            return subject[: passed.start()]  # 新能源装机占比首次超过火电、达到46.5%
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
    if word_list("verbs", "predicate_adverbs").at(noun, 0) == noun and found.doing:
        return f"{found.verb or ''}{found.doing}"  # 协助700人成功获聘
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
    if found.verb and re.split("[、和]", found.verb)[-1] in word_list("verbs", "told").meaning:
        return done_to(found.verb, noun)
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
    doing = _ATTAINED.sub("", _AHEAD_OF_TIME.sub("", doing))
    first = doing.partition("、")[0]
    if word_list("verbs", "closes").ending(first, len(first)):
        doing = first  # 贫困村|全部出列、现行标准下的贫困人口全部脱贫
    verb = word_list("verbs", "opens").at(doing, 0) or ""
    rest = doing[len(verb) :]
    if "的" in rest.rstrip("的"):
        rest = rest.rstrip("的").rpartition("的")[2]
    return (verb + re.split("、", rest)[0])[:LONGEST].strip("的、")
