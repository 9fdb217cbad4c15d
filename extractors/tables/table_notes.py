"""Notes under an indicator table: what a star, brackets and single indicators mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.repair.joining import join_lines
from extractors.repair.model import CleanLine
from extractors.tables.cell_values import words
from extractors.tables.raw_row import WHITE, YEAR

# "(1) ...", "①...", "1. ..." or "1、..." open a note; a year or a number in brackets inside one does not.
_ITEM = re.compile(r"(?:^|(?<=[\s。．.;；:：*]))(?:[(（]\d{1,2}[)）](?!\s*[内中])|[①-⑳]|\d{1,2}[.、．](?!\d))\s*")
_STAR = re.compile(r"[*＊]")
_BRACKETS = re.compile(r"[(（\[［【〔﹝]\s*[)）\]］】〕﹞]")


@dataclass(frozen=True, slots=True)
class TableNotes:
    """The notes of one table.

    Attributes:
        items: Each note's text in order, without its number.
        star_year: The year that starred values are of.
        star_note: The note that says so.
        brackets_cumulative: Whether values in brackets are totals over the plan; null where no note says.
    """

    items: tuple[str, ...]
    star_year: int | None = None
    star_note: str | None = None
    brackets_cumulative: bool | None = None

    def about(self, name: str) -> str | None:
        """The notes that speak of one indicator, joined; null where none does."""
        key = _squeeze(name)
        hits = [i for i in self.items if len(key) >= 4 and (key in _squeeze(i) or _mostly(name, i))]
        return " ".join(hits) or None


def _squeeze(text: str) -> str:
    return WHITE.sub("", text).lower()


def _mostly(name: str, note: str) -> bool:
    """Whether nearly all words of a name stand in a note, as where the note says it in another order."""
    tokens = {t for t in re.findall(r"[a-z]{3,}", name.lower()) if t not in {"the", "and", "per", "unit"}}
    if len(tokens) < 3:
        return False
    return len(tokens & set(re.findall(r"[a-z]{3,}", note.lower()))) >= 0.8 * len(tokens)


def read_notes(lines: Sequence[CleanLine], language: str) -> TableNotes:
    """Read the lines of a table's notes; no lines give empty notes."""
    body = [line for line in lines if line.text]
    if not body:
        return TableNotes(())
    text = join_lines(body, language)[0].text
    label = "|".join(re.escape(w) for w in sorted(words()["notes"], key=len, reverse=True))
    text = re.sub(rf"(?i)^[*\s]*(?:{label})\s*[:：]?[*\s]*", "", text)
    starts = list(_ITEM.finditer(text))
    bounds = [*(m.start() for m in starts), len(text)]
    items = [text[m.end() : stop].strip() for m, stop in zip(starts, bounds[1:], strict=True)] or [text]
    star = next((i for i in items if _STAR.search(i) and YEAR.search(i)), None)
    year = YEAR.search(star) if star else None
    bracket = next((i for i in items if _BRACKETS.search(i)), None)
    cumulative = _cumulative(bracket) if bracket else None
    return TableNotes(tuple(items), int(year.group(1)) if year else None, star, cumulative)


def _cumulative(note: str) -> bool | None:
    """Whether a note on brackets speaks of totals over the plan or of yearly averages; null where of neither."""
    known = words()["period"]
    if any(w in note.lower() for w in known["cumulative"]):
        return True
    return False if any(w in note.lower() for w in known["annual"]) else None
