"""English levels and changes: which phrase a number measures ('raise X to 5', 'X will reach 5', 'a rate of 5')."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.changes_en import base_for
from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.comparisons_en import change_noun, comparative, dated_pair, elliptic, more_things
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.indicator_en import JOINS, head, phrase, phrase_end
from extractors.targets.nominals_en import change_headed, change_in, down_by
from extractors.targets.quantities_en import Quantity
from extractors.targets.subjects_en import COVERING, PARTICLES, back_over_adverbs, motion, subject, with_subject
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import words, wordset

CARRIED = 24
DATED = {"in", "by", "before", "after", "until", "since"}
MOVING = {"increase", "reduce", "keep", "limit"}
DATING = {"since", "until", "before", "after", "compared", "again"}
AMOUNTING = {"totaling", "totalling", "amounting"}
PASSING = {
    *("exceed", "exceeds", "exceeded", "surpass", "surpassed", "surpasses", "top", "topped", "topping", "approaching"),
    *("surpassing", "exceeding", "pass", "passes", "passed", "passing", "outstrip", "outstripped"),
}
SINKING = {"fall", "drop", "be", "go", "rise", "grow"}


def level(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """Attach quantity `index` as a level or change; `before` is the frame of the quantity before it in the sentence."""
    found = sentence.quantities[index]
    lows, left = sentence.lows, found.left
    compared = set(lows[found.comparator_first : found.comparator_last]) if found.comparator_first == left else set()
    goes_on = compared & PASSING and lows[left].endswith("ing") and sentence.low(left - 1) == ","
    if goes_on and before and before.shape == "level":
        return replace(before, lemma="reach", marker="", rule="carried_subject", sure=0.7)
    if compared & PASSING or (compared & {"not", "never"} and compared & SINKING):
        return with_subject(sentence, left, "keep" if compared & {"not", "never"} else "reach", "", before)
    marker = sentence.low(left - 1)
    particle = sentence.low(left - 2) in PARTICLES and sentence.low(left - 3) in wordset("verbs", "with_up")
    if marker == "to" and sentence.low(left - 2) == "up" and not particle:
        marker = ""
    made_up = sentence.low(left - 2).startswith(("mak", "made"))
    apposed = left > 1 and (sentence.low(left - 2) in (",", "(") or sentence.owner[left - 2] >= 0)
    if (
        marker in ("up", "down")
        and apposed
        and not made_up
        and before
        and found.unit in ("%", "pp", "times", "CNY", "USD")
    ):
        lemma = "increase" if marker == "up" else "reduce"
        return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75)
    compared_to = comparative(sentence, index, before) or change_noun(sentence, index) or more_things(sentence, index)
    if compared_to:
        return compared_to
    if same := _otherwise(sentence, index, before):
        return same
    nominal = down_by(sentence, index, before) or change_in(sentence, index)
    moving = verb_class(found_verb.lemma) & MOVING if (found_verb := sentence.governor(left)) else None
    if not moving and not nominal and not motion(sentence, back_over_adverbs(sentence, left - 2)):
        nominal = change_headed(sentence, index, marker)
    if nominal := nominal or _striving(sentence, index, before):
        return nominal
    if index and before and before.shape == "level" and (pair := dated_pair(sentence, index, before)):
        return pair
    carrying = before is not None and (before.shape == "level" or before.rule == "subject_covers")
    if index and before and carrying and (again := elliptic(sentence, index, before)):
        return again
    if marker == ":":
        return _labelled(sentence, left - 1, share=found.unit == "%")
    if found.number.value_max is not None and (
        lows[left] == "between" or lows[left + 1 : left + 3] == ["the", "range"]
    ):
        marker, end = "at", left
    elif _below_levels(sentence, found) and _moves_right_before(sentence, index, levels=True):
        marker, end = "by", left - (marker in ("to", "by"))  # "reduce emissions 40% below 2005 levels"
    elif marker == "with" and found.unit in ("%", "pp") and _moves_right_before(sentence, index):
        marker, end = "by", left - 1  # "reduce emissions with at least 40%"
    elif marker in ("to", "by", "at", "within"):
        base = base_for(lows, sentence.bases, found)
        end = base.from_at if base and base.before else left - 1 - (particle and marker == "to")
    elif compared & {"within", "below", "under", "above", "over"} and _held(sentence, left):
        marker, end = "", left
    elif compared and verb_class(motion(sentence, left - 1)) & {"keep", "limit"} and found.right - found.left > 1:
        marker, end = "", left  # "to be kept no higher than 5 percent"
    else:
        return _reached(sentence, index, before)
    verb_at = back_over_adverbs(sentence, end - 1)
    lemma = motion(sentence, verb_at)
    if lemma == "extend" and sentence.quantities[index].unit in ("count", "persons"):
        return None  # "loans will be extended to 500 farmers"
    if lemma:
        return with_subject(sentence, verb_at, lemma, marker, before)
    return _transitive(sentence, index, end, marker, before) or change_headed(sentence, index, marker)


def _otherwise(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'reach 40 per cent, or 18,000 megawatts': the same in another measure."""
    left = sentence.quantities[index].left
    if not index or before is None or sentence.lows[left - 2 : left] != [",", "or"]:
        return None
    earlier = sentence.quantities[index - 1]
    if left - earlier.right > 8 or earlier.unit == sentence.quantities[index].unit:
        return None
    return replace(before, rule="other_measure", sure=0.75, counted="", counted_phrase="")


def _striving(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'cut by 20%, striving for 30%': the same once more."""
    left = sentence.quantities[index].left
    if before is None or before.shape != "level" or sentence.low(left - 1) != "for":
        return None
    return replace(before, rule="carried_verb") if sentence.low(left - 2) in ("striving", "aiming", "strive") else None


def _below_levels(sentence: Sentence, found: Quantity) -> bool:
    """'40% below 2005 levels': a change, also behind 'to'."""
    behind = sentence.low(found.right) in ("below", "under", "above")
    return behind and found.unit == "%" and found.right + 1 in sentence.numbers


def _moves_right_before(sentence: Sentence, index: int, *, levels: bool = False) -> bool:
    found = sentence.quantities[index]
    verb = sentence.governor(found.left)
    named = sentence.low(found.right) in ("", ".", ",", ";", "by", "in", "compared", "relative", "from", "and", "over")
    return (named or levels) and verb is not None and bool(verb_class(verb.lemma) & {"increase", "reduce"})


def _labelled(sentence: Sentence, colon: int, *, share: bool = False) -> Frame | None:
    """'Urbanization rate: 65%' at the start of a line."""
    name = phrase(sentence, 0, colon)
    behind = sentence.low(next(q.right for q in sentence.quantities if q.left > colon))
    if behind in wordset("indicator", "auxiliaries") or (behind == "of" and not share):
        return None  # "Hydrogen: £500m has been allocated"
    ends = behind in ("", ".", ";", ",", "by", "in", "(")
    listed = sentence.lows[colon - 1] in wordset("meaning", "goal_nouns") and not (len(name.split()) > 1 and ends)
    if listed or sentence.lows[colon - 1] in ("following", "are"):
        return None
    if not name or colon > 16 or any(v.at < colon for v in sentence.verbs):
        return None
    return Frame("level", name, "", None, "", "label_colon", 0.8)


def _held(sentence: Sentence, end: int) -> bool:
    """Whether a verb of keeping, limiting or moving governs, so that 'below' alone joins the number to it."""
    verb = sentence.governor(end)
    near = motion(sentence, back_over_adverbs(sentence, end - 1))
    if (near and verb_class(near) & {"increase", "reduce"}) or near == "bring":
        return True
    return any(verb_class(lemma) & {"keep", "limit"} for lemma in (near, verb.lemma if verb else "") if lemma)


def _reached(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'X will reach 5', 'X is 5', 'X rose 5%'."""
    found = sentence.quantities[index]
    at = back_over_adverbs(sentence, found.left - 1)
    if at < 0:
        return None
    made_up = sentence.lows[at] in ("for", "up") and sentence.low(at - 1).startswith(("account", "mak", "made"))
    at -= made_up
    lemma = motion(sentence, at)
    if sentence.lows[at] in COVERING and (found.unit != "count" or not found.bare):
        covered = with_subject(sentence, at, "cover", "", None)
        if covered:
            return covered
    if not lemma:
        return None
    classes = verb_class(lemma)
    reaching = "reach" in classes and lemma not in ("achieve", "get", "make", "bring", "realize", "attain", "come")
    close = "close" in sentence.lows[found.comparator_first : found.comparator_last]
    reaching = reaching or (lemma == "come" and close)
    reaching = (reaching or made_up) and not (lemma == "set" and found.bare)
    aimed = lemma in wordset("verbs", "forward") and sentence.low(found.right) == "of" and found.unit not in ("%", "pp")
    aimed = aimed or (lemma == "target" and found.bare and sentence.low(found.right).isalpha())
    if aimed and ((verb := sentence.verb_at(at)) is None or not verb.passive):
        return None  # "targeting 9 GW of onshore wind", "the plan targets 40 million trips"
    if lemma == "be" and (sentence.low(at - 1) == "there" or sentence.low(at - 2) == "there"):
        return None
    verb = sentence.verb_at(at)
    around = subject(sentence, at)
    changing = found.unit in ("%", "pp", "times") and classes & {"increase", "reduce"}
    if sentence.lows[at] in AMOUNTING and (passive := passive_behind(sentence, found.right)):
        name = phrase(sentence, *around)  # "bonds totaling 5 billion will be issued"
        return Frame("count", name, passive[0].lemma, passive[0], "", "passive_count", 0.8, "", name)
    if found.bare and (things := _things_behind(sentence, found, lemma, verb, around)):
        return things
    if (reaching or changing) and (around[0] < around[1] or sentence.low(around[0] - 1) == "which"):
        return with_subject(sentence, at, lemma, "by" if changing and not reaching else "", before)
    if (reaching or changing) and verb and lemma in ("reach", "exceed", "total", "grow") and before:
        return Frame("level", before.indicator, lemma, verb, "", "carried_subject", 0.6)
    return None


def _things_behind(
    sentence: Sentence, found: Quantity, lemma: str, verb: Verb | None, around: tuple[int, int]
) -> Frame | None:
    """'the goal is 500,000 homes', 'small firms account for 15 million jobs': the things are what is measured."""
    stop = phrase_end(sentence, found.right)
    thing, noun = phrase(sentence, found.right, stop), head(sentence, found.right, stop)
    if not thing or noun in wordset("units", "money_words"):
        return None
    if lemma == "be" and any(low in wordset("meaning", "goal_nouns") for low in sentence.lows[slice(*around)]):
        return Frame("level", thing, lemma, verb, "goal", "goal_is", 0.8, noun, thing)
    if lemma == "account":
        name = f"{thing} in {phrase(sentence, *around)}"
        return Frame("level", name, lemma, verb, "", "subject_verb", 0.7, noun, thing)
    return None


def _that_of(name: str, earlier: str) -> str:
    """'that of B' behind 'the rate of A' is the rate of B."""
    for start in ("that in ", "those in ", "that for ", "those for "):
        link = start.split()[1]
        if name.lower().startswith(start) and f" {link} " in earlier:
            return f"{earlier.rsplit(f' {link} ', 1)[0]} {link} {name[len(start) :]}"
    for start in ("that of ", "those of "):
        if name.lower().startswith(start) and " of " in earlier:
            head, rest = earlier.split(" of ", 1)
            tail = " per " + rest.split(" per ", 1)[1] if " per " in rest else ""
            return f"{head} of {name[len(start) :]}{tail}"
    return name


def _transitive(sentence: Sentence, index: int, end: int, marker: str, before: Frame | None) -> Frame | None:
    """'increase the X to 5', 'keep the X below 5', and 'the Y to 6' that carries the verb on."""
    verb = _mover(sentence, end)
    if before and before.rule == "relation" and index and marker == "to":
        since = sentence.quantities[index - 1].right  # "double the capacity of wind farms to 1,200 GW"
        if (
            0 < end - since <= CARRIED
            and not sentence.verbs_between(since, end)
            and "," not in sentence.lows[since:end]
        ):
            return replace(before, marker="to", rule="carried_verb", sure=0.75)
    if verb is None:
        adjoining = (
            index and 0 <= end - sentence.quantities[index - 1].right <= 6 and before and before.shape == "level"
        ) or (index and before and before.shape == "level" and _behind_semicolon(sentence, index, end))
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
    if end - start == 1 and sentence.lows[start] in ("that", "it", "this") and before:
        return replace(before, lemma=verb.lemma, verb=verb, marker=marker, sure=0.7)
    name = phrase(sentence, start, end)
    if not name:
        return with_subject(sentence, verb.at, verb.lemma, marker, before)
    if before and name.lower() in ("total", "number", "figure", "tally"):
        name = f"{name} {before.counted_phrase or before.indicator}"  # "bringing the total to 2,000 km"
    if name.lower() in wordset("indicator", "pronouns"):
        return replace(before, lemma=verb.lemma, verb=verb, marker=marker, sure=0.7) if before else None
    return Frame("level", name, verb.lemma, verb, marker, "verb_object_marker", 0.96 if end - start <= 16 else 0.75)


def _behind_semicolon(sentence: Sentence, index: int, end: int) -> bool:
    """'reduce A to 5; the B to 6': a member of the list that one verb governs."""
    start = sentence.quantities[index - 1].right
    marks = [i for i in range(start, min(end, start + CARRIED)) if sentence.lows[i] in (";", ",", ":", ".")]
    if end - start > CARRIED or len(marks) != 1 or sentence.lows[marks[0]] != ";":
        return False
    return not any(sentence.verb_at(i) for i in range(start, end))


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
        sentence.lows[start] in JOINS
        or sentence.lows[start]
        in (",", ";", "also", "then", "further", "respectively", "year", "on", "-", "over", "a", "the", "per")
        or start in sentence.numbers
        or (sentence.lows[start] in DATED and start + 1 in sentence.numbers)
    ):
        start = sentence.numbers[start].last if start in sentence.numbers else start + 1  # "2016-17" at once
    start = next((i + 1 for i in range(end - 1, start - 1, -1) if sentence.lows[i] == ";"), start)
    if sentence.low(start) in ("in", "for", "among") and sentence.low(end - 1) in JOINS:
        start = end  # "cut by 20 percent in farming and by 60 percent in industry": the place is of the first
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
    by = sentence.low(found.left - 1) == "by" and sentence.low(found.number.first).endswith("fold")
    if found.number.form != "relation" or by:
        return None  # "reduced by more than twofold" is a change like any other
    at, start = found.number.first, found.number.last
    verb = Verb(at, "double" if found.number.value > 1 else "halve", "base")
    start += sentence.low(start) == "of"
    mover = sentence.governor(at)
    if sentence.lows[at].endswith("fold") and mover and mover.at + 1 < at and verb_class(mover.lemma) & {"increase"}:
        return Frame("level", phrase(sentence, mover.at + 1, at), mover.lemma, mover, "by", "relation", 0.85)
    name = ""
    capita = sentence.low(start) == "per" and sentence.low(start + 1) == "capita"
    if capita or sentence.low(start) not in wordset("indicator", "prepositions") | DATING:
        name = phrase(sentence, start, phrase_end(sentence, start, keep_with=False))
    if not name:
        name = phrase(sentence, *subject(sentence, found.left))
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
    if noun not in wordset("indicator", "measures") or (noun in wordset("verbs", "action_nouns") and found.bare):
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
    goal = noun in wordset("meaning", "goal_nouns") and len(name.split()) == 1
    if goal and sentence.low(found.right) in ("of", "for"):  # "a target of 40 GW of storage"
        thing = phrase(sentence, found.right + 1, phrase_end(sentence, found.right + 1))
        return Frame("level", thing or name, verb.lemma if verb else "", verb, "goal", "measure_of", 0.8)
    comma = next((i for i in range(of_at - 1, 0, -1) if lows[i] == ","), 0)
    since = max(comma, sentence.quantities[index - 1].right) if index else 0
    told = index > 0 and sentence.verbs_between(since + 1, of_at) and "which" not in lows[since:of_at]
    if before and not told and name.lower() in wordset("indicator", "change_nouns"):
        lemma = words("indicator")["change_nouns"][name.lower()]
        return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75)
    red_line = lows[of_at - 2 : of_at] in (["red", "line"], ["bottom", "line"])
    if red_line:
        thing_at = found.right + (sentence.low(found.right) in ("of", "for"))
        thing = phrase(sentence, thing_at, phrase_end(sentence, thing_at)) if thing_at > found.right else ""
        name = f"{thing} {noun if not red_line else ' '.join(lows[of_at - 2 : of_at])}".strip()
    if not name:
        return None
    return Frame("level", name, verb.lemma if verb else "", verb, "red line" if red_line else "of", "measure_of", 0.85)
