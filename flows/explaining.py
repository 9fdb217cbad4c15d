"""What a statement's fields rest on, and what became of the numbers that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from extractors.records import NumericTarget
from extractors.source import Source
from flows.pointing import columns
from flows.seen import number_fates
from quality.coverage import numbers_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractors.document import Document
    from extractors.pipeline import Extraction
    from extractors.targets.extract import Grounds

# In the order in which a person asks; the rest of a row says where it was read and repeats these in other units.
FIELDS = (
    "kind", "indicator", "value", "value_max", "base_value", "comparator", "unit", "counted_object", "scope",
    "direction", "change_period", "target_year", "base_year", "reference_year", "time_basis", "bindingness",
    "wording_strength", "confidence",
)  # fmt: skip
# What is read together with another field, and needs no rule of its own, has that field's.
_READ_WITH = {
    "value_max": ("value",),
    "base_value": ("attachment", "value"),
    "counted_object": ("attachment", "indicator"),
    "time_basis": ("target_year", "reference_year"),
}
_STEPS = {"attachment": "number and noun"}
"""What is decided on the way and is no field of a row: what it ties together."""
_LANGUAGE = re.compile(r"^[a-z]{2}\.")
_OF_FIELDS = re.compile(
    r"^(?:number|unit|comparator|attachment|indicator|kind|direction|change|year|wording|confidence|scope)(?:[._]|$)"
)
_NO_DOUBT = "no_doubt"
_UNITS = ("unit_ucum", "value_si", "unit_si")
_NUMBERS = (("value", "number_text"), ("comparator", "comparator_text"), ("unit", "unit_text"))
_AROUND = 28
"""Columns of a terminal for the text on either side of a number."""


@dataclass(frozen=True, slots=True)
class FieldReason:
    """One field of a target: its value, the rule that gave it and the words that it rests on, as far as known."""

    field: str
    value: object
    rule: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class NoTarget:
    """A number that is no target, the text around it, the line it stands on and why it is none."""

    line: int
    before: str
    number: str
    after: str
    reason: str


def reasons_of(target: NumericTarget, grounds: Grounds | None) -> list[FieldReason]:
    """What each field that says something rests on; a number of a table has one rule for its whole row.

    Args:
        target: The row.
        grounds: What its reading left; null for a number of a table.
    """
    printed = {field: getattr(target, words) for field, words in _NUMBERS}
    if grounds is None:
        told = [FieldReason(name, _value(target, name), plain(target.rule_id), printed.get(name)) for name in FIELDS]
    else:
        given = {reason.field: reason for reason in grounds.reasons}
        told = []
        for name in (*FIELDS, *(name for name in given if name not in FIELDS)):
            reason = next((given[n] for n in (name, *_READ_WITH.get(name, ())) if n in given), None)
            words = (reason.words if reason else None) or printed.get(name)
            value = _STEPS.get(name, _value(target, name))
            if value is None and name not in given:
                continue  # nothing was found; the rule of the field that it is read with gave nothing here
            told.append(FieldReason(name, value, plain(reason.rule) if reason else None, words))
    converted = [FieldReason(name, _value(target, name), "units", target.unit) for name in _UNITS]
    without_value = [one for one in told if one.value is None and one.rule and one.words]
    return [one for one in (*told, *converted) if one.value is not None or (grounds and one in without_value)]


def plain(rule: str | None) -> str | None:
    """A rule's name alone, in one form for both languages.

    The language shows in the text, and the field that a rule is for stands beside it: `zh.kind.goal` is `goal`. Rules
    of tables keep their whole name, `indicator_table.grid.level`, as one of them gives a whole row.
    """
    if rule is None:
        return None
    bare = _LANGUAGE.sub("", rule)
    if bare == rule:
        return rule.removeprefix("number_")
    return _OF_FIELDS.sub("", bare) or _NO_DOUBT


def _value(target: NumericTarget, name: str) -> object:
    return getattr(target, name, None)


def no_targets(document: Document, extraction: Extraction) -> Iterator[NoTarget]:
    """Every number that the scan of `coverage` sees and that is in no row, in order of place."""
    text = document.text
    line = 0
    for fate in numbers_in(text, number_fates(document, extraction)):
        while line < len(document.lines) and document.lines[line].start <= fate.start:
            line += 1
        if fate.reason is not None:
            yield NoTarget(
                line=line,
                before=_fitting(text[max(0, fate.start - _AROUND) : fate.start][::-1])[::-1],
                number=text[fate.start : fate.end],
                after=_fitting(text[fate.end : fate.end + _AROUND]),
                reason=fate.reason,
            )


def _fitting(text: str) -> str:
    """As much of a text as has room beside a number."""
    room = _AROUND
    for at, character in enumerate(text):
        room -= columns(character)
        if room < 0:
            return text[:at]
    return text


def source_of(document: Mapping[str, Any]) -> Source:
    """The source that a row of `documents` tells of."""
    told = {field.name: document[field.name] for field in fields(Source) if field.name != "id"}
    return Source(id=document["document_id"], **{**told, "language": tuple(document["language"])})


def changed(published: Mapping[str, Any], target: NumericTarget) -> list[str]:
    """Fields that a release has otherwise than today's rules give them."""
    return [name for name in FIELDS if name in published and published[name] != getattr(target, name)]
