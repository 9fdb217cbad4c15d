"""Body lines as the structure sees them: one row a printed line, furniture out but remembered as a break.

Two languages in facing columns are told apart here by their script, so that each is outlined as a text of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.document import Document
from extractors.mapped import MappedText
from extractors.repair.model import CleanLine
from extractors.structure.vocabulary import vocabulary

HAN = re.compile(r"[\u3400-\u9fff]")
_WIDE = re.compile("[\u2e80-\uffff]")
_LATIN = re.compile(r"[A-Za-z]")
_WIDE_GAP = re.compile(r"(?:[ \t\u00a0]{4,}|\u3000{2,}|\t)")
_TERMINATED = re.compile(r"[.!?:;。！？：；…|][\s\"'”’)）\]】》〉*]*$")
# The next item of a box behind the last one's full stop, where the line end between them was lost.
_LOST_LINE_END = re.compile(r"(?<=[。；！？.;!?])(?<!\d\.)\s*(?=0[1-9]\s*[^\W\d_][^。；！？;!?]{0,60}$)")
# What of a Chinese line cannot be parted from its beginning: a character, a number, a Latin word.
_FIRST_UNIT = re.compile(r"[A-Za-z0-9.%]+|.")
# A bracket that a line opens and the next one closes.
_OPEN_BRACKET = re.compile(r"[(（][^()（）]*$")
_BRACKET_REACH = 120
_CLOSES = re.compile(rf"[^()（）]{{0,{_BRACKET_REACH}}}[)）]")
_OPEN_ENDS = ("，", "、", ",")
# Behind a sentence's end stand only quotes and brackets: enough of a line to judge by.
_TAIL = 40
# Columns from which a line of an unwrapped text is a paragraph that must end with a full stop.
_LONG_LINE = 100
_MIN_LETTERS = 4
_FULL_SHARE = 0.92
_WRAPPED_SHARE = 0.7
# How much longer than most the longest lines are where a column's edge breaks them.
_EDGE_SHARE = 1.25
_EVEN_SHARE = 0.85
_STRAY_SHARE = 0.3
# Rows that show how wide the column is in which they stand.
_WINDOW = 8
_FEWEST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of body text.

    Attributes:
        text: Repaired text with its raw places; never empty.
        start: Raw start of the printed line.
        end: Raw end of the printed line.
        page: 1-based page or null.
        language: `en` or `zh`.
        after_blank: Whether a blank line stands before it.
        after_furniture: Whether a page number, a footnote or a page's end stands before it.
        opens: Whether the print shows that a paragraph begins here.
        width: Columns that its text takes in print.
        terminated: Whether it ends as a sentence or a clause with its own line ends.
        goes_on: Whether the print shows that the paragraph before goes on here.
        stops_short: Whether the print leaves room behind it for the next row's first word; null where it is not known.
        stands_apart: Whether no sentence runs into it: an entry of an outline, or a title on a line of its own.
    """

    text: MappedText
    start: int
    end: int
    page: int | None
    language: str
    after_blank: bool
    after_furniture: bool
    opens: bool
    width: int
    terminated: bool
    goes_on: bool = False
    stops_short: bool | None = None
    stands_apart: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """The rows of one language in reading order.

    Attributes:
        language: `en` or `zh`.
        rows: The rows.
        width: Columns of a full line.
        wrapped: Whether sentences go on over line ends; else a line is a paragraph.
        stray_blanks: Whether blank lines stand inside sentences too, so that they part nothing.
        narrow: Columns of a full line at rows that stand in narrower columns than the others.
    """

    language: str
    rows: tuple[Row, ...]
    width: int
    wrapped: bool
    stray_blanks: bool = False
    narrow: Mapping[int, int] = field(default_factory=dict)

    def full(self, at: int, share: float = _FULL_SHARE) -> bool:
        """Whether row `at` is so long that the next row's first word would not have fitted."""
        if self.rows[at].stops_short is not None:
            return not self.rows[at].stops_short
        here, width = self.rows[at].width, self.narrow.get(at, self.width)
        if at + 1 >= len(self.rows):
            return here >= share * width
        following = self.rows[at + 1].text.text
        if self.language == "zh":
            return here + display_width(_FIRST_UNIT.match(following)[0]) >= share * width  # type: ignore[index]
        return here + 1 + display_width(following.split(" ", 1)[0]) >= share * width

    def runs_on(self, at: int) -> bool:
        """Whether the sentence of row `at` goes on in the next row, as far as the print shows."""
        row, following = self.rows[at], self.rows[at + 1]
        if following.stands_apart:
            return False
        if (shown := self._shown_to_run_on(at)) is not None:
            return shown
        if row.terminated:
            return not following.after_blank and not following.opens and self.wrapped and self.full(at)
        if _OPEN_BRACKET.search(row.text.text[-_BRACKET_REACH:]) and _CLOSES.match(following.text.text):
            return True
        if following.after_blank and not following.after_furniture:
            if self.language == "zh":
                return self.stray_blanks and self.wrapped and self.full(at, 0.85)
            return self._open_over_blank(at)
        if row.text.text.endswith(_OPEN_ENDS):
            return True
        return following.text.text[0].islower() or (self.wrapped and (self.full(at, 0.75) or self._even(at)))

    def _shown_to_run_on(self, at: int) -> bool | None:
        """Whether the print shows that row `at` goes on in the next one; null where it leaves that open."""
        row, following = self.rows[at], self.rows[at + 1]
        parted = following.after_blank and not following.after_furniture
        if row.stops_short is None:
            # The last line of a page: whether the next page's first word would have stood on it is not known.
            return True if following.goes_on and not parted and self.full(at, 0.75) else None
        if following.opens:
            # A box at the head of a page is set in like the first line of a paragraph.
            return False if row.terminated or row.stops_short or not following.after_furniture else None
        if row.stops_short:
            # A long word that was not cut leaves as much room.
            return False if row.terminated or not following.text.text[0].islower() else None
        return True if not parted and (following.goes_on or not row.terminated) else None

    def _even(self, at: int) -> bool:
        """Whether a row is as long as its neighbours: the lines of a column narrower than the page."""
        row, neighbours = self.rows[at], [self.rows[at + 1]]
        if at and not (row.after_blank or row.opens):
            neighbours.append(self.rows[at - 1])
        return row.width >= _EVEN_SHARE * max(r.width for r in neighbours)

    def _open_over_blank(self, at: int) -> bool:
        """Whether an English sentence goes on behind a blank line: it has no end yet and fills its line."""
        text, following = self.rows[at].text.text, self.rows[at + 1].text.text
        if following[0].islower() or text.endswith("-") or (HAN.match(text[-1]) and HAN.match(following)):
            return True
        return self.full(at, 0.75) if self.wrapped else self.rows[at].width > _LONG_LINE


def display_width(text: str) -> int:
    """Columns that a text takes in print: a Chinese character takes two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def streams(document: Document, lines: Sequence[CleanLine], languages: Sequence[str]) -> list[Stream]:
    """The document's text as one stream of rows a language, in the order of `languages`."""
    tags = list(dict.fromkeys("zh" if tag.lower().startswith("zh") else "en" for tag in languages)) or ["en"]
    rows = _rows(document, lines, tags)
    return [_stream(tag, [r for r in rows if r.language == tag]) for tag in tags]


def _stream(language: str, rows: list[Row]) -> Stream:
    text = [r for r in rows if "\t" not in r.text.text and "|" not in r.text.text]  # no rows of tables
    widths = sorted(r.width for r in text)
    if not widths:
        return Stream(language, (), 1, wrapped=False)
    width = widths[min(len(widths) * 95 // 100, len(widths) - 1)]
    long_rows = [r for r in text if r.width >= _WRAPPED_SHARE * width]
    broken = sum(not r.terminated for r in long_rows)
    edge = widths[min(len(widths) * 99 // 100, len(widths) - 1)] <= _EDGE_SHARE * width
    stream = Stream(language, tuple(rows), width, wrapped=edge and 2 * broken >= len(long_rows))
    stream = replace(stream, narrow=_narrow_columns(stream))
    return replace(stream, stray_blanks=_stray_blanks(stream))


def _narrow_columns(stream: Stream) -> dict[int, int]:
    """Width of the column at rows that prose of shorter, even lines follows: a page set in columns."""
    rows = stream.rows
    short = [r.width < _WRAPPED_SHARE * stream.width for r in rows]
    narrow: dict[int, int] = {}
    for at in range(len(rows)):
        window = range(at + 1, min(at + 1 + _WINDOW, len(rows)))
        if len(window) < _FEWEST_ROWS or not all(short[k] for k in window):
            continue
        width = max(rows[k].width for k in window)
        prose = sum(rows[k].width >= _WRAPPED_SHARE * width and not rows[k].terminated for k in window)
        if 2 * prose > len(window):
            narrow[at] = width
    return narrow


def _stray_blanks(stream: Stream) -> bool:
    rows = stream.rows
    behind_blank = [at for at in range(1, len(rows)) if rows[at].after_blank and not rows[at].after_furniture]
    inside = sum(not rows[at - 1].terminated and stream.full(at - 1, 0.85) for at in behind_blank)
    return inside > _STRAY_SHARE * len(behind_blank)


def _rows(document: Document, lines: Sequence[CleanLine], tags: list[str]) -> list[Row]:
    rows: list[Row] = []
    blank = furniture = False
    language, page = tags[0], None
    for line in lines:
        if line.role == "blank" or (line.role == "body" and not line.text.text.strip()):
            blank = True
            continue
        if line.role != "body" or any(vocabulary(tag).continued.fullmatch(line.text.text) for tag in tags):
            furniture = True
            continue
        if len(tags) > 1:
            language = _script(line.text.text) or language
        furniture = furniture or line.page != page
        page = line.page
        for at, piece in enumerate(_pieces(document, line, language)):
            shown = piece.text
            rows.append(
                Row(
                    text=piece,
                    start=line.start,
                    end=line.end,
                    page=line.page,
                    language=language,
                    after_blank=blank,
                    after_furniture=furniture,
                    opens=at > 0 or line.opens is True,
                    width=display_width(shown),
                    terminated=bool(_TERMINATED.search(shown[-_TAIL:])),
                    goes_on=at == 0 and line.opens is False,
                    stops_short=line.stops_short if piece.text and piece.ends[-1] == line.text.ends[-1] else None,
                )
            )
            blank = furniture = False
    return rows


def _script(text: str) -> str | None:
    han, latin = len(HAN.findall(text)), len(_LATIN.findall(text))
    if han + latin < _MIN_LETTERS and not han:
        return None
    return "zh" if 3 * han >= latin else "en"


def _pieces(document: Document, line: CleanLine, language: str) -> Iterable[MappedText]:
    """The line itself, or its parts where headings and paragraphs are parted by wide gaps only."""
    text = line.text.strip()
    if lost := _LOST_LINE_END.search(text.text):
        return [text.cut(0, lost.start()), text.cut(lost.end())]
    raw = document.text[line.start : line.end]
    gaps = [line.start + m.end() for m in _WIDE_GAP.finditer(raw, len(raw) - len(raw.lstrip()))]
    if not gaps:
        return [text]
    cuts = [0, *(bisect_left(text.starts, gap) for gap in gaps), len(text)]
    pieces = [text.cut(a, b).strip() for a, b in pairwise(cuts) if b > a]
    pieces = [p for p in pieces if p]
    labelled = vocabulary(language).labelled
    return pieces if any(labelled.match(p.text) for p in pieces) else [text]
