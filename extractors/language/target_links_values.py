"""What two statements say in numbers: whether their values and units agree, and what differs."""

from __future__ import annotations

from math import isclose, log10

from extractors.language.indicator_names import name_key
from extractors.language.links_structure import difference
from extractors.records import NumericTarget
from extractors.targets.units import units

_ROUNDED = 0.006
"""Values in different units are the same within so much: a conversion is rounded."""
_NEAR = (
    {"persons", "counted things", "visits or cases", "vehicle passages", "containers"},
    {"share", "difference of shares", "ratio", "factor"},
)
_PARTS = frozenset({"share", "rate", "ratio"})
"""Parts of a whole are compared as numbers: 4 in a thousand is 4‰ and 0.4%."""
_OPPOSED = ({"increase_by", "reduce_by"}, {"increase_by", "reach"}, {"reduce_by", "reach"})
"""Directions that contradict each other, unless the name says growth already: growth of 7% and to grow by 7%."""


def quantity(target: NumericTarget) -> str | None:
    """What its unit measures."""
    unit = units().get(target.unit) if target.unit else None
    return unit.quantity if unit else None


def unit_fit(a: NumericTarget, b: NumericTarget) -> float:
    """How well two units fit, 0..1: the same one, one of the same quantity, a near one, an unknown one, another."""
    if a.unit == b.unit:
        return 1.0
    kinds = quantity(a), quantity(b)
    if kinds[0] == kinds[1] or _convertible(a, b):
        return 0.9
    if None in kinds:
        return 0.5
    return 0.7 if any(set(kinds) <= near for near in _NEAR) else 0.0


def same_values(a: NumericTarget, b: NumericTarget) -> bool:
    """Whether value and high end agree, in SI where both have the same SI unit."""
    convertible = _convertible(a, b)
    return _same(a.value, b.value, a, b, convertible=convertible) and _same(
        a.value_max, b.value_max, a, b, convertible=convertible
    )


def power_of_ten(a: NumericTarget, b: NumericTarget) -> bool:
    """Whether the values are the same digits with the point elsewhere."""
    sizes = _size(a, b)
    if sizes is None or min(sizes) <= 0:
        return False
    power = log10(sizes[0] / sizes[1])
    return round(power) != 0 and isclose(power, round(power), abs_tol=1e-3)


def orders_apart(a: NumericTarget, b: NumericTarget) -> float:
    """How many powers of ten lie between two values; infinite where it cannot be told."""
    sizes = _size(a, b)
    if sizes is None or min(sizes) <= 0:
        return float("inf")
    return abs(log10(sizes[0] / sizes[1]))


def differences(a: NumericTarget, b: NumericTarget) -> tuple[str, ...]:
    """What two statements of the same thing say otherwise, each `field: left / right`."""
    told = []
    convertible = _convertible(a, b)
    for name in ("value", "value_max", "base_value"):
        mine, other = getattr(a, name), getattr(b, name)
        # An edition may leave the base out without contradicting the other.
        if name == "base_value" and (mine is None or other is None):
            continue
        if not _same(mine, other, a, b, convertible=convertible):
            told.append(_value_difference(name, mine, other, a, b))
    if a.unit != b.unit and not convertible:
        told.append(difference("unit", a.unit, b.unit))
    if a.comparator != b.comparator:
        told.append(difference("comparator", a.comparator, b.comparator))
    if {a.direction, b.direction} in _OPPOSED and not any(name_key(t.indicator, t.language)[1] for t in (a, b)):
        told.append(difference("direction", a.direction, b.direction))
    if a.time_basis == b.time_basis == "explicit" and a.target_year != b.target_year:
        told.append(difference("target_year", a.target_year, b.target_year))
    return tuple(told)


def _value_difference(name: str, mine: float | None, other: float | None, a: NumericTarget, b: NumericTarget) -> str:
    if a.unit == b.unit:
        return difference(name, mine, other)
    return f"{difference(name, mine, other)} ({a.unit or 'no unit'} / {b.unit or 'no unit'})"


def _convertible(a: NumericTarget, b: NumericTarget) -> bool:
    kinds = {quantity(a), quantity(b)}
    return (len(kinds) == 1 or kinds <= _PARTS) and None not in kinds and None not in (_factor(a), _factor(b))


def _factor(target: NumericTarget) -> float | None:
    unit = units().get(target.unit) if target.unit else None
    return unit.si_factor if unit else None


def _size(a: NumericTarget, b: NumericTarget) -> tuple[float, float] | None:
    if a.value is None or b.value is None:
        return None
    if a.unit != b.unit and _convertible(a, b):
        return a.value * (_factor(a) or 1.0), b.value * (_factor(b) or 1.0)
    return a.value, b.value


def _same(mine: float | None, other: float | None, a: NumericTarget, b: NumericTarget, *, convertible: bool) -> bool:
    if mine is None or other is None:
        return mine is other
    if a.unit != b.unit and convertible:
        return isclose(mine * (_factor(a) or 1.0), other * (_factor(b) or 1.0), rel_tol=_ROUNDED)
    return isclose(mine, other, rel_tol=1e-9)
