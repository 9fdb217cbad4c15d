"""'A and B by x and y respectively': each number gets its own thing."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.counted_things_en import dates
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import ARTICLES, clean, phrase_end
from extractors.targets.vocabulary_en import wordset


def members(sentence: Sentence, frames: list[Frame | None]) -> list[Frame | None]:
    """Share the things of a list among the numbers of a list that ends in 'respectively'."""
    result = list(frames)
    for first, last in _groups(sentence):
        leading = result[first]
        if leading is None:
            continue
        names = split_things(leading.indicator, last - first)
        if not names and not _said(sentence, first, last):
            continue
        for offset, index in enumerate(range(first, last)):
            name = names[offset] if names else leading.indicator
            rule, sure = ("respectively", 0.92) if names else ("listed_values", 0.6)
            result[index] = replace(leading, indicator=name, rule=rule, sure=sure)
    return _placed_apart(sentence, result)


def _placed_apart(sentence: Sentence, frames: list[Frame | None]) -> list[Frame | None]:
    """'by 30% in farming and 60% in industry': the same measured twice is told apart by where."""
    result = list(frames)
    tails = [_tail(sentence, index) for index in range(len(frames))]
    for index, frame in enumerate(frames):
        near = [i for i in (index - 1, index + 1) if 0 <= i < len(frames) and tails[i] and tails[i] != tails[index]]
        others = [frames[i] for i in near if sentence.quantities[i].unit == sentence.quantities[index].unit]
        same = frame is not None and any(other and other.indicator == frame.indicator for other in others)
        earlier = frames[index - 1] if index else None
        again = frame is not None and frame.rule == "carried_verb" and tails[index].startswith(("for ", "among "))
        same = same or (again and earlier is not None and frame is not None and earlier.indicator == frame.indicator)
        if frame and same and frame.shape == "level" and tails[index] and not _said_in(tails[index], frame.indicator):
            result[index] = replace(frame, indicator=f"{frame.indicator} {tails[index]}")
    return result


def _said_in(tail: str, name: str) -> bool:
    """Whether a name has the place or group already."""
    return tail in name or tail.split(" ", 1)[-1].lower() in name.lower()


def _tail(sentence: Sentence, index: int) -> str:
    """The place or group right behind a value: 'in industry', 'for boys'."""
    at = sentence.quantities[index].right
    if sentence.low(at) not in ("in", "for", "among", "at") or dates(sentence, at) or at + 1 in sentence.numbers:
        return ""
    stop = phrase_end(sentence, at + 1, keep_with=False)
    stop = next((i for i in range(at + 1, stop) if sentence.lows[i] in (",", ";", "and")), stop)
    timed = any(low in wordset("indicator", "no_places") for low in sentence.lows[at + 1 : stop])
    return "" if timed or stop <= at + 1 else sentence.span(at, stop)


def _groups(sentence: Sentence) -> list[tuple[int, int]]:
    """Runs of at least two quantities with nothing but joins between them, before or behind 'respectively'."""
    found: list[tuple[int, int]] = []
    first, total = 0, len(sentence.quantities)
    while first < total:
        last = first + 1
        while last < total and _joined(sentence, last):
            last += 1
        if last - first > 1 and (_said(sentence, first, last) or _paired(sentence, first, last)):
            found.append((first, last))
        first = last
    return found


def _said(sentence: Sentence, first: int, last: int) -> bool:
    """Whether 'respectively' stands at the values."""
    behind = sentence.quantities[last - 1].right
    return "respectively" in sentence.lows[max(sentence.quantities[first].left - 3, 0) : behind + 3]


def _paired(sentence: Sentence, first: int, last: int) -> bool:
    """'GDP and GDP per capita reached 5 trillion and 74,000 yuan': as many values as names, and nothing between."""
    quantities = sentence.quantities[first:last]
    if any(q.unit != quantities[0].unit or (q.bare and q.number.form != "digits") for q in quantities):
        return False
    return sentence.lows[quantities[-2].right : quantities[-1].left] in (["and"], [",", "and"])


def _joined(sentence: Sentence, index: int) -> bool:
    earlier, later = sentence.quantities[index - 1], sentence.quantities[index]
    start = earlier.right
    if sentence.low(start) == "per":  # "14.5 per 100,000 and 5 per 1,000"
        start += 2
    between = sentence.lows[start : later.left]
    return 0 < len(between) <= 3 and all(low in (",", "and", "by", "to", "or") for low in between)


def split_things(text: str, count: int) -> list[str] | None:
    """Cut 'A, B, and C of D' into `count` things that share the tail; null where it does not come out even."""
    words = text.split()
    if "both" in words and {"and", "or"} & set(words[words.index("both") :]):
        words.remove("both")  # "outlays for both roads and railways", against "both sexes"
    tail_at = next((i for i in range(len(words) - 1, 0, -1) if words[i] in ("and", "or")), None)
    if tail_at is None:
        return None
    parts: list[list[str]] = [[]]
    for at, word in enumerate(words):
        if word in ("and", "or") and (at == tail_at or (count > 2 and len(parts) == count - 1)):
            parts.append([])
        elif word.endswith(",") and len(parts) < count:
            parts[-1].append(word.rstrip(","))
            parts.append([])
        else:
            parts[-1].append(word)
    parts = [p for p in parts if p]
    if len(parts) != count:
        return None
    return _with_tail(parts)


def _with_tail(parts: list[list[str]]) -> list[str]:
    """Give the end of the last part ('per unit of GDP') to the parts that have none of their own."""
    prepositions = wordset("indicator", "prepositions")
    parts = [part[1:] if len(part) > 1 and part[0].lower() in ARTICLES else part for part in parts]
    if len(parts[0]) == 1 and parts[0][0].lower() in wordset("indicator", "paired") and len(parts[-1]) > 1:
        # "urban and rural incomes": adjectives share the noun
        parts = [[*part, *parts[-1][1:]] if len(part) == 1 else part for part in parts]
    single = len(parts[0]) == 1 and len(parts[-1]) == 2 and parts[-1][-1].endswith("s")
    if single and parts[0][0][1:].islower() and not parts[0][0].endswith("s"):
        parts = [[*part, parts[-1][-1]] if len(part) == 1 else part for part in parts]  # "nuclear and solar plants"
    front = next((i for i, word in enumerate(parts[0]) if word in ("of", "for")), None)
    if (
        front
        and not any(word in prepositions for word in parts[-1])
        and len(parts[0]) > front + 1
        and len(parts[-1]) < 4
    ):
        parts = [parts[0], *([*parts[0][: front + 1], *part] for part in parts[1:])]  # "emissions of A and B"
        return [clean(" ".join(part)) for part in parts]
    at = next((i for i, word in enumerate(parts[-1]) if i and word in prepositions), None)
    whole = (
        front
        and at
        and parts[-1][at] not in ("of", "for")
        and not any(w in prepositions for w in parts[0][front + 1 :])
    )
    if front and at and whole and len(parts[0]) > front + 1 and at < 4:
        # "contribution of A and B in GDP"
        led, ended = parts[0][: front + 1], parts[-1][at:]
        middle = [[*led, *part, *ended] for part in parts[1:-1]]
        return [clean(" ".join(part)) for part in ([*parts[0], *ended], *middle, [*led, *parts[-1]])]
    tail = parts[-1][at:] if at is not None else []
    again = at is not None and parts[-1][at - 1] in parts[0][-1:]  # "GDP and GDP per capita"
    tail = [] if again else tail
    shared = [p if p is parts[-1] or any(w in prepositions for w in p[1:]) else [*p, *tail] for p in parts]
    return [clean(" ".join(p[1:] if p[0].lower() in ARTICLES else p)) for p in shared]
