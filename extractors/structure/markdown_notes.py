"""Footnotes as markdown marks them: `text[^1]` and, anywhere in the document, `[^1]: note`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.repair.model import CleanLine
from extractors.structure.footnote_markers import Marker

_NOTE = re.compile(r"\[\^(?P<label>[^\]\s^]{1,40})\][:：]\s*")
_MARKER = re.compile(r"\s?\[\^(?P<label>[^\]\s^]{1,40})\](?![:：])|(?<=[^\s])\[\^(?P<other>[^\]\s^]{1,40})\]")
_NEXT_INDENT = 2


@dataclass(frozen=True, slots=True)
class MarkdownNote:
    """A note's lines [first, end), where its label and text stand in the first, and its markers."""

    label: str
    first: int
    end: int
    label_at: int
    text_at: int
    markers: tuple[Marker, ...]
    marker_start: int | None


def markdown_notes(lines: Sequence[CleanLine]) -> list[MarkdownNote]:
    """The notes that markdown marks; of two with one label the first counts."""
    found: dict[str, tuple[int, int, int, int]] = {}
    for at, line in enumerate(lines):
        match = _NOTE.match(line.text.text) if line.role == "body" else None
        if match and match["label"] not in found:
            found[match["label"]] = (at, _end(lines, at), match.start("label"), match.end())
    if not found:
        return []
    markers = _markers(lines)
    notes = []
    for label, place in found.items():
        own = tuple(markers.get(label, ()))
        start = lines[own[0].line].text.starts[own[0].digits] if own else None
        notes.append(MarkdownNote(label, *place, own, start))
    return notes


def _markers(lines: Sequence[CleanLine]) -> dict[str, list[Marker]]:
    markers: dict[str, list[Marker]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.role != "body" or "[^" not in line.text.text:
            continue
        for match in _MARKER.finditer(line.text.text):
            group = "label" if match["label"] else "other"
            markers[match[group]].append(Marker(at, match.start(), match.start(group), match.end(), 0))
    return markers


def _end(lines: Sequence[CleanLine], at: int) -> int:
    """Index behind a note's last line: it goes on in the next lines, and behind blank ones where they are indented."""
    end, blank = at + 1, False
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.role == "blank":
            blank = True
            continue
        if line.role != "body" or _NOTE.match(line.text.text) or (blank and line.indent < _NEXT_INDENT):
            break
        if not blank and line.text.text.startswith(("#", "|", "- ", "* ", ">", "```")):
            break
        end = index + 1
    return end
