"""Columns of a main-indicator table from the places of its words: heads above, white between."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document, Glyphs
from extractors.mapped import MappedText
from extractors.tables.cell_values import read_cell
from extractors.tables.grid_header import GridHeader, add_column, headings, role_of
from extractors.tables.indicator_units import unit_of_line
from extractors.tables.raw_row import YEAR, bindingness

_SAME_LINE = 0.35  # heights by which the middles of texts of one line may differ
_WORD_GAP = 0.45  # heights of white that part two texts
TOUCHING = 0.15  # heights of white up to which runs stand without a blank
_HEAD_REACH = 2.5  # heights between the years and other headings, which may stand beside a head over the years
_HEAD_STEP = 1.5  # heights from line to line of one heading


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one line with no wide white between them."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    runs: tuple[Glyphs, ...]
    text: str

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """Height of its letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table on a page.

    Attributes:
        header: What they hold; columns are numbered from the left.
        edges: Places between them, one fewer than there are columns.
        bottom: Where the header ends.
    """

    header: GridHeader
    edges: tuple[float, ...]
    bottom: float

    def at(self, x: float) -> int:
        """The column of a place."""
        return sum(edge <= x for edge in self.edges)


def words_between(document: Document, start: int, end: int) -> dict[int, list[Words]]:
    """Words of the raw span [start, end) by page, from top to bottom and left to right."""
    pages: dict[int, list[Glyphs]] = {}
    first = bisect_left(document.glyphs, start, key=lambda g: g.start)
    for run in itertools.takewhile(lambda g: g.start < end, itertools.islice(document.glyphs, first, None)):
        pages.setdefault(run.region.page, []).append(run)
    return {page: _words(document, runs) for page, runs in sorted(pages.items())}


def _words(document: Document, runs: Sequence[Glyphs]) -> list[Words]:
    ordered = sorted(runs, key=lambda g: (g.region.top + g.region.bottom, g.region.x0))
    lines: list[list[Glyphs]] = []
    for run in ordered:
        if lines and _middle(run) - _middle(lines[-1][0]) < _SAME_LINE * _height(run):
            lines[-1].append(run)
        else:
            lines.append([run])
    out: list[Words] = []
    for line in lines:
        line.sort(key=lambda g: g.region.x0)
        groups = [[line[0]]]
        for before, run in itertools.pairwise(line):
            if run.region.x0 - before.region.x1 > _WORD_GAP * _height(run):
                groups.append([run])
            else:
                groups[-1].append(run)
        out += [words_of(document, group) for group in groups]
    return out


def words_of(document: Document, runs: Sequence[Glyphs]) -> Words:
    """Runs of one line as words."""
    regions = [r.region for r in runs]
    text = mapped(document, [runs]).text
    x0, x1 = min(r.x0 for r in regions), max(r.x1 for r in regions)
    return Words(
        regions[0].page, x0, min(r.top for r in regions), x1, max(r.bottom for r in regions), tuple(runs), text
    )


def mapped(document: Document, lines: Sequence[Sequence[Glyphs]]) -> MappedText:
    """Text of the lines of a cell with its places; blanks stand for the white between words and for line ends."""
    parts: list[MappedText] = []
    before: Glyphs | None = None
    for number, runs in enumerate(lines):
        for at, run in enumerate(runs):
            apart = before is not None and (at == 0 or run.region.x0 - before.region.x1 > TOUCHING * _height(run))
            if apart and number + at > 0:
                parts.append(MappedText.replacing(" ", run.start, run.start))
            parts.append(MappedText.of(document.text[run.start : run.end], run.start))
            before = run
    return MappedText.join(parts).strip()


def _headings(document: Document, word: Words) -> list[Words]:
    """The headings of a text in which those of several columns run together."""
    parts = headings(word.text)
    if len(parts) < 2:
        return [word]
    groups: list[list[Glyphs]] = [[] for _ in parts]
    at = 0
    for run in word.runs:
        text = document.text[run.start : run.end]
        at = word.text.find(text, at)
        middle = at + len(text) / 2
        groups[next(k for k, (_, end) in enumerate(parts) if middle <= end)].append(run)
        at += len(text)
    return [words_of(document, group) for group in groups if group]


def columns_of(document: Document, words: Sequence[Words], following: Sequence[Sequence[Words]]) -> Columns | None:
    """The columns of a page's part of a table, null where its words begin with no header.

    Args:
        document: The document.
        words: The page's words.
        following: Words of the pages behind it, on which the table may go on without a header.
    """
    head = _head([part for word in words for part in _headings(document, word)])
    if not head:
        return None
    years = [w for w in head if role_of(w.text) == "year"]
    groups: list[list[Words]] = []
    for word in sorted(head, key=lambda w: (w.x0 + w.x1) / 2):
        if sum(w.x0 < word.x1 and w.x1 > word.x0 for w in years if w is not word and w.top > word.top) > 1:
            continue  # a head over several columns
        group = next((g for g in groups if any(w.x0 < word.x1 and w.x1 > word.x0 for w in g)), None)
        if group is None:
            groups.append([word])
        else:
            group.append(word)
    groups.sort(key=lambda g: min(w.x0 for w in g))
    header = GridHeader()
    named: list[list[Words]] = []
    for group in groups:
        group.sort(key=lambda w: w.top)
        if add_column(header, len(named), [w.text for w in group]):
            named.append(group)
    if not header.is_whole:
        return None
    bottom = max(w.bottom for w in head)
    body = [w for w in words if w.top > bottom - 1]
    for later in following:
        if any(role_of(w.text) == "year" for w in later):
            break
        body += later
    edges: list[float] = []
    for left, right in itertools.pairwise(named):
        edges.append(_edge(left, right, body, edges[-1] if edges else 0.0))
    return Columns(header, tuple(edges), bottom)


def _head(words: Sequence[Words]) -> list[Words]:
    """Headings above the first value, with all their lines."""
    first = next((w.middle for w in words if _is_value(w)), None)
    if first is None:
        return []
    above = [w for w in words if w.middle < first - _SAME_LINE * w.size and not unit_of_line(w.text)]
    years = [w for w in above if role_of(w.text) == "year"]
    if not years:
        return []
    level = years[-1]
    named = sorted((w for w in above if role_of(w.text)), key=lambda w: abs(w.middle - level.middle))
    found: list[Words] = []
    for word in named:
        near = abs(word.middle - level.middle) < _HEAD_REACH * level.size
        if near and not any(_over(word, other) for other in found):
            found.append(word)
    rest = [w for w in above if w not in found]
    # Lines that go on a heading above or below them.
    while more := [
        w for w in rest if any(_over(w, o) and abs(w.middle - o.middle) < _HEAD_STEP * o.size for o in found)
    ]:
        found += more
        rest = [w for w in rest if w not in more]
    return found


def _over(word: Words, other: Words) -> bool:
    return word.x0 < other.x1 and word.x1 > other.x0


def _is_value(word: Words) -> bool:
    if bindingness(word.text):
        return True
    cell = read_cell(word.text)
    return cell.value is not None and not cell.is_words and not YEAR.search(word.text) and role_of(word.text) is None


def _edge(left: Sequence[Words], right: Sequence[Words], body: Sequence[Words], before: float) -> float:
    """The place between two heads that few texts below cross and that has texts at both sides on most lines.

    Of such places the one in the widest white.

    Args:
        left: Lines of the left head.
        right: Lines of the right head.
        body: Texts below the heads.
        before: The left column's left edge.
    """
    low = min((w.x0 + w.x1) / 2 for w in left)
    high = max((w.x0 + w.x1) / 2 for w in right)
    reach = max(high, *(w.x1 for w in right))
    spans = [(w.x0, w.x1) for w in (*body, *left, *right)]
    marks = sorted({low, high, *(x for span in spans for x in span if low < x < high)})
    near = [w for w in body if before < (w.x0 + w.x1) / 2 < reach]
    best = (float(len(spans) + 1), 0.0, (low + high) / 2)
    for a, b in itertools.pairwise(marks):
        crossed = sum(x0 < b and x1 > a for x0, x1 in spans)
        sides: tuple[set[tuple[int, int]], set[tuple[int, int]]] = (set(), set())
        for w in near:
            sides[w.x0 + w.x1 >= a + b].add((w.page, round(w.middle)))
        best = min(best, (crossed - len(sides[0] & sides[1]), a - b, (a + b) / 2))
    return best[2]


def _middle(run: Glyphs) -> float:
    return (run.region.top + run.region.bottom) / 2


def _height(run: Glyphs) -> float:
    return max(run.region.bottom - run.region.top, 1.0)
