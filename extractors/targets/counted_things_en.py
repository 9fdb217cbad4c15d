"""What an English number counts: where the thing behind it begins and ends, and what a list of counts shares."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.counted_subjects_en import helped_end
from extractors.targets.frame_en import passive_behind
from extractors.targets.indicator_en import ARTICLES, COLLECTIVE, clean, phrase, phrase_end, same_thing_end
from extractors.targets.quantities_en import Quantity

LONGEST_LIST = 30
BEFORE_DATES = {"the", "end", "of", "year", "next", "coming", "period", "fiscal", "early", "late", "mid", "-"}


def dates(sentence: Sentence, at: int) -> bool:
    """'by 2030', 'by the end of 2030', 'in the next five years' right behind a number."""
    if sentence.low(at) in ("this", "next", "last") and sentence.low(at + 1) in ("year", "month", "decade", "week"):
        return True
    if sentence.low(at) not in ("in", "by", "before", "until", "over", "during", "within", "since", "between", "from"):
        return False
    for place in range(at + 1, min(at + 6, len(sentence.lows))):
        if place in sentence.numbers:
            return sentence.owner[place] < 0
        if sentence.lows[place] not in BEFORE_DATES:
            return False
    return False


def thing_end(sentence: Sentence, found: Quantity, start: int) -> int:
    """Where the counted or measured thing behind a number ends."""
    if found.attributive:
        stop = next(
            (
                i
                for i in range(start, min(start + 12, len(sentence.lows)))
                if sentence.lows[i] in (",", "and", ".", ";")
            ),
            len(sentence.lows),
        )
        return min(stop, phrase_end(sentence, start))
    counted = found.bare and found.number.value > 1 and found.number.form != "fraction"
    if sentence.low(start) in (",", "."):
        return start
    end = phrase_end(sentence, start, counted=counted)
    end = next(
        (i for i in range(start, end - 1) if sentence.lows[i] == "and" and sentence.lows[i + 1] in ARTICLES), end
    )
    near = any(sentence.owner[i] >= 0 for i in range(end, min(end + 3, len(sentence.lows))))
    if near and sentence.low(end) not in (",", "and", "or") and "with" in sentence.lows[start + 1 : end]:
        end = sentence.lows.index("with", start + 1)  # "12 reservoirs with a capacity of 4 billion"
    carried = sentence.low(end) == "to" and end + 1 < len(sentence.owner) and sentence.owner[end + 1] >= 0
    joins = [i for i in range(start + 1, end) if sentence.lows[i] == "and"] if carried else []
    end = joins[-1] if joins else end  # "water to 5 million homes and power to 3 million"
    if (verb := sentence.governor(found.left)) and verb.lemma in ("help", "let", "enable", "see"):
        end = helped_end(sentence, start, end)
    return same_thing_end(sentence, start, end) if found.bare else end


def shared_words(sentence: Sentence, index: int, thing: str, start: int, end: int) -> tuple[str, float]:
    """Words that a list prints once: 'one national and 6 regional centers', 'A and B for use'."""
    following = sentence.quantities[index + 1] if index + 1 < len(sentence.quantities) else None
    if (
        following is None
        or not 0 <= following.left - end <= 2
        or sentence.low(following.left - 1) not in ("and", "or", ",")
    ):
        return thing, 0.93
    if sentence.quantities[index].bare and following.bare and _adjectives(sentence, start, end):
        return f"{thing} {_last_head(sentence, index)}".strip(), 0.85
    begin = following.right + (sentence.low(following.right) == "of")
    stop = same_thing_end(sentence, begin, phrase_end(sentence, begin, counted=following.bare))
    for at in range(begin, stop):
        if sentence.lows[at] == "for" and not any(low == "for" for low in sentence.lows[start:end]):
            return f"{thing} {clean(sentence.span(at, stop))}", 0.8
    if sentence.low(stop) == "per" and "per" not in sentence.lows[start:end]:
        return f"{thing} {sentence.span(stop, _rate_end(sentence, stop))}", 0.8
    per = next((i for i in range(begin, stop) if sentence.lows[i] == "per"), -1)
    if per > 0 and "per" not in sentence.lows[start:end]:
        return (
            f"{thing} {sentence.span(per, _rate_end(sentence, per))}",
            0.8,
        )  # "5 doctors and 30 beds per 1,000 people"
    return thing, 0.93


def _rate_end(sentence: Sentence, per: int) -> int:
    """The token behind 'per 1,000 people'."""
    number = sentence.numbers.get(per + 1)
    at = number.last if number else per + 1
    return phrase_end(sentence, at)


def _adjectives(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a counted phrase is one or two words and no plural: its noun comes later in the list."""
    lows = sentence.lows[start:end]
    return 1 <= len(lows) <= 2 and not any(low.endswith("s") or low in COLLECTIVE for low in lows)


def _last_head(sentence: Sentence, index: int) -> str:
    """The noun of the last member of a list of counts: 'centers' of '5 national and 9 urban centers'."""
    for later in range(index + 1, min(index + 8, len(sentence.quantities))):
        begin = sentence.quantities[later].right
        stop = same_thing_end(sentence, begin, phrase_end(sentence, begin, counted=True))
        if not _adjectives(sentence, begin, stop):
            return phrase(sentence, begin + 1, stop)
        if not in_list(sentence, later):
            break
    return ""


def in_list(sentence: Sentence, index: int, *, another: bool = False) -> bool:
    """Whether a quantity follows the one before it in a list: ', 5 X', 'and 5 X', 'and another 5 X'."""
    at = sentence.quantities[index].left
    at -= another and sentence.low(at - 1) in ("another", "further", "additional")
    return sentence.low(at - 1) in (",", "and", "or", "including")


def first_word(sentence: Sentence, end: int) -> int:
    """Where the noun phrase begins that ends before a token: behind a sign, another quantity or a verb."""
    at = end
    while at > 0 and end - at < 12 and sentence.owner[at - 1] < 0 and sentence.lows[at - 1] not in (",", ";", ":"):
        if sentence.verb_at(at - 1):
            break
        at -= 1
    return at


def passive_of_list(sentence: Sentence, index: int, end: int) -> tuple[Verb, str] | None:
    """The passive verb behind the last of '5 hospitals, 9 clinics and 20 posts will be built'."""
    for following in range(index + 1, min(index + LONGEST_LIST, len(sentence.quantities))):
        behind = sentence.quantities[following]
        if not 0 < behind.left - end <= 2 or sentence.low(behind.left - 1) not in ("and", "or", ",", "&"):
            return None
        if sentence.lows[behind.right : behind.right + 2] in (["of", "which"], ["of", "whom"], ["of", "them"]):
            return None
        end = thing_end(sentence, behind, behind.right + (sentence.low(behind.right) == "of"))
        if passive := passive_behind(sentence, end):
            return passive
    return None


def group_start(sentence: Sentence, index: int, verb: Verb | None) -> int:
    """First token of the first quantity under the same verb in the same list: where the verb's own words end."""
    lowest = verb.at if verb else -1
    first = index
    earliest = max(index - LONGEST_LIST, 0)
    while first > earliest and sentence.quantities[first - 1].left > lowest and in_list(sentence, first):
        first -= 1
    return sentence.quantities[first].left
