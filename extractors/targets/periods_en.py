"""Whether an English number is growth a year, a change or an amount over several years, or a level at a date."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.targets.aims_en import clause_around
from extractors.targets.clauses_en import Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.frame_en import Frame
from extractors.targets.meaning_en import Time, Years, said
from extractors.targets.meaning_en_kind import yearly as yearly_amount
from extractors.targets.moves_en import MEMBERS, listed
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import ChangePeriod, Context, Direction, Kind
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import wordset

NEAR_LEFT, NEAR_RIGHT = 12, 9
OPENING = re.compile(r"(?:each|every) year\b|annually ,|on average (?:each|every) year")
EACH_YEAR = re.compile(r"\b(?:annually|yearly|per year|per annum|a year|each year|every year|/ year|p\.a)")
SPANNING = re.compile(
    r"\b(?:(?:next|coming|following|past|last) [a-z0-9]+ years"
    r"|between (?:19|20)\d\d(?: - \d\d)? (?:and|to) (?:19|20)\d\d"
    r"|from (?:19|20)\d\d(?: - \d\d)? to (?:19|20)\d\d|(?:plan|planning|five - year) period|years starting|years from)"
)
ENDS = {"of", "in", "for", "under", "during", "over", "by", "through", "to", "at", "from", "between"}
OF_GROWTH = {"level", "levels", "rate", "rates", "pace", "average", "target", "targets", "goal"}
RISING = {"rise", "increase", "growth"}
FEW = 8  # deadlines looked at; a sentence has seldom two
FISCAL = re.compile(r"\bin (?:the )?fy ?-? ?\d\d(?:\d\d)?\b")
NEWLY = ("new ", "newly ", "additional ")
DONE = {
    "passive_count",
    "verb_count",
    "verb_phrase_count",
    "subject_acts",
    "subject_tells",
    "action_of",
    "part_of_before",
}


def period_of(
    sentence: Sentence,
    frame: Frame,
    found: Quantity,
    direction: Direction,
    kind: Kind,
    indicator: str,
    years: Years,
    time: Time,
    context: Context,
) -> Decided[ChangePeriod]:
    """The period by the words of a year near the number, its verb, and the years that it spans."""
    yearly = _yearly(sentence, found)
    if _changes(frame, direction, kind):
        averaged = found.unit == "%" and "increase" in verb_class(frame.lemma)
        if averaged and sentence.lows[found.right : found.right + 2] == ["on", "average"]:
            return Decided("annual", "growth_on_average", "on average")
        yearly = yearly or said("annual").search(indicator) or _of_list(sentence, found)
        if yearly:
            return Decided("annual", "words_of_a_year", yearly.group())
        spanned = SPANNING.search(clause_around(sentence, found)) is not None
        one = "" if spanned else one_year(sentence, years, time, context)
        if not one and (fiscal := FISCAL.search(clause_around(sentence, found))):
            one = fiscal.group()
        if not one and not spanned and kind == "fact" and _year_under_review(found, years, time, context):
            return Decided("annual", "year_under_review")
        return Decided("annual", "change_in_one_year", one) if one else Decided("cumulative", "change")
    if found.unit in ("%", "pp") and frame.marker == "at" and frame.lemma in ("grow", "rise", "expand", "increase"):
        return Decided("annual", "grow_at", frame.lemma)
    growing = found.unit in ("%", "pp") and (_growth_near(sentence, found) or _rise_kept(sentence, frame, found))
    if growing or (found.unit in ("%", "pp") and _grows(frame, indicator)):
        return Decided("annual", "rate_of_growth", indicator)
    if direction in ("add", "build") or (kind == "fact" and _done(frame, found)):
        if yearly and found.unit != "t/a":
            return Decided("annual", "words_of_a_year", yearly.group())
        if frame.lemma in wordset("verbs", "owning") and direction != "add":
            return Decided("level", "what_is_there", frame.lemma)
        return Decided("cumulative", "things_to_do" if kind != "fact" else "things_done")
    added = frame.verb is not None and frame.verb.passive and frame.lemma == "add"
    if added and kind == "fact" and not yearly and found.unit not in ("%", "pp", "times", "ratio"):
        return Decided("cumulative", "things_done", frame.lemma)
    if found.unit not in ("%", "pp", "times", "ratio"):
        if yearly and sentence.lows[found.left - 1 : found.left] == ["of"] and _change_before(sentence, found):
            return Decided("annual", "words_of_a_year", yearly.group())
        if behind := _each_year_behind(sentence, found):
            return Decided("annual", "words_of_a_year", behind)
        if frame.lemma in wordset("verbs", "yielding") and yearly_amount(sentence, found):
            return Decided("annual", "words_of_a_year", frame.lemma)
        if kind != "fact" and indicator.lower().startswith(NEWLY) and found.unit not in ("count", "persons"):
            return Decided("cumulative", "new_capacity", indicator.split()[0])
        kept = "keep" in verb_class(frame.lemma)
        over = sentence.low(found.right) in ("over", "during")
        if (
            over
            and _flows(indicator)
            and (span := SPANNING.search(" ".join(sentence.lows[found.right : found.right + NEAR_RIGHT])))
        ):
            return Decided("cumulative", "flow_over_years", span.group())
        if (
            frame.marker != "to"
            and not kept
            and _flows(indicator)
            and (span := SPANNING.search(clause_around(sentence, found)))
        ):
            return Decided("cumulative", "flow_over_years", span.group())
    return Decided("level", "no_change")


def _year_under_review(found: Quantity, years: Years, time: Time, context: Context) -> bool:
    """Whether a change is told by the report of one year, with no span or base of its own."""
    single = context.plan_start is not None and context.plan_start == context.plan_end
    return single and found.unit in ("%", "pp") and not years.several_years and not time.base_year


def _change_before(sentence: Sentence, found: Quantity) -> bool:
    """'a year-on-year increase of 80 billion yuan'."""
    return sentence.low(found.left - 2) in wordset("indicator", "change_nouns")


def _growth_near(sentence: Sentence, found: Quantity) -> bool:
    """'an annual growth rate of 6%', 'GDP growth of over 6%', 'over 6% annual growth': however it was attached."""
    if "growth" in sentence.lows[found.left : found.number.first]:
        return True  # "an average annual growth of 6%", which says no more than a rate
    behind = sentence.lows[found.right : found.right + 5]
    led = behind[: behind.index("growth")] if "growth" in behind else ["?"]
    if all(low in ("annual", "average", "economic", "gdp", "rate", "real", "nominal") for low in led):
        return True
    before = sentence.lows[max(found.left - 8, 0) : found.left]
    if "(" in before and ")" in before:
        before = [*before[: before.index("(")], *before[before.index(")") + 1 :]]
    before = before[-3:]
    return before[-1:] == ["of"] and (before[-2:-1] == ["growth"] or before[:2] == ["growth", "rate"])


def _rise_kept(sentence: Sentence, frame: Frame, found: Quantity) -> bool:
    """'keep the rise in prices within 3%', 'the rise in prices was kept at 2%': a rate of growth, and no level."""
    if frame.verb is None or not verb_class(frame.lemma) & {"keep", "limit"}:
        return False
    at = frame.verb.at
    near = range(max(at - NEAR_LEFT, 0), at) if frame.verb.passive else range(at + 1, min(found.left, at + NEAR_LEFT))
    return any(sentence.lows[i] in RISING and sentence.low(i + 1) in ("in", "of") for i in near)


def _yearly(sentence: Sentence, found: Quantity) -> re.Match[str] | None:
    """Words of a year that belong to the number: behind it in its member, before it from its verb, or at the start."""
    last = found.right
    while last < min(found.right + NEAR_RIGHT, len(sentence.lows)) and sentence.owner[last] < 0:
        if sentence.lows[last] in (",", ";", ".", "while") or (
            sentence.lows[last] == "and" and not _pairs(sentence, last)
        ):
            break
        last += 1
    first = max(found.left - NEAR_LEFT, 0)
    verb = sentence.governor(found.left)
    if verb is not None and verb.at - 3 > first and not verb.passive:
        first = verb.at - 3
    first = next((i + 1 for i in range(found.left - 1, first - 1, -1) if _bars(sentence, i)), first)
    if found.number.form == "relation":  # itself the verb of its clause
        first = next((i for i in range(found.left - 1, first - 1, -1) if sentence.lows[i] in (",", "and", ";")), first)
    near = [
        *sentence.lows[first : _of_earlier(sentence, first, found)],
        *sentence.lows[_own(sentence, first, found) : last],
    ]
    yearly = said("annual").search(" ".join(near))
    return yearly or OPENING.match(sentence.lowered)


def _pairs(sentence: Sentence, at: int) -> bool:
    """Whether an 'and' joins two nouns of one member: no verb, number or mark up to the next few words."""
    ahead = range(at + 1, min(at + 6, len(sentence.lows)))
    return not any(sentence.owner[i] >= 0 or sentence.verb_at(i) or sentence.lows[i] in (",", ";") for i in ahead)


def _of_list(sentence: Sentence, found: Quantity) -> re.Match[str] | None:
    """'A by 2% a year, B by 3% and C by 4%': the year that the first member of a list names."""
    if forms().get(sentence.low(found.left - 1)):
        return None  # "grow by 3% annually and contribute 19% of GDP"
    at, left = bisect_left(sentence.quantities, found.left, key=lambda q: q.left), found.left
    for step in range(MEMBERS):
        earlier = sentence.quantities[at - 1 - step] if at - 1 - step >= 0 else None
        if earlier is None or earlier.unit != found.unit or not listed(sentence, earlier.right, left):
            return None
        if yearly := EACH_YEAR.search(" ".join(sentence.lows[earlier.left : earlier.right + 2])):
            return yearly
        left = earlier.left
    return None


def _of_earlier(sentence: Sentence, first: int, found: Quantity) -> int:
    """Where the first other number before this one begins; what is said ahead of it may hold for both."""
    return next((i for i in range(first, found.left) if sentence.owner[i] >= 0), found.left)


def _own(sentence: Sentence, first: int, found: Quantity) -> int:
    """Where the member of a list that the number stands in begins: '10% annually' is no part of 'and 200 jobs'."""
    if _of_earlier(sentence, first, found) == found.left:
        return found.left
    for at in range(found.left - 1, first - 1, -1):
        if sentence.lows[at] in ("and", ",", ";", "while", "or") or sentence.owner[at] >= 0:
            return at + 1
    return found.left


def _bars(sentence: Sentence, at: int) -> bool:
    """Whether what is before a place belongs to another number: a semicolon, an amount of years said of another."""
    if sentence.lows[at] == ";":
        return True
    owner = sentence.owner[at]
    return (
        owner >= 0
        and sentence.quantities[owner].unit in ("count", "persons")
        and sentence.low(at + 1) not in ("and", ",")
    )


def _each_year_behind(sentence: Sentence, found: Quantity) -> str:
    """'9 billion m3 of gas annually', '50 million trips a year': an amount each year."""
    behind = []
    for at in range(found.right, min(found.right + NEAR_RIGHT + 2, len(sentence.lows))):
        if sentence.owner[at] >= 0 or sentence.lows[at] in (",", ";", ".", "and", "while", "by", "to"):
            break
        behind.append(sentence.lows[at])
    yearly = EACH_YEAR.search(" ".join(behind))
    return yearly.group() if yearly else ""


def _flows(indicator: str) -> bool:
    """'public housing supply', 'investment in transport': amounts that add up over the years."""
    return any(low in wordset("meaning", "flows") for low in indicator.lower().split())


def _changes(frame: Frame, direction: Direction, kind: Kind) -> bool:
    if direction in ("increase_by", "reduce_by"):
        return True
    return kind == "fact" and frame.marker == "by" and bool(verb_class(frame.lemma) & {"increase", "reduce"})


def _grows(frame: Frame, indicator: str) -> bool:
    """'GDP growth', 'an annual growth rate of output', 'CPI increase': itself a change a year."""
    if frame.rule == "share_of" or "as a share of" in indicator:
        return False
    lows = indicator.lower().replace("(", " ").replace(")", " ").split()
    stop = next((i for i, low in enumerate(lows) if i and low in ENDS), len(lows))
    if lows[stop - 1 : stop] and lows[stop - 1] in OF_GROWTH and lows[stop : stop + 1] == ["of"]:
        after = next((i for i in range(stop + 1, len(lows)) if lows[i] in ENDS), len(lows))
        stop = after if "growth" in lows[stop:after] else stop
    head = lows[max(stop - 2, 0) : stop]
    return "growth" in head or lows[stop - 1 : stop] in (["increase"], ["rise"], ["inflation"])


def _done(frame: Frame, found: Quantity) -> bool:
    """'5 million jobs were created': things that were made or happened, not how many there are."""
    if frame.shape == "level" or found.unit in ("%", "pp", "ratio", "times"):
        return False
    return frame.rule in DONE and frame.lemma not in wordset("verbs", "stative")


def one_year(sentence: Sentence, years: Years, time: Time, context: Context) -> str:
    """The words that say that a change took or takes one year; empty where it spans several or none is said."""
    if years.several_years:
        return ""
    about = time.reference_year or time.target_year
    if time.base_year and about:
        return str(about) if about - time.base_year == 1 else ""
    earlier = time.base_year is not None and context.plan_start is not None
    if earlier and context.plan_start - time.base_year > 1:  # type: ignore[operator]
        return ""  # "up 50 percent from the end of 2015" in a text of 2021
    if years.one_year:
        return years.one_year
    if time.reference_year:
        return str(time.reference_year)
    if any(year == time.target_year and sentence.low(at - 1) == "in" for at, year in years.deadlines[:FEW]):
        return f"in {time.target_year}"
    single = context.plan_start is not None and context.plan_start == context.plan_end
    return str(context.plan_end) if single and time.target_year == context.plan_end else ""
