"""English numbers that only say which places, people or things are meant: sizes, ages, populations."""

from __future__ import annotations

from extractors.targets.quantities_en import MARKS, Quantity
from extractors.targets.vocabulary_en import words, wordset

ARTICLES = {"the", "these", "those", "its", "their", "our", "all", "both", "such", "this"}


def age_without_unit(lows: list[str], found: Quantity) -> bool:
    """'children under 5', 'persons over 60': an age without its unit."""
    compared = lows[found.comparator_first] in ("under", "over", "above", "below")
    whose = lows[found.left - 1] if found.left else ""
    return compared and found.number.value < 120 and whose in wordset("none", "aged_nouns")


def attribute(lows: list[str], found: Quantity) -> bool:
    """'the 400 mm precipitation line', '12 km long': a size that only describes."""
    behind = lows[found.right] if found.right < len(lows) else "."
    if lows[found.right - 1] in MARKS:
        return False
    if found.unit == "count" or found.unit_first == found.unit_last or found.unit in ("%", "pp", "persons"):
        return False
    counted = lows[found.number.first - 1] if found.number.first == found.left and found.left else ""
    if behind.isalpha() and (counted in words("numbers")["units"] or (counted.isdigit() and len(counted) < 4)):
        return behind not in wordset("indicator", "prepositions") and behind not in ("and", "or")  # "two 600 MW plants"
    if behind in ("long", "wide", "high", "deep", "tall", "away", "thick"):
        return True
    if found.attributive and behind == "-":
        return True
    named = found.left > 0 and lows[found.left - 1] in ARTICLES and not found.attributive
    return named and behind.isalpha() and behind not in wordset("indicator", "prepositions")


def scopes(lows: list[str], found: Quantity) -> bool:
    """'with a population of over 5 million', 'in areas where the volume exceeds 300 tons'."""
    at = found.left
    if at > 1 and lows[at - 1] == "of" and lows[at - 2] in wordset("none", "scope_nouns"):
        return any(low in ("with", "having", "whose", "where") for low in lows[max(at - 7, 0) : at])
    if lows[at - 1 : at] == ["of"] and any(low in wordset("none", "scope_nouns") for low in lows[max(at - 5, 0) : at]):
        return "with" in lows[max(at - 9, 0) : at]
    sized = lows[max(at - 9, 0) : at]
    if sized[-1:] in (["of"], ["exceeding"]) and any(sized[i : i + 2] == ["each", "with"] for i in range(len(sized))):
        return True  # "10 firms each with an output of more than 1 billion yuan"
    worth = lows[at - 1 : at] == ["worth"] and lows[max(at - 2, 0)] in ("be", "is", "are", "was", "were")
    if (
        at > 1
        and not worth
        and (lows[at - 1] in wordset("none", "scope_participles") or lows[at - 2 : at] == ["living", "on"])
    ):
        return True  # "people living on less than 2 dollars a day"
    openers = wordset("none", "scope_openers")
    for place in range(at - 1, max(at - 20, -1), -1):
        if lows[place] in (",", ";", ".", "will", "shall", "must"):
            return False
        if lows[place] in openers:
            return True
    return False
