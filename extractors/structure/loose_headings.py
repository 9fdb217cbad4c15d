"""Headings of loose forms (1., 28., 2.1), which number lists as often: a whole run of them stands like titles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractors.structure.decimal_lists import are_sections, decimal_lists, without_text
from extractors.structure.headings import Heading
from extractors.structure.marks import heading_mark
from extractors.structure.rows import Stream
from extractors.structure.vocabulary import Vocabulary

_OUTER_RANK = 12
# Rows behind a run of loose numbers in which its list may go on; bounds the search.
_LIST_REACH = 60
_LONGEST_LISTED = {"zh": 40, "en": 120}
_TITLE_END = re.compile(r"[。；;.，,：:、]\s*$")


def listed_headings(
    stream: Stream, found: Sequence[Heading], firm: Sequence[Heading], words: Vocabulary
) -> list[Heading]:
    """Those candidates of loose forms (1., 28.) that are headings and no list: a whole run stands like titles."""
    outer = [h.first for h in firm if h.mark.kind == "labelled" or h.mark.rank <= _OUTER_RANK]
    kept, settled = _of_decimals(stream, found, outer, words)
    loose: dict[str, list[Heading]] = {}
    for heading in found:
        if not heading.mark.firm and heading.mark.form != "decimal":
            loose.setdefault(heading.mark.form, []).append(heading)
    for of_form in loose.values():
        last_place = {h.mark.number: h.first for h in of_form}
        for run in _runs([h for h in of_form if h.first not in settled], outer):
            alone = len(run) == 1 and not _continues(run[0], last_place)
            titles = all(_stands_as_title(stream, h) for h in run)
            if alone or not titles or _run_in_list(run, last_place) or _without_text(stream, run):
                continue
            if not _more_of_it(stream, run, outer, words):
                kept += run
    return kept


def _of_decimals(
    stream: Stream, found: Sequence[Heading], outer: Sequence[int], words: Vocabulary
) -> tuple[list[Heading], set[int]]:
    """Those that are headings of the lists of decimals, and the first rows of all about which that is settled.

    The numbers above decimals (2. above 2.1) that have text of their own may be headings though the decimals are not.
    """
    kept: list[Heading] = []
    settled: set[int] = set()
    lists = decimal_lists(found, outer, lambda h: _stands_as_title(stream, h))
    # 2.1 may be the only one of its chapter, but not of the document.
    several = sum(h.mark.form == "decimal" for entries in lists for h in entries) > 1
    for entries in lists:
        sections = several and are_sections(entries, stream, outer, words, lambda h: _stands_as_title(stream, h))
        kept += entries if sections else ()
        settled |= {h.first for h in (entries if sections else without_text(entries))}
    return kept, settled


def _runs(headings: Sequence[Heading], outer: Sequence[int]) -> list[list[Heading]]:
    """Headings of one form cut where the count breaks or a heading further out stands between."""
    runs: list[list[Heading]] = []
    for heading in headings:
        before = runs[-1][-1] if runs else None
        counts_on = before is not None and heading.mark.number == (before.mark.number or 0) + 1
        if before is None or not counts_on or bisect_right(outer, before.first) != bisect_right(outer, heading.first):
            runs.append([])
        runs[-1].append(heading)
    return runs


def _continues(heading: Heading, last_place: dict[int | None, int]) -> bool:
    """Whether a lone number has its neighbour elsewhere: numbering that goes on over outer headings."""
    number = heading.mark.number or 0
    return number > 1 and (number - 1 in last_place or number + 1 in last_place)


def _run_in_list(run: Sequence[Heading], last_place: dict[int | None, int]) -> bool:
    """Whether run-in numbers begin at one and end here: entries of a list inside a paragraph's text."""
    if run[0].title.body_at is None or run[0].mark.number != 1:
        return False
    following = (run[-1].mark.number or 0) + 1
    return last_place.get(following, -1) < run[-1].first


def _without_text(stream: Stream, run: Sequence[Heading]) -> bool:
    """Whether most numbers stand directly below each other: a list of short entries."""
    firsts = {h.first for h in run}
    bare = sum(h.title.body_at is None and (h.last in firsts or h.last >= len(stream.rows)) for h in run)
    return 2 * bare > len(run)


def _more_of_it(stream: Stream, run: Sequence[Heading], outer: Sequence[int], words: Vocabulary) -> bool:
    """Whether the count goes on in a row that cannot be a title: then all of it is a list."""
    following = (run[-1].mark.number or 0) + 1
    behind = bisect_right(outer, run[-1].first)
    stop = outer[behind] if behind < len(outer) else len(stream.rows)
    for at in range(run[-1].last, min(stop, run[-1].last + _LIST_REACH)):
        mark = heading_mark(stream.rows[at].text.text, words)
        if mark and mark.form == run[-1].mark.form and mark.number == following:
            return True
    return False


def _stands_as_title(stream: Stream, heading: Heading) -> bool:
    text = heading.title.plain
    if heading.title.body_at is not None:
        return heading.mark.form == "arabic_parenthesis"
    if heading.mark.form == "decimal" and not (text[0].isalpha() and (stream.language == "zh" or text[0].isupper())):
        # Two cells of a table.
        return False
    body_follows = heading.last < len(stream.rows)
    return body_follows and not _TITLE_END.search(text) and len(text) <= _LONGEST_LISTED[stream.language]
