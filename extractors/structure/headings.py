"""Which rows are headings: what opens like one, stands like one, and fits the sequence of its kind."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.structure.marks import Mark, box_mark, heading_mark, leaders
from extractors.structure.rows import Stream
from extractors.structure.titles import Title, heading_title
from extractors.structure.vocabulary import Vocabulary

_FEWEST_ENTRIES = 3
_FULL_STOPS = ("。", "；")


Key = tuple[str, int | tuple[int, ...] | None]


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
    def key(self) -> Key:
        """What a table of contents and the text have in common."""
        return self.mark.form, self.mark.path or self.mark.number


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


def _judge_run(stream: Stream, run: list[Heading], later: Counter[Key], words: Vocabulary) -> list[Heading]:
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
