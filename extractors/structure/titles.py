"""Where a title ends: titles over several lines, on the line below their number, or run in with their text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.mapped import MappedText
from extractors.structure.marks import Mark, box_mark, heading_mark, leaders
from extractors.structure.rows import Row, Stream
from extractors.structure.vocabulary import BULLET, Vocabulary

_LONGEST = {"zh": 62, "en": 260}
_LONGEST_RUN_IN = 45
_MOST_ROWS = 5
# A bold title's line holds fewer letters than the text's lines that measure the column.
_BOLD_FULL = 0.65
# Columns of the longest half of a title printed on two lines.
_HALF_TITLE = 40
_COMMA = re.compile(r"[，、,]\s*$")
_SENTENCE_END = re.compile(r"[。；;！？!?.：:，,]\s*$")
_ITEM = re.compile(r"0\d(?!\d)|[(（]\s*\d{1,2}\s*[)）]|[①-⑳]")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_PUNCTUATION = re.compile(r"[，。；：、！？,;:!?.]")
_STOP = "。"


@dataclass(frozen=True, slots=True)
class Title:
    """A title's parts: rows [first, last), and the run-in text behind it.

    Attributes:
        parts: The title's text, one part a row.
        last: The row behind the title's last row.
        body_at: Where in row `last - 1` text follows that is no title, or null.
        halved: Whether the last part stands on a line of its own on purpose, so that a blank parts it.
    """

    parts: tuple[MappedText, ...]
    last: int
    body_at: int | None = None
    halved: bool = False

    @property
    def plain(self) -> str:
        """The parts one behind the other, to judge by."""
        return " ".join(p.text for p in self.parts)


def heading_title(stream: Stream, at: int, mark: Mark, words: Vocabulary) -> Title | None:
    """The title of a heading whose mark opens row `at`, or null where the row is prose."""
    first = stream.rows[at].text.cut(mark.title_at).strip()
    if not first:
        return _title_below(stream, at, mark, words)
    if stream.language == "zh":
        return _chinese(stream, at, mark, words)
    if mark.kind == "labelled" and not mark.separated and first.text[0].islower():
        return None
    title = _over_rows(stream, at, first, words)
    text = title.plain
    if mark.form == "article" and (len(text) > _LONGEST["en"] or text.rstrip().endswith(".")):
        # An article of a law has no title: its text follows the number.
        return Title((), at + 1, mark.title_at) if mark.separated else None
    if len(text) > _LONGEST["en"]:
        return None
    if text.rstrip().endswith((".", ";")) and (mark.kind == "bare" or len(text) > 120):
        return None
    return title


def box_title(stream: Stream, at: int, title_at: int, words: Vocabulary) -> Title | None:
    """The title of a box whose label opens row `at`, or null where the row is prose."""
    first = stream.rows[at].text.cut(title_at).strip()
    if first:
        title = _over_rows(stream, at, first, words)
        prose = stream.language == "zh" and _runs_into_prose(stream, title.last, title, words)
        return None if prose and stream.wrapped else title
    below = at + 1
    if below < len(stream.rows) and not _opens_something(stream.rows[below], words):
        title = _over_rows(stream, below, stream.rows[below].text, words)
        if len(title.plain) <= _LONGEST[stream.language]:
            return title
    return Title((), at + 1)


def _chinese(stream: Stream, at: int, mark: Mark, words: Vocabulary) -> Title | None:
    row = stream.rows[at]
    head, stop, tail = row.text.text[mark.title_at :].partition(_STOP)
    if stop:
        return _run_in(row, at, mark, head, tail)
    title = _over_rows(stream, at, row.text.cut(mark.title_at).strip(), words)
    if title.last == at + 1 and mark.kind == "labelled" and _halved(stream, at + 1, words):
        title = Title((*title.parts, stream.rows[at + 1].text), at + 2, halved=True)
    last = title.last
    if _runs_into_prose(stream, last, title, words):
        following = stream.rows[last].text.text
        head, stop, tail = following.partition(_STOP)
        if stop and mark.kind == "bare" and len(title.plain) + len(head) <= _LONGEST_RUN_IN:
            parts = (*title.parts, stream.rows[last].text.cut(0, len(head)))
            return Title(parts, last + 1, len(head) + 1 if tail.strip() else None)
        if mark.kind != "labelled" or not mark.separated:
            return None
    if len(title.plain) > _LONGEST["zh"] or title.plain.endswith(("；", ";")):
        return None
    return title


def _halved(stream: Stream, at: int, words: Vocabulary) -> bool:
    """Whether row `at` is the second half of a title that is printed on two lines on purpose."""
    if at + 1 >= len(stream.rows):
        return False
    row, following = stream.rows[at], stream.rows[at + 1]
    if row.after_blank or row.opens or row.width > _HALF_TITLE or _PUNCTUATION.search(row.text.text):
        return False
    behind = following.after_blank or _opens_something(following, words)
    return behind and not _opens_something(row, words) and not following.after_furniture


def _runs_into_prose(stream: Stream, last: int, title: Title, words: Vocabulary) -> bool:
    """Whether the row behind a title goes on with its sentence."""
    if last >= len(stream.rows) or title.plain.endswith(("：", "；")):
        return False
    return stream.runs_on(last - 1) and not _opens_something(stream.rows[last], words)


def _run_in(row: Row, at: int, mark: Mark, head: str, tail: str) -> Title | None:
    """A title that its own text follows on the same row, behind a full stop."""
    start = mark.title_at
    if mark.form == "article" and mark.kind == "labelled":
        return Title((), at + 1, start)
    if mark.kind == "labelled" and (not mark.separated or tail):
        return None
    if not (mark.firm or (tail.strip() and mark.form == "arabic_parenthesis")):
        # "1. ...。" is an entry of a list: a title of this form ends without a full stop.
        return None
    if len(head) > _LONGEST_RUN_IN or not head.strip():
        return None
    title = row.text.cut(start, start + len(head)).strip()
    return Title((title,), at + 1, start + len(head) + 1 if tail.strip() else None)


def _title_below(stream: Stream, at: int, mark: Mark, words: Vocabulary) -> Title | None:
    if mark.kind != "labelled":
        return None
    below = at + 1
    if below >= len(stream.rows) or _opens_something(stream.rows[below], words):
        return Title((), at + 1)
    title = _over_rows(stream, below, stream.rows[below].text, words)
    too_long = len(title.plain) > _LONGEST[stream.language]
    if too_long or _SENTENCE_END.search(title.plain):
        return Title((), at + 1)
    return title


def _over_rows(stream: Stream, at: int, first: MappedText, words: Vocabulary) -> Title:
    """The title that begins with `first` in row `at` and whatever rows go on with it."""
    parts = [first]
    last = at + 1
    while last < len(stream.rows) and len(parts) < _MOST_ROWS and _goes_on(stream, last, parts, words):
        parts.append(stream.rows[last].text)
        last += 1
    return Title(tuple(parts), last)


def _goes_on(stream: Stream, at: int, parts: list[MappedText], words: Vocabulary) -> bool:
    row, text = stream.rows[at], parts[-1].text
    if _opens_something(row, words) or row.opens or leaders(stream.rows[at - 1].text.text):
        return False
    if stream.language == "zh":
        comma = bool(_COMMA.search(text)) and stream.wrapped
        if row.after_blank and not comma:
            return False
        if comma or not stream.wrapped or _STOP in row.text.text or row.terminated:
            return comma
        return stream.full(at - 1) or (stream.full(at - 1, _BOLD_FULL) and not stream.full(at, 0.8))
    if row.after_blank or row.after_furniture:
        return False
    following = row.text.text
    if text.endswith("-") or following[0].islower():
        return True
    if row.terminated or following.split(" ", 1)[0].rstrip(",") in words.openers:
        return False
    # Prose fills its lines or ends with a full stop: a line that does neither is the rest of the title.
    if _last_of_paragraph(stream, at) and following.isupper() and parts[-1].text.isupper():
        return True
    if not stream.wrapped:
        return False
    if stream.full(at - 1, _BOLD_FULL) and (_last_of_paragraph(stream, at) or not stream.full(at, 0.8)):
        return True
    return stream.full(at - 1) and _title_case(parts)


def _last_of_paragraph(stream: Stream, at: int) -> bool:
    """Whether a blank line and a new sentence follow: a line that ends openly there is no prose."""
    if at + 1 >= len(stream.rows):
        return True
    following = stream.rows[at + 1]
    return following.after_blank and not following.text.text[0].islower()


def _title_case(parts: list[MappedText]) -> bool:
    """Whether a title writes its words with capitals, so that a capital says nothing about a new sentence."""
    long_words: list[str] = [w for p in parts for w in _LONG_WORD.findall(p.text)]
    return sum(w[0].isupper() for w in long_words) > 0.7 * len(long_words)


def _opens_something(row: Row, words: Vocabulary) -> bool:
    text = row.text.text
    marked = BULLET.match(text) or _ITEM.match(text) or heading_mark(text, words) or box_mark(text, words)
    return bool(marked) or text.startswith("|")


_ITEM_SEPARATOR = {"zh": re.compile(r"[：:。]"), "en": re.compile(r":\s|\.\s+(?=\S)|\s[–—-]\s")}
_LONGEST_ITEM_TITLE = {"zh": 32, "en": 110}


def item_title(
    stream: Stream, at: int, text_at: int, limit: int, words: Vocabulary
) -> tuple[tuple[MappedText, ...], int, int | None]:
    """Title parts of the box item in row `at`, the row its text begins in, and where in that row."""
    text = stream.rows[at].text
    rest = text.text[text_at:]
    if not rest.strip() and at + 1 < limit:
        below = _over_rows(stream, at + 1, stream.rows[at + 1].text, words)
        return below.parts, min(below.last, limit), None
    separator = _ITEM_SEPARATOR[stream.language].search(rest)
    if separator and separator.start() <= _LONGEST_ITEM_TITLE[stream.language] and rest[separator.end() :].strip():
        return (text.cut(text_at, text_at + separator.start()).strip(),), at, text_at + separator.end()
    title = _over_rows(stream, at, text.cut(text_at).strip(), words)
    if len(title.plain) > 2 * _LONGEST_ITEM_TITLE[stream.language] or title.plain.rstrip().endswith(
        ("。", "；", ";", ".")
    ):
        return (), at, text_at
    last = min(title.last, limit)
    return title.parts[: last - at], last, None
