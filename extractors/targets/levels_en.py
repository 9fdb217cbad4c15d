"""English levels and changes: which phrase a number measures ('raise X to 5', 'X will reach 5', 'a rate of 5')."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.changes_en import base_for
from extractors.targets.clauses_en import Sentence
from extractors.targets.comparisons_en import change_noun, comparative, dated_pair, elliptic, more_things
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.nominals_en import change_headed, change_in, down_by
from extractors.targets.quantities_en import Quantity
from extractors.targets.reached_en import labelled, reached
from extractors.targets.subjects_en import PARTICLES, back_over_adverbs, motion, with_subject
from extractors.targets.transitive_en import transitive
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import wordset

MOVING = {"increase", "reduce", "keep", "limit"}
PASSING = {
    *("exceed", "exceeds", "exceeded", "surpass", "surpassed", "surpasses", "top", "topped", "topping", "approaching"),
    *("cross", "crosses", "crossed", "crossing", "outnumber", "outnumbers", "outnumbered", "outnumbering"),
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
    base = base_for(lows, sentence.bases, found)
    particle = particle or (sentence.low(left - 2) == "up" and base is not None and base.before)
    if marker == "to" and sentence.low(left - 2) == "up" and not particle:
        marker = ""
    made_up = sentence.low(left - 2).startswith(("mak", "made"))
    apposed = left > 1 and (sentence.low(left - 2) in (",", "(") or sentence.owner[left - 2] >= 0)
    went = marker
    if marker == "by" and sentence.low(left - 2) in ("up", "down"):
        went, apposed = sentence.low(left - 2), sentence.low(left - 3) in (",", "(")
    alike = (
        index > 0 and _like(found, sentence.quantities[index - 1]) and before is not None and before.shape == "level"
    )
    changes = found.unit in ("%", "pp", "times", "CNY", "USD") or alike
    if went in ("up", "down") and apposed and not made_up and before and changes and (marker == went or alike):
        lemma = "increase" if went == "up" else "reduce"
        return replace(before, shape="level", lemma=lemma, marker="by", rule="apposition", sure=0.75)
    compared_to = comparative(sentence, index, before) or change_noun(sentence, index) or more_things(sentence, index)
    if compared_to:
        return compared_to
    if same := _otherwise(sentence, index, before):
        return same
    if rest := _remaining(sentence, index, before):
        return rest
    nominal = down_by(sentence, index, before) or change_in(sentence, index)
    moving = verb_class(found_verb.lemma) & MOVING if (found_verb := sentence.governor(left)) else None
    if not moving and not nominal and not motion(sentence, back_over_adverbs(sentence, left - 2)):
        nominal = change_headed(sentence, index, marker)
    if nominal := nominal or _striving(sentence, index, before):
        return nominal
    if index and before and (pair := dated_pair(sentence, index, before)):
        return pair
    carrying = before is not None and (before.shape == "level" or before.rule == "subject_covers")
    if index and before and carrying and (again := elliptic(sentence, index, before)):
        return again
    if marker == ":":
        return labelled(sentence, left - 1, share=found.unit == "%")
    if found.number.value_max is not None and (
        lows[left] == "between" or lows[left + 1 : left + 3] == ["the", "range"]
    ):
        marker, end = ("at", left) if marker not in ("at", "to", "by") else (marker, left - 1)
    elif _below_levels(sentence, found) and _moves_right_before(sentence, index, levels=True):
        marker, end = "by", left - (marker in ("to", "by"))  # "reduce emissions 40% below 2005 levels"
    elif marker == "with" and found.unit in ("%", "pp") and _moves_right_before(sentence, index):
        marker, end = "by", left - 1  # "reduce emissions with at least 40%"
    elif marker in ("to", "by", "at", "within"):
        end = base.from_at if base and base.before else left - 1 - (particle and marker == "to")
    elif compared & {"within", "below", "under", "above", "over"} and _held(sentence, left):
        marker, end = "", left
    elif compared and verb_class(motion(sentence, left - 1)) & {"keep", "limit"} and _level_behind(sentence, found):
        marker, end = "", left  # "to be kept no higher than 5 percent"
    else:
        return reached(sentence, index, before)
    verb_at = back_over_adverbs(sentence, end - 1)
    lemma = motion(sentence, verb_at)
    if lemma == "extend" and sentence.quantities[index].unit in ("count", "persons"):
        return None  # "loans will be extended to 500 farmers"
    if lemma:
        return with_subject(sentence, verb_at, lemma, marker, before)
    return transitive(sentence, index, end, marker, before) or change_headed(sentence, index, marker)


def _like(found: Quantity, earlier: Quantity) -> bool:
    """'reached 263, up 22': in the same measure, and less than what it is a part of."""
    return found.unit == earlier.unit and found.number.value < earlier.number.value


def _otherwise(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'reach 40 per cent, or 18,000 megawatts': the same in another measure."""
    left = sentence.quantities[index].left
    if not index or before is None or sentence.lows[left - 2 : left] != [",", "or"]:
        return None
    earlier = sentence.quantities[index - 1]
    if left - earlier.right > 8 or earlier.unit == sentence.quantities[index].unit:
        return None
    return replace(before, rule="other_measure", sure=0.75, counted="", counted_phrase="")


def _level_behind(sentence: Sentence, found: Quantity) -> bool:
    """Whether a compared number stands alone or with its unit, and counts no things."""
    behind = sentence.low(found.right)
    things = found.bare and behind.isalpha() and behind not in wordset("indicator", "prepositions")
    return found.right - found.left > 1 and not things


def _remaining(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """'125 million had water; the remaining 75 million will be connected': of the things counted before."""
    found = sentence.quantities[index]
    rest = sentence.low(found.left - 1) in ("remaining", "other") and found.bare
    if not rest or before is None or not before.counted_phrase:
        return None
    passive = passive_behind(sentence, found.right)
    if passive is None:
        return None
    name = f"{before.counted_phrase}{passive[1]}"
    people = index and sentence.quantities[index - 1].unit == "persons"
    counted = "people" if people else before.counted
    verb, phrased = passive[0], before.counted_phrase
    return Frame("count", name, verb.lemma, verb, "", "passive_count", 0.75, counted, phrased)


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


def _held(sentence: Sentence, end: int) -> bool:
    """Whether a verb of keeping, limiting or moving governs, so that 'below' alone joins the number to it."""
    verb = sentence.governor(end)
    near = motion(sentence, back_over_adverbs(sentence, end - 1))
    if (near and verb_class(near) & {"increase", "reduce"}) or near == "bring":
        return True
    return any(verb_class(lemma) & {"keep", "limit"} for lemma in (near, verb.lemma if verb else "") if lemma)
