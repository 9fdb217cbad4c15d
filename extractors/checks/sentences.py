"""Sentences that do not end, begin or run as the document's others do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.checks.material import Finding, Material, span_of, word_start
from extractors.structure.model import Block

_ENDS = ".。!！?？;；:：…”\"'’)）」』"
_SURE_ENDS = ".。!！?？;；:：…"
_CANNOT_OPEN = frozenset(".,;:!?。，；：、！？)）」』》")
_LEAST_PARAGRAPHS = 5
_HABIT = 0.95
"""Share of a document's paragraphs that end in a mark, from which one that does not is a slip."""

_LOST_STOP = re.compile(
    r"(?<=[a-z)])(?<![.?!”]\)) (We|They|These|This|It|There) "
    r"(?=(?:will|must|shall|should|are|is|was|were|have|has|can|need|also|further)\b)"
)
_SENTENCE_END = re.compile(r"[a-z)]\. [A-Z]|[。！？]")
_NO_RUNNING_TEXT = re.compile(r"[图表注附]|来源|资料|数据|(?:Source|Notes?|Figure|Fig|Table|Annex|Appendix)\b")
_OPENED = re.compile(r"(?:^|[.!?] )(We|They|These|This|It|There) ")
_NO_END_BEFORE = re.compile(r"\b(?:that|as|of|and|or|for|the|by|in|to|with|a|an|on|from|why|how|if)$", re.IGNORECASE)
_SHOWN = 60
"""Characters shown of a sentence whose end or beginning is meant."""

_SUBJECT_VERB = re.compile(r"^([A-Z][a-z]+(?: [a-z]+)?) (?:will|shall|must|should) ([a-z]+)\b")
_LEAST_HABIT = 20


def sentences(material: Material) -> Iterator[Finding]:
    """Text that breaks off, full stops that are missing, and sentences without the subject of the others."""
    for language in sorted({b.language for b in material.paragraphs}):
        paragraphs = [b for b in material.paragraphs if b.language == language]
        yield from _open_ends(paragraphs, material)
        if language == "en":
            yield from _lost_stops(paragraphs, material)
            yield from _without_subject(paragraphs)


def _open_ends(paragraphs: Sequence[Block], material: Material) -> Iterator[Finding]:
    prose = [b for b in paragraphs if _is_writing(b.text.text)]
    opens = [b for b in prose if b.text.text.rstrip()[-1:] not in _ENDS]
    if len(prose) < _LEAST_PARAGRAPHS or len(opens) > max(1.0, (1 - _HABIT) * len(prose)):
        return
    following = _following(material)
    for block in opens:
        after, last = following[id(block)], block is prose[-1]
        if len(block.text) < _SHOWN // 2 or block.is_bullet or _is_torn(block, after):
            continue
        text = block.text.text
        start, end = span_of(block.text, word_start(text, max(len(text) - _SHOWN, 0)), len(text))
        if last and _is_broken_off(text.rstrip()):
            yield Finding("text_breaks_off", "The text breaks off in mid-sentence; what follows is lost.", start, end)
        elif not last and block.section_id is not None and after is not None and after.is_heading:
            told = f"The paragraph ends without a full stop; {len(prose) - len(opens)} others end with one."
            yield Finding("text_ends_open", told, start, end)


def _following(material: Material) -> dict[int, Block | None]:
    """What stands behind each block, footnotes aside."""
    blocks = [b for b in material.blocks if b.element != "footnote" and b.text]
    return dict(zip(map(id, blocks), [*blocks[1:], None], strict=True))


def _is_broken_off(text: str) -> bool:
    """Whether running text stops at a word or comma; captions and sources end as they like."""
    is_running = _SENTENCE_END.search(text) and not _NO_RUNNING_TEXT.match(text)
    return bool(is_running) and (text[-1].isalnum() or text[-1] in ",，、")


def _is_torn(block: Block, after: Block | None) -> bool:
    """Whether it was parted from the paragraph before or behind it, and ends nowhere by itself."""
    opening = after.text.text[:1] if after else ""
    return block.text.text[:1] in _CANNOT_OPEN or opening in _CANNOT_OPEN or opening.islower()


def _is_writing(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    return letters >= 0.7 * len(text.replace(" ", "")) and letters > 12


def _lost_stops(paragraphs: Sequence[Block], material: Material) -> Iterator[Finding]:
    opened = Counter(
        m for b in paragraphs for m in re.findall(r"(?:^|[.!?] )(We|They|These|This|It|There) ", b.text.text)
    )
    for block in paragraphs:
        text = block.text.text
        for match in _LOST_STOP.finditer(text):
            if material.is_parted(block.text, match.start() - 1, match.end()):
                continue
            if opened[match[1]] < 2 or _NO_END_BEFORE.search(text, 0, match.start()):
                continue
            first = word_start(text, max(match.start() - 12, 0))
            start, end = span_of(block.text, first, match.end(1))
            message = f"A sentence begins with {match[1]!r} and the one before it has no full stop."
            yield Finding("missing_full_stop", message, start, end)


def _without_subject(paragraphs: Sequence[Block]) -> Iterator[Finding]:
    prose = [b for b in paragraphs if b.element == "prose" and not b.is_bullet]
    openings = [m for b in prose if (m := _SUBJECT_VERB.match(b.text.text))]
    subjects = Counter(m[1] for m in openings)
    if not subjects:
        return
    subject, number = subjects.most_common(1)[0]
    if number < _LEAST_HABIT or number < len(prose) / 2:
        return
    verbs = Counter(m[2] for m in openings)
    bare = [b for b in prose if verbs[b.text.text.split(" ", 1)[0].lower()] >= 2 and b.text.text[:1].isupper()]
    if len(bare) > (1 - _HABIT) * len(prose):
        return
    for block in bare:
        start, end = span_of(block.text, 0, word_start(block.text.text, min(_SHOWN, len(block.text))))
        message = f"The sentence has no subject; {number} paragraphs beside it begin with {subject!r}."
        yield Finding("missing_subject", message, start, end, other_value=subject)
