"""Comparators around a Chinese number: 超过, 近, 以上, 左右, 控制在 … 以内."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.statement import Comparator


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a number is compared, and what was printed; `lead` is where the words in front begin."""

    comparator: Comparator
    text: str | None
    lead: int
    end: int
    before: str | None = None
    rule: str = "no_word"


_WORDS: dict[str, Comparator] = {"gt": "gt", "ge": "ge", "lt": "lt", "le": "le", "approx": "approx", "eq": "eq"}


def comparator_named(name: str) -> Comparator:
    """The comparator of a vocabulary entry."""
    return _WORDS[name]


def behind(sentence: str, end: int) -> tuple[str, int] | None:
    """A comparator that begins at `end`: its word and where it ends."""
    word = word_list("comparators", "behind").at(sentence, end)
    if word is None or (word in ("多", "余") and sentence[end + 1 : end + 2] in ("样", "元", "式", "地", "额")):
        return None
    return word, end + len(word)


def _whole(sentence: str, word: str | None, end: int) -> str | None:
    """None for a comparator that is the end of another word."""
    if word and sentence[end - len(word) - 1 : end - len(word)] in vocabulary("comparators")["word_ends"].get(word, ()):
        return None
    return word


def compare(sentence: str, floor: int, start: int, end: int, after: tuple[str, ...], more: bool) -> Comparison:
    """Reads the words in front of a number (not before `floor`) with those found behind it.

    Args:
        sentence: The sentence.
        floor: Where the clause begins.
        start: Where the number begins.
        end: Where number, unit and words behind end.
        after: Comparator words behind the number.
        more: Whether 多 or 余 stands inside it.
    """
    table = word_list("comparators", "before")
    word = _whole(sentence, table.ending(sentence, start, floor), start)
    lead = start - len(word) if word else start
    printed = "…".join(filter(None, (word, *after))) or None
    trailing = word_list("comparators", "behind").meaning
    for mark in after:
        if trailing[mark] != "eq":
            # 低于5%以下 does not happen; 近60%左右 and 控制在5%以内 do: the word behind is the sharper one,
            # except after a negated bound.
            if word and table.meaning[word] in ("ge", "le", "gt", "lt") and trailing[mark] == "approx":
                break
            return Comparison(_WORDS[trailing[mark]], printed, lead, end, word, "word_behind")
    if word:
        return Comparison(_WORDS[table.meaning[word]], printed, lead, end, word, "word_before")
    if more:
        return Comparison(
            "gt", printed or ("余" if "余" in sentence[start:end] else "多"), lead, end, None, "word_inside"
        )
    return Comparison("eq", None, lead, end)
