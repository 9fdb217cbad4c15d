"""Pages whose text stands on its side, turned so that it is upright, and places on them turned back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from extractors.reading.engine import Char, Fill, PageContent, Picture, Rule
from extractors.reading.page_turn import Box


@dataclass(frozen=True, slots=True)
class Straight:
    """By how many degrees clockwise text is turned on a page of some size, and how to undo that."""

    turn: int
    width: float
    height: float

    def to(self, box: Box) -> Box:
        """A box of the page where the text is upright."""
        x0, top, x1, bottom = box
        if self.turn == 90:
            return (top, self.width - x1, bottom, self.width - x0)
        if self.turn == 180:
            return (self.width - x1, self.height - bottom, self.width - x0, self.height - top)
        if self.turn == 270:
            return (self.height - bottom, x0, self.height - top, x1)
        return box

    def back(self, box: Box) -> Box:
        """A box of the upright text on the page as displayed."""
        x0, top, x1, bottom = box
        if self.turn == 90:
            return (self.width - bottom, x0, self.width - top, x1)
        if self.turn == 180:
            return self.to(box)
        if self.turn == 270:
            return (top, self.height - x1, bottom, self.height - x0)
        return box

    def chars(self, chars: Iterable[Char]) -> list[Char]:
        """Characters where those of this turn are upright."""
        return [self._char(c) for c in chars]

    def _char(self, char: Char) -> Char:
        x0, top, x1, bottom = self.to((char.x0, char.top, char.x1, char.bottom))
        aslant = not char.upright and char.turn == 0
        turn = char.turn if aslant else (char.turn - self.turn) % 360
        upright = turn == 0 and not aslant
        return char._replace(x0=x0, top=top, x1=x1, bottom=bottom, upright=upright, turn=turn)


def straightened(page: PageContent) -> tuple[PageContent, Callable[[Box], Box]]:
    """A page turned so that most of its text is upright, and how to turn places on it back.

    Args:
        page: As displayed.
    """
    turns = Counter([c.turn for c in page.chars if c[10]])
    turn, count = turns.most_common(1)[0] if turns else (0, 0)
    straight = Straight(turn, page.width, page.height)
    if 2 * count <= len(page.chars):
        return page, Straight(0, page.width, page.height).back
    size = (page.width, page.height) if turn == 180 else (page.height, page.width)
    turned = replace(
        page,
        width=size[0],
        height=size[1],
        chars=straight.chars(page.chars),
        rules=[Rule(*straight.to((r.x0, r.top, r.x1, r.bottom)), r.width) for r in page.rules],
        fills=[Fill(*straight.to((f.x0, f.top, f.x1, f.bottom)), f.colour) for f in page.fills],
        pictures=[Picture(*straight.to((p.x0, p.top, p.x1, p.bottom))) for p in page.pictures],
    )
    return turned, straight.back
