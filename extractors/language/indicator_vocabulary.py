"""The indicator that a name means, the same in both languages and in every plan; null where it is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from extractors.language.indicator_names import Key, name_key, parts_an_indicator, variants, vocabulary, without_home
from extractors.records import Indicator
from extractors.targets.units import units

_CHANGES = ("growth", "reduction")
_HAN = re.compile(r"[\u3400-\u9fff]")
_AGAINST = {"increase_by": "_reduction", "reduce_by": "_growth"}
_PER_CENT = ("%", "‰")


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """One indicator of the vocabulary.

    Attributes:
        id: Its id.
        label_en: Its English label.
        units: Quantities of the units table that it is measured in.
        change: The indicator that its change in % is; null where that is none.
        added: The indicator of what is added to it; null where it is no stock.
        says: work of what is done itself, change of a rate of change, else level.
    """

    id: str
    label_en: str
    units: frozenset[str]
    change: KnownIndicator | None = None
    added: KnownIndicator | None = None
    says: str = "level"


@cache
def known_indicators() -> dict[str, KnownIndicator]:
    """All indicators by id, changes among them."""
    levels = [found for entries in names_of("zh").values() for found in entries]
    levels += [found for entries in names_of("en").values() for found in entries]
    return {one.id: one for level in levels for one in (level, level.change, level.added) if one}


def identify(
    name: str, language: str, unit: str | None, scope: str | None = None, direction: str = "none", home: str = ""
) -> KnownIndicator | None:
    """The indicator that a name means.

    Args:
        name: As extracted.
        language: Its BCP 47 tag.
        unit: Symbol of the units table; null is taken only for what cannot be measured in two ways.
        scope: What it is limited to; a scope that makes another indicator of it belongs to the name.
        home: The document's title: the region that it names need not stand in a name.
        direction: What is to be done about it; a growth that is to be reduced is not the growth of the vocabulary.
    """
    if scope and parts_an_indicator(scope, language) and scope not in name:
        name = f"{scope} {name}"
    if home and language.startswith("zh"):
        name = without_home(name, home)
    key, _changed = name_key(name, language)
    fitting = {found.id: found for entry in names_of(language[:2]).get(key, ()) if (found := _measured_in(entry, unit))}
    found = next(iter(fitting.values())) if len(fitting) == 1 else None
    against = _AGAINST.get(direction)
    return None if found and against and found.id.endswith(against) else found


def with_indicators(rows: Iterable[Indicator], title: str = "") -> list[Indicator]:
    """Lines of main-indicator tables with their ids and labels."""
    # A line does not say its language; one Chinese character makes it Chinese.
    languages = ("en", "zh")
    named = (
        (row, identify(row.indicator, languages[_HAN.search(row.indicator) is not None], row.unit, home=title))
        for row in rows
    )
    return [
        replace(row, indicator_id=found.id, indicator_label_en=found.label_en) if found else row for row, found in named
    ]


def _measured_in(entry: KnownIndicator, unit: str | None) -> KnownIndicator | None:
    if unit is None:
        return entry if entry.change is None else None
    known = units().get(unit)
    if known is None:
        return None
    if known.quantity in entry.units or (known.quantity == "difference of shares" and "share" in entry.units):
        return entry
    return entry.change if unit in _PER_CENT else None


@cache
def names_of(language: str) -> dict[Key, tuple[KnownIndicator, ...]]:
    """The indicators by their names in the form that names are compared in."""
    index: dict[Key, dict[str, KnownIndicator]] = {}
    for name, entry in vocabulary()["indicators"].items():
        known = _known(name, entry)
        for pattern in entry.get(language, ()):
            for variant in variants(pattern):
                index.setdefault(name_key(variant, language)[0], {})[name] = known
    return {key: tuple(entries.values()) for key, entries in index.items()}


def _known(name: str, entry: Mapping[str, Any]) -> KnownIndicator:
    changes = (
        KnownIndicator(f"{name}_{c}", entry[c], frozenset(("share",)), says="change") for c in _CHANGES if c in entry
    )
    measured = frozenset(entry["units"])
    added = KnownIndicator(f"{name}_added", entry["added"], measured) if "added" in entry else None
    change = next(changes, None)
    return KnownIndicator(name, entry["label_en"], measured, change, added, entry.get("says", "level"))
