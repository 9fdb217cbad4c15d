"""The number a heading must have, and its level, from its neighbours and what stands above it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.structure.headings import Heading

_LADDER = ("chapter", "section", "subsection")
_BELOW = {"part": 0, "chapter": 1, "section": 2, "article": 2, "subsection": 2}


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading with its level, its right number and its depth among the others."""

    heading: Heading
    level: str
    number: int | None
    rank: int


def placed(headings: Sequence[Heading]) -> list[Placed]:
    """Every heading with its level and the number it must have."""
    numbers = _right_numbers(headings)
    levels = _levels(headings)
    return [Placed(h, level, n, h.mark.rank) for h, level, n in zip(headings, levels, numbers, strict=True)]


def _right_numbers(headings: Sequence[Heading]) -> list[int | None]:
    right: list[int | None] = [h.mark.number for h in headings]
    for form in sorted({h.mark.form for h in headings} - {"decimal"}):  # a decimal's number is what it prints
        places = [at for at, h in enumerate(headings) if h.mark.form == form and h.mark.number is not None]
        anew = [bool(k) and _outer_between(headings, places[k - 1], places[k]) for k in range(len(places))]
        first = [headings[places[k]].mark.number == 1 for k in range(len(places)) if anew[k]]
        restarts = bool(first) and 2 * sum(first) > len(first)
        for k in range(1, len(places)):
            right[places[k]] = _right_number(
                printed=headings[places[k]].mark.number or 0,
                before=right[places[k - 1]] or 0,
                behind=headings[places[k + 1]].mark.number if k + 1 < len(places) else None,
                restarted=anew[k] and restarts,
                may_restart=anew[k],
            )
    return right


def _outer_between(headings: Sequence[Heading], before: int, at: int) -> bool:
    rank = headings[at].mark.rank
    # An annex is a text of its own that may number its parts anew.
    return any(h.mark.rank < rank or h.mark.form == "annex" for h in headings[before + 1 : at])


def _right_number(*, printed: int, before: int, behind: int | None, restarted: bool, may_restart: bool) -> int:
    """A number out of sequence is a misprint if the next one fits the sequence without it, else a gap."""
    expected = 1 if restarted else before + 1
    if printed == expected or (printed == 1 and may_restart):
        return printed
    if behind == expected + 1:
        return expected
    if behind == printed + 1:
        return printed
    return expected if printed <= before and not restarted else printed


def _levels(headings: Sequence[Heading]) -> list[str]:
    running = _running_form(headings)
    bare = sorted({(h.mark.rank, h.mark.form) for h in headings if h.mark.kind == "bare" and h.mark.form != running})
    of_depth = [h for h in headings if h.mark.form != "annex"]
    markdown = sorted({(h.mark.rank, h.mark.form) for h in of_depth if h.mark.kind == "markdown"})
    depth = {mark: at for marks in (bare, markdown) for at, mark in enumerate(marks)}
    ranked = _articles_with_sections(headings)
    levels: list[str] = []
    above: str | None = None
    for heading in headings:
        mark = heading.mark
        if mark.form == "annex":
            levels.append(_level_beside(headings, levels, mark.rank))
        elif mark.kind == "labelled":
            above = "chapter" if mark.form == "article" and ranked else mark.form
            levels.append(above)
        elif mark.form == running:
            levels.append("article")
        elif running and depth[mark.rank, mark.form] == 0 and above is None:
            levels.append("part")
        else:
            base = _BELOW[above] if above else 0
            levels.append(_LADDER[min(base + depth[mark.rank, mark.form], len(_LADDER) - 1)])
    return levels


def _level_beside(headings: Sequence[Heading], levels: Sequence[str], rank: int) -> str:
    """The level that the first heading of this rank has."""
    return next((level for h, level in zip(headings, levels, strict=False) if h.mark.rank == rank), _LADDER[0])


def _articles_with_sections(headings: Sequence[Heading]) -> bool:
    """Whether `Article` is this text's word for a chapter: it holds sections and there are no chapters."""
    forms = [h.mark.form for h in headings if h.mark.kind == "labelled"]
    return "chapter" not in forms and any(a == "article" and b == "section" for a, b in itertools.pairwise(forms))


def _running_form(headings: Sequence[Heading]) -> str | None:
    """The bare form, if any, whose numbers run on through the whole document instead of starting anew."""
    for form in ("arabic_parenthesis", "arabic_dot", "parenthesis"):
        places = [at for at, h in enumerate(headings) if h.mark.form == form]
        if not places or places[0] == 0:
            continue
        anew = [b for a, b in itertools.pairwise(places) if _outer_between(headings, a, b)]
        starts = [headings[at].mark.number for at in (places[0], *anew)]
        if starts[0] != 1 and len(starts) == 1:
            return form
        if anew and all(n != 1 for n in starts[1:]):
            return form
    return None
