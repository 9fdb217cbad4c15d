"""One Chinese quantity with its clause becomes one statement, or a reason why it is none."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.bounds_zh import REACH, clause_end, clause_start
from extractors.targets.clauses_zh import Frame, frame
from extractors.targets.comparators_zh import Comparison, comparator_named, compare
from extractors.targets.confidence_zh import confidence, rule_of
from extractors.targets.counted_zh import thing, unit_of
from extractors.targets.exclusions_zh import by_clause
from extractors.targets.indicator_zh import share_verb
from extractors.targets.lexicon_zh import verbs, vocabulary
from extractors.targets.meaning_zh import comparator_of, kind_and_direction, wording
from extractors.targets.measured_zh import measured
from extractors.targets.periods_zh import change_period
from extractors.targets.quantities_zh import Quantity
from extractors.targets.reasons_zh import Decided, reasons_of
from extractors.targets.scope_zh import scope
from extractors.targets.sharing_zh import with_noun_behind, with_verb_before
from extractors.targets.site_zh import Site
from extractors.targets.statement import Statement
from extractors.targets.times_zh import time_of

_STEP_END = re.compile("[^，。；]{0,16}(?:台阶|大关|关口)")
_BOUND_SHARE = re.compile("^(.*?)按?照?(不超过|不高于|不低于|不少于)([^，]{2,24})的$")
_BOUND = re.compile("(.{2,30}?)(不得超过|不得低于|不得高于|不得少于|不超过|不低于)[^，]{2,12}$")
_SHARES = ("比例", "比重", "率", "占比")
# 边界扩展倍数控制在2020年规模的1.3倍.
_CAPPED_OF = re.compile("([^，]{2,30}?)(控制在|限制在)[^，]{2,24}$")
# 约占电力装机的60%.
_ABOUT = re.compile("约(?:占|为|合|达|有|能|需|计)[^，。；、0-9]{0,16}$")
# A clause that only says when or by what the next is to be reached: 力争到2030年, 通过三年努力.
_OPENING = re.compile(
    "(?:^|[，；。：])(?:(?:力争|争取|努力|确保|有望|必须)?[\u4e00-\u9fff]{0,4}(?:[到至在用经]|通过|今后|未来|再用)[^，；。：]{0,20}"
    "(?:年|年?底|末|前|时期|期间|努力|时间)|力争|争取|确保|努力)$"
)
_OF_BEFORE = re.compile("(?:为|是|达到|相当于|达)[^，]{2,16}的?$")


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
    elif item.measure.symbol == "%" and framed.verb is None and (word := share_verb(framed.subject)):
        framed = replace(framed, verb=word, verb_class=verbs().meaning.get(word))
    if item.measure.symbol == "times":
        # 利润总额为上一个五年的2.2倍: what it is compared with is not of the indicator.
        framed = replace(framed, subject=_OF_BEFORE.sub("", framed.subject))
        if capped := _CAPPED_OF.match(framed.subject):
            framed = replace(framed, subject=capped.group(1), verb=capped.group(2), verb_class="cap")
    if link is None:
        return compared, *with_verb_before(framed, site.last_frame, compared, item.measure.counted)
    framed = replace(
        framed, subject=link.subject, verb=link.verb, verb_class=link.verb_class, verb_first=False, behind=""
    )
    return compared, framed, False


def _governing(sentence: str, item: Quantity) -> str:
    """The clause of a quantity, with those before it that only say when or how: 力争到2030年，…."""
    start = clause_start(sentence, item.start)
    while start > 1 and item.start - start < REACH and _OPENING.search(sentence, max(0, start - 40), start - 1):
        start = clause_start(sentence, start - 1)
    return sentence[start : min(item.end + 8, clause_end(sentence, item.end))]


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
    if compared.comparator == "eq" and _ABOUT.search(site.sentence, max(0, item.start - 20), item.start):
        compared = replace(compared, comparator="approx", text="约", rule="word_before_verb")
    clause = site.clause
    alone = site.before is None or site.before.end < item.start - len(clause)
    return comparator_of(framed, compared, clause if alone else framed.behind)


def _assembled(site: Site, compared: Comparison, framed: Frame, inherited: bool) -> Statement:
    sentence, item, link = site.sentence, site.item, site.link
    clause = site.clause
    unit, counted = unit_of(sentence, item, framed, site.last_indicator)
    name, named_by = measured(site, framed, unit)
    if counted and link is not None and link.indicator:
        counted = name
    time = time_of(sentence, item, site.context, link.year if link else None)
    counted = thing(counted, unit, name, named_by)
    kind, direction, meant_by = kind_and_direction(framed, item, compared, time.past, clause, site.last_kind, name)
    change, changed_by = change_period(framed, item, direction, kind, time, sentence, site.context)
    several = change != "level" and time.period is not None and time.period.several
    strength, word = wording(_governing(sentence, item))
    place = scope(framed, site.context)
    trust, doubts = confidence(framed, item, inherited, name, bool(site.context.section_titles))
    decided = Decided(named_by, meant_by, changed_by, word, doubts)
    return Statement(
        number_start=item.start,
        number_end=item.number.end,
        value=item.number.value,
        value_max=item.number.value_max,
        base_value=link.base_value if link else None,
        unit=unit,
        unit_text=None if "/" in item.measure.text and item.measure.text[0].isdigit() else item.measure.text or None,
        counted_object=counted,
        indicator=name,
        kind=kind,
        direction=direction,
        comparator=compared.comparator,
        comparator_text=compared.text,
        rule_id=rule_of(framed, link, item),
        confidence=trust,
        scope=place,
        change_period=change,
        target_year=time.target_year,
        base_year=time.base_year,
        # What was added up over several years, or grew by year, is about no one year.
        reference_year=None if several else time.reference_year,
        time_basis=time.basis,
        bindingness="binding" if "约束性" in clause else "anticipated" if "预期性" in clause else None,
        wording_strength=strength,
        reasons=reasons_of(site, framed, compared, time, place, decided),
    )
