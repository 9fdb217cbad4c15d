"""What shows, beside the tense, that an English number is aimed at or was reached: goals, infinitives, periods."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.targets.clauses_en import CLAUSE, Sentence, Verb, is_adverb
from extractors.targets.decided_en import Decided
from extractors.targets.frame_en import Frame
from extractors.targets.meaning_en import Years, nearest
from extractors.targets.none_en import is_year
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import Context
from extractors.targets.verb_forms_en import forms
from extractors.targets.vocabulary_en import wordset

SETTING = {"cap", "limit", "set", "fix", "peg"}  # "capped its population at 18 million by 2020"
NEAR = 6  # tokens between a goal, or who is asked, and the infinitive that it governs
FAR = 20  # tokens of 'the goal for its total sales of goods to'
CHAIN = 6  # coordinated infinitives looked back over
AIMED = {"will", "shall", "must", "should", "to", "aims", "aim", "plans", "plan"}
NOW = {"currently", "presently", "today", "now"}
COMPARED = {"against", "versus", "than", "above", "below", "toward", "towards"}
CLAUSE_MARKS = {",", ";", ":"}
JOINED = {"and", "or", ","}
OPENING_NOW = re.compile(r"(?:up to|until|as of) now ,|(?:so far|to date|at present|currently|today) ,")
AHEAD = re.compile(
    r"\b(?:next|coming|following) [a-z0-9]+ (?:years|decade)|\bcoming (?:year|decade)|\bnext (?:year|decade)"
)
PAST_PERIOD = re.compile(
    r"\b(?:during|over|in|under|by|at) (?:the )?(?:end of )?(?:the )?(?:previous|last|past|preceding|earlier|prior) "
    r"(?:[a-z]+ |[0-9]+ |- ){0,5}(?:plan|plans|period|decade|decades|years|term|months)\b"
)


def aimed(sentence: Sentence, frame: Frame, found: Quantity) -> Decided[bool] | None:
    """Whether a number is aimed at, was managed to reach, or is so now; nothing where no such words say so."""
    if goal := _of_goal(sentence, found):
        return goal
    if sentence.low(found.left) == "only" and sentence.tense != "future" and not sentence.sets_goals:
        return Decided(True, "only_so_much", "only")
    if sentence.low(found.left - 1) in ("is", "are") and (aim := _goal_that_is(sentence, found)):
        return Decided(False, "number_of_a_goal", aim)
    if _demanded(sentence, found):
        return Decided(False, "what_the_plan_says", sentence.low(found.left - 1))
    verb = frame.verb
    if verb is not None and verb.form == "past" and verb.lemma in SETTING and not verb.passive:
        deadline = sentence.numbers.get(found.right + 1)
        if sentence.low(found.right) == "by" and deadline is not None and is_year(sentence.tokens, deadline):
            return Decided(False, "set_with_a_deadline", sentence.low(verb.at))
    at = _to_before(sentence, verb) if verb is not None and verb.form == "base" else -1
    if at < 0 and _now(sentence, found):
        return Decided(True, "words_of_now")
    if verb is None:
        return None
    if at >= 0:
        return _led(sentence, at)
    if "," in sentence.lows[max(verb.at, found.left - CLAUSE) : found.left] and _comes(sentence, found):
        return Decided(False, "tense_of_clause")
    if verb.passive and _deadline_ahead(sentence, verb, found):
        return Decided(False, "present_passive_with_deadline", sentence.low(verb.at))
    if verb.form == "ing" and _in_list_of_aims(sentence, verb.at):
        return Decided(False, "list_of_goals", sentence.low(verb.at))
    awaited = wordset("meaning", "awaited")
    if verb.passive and (
        verb.lemma in awaited or (verb.lemma == "estimate" and AHEAD.search(clause_around(sentence, found)))
    ):
        return Decided(False, "awaited", sentence.low(verb.at))
    return None


def looked_back(
    sentence: Sentence, frame: Frame, found: Quantity, context: Context, years: Years
) -> Decided[bool] | None:
    """Whether a number without a tense of its own is over or describes what is; nothing where no such words say so."""
    if past := PAST_PERIOD.search(clause_around(sentence, found)):
        return Decided(True, "past_period", past.group())
    year = nearest(sentence, years.dated, found) if context.plan_start else None
    if year and context.plan_start and year < context.plan_start:
        return Decided(True, "year_before_the_plan", str(year))
    if frame.shape != "level" and not years.deadlines and not sentence.sets_goals and _headline(sentence, found):
        return Decided(True, "told_as_done", sentence.low(found.right))
    return None


def _comes(sentence: Sentence, found: Quantity) -> bool:
    """'..., of which 5 will be new': a modal in the number's own clause, apart from the verb that it hangs on."""
    lows, here = sentence.lows, found.number.first
    first = next((i + 1 for i in range(here - 1, max(here - CLAUSE, -1), -1) if lows[i] in CLAUSE_MARKS), 0)
    last = next((i for i in range(found.right, min(here + CLAUSE, len(lows))) if lows[i] in CLAUSE_MARKS), len(lows))
    return any(low in ("will", "shall", "must", "should") for low in lows[first : min(last, here + CLAUSE)])


def _deadline_ahead(sentence: Sentence, verb: Verb, found: Quantity) -> bool:
    """'is reduced to 70 by 2030': the present passive with a deadline behind the number."""
    before = verb.at - 1
    while before > 0 and is_adverb(sentence.lows[before]):
        before -= 1
    if sentence.low(before) not in ("is", "are"):
        return False
    return any(sentence.low(i) == "by" and i + 1 in sentence.numbers for i in range(found.right, found.right + 10))


def _of_goal(sentence: Sentence, found: Quantity) -> Decided[bool] | None:
    """'against a target of 21%', 'raises the target to 40%', 'a 40% target': the goal itself, unless it was met."""
    goals = wordset("meaning", "goal_nouns")
    behind = _goal_behind(sentence, found)
    at = next((i for i in range(found.left - 2, max(found.left - 10, -1), -1) if _breaks(sentence, i)), -1)
    if at >= 0 and sentence.lows[at] not in goals:
        at = -1
    near = at == found.left - 2 and sentence.low(at + 1) in ("of", "to", "at")
    far = at >= 0 and sentence.low(at + 1) in ("of", "for") and sentence.low(found.left - 1) in ("of", "to", "at", "by")
    if not (behind or near or far):
        return None
    place = found.left if behind else at
    if any(low in COMPARED for low in sentence.lows[max(place - 4, 0) : place]):
        return Decided(False, "number_of_a_goal", sentence.low(place))
    if any(not v.passive for v in _meeting(sentence, max(place - 4, 0), place)):
        return Decided(True, "goal_that_was_met", sentence.low(place))
    reached = met(sentence, max(place - NEAR, 0), place + NEAR)
    return None if reached else Decided(False, "number_of_a_goal", sentence.low(place))


def _goal_that_is(sentence: Sentence, found: Quantity) -> str:
    """'the target for 2028 is 4,600 ha': the goal, a few words and years before; empty where none stands there."""
    for at in range(found.left - 2, max(found.left - 8, -1), -1):
        low = sentence.lows[at]
        if low in wordset("meaning", "goal_nouns"):
            return low
        if sentence.verb_at(at) is not None or not (low.isalnum() or at in sentence.numbers):
            return ""
    return ""


def _breaks(sentence: Sentence, at: int) -> bool:
    """Where a phrase before a number ends to the left: at its goal, a number, a mark or a verb."""
    low = sentence.lows[at]
    return (
        low in wordset("meaning", "goal_nouns")
        or not low.isalpha()
        or sentence.owner[at] >= 0
        or bool(sentence.verb_at(at))
    )


def _goal_behind(sentence: Sentence, found: Quantity) -> bool:
    """'a 1,800 GW target', '20% emission reduction targets', '500 GW as an interim goal'."""
    goals = wordset("meaning", "goal_nouns")
    first = found.right + 2 * (sentence.low(found.right) == "as")
    if found.bare and first == found.right:
        return False  # "reach 5 targets" counts them
    for at in range(first, first + 4):
        low = sentence.low(at)
        if low in goals:
            return True
        if not low.isalpha() or low in wordset("indicator", "prepositions") or sentence.verb_at(at) is not None:
            return False
    return False


def _meeting(sentence: Sentence, first: int, last: int) -> list[Verb]:
    met = wordset("meaning", "meeting")
    return [v for v in sentence.verbs_between(first, last) if v.form == "past" and v.lemma in met]


def met(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a goal was reached: 'met its target', 'the goal has been achieved', not 'targets to be achieved'."""
    return any(sentence.low(v.at - 1) != "be" for v in _meeting(sentence, first, last))


def _demanded(sentence: Sentence, found: Quantity) -> bool:
    """'the plan wants 4%', 'the strategy calls for 4%'."""
    at = found.left - 1
    while at > 0 and sentence.lows[at] in ("for", "at", "a", "an", "total"):
        at -= 1
    return sentence.low(at) in wordset("meaning", "demands")


def _to_before(sentence: Sentence, verb: Verb) -> int:
    """The place of the first 'to' of the infinitives that a verb is one of ('to plan, build and equip'), or -1."""
    index, at = bisect_left(sentence.verb_places, verb.at), verb.at
    for step in range(CHAIN):
        before = at - 1
        while before > 0 and is_adverb(sentence.lows[before]):
            before -= 1
        word = sentence.low(before)
        if word == "to" and sentence.low(before - 1) not in JOINED:
            return before
        if word not in JOINED and word != "to":
            return -1
        earlier = index - 1 - step
        if earlier < 0 or sentence.verbs[earlier].form != "base":
            return before if word == "to" else -1
        at = sentence.verbs[earlier].at
    return -1


def _led(sentence: Sentence, to_at: int) -> Decided[bool] | None:
    """What an infinitive hangs on: 'targets to attain', 'asked them to build', 'was able to build'."""
    cue = sentence.low(to_at - 1)
    if cue == "continues":
        return Decided(True, "goes_on_to", cue)  # "continues to stand above 5"
    if cue in wordset("meaning", "managing"):
        past = any(
            low in ("was", "were", "has", "have", "had") or low.endswith("ed") for low in _run(sentence, to_at, 4)
        )
        return Decided(True, "was_able_to", cue) if past else None
    if goal := _goal_for(sentence, to_at):
        return Decided(False, "infinitive_of_an_aim", goal)
    for low in reversed(_run(sentence, to_at, NEAR)):
        if low in (",", ";", "by"):
            return None
        if low in wordset("meaning", "goal_nouns") or low in wordset("meaning", "tasked"):
            reached = met(sentence, max(to_at - NEAR, 0), to_at)
            return None if reached else Decided(False, "infinitive_of_an_aim", low)
    return None


def _goal_for(sentence: Sentence, to_at: int) -> str:
    """'has set the goal for its sales of goods to increase': the goal; empty where it was met or none stands there."""
    for at in range(to_at - 2, max(to_at - FAR, 0), -1):
        chained = sentence.low(at - 1) == "to"  # "to increase by 7% to exceed 5 billion"
        if not (sentence.lows[at].isalpha() or sentence.owner[at] >= 0) or (sentence.verb_at(at) and not chained):
            return ""
        if sentence.lows[at] in wordset("meaning", "goal_nouns") and sentence.low(at + 1) == "for":
            return "" if met(sentence, max(at - NEAR, 0), to_at) else sentence.lows[at]
    return ""


def _run(sentence: Sentence, before: int, length: int) -> list[str]:
    return sentence.lows[max(before - length, 0) : before]


def _in_list_of_aims(sentence: Sentence, at: int) -> bool:
    """'Among the goals are raising ...', 'goals such as cutting ...', 'aiming to raise X while adding ...'."""
    if sentence.low(at - 1) == "by":
        return False
    first = next((i for i in range(at - 1, max(at - CLAUSE, 0), -1) if sentence.lows[i] == "."), max(at - CLAUSE, 0))
    aims = wordset("meaning", "goal_nouns") | wordset("meaning", "aim_words")
    if any(low in wordset("meaning", "past_titles") for low in sentence.lows[first:at]):
        return False  # "Achievements include building 5 schools"
    return any(low in aims for low in sentence.lows[first:at]) and not met(sentence, first, at + CLAUSE)


def _now(sentence: Sentence, found: Quantity) -> bool:
    """'demand currently stands at 100', 'at present 5% are': said of now, with no 'to' before the number."""
    if sentence.low(found.left - 1) in ("to", "by"):
        return False
    if OPENING_NOW.match(sentence.lowered) and (sentence.tense != "future" or not AIMED & set(sentence.lows)):
        return True  # "Currently, growth is projected at 4%"
    lows, here = sentence.lows, found.left
    low_end, high_end = max(here - CLAUSE, 0), min(here + CLAUSE, len(lows))
    first = next((i + 1 for i in range(here - 1, low_end - 1, -1) if lows[i] in CLAUSE_MARKS), low_end)
    last = next((i for i in range(found.right, high_end) if lows[i] in CLAUSE_MARKS), high_end)
    clause = lows[first:last]
    spoken = (at for at, low in enumerate(clause) if low in NOW or clause[at - 1 : at + 1] == ["at", "present"])
    if not any(not {"from", "than"} & set(clause[max(at - 5, 0) : at]) for at in spoken):
        return False
    tense = sentence.tense_in(first, last)
    return tense != "future" and not (tense == "past" and "today" in clause)


def _headline(sentence: Sentence, found: Quantity) -> bool:
    """'1,500 initiatives launched;', '20 schools completed': told as done, without an auxiliary."""
    for at in range(found.right, found.right + 5):
        low = sentence.low(at)
        if at > found.right and any(form == "past" for _, form in forms().get(low, ())):
            ended = sentence.low(at + 1) in ("", ".", ",", ";", "(", ")", "and", "since", "nationwide")
            return ended and sentence.tense != "future"
        if not low.isalpha() or low in wordset("indicator", "prepositions"):
            return False
    return False


def clause_around(sentence: Sentence, found: Quantity) -> str:
    """The words around a number between semicolons, at most a long clause."""
    lows = sentence.lows
    low_end, high_end = max(found.left - CLAUSE, 0), min(found.right + CLAUSE, len(lows))
    first = next((i + 1 for i in range(found.left - 1, low_end - 1, -1) if lows[i] == ";"), low_end)
    last = next((i for i in range(found.right, high_end) if lows[i] == ";"), high_end)
    return " ".join(lows[first:last])
