"""English counts and amounts of things: what is counted, and under which verb ('build 5 X', 'improve Y in 5 X')."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.carried_names_en import other_tail
from extractors.targets.clauses_en import Sentence, Verb
from extractors.targets.counted_en import PLACING, STANDING_FOR, Counted, seen, with_noun, with_people
from extractors.targets.counted_subjects_en import (
    each_has,
    for_to,
    helped,
    more_spent,
    out_of,
    subject_acts,
    told_of_part,
)
from extractors.targets.counted_things_en import (
    dates,
    first_word,
    group_start,
    in_list,
)
from extractors.targets.counting_verbs_en import (
    PLANNED,
    PREFIX_DATE,
    SILENT,
    joined,
    participles,
    prefix_of,
    with_participles,
)
from extractors.targets.frame_en import Frame, active_behind
from extractors.targets.indicator_en import clean, head, phrase, phrase_end
from extractors.targets.purposes_en import cost_or_amount, goal, purpose, spent_on
from extractors.targets.shares_en import going_on, out_of_all, part_of, share_again, share_direct, share_of
from extractors.targets.verb_forms_en import gerund
from extractors.targets.vocabulary_en import words, wordset

# Behind a per cent sign these begin no thing that is measured.
# With money as their object these give it to nothing.
NEWLY = ("new ", "newly ", "additional ")
NOT_GIVING = {"save", "cut", "reduce", "lose", "earn", "pay", "cost", "generate", "be", "reach", "export", "import"}
FULFILLING = {"meet", "achieve", "attain", "fulfil", "fulfill", "accomplish", "realize"}
NOT_SHARED = {
    *("in", "by", "for", "at", "on", "from", "to", "of", "over", "under", "more", "less", "higher", "lower"),
    *("a", "per", "each", "every"),
}


def count(sentence: Sentence, index: int, before: Frame | None) -> Frame | None:
    """Attach quantity `index` as a number of things; `loose` where no verb governs them."""
    counted = seen(sentence, index, before)
    if part := _part(counted):
        return part
    if not counted.thing and (counted.found.bare or counted.led_by == ("of", "which")):
        return None
    if having := each_has(sentence, counted.found, counted.start, counted.end):
        return having
    counted = with_people(counted)
    if among := _among(counted):
        return among
    if not counted.thing and counted.led_by[1] == "including":
        return None
    counted = with_noun(counted)
    frame = next(filter(None, (rule(counted) for rule in RULES)), None)
    return replace(frame, counted="people", counted_phrase="people") if frame and counted.doing else frame


def _part(counted: Counted) -> Frame | None:
    """'each with 5 beds', 'of the 37 ports, 29 achieved', 'of which 5': a part of what stands before."""
    sentence, found, before, thing = counted.sentence, counted.found, counted.before, counted.thing
    if counted.led_by == ("each", "with") and before and before.shape == "count":
        noun = head(sentence, counted.start, counted.end)
        return replace(before, indicator=thing, counted=noun, counted_phrase=thing, rule="each_with")
    if found.bare and (those := told_of_part(sentence, counted.index, counted.start)):
        return those
    if counted.led_by == ("of", "which") and before and not thing:
        return replace(before, rule="part_of_before", sure=0.6)
    return None


def _among(counted: Counted) -> Frame | None:
    """'of which 5 million', 'including 3 GW in the north': a part of what was measured before."""
    before, led = counted.before, counted.led_by
    if before is None:
        return None
    if led == ("of", "which") or (not counted.thing and led[1] == "including"):
        return replace(before, rule="part_of_before", sure=0.6)
    measured = counted.again and counted.sentence.low(counted.found.right) == "of" and not counted.money
    measured = measured and not (before.shape == "level" and before.indicator.lower().startswith(NEWLY))
    if led[1] == "including" and measured and before.rule not in ("share_of", "makes_up"):
        noun, phrase_of = (counted.noun, counted.thing) if before.shape == "count" else ("", "")
        return replace(
            before, indicator=counted.thing, counted=noun, counted_phrase=phrase_of, rule="part_of_before", sure=0.7
        )
    placed = counted.again and counted.sentence.low(counted.start) in ("in", "for", "among")
    if led[1] == "including" and placed:
        name = f"{before.indicator} {counted.sentence.span(counted.start, counted.end)}"
        return replace(before, indicator=name, rule="part_of_before", sure=0.6)
    return None


def _asked_to_be(counted: Counted) -> Frame | None:
    """'calls for 5 cities to have trams'."""
    frame = for_to(counted.sentence, counted.found, counted.thing, counted.end)
    return replace(frame, counted=counted.noun) if frame else None


def _share(counted: Counted) -> Frame | None:
    """'90% of villages', '90 percent forest coverage'."""
    sentence, found, thing = counted.sentence, counted.found, counted.thing
    verb, passive = counted.verb, counted.passive
    share = sentence.low(found.right) == "of" or found.number.form == "share"
    if same := going_on(sentence, found, counted.before):
        return same
    if found.unit == "%" and not share and (those := out_of_all(sentence, found, out_of(sentence, counted.index))):
        return those
    several = sentence.low(found.right) in ("and", ",")  # "took up 30 percent and 8 percent of supply"
    if found.unit == "%" and (share or several) and (makes_up := part_of(sentence, found, counted.before)):
        return makes_up
    if found.unit in ("%", "ratio") and share and thing:
        return share_of(sentence, found, thing, counted.end, verb, passive, counted.before)
    if found.unit == "%" and not share and (once_more := share_again(sentence, found.right, counted.before)):
        return once_more
    direct = found.unit == "%" and not found.attributive and thing and sentence.low(counted.start) not in NOT_SHARED
    return share_direct(sentence, thing, counted.start, counted.end, verb, passive) if direct else None


def _placed_again(counted: Counted) -> Frame | None:
    """'by 30 percent for boys and 20 percent for girls': the same of another group or place."""
    sentence, found, before = counted.sentence, counted.found, counted.before
    against = counted.led_by[1] in ("against", "versus")
    if before is None or before.shape != "level" or not counted.again:
        return None
    if not against and not in_list(sentence, counted.index):
        return None
    at = found.right
    source = sentence.low(at) == "from" and before.rule == "share_of"
    if (sentence.low(at) not in PLACING and not source) or dates(sentence, at) or not counted.thing:
        return None
    if before.rule == "share_of":
        whole = before.counted_phrase.removesuffix(" coming").split(f" {sentence.lows[at]} ")[0]
        name = f"share of {whole} {sentence.span(at, counted.end)}"
        return replace(before, indicator=name, sure=0.65)
    name = other_tail(before.indicator, sentence.span(at, counted.end)) if against else ""
    return replace(before, indicator=name or before.indicator, rule="carried_verb", sure=0.7)


def _spent_passively(counted: Counted) -> Frame | None:
    """'5 billion will be invested in rail': investment in rail."""
    passive = counted.passive
    giver = counted.thing if counted.sentence.low(counted.found.right) == "from" and counted.money else ""
    if passive is None or counted.thing != giver:
        return None
    noun_of = words("verbs")["nouns_of_spending"].get(passive[0].lemma)
    told = passive[1].split(None, 1)[1] if len(passive[1].split()) > 1 else ""
    at = passive[0].at + 1
    available = passive[0].lemma == "make" and counted.sentence.low(at) == "available"
    if counted.money and available and not dates(counted.sentence, at + 1):
        noun_of, told = "funding", told.removeprefix("available").strip()
    if counted.money and counted.sentence.low(at) in ("for", "towards") and not dates(counted.sentence, at):
        told = counted.sentence.span(at, phrase_end(counted.sentence, at + 1))
        noun_of = noun_of or "funding"  # "was budgeted for the upkeep, repair and cleaning of roads"
    name = clean(f"{giver} {noun_of} {PREFIX_DATE.sub('', told)}")
    return Frame("count", name, passive[0].lemma, passive[0], "", "passive_count", 0.8) if noun_of else None


def _of_action(counted: Counted) -> Frame | None:
    """'the construction of 5 bridges', 'Rehabilitation of 5 schools'."""
    sentence, found, thing, passive = counted.sentence, counted.found, counted.thing, counted.passive
    done = counted.led_by[0] if counted.led_by[1] == "of" else ""
    lemmas = words("verbs")["action_nouns"]
    if done in SILENT and thing and not found.attributive:
        acting = passive[0] if passive else counted.verb
        return Frame("count", thing, lemmas.get(done, "build"), acting, "", "action_of", 0.85, counted.noun, thing)
    opening = found.left <= 6 and done.endswith(("ation", "ment", "ction", "ification"))
    if (done in lemmas or opening) and counted.verb is None and thing and not passive:
        name = phrase(sentence, first_word(sentence, found.left - 1), counted.end)
        return Frame("count", name, lemmas.get(done, "implement"), None, "", "action_of", 0.8, counted.noun, thing)
    return None


def _done_to(counted: Counted) -> Frame | None:
    """'5 bridges will be built'."""
    if counted.passive is None:
        return None
    verb, told = counted.passive
    name = counted.thing + ("" if verb.lemma in FULFILLING else told)  # a goal is met, not the things
    return Frame("count", name, verb.lemma, verb, "", "passive_count", 0.85, counted.noun, counted.thing)


def _next_of_action(counted: Counted) -> Frame | None:
    """'construction of 5 bridges and 3 tunnels': another thing of the same action."""
    before = counted.before
    listed = before and before.rule == "action_of" and counted.index and in_list(counted.sentence, counted.index)
    if before is None or not listed or not counted.found.bare or not counted.thing:
        return None
    return replace(before, indicator=counted.thing, counted=counted.noun, counted_phrase=counted.thing)


def _more_spent(counted: Counted) -> Frame | None:
    return more_spent(counted.sentence, counted.found, counted.verb)


def _funding(counted: Counted) -> Frame | None:
    """'An extra £350 million to support research'."""
    spending = counted.verb is not None and counted.verb.lemma in words("verbs")["nouns_of_spending"]
    direct = spending and counted.verb is not None and counted.verb.at == counted.found.left - 1
    aim = purpose(counted.sentence, counted.found) if counted.money and not counted.thing and not direct else ""
    governing = counted.verb if counted.verb and counted.verb.at < counted.found.left else None
    return Frame("count", aim, "provide", governing, "", "funding_for", 0.7) if aim else None


def _planned(counted: Counted) -> Frame | None:
    """'there are plans for 25 new schools'."""
    if not counted.thing or not counted.found.bare or counted.led_by[1] != "for" or counted.led_by[0] not in PLANNED:
        return None
    verb = Verb(counted.found.left - 2, "plan", "base")
    return Frame("count", counted.thing, "plan", verb, "", "verb_count", 0.75, counted.noun, counted.thing)


def _there_is(counted: Counted) -> Frame | None:
    """'there will be 5 clinics and 3 hospitals'."""
    sentence = counted.sentence
    at = group_start(sentence, counted.index, counted.verb)
    if sentence.low(at - 1) not in ("are", "is", "be") or "there" not in sentence.lows[max(at - 4, 0) : at]:
        return None
    funds = f"funding {spent_on(sentence, counted.found)}".strip() if counted.money else ""
    thing = counted.thing or funds
    return Frame("level", thing, "be", None, "", "there_is", 0.85, counted.noun, thing)


def _acting(counted: Counted) -> Frame | None:
    """'Eleven provinces have achieved X', '5 homes gained access to water'."""
    sentence, thing, noun = counted.sentence, counted.thing, counted.noun
    if does := subject_acts(sentence, counted.found, thing, counted.end):
        return replace(does, counted=noun)
    those = sentence.low(counted.found.right + 1) in STANDING_FOR  # "3 million of them received aid"
    active = active_behind(sentence, counted.end) if (counted.verb is None or those) and thing else None
    if active is None:
        return None
    who = "who" if counted.found.unit == "persons" or noun in wordset("units", "persons_nouns") else "that"
    name = f"{thing} {who} {active[1]}"
    return Frame("loose", name, active[0].lemma, active[0], "", "subject_tells", 0.6, noun, thing)


def _governed(counted: Counted) -> Frame | None:
    """'build 5 bridges', 'improve the conditions of 5 schools'; without a verb the number stands loose."""
    sentence, verb, thing, noun = counted.sentence, counted.verb, counted.thing, counted.noun
    if verb is None:
        return Frame("loose", thing, "", None, "", "no_verb", 0.4, noun, thing) if thing else None
    prefix_end = group_start(sentence, counted.index, verb)
    prefix = prefix_of(sentence, verb, prefix_end)
    if prefix is None:
        return Frame("loose", thing, verb.lemma, verb, "", "list_member", 0.55, noun, thing) if thing else None
    if not prefix and not counted.found.bare and verb.lemma in wordset("verbs", "keep") and thing:
        return Frame("level", thing, verb.lemma, verb, "", "kept_amount", 0.8)  # "maintain 120 million ha of farmland"
    name, thing, end = _object(counted, verb, prefix)
    thing = thing.split(" into ")[0]  # what is turned into something else is counted, not what it becomes
    name += helped(sentence, verb, end) or goal(sentence, verb, end)
    rule, most = ("verb_phrase_count", 0.8) if prefix else ("verb_count", 0.93)
    return Frame("count", name, verb.lemma, verb, "", rule, min(counted.sure, most), noun, thing)


def _object(counted: Counted, verb: Verb, prefix: str) -> tuple[str, str, int]:
    """The name of what a verb does with a number of things, the things, and where they end."""
    sentence, found, before = counted.sentence, counted.found, counted.before
    thing, end = counted.thing, counted.end
    name = joined(prefix, thing)
    spent = counted.money and (not thing or sentence.low(counted.start) in wordset("indicator", "prepositions"))
    spending = words("verbs")["nouns_of_spending"].get(verb.lemma)
    if spent and spending:
        end = phrase_end(sentence, counted.start + 1) if sentence.low(counted.start) == "to" else end
        return clean(f"{spending} {spent_on(sentence, found) or sentence.span(counted.start, end)}"), thing, end
    if spent and verb.lemma not in NOT_GIVING and (on := spent_on(sentence, found)):
        return clean(f"funding {on}"), thing, end  # "set aside 40 million for school meals"
    if not name and counted.money:
        return cost_or_amount(sentence, found, verb), thing, end
    if not name and before and before.shape == "count" and before.verb == verb and counted.again:
        return before.indicator, before.counted_phrase, end  # "add 600 MW of storage and a further 900 MW"
    if not name:
        return gerund(verb.lemma), thing, end
    return (name if prefix else with_participles(name, participles(sentence, verb), verb)), thing, end


RULES = (
    _asked_to_be,
    _share,
    _placed_again,
    _spent_passively,
    _of_action,
    _done_to,
    _next_of_action,
    _more_spent,
    _funding,
    _planned,
    _there_is,
    _acting,
    _governed,
)
