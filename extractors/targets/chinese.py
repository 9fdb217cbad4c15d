"""Chinese sentences to quantified statements, and to the numbers that are none."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.clauses_zh import Frame, clause_end, clause_start, earlier_subject, frame
from extractors.targets.comparators_zh import Comparison, compare
from extractors.targets.exclusions_zh import by_clause, by_form
from extractors.targets.indicator_zh import clean, indicator, main_noun
from extractors.targets.lexicon_zh import vocabulary
from extractors.targets.meaning_zh import change_period, comparator_of, kind_and_direction, wording
from extractors.targets.numbers_zh import has_number, numbers
from extractors.targets.quantities_zh import Quantity, quantities
from extractors.targets.relations_zh import Shared, relations
from extractors.targets.statement import Context, Reading, Rejected, Statement
from extractors.targets.times_zh import time_of
from extractors.targets.units_zh import denominator_before, per_head

# A sentence is read again when one of its numbers turns out none; a bound keeps hostile text linear.
_ROUNDS = 3
# Left-overs in an indicator that show that its clause was not understood.
_ODD = re.compile("[，。；：]|(?:达到(?!或)|提高到|增长(?!贡献|$)|突破|控制在|保持(?!率))|^[的了为将以]|[的为将]$")
_NUMERAL = re.compile("[0-9]+|[〇零一二两三四五六七八九十百千万亿]+")
_BLANK = re.compile(r"(?<![A-Za-z0-9,.])\s|\s(?![A-Za-z0-9\s])")
# Comparators that are a predicate of their own, so that no verb is taken from the quantity before.
_STATING = ("超过", "突破", "高于", "低于", "不低于", "不少于", "不超过", "接近", "跨越", "超", "逾", "破")
_ACTIVE = ("改造", "建设", "治理", "整治", "修复", "示范", "基地")


def read_chinese(sentence: str, context: Context) -> Reading:
    """Reads every number of one sentence, repaired and on one line.

    Args:
        sentence: The sentence; offsets of the result count its characters.
        context: What stands around it.

    Returns:
        The quantified statements and the numbers that are none, each number in one of the two. The A of
        'from A to B' is a part of B's statement and is handed back as `denominator`.
    """
    if not has_number(sentence):
        return Reading((), ())
    if _BLANK.search(sentence):
        return _read_spaced(sentence, context)
    found = quantities(sentence, numbers(sentence))
    rejected: list[Rejected] = []
    kept: list[Quantity] = []
    for item in found:
        reason = by_form(sentence, item)
        if reason is None:
            kept.append(item)
        else:
            rejected.append(Rejected(item.start, item.number.end, reason))
    statements = _statements(sentence, context, kept, rejected)
    # 百 of 百分点 and 10万 of 人/10万 are numerals too, and belong to the unit.
    rejected += [
        Rejected(run.start(), run.end(), "denominator")
        for item in kept
        for run in _NUMERAL.finditer(sentence, item.number.end, item.measure.end)
    ]
    return Reading(tuple(statements), tuple(sorted(rejected, key=lambda one: one.start)))


def _read_spaced(sentence: str, context: Context) -> Reading:
    """Blanks beside Chinese characters say nothing: the sentence is read without them, and offsets are put back."""
    places = [place for place in range(len(sentence)) if not _blank_at(sentence, place)]
    reading = read_chinese("".join(sentence[place] for place in places), context)

    def end_of(end: int) -> int:
        return places[end - 1] + 1

    return Reading(
        tuple(
            replace(one, number_start=places[one.number_start], number_end=end_of(one.number_end))
            for one in reading.statements
        ),
        tuple(replace(one, start=places[one.start], end=end_of(one.end)) for one in reading.rejected),
    )


def _blank_at(sentence: str, place: int) -> bool:
    """A blank that does not part two Latin words or two numbers."""
    return _BLANK.match(sentence, place) is not None


def _statements(sentence: str, context: Context, kept: list[Quantity], rejected: list[Rejected]) -> list[Statement]:
    """Reads the quantities; where one turns out a name or a duration, those beside it are read again without it."""
    made: list[Statement] = []
    for _ in range(_ROUNDS):
        made, refused = _one_round(sentence, context, kept)
        rejected.extend(Rejected(item.start, item.number.end, reason) for item, reason in refused)
        if not refused:
            break
        gone = {item.start for item, _reason in refused}
        kept = [item for item in kept if item.start not in gone]
    bases = relations(sentence, kept)
    rejected.extend(
        Rejected(kept[place].start, kept[place].number.end, "denominator")
        for place, link in bases.items()
        if link.is_base
    )
    return made


def _one_round(
    sentence: str, context: Context, kept: list[Quantity]
) -> tuple[list[Statement], list[tuple[Quantity, str]]]:
    shared = relations(sentence, kept)
    made: list[Statement] = []
    refused: list[tuple[Quantity, str]] = []
    before: Quantity | None = None
    previous: tuple[Frame, Statement] | None = None
    for position, item in enumerate(kept):
        link = shared.get(position)
        if link is not None and link.is_base:
            continue
        after = kept[position + 1] if position + 1 < len(kept) else None
        statement, framed, reason = _statement(sentence, context, item, before, after, previous, link)
        if statement is None:
            refused.append((item, reason or "unknown"))
            continue
        made.append(statement)
        previous = (framed, statement)
        before = item
    return made, refused


def _statement(
    sentence: str,
    context: Context,
    item: Quantity,
    before: Quantity | None,
    after: Quantity | None,
    previous: tuple[Frame, Statement] | None,
    link: Shared | None,
) -> tuple[Statement | None, Frame, str | None]:
    floor = clause_start(sentence, item.start)
    if before is not None and floor < before.end <= item.start:
        floor = before.end
    compared = compare(sentence, floor, item.start, item.end, item.after, item.number.more)
    framed = frame(sentence, item, compared, before, after)
    if item.measure.symbol == "times":
        # 利润总额为上一个五年的2.2倍: what it is compared with is not of the indicator.
        framed = replace(framed, subject=re.sub("(?:为|是|达到|相当于|达)[^，]{2,16}的?$", "", framed.subject))
    if link is not None:
        framed = replace(
            framed, subject=link.subject, verb=link.verb, verb_class=link.verb_class, verb_first=False, behind=""
        )
    framed, inherited = _inherit(framed, previous, link, compared)
    reason = None if link is not None else by_clause(sentence, item, compared, framed)
    if reason is not None:
        return None, framed, reason
    framed = _shared_noun(sentence, item, after, framed)
    clause = sentence[clause_start(sentence, item.start) : clause_end(sentence, item.end)]
    if link is not None and link.comparator and compared.comparator == "eq":
        compared = replace(compared, comparator=link.comparator, text=link.comparator_text)
    compared = comparator_of(
        framed, compared, clause if before is None or before.end < item.start - len(clause) else framed.behind
    )
    unit, counted = _unit(sentence, item, framed)
    name = link.indicator if link is not None and link.indicator else None
    if item.number.value == 0 and item.measure.symbol is None:
        name = clean(framed.subject.rpartition("实现")[2]) + framed.behind
    title = context.item_title
    last = previous[1].indicator if previous else clean(earlier_subject(sentence, item.start)) or None
    if last is None and context.previous:
        # 市场主体增长5%。总量达到3万户: the noun stands in the sentence before.
        before_it = context.previous.rstrip("。；！？")
        last = clean(earlier_subject(f"{before_it}，", len(before_it) + 1)) or None
    measured = name or indicator(framed, unit, counted, last, title)
    if link is not None and not name:
        measured = clean(link.subject) or last or title or ""
    time = time_of(sentence, item, context)
    kind, direction = kind_and_direction(framed, item, compared, time.past, clause)
    statement = Statement(
        number_start=item.start,
        number_end=item.number.end,
        value=item.number.value,
        value_max=item.number.value_max,
        base_value=link.base_value if link else None,
        unit=unit,
        unit_text=item.measure.text or None,
        counted_object=counted,
        indicator=measured or title or clause[:20],
        kind=kind,
        direction=direction,
        comparator=compared.comparator,
        comparator_text=compared.text,
        rule_id=_rule(framed, link, item),
        confidence=_confidence(framed, item, inherited, measured, context),
        scope=_scope(framed, context),
        change_period=change_period(framed, direction, kind, sentence[framed.start : item.end]),
        target_year=time.target_year,
        base_year=time.base_year,
        reference_year=time.reference_year,
        time_basis=time.basis,
        bindingness="binding" if "约束性" in clause else "anticipated" if "预期性" in clause else None,
        wording_strength=wording(sentence[max(0, item.start - 60) : item.end + 8]),
    )
    return statement, framed, None


def _inherit(
    framed: Frame, previous: tuple[Frame, Statement] | None, link: Shared | None, compared: Comparison
) -> tuple[Frame, bool]:
    """In a list the verb stands once: 新增A 5公顷、B 6公顷; 增长3%、4%."""
    if link is not None or framed.verb is not None or not framed.joined or previous is None:
        return framed, False
    last = previous[0]
    if not framed.subject and not framed.behind and last.verb is not None:
        return replace(framed, verb=last.verb, verb_class=last.verb_class, adverbs=last.adverbs), True
    stated = framed.subject and compared.before in _STATING
    if not stated and (last.verb_class in ("build", "add") or (last.verb_class and last.verb_first)):
        return replace(framed, verb=last.verb, verb_class=last.verb_class, verb_first=last.verb_first), True
    return framed, False


def _shared_noun(sentence: str, item: Quantity, after: Quantity | None, framed: Frame) -> Frame:
    """30个全国性和70个区域性…基地: the noun stands behind the last; so does the activity of several nouns."""
    if after is None or not framed.behind or after.start - item.end > 24:
        return framed
    noun = sentence[after.end : clause_end(sentence, after.end)]
    if len(framed.behind) <= 5 and framed.behind.endswith(("性", "级", "型")):
        own = re.match(r"[^，、]{1,4}?[性级型]", noun)
        if own and len(noun) > own.end():
            return replace(framed, behind=framed.behind + noun[own.end() :])
    tail = re.split("[、，]", sentence[item.end : clause_end(sentence, item.end)][-24:])[-1]
    for activity in vocabulary("verbs")["shared_activities"]:
        if tail.endswith(activity) and not framed.behind.endswith(_ACTIVE):
            joined = re.search("[、和与及]$", sentence[item.end : after.start])
            return replace(framed, behind=framed.behind + activity) if joined else framed
    return framed


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


def _rule(framed: Frame, link: Shared | None, item: Quantity) -> str:
    if link is not None:
        return "zh.from_to" if link.base_value is not None else "zh.respectively"
    if item.number.form == "doubling":
        return "zh.doubling"
    if framed.behind:
        return "zh.counted" if framed.verb else "zh.counted_bare"
    if framed.verb_first:
        return "zh.verb_noun_number"
    if framed.verb:
        return "zh.noun_verb_number"
    return "zh.noun_number"


def _confidence(framed: Frame, item: Quantity, inherited: bool, measured: str, context: Context) -> float:
    """Lower where less was printed: no verb, no unit, a numeral, a subject taken from elsewhere."""
    value = 0.95
    value -= 0.08 if framed.verb is None else 0.0
    value -= 0.1 if item.measure.symbol is None else 0.0
    value -= 0.1 if item.number.form in ("zh", "half") else 0.0
    value -= 0.05 if inherited else 0.0
    value -= 0.08 if not clean(framed.subject) and not framed.behind else 0.0
    value -= 0.1 if len(measured) > 24 or len(measured) < 2 else 0.0
    value -= 0.15 if _ODD.search(measured) else 0.0
    value -= 0.05 if not context.section_titles else 0.0
    return round(max(0.3, value), 2)


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
