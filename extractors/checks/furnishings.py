"""What a reader of the data should know of a document, one row a document: chapters, pages, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.checks.material import Finding, Material
from extractors.records import Footnote, Section

_LEAST_PAGES = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SLUG = re.compile(r"https?://[^\s\"'<>()（）]+(?:(?<=-)\s+[^\s\"'<>()（）]+)*", re.IGNORECASE)
_LEAST_SHARED = 4
_FEW = 0.15
"""Share of a level's headings without any below them, up to which that is unlike the others."""


def furnishings(material: Material) -> Iterator[Finding]:
    """Chapters without sections, page numbers that went missing, years of addresses unlike the title's."""
    yield from _chapters(material)
    yield from _pages(material)
    yield from _addresses(material)


def _chapters(material: Material) -> Iterator[Finding]:
    sections = material.of(Section, "sections")
    parents = {s.parent_id for s in sections}
    level = Counter(s.level for s in sections if s.section_id in parents).most_common(1)
    if not level:
        return
    same = [s for s in sections if s.level == level[0][0]]
    without = [s for s in same if s.section_id not in parents]
    if without and len(same) >= 5 and len(without) <= _FEW * len(same):
        numbers = ", ".join(s.number_printed or s.number or s.title for s in without)
        yield Finding(
            check="chapters_without_sections",
            message=f"{len(without)} of {len(same)} headings of one level have none below them: {numbers}.",
            start=without[0].char_start,
            end=without[0].char_end,
            value=str(len(without)),
            other_value=str(len(same)),
        )


def _pages(material: Material) -> Iterator[Finding]:
    pages = material.document.pages
    labelled = [p for p in pages if p.printed_label]
    # In a text the pages say what they print; in a PDF a number may be there and not be seen.
    if (
        any(p.width is not None for p in pages)
        or len(pages) < _LEAST_PAGES
        or len(labelled) < 2
        or len(labelled) > len(pages) / 2
    ):
        return
    text, label = material.document.text, labelled[0].printed_label or ""
    start = text.find(label, labelled[0].start, labelled[0].end)
    start = labelled[0].start if start < 0 else start
    printed = ", ".join(p.printed_label or "" for p in labelled)
    yield Finding(
        check="page_numbers_missing",
        message=f"{len(labelled)} of {len(pages)} pages print their number ({printed}); the others have lost it.",
        start=start,
        end=start + len(label),
        value=str(len(labelled)),
        other_value=str(len(pages)),
    )


def _addresses(material: Material) -> Iterator[Finding]:
    """An address that spells out the document's title, but with another year."""
    title = material.source.title
    years = set(_YEAR.findall(title))
    words = {w.lower() for w in re.findall(r"[A-Za-z]{4,}", title)}
    if not years:
        return
    for note in material.of(Footnote, "footnotes"):
        text = material.document.text[note.char_start : note.char_end]
        for match in _SLUG.finditer(text):
            slug = match[0].lower()
            shared = words & set(re.findall(r"[a-z]{4,}", slug))
            other = [m for m in re.finditer(r"(?<=-)(?:20)\d\d(?![\d])", slug) if m[0] not in years]
            if len(shared) >= _LEAST_SHARED and other:
                start = note.char_start + match.start() + other[-1].start()
                yield Finding(
                    check="address_year",
                    message=f"The address spells the title with the year {other[-1][0]}; the title has "
                    f"{', '.join(sorted(years))}.",
                    start=start,
                    end=start + 4,
                    value=other[-1][0],
                    other_value=max(years),
                )
