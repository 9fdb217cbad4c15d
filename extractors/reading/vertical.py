"""Chinese that is written in columns from right to left: told from lines by the white between its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.reading.engine import Char, PageContent
from extractors.reading.pdf_words import Word

_WIDE = re.compile("[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LEAST = 30  # characters, fewer of which are a title or a table's head
_SHARE = 0.8  # of a page's words that are one Chinese character
_CLOSER = 1.15  # times the step down that the step across is at least
_SAME_COLUMN = 0.3  # font sizes between the middles of characters of one column


def is_vertical(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether a page's characters follow each other down, not across.

    Args:
        lines: Words of each of its lines, as if it were written across.
    """
    single = total = 0
    for line in lines:
        total += len(line)
        single += sum(len(word.text) == 1 and bool(_WIDE.match(word.text)) for word in line)
    if single < _LEAST or single < _SHARE * total:
        return False
    across = [_middle(b) - _middle(a) for line in lines for a, b in pairwise(line)]
    columns: dict[int, list[Word]] = {}
    for line in lines:
        for word in line:
            columns.setdefault(round(_middle(word) / (_SAME_COLUMN * max(word.size, 1.0))), []).append(word)
    down = [b.box[1] - a.box[1] for column in columns.values() for a, b in pairwise(column)]
    return bool(across) and len(down) >= _LEAST / 2 and median(across) > _CLOSER * median(down)


def turned_across(page: PageContent) -> PageContent:
    """The page with its upright characters told as turned, so that columns are read as lines on their side."""
    return replace(page, chars=[_turned(char) for char in page.chars])


def _turned(char: Char) -> Char:
    return char._replace(turn=90, upright=False) if char.upright else char


def _middle(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2
