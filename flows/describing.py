"""The YAML of one document becomes a `Source`; every key is checked, and every problem told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from extractors.source import Authority, Redistribution, Source

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_ID = 80
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_JURISDICTION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_URL = re.compile(r"https?://[^\s]+")
_YEARS = range(1900, 2101)

REQUIRED = ("id", "title", "file", "language", "document_type", "authority", "redistribution", "licence")
OPTIONAL = (
    "url",
    "archive_url",
    "retrieved",
    "citation",
    "plan",
    "period",
    "jurisdiction",
    "publisher",
    "translation_of",
    "edition_of",
    "published",
    "note",
)


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """What is wrong with one key, and what to write instead."""

    key: str
    message: str
    remedy: str


class _WrongValueError(ValueError):
    """A value that its key cannot take; the text says what it can."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongValueError("a text that is not empty; put it in quotes where YAML reads something else into it")
    if any(ord(c) < 32 and c not in "\n\t" for c in value):
        raise _WrongValueError("a text without control characters")
    return value.strip()


def _matching(pattern: re.Pattern[str], what: str, longest: int = 2000) -> Callable[[object], str]:
    def check(value: object) -> str:
        text = _text(value)
        if len(text) > longest or not pattern.fullmatch(text):
            raise _WrongValueError(what)
        return text

    return check


def _one_of(*allowed: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in allowed:
            raise _WrongValueError("one of " + ", ".join(allowed))
        return str(value)

    return check


def _languages(value: object) -> tuple[str, ...]:
    tags = [value] if isinstance(value, str) else value
    if not isinstance(tags, list) or not tags or not all(isinstance(t, str) and _LANGUAGE.fullmatch(t) for t in tags):
        raise _WrongValueError("a list of language tags as in [zh] or [zh, en]")
    if len(set(tags)) != len(tags):
        raise _WrongValueError("a list that names each language once")
    return tuple(tags)


def _plan(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(value)


def _date(value: object) -> str:
    if isinstance(value, int) and value in _YEARS:  # `published: 2021` is a year, whatever YAML makes of it
        return str(value)
    return _matching(_DATE, 'a date as in "2021-03-13", "2021-03" or "2021"')(value)


def _period(value: object) -> tuple[int, int]:
    if not isinstance(value, dict) or set(value) != {"start", "end"}:
        raise _WrongValueError("{start: 2021, end: 2025}")
    years = (value["start"], value["end"])
    if any(isinstance(y, bool) or not isinstance(y, int) or y not in _YEARS for y in years) or years[0] > years[1]:
        raise _WrongValueError("{start: 2021, end: 2025}, two years in order")
    return years


_ID = _matching(ID, f"small letters, digits and single hyphens, at most {MAX_ID} characters", MAX_ID)
_CHECKS: dict[str, Callable[[object], Any]] = {
    "id": _ID,
    "title": _text,
    "file": _text,
    "language": _languages,
    "document_type": _matching(_WORD, "a word in small letters and underscores as in plan_outline"),
    "authority": _one_of(*get_args(Authority)),
    "redistribution": _one_of(*get_args(Redistribution)),
    "licence": _text,
    "url": _matching(_URL, "an address that begins with https:// or http://"),
    "archive_url": _matching(_URL, "an address that begins with https:// or http://"),
    "retrieved": _date,
    "citation": _text,
    "plan": _plan,
    "period": _period,
    "jurisdiction": _matching(_JURISDICTION, "an ISO 3166 code as in CN or CN-YN"),
    "publisher": _text,
    "translation_of": _ID,
    "edition_of": _ID,
    "published": _date,
    "note": _text,
}


def describe(fields: Mapping[str, Any]) -> tuple[Source | None, tuple[KeyProblem, ...]]:
    """Check the keys of one document's YAML.

    Args:
        fields: What the YAML holds.

    Returns:
        The source and no problem, or null and all problems, in the order of the contract.
    """
    problems = [
        KeyProblem(key, f"unknown key '{key}'", f"Take it out, or use one of {', '.join(_CHECKS)}")
        for key in sorted(set(fields) - set(_CHECKS))
    ]
    values: dict[str, Any] = {}
    for key, check in _CHECKS.items():
        value = fields.get(key)
        if value is None:
            if key in REQUIRED:
                problems.append(KeyProblem(key, f"the required key '{key}' is missing", f"Add a line '{key}: ...'"))
            continue
        try:
            values[key] = check(value)
        except _WrongValueError as error:
            shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "..."
            problems.append(KeyProblem(key, f"'{key}' cannot be {shown}", f"It must be {error}"))
    if problems:
        return None, tuple(problems)
    start, end = values.pop("period", (None, None))
    return Source(**values, period_start=start, period_end=end), ()
