"""Which rows are headings: what opens like one, stands like one, and fits the sequence of its kind."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.structure.marks import Mark, box_mark, heading_mark, leaders
from extractors.structure.rows import Stream
from extractors.structure.titles import Title, heading_title
from extractors.structure.vocabulary import Vocabulary

_FEWEST_ENTRIES = 3
_OUTER_RANK = 12
# Rows behind a run of loose numbers in which its list may go on; bounds the search.
_LIST_REACH = 60
_LONGEST_LISTED = {"zh": 40, "en": 120}
_FULL_STOPS = ("。", "；")
_TITLE_END = re.compile(r"[。；;.，,：:、]\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that opens like a heading, with its title."""

    first: int
    mark: Mark
    title: Title

    @property
    def last(self) -> int:
        """The row behind the title's last row."""
        return self.title.last

    @property
    def key(self) -> tuple[str, int | None]:
        """What a table of contents and the text have in common."""
        return self.mark.form, self.mark.number


def candidates(stream: Stream, words: Vocabulary) -> list[Heading]:
    """Every row that opens and stands like a heading, in order and without overlap."""
    found: list[Heading] = []
    at = 0
    while at < len(stream.rows):
        heading = _candidate(stream, at, words, at == 0 or (bool(found) and found[-1].last == at))
        if heading:
            found.append(heading)
            at = heading.last
        else:
            at += 1
    return found


def _candidate(stream: Stream, at: int, words: Vocabulary, behind_heading: bool) -> Heading | None:
    row = stream.rows[at]
    mark = heading_mark(row.text.text, words)
    if mark is None or not (behind_heading or _begins(stream, at, mark)):
        return None
    if mark.kind == "markdown" and box_mark(row.text.text, words):
        return None
    title = heading_title(stream, at, mark, words)
    return Heading(at, mark, title) if title else None


def _begins(stream: Stream, at: int, mark: Mark) -> bool:
    """Whether a paragraph begins at this row: a number inside a running sentence opens nothing."""
    row, before = stream.rows[at], stream.rows[at - 1]
    if row.opens or before.terminated:
        return True
    if row.after_blank and not row.after_furniture:
        return True
    if row.after_furniture:
        return mark.kind == "labelled" or not stream.full(at - 1)
    return not stream.wrapped or not stream.full(at - 1, 0.9)


def contents_entries(stream: Stream, found: Sequence[Heading], words: Vocabulary) -> list[Heading]:
    """Those of the candidates that only list the headings to come: a table of contents."""
    entries: list[Heading] = []
    run: list[Heading] = []
    later = Counter(h.key for h in found)
    for heading in found:
        sentence = stream.rows[heading.last - 1].text.text.endswith(_FULL_STOPS)  # no entry of a list of titles
        if run and (sentence or not _listed_behind(stream, run[-1], heading)):
            entries += _judge_run(stream, run, later, words)
            run = []
        if not sentence:
            run.append(heading)
    entries += _judge_run(stream, run, later, words)
    return entries


def _listed_behind(stream: Stream, before: Heading, heading: Heading) -> bool:
    """Whether nothing but the rest of its own entry stands between two candidates."""
    if before.title.body_at is not None:
        return False
    between = range(before.last, heading.first)
    return all(leaders(stream.rows[at].text.text) or _bare_number(stream, at) for at in between)


def _bare_number(stream: Stream, at: int) -> bool:
    """Whether a row is a bare page number or nothing but rules."""
    return not re.search(r"[^\W\d_]", stream.rows[at].text.text)


def _judge_run(
    stream: Stream, run: list[Heading], later: Counter[tuple[str, int | None]], words: Vocabulary
) -> list[Heading]:
    """The run itself if it lists, nothing if it is headings that follow each other closely."""
    if not run:
        return []
    dotted = sum(leaders(stream.rows[h.last - 1].text.text) for h in run)
    before = stream.rows[run[0].first - 1].text.text.strip(" #*") if run[0].first else ""
    titled = bool(words.contents.fullmatch(before))
    inside = Counter(h.key for h in run)
    repeated = sum(later[h.key] > inside[h.key] for h in run)
    siblings = any(a.mark.rank >= b.mark.rank for a, b in itertools.pairwise(run))
    lists = len(run) >= _FEWEST_ENTRIES and siblings and (2 * repeated >= len(run) or 2 * dotted >= len(run))
    if not (lists or 2 * dotted > len(run) or (titled and siblings)):
        return []
    return _without_first_of_text(stream, run)


def _without_first_of_text(stream: Stream, run: list[Heading]) -> list[Heading]:
    """A list runs into the text's own first headings: what begins its numbering again is the text's."""
    for at, heading in enumerate(run[1:], start=1):
        dotted = leaders(stream.rows[heading.last - 1].text.text)
        if heading.key == run[0].key and not dotted and _titles_equal(heading, run[0]):
            return run[:at]
    return run


def _titles_equal(one: Heading, other: Heading) -> bool:
    squeeze = re.compile(r"[\s.…·\d]+")
    return squeeze.sub("", one.title.plain) == squeeze.sub("", other.title.plain)


def fitting(found: Sequence[Heading]) -> list[Heading]:
    """Labelled headings, and bare ones of firm forms that have a neighbour in their sequence."""
    kept = [h for h in found if h.mark.kind == "labelled" or h.mark.firm]
    numbers: dict[str, set[int]] = {}
    for heading in kept:
        numbers.setdefault(heading.mark.form, set()).add(heading.mark.number or 0)
    return [
        h
        for h in kept
        if h.mark.kind != "bare"
        or h.mark.number is None
        or {h.mark.number - 1, h.mark.number + 1} & numbers[h.mark.form]
    ]


def listed_headings(
    stream: Stream, found: Sequence[Heading], firm: Sequence[Heading], words: Vocabulary
) -> list[Heading]:
    """Those candidates of loose forms (1., 28.) that are headings and no list: a whole run stands like titles."""
    outer = [h.first for h in firm if h.mark.kind == "labelled" or h.mark.rank <= _OUTER_RANK]
    loose: dict[str, list[Heading]] = {}
    for heading in found:
        if not heading.mark.firm:
            loose.setdefault(heading.mark.form, []).append(heading)
    kept: list[Heading] = []
    for of_form in loose.values():
        last_place = {h.mark.number: h.first for h in of_form}
        for run in _runs(of_form, outer):
            # 2.1 may be the only one of its chapter, but not of the document.
            siblings = run[0].mark.form == "decimal" and len(of_form) > 1
            alone = len(run) == 1 and not siblings and not _continues(run[0], last_place)
            titles = all(_stands_as_title(stream, h) for h in run)
            if alone or not titles or _run_in_list(run, last_place) or _without_text(stream, run):
                continue
            if not _more_of_it(stream, run, outer, words):
                kept += run
    return kept


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
