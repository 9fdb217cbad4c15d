"""Lines whose every letter was replaced by a sign: the legend of a figure set in a font without its map.

No dictionary is needed to see them: signs that no writing puts between letters stand there, and no words. One such
line may be a password or a formula; a figure has several, with short lines of mere signs among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.repair.model import LineRole

_ODD = "!\"#$%&';<>?@\\\\^`{|}~"
# A sign that stands between letters or digits, or one upon another.
_JOINT = re.compile(rf"(?<=[A-Za-z0-9{_ODD}()])[{_ODD}](?=[A-Za-z0-9{_ODD}()])")
_WORD = re.compile(r"(?<![^\s(\[\"'“‘])[A-Za-z]{4,}(?![^\s)\].,;:!?\"'”’])")
_OTHER_SCRIPT = re.compile(r"[^\x00-\x7f]")
_LEAST_LENGTH, _LEAST_SHARE, _LEAST_KINDS = 12, 0.15, 3
_LEAST_LINES = 2
_LONGEST_RUN = 60


def garbled_lines(texts: Sequence[str], roles: Sequence[LineRole]) -> set[int]:
    """Indexes of body lines that are a figure's garbled text.

    Args:
        texts: The stripped texts of all lines in order.
        roles: What each line is as far as is known.
    """
    sure = [at for at, text in enumerate(texts) if roles[at] == "body" and _is_garbled(text)]
    found: set[int] = set()
    for at in sure:
        run = _run(at, texts, roles)
        if sum(k in run for k in sure) >= _LEAST_LINES:
            found |= run
    return found


def _is_garbled(text: str) -> bool:
    if len(text) < _LEAST_LENGTH or _OTHER_SCRIPT.search(text) or _WORD.search(text):
        return False
    joints = _JOINT.findall(text)
    dense = len(joints) >= _LEAST_SHARE * len(text)
    return dense and len(set(joints)) >= _LEAST_KINDS and not text.lower().startswith(("http", "www."))


def _run(at: int, texts: Sequence[str], roles: Sequence[LineRole]) -> set[int]:
    """A garbled line with the garbled lines and the lines of mere signs beside it; blank lines may stand between."""
    found = {at}
    for step in (1, -1):
        k = at + step
        while 0 <= k < len(texts) and abs(k - at) <= _LONGEST_RUN:
            if roles[k] == "body":
                if not (_is_garbled(texts[k]) or _is_mere_signs(texts[k])):
                    break
                found.add(k)
            elif roles[k] != "blank":
                break
            k += step
    return found


def _is_mere_signs(text: str) -> bool:
    """Whether a short line beside garbled ones holds several signs and no word."""
    signs = sum(c in _ODD for c in text)
    return (
        not _WORD.search(text)
        and not _OTHER_SCRIPT.search(text)
        and len(set(text) & set(_ODD)) >= 2
        and (signs >= _LEAST_SHARE * len(text))
    )
