"""Garbled terms of a glossary as they must read, where that can be inferred, and the repairs that say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extractors.identity import Ids
from extractors.language.editions import Edition
from extractors.language.garbled import codes_of
from extractors.language.garbled_solving import Garbled, Solver
from extractors.language.glossary_brackets import HAN
from extractors.language.glossary_meaning import known_words
from extractors.language_records import GlossaryTerm, ParallelText
from extractors.records import Repair
from extractors.repair.model import Change

KIND = "substituted_character_inferred"
_FROM_DOCUMENT, _FROM_EDITION = "own_terms_and_words", "other_edition"
_NEIGHBOURS = 1
# Digits with two characters behind them: what a sentence has by chance has one.
_BEFORE_CHINESE = re.compile(rf"([A-Za-z0-9]+)([{HAN}]{{2}})")


@cache
def _words() -> tuple[str, ...]:
    """Chinese words: those whose English is known, and pypinyin's phrases (MIT)."""
    from pypinyin.phrases_dict import phrases_dict

    return tuple(sorted(word for word in {*known_words(), *phrases_dict} if 2 <= len(word) <= 6))


def solver(
    terms: Sequence[GlossaryTerm], texts: Iterable[str], near: Mapping[str, tuple[str, ...]] | None = None
) -> Solver | None:
    """What solves the codes of a document's garbled terms; null where none is garbled.

    Args:
        terms: All terms of the document, in reading order.
        texts: Sound Chinese beside the sound terms, the closest first.
        near: By term id, the Chinese of the same place in another edition.
    """
    bad = [t for t in terms if t.garbled]
    if not bad:
        return None
    sound = "\n".join(f"“{t.term_zh}”" for t in terms if not t.garbled)
    places = near or {}
    garbled = [Garbled(t.term_zh, t.term_en, places.get(t.term_id, ())) for t in bad]
    beside = [sound, *texts]
    bare = (_without_printed(t.term_zh, [*beside, *places.get(t.term_id, ())]) for t in bad)
    made = Solver(garbled, codes_of(bare), beside, _words())
    made.solve()
    return made


def _without_printed(term: str, texts: Sequence[str]) -> str:
    """A term without the letters and digits that sound Chinese prints before the same characters: `21世纪`."""
    return _BEFORE_CHINESE.sub(lambda run: run[2] if any(run[0] in text for text in texts) else run[0], term)


def inferred_changes(terms: Iterable[GlossaryTerm], text: str) -> list[Change]:
    """The characters of repaired terms as changes of the raw text; terms without a repaired form have none."""
    return [
        change for t in terms if t.term_zh_repaired for change in _changes(t, t.term_zh_repaired, text, _FROM_DOCUMENT)
    ]


def _changes(term: GlossaryTerm, repaired: str, text: str, rule_id: str) -> Iterator[Change]:
    """Each run of characters of a gloss that stand for others."""
    reading = dict(zip(term.term_zh, repaired, strict=True))
    at = text.find(term.term_zh[0], term.char_start + 1)
    run_start, run = -1, ""
    for char in term.term_zh:
        here = text.find(char, at, term.char_end)
        if here < 0:
            # The raw text prints it with another character, which was repaired before.
            return
        if run and (here != run_start + len(run) or reading[char] == char):
            yield _change(run_start, run, reading, rule_id)
            run = ""
        if reading[char] != char:
            run_start = here if not run else run_start
            run += char
        at = here + 1
    if run:
        yield _change(run_start, run, reading, rule_id)


def _change(start: int, run: str, reading: Mapping[str, str], rule_id: str) -> Change:
    return Change(start, start + len(run), run, "".join(reading[c] for c in run), KIND, rule_id)


def garbled_over_editions(
    family: Sequence[Edition], passages: Sequence[ParallelText]
) -> tuple[dict[str, str], tuple[Repair, ...]]:
    """Garbled terms that another edition explains.

    Args:
        family: The editions of one work.
        passages: Their texts side by side.

    Returns:
        Repaired terms by term id, and the repairs.
    """
    terms: dict[str, str] = {}
    repairs: list[Repair] = []
    chinese = [e for e in family if e.source.language and e.source.language[0].startswith("zh")]
    for edition in family:
        found = _solved(edition, [c for c in chinese if c.id != edition.id], passages)
        ids = Ids(edition.id)
        for term in edition.terms:
            if term.term_id in found:
                terms[term.term_id] = found[term.term_id]
                changes = _changes(term, found[term.term_id], edition.text, _FROM_EDITION)
                repairs.extend(_repair(change, ids) for change in changes)
    return terms, tuple(repairs)


def _solved(edition: Edition, chinese: Sequence[Edition], passages: Sequence[ParallelText]) -> dict[str, str]:
    """By term id, what the Chinese editions make of terms that the document itself does not explain."""
    if not chinese or all(t.term_zh_repaired or not t.garbled for t in edition.terms):
        return {}
    facing = sorted((p.en_char_start, p.text_zh or "") for p in passages if p.other_document_id == edition.id)
    near = {t.term_id: _near(_place(t, edition), facing) for t in edition.terms if t.garbled}
    texts = ["".join(re.split(r"\s+", c.text)) for c in chinese]
    made = solver(edition.terms, texts, near)
    if made is None:
        return {}
    read = {t.term_id: made.read(t.term_zh) for t in edition.terms if t.garbled and not t.term_zh_repaired}
    return {term_id: term for term_id, term in read.items() if term}


def _place(term: GlossaryTerm, edition: Edition) -> int:
    """Where a term stands in the text; one in a footnote stands at its marker."""
    for note in edition.footnotes:
        if note.char_start <= term.char_start < note.char_end:
            return note.marker_char_start if note.marker_char_start is not None else term.char_start
    return term.char_start


def _near(place: int, facing: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """The Chinese passage of a place, then those beside it."""
    at = bisect_right(facing, (place, "\U0010ffff")) - 1
    if at < 0:
        return ()
    beside = [at, *(at + step for k in range(1, _NEIGHBOURS + 1) for step in (k, -k))]
    return tuple(facing[k][1] for k in beside if 0 <= k < len(facing))


def _repair(change: Change, ids: Ids) -> Repair:
    return Repair(
        repair_id=ids.make("r", change.kind, change.rule_id, change.raw, change.repaired),
        document_id=ids.document_id,
        char_start=change.start,
        char_end=change.end,
        raw=change.raw,
        repaired=change.repaired,
        repair_kind=change.kind,
        rule_id=change.rule_id,
    )
