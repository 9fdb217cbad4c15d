"""Markers of footnotes in running text: `river16`, `Market,6`, `peak 22`, `区①`, `贫困1，`; never `IPv6` or `1,000`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.mapped import MappedText
from extractors.repair.model import Change, CleanLine
from extractors.repair.words import Vocabulary, is_word
from extractors.structure.footnote_forms import CIRCLED, SUPERSCRIPT, Form, Opening, number_of, words

# A number of up to seven digits, because a marker may be glued to a year.
_NUMBER = re.compile(r"( ?)(?<!\d)(\d{1,7})(?![\d%°]|[.,]\d|-\w)([^\W\d_]*)")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_END = re.compile(r"(?:19|20)\d\d\.$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_CLOSING = frozenset(",.;:!?)]”’\"'）】》。，；：！？")
_LIST_SIGNS = frozenset("：；:;、")
_CLOSED = "。，；！？：、,.;!?）)」』】〕"
# Numbers that stand in signs of their own: `[3]`, `〔注3〕`, `(注3)`, `³`, `③`.
_SIGNED = re.compile(
    r"\s?(?:[\[［〔【]\s?注?\s?(?P<bracketed>[1-9]\d{0,2})\s?[\]］〕】]|[(（]注\s?(?P<named>[1-9]\d{0,2})[)）]"
    rf"|(?P<superscript>[{SUPERSCRIPT}]{{1,3}})|[\[［〔(（]?(?P<circled>[{CIRCLED}])[\]］〕)）]?)"
)
_ROUND_OPEN, _ROUND_CLOSE = ("(", "（"), (")", "）")
_UNIT_END = re.compile(r"(?<![A-Za-z])[ckhdm]?m$|[米里]$")
# A marker stands on the note's page, or on the page before where the note is carried over.
_WINDOW_LINES = 160
_WINDOW_CHARACTERS = 40_000

GLUED = 3
"""Strength from which on a marker and the note's place prove a note."""

SIGNED = 5
"""Strength from which on a number is a marker and nothing else, so that a note needs no place."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Characters [start, end) of a line that read as the marker of a note, its number from `digits` on."""

    line: int
    start: int
    digits: int
    end: int
    strength: int


class MarkerSearch:
    """Finds markers in lines, and remembers what a line holds, as many notes ask for the same lines."""

    def __init__(self, vocabulary: Vocabulary, raised: frozenset[int] = frozenset()) -> None:
        """Search with the document's own words and the raw offsets of numbers that are printed raised."""
        self._vocabulary = vocabulary
        self._raised = raised
        self._known: dict[tuple[int, Form, str], tuple[CleanLine, tuple[Marker, ...]]] = {}

    def find(self, lines: Sequence[CleanLine], window: tuple[int, int], note: Opening) -> Marker | None:
        """The likeliest marker of a note in the lines before it; of equals the one nearest to the note.

        Args:
            lines: All lines of the document.
            window: Index of the first line that may hold the marker, and of the note itself.
            note: How the note begins.
        """
        first, at = window
        best: Marker | None = None
        page, seen = lines[at].page, 0
        for index in range(at - 1, max(first, at - _WINDOW_LINES) - 1, -1):
            line = lines[index]
            seen += len(line.text)
            if seen > _WINDOW_CHARACTERS or (page is not None and line.page is not None and line.page < page - 1):
                break
            if line.role != "body":
                continue
            far = page is not None and line.page != page
            for marker in self.of(line, index, note):
                if best is None or marker.strength - far > best.strength:
                    best = replace(marker, strength=marker.strength - far)
        return best if best and best.strength > 0 else None

    def of(self, line: CleanLine, index: int, note: Opening) -> tuple[Marker, ...]:
        """Each place of a line that may be a note's marker: those in signs of their own, then from the line's end."""
        key = (index, note.form, note.label)
        known = self._known.get(key)
        if known is None or known[0] is not line:
            known = (line, (*self._signed(line, index, note), *self._bare(line, index, note)))
            self._known[key] = known
        return known[1]

    def _signed(self, line: CleanLine, index: int, note: Opening) -> Iterator[Marker]:
        text = line.text.text
        for match in reversed(list(_SIGNED.finditer(text))):
            form = match.lastgroup or ""
            if number_of(match[form]) == note.number and (strength := _signed_strength(text, match, form, note)):
                yield Marker(index, match.start(), match.start(form), match.end(), strength)

    def _bare(self, line: CleanLine, index: int, note: Opening) -> Iterator[Marker]:
        text = line.text.text
        if note.form in ("bracketed", "circled") or note.label not in text:
            return
        for match in reversed(list(_NUMBER.finditer(text))):
            if not match[2].endswith(note.label):
                continue
            digits = match.end(2) - len(note.label)
            start = match.start() if match[2] == note.label else digits
            if _opens_entry(text, start, match.end(2)):
                continue
            strength = _strength(text, match, note.label, self._vocabulary)
            if line.text.starts[digits] in self._raised and not _UNIT_END.search(text, max(0, start - 8), start):
                strength = SIGNED + 1
            if strength:
                yield Marker(index, start, digits, match.end(2), strength)


def _opens_entry(text: str, start: int, end: int) -> bool:
    """Whether a number in round brackets opens an entry of a list: `（1）` at a line's start or behind a stop."""
    if text[start - 1 : start] not in _ROUND_OPEN or text[end : end + 1] not in _ROUND_CLOSE:
        return False
    before = text[: start - 1].rstrip()[-1:]
    return not before or before in _CLOSED


def _signed_strength(text: str, match: re.Match[str], form: str, note: Opening) -> int:
    """How surely a number in signs of its own marks a note: surest where the note prints its own number so."""
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    own = {form, note.form} <= {"bracketed", "named"}
    if match.start() == 0 and behind not in _CLOSED:
        return 0
    if form == "superscript":
        return 0 if _UNIT_END.search(text, max(0, match.start() - 8), match.start()) else SIGNED + 1
    if form == "circled":
        # `措施：①建设` opens an entry of a list, `区域①和` marks a note.
        if note.label.isascii() or before in _LIST_SIGNS or match[0][0].isspace():
            return 0
        return SIGNED if behind and behind in _CLOSED else GLUED + 1
    return SIGNED + 1 if own else GLUED + 1 if note.form == "plain" else GLUED - 1


def _strength(text: str, match: re.Match[str], digits: str, vocabulary: Vocabulary) -> int:
    """How surely a number reads as a marker: 4 glued to punctuation or a word ... 1 after a blank, 0 not at all."""
    if match[2] != digits:
        # `20351`: a marker glued to a year.
        return 1 if _YEAR.fullmatch(match[2][: -len(digits)]) and not match[1] else 0
    before = text[match.start() - 1 : match.start()]
    if _is_wide(before) or (_is_wide(match[3][:1]) and before):
        return _chinese_strength(text, match)
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
        return 0 if word and word[0].lower() in words().numbered_things else 1
    word = _LAST_WORD.search(text, max(match.start() - 40, 0), match.start())
    if word is None or len(word[0]) < 3 or word[0].isupper():
        return 0
    return 4 if _is_own_word(word[0], vocabulary) else 0


def _is_wide(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or char == "%"


def _chinese_strength(text: str, match: re.Match[str]) -> int:
    """The same beside Chinese characters: `贫困1，` and `《建议》2提出` are marked, `表1，` and `建设1个` are not."""
    start, end = match.start(), match.end(2)
    before, behind = text[start - 1 : start], text[end : end + 1]
    if match[1] or words().before_number.search(text, max(0, start - 8), start) or before in "：、，；":
        return 0
    if not behind or behind in _CLOSED:
        return 4
    if behind.isascii() or words().counted.match(text, end):
        return 0
    return GLUED


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
