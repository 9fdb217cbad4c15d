"""A decision on one field of an English statement, with the rule that took it and the words it rests on."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from extractors.targets.statement import Reason

Value = TypeVar("Value")


class Decided(NamedTuple, Generic[Value]):
    """A field's value and why it has it.

    Attributes:
        rule: Name of the rule or of the vocabulary entry that decided.
        words: What it rests on, null where it rests on nothing printed.
    """

    value: Value
    rule: str
    words: str | None = None

    def reason(self, field: str) -> Reason:
        """The same as a reason for a field of the statement."""
        return Reason(field, self.rule, self.words)
