"""Brackets that hold Chinese: where each gloss opens and closes, and which terms stand in it.

A broken font map turns characters into signs, brackets among them: so a gloss runs on while what follows a closing
bracket is still Chinese, and while a quote that was opened in it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CLOSING = {"(": ")）", "（": ")）", "[": "]］", "［": "]］", "【": "】", "〔": "〕", "〈": "〉"}
_OPENINGS = re.compile(r"[(（\[［【〔〈]")
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"', "'": "'"}
_ANY_HAN = re.compile(f"[{HAN}]")
_WHITE_AT_HAN = re.compile(rf"(?<=[{HAN}，、。；：“”‘’《》（）+])\s+|\s+(?=[{HAN}，、。；：”’《》（）+])")
# Terms side by side in one bracket: a semicolon or a stroke between them; a comma between scripts.
_APART = re.compile(rf" ?[;；/／] ?|, | or |(?<=[{HAN}]) *, *(?=[A-Za-z])")
_WORD = re.compile(rf"(?<![{HAN}\w+&.-])[A-Za-zÀ-ɏ][a-zÀ-ɏ'’]+(?![\w+&]*[{HAN}])")
_LABEL = re.compile(rf"^[^{HAN}“‘《]*(?:[:：] ?| (?=[{HAN}“‘《「]))")
_ENGLISH = frozenset(
    "the a an of in to is are was were for by with and or that this which see as on from also term be".split()  # noqa: SIM905
)
# A date or an amount in figures is no term.
_AMOUNT = re.compile(
    r"[约近逾超第$¥￥]?\d[\d.,，、:：%％~—–-]*+"
    r"[\d.,%年月日号时分秒世纪万亿千百十余多元角吨亩公里顷升米平方立人个次件家户名岁天至到—-]*"
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket [start, end) of a text and what stands in it, without blanks at its ends."""

    start: int
    end: int
    content: str

    @property
    def is_chinese(self) -> bool:
        """Whether a Chinese character stands in it."""
        return bool(_ANY_HAN.search(self.content))


def brackets(text: str) -> Iterator[Bracket]:
    """The brackets of a text that hold something, in order and without overlaps."""
    last = 0
    for opening in _OPENINGS.finditer(text):
        if opening.start() < last:
            continue
        end = _closing(text, opening.start())
        content = text[opening.end() : end - 1].strip()
        if end and content and not _encloses(content):
            last = end
            yield Bracket(opening.start(), end, content)


def _encloses(content: str) -> bool:
    """Whether it is a remark in English that holds a bracket of its own."""
    inner = _OPENINGS.search(content)
    return inner is not None and bool(_WORD.search(content, 0, inner.start()))


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` ends: at its first closing sign that closes sensibly; 0 without."""
    closing = _CLOSING[text[start]]
    first = 0
    for at in range(start + 1, min(len(text), start + _LONGEST)):
        if text[at] not in closing:
            continue
        first = first or at + 1
        inside = text[start + 1 : at]
        if not _ANY_HAN.search(inside):
            # A bracket of English, or one whose every character is a code.
            return at + 1
        if not _runs_on(text, inside, at + 1):
            return at + 1
    return first


def _runs_on(text: str, inside: str, end: int) -> bool:
    """Whether Chinese goes on behind a closing sign, or a quote that was opened before it is still open."""
    if _ANY_HAN.match(text[end : end + 1]):
        return True
    opened = next((q for q in inside.lstrip() if q in "“‘「『《"), None)
    return opened is not None and inside.count(opened) > inside.count(_QUOTES[opened])


def terms(content: str) -> tuple[str, ...]:
    """The Chinese terms of a bracket's content, each without quotes around it; none where it is a remark in English.

    `GEM; 创业板` and `gaige kaifang 改革开放` hold one term each, `社会信用; 信用体系` two. Letters and digits that are
    part of a term stay: `E级`, `21世纪海上丝绸之路`.
    """
    if any(word.lower() in _ENGLISH for word in _WORD.findall(content)):
        return ()
    pieces = _APART.split(content) if _APART.search(content) else [content]
    found = []
    for piece in pieces:
        if _ANY_HAN.search(piece):
            bare = unquoted(_without_words(piece.strip()))
            found.append(_WHITE_AT_HAN.sub("", bare).strip())
    return tuple(dict.fromkeys(term for term in found if term and not _AMOUNT.fullmatch(term)))


def _without_words(piece: str) -> str:
    """A term without a label or a romanisation before or behind it: `Chinese: 户口`, `户口 hukou`."""
    words = list(_WORD.finditer(piece))
    first = _ANY_HAN.search(piece)
    if not words or first is None:
        return piece
    behind = [w for w in words if w.start() > first.start()]
    if behind:
        piece = piece[: behind[0].start()].rstrip(" ,:：")
    if words[0].start() < first.start():
        piece = _LABEL.sub("", piece)
    return piece


def unquoted(term: str) -> str:
    """A term without the quotes that enclose the whole of it."""
    closing = _QUOTES.get(term[:1])
    if closing and term.endswith(closing) and len(term) > 1 and term[1:-1].count(closing) <= term[1:-1].count(term[0]):
        return term[1:-1].strip()
    return term
