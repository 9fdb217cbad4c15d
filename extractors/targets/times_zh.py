"""When a Chinese quantity is meant: done or to be done, its year and base year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extractors.targets.bounds_zh import clause_end, clause_start
from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.quantities_zh import Quantity
from extractors.targets.running_zh import period_in
from extractors.targets.statement import Context, Period, TimeBasis

_YEAR = re.compile(
    r"(由|从|比|较|与|[快高低好优]于|领先)?(?<![0-9])((?:19|20)\d\d)年(?:底|末)?(前|以前|之前)?(的基础上|基础上|的|建成的|以来)?"
)
_FROM = ("由", "从", "比", "较", "与", "快于", "高于", "低于", "好于", "优于", "领先")
# A year further in front than this many characters is looked for no longer once one is found.
_NEAR = 400
_PLAN_ENDS = {"十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
_PLAN = re.compile('[“"]?(十[一二三四五六]?)五[”"]?(?:时期|规划|计划|期间|末|主要|目标|发展)')
_PLAN_BASE = re.compile('(?:比|较)[“"]?(十[一二三四]?)五[”"]?(?:时期|期)?末[^，。；]*$')
# An exact figure in a statement without a verb, or with 为.
_TIMES = re.compile("[0-9.]+倍|[0-9.]+倍?[、和][0-9.]+倍")
_PERFECTIVE = re.compile(
    "[\u4e00-\u9fff]{2}(?<![为除极罢免受])(?<!明确|提出|制定|确定|设定|部署|规划|描绘|绘就|设置|细化|安排)了(?![解望如结断然却不])"
)
_EXACT = re.compile(r"(?:\d{3}|\d\.\d)[\d.]*[万亿]{0,2}(?:元|人|吨|公顷|‰|%|％|户|家|个)")
_TITLE_YEAR = re.compile(r"(20\d\d)年")


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


@cache
def _title_sense(title: str) -> Literal["past", "plan", "mixed"] | None:
    """What a section's title speaks of; mixed where the plan follows the review: 发展成就和…目标任务."""
    review = max((title.find(word) for word in vocabulary("meaning")["review_titles"]), default=-1)
    plan = max((title.rfind(word) for word in vocabulary("meaning")["plan_titles"]), default=-1)
    if review >= 0:
        return "mixed" if plan > review and re.search("[和与及、]", title[review:plan]) else "past"
    return "plan" if plan >= 0 else None


@cache
def title_year(titles: tuple[str, ...]) -> int | None:
    """The year that the innermost section with one speaks of."""
    for title in reversed(titles):
        if found := _TITLE_YEAR.findall(title):
            return int(found[-1])
        if plans := _PLAN.findall(title):
            return _PLAN_ENDS[plans[-1]]
    return None


def time_of(sentence: str, item: Quantity, context: Context) -> Time:
    """Whether a quantity is past, and its years."""
    explicit, base = _years(sentence, item)
    clause = sentence[clause_start(sentence, item.start) : clause_end(sentence, item.end)]
    named = period_in(sentence, item.start, context)
    period = named or context.period
    if explicit is not None and (named is None or not named.one_year) and _inside(sentence, explicit):
        period = Period(explicit, explicit, False)
    past, tense, cue = _past(sentence, clause, context, explicit, named)
    if past:
        reviewed = explicit if explicit is not None else _reviewed_year(sentence, context, named)
        basis: TimeBasis = "explicit" if explicit or (named and reviewed) else "section" if reviewed else "none"
        return Time(True, None, basis, base, reviewed, period, f"reviewed_{basis}", tense, cue)
    year, basis, rule = _target_year(context, explicit, named)
    return Time(False, year, basis, base, None, period, rule, tense, cue)


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
    period = named or context.period
    if period is not None and (period.past or context.plan_start is None):
        return period.end
    if _says(sentence, "many_years"):
        return None
    for title in reversed(context.section_titles):
        years = _TITLE_YEAR.findall(title)
        if years or _PLAN.search(title):
            return int(years[0]) if len(years) == 1 and not _PLAN.search(title) else None
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
            or _TIMES.match(sentence, match.end()) is not None,
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
        base = _PLAN_ENDS[plan.group(1)]
    return explicit, base


@lru_cache(maxsize=32)
def _says(sentence: str, cue: str) -> str | None:
    return word_list("meaning", cue).inside(sentence)


def _done_in(clause: str) -> str | None:
    """打造了5万个村庄: the verb with 了, unless the text tells what it sets out itself."""
    found = _PERFECTIVE.search(clause)
    return found.group() if found else None


def _past(
    sentence: str, clause: str, context: Context, explicit: int | None, named: Period | None
) -> tuple[bool, str, str | None]:
    """Whether it is done, the rule that says so, and its words."""
    announcing = _says(sentence, "announcing")
    sense, nested = _sense(context.section_titles)
    future = _says(sentence, "future_words") or announcing
    if explicit is not None and context.plan_start is not None:
        within = explicit <= (context.plan_end or explicit)
        if within and not future and (word := _says(sentence, "perfective") or _done_in(clause)):
            return True, "perfective", word  # 到2024年，用水量下降了15%
        if within and sense is None and not future and (word := _says(sentence, "compared_with_last_year")):
            return True, "reporting_word", word
        if sense == "past" and within and not future and explicit >= context.plan_start:
            return True, "review_title", None
        return explicit < context.plan_start, "year_against_plan", f"{explicit}年"
    if named is not None and context.plan_start is not None and not announcing:
        return named.past, "named_period", None
    if sense == "past":
        reviewed = title_year(context.section_titles)
        later = explicit is not None and reviewed is not None and explicit > reviewed
        return not later and not announcing, "review_title", announcing
    if future:
        return False, "future_word", future
    if word := _says(sentence, "past_words") or _says(sentence, "perfective") or _done_in(clause):
        return True, "past_word", word
    if sense == "mixed":
        return not nested, "mixed_title", None
    if sense == "plan":
        return False, "plan_title", None
    running = context.period
    if context.plan_start is not None and running is not None and running.past and explicit is None:
        return True, "running_period", None
    if context.plan_start is not None or explicit is not None:
        return False, "plan_document", None
    if word := _says(sentence, "weakly_past"):
        return True, "past_word", word
    return _reported(sentence)


@lru_cache(maxsize=32)
def _reported(sentence: str) -> tuple[bool, str, str | None]:
    """A statistical report: comparisons with the year before, exact figures, and no wish."""
    if word := _says(sentence, "reporting"):
        return True, "reporting_word", word
    exact = _EXACT.search(sentence)
    if exact is not None and not _says(sentence, "wishes"):
        return True, "exact_figure", exact.group()
    return False, "no_sign_of_the_past", None


def _sense(titles: tuple[str, ...]) -> tuple[Literal["past", "plan", "mixed"] | None, bool]:
    """The sense of the innermost title with one, and whether other titles stand under it."""
    outer_past = any(_title_sense(title) == "past" for title in titles[:-1])
    for depth, title in enumerate(reversed(titles)):
        if sense := _title_sense(title):
            if sense == "plan" and outer_past and not title.endswith(tuple(vocabulary("meaning")["plan_title_ends"])):
                continue  # 推进改革部署落地 inside a review is a part of it
            return sense, depth > 0
    return None, False
