"""Which rule gave each field of a Chinese statement, and the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.targets.clauses_zh import Frame
from extractors.targets.comparators_zh import Comparison
from extractors.targets.quantities_zh import Quantity
from extractors.targets.site_zh import Site
from extractors.targets.statement import Reason
from extractors.targets.times_zh import Time


@dataclass(frozen=True, slots=True)
class Decided:
    """Names of the rules that decided.

    Attributes:
        named: The indicator's.
        meant: Kind and direction's.
        changed: The change period's.
        wording: The hard or soft word, null where there is none.
        doubts: What takes from the confidence.
    """

    named: str
    meant: str
    changed: str
    wording: str | None
    doubts: tuple[str, ...]


def _unit_reason(item: Quantity, noun: str | None) -> Reason:
    """Where no unit is printed, the noun says what is counted: 60万农民工."""
    if not item.measure.text:
        return Reason("unit", "zh.unit.noun" if noun else "zh.unit.none", noun)
    return Reason("unit", "zh.unit.counted" if item.measure.counted else "zh.unit.printed", item.measure.text)


def reasons_of(
    site: Site, framed: Frame, compared: Comparison, time: Time, place: str | None, decided: Decided
) -> tuple[Reason, ...]:
    """A reason for each field that was decided, in the order of the decisions."""
    item, link = site.item, site.link
    adverbs = framed.adverbs or None
    noun = framed.behind or framed.subject or None
    if link is None:
        attached, governed = ("noun_behind" if framed.behind else "noun_before" if noun else "noun_earlier"), noun
    else:
        attached, governed = ("from_to" if link.base_value is not None else "respectively"), link.subject or None
    made = [
        Reason("value", f"zh.number.{item.number.form}", site.sentence[item.start : item.number.end]),
        _unit_reason(item, noun),
        Reason("comparator", f"zh.comparator.{compared.rule}", compared.text),
        Reason("attachment", f"zh.attachment.{attached}", governed),
        Reason("indicator", f"zh.indicator.{decided.named}", noun),
        Reason("kind", f"zh.kind.{time.tense if decided.meant == 'past' else decided.meant}", time.cue or framed.verb),
        Reason("direction", f"zh.direction.{decided.meant}", framed.verb),
        Reason("change_period", f"zh.change.{decided.changed}", adverbs),
        Reason("reference_year" if time.past else "target_year", f"zh.year.{time.rule}", time.cue),
        Reason("wording_strength", "zh.wording.word" if decided.wording else "zh.wording.none", decided.wording),
        Reason("confidence", ".".join(("zh.confidence", *decided.doubts))),
    ]
    if time.base_year is not None:
        made.append(Reason("base_year", "zh.year.base", str(time.base_year)))
    if place is not None:
        made.append(Reason("scope", "zh.scope.place", place))
    return tuple(made)
