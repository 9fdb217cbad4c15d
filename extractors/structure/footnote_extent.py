"""How far a footnote reaches: to the next note, the page's end, and over it where the note is not complete."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.repair.model import CleanLine
from extractors.structure.footnote_forms import Opening, opening

SENTENCE_END = re.compile(r"[.!?:;。！？：；][”’\"')\]）」』]*$")
MOST_LINES = 40
_DEEPEST_INDENT = 8
_FURNITURE = ("page_number", "running_header", "chrome", "garbled")
# What is left of a note on the next page is short; more is text of the page.
_MOST_CARRIED = 12
_LONGEST_PAGE = 400


def open_of(line: CleanLine, raised: frozenset[int]) -> Opening | None:
    """The note that a line may begin."""
    if line.role != "body" or line.indent > _DEEPEST_INDENT:
        return None
    return opening(line.text.text, bool(raised) and line.text.starts[0] in raised)


def note_end(lines: Sequence[CleanLine], at: int, note: Opening, raised: frozenset[int]) -> int:
    """Index behind a note's last line: the next note, the next page, or a blank line where the note is complete."""
    page, end, depth, text = lines[at].page, at + 1, 0, ""
    for index in range(at, min(at + MOST_LINES, len(lines))):
        line = lines[index]
        if line.role in _FURNITURE or line.page != page or (lines[at].at_foot and line.text and not line.at_foot):
            break
        if line.role == "blank":
            if depth <= 0 and SENTENCE_END.search(text):
                break
            continue
        following = open_of(line, raised)
        # Text editions indent the first line of a page by a blank.
        if index > at and ((following and following.number == note.number + 1) or line.indent == 1):
            break
        text = line.text.text
        depth += _open_brackets(text)
        end = index + 1
    return end


def carried_over(lines: Sequence[CleanLine], at: int, end: int, note: Opening, raised: frozenset[int]) -> range:
    """The lines at the next page's foot on which an incomplete note goes on, or none.

    They stand below a blank line, and right above the next note or at the end of a page whose text
    goes on from a sentence that the note's page has left open.
    """
    page = lines[at].page
    complete = (
        SENTENCE_END.search(lines[end - 1].text.text) and sum(_open_brackets(x.text.text) for x in lines[at:end]) <= 0
    )
    if page is None or complete:
        return range(0)
    if lines[at].at_foot and (printed := _next_foot(lines, end, page, raised)):
        return printed
    body = [i for i in range(end, min(end + _LONGEST_PAGE, len(lines))) if lines[i].role == "body"]
    if not body or lines[body[0]].page != page + 1:
        return range(0)
    body = [i for i in body if lines[i].page == page + 1]
    last, foot = body[-1], False
    for index in body:
        following = open_of(lines[index], raised)
        if following and following.form == note.form and following.number in (note.number + 1, 1):
            last, foot = index - 1, True
            break
    first = last
    while first > body[0] and lines[first - 1].role == "body":
        first -= 1
    if first <= body[0] or last - first >= _MOST_CARRIED or lines[first - 1].role != "blank":
        return range(0)
    if not SENTENCE_END.search(lines[last].text.text) or (not foot and not _left_open(lines, at)):
        return range(0)
    return range(first, last + 1)


def _next_foot(lines: Sequence[CleanLine], end: int, page: int, raised: frozenset[int]) -> range:
    """The lines that open no note at the foot of the next column or page, where the print shows that foot."""
    first = next((i for i in range(end, min(end + _LONGEST_PAGE, len(lines))) if lines[i].at_foot), None)
    if (
        first is None
        or lines[first].page not in (page, page + 1)
        or all(not x.text or x.at_foot for x in lines[end:first])
    ):
        return range(0)
    last = first
    while last < len(lines) and lines[last].at_foot and lines[last].text and not open_of(lines[last], raised):
        last += 1
    runs_on = lines[end - 1].stops_short is not True and not lines[first].text.text[:1].isdigit()
    ended = last > first and SENTENCE_END.search(lines[last - 1].text.text)
    return range(first, last) if runs_on and ended and last - first <= _MOST_CARRIED else range(0)


def _open_brackets(text: str) -> int:
    return sum(text.count(b) for b in "(（") - sum(text.count(b) for b in ")）")


def _left_open(lines: Sequence[CleanLine], at: int) -> bool:
    before = next((line for line in reversed(lines[max(0, at - 5) : at]) if line.role == "body"), None)
    return before is not None and not SENTENCE_END.search(before.text.text)
