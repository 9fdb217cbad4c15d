"""A Chinese quantity where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.targets.bounds_zh import clause_end, clause_start
from extractors.targets.clauses_zh import Frame
from extractors.targets.quantities_zh import Quantity
from extractors.targets.relations_zh import Shared
from extractors.targets.statement import Context, Direction, Kind


@dataclass(frozen=True, slots=True)
class Site:
    """A quantity where it stands.

    Attributes:
        sentence, context: The sentence and what stands around it.
        item: The quantity.
        before, after: The quantities beside it.
        link: The construction that it stands in, 分别 or 由 … 到.
        last_frame, last_indicator, last_kind: What the statement before in the sentence was read from, about and as.
    """

    sentence: str
    context: Context
    item: Quantity
    before: Quantity | None
    after: Quantity | None
    link: Shared | None
    last_frame: Frame | None
    last_indicator: str | None
    last_kind: tuple[Kind, Direction] | None = None

    @property
    def clause(self) -> str:
        """The text of the clause."""
        return self.sentence[clause_start(self.sentence, self.item.start) : clause_end(self.sentence, self.item.end)]
