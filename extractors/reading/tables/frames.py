"""Frames of a page: boxes ruled around text, shaded behind it, or marked off by bars."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.reading.engine import Fill, PageContent
from extractors.reading.tables.lattice import Grid
from extractors.reading.tables.model import Box, Frame, FrameKind
from extractors.reading.tables.page_ends import body_lines
from extractors.reading.tables.rulings import LineGroup, Ruling, is_white
from extractors.reading.tables.text_lines import TextLine

_NARROWEST = 0.2  # share of the page's width that a frame takes at least
_PAGE = 0.9  # share of the page's width and height from which on a frame is the page's border or background
_SAME_EDGE = 4.0  # points by which edges of one frame may differ
_MARGIN = 0.1  # share of the page's height in which running headers and footers stand, and rules with them
_AT_END = 0.25  # share of the page's height from its end within which what goes on over it must end
_CLOSE = 3.0  # font sizes between a bar and the text that it marks off
_BESIDE = 4.5  # font sizes between a bar at the left and its text, an indent of two Chinese characters included
_TALLEST_BAR = 0.75  # share of the page's height from which on a line at the side is an ornament


@dataclass(frozen=True, slots=True)
class Outline:
    """A frame's edges before it is known what stands in it."""

    box: Box
    kind: FrameKind
    rows: tuple[Box, ...]
    open_top: bool = False
    open_bottom: bool = False


def ruled_outline(grid: Grid) -> Outline:
    """The frame that lines of one column make, with its rows."""
    x0, _, x1, _ = grid.box
    rows = tuple((x0, a, x1, b) for a, b in zip(grid.ys, grid.ys[1:], strict=False))
    places = [h.at for h in grid.across if h.end - h.start > 0.5 * (x1 - x0)]
    open_top = not any(abs(at - grid.ys[0]) < _SAME_EDGE for at in places)
    open_bottom = not any(abs(at - grid.ys[-1]) < _SAME_EDGE for at in places)
    return Outline(grid.box, "ruled", rows, open_top, open_bottom)


def half_open_outlines(groups: Iterable[LineGroup]) -> list[Outline]:
    """Frames of two lines at the sides, cut by page ends: with one line across, or none."""
    lone: list[Ruling] = []
    found: list[Outline] = []
    for across, down in groups:
        if len(across) == 1 and len(down) == 2 and _alike(*down):
            sides = sorted(down)
            top, bottom = min(v.start for v in down), max(v.end for v in down)
            box = (sides[0].at, top, sides[1].at, bottom)
            above = abs(across[0].at - top) < _SAME_EDGE
            found.append(Outline(box, "ruled", (box,), not above, above))
        elif not across:
            lone += down
    lone.sort(key=lambda v: (round(v.start), v.at))
    for left, right in itertools.pairwise(lone):
        if _alike(left, right) and right.at - left.at > _SAME_EDGE:
            box = (left.at, left.start, right.at, left.end)
            found.append(Outline(box, "ruled", (box,), True, True))
    return found


def _alike(a: Ruling, b: Ruling) -> bool:
    return abs(a.start - b.start) < _SAME_EDGE and abs(a.end - b.end) < _SAME_EDGE


def shaded_outlines(fills: Sequence[Fill], page: PageContent) -> list[Outline]:
    """Backgrounds; those that lie one under the other line by line are one."""
    seen = sorted(
        {
            (round(f.x0, 1), round(f.top, 1), round(f.x1, 1), round(f.bottom, 1))
            for f in fills
            if f.x1 - f.x0 >= _NARROWEST * page.width and not is_white(f)
        },
        key=lambda b: (round(b[0] / _SAME_EDGE), b[1]),
    )
    joined: list[Box] = []
    for box in seen:
        last = joined[-1] if joined else None
        beside = last and abs(last[0] - box[0]) < _SAME_EDGE and abs(last[2] - box[2]) < _SAME_EDGE
        if last and beside and box[1] <= last[3] + _SAME_EDGE:
            joined[-1] = (min(last[0], box[0]), last[1], max(last[2], box[2]), max(last[3], box[3]))
        else:
            joined.append(box)
    return [Outline(b, "shaded", (b,)) for b in joined]


def barred_outlines(across: Sequence[Ruling], groups: Iterable[LineGroup], page: PageContent) -> list[Outline]:
    """Text between two equal lines across that no line joins, and text beside a line at its left."""
    wide = [
        h
        for group in groups
        if not group[1]
        for h in group[0]
        if h.end - h.start >= 2 * _NARROWEST * page.width and _MARGIN * page.height < h.at < (1 - _MARGIN) * page.height
    ]
    wide.sort()
    found = []
    at = 0
    while at + 1 < len(wide):
        upper, lower = wide[at], wide[at + 1]
        if _alike(upper, lower) and len([h for h in across if _alike(h, upper)]) % 2 == 0:
            box = (upper.start, upper.at, upper.end, lower.at)
            found.append(Outline(box, "barred", (box,)))
            at += 2
        else:
            at += 1
    return found


def side_bars(groups: Iterable[LineGroup], lines: Sequence[TextLine], page: PageContent) -> list[Outline]:
    """Text beside a vertical line at its left."""
    found = []
    for across, down in groups:
        if across or len(down) != 1 or down[0].end - down[0].start > _TALLEST_BAR * page.height:
            continue
        bar = down[0]
        beside = [t for t in lines if bar.start - 1 <= (t.top + t.bottom) / 2 <= bar.end + 1]
        fewest = 2 if _inside_page(bar, lines, page) else 1
        if len(beside) < fewest or any(t.x0 < bar.at for t in beside):
            continue
        if all(t.x0 > bar.at + _BESIDE * t.size for t in beside):  # one line at least begins at the bar
            continue
        box = (bar.at, bar.start, max(t.x1 for t in beside), bar.end)
        found.append(Outline(box, "barred", (box,)))
    return found


def _inside_page(bar: Ruling, lines: Sequence[TextLine], page: PageContent) -> bool:
    """Whether the page's text has lines above and below a line at the side: no page's end cuts it."""
    body = body_lines(lines, page.height)
    return any(t.bottom < bar.start for t in body) and any(t.top > bar.end for t in body)


def frames_of(outlines: Sequence[Outline], lines: Sequence[TextLine], page: PageContent) -> list[Frame]:
    """Outlines with text in them; of those that stand in each other at one place the first.

    Args:
        outlines: What may be a frame, the surest kind first.
        lines: Lines of text outside tables.
        page: The page.
    """
    found: list[Frame] = []
    for outline in outlines:
        frame = _frame(outline, lines, page)
        if frame is not None and not any(_same_place(frame.box, other.box) for other in found):
            found.append(frame)
    return sorted(found, key=lambda f: (f.box[1], f.box[0]))


def _frame(outline: Outline, lines: Sequence[TextLine], page: PageContent) -> Frame | None:
    x0, top, x1, bottom = outline.box
    if x1 - x0 < _NARROWEST * page.width:
        return None
    if x1 - x0 > _PAGE * page.width and bottom - top > _PAGE * page.height:
        return None
    chars: list[int] = []
    across = 0
    for line in lines:
        if not top <= (line.top + line.bottom) / 2 <= bottom:
            continue
        for s in line.segments:
            if x0 <= (s.x0 + s.x1) / 2 <= x1:
                chars += s.chars
                across += s.x0 < x0 - 0.5 * s.size or s.x1 > x1 + 0.5 * s.size
    if not chars or across:  # text runs out of it: an underline, a drawing
        return None
    if outline.kind == "barred" and not _close(outline, lines):
        return None
    body = body_lines(lines, page.height)
    below = any(t.top >= bottom - 1 for t in body)
    above = any(t.bottom <= top + 1 for t in body)
    return Frame(
        page.number,
        outline.box,
        outline.kind,
        outline.rows,
        tuple(chars),
        open_top=outline.open_top or (not above and top < _AT_END * page.height),
        open_bottom=outline.open_bottom or (not below and bottom > (1 - _AT_END) * page.height),
    )


def _close(outline: Outline, lines: Sequence[TextLine]) -> bool:
    """Whether text begins under the upper bar and ends over the lower one."""
    _, top, _, bottom = outline.box
    within = [t for t in lines if top <= (t.top + t.bottom) / 2 <= bottom]
    if not within:
        return False
    first, last = within[0], within[-1]
    return first.top - top < _CLOSE * first.size and bottom - last.bottom < _CLOSE * last.size


def _same_place(box: Box, other: Box) -> bool:
    """Whether one of two boxes stands, but for its rim, in the other."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    least = min((b[2] - b[0]) * (b[3] - b[1]) for b in (box, other))
    return width > 0 and height > 0 and width * height > 0.6 * least


def join_frames(frames_by_page: Iterable[Sequence[Frame]]) -> list[tuple[Frame, ...]]:
    """Frames of a document, each with its parts on the pages that it runs over.

    The last frame of a page goes on in the first of the next if both are open there and as wide. Whether a new box
    begins in it is for its text to say.
    """
    done: list[list[Frame]] = []
    for frames in frames_by_page:
        for number, frame in enumerate(frames):
            last = done[-1][-1] if done else None
            if number == 0 and last is not None and _goes_on(last, frame):
                done[-1].append(frame)
            else:
                done.append([frame])
    return [tuple(parts) for parts in done]


def _goes_on(last: Frame, frame: Frame) -> bool:
    if frame.page != last.page + 1 or frame.kind != last.kind or not (last.open_bottom and frame.open_top):
        return False
    same_width = abs((last.box[2] - last.box[0]) - (frame.box[2] - frame.box[0])) < _SAME_EDGE
    # Beside a bar at the left the lines of text may end anywhere.
    return same_width or (frame.kind == "barred" and abs(last.box[0] - frame.box[0]) < _SAME_EDGE)


def without(frames: Sequence[Frame], boxes: Sequence[Box]) -> list[Frame]:
    """Frames that are no table's place."""
    return [replace(f) for f in frames if not any(_same_place(f.box, b) for b in boxes)]
