"""English shares of things: '90% of villages will have clinics', '90 percent of homes are to be insulated'."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.clauses_en import Sentence, Verb, is_adverb
from extractors.targets.counted_subjects_en import ASKING
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import BREAKS, phrase, phrase_end
from extractors.targets.purposes_en import over_number
from extractors.targets.quantities_en import Quantity
from extractors.targets.subjects_en import subject
from extractors.targets.verb_forms_en import forms, gerund, participle
from extractors.targets.vocabulary_en import words, wordset

Passive = tuple[Verb, str] | None
HAVING = {"have", "has", "having", "had"}
SUPPLYING = {
    "supply",
    "meet",
    "provide",
    "generate",
    "produce",
    "cover",
    "satisfy",
    "consume",
    "use",
    "employ",
    "attract",
}
MAKING_UP = {
    "account": "for",
    "take": "up",
    "make": "up",
    "occupy": "",
    "represent": "",
    "constitute": "",
    "comprise": "",
}
OPENING = {"and", ":", ",", ";", "while", "", "that", "with", "which"}
PRESENT = {"use", "lack", "own", "need", "receive", "meet", "enjoy"}  # behind a plural and before an object
LONGEST_PLACED = 8
BEING = {"be", "is", "are", "was", "were"}


def share_of(
    sentence: Sentence, found: Quantity, thing: str, end: int, verb: Verb | None, passive: Passive, before: Frame | None
) -> Frame:
    """'90% of villages will have clinics': the share of villages with clinics."""
    stands = thing in ("which", "whom", "these", "them") or (not thing and sentence.low(end) in ("which", "whom"))
    if stands and before:
        thing = before.counted_phrase or before.indicator.removeprefix("rate of ").removeprefix("number of ")
    telling = next((i for i in range(found.right + 3, end) if _tells(sentence, i, at_once=True)), -1)
    if telling > 0 and not passive and (doing := _told(sentence, telling, found.left)):
        whole = phrase(sentence, found.right + 1, telling)  # "88% of residents use clean water"
        return Frame("level", f"share of {whole}{doing}", "", verb, "", "share_of", 0.75, "", whole)
    first, _, rest = thing.partition(" ")
    if before and rest and first in ("them", "these", "those"):  # "half of them women"
        thing = f"{before.counted_phrase or before.indicator} that are {rest}"
    thing = _having(sentence, thing, verb).removesuffix(" now").removesuffix(" currently")
    name, governing = f"share of {thing}", passive[0] if passive else verb
    raised = passive is not None and sentence.low(passive[0].at) in wordset("meaning", "tasked")
    if raised and (doing := _told(sentence, end, found.left)):  # "are expected to be using the cloud"
        name += doing
    elif passive:
        name += passive[1] + _by_whom(sentence, passive[0])
    elif verb and verb.lemma == "have" and sentence.low(found.left - 1) == "on":
        had = phrase(sentence, verb.at + 1, found.left - 1)  # "have clean air on 80% of days"
        name = f"{name} with {had}" if had else name
    else:
        name += (
            _told(sentence, end, found.left)
            or _placed_in(sentence, found, end)
            or _coming(sentence, thing, end)
            or _available(sentence, found)
            or _given(sentence, found, verb)
            or _done(sentence, found, verb)
        )
    return Frame(
        "level", name, governing.lemma if passive and governing else "", governing, "", "share_of", 0.75, "", thing
    )


def part_of(sentence: Sentence, found: Quantity, before: Frame | None) -> Frame | None:
    """'..., accounting for 3% of GDP', 'X took up 9% of the mix': whose share it is."""
    at = found.left - 1
    while at > 0 and is_adverb(sentence.lows[at]):
        at -= 1
    particle = sentence.low(at) if sentence.low(at) in ("for", "up") else ""
    at -= bool(particle)
    lemma = next((lemma for lemma, _ in forms().get(sentence.low(at), ()) if MAKING_UP.get(lemma) == particle), "")
    verb = sentence.verb_at(at) or Verb(at, lemma, "base")
    if not lemma or at < 0 or verb.passive:
        return None
    whose = phrase(sentence, *subject(sentence, at))
    goes_on = sentence.low(at).endswith("ing") and sentence.low(at - 1) in (",", "and")
    if before and (not whose or goes_on or whose.lower() in wordset("indicator", "pronouns")):
        whose = before.indicator.split(" as a share of ")[0]
    return Frame("level", whose, "reach", verb, "", "makes_up", 0.8) if whose else None


def going_on(sentence: Sentence, found: Quantity, before: Frame | None) -> Frame | None:
    """'rose by 0.6% reaching 30.7% of the workforce': right behind a number, of the same."""
    at = found.left - 1
    if before is None or before.shape != "level" or sentence.low(at) != "reaching" or sentence.owner[at - 1] < 0:
        return None
    return replace(before, lemma="reach", marker="", rule="carried_subject", sure=0.7)


def out_of_all(sentence: Sentence, found: Quantity, whole: str) -> Frame | None:
    """'Of the 64 plans, 87% are on track': the share of the plans that are."""
    told = _told(sentence, found.right) if whole and found.unit == "%" else ""
    return Frame("level", f"share of {whole}{told}", "", None, "", "share_of", 0.7, "", whole) if told else None


def whole_of(sentence: Sentence, found: Quantity) -> str:
    """The land of '30% of the land by 2025'."""
    start = found.right + 1
    if sentence.low(found.right) != "of":
        return ""
    stop = phrase_end(sentence, start, keep_with=False)
    stop = next((i for i in range(start, stop) if sentence.lows[i] in (",", "and", "by", "in", "from")), stop)
    return phrase(sentence, start, stop)


def of_its_own(sentence: Sentence, found: Quantity, verb: Verb | None) -> Frame | None:
    """'the rate is 40%, and 80% of communes meet the standard': a share with its own verb, whatever stands before."""
    if found.unit != "%" or sentence.low(found.right) != "of" or sentence.low(found.left - 1) not in OPENING:
        return None
    start = found.right + 1
    end = phrase_end(sentence, start)
    end = next((i for i in range(start + 1, end) if _tells(sentence, i)), end)
    thing = phrase(sentence, start, end)
    told = _told(sentence, end, found.left) if thing else ""
    if not told:
        return None
    return Frame("level", f"share of {thing}{told}", "", verb, "", "share_of", 0.75, "", thing)


def of_those(sentence: Sentence, found: Quantity, before: Frame) -> Frame | None:
    """'of which 85% will come from loans', 'of whom 5 million are women': a part of what stands before, and which."""
    at = found.right
    tied = sentence.low(at) in BEING and sentence.low(at + 1) in ("for", "from", "in", "on")
    if found.unit == "%" and before.rule == "share_of" and tied:  # "58% is for rail, and 42% is for roads"
        whole = _undone(before.counted_phrase)
        name = f"share of {whole} {sentence.span(at + 1, phrase_end(sentence, at + 2))}"
        return replace(before, indicator=name, sure=0.65)
    # "50 km of which will be motorways"
    behind = not found.bare and found.unit != "%" and sentence.lows[at : at + 2] == ["of", "which"]
    at += 2 * behind
    if not behind and (sentence.low(found.left - 2) != "of" or sentence.low(found.left - 1) not in ("which", "whom")):
        return None
    told = _told(sentence, at)
    being = sentence.low(at) in BEING and not found.bare and found.unit != "%"
    if being and not _is_things(told):
        return None
    if not told or (found.unit != "%" and not being and sentence.low(at) not in wordset("meaning", "modals")):
        return None
    if found.unit != "%":
        if told.startswith(" that "):
            # "of which 200 km will be railways"
            things = told.removeprefix(" that are ").removeprefix(" that is ")
            named = things.endswith("s") or _is_things(told)
            listed = named and things.split()[0].lower() not in wordset("indicator", "prepositions")
            return replace(before, indicator=things, rule="part_of_before", sure=0.6) if listed else None
        return replace(before, indicator=f"{before.indicator}{told}", rule="part_of_before", sure=0.6)
    thing = before.counted_phrase or before.indicator.removeprefix("rate of ").removeprefix("number of ")
    verb = before.verb if before.rule == "share_of" else None
    return Frame("level", f"share of {thing}{told}", "", verb, "", "share_of", 0.7, "", thing)


def _is_things(told: str) -> bool:
    """' that are motorways', ' that is high-speed rail', ' that are HSR': what it is, and not how it is."""
    parts = told.split()[2:]
    if not told.startswith(" that ") or not parts or is_adverb(parts[0].lower()):
        return False
    inner = parts[0].lower() in wordset("indicator", "prepositions") or bool(forms().get(parts[0].lower()))
    last = parts[-1]
    kinds = {kind for _, kind in forms().get(last.lower(), ())}
    return not inner and "past" not in kinds and (last.endswith("s") or last.isupper() or len(parts) > 1)


def _undone(thing: str) -> str:
    """'funds earmarked for rail' are funds."""
    parts = thing.split()
    at = next(
        (i for i, w in enumerate(parts) if i and {k for _, k in forms().get(w.lower(), ())} == {"past"}), len(parts)
    )
    return " ".join(parts[:at])


def _tells(sentence: Sentence, at: int, *, at_once: bool = False) -> bool:
    """'communes meet': a plural with a verb in the present behind it, and no noun."""
    low, behind = sentence.low(at), sentence.low(at + 1)
    plural = sentence.lows[at - 1].endswith("s") or sentence.lows[at - 1] in wordset("units", "persons_nouns")
    closed = wordset("indicator", "prepositions") | wordset("indicator", "stops") | {"and", "or"}
    objects = behind.isalpha() and behind not in closed
    kinds = [lemma for lemma, form in forms().get(low, ()) if form == "base"]
    if at_once:
        return plural and objects and low in PRESENT and bool(kinds)
    present = any(lemma not in wordset("verbs", "nouns_too") for lemma in kinds)
    return plural and present and behind.isalpha()


def _by_whom(sentence: Sentence, verb: Verb) -> str:
    """' by households' of 'is paid by households', and no date."""
    at = verb.at + 1
    if sentence.low(at) != "by" or {at + 1, at + 2} & sentence.numbers.keys():
        return ""
    if any(low in wordset("indicator", "no_places") or low.endswith("ing") for low in sentence.lows[at + 1 : at + 4]):
        return ""
    return f" {sentence.span(at, phrase_end(sentence, at + 1))}"


def _available(sentence: Sentence, found: Quantity) -> str:
    """' with access to schools' for 'access to schools is to be available for 80% of the population'."""
    left = found.left
    if sentence.low(left - 1) not in ("for", "to") or sentence.low(left - 2) not in ("available", "accessible", "open"):
        return ""
    start, end = subject(sentence, left - 2)
    what = phrase(sentence, start, end)
    what = what[:1].lower() + what[1:] if start == 0 and what[1:2].islower() else what
    return f" with {what}" if what and what.lower() not in wordset("indicator", "pronouns") else ""


def _placed_in(sentence: Sentence, found: Quantity, end: int) -> str:
    """' with clinics' for 'clinics in 40 percent of villages'."""
    left = found.left
    if sentence.low(left - 1) != "in" or left < 2 or sentence.low(end) in wordset("indicator", "auxiliaries"):
        return ""
    start = left - 1
    while start > 0 and left - start < LONGEST_PLACED and sentence.owner[start - 1] < 0:
        low = sentence.lows[start - 1]
        if low in OPENING or low in BREAKS or sentence.verb_at(start - 1):
            break
        start -= 1
    had = phrase(sentence, start, left - 1)
    measures = (
        wordset("indicator", "measures") | wordset("indicator", "change_nouns") | wordset("indicator", "pronouns")
    )
    vague = not had or any(word in measures for word in had.lower().split()) or start == 0
    return "" if vague else f" with {had}"


def _having(sentence: Sentence, thing: str, verb: Verb | None) -> str:
    """'give 85% of children access to clinics': the share of children with access to clinics."""
    parts = thing.split()
    if verb is None or verb.lemma not in wordset("verbs", "giving"):
        return thing
    people = wordset("units", "persons_nouns") | {"households", "homes", "families", "schools", "villages"}
    at = next((i for i, word in enumerate(parts[:-1]) if word.lower() in people), -1)
    tied = at < 0 or parts[at + 1].lower() in wordset("indicator", "prepositions") | {"and", "or", "who", "with"}
    return thing if tied else " ".join([*parts[: at + 1], "with", *parts[at + 1 :]])


def _coming(sentence: Sentence, thing: str, end: int) -> str:
    """' from wind' behind 'generation coming': what a participle at the end goes on with."""
    last = sentence.low(end - 1)
    tied = sentence.low(end) in ("from", "under", "by", "through") and last.endswith(("ing", "ed"))
    under = sentence.low(end) == "under" and end + 1 not in sentence.numbers  # "25% of farmland under organic farming"
    behind = sentence.span(end, phrase_end(sentence, end + 1)) if (tied or under) and " " in thing else ""
    return f" {behind}" if behind else ""


def _done(sentence: Sentence, found: Quantity, verb: Verb | None) -> str:
    """' recycled' for 'recycle 90% of waste': what is done to the share."""
    if verb is None or verb.passive:
        return ""
    if verb.lemma not in SUPPLYING and verb.lemma in wordset("verbs", "silent") | wordset("verbs", "reach"):
        return ""
    near = all(is_adverb(low) or low in ("up", "out", "to") for low in sentence.lows[verb.at + 1 : found.left])
    if not near or (verb.lemma not in wordset("verbs", "build") and verb.lemma not in SUPPLYING):
        return ""
    who = phrase(sentence, *subject(sentence, verb.at)) if verb.lemma in SUPPLYING else ""
    acting = wordset("naming", "actors") | wordset("meaning", "plan_subjects") | wordset("indicator", "pronouns")
    told = bool(who) and not any(word in acting for word in who.lower().split())
    if not told:
        end = phrase_end(sentence, found.right + 1)
        origin = sentence.low(end) in ("from", "through", "via") and not {end + 1, end + 2} & sentence.numbers.keys()
        tail = f" {sentence.span(end, phrase_end(sentence, end + 1))}" if origin else ""
        done = f" {participle(verb.lemma)}"
        return (done if tail else "") + tail if verb.lemma in wordset("verbs", "silent") else done + tail
    return f" {participle(verb.lemma)} by {who}"


def _given(sentence: Sentence, found: Quantity, verb: Verb | None) -> str:
    """' with safe water' for 'provide safe water to 81% of the population'."""
    if verb is None or sentence.low(found.left - 1) != "to" or verb.lemma not in wordset("verbs", "giving"):
        return ""
    given = phrase(sentence, verb.at + 1, found.left - 1)
    return f" with {given}" if given else ""


def share_again(sentence: Sentence, start: int, before: Frame | None) -> Frame | None:
    """'90% of homes have water and 75 percent benefiting from toilets': of the same."""
    told = before and before.rule == "share_of" and _told(sentence, start)
    done = sentence.low(start)
    if not told and before and before.rule == "share_of" and done.endswith("ed") and done.isalpha():
        told = f" {done}"  # "60% is recycled and 10% landfilled"
    return replace(before, indicator=f"share of {before.counted_phrase}{told}") if told and before else None


def _told(sentence: Sentence, end: int, left: int = 0) -> str:
    """What is said of the share: ' with clinics', ' meeting the standard', ' who are women'."""
    at = end
    if sentence.low(at) == "(":  # "half of nationals (63%) own their homes"
        at = end = next((i + 1 for i in range(at + 1, at + 6) if sentence.low(i) == ")"), at)
    asked = ASKING | {"for", "target", "targets", "targeting", "targeted"}
    if sentence.low(at) == "to" and (sentence.low(left - 1) in asked or left == 0):
        at += 1  # "aims for 70% of power to come from wind"
    if at == end and sentence.low(at) in ("that", "who") and sentence.low(at - 1) not in ASKING:
        at += 1  # "97% of homes that will be connected"
    while sentence.low(at) in wordset("meaning", "modals") or sentence.low(at) in ("now", "also", "already"):
        at += 1
    to_do = sentence.low(at) in BEING and sentence.low(at + 1) == "to"
    at += 2 * to_do
    raised = sentence.low(at) in BEING and sentence.low(at + 1) in wordset("meaning", "tasked")
    if raised and sentence.low(at + 2) == "to":  # "are expected to be using the cloud"
        at += 3 + (sentence.low(at + 3) == "be" and sentence.low(at + 4).endswith("ing"))
        to_do = True
    low = sentence.low(at)
    if low in HAVING:
        if sentence.low(at + 1) == "been":
            return ""
        lemma = next((lemma for lemma, kind in forms().get(sentence.low(at + 1), ()) if kind == "past"), "")
        if lemma:
            at += 3 * (sentence.lows[at + 2 : at + 5] == ["at", "least", "a"])
            achieved = over_number(sentence, at + 2)
            return f" {gerund(lemma)} {phrase(sentence, at + 2, achieved)}".rstrip()
        if sentence.low(at + 1).endswith(("ed", "gone")) and sentence.low(at + 1) not in forms():
            return f" that {low} {sentence.span(at + 1, phrase_end(sentence, at + 2))}"  # "has undergone upgrades"
        had = phrase(sentence, at + 1, phrase_end(sentence, at + 1))
        return f" with {had}" if had else ""
    if low in BEING:
        been = phrase(sentence, at + 1, phrase_end(sentence, at + 1)) if sentence.low(at + 1) != "to" else ""
        if sentence.low(at + 1) in wordset("indicator", "prepositions") - {"to"}:
            been = sentence.span(at + 1, phrase_end(sentence, at + 2))  # "are on track"
        if not been or is_adverb(been):
            return ""
        return f" that {'are' if low == 'be' else low} {been}"
    lemma = next((lemma for lemma, kind in forms().get(low, ()) if kind in ("base", "third", "past", "ing")), "")
    if not lemma and low.isalpha() and (to_do or sentence.low(at - 1) in wordset("meaning", "modals")):
        lemma = low  # a verb that the vocabulary lacks
    if not lemma or (at == end and low in wordset("verbs", "nouns_too") and not sentence.verb_at(at)):
        return ""
    stop = phrase_end(sentence, at + 1)
    if sentence.owner[at + 1 : at + 2] > [-1]:  # "attend four or more visits"
        number = sentence.quantities[sentence.owner[at + 1]]
        return f" {gerund(lemma)} {sentence.span(at + 1, phrase_end(sentence, number.right))}"
    tied = sentence.low(at + 1) in wordset("indicator", "prepositions")
    object_ = sentence.span(at + 1, phrase_end(sentence, at + 2)) if tied else phrase(sentence, at + 1, stop)
    if tied and at == end and lemma in words("verbs")["nouns_of_spending"] and low == participle(lemma):
        return f" {low} {object_}" if object_ else ""  # "6 percent of GDP spent on schools"
    return f" {gerund(lemma)} {object_}" if object_ else ""


def share_direct(
    sentence: Sentence, thing: str, start: int, end: int, verb: Verb | None, passive: Passive
) -> Frame | None:
    """'90 percent forest coverage', 'a 5 percent export increase', '80 percent Indian households'."""
    prepositions = wordset("indicator", "prepositions")
    stop = next((i for i in range(start + 1, end) if sentence.lows[i] in prepositions), end)
    noun = sentence.lows[stop - 1]
    changed = words("indicator")["change_nouns"].get(noun)
    if changed and stop - start > 1 and noun != "growth":
        name = phrase(sentence, start, stop - 1)
        return Frame("level", name, changed, verb, "by", "change_noun", 0.8) if name else None
    if noun in wordset("indicator", "measures"):
        governing = passive[0] if passive else verb
        lemma = governing.lemma if governing else ""
        return Frame("level", thing, lemma, governing, "of", "measure_behind", 0.8)
    return None
