"""How one English quantity hangs in its sentence.

Shapes: `level` (raise X to 5, X will reach 5, a rate of 5), `count` (build 5 X, the construction of 5 X),
`loose` (neither).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractors.targets.clauses_en import Verb

Shape = Literal["level", "count", "loose"]


@dataclass(frozen=True, slots=True)
class Frame:
    """How one quantity hangs in its sentence.

    Attributes:
        shape: See the module.
        indicator: The measured phrase, cleaned.
        lemma: The verb's base form, empty where none governs.
        verb: The verb, null where none governs.
        marker: The preposition before the number (`to`, `by`, `at`), or empty.
        counted: Head noun of what is counted, for `count`.
        rule: Name of the rule.
        sure: How well the rule fits, 0..1.
        subject: First token of the indicator, for a clause that carries on.
    """

    shape: Shape
    indicator: str
    lemma: str
    verb: Verb | None
    marker: str
    rule: str
    sure: float
    counted: str = ""
    counted_phrase: str = ""
