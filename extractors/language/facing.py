"""Passages in two languages: of a document with facing columns, and of a Chinese document and its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.identity import Ids
from extractors.language.align_sections import number_of
from extractors.language.align_sentences import Sentence
from extractors.language.align_stretches import Side
from extractors.language.align_texts import Paired, Passage, pair_texts
from extractors.language.editions import Edition
from extractors.language_records import GlossaryTerm, ParallelText
from extractors.mapped import common_span
from extractors.records import Box, Section
from extractors.source import Source
from extractors.structure.model import Block


def facing_texts(
    source: Source,
    blocks: Sequence[Block],
    sections: Sequence[Section],
    boxes: Sequence[Box] = (),
    terms: Iterable[GlossaryTerm] = (),
) -> list[ParallelText]:
    """The passages of a document that is in Chinese and in English; none of any other.

    Args:
        source: Its languages say whether it is.
        blocks: Its paragraphs.
        sections: Its sections.
        boxes: Its boxes.
        terms: Its glossary.
    """
    if not _both(source.language):
        return []
    zh, en = (_side(language, blocks, sections, boxes) for language in ("zh", "en"))
    return _rows(source.id, None, zh, pair_texts(zh, en, _known(terms)))


def edition_texts(family: Sequence[Edition]) -> list[ParallelText]:
    """The passages of each Chinese document of a work and each English one.

    Args:
        family: The editions of a work.
    """
    known = _known(term for edition in family for term in edition.terms)
    rows: list[ParallelText] = []
    for chinese in family:
        if not _only(chinese.source.language, "zh"):
            continue
        for english in family:
            if _only(english.source.language, "en"):
                zh = _side("zh", chinese.blocks, chinese.sections, chinese.boxes)
                en = _side("en", english.blocks, english.sections, english.boxes)
                rows += _rows(chinese.id, english.id, zh, pair_texts(zh, en, known))
    return rows


def _only(languages: Sequence[str], language: str) -> bool:
    return len(languages) == 1 and languages[0].split("-")[0] == language


def _both(languages: Sequence[str]) -> bool:
    return {"zh", "en"} <= {language.split("-")[0] for language in languages}


def _known(terms: Iterable[GlossaryTerm]) -> list[tuple[str, str]]:
    return sorted({(t.term_zh, t.term_en) for t in terms if t.term_en and not t.garbled})


def _side(language: str, blocks: Sequence[Block], sections: Sequence[Section], boxes: Sequence[Box]) -> Side:
    own = tuple(b for b in blocks if b.language.split("-")[0] == language and b.element != "footnote" and b.text)
    inside = {b.box_id for b in own}
    return Side(
        tuple(s for s in sections if s.language.split("-")[0] == language),
        tuple(box for box in boxes if box.box_id in inside),
        own,
    )


def _rows(document_id: str, other_id: str | None, zh: Side, paired: Paired) -> list[ParallelText]:
    ids = Ids(document_id)
    numbers = _numbers(zh.sections)
    rows: list[ParallelText] = []
    counts: Counter[str | None] = Counter()
    for passage in paired.passages:
        section_id = passage.zh[0].section_id if passage.zh[0].section_id in numbers else None
        counts[section_id] += 1
        row = _row(document_id, other_id, ids, counts[section_id], passage)
        rows.append(replace(row, section_id=section_id, section_number=numbers.get(section_id or "")))
    return rows


def _row(document_id: str, other_id: str | None, ids: Ids, sequence: int, passage: Passage) -> ParallelText:
    text_zh = "".join(s.text.text for s in passage.zh)
    text_en = " ".join(s.text.text for s in passage.en)
    zh_start, zh_end = common_span([s.text for s in passage.zh])
    en_start, en_end = common_span([s.text for s in passage.en])
    return ParallelText(
        passage_id=ids.make("p", other_id, text_zh, text_en),
        document_id=document_id,
        section_number=None,
        sequence=sequence,
        alignment=_alignment(passage.zh, passage.en),
        text_zh=text_zh,
        text_en=text_en,
        zh_char_start=zh_start,
        zh_char_end=zh_end,
        en_char_start=en_start,
        en_char_end=en_end,
        other_document_id=other_id,
        score=passage.score,
    )


def _alignment(zh: Sequence[Sentence], en: Sequence[Sentence]) -> str:
    return "1-1" if len(zh) == len(en) == 1 else "1-n" if len(zh) == 1 else "n-1"


def _numbers(sections: Sequence[Section]) -> dict[str, str | None]:
    """By id the number of each section; with that around it where its level counts from one again in each."""
    counts = Counter((s.level, number_of(s)) for s in sections)
    numbers: dict[str, str | None] = {}
    for s in sections:
        number, around = number_of(s), numbers.get(s.parent_id or "")
        repeats = number is not None and counts[s.level, number] > 1
        numbers[s.section_id] = f"{around}.{number}" if repeats and around else number
    return numbers
