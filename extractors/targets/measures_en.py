"""English levels behind 'of': 'a capacity of 5', 'an annual growth rate of about 5%', 'the red line of 5'."""

from __future__ import annotations

from dataclasses import replace

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame, passive_behind
from extractors.targets.indicator_en import phrase, phrase_end
from extractors.targets.vocabulary_en import words, wordset


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
