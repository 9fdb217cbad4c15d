"""The unit or measure word behind a Chinese number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.targets.lexicon_zh import Words, vocabulary, word_list, words
from extractors.targets.units import units

_PER = re.compile(r"(?:每|/|／)(日|天|年|月|人|户|亩|吨|公里|平方米|平方公里|小时|千人|万人|人·月|人·年)")
# A rate that has no symbol of its own keeps the symbol of what is counted: 0.6人/百亿元.
_RATE = re.compile(r"/[\u4e00-\u9fff]{1,5}?(?=以[上下内]|左右|[，。、；）]|$)")
_EACH = re.compile(
    r"(?:每|(?<![0-9.一二三四五六七八九十百千万亿几数多余上]))(十万|百万|百|千|万|10万|100万|1万|100|1000)(?:名|户|个)?([\u4e00-\u9fff]{0,8}?)(?:人口|居民|人|老人|老年人|儿童|职工|劳动力|从业人员)"
)
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HEADS = {"千人": 1000, "万人": 10000, "十万人": 100000}
_RATE_SYMBOLS = {("persons", 1000), ("persons", 10000), ("persons", 100000), ("count", 1000), ("count", 10000)}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number counts in.

    Attributes:
        symbol: Symbol of `schemas/units.csv`; None where nothing was printed behind the number.
        text: As printed.
        end: Where it ends in the sentence.
        counted: Whether it is a measure word, so that a noun says what is counted.
    """

    symbol: str | None
    text: str
    end: int
    counted: bool = False


@cache
def printed_units() -> Words:
    """Every printed unit with its symbol: the vocabulary's and those of `units.csv`."""
    printed: dict[str, str] = {}
    for unit in units().values():
        for word in unit.words_zh:
            printed[word] = unit.symbol
    printed.update(dict.fromkeys(vocabulary("units")["measure_words"], "count"))
    printed.update(vocabulary("units")["units"])
    return words(printed)


def measure_at(sentence: str, start: int) -> Measure:
    """The unit that begins at `start`; an empty one where none does."""
    table = printed_units()
    word = table.at(sentence, start)
    if word is None or (len(word) == 1 and word_list("units", "not_measures").at(sentence, start)):
        return Measure(None, "", start)
    following = sentence[start + len(word) : start + len(word) + 1]
    if word[-1] in _LATIN and following in _LATIN and following:
        return Measure(None, "", start)  # 20th
    if word == "方" and start and sentence[start - 1] in "一两三四八多各":
        return Measure(None, "", start)
    if word == "方" and sentence[start + 1 : start + 2] in ("面", "案", "式", "向"):
        return Measure(None, "", start)
    symbol = table.meaning[word]
    end = start + len(word)
    per = _PER.match(sentence, end)
    if per and (joined := _joined(word, per.group(1))):
        return Measure(joined, sentence[start : per.end()], per.end())
    if (rate := _RATE.match(sentence, end)) and (size := _HEADS.get(rate.group()[1:])):
        return Measure(per_head(symbol, size), sentence[start : rate.end()], rate.end())
    if rate:
        return Measure(symbol, sentence[start : rate.end()], rate.end())
    counted = symbol == "count" or (symbol == "persons" and word in word_list("units", "person_words").meaning)
    # 二次 and 人次 aside, a measure word may take a bracket: 5万户（套）.
    return Measure(symbol, word, end, counted=counted)


def _joined(word: str, denominator: str) -> str | None:
    """The symbol of a rate whose denominator is printed behind: 立方米每日 reads as 立方米/日."""
    day = "日" if denominator == "天" else denominator
    return printed_units().meaning.get(f"{word}/{day}")


@dataclass(frozen=True, slots=True)
class Denominator:
    """每万人口 in front of a noun: its own numeral is no number of its own."""

    start: int
    end: int
    size: int


def denominator_before(sentence: str, start: int, end: int) -> Denominator | None:
    """The last 每千 … 人口 between `start` and `end`."""
    last = None
    for match in _EACH.finditer(sentence, start, end):
        last = match
    if last is None:
        return None
    return Denominator(last.start(1), last.end(1), vocabulary("units")["denominators"][last.group(1)])


def per_head(symbol: str, size: int) -> str:
    """The rate's symbol: persons for each 10000 persons; the plain unit where there is none such."""
    return f"{symbol}/{size} persons" if (symbol, size) in _RATE_SYMBOLS else symbol
