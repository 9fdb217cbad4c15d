"""The glossary of a document: every English phrase with its Chinese gloss in brackets, and its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.document import Document
from extractors.identity import Ids, squeeze
from extractors.language.garbled import damage
from extractors.language.garbled_terms import solver
from extractors.language.glossary_brackets import Bracket, brackets, terms, unquoted
from extractors.language.glossary_phrase import phrase_before
from extractors.language.glossary_reverse import term_before
from extractors.language_records import GlossaryTerm
from extractors.mapped import MappedText
from extractors.structure.model import Block
from extractors.targets.script_zh import simplified

# A bracket whose every character was replaced holds no words and is short.
_LONGEST_CODED = 40
_ROMANISED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")


@dataclass(frozen=True, slots=True)
class _Gloss:
    """A bracket of a paragraph, and where the gloss before it ends."""

    text: MappedText
    bracket: Bracket
    after: int


def glossary(document: Document, blocks: Sequence[Block], ids: Ids) -> list[GlossaryTerm]:
    """The glosses of a document's paragraphs, in the order of their places; each occurrence is a row.

    Args:
        document: As read; it knows the pages.
        blocks: Its paragraphs, headings, items and footnotes.
        ids: Of the document.
    """
    glosses = [gloss for block in blocks if block.language == "en" for gloss in _glosses(block.text)]
    glosses.sort(key=lambda gloss: gloss.text.starts[gloss.bracket.start])
    contents = [unquoted(re.sub(r"\s+", "", g.bracket.content)) for g in glosses]
    rows: list[GlossaryTerm] = []
    for gloss, content, garbled in zip(glosses, contents, damage(contents).terms, strict=True):
        found = (content,) if garbled else terms(gloss.bracket.content) if gloss.bracket.is_chinese else ()
        rows += [_row(gloss, term, garbled, document, ids) for term in found]
    rows += _reverse(document, blocks, ids)
    return _solved(counted(sorted(rows, key=lambda row: row.char_start)), blocks)


def _reverse(document: Document, blocks: Iterable[Block], ids: Ids) -> list[GlossaryTerm]:
    """Chinese terms with their English in brackets behind them, in texts of either language."""
    found = []
    for block in blocks:
        for bracket in () if block.text.text.isascii() else brackets(block.text.text):
            pair = None if bracket.is_chinese else term_before(block.text.text, bracket)
            if pair:
                start, end = block.text.raw_span(bracket.start, bracket.end)
                found.append(_term(pair.english, pair.chinese, False, start, end, document, ids))
    return found


def _solved(rows: Sequence[GlossaryTerm], blocks: Sequence[Block]) -> list[GlossaryTerm]:
    """Rows with garbled terms as they must read, where the document itself explains them."""
    own = "\n".join(squeeze(block.text.text) for block in blocks if block.language == "zh")
    codes = solver(rows, [own])
    if codes is None:
        return list(rows)
    return [replace(row, term_zh_repaired=codes.read(row.term_zh)) if row.garbled else row for row in rows]


def _glosses(text: MappedText) -> list[_Gloss]:
    """Brackets with Chinese and brackets that may be wholly codes."""
    found: list[_Gloss] = []
    after = 0
    for bracket in brackets(text.text):
        if bracket.is_chinese:
            found.append(_Gloss(text, bracket, after))
            after = bracket.end
        elif len(bracket.content) <= _LONGEST_CODED and not re.search(r"[a-z]|\w{5}", bracket.content):
            found.append(_Gloss(text, bracket, after))
    return found


def _row(gloss: _Gloss, term: str, garbled: bool, document: Document, ids: Ids) -> GlossaryTerm:
    text, bracket = gloss.text, gloss.bracket
    start, end = text.raw_span(bracket.start, bracket.end)
    english = phrase_before(text.text, bracket.start, gloss.after, term)
    return _term(english, term, garbled, start, end, document, ids)


def _term(
    english: str | None, term: str, garbled: bool, start: int, end: int, document: Document, ids: Ids
) -> GlossaryTerm:
    return GlossaryTerm(
        term_id=ids.make("g", english, term),
        document_id=ids.document_id,
        term_en=english,
        term_zh=term,
        garbled=garbled,
        char_start=start,
        char_end=end,
        page=document.page_at(start),
    )


def counted(rows: Sequence[GlossaryTerm]) -> list[GlossaryTerm]:
    """Rows of one document with how often each Chinese term is given, and its other English phrases."""
    frequency = Counter(_key(row.term_zh) for row in rows)
    others = variants(rows)
    return [replace(row, frequency=frequency[_key(row.term_zh)], variants=others.get(row.term_id, ())) for row in rows]


def variants(rows: Iterable[GlossaryTerm]) -> Mapping[str, tuple[str, ...]]:
    """The other English phrases given for each row's Chinese term, by term id; rows without others are left out.

    Phrases that differ in capitals or in a plural are one; the first of them stands for all.
    """
    listed = list(rows)
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for row in listed:
        if row.term_en and not row.garbled and not _ROMANISED.search(row.term_en):
            said[_key(row.term_zh)].setdefault(_said(row.term_en), row.term_en)
    found = {}
    for row in listed:
        own = _said(row.term_en or "")
        others = tuple(sorted(phrase for key, phrase in said[_key(row.term_zh)].items() if key != own))
        if others:
            found[row.term_id] = others
    return found


def _key(term: str) -> str:
    return re.sub(r"[\s“”‘’\"']", "", simplified(term))


def _said(phrase: str) -> str:
    words = re.findall(r"[\w&]+", phrase.lower())
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words)
