"""Lines that open an entry of a numbered outline, and titles that have a line of their own: neither goes on a sentence.

Where entries are short, all lines look like the even lines of a column, and their width does not tell an outline from
prose. A number alone does not either: a sentence may break before `30%` or `3.5 万亿`. A number that goes on a series
of numbers at the beginnings of lines does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.structure.numerals import CHINESE_NUMBER, integer
from extractors.structure.rows import Stream
from extractors.structure.vocabulary import Vocabulary

_HAN = "\u3400-\u9fff"
_NOT_UNITS = "(?![万亿千百十个倍元吨年月日号点分成%％])"
_FORMS = (
    ("decimal", re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?\s*{_NOT_UNITS}(?=[{_HAN}《“])")),
    ("figure", re.compile(rf"(\d{{1,2}})[.．、]\s*(?=[{_HAN}《“])")),
    ("brackets", re.compile(rf"[(（]\s*(\d{{1,2}}|{CHINESE_NUMBER})\s*[)）]\s*(?![项款条目点类种])")),
    ("bracket", re.compile(rf"(\d{{1,2}})[)）]\s*(?=[{_HAN}《“])")),
    ("comma", re.compile(rf"({CHINESE_NUMBER})、(?!{CHINESE_NUMBER})")),
    ("circle", re.compile("([①-⑳])")),
)
# A line that ends so is not done.
_OPEN_END = re.compile(r"[、(（《“〔第]$")
# Between two entries that follow each other stand no more lines.
_REACH = 200


@dataclass(frozen=True, slots=True)
class _Number:
    """The number at a line's beginning: which row, which form, and its path (2.1.3)."""

    row: int
    form: str
    path: tuple[int, ...]

    @property
    def before(self) -> tuple[int, ...]:
        """The number that a series has before this one: its elder, or for a first one what it is part of."""
        head, last = self.path[:-1], self.path[-1]
        return (*head, last - 1) if last > 1 else head

    @property
    def behind(self) -> tuple[tuple[int, ...], ...]:
        """The numbers that a series that this one begins may have next."""
        return (*self.path[:-1], self.path[-1] + 1), (*self.path, 1)


def with_entries(stream: Stream, words: Vocabulary) -> Stream:
    """The Chinese stream with its rows that no sentence runs into: entries of an outline, and titles on their own."""
    if stream.language != "zh":
        return stream
    texts = [row.text.text for row in stream.rows]
    apart = {n.row for n in _in_series(list(_numbers(texts)))}
    alone = {at for at, text in enumerate(texts) if words.lone_titles.fullmatch(text)}
    # What stands below such a title is no part of it.
    apart |= alone | {at + 1 for at in alone}
    apart = {at for at in apart if 0 < at < len(texts) and not _OPEN_END.search(texts[at - 1])}
    if not apart:
        return stream
    rows = tuple(replace(row, stands_apart=True) if at in apart else row for at, row in enumerate(stream.rows))
    return replace(stream, rows=rows)


def _numbers(texts: Sequence[str]) -> Iterator[_Number]:
    for at, text in enumerate(texts):
        for form, pattern in _FORMS:
            if found := pattern.match(text):
                path = tuple(_value(part) for part in re.split("[.．]", found[1]))
                if all(path):
                    # 5 and 5.1 are numbers of one outline.
                    yield _Number(at, "decimal" if form == "figure" else form, path)
                break


def _value(printed: str) -> int:
    return ord(printed) - ord("①") + 1 if "①" <= printed <= "⑳" else integer(printed) or 0


def _in_series(numbers: Sequence[_Number]) -> Iterator[_Number]:
    """The numbers that go on a series, or begin one."""
    last: dict[tuple[str, tuple[int, ...]], int] = {}
    follows = []
    for number in numbers:
        follows.append(_near(number, last.get((number.form, number.before))))
        last[number.form, number.path] = number.row
    coming: dict[tuple[str, tuple[int, ...]], int] = {}
    for number, goes_on in zip(reversed(numbers), reversed(follows), strict=True):
        begins = any(_near(number, coming.get((number.form, path))) for path in number.behind)
        # Of first ones only 1.1.1 is no amount even where nothing follows it.
        if goes_on if number.path[-1] > 1 or len(number.path) > 2 else begins:
            yield number
        coming[number.form, number.path] = number.row


def _near(number: _Number, row: int | None) -> bool:
    return row is not None and abs(row - number.row) <= _REACH
