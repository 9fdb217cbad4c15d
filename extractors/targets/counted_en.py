"""An English number and the thing behind it, as it is printed or as something stands for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.counted_subjects_en import out_of, people_who
from extractors.targets.counted_things_en import dates, first_word, in_list, passive_of_list, shared_words, thing_end
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.indicator_en import head, phrase, phrase_end
from extractors.targets.noun_phrases_en import only_verb
from extractors.targets.quantities_en import Quantity
from extractors.targets.shares_en import Passive
from extractors.targets.verbs_en import Verb
from extractors.targets.vocabulary_en import wordset

PLACING = {"in", "on", "for", "at"}
STANDING_FOR = {"them", "these", "those", "which", "whom"}


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and the thing behind it.

    Attributes:
        start: First token of the thing.
        end: Token behind the thing.
        thing: The thing in words, empty where none stands there.
        noun: The head of the thing.
        verb: The verb that governs the number.
        passive: The passive verb behind the thing, with what it says.
        sure: How well the thing is known, 0..1.
        doing: Whether the thing tells what people do.
    """

    sentence: Sentence
    index: int
    found: Quantity
    before: Frame | None
    verb: Verb | None
    passive: Passive
    start: int
    end: int
    thing: str
    noun: str = ""
    sure: float = 0.93
    doing: bool = False

    @property
    def led_by(self) -> tuple[str, str]:
        """The two words before the number."""
        left = self.found.left
        return self.sentence.low(left - 2), self.sentence.low(left - 1)

    @property
    def money(self) -> bool:
        """Whether the number is a sum of money."""
        return self.found.unit in wordset("units", "currencies")

    @property
    def again(self) -> bool:
        """Whether the number has the same printed unit as the one before it."""
        earlier = self.sentence.quantities[self.index - 1] if self.index else None
        return earlier is not None and earlier.unit == self.found.unit and not self.found.bare


def seen(sentence: Sentence, index: int, before: Frame | None) -> Counted:
    """The thing behind a number as it is printed, or what stands for it."""
    found = sentence.quantities[index]
    verb = sentence.governor(found.left)
    start = found.right
    while sentence.low(start) in ("of", "the", "“"):
        start += 1
    if start > found.right and (whole := sentence.numbers.get(start)) and sentence.low(whole.last).isalpha():
        start = whole.last  # "46 of the 64 new projects"
    by_doing = sentence.low(start) in ("by", "through", "via") and sentence.low(start + 1).endswith("ing")
    named = (
        not by_doing
        and not dates(sentence, start)
        and (start > found.right or sentence.low(start) not in ("who", "that", "which"))
    )
    end = thing_end(sentence, found, start) if named else start
    start, end = (start, end) if named or sentence.low(start) != "who" else (start + 1, start + 1)
    dated = sentence.low(end) in ("before", "after", "since", "in", "by", "until", "from") and dates(sentence, end)
    if dated and end - start > 1 and only_verb(sentence.lows[end - 1], {"past"}):
        end -= 1  # "compounds built before 2000"
    thing = phrase(sentence, start, end)
    if thing.split(" ")[0].lower() in STANDING_FOR and found.bare and before:
        thing, end = before.counted_phrase or before.indicator, start + 1
    placed = sentence.low(found.right) in PLACING and found.bare and in_list(sentence, index, another=True)
    money = before is not None and before.counted in wordset("units", "money_words")
    under = sentence.low(found.right) in ("under", "through") and index and not found.bare
    if under and before and before.counted_phrase and sentence.quantities[index - 1].unit == found.unit:
        thing = f"{before.counted_phrase} {sentence.span(found.right, phrase_end(sentence, found.right + 1))}"
    if placed and before and before.counted_phrase and not money and found.number.form != "fraction":
        thing = f"{before.counted_phrase.split(' in ')[0].split(' on ')[0]} {sentence.span(found.right, end)}"
    passing = sentence.lows[start:end] in (["currently"], ["now"], ["still"]) and sentence.low(end) in (
        "under",
        "in",
        "on",
    )
    if passing and found.bare and before and before.counted_phrase:  # "another 200 currently under construction"
        things = before.counted_phrase.split(" in ")[0]
        thing = f"{things} {sentence.span(end, phrase_end(sentence, end + 1))}"
    if found.inner[0] < found.inner[1]:
        thing = f"{phrase(sentence, *found.inner)} {thing}".strip()
    acts = verb is not None and not verb.passive and verb.at == found.left - 1
    passive = passive_behind(sentence, end) or (None if acts else passive_of_list(sentence, index, end))
    if passive and not thing and sentence.low(found.left - 1) == "of" and not found.bare:
        begin = first_word(sentence, found.left - 1)
        thing = phrase(sentence, begin, found.left - 1)  # "land of 5 hectares is to be"
    if not thing and (found.bare or sentence.low(found.right) in wordset("meaning", "modals")):
        thing = out_of(sentence, index)
    again = found.bare or (index and sentence.quantities[index - 1].unit == found.unit)
    if again and not thing and passive and before and (before.shape == "count" or before.rule == "kept_amount"):
        thing = before.counted_phrase or before.indicator  # "6 million homes were begun, and 5 million were completed"
    return Counted(sentence, index, found, before, verb, passive, start, end, thing)


def with_people(counted: Counted) -> Counted:
    """'5 million people in towns': people are a unit, and still what is counted."""
    sentence, found = counted.sentence, counted.found
    if found.unit != "persons" or found.bare or sentence.low(found.right) == "of":
        return counted
    if doing := people_who(sentence, found):
        return replace(counted, thing=f"people {doing}", passive=None, doing=True)
    tied = sentence.low(found.right) in wordset("indicator", "prepositions") and counted.end > found.right
    told = sentence.span(found.right, counted.end) if tied else counted.thing
    return replace(counted, thing=f"people {told}".strip())


def with_noun(counted: Counted) -> Counted:
    """The thing with the words that its list prints once, and its head."""
    thing, sure = shared_words(counted.sentence, counted.index, counted.thing, counted.start, counted.end)
    noun = head(counted.sentence, counted.start, counted.end)
    if counted.before and thing == counted.before.counted_phrase and not noun.endswith("s"):
        noun = counted.before.counted  # "300,000 of them women"
    return replace(counted, thing=thing, noun=noun, sure=sure)
