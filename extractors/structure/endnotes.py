"""Notes listed at a document's end; lists of references, whose numbers are cited and mark nothing, stay as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.repair.model import CleanLine
from extractors.structure.footnote_extent import MOST_LINES, note_end, open_of
from extractors.structure.footnote_forms import CIRCLED, SUPERSCRIPT, Opening, number_of, words
from extractors.structure.footnote_markers import GLUED, Marker, MarkerSearch

# How a list of references writes: `[J].`, `(2019)`, `et al.`, `Vol. 3`, 出版社, `doi:`.
_REFERENCE = re.compile(
    r"\[[A-Z]{1,2}(?:/[A-Z]{2})?\]|\((?:19|20)\d\d[a-z]?\)|\bet al\b|\b[Vv]ol\. ?\d|\bpp\. ?\d|doi[:.]|出版社|学报"
)
_MOST_TRIES = 3
_LABEL = re.compile(rf"\d{{1,7}}|[{SUPERSCRIPT}]{{1,3}}|[{CIRCLED}]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed note: its first line, all its lines, how it begins and its marker."""

    first: int
    lines: tuple[int, ...]
    note: Opening
    marker: Marker | None


def references_at(lines: Sequence[CleanLine]) -> int:
    """Index of the heading from which on a document lists its references, or of its end."""
    pattern = words().list_of_references
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].role == "body" and len(lines[at].text) < MOST_LINES and pattern.fullmatch(lines[at].text.text):
            return at
    return len(lines)


def is_reference(lines: Sequence[CleanLine]) -> bool:
    """Whether lines name a publication as an entry of a list of references does."""
    return any(_REFERENCE.search(line.text.text) for line in lines)


def listed_notes(lines: Sequence[CleanLine], search: MarkerSearch, raised: frozenset[int]) -> list[Entry]:
    """The list of notes with which the document ends: numbered from 1, each with its marker, in one order.

    Args:
        lines: The document's lines, without a list of references.
        search: Finds markers in a line.
        raised: Raw offsets of numbers that are printed smaller and above the line.
    """
    openings = [(at, note) for at, line in enumerate(lines) if (note := open_of(line, raised))]
    firsts = [i for i, (_, note) in enumerate(openings) if note.number == 1]
    for i in reversed(firsts[-_MOST_TRIES:]):
        run = _run(openings[i:])
        entries = _entries(lines, run)
        if entries and (found := _with_markers(lines, entries, search)):
            return found
    return []


def _run(openings: Sequence[tuple[int, Opening]]) -> list[tuple[int, Opening]]:
    run = [openings[0]]
    for at, note in openings[1:]:
        if note.form == run[0][1].form and note.number == len(run) + 1:
            run.append((at, note))
    return run


def _entries(lines: Sequence[CleanLine], run: Sequence[tuple[int, Opening]]) -> list[Entry]:
    """Entries with their lines, or none where other text stands among them."""
    last, opens = run[-1]
    ends = [at for at, _ in run[1:]] + [note_end(lines, last, opens, frozenset())]
    if any(line.role == "body" for line in lines[ends[-1] :]):
        return []
    entries = []
    for (at, note), end in zip(run, ends, strict=True):
        body = tuple(i for i in range(at, end) if lines[i].role == "body")
        if len(body) > MOST_LINES:
            return []
        entries.append(Entry(at, body, note, None))
    return entries


def _with_markers(lines: Sequence[CleanLine], entries: Sequence[Entry], search: MarkerSearch) -> list[Entry]:
    start = entries[0].first
    heading = next((line for line in reversed(lines[:start]) if line.role == "body"), None)
    headed = heading is not None and bool(words().list_of_notes.fullmatch(heading.text.text))
    cited = sum(is_reference([lines[i] for i in entry.lines]) for entry in entries)
    if not headed and (len(entries) == 1 or 2 * cited >= len(entries)):
        return []
    places = _places(lines[:start], entries, search)
    found: list[Entry] = []
    before = (start, 0)
    for entry in reversed(entries):
        choices = places.get(entry.note.number, [])
        marker = next((m for m in reversed(choices) if (m.line, m.start) < before), None)
        # What is cited again and again is a source.
        if marker is None or (entry.note.form == "bracketed" and len(choices) > 1):
            return []
        before = (marker.line, marker.start)
        found.append(replace(entry, marker=marker))
    return found[::-1]


def _places(lines: Sequence[CleanLine], entries: Sequence[Entry], search: MarkerSearch) -> dict[int, list[Marker]]:
    """Every place of the text that surely marks one of the notes, by number."""
    by_number = {entry.note.number: entry.note for entry in entries}
    places: dict[int, list[Marker]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.role != "body":
            continue
        for number in sorted(_numbers(line.text.text) & by_number.keys()):
            found = search.of(line, index, by_number[number])
            places[number] += sorted((m for m in found if m.strength > GLUED), key=lambda m: m.start)
    return places


def _numbers(text: str) -> set[int]:
    """Numbers that the text may print as markers, also glued to a year."""
    numbers: set[int] = set()
    for label in _LABEL.findall(text):
        numbers.update({number_of(label[-n:]) for n in (1, 2, 3)} if label.isdecimal() else {number_of(label)})
    return numbers
