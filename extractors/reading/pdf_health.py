"""Whether a page's text layer can be trusted, and if not, why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import TextLayer
from extractors.reading.engine import PageContent
from extractors.reading.legible import is_noise
from extractors.records import NO_TEXT

NEEDS_OCR = "needs_ocr"
BLANK = "blank"
FAILED = "failed"
PARTLY_READ = "partly_read"  # something drawn on the page was not read
HIDDEN_LEFT_OUT = "hidden_text_left_out"  # drawn invisible or outside the page, beside the text that is read
WHITE_TEXT = "white_text"  # no rectangle and no picture behind it shows it
PRIVATE_USE, UNLIKE_LANGUAGE, UNMAPPED = NO_TEXT
TABLES_NOT_SOUGHT = "tables_not_sought"  # too much is drawn on it to tell tables from drawings

_SUSPECT_SHARE = 0.1  # characters of a doubtful sort above which a page's text is not to be trusted
_PICTURE_SHARE = 0.5  # of the page that pictures cover where its content is a picture
_WHITE = 0.98  # of full light that each part of white has at least
_WATERMARK = 80  # characters that a watermark has at most
_MARK = "\ufffd"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")


@dataclass(frozen=True, slots=True)
class Health:
    """What a page's text layer is worth; `alone` where its little text stands on pictures."""

    layer: TextLayer
    reasons: tuple[str, ...]
    alone: bool = False


def health_of(page: PageContent, text: str, unseen: bool, notes: Sequence[str] = ()) -> Health:
    """Judge a page; what was lost of its drawings is a reason too, but none to mistrust its text.

    Args:
        page: What is drawn on it.
        text: Its text as written down.
        unseen: Whether that text is drawn invisible, as text recognition does.
        notes: What the search for tables could not look at.
    """
    plain = "".join(text.split())
    told = {
        PARTLY_READ: page.problems,
        TABLES_NOT_SOUGHT: notes,
        HIDDEN_LEFT_OUT: not unseen and any(c.text.strip() for c in page.chars if c.hidden),
        WHITE_TEXT: _is_unshown(page),
    }
    lost = tuple(reason for reason, is_so in told.items() if is_so)
    if not plain:
        return Health("none", (NEEDS_OCR if page.pictures else BLANK, *lost))
    reasons = [*_doubts(text, plain), *(["hidden_text"] if unseen else [])]
    covered = sum((p.x1 - p.x0) * (p.bottom - p.top) for p in page.pictures)
    alone = len(plain) <= _WATERMARK and covered > _PICTURE_SHARE * page.width * page.height
    return Health("suspect" if reasons else "good", (*reasons, *lost), alone)


def _is_unshown(page: PageContent) -> bool:
    """Whether some of the text is white on nothing that is known to be of another colour."""
    if not page.white:
        return False
    behind = [(f.x0, f.top, f.x1, f.bottom) for f in page.fills if f.colour is None or min(f.colour) < _WHITE]
    behind += [(p.x0, p.top, p.x1, p.bottom) for p in page.pictures]
    marks = [page.chars[index] for index in page.white]
    places = [((c.x0 + c.x1) / 2, (c.top + c.bottom) / 2) for c in marks if c.text.strip() and not c.hidden]
    return any(not any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in behind) for x, y in places)


def _doubts(text: str, plain: str) -> list[str]:
    """Reasons not to trust a text, given with and without white space."""
    reasons = []
    unmapped = plain.count(_MARK) + 6 * plain.count("(cid:")
    if unmapped > _SUSPECT_SHARE * len(plain):
        reasons.append(UNMAPPED)
    private = len("".join(_PRIVATE.findall(plain)))
    if private > _SUSPECT_SHARE * len(plain):
        reasons.append(PRIVATE_USE)
    if not reasons and is_noise(text):
        reasons.append(UNLIKE_LANGUAGE)
    return reasons


def with_watermarks(pages: Sequence[tuple[Health, str]]) -> list[Health]:
    """The same with pages told whose only text is a mark that stands on other pages' pictures too.

    Args:
        pages: Each page's health and text.
    """
    marks = Counter("".join(text.split()) for health, text in pages if health.alone)
    return [
        Health("none", (*health.reasons, "watermark_only", NEEDS_OCR))
        if health.alone and marks["".join(text.split())] > 1
        else health
        for health, text in pages
    ]
