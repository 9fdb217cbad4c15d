"""English number expressions that are no quantities, each with its reason of the closed list.

Beyond the obvious cases: a number that only says which places or people are meant ("cities with a population of over
5 million") belongs to the expression around it: `part_of_name`. A conversion in brackets and the A of 'from A to B' are
parts of another number's record: `denominator`.
"""

from __future__ import annotations

from extractors.targets.dates_en import is_year
from extractors.targets.none_common_en import names_plan
from extractors.targets.none_digits_en import garbled, reason_of_digits
from extractors.targets.none_words_en import is_relation, reason_of_words
from extractors.targets.numbers_en import Token
from extractors.targets.quantities_en import Quantity

__all__ = ["is_year", "reason"]


def reason(tokens: list[Token], lows: list[str], found: Quantity) -> str | None:
    """Why the number is no quantity, or nothing where it may be one."""
    number = found.number
    if number.form == "code":
        return "date" if lows[number.first][:4].isdigit() and lows[number.first][4:] == "s" else "code"
    if number.form == "ordinal":
        return "plan_name" if names_plan(lows, number.last) else "ordinal"
    if number.form == "vague":
        return "vague"
    if number.form == "share":
        return None
    if number.form == "relation":
        return None if is_relation(lows, number) else "named_concept"
    if number.suffix and found.bare and number.suffix != "x":
        return "code"  # "19xx"
    if number.form == "digits":
        return reason_of_digits(tokens, lows, found) or ("code" if garbled(tokens, number.first) else None)
    return reason_of_words(tokens, lows, found)
