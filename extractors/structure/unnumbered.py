"""Items of a box that print no numbers: rows of its frame, bullets, headed or led entries; they are counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.mapped import MappedText
from extractors.structure.box_frames import FramedRows
from extractors.structure.paragraphs import Paragraph, paragraphs
from extractors.structure.rows import Stream
from extractors.structure.vocabulary import BULLET, Vocabulary

_FEWEST = 2
# Letters of the longest words that head an item, alone on their line or before a colon.
_LONGEST = {"zh": 32, "en": 80}
_COLON = {"zh": re.compile(r"[：:]\s*(?=\S)"), "en": re.compile(r":\s+(?=\S)")}
_SENTENCE = re.compile(r"[。；！？;!?]|\.\s|[，,]")
_STOPPED = re.compile(r"[。；;！？!?.：:，,、][\"'”’)）]*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in rows [first, last): its title's parts and its paragraphs."""

    first: int
    last: int
    title: tuple[MappedText, ...]
    body: tuple[Paragraph, ...]


def unnumbered_items(stream: Stream, first: int, last: int, words: Vocabulary, frame: FramedRows | None) -> list[Entry]:
    """The items in rows [first, last) of a box whose items have no numbers.

    Args:
        stream: The rows.
        first: The row behind the box's title.
        last: Where the box must end: its frame's end, or the next heading where none is printed.
        words: The language's vocabulary.
        frame: Its frame or null. Without one an item is known by its own print only: what does not open like the
            items before it stands behind the box.

    Returns:
        At least two items, or none. What stands before the first is the box's, in no item.
    """
    if frame and (starts := _ruled(stream, first, last, frame)):
        return [_entry(stream, paragraphs(stream, a, b, words)) for a, b in pairwise([*starts, last])]
    found = _paragraphs(stream, first, last, words)
    for opens in (_bulleted(stream, found), _led(stream, found), _headed(stream, found) if frame else None):
        groups = _groups(found, opens, whole=frame is not None) if opens else []
        if groups:
            return [_entry(stream, group) for group in groups]
    return []


def _paragraphs(stream: Stream, first: int, last: int, words: Vocabulary) -> list[Paragraph]:
    """The paragraphs of rows; where a sentence has ended, words with a colon begin one, however full the row."""
    rows = stream.rows
    cuts = [at for at in range(first + 1, last) if rows[at - 1].terminated and _colon(stream, rows[at].text.text)]
    return [p for a, b in pairwise([first, *cuts, last]) for p in paragraphs(stream, a, b, words)]


def _ruled(stream: Stream, first: int, last: int, frame: FramedRows) -> list[int]:
    """Where the rows of the frame begin that are items; a row that a page's end cuts is one."""
    inside = sorted(at for at in frame.parts if first < at < last)
    turns = {at for at in inside if stream.rows[at].page != stream.rows[at - 1].page}
    lines_across = [at for at in inside if at not in turns]
    if not lines_across:
        return []
    return [first, *(at for at in inside if at not in turns or not stream.runs_on(at - 1))]


def _groups(found: Sequence[Paragraph], opens: Callable[[int], bool], *, whole: bool) -> list[Sequence[Paragraph]]:
    """Paragraphs in groups that each begin with one that opens an item.

    Args:
        found: All paragraphs.
        opens: Whether a paragraph opens an item.
        whole: Whether all paragraphs are the box's; else those that open nothing and are no bullets end it.
    """
    begin = next((at for at in range(len(found)) if opens(at)), None)
    if begin is None or begin > 1:
        return []
    end = begin
    while end < len(found) and (whole or opens(end) or found[end].is_bullet):
        end += 1
    starts = [at for at in range(begin, end) if opens(at)]
    if len(starts) < _FEWEST or 2 * sum(not p.is_bullet for p in found[begin:end]) > 3 * len(starts) + end - begin:
        return []
    return [found[a:b] for a, b in pairwise([*starts, end])]


def _bulleted(stream: Stream, found: Sequence[Paragraph]) -> Callable[[int], bool] | None:
    """Bullets of the sign that stands first; those of other signs are bullets of an item."""
    first = next((p for p in found if p.is_bullet), None)
    if first is None:
        return None
    sign = _sign(stream, first)
    return lambda at: found[at].is_bullet and _sign(stream, found[at]) == sign


def _sign(stream: Stream, paragraph: Paragraph) -> str:
    match = BULLET.match(stream.rows[paragraph.first].text.text)
    return match[0].strip() if match else ""


def _led(stream: Stream, found: Sequence[Paragraph]) -> Callable[[int], bool]:
    """Paragraphs that begin with a few words and a colon."""
    return lambda at: not found[at].is_bullet and _lead(stream, found[at]) is not None


def _headed(stream: Stream, found: Sequence[Paragraph]) -> Callable[[int], bool]:
    """Short lines without a full stop, each with text of its own below."""
    return lambda at: _is_head(stream, found[at]) and at + 1 < len(found) and not _is_head(stream, found[at + 1])


def _is_head(stream: Stream, paragraph: Paragraph) -> bool:
    text = paragraph.parts[0].text
    if paragraph.is_bullet or paragraph.last - paragraph.first > 1 or len(text) > _LONGEST[stream.language]:
        return False
    return not _STOPPED.search(text) and not stream.full(paragraph.first)


def _lead(stream: Stream, paragraph: Paragraph) -> re.Match[str] | None:
    """The colon behind the words that head a paragraph."""
    return _colon(stream, paragraph.parts[0].text)


def _colon(stream: Stream, text: str) -> re.Match[str] | None:
    colon = _COLON[stream.language].search(text, 0, _LONGEST[stream.language] + 2)
    return colon if colon and colon.start() and not _SENTENCE.search(text, 0, colon.start()) else None


def _entry(stream: Stream, group: Sequence[Paragraph]) -> Entry:
    """Paragraphs as an item: the first line alone or the words before a colon are its title."""
    first, last = group[0], group[-1].last
    rest = tuple(group[1:])
    if rest and _is_head(stream, replace(first, is_bullet=False)):
        return Entry(first.first, last, first.parts, rest)
    head = first.parts[0]
    if colon := _lead(stream, first):
        own = replace(first, parts=(head.cut(colon.end()), *first.parts[1:]), is_bullet=False)
        return Entry(first.first, last, (head.cut(0, colon.start()).strip(),), (own, *rest))
    return Entry(first.first, last, (), (replace(first, is_bullet=False), *rest))
