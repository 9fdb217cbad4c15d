"""One Chinese quantity with its clause becomes one statement, or a reason why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.targets.clauses_zh import Frame, clause_end, clause_start, earlier_subject, frame, noun_of, topic_before
from extractors.targets.comparators_zh import Comparison, comparator_named, compare
from extractors.targets.confidence_zh import confidence, rule_of
from extractors.targets.exclusions_zh import ATTRIBUTE, by_clause
from extractors.targets.indicator_zh import clean, indicator, main_noun
from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.meaning_zh import comparator_of, kind_and_direction, wording
from extractors.targets.periods_zh import change_period
from extractors.targets.quantities_zh import Quantity
from extractors.targets.relations_zh import Shared
from extractors.targets.sharing_zh import with_noun_behind, with_verb_before
from extractors.targets.statement import Context, Direction, Kind, Statement
from extractors.targets.times_zh import time_of
from extractors.targets.units_zh import denominator_before, per_head

_STEP_END = re.compile("[^，。；]{0,16}(?:台阶|大关|关口)")
_BOUND_SHARE = re.compile("^(.*?)按?照?(不超过|不高于|不低于|不少于)([^，]{2,24})的$")
_BOUND = re.compile("(.{2,30}?)(不得超过|不得低于|不得高于|不得少于|不超过|不低于)[^，]{2,12}$")
# Sums that are paid to each of many, so that 每人 before them is a denominator.
_PAID = re.compile("标准|补助|补贴|养老金|工资|奖励|定额|达到每|不低于每|每人|每亩")
_METRIC_END = re.compile(
    "(?:总数量|总数|总量|年?产量|总?规模|数量|保有量|拥有量|授权量|受理量|办件量|户数|(?<=[种件家个])数)$"
)
_SHARES = ("比例", "比重", "率", "占比")
_OF_BEFORE = re.compile("(?:为|是|达到|相当于|达)[^，]{2,16}的?$")


@dataclass(frozen=True, slots=True)
class Site:
    """A quantity where it stands.

    Attributes:
        sentence, context: The sentence and what stands around it.
        item: The quantity.
        before, after: The quantities beside it.
        link: The construction that it stands in, 分别 or 由 … 到.
        last_frame, last_indicator, last_kind: What the statement before in the sentence was read from, about and as.
    """

    sentence: str
    context: Context
    item: Quantity
    before: Quantity | None
    after: Quantity | None
    link: Shared | None
    last_frame: Frame | None
    last_indicator: str | None
    last_kind: tuple[Kind, Direction] | None = None


def statement_at(site: Site) -> tuple[Statement | None, Frame, str | None]:
    """Reads one quantity: a statement with the clause it was read from, or the reason why it is none."""
    compared, framed, inherited = _clause(site)
    if site.link is None and (reason := by_clause(site.sentence, site.item, compared, framed)):
        return None, framed, reason
    framed = with_noun_behind(site.sentence, site.item, site.after, framed)
    return _assembled(site, _compared(site, compared, framed), framed, inherited), framed, None


def _clause(site: Site) -> tuple[Comparison, Frame, bool]:
    sentence, item, before, link = site.sentence, site.item, site.before, site.link
    floor = clause_start(sentence, item.start)
    if before is not None and floor < before.end <= item.start:
        floor = before.end
    compared = compare(sentence, floor, item.start, item.end, item.after, item.number.more)
    framed = frame(sentence, item, compared, before, site.after)
    if compared.comparator == "eq" and (bound := _BOUND_SHARE.match(framed.subject)):
        # 按不超过投资额的15%补助: the bound stands before what it is a share of.
        whole, word, share = bound.groups()
        name = comparator_named(vocabulary("comparators")["before"][word])
        compared = replace(compared, comparator=name, text=word, before=word)
        framed = replace(framed, subject=whole if whole.endswith(_SHARES) else f"{whole}占{share}比重")
    elif compared.comparator == "eq" and (bound := _BOUND.match(framed.subject)):
        # 采砂量不得超过年度控制指标50万立方米: a name of the bound stands between.
        name = comparator_named(vocabulary("comparators")["before"][bound.group(2)])
        compared = replace(compared, comparator=name, text=bound.group(2), before=bound.group(2))
        framed = replace(framed, subject=bound.group(1))
    if item.measure.symbol == "times":
        # 利润总额为上一个五年的2.2倍: what it is compared with is not of the indicator.
        framed = replace(framed, subject=_OF_BEFORE.sub("", framed.subject))
    if link is None:
        return compared, *with_verb_before(framed, site.last_frame, compared, item.measure.counted)
    framed = replace(
        framed, subject=link.subject, verb=link.verb, verb_class=link.verb_class, verb_first=False, behind=""
    )
    return compared, framed, False


def _compared(site: Site, compared: Comparison, framed: Frame) -> Comparison:
    """The comparator with what stands once for several numbers, or in a red line's name."""
    link, item = site.link, site.item
    if link is not None and link.comparator and compared.comparator == "eq":
        compared = replace(compared, comparator=link.comparator, text=link.comparator_text)
    if (
        compared.comparator == "eq"
        and framed.joined
        and not framed.subject
        and _STEP_END.match(site.sentence, item.end)
    ):
        compared = replace(compared, comparator="gt")  # 跨越4万亿元、5万亿元两个台阶
    clause = _clause_text(site)
    alone = site.before is None or site.before.end < item.start - len(clause)
    return comparator_of(framed, compared, clause if alone else framed.behind)


def _clause_text(site: Site) -> str:
    return site.sentence[clause_start(site.sentence, site.item.start) : clause_end(site.sentence, site.item.end)]


def _measured(site: Site, framed: Frame, unit: str, counted: str | None) -> str:
    """The indicator, by the construction, the clause, or what the sentence spoke of before."""
    sentence, item, link, title = site.sentence, site.item, site.link, site.context.item_title
    if item.number.value == 0 and item.measure.symbol is None:
        return clean(framed.subject.rpartition("实现")[2]) + framed.behind
    if link is not None and link.indicator:
        return link.indicator
    attribute = ATTRIBUTE.search(framed.subject)
    if attribute and sentence[item.end : item.end + 1] == "的":
        return main_noun(noun_of(sentence[item.end + 1 : clause_end(sentence, item.end)])) + attribute.group()
    last = site.last_indicator or clean(earlier_subject(sentence, item.start)) or None
    # A rate has its noun in its own name; a total or a share may have it in the sentence before.
    if last is None and site.context.previous and not clean(framed.subject).endswith("率"):
        # 市场主体增长5%。总量达到3万户: the noun stands in the sentence before.
        before_it = site.context.previous.rstrip("。；！？")[-200:]
        last = clean(earlier_subject(f"{before_it}，", len(before_it) + 1)) or None
    last = last and _difference(site, framed, last)
    if last is None and clean(framed.subject) in vocabulary("verbs")["generic_heads"]:
        last = clean(topic_before(sentence, item.start)) or None
    if item.measure.text == "户" and framed.verb in ("惠及", "覆盖") and not framed.subject and not framed.behind:
        return f"{framed.verb}户数"
    if last and _repeats(site, framed):
        return last
    if link is not None:
        subject = clean(link.subject)
        found = f"{last}{subject}" if last and subject.startswith("占") else subject or last
    else:
        found = indicator(framed, unit, counted, last, title)
    return found or title or _clause_text(site)[:20]


def _difference(site: Site, framed: Frame, last: str) -> str:
    """增长9%，高于全国8.5个百分点: the difference is one of growth, not of the thing."""
    before = site.last_frame
    comparing = framed.subject.startswith(tuple(vocabulary("verbs")["comparing"]))
    if (
        not comparing
        or site.item.measure.symbol != "pp"
        or before is None
        or last.endswith(("率", "速", "幅", "重", "比"))
    ):
        return last
    heads = {"increase_by": "增速", "reduce_by": "降幅"}
    return last + heads.get(before.verb_class or "", "")


def _repeats(site: Site, framed: Frame) -> bool:
    """新增农田80万亩，改造提升50万亩: a verb alone, of the same unit as before, is about the same thing."""
    alone = not clean(framed.subject) and not framed.behind and not framed.joined and framed.verb_class == "build"
    same = site.before is not None and site.before.measure.symbol == site.item.measure.symbol
    itself = (
        framed.verb in vocabulary("verbs")["self_naming"] or site.last_indicator in vocabulary("verbs")["generic_heads"]
    )
    return alone and same and site.link is None and not itself


def _assembled(site: Site, compared: Comparison, framed: Frame, inherited: bool) -> Statement:
    sentence, item, link = site.sentence, site.item, site.link
    clause = _clause_text(site)
    unit, counted = _unit(sentence, item, framed, site.last_indicator)
    measured = _measured(site, framed, unit, counted)
    if counted and link is not None and link.indicator:
        counted = measured
    time = time_of(sentence, item, site.context)
    counted = _thing(counted, unit)
    kind, direction = kind_and_direction(framed, item, compared, time.past, clause, site.last_kind)
    change = change_period(framed, item, direction, kind, time, sentence, site.context)
    several = change != "level" and time.period is not None and not time.period.one_year
    return Statement(
        number_start=item.start,
        number_end=item.number.end,
        value=item.number.value,
        value_max=item.number.value_max,
        base_value=link.base_value if link else None,
        unit=unit,
        unit_text=item.measure.text or None,
        counted_object=counted,
        indicator=measured,
        kind=kind,
        direction=direction,
        comparator=compared.comparator,
        comparator_text=compared.text,
        rule_id=rule_of(framed, link, item),
        confidence=confidence(framed, item, inherited, measured, bool(site.context.section_titles)),
        scope=_scope(framed, site.context),
        change_period=change,
        target_year=time.target_year,
        base_year=time.base_year,
        # What was added up over several years, or grew by year, is about no one year.
        reference_year=None if several else time.reference_year,
        time_basis=time.basis,
        bindingness="binding" if "约束性" in clause else "anticipated" if "预期性" in clause else None,
        wording_strength=wording(sentence[max(0, item.start - 60) : item.end + 8]),
    )


def _thing(counted: str | None, unit: str) -> str | None:
    """What is counted: 新能源汽车 of 新能源汽车产量; nothing where the unit is not `count`."""
    if unit != "count" or counted is None:
        return None
    thing = _METRIC_END.sub("", re.sub("(?<=项目)建设$", "", counted))
    return thing if len(thing) > 1 else counted


def _unit(sentence: str, item: Quantity, framed: Frame, last: str | None) -> tuple[str, str | None]:
    """The unit's symbol and, for counted things, their noun."""
    symbol = item.measure.symbol
    noun = clean(main_noun(framed.behind) if framed.behind else framed.subject) or None
    if symbol is None:
        heads = tuple(vocabulary("units")["person_heads"])
        if framed.behind and any(head in framed.behind for head in heads):
            return "persons", noun
        if not framed.behind and framed.subject.endswith((*heads, "人数")):
            return "persons", noun
        named = framed.subject or last or ""
        if item.number.value >= 1e8 and named.endswith(tuple(vocabulary("meaning")["money_nouns"])):
            return "CNY", None
        return ("count", noun) if item.number.scale > 1 or framed.behind else ("ratio", None)
    if symbol in ("count", "persons"):
        each = denominator_before(sentence, max(clause_start(sentence, item.start) - 1, 0), item.start)
        if each and "，" not in sentence[each.end : item.start]:
            return per_head(symbol, each.size), noun
    if symbol == "count" or item.measure.counted:
        return symbol, noun
    if symbol in vocabulary("units")["day_rates"] and any(word in framed.adverbs for word in ("每日", "每天")):
        return vocabulary("units")["day_rates"][symbol], None
    if symbol == "CNY" and _PAID.search(clause := sentence[clause_start(sentence, item.start) : item.start]):
        each = next((word for word in vocabulary("units")["money_each"] if word in clause), None)
        return vocabulary("units")["money_each"].get(each, symbol), None
    return symbol, None


_PLACE = re.compile(
    r"^[在向]([\u4e00-\u9fff、（）]{2,16}?(?:地区|流域|省|市|县|区))(?![外内级属会域新])"
    r"|^[在向对]?([\u4e00-\u9fff]{1,8}?(?:流域|高原|平原|三角洲|自治区)|(?:东|西|中)部地区|东北地区)(?![新区])"
)
# Words that end like a place and are none.
_NO_PLACE = re.compile("^(?:中?小流域|.*(?:城市|社区|园区|景区|小区|都市|校区|院区|灾区|牧区|林区|街区|库区))$|和|就业")


def _scope(framed: Frame, context: Context) -> str | None:
    ends = tuple(vocabulary("meaning")["place_ends"])
    if (place := _PLACE.match(framed.subject)) and not _NO_PLACE.search(named := place.group(1) or place.group(2)):
        return named
    if context.item_title and context.item_title.endswith(ends):
        return context.item_title
    return None
