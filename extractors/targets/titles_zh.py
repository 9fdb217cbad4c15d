"""What the titles that a Chinese sentence stands under speak of: what was, what is to be, and which year."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractors.targets.lexicon_zh import vocabulary, word_list

PLAN_ENDS = {"十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
PLAN = re.compile('[“"]?(十[一二三四五六]?)五[”"]?(?:时期|规划|计划|期间|末|主要|目标|发展)')
TITLE_YEAR = re.compile(r"(20\d\d)年")
# 第四章, （二）, 3. in front of a title's words; an empty match where none stands.
_NUMBERED = re.compile("(?:第?[（(]?[一二三四五六七八九十百0-9]{1,4}[章节篇条）)、.．])?[ 　]*")


@cache
def _title_sense(title: str) -> Literal["past", "plan", "mixed"] | None:
    """What a section's title speaks of; mixed where the plan follows the review: 发展成就和…目标任务."""
    words = [word for word in vocabulary("meaning")["review_titles"] if word in title]
    if words and word_list("meaning", "hastening").at(_NUMBERED.sub("", title, count=1), 0):
        words = [word for word in words if word not in vocabulary("meaning")["results"]]  # 加快…，提升…成效
    review = max((title.find(word) for word in words), default=-1)
    plan = max((title.rfind(word) for word in vocabulary("meaning")["plan_titles"]), default=-1)
    if review < 0 and title.endswith("成果") and not word_list("meaning", "worked_on").inside(title):
        return "past"
    if review >= 0:
        return "mixed" if plan > review and re.search("[和与及、]", title[review:plan]) else "past"
    return "plan" if plan >= 0 else None


@cache
def title_year(titles: tuple[str, ...]) -> int | None:
    """The year that the innermost section with one speaks of."""
    for title in reversed(titles):
        if found := TITLE_YEAR.findall(title):
            return int(found[-1])
        if plans := PLAN.findall(title):
            return PLAN_ENDS[plans[-1]]
    return None


def sense_of(titles: tuple[str, ...]) -> tuple[Literal["past", "plan", "mixed"] | None, bool]:
    """The sense of the innermost title with one, and whether other titles stand under it."""
    outer_past = any(_title_sense(title) == "past" for title in titles[:-1])
    for depth, title in enumerate(reversed(titles)):
        if sense := _title_sense(title):
            if sense == "plan" and outer_past and not title.endswith(tuple(vocabulary("meaning")["plan_title_ends"])):
                continue  # 推进改革部署落地 inside a review is a part of it
            return sense, depth > 0
    return None, False
