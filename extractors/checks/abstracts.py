"""An abstract that announces what the body's headings do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.checks.material import Finding, Material, span_of
from extractors.records import Section
from extractors.structure.model import Block

_LABEL = re.compile(r"^\s*(?:摘\s*要|内容提要|提\s*要|Abstract|Summary)\s*[:：]?", re.IGNORECASE)
_ITEM = re.compile(r"[^、，,。；;：:.!?？！\s][^、，,。；;：:.!?？！]*")
_SENTENCE_ENDS = "。；.;!?"
_LIKE = 0.5
_LEAST_SAME = 3
_UNLIKE = 0.34


def abstracts(material: Material) -> Iterator[Finding]:
    """A list in the abstract that follows the headings of one chapter and has a member more than they."""
    sections = material.of(Section, "sections")
    first = min((s.char_start for s in sections), default=0)
    chapters = [list(below) for _, below in groupby(sorted(sections, key=_chapter), key=_chapter)]
    for block in _abstract(material, first):
        for below in chapters:
            titles = [s for s in below if s.language == block.language]
            if len(titles) >= _LEAST_SAME:
                yield from _against(block, titles)


def _chapter(section: Section) -> tuple[str, str]:
    return section.parent_id or "", section.language


def _abstract(material: Material, first: int) -> list[Block]:
    """Paragraphs of an abstract: those from its label to the first heading, or all before it where it is labelled."""
    found: list[Block] = []
    labelled = False
    for block in material.paragraphs:
        if min(block.text.starts) >= first and not _LABEL.match(block.text.text):
            break
        labelled = labelled or bool(_LABEL.match(block.text.text))
        if labelled:
            found.append(block)
    return found


def _against(block: Block, titles: Sequence[Section]) -> Iterator[Finding]:
    for sentence in re.finditer(rf"[^{_SENTENCE_ENDS}]+", block.text.text):
        items = [(m[0], sentence.start() + m.start(), sentence.start() + m.end()) for m in _ITEM.finditer(sentence[0])]
        likeness = [[_likeness(item, t.title) for t in titles] for item, _, _ in items]
        best = [row.index(max(row)) for row in likeness]
        like = [max(row) for row in likeness]
        matched = [at for at, alike in enumerate(like) if alike >= _LIKE]
        if len({best[at] for at in matched}) < max(_LEAST_SAME, len(titles) - 2) or not matched:
            continue
        last = matched[-1]
        beyond = items[last + 1] if last + 1 < len(items) else None
        # Behind an enumeration comma the list goes on; behind another comma a new clause may begin.
        if beyond is None or block.text.text[items[last][2] : beyond[1]].strip() not in ("、", "and", "及"):
            continue
        if max(_likeness(beyond[0], s.title) for s in titles) >= _UNLIKE:
            continue
        start, end = span_of(block.text, beyond[1], beyond[2])
        chapter = titles[-1]
        yield Finding(
            check="abstract_against_body",
            message=f"The abstract lists one more member than the {len(titles)} headings that it follows.",
            start=start,
            end=end,
            value=str(len(titles) + 1),
            other_value=str(len(titles)),
            other_start=chapter.char_start,
            other_end=chapter.char_end,
        )


def _likeness(item: str, title: str) -> float:
    """Share of the item's pairs of characters that the title has too."""
    pairs = {item[k : k + 2] for k in range(len(item) - 1)}
    return sum(p in title for p in pairs) / max(len(pairs), 4)
