"""English levels and changes: which phrase a number measures ('raise X to 5', 'X will reach 5', 'a rate of 5')."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.changes_en import base_for
from extractors.targets.clauses_en import Sentence, Verb, is_adverb
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.indicator_en import JOINS, phrase, phrase_end
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import words, wordset

PARTICLES = {"up", "down", "back"}
AMOUNTING = {"totaling", "totalling", "amounting"}
COVERING = {"cover", "covers", "covered", "covering"}
PASSING = {
    *("exceed", "exceeds", "exceeded", "surpass", "surpassed", "surpasses", "top", "topped", "topping", "approaching"),
    *("pass", "passes", "passed", "passing", "outstrip", "outstripped"),
}
SINKING = {"fall", "drop", "be", "go", "rise", "grow"}
MOTION = {"increase", "reduce", "keep", "limit", "reach"}


def level(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """Attach quantity `index` as a level or change; `before` is the frame of the quantity before it in the sentence."""
    found = sentence.quantities[index]
    lows, left = sentence.lows, found.left
    compared = set(lows[found.comparator_first : found.comparator_last]) if found.comparator_first == left else set()
    if compared & PASSING or (compared & {"not", "never"} and compared & SINKING):
        return _with_subject(sentence, left, "keep" if compared & {"not", "never"} else "reach", "", before)
    marker = sentence.low(left - 1)
    particle = sentence.low(left - 2) in PARTICLES and sentence.low(left - 3) in wordset("verbs", "with_up")
    if marker == "to" and sentence.low(left - 2) == "up" and not particle:
        marker = ""
    if marker in ("up", "down") and before and found.unit in ("%", "pp", "times", "CNY", "USD"):
        lemma = "increase" if marker == "up" else "reduce"
        return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75)
    if compared_to := _comparative(sentence, index, before):
        return compared_to
    if index and before and before.shape == "level" and (again := _elliptic(sentence, index, before)):
        return again
    if marker == ":":
        return _labelled(sentence, left - 1)
    if found.number.value_max is not None and lows[left] == "between":
        marker, end = "at", left
    elif marker in ("to", "by", "at", "within"):
        base = base_for(lows, sentence.bases, found)
        end = base.from_at if base and base.before else left - 1 - (particle and marker == "to")
    elif compared & {"within", "below", "under", "above", "over"} and _held(sentence, left):
        marker, end = "", left
    else:
        return _reached(sentence, index, before)
    verb_at = _back_over_adverbs(sentence, end - 1)
    lemma = _motion(sentence, verb_at)
    if lemma:
        return _with_subject(sentence, verb_at, lemma, marker, before)
    return _transitive(sentence, index, end, marker, before)


def _comparative(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'X was 12% higher than a year before', 'reached 5 million, 12% more than'."""
    found = sentence.quantities[index]
    lemma = words("indicator")["comparatives"].get(sentence.low(found.right))
    if not lemma or found.unit not in ("%", "pp", "times") or sentence.low(found.right + 1) != "than":
        return None
    at = found.left - 1
    if sentence.low(at) in ("is", "are", "was", "were", "be", "been"):
        return _with_subject(sentence, at, lemma, "by", before)
    return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75) if before else None


def _elliptic(sentence: Sentence, index: int, before: Frame) -> Frame | None:
    """'X will reach 25%, Y 60%', 'exceed 20 yuan by 2027 and 25 by 2030', '80% in cities and 50% in towns'."""
    found, earlier = sentence.quantities[index], sentence.quantities[index - 1]
    start, end = earlier.right, found.left
    if (
        found.unit != earlier.unit
        or found.bare
        or not 0 < end - start <= 16
        or earlier.right <= (before.verb.at if before.verb else 0)
    ):
        return None
    while start < end and (start in sentence.numbers or start + 1 in sentence.numbers):
        start += 1  # "by 2027"
    if sentence.low(start) in ("in", "for", "among") and sentence.low(end - 1) == "and" and end - start <= 8:
        start = end - 1
    joined = start
    while start < end and sentence.lows[start] in (",", "and"):
        start += 1
    if start == joined:
        return None
    if start == end:
        return replace(before, rule="carried_verb", sure=0.75)
    lows = sentence.lows[start:end]
    if any(sentence.verb_at(i) for i in range(start, end)) or lows[-1] in wordset("indicator", "prepositions"):
        return None
    if any(low in (",", "and") or low in wordset("indicator", "auxiliaries") for low in lows):
        return None
    name = phrase(sentence, start, end)
    return replace(before, indicator=name, rule="carried_verb", sure=0.8) if name else None


def _labelled(sentence: Sentence, colon: int) -> Frame | None:
    """'Urbanization rate: 65%' at the start of a line."""
    name = phrase(sentence, 0, colon)
    if sentence.lows[colon - 1] in (
        "goal",
        "goals",
        "target",
        "targets",
        "objective",
        "objectives",
        "following",
        "are",
    ):
        return None
    if not name or colon > 16 or any(v.at < colon for v in sentence.verbs):
        return None
    return Frame("level", name, "", None, "", "label_colon", 0.8)


def _held(sentence: Sentence, end: int) -> bool:
    """Whether a verb of keeping, limiting or moving governs, so that 'below' alone joins the number to it."""
    verb = sentence.governor(end)
    near = _motion(sentence, _back_over_adverbs(sentence, end - 1))
    if (near and verb_class(near) & {"increase", "reduce"}) or near == "bring":
        return True
    return any(verb_class(lemma) & {"keep", "limit"} for lemma in (near, verb.lemma if verb else "") if lemma)


def _reached(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'X will reach 5', 'X is 5', 'X rose 5%'."""
    found = sentence.quantities[index]
    at = _back_over_adverbs(sentence, found.left - 1)
    if at < 0:
        return None
    if sentence.lows[at] in ("for", "up") and sentence.low(at - 1).startswith(("account", "mak", "made")):
        at -= 1
    lemma = _motion(sentence, at)
    if sentence.lows[at] in COVERING and (found.unit != "count" or not found.bare):
        covered = _with_subject(sentence, at, "cover", "", None)
        if covered:
            return covered
    if not lemma:
        return None
    classes = verb_class(lemma)
    reaching = "reach" in classes and lemma not in ("achieve", "get", "make", "bring", "realize", "attain", "come")
    if lemma == "be" and (sentence.low(at - 1) == "there" or sentence.low(at - 2) == "there"):
        return None
    verb = sentence.verb_at(at)
    subject = _subject(sentence, at)
    changing = found.unit in ("%", "pp", "times") and classes & {"increase", "reduce"}
    if sentence.lows[at] in AMOUNTING and (passive := passive_behind(sentence, found.right)):
        name = phrase(sentence, *subject)  # "bonds totaling 5 billion will be issued"
        return Frame("count", name, passive[0].lemma, passive[0], "", "passive_count", 0.8, "", name)
    if (reaching or changing) and subject[0] < subject[1]:
        return _with_subject(sentence, at, lemma, "by" if changing and not reaching else "", before)
    if (reaching or changing) and verb and lemma in ("reach", "exceed", "total", "grow") and before:
        return Frame("level", before.indicator, lemma, verb, "", "carried_subject", 0.6)
    return None


def _motion(sentence: Sentence, at: int) -> str:
    """The lemma of a word that is a verb of change, level or keeping in any form, else empty."""
    if at < 0 or sentence.owner[at] >= 0:
        return ""
    for lemma, form in forms().get(sentence.lows[at], ()):
        if verb_class(lemma) & MOTION and (form != "base" or not _noun_here(sentence, at)):
            return lemma
    return ""


def _noun_here(sentence: Sentence, at: int) -> bool:
    """'an increase to': behind a determiner, adjective or 'of' the word is a noun."""
    before = sentence.low(at - 1)
    return before in wordset("indicator", "determiners") or before in (
        "of",
        "in",
        "annual",
        "average",
        "cumulative",
        "new",
        "red",
        "bottom",
        "per",
    )


def _back_over_adverbs(sentence: Sentence, at: int) -> int:
    while at >= 0 and is_adverb(sentence.lows[at]):
        at -= 1
    if at > 0 and sentence.lows[at] in PARTICLES and sentence.lows[at - 1] in wordset("verbs", "with_up"):
        at -= 1
    return at


def _subject(sentence: Sentence, verb_at: int) -> tuple[int, int]:
    """The subject's tokens to the left of a verb group."""
    lows, end = sentence.lows, verb_at
    skip = wordset("indicator", "auxiliaries")
    while end > 0 and (lows[end - 1] in skip or is_adverb(lows[end - 1])):
        end -= 1
    start, and_at = end, -1
    while start > 0:
        low = lows[start - 1]
        if (
            low in (",", ";", ":", ".", "—", "•", "●", "that", "while", "which", "so", "where", "when")
            or (low == "with" and sentence.lows[verb_at].endswith("ing"))
            or sentence.owner[start - 1] >= 0
        ):
            break
        if low == "and" and and_at < 0:
            and_at = start
        if lows[start - 1] in ("will", "shall", "must", "is", "are", "has", "have", "was", "were", "be") and and_at > 0:
            start = and_at  # a finite clause stands before the "and"
            break
        start -= 1
    while start < end and lows[start] in (*JOINS, "with", "that", "ensure", "—", "-", "strive", "to", "we"):
        start += 1
    return start, end


def _with_subject(sentence: Sentence, verb_at: int, lemma: str, marker: str, before: Frame | None) -> Frame | None:
    start, end = _subject(sentence, verb_at)
    if start and sentence.owner[start - 1] >= 0 and sentence.lows[start] in ("in", "for", "among"):
        # "reach 92% in towns and exceed 60% in villages": the place belongs to the value before
        start = next((i + 1 for i in range(start, end) if sentence.lows[i] in (",", "and")), end)
    verb = sentence.verb_at(verb_at) or Verb(verb_at, lemma, "base")
    inner = next((v for v in reversed(sentence.verbs) if start <= v.at < end and v.form == "base"), None)
    if inner and inner.at >= start:  # "and keep the rate holding at"
        start = inner.at + 1
    name = phrase(sentence, start, end)
    if not name or name.lower() in wordset("indicator", "pronouns"):
        if before is None:
            return None
        rule = before.rule if before.rule.startswith("pronoun") else "carried_subject"
        return Frame("level", before.indicator, lemma, verb, marker, rule, 0.6)
    if sentence.low(verb_at) in COVERING:
        return Frame("count", name, lemma, verb, marker, "subject_covers", 0.85)
    return Frame("level", name, lemma, verb, marker, "subject_verb", 0.93 if end - start <= 14 else 0.75)


def _that_of(name: str, earlier: str) -> str:
    """'that of B' behind 'the rate of A' is the rate of B."""
    for start in ("that of ", "those of "):
        if name.lower().startswith(start) and " of " in earlier:
            head, rest = earlier.split(" of ", 1)
            tail = " per " + rest.split(" per ", 1)[1] if " per " in rest else ""
            return f"{head} of {name[len(start) :]}{tail}"
    return name


def _transitive(sentence: Sentence, index: int, end: int, marker: str, before: Frame | None) -> Frame | None:
    """'increase the X to 5', 'keep the X below 5', and 'the Y to 6' that carries the verb on."""
    verb = _mover(sentence, end)
    if verb is None:
        adjoining = (
            index and 0 <= end - sentence.quantities[index - 1].right <= 6 and before and before.shape == "level"
        )
        return _carried(sentence, index, end, marker, before) if adjoining and before else None
    start = verb.at + 1
    if index and sentence.quantities[index - 1].left >= verb.at and before and before.shape == "level":
        return _carried(sentence, index, end, marker, before)
    classes = verb_class(verb.lemma)
    if not classes & {"increase", "reduce", "keep", "limit", "add"} and verb.lemma not in (
        "bring",
        "make",
        "get",
        "set",
        "ensure",
        "push",
        "drive",
        "adjust",
    ):
        return None
    if marker in ("at", "within") and not classes & {"keep", "limit"} and verb.lemma not in ("set", "ensure"):
        return None
    if any(sentence.owner[i] >= 0 for i in range(start, end)):
        return None
    if (
        verb.lemma in ("add", "lift", "shift", "expand", "move")
        and marker == "to"
        and sentence.quantities[index].unit in ("count", "persons")
    ):
        return None
    name = phrase(sentence, start, end)
    if not name:
        return _with_subject(sentence, verb.at, verb.lemma, marker, before)
    if name.lower() in wordset("indicator", "pronouns"):
        return replace(before, lemma=verb.lemma, verb=verb, marker=marker, sure=0.7) if before else None
    return Frame("level", name, verb.lemma, verb, marker, "verb_object_marker", 0.96 if end - start <= 16 else 0.75)


def _mover(sentence: Sentence, end: int) -> Verb | None:
    """The governing verb; a word behind 'and' that may be a noun and moves nothing is passed over ('and total X')."""
    verb = sentence.governor(end)
    while verb and not verb_class(verb.lemma) & {"increase", "reduce", "keep", "limit"}:
        joined = verb.lemma in wordset("verbs", "nouns_too") and sentence.low(verb.at - 1) in JOINS
        earlier = sentence.governor(verb.at)
        infinitive = (
            sentence.low(verb.at - 1) == "to" and earlier and verb_class(earlier.lemma) & {"increase", "reduce"}
        )
        if not joined and not infinitive:  # "reduce the time to open a shop to 5 days"
            break
        verb = earlier
    return verb


def _carried(sentence: Sentence, index: int, end: int, marker: str, before: Frame) -> Frame | None:
    """The second of 'raise A to x and B to y': the verb stands once."""
    earlier = sentence.quantities[index - 1]
    start = earlier.right
    while start < end and (
        sentence.lows[start] in JOINS or sentence.lows[start] in (",", "respectively", "year", "on", "-", "over")
    ):
        start += 1
    name = _that_of(
        sentence.span(start, end) if sentence.low(start) in ("that", "those") else phrase(sentence, start, end),
        before.indicator,
    )
    if not name:
        if start == end or sentence.low(earlier.right) in ("and", ",") or end <= earlier.right + 1:
            return replace(before, marker=marker or before.marker, rule="carried_verb", sure=0.7)
        return None
    return replace(before, indicator=name, marker=marker, rule="carried_verb", sure=0.85)


def relation(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'double the X', 'X will double': the number word is itself the verb."""
    found = sentence.quantities[index]
    if found.number.form != "relation":
        return None
    at, start = found.number.first, found.number.last
    verb = Verb(at, "double" if found.number.value > 1 else "halve", "base")
    start += sentence.low(start) == "of"
    mover = sentence.governor(at)
    if sentence.lows[at].endswith("fold") and mover and mover.at + 1 < at and verb_class(mover.lemma) & {"increase"}:
        return Frame("level", phrase(sentence, mover.at + 1, at), mover.lemma, mover, "by", "relation", 0.85)
    name = ""
    if sentence.low(start) not in wordset("indicator", "prepositions"):
        name = phrase(sentence, start, phrase_end(sentence, start, keep_with=False))
    if not name:
        name = phrase(sentence, *_subject(sentence, at))
    named = any(word[0].isalpha() for word in name.split())
    if not named and before and before.shape == "level" and sentence.low(at - 1) in ("and", ","):
        name = before.indicator
    return Frame("level", name, verb.lemma, verb, "by", "relation", 0.85) if name else None


def measure(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'a capacity of 5', 'an annual growth rate of about 5%', 'the red line of 5'."""
    found = sentence.quantities[index]
    lows, left = sentence.lows, found.left
    if sentence.low(left - 1) not in ("of", "rate", "growth") or left < 2:
        return None
    of_at = left - 1 if lows[left - 1] == "of" else left
    noun = lows[of_at - 1]
    if noun not in wordset("indicator", "measures"):
        return None
    verb = sentence.governor(of_at)
    start = verb.at + 1 if verb else 0
    if verb is None and (passive := passive_behind(sentence, found.right)):
        verb = passive[0]
    for at in range(of_at - 1, start - 1, -1):
        if lows[at] in wordset("indicator", "measure_breaks") or sentence.owner[at] >= 0:
            start = at + 1
            break
    start = next((i + 1 for i in range(of_at - 2, start - 1, -1) if lows[i] in ("a", "an")), start)
    if verb and verb.at < of_at and start > verb.at + 1 and lows[start - 1] in (",", ";", "."):
        verb = None
    name = phrase(sentence, start, of_at)
    if before and before.shape == "level" and name.lower() in wordset("indicator", "change_nouns"):
        lemma = words("indicator")["change_nouns"][name.lower()]
        return replace(before, lemma=lemma, marker="by", rule="apposition", sure=0.75)
    red_line = lows[of_at - 2 : of_at] in (["red", "line"], ["bottom", "line"])
    if red_line:
        thing_at = found.right + (sentence.low(found.right) in ("of", "for"))
        thing = phrase(sentence, thing_at, phrase_end(sentence, thing_at)) if thing_at > found.right else ""
        name = f"{thing} {noun if not red_line else ' '.join(lows[of_at - 2 : of_at])}".strip()
    if not name:
        return None
    return Frame("level", name, verb.lemma if verb else "", verb, "red line" if red_line else "of", "measure_of", 0.85)
