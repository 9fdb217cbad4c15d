"""A text written in a test and what the checks found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.records import Discrepancy


@dataclass(frozen=True)
class Checked:
    """A text and what was found in it."""

    text: str
    rows: tuple[Discrepancy, ...]

    def of(self, check: str) -> list[Discrepancy]:
        """The rows of a check."""
        return [row for row in self.rows if row.check == check]

    def spans(self, check: str) -> list[str]:
        """What the rows of a check point at, line ends as blanks."""
        return [" ".join(self.text[r.char_start or 0 : r.char_end or 0].split()) for r in self.of(check)]

    @property
    def names(self) -> set[str]:
        """The checks that found something."""
        return {row.check for row in self.rows}


Checking = Callable[..., Checked]
