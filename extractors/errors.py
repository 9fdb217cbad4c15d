"""Failures of the core, each with what a person needs to act: file, page and remedy."""

from __future__ import annotations

from typing import Literal

Outcome = Literal[
    "read",
    "partly_read",
    "needs_ocr",
    "no_text",
    "password_required",
    "damaged",
    "no_pages",
    "too_large",
    "timed_out",
    "out_of_memory",
    "unsupported",
    "failed",
]


class GuihuaError(Exception):
    """Base of all errors raised on purpose; its text is one clear sentence with the remedy.

    Args:
        message: What went wrong, in plain words.
        file: The file it went wrong with, as the user named it.
        page: 1-based page, where one is known.
        remedy: What a person can do about it.
    """

    def __init__(
        self, message: str, *, file: str | None = None, page: int | None = None, remedy: str | None = None
    ) -> None:
        self.message, self.file, self.page, self.remedy = message, file, page, remedy
        place = ", ".join(str(x) for x in (file, f"page {page}" if page else None) if x)
        text = f"{place}: {message}" if place else message
        super().__init__(f"{text}. {remedy}" if remedy else text)


class ReadError(GuihuaError):
    """A document that cannot be read; `outcome` is its row's outcome in `documents`."""

    def __init__(
        self,
        outcome: Outcome,
        message: str,
        *,
        file: str | None = None,
        page: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message, file=file, page=page, remedy=remedy)
        self.outcome: Outcome = outcome


class UsageError(GuihuaError):
    """Wrong usage, an unusable collection or an output that cannot be written (exit code 2)."""


class ContractError(GuihuaError):
    """A schema YAML or a record that breaks the contract itself."""
