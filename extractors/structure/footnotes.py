"""Footnotes at page ends and their markers in the text.

A footnote is a line that begins with the next number of the document's footnotes, is told as a note by its
words or its place, and whose number stands as a marker in the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.mapped import MappedText
from extractors.repair.joining import join_lines, vocabulary_of
from extractors.repair.model import Change, CleanLine
from extractors.repair.words import Vocabulary
from extractors.structure.footnote_markers import GLUED, Marker, find_marker, without_marker

_NOTE_LINE = re.compile(r"^(?:[\[［(（]?([1-9]\d{0,2})[\]］)）]?(?![\d.,%:\-–/])|([①-⑳]))\s?(?=\S)")
# Words that only a note begins with; those of `_HINT` begin other lines too and need a marker beside.
_KEYWORD = re.compile(r"^(?:Translator['’]?s['’]? [Nn]ote|Editor['’]?s [Nn]ote|译者注|译注|编者注)")
_HINT = re.compile(r"^(?:Note\b|See\b|Ibid|参见|注[:：])")
_TRANSLATOR = re.compile(r"^(?:Translator|译)")
_SENTENCE_END = re.compile(r"[.!?:;。！？：；][”’\"')\]）]*$")
_NUMBERED = re.compile(r"^\W?(?:\d|[①-⑳])")
_MOST_LINES = 40
# Notes that may be missing before one that says that it is a note.
_MOST_MISSED = 2
_DEEPEST_INDENT = 8


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its text without the number, and where marker and note stand in the raw text."""

    number: str
    kind: str
    text: MappedText
    marker_start: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FootnoteScan:
    """All lines (footnotes marked, markers cut out), the notes in order, and the changes made for them."""

    lines: tuple[CleanLine, ...]
    notes: tuple[Note, ...]
    changes: tuple[Change, ...]


def find_footnotes(lines: Sequence[CleanLine], languages: tuple[str, ...] = ("en",)) -> FootnoteScan:
    """Find footnote blocks and their markers.

    Args:
        lines: All clean lines of the document in order.
        languages: BCP 47 tags of the document; the first is taken for the notes.

    Returns:
        The scan; a document without footnotes comes back unchanged.
    """
    if not any(_starts_note(line) for line in lines):
        return FootnoteScan(tuple(lines), (), ())
    vocabulary = vocabulary_of(lines)
    result = list(lines)
    notes: list[Note] = []
    changes: list[Change] = []
    expected, at, last_marker, last_page = 1, 0, 0, None
    while at < len(result):
        number = _starts_note(result[at])
        most = expected + _MOST_MISSED * _begins(result[at], _KEYWORD)
        # Numbers ascend through the document, or begin anew on a page.
        anew = number == 1 and result[at].page != last_page
        if not number or not (expected <= number <= most or anew):
            at += 1
            continue
        end = _note_end(result, at)
        marker = find_marker(result, (last_marker, at), _label(result[at]), vocabulary)
        if not _is_note(result, at, end, marker):
            at += 1
            continue
        marker_start = None
        if marker is not None:
            last_marker, marker_start = marker.line, result[marker.line].text.starts[marker.digits]
            result[marker.line], change = without_marker(result[marker.line], marker)
            changes.append(change)
        own = [*range(at, end), *_carried_over(result, end)]
        note, made = _note([result[i] for i in own], number, marker_start, languages, vocabulary)
        notes.append(note)
        changes += made
        for index in own:
            if result[index].role == "body":
                result[index] = replace(result[index], role="footnote")
        expected, at, last_page = number + 1, end, result[at].page
    return FootnoteScan(tuple(result), tuple(notes), tuple(changes))


def _starts_note(line: CleanLine) -> int:
    """The number that a line begins with as a note would, or 0."""
    if line.role != "body" or line.indent > _DEEPEST_INDENT:
        return 0
    match = _NOTE_LINE.match(line.text.text)
    if match is None:
        return 0
    return int(match[1]) if match[1] else ord(match[2]) - ord("①") + 1


def _label(line: CleanLine) -> str:
    match = _NOTE_LINE.match(line.text.text)
    return (match[1] or match[2]) if match else ""


def _begins(line: CleanLine, words: re.Pattern[str]) -> bool:
    match = _NOTE_LINE.match(line.text.text)
    return bool(match and words.match(line.text.text[match.end() :]))


def _note_end(lines: Sequence[CleanLine], at: int) -> int:
    """Index behind a note's last line: the next note, the next page, or a blank line where the note is complete."""
    number, page = _starts_note(lines[at]), lines[at].page
    end, depth, text = at + 1, 0, ""
    for index in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[index]
        if line.role in ("page_number", "running_header", "chrome") or line.page != page:
            break
        if line.role == "blank":
            if depth <= 0 and _SENTENCE_END.search(text):
                break
            continue
        # Text editions indent the first line of a page by a blank.
        if index > at and (_starts_note(line) == number + 1 or line.indent == 1):
            break
        text = line.text.text
        depth += sum(text.count(b) for b in "(（") - sum(text.count(b) for b in ")）")
        end = index + 1
    return end


def _carried_over(lines: Sequence[CleanLine], end: int) -> range:
    """Indices of the lines at the next page's foot with which a note goes on that ends its page unfinished."""
    last = next((line for line in reversed(lines[:end]) if line.text), None)
    if last is None or not last.at_foot or last.page is None or _SENTENCE_END.search(last.text.text):
        return range(0)
    following = next((line for line in lines[end:] if line.role == "body"), None)
    if following is None or following.page != last.page + 1:
        return range(0)
    start = end
    while start < len(lines) and not (lines[start].at_foot and lines[start].role == "body"):
        if lines[start].page not in (last.page, last.page + 1):
            return range(0)
        start += 1
    # A number opens another note, or an entry of a box.
    if start == len(lines) or _NUMBERED.match(lines[start].text.text):
        return range(0)
    stop = start
    while stop < len(lines) and lines[stop].at_foot and lines[stop].role == "body" and not _starts_note(lines[stop]):
        stop += 1
    return range(start, stop)


def _is_note(lines: Sequence[CleanLine], at: int, end: int, marker: Marker | None) -> bool:
    if _begins(lines[at], _KEYWORD) or (marker is not None and _begins(lines[at], _HINT)):
        return True
    if marker is not None and lines[at].at_foot:
        return True
    if marker is None or marker.strength < GLUED:
        return False
    following = next((line for line in lines[end : end + 5] if line.text), None)
    if lines[at - 1].role in ("blank", "footnote") and following is not None and following.indent == 1:
        return True
    if lines[at].page is not None:
        rest = (line for line in lines[end : end + _MOST_LINES] if line.role == "body")
        behind = next(rest, None)
        return behind is None or behind.page != lines[at].page or _starts_note(behind) > 0
    before = next((line for line in reversed(lines[:at][-5:]) if line.text), None)
    interrupted = before is not None and not _SENTENCE_END.search(before.text.text)
    return interrupted and following is not None and following.text.text[0].islower()


def _note(
    lines: Sequence[CleanLine],
    number: int,
    marker_start: int | None,
    languages: tuple[str, ...],
    vocabulary: Vocabulary,
) -> tuple[Note, tuple[Change, ...]]:
    first = lines[0]
    match = _NOTE_LINE.match(first.text.text)
    text_only = replace(first, text=first.text.cut(match.end() if match else 0).strip())
    language = languages[0] if languages else "en"
    text, changes = join_lines((text_only, *lines[1:]), language, vocabulary)
    kind = "translators_note" if _TRANSLATOR.match(text.text) else "note"
    return Note(str(number), kind, text, marker_start, first.text.starts[0], max(text.ends)), changes
