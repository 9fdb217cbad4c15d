"""Text layers that give a printed blank a line of its own, so that every word stands alone: lines put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.mapped import MappedText
from extractors.repair.model import Change, CleanLine
from extractors.repair.spacing import is_cjk

# So many seams must run through a sentence, and be such a share of all, before lines of blanks are no paragraph ends.
_LEAST_SURE = 5
_LEAST_SHARE = 0.5
_MOST_BLANK_LINES = 3
_TERMINATORS = frozenset("。！？：；，、:")


@dataclass(frozen=True, slots=True)
class _Break:
    """Line `first` and line `second` are one printed line, cut by a line of blanks directly behind `first`."""

    first: int
    second: int


def put_together(lines: Sequence[CleanLine]) -> tuple[list[CleanLine], list[Change]]:
    """Lines that lines of blanks cut up, each as one; the lines they were cut into are left without text.

    A text whose paragraphs are merely separated by such lines comes back unchanged.
    """
    breaks = list(_breaks(lines))
    sure = sum(_runs_on(lines[b.first].text.text, lines[b.second].text.text) for b in breaks)
    if sure < _LEAST_SURE or sure < _LEAST_SHARE * len(breaks):
        return list(lines), []
    result, changes = list(lines), []
    parts: dict[int, list[MappedText]] = {}
    ends: dict[int, int] = {}
    head: dict[int, int] = {}
    for b in breaks:
        first = head.get(b.first, b.first)
        head[b.second] = first
        before, after = lines[b.first].text, lines[b.second].text
        start, end = before.ends[-1], after.starts[0]
        bare = is_cjk(after.text[0]) and before.text[-1] in _TERMINATORS
        glue = "" if bare else " "
        parts.setdefault(first, [before]).extend((MappedText.replacing(glue, start, end), after))
        changes.append(Change(start, end, "", glue, "abstract_odd_space", "line_of_blanks"))
        # Without extent: it was no line of blanks.
        emptied = lines[b.second]
        result[b.second] = replace(emptied, text=MappedText.of(""), role="blank", end=emptied.start)
        ends[first] = emptied.end
    for first, pieces in parts.items():
        result[first] = replace(lines[first], text=MappedText.join(pieces), end=ends[first])
    return result, changes


def _breaks(lines: Sequence[CleanLine]) -> list[_Break]:
    found: list[_Break] = []
    at = 0
    while at < len(lines):
        following = at + 1
        while following < len(lines) and lines[following].role == "blank":
            following += 1
        # The line of blanks follows at once; behind an empty line it is a separator.
        blanks = lines[at + 1].end - lines[at + 1].start if at + 1 < following else 0
        if (
            blanks
            and lines[at].role == "body"
            and following < len(lines)
            and lines[following].role == "body"
            and following - at - 1 <= _MOST_BLANK_LINES
        ):
            found.append(_Break(at, following))
        at = following
    return found


def _runs_on(before: str, after: str) -> bool:
    return before[-1] in ",，、" or (before[-1] not in ".!?。！？" and after[0].islower())
