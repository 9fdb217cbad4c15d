"""Whether a page's text layer can be trusted, and if not, why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import TextLayer
from extractors.reading.encoding import commonness
from extractors.reading.engine import PageContent

NEEDS_OCR = "needs_ocr"
BLANK = "blank"
FAILED = "failed"
PARTLY_READ = "partly_read"  # something drawn on the page was not read
HIDDEN_LEFT_OUT = "hidden_text_left_out"  # drawn invisible or outside the page, beside the text that is read
WHITE_TEXT = "white_text"  # no rectangle and no picture behind it shows it
TABLES_NOT_SOUGHT = "tables_not_sought"  # too much is drawn on it to tell tables from drawings

_SUSPECT_SHARE = 0.1  # characters of a doubtful sort above which a page's text is not to be trusted
_PICTURE_SHARE = 0.5  # of the page that pictures cover where its content is a picture
_WHITE = 0.98  # of full light that each part of white has at least
_WATERMARK = 80  # characters that a watermark has at most
_LEAST_TEXT = 60  # letters from which the text's language can be judged
_LEAST_COMMON = 0.5  # share of characters that real text is made of
_LEAST_VOWELS = 0.2  # share of vowels in Latin letters; no language has fewer, shifted codes do
_SAMPLE = 200  # characters, spread over the page, that its language is judged by
_MARK = "\ufffd"
_LATIN = re.compile("[A-Za-z]+")
_FAR_EAST = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]+")
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
        HIDDEN_LEFT_OUT: not unseen and any(c.hidden and c.text.strip() for c in page.chars),
        WHITE_TEXT: _is_unshown(page),
    }
    lost = tuple(reason for reason, is_so in told.items() if is_so)
    if not plain:
        return Health("none", (NEEDS_OCR if page.pictures else BLANK, *lost))
    reasons = [*_doubts(plain), *(["hidden_text"] if unseen else [])]
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


def _doubts(plain: str) -> list[str]:
    """Reasons not to trust a text without white space."""
    reasons = []
    unmapped = plain.count(_MARK) + 6 * plain.count("(cid:")
    if unmapped > _SUSPECT_SHARE * len(plain):
        reasons.append("unmapped_characters")
    private = len("".join(_PRIVATE.findall(plain)))
    if private > _SUSPECT_SHARE * len(plain):
        reasons.append("private_use_characters")
    if not reasons and _unlike_language(plain):
        reasons.append("unlike_language")
    return reasons


def _unlike_language(plain: str) -> bool:
    """Whether a text is of characters or letters that no Chinese or European text is made of."""
    latin = len(plain) - len(_LATIN.sub("", plain))
    if latin >= _LEAST_TEXT and 2 * latin > len(plain):
        vowels = sum(plain.count(v) for v in "aeiouyAEIOUY")
        return vowels < _LEAST_VOWELS * latin
    far_east = "".join(_FAR_EAST.findall(plain))
    if len(far_east) < _LEAST_TEXT or 2 * len(far_east) < len(plain):
        return False
    return commonness(far_east[:: 1 + len(far_east) // _SAMPLE]) < _LEAST_COMMON


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
