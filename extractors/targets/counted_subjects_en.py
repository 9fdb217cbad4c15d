"""English counts that act or have: 'Eleven provinces achieved X', 'every class has 25 pupils', 'of the 25, 18 ...'."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import clean, head, phrase, phrase_end
from extractors.targets.quantities_en import Quantity
from extractors.targets.verb_forms_en import forms, gerund
from extractors.targets.vocabulary_en import words, wordset

ASKING = {
    *(
        "require",
        "requires",
        "required",
        "requiring",
        "allow",
        "allows",
        "allowing",
        "want",
        "wants",
        "expect",
        "expects",
    ),
    *("enable", "enables", "enabling", "oblige", "obliges"),
}
HAVE = {"has", "have", "having", "had"}
EACH = {"every", "each", "all"}
LONGEST_SUBJECT = 8
PASSED_OVER = {"still", "also", "already", "now", "currently", "to"}


def out_of(sentence: Sentence, index: int) -> str:
    """The thing in 'Of the 25 indicators, 18 should improve': what the first number counts."""
    lows, left = sentence.lows, sentence.quantities[index].left
    if sentence.low(left - 1) != ",":
        return ""
    floor = max(left - 14, 0)
    at = next(
        (
            i
            for i in range(left - 2, floor - 1, -1)
            if lows[i] == "of" and lows[i - 1 : i] in ([], [","], [";"], ["out"])
        ),
        -1,
    )
    if at < 0:
        return ""
    start = next((i for i in range(at + 1, left - 1) if i in sentence.numbers), at)
    start = sentence.numbers[start].last if start > at else at + 1
    left = next((i + 1 for i in range(start, left - 1) if lows[i] in ("that", "which", "who")), left)
    whole = sentence.span(start, left - 1)  # "people" is a unit too
    return whole if whole.lower().startswith("people ") else phrase(sentence, start, left - 1)


def told_of_part(sentence: Sentence, index: int, at: int) -> Frame | None:
    """'Of the 37 ports, 29 achieved their aims': the ports that did, and what."""
    lemma = next((lemma for lemma, kind in forms().get(sentence.low(at), ()) if kind == "past"), "")
    whole = out_of(sentence, index) if lemma else ""
    if not whole:
        return None
    object_ = sentence.span(at, phrase_end(sentence, at + 1))
    verb = Verb(at, lemma, "past")
    return Frame("count", f"{whole} that {object_}", lemma, verb, "", "subject_acts", 0.7, "", whole)


def each_has(sentence: Sentence, found: Quantity, start: int, end: int) -> Frame | None:
    """'every class has no more than 25 pupils': a level for each of the subject."""
    at = found.left - 1
    if sentence.low(at) not in HAVE:
        return None
    subject = at
    while subject > 0 and sentence.lows[subject - 1] in wordset("indicator", "auxiliaries"):
        subject -= 1
    for place in range(subject - 1, max(subject - LONGEST_SUBJECT, 0) - 1, -1):
        if sentence.lows[place] in (",", ";", ".", ":") or sentence.owner[place] >= 0:
            return None
        if sentence.lows[place] in EACH:
            whose = phrase(sentence, place + 1, subject)
            thing = phrase(sentence, start, end)
            if not whose or not thing:
                return None
            verb = Verb(at, "have", "base" if sentence.lows[at] != "had" else "past")
            counted = head(sentence, start, end)
            return Frame("level", f"{thing} per {_one(whose)}", "have", verb, "", "each_has", 0.8, counted)
    return None


def _one(name: str) -> str:
    """'schools' to 'school' where the plural is plain."""
    plain = name.endswith("s") and not name.endswith(("ss", "us", "ies", "es"))
    return name[:-1] if plain else name


def subject_acts(sentence: Sentence, found: Quantity, thing: str, end: int) -> Frame | None:
    """'Eleven provinces have achieved X', '30 regions will pilot Y': those that do something."""
    left = found.left
    left -= sentence.low(left - 1) == "all"
    opens = left == 0 or sentence.lows[left - 1] in (",", ";", ":", "that", "and", "while", "total")
    if not thing or not found.bare or not opens or thing.split()[-1].lower() in wordset("none", "abstract_nouns"):
        return None
    at, auxiliary = end, wordset("indicator", "auxiliaries")
    while at < end + 4 and (sentence.low(at) in auxiliary or sentence.low(at) in ("also", "already", "now")):
        at += 1
    if at == end or at >= len(sentence.lows):
        return None
    if sentence.lows[at - 1] == "to" and at - 2 < end:
        return None  # "1,000 interns to support schools" do not act here
    low = sentence.lows[at]
    wanted = ("past",) if sentence.lows[at - 1] in HAVE else ("base",)
    lemma = next((lemma for lemma, kind in forms().get(low, ()) if kind in wanted), "")
    if not lemma or low in ("be", "been"):
        return None
    object_ = phrase(sentence, at + 1, phrase_end(sentence, at + 1))
    verb = Verb(at, lemma, "past" if wanted == ("past",) else "base")
    name = clean(f"{thing} {gerund(lemma)} {object_}")
    return Frame("count", name, lemma, verb, "", "subject_acts", 0.75, "", thing)


def people_who(sentence: Sentence, found: Quantity) -> str:
    """'2 billion people lack safe water': what the people do; empty where no verb follows.

    Behind the bare word 'people' stands a verb, whatever the verb, unless a preposition, a relative or a noun of
    theirs follows.
    """
    at = found.right
    while sentence.low(at) in PASSED_OVER or sentence.low(at) in wordset("meaning", "modals"):
        at += 1
    low = sentence.low(at)
    closed = wordset("indicator", "prepositions") | wordset("indicator", "stops") | wordset("indicator", "auxiliaries")
    if not low.isalpha() or low in closed or low in ("and", "or") or low.endswith("ing") or sentence.owner[at] >= 0:
        return ""
    known = {kind for _, kind in forms().get(low, ())}
    behind = sentence.low(at + 1)
    objects = behind.isalpha() and behind not in ("and", "or", "who", "that")
    if not objects or (known and not known & {"base", "past"}) or behind == "by":
        return ""
    tied = behind in wordset("indicator", "prepositions")
    stop = phrase_end(sentence, at + 2 if tied else at + 1)
    return f"{_doing(low)} {sentence.span(at + 1, stop) if tied else phrase(sentence, at + 1, stop)}".rstrip()


def _doing(low: str) -> str:
    """The -ing form of a verb in the present or past, known or not."""
    lemma = next((lemma for lemma, kind in forms().get(low, ()) if kind in ("base", "past")), "")
    if lemma:
        return gerund(lemma)
    if low.endswith("ied"):
        return f"{low[:-3]}ying"
    return f"{low[:-2]}ing" if low.endswith("ed") else f"{low.removesuffix('e')}ing"


def more_spent(sentence: Sentence, found: Quantity, verb: Verb | None) -> Frame | None:
    """'spend 7 percent more on research': a change of the spending."""
    nouns = words("verbs")["nouns_of_spending"]
    low, behind = sentence.low(found.right), sentence.low(found.right + 1)
    if found.unit != "%" or low not in ("more", "less") or behind not in ("on", "in", "for", "to"):
        return None
    if verb is None or verb.lemma not in nouns:
        return None
    stop = phrase_end(sentence, found.right + 2)
    name = clean(f"{nouns[verb.lemma]} {sentence.span(found.right + 1, stop)}")
    lemma = "increase" if low == "more" else "reduce"
    return Frame("level", name, lemma, verb, "by", "more_spent", 0.8)


def helped_end(sentence: Sentence, start: int, end: int) -> int:
    """Where those end who are helped: 'residents' of 'help 5 residents lift themselves out of poverty'."""
    for at in range(start + 1, end):
        plural = sentence.lows[at - 1].endswith("s") or sentence.lows[at - 1] in wordset("units", "persons_nouns")
        if plural and any(kind == "base" for _, kind in forms().get(sentence.lows[at], ())):
            return at
    return end


def helped(sentence: Sentence, verb: Verb, end: int) -> str:
    """' lifting themselves out of poverty': what the helped ones do, said without 'to'."""
    if verb.lemma not in ("help", "let", "see"):
        return ""
    lemma = next((lemma for lemma, kind in forms().get(sentence.low(end), ()) if kind == "base"), "")
    if not lemma:
        return ""
    object_ = phrase(sentence, end + 1, phrase_end(sentence, end + 1))
    return f" {gerund(lemma)} {object_}".rstrip()


def for_to(sentence: Sentence, found: Quantity, thing: str, end: int) -> Frame | None:
    """'aim for 845,000 electric vehicles to be on the road', 'want 80 towns to have a bus'."""
    asked = sentence.low(found.left - 1)
    if (asked != "for" and asked not in ASKING) or sentence.low(end) != "to" or not thing or not found.bare:
        return None
    if not any(kind == "base" for _, kind in forms().get(sentence.low(end + 1), ())):
        return None
    told = phrase(sentence, end + 2, phrase_end(sentence, end + 2))
    lemma = "be" if sentence.low(end + 1) == "be" else sentence.low(end + 1)
    name = f"{thing} {told}" if lemma == "be" else f"{thing} {gerund(lemma)} {told}"
    return Frame("count", name.strip(), "", Verb(end + 1, lemma, "base"), "", "for_to", 0.75, "", thing)
