"""Where the text behind a subsection is its chapter's: at an address, at a period summed up, at an annex."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractors.structure.headings import Heading
from extractors.structure.marks import Mark, list_number
from extractors.structure.numbering import Placed
from extractors.structure.rows import Stream
from extractors.structure.titles import Title
from extractors.structure.vocabulary import Vocabulary

# Rank from which bare headings are subsections of something; further out only run-in ones are.
_INNER_RANK = 12
# So many subsections that turn to the audience make it the speaker's habit.
_HABIT = 2


@dataclass(frozen=True, slots=True)
class Closing:
    """Row `first` opens a paragraph in which no section of `rank` or further inwards is open any more."""

    first: int
    rank: int


def closings(stream: Stream, headings: Sequence[Placed], others: Collection[int], words: Vocabulary) -> list[Closing]:
    """The paragraphs with which a subsection's chapter takes the word again.

    Args:
        stream: The rows.
        headings: All headings, in order.
        others: Rows of boxes and lists of contents, which are no paragraphs.
        words: What opens an address or a summary.

    Returns:
        At most one closing a heading, in order.
    """
    found: list[Closing] = []
    above: list[Placed] = []
    for at, opening in enumerate(headings):
        above = [*(p for p in above if p.rank < opening.rank), opening]
        outermost = next((p for p in above[1:] if _is_inner(p.heading)), None)
        if outermost is None:
            continue
        behind = [row for row in _later_paragraphs(stream, headings, at) if row not in others]
        if _is_last(headings, at):
            first = _behind_last(stream, headings, at, behind, words)
        else:
            first = _list_of_chapter(stream, behind, words)
        if first is not None:
            found.append(Closing(first, outermost.rank))
    return found


def _behind_last(
    stream: Stream, headings: Sequence[Placed], at: int, behind: Sequence[int], words: Vocabulary
) -> int | None:
    """Where the last subsection ends: at an address or a summary, unless its siblings hold such ones themselves."""
    siblings = [_later_paragraphs(stream, headings, sibling) for sibling in _siblings(headings, at)]
    summing = sum(any(_opens(stream, row, words.summaries) for row in rows) for rows in siblings)
    turning = sum(any(_opens(stream, row, words.addresses) for row in rows) for rows in siblings)
    summaries = [] if summing else [row for row in behind if _opens(stream, row, words.summaries)]
    addresses = [row for row in behind if _opens(stream, row, words.addresses)]
    if turning >= _HABIT:
        # The speaker ends each subsection so: the first address is still its own.
        addresses = addresses[1:]
    return min([*summaries, *addresses], default=None)


def _list_of_chapter(stream: Stream, behind: Sequence[int], words: Vocabulary) -> int | None:
    """Where between two subsections an address opens a list, which is the chapter's; a mere address opens nothing."""
    for row, following in itertools.pairwise(behind):
        if _opens(stream, row, words.addresses) and list_number(stream.rows[following].text.text, words):
            return row
    return None


def _opens(stream: Stream, row: int, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(stream.rows[row].text.text))


def _is_inner(heading: Heading) -> bool:
    run_in = heading.title.body_at is not None
    return heading.mark.kind == "bare" and (heading.mark.rank >= _INNER_RANK or run_in)


def _later_paragraphs(stream: Stream, headings: Sequence[Placed], at: int) -> list[int]:
    """Rows that open a paragraph behind the first one of a heading's own text."""
    title = headings[at].heading.title
    first = title.last if title.body_at is not None else title.last + 1
    stop = headings[at + 1].heading.first if at + 1 < len(headings) else len(stream.rows)
    return [row for row in range(first, stop) if not stream.runs_on(row - 1)]


def _is_last(headings: Sequence[Placed], at: int) -> bool:
    """Whether a subsection has siblings and is the last of them."""
    mark = headings[at].heading.mark
    behind = next((p.heading.mark for p in headings[at + 1 :] if p.rank <= mark.rank), None)
    return len(_siblings(headings, at)) > 0 and (behind is None or behind.rank < mark.rank)


def _siblings(headings: Sequence[Placed], at: int) -> list[int]:
    """The headings of the same rank before this one, below the same parent."""
    found: list[int] = []
    for before in range(at - 1, -1, -1):
        if headings[before].rank < headings[at].rank:
            break
        if headings[before].rank == headings[at].rank:
            found.append(before)
    return found


def annexes(stream: Stream, headings: Sequence[Heading], others: Collection[int], words: Vocabulary) -> list[Heading]:
    """Annexes headed by one word on a row of its own; they stand beside the outermost of the headings.

    Rows in `others` are boxes and lists of contents. A text without headings has no sections, so no annex either.
    """
    if not headings:
        return []
    rows, rank = stream.rows, min(h.mark.rank for h in headings)
    taken = {row for h in headings for row in range(h.first, h.last)}.union(others)
    places = [
        at
        for at in range(headings[0].last, len(rows) - 1)
        if at not in taken and words.annexes.fullmatch(rows[at].text.text) and not stream.runs_on(at - 1)
    ]
    # Printed again at the head of its pages, or named in a list before: the first stands where no later one does.
    count = Counter(rows[at].text.text for at in places)
    mark = Mark("markdown", "annex", None, rank, None, None, 0)
    return [Heading(at, mark, Title((rows[at].text,), at + 1)) for at in places if count[rows[at].text.text] == 1]
