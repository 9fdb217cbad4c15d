"""What one cell of an indicator table says: number, comparator, star, brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# One printed value: a dash, or a number with what tables put around it. Anchored by the callers.
CELL = (
    r"(?:[-–—―－]{1,2}|[/／]"
    r"|[(（\[［【〔﹝]\s*[<>≤≥＜＞]?\s*[-+±－]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?%?\s*[)）\]］】〕﹞]"
    r"|[<>≤≥＜＞]?=?\s*[-+－]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?%?[*＊＃#†①-⑳]{0,2})"
)
_DASH = re.compile(r"[-–—―－/／\s]*")
_NUMBER = re.compile(r"[-+－]?\d+(?:[,，]\d{3})*(?:[.．]\d+)?")
_SIGNS = {"<": "lt", "＜": "lt", ">": "gt", "＞": "gt", "≤": "le", "≥": "ge"}
_SIGN = re.compile(r"[<>≤≥＜＞](?:=)?")
_BRACKETED = re.compile(r"[(（\[［【〔﹝]\s*([^()（）\[\]]*\d[^()（）\[\]]*)\s*[)）\]］】〕﹞]")


@cache
def words() -> dict[str, Any]:
    """The vocabulary of indicator tables."""
    with (files("extractors.tables") / "indicator_words.yaml").open("r", encoding="utf-8") as lines:
        loaded: dict[str, Any] = yaml.safe_load(lines)
    return loaded


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell as read; `value` is as printed, without the unit's scale.

    `number_span` counts characters of the cell's text; it is null where the cell has no number. `sign` is the printed
    comparator, a mark or a word.
    """

    text: str | None
    value: float | None = None
    comparator: str | None = None
    starred: bool = False
    bracketed: bool = False
    number_span: tuple[int, int] | None = None
    is_words: bool = False
    sign: str | None = None


def read_cell(text: str | None) -> CellValue:
    """Read a value cell; a dash or an empty cell has no value, and words may carry a comparator and a number."""
    plain = " ".join((text or "").split())
    if not plain:
        return CellValue(text=None)
    if _DASH.fullmatch(plain):
        return CellValue(text=plain)
    number = _NUMBER.search(plain)
    sign = _SIGN.search(plain)
    bracketed = _BRACKETED.fullmatch(plain) is not None
    comparator = _comparator(plain, sign.group() if sign else None)
    leading = re.match(CELL, plain) is not None
    if number is None or not (leading or comparator):
        return CellValue(text=plain, comparator=comparator, is_words=True)
    value = float(number.group().translate({ord("，"): "", ord(","): "", ord("．"): ".", ord("－"): "-"}))
    starred = any(mark in plain[number.end() : number.end() + 2] for mark in "*＊")
    return CellValue(plain, value, comparator or "eq", starred, bracketed, number.span(), sign=_printed(plain, sign))


def _printed(text: str, sign: re.Match[str] | None) -> str | None:
    if sign:
        return sign.group()
    lower = text.lower()
    hits = [word for known in words()["comparators"].values() for word in known if word in lower]
    if not hits:
        return None
    longest = max(hits, key=len)
    at = lower.find(longest)
    return text[at : at + len(longest)]


def _comparator(text: str, sign: str | None) -> str | None:
    if sign:
        comparator = _SIGNS[sign[0]]
        return {"lt": "le", "gt": "ge"}[comparator] if sign.endswith("=") and comparator in ("lt", "gt") else comparator
    lower = text.lower()
    hits = [(-len(word), name) for name, known in words()["comparators"].items() for word in known if word in lower]
    return min(hits)[1] if hits else None
