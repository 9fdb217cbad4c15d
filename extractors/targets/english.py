"""Reads the quantified statements of one English sentence."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.asides_en import apart
from extractors.targets.brackets_en import bracketed
from extractors.targets.changes_en import Base, base_of
from extractors.targets.clauses_en import CLAUSE, Sentence
from extractors.targets.continental_en import in_plain_form
from extractors.targets.counts_en import count
from extractors.targets.frame_en import Frame
from extractors.targets.levels_en import level
from extractors.targets.meaning_en import (
    bindingness_of,
    wording_of,
    years_of,
)
from extractors.targets.measures_en import measure
from extractors.targets.naming_en import named
from extractors.targets.nominals_en import stated
from extractors.targets.none_en import reason
from extractors.targets.numbers_en import Number, Token, may_hold_number, numbers_of, tokens_of
from extractors.targets.quantities_en import TIME_UNITS, Quantity, quantity
from extractors.targets.rates_en import denominator
from extractors.targets.relations_en import relation
from extractors.targets.respectively_en import members
from extractors.targets.statement import Context, Reading, Rejected, Statement
from extractors.targets.statements_en import Manner, number_span, statement
from extractors.targets.tense_en import supposed
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.verbs_en import names_of, verbs_of
from extractors.targets.vocabulary_en import wordset

NOTHING = Reading((), ())
UNMEASURED = {"count", "persons", "%", "pp", "times", "ratio"}
LONGEST_OF = 6  # tokens of "of solar power and", between two amounts that share a unit
MONEY = wordset("units", "money_words")
OWNED = 5  # tokens of "of the country's", before the people that a share is of
ALLOWING = {"allow", "allows", "allowed", "allowing", "permit", "permits", "permitted", "permitting"}
SURE_OF_SMALL = {"subject_acts", "each_has", "each_with"}


def read_english(sentence: str, context: Context) -> Reading:
    """Read one repaired, joined English sentence.

    Args:
        sentence: The sentence on one line, footnote markers out.
        context: What stands around it.

    Returns:
        Statements and rejected numbers in order of place; offsets count characters of `sentence`.
    """
    if not may_hold_number(sentence):
        return NOTHING
    tokens, aside = apart(in_plain_form(sentence, tokens_of(sentence)))
    numbers = {n.first: n for n in numbers_of(tokens)}
    rejected = _aside(aside)
    lows = [t.low for t in tokens]
    accepted: list[Quantity] = []
    bases: list[Base] = []
    unit_end = 0
    for number in numbers.values():
        if number.first < unit_end:
            continue  # the 3 of m3
        found = quantity(tokens, lows, number)
        found = _elliptic(lows, found, accepted)
        unit_end = found.unit_last
        why, base = reason(tokens, lows, found) or _whole(lows, found, accepted), None
        if why is None and (base := base_of(tokens, lows, found, numbers, accepted[-1] if accepted else None)):
            bases.append(base)
            why = "denominator"  # it is a part of the other one's record
        if why:
            rejected.append(Rejected(tokens[number.first].start, tokens[number.last - 1].end, why))
        else:
            accepted.append(found)
    statements: list[Statement] = []
    if _tabular(lows, accepted):
        rejected += [Rejected(*number_span(tokens, q), "list_or_heading_number") for q in accepted]
    elif accepted:
        whole = _parsed(sentence, tokens, lows, accepted, tuple(bases), numbers)
        _read(whole, context, statements, rejected)
    return Reading(
        tuple(sorted(statements, key=lambda s: s.number_start)), tuple(sorted(rejected, key=lambda r: (r.start, r.end)))
    )


def _whole(lows: list[str], found: Quantity, accepted: list[Quantity]) -> str | None:
    """'93% of 374 indicators': the number of the whole says what the share is of."""
    share = bool(accepted) and accepted[-1].unit in ("%", "ratio") and found.unit in ("count", "persons")
    between = lows[accepted[-1].right : found.left] if share else []
    if not between or between[0] != "of":
        return None
    owned = len(between) <= OWNED and between[-1].endswith("'s") and found.unit == "persons"
    return "denominator" if owned or between[1:] in ([], ["the"], ["all"], ["our"]) else None


def _elliptic(lows: list[str], found: Quantity, accepted: list[Quantity]) -> Quantity:
    """'1.1 billion kilowatts of solar and 570 million of wind': the second has the unit of the first."""
    earlier = accepted[-1] if accepted else None
    if earlier is None or earlier.bare or not found.bare or lows[found.right : found.right + 1] != ["of"]:
        return found
    between = lows[earlier.right : found.left]
    listed = between[:1] == ["of"] and between[-1:] in (["and"], [","]) and len(between) <= LONGEST_OF
    measured = earlier.unit not in UNMEASURED | TIME_UNITS
    return replace(found, unit=earlier.unit) if listed and measured else found


def _aside(tokens: list[Token]) -> list[Rejected]:
    """Numbers in brackets: years, codes, and conversions, which are part of the quantity before them."""
    lows = [t.low for t in tokens]
    found = []
    for number in numbers_of(tokens):
        why = reason(tokens, lows, quantity(tokens, lows, number)) or "denominator"
        closed = lows[number.last : number.last + 1] == [")"] and lows[number.first - 1 : number.first] != ["("]
        if closed and number.last - number.first == 1 and number.value < 100:
            why = "list_or_heading_number"
        found.append(Rejected(tokens[number.first].start, tokens[number.last - 1].end, why))
    return found


def _tabular(lows: list[str], accepted: list[Quantity]) -> bool:
    """Whether numbers stand side by side without words and joins between them: a row of a table, not a sentence."""
    if len(accepted) < 3 or (lows[0] not in wordset("verbs", "nouns_too") and ("base" in _kinds(lows[0]))):
        return False
    words_between = sum(1 for low in lows if low[0].isalpha())
    joins = sum(1 for low in lows if low in (",", "and", ";", "or"))
    return words_between < 4 * len(accepted) and joins < len(accepted) - 1


def _kinds(low: str) -> set[str]:
    return {kind for _, kind in forms().get(low, ())}


def _parsed(
    sentence: str,
    tokens: list[Token],
    lows: list[str],
    accepted: list[Quantity],
    bases: tuple[Base, ...],
    numbers: dict[int, Number],
) -> Sentence:
    owner = [-1] * len(tokens)
    for index, found in enumerate(accepted):
        for at in (
            *range(found.left, found.inner[0] if found.inner[0] < found.inner[1] else found.right),
            *range(found.inner[1], found.right),
        ):
            owner[at] = index
    verbs = verbs_of(lows, owner, names_of(tokens))
    return Sentence(sentence, tokens, lows, accepted, owner, verbs, [v.at for v in verbs], bases, numbers)


def _read(whole: Sentence, context: Context, statements: list[Statement], rejected: list[Rejected]) -> None:
    before = _said_before(whole, context)
    frames: list[Frame | None] = []
    for index in range(len(whole.quantities)):
        attached = (
            bracketed(whole, index)
            or relation(whole, index, before)
            or level(whole, index, before)
            or measure(whole, index, before)
            or stated(whole, index)
            or count(whole, index, before)
        )
        before = named(whole, index, attached, before)
        frames.append(before)
    frames = members(whole, frames)
    manner = Manner(wording_of(whole), bindingness_of(whole), years_of(whole))
    for index, found in enumerate(whole.quantities):
        attached = frames[index]
        why = _doubt(whole, index, attached, frames, context)
        if attached is None or why:
            rejected.append(Rejected(*number_span(whole.tokens, found), why or "unknown"))
            continue
        statements.append(statement(whole, found, attached, manner, context))


def _said_before(whole: Sentence, context: Context) -> Frame | None:
    """What a pronoun at the start stands for: the last thing measured in the sentence before."""
    opening = whole.lows[: min(whole.quantities[0].left, 8)]
    if not context.previous or not any(low in ("it", "this", "that", "they", "these") for low in opening):
        return None
    earlier = read_english(context.previous, replace(context, previous="")).statements
    rule = "pronoun_fact" if earlier and earlier[-1].kind == "fact" else "pronoun"
    return Frame("level", earlier[-1].indicator, "", None, "", rule, 0.6) if earlier else None


def _doubt(
    whole: Sentence, index: int, attached: Frame | None, frames: list[Frame | None], context: Context
) -> str | None:
    """Why an attached number is none after all: a span of time, a named set, a number without hold."""
    found = whole.quantities[index]
    if attached is None:
        if found.unit in TIME_UNITS:
            return "age_or_duration"
        if not any(low[0].isalpha() for low in whole.lows):
            return "list_or_heading_number"
        scoping = whole.low(found.left - 1).endswith("ing") or (found.bare and not _counts_things(whole, found))
        return "part_of_name" if scoping else None
    if not any(word[:2].isalpha() and (word[2:3].isalpha() or word.isupper()) for word in attached.indicator.split()):
        return "vague"
    if supposed(whole, found):
        return "vague"  # "if the labour force grows at 2.75%": neither aimed at nor so
    if found.unit in TIME_UNITS and attached.shape != "level":
        return "age_or_duration"
    rate = denominator(whole, found) is not None
    broken = found.bare and not rate and found.number.value % 1 and found.number.last == found.number.first + 1
    if broken and found.number.form == "digits" and attached.shape != "level":
        return "list_or_heading_number"  # "under 5.2 above": nothing is counted in tenths
    small = found.number.form == "words" and found.bare and found.number.value != 0 and not found.number.value_max
    small = small and (found.number.value <= 12 or whole.low(found.number.first) in ("a", "an"))
    if small and not rate and not _neighbours_digits(whole, index):
        direct = attached.rule in ("verb_count", "verb_phrase_count", "passive_count") and attached.lemma in wordset(
            "verbs", "counting"
        )
        direct = direct and not (attached.rule == "verb_phrase_count" and _placed(whole, found))
        compared = found.comparator_first != found.comparator_last and found.comparator not in ("lt", "approx")
        named = any(word in wordset("none", "abstract_nouns") for word in attached.indicator.lower().split()[-1:])
        direct = direct or _to_have(whole, attached)
        let = bool(ALLOWING & set(whole.lows[max(found.left - 6, 0) : found.left]))  # "allowed couples to have two"
        if not (direct or compared or attached.rule in SURE_OF_SMALL) or named or (let and not compared):
            return "named_concept"
    if found.attributive and whole.low(found.right) in ("ones", "one"):
        return "part_of_name"  # "250-km ones"
    if _names_plan(whole, found) or (found.number.suffix == "x" and attached.shape == "count"):
        return "part_of_name"  # "10x faster computers"
    done_to = attached.verb is not None and attached.verb.at == found.left - 2
    told_of = attached.rule in ("passive_count", "subject_acts") or done_to
    if found.bare and whole.low(found.left - 1) == "all" and not told_of:
        return "part_of_name"
    if _size_class(whole, found, attached):
        return "part_of_name"
    if found.bare and _across(whole, index):
        return "part_of_name"
    if found.bare and _part_of_document(whole, found, attached):
        return "part_of_name"
    if found.bare and context.element == "footnote":
        return "part_of_name"  # a note explains names and sources; its bare counts are examples
    if found.bare and not _meant(whole, index, attached, context):
        return "part_of_name"
    return None


def _behind_things(whole: Sentence, found: Quantity) -> bool:
    """Whether a count of things ends right before 'of' and a size."""
    things = whole.low(found.left - 2)
    counted = any(0 <= whole.owner[i] < len(whole.quantities) for i in range(max(found.left - 5, 0), found.left - 2))
    return things.endswith("s") and counted and not found.bare


def _to_have(whole: Sentence, attached: Frame) -> bool:
    """'will have five airports': how many there are to be."""
    verb = attached.verb
    owned = verb is not None and verb.form == "base" and verb.lemma in wordset("verbs", "owning")
    return owned and verb is not None and whole.low(verb.at - 1) in ("will", "shall", "should", "must", "to")


def _names_plan(whole: Sentence, found: Quantity) -> bool:
    """'a $6 billion plan': what a plan costs, said in its name."""
    if found.unit not in wordset("units", "currencies") or whole.low(found.left - 1) not in ("a", "an", "the", "its"):
        return False
    return whole.low(found.right) in wordset("meaning", "plan_subjects") - {"budget", "scheme", "compact"}


def _size_class(whole: Sentence, found: Quantity, attached: Frame) -> bool:
    """'plants with a capacity of 5 MW or above must': which ones are meant, where nothing is built."""
    behind = found.comparator in ("ge", "le") and found.comparator_first >= found.number.last
    sized = behind and attached.rule == "measure_of" and "with" in whole.lows[max(found.left - 5, 0) : found.left]
    if behind and whole.low(found.left - 1) == "of" and _behind_things(whole, found):
        return True  # "5 berths of 10,000 tons or more"
    governor = whole.governor(found.left)
    return sized and (governor is None or not verb_class(governor.lemma) & {"build", "add"})


def _across(whole: Sentence, index: int) -> bool:
    """'5,000 km across 75 cities': where the number right before it is."""
    left = whole.quantities[index].left
    placed = whole.low(left - 1) in ("across", "in", "throughout", "within")
    if placed and any(b.unit != "count" and 0 < left - b.number.last <= 4 for b in whole.bases):
        return True  # "compared with 754 km in 27 cities"
    return placed and left > 1 and whole.owner[left - 2] >= 0 and not whole.quantities[index - 1].bare


def _part_of_document(whole: Sentence, found: Quantity, attached: Frame) -> bool:
    """'The plan sets out 15 targets', 'includes 90 measures': what the text itself consists of."""
    words = (attached.counted_phrase or attached.indicator).lower().split(" in ")[0].split(" to ")[0].split(" of ")[0]
    if not words or words.split()[-1] not in wordset("none", "document_parts") or attached.shape == "level":
        return False
    at = attached.verb.at if attached.verb else found.left - 1
    lemmas = {attached.verb.lemma} if attached.verb else {lemma for lemma, _ in forms().get(whole.low(at), ())}
    said = bool(lemmas & wordset("none", "saying"))
    return said and any(low in wordset("none", "documents") for low in whole.lows[max(at - 12, 0) : at])


def _counts_things(whole: Sentence, found: Quantity) -> bool:
    """Whether a plural stands behind a number of digits: what is counted was not understood, and no name."""
    behind = whole.low(found.right)
    return found.number.form == "digits" and behind.isalpha() and behind.endswith("s") and len(behind) > 3


def _placed(whole: Sentence, found: Quantity) -> bool:
    """'in three regions', 'under six heads': where something is done."""
    return whole.low(found.left - 1) in ("in", "under", "within", "into", "across", "on", "at", "among")


def _meant(whole: Sentence, index: int, attached: Frame, context: Context) -> bool:
    """Whether a bare number without a governing verb of plan or review is more than a description."""
    told = attached.verb is not None and attached.verb.form == "third" and not whole.tense
    if told and attached.verb is not None and not (attached.shape == "level" and whole.sets_goals):
        speaks = any(low in wordset("meaning", "plan_subjects") for low in whole.lows[: attached.verb.at][-3:])
        behind = whole.low(attached.verb.at + 1)
        if behind == "aside" or (attached.counted in MONEY and attached.verb.lemma in wordset("verbs", "giving")):
            return True  # "the budget sets aside 1 billion pesos"
        setting = attached.verb.lemma in wordset("verbs", "setting") and behind == "out"
        return attached.verb.lemma in wordset("verbs", "forward") or (speaks and setting)  # "the agenda has 17 goals"
    if attached.shape != "loose":
        return True
    if attached.rule == "no_verb":
        opens = whole.quantities[0].left <= 1 and whole.low(0) not in ("<", ">", "≤", "≥", "=")
        listed = context.element == "box" or whole.sets_goals or opens or whole.tense != ""
        member = whole.low(whole.quantities[index].left - 1) == ";" and whole.tense == ""
        return listed or member or ":" in whole.lows[: CLAUSE * 2]
    return whole.quantities[index].comparator != "eq" or _neighbours_digits(whole, index) or whole.tense == "past"


def _neighbours_digits(whole: Sentence, index: int) -> bool:
    """Whether a number in digits stands in the same list: 'one national and 6 regional'."""
    for first, second in ((index - 1, index), (index, index + 1)):
        if first >= 0 and second < len(whole.quantities):
            left, right = whole.quantities[first], whole.quantities[second]
            other = right if first == index else left
            joined = whole.low(right.left - 1) in ("and", "or", ",") and right.left - left.right <= 8
            if joined and other.number.form == "digits":
                return True
    return False
