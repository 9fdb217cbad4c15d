"""Whether an English number is growth a year, a change or an amount over several years, or a level at a date."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence
from extractors.targets.decided_en import Decided
from extractors.targets.frame_en import Frame
from extractors.targets.meaning_en import Time, Years, said
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import ChangePeriod, Context, Direction, Kind
from extractors.targets.verb_forms_en import verb_class
from extractors.targets.vocabulary_en import wordset

NEAR_LEFT, NEAR_RIGHT = 12, 6
FEW = 8  # deadlines looked at; a sentence has seldom two
DONE = {
    "passive_count",
    "verb_count",
    "verb_phrase_count",
    "subject_acts",
    "subject_tells",
    "action_of",
    "part_of_before",
}


def period_of(
    sentence: Sentence,
    frame: Frame,
    found: Quantity,
    direction: Direction,
    kind: Kind,
    indicator: str,
    years: Years,
    time: Time,
    context: Context,
) -> Decided[ChangePeriod]:
    """The period by the words of a year near the number, its verb, and the years that it spans."""
    near = sentence.lows[max(found.left - NEAR_LEFT, 0) : found.right + NEAR_RIGHT]
    yearly = said("annual").search(" ".join(near))
    if _changes(frame, direction, kind):
        yearly = yearly or said("annual").search(indicator)
        if yearly:
            return Decided("annual", "words_of_a_year", yearly.group())
        one = one_year(sentence, years, time, context)
        return Decided("annual", "change_in_one_year", one) if one else Decided("cumulative", "change")
    if found.unit in ("%", "pp") and frame.marker == "at" and frame.lemma in ("grow", "rise", "expand", "increase"):
        return Decided("annual", "grow_at", frame.lemma)
    if found.unit in ("%", "pp") and _grows(frame, indicator):
        return Decided("annual", "rate_of_growth", indicator)
    if direction in ("add", "build") or (kind == "fact" and _done(frame, found)):
        if yearly and found.unit != "t/a":
            return Decided("annual", "words_of_a_year", yearly.group())
        return Decided("cumulative", "things_to_do" if kind != "fact" else "things_done")
    return Decided("level", "no_change")


def _changes(frame: Frame, direction: Direction, kind: Kind) -> bool:
    if direction in ("increase_by", "reduce_by"):
        return True
    return kind == "fact" and frame.marker == "by" and bool(verb_class(frame.lemma) & {"increase", "reduce"})


def _grows(frame: Frame, indicator: str) -> bool:
    """'GDP growth', 'an annual growth rate of output', 'CPI increase': itself a change a year."""
    if frame.rule == "share_of" or "as a share of" in indicator:
        return False
    lows = indicator.lower().replace("(", " ").replace(")", " ").split()
    stop = next((i for i, low in enumerate(lows) if i and low in ("of", "in", "for", "under")), len(lows))
    head = lows[max(stop - 2, 0) : stop]
    return "growth" in head or lows[stop - 1 : stop] in (["increase"], ["inflation"])


def _done(frame: Frame, found: Quantity) -> bool:
    """'5 million jobs were created': things that were made or happened, not how many there are."""
    if frame.shape == "level" or found.unit in ("%", "pp", "ratio", "times"):
        return False
    return frame.rule in DONE and frame.lemma not in wordset("verbs", "stative")


def one_year(sentence: Sentence, years: Years, time: Time, context: Context) -> str:
    """The words that say that a change took or takes one year; empty where it spans several or none is said."""
    if years.several_years:
        return ""
    about = time.reference_year or time.target_year
    if time.base_year and about:
        return str(about) if about - time.base_year == 1 else ""
    if years.one_year:
        return years.one_year
    if time.reference_year:
        return str(time.reference_year)
    if any(year == time.target_year and sentence.low(at - 1) == "in" for at, year in years.deadlines[:FEW]):
        return f"in {time.target_year}"
    single = context.plan_start is not None and context.plan_start == context.plan_end
    return str(context.plan_end) if single and time.target_year == context.plan_end else ""
