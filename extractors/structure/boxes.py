"""Boxes: where they begin and end, their items and bullets, and which of them are tables of main indicators."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.mapped import MappedText
from extractors.structure.box_frames import FramedRows, frame_of_box
from extractors.structure.headings import Heading
from extractors.structure.marks import BoxMark, Mark, box_mark, heading_mark
from extractors.structure.numerals import integer
from extractors.structure.paragraphs import Paragraph, paragraphs
from extractors.structure.rows import Stream
from extractors.structure.titles import Title, box_title, item_title
from extractors.structure.unnumbered import Entry, unnumbered_items
from extractors.structure.vocabulary import RULE, Vocabulary

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBERED = re.compile(r"\|?[^|]{0,12}\|?\s*\d{1,2}\s*[.．、]")
_HEADER_ROWS = 14
# Rows of cells that show a table, and letters of the shortest row of text behind it.
_FEWEST_CELL_ROWS = 3
_SHORTEST_PROSE = 12
# Letters from which on a row that fills its line is prose and no row of a table.
_LONG_ROW = 30
# Rows of text before the first item of a box without a printed frame, and as many as a paragraph there may have.
_LEAD_ROWS = 3
_MOST_LEAD_ROWS = 8
# Blank lines that an item may have more than any before it and still belong to the same box.
_MORE_BLANKS = 2


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a box: its title and its paragraphs.

    `number` is counted where none is printed; then `mark`, its place in the row, is empty.
    """

    number: str
    mark: tuple[int, int]
    row: int
    title: tuple[MappedText, ...]
    body: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class FoundBox:
    """A box in rows [first, last).

    Attributes:
        lead: Paragraphs before the first item, or all of a box without items.
        indicator_rows: Rows of a main-indicator table, or null.
        note_rows: Rows of its notes, or null.
    """

    first: int
    last: int
    mark: BoxMark
    title: Title
    items: tuple[Item, ...] = ()
    lead: tuple[Paragraph, ...] = ()
    indicator_rows: tuple[int, int] | None = None
    note_rows: tuple[int, int] | None = None


def boxes(
    stream: Stream,
    headings: Sequence[Heading],
    decimals: Sequence[int],
    listed: Sequence[int],
    words: Vocabulary,
    frames: Sequence[FramedRows] = (),
) -> list[FoundBox]:
    """All boxes of a stream.

    Args:
        stream: The rows.
        headings: What ends a box.
        decimals: Rows of titles numbered 2.1: they end a box of items, in a table of indicators they are values.
        listed: Rows of a table of contents, which open no box.
        words: The language's vocabulary.
        frames: Rows that stand in printed frames.

    Returns:
        The boxes in order.
    """
    heading_rows = {at for h in headings for at in range(h.first, h.last)}
    starts = _starts(stream, heading_rows | set(listed), words)
    items = _numbered_like_headings(stream, headings, [title.last for _, _, title in starts], words)
    firsts = {h.first for h in headings if h.first not in items}
    stops = sorted({*firsts, *(at for at, _, _ in starts), len(stream.rows)})
    nearer = sorted({*stops, *decimals})
    to_come = Counter((mark.label, mark.number) for _, mark, _ in starts)
    captions = [at for at, _, _ in starts]
    found: list[FoundBox] = []
    for at, mark, title in starts:
        limit = stops[bisect_right(stops, at)]
        to_come[mark.label, mark.number] -= 1
        if limit <= title.last and (to_come[mark.label, mark.number] or limit == len(stream.rows)):
            continue
        frame = frame_of_box(frames, at, title.last)
        if _is_indicator_table(stream, title, limit, words):
            found.append(_indicators(stream, at, mark, title, _table_limit(stream, title, limit, frame, words), words))
        else:
            loose = _read(stream, at, mark, title, nearer[bisect_right(nearer, at)], words)
            found.append(_framed(stream, loose, frame, captions, words) if frame else loose)
    return found


def _framed(stream: Stream, loose: FoundBox, frame: FramedRows, captions: Sequence[int], words: Vocabulary) -> FoundBox:
    """A box that ends where its frame does, or where the next caption in it stands.

    Args:
        stream: The rows.
        loose: The box as its text alone shows it.
        frame: Its frame.
        captions: Rows of the captions of all boxes.
        words: The language's vocabulary.
    """
    texts = [p for item in loose.items[:1] for p in item.body]
    if texts and frame.last <= texts[0].first:
        return loose  # a bar behind the title of its first item
    mark, title = loose.mark, loose.title
    end = min((at for at in captions if title.last <= at < frame.last), default=frame.last)
    found = _item_rows(stream, title.last, end, words, frame)
    if not found:
        entries = unnumbered_items(stream, title.last, end, words, frame)
        lead = tuple(paragraphs(stream, title.last, entries[0].first if entries else end, words))
        return FoundBox(loose.first, end, mark, title, _counted(entries), lead)
    lead = tuple(paragraphs(stream, title.last, found[0][0], words))
    return FoundBox(loose.first, end, mark, title, _items(stream, found, end, words, is_framed=True), lead)


def _table_limit(stream: Stream, title: Title, limit: int, frame: FramedRows | None, words: Vocabulary) -> int:
    """Where a table of indicators must end: with the frame around it, its notes below left to it."""
    if frame is None or frame.last >= limit or frame.last < title.last + _FEWEST_CELL_ROWS:
        return limit
    return limit if words.notes.match(stream.rows[frame.last].text.text) else frame.last


def _starts(stream: Stream, skipped: set[int], words: Vocabulary) -> list[tuple[int, BoxMark, Title]]:
    starts: list[tuple[int, BoxMark, Title]] = []
    at = 0
    while at < len(stream.rows):
        mark = box_mark(stream.rows[at].text.text, words) if at not in skipped else None
        title = box_title(stream, at, mark.title_at, words) if mark and _begins(stream, at) else None
        if mark and title:
            starts.append((at, mark, title))
            at = title.last
        else:
            at += 1
    return starts


def _indicators(stream: Stream, at: int, mark: BoxMark, title: Title, limit: int, words: Vocabulary) -> FoundBox:
    last, notes = _indicator_end(stream, title.last, limit, words)
    rows = (title.last, notes[0] if notes else last)
    return FoundBox(at, last, mark, title, indicator_rows=rows, note_rows=notes)


def _numbered_like_headings(
    stream: Stream, headings: Sequence[Heading], content_rows: Sequence[int], words: Vocabulary
) -> set[int]:
    """Rows of items whose numbers are those of headings: they count from one right below a box's title."""
    rows: set[int] = set()
    bare = {h.first: h for h in headings if h.mark.kind == "bare"}
    others = sorted(h.first for h in headings if h.mark.kind != "bare")
    for first in content_rows:
        opening = heading_mark(stream.rows[first].text.text, words) if first < len(stream.rows) else None
        if opening is None or opening.kind != "bare" or opening.number != 1:
            continue
        behind = bisect_right(others, first)
        end = others[behind] if behind < len(others) else len(stream.rows)
        rows.update(at for at in _counted_on(stream, first, end, opening, words) if at in bare)
    return rows


def _counted_on(stream: Stream, first: int, end: int, opening: Mark, words: Vocabulary) -> list[int]:
    """Rows [first, end) that count on from one in one form, up to the first of another number or make."""
    found: list[int] = []
    for at in range(first, end):
        mark = heading_mark(stream.rows[at].text.text, words)
        if mark is None or mark.form != opening.form or (at > first and not _begins(stream, at)):
            continue
        if mark.number != len(found) + 1 or (found and _is_set(stream, at) != _is_set(stream, first)):
            break
        found.append(at)
    return found


def _is_set(stream: Stream, at: int) -> bool:
    """Whether a row holds text and no title alone: it fills its line or ends as a sentence."""
    return stream.rows[at].terminated or stream.full(at, 0.75)


def _begins(stream: Stream, at: int) -> bool:
    if at == 0:
        return True
    row, before = stream.rows[at], stream.rows[at - 1]
    return row.opens or row.after_blank or before.terminated or not (stream.wrapped and stream.full(at - 1, 0.9))


def _read(stream: Stream, at: int, mark: BoxMark, title: Title, limit: int, words: Vocabulary) -> FoundBox:
    found = _item_rows(stream, title.last, limit, words)
    if not found and (entries := unnumbered_items(stream, title.last, limit, words, None)):
        lead = tuple(paragraphs(stream, title.last, entries[0].first, words))
        return FoundBox(at, entries[-1].last, mark, title, _counted(entries), lead)
    if not found:
        lead = _lead_only(paragraphs(stream, title.last, limit, words))
        return FoundBox(at, lead[-1].last if lead else title.last, mark, title, lead=lead)
    items = _items(stream, found, limit, words)
    lead = tuple(paragraphs(stream, title.last, found[0][0], words))
    last = items[-1].body[-1].last if items[-1].body else found[-1][0] + max(1, len(items[-1].title))
    return FoundBox(at, last, mark, title, items, lead)


def _is_indicator_table(stream: Stream, title: Title, limit: int, words: Vocabulary) -> bool:
    head = [r.text.text for r in stream.rows[title.last : min(limit, title.last + _HEADER_ROWS)]]
    if not head:
        return False
    row_years = [set(_YEAR.findall(text)) for text in head]
    if head[0].startswith("|"):
        return len(row_years[0]) >= 2
    together = any(len(years) >= 2 and len(text) < 80 for years, text in zip(row_years, head, strict=True))
    named = bool(words.indicator_title.search(title.plain))
    return named and (together or len(set().union(*row_years)) >= 2)


def _indicator_end(stream: Stream, first: int, limit: int, words: Vocabulary) -> tuple[int, tuple[int, int] | None]:
    """Row behind the table, and the rows of its notes."""
    markdown = stream.rows[first].text.text.startswith("|")
    at = first
    last_numbered = first
    cells = 0
    while at < limit:
        text = stream.rows[at].text.text
        cells += "\t" in text
        if words.notes.match(text):
            end = at + 1
            while end < limit and (stream.runs_on(end - 1) or _note_goes_on(stream, end)):
                end += 1
            return end, (at, end)
        if markdown and not text.startswith("|"):
            return at, None
        if cells >= _FEWEST_CELL_ROWS and _stands_behind(stream, at):
            return at, None
        if _NUMBERED.match(text):
            last_numbered = at
        elif at > last_numbered + 2 and _is_prose(stream, at):
            return at, None
        at += 1
    return limit, None


def _stands_behind(stream: Stream, at: int) -> bool:
    """Whether a row is the text behind a table whose rows the reader told by their cells."""
    row = stream.rows[at]
    if "\t" in row.text.text or not row.after_blank or len(row.text) < _SHORTEST_PROSE:
        return False
    return row.terminated or (stream.full(at, 0.8) and len(row.text) > _LONG_ROW)


def _note_goes_on(stream: Stream, at: int) -> bool:
    row = stream.rows[at]
    return not row.after_blank and bool(re.match(r"[(（]?\d|[①-⑳*＊]", row.text.text))


def _is_prose(stream: Stream, at: int) -> bool:
    row = stream.rows[at]
    if "\t" in row.text.text:  # cells of a table's row, which a page's end may set off
        return False
    return (
        row.after_blank
        and stream.full(at, 0.8)
        and len(row.text.text) > _LONG_ROW
        and not _YEAR.fullmatch(row.text.text)
    )


def _lead_only(found: list[Paragraph]) -> tuple[Paragraph, ...]:
    """A box without numbers is its first paragraph and the bullets that go with it."""
    end = 1
    while end < len(found) and found[end].is_bullet:
        end += 1
    return tuple(found[:end])


def _item_rows(
    stream: Stream, first: int, limit: int, words: Vocabulary, frame: FramedRows | None = None
) -> list[tuple[int, str, int, int]]:
    """Row, printed number, and the number's place in the row of each item, in sequence from 1."""
    parts = frame.parts if frame else frozenset()
    opening = _opening_form(stream, first, limit, words, frame)
    if opening is None:
        return []
    start, form, pattern = opening
    found: list[tuple[int, str, int, int]] = []
    blanks, most_blanks = 0, 0
    for at in range(start, limit):
        blanks += stream.rows[at].after_blank
        match = pattern.match(stream.rows[at].text.text)
        if not match or integer(match["number"]) != len(found) + 1:
            continue
        if not frame and form != "padded" and len(found) > 1 and blanks > most_blanks + _MORE_BLANKS:
            # The count of a list in the text behind the box, not of the box.
            break
        most_blanks, blanks = max(most_blanks, blanks) if found else 0, 0
        zero = form == "padded" and match["number"].startswith("0")
        if zero or at == start or at in parts or _begins(stream, at):
            found.append((at, match["number"], match.start("number"), match.end()))
    return found


def _opening_form(
    stream: Stream, first: int, limit: int, words: Vocabulary, frame: FramedRows | None
) -> tuple[int, str, re.Pattern[str]] | None:
    for at in range(first, limit if frame else min(limit, first + _MOST_LEAD_ROWS)):
        if not frame and at >= first + _LEAD_ROWS and any(r.after_blank for r in stream.rows[first + 1 : at + 1]):
            break
        for form, pattern in words.items:
            match = pattern.match(stream.rows[at].text.text)
            if match and integer(match["number"]) == 1 and (form == "padded" or at == first or _begins(stream, at)):
                return at, form, pattern
    return None


def _items(
    stream: Stream,
    found: list[tuple[int, str, int, int]],
    limit: int,
    words: Vocabulary,
    *,
    is_framed: bool = False,
) -> tuple[Item, ...]:
    items: list[Item] = []
    for k, (at, number, number_at, text_at) in enumerate(found):
        last_one = k + 1 == len(found)
        end = limit if last_one else found[k + 1][0]
        title, body_row, body_at = item_title(stream, at, text_at, end, words)
        body = [p for p in paragraphs(stream, body_row, end, words, body_at) if not RULE.fullmatch(p.parts[0].text)]
        if last_one and not is_framed:
            body = _own_paragraphs(body, items, body_at is not None)
        items.append(Item(number, (number_at, text_at), at, title, tuple(body)))
    return tuple(items)


def _counted(entries: Sequence[Entry]) -> tuple[Item, ...]:
    """Items without printed numbers, counted from one."""
    return tuple(Item(str(k), (0, 0), e.first, e.title, e.body) for k, e in enumerate(entries, start=1))


def _own_paragraphs(body: list[Paragraph], items: list[Item], run_in: bool) -> list[Paragraph]:
    """What of the text behind the last item is its own: as many paragraphs as the items before it have."""
    usual = max((sum(not p.is_bullet for p in i.body) for i in items), default=1)
    if run_in or (body and not body[0].is_bullet and any(i.body for i in items)):
        usual = max(usual, 1)
    beyond_bullets = max((_behind_bullets(i.body) for i in items), default=0)
    for at, paragraph in enumerate(body):
        if paragraph.is_bullet:
            continue
        usual -= 1
        if usual < 0 or _behind_bullets(body[: at + 1]) > beyond_bullets:
            return body[:at]
    return body


def _behind_bullets(body: Sequence[Paragraph]) -> int:
    """How many paragraphs stand behind the first bullet."""
    bullets = [at for at, p in enumerate(body) if p.is_bullet]
    return sum(not p.is_bullet for p in body[bullets[0] :]) if bullets else 0
