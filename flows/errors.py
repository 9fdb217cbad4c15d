"""Failures that only a run knows, and the exit code of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.errors import GuihuaError

if TYPE_CHECKING:
    from flows.outcome import RunOutcome

PUBLISHED, REFUSED, USAGE, DOCUMENTS_FAILED, OUTPUT_HELD = 0, 1, 2, 3, 4
UNEXPECTED = 70  # EX_SOFTWARE of sysexits.h: a defect of ours, told apart from every promised code


class OutputHeldError(GuihuaError):
    """Another run holds the output."""


class ReleaseRefusedError(GuihuaError):
    """The gate refused the release; `outcome` says what was read and why it may not be published."""

    def __init__(self, message: str, *, outcome: RunOutcome, remedy: str | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.outcome = outcome


def exit_code(error: GuihuaError) -> int:
    """The exit code that an expected failure ends the command with."""
    if isinstance(error, OutputHeldError):
        return OUTPUT_HELD
    return REFUSED if isinstance(error, ReleaseRefusedError) else USAGE
