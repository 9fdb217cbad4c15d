"""A name that stands twice among neighbours that must differ: items of a box, headings of a chapter, a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.checks.material import Finding, Material, first_line, span_of
from extractors.records import BoxItem, Section

_BRACKETED = re.compile(r"\s*[(（\[［][^()（）\[\]［］]*[)）\]］]\s*")
_FEW = 2
_LIST_ZH = re.compile(r"[一-鿿A-Za-z0-9]{2,14}(?:、[一-鿿A-Za-z0-9]{2,14}){4,}")


def repeated_names(material: Material) -> Iterator[Finding]:
    """Items of one box, headings under one heading and members of one list with the same name."""
    text = material.document.text
    for _, items in groupby(material.of(BoxItem, "box_items"), key=lambda i: i.box_id):
        yield from _twice([(i.title, i.char_start, i.char_end) for i in items], "items of one box", text)
    sections = sorted(material.of(Section, "sections"), key=lambda s: (s.parent_id or "", s.level, s.language))
    for _, below in groupby(sections, key=lambda s: (s.parent_id or "", s.level, s.language)):
        # A heading with its own number again is printed twice: in a list of contents, at a page's head.
        first = {(s.title.casefold(), s.number_printed): s for s in reversed(list(below))}
        yield from _twice(
            [(s.title, s.char_start, s.char_end) for s in sorted(first.values(), key=lambda s: s.char_start)],
            "headings under one heading",
            text,
        )
    for block in material.in_language("zh"):
        for listed in _LIST_ZH.finditer(block.text.text):
            seen: dict[str, int] = {}
            at = listed.start()
            for member in listed[0].split("、")[:-1]:
                if member in seen and not any(c.isdigit() for c in member):
                    start, end = span_of(block.text, seen[member], at + len(member))
                    yield Finding(
                        check="repeated_name",
                        message=f"The list names one thing twice ({member}).",
                        start=max(start, end - 400),
                        end=end,
                        value=member,
                    )
                seen.setdefault(member, at)
                at += len(member) + 1


def _twice(named: Sequence[tuple[str, int, int]], what: str, text: str) -> Iterator[Finding]:
    seen: dict[str, tuple[str, int, int]] = {}
    found: list[Finding] = []
    for title, start, end in named:
        core = _BRACKETED.sub(" ", title).strip().casefold()
        if len(core) < 3:
            continue
        if core in seen:
            other, other_start, other_end = seen[core]
            mine, theirs = first_line(text, start, end), first_line(text, other_start, other_end)
            message = f"Two {what} have the same name; one of them must mean another."
            found.append(Finding("repeated_name", message, *mine, title, other, *theirs))
        seen.setdefault(core, (title, start, end))
    # A list of contents read as headings repeats them all.
    if len(found) <= _FEW:
        yield from found
