"""When an English clause plays: still to come, past, or a description of what is."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.targets.aims_en import aimed, looked_back, met
from extractors.targets.clauses_en import CLAUSE, Sentence, Verb
from extractors.targets.decided_en import Decided
from extractors.targets.frame_en import Frame
from extractors.targets.meaning_en import Years, said
from extractors.targets.none_en import is_year
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import Context
from extractors.targets.subjects_en import back_over_adverbs
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import wordset

ANNOUNCING = {"following", "sets", "set", "include", "includes", "are", "main", "key"}
TELLING = {"met", "achieved", "progress", "reached", "exceeded", "attained", "performance", "was", "were"}
TOLD = {"was", "were", "had", "been", "last", "already", "currently"}
CAUSING = (["to", "have"], ["to", "see"])
NEAR = 10
RELATIVE = {"that", "which", "who"}


def is_past(sentence: Sentence, frame: Frame, found: Quantity, context: Context, years: Years) -> Decided[bool]:
    """Whether the number was reached already: by its verb, else its clause, else its sentence, else its section."""
    verb = frame.verb
    if sentence.low(0) in wordset("meaning", "goal_nouns") and ":" in sentence.lows[1:5]:
        return Decided(False, "label_of_a_goal", sentence.low(0))  # "Target 1.2: By 2028, use is increased by 5%"
    if _reckoned(sentence, frame, context):
        return Decided(True, "reckoned_in_a_review", context.section_titles[-1])
    if sure := aimed(sentence, frame, found):
        return sure
    if (
        verb is not None
        and verb.passive
        and verb.lemma in ("need", "require")
        and _group_tense(sentence, verb.at) == ""
    ):
        return Decided(False, "needed", sentence.low(verb.at))
    if verb is not None and verb.form == "ing" and _foreseen(sentence, verb):
        return Decided(False, "foreseen", sentence.low(verb.at - 1))
    if verb is not None and _aim_of(sentence, verb):
        return Decided(False, "aim_of_doing", sentence.low(verb.at - 2))
    if _is_set(sentence, frame, found):
        return Decided(False, "goal_that_is_set", sentence.low(verb.at) if verb else frame.indicator)
    if verb is not None and verb.form == "third" and (frame.marker == "red line" or _plan_speaks(sentence, verb.at)):
        return Decided(False, "what_the_plan_says", sentence.low(verb.at))
    if verb is None and frame.rule in ("change_headed", "change_in") and not sentence.tense:
        title = next((t for t in context.section_titles[-2:] if said("past_titles").search(t)), None)
        return Decided(title is not None, "section_title" if title else "noun_of_action", title)
    if verb is not None and verb.passive and "limit" in verb_class(verb.lemma) and not _group_tense(sentence, verb.at):
        return Decided(False, "rule_in_force", sentence.low(verb.at))  # "the deficit is capped at 3%"
    if supposed(sentence, found):
        return Decided(True, "what_is_supposed")
    if _possible(sentence, found):
        return Decided(True, "what_may_be", sentence.span(found.left, found.number.first))
    if frame.rule == "pronoun" or frame.marker == "goal":
        return Decided(False, "still_to_come")  # "That brings it to 5", behind something still to come
    if verb is not None:
        told = sentence.low(verb.at) or None
        near = _group_tense(sentence, verb.at)
        if near:
            return Decided(near == "past", "tense_of_verb", told)
        if sentence.low(verb.at - 1) == "to" and tense_near(sentence, verb.at) == "past":
            return Decided(True, "tense_of_clause", told)
        who = sentence.low(verb.at - 1) if verb.form == "base" else ""
        if who == "they" or (who == "we" and sentence.tense == "past"):
            return Decided(True, "present_tense", told)  # "They cover 5 million ha": told, and no imperative
        if verb.form == "base" and sentence.verb_at(verb.at) is not None and not _relative(sentence, verb):
            return Decided(False, "infinitive_or_imperative", told)
        if _caused(sentence, verb):
            return Decided(False, "to_have_it_done", told)
        if _relative(sentence, verb):
            return Decided(True, "relative_clause", told)
        if (verb.form == "past" and not verb.passive) or (not verb.passive and _looks_past(sentence, verb.at)):
            return Decided(True, "past_form", told)
    clause = tense_near(sentence, found.number.first)
    if clause != "future" and (title := _title_of_goals(context)) and not TOLD & set(sentence.lows):
        return Decided(False, "title_of_goals", title)
    if clause:
        return Decided(clause == "past", "tense_of_clause")
    if sentence.sets_goals:
        return Decided(False, "list_of_goals")
    whole = sentence.tense
    if whole:
        return Decided(whole == "past", "tense_of_sentence")
    over = looked_back(sentence, frame, found, context, years)
    if over and over.rule != "told_as_done":
        return over
    if goals := _under_goals(context):
        return Decided(False, "title_of_goals", goals)
    if over:
        return over
    if _told_now(sentence, verb, context):
        return Decided(True, "present_tense", sentence.low(verb.at) if verb else None)
    if years.by_deadline and _deadline_here(sentence, found, years):
        return Decided(False, "deadline")
    if describes(sentence, verb.at if verb is not None else found.left):
        return Decided(True, "description_in_the_present")
    if context.plan_end is None and frame.verb is None:
        return Decided(True, "no_verb_and_no_plan")
    title = next((t for t in context.section_titles[-2:] if said("past_titles").search(t)), None)
    return Decided(title is not None, "section_title" if title else "nothing_past", title)


def _reckoned(sentence: Sentence, frame: Frame, context: Context) -> bool:
    """'is estimated to reach 5' in a section that looks back: not yet counted, and no aim."""
    if frame.verb is None or not any(said("past_titles").search(title) for title in context.section_titles[-2:]):
        return False
    near = sentence.lows[max(frame.verb.at - 3, 0) : frame.verb.at + 1]
    return bool({"estimated", "expected", "projected"} & set(near)) and "will" not in near


def supposed(sentence: Sentence, found: Quantity) -> bool:
    """'if demand grows at 3%, ...': what is only supposed."""
    for at in range(found.left - 1, max(found.left - CLAUSE, -1), -1):
        low = sentence.lows[at]
        if low in (",", ";", ":", ".", "then"):
            return False
        if low in ("if", "unless", "assuming", "supposing"):
            return sentence.low(at - 1) not in ("even", "as", "see", "ask", "know", "decide")
    return False


def _possible(sentence: Sentence, found: Quantity) -> bool:
    """'can be as high as 40%': how far something goes, and nothing that is aimed at."""
    degree = sentence.lows[found.left : found.number.first]
    likened = "as" in degree and not {"low", "few", "high", "much", "many"}.isdisjoint(degree)
    near = sentence.lows[max(found.left - 4, 0) : found.left]
    return likened and any(low in ("can", "could", "may", "might") for low in near)


def _caused(sentence: Sentence, verb: Verb) -> bool:
    """'hopes to have the rate decreased to 5': what is to be done, in the form of what was done."""
    if verb.form != "past":
        return False
    return any(sentence.lows[i : i + 2] in CAUSING for i in range(max(verb.at - NEAR, 0), verb.at - 1))


def _relative(sentence: Sentence, verb: Verb) -> bool:
    """'farmers, who account for 85 percent of them, will': a description inside of what is to come."""
    before = sentence.low(back_over_adverbs(sentence, verb.at - 1))
    plain = verb.lemma in wordset("verbs", "plain_present") and verb.form in ("base", "third") and not verb.passive
    return plain and before in ("which", "who")


def _under_goals(context: Context) -> str:
    """The title that lists goals ('Main targets'), or a sentence before that announces them; empty where none does."""
    previous = _goals_in(context.previous)
    announced = previous and any(word in ANNOUNCING for word in previous)
    return _title_of_goals(context) or (context.previous if announced else "")


def _title_of_goals(context: Context) -> str:
    """The title right above, where it names goals that are still to come."""
    title = context.section_titles[-1] if context.section_titles else ""
    return title if _goals_in(title) else ""


def _goals_in(text: str) -> list[str]:
    """The words of a text that names goals and does not look back on them; none otherwise."""
    words = re.findall("[a-z]+", text.lower())
    goals = wordset("meaning", "goal_nouns")
    told = said("past_titles").search(text) or any(word in TELLING for word in words)
    return words if not told and any(word in goals and word.endswith("s") for word in words) else []


def _deadline_here(sentence: Sentence, found: Quantity, years: Years) -> bool:
    """Whether a deadline stands on the same side of the semicolons as the number."""
    here = bisect_left(years.deadlines, (found.left, 0))
    for at, _ in years.deadlines[max(here - 2, 0) : here + 2]:
        low, high = sorted((at, found.left))
        if high - low > CLAUSE or ";" not in sentence.lows[low:high]:
            return True
    return False


def _foreseen(sentence: Sentence, verb: Verb) -> bool:
    """'has envisaged increasing it to 5': what is foreseen is still to come, also where that was told."""
    return any(lemma in wordset("verbs", "forward") for lemma, _ in forms().get(sentence.low(verb.at - 1), ()))


def _aim_of(sentence: Sentence, verb: Verb) -> bool:
    """'its target of reducing the rate to 5': still to come, unless the goal was met."""
    if sentence.low(verb.at - 1) != "of" or sentence.low(verb.at - 2) not in wordset("meaning", "goal_nouns"):
        return False
    near = sentence.verbs_between(verb.at - CLAUSE, verb.at + CLAUSE)
    return not any(v.form == "past" and v.lemma in wordset("meaning", "meeting") for v in near)


def _told_now(sentence: Sentence, verb: Verb | None, context: Context) -> bool:
    """'They currently account for 11%': a plural in the present tense; without 'currently' only where nothing plans."""
    if verb is None or verb.form != "base" or sentence.verb_at(verb.at) is not None:
        return False
    before = back_over_adverbs(sentence, verb.at - 1)
    if before < 0 or not sentence.lows[before].isalpha() or sentence.lows[before] in wordset("verbs", "starters"):
        return False
    if any(low in ("currently", "now", "today", "presently") for low in sentence.lows[before + 1 : verb.at]):
        return True
    if sentence.lows[verb.at] not in wordset("verbs", "plain_present"):
        return False
    undated = not sentence.sets_goals and sentence.tense != "future"
    return context.plan_end is None or (undated and not _dated(sentence))


def _dated(sentence: Sentence) -> bool:
    return any(is_year(sentence.tokens, number) for number in sentence.numbers.values())


def _plan_speaks(sentence: Sentence, at: int) -> bool:
    """'The plan raises the share to 5%': what a plan does in the present is to come."""
    near = [low for low in sentence.lows[max(at - 7, 0) : at] if low.isalpha()][-5:]
    named = any(low in wordset("meaning", "plan_subjects") for low in (*near, *sentence.lows[: min(6, at)]))
    return named and "," not in sentence.lows[max(at - 2, 0) : at]


def _is_set(sentence: Sentence, frame: Frame, found: Quantity) -> bool:
    """'has set targets of 31%', 'the goal was fixed at 5%', 'the plan envisaged growth of 8%': aims, though told."""
    verb = frame.verb
    if verb is not None and verb.lemma in wordset("verbs", "forward") and verb.form in ("past", "third"):
        return True
    words_of = frame.indicator.lower().split()
    stop = next((i for i, word in enumerate(words_of) if word in ("for", "of", "in", "to", "on")), len(words_of))
    named = any(word in wordset("meaning", "goal_nouns") for word in words_of[max(stop - 1, 0) : stop])
    if not named and verb is not None and verb.lemma in wordset("verbs", "setting") and frame.lemma != verb.lemma:
        between = sentence.lows[verb.at + 1 : verb.at + 8]  # "announced a target of a 57% cut"
        named = any(low in wordset("meaning", "goal_nouns") for low in between)
    setting = wordset("verbs", "setting") | wordset("meaning", "revising")
    if verb is None:
        return named and not met(sentence, found.left, found.left + CLAUSE)
    return named and verb.lemma in setting


def _looks_past(sentence: Sentence, at: int) -> bool:
    return sentence.lows[at] in wordset("meaning", "past") and sentence.lows[at] not in ("cut", "set", "put", "hit")


def _group_tense(sentence: Sentence, at: int) -> str:
    """Tense by the auxiliaries right before a verb."""
    group = []
    auxiliaries = wordset("indicator", "auxiliaries") | wordset("indicator", "adverbs")
    place = at - 1
    while place >= 0 and (sentence.lows[place] in auxiliaries or sentence.lows[place].endswith("ly")):
        group.append(sentence.lows[place])
        place -= 1
    if any(low in wordset("meaning", "modals") for low in group):
        return "future"
    if "to" in group and {"be", "is", "are"} & set(group):
        return "future"
    return "past" if any(low in ("has", "have", "had", "was", "were") for low in group) else ""


def tense_near(sentence: Sentence, at: int) -> str:
    """`future`, `past` or empty, by the modal and auxiliary words of the clause around a place."""
    lows = sentence.lows
    low_end, high_end = max(at - CLAUSE, -1), min(at + CLAUSE, len(lows))
    first = next((i for i in range(at, low_end, -1) if lows[i] in (",", ";", ":", ".")), low_end) + 1
    last = next((i for i in range(at, high_end) if lows[i] in (",", ";", ":", ".")), high_end)
    tense = sentence.tense_in(first, last) or ("past" if _finite(sentence, first, last) else "")
    return "" if tense == "past" and _only_to_be_done(sentence, first, last) else tense


def _only_to_be_done(sentence: Sentence, first: int, last: int) -> bool:
    """'targets to be attained by 2028 are': the only past form of the clause stands behind 'to be'."""
    verbs = [v for v in sentence.verbs_between(first, last) if v.form == "past"]
    ahead = [v for v in verbs if sentence.lows[max(v.at - 2, 0) : v.at] == ["to", "be"]]
    helped = any(low in ("has", "have", "had", "was", "were") for low in sentence.lows[first:last])
    return bool(ahead) and len(ahead) == len(verbs) and not helped


def _finite(sentence: Sentence, first: int, last: int) -> bool:
    """'received top priority': a past form that is hardly ever an adjective, behind its subject."""
    for at in range(max(first, 1), last):
        if sentence.lows[at] in wordset("meaning", "finite_past"):
            before = sentence.lows[at - 1]
            if before == "each" or (before[-1].isalpha() and not _no_subject(before)):
                return True
    return False


def _no_subject(low: str) -> bool:
    groups = ("determiners", "prepositions", "auxiliaries")
    return low in ("and", "or", "to", "of", "by") or any(low in wordset("indicator", group) for group in groups)


def describes(sentence: Sentence, before: int) -> bool:
    """Whether a clause tells what is: no modal in it, no imperative before the place, a verb in the present."""
    lows = sentence.lows
    low_end, high_end = max(before - CLAUSE, 0), min(before + CLAUSE, len(lows))
    first = next((i + 1 for i in range(before - 1, low_end - 1, -1) if lows[i] == ";"), low_end)
    last = next((i for i in range(before, high_end) if lows[i] == ";"), high_end)
    whole = first == low_end and last == high_end
    if (
        (sentence.tense if whole else sentence.tense_in(first, last)) == "future"
        or sentence.sets_goals
        or any(
            v.form == "base" and sentence.low(v.at - 1) != "they"
            for v in sentence.verbs_between(first if first > low_end else 0, before + 1)
        )
    ):
        return False
    for at in range(first, min(last, len(lows) - 1)):
        if lows[at] in ("is", "are") and lows[at + 1] not in wordset("meaning", "future") and lows[at + 1] != "set":
            if at > before and RELATIVE & set(lows[before:at]):
                continue  # "a 5% cut in the time that lines are closed"
            return True
        if at == before and any(
            form == "third" and lemma not in wordset("verbs", "forward") for lemma, form in forms().get(lows[at], ())
        ):
            return True
    return False
