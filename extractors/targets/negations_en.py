"""English bounds on every one: 'no country should have over 140' allows at most 140."""

from __future__ import annotations

from extractors.targets.clauses_en import Sentence
from extractors.targets.quantities_en import Quantity
from extractors.targets.statement import Comparator

NEAR = 16  # tokens from "no" to the number
MODALS = {"should", "shall", "must", "will", "may", "can", "to"}
MARKS = {",", ";", ":", "."}
OPENING = {"that", "and", "so", "where", "ensure"}
# What a comparator allows where none is to be so.
ALLOWED: dict[Comparator, Comparator] = {"gt": "le", "ge": "lt", "lt": "ge", "le": "gt"}


def allowed(sentence: Sentence, found: Quantity) -> Comparator | None:
    """The comparator that is left where the subject of the number's clause is 'no ...'; nothing where it is not."""
    if found.comparator not in ALLOWED:
        return None
    modal = False
    for at in range(found.left - 1, max(found.left - NEAR, -1), -1):
        low = sentence.lows[at]
        if low == "no":
            opens = at == 0 or sentence.lows[at - 1] in MARKS | OPENING
            return ALLOWED[found.comparator] if modal and opens else None
        if low in MARKS or sentence.owner[at] >= 0:
            return None
        modal = modal or low in MODALS
    return None
