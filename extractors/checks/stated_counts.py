"""Counts and sums that a text states and does not keep: `six paths` before five of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.checks.material import Finding, Material, span_of
from extractors.records import Section
from extractors.structure.model import Block
from extractors.structure.numerals import CHINESE_NUMBER, NUMBER_WORD, integer

_MOST = 20
_HAN = "一二三四五六七八九十"
_ANNOUNCED_ZH = re.compile(
    rf"(?:以下|下列|如下|下面|分为|包括|包含|坚持|做好|抓好|实施|突出|围绕)(?:的)?({CHINESE_NUMBER}|[0-9]{{1,2}})"
    r"(?:个|项|条|大|点|类|种|件)(?!月|百分点|省|市|县|国)(?:方面|重点|主要)?(?:[^\W\d_]{0,8}?)(?:：|:)"
)
_ORDINAL_ZH = re.compile(r"(?:^|[。；：:;，]\s?)(?:([一二三四五六七八九十])是|第([一二三四五六七八九十])[，、,])")
_ANNOUNCED_EN = re.compile(
    rf"\b(?:the )?(?:following )?({NUMBER_WORD}|[0-9]{{1,2}}) (?:[a-z-]+ ){{0,3}}?"
    r"(?:tasks|paths|aspects|measures|areas|principles|goals|priorities|objectives|pillars|steps|points|strategies)\s?:",
    re.IGNORECASE,
)
_ORDINAL_EN = re.compile(r"(?:^|[.;:] )(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth)(?:ly)?,")
_EN = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


def stated_counts(material: Material) -> Iterator[Finding]:
    """A number announced before a colon and the marked members that follow; ordinals that leave one out."""
    for block in material.paragraphs:
        text = block.text.text
        if block.language == "zh":
            ordinals = [(_HAN.index(m[1] or m[2]) + 1, m.start(), m.end()) for m in _ORDINAL_ZH.finditer(text)]
            announced = _ANNOUNCED_ZH
        else:
            ordinals = [(_EN.index(m[1]) + 1, m.start(), m.end()) for m in _ORDINAL_EN.finditer(text)]
            announced = _ANNOUNCED_EN
        yield from _gaps(block, ordinals)
        for match in announced.finditer(text):
            yield from _against(block, match, [o for o in ordinals if o[1] >= match.end() - 2])
    yield from _headings(material)


def _against(block: Block, match: re.Match[str], ordinals: Sequence[tuple[int, int, int]]) -> Iterator[Finding]:
    """The announced number against the run of ordinals that begins with one right behind it."""
    said = integer(match[1])
    run: list[int] = []
    for number, _, _ in ordinals:
        if number != len(run) + 1:
            break
        run.append(number)
    if said and len(run) >= 2 and said != len(run) and said <= _MOST:
        start, end = span_of(block.text, match.start(), match.end())
        message = f"{said} are announced and {len(run)} follow."
        yield Finding("stated_count", message, start, end, value=str(said), other_value=str(len(run)))


def _gaps(block: Block, ordinals: Sequence[tuple[int, int, int]]) -> Iterator[Finding]:
    """`First, ... Second, ... Fourth`: members counted out in a paragraph."""
    before = 0
    for number, first, last in ordinals:
        if number == before + 2 and before >= 1:
            start, end = span_of(block.text, first, last)
            message = f"The members counted out go from {before} to {number}; {before + 1} is missing."
            yield Finding("stated_count", message, start, end, value=str(number), other_value=str(before + 1))
        elif number == before and before >= 2:
            start, end = span_of(block.text, first, last)
            message = f"The members counted out have {number} twice."
            yield Finding("stated_count", message, start, end, value=str(number), other_value=str(before + 1))
        before = number


_TITLE_ZH = re.compile(
    rf"({CHINESE_NUMBER})(?:大|个|项|条)(?:方面|重点|主要)?"
    r"(?:路径|任务|举措|措施|原则|工程|目标|行动|方面)$"
)
_TITLE_EN = re.compile(
    rf"\b({NUMBER_WORD}) (?:[a-z-]+ ){{0,2}}(?:paths|tasks|measures|principles|projects|goals|actions)$",
    re.IGNORECASE,
)


def _headings(material: Material) -> Iterator[Finding]:
    """A heading that ends in a count (六大路径) and the headings below it."""
    sections = material.of(Section, "sections")
    below = {k: list(v) for k, v in groupby(sorted(sections, key=lambda s: s.parent_id or ""), lambda s: s.parent_id)}
    for section in sections:
        match = (_TITLE_ZH if section.language == "zh" else _TITLE_EN).search(section.title)
        children = below.get(section.section_id, [])
        said = integer(match[1]) if match else None
        if said and len(children) >= 2 and said != len(children) and len({c.level for c in children}) == 1:
            yield Finding(
                check="stated_count",
                message=f"The heading announces {said}, and {len(children)} stand below it.",
                start=section.char_start,
                end=section.char_end,
                value=str(said),
                other_value=str(len(children)),
                other_start=children[-1].char_start,
                other_end=children[-1].char_end,
            )
