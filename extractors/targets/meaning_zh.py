"""What a Chinese quantity means: target, project, limit or fact; direction; time; wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.targets.clauses_zh import Frame
from extractors.targets.comparators_zh import Comparison
from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.quantities_zh import Quantity
from extractors.targets.statement import ChangePeriod, Context, Direction, Kind, TimeBasis, Wording

_YEAR = re.compile(r"(由|从|比|较|与)?(?<![0-9])((?:19|20)\d\d)年(?:底|末)?(前|以前|之前)?(的|建成的|以来)?")
_PLAN_ENDS = {"十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
_PLAN = re.compile('[“"]?(十[一二三四五六]?)五[”"]?(?:时期|规划|计划|期间|末|主要|目标|发展)')
_TITLE_YEAR = re.compile(r"(20\d\d)年")


@dataclass(frozen=True, slots=True)
class Time:
    """The year a statement is about and how it is known; `past` where it is done already."""

    past: bool
    target_year: int | None
    basis: TimeBasis
    base_year: int | None = None
    reference_year: int | None = None


@cache
def _title_sense(title: str) -> Literal["past", "plan"] | None:
    if any(word in title for word in vocabulary("meaning")["review_titles"]):
        return "past"
    return "plan" if any(word in title for word in vocabulary("meaning")["plan_titles"]) else None


@cache
def title_year(titles: tuple[str, ...]) -> int | None:
    """The year that the innermost section with one speaks of."""
    for title in reversed(titles):
        if found := _TITLE_YEAR.findall(title):
            return int(found[-1])
        if plan := _PLAN.search(title):
            return _PLAN_ENDS[plan.group(1)]
    return None


def time_of(sentence: str, item: Quantity, context: Context) -> Time:
    """Whether a quantity is past, and its years."""
    explicit, base = _years(sentence, item)
    past = _past(sentence, context, explicit)
    if past:
        return Time(True, None, "explicit" if explicit else "none", base, explicit)
    if explicit is not None:
        return Time(False, explicit, "explicit", base)
    if context.carried_year is not None:
        return Time(False, context.carried_year, "explicit", base)
    if (year := title_year(context.section_titles)) is not None and (
        context.plan_start is None or year >= context.plan_start
    ):
        return Time(False, year, "section", base)
    return Time(False, context.plan_end, "document" if context.plan_end else "none", base)


def _years(sentence: str, item: Quantity) -> tuple[int | None, int | None]:
    """The year the quantity is for and the year it is compared with."""
    if "年" not in sentence:
        return None, None
    explicit = base = None
    for match in _YEAR.finditer(sentence, 0, item.end):
        year = int(match.group(2))
        if match.group(1) in ("由", "从", "比", "较", "与"):
            base = (
                year
                if "，" not in sentence[match.end() : item.start] or "到" in sentence[match.end() : item.start]
                else base
            )
        elif match.group(4) != "建成的" and sentence[match.end() : match.end() + 3] != "建成的":
            explicit = year
    return explicit, base


def _past(sentence: str, context: Context, explicit: int | None) -> bool:
    if explicit is not None and context.plan_start is not None:
        return explicit < context.plan_start
    planned = context.plan_start is not None
    for title in reversed(context.section_titles):
        sense = _title_sense(title)
        if sense == "past":
            return True
        if sense == "plan":
            planned = True
            break
    if word_list("meaning", "future_words").inside(sentence):
        return False
    if word_list("meaning", "past_words").inside(sentence):
        return True
    return not planned and word_list("meaning", "weakly_past").inside(sentence)


def kind_and_direction(
    found: Frame, item: Quantity, compared: Comparison, past: bool, clause: str
) -> tuple[Kind, Direction]:
    """Target, project, limit or fact, with its direction."""
    kind, direction = _future(found, item, compared, clause)
    return ("fact", "none") if past else (kind, direction)


def _future(found: Frame, item: Quantity, compared: Comparison, clause: str) -> tuple[Kind, Direction]:
    if item.number.value == 0 and item.measure.symbol is None:
        return "target", "reach"
    if item.number.form == "doubling":
        return "target", "increase_by"
    if _is_limit(found, compared, clause):
        return "limit", "maintain"
    verb_class = found.verb_class
    amount = item.measure.symbol not in ("%", "pp", "‰", "times", "ratio")
    if verb_class in ("increase_by", "reduce_by"):
        if amount and found.behind and found.verb in vocabulary("verbs")["improving"]:
            return "project", "build"
        if amount and (found.verb_first or found.behind):
            return ("project", "add") if verb_class == "increase_by" else ("target", "reduce_by")
        return "target", "increase_by" if verb_class == "increase_by" else "reduce_by"
    if verb_class in ("cap", "keep"):
        return "target", "maintain"
    if verb_class == "add" and amount:
        return "project", "add"
    if verb_class == "build" and amount:
        return "project", "build"
    growth = vocabulary("verbs")["growth_nouns"]
    subject = found.subject.rstrip("年均")
    for noun, direction in growth.items():
        if subject.endswith(noun):
            return "target", direction
    if verb_class == "reach" or not amount or (verb_class is None and not found.behind):
        added = "新增" in found.subject[:8] and amount and verb_class is None
        done = _is_activity(subject) and amount and verb_class is None
        if done:
            return "project", "build"
        return "target", "add" if added else "reach"
    return "project", "build"


def _is_activity(subject: str) -> bool:
    return subject.endswith(tuple(vocabulary("verbs")["activities"]))


def _is_limit(found: Frame, compared: Comparison, clause: str) -> bool:
    if any(word in found.behind or word in clause for word in vocabulary("comparators")["floor_nouns"]):
        return True
    if found.verb_class == "cap" or compared.before in vocabulary("comparators")["limits_before"]:
        return True
    return compared.comparator == "le" and found.verb_class != "reach" and not found.behind


def comparator_of(found: Frame, compared: Comparison, clause: str) -> Comparison:
    """A red line is a floor although no word says so; what is controlled at a level may not pass it."""
    if compared.comparator != "eq":
        return compared
    floor = any(word in found.behind or word in clause for word in vocabulary("comparators")["floor_nouns"])
    if floor:
        return Comparison("ge", compared.text, compared.lead, compared.end, compared.before)
    if found.verb_class == "cap":
        return Comparison("le", found.verb, compared.lead, compared.end, found.verb)
    return compared


def change_period(found: Frame, direction: Direction, kind: Kind, annual_scope: str) -> ChangePeriod:
    """annual, cumulative or level."""
    if any(word in found.adverbs or word in annual_scope for word in ("年均", "每年", "年平均")):
        return "annual"
    if direction in ("increase_by", "reduce_by", "add", "build"):
        return "cumulative"
    if kind == "fact" and (found.verb_class in ("build", "add", "increase_by", "reduce_by") or "累计" in found.adverbs):
        return "cumulative"
    return "level"


def wording(sentence_part: str) -> Wording:
    """Hard, soft or neutral, by the words of the clause and the one before."""
    if word_list("meaning", "soft").inside(sentence_part):
        return "soft"
    return "hard" if word_list("meaning", "hard").inside(sentence_part) else "neutral"
