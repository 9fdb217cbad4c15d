"""Furniture of the web page that a text was copied from: buttons, credits, share links, lists of links."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

# It stands before or behind the text, within so many lines; in between the same words may be the text's own.
_TOP_LINES, _BOTTOM_LINES = 40, 40
_LONGEST_LINE = 240
_LONGEST_CREDIT = 60
_LONGEST_NAME = 15
_LONGEST_LINK = 80
_DATE = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[:：时]\d{2}(?:[:：分]\d{2}秒?|分)?"
_SIGNS = r"[\s|:：【】\[\]()（）·/>＞]+"
_BREADCRUMB = re.compile(r"(?:首页|Home)\s*(?:[>»＞/]\s*[^>»＞/]{1,20}\s*){1,8}")
_HASH = re.compile(r"[0-9a-f]{16,64}[:：]?")
_CREDIT_VALUE = re.compile(r"[^\d。；，.]*")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What makes a line furniture (`mark`), what may stand beside that (`filler`), credits and closing headings."""

    mark: re.Pattern[str]
    filler: re.Pattern[str]
    credit: re.Pattern[str]
    closing: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    path = Path(__file__).with_suffix(".yaml")
    text = path.read_text(encoding="utf-8")
    words: dict[str, list[str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    either = {key: "|".join(map(re.escape, sorted(value, key=len, reverse=True))) for key, value in words.items()}
    credit = rf"(?:{either['credits']})\s*[:：]\s*"
    name = rf"[^\s:：|]{{0,{_LONGEST_NAME}}}?(?=[\s|]|$|{either['marks']})"
    filler = f"{credit}{name}|{_DATE}|{either['marks']}|{either['fillers']}|{_SIGNS}"
    closing = rf"(?:{either['closing']})\s*[:：>＞]*"
    return _Patterns(re.compile(either["marks"]), re.compile(filler), re.compile(credit), re.compile(closing))


def web_furniture(texts: Sequence[str]) -> set[int]:
    """Indexes of the lines that a web page has added, from the stripped texts of all lines."""
    patterns = _patterns()
    filled = [index for index, text in enumerate(texts) if text]
    near = sorted({*filled[:_TOP_LINES], *filled[-_BOTTOM_LINES:]})
    sure = {index for index in near if _is_furniture(texts[index], patterns)}
    sure |= _behind_closing(texts, filled[-_BOTTOM_LINES:], patterns)
    weak = {index for index in near if len(texts[index]) <= _LONGEST_LINE and not patterns.filler.sub("", texts[index])}
    _spread(sure, weak, near)
    for index, following in itertools.pairwise(near):
        # `来源:` alone on its line: the name is on the next.
        bare = patterns.credit.match(texts[index])
        if bare and bare.end() == len(texts[index]) and len(texts[following]) <= _LONGEST_NAME:
            sure |= {index, following}
    _spread(sure, weak, near)
    return sure


def _is_furniture(text: str, patterns: _Patterns) -> bool:
    if _HASH.fullmatch(text) or _BREADCRUMB.fullmatch(text):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    credit = patterns.credit.match(text)
    if not patterns.filler.sub("", text):
        return bool(credit or patterns.mark.search(text))
    return bool(credit and len(text) <= _LONGEST_CREDIT and _CREDIT_VALUE.fullmatch(text, credit.end()))


def _behind_closing(texts: Sequence[str], bottom: Sequence[int], patterns: _Patterns) -> set[int]:
    """A closing heading (`相关报道`) and the links behind it, if only short lines follow."""
    for at, index in enumerate(bottom):
        if patterns.closing.fullmatch(texts[index]):
            rest = bottom[at:]
            return set(rest) if all(len(texts[k]) <= _LONGEST_LINK for k in rest) else {index}
    return set()


def _spread(sure: set[int], weak: set[int], near: Sequence[int]) -> None:
    """Lines of mere fillers are furniture where they touch furniture."""
    for order in (near, near[::-1]):
        last = None
        for index in order:
            if index in weak and last in sure:
                sure.add(index)
            last = index
