"""How a footnote opens: `1 `, `[1]`, `〔1〕`, `①`, `¹`, `注1：` — and the words that tell notes from other lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Form = Literal["plain", "dotted", "bracketed", "circled", "superscript", "named"]

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CIRCLED = "①-⑳"
_DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")
_OPENING = re.compile(
    rf"(?:[\[［〔(（]?(?P<circled>[{CIRCLED}])[\]］〕)）]?"
    rf"|(?P<superscript>[{SUPERSCRIPT}]{{1,3}})"
    r"|[\[［〔【]\s?注?\s?(?P<bracketed>[1-9]\d{0,2})\s?[\]］〕】][.．、:：]?"
    rf"|注释?\s?(?P<named>[1-9]\d{{0,2}}|[{CIRCLED}])\s?[:：.．、]"
    r"|(?P<dotted>[1-9]\d{0,2})(?:[.．](?!\d)|、)"
    r"|[(（]?(?P<plain>[1-9]\d{0,2})[)）]?(?![\d.,%:\-–/]))\s?(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a note.

    Attributes:
        number: Its number.
        form: How the number is printed.
        label: The number as printed, without brackets.
        label_at: Where in the line the label stands.
        text_at: Where in the line the note's text begins.
    """

    number: int
    form: Form
    label: str
    label_at: int
    text_at: int


def opening(text: str, raised: bool = False) -> Opening | None:
    """The number that a line begins with as a note would.

    Args:
        text: The line.
        raised: Whether the print shows its first number smaller and above the line.
    """
    match = _OPENING.match(text)
    if match is None or match.lastgroup is None:
        return None
    form, label = match.lastgroup, match[match.lastgroup]
    glued = match.end() == match.end(form)
    # `3亩是…` may be the middle of a sentence, `3 亩是…` is hardly.
    if form == "plain" and glued and not raised and words().counted.match(text, match.end()):
        return None
    number = number_of(label)
    return Opening(number, form, label, match.start(form), match.end()) if number else None  # type: ignore[arg-type]


def number_of(label: str) -> int:
    """The number that a label prints: `12`, `③` or `¹²`."""
    if "①" <= label <= "⑳":
        return ord(label) - ord("①") + 1
    return int(label.translate(_DIGITS))


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled vocabulary of footnotes."""

    openers: re.Pattern[str]
    hints: re.Pattern[str]
    list_of_notes: re.Pattern[str]
    list_of_references: re.Pattern[str]
    numbered_things: frozenset[str]
    before_number: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def words() -> Words:
    """The vocabulary of `footnote_words.yml`."""
    text = files("extractors.structure").joinpath("footnote_words.yml").read_text(encoding="utf-8")
    entries: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    number = r"(?:[一二三四五六七八九十\d]{{1,3}}[、.．]\s*)?"
    heading = r"(?:#{{1,6}}\s+)?(?:\*\*)?" + number + r"[\[【〔]?(?:{})[\]】〕]?(?:\*\*)?\s*[:：]?"
    numbered, openers = entries["numbered_things"], entries["number_openers"]
    return Words(
        openers=re.compile(_any(entries["note_openers"]), re.IGNORECASE),
        hints=re.compile(rf"(?:{_any(entries['hints'])})(?![a-z])"),
        list_of_notes=re.compile(heading.format(_any(entries["lists_of_notes"])), re.IGNORECASE),
        list_of_references=re.compile(heading.format(_any(entries["lists_of_references"])), re.IGNORECASE),
        numbered_things=frozenset(numbered["en"]),
        before_number=re.compile(rf"(?:{_any([*numbered['zh'], *openers['zh']])})$"),
        counted=re.compile(_any(entries["counted"]["zh"])),
    )


def _any(entries: list[str]) -> str:
    """A pattern of any of the entries, with both apostrophes and with loose blanks."""
    longest_first = sorted(dict.fromkeys(entries), key=lambda entry: (-len(entry), entry))
    return "|".join(re.escape(entry).replace(r"\ ", r"\s+").replace("'", "['’]?") for entry in longest_first)
