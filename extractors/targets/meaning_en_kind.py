"""What kind of statement an English number makes, and what is to happen to the value."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.frame_en import Frame
from extractors.targets.quantities_en import Quantity
from extractors.targets.rates_en import is_rate
from extractors.targets.statement import Comparator, Direction, Kind
from extractors.targets.units import units
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import wordset

REACHING = {"reach", "achieve", "attain", "exceed", "realize", "hit"}
PHYSICAL = {"power", "length", "area", "volume", "mass", "energy"}
ADDING = {"add", "install", "build", "construct"}
AT_MOST = {"maximum", "more", "most", "exceed", "exceeding", "ceiling", "cap"}
STANDING = {"be", "fix", "set", "put", "stand", "remain"}
YEARLY_STOPS = {",", ";", ".", "", "by", "in", "to"}
GUARDING = {"protect", "preserve", "safeguard", "guard", "observe"}  # "30% of the sea will be protected"
GROWING = {"grow", "rise", "expand", "increase"}  # at a rate


def kind_of(
    sentence: Sentence, frame: Frame, found: Quantity, comparator: Comparator, past: Decided[bool]
) -> Decided[Kind]:
    """Target, project, limit or fact."""
    if past.value:
        return Decided("fact", past.rule, past.words)
    if found.number.value == 0 and found.number.form == "words":
        return Decided("target", "zero", sentence.low(found.number.first))
    if frame.marker == "red line":
        return Decided("limit", "red_line", frame.marker)
    if frame.rule == "subject_covers" or (frame.shape == "loose" and sentence.sets_goals):
        return Decided("target", "covering" if frame.rule == "subject_covers" else "list_of_goals")
    if frame.rule == "measure_of" and frame.indicator.lower().split()[-1] in wordset("indicator", "funding"):
        return Decided("project", "funding", frame.indicator.split()[-1])
    if frame.shape == "level":
        return _kind_of_level(sentence, frame, found, comparator)
    if found.comparator == "le" and AT_MOST & set(sentence.lows[found.comparator_first : found.comparator_last]):
        return Decided("limit", "at_most", sentence.span(found.comparator_first, found.comparator_last))
    if found.unit in wordset("units", "currencies") and frame.counted in wordset("units", "balances"):
        return Decided("target", "sum_to_reach", frame.counted)
    if found.unit in ("%", "pp", "times", "ratio"):
        return Decided("target", "share_or_change", found.unit)
    if frame.lemma in wordset("verbs", "cutting"):
        return Decided("target", "things_cut", frame.lemma)
    if _keeps_things(sentence, frame, found):
        return Decided("target", "things_to_keep", frame.lemma)
    if _is_rate(sentence, found):
        return Decided("target", "rate_per_so_many", frame.lemma or None)
    if frame.lemma in wordset("verbs", "yielding") and (
        found.unit not in ("count", "persons") or yearly(sentence, found)
    ):
        return Decided("target", "amount_to_yield", frame.lemma)
    if frame.lemma in REACHING and frame.counted in wordset("meaning", "flows"):
        return Decided("target", "level_to_reach", frame.lemma)
    if frame.lemma in ("target", "aim") and found.unit not in ("count", "persons"):
        return Decided("target", "what_is_aimed_at", frame.lemma)
    if frame.lemma in wordset("verbs", "owning"):
        return Decided("target", "what_is_to_be_there", frame.lemma)
    return Decided("project", "things_counted", frame.lemma or None)


def _kind_of_level(sentence: Sentence, frame: Frame, found: Quantity, comparator: Comparator) -> Decided[Kind]:
    """A level that is reached is a target, one that is not to be crossed a limit."""
    classes = verb_class(frame.lemma) if frame.lemma else frozenset()
    if frame.lemma in ADDING and is_addition(sentence, frame, found):
        return Decided("project", "verb_of_adding", frame.lemma)
    comparing = sentence.lows[found.comparator_first : found.comparator_last]
    if found.comparator != "eq" and "not" in comparing and frame.rule == "subject_verb":
        return Decided("limit", "not_to_be_crossed", " ".join(comparing))
    if frame.marker == "to" and classes & {"increase", "reduce"} and "within" not in comparing:
        return Decided("target", "verb_of_change_to", frame.lemma)  # "fall to 5% or less" is a level to reach
    if frame.lemma in STANDING and set(frame.indicator.lower().split()[:4]) & wordset("meaning", "limit_nouns"):
        return Decided("limit", "noun_of_limit", frame.indicator)
    if "limit" in classes:
        return Decided("limit", "verb_of_limit", frame.lemma)
    if "keep" in classes and comparator in ("gt", "ge", "lt", "le"):
        return Decided("limit", "kept_on_one_side", frame.lemma)
    if comparator == "le" and frame.marker != "by":
        return Decided("limit", "at_most", " ".join(comparing) or None)
    if _works(sentence, found):
        return Decided("project", "measure_of_works", frame.lemma or None)
    measured = frame.rule == "measure_of" and found.unit not in ("%", "pp", "times", "years")
    if measured and is_addition(sentence, frame, found):
        return Decided("project", "new_capacity", frame.indicator.split()[0])
    return Decided("target", "level_to_reach", frame.lemma or None)


def _works(sentence: Sentence, found: Quantity) -> bool:
    """'build power stations with a capacity of 5 GW', 'lay pipelines of 500 km': how much is to be built."""
    verb = sentence.governor(found.left)
    if verb is None or verb.lemma not in wordset("verbs", "works") or sentence.low(found.left - 1) != "of":
        return False
    built = sentence.lows[verb.at + 1 : found.left - 1]
    sized = units()[found.unit].quantity in PHYSICAL if found.unit in units() else False
    things = [at for at, low in enumerate(built) if low in ("with", "of")] or [len(built)]
    return sized and bool(built) and any(low.endswith("s") for low in built[: things[0]])


def direction_of(sentence: Sentence, frame: Frame, found: Quantity, kind: Kind) -> Decided[Direction]:
    """What is to happen to the value."""
    if kind == "fact":
        return Decided("none", "fact")
    classes = verb_class(frame.lemma) if frame.lemma else frozenset()
    if found.number.form == "relation":
        word = sentence.low(found.number.first)
        return Decided("increase_by" if found.number.value > 1 else "reduce_by", "relation", word)
    if found.number.value == 0 and found.number.form == "words":
        return Decided("reach", "zero")
    kept = "keep" in classes and frame.lemma != "stand" and not (frame.rule == "share_of" and frame.lemma in GUARDING)
    if kind == "limit" or (frame.shape == "level" and kept):
        return Decided("maintain", "limit" if kind == "limit" else "verb_of_keeping", frame.lemma or None)
    if frame.rule == "subject_covers" or (frame.shape == "loose" and kind == "target"):
        return Decided("add" if is_addition(sentence, frame, found) else "reach", "loose_target")
    if frame.shape == "level":
        return _direction_of_level(sentence, frame, found, kind)
    if frame.lemma in wordset("verbs", "cutting") and found.unit not in ("%", "ratio"):
        return Decided("reduce_by", "things_cut", frame.lemma)
    if _adds(sentence, frame, found):
        return Decided("add", "new_or_additional")
    if kind == "target" and frame.lemma in REACHING and frame.counted in wordset("meaning", "flows"):
        return Decided("reach", "level_to_reach", frame.lemma)
    if kind == "target" and frame.counted in wordset("units", "balances"):
        return Decided("reach", "sum_to_reach", frame.counted)
    if kind == "target" and _keeps_things(sentence, frame, found):
        return Decided("maintain", "verb_of_keeping", frame.lemma)
    if kind == "target" and (_is_rate(sentence, found) or frame.lemma in wordset("verbs", "yielding")):
        return Decided("reach", "level_to_reach", frame.lemma or None)
    if kind == "target" and frame.lemma in ("target", "aim"):
        return Decided("reach", "what_is_aimed_at", frame.lemma)
    if kind == "target" and frame.lemma in wordset("verbs", "owning"):
        return Decided("reach", "what_is_to_be_there", frame.lemma)
    if frame.lemma in wordset("verbs", "add") or is_addition(sentence, frame, found):
        adding = frame.lemma in ("add", "recruit", "increase", "supplement", "install")
        adding = adding or frame.lemma not in wordset("verbs", "build")
        return Decided("add" if adding else "build", "verb_of_adding", frame.lemma or None)
    if found.unit in ("%", "pp", "ratio"):
        return Decided("reach", "share", found.unit)
    return Decided("build", "things_to_do", frame.lemma or None)


def _direction_of_level(sentence: Sentence, frame: Frame, found: Quantity, kind: Kind) -> Decided[Direction]:
    growing = frame.marker == "at" and frame.lemma in GROWING
    if frame.marker == "by" or (growing and found.unit in ("%", "pp")):
        classes = verb_class(frame.lemma) if frame.lemma else frozenset()
        return Decided("reduce_by" if "reduce" in classes else "increase_by", "verb_of_change_by", frame.lemma)
    if frame.lemma in ADDING and is_addition(sentence, frame, found):
        return Decided("add", "verb_of_adding", frame.lemma)
    if frame.rule == "measure_of" and is_addition(sentence, frame, found):
        return Decided("add", "new_capacity")
    if frame.lemma == "range" and _kept(sentence, frame):
        return Decided("maintain", "verb_of_keeping", frame.lemma)
    if kind == "project":
        return Decided("build", "funding_or_works")
    return Decided("reach", "level_to_reach", frame.marker or frame.lemma or None)


def _kept(sentence: Sentence, frame: Frame) -> bool:
    """'maintaining a cover ranging from 42 to 43 percent'."""
    verb = sentence.governor(frame.verb.at if frame.verb else 0)
    return verb is not None and "keep" in verb_class(verb.lemma)


def _is_rate(sentence: Sentence, found: Quantity) -> bool:
    """'32 beds per 10,000 people': a level, whatever is to be done for it."""
    return found.unit in ("count", "persons") and is_rate(sentence, found)


def yearly(sentence: Sentence, found: Quantity) -> bool:
    """'17 million take-offs a year': an amount each year."""
    stop = next((i for i in range(found.right, found.right + 14) if sentence.low(i) in YEARLY_STOPS), found.right + 14)
    behind = " ".join(sentence.lows[found.number.last : stop])
    return any(tail in behind for tail in ("a year", "per year", "annually", "each year", "every year", "per annum"))


def _keeps_things(sentence: Sentence, frame: Frame, found: Quantity) -> bool:
    """'maintain at least 15 hospitals', not 'plant and maintain 90,000 trees'."""
    if frame.verb is None or "keep" not in verb_class(frame.lemma) or found.unit not in ("count", "persons"):
        return False
    return sentence.low(frame.verb.at - 1) not in ("and", "or")


def _adds(sentence: Sentence, frame: Frame, found: Quantity) -> bool:
    """'an additional 5 clinics', '5 million new jobs'."""
    if any(sentence.low(i) in ("additional", "extra") for i in range(max(found.left - 1, 0), found.number.first)):
        return True
    if sentence.low(found.right) in ("more", "additional", "extra") and found.bare:
        return True
    new = frame.counted_phrase.lower().startswith(("new ", "additional ", "extra "))
    return new and frame.counted in wordset("meaning", "added_nouns")


def is_addition(sentence: Sentence, frame: Frame, found: Quantity) -> bool:
    """'a new capacity of 5', 'an additional 5 km'."""
    near = range(max(found.left - 2, 0), found.number.first)
    if any(sentence.low(i) in ("additional", "extra", "further", "another") for i in near):
        return True
    first = frame.indicator.lower().split()[:1]
    return bool(first) and first[0] in ("new", "newly", "additional") and frame.shape in ("level", "loose")
