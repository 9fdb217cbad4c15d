"""One Chinese quantity with its clause becomes one statement, or a reason why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.targets.clauses_zh import Frame, clause_end, clause_start, earlier_subject, frame
from extractors.targets.comparators_zh import Comparison, compare
from extractors.targets.confidence_zh import confidence, rule_of
from extractors.targets.exclusions_zh import by_clause
from extractors.targets.indicator_zh import clean, indicator, main_noun
from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.meaning_zh import change_period, comparator_of, kind_and_direction, wording
from extractors.targets.quantities_zh import Quantity
from extractors.targets.relations_zh import Shared
from extractors.targets.sharing_zh import with_noun_behind, with_verb_before
from extractors.targets.statement import Context, Statement
from extractors.targets.times_zh import time_of
from extractors.targets.units_zh import denominator_before, per_head

_OF_BEFORE = re.compile("(?:为|是|达到|相当于|达)[^，]{2,16}的?$")


@dataclass(frozen=True, slots=True)
class Site:
    """A quantity where it stands.

    Attributes:
        sentence, context: The sentence and what stands around it.
        item: The quantity.
        before, after: The quantities beside it.
        link: The construction that it stands in, 分别 or 由 … 到.
        last_frame, last_indicator: What the statement before in the sentence was read from, and about.
    """

    sentence: str
    context: Context
    item: Quantity
    before: Quantity | None
    after: Quantity | None
    link: Shared | None
    last_frame: Frame | None
    last_indicator: str | None


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
    if item.measure.symbol == "times":
        # 利润总额为上一个五年的2.2倍: what it is compared with is not of the indicator.
        framed = replace(framed, subject=_OF_BEFORE.sub("", framed.subject))
    if link is None:
        return compared, *with_verb_before(framed, site.last_frame, compared)
    framed = replace(
        framed, subject=link.subject, verb=link.verb, verb_class=link.verb_class, verb_first=False, behind=""
    )
    return compared, framed, False


def _compared(site: Site, compared: Comparison, framed: Frame) -> Comparison:
    """The comparator with what stands once for several numbers, or in a red line's name."""
    link, item = site.link, site.item
    if link is not None and link.comparator and compared.comparator == "eq":
        compared = replace(compared, comparator=link.comparator, text=link.comparator_text)
    clause = _clause_text(site)
    alone = site.before is None or site.before.end < item.start - len(clause)
    return comparator_of(framed, compared, clause if alone else framed.behind)


def _clause_text(site: Site) -> str:
    return site.sentence[clause_start(site.sentence, site.item.start) : clause_end(site.sentence, site.item.end)]


def _measured(site: Site, framed: Frame, unit: str, counted: str | None) -> str:
    """The indicator, by the construction, the clause, or what the sentence spoke of before."""
    item, link, title = site.item, site.link, site.context.item_title
    if item.number.value == 0 and item.measure.symbol is None:
        return clean(framed.subject.rpartition("实现")[2]) + framed.behind
    if link is not None and link.indicator:
        return link.indicator
    last = site.last_indicator or clean(earlier_subject(site.sentence, item.start)) or None
    if last is None and site.context.previous:
        # 市场主体增长5%。总量达到3万户: the noun stands in the sentence before.
        before_it = site.context.previous.rstrip("。；！？")[-200:]
        last = clean(earlier_subject(f"{before_it}，", len(before_it) + 1)) or None
    found = clean(link.subject) or last if link is not None else indicator(framed, unit, counted, last, title)
    return found or title or _clause_text(site)[:20]


def _assembled(site: Site, compared: Comparison, framed: Frame, inherited: bool) -> Statement:
    sentence, item, link = site.sentence, site.item, site.link
    clause = _clause_text(site)
    unit, counted = _unit(sentence, item, framed)
    measured = _measured(site, framed, unit, counted)
    time = time_of(sentence, item, site.context)
    kind, direction = kind_and_direction(framed, item, compared, time.past, clause)
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
        change_period=change_period(framed, direction, kind, sentence[framed.start : item.end]),
        target_year=time.target_year,
        base_year=time.base_year,
        reference_year=time.reference_year,
        time_basis=time.basis,
        bindingness="binding" if "约束性" in clause else "anticipated" if "预期性" in clause else None,
        wording_strength=wording(sentence[max(0, item.start - 60) : item.end + 8]),
    )


def _unit(sentence: str, item: Quantity, framed: Frame) -> tuple[str, str | None]:
    """The unit's symbol and, for counted things, their noun."""
    symbol = item.measure.symbol
    noun = clean(main_noun(framed.behind) if framed.behind else framed.subject) or None
    if symbol is None:
        heads = tuple(vocabulary("units")["person_heads"])
        if framed.behind and any(head in framed.behind for head in heads):
            return "persons", noun
        if not framed.behind and framed.subject.endswith((*heads, "人数")):
            return "persons", noun
        return ("count", noun) if item.number.scale > 1 or framed.behind else ("ratio", None)
    if symbol in ("count", "persons"):
        each = denominator_before(sentence, max(clause_start(sentence, item.start) - 1, 0), item.start)
        if each and "，" not in sentence[each.end : item.start]:
            return per_head(symbol, each.size), noun
    if symbol == "count" or item.measure.counted:
        return symbol, noun
    return symbol, None


_PLACE = re.compile(
    r"^在([\u4e00-\u9fff、（）]{2,16}?(?:地区|流域|省|市|县|区))"
    r"|^([\u4e00-\u9fff]{1,8}?(?:流域|高原|平原|三角洲|自治区)|(?:东|西|中)部地区|东北地区)"
)


def _scope(framed: Frame, context: Context) -> str | None:
    ends = tuple(vocabulary("meaning")["place_ends"])
    if place := _PLACE.match(framed.subject):
        return place.group(1) or place.group(2)
    if context.item_title and context.item_title.endswith(ends):
        return context.item_title
    return None
