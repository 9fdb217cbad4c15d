"""English counts and amounts of things: what is counted, and under which verb ('build 5 X', 'improve Y in 5 X')."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.counted_subjects_en import (
    each_has,
    for_to,
    helped,
    helped_end,
    more_spent,
    out_of,
    subject_acts,
    told_of_part,
)
from extractors.targets.frame_en import Frame, active_behind, passive_behind
from extractors.targets.indicator_en import (
    ARTICLES,
    COLLECTIVE,
    JOINS,
    LEADING,
    clean,
    head,
    phrase,
    phrase_end,
    same_thing_end,
)
from extractors.targets.purposes_en import cost_or_amount, goal, purpose, spent_on
from extractors.targets.quantities_en import Quantity
from extractors.targets.shares_en import share_again, share_direct, share_of
from extractors.targets.verb_forms_en import gerund, participle
from extractors.targets.vocabulary_en import words, wordset

LONGEST_LIST = 30
# Nouns of action that say no more than that the thing is to be there.
PLANNED = {"plans", "proposals", "provision", "plan", "permission", "approval", "funding"}
SILENT = {
    *("construction", "establishment", "creation", "launch", "implementation", "addition", "development"),
    *("building", "laying", "paving", "opening", "completion", "installation"),
}
PREFIX_DATE = re.compile(r"^(?:in|by|for|during) (?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\s*")
BEFORE_DATES = {"the", "end", "of", "year", "next", "coming", "period", "fiscal", "early", "late", "mid", "-"}
# Behind a per cent sign these begin no thing that is measured.
NOT_SHARED = {
    *("in", "by", "for", "at", "on", "from", "to", "of", "over", "under", "more", "less", "higher", "lower"),
    *("a", "per", "each", "every"),
}


def count(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """Attach quantity `index` as a number of things; `loose` where no verb governs them."""
    found = sentence.quantities[index]
    verb = sentence.governor(found.left)
    first_of_group, prefix_end = _group_start(sentence, index, verb)
    start = found.right
    while sentence.low(start) in ("of", "the", "“"):
        start += 1
    named = not _dates(sentence, start) and (start > found.right or sentence.low(start) not in ("who", "that", "which"))
    end = _thing_end(sentence, found, start) if named else start
    start, end = (start, end) if named or sentence.low(start) != "who" else (start + 1, start + 1)
    thing = phrase(sentence, start, end)
    if thing.split(" ")[0].lower() in ("them", "these", "those", "which", "whom") and found.bare and before:
        thing, end = before.counted_phrase or before.indicator, start + 1
    if found.inner[0] < found.inner[1]:
        thing = f"{phrase(sentence, *found.inner)} {thing}".strip()
    acts = verb is not None and not verb.passive and verb.at == found.left - 1
    passive = passive_behind(sentence, end) or (None if acts else _passive_of_list(sentence, index, end))
    if passive and not thing and sentence.low(found.left - 1) == "of" and not found.bare:
        begin = _first_word(sentence, found.left - 1)
        thing = phrase(sentence, begin, found.left - 1)  # "land of 5 hectares is to be"
    if sentence.lows[found.left - 2 : found.left] == ["each", "with"] and before and before.shape == "count":
        return replace(
            before, indicator=thing, counted=head(sentence, start, end), counted_phrase=thing, rule="each_with"
        )
    if found.bare and (those := told_of_part(sentence, index, start)):
        return those
    if found.bare and not thing:
        thing = out_of(sentence, index)
    if found.bare and not thing and passive and before and before.shape == "count":
        thing = before.counted_phrase  # "6 million homes were begun, and 5 million were completed"
    if sentence.lows[found.left - 2 : found.left] == ["of", "which"] and before and not thing:
        return replace(before, rule="part_of_before", sure=0.6)
    if found.bare and not thing:
        return None
    if having := each_has(sentence, found, start, end):
        return having
    if found.unit == "persons" and not found.bare and sentence.low(found.right) != "of":
        tied = sentence.low(found.right) in wordset("indicator", "prepositions") and end > found.right
        thing = f"people {sentence.span(found.right, end) if tied else thing}".strip()
    if sentence.lows[found.left - 2 : found.left] == ["of", "which"] or (
        not thing and sentence.low(found.left - 1) == "including"
    ):
        return replace(before, rule="part_of_before", sure=0.6) if before else None
    same = index and found.unit == sentence.quantities[index - 1].unit and not found.bare
    placed = same and sentence.low(start) in ("in", "for", "among")
    if sentence.low(found.left - 1) == "including" and placed and before:
        name = f"{before.indicator} {sentence.span(start, end)}"
        return replace(before, indicator=name, rule="part_of_before", sure=0.6)
    thing, sure = _shared(sentence, index, thing, start, end)
    noun = head(sentence, start, end)
    if before and thing == before.counted_phrase and not noun.endswith("s"):
        noun = before.counted  # "300,000 of them women"
    share = sentence.low(found.right) == "of" or found.number.form == "share"
    if (to_be := for_to(sentence, found, thing, end)) is not None:
        return replace(to_be, counted=noun)
    if found.unit in ("%", "ratio") and share and thing:
        return share_of(sentence, found, thing, end, verb, passive, before)
    if found.unit == "%" and not share and (once_more := share_again(sentence, found.right, before)):
        return once_more
    direct = found.unit == "%" and not found.attributive and thing and sentence.low(start) not in NOT_SHARED
    if direct and (shared := share_direct(sentence, thing, start, end, verb, passive)):
        return shared
    if passive and not thing and (noun_of := words("verbs")["nouns_of_spending"].get(passive[0].lemma)):
        told = passive[1].split(None, 1)[1] if len(passive[1].split()) > 1 else ""
        name = clean(f"{noun_of} {PREFIX_DATE.sub('', told)}")
        return Frame("count", name, passive[0].lemma, passive[0], "", "passive_count", 0.8)
    done = sentence.low(found.left - 2) if sentence.low(found.left - 1) == "of" else ""
    if done in SILENT and thing and not found.attributive:
        acting = passive[0] if passive else verb
        lemma = words("verbs")["action_nouns"].get(done, "build")
        return Frame("count", thing, lemma, acting, "", "action_of", 0.85, noun, thing)
    opening = found.left <= 6 and done.endswith(("ation", "ment", "ction", "ification"))
    if (done in wordset("verbs", "action_nouns") or opening) and verb is None and thing and not passive:
        name = phrase(sentence, _first_word(sentence, found.left - 1), end)
        lemma = words("verbs")["action_nouns"].get(done, "implement")
        return Frame("count", name, lemma, None, "", "action_of", 0.8, noun, thing)
    if passive:
        return Frame("count", thing + passive[1], passive[0].lemma, passive[0], "", "passive_count", 0.85, noun, thing)
    if before and before.rule == "action_of" and index and _in_list(sentence, index) and found.bare and thing:
        return replace(before, indicator=thing, counted=noun, counted_phrase=thing)
    if spent_more := more_spent(sentence, found, verb):
        return spent_more
    funds = found.unit in wordset("units", "currencies") and not thing
    if funds and (aim := purpose(sentence, found)):
        governing = verb if verb and verb.at < found.left else None
        return Frame("count", aim, "provide", governing, "", "funding_for", 0.7)
    if thing and found.bare and sentence.low(found.left - 1) == "for" and (sentence.low(found.left - 2) in PLANNED):
        planned = Verb(found.left - 2, "plan", "base")  # "there are plans for 25 new schools"
        return Frame("count", thing, "plan", planned, "", "verb_count", 0.75, noun, thing)
    if _there_is(sentence, first_of_group):
        thing = thing or (f"funding {spent_on(sentence, found)}".strip() if funds else "")
        return Frame("level", thing, "be", None, "", "there_is", 0.85, noun, thing)
    if (does := subject_acts(sentence, found, thing, end)) and not passive:
        return replace(does, counted=noun)
    if verb is None and (active := active_behind(sentence, end)) and thing:
        who = "who" if found.unit == "persons" or noun in wordset("units", "persons_nouns") else "that"
        return Frame(
            "loose", f"{thing} {who} {active[1]}", active[0].lemma, active[0], "", "subject_tells", 0.6, noun, thing
        )
    if verb is None:
        return Frame("loose", thing, "", None, "", "no_verb", 0.4, noun, thing) if thing else None
    prefix = _prefix(sentence, verb, prefix_end)
    if prefix is None:
        return Frame("loose", thing, verb.lemma, verb, "", "list_member", 0.55, noun, thing) if thing else None
    kept = not prefix and not found.bare and verb.lemma in wordset("verbs", "keep")
    if kept and thing:
        return Frame("level", thing, verb.lemma, verb, "", "kept_amount", 0.8)  # "maintain 120 million ha of farmland"
    name = _joined(prefix, thing, sentence, prefix_end)
    spent = found.unit in wordset("units", "currencies")
    spent = spent and (not thing or sentence.low(start) in wordset("indicator", "prepositions"))
    spending = words("verbs")["nouns_of_spending"].get(verb.lemma)
    if spent and spending:
        end = phrase_end(sentence, start + 1) if sentence.low(start) == "to" else end
        name = clean(f"{spending} {spent_on(sentence, found) or sentence.span(start, end)}")
    elif not name and found.unit in wordset("units", "currencies"):
        name = cost_or_amount(sentence, verb)
    elif not name and before and before.shape == "count" and before.verb == verb and same:
        name, thing = before.indicator, before.counted_phrase  # "add 600 MW of storage and a further 900 MW"
    elif not name:
        name = gerund(verb.lemma)
    elif not prefix:
        name = _with_participles(name, _participles(sentence, verb))
    name += helped(sentence, verb, end) or goal(sentence, verb, end)
    return Frame(
        "count",
        name,
        verb.lemma,
        verb,
        "",
        "verb_count" if not prefix else "verb_phrase_count",
        min(sure, 0.93 if not prefix else 0.8),
        noun,
        thing,
    )


def _dates(sentence: Sentence, at: int) -> bool:
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


def _passive_of_list(sentence: Sentence, index: int, end: int) -> tuple[Verb, str] | None:
    """The passive verb behind the last of '5 hospitals and 20 clinics will be built'."""
    following = index + 1
    if following >= len(sentence.quantities) or not 0 < sentence.quantities[following].left - end <= 2:
        return None
    behind = sentence.quantities[following]
    if sentence.low(behind.left - 1) not in ("and", "or", ",", "&"):
        return None
    if sentence.lows[behind.right : behind.right + 2] in (["of", "which"], ["of", "whom"], ["of", "them"]):
        return None
    stop = _thing_end(sentence, behind, behind.right + (sentence.low(behind.right) == "of"))
    return passive_behind(sentence, stop)


def _group_start(sentence: Sentence, index: int, verb: Verb | None) -> tuple[int, int]:
    """First token of the first quantity under the same verb in the same list, and where its prefix ends."""
    lowest = verb.at if verb else -1
    first = index
    earliest = max(index - LONGEST_LIST, 0)
    while first > earliest and sentence.quantities[first - 1].left > lowest and _in_list(sentence, first):
        first -= 1
    at = sentence.quantities[first].left
    return at, at


def _in_list(sentence: Sentence, index: int) -> bool:
    """Whether a quantity follows the one before it in a list: ', 5 X', 'and 5 X'."""
    at = sentence.quantities[index].left
    return sentence.low(at - 1) in (",", "and", "or", "including")


def _there_is(sentence: Sentence, at: int) -> bool:
    return sentence.low(at - 1) in ("are", "is", "be") and "there" in sentence.lows[max(at - 4, 0) : at]


def _prefix(sentence: Sentence, verb: Verb, end: int) -> str | None:
    """What stands between verb and number: empty for a direct object, null for a list that the verb only heads."""
    start = verb.at + 1
    lows = sentence.lows
    for at in range(end - 2, start, -1):
        if (
            lows[at] == "and"
            and (lows[at + 1] in wordset("indicator", "determiners") or lows[at + 1] in ("on", "to", "in", "for"))
            and any(o >= 0 for o in sentence.owner[start:at])
        ):
            start = at + 1  # another object of the same verb, behind one that was counted
            break
    while start < end and (
        lows[start] in ("out", "up", "on", "down", "off", "away", "aside", "also", "further", "them", "it", "us")
        or lows[start] in wordset("indicator", "determiners")
    ):
        start += 1
    if start >= end:
        return ""
    if any(lows[i] in (",", "that", "which") or lows[i] == "such" for i in range(start, end)) and lows[
        end - 1
    ] not in wordset("indicator", "prepositions"):
        return None
    commas = [i for i in range(start, end) if lows[i] == ","]
    if commas and sentence.low(commas[-1] + 1) not in JOINS and end - commas[-1] < 4:
        return None
    return " ".join(filter(None, (sentence.span(a, b) for a, b in _runs(sentence, start, end))))


def _thing_end(sentence: Sentence, found: Quantity, start: int) -> int:
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
    if (verb := sentence.governor(found.left)) and verb.lemma in ("help", "let", "enable", "see"):
        end = helped_end(sentence, start, end)
    return same_thing_end(sentence, start, end) if found.bare else end


def _runs(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of [start, end) between quantities."""
    runs, begin = [], start
    for at in range(start, end + 1):
        if at == end or sentence.owner[at] >= 0:
            if begin < at:
                runs.append((begin, at))
            begin = at + 1
    return runs


def _joined(prefix: str, thing: str, sentence: Sentence, prefix_end: int) -> str:
    """Indicator of 'improve the conditions of 5 X': 'conditions of X'; of 'the construction of 5 X': 'X'."""
    if not prefix:
        return thing
    prefix = PREFIX_DATE.sub("", prefix)
    lows = prefix.lower().split()
    while len(lows) > 1 and lows[0] in LEADING | ARTICLES:
        lows.pop(0)
        prefix = prefix.split(None, 1)[1]
    if thing and (lows[-1] == "with" or (lows[0] in PLANNED and lows[-1] == "for")):
        return thing
    if thing and lows[-1] == "of" and len(lows) <= 2 and lows[0] in SILENT:
        return thing
    parts = prefix.split()
    while parts and parts[0].lower() in LEADING:
        parts.pop(0)
    if not thing and parts and parts[-1].lower() in wordset("indicator", "prepositions"):
        parts.pop()
    return clean(" ".join([*parts, thing]))


def _with_participles(name: str, done: str) -> str:
    """'people lifted out of poverty': what is done stands before where it leads."""
    where = name.find(" out of ") if done else -1
    return f"{name[:where]}{done}{name[where:]}" if where > 0 else name + done


def _participles(sentence: Sentence, verb: Verb) -> str:
    """', renovated, and expanded' for verbs that say more than that something is made."""
    chain = [verb]
    at = verb.at
    while True:
        back = at - 1
        while back >= 0 and sentence.lows[back] in (",", "and", "or"):
            back -= 1
        earlier = sentence.verb_at(back) if back < at - 1 else None
        if earlier is None or earlier.form != verb.form or len(chain) > 3:
            break
        chain.insert(0, earlier)
        at = back
    if all(v.lemma in wordset("verbs", "silent") for v in chain):
        return ""
    names = [participle(v.lemma) for v in chain]
    join = "or" if "or" in sentence.lows[chain[0].at : verb.at] else "and"
    if len(names) < 3:
        return " " + f" {join} ".join(names)
    return " " + ", ".join(names[:-1]) + f", {join} " + names[-1]


def _shared(sentence: Sentence, index: int, thing: str, start: int, end: int) -> tuple[str, float]:
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
    return thing, 0.93


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
        if not _in_list(sentence, later):
            break
    return ""


def _first_word(sentence: Sentence, end: int) -> int:
    """Where the noun phrase begins that ends before a token: behind a sign, another quantity or a verb."""
    at = end
    while at > 0 and end - at < 12 and sentence.owner[at - 1] < 0 and sentence.lows[at - 1] not in (",", ";", ":"):
        if sentence.verb_at(at - 1):
            break
        at -= 1
    return at
