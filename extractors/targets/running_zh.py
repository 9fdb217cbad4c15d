"""The period that a running Chinese text speaks of: set by a heading, changed by openers, kept until the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.targets.script_zh import simplified
from extractors.targets.statement import Context, Period
from extractors.targets.tenses_zh import looks_ahead, looks_back, reports, year_told
from extractors.targets.titles_zh import sense_of

_PLAN_ENDS = {"八": 1995, "九": 2000, "十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030}
# Words that name a period. What is compared with it, or a plan's name, is none.
_OPENERS = re.compile(
    r"(?<![比较与超同从由至到年是为于])(?<![比较与超同从由至是为于][“\"])(?:"
    r"(?<![—\-－–至到前0-9])(?P<year>(?:19|20)\d\d)年(?=[是，,、]|全年|我[们省市区县]|主要|经济|政府|工作)"
    r"|[“\"]?(?P<plan>十[一二三四五]?|[八九])五[”\"]?(?:时期|期间|以来)(?!的?(?:[0-9一二两三四五六七八九十.]+倍|末|初))"
    r"|(?P<last>过去的?一年|这一年|一年来|去年(?!同期|底前|的基础))"
    r"|(?P<now>今年|新的一年)(?!以来[0-9])"
    r"|(?P<next>明年(?!初|底前))"
    r"|(?P<five>过去的?五年|这五年|(?<!十)五年来)"
    r"|(?P<coming>今后五年|未来五年|下一个五年|接下来五年)"
    r")"
)
# A year anywhere in a title, or a plan period with or without 时期.
_TITLED = re.compile(
    r"(?<!至)(?<![—\-－–])(?P<year>(?:19|20)\d\d)年(?![—\-－–至])|[“\"]?(?P<plan>十[一二三四五]?)五[”\"]?(?!规划|计划)"
    r"|(?P<last>过去的?一年|去年)|(?P<now>今年)|(?P<five>过去的?五年|五年来)|(?P<coming>今后五年|未来五年)"
)
# 到2027年，…: the year of what follows in the paragraph.
_GOAL_YEAR = re.compile(
    r"(?:[^，。；：]{0,8}[，：])?[^，。；：0-9]{0,8}(?:到|至|展望)(?P<year>(?:19|20)\d\d)年[底末]?(?:前?[，,]|(?=力争|基本|全面|建成|实现|形成))"
)
_WHOLE_YEAR = re.compile("(?:预计)?全年")
_FIVE = 5


@dataclass(slots=True)
class Running:
    """Follows the text of a document, paragraph by paragraph.

    Attributes:
        plan_start, plan_end: Of the document; a work report has one year.
    """

    plan_start: int | None
    plan_end: int | None
    titles: tuple[str, ...] = ()
    current: Period | None = None
    headed: tuple[Period, ...] = ()
    in_heading: Period | None = None
    outside: Period | None = None
    within: bool = False

    def enter(self, titles: Sequence[str]) -> None:
        """A paragraph begins: a new heading sets its own period, or the one that its chapter has."""
        titles = tuple(map(simplified, titles))
        if titles != self.titles:
            self.within = False
            chapter = self.titles[:1] == titles[:1]
            self.titles = titles
            headed = self._headed()
            if not chapter or headed != self.headed or (headed and self.current not in headed):
                self.headed = headed
                self.in_heading = headed[0] if len(headed) == 1 else None
                self.current = headed[0] if headed else None  # of two the one named first comes first

    def foresee(self, sentences: Sequence[str]) -> None:
        """The sentences of the paragraph, before any is read: what a later one tells holds for those in front of it.

        Up to the first that looks ahead; where a title or the paragraph's heading says what it speaks of, it decides.
        """
        if sense_of(self.titles)[0] is not None or (self.current is not None and self.current.past):
            return
        for sentence in map(simplified, sentences):
            if looks_ahead(sentence.replace("预计", "")) or _GOAL_YEAR.match(sentence):
                return
            if reports(sentence):
                year = year_told(sentence, self.plan_start, self.plan_end)
                self._hold(Period(year, year, True, told=True))
                return

    def read(self, sentence: str) -> None:
        """A sentence has been read: the last opener in it holds for what follows."""
        sentence = simplified(sentence)
        for at, found in openers(sentence, self.plan_start, self.plan_end):
            later = self.plan_start is not None and found.one_year and (found.start or 0) > self.plan_start
            if _opens(sentence, at) and not later:  # 2027年建成…: that date is of one thing
                self.current, self.within = found, False
        if _WHOLE_YEAR.match(sentence) and (one := next((each for each in self.headed if each.one_year), None)):
            self.current, self.within = one, False
        self._follow(sentence)

    def _follow(self, sentence: str) -> None:
        """What a sentence looks back on, or the year it looks ahead to, holds for the paragraph."""
        goal = _GOAL_YEAR.match(sentence)
        back = looks_back(sentence, self.titles)
        told = year_told(sentence, self.plan_start, self.plan_end)
        if goal and not back and self.plan_start is not None and int(goal["year"]) >= self.plan_start:
            self._hold(Period(self.plan_start, int(goal["year"]), False))
        elif self.current is not None and self.current.past and not self.current.told:
            return  # the heading's period is more exact
        elif told is not None or (back and (self.current is None or not self.current.past)):
            headed = self.current if told is None and sense_of(self.titles)[0] == "past" else None
            years = (headed.start, headed.end) if headed else (told, told)
            self._hold(Period(*years, True, told=headed is None))
        elif self.within and looks_ahead(sentence):
            self._return()

    def _hold(self, period: Period) -> None:
        if not self.within:
            self.outside, self.within = self.current, True
        self.current = period

    def _return(self) -> None:
        self.current, self.within = self.outside, False

    def leave(self) -> None:
        """A paragraph ends: what does not go with the heading's period ends with it."""
        if self.within:
            self._return()
        if self.in_heading is not None and self.current != self.in_heading and not self._goes_on():
            self.current = self.in_heading

    def _goes_on(self) -> bool:
        return self.current is not None and self.in_heading is not None and self.current.past and self.in_heading.past

    def _headed(self) -> tuple[Period, ...]:
        for title in reversed(self.titles):
            found = [self._of(match) for match in _TITLED.finditer(title)]
            if any(found):
                return tuple(dict.fromkeys(one for one in found if one is not None))
        return ()

    def _of(self, match: re.Match[str]) -> Period | None:
        return _period(match, self.plan_start, self.plan_end)


def period_in(sentence: str, end: int, context: Context) -> Period | None:
    """The period that a sentence names itself before `end`: the last one."""
    found = [one for at, one in openers(sentence, context.plan_start, context.plan_end) if at < end]
    return found[-1] if found else None


def opened_behind(sentence: str, end: int, words: str, context: Context) -> bool:
    """Whether the last period that a sentence names before `end` stands behind the last of these words."""
    places = [at for at, _one in openers(sentence, context.plan_start, context.plan_end) if at < end]
    return bool(places) and places[-1] > sentence.rfind(words, 0, end)


@lru_cache(maxsize=16)
def openers(sentence: str, plan_start: int | None, plan_end: int | None) -> tuple[tuple[int, Period], ...]:
    """Every period that the sentence names, with its place."""
    made = ((match.start(), _period(match, plan_start, plan_end)) for match in _OPENERS.finditer(sentence))
    return tuple((at, one) for at, one in made if one is not None)


def _opens(sentence: str, at: int) -> bool:
    """Whether a period stands where it opens what follows: at the beginning of a clause, or nearly."""
    before = re.split("[，。；！？：,!]", sentence[:at])[-1]
    return len(before.strip('“”" 　')) <= 6  # 回顾五年来, 在“十四五”时期, 刚刚过去的2025年


def _period(match: re.Match[str], plan_start: int | None, plan_end: int | None) -> Period | None:
    groups = match.groupdict()
    now = plan_start if plan_start is not None and plan_end in (None, plan_start) else None
    if groups.get("year"):
        year = int(groups["year"])
        return Period(year, year, plan_start is not None and year < plan_start)
    if groups.get("plan"):
        end = _PLAN_ENDS[groups["plan"]]
        return Period(end - _FIVE + 1, end, plan_start is not None and end < plan_start)
    if groups.get("five") and plan_start is not None:
        return Period(plan_start - _FIVE, plan_start - 1, True)
    if groups.get("coming") and plan_start is not None:
        return Period(plan_start, plan_start + _FIVE - 1, False)
    if now is None:
        return None
    if groups.get("last"):
        return Period(now - 1, now - 1, True)
    if groups.get("now"):
        return Period(now, now, False)
    return Period(now + 1, now + 1, False) if groups.get("next") else None
