"""What a Chinese quantity is about: its construction, its clause, or what was spoken of before."""

from __future__ import annotations

import re

from extractors.targets.bounds_zh import clause_end
from extractors.targets.clauses_zh import Frame, earlier_subject, topic_before
from extractors.targets.doings_zh import noun_of
from extractors.targets.exclusions_zh import ATTRIBUTE
from extractors.targets.gaps_zh import gap_at, of_gap
from extractors.targets.grants_zh import for_purpose, given
from extractors.targets.groups_zh import told_for_group
from extractors.targets.indicator_zh import ON_PROJECTS, indicator, with_tail
from extractors.targets.lexicon_zh import verbs, vocabulary
from extractors.targets.phrases_zh import clean, main_noun
from extractors.targets.site_zh import Site

_REACHES = re.compile(
    "([^，。；、：]{0,16}?)(覆盖|服务|连接|连通|联通|惠及|通达)了?(?:全国|全省|全市|全区|全县|全球)?(?:约|近|超过|超|逾)?$"
)
# 面积1万公顷、人口20万人，分别占全省的2%、3%.
_SHARES_OF = re.compile("分别占([^，。；0-9]{2,12}?)的?(?:[0-9.]{1,8}[%％][、和，]?){0,6}$")
_REACHING = ("惠及", "覆盖", "服务", "带动")
_OF_REACHED = re.compile("(?:覆盖|服务|连接|连通|联通|惠及|通达)的.*$")
_REACHED = re.compile(
    "的?((?:[0-9]+万?(?:人口)?以[上下]的?)?[\u4e00-\u9fff]{1,8}?(?:[0-9]+万?以[上下])?[\u4e00-\u9fff]{1,14})(?=[，。；、]|$)"
)
_SUMS = ("投资", "总投资", "年度投资")
_PROJECTS = re.compile("[0-9]{1,5}[个项]((?:[省市县区级]|[\u4e00-\u9fff]{2}){0,5}?项目)(?![\u4e00-\u9fff]{0,4}、)")
# How many they are, in front of what has an attribute: 总投资5亿元的10件40项实事.
_COUNT = re.compile("^(?:[0-9]+[多余]?[\u4e00-\u9fff]){1,2}(?=[\u4e00-\u9fff]{2})")


def measured(site: Site, framed: Frame, unit: str) -> tuple[str, str]:
    """The indicator and the rule's name; of a distance in percentage points, with what it is the distance from."""
    name, rule = _measured(site, framed, unit)
    return of_gap(site, name), rule


def _measured(site: Site, framed: Frame, unit: str) -> tuple[str, str]:
    """The indicator, by the construction, the clause, or what the sentence spoke of before; and the rule's name."""
    sentence, item, link, title = site.sentence, site.item, site.link, site.context.item_title
    if item.number.value == 0 and item.measure.symbol is None:
        before, _, told = framed.subject.rpartition("实现")
        grown = "增长" if not framed.behind and sentence.startswith("增长", item.end) else ""
        return clean(told or before) + framed.behind + grown, "zero_goal"
    if link is not None and link.indicator:
        again = link.refers is not None and item.measure.symbol == "pp"
        if link.refers is not None and unit == "%" and (shares := _SHARES_OF.search(sentence, 0, item.start)):
            return f"{link.indicator}占{shares.group(1)}比重", "shares_of_whole"
        return (_difference(site, framed, link.indicator) if again else link.indicator), "member_of_row"
    attribute = ATTRIBUTE.search(framed.subject)
    if attribute and sentence[item.end : item.end + 1] == "的":
        whole = main_noun(noun_of(sentence[item.end + 1 : clause_end(sentence, item.end)]))
        return _COUNT.sub("", whole) + attribute.group(), "attribute_of_thing"
    if unit in ("persons", "count") and framed.verb in _REACHING and sentence[item.end : item.end + 1] == "的":
        whole = main_noun(noun_of(sentence[item.end + 1 : clause_end(sentence, item.end)]))
        return f"{whole}{framed.verb}{'人数' if unit == 'persons' else '户数'}", "attribute_of_thing"
    if unit == "%" and (reached := _reached_share(site)):
        return reached, "share_reached"
    last = _spoken_of(site, framed)
    if (
        item.measure.text == "户"
        and framed.verb in ("惠及", "覆盖", "涉及", "受益")
        and not framed.subject
        and not framed.behind
    ):
        return f"{framed.verb}户数", "reached"
    goal = framed.behind.removeprefix("的") in vocabulary("verbs")["goal_names"] and not item.measure.counted
    if last and goal and not clean(framed.subject):
        return last, "as_before"  # 为4%，低于4.5%的控制目标
    if grant := given(sentence, item, framed, unit, last):
        return grant, "share_given"
    if last and (beside := _in_row(site, framed, unit, last)):
        return beside
    if last and _repeats(site, framed):
        return last, "as_before"
    if link is not None:
        subject = clean(link.subject)
        part = with_tail(subject, last, unit) if last else None
        found, rule = (
            (f"{last}{subject}" if last and subject.startswith("占") else part or subject or last),
            "whole_of_row",
        )
    else:
        found, rule = indicator(framed, unit, last, title)
        if rule == "money" and not clean(framed.subject):
            found = for_purpose(sentence, item, found)
    if found in _SUMS and (projects := _projects_before(sentence, item.start)):
        return f"{projects}{found}", "earlier_clause"
    if found and found not in verbs().meaning:
        return found, rule
    if topic := clean(topic_before(sentence, item.start).removesuffix("发展")):
        return topic, "earlier_clause"
    if found:
        return found, rule
    return (title, "title") if title else (site.clause[:20], "whole_clause")


def _projects_before(sentence: str, at: int) -> str | None:
    """58个重点项目进展顺利，全年完成投资5亿元: whose investment it is."""
    found = list(_PROJECTS.finditer(sentence, max(0, at - 60), at))
    return found[-1].group(1) if found else None


def _spoken_of(site: Site, framed: Frame) -> str | None:
    """What the sentence, or the one before it, spoke of in front of this quantity."""
    sentence, item = site.sentence, site.item
    last = site.last_indicator or clean(earlier_subject(sentence, item.start)) or None
    # A rate has its noun in its own name; a total or a share may have it in the sentence before.
    if last is None and site.context.previous and not clean(framed.subject).endswith(("率", "投资")):
        # 市场主体增长5%。总量达到3万户: the noun stands in the sentence before.
        before_it = site.context.previous.rstrip("。；！？")[-200:]
        last = clean(earlier_subject(f"{before_it}，", len(before_it) + 1)) or None
    if last is None or not last.endswith("率"):
        last = _rate_told(site, framed) or last
    last = last and _difference(site, framed, last)
    if last is None and clean(framed.subject) in vocabulary("verbs")["generic_heads"]:
        return clean(topic_before(sentence, item.start)) or None
    return last


def _rate_told(site: Site, framed: Frame) -> str | None:
    """城市污水处理率达到95%。县城不低于85%: the rate that the sentence before told for another group."""
    if site.item.measure.symbol not in ("%", "pp", "‰"):
        return None
    before = site.sentence[max(0, site.item.start - 120) : site.item.start]
    return told_for_group(framed.subject, site.context.previous[-200:] + before)


def _in_row(site: Site, framed: Frame, unit: str, last: str) -> tuple[str, str] | None:
    """A quantity with nothing of its own, right behind another: its share in brackets, or its size."""
    sentence, item, before = site.sentence, site.item, site.before
    alone = framed.joined and not framed.subject and not framed.behind and site.link is None
    if not alone or before is None or site.last_frame is None:
        return None
    if unit == "%" and item.start and sentence[item.start - 1] in "（(" and before.measure.counted:
        return f"{last}比例", "share_in_brackets"  # 已完成8个（53%）
    if framed.verb == site.last_frame.verb and framed.listed and framed.verb_class == "build":
        return last, "as_before"  # 实施老旧小区改造67个、153万平方米
    return None


def _reached_share(site: Site) -> str | None:
    """高铁覆盖80%以上的大城市: the share of those that are reached."""
    before = _REACHES.search(site.sentence, max(0, site.item.start - 30), site.item.start)
    behind = _REACHED.match(site.sentence, site.item.end)
    if before is None or behind is None:
        return None
    who = clean(before.group(1)) or _OF_REACHED.sub("", site.last_indicator or "")
    return f"{who}{before.group(2)}的{main_noun(behind.group(1))}比例"


def _difference(site: Site, framed: Frame, last: str) -> str:
    """增长9%，高于全国8.5个百分点: the difference is one of growth, not of the thing."""
    sentence, before = site.sentence, site.last_frame
    subject = site.clause.lstrip("，、") if site.link else framed.subject
    comparing = subject.startswith(tuple(vocabulary("verbs")["comparing"]))
    if (
        not comparing
        or site.item.measure.symbol != "pp"
        or before is None
        or (site.before is not None and site.before.measure.symbol == "pp" and not gap_at(sentence, site.before))
        or last.endswith(("率", "速", "幅", "重", "比"))
    ):
        return last
    heads = {"increase_by": "增速", "reduce_by": "降幅"}
    head = heads.get(before.verb_class or "", "")
    return (last.removesuffix("增长") if head else last) + head


def _repeats(site: Site, framed: Frame) -> bool:
    """新增农田80万亩，改造提升50万亩: a verb alone, of the same unit as before, is about the same thing."""
    alone = not clean(framed.subject) and not framed.behind and not framed.joined and framed.verb_class == "build"
    same = site.before is not None and site.before.measure.symbol == site.item.measure.symbol
    itself = (
        framed.verb in vocabulary("verbs")["self_naming"] or site.last_indicator in vocabulary("verbs")["generic_heads"]
    )
    stage = framed.verb in ON_PROJECTS and (site.last_indicator or "").endswith("项目")  # 新开工项目20个，实际已开工9个
    return alone and same and site.link is None and not itself and not stage
