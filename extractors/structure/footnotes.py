"""Footnotes at page ends and their markers in the text.

A footnote is a line that begins with the next number of the document's footnotes, is told as a note by its
words, its place or its marker, and whose number stands as a marker in the text before it. Notes that
markdown marks, and notes listed at the document's end, are found by their own modules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.mapped import MappedText
from extractors.repair.joining import join_lines, vocabulary_of
from extractors.repair.model import Change, CleanLine
from extractors.structure.endnotes import is_reference, listed_notes, references_at
from extractors.structure.footnote_extent import SENTENCE_END, carried_over, note_end, open_of
from extractors.structure.footnote_forms import Opening, words
from extractors.structure.footnote_markers import GLUED, SIGNED, Marker, MarkerSearch, without_marker
from extractors.structure.markdown_notes import MarkdownNote, markdown_notes

_TRANSLATOR = re.compile(r"^(?:Translator|译)")
# Notes that may be missing before one that surely is one.
_MOST_MISSED = 2
_LAST_LINES = 40


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its text without the number, and where its number, its marker and the note stand in the raw text."""

    number: str
    kind: str
    text: MappedText
    marker_start: int | None
    start: int
    end: int
    number_start: int


@dataclass(frozen=True, slots=True)
class FootnoteScan:
    """All lines (footnotes marked, markers cut out), the notes in order, and the changes made for them."""

    lines: tuple[CleanLine, ...]
    notes: tuple[Note, ...]
    changes: tuple[Change, ...]


def find_footnotes(
    lines: Sequence[CleanLine], languages: tuple[str, ...] = ("en",), raised: frozenset[int] = frozenset()
) -> FootnoteScan:
    """Find footnote blocks and their markers.

    Args:
        lines: All clean lines of the document in order.
        languages: BCP 47 tags of the document; the first is taken for the notes.
        raised: Raw offsets of numbers that are printed smaller and above the line.

    Returns:
        The scan; a document without footnotes comes back unchanged.
    """
    marked = markdown_notes(lines)
    if not marked and not any(open_of(line, raised) for line in lines):
        return FootnoteScan(tuple(lines), (), ())
    scan = _Scan(lines, languages[0] if languages else "en", raised)
    scan.cut([marker for note in marked for marker in note.markers])
    for note in marked:
        scan.take_markdown(note)
    references = references_at(scan.lines)
    listed = listed_notes(scan.lines[:references], scan.search, raised)
    for entry in reversed(listed):
        scan.take(entry.first, entry.lines, entry.note, entry.marker)
    scan.walk(listed[0].first if listed else references)
    notes = sorted(scan.notes, key=lambda note: note.start)
    changes = sorted(scan.changes, key=lambda change: (change.start, change.end))
    return FootnoteScan(tuple(scan.lines), tuple(notes), tuple(changes))


class _Scan:
    """The lines as they change while notes are lifted out of them."""

    def __init__(self, lines: Sequence[CleanLine], language: str, raised: frozenset[int]) -> None:
        self.lines = list(lines)
        self.language = language
        self.raised = raised
        self.vocabulary = vocabulary_of(lines)
        self.search = MarkerSearch(self.vocabulary, raised)
        self.notes: list[Note] = []
        self.changes: list[Change] = []

    def walk(self, behind: int) -> None:
        """Take the notes at page ends before line `behind`."""
        expected, at, last_marker, last_page = 1, 0, 0, None
        while at < behind:
            line = self.lines[at]
            note = open_of(line, self.raised)
            # Numbers ascend through the document, or begin anew on a page.
            anew = note is not None and note.number == 1 and (line.page != last_page or line.page is None)
            if note is None or not (expected <= note.number <= expected + _MOST_MISSED or anew):
                at += 1
                continue
            end = note_end(self.lines, at, note, self.raised)
            marker = self.search.find(self.lines, (last_marker, at), note)
            sure = _begins(line, note, words().openers) or (marker is not None and marker.strength >= SIGNED)
            if not (note.number == expected or anew or sure) or not self._is_note(at, end, note, marker):
                at += 1
                continue
            tail = carried_over(self.lines, at, end, note, self.raised)
            self.take(at, [*range(at, end), *tail], note, marker)
            last_marker = marker.line if marker else last_marker
            expected, at, last_page = note.number + 1, end, line.page

    def cut(self, markers: Sequence[Marker]) -> None:
        """Cut markers out of the text, the last first, so that the places of the others stay."""
        for marker in sorted(markers, key=lambda m: (m.line, m.start), reverse=True):
            self.lines[marker.line], change = without_marker(self.lines[marker.line], marker)
            self.changes.append(change)

    def take(self, at: int, indices: Sequence[int], note: Opening, marker: Marker | None) -> None:
        """Lift a note out of the lines, and its marker out of the text."""
        marker_start = None
        if marker is not None:
            marker_start = self.lines[marker.line].text.starts[marker.digits]
            self.cut([marker])
        first = self.lines[at]
        body = replace(first, text=first.text.cut(note.text_at).strip())
        number_start = first.text.starts[note.label_at]
        self._add(str(note.number), (body, *(self.lines[i] for i in indices[1:])), marker_start, first, number_start)
        self._mark(indices)

    def take_markdown(self, note: MarkdownNote) -> None:
        """Lift out a note that markdown marks, its markers cut out before."""
        first = self.lines[note.first]
        body = replace(first, text=first.text.cut(note.text_at).strip())
        indices = range(note.first, note.end)
        rest = (self.lines[i] for i in indices[1:])
        self._add(note.label, (body, *rest), note.marker_start, first, first.text.starts[note.label_at])
        self._mark(indices)

    def _add(
        self, number: str, lines: Sequence[CleanLine], marker_start: int | None, first: CleanLine, number_start: int
    ) -> None:
        text, changes = join_lines(lines, self.language, self.vocabulary)
        if not text:
            return
        kind = "translators_note" if _TRANSLATOR.match(text.text) else "note"
        note = Note(number, kind, text, marker_start, first.text.starts[0], max(text.ends), number_start)
        self.notes.append(note)
        self.changes += changes

    def _mark(self, indices: Sequence[int]) -> None:
        for index in indices:
            if self.lines[index].role == "body":
                self.lines[index] = replace(self.lines[index], role="footnote")

    def _is_note(self, at: int, end: int, note: Opening, marker: Marker | None) -> bool:
        lines = self.lines
        if _begins(lines[at], note, words().openers):
            return True
        # What is cited in brackets is a source, not a note, wherever the list of sources stands.
        if marker is None or (note.form == "bracketed" and is_reference(lines[at:end])):
            return False
        if _begins(lines[at], note, words().hints) or lines[at].at_foot:
            return True
        # Rows of tables and entries of lists begin with such numbers too.
        set_off = lines[at - 1].role in ("blank", "footnote") and "\t" not in lines[at].text.text
        if marker.strength >= SIGNED and note.form != "dotted" and (set_off or note.form != "plain"):
            return True
        if marker.strength < GLUED or (note.form == "dotted" and (marker.strength < SIGNED or not set_off)):
            return False
        following = next((line for line in lines[end : end + 5] if line.text), None)
        if lines[at - 1].role in ("blank", "footnote") and following is not None and following.indent == 1:
            return True
        if lines[at].page is not None:
            rest = (line for line in lines[end : end + _LAST_LINES] if line.role == "body")
            behind = next(rest, None)
            return behind is None or behind.page != lines[at].page or open_of(behind, self.raised) is not None
        before = next((line for line in reversed(lines[:at][-5:]) if line.text), None)
        interrupted = before is not None and not SENTENCE_END.search(before.text.text)
        return interrupted and following is not None and following.text.text[0].islower()


def _begins(line: CleanLine, note: Opening, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(line.text.text, note.text_at))
