"""Where the text of a page's frames stands in the raw text, and frames over pages as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Glyphs, PrintedFrame
from extractors.reading.page_turn import Box
from extractors.reading.tables.frames import join_frames
from extractors.reading.tables.model import Frame

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FrameText:
    """Raw span of a frame's text on one page, and of its rows."""

    span: Span
    rows: tuple[Span, ...]


def text_of_frame(frame: Frame, glyphs: Sequence[Glyphs]) -> FrameText | None:
    """Where a frame's text was written down; null where other text was written down within it.

    Args:
        frame: Its boxes as displayed.
        glyphs: The page's runs of characters in the order in which they were written down.
    """
    within = [at for at, run in enumerate(glyphs) if _holds(frame.box, run)]
    if not within or within[-1] - within[0] + 1 != len(within):
        return None
    own = glyphs[within[0] : within[-1] + 1]
    rows = []
    for row in frame.rows:
        inside = [run for run in own if _holds(row, run)]
        if inside:
            rows.append((inside[0].start, inside[-1].end))
    return FrameText((own[0].start, own[-1].end), tuple(rows))


def _holds(box: Box, run: Glyphs) -> bool:
    across, down = run.region.x0 + run.region.x1, run.region.top + run.region.bottom
    return 2 * box[0] <= across <= 2 * box[2] and 2 * box[1] <= down <= 2 * box[3]


def printed_frames(
    by_page: Sequence[Sequence[Frame]], places: dict[tuple[int, Box], FrameText]
) -> tuple[PrintedFrame, ...]:
    """The frames of a document in the order of their text, those cut by page ends joined.

    Args:
        by_page: Frames of each page.
        places: Where each one's text stands, by its page and box.
    """
    found = []
    for parts in join_frames([[f for f in frames if (f.page, f.box) in places] for frames in by_page]):
        texts = [places[f.page, f.box] for f in parts]
        spans = [text.span for text in texts]
        if any(a[1] > b[0] for a, b in pairwise(spans)):
            continue
        found.append(
            PrintedFrame(
                spans[0][0],
                spans[-1][1],
                parts[0].page,
                parts[-1].page,
                parts[0].kind,
                tuple(row for text in texts for row in text.rows),
            )
        )
    return tuple(sorted(found, key=lambda f: (f.start, -f.end)))
