"""Markers of footnotes in running text: `river16`, `Market,6`, `peak 22`, `区①`; never `IPv6` or `1,000`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.mapped import MappedText
from extractors.repair.model import Change, CleanLine
from extractors.repair.words import Vocabulary, is_word

# A number of up to seven digits, because a marker may be glued to a year.
_NUMBER = re.compile(r"( ?)(?<!\d)(\d{1,7})(?![\d%°]|[.,]\d|-\w)([^\W\d_]*)")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_END = re.compile(r"(?:19|20)\d\d\.$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_CLOSING = frozenset(",.;:!?)]”’\"'）】》。，；：！？")
_LIST_SIGNS = frozenset("：；:;、")
_NUMBERED_THINGS = frozenset({"no", "section", "article", "chapter", "part", "table", "box", "figure", "page", "item"})
# A marker stands on the note's page, or on the page before where the note is carried over.
_WINDOW_LINES = 160
_WINDOW_CHARACTERS = 40_000

GLUED = 3
"""Strength from which on a marker alone proves a note."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Characters [start, end) of a line that read as the marker of a note, its number from `digits` on."""

    line: int
    start: int
    digits: int
    end: int
    strength: int


def find_marker(
    lines: Sequence[CleanLine], window: tuple[int, int], label: str, vocabulary: Vocabulary
) -> Marker | None:
    """The likeliest marker of a note in the lines before it; of equals the one nearest to the note.

    Args:
        lines: All lines of the document.
        window: Index of the first line that may hold the marker, and of the note itself.
        label: The note's number as printed, `12` or `③`.
        vocabulary: The document's own words.
    """
    first, at = window
    best: Marker | None = None
    page, seen = lines[at].page, 0
    for index in range(at - 1, max(first, at - _WINDOW_LINES) - 1, -1):
        line = lines[index]
        seen += len(line.text)
        if seen > _WINDOW_CHARACTERS or (page is not None and line.page is not None and line.page < page - 1):
            break
        if line.role != "body" or label not in line.text.text:
            continue
        far = page is not None and line.page != page
        for start, digits, end, strength in _candidates(line.text.text, label, vocabulary):
            if strength and (best is None or strength - far > best.strength):
                best = Marker(index, start, digits, end, strength - far)
    return best if best and best.strength > 0 else None


def _candidates(text: str, label: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, int, int]]:
    """Start, start of the digits, end and strength of each place that may be the marker, from the line's end."""
    if not label.isascii():
        at = text.rfind(label)
        # `措施：①建设` opens an entry of a list, `区域①和` marks a note.
        if at > 0 and text[at - 1] not in _LIST_SIGNS and not text[at - 1].isspace():
            yield at, at, at + 1, 4
        return
    for match in reversed(list(_NUMBER.finditer(text))):
        if match[2].endswith(label):
            digits = match.end(2) - len(label)
            start = match.start() if match[2] == label else digits
            yield start, digits, match.end(2), _strength(text, match, label, vocabulary)


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


def without_marker(line: CleanLine, marker: Marker) -> tuple[CleanLine, Change]:
    """The line without a marker, and the change that this is."""
    start, end = line.text.raw_span(marker.start, marker.end)
    raw = line.text.text[marker.start : marker.end]
    # Where the number has swallowed the blank between two words, it stands for that blank.
    behind = line.text.text[marker.end : marker.end + 1]
    blank = " " if behind.isalnum() and behind.isascii() else ""
    middle = MappedText.replacing(blank, start, end)
    text = MappedText.join((line.text.cut(0, marker.start), middle, line.text.cut(marker.end)))
    change = Change(start, end, raw, blank, "footnote_marker", "marker_of_a_footnote")
    return replace(line, text=text.strip()), change
