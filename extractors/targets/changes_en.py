"""'From A to B', 'B, up from A': the A belongs to the record of B, with its year."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from extractors.targets.none_en import is_year
from extractors.targets.numbers_en import Number, Token, scale_of
from extractors.targets.quantities_en import Quantity
from extractors.targets.vocabulary_en import wordset

REACH = 12
APPOSED = 16
LIKE = 50  # a value that shares its scale with its base is not further from it than so many times
FIGURES = {
    *("projection", "target", "estimate", "forecast", "goal", "baseline", "figure", "level", "rate", "total", "value"),
    *("number", "share", "average", "record", "low", "high", "peak"),
}
COMPARED = (["compared", "to"], ["compared", "with"])
NEAR_AGAINST = 8
TIMES_AGO = {"average", "averages", "past", "previous", "last", "present", "current", "since"}
EARLIER = {"present", "current", "previous", "existing", "earlier", "initial", "original", "former"}
STOPS = {",", ";", ":", "."}


@dataclass(frozen=True, slots=True)
class Base:
    """The A of a change: its number, the token of 'from', the year that it is of, and where the B must lie.

    Attributes:
        of: First token of the B that 'up from' or 'down from' hangs on, else -1.
        before: Whether A stands before B ('from A to B') or behind it ('B, up from A').
    """

    number: Number
    from_at: int
    year: int | None
    before: bool
    unit: str = "count"
    of: int = -1


def base_of(
    tokens: list[Token], lows: list[str], found: Quantity, numbers: dict[int, Number], earlier: Quantity | None
) -> Base | None:
    """The base that a quantity is, or nothing; `earlier` is the quantity before it."""
    at = _over_present(lows, found.left - 1)
    if _compared_with(lows, found, earlier):
        return Base(found.number, found.left, None, before=False, unit=found.unit)
    if at < 0 or lows[at] not in ("from", "with", "to"):
        return None
    near = (numbers.get(found.right + i) for i in (1, 2))
    year = next((int(n.value) for n in near if n and is_year(tokens, n)), None)
    behind = Base(found.number, at, year, before=False, unit=found.unit)
    if lows[at] in ("with", "to"):
        return behind if at and lows[at - 1] in ("compared", "against") else None
    apart = at > 1 and (lows[at - 2] in (",", "(", "—", "–") or any(numbers_end(numbers, at - 1)))
    if at and lows[at - 1] in ("up", "down") and apart:
        return replace(behind, of=earlier.number.first) if earlier and earlier.unit == found.unit else behind
    if _target_before(tokens, lows, at, numbers):
        return behind
    ahead = "to" in lows[found.right : found.right + REACH]
    changed = (
        lows[at - 1] in wordset("indicator", "change_nouns") and earlier is not None and earlier.unit == found.unit
    )
    if changed and not ahead:
        return replace(behind, of=earlier.number.first) if earlier else behind
    if earlier and not ahead and earlier.unit == found.unit and 0 <= at - earlier.right <= 4:
        return behind  # "has reached B from A"
    aside = _apposed(lows, found.right)
    for place in range(aside, min(aside + REACH, len(lows))):
        if lows[place] in STOPS:
            return None
        if lows[place] == "to" and any(n.form != "code" for i in range(1, 5) if (n := numbers.get(place + i))):
            return Base(found.number, at, year, before=True, unit=found.unit)
    return None


def _over_present(lows: list[str], at: int) -> int:
    """The 'from' of 'from the present gap of 6', 'from a previous target of 4'; else the place itself."""
    if at < 3:
        return at
    if lows[at] != "of":
        place = next((i for i in range(at, max(at - 5, -1), -1) if lows[i] == "from"), -1)
        return place if place >= 0 and EARLIER & set(lows[place + 1 : at + 1]) else at
    place = next((i for i in range(at - 1, max(at - 6, -1), -1) if lows[i] == "from"), -1)
    compared = next((i for i in range(at - 1, max(at - 7, 1), -1) if lows[i - 1 : i + 1] in COMPARED), -1)
    if compared > 0 and (EARLIER | FIGURES) & set(lows[compared + 1 : at]):
        return compared  # "compared to the current total length of 754 km"
    return place if place >= 0 and (EARLIER | FIGURES) & set(lows[place + 1 : at]) else at


def numbers_end(numbers: dict[int, Number], at: int) -> list[bool]:
    """For the few places before `at`: whether a number expression ends right there."""
    return [(n := numbers.get(at - i)) is not None and n.last == at for i in range(1, 5)]


def _compared_with(lows: list[str], found: Quantity, earlier: Quantity | None) -> bool:
    """'6.8%, slightly lower than 7.2% a year before'."""
    compared = lows[found.comparator_first : found.comparator_last]
    ahead = bool(TIMES_AGO & set(lows[found.right : found.right + 5]))
    if earlier is not None and lows[max(found.left - 2, 0) : found.left] == ["against", "the"] and ahead:
        return earlier.unit == found.unit  # "4.2% growth, against the 3.2% average of the past four years"
    before = lows[max(found.left - NEAR_AGAINST, 0) : found.left]
    if earlier is not None and earlier.unit == found.unit and before[-1:] == ["of"] and "against" in before:
        between = before[before.index("against") + 1 :]
        if between[0] == "the" and (ahead or TIMES_AGO & set(between)):
            return True  # "a rate of 6.5%, against the average of 5.3% since 1998"
    follows = earlier is not None and earlier.unit == found.unit and 0 < found.left - earlier.right <= 3
    return follows and compared[-1:] == ["than"] and lows[found.left - 1] in (",", "slightly", "much", "well")


def _target_before(tokens: list[Token], lows: list[str], at: int, numbers: dict[int, Number]) -> bool:
    """'narrowed to B of GDP from A': whether the B stands before."""
    for place in range(at - 1 - (lows[at - 1] == ","), max(at - REACH, 0), -1):
        if lows[place] in STOPS or lows[place] == "and":
            return False
        near = (numbers.get(place + i) for i in range(1, min(4, at - place)))
        reached = any(n and n.form == "digits" and not is_year(tokens, n) for n in near)
        if lows[place] == "to" and lows[place - 1] != "close" and reached:
            return True
    return False


def _apposed(lows: list[str], at: int) -> int:
    """Behind an apposition between commas: 'from 12% in 2016, the first year, to 15%'."""
    first = next((i for i in range(at, min(at + 5, len(lows))) if lows[i] == ","), -1)
    if first < 0:
        return at
    second = next((i for i in range(first + 1, min(first + APPOSED, len(lows) - 1)) if lows[i] == ","), -1)
    return second + 1 if second > 0 and lows[second + 1] == "to" else at


def _first_to(lows: list[str], base: Base, found: Quantity) -> bool:
    """Whether the 'to' before a quantity is the first behind the base: the second belongs to another change."""
    return lows[found.left - 1 : found.left] == ["to"] and "to" not in lows[base.number.last : found.left - 1]


def base_for(lows: list[str], bases: tuple[Base, ...], found: Quantity) -> Base | None:
    """The base that belongs to a quantity, or nothing."""
    start = bisect_left(bases, found.left - REACH - APPOSED - 1, key=lambda b: b.number.first)
    for base in bases[start : start + REACH * 2]:
        first = base.number.first
        if base.unit != found.unit and "count" not in (base.unit, found.unit):
            continue
        near = REACH if "," not in lows[first : found.left] else REACH + APPOSED
        if base.before and _first_to(lows, base, found) and 0 < found.left - first <= near:
            return base
        if base.of >= 0:
            if base.of == found.number.first:
                return base
            continue
        reach = REACH if base.unit == found.unit != "count" else REACH - 4
        if not base.before and 0 < first - found.right <= reach and ";" not in lows[found.right : first]:
            return base
    return None


def base_value(tokens: list[Token], base: Base, found: Quantity) -> float:
    """The base with the scale that it shares with the value: 'from 360 to 530 million'."""
    number = found.number
    scale = scale_of(tokens, number.first + 1, number.last)
    alone = base.before and base.number.last == base.number.first + 1 and base.number.form == number.form == "digits"
    if not alone or scale == 1 or not 0 < base.number.value < 1000 or not number.value:
        return base.number.value
    ratio = base.number.value * scale / number.value
    return float(f"{base.number.value * scale:.15g}") if 1 / LIKE <= ratio <= LIKE else base.number.value
