"""English quantities: a number with its comparator, unit and denominator."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.targets.numbers_en import Number, Token, glued
from extractors.targets.statement import Comparator
from extractors.targets.units import units
from extractors.targets.vocabulary_en import comparator_phrases, rate_tails, unit_phrases, words, wordset

TIME_UNITS = {"years", "months", "weeks", "days", "hours", "minutes", "min"}
MARKS = {"mark", "threshold", "milestone", "barrier"}
PASSED = (
    ["cross"],
    ["crosses"],
    ["crossed"],
    ["crossing"],
    ["exceed"],
    ["exceeded"],
    ["pass"],
    ["passed"],
    ["surpass"],
)
AREAS = {"ha", "km2", "mu", "m2"}
BASE_NEAR = 10  # tokens from a number back to the "from" of its base
PER = {"per", "every", "each"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what belongs to it, in token places.

    Attributes:
        left, right: Tokens [left, right) from the comparator before to the comparator behind.
        unit: Symbol of units.csv; `count` where no unit is printed.
        unit_first, unit_last: Tokens of the unit; equal where none is printed.
        inner: Words between the number and its unit ("5 million soil-eroded hectares").
        attributive: Number and unit are joined by a hyphen and describe the noun behind ("600-kilowatt unit").
    """

    number: Number
    left: int
    right: int
    unit: str
    unit_first: int
    unit_last: int
    comparator: Comparator = "eq"
    comparator_first: int = 0
    comparator_last: int = 0
    inner: tuple[int, int] = (0, 0)
    attributive: bool = False

    @property
    def bare(self) -> bool:
        """Whether no unit is printed."""
        return self.unit == "count" and self.unit_first == self.unit_last


def quantity(tokens: list[Token], lows: list[str], number: Number) -> Quantity:
    """Read comparator and unit around a number."""
    unit, first, last, inner, attributive = _unit(tokens, lows, number)
    left, before = number.first, None
    if sign := currency_before(tokens, left):
        unit, left = sign
    if number.value_max is not None and left and lows[left - 1] in ("between", "from"):
        left -= 1
    if number.form == "relation":
        unit = "times" if number.value > 1 else "ratio"
    elif number.form in ("fraction", "share") and first == last:
        unit = "ratio"
    number_left = left
    before = _comparator(lows, left, unit != "count" or number.last > number.first + 1)
    if filler := comparator_phrases("fillers").ending(lows, left - (before[0] if before else 0)):
        start = left - (before[0] if before else 0) - filler[0]
        if unit == "count" and "factor" in lows[start:left]:
            unit = "times"  # "by a factor of two"
        left -= filler[0]  # "by an average of over 7 percent" is "by over 7 percent"
        if before is None and (before := _comparator(lows, left, unit != "count")):
            number_left = left  # "above the expected 6.5 percent"
    right = max(last, number.last)
    the = bool(left) and lows[left - 1] == "the"
    if (the or lows[left - 1 : left] in PASSED) and right < len(lows) and lows[right] in MARKS:
        left, right = left - the, right + 1  # "exceeded the 3 trillion yuan mark"
    behind = comparator_phrases("behind").starting(lows, right)
    if behind and lows[right] == "plus" and lows[right + 1 : right + 3] == ["or", "minus"]:
        behind = None  # "4% plus or minus 1 point" is no bound
    found, place = "eq", (left, left)
    if before:
        place, found = (number_left - before[0], number_left), before[1]
        left -= before[0]
    if behind:
        if not before:
            place, found = (right, right + behind[0]), behind[1]
        right += behind[0]
    if tail := rate_tails().starting(lows, right):
        right += tail[0]
    return Quantity(number, left, right, unit, first, last, found, *place, inner, attributive)  # type: ignore[arg-type]


def currency_before(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The currency whose sign or code ends before a token, and the sign's first token: '€', 'US$', 'Rs.'."""
    signs = words("units")["before"]
    for length in (2, 1):
        if at < length or (length == 2 and not glued(tokens, at - 2, at - 1)):
            continue
        text = "".join(t.text for t in tokens[at - length : at])
        if text in ("N", "R") and not glued(tokens, at - 1, at):
            continue  # "Annex R 5", against "R5 million"
        found = signs.get(text) or signs.get(text.lower()) or signs.get(text.removesuffix(".").lower())
        if found:
            return str(found), at - length
    return None


def _comparator(lows: list[str], at: int, measured: bool) -> tuple[int, str] | None:
    """The comparator that ends before a token; no particle of a verb ('hand over 5', 'go up to 5') is one."""
    found = comparator_phrases("before").ending(lows, at)
    if found is None:
        return None
    first = at - found[0]
    before = lows[first - 1] if first else ""
    if lows[first] == "over" and before in wordset("verbs", "with_over"):
        return None
    if lows[first] == "up" and before in wordset("verbs", "with_up"):
        return None
    if lows[first] == "up" and before in wordset("indicator", "change_nouns"):
        return None  # "a 5% increase up to 8 billion"
    if lows[first] == "up" and _behind_base(lows, first):
        return None  # "from 5 up to 8"
    if lows[first] == "over" and _spans(lows, first):
        return None
    if lows[first].startswith(("pass", "cross")) and not measured:
        return None  # "pass 5 laws", against "pass 5 million"
    return found


def _behind_base(lows: list[str], at: int) -> bool:
    """Whether 'from' and a number stand before a place, and no mark between."""
    for place in range(at - 1, max(at - BASE_NEAR, -1), -1):
        if lows[place] in (",", ";", ":", ".", "and"):
            return False
        if lows[place] == "from":
            return any(low[0].isdigit() for low in lows[place + 1 : at])
    return False


def _spans(lows: list[str], at: int) -> bool:
    """'12 billion trees over 32 million hectares': across an area, behind things that are counted."""
    if not any((phrase := unit_phrases().starting(lows, at + i)) and phrase[1] in AREAS for i in (2, 3)):
        return False
    counted = [low for low in lows[max(at - 5, 0) : at] if low[0].isdigit() or low in words("numbers")["scales"]]
    return bool(counted) and lows[at - 1].endswith("s") and lows[at - 1] not in words("numbers")["scales"]


def _unit(tokens: list[Token], lows: list[str], number: Number) -> tuple[str, int, int, tuple[int, int], bool]:
    """Symbol, token span, the words between, and whether a hyphen joins it to the number."""
    nothing = (number.last, number.last)
    if number.suffix:
        found = unit_phrases().starting([number.suffix.lower()], 0)
        if found:
            return found[1], *nothing, nothing, False
        return ("times" if number.suffix == "x" else "count"), *nothing, nothing, False
    at = number.last
    hyphen = (
        at + 1 < len(tokens) and tokens[at].text in "-‑" and glued(tokens, at - 1, at) and glued(tokens, at, at + 1)
    )
    found = unit_phrases().starting(lows, at + 1 if hyphen else at)
    if found:
        length, symbol = found
        start = at + 1 if hyphen else at
        if symbol == "persons" and not hyphen and lows[start] in ("person", "persons", "people"):
            return symbol, start, start + length, nothing, False
        return symbol, start, start + length, nothing, hyphen
    if lows[at : at + 1] == ["points"] and number.value % 1:
        return "pp", at, at + 1, nothing, False  # "fell 0.4 points": things are not counted in tenths
    if not hyphen:
        return _distant_unit(tokens, lows, at)
    return "count", *nothing, nothing, False


def _distant_unit(tokens: list[Token], lows: list[str], at: int) -> tuple[str, int, int, tuple[int, int], bool]:
    """A unit behind one or two describing words: '5 million soil-eroded hectares'."""
    stops = wordset("indicator", "prepositions")
    for place in range(at, min(at + 5, len(lows))):
        low = lows[place]
        if low in stops or low in ("and", "or", ",", ".", ";", "(", "[") or low[0].isdigit():
            break
        found = unit_phrases().starting(lows, place)
        if place > at and tokens[place].text[0].isupper() and len(low) > 3:
            break  # "4,465 Ganga Grams"
        if found and low.startswith("met") and lows[place - 1] in wordset("units", "meter_kinds"):
            break
        if found and place > at and units()[found[1]].quantity in ("area", "length", "mass", "volume", "power"):
            behind = place + found[0]
            if len(low) > 2 and (
                behind >= len(lows) or lows[behind] in stops or lows[behind] in ("and", ",", ".", ";", "a", "each")
            ):
                return found[1], place, behind, (at, place), False
    return "count", at, at, (at, at), False


def rate_unit(unit: str, denominator: float | None, counts_people: bool) -> str:
    """The unit of a count per so many people, where units.csv has it."""
    if denominator is None or unit not in ("count", "persons"):
        return unit
    head = "persons" if counts_people or unit == "persons" else "count"
    symbol = f"{head}/{int(denominator)} persons"
    return symbol if symbol in units() else unit
