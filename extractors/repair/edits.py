"""Small edits of one line, and their application with places kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.mapped import MappedText
from extractors.repair.model import Change


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters [start, end) of a line are read as `repaired`; offsets are within the line."""

    start: int
    end: int
    repaired: str
    kind: str
    rule_id: str


def settle(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order without overlaps: of two that meet, the one that begins first, then the longer one, stays."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def apply(line: MappedText, edits: list[Edit]) -> tuple[MappedText, list[Change]]:
    """The line after settled edits, and each edit as a change of the raw text."""
    parts: list[MappedText] = []
    changes: list[Change] = []
    last = 0
    for edit in edits:
        parts.append(line.cut(last, edit.start))
        start, end = line.raw_span(edit.start, edit.end)
        parts.append(_placed(line, edit) or MappedText.replacing(edit.repaired, start, end))
        raw = line.text[edit.start : edit.end]
        changes.append(Change(start, end, raw, edit.repaired, edit.kind, edit.rule_id))
        last = edit.end
    parts.append(line.cut(last))
    return MappedText.join(parts), changes


def _placed(line: MappedText, edit: Edit) -> MappedText | None:
    """The repaired characters each at its own place, where a repair only leaves characters out; else null."""
    starts, ends = array("L"), array("L")
    at = edit.start
    for char in edit.repaired:
        at = line.text.find(char, at, edit.end)
        if at < 0:
            return None
        starts.append(line.starts[at])
        ends.append(line.ends[at])
        at += 1
    return MappedText(edit.repaired, starts, ends)
