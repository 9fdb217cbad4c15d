"""English relations: 'double the X', 'X will triple': the number word is itself the verb."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.subjects_en import subject
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.verbs_en import Verb
from extractors.targets.vocabulary_en import wordset

DATING = {"since", "until", "before", "after", "compared", "again"}


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
