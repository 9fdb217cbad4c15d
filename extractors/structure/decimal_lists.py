"""Headings numbered in decimals (2.1, 2.1.3, and the 2. above them): one list is sections as a whole, or none of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from extractors.structure.headings import Heading
from extractors.structure.marks import heading_mark
from extractors.structure.rows import Stream
from extractors.structure.vocabulary import Vocabulary

Path = tuple[int, ...]

_ABOVE = "arabic_dot"  # 2. above 2.1
_TITLES = 0.9  # share of a list's entries that must stand as titles
# Rows behind a list in which it may go on; bounds the search.
_REACH = 60


def follows(before: Path, path: Path) -> bool:
    """Whether a number is the next one: the first below (2.1 behind 2), or one more at any depth (3.1 behind 2.5.2)."""
    at = next((k for k, (a, b) in enumerate(zip(before, path, strict=False)) if a != b), min(len(before), len(path)))
    if at == len(before):
        return len(path) > at and set(path[at:]) == {1}
    return at < len(path) and path[at] == before[at] + 1 and all(n == 1 for n in path[at + 1 :])


def decimal_lists(
    found: Sequence[Heading], outer: Sequence[int], stands_as_title: Callable[[Heading], bool]
) -> list[list[Heading]]:
    """Entries of each list of decimals, those numbered 2. among them; a list ends at a heading further out.

    Args:
        found: Candidates in order.
        outer: First rows of the headings further out.
        stands_as_title: Whether a candidate looks like a title.
    """
    entries = [h for h in found if h.mark.form in ("decimal", _ABOVE) and not h.mark.firm]
    next_decimal: list[Path] = [()] * len(entries)
    for at in range(len(entries) - 2, -1, -1):
        mark = entries[at + 1].mark
        next_decimal[at] = mark.path if mark.form == "decimal" else next_decimal[at + 1]
    lists: list[list[Heading]] = []
    for at, heading in enumerate(entries):
        path = heading.mark.path
        own = lists[-1] if lists and _same_stretch(lists[-1][-1], heading, outer) else None
        if heading.mark.form == _ABOVE:
            behind = entries[at + 1] if at + 1 < len(entries) else None
            opens = behind and behind.mark.path == (*path, 1) and _same_stretch(heading, behind, outer)
            if not opens and not (own and _counts_on(own, path, next_decimal[at])):
                continue
        elif not (own and follows(own[-1].mark.path, path)) and not stands_as_title(heading):
            continue  # figures of a table
        if own is not None and path > own[-1].mark.path:
            own.append(heading)
        else:
            lists.append([heading])
    return [entries for entries in lists if any(h.mark.form == "decimal" for h in entries)]


def _counts_on(entries: Sequence[Heading], path: Path, next_decimal: Path) -> bool:
    """Whether 2. goes on a list that 1. opened: it is not an item of a list within 1.1, behind which 1.2 comes."""
    return entries[0].mark.form == _ABOVE and follows(entries[-1].mark.path, path) and next_decimal >= path


def _same_stretch(before: Heading, heading: Heading, outer: Sequence[int]) -> bool:
    return bisect_right(outer, before.first) == bisect_right(outer, heading.first)


def are_sections(
    entries: Sequence[Heading],
    stream: Stream,
    outer: Sequence[int],
    words: Vocabulary,
    stands_as_title: Callable[[Heading], bool],
) -> bool:
    """Whether the entries of a list are headings: they stand as titles, text follows them, and nothing goes on them."""
    titles = sum(map(stands_as_title, entries)) >= _TITLES * len(entries)
    return titles and not _bare(entries, stream) and not _goes_on(entries, stream, outer, words)


def without_text(entries: Sequence[Heading]) -> list[Heading]:
    """Entries of a list with no text between their title and the next entry."""
    firsts = {h.first for h in entries}
    return [h for h in entries if h.title.body_at is None and h.last in firsts]


def _bare(entries: Sequence[Heading], stream: Stream) -> bool:
    """Whether most entries without others below them stand directly over the next: a list of short entries."""
    firsts = {h.first for h in entries}
    paths = [h.mark.path for h in entries]
    last = [h for k, h in enumerate(entries) if k + 1 == len(entries) or paths[k + 1][: len(paths[k])] != paths[k]]
    bare = sum(h.title.body_at is None and (h.last in firsts or h.last >= len(stream.rows)) for h in last)
    return 2 * bare > len(last)


def _goes_on(entries: Sequence[Heading], stream: Stream, outer: Sequence[int], words: Vocabulary) -> bool:
    """Whether the count goes on in a row that cannot be a title: then all of it is a list."""
    last = entries[-1]
    behind = bisect_right(outer, last.first)
    stop = outer[behind] if behind < len(outer) else len(stream.rows)
    for at in range(last.last, min(stop, last.last + _REACH)):
        text = stream.rows[at].text.text
        mark = heading_mark(text, words)
        titled = text[mark.title_at : mark.title_at + 1].isalpha() if mark else False
        if mark and titled and mark.form == last.mark.form and follows(last.mark.path, mark.path):
            return True
    return False
