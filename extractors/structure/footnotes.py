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
from extractors.repair.words import Vocabulary, is_word

_NOTE_LINE = re.compile(r"^[\[［(（]?([1-9]\d{0,2})[\]］)）]?(?![\d.,%:\-–/])\s?(?=\S)")
_KEYWORD = re.compile(
    r"^(?:Translator['’]?s['’]? [Nn]ote|Editor['’]?s [Nn]ote|Note\b|See\b|Ibid|译者?注|编者?注|注[:：])"
)
_TRANSLATOR = re.compile(r"^(?:Translator|译)")
_SENTENCE_END = re.compile(r"[.!?:;。！？：；][”’\"')\]）]*$")
# A number of up to seven digits, because a marker may be glued to a year.
_MARKER = re.compile(r"( ?)(?<!\d)(\d{1,7})(?![\d%°]|[.,]\d|-\w)([^\W\d_]*)")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_END = re.compile(r"(?:19|20)\d\d\.$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_CLOSING = frozenset(",.;:!?)]”’\"'）】》。，；：！？")
_NUMBERED_THINGS = frozenset({"no", "section", "article", "chapter", "part", "table", "box", "figure", "page", "item"})
_GLUED = 3
# A marker stands on the note's page, or on the page before where the note is carried over.
_WINDOW_LINES = 160
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


@dataclass(frozen=True, slots=True)
class _Marker:
    """Characters [start, end) of a line that read as the marker of a note, its number from `digits` on."""

    line: int
    start: int
    digits: int
    end: int
    strength: int


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
    expected, at, last_marker = 1, 0, 0
    while at < len(result):
        number = _starts_note(result[at])
        if not number or not expected <= number <= expected + _MOST_MISSED * _has_keyword(result[at]):
            at += 1
            continue
        end = _note_end(result, at)
        marker = _find_marker(result, (last_marker, at), number, vocabulary)
        if not _is_note(result, at, end, marker):
            at += 1
            continue
        marker_start = None
        if marker is not None:
            last_marker, marker_start = marker.line, result[marker.line].text.starts[marker.digits]
            result[marker.line], change = _without_marker(result[marker.line], marker)
            changes.append(change)
        note, made = _note(result[at:end], number, marker_start, languages, vocabulary)
        notes.append(note)
        changes += made
        for index in range(at, end):
            if result[index].role == "body":
                result[index] = replace(result[index], role="footnote")
        expected, at = number + 1, end
    return FootnoteScan(tuple(result), tuple(notes), tuple(changes))


def _starts_note(line: CleanLine) -> int:
    """The number that a line begins with as a note would, or 0."""
    if line.role != "body" or line.indent > _DEEPEST_INDENT:
        return 0
    match = _NOTE_LINE.match(line.text.text)
    return int(match[1]) if match else 0


def _has_keyword(line: CleanLine) -> bool:
    match = _NOTE_LINE.match(line.text.text)
    return bool(match and _KEYWORD.match(line.text.text[match.end() :]))


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


def _is_note(lines: Sequence[CleanLine], at: int, end: int, marker: _Marker | None) -> bool:
    if _has_keyword(lines[at]):
        return True
    if marker is None or marker.strength < _GLUED:
        return False
    following = next((line for line in lines[end : end + 5] if line.text), None)
    if lines[at - 1].role in ("blank", "footnote") and following is not None and following.indent == 1:
        return True
    if lines[at].page is not None:
        rest = (line for line in lines[end : end + _MOST_LINES] if line.role == "body")
        following = next(rest, None)
        return following is None or following.page != lines[at].page or _starts_note(following) > 0
    before = next((line for line in reversed(lines[:at][-5:]) if line.text), None)
    after = next((line for line in lines[end : end + 5] if line.text), None)
    interrupted = before is not None and not _SENTENCE_END.search(before.text.text)
    return interrupted and after is not None and after.text.text[0].islower()


def _find_marker(
    lines: Sequence[CleanLine], window: tuple[int, int], number: int, vocabulary: Vocabulary
) -> _Marker | None:
    """The likeliest marker of a note in the lines before it; of equals the one nearest to the note."""
    first, at = window
    best: _Marker | None = None
    digits = str(number)
    page = lines[at].page
    for index in range(max(first, at - _WINDOW_LINES), at):
        line = lines[index]
        if line.role != "body" or digits not in line.text.text:
            continue
        if page is not None and line.page is not None and line.page < page - 1:
            continue
        for match in _MARKER.finditer(line.text.text):
            if match[2].endswith(digits) and (strength := _strength(line.text.text, match, digits, vocabulary)):
                near = strength if page is None or line.page == page else strength - 1
                start = match.end(2) - len(digits)
                if best is None or near >= best.strength:
                    best = _Marker(index, start if match[2] != digits else match.start(), start, match.end(2), near)
    return best


def _strength(text: str, match: re.Match[str], digits: str, vocabulary: Vocabulary) -> int:
    """How surely a number reads as a marker: 4 glued to punctuation or a word ... 1 after a blank, 0 not at all."""
    if match[2] != digits:
        # `20351`: a marker glued to a year.
        return 1 if _YEAR.fullmatch(match[2][: -len(digits)]) and not match[1] else 0
    before = text[match.start() - 1 : match.start()]
    # `Market.10We`: some layouts lose the blank behind a raised number; `3D` and `5th` are no markers.
    behind = match[3].lower()
    if not before or (behind and (behind in _ORDINAL_ENDINGS or not _is_own_word(behind, vocabulary))):
        return 0
    gap = bool(match[1])
    if before in _CLOSING:
        if not gap and before in ".,:" and text[match.start() - 2 : match.start() - 1].isdigit():
            # `1,000` and `16.5` are numbers; `by 2027.29` ends a sentence with a year.
            return int(bool(_YEAR_END.search(text, max(match.start() - 6, 0), match.start())))
        return 2 if gap else 4
    if gap:
        word = _LAST_WORD.search(text, max(match.start() - 30, 0), match.start())
        return 0 if word and word[0].lower() in _NUMBERED_THINGS else 1
    word = _LAST_WORD.search(text, max(match.start() - 40, 0), match.start())
    if word is None or len(word[0]) < 3 or word[0].isupper():
        return 0
    return 4 if _is_own_word(word[0], vocabulary) else 0


def _is_own_word(word: str, vocabulary: Vocabulary) -> bool:
    return is_word(word) or vocabulary.words[word.lower()] >= 2


def _without_marker(line: CleanLine, marker: _Marker) -> tuple[CleanLine, Change]:
    start, end = line.text.raw_span(marker.start, marker.end)
    raw = line.text.text[marker.start : marker.end]
    # Where the number has swallowed the blank between two words, it stands for that blank.
    blank = " " if line.text.text[marker.end : marker.end + 1].isalnum() else ""
    middle = MappedText.replacing(blank, start, end)
    text = MappedText.join((line.text.cut(0, marker.start), middle, line.text.cut(marker.end)))
    change = Change(start, end, raw, blank, "footnote_marker", "marker_of_a_footnote")
    return replace(line, text=text.strip()), change


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
