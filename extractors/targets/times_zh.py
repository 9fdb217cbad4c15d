"""When a Chinese quantity is meant: done or to be done, its year and base year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.targets.bounds_zh import clause_end, clause_start
from extractors.targets.quantities_zh import Quantity
from extractors.targets.running_zh import opened_behind, period_in
from extractors.targets.statement import Context, Period, TimeBasis
from extractors.targets.tenses_zh import THIS_YEAR, says, tense_of
from extractors.targets.titles_zh import PLAN, PLAN_ENDS, TITLE_YEAR, title_year

_YEAR = re.compile(
    r"(由|从|(?<![占对])比|较|与|基于|[快高低好优]于|领先)?(?<![0-9])((?:19|20)\d\d)(?:年|(?<=[：、，；]20[2-6]\d)(?=[成实达减建]))(?:底|末)?(前|以前|之前)?(的基础上|基础上|的|建成的|以来)?"
)
_FROM = ("基于", "由", "从", "比", "较", "与", "快于", "高于", "低于", "好于", "优于", "领先")
# A year further in front than this many characters is looked for no longer once one is found.
_NEAR = 400
_PLAN_BASE = re.compile('(?:比|较)[“"「]?(十[一二三四]?)五[”"」]?(?:时期|期)?末[^，。；]*$')
_TIMES = re.compile("[0-9.]+倍|[0-9.]+倍?[、和][0-9.]+倍")


@dataclass(frozen=True, slots=True)
class Time:
    """The year a statement is about and how it is known; `past` where it is done already.

    `rule` names what gave the year, `tense` what said that it is past or not, `cue` the words of that.
    """

    past: bool
    target_year: int | None
    basis: TimeBasis
    base_year: int | None = None
    reference_year: int | None = None
    period: Period | None = None
    rule: str = "none"
    tense: str = "none"
    cue: str | None = None


def time_of(sentence: str, item: Quantity, context: Context, own: int | None = None) -> Time:
    """Whether a quantity is past, and its years; `own` is the one that a row of years gives it."""
    explicit, base = _years(sentence, item)
    explicit = own or explicit
    clause = sentence[clause_start(sentence, item.start) : clause_end(sentence, item.end)]
    named = period_in(sentence, item.start, context)
    period = named or context.period
    earlier = explicit is not None and named is not None and explicit < (context.plan_start or explicit)
    if earlier and named and not named.past and opened_behind(sentence, item.start, f"{explicit}年", context):
        explicit = None  # 到2020年已完成5亿元，“十四五”时期将安排8亿元
    if explicit is not None and (named is None or not named.one_year) and _inside(sentence, explicit):
        period = Period(explicit, explicit, False)
    tense = tense_of(sentence, clause, context, explicit, named)
    if tense.past:
        if tense.apart and explicit is not None and explicit >= (context.plan_start or explicit):
            explicit = None  # 到2035年建成10个，目前已有3个
        reviewed = explicit if explicit is not None else _reviewed_year(sentence, context, named)
        if reviewed is None and base is not None and base + 1 == context.plan_start == context.plan_end:
            reviewed = context.plan_start  # 比2023年增长2%, in a document of 2024
        basis: TimeBasis = "explicit" if explicit or (named and reviewed) else "section" if reviewed else "none"
        return Time(True, None, basis, base, reviewed, period, f"reviewed_{basis}", tense.rule, tense.cue)
    year, basis, rule = _target_year(context, explicit, named)
    return Time(False, year, basis, base, None, period, rule, tense.rule, tense.cue)


def _target_year(context: Context, explicit: int | None, named: Period | None) -> tuple[int | None, TimeBasis, str]:
    if explicit is not None:
        return explicit, "explicit", "printed_year"
    if context.carried_year is not None:
        return context.carried_year, "explicit", "carried_year"
    if named is not None and not named.past:
        return named.end, "explicit", "named_period"
    if context.period is not None and not context.period.past and context.plan_start is not None:
        return context.period.end, "section", "running_period"
    if (year := title_year(context.section_titles)) is not None and (
        context.plan_start is None or year >= context.plan_start
    ):
        return year, "section", "title_year"
    return context.plan_end, "document" if context.plan_end else "none", "last_year_of_plan"


def _inside(sentence: str, year: int) -> bool:
    """Whether something happened in a year, and not up to it: 到2030年 says nothing of how long it took."""
    return re.search(rf"(?<![到至]){year}年(?![底末以前初])", sentence) is not None


def _reviewed_year(sentence: str, context: Context, named: Period | None) -> int | None:
    """The one year that a review is of, or the last of several, for a level; the running text wins over titles."""
    if context.plan_start is not None and context.plan_end in (None, context.plan_start) and THIS_YEAR.search(sentence):
        return context.plan_start
    period = named or context.period
    if period is not None and period.end is not None and (period.past or context.plan_start is None):
        return period.end
    if says(sentence, "many_years") and "全年" not in sentence:
        return None
    for title in reversed(context.section_titles):
        years = TITLE_YEAR.findall(title)
        if years or PLAN.search(title):
            return int(years[0]) if len(years) == 1 and not PLAN.search(title) else None
    return None


@lru_cache(maxsize=8)
def _printed_years(sentence: str) -> tuple[tuple[int, int, int, bool, bool], ...]:
    """Every year of a sentence once: start, end, year, whether it is a base, whether it only dates a thing."""
    return tuple(
        (
            match.start(),
            match.end(),
            int(match.group(2)),
            match.group(1) in _FROM
            or (match.group(4) or "").endswith("基础上")
            or _TIMES.match(sentence, match.end()) is not None
            # 恢复到2019年的95%, 相当于2019年同期的98%
            or sentence[: match.start()].endswith(("恢复到", "恢复至", "相当于")),
            match.group(4) == "建成的" or sentence.startswith("建成的", match.end()),
        )
        for match in _YEAR.finditer(sentence)
    )


def _years(sentence: str, item: Quantity) -> tuple[int | None, int | None]:
    """The year the quantity is for and the year it is compared with: the last of each in front of it."""
    explicit = base = None
    for _start, end, year, is_base, dates in reversed(_printed_years(sentence)):
        if end > item.end:
            continue
        if is_base and base is None:
            between = sentence[end : min(item.start, end + 40)]
            base = year if "，" not in between or "到" in between else None
        elif item.measure.symbol == "times" and item.start - end < 4 and sentence[end - 1] == "的":
            base = year  # 达到2020年的1.8倍
        elif not is_base and not dates and explicit is None:
            explicit = year
        if (explicit is not None and base is not None) or item.start - end > _NEAR:
            break
    if base is None and (plan := _PLAN_BASE.search(sentence, max(0, item.start - 40), item.start)):
        base = PLAN_ENDS[plan.group(1)]
    return explicit, base
