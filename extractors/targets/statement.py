"""What is read in one sentence: quantified statements, and the numbers that are none with their reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["target", "project", "limit", "fact"]
Comparator = Literal["eq", "gt", "ge", "lt", "le", "approx"]
Direction = Literal["reach", "increase_by", "reduce_by", "maintain", "add", "build", "none"]
ChangePeriod = Literal["annual", "cumulative", "level"]
TimeBasis = Literal["explicit", "section", "document", "none"]
Wording = Literal["hard", "soft", "neutral"]


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a running text speaks of; one year where both are the same.

    Attributes:
        start, end: First and last year; null where the text only looks back.
        past: Whether it is over when the document is written.
        told: Whether earlier sentences of the paragraph said so, and no heading.
    """

    start: int | None
    end: int | None
    past: bool
    told: bool = False

    @property
    def one_year(self) -> bool:
        """Whether it is a single year."""
        return self.start is not None and self.start == self.end

    @property
    def several(self) -> bool:
        """Whether it is more than one year."""
        return self.start != self.end


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a sentence and decides how its numbers are meant.

    Attributes:
        language: `en` or `zh`.
        plan_start, plan_end: First and last year of the plan; null where the document is none or does not say.
        section_titles: Titles from the outermost section inwards.
        element: `prose`, `box` or `footnote`.
        box_title, item_title: Set inside boxes.
        previous: The sentence before in the same paragraph, empty at its start.
        carried_year: Target year that an earlier sentence of the paragraph set for what follows.
        period: The period that the heading or an earlier sentence set for what follows.
    """

    language: str
    plan_start: int | None = None
    plan_end: int | None = None
    section_titles: tuple[str, ...] = ()
    element: str = "prose"
    box_title: str | None = None
    item_title: str | None = None
    previous: str = ""
    carried_year: int | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value.

    Attributes:
        field: Name of the field of `Statement`.
        rule: Name of the rule that gave it.
        words: The words of the sentence (or of its heading) that it rests on; null where it rests on none.
    """

    field: str
    rule: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantified statement; offsets count characters of the sentence.

    `value`, `value_max` and `base_value` have scale words expanded (70 million is 7e7). `reasons` say which rule gave
    which field; they take no part in what is published, and two readings that differ in them alone are equal.
    """

    number_start: int
    number_end: int
    value: float
    unit: str
    indicator: str
    kind: Kind
    comparator: Comparator
    direction: Direction
    rule_id: str
    confidence: float
    value_max: float | None = None
    base_value: float | None = None
    comparator_text: str | None = None
    unit_text: str | None = None
    counted_object: str | None = None
    scope: str | None = None
    change_period: ChangePeriod | None = None
    target_year: int | None = None
    base_year: int | None = None
    reference_year: int | None = None
    time_basis: TimeBasis = "none"
    bindingness: Literal["binding", "anticipated"] | None = None
    wording_strength: Wording = "neutral"
    reasons: tuple[Reason, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number expression that is no target: its span in the sentence and a reason of the closed list."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything numeric in one sentence, in order of place."""

    statements: tuple[Statement, ...]
    rejected: tuple[Rejected, ...]
