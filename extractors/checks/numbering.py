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

_LEAST_BEFORE = 3
_FEW, _RARE = 3, 0.05
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
    boxes = [_box(b, text) for b in material.of(Box, "boxes")]
    yield from _series(boxes, text)
    for _, items in groupby(material.of(BoxItem, "box_items"), key=lambda i: i.box_id):
        yield from _series([_item(i, text) for i in items], text)
    notes = [n for n in material.of(Footnote, "footnotes") if n.number.isdigit()]
    numbered = [(int(n.number), n) for n in notes]
    yield from _series(
        [_Member(k, k, *first_line(text, n.char_start, n.char_end), None, "footnote") for k, n in numbered], text
    )
    yield from _labels(boxes)
    for level in ("part", "chapter", "section"):
        yield from _labels([_section(s) for s in sections if s.level == level and s.label])


def _box(box: Box, text: str) -> _Member:
    number = integer(box.number or "")
    return _Member(number, number, *first_line(text, box.char_start, box.char_end), None, box.label)


def _item(item: BoxItem, text: str) -> _Member:
    number = integer(item.item_number)
    return _Member(number, number, *first_line(text, item.char_start, item.char_end), item.box_id, "item")


def _section(section: Section) -> _Member:
    right = int(section.number) if section.number and section.number.isdigit() else None
    printed = integer(section.number_printed) if section.number_printed else None
    name = section.label or section.level
    return _Member(printed, right, section.char_start, section.char_end, section.parent_id, name)


def _section_series(sections: Sequence[Section]) -> list[list[_Member]]:
    """Headings of one form in one language, in reading order; a decimal number (`2.1.3`) says its place itself."""
    series: dict[tuple[str, str, str | None], list[_Member]] = {}
    for s in sections:
        if s.number is None or s.number_printed is None or not s.number.isdigit():
            continue
        series.setdefault((s.language, s.level, s.label), []).append(_section(s))
    return list(series.values())


def _series(members: Sequence[_Member], text: str) -> Iterator[Finding]:
    """Misprints and gaps of a series; one with many of them was not read as its author wrote it."""
    found = list(_faults(members, text))
    if len(found) <= max(_FEW, _RARE * len(members)):
        yield from found


def _faults(members: Sequence[_Member], text: str) -> Iterator[Finding]:
    owners: dict[int | None, _Member] = {m.right: m for m in members if m.right is not None and m.right == m.printed}
    seen: dict[int, _Member] = {}
    before: _Member | None = None
    for k, member in enumerate(members):
        number = member.right
        if number is None:
            before = None
            continue
        anew = before is None or member.parent != before.parent
        if number == 1 or (anew and before is not None and number <= (before.right or 0)):
            seen = {}
        twin = owners.get(member.printed) if _is_misprint(member) else seen.get(number)
        if not _goes_on(members, k) or (twin and _words(text, twin) == _words(text, member)):
            pass
        elif _is_misprint(member):
            yield _misprint(member, number, twin)
        elif before is not None and before.right is not None and number != 1 and not anew:
            yield from _step(member, before, number, text, twin)
        seen[number] = member
        before = member


def _goes_on(members: Sequence[_Member], k: int) -> bool:
    """Whether the series stands on both sides of a member: the one behind it has the next number in print.

    Two misprints in a row count on from one another, as a series of its own does; a heading at the end of a text that
    nothing follows may be one of another kind.
    """
    if k + 1 < len(members):
        right = members[k].right
        return right is not None and members[k + 1].printed == members[k + 1].right == right + 1
    return k >= _LEAST_BEFORE and not _is_misprint(members[k])


def _words(text: str, member: _Member) -> str:
    """A heading's words: one that is printed again as it is (in a list of contents, at a page's head) is no other."""
    return "".join(c for c in text[member.start : member.end] if c.isalnum()).casefold()


def _is_misprint(member: _Member) -> bool:
    return member.printed is not None and member.right is not None and member.printed != member.right


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


def _step(member: _Member, before: _Member, number: int, text: str, twin: _Member | None) -> Iterator[Finding]:
    last = before.right or 0
    if number == last + 1:
        return
    if twin is not None:
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


def _labels(members: Sequence[_Member]) -> Iterator[Finding]:
    """Labels unlike those of the series, where the number goes on with it: another label may count by itself."""
    counts = Counter(m.name for m in members)
    if len(counts) < 2:
        return
    usual, number = counts.most_common(1)[0]
    if number < max(_LEAST_LABELS, 0.8 * len(members)):
        return
    for k, member in enumerate(members):
        beside = [n.right for n in (*members[max(k - 1, 0) : k], *members[k + 1 : k + 2]) if n.right is not None]
        fits = member.right is not None and bool(beside) and all(abs(n - member.right) == 1 for n in beside)
        if member.name != usual and fits:
            yield Finding(
                check="label_differs",
                message=f"It is labelled {member.name}, the {number} others of its series {usual}.",
                start=member.start,
                end=member.end,
                value=member.name,
                other_value=usual,
            )
