"""Numbers and labels of headings, boxes, items and footnotes that do not fit their series."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors.checks.material import Finding, Material, first_line
from extractors.records import Box, BoxItem, Footnote, Section
from extractors.structure.numerals import integer

_LEAST_LABELS = 4
"""So many of one label make a series in which another one is odd."""

_MOST_MISSING = 3
"""A series that leaves out more numbers at once is another series, or an excerpt."""


@dataclass(frozen=True, slots=True)
class _Member:
    """One of a series: what it prints, what it must be, and where."""

    printed: int | None
    right: int | None
    start: int
    end: int
    parent: str | None
    name: str


def numbering(material: Material) -> Iterator[Finding]:
    """Numbers that repeat or are left out, and labels unlike those of the series."""
    text = material.document.text
    sections = material.of(Section, "sections")
    for series in _section_series(sections):
        yield from _series(series, text)
    boxes = material.of(Box, "boxes")
    printed = [
        _Member(*(integer(b.number or ""),) * 2, *first_line(text, b.char_start, b.char_end), None, b.label)
        for b in boxes
    ]
    yield from _series(printed, text)
    for _, items in groupby(material.of(BoxItem, "box_items"), key=lambda i: i.box_id):
        yield from _series([_item(i, text) for i in items], text)
    notes = [n for n in material.of(Footnote, "footnotes") if n.number.isdigit()]
    numbered = [(int(n.number), n) for n in notes]
    yield from _series(
        [_Member(k, k, *first_line(text, n.char_start, n.char_end), None, "footnote") for k, n in numbered], text
    )
    yield from _labels([(b.label, *first_line(text, b.char_start, b.char_end)) for b in boxes])
    for level in ("part", "chapter", "section"):
        of_level = [s for s in sections if s.level == level and s.label and s.number]
        yield from _labels([(s.label or "", s.char_start, s.char_end) for s in of_level])


def _box(box: Box, text: str) -> _Member:
    number = integer(box.number or "")
    return _Member(number, number, *first_line(text, box.char_start, box.char_end), None, box.label)


def _item(item: BoxItem, text: str) -> _Member:
    number = integer(item.item_number)
    return _Member(number, number, *first_line(text, item.char_start, item.char_end), item.box_id, "item")


def _section_series(sections: Sequence[Section]) -> list[list[_Member]]:
    """Headings of one form in one language, in reading order; a decimal number (`2.1.3`) says its place itself."""
    series: dict[tuple[str, str, str | None], list[_Member]] = {}
    for s in sections:
        if s.number is None or s.number_printed is None or not s.number.isdigit():
            continue
        member = _Member(
            integer(s.number_printed), int(s.number), s.char_start, s.char_end, s.parent_id, s.label or s.level
        )
        series.setdefault((s.language, s.level, s.label), []).append(member)
    return list(series.values())


def _series(members: Sequence[_Member], text: str) -> Iterator[Finding]:
    owners = {m.right: m for m in members if m.right is not None and m.right == m.printed}
    seen: dict[int, _Member] = {}
    before: _Member | None = None
    for member in members:
        number = member.right
        if number is None:
            before = None
            continue
        anew = before is None or member.parent != before.parent
        if number == 1 or (anew and before is not None and number <= (before.right or 0)):
            seen = {}
        if member.printed is not None and member.printed != number:
            yield _misprint(member, number, owners.get(member.printed))
        elif before is not None and before.right is not None and number != 1:
            yield from _step(member, before, number, text, anew=anew, twin=seen.get(number))
        seen[number] = member
        before = member


def _misprint(member: _Member, right: int, twin: _Member | None) -> Finding:
    printed = member.printed
    again = f"; {printed} is the number of another {member.name}" if twin else ""
    return Finding(
        check="numbering_repeats" if twin else "numbering_jumps",
        message=f"{member.name} prints the number {printed} where its neighbours need {right}{again}.",
        start=member.start,
        end=member.end,
        value=str(printed),
        other_value=str(right),
        other_start=twin.start if twin else None,
        other_end=twin.end if twin else None,
    )


def _step(
    member: _Member, before: _Member, number: int, text: str, *, anew: bool, twin: _Member | None
) -> Iterator[Finding]:
    last = before.right or 0
    if number == last + 1:
        return
    if twin is not None and not anew:
        yield Finding(
            check="numbering_repeats",
            message=f"{member.name} {number} stands twice in one series; after {last} comes {last + 1}.",
            start=member.start,
            end=member.end,
            value=str(number),
            other_value=str(last + 1),
            other_start=twin.start,
            other_end=twin.end,
        )
    elif last + 1 < number <= last + 1 + _MOST_MISSING and not _stands_between(text, before, member, last + 1):
        missing = str(last + 1) if number == last + 2 else f"{last + 1} to {number - 1}"
        yield Finding(
            check="numbering_jumps",
            message=f"The numbering goes from {member.name} {last} to {number}; {missing} is missing.",
            start=member.start,
            end=member.end,
            value=str(number),
            other_value=str(last + 1),
        )


_HAN = "零一二三四五六七八九十"


def _stands_between(text: str, before: _Member, member: _Member, number: int) -> bool:
    """Whether the missing number opens a line or stands in brackets in between: then it was not read, not left out."""
    between = text[before.start : member.start]
    han = _HAN[number] if number <= 10 else ("十" + _HAN[number - 10] if number < 20 else "")
    forms = "|".join(filter(None, (rf"0*{number}", han)))
    opens = rf"(?:^|\n)[ \t\u3000]*[(（第]?\s?(?:{forms})(?![0-9])"
    named = rf"(?:[(（]|第\s?)(?:{forms})(?:[)）]|[章节条篇部])|\b[A-Z][a-z]+ (?:{forms})\b"
    return re.search(f"{opens}|{named}", between) is not None


def _labels(labelled: Sequence[tuple[str, int, int]]) -> Iterator[Finding]:
    counts = Counter(label for label, _, _ in labelled)
    if len(counts) < 2:
        return
    usual, number = counts.most_common(1)[0]
    if number < max(_LEAST_LABELS, 0.8 * len(labelled)):
        return
    for label, start, end in labelled:
        if label != usual:
            yield Finding(
                check="label_differs",
                message=f"It is labelled {label}, the {number} others of its series {usual}.",
                start=start,
                end=end,
                value=label,
                other_value=usual,
            )
